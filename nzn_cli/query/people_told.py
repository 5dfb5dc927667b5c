"""What is told of people: documents, spellings, roles with dates, for a few hundred people at a time.

One statement reads a kind of detail for all of them, and the documents are selected once, not once a person.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from nzn_cli.model import PersonRecord, Role, Variant
from nzn_cli.query.people_chosen import Chosen
from nzn_cli.query.view import View, listed

_HEAD = "SELECT person, name, person_id FROM person WHERE person IN (SELECT value FROM json_each(?))"
_FROM = """FROM person_name n CROSS JOIN entity e ON e.name = n.name {join}
    WHERE n.person IN (SELECT value FROM json_each(?)) AND {where}"""
_ENTITIES = "SELECT n.person, e.doc, e.mentions, e.credited {from_}"
_DOCUMENTS = """SELECT d.doc, d.id, d.date, d.start, d.stop FROM {table} d
    WHERE d.doc IN (SELECT value FROM json_each(?)) AND {where} ORDER BY d.start DESC, d.folder, d.path"""
_VARIANTS = "SELECT n.person, m.text, count(*) {from_} GROUP BY n.person, m.text"
_ROLES = "SELECT n.person, r.text, r.role, r.country, e.doc {from_}"
_MENTION = "CROSS JOIN mention m ON m.doc = e.doc AND m.entity = e.entity"
_ROLE = "CROSS JOIN role r ON r.doc = e.doc AND r.entity = e.entity"

# a role and its country -> each way of writing it -> in how many documents, and in which
_Seen = dict[tuple[str, str | None], tuple[Counter[str], set[int]]]
_Held = tuple[tuple[str, str | None], tuple[Counter[str], set[int]]]


class _Document(NamedTuple):
    """A document in which people are named, and its place among all of them, the newest first."""

    place: int
    id: str
    date: str | None
    start: str | None
    stop: str | None


def told(batch: Sequence[int], chosen: Chosen, view: View) -> Iterator[PersonRecord]:
    """Yield the records of the people of these numbers, in their order."""
    details = _Details(batch, chosen, view)
    heads = {row[0]: (row[1], row[2]) for row in view.store.rows(_HEAD, (listed(batch),))}
    variants, roles = details.variants(), details.roles()
    for number in batch:
        seen = details.ordered(details.of[number])
        shown = variants[number]
        yield PersonRecord(
            *heads[number],
            shown,
            [_role(key, *found, details) for key, found in roles[number]],
            number in details.credited,
            [each.id for each in seen],
            sum(each.count for each in shown) if chosen.credited else details.mentions[number],
            *_span(seen),
        )


class _Details:
    """The documents of some people, and what those say of them."""

    def __init__(self, batch: Sequence[int], chosen: Chosen, view: View) -> None:
        self._batch, self._chosen, self._view = listed(batch), chosen, view
        self.of: dict[int, set[int]] = defaultdict(set)
        self.mentions: Counter[int] = Counter()
        self.credited: set[int] = set()
        rows = list(self._rows(_ENTITIES))
        self._documents = self._read({row[1] for row in rows})
        for number, doc, mentions, credited in rows:
            if doc in self._documents:
                self.of[number].add(doc)
                self.mentions[number] += mentions
                if credited:
                    self.credited.add(number)

    def ordered(self, docs: set[int]) -> list[_Document]:
        """Return the documents of these numbers, the newest first."""
        return sorted(self._documents[doc] for doc in docs)

    def variants(self) -> dict[int, list[Variant]]:
        """Return each person's spellings, the commonest first."""
        found: dict[int, list[Variant]] = defaultdict(list)
        where = "m.source = 'metadata'" if self._chosen.credited else "1"
        for number, text, count in self._rows(_VARIANTS, _MENTION, where, only=True):
            found[number].append(Variant(text, count))
        for variants in found.values():
            variants.sort(key=lambda variant: (-variant.count, variant.text))
        return found

    def roles(self) -> dict[int, list[_Held]]:
        """Return each person's roles, those asked for first, then those of most documents."""
        found: dict[int, _Seen] = defaultdict(dict)
        for number, text, role, country, doc in self._rows(_ROLES, _ROLE):
            if doc in self._documents:
                texts, docs = found[number].setdefault((role, country), (Counter(), set()))
                texts[text] += 1
                docs.add(doc)
        asked = self._chosen.roles

        def order(item: _Held) -> tuple[bool, int, str, str]:
            (role, country), (_, docs) = item
            return (role not in asked, -len(docs), role, country or "")

        return defaultdict(list, {who: sorted(_with_country(seen).items(), key=order) for who, seen in found.items()})

    def _rows(self, sql: str, join: str = "", where: str = "1", only: bool = False) -> Iterator[tuple[Any, ...]]:
        """Return rows on the batch, `only` from the documents of the request where those are not all."""
        params = [self._batch]
        if self._chosen.credited:
            where += " AND e.credited"
        if only and not self._chosen.scope.everything:
            where += " AND e.doc IN (SELECT value FROM json_each(?))"
            params.append(listed(sorted(self._documents)))
        return self._view.store.rows(sql.format(from_=_FROM.format(join=join, where=where)), params)

    def _read(self, docs: set[int]) -> dict[int, _Document]:
        found = self._chosen.scope
        sql = _DOCUMENTS.format(table=found.table, where=found.sql)
        rows = self._view.store.rows(sql, (listed(sorted(docs)), *found.params))
        return {row[0]: _Document(place, *row[1:]) for place, row in enumerate(rows)}


def _with_country(seen: _Seen) -> _Seen:
    """Return the roles, what states no country put to the one that does: "Prime Minister" is New Zealand's too."""
    stated: dict[str, list[str]] = defaultdict(list)
    for role, country in seen:
        if country is not None:
            stated[role].append(country)
    for role, countries in stated.items():
        if len(countries) == 1 and (role, None) in seen:
            texts, docs = seen.pop((role, None))
            seen[role, countries[0]][0].update(texts)
            seen[role, countries[0]][1].update(docs)
    return seen


def _role(key: tuple[str, str | None], texts: Counter[str], docs: set[int], details: _Details) -> Role:
    seen = details.ordered(docs)
    # of equals, what the texts say rather than the normal form, which stands beside it
    text = max(texts, key=lambda text: (texts[text], text != key[0], len(text), text))
    return Role(text, *key, *_span(seen), [each.id for each in seen])


def _span(seen: Sequence[_Document]) -> tuple[str | None, str | None]:
    """Return the dates, as precise as stated, of the earliest and the latest of the documents."""
    dated = [each for each in seen if each.start is not None]
    if not dated:
        return None, None
    first = min(dated, key=lambda each: (each.start or "", each.date or ""))
    last = max(dated, key=lambda each: (each.stop or "", each.date or ""))
    return first.date, last.date
