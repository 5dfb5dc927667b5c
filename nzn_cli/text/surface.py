"""What a reader reads of a text, with the way back to it: letters composed, line ends within paragraphs blanks, words
that a line's end cuts put together, markup read as its words. Made once a document; all that reads words reads this.

Owns the map between the two and what an index keeps of it. What is edited is known to `letters`, `markup`, `line_ends`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from itertools import accumulate, chain

from nzn_cli.text.letters import Edit, gap_edits, letter_edits
from nzn_cli.text.line_ends import JOINED, Fences, line_ends
from nzn_cli.text.markup import markup_edits

Kept = tuple[int, int, str]  # characters since the edit before, characters that stand there, what stood there


class Surface:
    """The surface of a text. Offsets count characters; `lines` is `text` with the line ends that were joined.

    `lines` has as many line ends as the text, in the same places: a line's number there is its number here.
    """

    def __init__(self, lines: str, kept: Sequence[Kept] = (), kinds: str = "") -> None:
        """`kinds` says of each line end whether it is joined, as `line_ends.LineEnds` has it; none is by default."""
        self.lines = lines
        self._kept = kept
        self._kinds = kinds if JOINED in kinds else ""

    @property
    def is_same(self) -> bool:
        """Whether it is the text itself."""
        return not self._kept and not self._kinds

    @property
    def is_edited(self) -> bool:
        """Whether its offsets are other than the text's."""
        return bool(self._kept)

    @property
    def is_joined(self) -> bool:
        """Whether any line end is joined."""
        return bool(self._kinds)

    def __len__(self) -> int:
        """Return the number of its characters."""
        return len(self.lines)

    @cached_property
    def text(self) -> str:
        """The surface."""
        if not self._kinds:
            return self.lines
        ends = [" " if kind == JOINED else "\n" for kind in self._kinds]
        return "".join(chain.from_iterable(zip(self.lines.split("\n"), [*ends, ""], strict=True)))

    @cached_property
    def body(self) -> str:
        """The text that it is the surface of."""
        if not self._kept:
            return self.lines
        pieces: list[str] = []
        at = 0
        for gap, length, source in self._kept:
            pieces += (self.lines[at : at + gap], source)
            at += gap + length
        return "".join((*pieces, self.lines[at:]))

    @cached_property
    def _bounds(self) -> tuple[list[int], list[int], list[int], list[int]]:
        """Where edits begin and end, in the surface and in the text."""
        gaps, lengths, replaced = zip(*self._kept, strict=True)
        places = list(accumulate(chain.from_iterable(zip(gaps, lengths, strict=True))))
        origins = list(accumulate(chain.from_iterable(zip(gaps, map(len, replaced), strict=True))))
        return places[::2], places[1::2], origins[::2], origins[1::2]

    def edits(self) -> Iterator[tuple[int, int, str]]:
        """Yield where something else stands than in the text, in order: start, end, and what the text has there."""
        at = 0
        for gap, length, source in self._kept:
            at += gap
            yield at, at + length, source
            at += length

    def to_body(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the text that a span of the surface is read from, without markup at either end."""
        if not self._kept:
            return start, end
        starts, ends, sources, stops = self._bounds
        first = _first(start, starts, ends, sources, stops)
        return first, (first if end <= start else _last(end, starts, ends, sources, stops))

    def from_body(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the surface that a span of the text is read as."""
        if not self._kept:
            return start, end
        starts, ends, sources, stops = self._bounds
        first = _first(start, sources, stops, starts, ends)
        return first, max(first, _last(end, sources, stops, starts, ends) if end > start else first)

    def packed(self) -> str | None:
        """Return all but `lines`, as `unpacked` takes it; None where it is the text itself."""
        if self.is_same:
            return None
        import json

        kinds = f"{int('1' + self._kinds, 2):x}" if self._kinds else ""
        return json.dumps([kinds, *chain.from_iterable(self._kept)], ensure_ascii=False, separators=(",", ":"))


def _first(at: int, starts: list[int], ends: list[int], others: list[int], stops: list[int]) -> int:
    """Where on the other side the character at a place begins."""
    place = bisect_right(starts, at) - 1
    if place < 0:
        return at
    if at < ends[place]:
        same = ends[place] - starts[place] == stops[place] - others[place]
        return others[place] + (at - starts[place] if same else 0)
    return stops[place] + at - ends[place]


def _last(at: int, starts: list[int], ends: list[int], others: list[int], stops: list[int]) -> int:
    """Where on the other side the character before a place ends."""
    place = bisect_right(starts, at - 1) - 1
    if place < 0:
        return at
    if at <= ends[place]:
        same = ends[place] - starts[place] == stops[place] - others[place]
        return others[place] + at - starts[place] if same else stops[place]
    return stops[place] + at - ends[place]


def unpacked(lines: str, packed: str | None) -> Surface:
    """Return the surface of which an index keeps `lines` and what `packed` gave."""
    if packed is None:
        return Surface(lines)
    import json

    kinds, *flat = json.loads(packed)
    kept = list(zip(flat[::3], flat[1::3], flat[2::3], strict=True))
    return Surface(lines, kept, f"{int(kinds, 16):b}"[1:] if kinds else "")


def has_joined(packed: str | None) -> bool:
    """Return whether what `packed` gave is of a surface with joined line ends."""
    return packed is not None and not packed.startswith('["",')


def surface(body: str) -> Surface:
    """Return the surface of a text."""
    fences = Fences(body)
    edits, stretches = markup_edits(body, fences.hold if fences else None)
    ends = line_ends(body, stretches, fences)
    letters = letter_edits(body)
    edits = [*ends.edits, *edits, *gap_edits(body), *letters]
    if not edits:
        return Surface(body, (), ends.kinds)
    lines, kept = _made(body, edits)
    if lines.count("\n") != body.count("\n"):  # two edits that we did not think of together
        return Surface(*_made(body, letters))
    return Surface(lines, kept, ends.kinds)


def _made(body: str, edits: list[Edit]) -> tuple[str, list[Kept]]:
    """Return a text with edits made in it, and what takes them back; of two that overlap the first is made."""
    edits.sort(key=_order)
    pieces: list[str] = []
    kept: list[Kept] = []
    at = 0
    for start, end, instead in edits:
        if start >= at and (start < end or instead):
            pieces += (body[at:start], instead)
            kept.append((start - at, len(instead), body[start:end]))
            at = end
    return "".join((*pieces, body[at:])), kept


def _order(edit: Edit) -> tuple[int, int]:
    return edit[0], -edit[1]


@cache
def _plain_line() -> re.Pattern[str]:
    word = r"[A-Za-z0-9.,;:'\"?!()/@$%+=-]+"
    return re.compile(rf"{word}(?: {word})*")


def line_surface(text: str) -> str:
    """Return what a reader reads of a text that stands on one line, such as a title, a name or a value: on one line."""
    if _plain_line().fullmatch(text) or (text.isascii() and "://" in text and not re.search(r"\s", text)):
        return text  # as most are: in a hundredth of the time
    return " ".join(surface(text).text.split())
