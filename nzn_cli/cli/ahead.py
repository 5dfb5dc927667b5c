"""The look at the folders, begun while the command line is still being read: it takes as long as loading the parser.

Reads of the words no more than which folders are meant, and may be wrong: then what was begun is not used.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress

from nzn_cli.cli.arguments import Line
from nzn_cli.cli.options import HELP

_ASKING = frozenset(("list", "show", "grep", "who", "timeline", "search", "count", "fields", "check"))
_SWITCHES = {"--hidden": "hidden", "--no-ignore": "no_ignore", "--follow": "follow", "-L": "follow"}


def look_ahead(line: Line, environ: Mapping[str, str]) -> None:
    """Begin to look at the folders that a command line asks, if it asks any."""
    if line.command not in _ASKING or {"--no-index", "--skipped", *HELP.flags}.intersection(line.rest):
        return
    from nzn_cli.config import load_settings
    from nzn_cli.errors import NznError
    from nzn_cli.opening import begin

    said = {_SWITCHES.get(word) for word in line.rest}
    hidden, no_ignore, follow = (name in said for name in ("hidden", "no_ignore", "follow"))
    with suppress(NznError):  # it will be said when the words were read
        begin(load_settings(_dirs(line.rest), environ, None, hidden=hidden, no_ignore=no_ignore, follow=follow))


def _dirs(words: Sequence[str]) -> list[str]:
    found: list[str] = []
    for place, word in enumerate(words):
        if word in ("-d", "--dir"):
            found += words[place + 1 : place + 2]
        elif word.startswith("--dir="):
            found.append(word[len("--dir=") :])
        elif word.startswith("-d"):
            found.append(word[2:])
    return found
