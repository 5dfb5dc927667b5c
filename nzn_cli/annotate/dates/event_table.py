"""The table that the dated expressions of a document are written to."""

from __future__ import annotations

from nzn_cli.annotate.registry import Table

TABLES = (
    Table(
        "event",
        (
            "char_start INTEGER NOT NULL",
            "char_end INTEGER NOT NULL",
            "text TEXT NOT NULL",
            "value TEXT NOT NULL",
            "start TEXT",
            "stop TEXT",
            "precision TEXT NOT NULL",
            "anchor TEXT",
            "anchor_source TEXT",
            "rule TEXT NOT NULL",
            "rejected TEXT",
            "future INTEGER NOT NULL",
            "parts TEXT NOT NULL",
            "written TEXT",  # see `annotate.offsets`
        ),
        indexes=(
            "CREATE INDEX event_doc ON event (doc)",
            # a table of them reads no row of event
            "CREATE INDEX event_start ON event (start, stop, doc, char_start, text, written)",
        ),
    ),
)
