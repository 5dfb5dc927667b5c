"""The rows of a dataset and of an index, each document by its path, so that numbers may differ."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from nzn_cli.api import open_corpus
from nzn_cli.config.load import load_settings
from nzn_cli.dataset.layout import DatasetTable, index_path, read_version, tables

Rows = dict[str, list[tuple[str, ...]]]


def dataset_rows(target: Path) -> Rows:
    """Return the rows that count of every table of a dataset, in an order of their own."""
    version = read_version(str(target))
    assert version is not None
    import pyarrow.parquet

    def rows(table: DatasetTable) -> Iterable[dict[str, Any]]:
        for part in version.parts[table.name]:
            read = pyarrow.parquet.read_table(target / part, partitioning=None).to_pylist()
            yield from (row for row in read if table.whole or row["doc"] not in version.dead)

    paths = {row["doc"]: index_path(row["path"]) for row in rows(tables()["document"])}
    return _named(rows, paths)


def index_rows(folder: Path, cache: Path) -> Rows:
    """Return the same of an index that is made anew."""
    settings = load_settings((str(folder),), {"XDG_CACHE_HOME": str(cache)}, str(folder))
    with open_corpus(settings) as corpus:
        corpus.index_build()
        connection = sqlite3.connect(corpus.index_status().path)

    def rows(table: DatasetTable) -> Iterable[dict[str, Any]]:
        names = [column.name for column in table.columns]
        asked = "doc, id FROM document" if table.name == "given_id" else f"{', '.join(names)} FROM {table.name}"
        return [dict(zip(names, row, strict=True)) for row in connection.execute(f"SELECT {asked}")]

    paths = dict(connection.execute("SELECT doc, path FROM document"))
    return _named(rows, paths)


def _named(rows: Callable[[DatasetTable], Iterable[dict[str, Any]]], paths: dict[int, Any]) -> Rows:
    found: Rows = {}
    for table in tables().values():
        if table.name in ("file", "skipped"):
            continue
        places: Counter[int] = Counter()  # of a row among those of its document
        listed = sorted(rows(table), key=lambda row: row["rowid"]) if table.numbered else list(rows(table))
        for row in listed:
            doc = row.get("doc")
            if table.numbered:
                row["rowid"] = places[doc or 0]
                places[doc or 0] += 1
            if doc is not None:
                row["doc"] = paths[doc]
            if "path" in row:
                row["path"] = index_path(row["path"]) if isinstance(row["path"], str) else row["path"]
        found[table.name] = sorted(tuple(map(repr, row.values())) for row in listed)
    return found
