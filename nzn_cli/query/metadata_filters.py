"""`--where`, `--has` and `--no`: conditions on metadata keys, and on what was made of them (date, title, url …)."""

from __future__ import annotations

from collections.abc import Iterator

from nzn_cli.errors import NothingFound
from nzn_cli.model.settings import Filters
from nzn_cli.query.comparison import Expression, parse_expression, predicate
from nzn_cli.query.patience import patience
from nzn_cli.query.selection import Where
from nzn_cli.query.view import View, bindable, listed

# normalised fields: what their values are, and when a document has one
ONE_VALUE = {"id": "id", "title": "title", "date": "date", "url": "url", "site": "site", "encoding": "encoding"} | {
    "words": "words"
}
SEVERAL = {"minister": "ministers", "ministers": "ministers", "portfolio": "portfolios", "portfolios": "portfolios"}
_HAS = {name: f"d.{column} IS NOT NULL" for name, column in ONE_VALUE.items()}
_HAS |= {name: f"d.{column} <> '[]'" for name, column in SEVERAL.items()}
_HAS |= {"warnings": "d.warnings <> '[]'", "path": "1", "words": "d.words > 0"}


def metadata(found: Where, filters: Filters, view: View) -> Where:
    """Return the selection narrowed to documents whose metadata is as asked."""
    for key in filters.has:
        found = _having(found, key, view, True)
    for key in filters.no:
        found = _having(found, key, view, False)
    for text in filters.where:
        found = _comparing(found, parse_expression(text), view)
    return found


def keys_like(view: View, key: str) -> list[str]:
    """Return the corpus's metadata keys that `key` means: itself, else those that differ in case only."""
    key = bindable(key)
    if view.store.one("SELECT 1 FROM value WHERE kind = 'meta' AND key = ?", (key,)):
        return [key]
    return [other for other in all_keys(view) if other.casefold() == key.casefold()]


def all_keys(view: View) -> list[str]:
    """Return every metadata key of the corpus; each is found by one step in the index of values."""
    keys: list[str] = []
    row = view.store.one("SELECT min(key) FROM value WHERE kind = 'meta'")
    while row and row[0] is not None:
        keys.append(row[0])
        row = view.store.one("SELECT min(key) FROM value WHERE kind = 'meta' AND key > ?", (row[0],))
    return keys


def no_such_key(view: View, key: str) -> NothingFound:
    """Return the error for a key that no document has, with those that are near."""
    from difflib import get_close_matches

    keys = all_keys(view)
    near = get_close_matches(key, keys, 3, 0.6)
    hint = f"near: {', '.join(near)}" if near else "the keys of these documents: nzn fields"
    return NothingFound(f"no document has the metadata key {key!r}", hint, tuple(near))


def _having(found: Where, key: str, view: View, wanted: bool) -> Where:
    if key in _HAS:
        return found.also(_HAS[key] if wanted else f"NOT coalesce({_HAS[key]}, FALSE)")
    keys = keys_like(view, key)
    if wanted and not keys:
        raise no_such_key(view, key)
    holding = "SELECT doc FROM value WHERE kind = 'meta' AND value <> '' AND key IN (SELECT value FROM json_each(?))"
    return found.also(f"d.doc {'IN' if wanted else 'NOT IN'} ({holding})", listed(keys))


def _comparing(found: Where, expression: Expression, view: View) -> Where:
    from datetime import date

    keys = keys_like(view, expression.key)
    if not keys and not expression.negative and expression.key not in (*ONE_VALUE, *SEVERAL, "path"):
        raise no_such_key(view, expression.key)
    holds = predicate(expression, view.now or date.today().isoformat())
    known: dict[str, bool] = {}
    docs: set[int] = set()
    with patience(expression.value):
        for doc, value in _values(found, expression.key, keys, view):
            if value not in known:
                known[value] = holds(value)
            if known[value]:
                docs.add(doc)
    operator = "NOT IN" if expression.negative else "IN"
    return found.also(f"d.doc {operator} (SELECT value FROM json_each(?))", listed(sorted(docs)))


def _values(found: Where, name: str, keys: list[str], view: View) -> Iterator[tuple[int, str]]:
    """Every (doc, value) of a key as it stands in the metadata, and of the normalised field of that name."""
    sql = "SELECT doc, value FROM value WHERE kind = 'meta' AND key IN (SELECT value FROM json_each(?))"
    yield from ((doc, value) for doc, value in view.store.rows(sql, (listed(keys),)))
    if name in ONE_VALUE:
        column = f"d.{ONE_VALUE[name]}"
        for doc, value in view.store.rows(f"SELECT doc, {column} FROM {found.table} d WHERE {column} IS NOT NULL"):
            yield doc, str(value)
    elif name in SEVERAL:
        sql = f"SELECT d.doc, j.value FROM {found.table} d, json_each(d.{SEVERAL[name]}) j"
        yield from ((doc, value) for doc, value in view.store.rows(sql))
    elif name == "path":
        from nzn_cli.store.store import path_text

        for doc, path in view.store.rows("SELECT doc, path FROM document"):
            yield doc, path_text(path)
