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


def matching_lines(text: str, patterns: Sequence[Pattern], joined: str = "") -> Iterator[Line]:
    """Return the lines in which a match of any pattern starts, in order, each with its matches in order of place.

    `joined` is the text with a blank in the place of each line's end that ends no paragraph; "" where there is none.
    """
    if not text:
        return
    plain, over = (_levelled(each, patterns) for each in (text, joined))
    streams = [_matches(plain, over, number, pattern) for number, pattern in enumerate(patterns)]
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
    if text.endswith("\n") and text.count("\n") not in matching:  # the last line's words were drawn to the one above
        yield Line(text.count("\n"), len(text), len(text), [Match(len(text), len(text), 0)])


def count_lines(text: str, patterns: Sequence[Pattern]) -> int:
    """Return how many lines `matching_lines` gives."""
    if len(patterns) == 1 and text:
        pattern = patterns[0]
        if pattern.whole is not None:
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
    last = len(text) - text.endswith("\n")  # behind the last line's end there is no further line
    while (found := search(text, at)) is not None and found.start() <= last:
        count += 1
        at = text.find("\n", found.start()) + 1
        if at == 0:
            break
    return count


def _matches(text: str, joined: str, number: int, pattern: Pattern) -> Iterator[Match]:
    if pattern.whole is not None:
        within = (Match(*found.span(), number) for found in pattern.whole.finditer(text))
    else:
        within = (
            Match(start + found.start(), start + found.end(), number)
            for _, start, end in _lines(text)
            for found in pattern.line.finditer(text[start:end])
        )
    yield from _with_crossing(text, joined, list(within), number, pattern) if joined and pattern.crosses else within


def _with_crossing(text: str, joined: str, within: list[Match], number: int, pattern: Pattern) -> list[Match]:
    """Return matches within lines, and those over the end of a line no part of which is part of one of these."""
    over: list[Match] = []
    place = 0
    search = (pattern.whole or pattern.line).search
    for _, first, last in _lines(joined) if pattern.whole is None else ((0, 0, len(joined)),):
        line, at = joined[first:last], 0
        while at <= len(line) and (found := search(line, at)) is not None:
            start, end = first + found.start(), first + found.end()
            while place < len(within) and within[place].end <= start:
                place += 1
            at = max(found.end(), found.start() + 1)
            if place < len(within) and within[place].start < end:
                # another may begin before the match that this one touches, or behind it
                at = found.start() + 1 if start < within[place].start else max(within[place].end - first, at)
            elif text.find("\n", start, end) >= 0:
                over.append(Match(start, end, number))
    return sorted(within + over) if over else within


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
