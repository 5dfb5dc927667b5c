"""Regular expressions as a user types them: compiled with a clear error, and the case that they mean."""

from __future__ import annotations

import re

from nzn_cli.errors import UsageError


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return the compiled pattern; raises UsageError that says what is wrong and where."""
    import warnings

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # "[[a]" and its like mean what they say
            return re.compile(pattern, flags)
    except re.error as error:
        where = "" if error.pos is None else f" at character {error.pos + 1}"
        raise UsageError(
            f"'{pattern}' is no regular expression: {error.msg}{where}", "-F takes the pattern as plain text"
        ) from None
    except (OverflowError, RecursionError):
        raise UsageError(f"the regular expression '{pattern[:60]}' is too large", "-F takes it as plain text") from None


def smart_flags(pattern: str) -> int:
    """Return IGNORECASE unless the pattern has a capital letter (`\\S` and `\\W` are none)."""
    bare = re.sub(r"\\.", "", pattern, flags=re.DOTALL)
    return 0 if bare != bare.lower() else int(re.IGNORECASE)
