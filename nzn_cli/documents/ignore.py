"""gitignore patterns: one file of them, or a list of globs in their syntax. Own code, because every command in a
checkout of git meets an ignore file and a library for it would cost start-up; tests compare it with git itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple


class Pattern(NamedTuple):
    """One line of an ignore file; `anchored` patterns are matched against the relative path, others on the name."""

    line: int
    text: str
    regex: re.Pattern[str]
    negated: bool
    folders_only: bool
    anchored: bool


class Patterns(NamedTuple):
    """The patterns of one file, last first, and the folder that they are relative to."""

    source: str  # ".gitignore", as it is told to the user
    base: str  # what to put before a path relative to the corpus folder to make it relative to the file's own folder
    cut: int  # how many characters of such a path to leave out instead
    patterns: tuple[Pattern, ...]

    def match(self, path: str, name: str, folder: bool) -> Pattern | None:
        """Return the pattern that decides on `path` (relative to the corpus folder, "/" between parts), or None."""
        relative = ""
        for pattern in self.patterns:
            if pattern.folders_only and not folder:
                continue
            if not pattern.anchored:
                if pattern.regex.match(name):
                    return pattern
                continue
            relative = relative or self.base + path[self.cut :]
            if pattern.regex.match(relative):
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
    # blanks at the end do not count unless quoted
    text = re.sub(r"(?<!\\)((?:\\\\)*) +$", r"\1", text) if text.endswith(" ") else text
    negated = text.startswith("!")
    glob = text[1:] if negated else text
    folders_only = glob.endswith("/")
    glob = glob[:-1] if folders_only else glob
    anchored = "/" in glob
    glob = glob.removeprefix("/")
    if not glob:
        return None
    try:
        regex = re.compile(_translate(glob) + r"\Z", re.DOTALL)
    except re.error:
        return None
    return Pattern(number, text, regex, negated, folders_only, anchored)


def _translate(glob: str) -> str:
    """Return the regular expression of a glob without its leading and trailing slash."""
    out, at = [], 0
    while at < len(glob):
        if glob.startswith("**/", at) and (at == 0 or glob[at - 1] == "/"):
            out.append("(?:[^/]+/)*")
            at += 3
        elif glob[at:] == "**" and (at == 0 or glob[at - 1] == "/"):
            out.append(".+")
            at += 2
        else:
            piece, at = _one(glob, at)
            out.append(piece)
    return "".join(out)


def _one(glob: str, at: int) -> tuple[str, int]:
    """Return the expression of what starts at `at`, and where it ends."""
    letter = glob[at]
    if letter == "*":
        while at < len(glob) and glob[at] == "*":
            at += 1
        return "[^/]*", at
    if letter == "?":
        return "[^/]", at + 1
    if letter == "\\":
        # a backslash at the end quotes nothing and so never matches
        return (re.escape(glob[at + 1]), at + 2) if at + 1 < len(glob) else ("(?!)", at + 1)
    if letter == "[":
        return _bracket(glob, at)
    return re.escape(letter), at + 1


def _bracket(glob: str, at: int) -> tuple[str, int]:
    """Return the expression of a character class; one that is never closed matches nothing."""
    start = at + 1
    negated = glob[start : start + 1] in ("!", "^")
    start += negated
    end = start
    members = []
    while end < len(glob) and (glob[end] != "]" or end == start):
        if glob.startswith("[:", end) and (close := glob.find(":]", end)) > 0:
            members.append(_CLASSES.get(glob[end + 2 : close], ""))
            end = close + 2
            continue
        if glob[end] == "\\" and end + 1 < len(glob):
            end += 1
        letter = re.escape(glob[end])
        if glob[end + 1 : end + 2] == "-" and glob[end + 2 : end + 3] not in ("", "]"):
            last = end + 3 if glob[end + 2] == "\\" and end + 3 < len(glob) else end + 2
            if glob[end] <= glob[last]:
                members.append(f"{letter}-{re.escape(glob[last])}")
            end = last + 1
            continue
        members.append(letter)
        end += 1
    if end >= len(glob):
        return "(?!)", len(glob)
    inside = "".join(members)
    if negated:
        return f"[^/{inside}]", end + 1
    return (f"(?!/)[{inside}]" if inside else "(?!)"), end + 1


_CLASSES = {
    "alnum": "a-zA-Z0-9",
    "alpha": "a-zA-Z",
    "digit": "0-9",
    "lower": "a-z",
    "upper": "A-Z",
    "space": r"\s",
    "blank": r" \t",
    "xdigit": "0-9a-fA-F",
    "punct": r"!-/:-@\[-`{-~",
    "cntrl": r"\x00-\x1f\x7f",
    "graph": "!-~",
    "print": " -~",
}
