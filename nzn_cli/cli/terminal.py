"""Where the answer goes: terminal or pipe, how wide, with colour or not. Reads NO_COLOR and its kin only."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress

from nzn_cli.errors import UsageError
from nzn_cli.model.records import NamedTuple
from nzn_cli.render.page import Page

_LINKING = (
    "ITERM_SESSION_ID",
    "KITTY_WINDOW_ID",
    "WT_SESSION",
    "KONSOLE_VERSION",
    "WEZTERM_PANE",
    "GHOSTTY_RESOURCES_DIR",
)


class Surroundings(NamedTuple):
    """What a run finds around it: its streams' nature, the environment, the current folder."""

    environ: Mapping[str, str]
    cwd: str
    out: bool  # standard output is a terminal
    err: bool  # standard error is one
    typed: tuple[str, ...] = ()  # the words of the command line


def surroundings(environ: Mapping[str, str], typed: Sequence[str] = ()) -> Surroundings:
    """Return what is around this process."""
    try:
        cwd = os.getcwd()
    except OSError as error:
        raise UsageError("the current folder is gone", "go to one that exists") from error
    return Surroundings(environ, cwd, _is_terminal(sys.stdout), _is_terminal(sys.stderr), tuple(typed))


def _is_terminal(stream: object) -> bool:
    try:
        return bool(stream.isatty())  # type: ignore[attr-defined]
    except (AttributeError, ValueError):
        return False


def page(around: Surroundings, when: str | None, linked: str | None = None, link_format: str = "") -> Page:
    """Return the page to write on; `when` is what --color says, `linked` what --hyperlinks does."""
    colour = coloured(around.environ, when or "auto", around.out)
    width, height = _size(around)
    encoding = (getattr(sys.stdout, "encoding", None) or "utf-8").lower().replace("-", "")
    fine = not around.out or encoding.startswith("utf")
    links = linked == "always" or (linked in (None, "auto") and around.out and _links(around.environ))
    known = Page(width, around.out, colour, colour and links, fine, height, folder=around.cwd)
    return known._replace(link_format=link_format, host=os.uname().nodename) if known.links else known


def coloured(environ: Mapping[str, str], when: str, terminal: bool) -> bool:
    """Return whether to use colour: --color, NO_COLOR, FORCE_COLOR, CLICOLOR, TERM, in that order, then the stream."""
    if when != "auto":
        return when == "always"
    if environ.get("NO_COLOR"):
        return False
    for name in ("FORCE_COLOR", "CLICOLOR_FORCE"):
        if environ.get(name):
            return environ[name] != "0"
    return terminal and environ.get("CLICOLOR") != "0" and environ.get("TERM") not in ("dumb", "")


def _size(around: Surroundings) -> tuple[int, int]:
    columns, rows = 80, 24
    if around.out:
        with suppress(OSError, ValueError):
            columns, rows = os.get_terminal_size(sys.stdout.fileno())
    stated = around.environ.get("COLUMNS", "")
    if stated.isascii() and stated.isdecimal() and len(stated) < 6 and int(stated) > 0:
        columns = int(stated)
    return max(20, columns or 80), max(5, rows or 24)


def _links(environ: Mapping[str, str]) -> bool:
    vte = environ.get("VTE_VERSION", "")
    known = environ.get("TERM_PROGRAM") in ("iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper")
    return known or (vte.isdecimal() and int(vte[:9]) >= 5000) or any(name in environ for name in _LINKING)
