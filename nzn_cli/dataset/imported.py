"""A local index of one version of a dataset: made once, asked from then on in place of the parts, for every question.

It lies in the cache under the dataset's name and is compared with no file: it is true for as long as the dataset has
that version. A newer version is asked from its parts until it is imported in turn.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import islice
from typing import Any

from nzn_cli.dataset.dataset_store import DatasetStore, Opened, folder_of
from nzn_cli.dataset.duck import DuckConnection
from nzn_cli.dataset.layout import DatasetTable, Version, is_uri, tables
from nzn_cli.dataset.remote import live_version
from nzn_cli.errors import NznError
from nzn_cli.freshness import place
from nzn_cli.freshness.lock import Lock
from nzn_cli.freshness.open_index import WRITING, stored_store
from nzn_cli.freshness.snapshot import packed
from nzn_cli.freshness.stamps import SEARCH, kinds, stamp_of
from nzn_cli.model.settings import Folder, Settings
from nzn_cli.progress import Listener
from nzn_cli.search.full_text import fill, is_possible
from nzn_cli.search.inverted_index import Gathering, merge_small, words_by_document
from nzn_cli.store import schema
from nzn_cli.store.connect import connected
from nzn_cli.store.store import Store
from nzn_cli.text.surface import unpacked

_PATIENCE = 120.0  # seconds that we wait for another process that imports the same
_ROWS = 5_000  # of one insert
_TEXTS = 256  # documents whose words are gathered at once
_VERSION = "dataset"  # the key of `setting` that says which version it is


def open_dataset(settings: Settings) -> Opened:
    """Return `settings.dataset` opened: the index of its live version where that was imported, else its parts.

    Raises FolderError where there is no dataset, UsageError where what asks it is not installed.
    """
    target = settings.dataset or ""
    version = live_version(target)
    store = imported_store(settings, version) or DatasetStore(DuckConnection(target, version), version)
    return Opened(store, folder_of(version), version.unlinked)


def imported_store(settings: Settings, version: Version) -> Store | None:
    """Return the index of this version of `settings.dataset`, None where there is none."""
    store = stored_store(placed(settings)) if settings.use_index else None
    if store is None:
        return None
    try:
        if store.one("SELECT value FROM setting WHERE key = ?", (_VERSION,)) == (_name(version),):
            return store
    except sqlite3.Error:
        pass
    store.close()
    return None


def import_dataset(settings: Settings, progress: Listener) -> None:
    """Make the index of the live version of `settings.dataset`; raises NznError where none can be kept."""
    target, own = settings.dataset or "", placed(settings)
    version = live_version(target)
    parts = DuckConnection(target, version)
    try:
        place.make_folder(own.cache_dir)
        index = place.place(own)
        place.remove_damaged_lock(index)
        with Lock(index.lock, _PATIENCE):
            place.require_room(index)
            place.remove(index, but_lock=True)
            place.seal_part(index, own)
            place.make_file(index)
            connection = connected(index.path, (*WRITING, place.synchronous()))
            try:
                _fill(connection, parts, version, own, progress)
            finally:
                connection.close()
            place.seal_whole(index, own)
    except (OSError, sqlite3.Error) as error:
        raise NznError(f"no index can be kept in {own.cache_dir}: {error}") from None
    finally:
        parts.close()


def placed(settings: Settings) -> Settings:
    """Return settings whose index is that of the dataset, if they name one; one of a URI lies in no folder."""
    target = settings.dataset
    if target is None:
        return settings
    folder = Folder(target)
    if is_uri(target):
        folder = Folder(settings.cache_dir, facts=((target, {}),))
    return settings._replace(folders=(folder,))


def _name(version: Version) -> str:
    return f"{version.number} {version.code}"


def _fill(
    connection: sqlite3.Connection, parts: DuckConnection, version: Version, settings: Settings, progress: Listener
) -> None:
    run = connection.execute
    connection.executescript(f"BEGIN; PRAGMA application_id = {place.APPLICATION}; {schema.tables()}; COMMIT")
    run("BEGIN IMMEDIATE")
    (documents,) = parts.execute("SELECT count(*) FROM document").fetchone() or (0,)
    for table in tables().values():
        if table.name not in ("given_id", "skipped"):
            sql, rows = _inserted(table, parts)
            while batch := list(islice(rows, _ROWS)):
                connection.executemany(sql, batch)
    progress.start("words", int(documents))
    try:
        _gather_words(connection, progress)
    finally:
        progress.finish()
    stated = {"state": "whole", "ids": "1", "words": 1, _VERSION: _name(version)}
    stated |= {kind: stamp_of(kind, settings) for kind in kinds() if kind != SEARCH}
    connection.executemany("INSERT OR REPLACE INTO setting VALUES (?, ?)", stated.items())
    run("COMMIT")
    if is_possible(connection):
        fill(connection, progress)
        run("INSERT OR REPLACE INTO setting VALUES (?, ?)", (SEARCH, stamp_of(SEARCH, settings)))


def _inserted(table: DatasetTable, parts: DuckConnection) -> tuple[str, Iterator[tuple[Any, ...]]]:
    """Return the statement that puts rows of a table into an index, and the rows."""
    if table.name == "file":
        sql = "INSERT INTO file (doc, folder, path, signature, content, surface) VALUES (?, 0, ?, ?, ?, 1)"
        rows = parts.execute("SELECT doc, path, size, time, content FROM file ORDER BY doc")
        return sql, (
            (doc, path, packed(size, time, 0, 0), bytes.fromhex(content)) for doc, path, size, time, content in rows
        )
    names = [column.name for column in table.columns] + (["id"] if table.name == "document" else [])
    columns = ", ".join(f'"{name}"' for name in names)
    first = names[0] if table.numbered or names[0] == "doc" else "1"
    found = parts.execute(f"SELECT {columns} FROM {table.name} ORDER BY {first}")
    return f"INSERT INTO {table.name} ({columns}) VALUES ({','.join('?' * len(names))})", iter(found)


def _gather_words(connection: sqlite3.Connection, progress: Listener) -> None:
    """Put the words of all bodies, and of what a reader reads of them, into the inverted index."""
    gathering = Gathering(connection)
    rows = connection.execute("SELECT doc, text, edits FROM body ORDER BY doc")
    while batch := rows.fetchmany(_TEXTS):
        texts = (
            (doc, text if edits is None else f"{unpacked(text, edits).body}\n{text}") for doc, text, edits in batch
        )
        gathering.add([row[0] for row in batch], words_by_document(texts))
        progress.advance(len(batch))
    gathering.flush()
    merge_small(connection)
