"""A dataset out of an index of this machine, whole: what a cluster builds of folders that no machine can hold."""

from __future__ import annotations

import os
from array import array
from collections.abc import Iterator, Mapping
from itertools import groupby, islice
from typing import TYPE_CHECKING, Any

from nzn_cli.dataset.layout import (
    DatasetTable,
    Version,
    next_version,
    part_folder,
    read_version,
    row_number,
    stored_path,
    tables,
    write_version,
)

if TYPE_CHECKING:
    import sqlite3

_ROWS = 20_000  # of a row group
_BODIES = 500


def write_dataset(
    connection: sqlite3.Connection, target: str, *, code: str, source: str, settings: Mapping[str, Any]
) -> Version:
    """Write all tables of an index that holds every kind as a dataset's next version, a part a table."""
    from pyarrow import Table
    from pyarrow.parquet import ParquetWriter

    before = read_version(target)
    parts = {}
    for table in tables().values():
        name = f"{part_folder(table.name, 1 if before is None else before.number + 1)}/part-0.parquet"
        path = os.path.join(target, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        schema, rows = table.schema(), _rows(connection, table)
        with ParquetWriter(path, schema, compression="zstd") as writer:
            while batch := list(islice(rows, _BODIES if table.name == "body" else _ROWS)):
                columns = dict(zip(schema.names, zip(*batch, strict=True), strict=True))
                writer.write_table(Table.from_pydict(columns, schema=schema))
        parts[table.name] = [name]
    version = next_version(None, parts, code=code, source=source, settings=settings)
    version = version._replace(number=version.number if before is None else before.number + 1)
    write_version(target, version)
    return version


# tables that an index has in another form: what is asked of it, of rows that become ours by `_FILE` or as they are
_ELSEWHERE = {
    "file": "SELECT doc, path, signature, content FROM file ORDER BY doc",
    "given_id": "SELECT doc, id FROM document ORDER BY doc",
    "skipped": "SELECT path, unread FROM snapshot WHERE false",
}


def _rows(connection: sqlite3.Connection, table: DatasetTable) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a table as a dataset has them, those of a document together."""
    names = [column.name for column in table.columns][table.numbered :]
    order = ", ".join([*(["doc"] if "doc" in names else []), *(["rowid"] if table.numbered else [])]) or "1"
    sql = _ELSEWHERE.get(table.name, f"SELECT {', '.join(names)} FROM {table.name} ORDER BY {order}")
    rows: Iterator[tuple[Any, ...]] = connection.execute(sql)
    if table.name == "file":
        return map(_file, rows)
    if "path" in names:
        path = names.index("path")
        rows = ((*row[:path], stored_path(row[path]), *row[path + 1 :]) for row in rows)
    return _numbered(rows, names.index("doc") if "doc" in names else None) if table.numbered else rows


def _file(row: tuple[int, str | bytes, bytes, bytes]) -> tuple[int, str, int, int, str]:
    doc, path, signature, content = row
    size, time = array("q", signature)[:2]
    return doc, stored_path(path), size, time, content.hex()


def _numbered(rows: Iterator[tuple[Any, ...]], doc: int | None) -> Iterator[tuple[Any, ...]]:
    """Yield rows with `rowid` first; their document stands at `doc`."""
    if doc is None:
        yield from ((place, *row) for place, row in enumerate(rows))
        return
    for number, group in groupby(rows, key=lambda row: row[doc]):
        yield from ((row_number(number, place), *row) for place, row in enumerate(group))
