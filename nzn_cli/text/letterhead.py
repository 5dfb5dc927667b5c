"""Lines that stand round a text rather than in it: its printed date, its labels, the pictures' words.

Knows what a line looks like, and decides nothing about the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from nzn_cli.text.wordlists import sections

HEAD_LINES = 14  # non-blank ones
HEAD = 3_000  # characters
TAIL_LINES = 3
TAIL = 400


class Line(NamedTuple):
    """One line of a body: where it starts, its text bare and as it stands, and whether it opens or ends a paragraph."""

    start: int
    text: str  # without Markdown's marks and blanks at both ends
    raw: str
    first: bool
    last: bool


@cache
def phrases(section: str) -> frozenset[str]:
    """Return one list of phrases of the letterhead data."""
    return frozenset(sections("letterhead.txt")[section])


_MARKS = " \t\u00a0*_#>•·–—-|~`=\\\u2022\u25cf\u2023"


def head_lines(body: str) -> Iterator[Line]:
    """Yield the first non-blank lines of a body, as many as could be letterhead."""
    yield from _lines(body, 0, min(len(body), HEAD), HEAD_LINES)


def tail_lines(body: str) -> list[Line]:
    """Return the last non-blank lines of a body that has more than its head."""
    start = len(body) - TAIL
    if start < HEAD:
        return []
    start = body.find("\n", start) + 1
    return list(_lines(body, start, len(body), 1000))[-TAIL_LINES:] if start else []


def _lines(body: str, start: int, stop: int, count: int) -> Iterator[Line]:
    first = True
    while start < stop and count:
        end = _line_end(body, start)
        raw = body[start : min(end, start + HEAD)]
        if raw.strip():
            last = end - start > HEAD or not body[end + 1 : _line_end(body, end + 1)].strip()
            yield Line(start, raw.strip(_MARKS), raw, first, last)
            count -= 1
        first = not raw.strip() or end - start > HEAD
        start = end + 1


def _line_end(body: str, start: int) -> int:
    end = body.find("\n", start)
    return len(body) if end < 0 else end


def label(text: str) -> str:
    """Return the words before a colon or a date, in lower case: "**Last updated:** " -> "last updated"."""
    return " ".join(re.sub(r"[^\w\s'-]|_", " ", text).lower().split())
