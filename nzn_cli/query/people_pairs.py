"""Who is named with whom, and who may be one person though nothing joins them.

Composes SQL on the tables of people; which people and documents are meant is `people_chosen`'s.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence

from nzn_cli.model.answers import DoubtRecord, PairRecord
from nzn_cli.model.settings import Filters, PeopleRequest
from nzn_cli.names.compatibility import are_slips, can_be_one
from nzn_cli.names.name_key import NameKey, name_key
from nzn_cli.names.name_parts import parse_name
from nzn_cli.names.roles import title_of_role
from nzn_cli.query.answer import Answer
from nzn_cli.query.people import toml_quoted
from nzn_cli.query.people_chosen import MOST, choose
from nzn_cli.query.view import View, listed

_CROWD = 200  # people of one document above which it is a list of names, and nobody's company
_NAMED = """SELECT DISTINCT e.doc AS doc, n.person AS person FROM {table} d CROSS JOIN entity e ON e.doc = d.doc
    AND e.kind = 'person'
    CROSS JOIN person_name n ON (n.name, n.sense) = (e.name, e.sense)
    WHERE {where} AND n.person IN (SELECT person FROM person WHERE NOT alone)
    AND (SELECT count(*) FROM entity c WHERE c.doc = d.doc AND c.kind = 'person') <= ?"""
_PAIRS = """WITH named AS MATERIALIZED ({named})
    SELECT x.person, y.person, count(*) AS documents, json_group_array(x.doc) FROM named x
    CROSS JOIN named y ON y.doc = x.doc AND y.person > x.person WHERE {among} GROUP BY x.person, y.person
    ORDER BY documents DESC, x.person, y.person LIMIT ? OFFSET ?"""
_AMONG = "(x.person IN (SELECT value FROM json_each(?)) OR y.person IN (SELECT value FROM json_each(?)))"
_NEAR = 40  # of the people of one surname or given name, the most named, who are compared


def pairs(request: PeopleRequest, filters: Filters, view: View) -> Answer[PairRecord]:
    """Return who is named with whom in how many documents, most first; with a name or role, the pairs with those.

    Documents that name more than 200 people are lists, and left out. Raises UsageError and NothingFound as `people`.
    """
    chosen = choose(request._replace(limit=None, offset=0), filters, view)
    scope = chosen.scope
    among, params = ("1", ()) if chosen.everybody else (_AMONG, (listed(chosen.numbers()),) * 2)
    sql = _PAIRS.format(named=_NAMED.format(table=scope.table, where=scope.sql), among=among)
    limit = -1 if request.limit is None else min(request.limit, MOST)
    rows = view.store.rows(sql, (*scope.params, _CROWD, *params, limit, min(request.offset, MOST)))

    def records() -> Iterator[PairRecord]:
        names = dict(view.store.rows("SELECT person, name FROM person"))
        sql = "SELECT doc, id, date, stop FROM document ORDER BY start DESC, folder, path"
        told = {doc: (place, *rest) for place, (doc, *rest) in enumerate(view.store.rows(sql))}
        for a, b, count, docs in rows:
            found = sorted(told[doc] for doc in json.loads(docs))
            dated = [each for each in found if each[3] is not None]
            last = max(dated, key=lambda each: (each[3], -each[0]))[2] if dated else None
            first = dated[-1][2] if dated else None
            yield PairRecord(names[a], names[b], count, [each[1] for each in found], first, last)

    return Answer(records())


class _Person:
    """A person with what two who may be one are compared by."""

    def __init__(self, number: int, name: str, person_id: str, documents: int) -> None:
        self.number, self.name, self.person_id, self.documents = number, name, person_id, documents
        self.key = name_key(parse_name(name))


def doubtful(request: PeopleRequest, filters: Filters, view: View) -> Answer[DoubtRecord]:
    """Return pairs of people who may be one, the most named first, each with the lines of settings that join them.

    Their names are a letter off or forms of one another, and they share a title or a document.
    """
    chosen = choose(request._replace(limit=None, offset=0), filters, view)
    wanted = None if chosen.everybody else set(chosen.numbers())

    def records() -> Iterator[DoubtRecord]:
        people = _people(view)
        near = [
            (a, b, rule) for a, b, rule in _near(people) if wanted is None or a.number in wanted or b.number in wanted
        ]
        docs, titles = _shared({each.number for a, b, _ in near for each in (a, b)}, view)
        found = []
        for a, b, rule in near:
            together = len(docs[a.number] & docs[b.number])
            title = min(titles[a.number] & titles[b.number], default="")
            if together or title:
                found.append((a, b, rule, together, title))
        found.sort(key=lambda each: (-each[1].documents, -each[0].documents, each[0].number, each[1].number))
        for a, b, rule, together, title in found:
            shares = ", ".join(
                part for part in (title, f"{together} document{'s' * (together > 1)}" if together else "") if part
            )
            lines = f"[people.aliases]\n{toml_quoted(a.name)} = [{toml_quoted(b.name)}]\n"
            yield DoubtRecord(a.name, a.person_id, b.name, b.person_id, rule, b.documents, shares, lines)

    whole = list(records())
    stop = None if request.limit is None else request.offset + request.limit
    return Answer(iter(whole[request.offset : stop]), lambda: len(whole))


def unassigned(view: View) -> tuple[int, int]:
    """Return how many names may mean several people, and so have no row of their own, and how often they stand."""
    row = view.store.one("SELECT count(*), sum(mentions) FROM person WHERE several AND documents > 1")
    return (row[0], row[1] or 0) if row else (0, 0)


def _people(view: View) -> list[_Person]:
    sql = "SELECT person, name, person_id, documents FROM person WHERE NOT alone ORDER BY documents DESC, person"
    return [each for each in (_Person(*row) for row in view.store.rows(sql)) if each.key.given]


def _near(people: Sequence[_Person]) -> Iterator[tuple[_Person, _Person, str]]:
    """Yield pairs whose names are near, the more named first, each pair once."""
    shelves: dict[tuple[str, str], list[_Person]] = defaultdict(list)
    for each in people:
        shelves["surname", each.key.surname].append(each)
        shelves["given", f"{each.key.given[0]} {each.key.surname[:1]}"].append(each)
    seen: set[tuple[int, int]] = set()
    for shelf in shelves.values():
        most = shelf[:_NEAR]
        for at, b in enumerate(shelf):
            for a in most[:at]:
                rule = _nearness(a.key, b.key) if (a.number, b.number) not in seen else None
                if rule is not None:
                    seen.add((a.number, b.number))
                    yield a, b, rule


def _nearness(a: NameKey, b: NameKey) -> str | None:
    if are_slips(a, b):
        return "a letter off"
    if a.surname == b.surname and a.generation == b.generation and can_be_one(a, b):
        return "form of the name"
    return None


def _shared(numbers: set[int], view: View) -> tuple[dict[int, set[int]], dict[int, set[str]]]:
    """Return the documents of people and the titles that their roles give."""
    docs: dict[int, set[int]] = defaultdict(set)
    titles: dict[int, set[str]] = defaultdict(set)
    from_ = """FROM person_name n CROSS JOIN entity e ON (e.name, e.sense) = (n.name, n.sense)
    AND e.kind = 'person' {join}
        WHERE n.person IN (SELECT value FROM json_each(?))"""
    some = (listed(sorted(numbers)),)
    for person, doc in view.store.rows(f"SELECT n.person, e.doc {from_.format(join='')}", some):
        docs[person].add(doc)
    join = "CROSS JOIN role r ON r.doc = e.doc AND r.entity = e.entity"
    for person, role in view.store.rows(f"SELECT DISTINCT n.person, r.role {from_.format(join=join)}", some):
        if title := title_of_role(role):
            titles[person].add(title)
    return docs, titles
