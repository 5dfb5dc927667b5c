"""Where words stand in quotation marks: which mark opens, which closes, what never closes. Knows no speech and no speaker.

A mark is read by what stands beside it, then by its own form, then by whether one is open: typists turn curly marks
the wrong way round and put a blank inside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_OPENERS = frozenset({"“", "„", "‟", "«", "``", "â€œ", "&ldquo;", "&laquo;"})
_CLOSERS = frozenset({"”", "»", "â€\x9d", "â€", "&rdquo;", "&raquo;"})
MARK = re.compile(r"[“”„‟«»\"]|''|``|â€[œ\x9d]?(?![™˜“”¦])|&(?:[lr]dquo|quot|[lr]aquo);")
_SINGLE_OPEN = re.compile(r"(?<![^\s(\[—–/:-])[‘'](?=[^\W_])(?!\d\ds?\b|(?:em|til|tis|twas|cause|cos|n)\b)")
_SINGLE_CLOSE = re.compile(r"(?<=\S)[’'](?!\w)")
_ENDS = ".,!?…;"
_BEFORE_OPENING = frozenset(" \t\n\r\xa0([{—–-/:>*_|\u200b\u2009\u202f")
_AFTER_CLOSING = frozenset(" \t\n\r\xa0)]}—–-/.,;:!?…*_<|\u200b\u2009\u202f")
_REACH = 3  # paragraphs that a quotation may go on over without a mark of its own


class Quoted(NamedTuple):
    """Words in marks: `start` to `end` without the marks, `opens` to `closes` with them.

    `closed` says that a mark ends it, `begun` that a mark begins it: one may be missing.
    """

    opens: int
    start: int
    end: int
    closes: int
    closed: bool = True
    begun: bool = True


def quoted_spans(text: str, paragraphs: list[tuple[int, int]]) -> list[list[Quoted]]:
    """Return the outermost stretches in marks of each paragraph, in order.

    A quotation that goes on over several paragraphs is one stretch a paragraph.
    """
    by_paragraph: list[list[tuple[int, int, str]]] = [[] for _ in paragraphs]
    number = 0
    for mark in MARK.finditer(text):
        at = mark.start()
        while number < len(paragraphs) and paragraphs[number][1] <= at:
            number += 1
        if number == len(paragraphs):
            break
        if at >= paragraphs[number][0]:
            by_paragraph[number].append((at, mark.end(), mark.group()))
    found: list[list[Quoted]] = []
    since = _REACH + 1  # paragraphs since a quotation was left open
    for (first, last), marks in zip(paragraphs, by_paragraph, strict=True):
        spans = list(_paired(text, first, last, marks, since)) if marks else []
        if not marks or not spans:
            spans = list(_in_single_marks(text, first, last))
        if spans and not spans[-1].closed:
            since = 0
        else:
            since = _REACH + 1 if spans else since + 1
        found.append(spans)
    return found


def _roles(text: str, first: int, last: int, marks: list[tuple[int, int, str]]) -> list[str]:
    """Return of each mark whether it opens ("o"), closes ("c"), does either ("?") or is none ("")."""
    roles = []
    for at, end, mark in marks:
        left = at == first or text[at - 1] in _BEFORE_OPENING or bool(MARK.match(text, at - 1))
        right = end >= last or text[end] in _AFTER_CLOSING or bool(MARK.match(text, end))
        if mark == '"' and at > first and text[at - 1].isdigit() and not right:
            role = ""  # 5'10"x
        elif left and not right:
            role = "o"
        elif right and not left:
            role = "c"
        else:
            role = "o" if mark in _OPENERS else "c" if mark in _CLOSERS else "?"
        roles.append(role)
    return roles


def _paired(text: str, first: int, last: int, marks: list[tuple[int, int, str]], since: int) -> Iterator[Quoted]:
    roles = _roles(text, first, last, marks)
    closers, openers = roles.count("c") + roles.count("?"), roles.count("o") + roles.count("?")
    opened: list[tuple[int, int]] = []
    begun = True
    for (at, end, mark), role in zip(marks, roles, strict=True):
        if role == "?":
            role = "c" if opened else "o"
        if role == "o":
            if opened and closers <= openers - 1 + len(opened) - 1 and mark in ('"', "“", "''"):
                yield _trimmed(text, *opened[0], at, at, closed=False)  # the one before was never closed
                opened = []
            opened.append((at, end))
            openers -= 1
        elif role == "c":
            closers -= 1
            if len(opened) == 1:
                yield _trimmed(text, *opened[0], at, end)
                opened = []
            elif opened:
                opened.pop()
            elif begun and (since <= _REACH or at > first):
                if text[at - 1] in _ENDS or since <= _REACH or text[at - 2 : at] == ", ":
                    yield _trimmed(text, first, first, at, end, begun=False)
                begun = False
                continue
        begun = begun and not role
    if opened:
        yield _trimmed(text, *opened[0], last, last, closed=False)


def _trimmed(
    text: str, opens: int, start: int, end: int, closes: int, closed: bool = True, begun: bool = True
) -> Quoted:
    while start < end and text[start] in " \t\n\r\xa0":
        start += 1
    while end > start and text[end - 1] in " \t\n\r\xa0":
        end -= 1
    return Quoted(opens, start, end, closes if closed else end, closed, begun)


def _in_single_marks(text: str, first: int, last: int) -> Iterator[Quoted]:
    """Yield what stands in single marks, which are apostrophes as well: the mark that closes follows a stop, if any."""
    at = first
    while opening := _SINGLE_OPEN.search(text, at, last):
        ends = [close.start() for close in _SINGLE_CLOSE.finditer(text, opening.end(), last)]
        following = _SINGLE_OPEN.search(text, opening.end(), last)
        if following and any(end < following.start() for end in ends):
            ends = [end for end in ends if end < following.start()]
        end = next((end for end in ends if text[end - 1] in _ENDS), ends[0] if ends else -1)
        if end < 0:
            return
        yield _trimmed(text, opening.start(), opening.end(), end, end + 1)
        at = end + 1
