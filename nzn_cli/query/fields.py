"""The metadata keys of a corpus: what they hold, how often, and where something is wrong with them."""

from __future__ import annotations

import json

from nzn_cli.model.answers import FieldRecord
from nzn_cli.model.settings import Filters
from nzn_cli.query.answer import Answer, limited
from nzn_cli.query.filters import where
from nzn_cli.query.order import sort_keys, sorted_by
from nzn_cli.query.selection import Where
from nzn_cli.query.view import View

_EXAMPLES = 3
_TYPES = {"true": "boolean", "false": "boolean", "integer": "integer", "real": "number"}
_TYPES |= {"array": "list", "object": "mapping", "null": "null", "date": "date", "text": "string"}
_KIND = "iif(j.type = 'text' AND j.value GLOB '[12][0-9][0-9][0-9]-[0-1][0-9]*', 'date', j.type)"


def fields(filters: Filters, view: View) -> Answer[FieldRecord]:
    """Return the metadata keys, those of most documents first; raises UsageError for a `sort` by no field of theirs."""
    order = sort_keys(filters.sort, FieldRecord._fields, "keys")
    found = where(filters, view)
    sql = f"""SELECT j.key, {_KIND} AS kind, count(*) AS n FROM {found.table} d, json_each(d.meta) j
        WHERE {found.sql} GROUP BY j.key, kind ORDER BY n DESC"""
    types: dict[str, dict[str, int]] = {}
    for key, kind, n in view.store.rows(sql, found.params):
        held = types.setdefault(key, {})
        held[_TYPES[kind]] = held.get(_TYPES[kind], 0) + n
    problems = _problems(found, list(types), view)
    keys = sorted(types, key=lambda key: (-sum(types[key].values()), key))
    records = (_record(key, types[key], problems.get(key, 0), found, view) for key in keys)
    return limited(sorted_by(order, records) if order else records, filters.limit, filters.offset)


def _record(key: str, types: dict[str, int], problems: int, found: Where, view: View) -> FieldRecord:
    within = "" if found.everything else f"AND doc IN (SELECT d.doc FROM {found.table} d WHERE {found.sql})"
    held = f"FROM value WHERE kind = 'meta' AND key = ? AND value <> '' {within}"
    params = (key, *found.params)
    row = view.store.one(f"SELECT count(DISTINCT value) {held}", params)
    sql = f"SELECT value {held} GROUP BY value ORDER BY count(DISTINCT doc) DESC, value LIMIT {_EXAMPLES}"
    examples = [value for (value,) in view.store.rows(sql, params)]
    order = sorted(types, key=lambda name: (-types[name], name))
    return FieldRecord(key, order, sum(types.values()), row[0] if row else 0, examples, problems)


def _problems(found: Where, keys: list[str], view: View) -> dict[str, int]:
    """How many warnings are of each key: their messages begin with `key: value` or with `key KEY`."""
    counts: dict[str, int] = {}
    known = set(keys)
    sql = f"SELECT d.warnings FROM {found.table} d WHERE d.warnings <> '[]' AND {found.sql}"
    for (warnings,) in view.store.rows(sql, found.params):
        for _, _, message, _ in json.loads(warnings):
            key = message.split(" ", 2)[1] if message.startswith("key ") else message.partition(": ")[0]
            if key in known:
                counts[key] = counts.get(key, 0) + 1
    return counts
