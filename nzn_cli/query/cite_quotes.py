"""Where the words that a draft quotes stand in the documents, and who says them there.

Finds documents by the words of a quotation, reads those, and compares. Knows nothing of how a draft is read.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from math import log
from typing import Literal

from nzn_cli.errors import NothingFound
from nzn_cli.model.answers import CiteRecord, QuoteRecord, Written
from nzn_cli.model.records import NamedTuple
from nzn_cli.model.settings import DraftClaim
from nzn_cli.query.people_chosen import named_people
from nzn_cli.query.quotes import quotes_in
from nzn_cli.query.selection import Where
from nzn_cli.query.view import View, listed, page_at
from nzn_cli.query.word_match import difference, finder, most_like, pieces_of, words_in
from nzn_cli.text.surface import Surface

Status = Literal["verbatim", "altered", "other_speaker", "nowhere"]

_LOOKED_UP = 8  # of the longest words of a quotation: as many say which documents may hold it
_RANKED = 16  # of the longest words, by which documents are ordered that may nearly hold it
_READ = 40  # of these documents, the likeliest, are compared word by word
_PLACES = 50  # documents that hold a quotation among which the right speaker is looked for
_FEW = 4  # words of a quotation: fewer are in many mouths
_OF_MANY, _OF_FEW = (0, 1, 2), (0, 2, 1)  # by agreement, in which order places are taken
_SHORT = 4  # letters of a word that is too common to look up


class _Place(NamedTuple):
    """Where a quotation stands: `start` and `end` in what is read of a document."""

    doc: int
    start: int
    end: int
    ratio: float = 1.0


class _Found(NamedTuple):
    """A place with who speaks there."""

    place: _Place
    agreement: int  # 0 the speaker of the draft, 1 somebody else, 2 nobody that is known
    speaker: str | None
    text: str  # the words as they are read there
    span: tuple[int, int]  # in the body


def nowhere(claim: DraftClaim) -> CiteRecord:
    """Return the record of what stands in no document."""
    return CiteRecord(claim.kind, claim.text, claim.line, "nowhere", claim.person, *(None,) * 8)


def record_at(
    claim: DraftClaim,
    status: str,
    found: str | None,
    place: tuple[str, int | None, int | None, int | None],
    view: View,
    differs: str | None = None,
) -> CiteRecord:
    """Return the record of what stands at a place: a document's id, the page, where it starts and ends."""
    id_, page, start, end = place
    title, date = view.store.one("SELECT title, date FROM document WHERE id = ?", (id_,)) or (None, None)
    own = (claim.kind, claim.text, claim.line, status, claim.person, found)
    return CiteRecord._make((*own, id_, title, date, page, start, end, differs))


