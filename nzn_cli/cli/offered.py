"""Commands that nzn offers: as they must be typed to ask what was asked. Knows words, not what they mean."""

from __future__ import annotations

import re

from nzn_cli.cli.arguments import valued, values_of
from nzn_cli.cli.options import DIR, SHARED
from nzn_cli.cli.verbs import SHOWN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

READ_WITH = {"hidden": "--hidden", "no_ignore": "--no-ignore", "follow": "-L"}  # what says which files are asked


def beginning(dirs: Iterable[str], flags: Iterable[str]) -> str:
    """Return how a command that is offered begins, so that it asks the same folders: "nzn -d stories"."""
    from shlex import quote

    return " ".join(["nzn", *(f"-d {quote(folder)}" for folder in dirs), *flags])


def typed_beginning(words: Sequence[str]) -> str:
    """Return the same of a command line that could not be read."""
    shared = {flag: option.flags[0] for option in SHARED for flag in option.flags}
    flags = dict.fromkeys(shared[word] for word in words if shared.get(word) in READ_WITH.values())
    return beginning(values_of(DIR, words, valued()), flags)


def with_folder(hint: str, begins: str) -> str:
    """Return a hint whose commands begin so."""
    if begins == "nzn":
        return hint
    return re.sub(rf"\bnzn (?=(?:{'|'.join(verb.name for verb in SHOWN)})\b)", lambda _: f"{begins} ", hint)
