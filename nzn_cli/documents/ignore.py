"""Ignore files: lines of gitignore, or a list of globs in their syntax, and which line decides on a path.

Own code, because every command in a checkout of git meets an ignore file and a library for it would cost start-up;
tests compare it with git itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from nzn_cli.text.globs import NameTest, PathTest, name_test, path_test


class Pattern(NamedTuple):
    """One line of an ignore file; it has a test of names, or of the parts of the relative path."""

    line: int
    text: str
    negated: bool
    folders_only: bool
    name: NameTest | None
    path: PathTest | None


class Patterns(NamedTuple):
    """The patterns of one file, last first, and the folder that they are relative to."""

    source: str  # ".gitignore", as it is told to the user
    base: str  # what to put before a path relative to the corpus folder to make it relative to the file's own folder
    cut: int  # how many characters of such a path to leave out instead
    patterns: tuple[Pattern, ...]

    def match(self, path: str, name: str, folder: bool) -> Pattern | None:
        """Return the pattern that decides on `path` (relative to the corpus folder, "/" between parts), or None."""
        parts: list[str] = []
        for pattern in self.patterns:
            if pattern.folders_only and not folder:
                continue
            if pattern.name is not None:
                if pattern.name(name):
                    return pattern
            elif pattern.path is not None:
                parts = parts or (self.base + path[self.cut :]).split("/")
                if pattern.path(parts):
                    return pattern
        return None


def parse(lines: Iterable[str]) -> tuple[Pattern, ...]:
    """Return the patterns of gitignore `lines`, last first; comments, blanks and what is no pattern are left out."""
    found = [pattern for number, line in enumerate(lines, 1) if (pattern := _pattern(line, number))]
    return tuple(reversed(found))


def _pattern(line: str, number: int) -> Pattern | None:
    text = line.rstrip("\r\n")
    if text.startswith("#"):
        return None
    text = _without_blanks(text) if text.endswith(" ") else text
    negated = text.startswith("!")
    glob = text[1:] if negated else text
    folders_only = glob.endswith("/")
    glob = glob[:-1] if folders_only else glob
    anchored = "/" in glob
    glob = glob.removeprefix("/")
    if not glob:
        return None
    try:
        if anchored:
            return Pattern(number, text, negated, folders_only, None, path_test(glob))
        return Pattern(number, text, negated, folders_only, name_test(glob), None)
    except ValueError:
        return None  # a set that is never closed, a backslash at the end: such a line means nothing


def _without_blanks(text: str) -> str:
    """The text without the blanks at its end, but for one that is quoted."""
    bare = text.rstrip(" ")
    quoted = (len(bare) - len(bare.rstrip("\\"))) % 2
    return bare + " " * quoted
