"""The sentence around a span of a document, and the people named in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any

from nzn_cli.query.view import listed
from nzn_cli.store.store import Store
from nzn_cli.text.surface import Surface

# events come in order of time, and those of one document stand near its date: some documents at hand suffice
_AT_HAND = 24_000_000  # characters of bodies

_NAMED = """SELECT m.doc, m.char_start, m.char_end, coalesce(p.name, e.name) FROM mention m
    JOIN entity e ON e.doc = m.doc AND e.entity = m.entity AND e.kind = 'person'
    LEFT JOIN person_name n ON (n.name, n.sense) = (e.name, e.sense) LEFT JOIN person p ON p.person = n.person
    WHERE m.doc IN (SELECT value FROM json_each(?)) AND m.kind = 'person' AND m.char_start IS NOT NULL
    ORDER BY m.doc, m.char_start, m.char_end"""


class Evidence:
    """Reads bodies and mentions of documents as spans are asked for, and keeps the last few."""

    def __init__(self, store: Store, fields: Sequence[str] | None) -> None:
        self._sentence = fields is None or "sentence" in fields
        self._people = fields is None or "people" in fields
        self.wanted = self._sentence or self._people
        self._store = store
        self._held: dict[int, tuple[Surface, list[tuple[int, int, str]]]] = {}
        self._characters = 0
        self._mentions: dict[int, list[tuple[int, int, str]]] = {}  # of documents that will be read

    def announced(self, rows: Iterator[tuple[Any, ...]], place: int) -> Iterator[tuple[Any, ...]]:
        """Return rows for whose documents, which stand at `place`, evidence will be asked."""
        return self._store.announced(rows, place) if self.wanted else rows

    def of(self, doc: int, start: int, end: int) -> tuple[str | None, list[str]]:
        """Return the sentence that holds the span, as it is read, and the people named in it, each once."""
        if not self.wanted:
            return None, []
        from nzn_cli.text.sentences import sentence_at

        read, mentions = self._held.get(doc) or self._read(doc)
        first, last = sentence_at(read.text, *read.from_body(start, end))
        sentence = " ".join(read.text[first:last].split()) if self._sentence else None
        return sentence, self._named(mentions, *read.to_body(first, last)) if self._people else []

    def _read(self, doc: int) -> tuple[Surface, list[tuple[int, int, str]]]:
        read = self._store.surface(doc)
        self._characters += len(read)
        while self._held and self._characters > _AT_HAND:
            self._characters -= len(self._held.pop(next(iter(self._held)))[0])
        self._held[doc] = (read, self._mentions_of(doc) if self._people else [])
        return self._held[doc]

    def _mentions_of(self, doc: int) -> list[tuple[int, int, str]]:
        if doc not in self._mentions:
            docs = self._store.read_with(doc)
            self._mentions = {each: [] for each in docs}
            for each, *mention in self._store.rows(_NAMED, (listed(docs),)):
                self._mentions[each].append((mention[0], mention[1], mention[2]))
        return self._mentions[doc]

    @staticmethod
    def _named(mentions: list[tuple[int, int, str]], first: int, last: int) -> list[str]:
        place = bisect_left(mentions, (first, 0, ""))
        names: dict[str, None] = {}
        while place < len(mentions) and mentions[place][0] < last:
            if mentions[place][1] <= last:
                names[mentions[place][2]] = None
            place += 1
        return list(names)


class MentionPlaces:
    """Lines and sentences of occurrences, read document by document as far as `fields` has them (None: both)."""

    def __init__(self, store: Store, fields: Sequence[str] | None) -> None:
        self._sentence = fields is None or "sentence" in fields
        self._line = fields is None or "line" in fields
        self._evidence = Evidence(store, ("sentence",))
        self._store = store
        self._breaks: tuple[int, list[int]] = (-1, [])  # a document, and where its lines end

    def announced(self, rows: Iterator[tuple[Any, ...]], place: int) -> Iterator[tuple[Any, ...]]:
        """Return rows whose documents stand at `place`."""
        return self._store.announced(rows, place) if self._line or self._sentence else rows

    def of(self, doc: int, start: int | None, end: int | None, body_line: int) -> tuple[int | None, str | None]:
        """Return the line of the file and the sentence that hold a span of a body that starts on `body_line`."""
        if start is None or end is None:
            return None, None
        line = body_line + bisect_left(self._lines(doc), start) if self._line else None
        return line, self._evidence.of(doc, start, end)[0] if self._sentence else None

    def _lines(self, doc: int) -> list[int]:
        if self._breaks[0] != doc:
            body = self._store.body(doc)
            self._breaks = doc, [place for place, char in enumerate(body) if char == "\n"]
        return self._breaks[1]
