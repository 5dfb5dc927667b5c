"""Lines that stand round a text rather than in it: its printed date, its labels, the pictures' words.

Knows what a line looks like, and decides nothing about the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from nzn_cli.language.wordlists import sections

HEAD_LINES = 14  # non-blank ones
HEAD = 3_000  # characters
TAIL_LINES = 3
TAIL = 400


class Line(NamedTuple):
    """One line of a body: where it starts, its bare text, where that starts, and whether blank lines surround it."""

    start: int
    text: str  # without Markdown's marks and blanks at both ends
    text_start: int
    raw: str
    first: bool  # of its paragraph
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
        end = body.find("\n", start)
        end = len(body) if end < 0 else end
        raw = body[start:end]
        if not raw.strip():
            first = True
        elif len(raw) <= HEAD:
            after = body[end + 1 : body.find("\n", end + 1) if body.find("\n", end + 1) >= 0 else len(body)]
            text = raw.strip(_MARKS)
            text_start = start + (raw.find(text) if text else 0)
            yield Line(start, text, text_start, raw, first, not after.strip())
            first = False
            count -= 1
        else:
            yield Line(start, raw[:HEAD], start, raw[:HEAD], first, True)
            count -= 1
        start = end + 1


def label(text: str) -> str:
    """Return the words before a colon or a date, in lower case: "**Last updated:** " -> "last updated"."""
    return " ".join(re.sub(r"[^\w\s'-]|_", " ", text).lower().split())
