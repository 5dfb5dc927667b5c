"""The order of documents: `--sort` as SQL, and the order that holds without it; of other records, by their fields."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import TypeVar

from nzn_cli.errors import UsageError
from nzn_cli.model.records import NamedTuple
from nzn_cli.query.view import View, bindable

_COLUMNS = {
    "id": ("d.id",),
    "path": ("d.folder", "d.path"),
    "title": ("d.title_folded",),
    "date": ("d.start", "d.stop"),
    "url": ("d.url",),
    "site": ("d.site",),
    "words": ("d.words",),
    "encoding": ("d.encoding",),
    "minister": ("nullif(d.ministers, '[]')",),
    "ministers": ("nullif(d.ministers, '[]')",),
    "portfolio": ("nullif(d.portfolios, '[]')",),
    "portfolios": ("nullif(d.portfolios, '[]')",),
    "warnings": ("json_array_length(d.warnings)",),
}
_PATH = "d.folder, d.path"
_MOST = 32  # keys; SQLite joins no more than 64 tables
T = TypeVar("T")


class Order(NamedTuple):
    """What follows `FROM document d` for an order: joins with their `params`, and the terms of ORDER BY."""

    by: str
    joins: str = ""
    params: tuple[object, ...] = ()


NEWEST = Order(f"d.start DESC, {_PATH}")  # NULL is least, so the undated come last


def order(sort: str | None, view: View) -> Order:
    """Return the order that `sort` (KEY[+-],…) asks for; ascending unless said, what has no value last.

    Raises UsageError for a key that is neither a field nor in any metadata.
    """
    if not sort:
        return NEWEST
    terms: list[str] = []
    joins: list[str] = []
    params: list[object] = []
    for key, down in parse_sort(sort):
        if key in _COLUMNS:
            expressions: tuple[str, ...] = _COLUMNS[key]
        else:
            alias = f"s{len(joins)}"
            joins.append(_META.format(alias=alias))
            params.append(_metadata_key(key, sort, view))
            expressions = (f"{alias}.number", f"{alias}.text")
        terms += [f"{expression} {'DESC' if down else 'ASC'} NULLS LAST" for expression in expressions]
    return Order(", ".join([*terms, _PATH]), " ".join(joins), tuple(params))


def parse_sort(sort: str) -> list[tuple[str, bool]]:
    """Return (key, whether descending) of each part of [+-]KEY[+-],…, each key once; raises UsageError for too many."""
    parts = [part.strip() for part in sort.split(",")]
    keys: dict[str, bool] = {}
    for part in parts:
        if part:
            keys.setdefault(part.strip("+-") or part, part.endswith("-") or part.startswith("-"))
    if len(keys) > _MOST:
        raise UsageError(f"--sort takes at most {_MOST} keys, not {len(keys):,}", "the first few decide")
    return list(keys.items())


def reversed_sort(sort: str) -> str:
    """Return the `sort` whose order is the opposite; what has no value stays last in both."""
    return ",".join(key if down else f"{key}-" for key, down in parse_sort(sort))


def sort_keys(sort: str | None, names: Sequence[str], what: str) -> list[tuple[str, bool]]:
    """Return (key, whether descending) of each part of `sort`; raises UsageError for one that is not in `names`."""
    keys = parse_sort(sort or "")
    for key, _ in keys:
        if key not in names:
            raise UsageError(f"cannot sort {what} by {key!r}", f"by one of {', '.join(names)}")
    return keys


def sorted_by(keys: Sequence[tuple[str, bool]], records: Iterable[T]) -> list[T]:
    """Return records in the order of their fields `keys`, what has no value last; else as they came."""
    found = list(records)
    for key, down in reversed(keys):
        value = attrgetter(key)
        rest = [record for record in found if value(record) is None]
        found = sorted((record for record in found if value(record) is not None), key=value, reverse=down) + rest
    return found


# numbers come before texts; an ISO date is a text that starts with its year and sorts well as both
_META = """LEFT JOIN (SELECT doc, min(CASE WHEN value NOT GLOB '*[^0-9.-]*' THEN CAST(value AS REAL) END) AS number,
    min(folded) AS text FROM value WHERE kind = 'meta' AND key = ? GROUP BY doc) {alias} ON {alias}.doc = d.doc"""


def _metadata_key(key: str, sort: str, view: View) -> str:
    from nzn_cli.query.metadata_filters import all_keys, keys_like

    keys = keys_like(view, bindable(key))
    if keys:
        return keys[0]
    from difflib import get_close_matches

    near = get_close_matches(key, [*_COLUMNS, *all_keys(view)], 3, 0.6)
    hint = f"near: {', '.join(near)}" if near else f"sort by {', '.join(_COLUMNS)} or a metadata key"
    raise UsageError(f"cannot sort by {key!r} in {sort!r}", hint)
