"""The table that `search` asks: FTS5 over titles and bodies, filled when first needed.

Holds no copy of the texts: they are read from `document` and `body` through the view `searchable`. An SQLite that was
built without FTS5 is found out before anything is written.
"""

from __future__ import annotations

import sqlite3

from nzn_cli.errors import NznError
from nzn_cli.progress import Listener
from nzn_cli.search.full_text_table import SEARCH

TABLE = SEARCH
_PROBE = "SELECT fts5(NULL)"
_SHARE = 500  # documents between two commits


def is_possible(connection: sqlite3.Connection) -> bool:
    """Return whether this SQLite has FTS5."""
    try:
        connection.execute(_PROBE)
    except sqlite3.OperationalError:
        return False
    return True


def require(connection: sqlite3.Connection) -> None:
    """Raise NznError where there can be no search."""
    if not is_possible(connection):
        raise NznError(
            "search needs FTS5, and the SQLite of this Python was built without it", "nzn grep -i finds words"
        )


def fill(connection: sqlite3.Connection, progress: Listener) -> None:
    """Put into the table the documents that are not in it, in transactions of its own."""
    for statement in TABLE.split(";\n"):
        connection.execute(statement)
    sql = "SELECT file.doc FROM file JOIN document USING (doc) WHERE search IS NULL ORDER BY file.doc"
    missing = [doc for (doc,) in connection.execute(sql)]
    if not missing:
        return
    progress.start("search", len(missing))
    try:
        for at in range(0, len(missing), _SHARE):
            docs = [(doc,) for doc in missing[at : at + _SHARE]]
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany(
                "INSERT INTO search_text (rowid, title, body) SELECT doc, title, body FROM searchable WHERE doc = ?",
                docs,
            )
            connection.executemany("UPDATE file SET search = 1 WHERE doc = ?", docs)
            connection.execute("COMMIT")
            progress.advance(len(docs))
    finally:
        progress.finish()


def forget(connection: sqlite3.Connection, doc: int) -> None:
    """Take a document out of the table, before its text goes."""
    row = connection.execute("SELECT search FROM file WHERE doc = ?", (doc,)).fetchone()
    if row and row[0]:
        connection.execute(
            "INSERT INTO search_text (search_text, rowid, title, body) "
            "SELECT 'delete', doc, title, body FROM searchable WHERE doc = ?",
            (doc,),
        )
        connection.execute("UPDATE file SET search = NULL WHERE doc = ?", (doc,))
