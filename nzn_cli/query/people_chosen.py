"""Which people an answer is about, and in which documents: names, roles, company and credits of a request as SQL.

Without filters the counts stored with each person order them, so that a page of people never reads all mentions.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from nzn_cli.errors import NothingFound
from nzn_cli.model.settings import Filters, PeopleRequest
from nzn_cli.query.filters import where
from nzn_cli.query.named import persons_named
from nzn_cli.query.order import sort_keys
from nzn_cli.query.selection import Where
from nzn_cli.query.view import View, listed, readable

_SORTS = {"person": "p.folded", "documents": "documents", "mentions": "mentions", "first": "first", "last": "last"}
MOST = 1 << 62  # what SQLite takes as a limit
_ORDER = "p.alone, documents DESC, p.folded, p.name"
_STORED = "SELECT p.person, p.documents, p.mentions, p.first, p.last FROM person p WHERE {where}"
_COUNTED = """SELECT p.person, count(DISTINCT e.doc) AS documents, sum(e.mentions) AS mentions,
    min(d.start) AS first, max(d.stop) AS last {from_} WHERE {where} GROUP BY n.person"""
_ALL = """FROM {table} d CROSS JOIN entity e ON e.doc = d.doc CROSS JOIN person_name n ON n.name = e.name
    CROSS JOIN person p ON p.person = n.person"""
_SOME = """FROM person_name n CROSS JOIN entity e ON e.name = n.name CROSS JOIN {table} d ON d.doc = e.doc
    CROSS JOIN person p ON p.person = n.person"""
_BESIDE = """d.doc IN (SELECT e.doc FROM person_name n CROSS JOIN entity e ON e.name = n.name
    WHERE n.person IN (SELECT value FROM json_each(?)))"""
_HOLDERS = """SELECT n.person, min(d.start), max(d.stop), count(DISTINCT r.doc)
    FROM role r CROSS JOIN {table} d ON d.doc = r.doc
    CROSS JOIN entity e ON e.doc = r.doc AND e.entity = r.entity CROSS JOIN person_name n ON n.name = e.name
    WHERE r.role IN (SELECT value FROM json_each(?)) AND {countries} AND {where} GROUP BY n.person"""

_SPELLED = ("spelling", 0.0)  # the rule that joins names which a document may misspell


class Chosen:
    """The people of an answer, in order, and the documents that it speaks of."""

    def __init__(self, scope: Where, credited: bool, only: Sequence[int] | None, view: View) -> None:
        self.scope = scope  # documents
        self.credited = credited  # what metadata says, alone
        self.only = only  # people asked for by name or role; None is everybody
        self._view = view
        self._sql = ""
        self._params: tuple[object, ...] = ()
        self._page: tuple[str, int, int] = (_ORDER, -1, 0)
        self.held: dict[int, int] = {}  # of a role that was asked for: in how many documents each holds it
        self.roles: frozenset[str] = frozenset()  # the normalised roles that were meant

    @property
    def everybody(self) -> bool:
        """Whether no person is left out."""
        return self.only is None

    def numbers(self) -> list[int]:
        """Return the numbers of the people, in order, between offset and limit."""
        by, limit, offset = self._page
        if self.held and by == _ORDER:  # who holds it in most documents stands first
            rows = self._view.store.rows(f"{self._sql} ORDER BY {by}", self._params)
            found = sorted((row[0] for row in rows), key=lambda number: -self.held[number])
            return found[offset : None if limit < 0 else offset + limit]
        sql = f"{self._sql} ORDER BY {by} LIMIT ? OFFSET ?"
        return [row[0] for row in self._view.store.rows(sql, (*self._params, limit, offset))]

    def total(self) -> int:
        """Return how many there are without limit and offset."""
        row = self._view.store.one(f"SELECT count(*) FROM ({self._sql})", self._params)
        return int(row[0]) if row else 0

    def select(self, left_out: Sequence[int]) -> None:
        """Settle which people stand in the documents, without those `left_out`."""
        found = self.scope
        stored = found.everything and not self.credited
        conditions, params = ["1"], []
        for numbers, test in ((left_out or None, "NOT IN"), (self.only, "IN")):
            if numbers is not None:
                conditions.append(f"{'p' if stored else 'n'}.person {test} (SELECT value FROM json_each(?))")
                params.append(listed(numbers))
        if stored:
            self._sql = _STORED.format(where=" AND ".join(conditions))
        else:
            from_ = (_ALL if self.only is None else _SOME).format(table=found.table)
            conditions += ["e.credited"] if self.credited else []
            self._sql = _COUNTED.format(from_=from_, where=" AND ".join([*conditions, found.sql]))
        self._params = (*params, *found.params)

    def page(self, request: PeopleRequest, filters: Filters) -> None:
        """Settle order, limit and offset. Raises UsageError for a key that people cannot be sorted by."""
        limit = request.limit if request.limit is not None else filters.limit
        by = ", ".join([*_sort(request.sort or filters.sort), _ORDER])
        self._page = (by, -1 if limit is None else min(limit, MOST), min(request.offset or filters.offset, MOST))


def choose(request: PeopleRequest, filters: Filters, view: View) -> Chosen:
    """Return the people that a request means, in the documents that `filters` let through.

    With `role`, `on` asks who held it then: whether that day lies between the first and the last document that says
    so. Without, it selects documents. Raises UsageError and NothingFound.
    """
    scope = where(filters, view)
    only: Set[int] | None = None if request.name is None else set(named_people(request.name, view))
    left_out = persons_named(view.store, request.beside) if request.beside else []
    if left_out:
        scope = scope.also(_BESIDE, listed(left_out))
    if request.on is not None and request.role is None:
        scope = _on(scope, request.on, view)
    held: dict[int, int] = {}
    roles = _roles_meant(request.role, view) if request.role is not None else frozenset()
    if request.role is not None:
        held = _holders(request.role, roles, request.on, scope, view)
        only = held.keys() if only is None else only & held.keys()
    chosen = Chosen(scope, request.ministers or filters.no_inferred, None if only is None else sorted(only), view)
    chosen.held, chosen.roles = held, roles
    chosen.select(left_out)
    chosen.page(request, filters)
    return chosen


def _sort(sort: str | None) -> list[str]:
    terms = []
    for key, down in sort_keys(sort, tuple(_SORTS), "people"):
        terms.append(f"{_SORTS[key]} {'DESC' if down else 'ASC'} NULLS LAST")
    return terms


def named_people(name: str, view: View) -> list[int]:
    """Return the people whom a name means: those who bear it exactly, else those who bear its words or a form of it."""
    from nzn_cli.names.name_parts import strip_honorifics
    from nzn_cli.text.folding import fold

    asked = readable(name)
    exact = "SELECT person FROM person WHERE person_id = ? OR folded = ? OR folded = ?"
    found = [row[0] for row in view.store.rows(exact, (asked, fold(asked), fold(strip_honorifics(asked))))]
    if found:
        return found
    try:
        return persons_named(view.store, [name])
    except NothingFound:
        if found := _formed(asked, view):
            return found
        raise


def _formed(name: str, view: View) -> list[int]:
    """Return the people whose name another form of `name` is: Bill for William, an initial, a middle name.

    A name that is only spelled otherwise is refused, with those that are near, as filters refuse it.
    """
    from nzn_cli.names.compatibility import same_person

    surname = name.split()[-1] if name.split() else ""
    sql = "SELECT person, name FROM person_name WHERE instr(lower(name), lower(?))"
    rows = view.store.rows(sql, (surname,)) if surname else ()
    return sorted({person for person, other in rows if (same_person(name, other) or _SPELLED)[0] != _SPELLED[0]})


def _on(scope: Where, day: str, view: View) -> Where:
    from nzn_cli.text.typed_dates import parse_when

    start, stop = parse_when(day, view.now, view.day_first)
    return scope.also("d.stop >= ?", start).also("d.start <= ?", stop)


def _roles_meant(role: str, view: View) -> frozenset[str]:
    """Return the normalised roles that `role`, as typed, means. Raises NothingFound where it means none."""
    from nzn_cli.names.roles import is_state_office, normalise_role, role_matches

    own, country = normalise_role(role)
    known = [row[0] for row in view.store.rows("SELECT DISTINCT role FROM role")]
    meant = frozenset(each for each in known if role_matches(role, each, country))
    if not meant:
        raise NothingFound(f"no role is {role!r}", _near(role, known))
    return frozenset((own,)) if own in meant and is_state_office(role) else meant


def _holders(asked: str, roles: frozenset[str], on: str | None, scope: Where, view: View) -> dict[int, int]:
    """Return who holds one of `roles` in how many documents; with `on`, who held it then."""
    from nzn_cli.names.countries import country_named
    from nzn_cli.names.roles import normalise_role
    from nzn_cli.text.typed_dates import parse_when

    day = parse_when(on, view.now, view.day_first) if on is not None else None
    country = normalise_role(asked)[1]
    countries: list[str] = []
    if country is not None:
        stated = view.store.rows("SELECT DISTINCT country FROM role WHERE country IS NOT NULL")
        countries = [row[0] for row in stated if (country_named(row[0]) or row[0]) == country]
    among = "1" if country is None else "r.country IN (SELECT value FROM json_each(?))"
    sql = _HOLDERS.format(table=scope.table, countries=among, where=scope.sql)
    params = (listed(sorted(roles)), *([listed(countries)] if country is not None else ()), *scope.params)
    rows = view.store.rows(sql, params)
    return {
        person: documents
        for person, first, last, documents in rows
        if day is None or (first is not None and first <= day[1] and last >= day[0])
    }


def _near(role: str, known: Sequence[str]) -> str | None:
    from difflib import get_close_matches

    near = get_close_matches(role.title(), known, 3, 0.6)
    return f"near: {', '.join(near)}" if near else None
