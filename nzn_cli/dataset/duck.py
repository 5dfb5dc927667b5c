"""A dataset asked on one machine: DuckDB behind what looks like the connection of an index. Alone imports DuckDB."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from typing import Any

from nzn_cli.dataset.dataset_store import ELSEWHERE, NOT_OFFERED, OF_FILES, WAY, damaged
from nzn_cli.dataset.layout import DatasetTable, Version, index_path, is_uri, tables
from nzn_cli.dataset.translate import translated
from nzn_cli.errors import UsageError

_ROWS = 1_000  # fetched at a time
_TYPES = {"integer": "BIGINT", "text": "VARCHAR", "real": "DOUBLE"}


class Rows:
    """The rows of a statement, as a cursor of SQLite gives them."""

    def __init__(self, cursor: Any, target: str) -> None:
        self._cursor, self._target = cursor, target
        kinds = [(str(column[1]), column[0]) for column in cursor.description]
        self._numbers = [place for place, (kind, _) in enumerate(kinds) if kind in ("BOOLEAN", "bool")]
        self._paths = [place for place, (_, name) in enumerate(kinds) if name == "path"]
        self._fetched: Iterator[tuple[Any, ...]] = self._rows()

    def _rows(self) -> Iterator[tuple[Any, ...]]:
        while batch := self._batch():
            yield from map(self._row, batch) if self._numbers or self._paths else batch

    def _batch(self) -> list[tuple[Any, ...]]:
        import duckdb

        try:
            batch: list[tuple[Any, ...]] = self._cursor.fetchmany(_ROWS)
        except duckdb.Error as error:
            raise damaged(self._target, error) from None
        return batch

    def _row(self, row: tuple[Any, ...]) -> tuple[Any, ...]:
        cells = list(row)
        for place in self._numbers:
            cells[place] = None if cells[place] is None else int(cells[place])
        for place in self._paths:
            cells[place] = None if cells[place] is None else index_path(cells[place])
        return tuple(cells)

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        return self._fetched

    def fetchone(self) -> tuple[Any, ...] | None:
        """Return the next row, None behind the last."""
        return next(self._fetched, None)

    def fetchall(self) -> list[tuple[Any, ...]]:
        """Return the rows that are left."""
        return list(self._fetched)


class DuckConnection:
    """Takes the SQL of an index and asks the live parts of a dataset; raises FolderError where they are damaged."""

    def __init__(self, target: str, version: Version) -> None:
        try:
            import duckdb
        except ImportError:
            raise UsageError("a dataset is asked with DuckDB", "pip install 'nzn[parquet]'") from None
        self._target, self._version = target, version
        self._base = duckdb.connect()
        self._base.execute("SET autoinstall_known_extensions = false; SET parquet_metadata_cache = true")
        self._base.execute("CREATE TABLE dead AS SELECT unnest($docs) AS doc", {"docs": list(version.dead)})
        self._known: set[str] = set()
        self._remote: dict[str, Any] = {}  # parts below a URI, which each cursor must be told of

    def execute(self, sql: str, parameters: Sequence[Any] = ()) -> Rows:
        """Return the rows that a statement of SQLite gives."""
        import duckdb

        statement = translated(sql, "duckdb")
        for name in statement.tables:
            self._require(name)
        try:
            cursor = self._base.cursor()
            for name, parts in self._remote.items():
                cursor.register(name, parts)
            return Rows(cursor.execute(statement.sql, statement.bound(parameters, "duckdb")), self._target)
        except duckdb.Error as error:
            raise damaged(self._target, error) from None

    def close(self) -> None:
        """Close the connection."""
        self._base.close()

    def _require(self, name: str) -> None:
        """Make a table known, from its live parts."""
        import duckdb

        if name in self._known:
            return
        if (made := ELSEWHERE.get(name)) is not None:
            self._base.execute(f"CREATE VIEW {name} AS {made}")
            self._known.add(name)
            return
        table = tables().get(name)
        if table is None:
            raise UsageError(NOT_OFFERED, WAY)
        if name == "document":
            self._require("given_id")
        try:
            self._base.execute(f"CREATE VIEW {name} AS {self._select(table)}")
        except duckdb.Error as error:
            raise damaged(self._target, error, name) from None
        self._known.add(name)

    def _select(self, table: DatasetTable) -> str:
        columns = ", ".join(
            f'CAST(f."{column.name}" AS {_TYPES[column.type]}) AS "{column.name}"' for column in table.columns
        )
        parts = self._version.parts.get(table.name, ())
        if not parts:
            nothing = ", ".join(f"CAST(NULL AS {_TYPES[column.type]}) AS {column.name}" for column in table.columns)
            return f"SELECT {nothing}{', NULL AS id' if table.name == 'document' else ''} WHERE false"
        from_ = f"FROM {self._source(table.name, parts)} f"
        if table.name == "document":
            return f"SELECT {columns}, i.id {from_} JOIN given_id i ON i.doc = f.doc"
        if table.name == "file":
            return f"SELECT {columns}, {', '.join(OF_FILES)} {from_}"
        live = "WHERE f.doc NOT IN (SELECT doc FROM dead)" if self._version.dead and not table.whole else ""
        return f"SELECT {columns} {from_} {live}"

    def _source(self, name: str, parts: Sequence[str]) -> str:
        """Return what stands behind FROM for some parts."""
        if is_uri(self._target):
            from nzn_cli.dataset.remote import arrow_dataset

            self._remote[f"parts_of_{name}"] = arrow_dataset(self._target, parts)
            self._base.register(f"parts_of_{name}", self._remote[f"parts_of_{name}"])
            return f"parts_of_{name}"
        paths = (glob.escape(os.path.join(self._target, part)) for part in parts)
        return f"read_parquet([{', '.join(_quoted(path, chr(39)) for path in paths)}])"


def _quoted(text: str, mark: str) -> str:
    return f"{mark}{text.replace(mark, mark * 2)}{mark}"
