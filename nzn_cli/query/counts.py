"""How many documents: by span of time, by name, or by any metadata key."""

from __future__ import annotations

from collections.abc import Iterable

from nzn_cli.errors import UsageError
from nzn_cli.model.answers import CountRecord, ValueRecord
from nzn_cli.model.settings import Filters
from nzn_cli.query.answer import Answer, limited
from nzn_cli.query.document_records import number
from nzn_cli.query.event_window import periods_between
from nzn_cli.query.filters import needs, where
from nzn_cli.query.metadata_filters import keys_like, no_such_key
from nzn_cli.query.order import parse_sort, sort_keys, sorted_by
from nzn_cli.query.selection import Where
from nzn_cli.query.view import View

# a date is never made more precise than it is: a document of 2018 has no month, one of the 1920s no year
_YEAR = "iif(d.date LIKE '____s', d.date, substr(d.date, 1, 4))"
_MONTH = f"iif(d.date LIKE '____-__%' AND substr(d.date, 6, 1) NOT IN ('Q', 'W'), substr(d.date, 1, 7), {_YEAR})"
SPANS = {"year": _YEAR, "month": _MONTH, "day": f"iif(substr(d.date, 6, 1) IN ('Q', 'W'), {_YEAR}, d.date)"}
NAMES = {"minister": "minister", "ministers": "minister", "portfolio": "portfolio", "portfolios": "portfolio"}
NAMES |= {"site": "site"}
_PLAIN = ("encoding", "title", "date", "url", "title_source", "date_source", "url_source", "date_precision", "words")
PEOPLE = ("person", "people")
ORGANISATIONS = ("organisation", "organisations")
SPEAKERS = ("speaker", "speakers")


def count_needs(by: str | None, filters: Filters) -> frozenset[str]:
    """Return what the index must hold for a count."""
    read_from = {"people": PEOPLE + SPEAKERS, "quotes": SPEAKERS, "organisations": ORGANISATIONS}
    return needs(filters) | {kind for kind, keys in read_from.items() if by in keys}


def count(by: str | None, filters: Filters, view: View, as_stated: bool = False) -> Answer[CountRecord]:
    """Return how many documents each value of `by` has; limit and offset cut the values.

    Spans of time come in their order, with the undated last under None; all else by number, then by value. With
    `as_stated` a metadata key comes before what is made of it. Raises NothingFound for a key that no document has,
    UsageError for an order of one number alone.
    """
    found = where(filters, view)
    if by is None:
        if filters.sort:
            raise UsageError("one number has no order: --sort needs --by KEY", "nzn count --by year --sort value-")
        return Answer([CountRecord(None, number(found, view))])
    records = [
        CountRecord(None if value is None else str(value), n) for value, n in _counted(by, found, view, as_stated)
    ]
    if by == "month" and all(key in ("value", by) for key, _ in parse_sort(filters.sort or "")):
        records = _with_empty_months(records)
    return limited(sorted_counts(records, filters.sort, by), filters.limit, filters.offset)


def _with_empty_months(records: list[CountRecord]) -> list[CountRecord]:
    """Return counts of months with those between the first and the last that have none."""
    months = [record.value for record in records if record.value and len(record.value) == 7]
    if len(months) < 2:
        return records
    held = {record.value for record in records}
    empty = [CountRecord(month, 0) for month in periods_between(months[0], months[-1], "month") if month not in held]
    return sorted(records + empty, key=lambda record: (record.value is None, record.value or ""))


def values(key: str, filters: Filters, view: View) -> Answer[ValueRecord]:
    """Return the values of one metadata key as they stand, most used first."""
    counted = count(key, filters, view, as_stated=True)
    return Answer((ValueRecord(r.value, r.documents) for r in counted if r.value is not None), counted.total)


def _counted(by: str, found: Where, view: View, as_stated: bool) -> Iterable[tuple[object, int]]:
    chosen = f"SELECT d.doc FROM {found.table} d WHERE {found.sql}"
    if as_stated and (keys := keys_like(view, by)):
        return _values(view, "meta", keys, found, chosen)
    if by in SPANS:
        sql = f"SELECT {SPANS[by]} AS span, count(*) FROM {found.table} d WHERE {found.sql} GROUP BY span"
        return _rows(view, f"{sql} ORDER BY span IS NULL, span", found.params)
    if by in NAMES:
        return _values(view, NAMES[by], [NAMES[by]], found, chosen)
    if by in ORGANISATIONS:
        sql = f"""SELECT o.name, count(DISTINCT e.doc) AS n FROM organisation_entity e
            JOIN organisation o ON o.organisation = e.organisation WHERE e.doc IN ({chosen})
            GROUP BY o.organisation ORDER BY n DESC, o.folded, o.organisation"""
        return _rows(view, sql, found.params)
    if by in PEOPLE:
        sql = f"""SELECT p.name, count(DISTINCT e.doc) AS n FROM entity e JOIN person_name n
        ON (n.name, n.sense) = (e.name, e.sense) AND e.kind = 'person'
            JOIN person p ON p.person = n.person WHERE e.doc IN ({chosen})
            GROUP BY p.person ORDER BY n DESC, p.folded, p.person"""
        return _rows(view, sql, found.params)
    if by in SPEAKERS:  # of words in marks and of turns, as `quotes` shows them
        sql = f"""SELECT p.name, count(DISTINCT q.doc) AS n FROM quotation q
            JOIN entity e ON e.doc = q.doc AND e.entity = q.entity AND e.kind = 'person'
            JOIN person_name n ON (n.name, n.sense) = (e.name, e.sense)
            JOIN person p ON p.person = n.person WHERE q.kind <> 'indirect' AND q.doc IN ({chosen})
            GROUP BY p.person ORDER BY n DESC, p.folded, p.person"""
        return _rows(view, sql, found.params)
    keys = keys_like(view, by)
    if keys:
        return _values(view, "meta", keys, found, chosen)
    if by in _PLAIN:
        sql = f"SELECT d.{by} AS value, count(*) AS n FROM {found.table} d WHERE {found.sql} AND d.{by} IS NOT NULL"
        return _rows(view, f"{sql} GROUP BY value ORDER BY n DESC, value", found.params)
    raise no_such_key(view, by)


def _values(view: View, kind: str, keys: list[str], found: Where, chosen: str) -> Iterable[tuple[object, int]]:
    marks = ",".join("?" * len(keys))
    within = "" if found.everything else f"AND v.doc IN ({chosen})"
    if found.table != "document" and kind != "meta":  # what was inferred stands in `value` too
        holds = "d.site IS NOT NULL" if kind == "site" else f"d.{kind}s <> '[]'"
        within = f"AND v.doc IN ({chosen} AND {holds})"
    sql = f"""SELECT v.value, count(DISTINCT v.doc) AS n FROM value v WHERE v.kind = ? AND v.key IN ({marks}) {within}
        AND v.value <> '' GROUP BY v.value ORDER BY n DESC, v.folded, v.value"""
    return _rows(view, sql, (kind, *keys, *found.params))


def _rows(view: View, sql: str, params: Iterable[object]) -> Iterable[tuple[object, int]]:
    return ((value, n) for value, n in view.store.rows(sql, tuple(params)))


def sorted_counts(records: list[CountRecord], sort: str | None, by: str) -> list[CountRecord]:
    """Return counts as `sort` has them: by "documents", or by "value", which may be called `by`, too."""
    keys = sort_keys(sort, ("documents", "value", by), "counts")
    return sorted_by([("value" if key == by else key, down) for key, down in keys], records)
