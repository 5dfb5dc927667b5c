"""What: the bodies, agreements, laws, programmes, missions and meetings of a corpus, as records.

Composes SQL on the tables of organisations; knows nothing of how they were found or joined.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from nzn_cli.errors import UsageError
from nzn_cli.model.answers import (
    BesideName,
    Expansion,
    NamedMentionRecord,
    NamedProfileRecord,
    NamedRecord,
    NameSpellingRecord,
    Variant,
)
from nzn_cli.model.settings import Filters, WhatRequest
from nzn_cli.query.answer import Answer
from nzn_cli.query.filters import needs, where
from nzn_cli.query.named import organisations_named
from nzn_cli.query.order import sort_keys
from nzn_cli.query.selection import Where
from nzn_cli.query.view import View, listed

KINDS = ("organisation", "agreement", "law", "programme", "mission", "meeting")
_MOST = 1 << 62
_SORTS = {
    "name": "o.folded",
    "kind": "o.what",
    "documents": "documents",
    "mentions": "mentions",
    "first": "first",
    "last": "last",
}
_ORDER = "documents DESC, o.folded, o.name, o.organisation"
_STORED = "SELECT o.organisation, o.documents, o.mentions, o.first, o.last FROM organisation o WHERE {where}"
_COUNTED = """SELECT o.organisation, count(DISTINCT e.doc) AS documents, sum(e.mentions) AS mentions,
    min(d.date) AS first, max(d.date) AS last {from_} WHERE {where} GROUP BY o.organisation"""
_FROM = """FROM organisation_entity n CROSS JOIN {table} d ON d.doc = n.doc
    CROSS JOIN entity e ON e.doc = n.doc AND e.entity = n.entity AND e.kind = 'organisation'
    CROSS JOIN organisation o ON o.organisation = n.organisation"""
_ONE_OF = "n.organisation IN (SELECT value FROM json_each(?))"
NEWEST = "d.start DESC, d.folder, d.path"
_MENTION = "CROSS JOIN mention m ON m.doc = n.doc AND m.entity = n.entity AND m.kind = 'organisation'"
_BESIDE = "d.doc IN (SELECT doc FROM organisation_entity WHERE organisation IN (SELECT value FROM json_each(?)))"


def what_needs(filters: Filters) -> frozenset[str]:
    """Return what the index must hold for an answer."""
    return needs(filters) | {"organisations"}


def named_things(
    request: WhatRequest, filters: Filters, view: View, fields: Sequence[str] | None = None
) -> Answer[NamedRecord]:
    """Return what the documents name, most documents first, then by name; `fields` are those that will be read.

    Raises UsageError for a kind, sort key or date that cannot be read, NothingFound (with the nearest) for a name of
    nothing.
    """
    chosen = ChosenThings(request, filters, view)
    return Answer((record for _, record in chosen.records(fields)), chosen.total)


def named_profiles(request: WhatRequest, filters: Filters, view: View) -> Answer[NamedProfileRecord]:
    """Return the thing that `request.name` means, with what and whom its documents name; several when ambiguous."""
    chosen = ChosenThings(request, filters, view)

    def records() -> Iterator[NamedProfileRecord]:
        for number, record in chosen.records(None):
            yield NamedProfileRecord(*record, with_=chosen.beside(number), people=chosen.people(number))

    return Answer(records(), chosen.total)


def named_mentions(request: WhatRequest, filters: Filters, view: View) -> Answer[NamedMentionRecord]:
    """Return one record an occurrence, documents newest first, in each by place."""
    chosen = ChosenThings(request._replace(limit=None, offset=0), filters, view)
    limit = -1 if request.limit is None else min(request.limit, _MOST)
    return chosen.mentions(limit, min(request.offset, _MOST))


def named_mentions_in(docs: Sequence[int], view: View) -> Answer[NamedMentionRecord]:
    """Return every occurrence of a named thing in these documents, in their order, by place (`show --what`)."""
    from_ = _FROM.format(table="document")
    sql = f"""SELECT d.id, o.name, o.name_id, o.what, m.text, m.source, m.char_start, m.char_end {from_} {_MENTION}
        WHERE d.doc = ? ORDER BY m.char_start, m.rowid"""
    return Answer(NamedMentionRecord(*row) for doc in docs for row in view.store.rows(sql, (doc,)))


def name_spellings(request: WhatRequest, filters: Filters, view: View) -> Answer[NameSpellingRecord]:
    """Return each way in which each thing is written, commonest first, with the rule and score that made it one."""
    chosen = ChosenThings(request, filters, view)
    return Answer(chosen.spellings())


class ChosenThings:
    """The things of an answer, in order, and the documents that it speaks of."""

    def __init__(self, request: WhatRequest, filters: Filters, view: View) -> None:
        unknown = [kind for kind in request.kinds if kind not in KINDS]
        if unknown:
            raise UsageError(f"{unknown[0]!r} is no kind of what texts name", f"--kind {', '.join(KINDS)}")
        self.only = None if request.name is None else organisations_named(view.store, [request.name])
        self.scope, self.view = where(filters, view), view
        self._page = _page(request, filters)
        self._by = ", ".join([*_sort(request.sort or filters.sort), _ORDER])
        conditions: list[str] = []
        params: list[object] = []
        for name in request.beside:
            beside = organisations_named(view.store, [name])
            self.scope = self.scope.also(_BESIDE, listed(beside))
            conditions.append("o.organisation NOT IN (SELECT value FROM json_each(?))")
            params.append(listed(beside))
        if self.only is not None:
            conditions.append("o.organisation IN (SELECT value FROM json_each(?))")
            params.append(listed(self.only))
        if request.kinds:
            conditions.append("o.what IN (SELECT value FROM json_each(?))")
            params.append(listed(list(request.kinds)))
        self._condition, self._condition_params = " AND ".join(conditions or ["1"]), tuple(params)
        if self.scope.everything:
            self._sql, self._params = _STORED.format(where=self._condition), self._condition_params
        else:
            from_ = _FROM.format(table=self.scope.table)
            self._sql = _COUNTED.format(from_=from_, where=f"{self._condition} AND {self.scope.sql}")
            self._params = (*self._condition_params, *self.scope.params)

    def rows(self) -> list[tuple[Any, ...]]:
        """Return number, documents, mentions, first and last date of each, between offset and limit."""
        sql = f"{self._sql} ORDER BY {self._by} LIMIT ? OFFSET ?"
        return list(self.view.store.rows(sql, (*self._params, *self._page)))

    def total(self) -> int:
        """Return how many there are without limit and offset."""
        row = self.view.store.one(f"SELECT count(*) FROM ({self._sql})", self._params)
        return int(row[0]) if row else 0

    def records(self, fields: Sequence[str] | None) -> Iterator[tuple[int, NamedRecord]]:
        """Yield number and record of each; only what `fields` has is read at length."""
        rows = self.rows()
        size = self.view.store.at_once
        for start in range(0, len(rows), size):
            batch = rows[start : start + size]
            details = _Details([row[0] for row in batch], self.scope, self.view, fields)
            for number, documents, mentions, first, last in batch:
                name, name_id, kind, shorts = details.heads[number]
                yield (
                    number,
                    NamedRecord(
                        name,
                        name_id,
                        kind,
                        json.loads(shorts),
                        details.variants[number],
                        details.defined[number],
                        documents,
                        details.ids[number],
                        mentions,
                        first,
                        last,
                    ),
                )

    def _from(self, number: int | None = None) -> tuple[str, tuple[object, ...]]:
        """Return what follows SELECT for the chosen things of the documents spoken of."""
        from_ = _FROM.format(table=self.scope.table)
        one = "n.organisation = ? AND " if number is not None else ""
        params = (number,) if number is not None else ()
        return f"{from_} {{join}} WHERE {one}{self._condition} AND {self.scope.sql}", (
            *params,
            *self._condition_params,
            *self.scope.params,
        )

    def mentions(self, limit: int, offset: int) -> Answer[NamedMentionRecord]:
        """Return occurrences of the chosen things."""
        template, params = self._from()
        from_ = template.format(join=_MENTION)
        sql = f"""SELECT d.id, o.name, o.name_id, o.what, m.text, m.source, m.char_start, m.char_end {from_}
            ORDER BY {NEWEST}, m.char_start, m.rowid LIMIT ? OFFSET ?"""

        def total() -> int:
            return int((self.view.store.one(f"SELECT count(*) {from_}", params) or (0,))[0])

        rows = self.view.store.rows(sql, (*params, limit, offset))
        return Answer((NamedMentionRecord(*row) for row in rows), total)

    def spellings(self) -> Iterator[NameSpellingRecord]:
        """Yield the ways in which the chosen things are written."""
        for number, *_ in self.rows():
            template, params = self._from(number)
            sql = f"""SELECT o.name, o.name_id, m.text, count(*) AS n, m.rule, n.rule, min(min(m.score, n.score))
                {template.format(join=_MENTION)} AND m.source = 'text'
                GROUP BY m.text, m.rule, n.rule ORDER BY n DESC, m.text, m.rule, n.rule"""
            seen: dict[str, list[Any]] = {}
            for name, name_id, text, count, in_text, joined, score in self.view.store.rows(sql, params):
                rule = in_text if joined == "same" else joined
                told = seen.setdefault(" ".join(text.split()), [name, name_id, 0, rule, score])
                told[2] += count
            for text, (name, name_id, count, rule, score) in sorted(seen.items(), key=lambda one: (-one[1][2], one[0])):
                yield NameSpellingRecord(name, name_id, text, count, rule, round(score, 3))

    def beside(self, number: int) -> list[BesideName]:
        """Return what else the documents of a thing name, by how many of them, then by name."""
        sql = f"""SELECT p.name, count(DISTINCT x.doc) AS shared FROM organisation_entity n
            CROSS JOIN {self.scope.table} d ON d.doc = n.doc CROSS JOIN organisation_entity x ON x.doc = n.doc
            CROSS JOIN organisation p ON p.organisation = x.organisation
            WHERE n.organisation = ? AND x.organisation <> n.organisation AND {self.scope.sql}
            GROUP BY p.organisation ORDER BY shared DESC, p.folded, p.name"""
        return [BesideName(*row) for row in self.view.store.rows(sql, (number, *self.scope.params))]

    def people(self, number: int) -> list[Any]:
        """Return the people whose roles are of a thing, by the number of documents that say so, then by name."""
        from nzn_cli.model.answers import Beside
        from nzn_cli.names.organisation_key import organisation_key

        store = self.view.store
        names = {row[0] for row in store.rows("SELECT folded FROM organisation_name WHERE organisation = ?", (number,))}
        keys = {organisation_key(name) for name in names}
        written = [
            body
            for (body,) in store.rows("SELECT DISTINCT organisation FROM role WHERE organisation IS NOT NULL")
            if organisation_key(body) in keys
        ]
        sql = f"""SELECT p.name, count(DISTINCT r.doc) AS n FROM role r CROSS JOIN {self.scope.table} d ON d.doc = r.doc
            CROSS JOIN entity e ON e.doc = r.doc AND e.entity = r.entity AND e.kind = 'person'
            CROSS JOIN person_name w ON (w.name, w.sense) = (e.name, e.sense) CROSS JOIN person p ON p.person = w.person
            WHERE r.organisation IN (SELECT value FROM json_each(?)) AND {self.scope.sql}
            GROUP BY p.person ORDER BY n DESC, p.folded, p.name"""
        return [Beside(*row) for row in store.rows(sql, (listed(written), *self.scope.params))]


def _page(request: WhatRequest, filters: Filters) -> tuple[int, int]:
    limit = request.limit if request.limit is not None else filters.limit
    return -1 if limit is None else min(limit, _MOST), min(request.offset or filters.offset, _MOST)


def _sort(sort: str | None) -> list[str]:
    keys = sort_keys(sort, tuple(_SORTS), "names")
    return [f"{_SORTS[key]} {'DESC' if down else 'ASC'} NULLS LAST" for key, down in keys]


class _Details:
    """What is shown of some things beside their figures."""

    def __init__(self, batch: Sequence[int], scope: Where, view: View, fields: Sequence[str] | None) -> None:
        self._numbers, self._scope, self._store = listed(batch), scope, view.store
        sql = f"""SELECT n.organisation, n.name, n.name_id, n.what, n.acronyms FROM organisation n WHERE {_ONE_OF}"""
        self.heads = {row[0]: row[1:] for row in view.store.rows(sql, (self._numbers,))}
        self.variants: dict[int, list[Variant]] = defaultdict(list)
        self.defined: dict[int, list[Expansion]] = defaultdict(list)
        self.ids: dict[int, list[str]] = defaultdict(list)
        if fields is None or "variants" in fields:
            self._read_variants()
        if fields is None or "defined" in fields:
            for number, short, long, id_ in self._rows(
                "n.organisation, a.short, a.long, d.id",
                "CROSS JOIN acronym a ON a.doc = n.doc AND a.entity = n.entity AND a.long IS NOT NULL",
                f"ORDER BY {NEWEST}, a.char_start",
            ):
                self.defined[number].append(Expansion(short, " ".join(long.split()), id_))
        if fields is None or "document_ids" in fields:
            for number, id_ in self._rows("n.organisation, d.id", "", f"ORDER BY {NEWEST}"):
                if not self.ids[number] or self.ids[number][-1] != id_:
                    self.ids[number].append(id_)

    def _read_variants(self) -> None:
        counts: dict[int, dict[str, int]] = defaultdict(dict)
        for number, text, count in self._rows(
            "n.organisation, m.text, count(*)", f"{_MENTION} AND m.source = 'text'", "GROUP BY n.organisation, m.text"
        ):
            plain = " ".join(text.split())
            counts[number][plain] = counts[number].get(plain, 0) + count
        for number, texts in counts.items():
            self.variants[number] = [
                Variant(text, count) for text, count in sorted(texts.items(), key=lambda one: (-one[1], one[0]))
            ]

    def _rows(self, columns: str, join: str, tail: str) -> Iterator[tuple[Any, ...]]:
        sql = f"""SELECT {columns} FROM organisation_entity n CROSS JOIN {self._scope.table} d ON d.doc = n.doc {join}
            WHERE {_ONE_OF} AND {self._scope.sql} {tail}"""
        return self._store.rows(sql, (self._numbers, *self._scope.params))
