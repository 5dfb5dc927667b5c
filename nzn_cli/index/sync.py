"""Opens the index of a corpus and brings up to date what a question needs. The only room that fills the tables."""

from __future__ import annotations

import os
import sqlite3

from nzn_cli.corpus.document import document_from_bytes
from nzn_cli.documents.walk import walk
from nzn_cli.index import rows, schema
from nzn_cli.index.ids import assign_ids
from nzn_cli.index.store import Store, path_text
from nzn_cli.model import Settings
from nzn_cli.progress import Listener


def open_store(settings: Settings, need: frozenset[str], progress: Listener) -> Store:
    """Return the index of `settings.folders`, true at this moment for what `need` names."""
    connection = sqlite3.connect("", isolation_level=None, cached_statements=200)
    connection.executescript(schema.TABLES)
    connection.execute("BEGIN")
    doc = 0
    for number, folder in enumerate(settings.folders):
        for entry in walk(folder):
            doc += 1
            with open(os.path.join(folder.path, entry.path), "rb") as file:
                data = file.read()
            _insert(connection, doc, number, rows.rows_of(document_from_bytes(entry.path, data, folder)))
    _name(connection, settings)
    connection.execute("COMMIT")
    return Store(connection)


def stored_store(settings: Settings) -> Store | None:
    """Return the index as it is stored, without a look at the folder; None when there is none."""
    return None


def _name(connection: sqlite3.Connection, settings: Settings) -> None:
    listing = connection.execute("SELECT doc, folder, path FROM document").fetchall()
    ids = assign_ids([(settings.folders[folder].path, path_text(path)) for _, folder, path in listing])
    connection.executemany(
        "UPDATE document SET id = ? WHERE doc = ?", zip(ids, (row[0] for row in listing), strict=True)
    )


def _insert(connection: sqlite3.Connection, doc: int, folder: int, rows_: rows.DocumentRows) -> None:
    connection.execute(rows.DOCUMENT, (doc, folder, rows_.path, None, *rows_.document))
    connection.executemany(rows.VALUE, [(*value, doc) for value in rows_.values])
    connection.executemany(rows.CREDIT, [(doc, *credit) for credit in rows_.credits])
    connection.execute(rows.BODY, (doc, rows_.body))
