"""One body, as the UTF-8 that the index holds, searched: what every process of a parallel scan runs.

The finders of the store say which lines are worth a look; what matches is decided by `grep_lines` alone, or by
its own regular expressions on those lines. Results are plain tuples, so that they travel between processes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from nzn_cli.model.settings import GrepRequest
from nzn_cli.query.grep_lines import Line, count_lines, has_match, matching_lines, other_lines
from nzn_cli.query.grep_patterns import Pattern
from nzn_cli.query.patience import patient
from nzn_cli.store.store import bytes_to_find, line_finder
from nzn_cli.text.folding import level

Starts = Callable[[bytes], Iterator[int]]
# number, char_start of the line, its text, lines before, lines after, matches as (char_start, char_end, pattern)
LineHit = tuple[int, int, str, list[str], list[str], list[tuple[int, int, int]]]


def counting(patterns: Sequence[Pattern], request: GrepRequest) -> Callable[[bytes], int]:
    """Return a function from a body to the number of its lines that match (`max_count` at most)."""
    most = request.max_count
    starts = [_starts(pattern) for pattern in patterns]
    fast = [] if request.invert else [each for each in starts if each]
    at_once = None if request.invert or len(patterns) > 1 else _counter(patterns[0])

    def count(body: bytes) -> int:
        if request.all_of and not _holds_all(body, patterns, starts):
            return 0
        if at_once is not None:
            number = at_once(body)
        elif len(fast) == len(patterns):
            number = len({at for each in fast for at in each(body)})
        elif request.invert:
            number = sum(1 for _ in other_lines(body.decode(), patterns))
        else:
            number = count_lines(body.decode(), patterns)
        return number if most is None else min(number, most)

    return patient(count)


def finding(patterns: Sequence[Pattern], request: GrepRequest) -> Callable[[bytes], list[LineHit]]:
    """Return a function from a body to its matching lines with their matches and context."""
    starts = [] if request.invert else [each for each in map(_starts, patterns) if each]

    def find(body: bytes) -> list[LineHit]:
        if len(starts) == len(patterns) and not any(next(each(body), None) is not None for each in starts):
            return []
        return found_in(body.decode(), patterns, request)

    return patient(find)


def found_in(text: str, patterns: Sequence[Pattern], request: GrepRequest) -> list[LineHit]:
    """Return the matching lines of a text with their matches and context."""
    if request.all_of and not all(has_match(text, pattern) for pattern in patterns):
        return []
    lines = other_lines(text, patterns) if request.invert else matching_lines(text, patterns)
    return [_hit(text, line, request) for line in islice(lines, request.max_count)]


def holding(patterns: Sequence[Pattern], request: GrepRequest) -> Callable[[bytes], bool]:
    """Return a function that says whether a body has a line that matches."""
    starts = [_starts(pattern) for pattern in patterns]

    def holds(body: bytes) -> bool:
        if request.invert:
            return next(other_lines(body.decode(), patterns), None) is not None
        if request.all_of:
            return _holds_all(body, patterns, starts)
        return any(_holds(body, *each) for each in zip(patterns, starts, strict=True))

    return patient(holds)


def _holds_all(body: bytes, patterns: Sequence[Pattern], starts: Sequence[Starts | None]) -> bool:
    return all(_holds(body, *each) for each in zip(patterns, starts, strict=True))


def _holds(body: bytes, pattern: Pattern, starts: Starts | None) -> bool:
    return has_match(body.decode(), pattern) if starts is None else next(starts(body), None) is not None


def _hit(text: str, line: Line, request: GrepRequest) -> LineHit:
    last = max([line.end, *(match.end for match in line.matches)])
    end = text.find("\n", last)
    end = len(text) if end < 0 else end
    before, after = _before(text, line.start, request.before), _after(text, end, request.after)
    matches = [(match.start, match.end, match.pattern) for match in line.matches]
    return line.number, line.start, text[line.start : end], before, after, matches


def _before(text: str, start: int, most: int) -> list[str]:
    """The lines before the one that starts there, in order."""
    lines: list[str] = []
    while start > 0 and len(lines) < most:
        first = text.rfind("\n", 0, start - 1) + 1
        lines.append(text[first : start - 1])
        start = first
    return lines[::-1]


def _after(text: str, end: int, most: int) -> list[str]:
    """The lines behind the one that ends there."""
    lines: list[str] = []
    while end < len(text) and len(lines) < most:
        last = text.find("\n", end + 1)
        last = len(text) if last < 0 else last
        lines.append(text[end + 1 : last])
        end = last
    return lines


def _starts(pattern: Pattern) -> Starts | None:
    """A function from a body to the byte offsets of the lines in which a match starts; None when none is fast."""
    if pattern.needle:
        return _needle_starts(pattern.needle, pattern.flags)
    places = line_finder(pattern.source, pattern.flags)
    if places is None:
        return None
    if pattern.phrase is not None:
        return _phrase_starts(places, pattern)
    search = pattern.line.search
    turn: Callable[[str], str] = level if pattern.levelled else str

    def starts(body: bytes) -> Iterator[int]:
        for place in places(body):
            start = body.rfind(b"\n", 0, place) + 1
            end = body.find(b"\n", place)
            if search(turn((body[start:end] if end >= 0 else body[start:]).decode())) is not None:
                yield start

    return starts


def _counter(pattern: Pattern) -> Callable[[bytes], int] | None:
    """A function from a body to the number of lines with a text in them, all found by one call; None for all else."""
    if not pattern.needle:
        return None
    needle, turn = bytes_to_find(pattern.needle, pattern.flags)
    find_all = re.compile(re.escape(needle) + rb"[^\n]*").findall
    return lambda body: len(find_all(turn(body)))


def _needle_starts(text: str, flags: int) -> Starts:
    """Every place of a bare text is a match: no line needs a second look."""
    needle, turn = bytes_to_find(text, flags)

    def starts(body: bytes) -> Iterator[int]:
        body = turn(body)
        at = body.find(needle)
        while at >= 0:
            yield body.rfind(b"\n", 0, at) + 1
            at = body.find(b"\n", at)
            if at >= 0:
                at = body.find(needle, at)

    return starts


def _phrase_starts(places: Callable[[bytes], Iterator[int]], pattern: Pattern) -> Starts:
    """A phrase lies on the line of its place and at most one beside it; overlapping regions are searched as one."""

    def starts(body: bytes) -> Iterator[int]:
        for first, last in _regions(body, places):
            text = body[first:last].decode()
            for line in matching_lines(text, [pattern]):
                yield first + len(text[: line.start].encode())

    return starts


def _regions(body: bytes, places: Callable[[bytes], Iterator[int]]) -> Iterator[tuple[int, int]]:
    """The lines of the places, each with the line before and behind, put together where they touch."""
    held: tuple[int, int] | None = None
    for place in places(body):
        start = body.rfind(b"\n", 0, place) + 1
        first = body.rfind(b"\n", 0, max(start - 1, 0)) + 1
        end = body.find(b"\n", place)
        last = body.find(b"\n", end + 1) if end >= 0 else -1
        last = len(body) if last < 0 else last
        if held is None:
            held = first, last
        elif first <= held[1] + 1:
            held = held[0], last
        else:
            yield held
            held = first, last
    if held is not None:
        yield held
