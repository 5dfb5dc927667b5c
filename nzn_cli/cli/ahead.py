"""The look at the folders, begun while the command line is still being read: it takes as long as loading the parser.

Reads of the words no more than which folders are meant, and may be wrong: then what was begun is not used.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

from nzn_cli.cli.arguments import Line, valued, values_of
from nzn_cli.cli.options import DIR, HELP, SHARED

_ASKING = frozenset(("list", "show", "grep", "who", "timeline", "search", "count", "fields", "check"))
_RULES = ("hidden", "no_ignore", "follow")


def look_ahead(line: Line, environ: Mapping[str, str]) -> None:
    """Begin to look at the folders that a command line asks, if it asks any."""
    if line.command not in _ASKING or {"--no-index", "--skipped", *HELP.flags}.intersection(line.rest):
        return
    from nzn_cli.config.load import load_settings
    from nzn_cli.errors import NznError
    from nzn_cli.opening import begin

    said = {option.name: not set(option.flags).isdisjoint(line.rest) for option in SHARED}
    dirs = values_of(DIR, line.rest, valued())
    with suppress(NznError):  # it will be said when the words were read
        begin(load_settings(dirs, environ, None, **{name: said[name] for name in _RULES}))
