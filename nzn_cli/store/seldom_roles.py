"""Offices that a few documents give to a person while many give them to somebody else: likely slips, marked and kept.

Of offices that one alone holds at a time: a document that calls the minister "the President" by its grammar is no
evidence beside the hundreds that name the President.
"""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from nzn_cli.model.records import NamedTuple

if TYPE_CHECKING:
    import sqlite3

_OFTEN, _MANY = 8, 20  # times as many documents that give an office to another at the time; of any other role how many
_NAMESAKES = 5  # times as many documents that give a title to another of the surname; and how many at least
_NEARLY_ALL = 0.8  # of the documents that give a role to another than one
_HOLDERS = 20  # of whom an office is told most, who are looked at
_AROUND = 365  # days before and after in which the other holds it
_STATED = """SELECT n.person, r.role, r.country, d.start, r.doc FROM role r
    CROSS JOIN entity e ON e.doc = r.doc AND e.entity = r.entity AND e.kind = 'person'
    CROSS JOIN person_name n ON (n.name, n.sense) = (e.name, e.sense) CROSS JOIN document d ON d.doc = r.doc
    WHERE r.role IN (SELECT value FROM json_each(?)) AND NOT r.former AND d.start IS NOT NULL
    ORDER BY r.role, r.doc, n.person"""
_OTHERS = """SELECT n.person, r.role, r.country, count(DISTINCT r.doc) FROM person_name n
    CROSS JOIN entity e ON (e.name, e.sense) = (n.name, n.sense) AND e.kind = 'person'
    CROSS JOIN role r ON r.doc = e.doc AND r.entity = e.entity
    WHERE n.person IN (SELECT value FROM json_each(?)) GROUP BY n.person, r.role, r.country"""


_CALLED = """SELECT n.person, p.folded, r.role, count(DISTINCT r.doc) FROM role r
    CROSS JOIN entity e ON e.doc = r.doc AND e.entity = r.entity AND e.kind = 'person'
    CROSS JOIN person_name n ON (n.name, n.sense) = (e.name, e.sense) CROSS JOIN person p USING (person)
    WHERE NOT r.former AND p.folded LIKE '% %' GROUP BY n.person, r.role"""
# whether a role ever stands before more than a surname
_IN_FULL = """SELECT 1 FROM person_name n
    CROSS JOIN entity e ON (e.name, e.sense) = (n.name, n.sense) AND e.kind = 'person'
    CROSS JOIN role r ON r.doc = e.doc AND r.entity = e.entity AND r.role = ?
    CROSS JOIN mention m ON m.doc = e.doc AND m.entity = e.entity AND m.kind = e.kind
        AND m.text LIKE '% %' AND m.char_start BETWEEN r.char_end AND r.char_end + 3 WHERE n.person = ? LIMIT 1"""


class _Told(NamedTuple):
    """What documents say of one office and one person."""

    days: list[str]  # of the documents, ISO, in order
    countries: Counter[str | None]
    country: str | None = None  # that which is most often stated


def store_seldom_roles(connection: sqlite3.Connection) -> None:
    """Fill `seldom_role` anew, in the transaction that is open."""
    connection.execute("DELETE FROM seldom_role")
    counts = connection.execute("SELECT role, count(*) FROM role GROUP BY role")
    told = _told(connection, [role for role, count in counts if count > _MANY or _is_of_one(role)])
    found = [(role, *slip) for role in sorted(told) for slip in _slips(told[role], _is_of_one(role))]
    others: dict[int, Counter[str]] = defaultdict(Counter)
    countries: dict[int, Counter[str]] = defaultdict(Counter)
    some = json.dumps(sorted({person for _, person, _ in found}))
    for person, role, country, count in connection.execute(_OTHERS, (some,)):
        others[person][role] += count
        if country:
            countries[person][country] += count
    rows = [
        (person, role)
        for role, person, other in found
        if _is_known_by_another(role, others[person]) and (not countries[person] or other.country in countries[person])
    ]
    rows += _of_namesakes(connection)
    connection.executemany("INSERT OR IGNORE INTO seldom_role VALUES (?, ?)", rows)


def _of_namesakes(connection: sqlite3.Connection) -> list[tuple[int, str]]:
    """Return the people and titles that stand before their surnames alone and are told of a namesake far more often.

    "Governor Hale" in a text that names Ann Hale, who is told oftener to be something else, may be Governor Tom Hale.
    """
    from nzn_cli.names.roles import title_of_role

    called: dict[tuple[str, str], Counter[int]] = defaultdict(Counter)
    most: dict[int, tuple[int, str]] = {}
    for person, name, role, count in connection.execute(_CALLED):
        most[person] = max(most.get(person, (0, "")), (count, role))
        if title_of_role(role) == role:
            called[name.rpartition(" ")[2], role][person] += count
    found = []
    for (_, role), people in sorted(called.items()):
        often = max(people.values())
        for person, count in people.items():
            is_less = often >= max(_NAMESAKES, _NAMESAKES * count) and most[person][0] > count
            if is_less and not connection.execute(_IN_FULL, (role, person)).fetchone():
                found.append((person, role))
    return found


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
    from nzn_cli.store.person_summaries import Countries

    found: dict[str, dict[int, _Told]] = defaultdict(dict)
    named = Countries()
    last = None  # several ways of writing it in one document
    for person, role, country, start, doc in connection.execute(_STATED, (json.dumps(roles),)):
        each = found[role].get(person)
        if each is None:
            each = found[role][person] = _Told([], Counter())
        if country:
            each.countries[named[country]] += 1
        if last != (person, role, doc):
            last = person, role, doc
            each.days.append(start)
    for people in found.values():
        for person, each in people.items():
            most = max(each.countries, key=lambda one: (each.countries[one], one or ""), default=None)
            people[person] = _Told(sorted(each.days), each.countries, most)
    return found


def _slips(told: dict[int, _Told], of_one: bool) -> Iterator[tuple[int, _Told]]:
    """Yield the people of whom an office is hardly told, each with what is told of whoever it is told of far more.

    That is one of the same country, as far as any is told. Of an office that several may hold, nearly all that is told
    at the time must be of that one.
    """
    most = sorted(told.values(), key=lambda each: -len(each.days))[:_HOLDERS]
    everything = sorted(day for each in told.values() for day in each.days)
    for person, own in told.items():
        enough = _OFTEN * len(own.days)
        if len(most[0].days) < enough:
            continue
        first, last = _days_off(own.days[0], -_AROUND), _days_off(own.days[-1], _AROUND)
        others = [each for each in most if each is not own and own.country in (None, each.country)]
        counts = [_count(each.days, first, last) for each in others]
        at = max(range(len(counts)), key=counts.__getitem__, default=None)
        if at is None or counts[at] < enough:
            continue
        all_of_them = _count(everything, first, last) - len(own.days)
        if of_one or counts[at] >= max(_MANY, _NEARLY_ALL * all_of_them):
            yield person, others[at]


def _count(days: Sequence[str], first: str, last: str) -> int:
    return bisect_right(days, last) - bisect_left(days, first)


def _days_off(day: str, days: int) -> str:
    return date.fromordinal(max(date.fromisoformat(day).toordinal() + days, 1)).isoformat()
