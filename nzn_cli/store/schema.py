"""The tables that an index is made of. An index of other tables is thrown away, never migrated."""

from __future__ import annotations

from nzn_cli.annotate.registry import tables_sql
from nzn_cli.search.full_text_table import SEARCH

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# Paths are TEXT where they are UTF-8 and BLOB (raw bytes) where not. Lists and mappings are JSON texts.
# `start`/`stop` of a document are the first and last day that its date covers, ISO, NULL when undated.
_DOCUMENTS = """
CREATE TABLE setting (key TEXT PRIMARY KEY, value) WITHOUT ROWID;

CREATE TABLE document (
    doc INTEGER PRIMARY KEY,
    folder INTEGER NOT NULL,            -- position in Settings.folders
    path NOT NULL,                      -- relative to its folder
    id TEXT,                            -- set when all documents are known
    title TEXT, title_folded TEXT, title_source TEXT,
    date TEXT, date_precision TEXT, date_source TEXT, start TEXT, stop TEXT,
    date_span_start INTEGER, date_span_end INTEGER,
    url TEXT, url_source TEXT, site TEXT,
    ministers TEXT NOT NULL, ministers_source TEXT,     -- JSON list of names
    portfolios TEXT NOT NULL, portfolios_source TEXT,   -- JSON list
    words INTEGER NOT NULL, encoding TEXT NOT NULL,
    meta TEXT NOT NULL, warnings TEXT NOT NULL,         -- JSON; a warning is [code, line, message, hint]
    body_line INTEGER NOT NULL,
    places TEXT NOT NULL                                -- JSON [kind, [first characters]] of its pages; "" for none
);
CREATE UNIQUE INDEX document_id ON document (id);
CREATE INDEX document_path ON document (folder, path);
-- the usual order, with what `--title`, `grep -c`, `count --by year` and a window of `timeline` ask, so that they are
-- answered without reading the documents
CREATE INDEX document_order ON document (start DESC, folder, path, title_folded, id, date, stop);
CREATE INDEX document_warned ON document (doc) WHERE warnings <> '[]';
-- one row a value: what filters, `count`, `fields` and TAB ask; kind is minister | portfolio | site | meta
-- (for minister, portfolio and site the key is the kind). A list gives one row an item, a mapping its JSON text.
CREATE TABLE value (
    kind TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, folded TEXT NOT NULL, doc INTEGER NOT NULL
);
CREATE INDEX value_key ON value (kind, key, folded, value, doc);
CREATE INDEX value_doc ON value (doc);
-- `text` is the body as it was read until its surface is made, which takes its place: then `edits` bring the body back,
-- NULL where it is the surface itself (see `text.surface`)
CREATE TABLE body (doc INTEGER PRIMARY KEY, text TEXT NOT NULL, edits TEXT);
CREATE INDEX body_edited ON body (doc) WHERE edits <> '';
-- whom the metadata credits, in order; what people are found with
CREATE TABLE credit (doc INTEGER NOT NULL, name TEXT NOT NULL, text TEXT NOT NULL, role TEXT);
CREATE INDEX credit_doc ON credit (doc);

-- what was read, and from what; a file without a document is binary. `words` is 1 when the words of the body are in a
-- segment, `surface` when its surface is made, `search` when its text is in the table of `search`.
CREATE TABLE file (
    doc INTEGER PRIMARY KEY, folder INTEGER NOT NULL, path NOT NULL, signature BLOB NOT NULL,
    content BLOB NOT NULL, words INTEGER, surface INTEGER, search INTEGER
);
CREATE UNIQUE INDEX file_path ON file (folder, path);
-- the snapshot that the disk is compared with at the next question, one row a folder (of the disk)
CREATE TABLE snapshot (
    folder INTEGER NOT NULL, path BLOB NOT NULL, identity BLOB NOT NULL, names BLOB,
    files BLOB NOT NULL, signatures BLOB NOT NULL, odd BLOB NOT NULL, unread TEXT NOT NULL,
    others TEXT NOT NULL,
    PRIMARY KEY (folder, path)
) WITHOUT ROWID;
CREATE INDEX snapshot_unread ON snapshot (folder, path, unread) WHERE unread <> '';
CREATE INDEX snapshot_others ON snapshot (others) WHERE others <> '';
-- words of bodies: a segment's distinct words in order, and for each the documents that hold it (see `inverted_index`)
CREATE TABLE segment (segment INTEGER PRIMARY KEY AUTOINCREMENT, words BLOB NOT NULL, documents INTEGER NOT NULL);
CREATE TABLE posting (word INTEGER PRIMARY KEY, numbers BLOB NOT NULL);
-- which annotations a document has: `input` is a hash of all that the kind is read from, `done` what it was read from
CREATE TABLE annotation (
    doc INTEGER NOT NULL, kind TEXT NOT NULL, input BLOB NOT NULL, done BLOB, PRIMARY KEY (doc, kind)
) WITHOUT ROWID;
"""

