"""Patterns asked of texts beside a question: the documents whose text has them all, and the sentences that do.

Reads patterns as `grep` does. Knows no order and no record.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from nzn_cli.model.settings import Filters, GrepRequest
from nzn_cli.query.grep_patterns import Pattern, patterns
from nzn_cli.query.grep_scan import Scan
from nzn_cli.query.named import name_groups
from nzn_cli.query.patience import each_with_patience, patient
from nzn_cli.query.selection import Where
from nzn_cli.query.view import View, listed
from nzn_cli.text.folding import fold, level
from nzn_cli.text.sentences import sentence_at
from nzn_cli.text.surface import Surface

_PERSON = """SELECT n.person, m.char_start, m.char_end FROM mention m
    JOIN entity e ON e.doc = m.doc AND e.entity = m.entity AND e.kind = 'person'
    JOIN person_name n ON (n.name, n.sense) = (e.name, e.sense)
    WHERE m.doc = ? AND m.kind = 'person' AND m.char_start IS NOT NULL
    AND n.person IN (SELECT value FROM json_each(?))"""
_ORGANISATION = """SELECT o.organisation, m.char_start, m.char_end FROM mention m
    JOIN organisation_entity o ON o.doc = m.doc AND o.entity = m.entity
    WHERE m.doc = ? AND m.kind = 'organisation' AND m.char_start IS NOT NULL
    AND o.organisation IN (SELECT value FROM json_each(?))"""


def documents_about(about: Sequence[str], found: Where, view: View) -> list[int]:
    """Return the documents of a selection whose text has every pattern of `about`.

    Raises UsageError for a pattern that is no regular expression or that never comes to an end.
    """
    request = GrepRequest(tuple(about), all_of=True)
    wanted = patterns(request)
    docs = may_hold(wanted, view)
    if not found.everything:
        chosen = view.store.rows(f"SELECT d.doc FROM {found.table} d WHERE {found.sql}", found.params)
        docs = {doc for (doc,) in chosen if docs is None or doc in docs}
    with each_with_patience(wanted):
        holding = view.store.map_texts(patient(Scan(wanted, request).holds), None if docs is None else sorted(docs))
    return sorted(holding)


def may_hold(wanted: Sequence[Pattern], view: View) -> set[int] | None:
    """Return the documents that may have all patterns, by the words of the index; None where any may."""
    held: set[int] | None = None
    for pattern in wanted:
        docs = view.store.candidates(pattern.source, pattern.flags)
        if docs is not None:
            held = docs if held is None else held & docs
    return held


def in_sentences(rows: Iterable[tuple[Any, ...]], filters: Filters, view: View) -> list[Any]:
    """Return what of `rows`, each (anything, doc, first character, last character), stands in a sentence asked for.

    A sentence is asked for that has every pattern of `filters.about` and names what `person` and `organisation` mean:
    one of each, with `all_of` every one. What has no place in the text stands in no sentence.
    """
    asked = _Sentences(filters, view)
    with each_with_patience(asked.patterns):
        inside = sorted((row for row in rows if row[2] is not None), key=lambda row: row[1])
        return [row[0] for row in view.store.announced(inside, 1) if asked.hold(*row[1:4])]


def titled(found: Where, filters: Filters, view: View) -> list[int]:
    """Return the documents of a selection whose title has what sentences are asked for: a publication's sentence.

    A title names a person by the last word of the name, anything else by a whole name of it.
    """
    asked = patterns(GrepRequest(tuple(filters.about))) if filters.about else []
    named = [
        [_words(name) for name in _names(kind, group, view)]
        for kind, typed in (("person", filters.person), ("organisation", filters.organisation))
        for group in name_groups(view.store, kind, typed, filters.all_of)
    ]
    has = patient(lambda text: all(pattern.line.search(text) for pattern in asked))
    docs = []
    rows = view.store.rows(f"SELECT d.doc, d.title FROM {found.table} d WHERE {found.sql}", found.params)
    with each_with_patience(asked):
        for doc, title in rows:
            words = _words(title or "")
            if title and has(level(title)) and all(any(name in words for name in names) for names in named):
                docs.append(doc)
    return docs


def _names(kind: str, numbers: Sequence[int], view: View) -> set[str]:
    if kind == "organisation":
        sql = "SELECT folded FROM organisation_name WHERE organisation IN (SELECT value FROM json_each(?))"
        return {name for (name,) in view.store.rows(sql, (listed(numbers),))}
    sql = "SELECT name FROM person WHERE person IN (SELECT value FROM json_each(?))"
    return {name.split()[-1] for (name,) in view.store.rows(sql, (listed(numbers),))}


def _words(text: str) -> str:
    """The words of a text between blanks, so that whole words are found in it."""
    words = re.findall(r"[^\W_]+", fold(text))
    return f" {' '.join(words)} "


class _Sentences:
    """What sentences must have, and what is known of the document that is being looked at."""

    def __init__(self, filters: Filters, view: View) -> None:
        self.patterns = patterns(GrepRequest(tuple(filters.about))) if filters.about else []
        self._names = [
            (sql, groups)
            for sql, kind, typed in (
                (_PERSON, "person", filters.person),
                (_ORGANISATION, "organisation", filters.organisation),
            )
            if (groups := name_groups(view.store, kind, typed, filters.all_of))
        ]
        self._view = view
        self._doc = -1
        self._read = Surface("")
        self._places: list[list[tuple[int, int]]] = []  # of each name that a sentence must have
        self._names_in: dict[tuple[int, int], bool] = {}
        self._has_patterns = patient(self._match)

    def hold(self, doc: int, start: int, end: int) -> bool:
        """Return whether the sentence around a span of a document has all that is asked for."""
        if doc != self._doc:
            self._open(doc)
        text = self._read.text
        first, last = sentence_at(text, *self._read.from_body(start, end))
        if (first, last) not in self._names_in:
            low, high = self._read.to_body(first, last)
            self._names_in[first, last] = all(
                any(low <= start and end <= high for start, end in places) for places in self._places
            )
        return self._names_in[first, last] and self._has_patterns(text[first:last])

    def _match(self, sentence: str) -> bool:
        plain = level(" ".join(sentence.split()))
        return all(pattern.line.search(plain) for pattern in self.patterns)

    def _open(self, doc: int) -> None:
        self._doc, self._read, self._names_in, self._places = doc, self._view.store.surface(doc), {}, []
        for sql, groups in self._names:
            numbers = sorted({number for group in groups for number in group})
            rows = list(self._view.store.rows(sql, (doc, listed(numbers))))
            self._places += [[(start, end) for number, start, end in rows if number in group] for group in groups]
