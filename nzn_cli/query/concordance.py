"""A concordance: every match with the words to its left and right, in the order of documents or of these words.

Matches are `grep`'s; the context is of the surface, goes over line ends and never out of a document.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from nzn_cli.errors import UsageError
from nzn_cli.model.answers import ConcordanceLine, Hit
from nzn_cli.model.records import NamedTuple
from nzn_cli.model.settings import Filters, GrepRequest
from nzn_cli.query.answer import Answer, limited
from nzn_cli.query.filters import needs
from nzn_cli.query.grep import grep
from nzn_cli.query.order import parse_sort
from nzn_cli.query.view import View
from nzn_cli.text.folding import fold
from nzn_cli.text.surface import Surface

WIDTH = 60  # characters on each side
WIDEST = 10_000
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_PLACE = re.compile(r"([1-9])([LR])", re.IGNORECASE)
_FIELDS = ("date", "id", "title", "path", "speaker", "match")
_REACH = 400  # characters in which the words are looked for that lines are sorted by
_QUOTATIONS = """SELECT q.char_start, q.char_end, p.name FROM quotation q
    JOIN entity e ON e.doc = q.doc AND e.entity = q.entity AND e.kind = 'person'
    JOIN person_name n ON (n.name, n.sense) = (e.name, e.sense) JOIN person p ON p.person = n.person
    WHERE q.doc = ? AND q.kind <> 'indirect' ORDER BY q.char_start"""


class _Sided(NamedTuple):
    """A line with enough of both sides to sort it by."""

    line: ConcordanceLine
    left: str
    right: str


def concordance_needs(filters: Filters, fields: Sequence[str] | None = None) -> frozenset[str]:
    """Return what the index must hold for a concordance whose lines show `fields` (None: all)."""
    speaker = fields is None or "speaker" in fields or "speaker" in (filters.sort or "")
    return needs(filters) | {"surface"} | ({"people", "quotes"} if speaker else frozenset())


def concordance(
    request: GrepRequest, filters: Filters, view: View, width: int = WIDTH, fields: Sequence[str] | None = None
) -> Answer[ConcordanceLine]:
    """Return a line a match with `width` characters on each side, documents in the order of `list`.

    `filters.sort` takes places, too: 1R is the first word to the right, 2L the second to the left. Then all matches are
    read first. Raises UsageError for a pattern that is no regular expression and a key that there is none of.
    """
    if not 0 < width <= WIDEST:
        raise UsageError(f"--width takes 1 to {WIDEST:,} characters, not {width:,}", f"--width {WIDTH}")
    keys = _keys(filters.sort)
    sides = _Sides(view, width, concordance_needs(filters, fields) >= {"quotes"})
    all_of_them = filters._replace(limit=None, offset=0)
    if not any(_PLACE.fullmatch(key) or key in ("match", "speaker") for key, _ in keys):
        hits = limited(_in_text(grep(request, all_of_them, view)), filters.limit, filters.offset)
        return Answer((sided.line for sided in sides.of(hits)), hits.total)
    every = list(sides.of(_in_text(grep(request, all_of_them._replace(sort=None), view))))
    for key, down in reversed(keys):
        every = _sorted(every, _sort_value(key), down)
    return limited((each.line for each in every), filters.limit, filters.offset)


def _keys(sort: str | None) -> list[tuple[str, bool]]:
    keys = parse_sort(sort or "")
    unknown = [key for key, _ in keys if key not in _FIELDS and not _PLACE.fullmatch(key)]
    if unknown:
        raise UsageError(f"cannot sort matches by {unknown[0]!r}", f"by 1R to 9R, 1L to 9L, {', '.join(_FIELDS)}")
    return keys


def _sorted(lines: list[_Sided], value: Callable[[_Sided], str], down: bool) -> list[_Sided]:
    """Lines by a value, those without one last."""
    values = [value(each) for each in lines]
    order = sorted((place for place, each in enumerate(values) if each), key=values.__getitem__, reverse=down)
    return [lines[place] for place in order] + [line for line, each in zip(lines, values, strict=True) if not each]


def _in_text(hits: Iterable[Hit]) -> Iterator[Hit]:
    return (hit for hit in hits if hit.char_start is not None)


def _sort_value(key: str) -> Callable[[_Sided], str]:
    """What lines are sorted by: a word of one side, or a field of the line; "" where there is none."""
    place = _PLACE.fullmatch(key)
    if place is None:
        return lambda each: fold(str(getattr(each.line, key) or ""))
    number, right = int(place[1]), place[2] in "Rr"

    def word(each: _Sided) -> str:
        side = each.right if right else each.left[::-1]  # words are the same from either end
        found = next(islice(_WORD.finditer(side), number - 1, None), None)
        return "" if found is None else fold(found[0] if right else found[0][::-1])

    return word


class _Speakers:
    """Who speaks where in one document, read once for all of its matches: a letter has a million."""

    def __init__(self, quotations: Iterable[tuple[int, int, str]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._names: list[str] = []
        self._around: list[int] = []  # the next quotation before that ends later, -1 where none does
        around: list[int] = []
        for place, (start, end, name) in enumerate(quotations):
            while around and self._ends[around[-1]] <= end:
                around.pop()
            self._around.append(around[-1] if around else -1)
            around.append(place)
            self._starts.append(start)
            self._ends.append(end)
            self._names.append(name)

    def at(self, first: int, last: int) -> str | None:
        """Return the speaker of the innermost quotation that holds a span of the body."""
        place = bisect_right(self._starts, first) - 1
        while place >= 0 and self._ends[place] < last:
            place = self._around[place]
        return self._names[place] if place >= 0 else None


class _Sides:
    """Reads bodies as matches of their documents come, and makes lines."""

    def __init__(self, view: View, width: int, speakers: bool) -> None:
        self._view = view
        self._width = width
        self._speakers = speakers
        self._id, self._read, self._speaking = "", Surface(""), _Speakers(())

    def of(self, hits: Iterable[Hit]) -> Iterator[_Sided]:
        """Yield a line a hit."""
        for hit in hits:
            yield self._line(hit, hit.char_start or 0, hit.char_end or 0)

    def _line(self, hit: Hit, first: int, last: int) -> _Sided:
        if hit.id != self._id:
            (doc,) = self._view.store.one("SELECT doc FROM document WHERE id = ?", (hit.id,)) or (-1,)
            self._id, self._read = hit.id, self._view.store.surface(doc)
            if self._speakers:
                self._speaking = _Speakers(self._view.store.rows(_QUOTATIONS, (doc,)))
        text, (start, end) = self._read.text, self._read.from_body(first, last)
        reach = max(2 * self._width, _REACH)
        left, right = _flat(text[max(0, start - reach) : start]), _flat(text[end : end + reach])
        line = ConcordanceLine(
            hit.id, hit.path, hit.date, hit.title, hit.page, hit.line, left[-self._width :].lstrip(),
            _flat(text[start:end]), right[: self._width].rstrip(), first, last,
            self._speaking.at(first, last),
        )  # fmt: skip
        return _Sided(line, left, right)


def _flat(text: str) -> str:
    """The text on one line, each stretch of white space one blank: in a sixth of the time of an expression."""
    flat = " ".join(text.split())
    if not flat:
        return text and " "
    return " " * text[0].isspace() + flat + " " * text[-1].isspace()