# what is made of the annotations once they are there; their own tables stand beside each annotator
_LINKING = """
-- people joined across the corpus: every entity name belongs to one person in each of its senses
CREATE TABLE person (
    person INTEGER PRIMARY KEY, person_id TEXT NOT NULL, name TEXT NOT NULL, folded TEXT NOT NULL,
    is_minister INTEGER NOT NULL, documents INTEGER NOT NULL, mentions INTEGER NOT NULL, first TEXT, last TEXT,
    alone INTEGER NOT NULL,             -- 1 when known by one word that may be several people's
    full_name TEXT NOT NULL,            -- with what of the name is left out or short
    several INTEGER NOT NULL            -- 1 when it may mean another in each document: no row where it is of several
);
CREATE TABLE person_name (
    name TEXT NOT NULL, sense INTEGER NOT NULL, person INTEGER NOT NULL, rule TEXT NOT NULL, score REAL NOT NULL,
    PRIMARY KEY (name, sense)
) WITHOUT ROWID;
CREATE INDEX person_name_person ON person_name (person);
CREATE TABLE person_warning (person INTEGER NOT NULL, text TEXT NOT NULL);  -- what may be wrong with the join
-- offices that are likely no office of theirs (see `seldom_roles`)
CREATE TABLE seldom_role (person INTEGER NOT NULL, role TEXT NOT NULL, PRIMARY KEY (person, role)) WITHOUT ROWID;
-- what `who` shows of people in many documents, as JSON (see `person_summaries`)
CREATE TABLE person_summary (person INTEGER PRIMARY KEY, summary TEXT NOT NULL, variants TEXT NOT NULL);
-- what the corpus names beside people, joined: every entity of kind "organisation" belongs to one
CREATE TABLE organisation (
    organisation INTEGER PRIMARY KEY, name_id TEXT NOT NULL, name TEXT NOT NULL, folded TEXT NOT NULL,
    what TEXT NOT NULL, country TEXT, acronyms TEXT NOT NULL,     -- JSON list
    documents INTEGER NOT NULL, mentions INTEGER NOT NULL, first TEXT, last TEXT
);
CREATE TABLE organisation_entity (
    doc INTEGER NOT NULL, entity INTEGER NOT NULL,
    organisation INTEGER NOT NULL, rule TEXT NOT NULL, score REAL NOT NULL,
    PRIMARY KEY (doc, entity)
) WITHOUT ROWID;
CREATE INDEX organisation_entity_of ON organisation_entity (organisation, doc);
CREATE TABLE organisation_name (organisation INTEGER NOT NULL, folded TEXT NOT NULL);     -- every name of it
CREATE INDEX organisation_order ON organisation (documents DESC, folded, name);
-- for query/people
CREATE INDEX person_order ON person (alone, documents DESC, folded, name);
"""

_OF_SQLITE = ("CREATE TABLE sqlite_sequence(", "CREATE TABLE 'search_text_")


def tables() -> str:
    """Return the statements that make an empty index."""
    return f"{_DOCUMENTS}\n{tables_sql()}{_LINKING}"


def is_expected(connection: Any) -> bool:
    """Return whether a database is made of the tables above and of nothing else; raises sqlite3.Error.

    SQLite keeps every statement as it was put: a view or a trigger that was planted is no part of these texts.
    """
    made = tables() + SEARCH.replace("IF NOT EXISTS ", "")
    kept = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    return bool(kept) and all(sql.startswith(_OF_SQLITE) or sql in made for (sql,) in kept)
