"""One open index: a thin wrapper of one SQLite connection, for questions only.

Knows the tables' shapes (`schema`) but not how they are filled; `query` composes SQL and asks it here.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import sqlite3


def path_value(path: str) -> str | bytes:
    """Return `path` as the tables hold it: text where it is UTF-8, else its raw bytes."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return os.fsencode(path)
    return path


def path_text(value: str | bytes) -> str:
    """Return a path of the tables as a text whose undecodable bytes are surrogates."""
    return value if isinstance(value, str) else os.fsdecode(value)


class Store:
    """An open index; close it, or use it in a `with` statement."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection; a private index is gone then."""
        self.connection.close()

    def rows(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> Iterator[tuple[Any, ...]]:
        """Return the rows that `sql` gives, read as they are asked for."""
        return self.connection.execute(sql, parameters)

    def one(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> tuple[Any, ...] | None:
        """Return the first row that `sql` gives, or None."""
        row: tuple[Any, ...] | None = self.connection.execute(sql, parameters).fetchone()
        return row

    def body(self, doc: int) -> str:
        """Return the body of one document; empty when there is no such document."""
        row = self.one("SELECT text FROM body WHERE doc = ?", (doc,))
        return row[0] if row else ""

    def bodies(self, docs: Iterable[int]) -> Iterator[tuple[int, str]]:
        """Return (doc, body) of the documents, in the order asked for."""
        for doc in docs:
            yield doc, self.body(doc)
