"""The third stage: what depends on all documents: ids, who is who, what is what. By the functions of an index, in one.

The driver fills an index of its own, on its disk, with what linking reads, and lets the same code join it: so that
persons, numbers and slugs are those of one machine. Its disk bounds this: about as much as names and mentions take.
Names are no blocks that workers could join by themselves: a given name alone means one of all who are called so.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import islice
from typing import TYPE_CHECKING, Any

from nzn_cli.annotate import registry
from nzn_cli.dataset.layout import DatasetTable, index_path, tables
from nzn_cli.errors import LinkingFault
from nzn_cli.freshness.build import give_ids
from nzn_cli.freshness.update import linking_faults
from nzn_cli.model.settings import Folder, Settings
from nzn_cli.store import schema
from nzn_cli.store.persons import texts_to_join_by
from nzn_cli.store.store import warned

if TYPE_CHECKING:
    from pyarrow import RecordBatch, Table
    from pyspark.sql import DataFrame

_READ = ("document", "entity", "mention", "role", "named", "acronym")  # what linking and ids are made of, but for texts
_PIECES = 100  # pieces of Spark that come to the driver as one
_ROWS = 100_000  # of one piece that goes to Spark


class LinkedIndex:
    """A private index with what is joined; use it in a `with` statement."""

    def __init__(self, folder: Folder) -> None:
        self._settings = Settings((folder,), "", use_index=False, jobs=1)
        self._place = tempfile.TemporaryDirectory(prefix="nzn-linking-")
        self._connection = sqlite3.connect(f"{self._place.name}/index", isolation_level=None)
        self._connection.executescript(f"PRAGMA synchronous = OFF; {schema.tables()}")

    def __enter__(self) -> LinkedIndex:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()
        self._place.cleanup()

    def fill(self, table: DatasetTable, rows: DataFrame | None) -> None:
        """Take rows of a table, if linking reads it."""
        if rows is not None and table.name in _READ:
            self._take(table, rows)

    def fill_texts(self, bodies: DataFrame | None) -> None:
        """Take the bodies that linking reads, which are few; the other tables are filled before."""
        docs = texts_to_join_by(self._connection)
        if bodies is not None and docs:
            from pyspark.sql import functions as f

            some = bodies.sparkSession.createDataFrame([(doc,) for doc in docs], "doc BIGINT")
            self._take(tables()["body"], bodies.join(f.broadcast(some), "doc"))

    def _take(self, table: DatasetTable, rows: DataFrame) -> None:
        self._connection.execute("BEGIN")
        self._connection.executemany(*_insert(table, rows))
        self._connection.execute("COMMIT")

    def link(self) -> dict[str, LinkingFault]:
        """Give ids, and join what annotators found; return what went wrong by kind, of which nothing is joined."""
        faults = {}
        self._connection.execute("BEGIN")
        give_ids(self._connection, self._settings)
        for annotator in registry.ANNOTATORS:
            if annotator.linking:
                self._connection.execute("SAVEPOINT kind")
                try:
                    with linking_faults(annotator.name):
                        registry.loaded(annotator.linking)(self._connection, self._settings, "")
                except LinkingFault as fault:
                    faults[annotator.name] = fault
                    self._connection.execute("ROLLBACK TO kind")
                self._connection.execute("RELEASE kind")
        self._connection.execute("COMMIT")
        return faults

    def counts(self) -> tuple[int, int]:
        """Return how many documents there are, and how many of them have warnings."""
        (documents,) = self._connection.execute("SELECT count(*) FROM document").fetchone()
        return documents, warned(self._connection)[0]

    def rows(self, table: DatasetTable) -> Iterator[Table]:
        """Yield the rows of a table that was joined, a piece at a time; the first may be empty."""
        import pyarrow

        if table.name == "given_id":
            sql = "SELECT doc, id FROM document ORDER BY doc"
        else:
            sql = f"SELECT {', '.join(column.name for column in table.columns)} FROM {table.name}"
        with closing(self._connection.execute(sql)) as rows:
            first = True
            while (piece := list(islice(rows, _ROWS))) or first:
                columns: Any = list(zip(*piece, strict=True)) or [()] * len(table.columns)
                fields = zip(columns, table.schema(), strict=True)
                arrays = [pyarrow.array(column, type=field.type) for column, field in fields]
                yield pyarrow.Table.from_arrays(arrays, schema=table.schema())
                first = False


def _insert(table: DatasetTable, rows: DataFrame) -> tuple[str, Iterator[tuple[Any, ...]]]:
    """Return the statement that takes rows of a table, and the rows."""
    names = [column.name for column in table.columns]
    read = rows.select(*names)
    marks = ", ".join("?" * len(names))
    sql = f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({marks})"
    if table.name != "document":
        return sql, _rows(read)
    place = names.index("path")
    return sql, ((*row[:place], index_path(row[place]), *row[place + 1 :]) for row in _rows(read))


def _rows(rows: DataFrame) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of Spark as they come, a partition of it at a time."""
    import pyarrow

    packed = rows.mapInArrow(_packed, "piece BINARY")
    for row in packed.toLocalIterator():
        with pyarrow.ipc.open_stream(row.piece) as stream:
            for batch in stream:
                yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)


def _packed(pieces: Iterable[RecordBatch]) -> Iterator[RecordBatch]:
    """Yield pieces as bytes, some to a row: a row at a time costs the driver ten times as much."""
    import pyarrow

    waiting = iter(pieces)
    while some := list(islice(waiting, _PIECES)):
        sink = pyarrow.BufferOutputStream()
        with pyarrow.ipc.new_stream(sink, some[0].schema) as stream:
            for piece in some:
                stream.write_batch(piece)
        yield pyarrow.RecordBatch.from_arrays([pyarrow.array([sink.getvalue().to_pybytes()])], names=["piece"])
