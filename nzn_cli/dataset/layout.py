"""What a dataset is: which tables, with which columns, in which files, and which of them are live.

A dataset is a folder (or a place below a URI) of Parquet parts that are never changed, and one version file that names
the live ones. Whoever writes puts new parts beside the old ones and swaps the version file in last: a reader sees one
version or the other, and a writer that is killed leaves the old one. Knows no engine, and loads PyArrow on need.

Two kinds of tables. Facts (`whole` is False) are rows of documents: a version adds parts for what it read and lists in
`dead` the documents whose older rows no longer count. What depends on all documents (`whole`) is written anew by each
version, and so are facts of which linking fills a column. Docs are never given twice: a document that is read again has
a new number.
"""

from __future__ import annotations

import json
import os
import re
from functools import cache
from typing import TYPE_CHECKING, Any

from nzn_cli.config.folders import DATASET
from nzn_cli.errors import FolderError
from nzn_cli.model.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

VERSION_FILE = DATASET
FORMAT = 1
_LARGEST = 1 << 30  # bytes of a version file
_PART = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.=-]*(?:/[A-Za-z0-9_][A-Za-z0-9_.=-]*)*\.parquet")
_BESIDE = 32  # bits of a row's number that count rows of its document

# tables of an index that are of that index alone: its words, its stamps, what it knows of the disk
_OF_THE_INDEX = frozenset(("setting", "file", "snapshot", "segment", "posting", "annotation"))
_OWN = """
-- what was read, and from what; also files without a document, and (`skipped`) those that were not read, and why
CREATE TABLE file (
    doc INTEGER PRIMARY KEY, path TEXT NOT NULL, size INTEGER NOT NULL, time INTEGER NOT NULL, content TEXT NOT NULL
);
CREATE TABLE skipped (path TEXT NOT NULL, reason TEXT NOT NULL);
-- `document.id`, which depends on all documents
CREATE TABLE given_id (doc INTEGER PRIMARY KEY, id TEXT NOT NULL);
"""
_WHOLE = frozenset(
    [
        "file",
        "skipped",
        "given_id",
        "person",
        "person_name",
        "person_warning",
        "seldom_role",
        "person_summary",
        "organisation",
        "organisation_entity",
        "organisation_name",
    ]
)


class Column(NamedTuple):
    """A column of a table: `type` is integer, text or real."""

    name: str
    type: str
    null: bool


class DatasetTable(NamedTuple):
    """A table: its columns in order. One without a key of one integer has `rowid` first, see `row_number`."""

    name: str
    columns: tuple[Column, ...]
    whole: bool  # whether each version writes it anew
    read: bool  # whether its rows are read from documents

    @property
    def numbered(self) -> bool:
        """Return whether its first column is `rowid`, which an index has without declaring it."""
        return self.columns[0].name == "rowid"

    def schema(self) -> Any:
        """Return the Arrow schema of its parts; `type.null` is a promise of the writer, not of the file."""
        import pyarrow

        types = {"integer": pyarrow.int64(), "text": pyarrow.string(), "real": pyarrow.float64()}
        return pyarrow.schema([pyarrow.field(column.name, types[column.type]) for column in self.columns])


class Version(NamedTuple):
    """One version of a dataset, as the version file holds it."""

    number: int  # 1, 2, …: each one more than the one before
    code: str  # what read the documents: another code reads them anew
    source: str  # where the documents are: an absolute folder or a URI; `path` of a record is relative to it
    settings: Mapping[str, Any]  # of the folder, by their names in `model.settings.Folder`, where stated
    parts: Mapping[str, tuple[str, ...]]  # table -> its live parts, relative to the dataset
    dead: tuple[int, ...] = ()  # documents whose rows in parts of facts do not count
    unlinked: Mapping[str, str] = {}  # kinds whose names could not be joined -> what went wrong


@cache
def tables() -> dict[str, DatasetTable]:
    """Return the tables of a dataset by name, as an index declares them."""
    import sqlite3

    from nzn_cli.store import schema

    connection = sqlite3.connect(":memory:")
    try:
        connection.executescript(schema.tables())
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found = {name: _table(connection, name) for name in names if _is_kept(name)}
        for name in _OF_THE_INDEX.intersection(names):
            connection.execute(f"DROP TABLE {name}")
        connection.executescript(_OWN)
        return found | {name: _table(connection, name) for name in ("file", "skipped", "given_id")}
    finally:
        connection.close()


def _is_kept(name: str) -> bool:
    return name not in _OF_THE_INDEX and not name.startswith(("sqlite_", "search"))


def _table(connection: Any, name: str) -> DatasetTable:
    columns, key = [], []
    for _, column, declared, required, _, place in connection.execute(f"PRAGMA table_info({name})"):
        if (name, column) == ("document", "id"):
            continue
        columns.append(Column(column, declared.lower() or "text", not (required or place)))  # a path has no type
        key += [declared] * bool(place)
    numbered = key != ["INTEGER"] and not _without_rowid(connection, name)
    numbers = [Column("rowid", "integer", False)] * numbered
    return DatasetTable(name, (*numbers, *columns), name in _WHOLE or name in _linked(), name not in _WHOLE)


