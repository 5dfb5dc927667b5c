"""A SQLite database of the corpus: the tables of `tables`, with keys, indexes, views and full text; and what Datasette
shows beside them. The only file above `query` that speaks SQL, and to a database of its own alone.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from typing import Any

from nzn_cli.errors import UsageError
from nzn_cli.render.export.source import Source
from nzn_cli.render.export.tables import VERSION, Column, Table, tables
from nzn_cli.render.json_ import text_of
from nzn_cli.render.plain import plain

_TYPES = {"integer": "INTEGER", "real": "REAL", "boolean": "INTEGER"}
_INDEXED = {"documents": ("date",), "events": ("start",), "roles": ("role",), "organisations": ("kind",)}

# name -> (what it shows, its statement)
VIEWS: dict[str, tuple[str, str]] = {
    "timeline": (
        "publications and dated events in order of time, with the title of the document",
        """SELECT e.start, e.end, e.kind, e.text, e.sentence, e.document_id, d.title FROM events e
    JOIN documents d ON d.id = e.document_id WHERE e.start IS NOT NULL ORDER BY e.start, e.end""",
    ),
    "document_people": (
        "who is named in which document, and how often",
        """SELECT document_id, person_id, count(*) AS mentions FROM mentions
    WHERE person_id IS NOT NULL GROUP BY document_id, person_id""",
    ),
    "document_organisations": (
        "what is named in which document, and how often",
        """SELECT document_id, name_id, count(*) AS mentions FROM organisation_mentions
    GROUP BY document_id, name_id""",
    ),
    "speakers": (
        "who is quoted, how often, and in how many documents",
        """SELECT p.person_id, p.person, count(*) AS quotes, count(DISTINCT q.document_id) AS documents
    FROM quotes q JOIN people p ON p.person_id = q.person_id GROUP BY p.person_id ORDER BY quotes DESC""",
    ),
    "office_holders": (
        "who is told to hold which office, from the first document to the last that says so",
        """SELECT r.role, r.country, r.organisation, p.person, r.first, r.last, r.documents FROM roles r
    JOIN people p ON p.person_id = r.person_id WHERE NOT r.former ORDER BY r.role, r.first""",
    ),
}
FULL_TEXT = {"documents": ("title", "body"), "quotes": ("text", "sentence")}


def write_database(source: Source, path: str) -> None:
    """Write the database to `path`, which is not there yet; raises UsageError where SQLite cannot hold full text."""
    with closing(sqlite3.connect(path, isolation_level=None)) as base:
        # the file is moved into its place when it is whole: nothing needs to be taken back
        base.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF")
        try:
            base.executescript(schema())
        except sqlite3.OperationalError as error:
            raise UsageError(f"this Python's SQLite cannot make the database: {error}") from None
        base.execute("BEGIN")
        try:
            _fill(base, source)
        except sqlite3.OperationalError as error:  # a full disk
            raise UsageError(f"the database could not be written: {error}") from error
        base.execute("COMMIT")
        base.executescript("PRAGMA optimize; PRAGMA journal_mode = DELETE")


def _fill(base: sqlite3.Connection, source: Source) -> None:
    for table in tables():
        marks = ", ".join("?" * len(table.columns))
        base.executemany(f"INSERT INTO {table.name} VALUES ({marks})", _values(table, source))
    for name in FULL_TEXT:
        base.execute(f"INSERT INTO {name}_fts ({name}_fts) VALUES ('rebuild')")


def schema() -> str:
    """Return the statements that make the empty database."""
    return "\n".join(_statements())


def _statements() -> Iterator[str]:
    yield f"PRAGMA user_version = {VERSION};"
    for table in tables():
        columns = ",\n".join(f"    {_column(column, table)}" for column in table.columns)
        yield f"CREATE TABLE {table.name} (\n{columns}\n);"
        wanted = (c.name for c in table.columns if c.references or c.name in _INDEXED.get(table.name, ()))
        yield from (f"CREATE INDEX {table.name}_{name} ON {table.name} ({name});" for name in wanted)
    for name, (_, statement) in VIEWS.items():
        yield f"CREATE VIEW {name} AS\n    {statement};"
    for name, columns_read in FULL_TEXT.items():
        yield (
            f"CREATE VIRTUAL TABLE {name}_fts USING fts5 (\n    {', '.join(columns_read)}, content = '{name}', "
            "tokenize = 'unicode61 remove_diacritics 2'\n);"
        )


def _column(column: Column, table: Table) -> str:
    parts = [f'"{column.name}" {_TYPES.get(column.type, "TEXT")}']
    if not column.null:
        parts.append("NOT NULL")
    if column.name == table.key:
        parts.append("PRIMARY KEY")
    if column.references:
        parts.append(f"REFERENCES {column.references}")
    return " ".join(parts)


def _values(table: Table, source: Source) -> Iterator[tuple[Any, ...]]:
    """Yield the rows as SQLite takes them: lists, records and mappings as JSON texts, days as ISO texts."""
    folded = [place for place, column in enumerate(table.columns) if column.type in ("list", "records", "object")]
    days = [place for place, column in enumerate(table.columns) if column.type == "day"]
    for row in table.rows(source):
        values = list(row)
        for place in folded:
            values[place] = text_of(plain(values[place]))
        for place in days:
            values[place] = values[place].isoformat() if isinstance(values[place], date) else None
        yield tuple(values)


def datasette(title: str, database: str) -> str:
    """Return Datasette's metadata of the database that it calls `database`: what each table and column means."""
    told: dict[str, Any] = {}
    for table in tables():
        told[table.name] = {
            "description": table.meaning,
            "columns": {column.name: column.meaning for column in table.columns},
        }
        if table.name in FULL_TEXT:
            told[table.name]["fts_table"] = f"{table.name}_fts"
    told["documents"] |= {"label_column": "title", "sort_desc": "date", "facets": ["site"]}
    told["people"] |= {"label_column": "person", "sort_desc": "documents", "facets": ["is_minister"]}
    told["organisations"] |= {"label_column": "name", "sort_desc": "documents", "facets": ["kind"]}
    told["quotes"] |= {"facets": ["kind", "speaker"]}
    told["events"] |= {"facets": ["kind", "precision"], "sort": "start"}
    told |= {name: {"description": meaning} for name, (meaning, _) in VIEWS.items()}
    metadata = {
        "title": title,
        "description": "documents, people, organisations, dates and quotations, read by nzn",
        "databases": {database: {"tables": told}},
    }
    return json.dumps(metadata, indent=2, ensure_ascii=False) + "\n"
