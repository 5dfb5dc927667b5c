"""What `who` shows of people: documents, surface forms, roles with dates, for a few hundred people at a time.

One statement reads a kind of detail for all of them, and the documents are selected once, not once a person. Of people
in many documents it is written down when they are joined, so that an answer about all documents reads it as it stands.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from nzn_cli.model.answers import Role, Variant
from nzn_cli.model.records import NamedTuple
from nzn_cli.store.person_roles import SeenRoles, person_roles

if TYPE_CHECKING:
    import sqlite3

_MANY = 40  # documents above which to summarise somebody anew takes longer than to read what was stored
_BATCH = 400
_FROM = """FROM person_name n CROSS JOIN entity e ON (e.name, e.sense) = (n.name, n.sense) AND e.kind = 'person' {join}
    WHERE n.person IN (SELECT value FROM json_each(?)) AND {where}"""
_ENTITIES = "SELECT n.person, e.doc, e.mentions, e.credited {from_}"
_DOCUMENTS = """SELECT d.doc, d.id, d.date, d.stop FROM {table} d
    WHERE d.doc IN (SELECT value FROM json_each(?)) AND {where} ORDER BY d.start DESC, d.folder, d.path"""
_VARIANTS = "SELECT n.person, m.text, count(*) {from_} GROUP BY n.person, m.text"
_ROLES = "SELECT n.person, r.text, r.role, r.country, r.organisation, e.doc {from_}"
_SELDOM = "SELECT person, role FROM seldom_role WHERE person IN (SELECT value FROM json_each(?))"
_MENTION = "CROSS JOIN mention m ON m.doc = e.doc AND m.entity = e.entity AND m.kind = e.kind"
_ROLE = "CROSS JOIN role r ON r.doc = e.doc AND r.entity = e.entity"

_Rows = Callable[[str, Sequence[Any]], Iterable[tuple[Any, ...]]]


class Scope(NamedTuple):
    """The documents that are spoken of: those of `FROM {table} d WHERE {sql}`; `credited` tells of credits alone."""

    table: str = "document"
    sql: str = "1"
    params: tuple[object, ...] = ()
    credited: bool = False

    @property
    def everything(self) -> bool:
        """Whether all is told."""
        return self == Scope()


class PersonSummary(NamedTuple):
    """What is shown of one person; `variants` are empty where they were not asked for."""

    variants: list[Variant]
    roles: list[Role]
    credited: bool
    document_ids: list[str]
    mentions: int
    first: str | None
    last: str | None


def person_summaries(batch: Sequence[int], scope: Scope, rows: _Rows, spelled: bool = True) -> Iterator[PersonSummary]:
    """Yield a summary for the people of these numbers, in their order, out of the documents of a scope.

    To count every surface form of somebody in thousands of documents costs more than all else that is shown.
    """
    details = _Details(batch, scope, rows)
    variants, roles = details.variants() if spelled else defaultdict(list), details.roles()
    for number in batch:
        shown, places = variants[number], sorted(details.of[number])
        yield PersonSummary(
            shown,
            person_roles(roles[number], details.seldom[number], details.documents),
            number in details.credited,
            details.documents.ids(places),
            sum(each.count for each in shown) if scope.credited else details.mentions[number],
            *details.documents.span(places),
        )


def store_person_summaries(connection: sqlite3.Connection) -> None:
    """Fill `person_summary` anew, in the transaction that is open."""
    connection.execute("DELETE FROM person_summary")
    numbers = [row[0] for row in connection.execute("SELECT person FROM person WHERE documents >= ?", (_MANY,))]
    for start in range(0, len(numbers), _BATCH):
        batch = numbers[start : start + _BATCH]
        written = map(_written, person_summaries(batch, Scope(), connection.execute))
        connection.executemany(
            "INSERT INTO person_summary VALUES (?, ?, ?)", zip(batch, *zip(*written, strict=True), strict=True)
        )


def stored_person_summaries(batch: Sequence[int], rows: _Rows, spelled: bool = True) -> dict[int, PersonSummary]:
    """Return the stored summaries of those people who have one."""
    columns = "person, summary, variants" if spelled else "person, summary"
    sql = f"SELECT {columns} FROM person_summary WHERE person IN (SELECT value FROM json_each(?))"
    return {number: _read(*texts) for number, *texts in rows(sql, (json.dumps(list(batch)),))}


def _written(summary: PersonSummary) -> tuple[str, str]:
    return json.dumps(summary[1:]), json.dumps(summary.variants)


def _read(summary: str, variants: str = "[]") -> PersonSummary:
    roles, *rest = json.loads(summary)
    return PersonSummary([Variant(*each) for each in json.loads(variants)], [Role(*each) for each in roles], *rest)


class Countries(dict[str | None, str | None]):
    """Countries by what roles have as such: "Italian" is Italy; what is no country is kept as it stands."""

    def __missing__(self, written: str | None) -> str | None:
        from nzn_cli.names.countries import country_named

        self[written] = None if written is None else country_named(written) or written
        return self[written]


class _Documents:
    """Documents by their place among all that are spoken of, the newest first and the undated last."""

    def __init__(self, rows: Iterable[tuple[Any, ...]]) -> None:
        self.place: dict[int, int] = {}
        self._ids: list[str] = []
        self._dates: list[str | None] = []
        self._stops: list[str] = []  # of the dated
        for place, (doc, id_, date, stop) in enumerate(rows):
            self.place[doc] = place
            self._ids.append(id_)
            self._dates.append(date)
            if stop is not None:
                self._stops.append(stop)

    def ids(self, places: Sequence[int]) -> list[str]:
        """Return the ids of documents."""
        return [self._ids[place] for place in places]

    def span(self, places: Sequence[int]) -> tuple[str | None, str | None]:
        """Return the dates, as precise as stated, of the earliest and the latest of the documents."""
        dated = places[: bisect_left(places, len(self._stops))]
        if not dated:
            return None, None
        latest = max(map(self._stops.__getitem__, dated))
        return self._dates[dated[-1]], next(self._dates[place] for place in dated if self._stops[place] == latest)


class _Details:
    """What the documents of a request say of some people."""

    def __init__(self, batch: Sequence[int], scope: Scope, rows: _Rows) -> None:
        self._batch, self._scope, self._ask = json.dumps(list(batch)), scope, rows
        self.of: dict[int, set[int]] = defaultdict(set)  # places of documents
        self.mentions: dict[int, int] = defaultdict(int)
        self.credited: set[int] = set()
        self.seldom: dict[int, set[str]] = defaultdict(set)  # offices that many more documents give to another
        for number, role in rows(_SELDOM, (self._batch,)):
            self.seldom[number].add(role)
        entities = list(self._rows(_ENTITIES))
        self.documents = self._read({row[1] for row in entities})
        place = self.documents.place
        for number, doc, mentions, credited in entities:
            if doc in place:
                self.of[number].add(place[doc])
                self.mentions[number] += mentions
                if credited:
                    self.credited.add(number)

    def variants(self) -> dict[int, list[Variant]]:
        """Return each person's spellings, the commonest first."""
        found: dict[int, list[Variant]] = defaultdict(list)
        where = "m.source = 'metadata'" if self._scope.credited else "m.source <> 'office'"
        for number, text, count in self._rows(_VARIANTS, _MENTION, where, only=True):
            found[number].append(Variant(text, count))
        for variants in found.values():
            variants.sort(key=lambda variant: (-variant.count, variant.text))
        return found

    def roles(self) -> dict[int, SeenRoles]:
        """Return each person's roles with the places of the documents that give them."""
        found: dict[int, SeenRoles] = defaultdict(dict)
        place, countries = self.documents.place, Countries()
        for number, text, role, country, body, doc in self._rows(_ROLES, _ROLE):
            if doc in place:
                ways = found[number].setdefault((role, countries[country]), {})
                ways.setdefault((text, body), []).append(place[doc])
        return found

    def _rows(self, sql: str, join: str = "", where: str = "1", only: bool = False) -> Iterable[tuple[Any, ...]]:
        """Return rows on the batch, `only` from the documents of the request where those are not all."""
        params = [self._batch]
        if self._scope.credited:
            where += " AND e.credited"
        if only and (self._scope.sql != "1" or self._scope.params):
            where += " AND e.doc IN (SELECT value FROM json_each(?))"
            params.append(json.dumps(sorted(self.documents.place)))
        return self._ask(sql.format(from_=_FROM.format(join=join, where=where)), params)

    def _read(self, docs: set[int]) -> _Documents:
        sql = _DOCUMENTS.format(table=self._scope.table, where=self._scope.sql)
        return _Documents(self._ask(sql, (json.dumps(sorted(docs)), *self._scope.params)))
