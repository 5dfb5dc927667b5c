"""Bare `nzn`: the folder in a few lines, and commands to try on it."""

from __future__ import annotations

from nzn_cli.cli.emit import format_of
from nzn_cli.cli.session import Session
from nzn_cli.cli.writing import write
from nzn_cli.errors import FOUND, UsageError
from nzn_cli.render import overview


def run(session: Session) -> int:
    """Say what the folder holds."""
    if session.line.flag("quiet"):
        return FOUND
    found = session.corpus.overview()
    name = format_of(session.line)
    if name in ("json", "jsonl"):
        from nzn_cli.render import json_
        from nzn_cli.render.plain import plain

        write([json_.value(found) if name == "json" else json_.text_of(plain(found)) + "\n"])
    elif name in (None, "table"):
        write(overview.overview_lines(found, session.page))
    else:
        raise UsageError(f"bare nzn has no format {name!r}", "it has table, json and jsonl; nzn list has them all")
    return FOUND
