"""A concordance: every match with the words to its left and right, in the order of documents or of these words.

Matches are `grep`'s; the context is of the surface, goes over line ends and never out of a document.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

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
_SPEAKER = """SELECT p.name FROM quotation q
    JOIN entity e ON e.doc = q.doc AND e.entity = q.entity AND e.kind = 'person'
    JOIN person_name n ON (n.name, n.sense) = (e.name, e.sense) JOIN person p ON p.person = n.person
    WHERE q.doc = ? AND q.char_start <= ? AND q.char_end >= ? AND q.kind <> 'indirect'
    ORDER BY q.char_start DESC LIMIT 1"""


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
    missing = [each for each in lines if not value(each)]
    return sorted((each for each in lines if value(each)), key=value, reverse=down) + missing


def _in_text(hits: Iterable[Hit]) -> Iterator[Hit]:
    return (hit for hit in hits if hit.char_start is not None)


def _sort_value(key: str) -> Callable[[_Sided], str]:
    """What lines are sorted by: a word of one side, or a field of the line; "" where there is none."""
    place = _PLACE.fullmatch(key)
    if place is None:
        return lambda each: fold(str(getattr(each.line, key) or ""))
    number, right = int(place[1]), place[2] in "Rr"

    def word(each: _Sided) -> str:
        words = _WORD.findall(each.right if right else each.left)
        return fold(words[number - 1 if right else -number]) if len(words) >= number else ""

    return word


class _Sides:
    """Reads bodies as matches of their documents come, and makes lines."""

    def __init__(self, view: View, width: int, speakers: bool) -> None:
        self._view = view
        self._width = width
        self._speakers = speakers
        self._id, self._doc, self._read = "", -1, Surface("")

    def of(self, hits: Iterable[Hit]) -> Iterator[_Sided]:
        """Yield a line a hit."""
        for hit in hits:
            yield self._line(hit, hit.char_start or 0, hit.char_end or 0)

    def _line(self, hit: Hit, first: int, last: int) -> _Sided:
        if hit.id != self._id:
            (self._doc,) = self._view.store.one("SELECT doc FROM document WHERE id = ?", (hit.id,)) or (-1,)
            self._id, self._read = hit.id, self._view.store.surface(self._doc)
        text, (start, end) = self._read.text, self._read.from_body(first, last)
        reach = max(2 * self._width, _REACH)
        left, right = _flat(text[max(0, start - reach) : start]), _flat(text[end : end + reach])
        speaker = None
        if self._speakers:
            (speaker,) = self._view.store.one(_SPEAKER, (self._doc, first, last)) or (None,)
        line = ConcordanceLine(
            hit.id, hit.path, hit.date, hit.title, hit.page, hit.line, left[-self._width :].lstrip(),
            _flat(text[start:end]), right[: self._width].rstrip(), first, last, speaker,
        )  # fmt: skip
        return _Sided(line, left, right)


def _flat(text: str) -> str:
    """The text on one line, each stretch of white space one blank."""
    return re.sub(r"\s+", " ", text)
