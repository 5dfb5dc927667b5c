"""The sentence around a span of a document, and the people named in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import lru_cache

from nzn_cli.index.store import Store

# events come in order of time, and those of one document stand near its date: a thousand documents at hand suffice
_AT_HAND = 1024

_NAMED = """SELECT m.char_start, m.char_end, coalesce(p.name, e.name) FROM mention m
    JOIN entity e ON e.doc = m.doc AND e.entity = m.entity
    LEFT JOIN person_name n ON n.name = e.name LEFT JOIN person p ON p.person = n.person
    WHERE m.doc = ? AND m.char_start IS NOT NULL ORDER BY m.char_start"""


class Evidence:
    """Reads bodies and mentions of documents as spans are asked for, and keeps the last few."""

    def __init__(self, store: Store, fields: Sequence[str] | None) -> None:
        self._sentence = fields is None or "sentence" in fields
        self._people = fields is None or "people" in fields
        self._body: Callable[[int], str] = lru_cache(_AT_HAND)(store.body)
        self._mentions: Callable[[int], list[tuple[int, int, str]]] = lru_cache(_AT_HAND)(
            lambda doc: [(row[0], row[1], row[2]) for row in store.rows(_NAMED, (doc,))]
        )

    def of(self, doc: int, start: int, end: int) -> tuple[str | None, list[str]]:
        """Return the sentence that holds the span, as it stands, and the people named in it, each once."""
        if not self._sentence and not self._people:
            return None, []
        from nzn_cli.language.sentences import sentence_at

        body = self._body(doc)
        first, last = sentence_at(body, start, end)
        return body[first:last] if self._sentence else None, self._named(doc, first, last) if self._people else []

    def _named(self, doc: int, first: int, last: int) -> list[str]:
        mentions = self._mentions(doc)
        place = bisect_left(mentions, (first, 0, ""))
        names: dict[str, None] = {}
        while place < len(mentions) and mentions[place][0] < last:
            if mentions[place][1] <= last:
                names[mentions[place][2]] = None
            place += 1
        return list(names)
