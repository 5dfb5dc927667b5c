"""The tables as Parquet, a file each, written a batch of rows at a time. Alone imports PyArrow."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import islice
from typing import Any, get_type_hints

from nzn_cli.errors import UsageError
from nzn_cli.render.export.source import Source
from nzn_cli.render.export.tables import VERSION, Column, Table, column_type, tables
from nzn_cli.render.json_ import text_of
from nzn_cli.render.plain import plain

_ROWS = 5_000  # of one batch
_BODIES = 250  # of one batch of documents, which hold their texts


def write_parquet(source: Source, folder: str) -> None:
    """Write a file a table into `folder`; raises UsageError where PyArrow is not installed."""
    try:
        import pyarrow.parquet as writing
    except ImportError:
        raise UsageError("Parquet needs PyArrow", "pip install 'nzn[parquet]'") from None
    import pyarrow

    for table in tables():
        schema = _schema(table, pyarrow)
        path = os.path.join(folder, f"{table.name}.parquet")
        with writing.ParquetWriter(path, schema, compression="zstd") as writer:
            for batch in _batches(table, source):
                columns = [
                    pyarrow.array([_value(row[place], column) for row in batch], type=field.type)
                    for place, (column, field) in enumerate(zip(table.columns, schema, strict=True))
                ]
                writer.write_table(pyarrow.Table.from_arrays(columns, schema=schema))


def _batches(table: Table, source: Source) -> Iterator[list[tuple[Any, ...]]]:
    rows = table.rows(source)
    size = _BODIES if any(column.name == "body" for column in table.columns) else _ROWS
    while batch := list(islice(rows, size)):
        yield batch


def _value(value: Any, column: Column) -> Any:
    if column.type == "object":
        return text_of(value)
    return plain(value)


def _schema(table: Table, pyarrow: Any) -> Any:
    fields = [
        pyarrow.field(column.name, _type(column, pyarrow), column.null, metadata={"description": column.meaning})
        for column in table.columns
    ]
    return pyarrow.schema(fields, metadata={"description": table.meaning, "nzn_schema": str(VERSION)})


def _type(column: Column, pyarrow: Any) -> Any:
    plain_types = {
        "text": pyarrow.string(),
        "integer": pyarrow.int64(),
        "real": pyarrow.float64(),
        "boolean": pyarrow.bool_(),
        "day": pyarrow.date32(),
        "object": pyarrow.string(),
        "list": pyarrow.list_(pyarrow.string()),
    }
    if column.type != "records":
        return plain_types[column.type]
    inner = []
    for name, hint in get_type_hints(column.item).items():
        if name in column.item._fields:
            kind, null, _ = column_type(hint)
            inner.append(pyarrow.field(name, plain_types[kind], null))
    return pyarrow.list_(pyarrow.struct(inner))
