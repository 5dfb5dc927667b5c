"""The lines of one text that match, and where. Pure: knows no document, no store and no order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nzn_cli.model.records import NamedTuple
from nzn_cli.query.grep_patterns import Pattern
from nzn_cli.text.folding import level


class Match(NamedTuple):
    """One match: offsets in the text, and which pattern."""

    start: int
    end: int
    pattern: int


class Line(NamedTuple):
    """A line with its matches; `number` counts from 0, `end` stands before the line's end."""

    number: int
    start: int
    end: int
    matches: list[Match]


def matching_lines(text: str, patterns: Sequence[Pattern]) -> Iterator[Line]:
    """Return the lines in which a match of any pattern starts, in order, each with its matches in order of place."""
    if not text:
        return
    plain = _levelled(text, patterns)
    streams = [_matches(plain, number, pattern) for number, pattern in enumerate(patterns)]
    if len(streams) == 1:
        found: Iterator[Match] = streams[0]
    else:
        import heapq

        found = heapq.merge(*streams)
    yield from _by_line(text, found)


def other_lines(text: str, patterns: Sequence[Pattern]) -> Iterator[Line]:
    """Return the lines in which no pattern matches, each as one match of the whole line."""
    matching = {line.number for line in matching_lines(text, patterns)}
    for number, start, end in _lines(text):
        if number not in matching:
            yield Line(number, start, end, [Match(start, end, 0)])


def count_lines(text: str, patterns: Sequence[Pattern]) -> int:
    """Return how many lines `matching_lines` gives."""
    if len(patterns) == 1 and text:
        pattern = patterns[0]
        if pattern.whole is not None and pattern.phrase is None:
            return _count(_levelled(text, patterns), pattern)
    return sum(1 for _ in matching_lines(text, patterns))


def has_match(text: str, pattern: Pattern) -> bool:
    """Return whether the pattern matches anywhere in the text."""
    return next(matching_lines(text, [pattern]), None) is not None


def _levelled(text: str, patterns: Sequence[Pattern]) -> str:
    return level(text) if any(pattern.levelled for pattern in patterns) else text


def _count(text: str, pattern: Pattern) -> int:
    """Every line counts once: after a match the search goes on at the next line."""
    assert pattern.whole is not None
    search = pattern.whole.search
    count = at = 0
    while (found := search(text, at)) is not None:
        count += 1
        at = text.find("\n", found.start()) + 1
        if at == 0:
            break
    return count


def _matches(text: str, number: int, pattern: Pattern) -> Iterator[Match]:
    if pattern.phrase is not None:
        yield from _phrases(text, number, pattern)
    elif pattern.whole is not None:
        for found in pattern.whole.finditer(text):
            yield Match(found.start(), found.end(), number)
    else:
        for _, start, end in _lines(text):
            for found in pattern.line.finditer(text[start:end]):
                yield Match(start + found.start(), start + found.end(), number)


def _phrases(text: str, number: int, pattern: Pattern) -> Iterator[Match]:
    """The phrase in lines, and over the end of a line where neither side is part of one that lies in a line."""
    assert pattern.phrase is not None
    within = [Match(*found.span(), number) for found in pattern.line.finditer(text)]
    over: list[Match] = []
    at = place = 0
    while (found := pattern.phrase.search(text, at)) is not None:
        start, end = found.span()
        while place < len(within) and within[place].end <= start:
            place += 1
        taken = place < len(within) and within[place].start < end
        if taken or text.startswith("#", text.rfind("\n", 0, start) + 1):  # a heading is no part of a paragraph
            at = start + 1
        else:
            over.append(Match(start, end, number))
            at = end
    yield from sorted(within + over) if over else within


def _lines(text: str) -> Iterator[tuple[int, int, int]]:
    """(number, start, end) of every line; an empty text has none."""
    start = number = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield number, start, end
        start, number = end + 1, number + 1


def _by_line(text: str, found: Iterator[Match]) -> Iterator[Line]:
    """Matches put to their lines; of a line with none but empty ones the first stays."""
    line = Line(0, 0, -1, [])
    first = True
    for match in found:
        if first or match.start > line.end:
            if line.matches:
                yield line
            start = text.rfind("\n", 0, match.start) + 1
            end = text.find("\n", match.start)
            number = line.number + text.count("\n", line.start, start)
            line = Line(number, start, len(text) if end < 0 else end, [])
            first = False
            if start >= len(text):  # behind the last line's end there is no further line
                return
        _add(line.matches, match)
    if line.matches:
        yield line


def _add(matches: list[Match], match: Match) -> None:
    empty = match.start == match.end
    if empty and matches:
        return
    if not empty and len(matches) == 1 and matches[0].start == matches[0].end:
        matches.clear()
    matches.append(match)
