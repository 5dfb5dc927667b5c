"""Corpora for the tests of query: documents put straight into the tables, with no file and no extraction."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

from nzn_cli.annotate.dates import event_table
from nzn_cli.annotate.people.people_tables import ENTITY
from nzn_cli.freshness.build import assign_ids
from nzn_cli.model.annotations import DateSpan
from nzn_cli.model.documents import Credit, Document, Problem
from nzn_cli.model.settings import Folder
from nzn_cli.query.view import View
from nzn_cli.store import rows, schema
from nzn_cli.store.store import Store, path_text
from nzn_cli.text.surface import surface

NOW = "2026-06-10"


def document(path: str, **fields: Any) -> Document:
    """Return a document with `fields` set and sources made up for those that have a value."""
    meta = fields.pop("meta", {})
    ministers = fields.pop("ministers", ())
    body = fields.pop("body", "")
    given: dict[str, Any] = {
        "title": None,
        "date": None,
        "url": None,
        "site": None,
        "portfolios": (),
        "words": len(body.split()),
        "encoding": "utf-8",
        "warnings": (),
        "body_line": 1,
        "date_span": None,
    } | {name: value for name, value in fields.items() if not name.endswith("_source")}
    for name in ("title", "date", "url", "ministers", "portfolios"):
        value = ministers if name == "ministers" else given[name]
        given[f"{name}_source"] = fields.get(f"{name}_source", "frontmatter" if value else None)
    precision = {4: "year", 7: "month", 10: "day"}.get(len(given["date"] or ""))
    return Document(
        path=path,
        credits=tuple(Credit(name, f"Hon {name}", None) for name in ministers),
        date_precision=precision,  # type: ignore[arg-type]
        meta=meta,
        body=body,
        **given,
    )


def problem(code: str, line: int | None = 1) -> Problem:
    """Return a warning."""
    return Problem(code, line, f"{code} is wrong", None)


def view(
    documents: Sequence[Document],
    events: Sequence[tuple[int, DateSpan]] = (),
    cwd: str = "/corpus",
    root: str = "/corpus",
) -> View:
    """Return a view of an index that holds `documents` (numbered from 1) and dated expressions of them."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.executescript(schema.tables())
    for doc, each in enumerate(documents, 1):
        row = rows.rows_of(each)
        connection.execute(rows.DOCUMENT, (doc, 0, row.path, None, *row.document))
        connection.executemany(rows.VALUE, [(doc, *value) for value in row.values])
        connection.executemany(rows.CREDIT, [(doc, *credit) for credit in row.credits])
        read = surface(row.body)
        connection.execute("INSERT INTO body VALUES (?,?,?)", (doc, read.lines, read.packed()))
    listing = connection.execute("SELECT doc, path FROM document").fetchall()
    ids = assign_ids([(root, path_text(path)) for _, path in listing])
    connection.executemany("UPDATE document SET id = ? WHERE doc = ?", zip(ids, (r[0] for r in listing), strict=True))
    [event] = event_table.TABLES
    connection.executemany(event.insert, [(doc, *span, None) for doc, span in events])
    return View(Store(connection), (Folder(root),), cwd, NOW)


def person(view_: View, name: str, spellings: Sequence[tuple[int, str, int]] = (), minister: bool = False) -> None:
    """Add a joined person with (doc, name in that document, credited) for each document."""
    run = view_.store.connection.execute
    number = (run("SELECT coalesce(max(person), 0) FROM person").fetchone()[0]) + 1
    docs = {doc for doc, _, _ in spellings}
    run(
        "INSERT INTO person VALUES (?,?,?,?,?,?,?,NULL,NULL,0,?,0)",
        (number, name.lower().replace(" ", "-"), name, name.lower(), minister, len(docs), len(spellings), name),
    )
    for doc, spelling, credited in spellings:
        entity = run("SELECT count(*) FROM entity WHERE doc = ?", (doc,)).fetchone()[0]
        run(ENTITY.insert, (doc, "person", entity, spelling, credited, 1))
        run("INSERT OR IGNORE INTO person_name VALUES (?,0,?,'same',1.0)", (spelling, number))
