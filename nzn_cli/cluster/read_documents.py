"""The second stage: what is to be read becomes facts, a row a file, by workers that run nzn's own reading.

A row holds the rows that an index has of the document, a list a table. They are written as such first, so that what
comes after a lost worker reads no document again.
"""

from __future__ import annotations

import os
import socket
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from itertools import groupby
from typing import TYPE_CHECKING, Any

from nzn_cli.dataset.layout import DatasetTable, index_path, row_number, stored_path, tables
from nzn_cli.freshness.document_facts import document_facts
from nzn_cli.freshness.fingerprint import READING, content_fingerprint
from nzn_cli.freshness.read_batch import Task, batches
from nzn_cli.freshness.snapshot import WIDTH
from nzn_cli.model.settings import Folder
from nzn_cli.store.store import path_text

if TYPE_CHECKING:
    import sqlite3

    from pyarrow import Array, RecordBatch
    from pyspark.sql import DataFrame

CODE = (*READING, "annotate", "linking")  # what a dataset's rows are made by
_PARTITION = 128_000_000  # bytes of documents that a task of Spark reads at most, about
_SHARE = 2_000_000  # and at least where there are workers for it: what one starts with costs a second
_WAVES = 4  # tasks a core, so that one slow task does not hold up all
_FILE = 4_000  # bytes that a file costs beside its own
_SIGNATURE = b"\1" * WIDTH  # of any file: whether it is as it was is asked of its content here
_TYPES = {"integer": "BIGINT", "text": "STRING", "real": "DOUBLE"}
# what each row says of its file: `known` is the number it had, `content` is "" where it is gone
OF_FILE = ("doc", "path", "size", "time", "known", "content", "same")
_HEAD = "doc BIGINT, path STRING, size BIGINT, time BIGINT, known BIGINT, content STRING, same BOOLEAN"


def fact_tables() -> list[DatasetTable]:
    """Return the tables whose rows are of one document each."""
    return [table for table in tables().values() if table.read]


def partitions(planned: DataFrame) -> int:
    """Return in how many shares files are to be read, of doc, path, size and so on."""
    row = planned.selectExpr(f"sum(size + {_FILE}) AS bytes", "count(*) AS files").first()
    size, files = (row.bytes or 0, row.files) if row else (0, 0)
    waves = _WAVES * planned.sparkSession.sparkContext.defaultParallelism
    return int(max(1, min(files, max(size // _PARTITION, min(size // _SHARE, waves)))))


def facts(reading: DataFrame, folder: Folder, code: str) -> DataFrame:
    """Return the facts of files: of doc, path, size, time, known, known_content, and data, where it was brought.

    `data` holds the bytes; without it workers open the files below `folder.path`. A worker whose nzn is not
    of the `code` that the driver has gives up.
    """
    lists = [f"`{table.name}` ARRAY<STRUCT<{_columns(table)}>>" for table in fact_tables()]
    return reading.mapInArrow(_reader(folder, code), ", ".join([_HEAD, *lists]))


def _columns(table: DatasetTable) -> str:
    return ", ".join(f"`{column.name}`: {_TYPES[column.type]}" for column in table.columns)


def _reader(folder: Folder, code: str) -> Callable[[Iterable[RecordBatch]], Iterator[RecordBatch]]:
    """Return what a worker does with its share of the files."""

    def read(pieces: Iterable[RecordBatch]) -> Iterator[RecordBatch]:
        if content_fingerprint(CODE) != code:
            raise RuntimeError(f"nzn on {socket.gethostname()} is not the nzn of the driver")
        for piece in pieces:
            rows = {row["doc"]: row for row in piece.to_pylist()}
            tasks = [_task(row) for row in rows.values()]
            for batch in batches(tasks):
                yield _batch_read(batch, [rows[task.doc] for task in batch], folder)

    return read


def _task(row: dict[str, Any]) -> Task:
    content = row["known_content"]
    return Task(
        row["doc"], 0, path_text(index_path(row["path"])), _SIGNATURE, row["size"], content and bytes.fromhex(content)
    )


def _batch_read(batch: Sequence[Task], rows: Sequence[dict[str, Any]], folder: Folder) -> RecordBatch:
    import pyarrow

    brought = "data" in rows[0]
    with tempfile.TemporaryDirectory(prefix="nzn-") if brought else nullcontext(folder.path) as path:
        if brought:
            _lay_out(path, batch, rows)
        with document_facts([folder._replace(path=path)], batch) as connection:
            content = {doc: digest.hex() for doc, digest in connection.execute("SELECT doc, content FROM file")}
            docs = [task.doc for task in batch]
            found = [content.get(doc, "") for doc in docs]
            same = [bool(new) and new == row["known_content"] for new, row in zip(found, rows, strict=True)]
            head = [[row[name] for row in rows] for name in OF_FILE[:5]]
            types = [pyarrow.int64(), pyarrow.string(), *[pyarrow.int64()] * 3, pyarrow.string(), pyarrow.bool_()]
            arrays = [pyarrow.array(*each) for each in zip([*head, found, same], types, strict=True)]
            lists = [_table_rows(connection, table, docs) for table in fact_tables()]
            names = [*OF_FILE, *(table.name for table in fact_tables())]
            return pyarrow.RecordBatch.from_arrays([*arrays, *lists], names=names)


def _lay_out(path: str, batch: Sequence[Task], rows: Sequence[dict[str, Any]]) -> None:
    """Write files that were brought where the reader looks for them."""
    for task, row in zip(batch, rows, strict=True):
        file = os.path.join(path, task.path)
        os.makedirs(os.path.dirname(file), exist_ok=True)
        with open(file, "wb") as opened:
            opened.write(row["data"])


def _table_rows(connection: sqlite3.Connection, table: DatasetTable, docs: Sequence[int]) -> Array[Any]:
    """Return the rows of a table as a list a document."""
    import pyarrow

    names = ", ".join(f'"{column.name}"' for column in table.columns[1 if table.numbered else 0 :])
    order = "doc, rowid" if table.numbered else "doc"
    sql = f"SELECT doc, {names} FROM {table.name} ORDER BY {order}"
    of = {doc: [row[1:] for row in rows] for doc, rows in groupby(connection.execute(sql), lambda row: row[0])}
    found: list[tuple[Any, ...]] = []
    offsets = [0]
    for doc in docs:
        rows = of.get(doc, [])
        found += [(row_number(doc, place), *row) for place, row in enumerate(rows)] if table.numbered else rows
        offsets.append(len(found))
    columns = list(zip(*found, strict=True)) or [()] * len(table.columns)
    if table.name == "document":
        place = [column.name for column in table.columns].index("path")
        columns[place] = tuple(map(stored_path, columns[place]))
    schema = table.schema()
    arrays = [pyarrow.array(column, type=field.type) for column, field in zip(columns, schema, strict=True)]
    inner = pyarrow.StructArray.from_arrays(arrays, fields=list(schema))
    return pyarrow.ListArray.from_arrays(pyarrow.array(offsets, type=pyarrow.int32()), inner)
