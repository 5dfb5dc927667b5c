"""A dataset asked on a cluster: Spark behind what looks like the connection of an index."""

from __future__ import annotations

import json
import marshal
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from nzn_cli.cluster.storage import Storage
from nzn_cli.dataset.dataset_store import (
    ELSEWHERE,
    NOT_OFFERED,
    OF_FILES,
    WAY,
    DatasetStore,
    Opened,
    damaged,
    folder_of,
)
from nzn_cli.dataset.layout import DatasetTable, Version, index_path, tables
from nzn_cli.dataset.translate import translated
from nzn_cli.errors import FolderError, UsageError

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_TYPES = {"integer": "BIGINT", "text": "STRING", "real": "DOUBLE"}


def ask_on_spark(session: SparkSession, target: str, stops: bool = False) -> Opened:
    """Return the live version of a dataset, to be asked with a session; `stops` with its store, where that is said."""
    storage = Storage(session, target)
    version = storage.version()
    if version is None:
        raise FolderError(f"{target} holds no dataset", "nzn cluster build SOURCE TARGET makes one")
    return Opened(
        _SparkStore(_SparkConnection(session, storage, version, stops), version), folder_of(version), version.unlinked
    )


class _SparkConnection:
    """Takes the SQL of an index and asks the live parts of a dataset with a session."""

    def __init__(self, session: SparkSession, storage: Storage, version: Version, stops: bool) -> None:
        self.session, self._storage, self._version, self._stops = session, storage, version, stops
        self._known: set[str] = set()

    def execute(self, sql: str, parameters: Sequence[Any] = ()) -> _Rows:
        """Return the rows that a statement of SQLite gives."""
        return _Rows(self._table(self.selected(sql, parameters)))

    def selected(self, sql: str, parameters: Sequence[Any] = ()) -> DataFrame:
        """Return what a statement of SQLite selects."""
        from pyspark.errors import PySparkException

        statement = translated(sql, "spark")
        for name in statement.tables:
            self._require(name)
        try:
            return self.session.sql(statement.text(parameters), statement.bound(parameters, "spark"))
        except PySparkException as error:
            raise damaged(self._storage.target, error) from None

    def _table(self, rows: DataFrame) -> Any:
        from pyspark.errors import PySparkException

        try:
            return rows.toArrow()
        except PySparkException as error:
            raise damaged(self._storage.target, error) from None

    def close(self) -> None:
        """End the session where it is ours."""
        if self._stops:
            self.session.stop()

    def _require(self, name: str) -> None:
        """Make a table known, from its live parts."""
        if name in self._known:
            return
        if name in ELSEWHERE:
            rows = self.session.sql(ELSEWHERE[name])
        elif (table := tables().get(name)) is None:
            raise UsageError(NOT_OFFERED, WAY)
        else:
            rows = self._live(table)
        rows.createOrReplaceTempView(name)
        self._known.add(name)

    def _live(self, table: DatasetTable) -> DataFrame:
        schema = ", ".join(f"`{column.name}` {_TYPES[column.type]}" for column in table.columns)
        parts = [self._storage.place(part) for part in self._version.parts.get(table.name, ())]
        rows = self.session.read.schema(schema).parquet(*parts) if parts else self.session.createDataFrame([], schema)
        if self._version.dead and not table.whole:
            dead = self.session.createDataFrame([(doc,) for doc in self._version.dead], "doc BIGINT")
            rows = rows.join(dead, "doc", "left_anti").select(*(column.name for column in table.columns))
        if table.name == "document":
            rows = rows.join(self._live(tables()["given_id"]), "doc")
        return rows.selectExpr("*", *OF_FILES) if table.name == "file" else rows


class _Rows:
    """The rows of a statement, as a cursor of SQLite gives them."""

    def __init__(self, table: Any) -> None:
        self._rows = _rows(table)

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        return self._rows

    def fetchone(self) -> tuple[Any, ...] | None:
        """Return the next row, None behind the last."""
        return next(self._rows, None)

    def fetchall(self) -> list[tuple[Any, ...]]:
        """Return the rows that are left."""
        return list(self._rows)


def _rows(table: Any) -> Iterator[tuple[Any, ...]]:
    for batch in table.to_batches():
        columns = [_column(*pair) for pair in zip(batch.schema, batch.columns, strict=True)]
        yield from zip(*columns, strict=True)


def _column(field: Any, column: Any) -> list[Any]:
    values: list[Any] = column.to_pylist()
    if str(field.type) == "bool":
        return [None if value is None else int(value) for value in values]
    return [value and index_path(value) for value in values] if field.name == "path" else values


class _SparkStore(DatasetStore):
    """A dataset whose texts are read where they lie."""

    connection: Any
    at_once = 200_000  # a statement costs seconds, however little it asks for
    texts_at_once = (1024, 4096)

    def map_texts(self, work: Callable[[bytes, str | None], Any], docs: Sequence[int] | None = None) -> dict[int, Any]:
        """Return doc -> `work(UTF-8 text, edits)` for `docs` (all when None), without empty results."""
        if docs is not None and not docs:
            return {}
        some, given = ("", ()) if docs is None else (_SOME, (json.dumps(list(docs)),))
        rows = self.connection.selected(f"SELECT doc, text, edits FROM body{some}", given)

        def worked(batches: Iterator[Any]) -> Iterator[Any]:
            from pyarrow import RecordBatch

            for batch in batches:
                made = [
                    (doc, marshal.dumps(result))
                    for doc, text, edits in zip(*(column.to_pylist() for column in batch.columns), strict=True)
                    if (result := work(text.encode(), edits))
                ]
                columns = {"doc": [row[0] for row in made], "made": [row[1] for row in made]}
                yield RecordBatch.from_pydict(columns, _made_schema())

        found = rows.mapInArrow(worked, "doc BIGINT, made BINARY").toArrow()
        return {doc: marshal.loads(made) for doc, made in sorted(_rows(found))}


_SOME = " WHERE doc IN (SELECT value FROM json_each(?))"


def _made_schema() -> Any:
    import pyarrow

    return pyarrow.schema([("doc", pyarrow.int64()), ("made", pyarrow.binary())])
