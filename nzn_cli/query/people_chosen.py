"""Which people an answer is about, and in which documents: names, roles, company and credits of a request as SQL.

Without filters the counts stored with each person order them, so that a page of people never reads all mentions.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from nzn_cli.errors import NothingFound, UsageError
from nzn_cli.model import Filters, PeopleRequest
from nzn_cli.query.filters import Where, where
from nzn_cli.query.named import persons_named
from nzn_cli.query.order import parse_sort
from nzn_cli.query.view import View, bindable, listed

_SORTS = {"person": "p.folded", "documents": "documents", "mentions": "mentions", "first": "first", "last": "last"}
_ORDER = "documents DESC, p.folded, p.name"
_STORED = "SELECT p.person FROM person p WHERE {where}"
_COUNTED = """SELECT p.person, count(DISTINCT e.doc) AS documents, sum(e.mentions) AS mentions,
    min(d.start) AS first, max(d.stop) AS last {from_} WHERE {where} GROUP BY p.person"""
_ALL = """FROM {table} d CROSS JOIN entity e ON e.doc = d.doc CROSS JOIN person_name n ON n.name = e.name
    CROSS JOIN person p ON p.person = n.person"""
_SOME = """FROM person_name n CROSS JOIN entity e ON e.name = n.name CROSS JOIN {table} d ON d.doc = e.doc
    CROSS JOIN person p ON p.person = n.person"""
_BESIDE = """d.doc IN (SELECT e.doc FROM person_name n CROSS JOIN entity e ON e.name = n.name
    WHERE n.person IN (SELECT value FROM json_each(?)))"""
_HOLDERS = """SELECT n.person, min(d.start), max(d.stop) FROM role r CROSS JOIN {table} d ON d.doc = r.doc
    CROSS JOIN entity e ON e.doc = r.doc AND e.entity = r.entity CROSS JOIN person_name n ON n.name = e.name
    WHERE r.role IN (SELECT value FROM json_each(?)) AND {countries} AND {where} GROUP BY n.person"""


class Chosen:
    """The people of an answer, in order, and the documents that it speaks of."""

    def __init__(self, scope: Where, credited: bool, only: Sequence[int] | None, read: Callable[[], list[int]]) -> None:
        self.scope = scope  # documents
        self.credited = credited  # what metadata says, alone
        self.only = only  # people asked for by name or role; None is everybody
        self._read = read
        self.limit: int | None = None
        self.offset = 0

    @property
    def everybody(self) -> bool:
        """Whether no person is left out."""
        return self.only is None

    @property
    def all_documents(self) -> bool:
        """Whether all documents are spoken of."""
        return self.scope.everything and not self.credited

    @cached_property
    def _numbers(self) -> list[int]:
        return self._read()

    def numbers(self) -> list[int]:
        """Return the numbers of the people, in order, between offset and limit."""
        stop = None if self.limit is None else self.offset + self.limit
        return self._numbers[self.offset : stop]

    def total(self) -> int:
        """Return how many there are without limit and offset."""
        return len(self._numbers)


def choose(request: PeopleRequest, filters: Filters, view: View) -> Chosen:
    """Return the people that a request means, in the documents that `filters` let through.

    With `role`, `on` asks who held it then: whether that day lies between the first and the last document that says
    so. Without, it selects documents. Raises UsageError and NothingFound.
    """
    scope = where(filters, view)
    credited = request.ministers or filters.no_inferred
    only: set[int] | None = None
    left_out: list[int] = []
    if request.name is not None:
        only = set(_named(request.name, view))
    if request.beside:
        left_out = persons_named(view.store, request.beside)
        scope = scope.also(_BESIDE, listed(left_out))
    if request.on is not None and request.role is None:
        scope = _on(scope, request.on, view)
    if request.role is not None:
        held = _holders(request.role, request.on, scope, view)
        only = held if only is None else only & held
    if left_out:
        scope_only = only
        only = None if scope_only is None else scope_only - set(left_out)
    chosen = Chosen(
        scope,
        credited,
        None if only is None else sorted(only),
        lambda: _numbers(chosen, left_out, request, filters, view),
    )
    chosen.limit = request.limit if request.limit is not None else filters.limit
    chosen.offset = request.offset or filters.offset
    return chosen


def _numbers(
    chosen: Chosen, left_out: Sequence[int], request: PeopleRequest, filters: Filters, view: View
) -> list[int]:
    by = ", ".join([*_sort(request.sort or filters.sort), _ORDER])
    conditions, params = [], []
    if left_out:
        conditions.append("p.person NOT IN (SELECT value FROM json_each(?))")
        params.append(listed(left_out))
    if chosen.only is not None:
        conditions.append("p.person IN (SELECT value FROM json_each(?))")
        params.append(listed(chosen.only))
    if chosen.all_documents:
        sql = _STORED.format(where=" AND ".join(conditions) or "1")
        return [row[0] for row in view.store.rows(f"{sql} ORDER BY {by}", params)]
    found = chosen.scope
    if chosen.credited:
        conditions.append("e.credited")
    from_ = (_ALL if chosen.only is None else _SOME).format(table=found.table)
    sql = _COUNTED.format(from_=from_, where=" AND ".join([*conditions, found.sql]))
    return [row[0] for row in view.store.rows(f"{sql} ORDER BY {by}", (*params, *found.params))]


def _sort(sort: str | None) -> list[str]:
    terms = []
    for key, down in parse_sort(sort or ""):
        if key not in _SORTS:
            raise UsageError(f"cannot sort people by {key!r}", f"by one of {', '.join(_SORTS)}")
        terms.append(f"{_SORTS[key]} {'DESC' if down else 'ASC'} NULLS LAST")
    return terms


def _named(name: str, view: View) -> list[int]:
    """Return the people whom a name means: those who bear it exactly, else those who bear its words or a form of it."""
    from nzn_cli.language.folding import fold
    from nzn_cli.language.names import strip_honorifics

    asked = bindable(name)
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
    """Return the people whose name another form of `name` is: Bill for William, an initial, a middle name."""
    from nzn_cli.language.same_person import same_person

    surname = name.split()[-1] if name.split() else ""
    sql = "SELECT person, name FROM person_name WHERE name LIKE ?"
    found = {row[0] for row in view.store.rows(sql, (f"%{surname}%",)) if surname and same_person(name, row[1])}
    return sorted(found)


def _on(scope: Where, day: str, view: View) -> Where:
    from nzn_cli.language.when import parse_when

    start, stop = parse_when(day, view.now, view.day_first)
    return scope.also("d.stop >= ?", start).also("d.start <= ?", stop)


def _holders(role: str, on: str | None, scope: Where, view: View) -> set[int]:
    """Return who holds a role in the documents; with `on`, who held it then."""
    from nzn_cli.language.roles import normalise_role, role_matches
    from nzn_cli.language.when import parse_when

    day = parse_when(on, view.now, view.day_first) if on is not None else None
    country = normalise_role(role)[1]
    known = [row[0] for row in view.store.rows("SELECT DISTINCT role FROM role")]
    meant = [each for each in known if role_matches(role, each, country)]
    if not meant:
        raise NothingFound(f"no role is {role!r}", _near(role, known))
    sql = _HOLDERS.format(table=scope.table, countries="r.country = ?" if country else "1", where=scope.sql)
    rows = view.store.rows(sql, (listed(meant), *([country] if country else ()), *scope.params))
    return {
        person
        for person, first, last in rows
        if day is None or (first is not None and first <= day[1] and last >= day[0])
    }


def _near(role: str, known: Sequence[str]) -> str | None:
    from difflib import get_close_matches

    near = get_close_matches(role.title(), known, 3, 0.6)
    return f"near: {', '.join(near)}" if near else None
