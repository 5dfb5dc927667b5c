"""The table that the quotations of a document are written to. It keeps places, not words a second time."""

from __future__ import annotations

from nzn_cli.annotate.registry import Table

TABLES = (
    Table(
        "quotation",
        (
            "char_start INTEGER NOT NULL",
            "char_end INTEGER NOT NULL",
            "kind TEXT NOT NULL",
            "entity INTEGER",  # of the document's people; NULL where none of them is meant
            "speaker_text TEXT",
            "speaker_start INTEGER",
            "speaker_end INTEGER",
            "speaker_rule TEXT NOT NULL",
            "cue_start INTEGER",
            "cue_end INTEGER",
            "score REAL NOT NULL",
        ),
        indexes=(
            "CREATE INDEX quotation_doc ON quotation (doc, char_start)",
            "CREATE INDEX quotation_entity ON quotation (doc, entity, kind)",  # `count --by speaker`, `quotes NAME`
        ),
    ),
)
