"""What is told of people: documents, spellings, roles with dates, for a few people at a time.

One statement reads a kind of detail for all of them, so that a selection of documents is made once and not per person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from nzn_cli.model import PersonRecord, Role, Variant
from nzn_cli.query.people_chosen import Chosen
from nzn_cli.query.view import View, listed

_HEAD = "SELECT person, name, person_id FROM person WHERE person IN (SELECT value FROM json_each(?))"
_FROM = """FROM person_name n CROSS JOIN entity e ON e.name = n.name CROSS JOIN {table} d ON d.doc = e.doc {more}
    WHERE n.person IN (SELECT value FROM json_each(?)) AND {where}"""
_SEEN = "SELECT n.person, e.doc, d.id, d.date, d.start, d.stop, d.folder, d.path, e.mentions, e.credited {from_}"
_VARIANTS = "SELECT n.person, m.text, count(*) {from_} GROUP BY n.person, m.text"
_ROLES = "SELECT n.person, r.text, r.role, r.country, e.doc {from_}"
_MENTION = "CROSS JOIN mention m ON m.doc = e.doc AND m.entity = e.entity"
_ROLE = "CROSS JOIN role r ON r.doc = e.doc AND r.entity = e.entity"


class _Seen(NamedTuple):
    """A document in which a person is named."""

    id: str
    date: str | None
    start: str | None
    stop: str | None


def told(batch: Sequence[int], chosen: Chosen, view: View) -> Iterator[PersonRecord]:
    """Yield the records of the people of these numbers, in their order."""
    heads = {row[0]: (row[1], row[2]) for row in view.store.rows(_HEAD, (listed(batch),))}
    documents, mentions, credited = _documents(batch, chosen, view)
    variants = _variants(batch, chosen, view)
    roles = _roles(batch, chosen, view, documents)
    for number in batch:
        seen = list(documents[number].values())
        first, last = _span(seen)
        yield PersonRecord(
            *heads[number],
            variants[number],
            roles[number],
            number in credited,
            [each.id for each in seen],
            sum(each.count for each in variants[number]) if chosen.credited else mentions[number],
            first,
            last,
        )


def _rows(
    sql: str, batch: Sequence[int], chosen: Chosen, view: View, more: str = "", also: str = ""
) -> Iterator[tuple[Any, ...]]:
    """Return the rows of a statement about the batch, in the documents of the request."""
    found = chosen.scope
    conditions = [found.sql, *(["e.credited"] if chosen.credited else []), *([also] if also else [])]
    from_ = _FROM.format(table=found.table, more=more, where=" AND ".join(conditions))
    return view.store.rows(sql.format(from_=from_), (listed(batch), *found.params))


def _documents(
    batch: Sequence[int], chosen: Chosen, view: View
) -> tuple[dict[int, dict[int, _Seen]], dict[int, int], set[int]]:
    """Return each person's documents, newest first, number of mentions, and who is credited."""
    rows: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for row in _rows(_SEEN, batch, chosen, view):
        rows[row[0]].append(row)
    documents: dict[int, dict[int, _Seen]] = defaultdict(dict)
    for number, found in rows.items():
        found.sort(key=lambda row: (row[6], _bytes(row[7])))
        found.sort(key=lambda row: row[4] or "", reverse=True)
        for row in found:
            documents[number][row[1]] = _Seen(row[2], row[3], row[4], row[5])
    mentions = {number: sum(row[8] for row in found) for number, found in rows.items()}
    return documents, mentions, {number for number, found in rows.items() if any(row[9] for row in found)}


def _bytes(path: str | bytes) -> bytes:
    return path.encode() if isinstance(path, str) else path


def _variants(batch: Sequence[int], chosen: Chosen, view: View) -> dict[int, list[Variant]]:
    found: dict[int, list[Variant]] = defaultdict(list)
    for number, text, count in _rows(
        _VARIANTS, batch, chosen, view, _MENTION, "m.source = 'metadata'" if chosen.credited else ""
    ):
        found[number].append(Variant(text, count))
    for variants in found.values():
        variants.sort(key=lambda variant: (-variant.count, variant.text))
    return found


def _roles(
    batch: Sequence[int], chosen: Chosen, view: View, documents: dict[int, dict[int, _Seen]]
) -> dict[int, list[Role]]:
    """Return each person's roles, most documents first, one for each normalised role and country."""
    seen: dict[int, dict[tuple[str, str | None], dict[str, dict[int, None]]]] = defaultdict(dict)
    for number, text, role, country, doc in _rows(_ROLES, batch, chosen, view, _ROLE):
        seen[number].setdefault((role, country), {}).setdefault(text, {})[doc] = None
    return defaultdict(
        list, {number: _one_each(_with_country(roles), documents[number]) for number, roles in seen.items()}
    )


def _with_country(
    roles: dict[tuple[str, str | None], dict[str, dict[int, None]]],
) -> dict[tuple[str, str | None], dict[str, dict[int, None]]]:
    """Return the roles, what states no country put to the one that does: "Prime Minister" is New Zealand's too."""
    stated: dict[str, list[str]] = defaultdict(list)
    for role, country in roles:
        if country is not None:
            stated[role].append(country)
    for role, countries in stated.items():
        if len(countries) == 1 and (role, None) in roles:
            for text, docs in roles.pop((role, None)).items():
                roles[role, countries[0]].setdefault(text, {}).update(docs)
    return roles


def _one_each(
    roles: dict[tuple[str, str | None], dict[str, dict[int, None]]], documents: dict[int, _Seen]
) -> list[Role]:
    found = []
    for (role, country), texts in roles.items():
        text = max(texts, key=lambda text: (len(texts[text]), len(text), text))
        docs = {doc for docs in texts.values() for doc in docs}
        seen = [each for doc, each in documents.items() if doc in docs]
        found.append(Role(text, role, country, *_span(seen), [each.id for each in seen]))
    return sorted(found, key=lambda role: (-len(role.documents), role.role, role.country or ""))


def _span(seen: Sequence[_Seen]) -> tuple[str | None, str | None]:
    """Return the dates, as precise as stated, of the earliest and the latest of the documents."""
    dated = [each for each in seen if each.start is not None]
    if not dated:
        return None, None
    first = min(dated, key=lambda each: (each.start or "", each.date or ""))
    last = max(dated, key=lambda each: (each.stop or "", each.date or ""))
    return first.date, last.date
