"""Documents as `list` and `show` give them: rows of the table turned into records, only as they are asked for."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from nzn_cli.model.answers import DocumentRecord, ShowRecord
from nzn_cli.model.documents import Problem, Warned
from nzn_cli.model.settings import Filters
from nzn_cli.query.answer import Answer
from nzn_cli.query.filters import where
from nzn_cli.query.order import order
from nzn_cli.query.selection import Where
from nzn_cli.query.view import View

Row = tuple[Any, ...]

# field of the record -> its column; `path` needs the folder beside it
COLUMNS = {name: f"d.{name}" for name in DocumentRecord._fields}
_EMPTY = DocumentRecord("", "", None, None, None, None, None, None, None, None, [], None, [], None, 0, "", {}, [])


def documents(filters: Filters, view: View, fields: Sequence[str] | None = None) -> Answer[DocumentRecord]:
    """Return the documents that `filters` let through; with `fields` no others are read, and those are empty."""
    found = where(filters, view)
    names = [name for name in DocumentRecord._fields if fields is None or name in fields]
    rows = selected(columns(names), found, filters, view)
    read = reader(names, view)
    return Answer((read(row) for row in rows), lambda: number(found, view))


def selected(
    what: str, found: Where, filters: Filters, view: View, limited: bool = True, beside: str = ""
) -> Iterator[Row]:
    """Return `what` of the selected documents in the order asked for; `beside` joins further tables."""
    sorted_by = order(filters.sort, view)
    sql = f"SELECT {what} FROM {found.table} d {beside} {sorted_by.joins} WHERE {found.sql} ORDER BY {sorted_by.by}"
    params = (*sorted_by.params, *found.params)
    if limited and (filters.limit is not None or filters.offset):
        sql += " LIMIT ? OFFSET ?"
        params = (*params, *(min(n, 1 << 62) for n in (-1 if filters.limit is None else filters.limit, filters.offset)))
    return view.store.rows(sql, params)


def number(found: Where, view: View) -> int:
    """Return how many documents a selection holds."""
    row = view.store.one(f"SELECT count(*) FROM {found.table} d WHERE {found.sql}", found.params)
    return int(row[0]) if row else 0


def columns(names: Sequence[str]) -> str:
    """Return the columns that `reader` of the same names reads."""
    return ", ".join(["d.folder", *(COLUMNS[name] for name in names)])


def reader(names: Sequence[str], view: View) -> Callable[[Row], DocumentRecord]:
    """Return what turns a row of `columns(names)` into a record."""
    turn: dict[str, Callable[[str], Any]] = {
        "ministers": json.loads,
        "portfolios": json.loads,
        "meta": json.loads,
        "warnings": lambda text: [Warned(*warning) for warning in json.loads(text)],
    }
    turned = [(place, turn[name]) for place, name in enumerate(names, 1) if name in turn]
    path = names.index("path") + 1 if "path" in names else 0
    places = [DocumentRecord._fields.index(name) for name in names]
    whole = tuple(names) == DocumentRecord._fields

    def read(row: Row) -> DocumentRecord:
        cells = list(row)
        for place, turning in turned:
            cells[place] = turning(cells[place])
        if path:
            cells[path] = view.path(cells[0], cells[path])
        if whole:
            return DocumentRecord._make(cells[1:])
        values = list(_EMPTY)
        for place, value in zip(places, cells[1:], strict=True):
            values[place] = value
        return DocumentRecord._make(values)

    return read


def show_records(
    docs: Sequence[int],
    view: View,
    not_before: Callable[[int], str | None],
    problems: Callable[[int], Sequence[Problem]] | None = None,
) -> Answer[ShowRecord]:
    """Return the documents of these numbers, in their order, with their bodies.

    `not_before` tells of an undated document the latest date that its text speaks of as past, `problems` what there is
    to say of a document beside the warnings that it has.
    """
    names = DocumentRecord._fields
    read = reader(names, view)
    sql = f"SELECT {columns(names)} FROM document d WHERE d.doc = ?"

    def records() -> Iterator[ShowRecord]:
        for doc in docs:
            row = view.store.one(sql, (doc,))
            if row is not None:
                record = read(row)
                more = [Warned(*one) for one in problems(doc)] if problems else []
                record.warnings.extend(one for one in more if one not in record.warnings)
                latest = not_before(doc) if record.date is None else None
                yield ShowRecord(*record, body=view.store.body(doc), date_not_before=latest)

    return Answer(records())


def texts(filters: Filters, view: View, not_before: Callable[[int], str | None]) -> Answer[ShowRecord]:
    """Return the documents that `filters` let through with their bodies, read one by one as they are asked for."""
    found = where(filters, view)
    names = DocumentRecord._fields
    read = reader(names, view)
    rows = selected(f"{columns(names)}, d.doc", found, filters, view)

    def records() -> Iterator[ShowRecord]:
        for *cells, doc in view.store.announced(rows, -1):
            record = read(tuple(cells))
            latest = not_before(doc) if record.date is None else None
            yield ShowRecord(*record, body=view.store.body(doc), date_not_before=latest)

    return Answer(records(), lambda: number(found, view))


def unread_folders(view: View) -> int:
    """Return how many folders could not be read, or have documents that could not be looked at."""
    row = view.store.one("SELECT count(*) FROM snapshot WHERE unread <> ''")
    return int(row[0]) if row else 0


def place_of(doc: int, view: View) -> str:
    """Return the absolute path of a document."""
    row = view.store.one("SELECT folder, path FROM document WHERE doc = ?", (doc,))
    return view.absolute(*row) if row else ""


def text_place(doc: int, view: View) -> tuple[str, int]:
    """Return the absolute path of a document and the line (from 1) on which its text starts."""
    row = view.store.one("SELECT body_line FROM document WHERE doc = ?", (doc,))
    return place_of(doc, view), row[0] if row else 1
