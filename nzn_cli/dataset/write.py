"""A dataset out of an index of this machine, whole: what a cluster builds of folders that no machine can hold."""

from __future__ import annotations

import json
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
from nzn_cli.errors import FolderError, UsageError
from nzn_cli.freshness import fingerprint
from nzn_cli.model.settings import Folder, Settings

if TYPE_CHECKING:
    import sqlite3

_ROWS = 20_000  # of a row group
_BODIES = 500


_READ_BY = tuple(name for name in Folder._fields if name not in ("path", "builtin", "queries"))


def stated_settings(folder: Folder) -> dict[str, Any]:
    """Return what of a folder's settings is not as it is unsaid, as JSON gives it back."""
    unsaid = Folder("")
    stated = {name: value for name in _READ_BY if (value := getattr(folder, name)) != getattr(unsaid, name)}
    settings: dict[str, Any] = json.loads(json.dumps(stated, default=dict))
    return settings


def write_corpus(connection: sqlite3.Connection, settings: Settings, target: str) -> int:
    """Write an index that holds every kind as a dataset's next version, and return the version's number.

    Raises FolderError where `target` holds something else, or there are several folders; UsageError without PyArrow.
    """
    if len(settings.folders) != 1 or settings.dataset is not None:
        raise FolderError("a dataset is made of one folder of documents", "nzn -d DIR index export TARGET")
    [folder] = settings.folders
    try:
        if read_version(target) is None and os.path.isdir(target) and os.listdir(target):
            raise FolderError(f"{target} holds other files", "name a folder that is not there, or an empty one")
        os.makedirs(target, exist_ok=True)
        code = fingerprint.content_fingerprint((*fingerprint.READING, "annotate", "linking"))
        version = write_dataset(connection, target, code=code, source=folder.path, settings=stated_settings(folder))
    except ImportError:
        raise UsageError("a dataset is written with PyArrow", "pip install 'nzn[parquet]'") from None
    except OSError as error:
        raise FolderError(f"{target} cannot be written: {error.strerror}") from None
    return version.number


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
