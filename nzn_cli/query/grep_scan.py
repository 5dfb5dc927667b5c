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
from nzn_cli.store.store import bytes_to_find, line_finder
from nzn_cli.text.folding import level
from nzn_cli.text.surface import Surface, has_joined, unpacked

Starts = Callable[[bytes], Iterator[int]]
# number, char_start of the line, its text, lines before, lines after, matches as (char_start, char_end, pattern)
LineHit = tuple[int, int, str, list[str], list[str], list[tuple[int, int, int]]]


class Scan:
    """What is looked for in a text as the index holds it: the lines of a surface, and the edits that bring back a body.

    With `literal` the body is searched, else the surface: its lines, and over the ends of those that go on.
    """

    def __init__(self, patterns: Sequence[Pattern], request: GrepRequest) -> None:
        self.patterns = patterns
        self.request = request
        self._starts = [_starts(pattern) for pattern in patterns]
        self._fast = [] if request.invert else [each for each in self._starts if each]
        self._at_once = None if request.invert or len(patterns) > 1 else _counter(patterns[0])
        self._finders = [line_finder(pattern.source, pattern.flags) for pattern in patterns if pattern.crosses]

    def count(self, text: bytes, edits: str | None) -> int:
        """Return the number of lines that match (`max_count` at most)."""
        read = self._read(text, edits)
        if read is not None and not isinstance(read, bytes):
            number = self._number(read) if self._all_hold(read) else 0
        elif read is None or (self.request.all_of and not self._has_all(read)):
            number = 0
        elif self._at_once is not None:
            number = self._at_once(read)
        elif len(self._fast) == len(self.patterns):
            number = len({at for each in self._fast for at in each(read)})
        else:
            number = self._number(Surface(read.decode()))
        most = self.request.max_count
        return number if most is None else min(number, most)

    def _number(self, read: Surface) -> int:
        if self.request.invert:
            return sum(1 for _ in other_lines(read.lines, self.patterns))
        if read.is_joined:
            return sum(1 for _ in matching_lines(read.lines, self.patterns, read.text))
        return count_lines(read.lines, self.patterns)

    def find(self, text: bytes, edits: str | None) -> list[LineHit]:
        """Return the lines that match, with their matches and context, all as they stand in the body."""
        read = self._read(text, edits)
        if isinstance(read, bytes):
            fast = len(self._fast) == len(self.patterns)
            if fast and not any(next(each(read), None) is not None for each in self._fast):
                return []
            read = Surface(read.decode()) if self.request.literal else unpacked(text.decode(), edits)
        return [] if read is None else found_in(read, self.patterns, self.request)

    def holds(self, text: bytes, edits: str | None) -> bool:
        """Return whether a line matches."""
        read = self._read(text, edits)
        if read is None or not isinstance(read, bytes):
            return read is not None and next(_lines_of(read, self.patterns, self.request), None) is not None
        if self.request.invert:
            return next(other_lines(read.decode(), self.patterns), None) is not None
        if self.request.all_of:
            return self._has_all(read)
        return any(_holds(read, *each) for each in zip(self.patterns, self._starts, strict=True))

    def _has_all(self, text: bytes) -> bool:
        return all(_holds(text, *each) for each in zip(self.patterns, self._starts, strict=True))

    def _all_hold(self, read: Surface) -> bool:
        return not self.request.all_of or _has_all(read, self.patterns)

    def _read(self, text: bytes, edits: str | None) -> bytes | Surface | None:
        """Return what is searched: bytes where all matches lie within lines; None where there can be no match."""
        if edits is None:
            return text
        if self.request.literal:
            return unpacked(text.decode(), edits).body.encode()
        if not self._finders or not has_joined(edits):
            return text
        if len(self._finders) == len(self.patterns) and not self._may_match(text.replace(b"\n", b" ")):
            return None
        return unpacked(text.decode(), edits)

    def _may_match(self, text: bytes) -> bool:
        """Return whether any pattern matches a text that is one line: what matches in lines or over their ends does."""
        for pattern, places in zip(self.patterns, self._finders, strict=True):
            if places is None or next(places(text), None) is not None:
                plain = level(text.decode()) if pattern.levelled else text.decode()
                if pattern.line.search(plain) is not None:
                    return True
        return False


def found_in(read: Surface, patterns: Sequence[Pattern], request: GrepRequest) -> list[LineHit]:
    """Return the matching lines of a text with their matches and context, as they stand in its body."""
    if request.all_of and not _has_all(read, patterns):
        return []
    page = _Page(read)
    return [page.hit(line, request) for line in islice(_lines_of(read, patterns, request), request.max_count)]


def _lines_of(read: Surface, patterns: Sequence[Pattern], request: GrepRequest) -> Iterator[Line]:
    if request.all_of and not _has_all(read, patterns):
        return iter(())
    if request.invert:
        return other_lines(read.lines, patterns)
    return matching_lines(read.lines, patterns, read.text if read.is_joined else "")


def _has_all(read: Surface, patterns: Sequence[Pattern]) -> bool:
    joined = read.text if read.is_joined else ""
    return all(next(matching_lines(read.lines, [pattern], joined), None) is not None for pattern in patterns)


def _holds(body: bytes, pattern: Pattern, starts: Starts | None) -> bool:
    return has_match(body.decode(), pattern) if starts is None else next(starts(body), None) is not None


class _Page:
    """The lines of a body, and where lines and matches of its surface stand in them."""

    def __init__(self, read: Surface) -> None:
        self._read = read
        self._body = read.body
        self._starts: list[int] | None = None

    def hit(self, line: Line, request: GrepRequest) -> LineHit:
        """Return a line of the surface with its matches and context, as the body has them."""
        body, move = self._body, self._read.to_body
        start = self._start(line)
        if request.invert:
            matches = [(start, _line_end(body, start), 0)]
        else:
            matches = [(*move(match.start, match.end), match.pattern) for match in line.matches]
        end = _line_end(body, max([start, *(match[1] for match in matches)]))
        before, after = _before(body, start, request.before), _after(body, end, request.after)
        return line.number, start, body[start:end], before, after, matches

    def _start(self, line: Line) -> int:
        """Where in the body the line begins that has the same number."""
        if not self._read.is_edited:
            return line.start
        if self._starts is None:
            self._starts = [0, *(found.end() for found in re.finditer("\n", self._body))]
        return self._starts[line.number]


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


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