class QuotationFinder:
    """Finds the quotations of a draft in a selection of documents."""

    def __init__(self, among: Where, view: View) -> None:
        self._view = view
        self._among: set[int] | None = None
        if not among.everything:
            sql = f"SELECT d.doc FROM {among.table} d WHERE {among.sql}"
            self._among = {doc for (doc,) in view.store.rows(sql, among.params)}
        self._documents = (view.store.one("SELECT count(*) FROM document") or (0,))[0]
        self._people: dict[str, frozenset[str]] = {}
        self._last: tuple[int, list[QuoteRecord]] = (-1, [])  # a document, and what is quoted in it

    def record(self, quote: DraftClaim) -> CiteRecord:
        """Return what is to be said of a quotation."""
        pieces = pieces_of(quote.text)
        found = self._best(quote, self._verbatim(pieces)) if pieces else None
        if found is not None:
            differs: Status = "other_speaker" if found.agreement == 1 else "verbatim"
            return self._record(quote, differs, found)
        found = self._best(quote, self._near(pieces)) if pieces else None
        if found is None:
            return nowhere(quote)
        said = self._said_only(found)
        if pieces_of(said) == [[word for piece in pieces for word in piece]]:
            return self._record(quote, "other_speaker" if found.agreement == 1 else "verbatim", found)
        return self._record(quote, "altered", found, difference(quote.text, said))

    def _record(self, quote: DraftClaim, status: Status, found: _Found, differs: str | None = None) -> CiteRecord:
        sql = f"SELECT d.id, {page_at('?2')} FROM document d WHERE d.doc = ?1"
        row = self._view.store.one(sql, (found.place.doc, found.span[0]))
        assert row is not None
        return record_at(quote, status, found.speaker, (*row, *found.span), self._view, differs)

    # ---- where ----

    def _verbatim(self, pieces: Sequence[Sequence[str]]) -> list[_Place]:
        """Return where the pieces stand word by word, in the first documents that hold them."""
        longest = sorted({word for piece in pieces for word in piece}, key=len, reverse=True)[:_LOOKED_UP]
        docs: set[int] | None = self._among
        for word in longest:
            held = self._holding(word)
            if held is not None:
                docs = held if docs is None else docs & held
        places = self._view.store.map_texts(partial(_spans, finder(pieces)), None if docs is None else sorted(docs))
        return [_Place(doc, *span) for doc in sorted(places)[:_PLACES] for span in places[doc]]

    def _near(self, pieces: Sequence[Sequence[str]]) -> list[_Place]:
        """Return where the words nearly stand, the likest place of the likeliest documents."""
        wanted = [word for piece in pieces for word in piece]
        places = []
        for doc in self._likeliest(wanted):
            like = most_like(wanted, words_in(self._view.store.surface(doc).text))
            if like is not None:
                places.append(_Place(doc, *like))
        best = max((place.ratio for place in places), default=0.0)
        return [place for place in places if place.ratio == best]

    def _likeliest(self, wanted: Sequence[str]) -> list[int]:
        """Return the documents that hold most of the longest words, rare ones before common ones."""
        weights: defaultdict[int, float] = defaultdict(float)
        longest = sorted({word for word in wanted if len(word) >= _SHORT}, key=len, reverse=True)[:_RANKED]
        for held in map(self._holding, longest):
            for doc in held or ():
                weights[doc] += log(1 + self._documents / len(held or ()))
        ranked = sorted(weights, key=lambda doc: (-weights[doc], doc)) or self._first_documents()
        return [doc for doc in ranked if self._among is None or doc in self._among][:_READ]

    def _first_documents(self) -> list[int]:
        """Return the first documents: of a small folder, in which each word stands in most, all."""
        return [doc for (doc,) in self._view.store.rows("SELECT doc FROM document ORDER BY doc LIMIT ?", (_READ,))]

    def _holding(self, word: str) -> set[int] | None:
        """Return the documents with a word; None where these are most."""
        longest = max(word.split("'"), key=len)
        return self._view.store.candidates(rf"\b{re.escape(longest)}\b", re.IGNORECASE)

    # ---- who ----

    def _best(self, quote: DraftClaim, places: Sequence[_Place]) -> _Found | None:
        """Return the place that says it as the draft does, the earliest of several."""
        dated = "SELECT doc, coalesce(start, '9999') FROM document WHERE doc IN (SELECT value FROM json_each(?))"
        dates = dict(self._view.store.rows(dated, (listed([place.doc for place in places]),)))
        found = [self._with_speaker(quote, place) for place in places]
        order = _OF_FEW if len(words_in(quote.text)) < _FEW else _OF_MANY
        return min(found, key=lambda one: (order[one.agreement], dates[one.place.doc], one.place.doc), default=None)

    def _with_speaker(self, quote: DraftClaim, place: _Place) -> _Found:
        read = self._view.store.surface(place.doc)
        span = read.to_body(place.start, place.end)
        text = " ".join(read.text[place.start : place.end].split())
        speakers = {one.person_id: one.speaker for one in self._quotes(place.doc, *span) if one.person_id is not None}
        if not speakers:
            return _Found(place, 2, None, text, span)
        meant = self._meant(quote.person) if quote.person else frozenset(speakers)
        same = [name for person, name in speakers.items() if person in meant]
        return _Found(place, 0 if same else 1, same[0] if same else next(iter(speakers.values())), text, span)

    def _quotes(self, doc: int, start: int, end: int) -> Iterator[QuoteRecord]:
        if self._last[0] != doc:  # places come document by document
            self._last = (doc, list(quotes_in([doc], self._view)))
        for one in self._last[1]:
            if one.char_start < end and one.char_end > start:
                yield one

    def _meant(self, name: str) -> frozenset[str]:
        """Return the ids of the people whom a name of the draft may mean here."""
        if name not in self._people:
            try:
                numbers = named_people(name, self._view)
            except NothingFound:
                numbers = []
            sql = "SELECT person_id FROM person WHERE person IN (SELECT value FROM json_each(?))"
            self._people[name] = frozenset(row[0] for row in self._view.store.rows(sql, (listed(numbers),)))
        return self._people[name]

    def _said_only(self, found: _Found) -> str:
        """Return what is quoted within a place: "We will act," she said, "and soon." is one quotation of a draft."""
        read: Surface = self._view.store.surface(found.place.doc)
        said = [
            " ".join(Written.read(one.text).split())
            if one.char_start >= found.span[0] and one.char_end <= found.span[1]
            else _within(read, one, found.place)
            for one in self._quotes(found.place.doc, *found.span)
        ]
        return " ".join(said) if len(said) > 1 else found.text


def _within(read: Surface, one: QuoteRecord, place: _Place) -> str:
    first, last = read.from_body(one.char_start, one.char_end)
    return " ".join(read.text[max(first, place.start) : min(last, place.end)].split())


def _spans(find: Callable[[str], list[tuple[int, int]]], text: bytes, _edits: str | None) -> list[tuple[int, int]]:
    """Return where a text of the index holds what is looked for; its line ends are blanks like others."""
    return find(text.decode())
