"""Where words stand in quotation marks: which mark opens, which closes, what never closes. Knows no speaker.

A mark is read by what stands beside it, then by its own form, then by whether one is open: typists turn curly marks
the wrong way round and put a blank inside them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

_OPENERS = frozenset({"“", "„", "‟", "«", "``", "â€œ", "&ldquo;", "&laquo;"})
_CLOSERS = frozenset({"”", "»", "â€\x9d", "â€", "&rdquo;", "&raquo;"})
# a letter that a mark can begin with comes first, so that no other place is tried
MARK = re.compile(
    r"[“”„‟«»\"'`â&](?:(?<=[“”„‟«»\"])|(?<=')'|(?<=`)`|(?<=â)€[œ\x9d]?(?![™˜“”¦])|(?<=&)(?:[lr]dquo|quot|[lr]aquo);)"
)
_SINGLE_OPEN = re.compile(r"[‘'](?=[^\W_])(?<![^\s(\[—–/:-].)(?!\d\ds?\b|(?:em|til|tis|twas|cause|cos|n)\b)")
_SINGLE_CLOSE = re.compile(r"[’'](?<=\S.)(?!\w)")
_ENDS = frozenset(".,!?…;")
_STOPS = frozenset(".,;:!?")
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
        spans = list(_Pairing(text, first, last, marks, since <= _REACH).spans()) if marks else []
        if not marks or not spans:
            spans = list(_in_single_marks(text, first, last))
        if spans:
            if not spans[0].begun and since <= _REACH:
                _go_on(text, paragraphs, found, since)
            since = _REACH + 1 if spans[-1].closed else 0
        else:
            since += 1
        found.append(spans)
    return found


def _go_on(text: str, paragraphs: list[tuple[int, int]], found: list[list[Quoted]], since: int) -> None:
    """Add the sentences of paragraphs without marks between one that is left open and the one that closes it."""
    for number in range(len(found) - since, len(found)):
        first, last = paragraphs[number]
        if text[last - 1] in _ENDS:
            found[number] = [Quoted(first, first, last, last, closed=False, begun=False)]


class _Mark(NamedTuple):
    """A mark with what it does: "o" opens, "c" closes, "?" does either, nothing where it is no quotation mark."""

    at: int
    end: int
    mark: str
    role: str


def _with_role(text: str, first: int, last: int, at: int, end: int, mark: str) -> _Mark:
    left = at == first or text[at - 1] in _BEFORE_OPENING or MARK.match(text, at - 1) is not None
    right = end >= last or text[end] in _AFTER_CLOSING or MARK.match(text, end) is not None
    if left != right:
        role = "o" if left else "c"
    elif left and (end >= last or text[end] in _STOPS):
        role = "c"  # a blank before it, as some typists have it, or its own line
    elif right and at == first:
        role = "o"
    else:
        role = _own_role(text, at, mark, left)
    return _Mark(at, end, mark, role)


def _own_role(text: str, at: int, mark: str, left: bool) -> str:
    """Return what a mark does by its form, where what stands beside it does not tell."""
    if mark == '"' and not left and text[at - 1].isdecimal():
        return ""  # 5'10"x
    return "o" if mark in _OPENERS else "c" if mark in _CLOSERS else "?"


class _Pairing:
    """The marks of one paragraph, read from left to right."""

    def __init__(self, text: str, first: int, last: int, marks: list[tuple[int, int, str]], goes_on: bool) -> None:
        self._text, self._first, self._last = text, first, last
        self._marks = [_with_role(text, first, last, *mark) for mark in marks]
        self._left = Counter(mark.role for mark in self._marks)  # marks still to come
        self._open: list[_Mark] = []
        self._fresh = True  # no mark was read so far
        self._goes_on = goes_on  # a paragraph shortly before was left open

    def spans(self) -> Iterator[Quoted]:
        """Yield the outermost stretches."""
        for mark in self._marks:
            self._left[mark.role] -= 1
            role = mark.role if mark.role != "?" else "c" if self._open or self._is_rest(mark) else "o"
            if role == "o":
                yield from self._opened(mark)
            elif role == "c":
                yield from self._closed(mark)
            self._fresh = self._fresh and not role
        if self._open:
            yield self._span(self._open[0], self._last, self._last, closed=False)

    def _is_rest(self, mark: _Mark) -> bool:
        """Say whether a mark between blanks ends what a paragraph before left open."""
        if not (self._goes_on and self._fresh) or mark.at == self._first:
            return False
        return self._text[max(self._first, mark.at - 2) : mark.at].rstrip()[-1:] in _ENDS

    def _opened(self, mark: _Mark) -> Iterator[Quoted]:
        """Take a mark that opens: one within another, unless what is open was never closed."""
        few = self._left["c"] + self._left["?"] < len(self._open) + 1 + self._left["o"]
        if self._open and few and self._text[max(self._first, mark.at - 4) : mark.at].rstrip()[-1:] in _ENDS:
            yield self._span(self._open[0], mark.at, mark.at, closed=False)
            self._open = []
        self._open.append(mark)

    def _closed(self, mark: _Mark) -> Iterator[Quoted]:
        if len(self._open) == 1:
            yield self._span(self._open[0], mark.at, mark.end)
        if self._open:
            self._open.pop()
        elif self._fresh and mark.at > self._first:
            before = self._text[max(self._first, mark.at - 2) : mark.at].rstrip()
            told = before[-1:] in _ENDS and mark.end < self._last  # by a tag behind it
            if self._goes_on or told or self._text[mark.end : mark.end + 1] == ",":
                yield _trimmed(self._text, self._first, self._first, mark.at, mark.end, begun=False)

    def _span(self, opening: _Mark, end: int, closes: int, closed: bool = True) -> Quoted:
        return _trimmed(self._text, opening.at, opening.end, end, closes, closed)


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
    openings = [found.start() for found in _SINGLE_OPEN.finditer(text, first, last)]
    if not openings:
        return
    closings = [found.start() for found in _SINGLE_CLOSE.finditer(text, openings[0] + 1, last)]
    after_stop = [at for at in closings if text[at - 1] in _ENDS]
    done = first
    for number, opening in enumerate(openings):
        if opening < done:
            continue
        limit = openings[number + 1] if number + 1 < len(openings) else last
        end = _between(after_stop, opening + 1, limit) or _between(closings, opening + 1, limit)
        end = end or _between(after_stop, opening + 1, last) or _between(closings, opening + 1, last)
        if end is None:
            return
        yield _trimmed(text, opening, opening + 1, end, end + 1)
        done = end + 1


def _between(places: list[int], low: int, high: int) -> int | None:
    """Return the first of sorted places between two others."""
    number = bisect_left(places, low)
    return places[number] if number < len(places) and places[number] < high else None
