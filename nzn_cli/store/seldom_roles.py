"""Offices that a few documents give to a person while many give them to somebody else: likely slips, marked and kept.

Of offices that one alone holds at a time: a document that calls the minister "the President" by its grammar is no
evidence beside the hundreds that name the President.
"""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from nzn_cli.model.records import NamedTuple

if TYPE_CHECKING:
    import sqlite3

_OFTEN = 8  # times as many documents that give an office to another at the time
_AROUND = 365  # days before and after in which the other holds it
_STATED = """SELECT n.person, r.role, r.country, d.start, r.doc FROM role r
    CROSS JOIN entity e ON e.doc = r.doc AND e.entity = r.entity AND e.kind = 'person'
    CROSS JOIN person_name n ON n.name = e.name CROSS JOIN document d ON d.doc = r.doc
    WHERE r.role IN (SELECT value FROM json_each(?)) AND NOT r.former AND d.start IS NOT NULL"""
_OTHERS = """SELECT n.person, r.role, count(DISTINCT r.doc) FROM person_name n
    CROSS JOIN entity e ON e.name = n.name AND e.kind = 'person'
    CROSS JOIN role r ON r.doc = e.doc AND r.entity = e.entity
    WHERE n.person IN (SELECT value FROM json_each(?)) GROUP BY n.person, r.role"""


class _Told(NamedTuple):
    """What documents say of one office and one person."""

    days: list[int]  # of the documents, in order
    countries: Counter[str | None]

    @property
    def country(self) -> str | None:
        """The country that is most often stated."""
        return max(self.countries, key=lambda each: (self.countries[each], each or ""), default=None)


def store_seldom_roles(connection: sqlite3.Connection) -> None:
    """Fill `seldom_role` anew, in the transaction that is open."""
    connection.execute("DELETE FROM seldom_role")
    roles = [row[0] for row in connection.execute("SELECT DISTINCT role FROM role") if _is_of_one(row[0])]
    told = _told(connection, roles)
    found = [(role, person) for role in sorted(told) for person in sorted(told[role]) if _seldom(person, told[role])]
    others: dict[int, Counter[str]] = defaultdict(Counter)
    for person, role, count in connection.execute(_OTHERS, (json.dumps(sorted({person for _, person in found})),)):
        others[person][role] = count
    rows = [(person, role) for role, person in found if _is_known_by_another(role, others[person])]
    connection.executemany("INSERT INTO seldom_role VALUES (?, ?)", rows)


def _is_known_by_another(role: str, told: Counter[str]) -> bool:
    """Return whether somebody is told more often to hold another office, which is not this one in full."""
    from nzn_cli.names.roles import office_within

    others = {other: count for other, count in told.items() if other != role and count >= told[role]}
    in_full = any(office_within(role, other) for other in others)  # of a European Commission President
    return not in_full and max(others.values(), default=0) > told[role]


def _is_of_one(role: str) -> bool:
    """Return whether one person alone holds a normalised office at a time, but for those of other countries."""
    from nzn_cli.names.roles import is_state_office
    from nzn_cli.text.wordlists import sections

    return is_state_office(role) or role.lower() in sections("roles.txt")["one"] or role.startswith("Secretary of ")


def _told(connection: sqlite3.Connection, roles: Sequence[str]) -> dict[str, dict[int, _Told]]:
    from nzn_cli.names.countries import country_named

    found: dict[str, dict[int, _Told]] = defaultdict(dict)
    seen: set[tuple[int, str, int]] = set()
    for person, role, country, start, doc in connection.execute(_STATED, (json.dumps(roles),)):
        each = found[role].setdefault(person, _Told([], Counter()))
        if country and (named := country_named(country)):
            each.countries[named] += 1
        if (person, role, doc) not in seen:
            seen.add((person, role, doc))
            each.days.append(date.fromisoformat(start).toordinal())
    for people in found.values():
        for each in people.values():
            each.days.sort()
    return found


def _seldom(person: int, told: dict[int, _Told]) -> bool:
    """Return whether many times as many documents of the time give an office to another of the same country."""
    own = told[person]
    first, last = own.days[0] - _AROUND, own.days[-1] + _AROUND
    for other, each in told.items():
        if other == person or len(each.days) < _OFTEN * len(own.days):
            continue
        if own.country and own.country != each.country:
            continue
        if bisect_right(each.days, last) - bisect_left(each.days, first) >= _OFTEN * len(own.days):
            return True
    return False
