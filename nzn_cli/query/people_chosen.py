"""Which people an answer is about, and in which documents: names, roles, company and credits of a request as SQL.

Without filters the counts stored with each person order them, so that a page of people never reads all mentions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from nzn_cli.errors import NothingFound
from nzn_cli.model.settings import Filters, PeopleRequest
from nzn_cli.query.filters import where
from nzn_cli.query.named import persons_named
from nzn_cli.query.office_holders import Holding, holdings
from nzn_cli.query.order import sort_keys
from nzn_cli.query.selection import Where
from nzn_cli.query.view import View, listed, readable

_SORTS = {"person": "p.folded", "documents": "documents", "mentions": "mentions", "first": "first", "last": "last"}
MOST = 1 << 62  # what SQLite takes as a limit
_ORDER = "p.alone, documents DESC, p.folded, p.name, p.person"
# in several documents what may be several people's is of nobody in particular: it is shown where asked for
_ONE = "NOT (p.several AND p.documents > 1)"
_STORED = "SELECT p.person, p.documents, p.mentions, p.first, p.last FROM person p WHERE {where}"
_COUNTED = """SELECT p.person, count(DISTINCT e.doc) AS documents, sum(e.mentions) AS mentions,
    min(d.start) AS first, max(d.stop) AS last {from_} WHERE {where} GROUP BY n.person"""
_ALL = """FROM {table} d CROSS JOIN entity e ON e.doc = d.doc AND e.kind = 'person' CROSS
    JOIN person_name n ON (n.name, n.sense) = (e.name, e.sense)
    CROSS JOIN person p ON p.person = n.person"""
_SOME = """FROM person_name n CROSS JOIN entity e ON (e.name, e.sense) = (n.name, n.sense) AND e.kind = 'person' CROSS
    JOIN {table} d ON d.doc = e.doc
    CROSS JOIN person p ON p.person = n.person"""
_BESIDE = """d.doc IN (SELECT e.doc FROM person_name n CROSS JOIN entity e
    ON (e.name, e.sense) = (n.name, n.sense) AND e.kind = 'person'
    WHERE n.person IN (SELECT value FROM json_each(?)))"""

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
        self._places: dict[int, float] = {}  # by which those are ordered who were asked for by name or role
        self.held: dict[int, Holding] = {}  # who holds a role that was asked for, in the order of the answer

    @property
    def everybody(self) -> bool:
        """Whether no person is left out."""
        return self.only is None

    def numbers(self) -> list[int]:
        """Return the numbers of the people, in order, between offset and limit."""
        by, limit, offset = self._page
        if self._places and by == _ORDER:
            rows = self._view.store.rows(f"{self._sql} ORDER BY {by}", self._params)
            found = sorted((row[0] for row in rows), key=self._places.__getitem__)
            return found[offset : None if limit < 0 else offset + limit]
        sql = f"{self._sql} ORDER BY {by} LIMIT ? OFFSET ?"
        return [row[0] for row in self._view.store.rows(sql, (*self._params, limit, offset))]

    def order(self, places: Mapping[int, float]) -> None:
        """Settle which people come first."""
        self._places = dict(places)

    def hold(self, held: Sequence[Holding], in_order: bool) -> None:
        """Settle who holds the role that was asked for; not `in_order`, by how much says so."""
        self.held = {each.person: each for each in held}
        self._places = {p: n if in_order else -each.weight for n, (p, each) in enumerate(self.held.items())}

    def total(self) -> int:
        """Return how many there are without limit and offset."""
        row = self._view.store.one(f"SELECT count(*) FROM ({self._sql})", self._params)
        return int(row[0]) if row else 0

    def select(self, left_out: Sequence[int]) -> None:
        """Settle which people stand in the documents, without those `left_out`."""
        found = self.scope
        stored = found.everything and not self.credited
        conditions, params = [_ONE if self.only is None else "1"], []
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

    With `role`, `on` asks who held it then. Without, it selects documents. Raises UsageError and NothingFound.
    """
    scope = where(filters, view)
    named = {} if request.name is None else all_named(request.name, view)
    only: Set[int] | None = None if request.name is None else named.keys()
    left_out = []
    for name in request.beside:  # all of them stand in one document
        beside = persons_named(view.store, [name])
        scope = scope.also(_BESIDE, listed(beside))
        left_out += beside
    if request.on is not None and request.role is None:
        scope = _on(scope, request.on, view)
    held: list[Holding] = []
    if request.role is not None:
        held = holdings(request.role, request.on, scope, view, only)
        only = {each.person for each in held}
    chosen = Chosen(scope, request.ministers or filters.no_inferred, None if only is None else sorted(only), view)
    if request.role is None:
        chosen.order(named)
    else:
        chosen.hold(held, request.on is not None)
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
    exact = "SELECT person FROM person WHERE person_id = ? OR folded = ? OR folded = ? ORDER BY person"
    found = [row[0] for row in view.store.rows(exact, (asked, fold(asked), fold(strip_honorifics(asked))))]
    if found:
        return found
    try:
        return persons_named(view.store, [name])
    except NothingFound:
        if found := _formed(asked, view):
            return found
        raise


def all_named(name: str, view: View) -> dict[int, int]:
    """Return whom a name means, each with its place; of one word all who bear it: `who bush`."""
    exact = dict.fromkeys(named_people(name, view), 0)
    if len(name.split()) > 1:
        return exact
    try:
        return dict.fromkeys(persons_named(view.store, [name]), 1) | exact
    except NothingFound:
        return exact


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
