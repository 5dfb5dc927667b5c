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


def _rows(connection: sqlite3.Connection, table: DatasetTable) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a table as a dataset has them, those of a document together."""
    if table.name == "file":
        for doc, path, signature, content in connection.execute(
            "SELECT doc, path, signature, content FROM file ORDER BY doc"
        ):
            size, time = array("q", bytes(signature))[:2]
            yield doc, stored_path(path), size, time, content if isinstance(content, str) else bytes(content).hex()
        return
    if table.name == "skipped":
        return
    if table.name == "given_id":
        yield from connection.execute("SELECT doc, id FROM document ORDER BY doc")
        return
    names = [column.name for column in table.columns][table.numbered :]
    by = "rowid" if "doc" not in names else "doc, rowid" if table.numbered else "doc"
    by = by if table.numbered or "doc" in names else "1"
    rows = connection.execute(f"SELECT {', '.join(names)} FROM {table.name} ORDER BY {by}")
    if not table.numbered:
        path = names.index("path") if "path" in names else -1
        yield from rows if path < 0 else ((*row[:path], stored_path(row[path]), *row[path + 1 :]) for row in rows)
    elif "doc" in names:
        for doc, group in groupby(rows, key=lambda row: row[names.index("doc")]):
            yield from ((row_number(doc, place), *row) for place, row in enumerate(group))
    else:
        yield from ((place, *row) for place, row in enumerate(rows))
