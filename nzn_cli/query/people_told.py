"""What is told of people: documents, spellings, roles with dates, for a few hundred people at a time.

One statement reads a kind of detail for all of them, and the documents are selected once, not once a person.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from nzn_cli.model import PersonRecord, Role, Variant
from nzn_cli.query.people_chosen import Chosen, Countries
from nzn_cli.query.view import View, listed

_HEAD = "SELECT person, name, person_id FROM person WHERE person IN (SELECT value FROM json_each(?))"
_FROM = """FROM person_name n CROSS JOIN entity e ON e.name = n.name {join}
    WHERE n.person IN (SELECT value FROM json_each(?)) AND {where}"""
_ENTITIES = "SELECT n.person, e.doc, e.mentions, e.credited {from_}"
_DOCUMENTS = """SELECT d.doc, d.id, d.date, d.stop FROM {table} d
    WHERE d.doc IN (SELECT value FROM json_each(?)) AND {where} ORDER BY d.start DESC, d.folder, d.path"""
_VARIANTS = "SELECT n.person, m.text, count(*) {from_} GROUP BY n.person, m.text"
_ROLES = "SELECT n.person, r.text, r.role, r.country, e.doc {from_}"
_MENTION = "CROSS JOIN mention m ON m.doc = e.doc AND m.entity = e.entity"
_ROLE = "CROSS JOIN role r ON r.doc = e.doc AND r.entity = e.entity"

# a role and its country -> each way of writing it -> the documents that do
_Seen = dict[tuple[str, str | None], dict[str, list[int]]]


def told(
    batch: Sequence[int], chosen: Chosen, view: View, fields: Sequence[str] | None = None
) -> Iterator[PersonRecord]:
    """Yield the records of the people of these numbers, in their order; spellings only if `fields` has them or is None.

    To count every spelling of somebody in thousands of documents costs more than all else that is told.
    """
    details = _Details(batch, chosen, view)
    heads = {row[0]: (row[1], row[2]) for row in view.store.rows(_HEAD, (listed(batch),))}
    spelled = fields is None or "variants" in fields or chosen.credited
    variants, roles = details.variants() if spelled else defaultdict(list), details.roles()
    for number in batch:
        shown, places = variants[number], sorted(details.of[number])
        yield PersonRecord(
            *heads[number],
            shown,
            _roles(roles[number], chosen.roles, details.documents),
            number in details.credited,
            details.documents.ids(places),
            sum(each.count for each in shown) if chosen.credited else details.mentions[number],
            *details.documents.span(places),
        )


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

    def __init__(self, batch: Sequence[int], chosen: Chosen, view: View) -> None:
        self._batch, self._chosen, self._view = listed(batch), chosen, view
        self.of: dict[int, set[int]] = defaultdict(set)  # places of documents
        self.mentions: dict[int, int] = defaultdict(int)
        self.credited: set[int] = set()
        rows = list(self._rows(_ENTITIES))
        self.documents = self._read({row[1] for row in rows})
        place = self.documents.place
        for number, doc, mentions, credited in rows:
            if doc in place:
                self.of[number].add(place[doc])
                self.mentions[number] += mentions
                if credited:
                    self.credited.add(number)

    def variants(self) -> dict[int, list[Variant]]:
        """Return each person's spellings, the commonest first."""
        found: dict[int, list[Variant]] = defaultdict(list)
        where = "m.source = 'metadata'" if self._chosen.credited else "m.source <> 'office'"
        for number, text, count in self._rows(_VARIANTS, _MENTION, where, only=True):
            found[number].append(Variant(text, count))
        for variants in found.values():
            variants.sort(key=lambda variant: (-variant.count, variant.text))
        return found

    def roles(self) -> dict[int, _Seen]:
        """Return each person's roles with the places of the documents that give them."""
        found: dict[int, _Seen] = defaultdict(dict)
        place, countries = self.documents.place, Countries()
        for number, text, role, country, doc in self._rows(_ROLES, _ROLE):
            if doc in place:
                found[number].setdefault((role, countries[country]), {}).setdefault(text, []).append(place[doc])
        return found

    def _rows(self, sql: str, join: str = "", where: str = "1", only: bool = False) -> Iterator[tuple[Any, ...]]:
        """Return rows on the batch, `only` from the documents of the request where those are not all."""
        params = [self._batch]
        if self._chosen.credited:
            where += " AND e.credited"
        if only and not self._chosen.scope.everything:
            where += " AND e.doc IN (SELECT value FROM json_each(?))"
            params.append(listed(sorted(self.documents.place)))
        return self._view.store.rows(sql.format(from_=_FROM.format(join=join, where=where)), params)

    def _read(self, docs: set[int]) -> _Documents:
        found = self._chosen.scope
        sql = _DOCUMENTS.format(table=found.table, where=found.sql)
        return _Documents(self._view.store.rows(sql, (listed(sorted(docs)), *found.params)))


def _roles(seen: _Seen, asked: frozenset[str], documents: _Documents) -> list[Role]:
    """Return the roles, those asked for first, then those of most documents."""
    found = []
    for (role, country), texts in _with_country(seen).items():
        places = sorted({place for each in texts.values() for place in each})
        # of equals, what the texts say rather than the normal form, which stands beside it
        text = max(texts, key=lambda text: (len(texts[text]), text != role, len(text), text))
        found.append(Role(text, role, country, *documents.span(places), documents.ids(places)))
    return sorted(found, key=lambda role: (role.role not in asked, -len(role.documents), role.role, role.country or ""))


def _with_country(seen: _Seen) -> _Seen:
    """Return the roles, what states no country put to the one that does: "Prime Minister" is New Zealand's too."""
    stated: dict[str, list[str]] = defaultdict(list)
    for role, country in seen:
        if country is not None:
            stated[role].append(country)
    for role, countries in stated.items():
        if len(countries) == 1 and (role, None) in seen:
            for text, places in seen.pop((role, None)).items():
                seen[role, countries[0]].setdefault(text, []).extend(places)
    return seen
