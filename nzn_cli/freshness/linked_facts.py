"""Whether linking may be left out: an edit that leaves all that it reads of a document as it was links nothing anew.

What linking read of an edited document is kept as a digest, in the transaction that takes the rows away, until its kind
is made again. Where a document came or went, or another code or setting links, nothing is kept, and all is linked.
Knows no kind: what linking may read is all that the annotator wrote but offsets, and what orders and dates documents.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from nzn_cli.annotate import registry
from nzn_cli.annotate.registry import Annotator, tables_of
from nzn_cli.freshness.stamps import stamp_of, stamps
from nzn_cli.model.settings import Settings
from nzn_cli.store.digest import digest

if TYPE_CHECKING:
    import sqlite3

_MOST = 100  # edited documents, above which all is linked anew
_DOCUMENT = "SELECT id, folder, path, date, start, stop FROM document WHERE doc = ?"


def _keys(annotator: Annotator) -> tuple[str, str]:
    return f"{annotator.name}_linked", f"{annotator.name}_edited"


_LINKING = [annotator for annotator in registry.ANNOTATORS if annotator.linking]
# the settings that say what is linked: who deletes them has all linked anew
KEYS = tuple(key for annotator in _LINKING for key in _keys(annotator))

_Linked = list[tuple[str, int, Any]]  # table, entity, and what linking wrote in its row


def keep_facts(connection: sqlite3.Connection, doc: int) -> None:
    """Remember what linking read of a document that is about to be read again, unless it is remembered already."""
    said = stamps(connection)
    for annotator in _LINKING:
        linked, edited = _keys(annotator)
        before: dict[str, Any] = json.loads(said.get(edited, "{}"))
        if linked not in said or str(doc) in before:
            continue
        if len(before) == _MOST:
            connection.execute("DELETE FROM setting WHERE key IN (?, ?)", (linked, edited))
            continue
        before[str(doc)] = _facts(connection, annotator, doc), _written(connection, annotator, doc)
        connection.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (edited, json.dumps(before)))


def is_linked(connection: sqlite3.Connection, annotator: Annotator, settings: Settings) -> bool:
    """Return whether all that an annotator found is linked as it stands; rows made anew get what it wrote before."""
    linked, edited = _keys(annotator)
    said = stamps(connection)
    before: dict[str, Any] = json.loads(said.get(edited, "{}"))
    if said.get(linked) != stamp_of(annotator.name, settings):
        return False
    if any(facts != _facts(connection, annotator, int(doc)) for doc, (facts, _) in before.items()):
        return False
    for doc, (_, written) in before.items():
        _write(connection, annotator, int(doc), written)
    connection.execute("DELETE FROM setting WHERE key = ?", (edited,))
    return True


def note_linked(connection: sqlite3.Connection, annotator: Annotator, settings: Settings) -> None:
    """Note that all that an annotator found has been linked."""
    linked, edited = _keys(annotator)
    connection.execute("DELETE FROM setting WHERE key = ?", (edited,))
    connection.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (linked, stamp_of(annotator.name, settings)))


def _facts(connection: sqlite3.Connection, annotator: Annotator, doc: int) -> str:
    """Return a digest of all that linking may read of a document."""
    from nzn_cli.names.compatibility import SIDE_BY_SIDE

    said: list[Any] = [connection.execute(_DOCUMENT, (doc,)).fetchone()]
    spans: list[tuple[int, int]] = []
    for table in tables_of(annotator):
        names = [column.split()[0] for column in table.columns]
        rows = [dict(zip(names, row, strict=True)) for row in _rows(connection, table.select, doc, annotator, table)]
        if table.name == "mention":
            spans = sorted((row["char_start"], row["char_end"]) for row in rows if row["char_start"] is not None)
        plain = [[value for name, value in row.items() if not name.startswith("char_")] for row in rows]
        said.append(sorted(plain, key=repr))
    (body,) = connection.execute("SELECT text FROM body WHERE doc = ?", (doc,)).fetchone() or ("",)
    gaps = [(end, start) for (_, end), (start, _) in pairwise(spans)]
    said.append([number for number, gap in enumerate(gaps) if SIDE_BY_SIDE.fullmatch(body, *gap)])
    return digest(repr(said).encode("utf-8", "replace"))


def _rows(connection: sqlite3.Connection, sql: str, doc: int, annotator: Annotator, table: registry.Table) -> list[Any]:
    return connection.execute(sql, table.owner(doc, annotator)).fetchall()


def _written(connection: sqlite3.Connection, annotator: Annotator, doc: int) -> _Linked:
    """Return what linking wrote into the rows of a document."""
    return [
        (table.name, entity, value)
        for table, name in _columns(annotator)
        for entity, value in connection.execute(
            f"SELECT entity, {name} FROM {table.name} WHERE doc = ? AND kind = ?", (doc, annotator.entity)
        )
    ]


def _write(connection: sqlite3.Connection, annotator: Annotator, doc: int, written: _Linked) -> None:
    names = {table.name: name for table, name in _columns(annotator)}
    for table, entity, value in written:
        sql = f"UPDATE {table} SET {names[table]} = ? WHERE doc = ? AND kind = ? AND entity = ?"
        connection.execute(sql, (value, doc, annotator.entity, entity))


def _columns(annotator: Annotator) -> Iterator[tuple[registry.Table, str]]:
    return ((table, column.split()[0]) for table in tables_of(annotator) for column in table.linked)
