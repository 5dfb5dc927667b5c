"""Regular expressions as a user types them: compiled with a clear error, and the case that they mean."""

from __future__ import annotations

import re

from nzn_cli.errors import UsageError

# what ripgrep means by [[:upper:]] and its like, which Python does not know
_CLASSES = {
    "alnum": "0-9A-Za-z",
    "alpha": "A-Za-z",
    "blank": r"\t ",
    "cntrl": r"\x00-\x1f\x7f",
    "digit": "0-9",
    "graph": "!-~",
    "lower": "a-z",
    "print": " -~",
    "punct": r"!-/:-@\[-`{-~",
    "space": r"\s",
    "upper": "A-Z",
    "word": r"\w",
    "xdigit": "0-9A-Fa-f",
}
_SET = r"(?<!\\)\[\^?(?:\[:\w+:\]|\\.|[^\]\[\\])*\[:\w+:\](?:\[:\w+:\]|\\.|[^\]\[\\])*\]"


def with_classes(pattern: str) -> str:
    """Return the pattern with the POSIX classes of its sets written out; an unknown one stays as it is."""
    if "[:" not in pattern:
        return pattern
    return re.sub(_SET, lambda found: re.sub(r"\[:(\w+):\]", _class, found[0]), pattern, flags=re.DOTALL)


def _class(found: re.Match[str]) -> str:
    return _CLASSES.get(found[1], found[0])


def compile_regex(pattern: str, flags: int = 0, hint: str = "-F takes the pattern as plain text") -> re.Pattern[str]:
    """Return the compiled pattern; raises UsageError that says what is wrong and where."""
    import warnings

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # "[[a]" and its like mean what they say
            return re.compile(pattern, flags)
    except re.error as error:
        where = "" if error.pos is None else f" at character {error.pos + 1}"
        raise UsageError(f"'{pattern}' is no regular expression: {error.msg}{where}", hint) from None
    except (OverflowError, RecursionError):
        raise UsageError(f"the regular expression '{pattern[:60]}' is too large", hint) from None


def smart_flags(pattern: str) -> int:
    """Return IGNORECASE unless the pattern has a capital letter (`\\S` and `\\W` are none)."""
    bare = re.sub(r"\\.", "", pattern, flags=re.DOTALL)
    return 0 if bare != bare.lower() else int(re.IGNORECASE)