def _linked() -> set[str]:
    """Return the tables of annotators that linking fills a column of."""
    from nzn_cli.annotate import registry

    made = (table for annotator in registry.ANNOTATORS for table in registry.tables_of(annotator))
    return {table.name for table in made if table.linked}


def _without_rowid(connection: Any, name: str) -> bool:
    [(sql,)] = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (name,))
    return str(sql).rstrip().endswith("WITHOUT ROWID")


def row_number(doc: int, place: int) -> int:
    """Return `rowid` of a row: of a document's rows in a table the `place`-th from 0, whatever their kind.

    In a table that is no document's, its place in the table is its number.
    """
    return doc << _BESIDE | place


# ---- paths ----------------------------------------------------------------------------------------------------------

_RAW = "\U0010ffff"  # no character, and greater than any: SQLite, too, has bytes behind all texts


def stored_path(path: str | bytes) -> str:
    """Return a path of the index as a dataset holds it: bytes that are not UTF-8 are hex digits behind a mark."""
    if isinstance(path, str) and not path.startswith(_RAW):
        return path
    return _RAW + os.fsencode(path).hex()


def index_path(stored: str) -> str | bytes:
    """Return a path of a dataset as the index holds it."""
    if not stored.startswith(_RAW):
        return stored
    try:
        return bytes.fromhex(stored[1:])
    except ValueError:
        return stored


# ---- versions -------------------------------------------------------------------------------------------------------


def part_folder(table: str, version: int) -> str:
    """Return the folder, relative to the dataset, that the parts of a table lie in which a version writes."""
    return f"{table}/v{version:06d}"


def next_version(
    before: Version | None,
    new: Mapping[str, Iterable[str]],
    *,
    code: str,
    source: str,
    settings: Mapping[str, Any],
    dead: Iterable[int] = (),
) -> Version:
    """Return the version that comes after `before` with the parts `new`: facts add up, what is `whole` is replaced."""
    parts = {name: tuple(new.get(name, ())) for name in tables()}
    number, buried = 1, set(dead)
    if before is not None:
        number, buried = before.number + 1, buried.union(before.dead)
        for name, table in tables().items():
            if not table.whole:
                parts[name] = (*before.parts.get(name, ()), *parts[name])
    return Version(number, code, source, settings, parts, tuple(sorted(buried)))


def version_text(version: Version) -> str:
    """Return what the version file holds."""
    return json.dumps({"format": FORMAT, **version._asdict()}, ensure_ascii=False, indent=1, default=dict) + "\n"


def parsed_version(text: str | bytes, target: str) -> Version:
    """Return the version that a version file states; raises FolderError where it is none that is safe to follow."""
    try:
        stated = json.loads(text)
        if stated["format"] != FORMAT:
            raise FolderError(
                f"{target} is a dataset of another nzn: its format is {stated['format']!r}, not {FORMAT}",
                "ask it with the nzn that built it, or build it anew",
            )
        version = Version(
            int(stated["number"]),
            str(stated["code"]),
            str(stated["source"]),
            dict(stated["settings"]),
            {str(name): tuple(parts) for name, parts in stated["parts"].items()},
            tuple(map(int, stated["dead"])),
            {str(kind): str(reason) for kind, reason in stated.get("unlinked", {}).items()},
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise FolderError(f"{target}/{VERSION_FILE} is no version file of a dataset", "build it anew") from None
    for name, parts in version.parts.items():
        if name not in tables():
            raise FolderError(f"{target}/{VERSION_FILE} names a table that no dataset has: {name!r}")
        for part in parts:
            if not is_part(part):
                raise FolderError(f"{target}/{VERSION_FILE} names a file that is no part of it: {part!r}")
    return version


def is_part(name: object) -> bool:
    """Return whether a part may have such a name: plain, below the dataset, no pattern of names."""
    return isinstance(name, str) and _PART.fullmatch(name) is not None


def is_uri(target: str) -> bool:
    """Return whether a dataset is named by a URI and not by the path of a folder."""
    return re.match(r"[A-Za-z][A-Za-z0-9+.-]*://", target) is not None


def read_version(target: str) -> Version | None:
    """Return the version of the dataset in a folder, None where there is none; raises FolderError for what is none."""
    try:
        with open(os.path.join(target, VERSION_FILE), "rb") as file:
            text = file.read(_LARGEST + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise FolderError(f"{target}/{VERSION_FILE} cannot be read: {error.strerror}") from None
    if len(text) > _LARGEST:
        raise FolderError(f"{target}/{VERSION_FILE} is no version file of a dataset: it is too large")
    return parsed_version(text, target)


def write_version(target: str, version: Version) -> None:
    """Swap a version in: when this returns, it is the one that is asked, and on the disk."""
    path = os.path.join(target, VERSION_FILE)
    fresh = f"{path}.{os.getpid()}"
    with open(fresh, "w", encoding="utf-8") as file:
        file.write(version_text(version))
        file.flush()
        os.fsync(file.fileno())
    os.replace(fresh, path)
