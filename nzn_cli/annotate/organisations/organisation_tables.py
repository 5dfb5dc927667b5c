"""The tables that what a document names is written to, beside `entity` and `mention`, which people have too."""

from __future__ import annotations

from nzn_cli.annotate.people.people_tables import ENTITY, MENTION
from nzn_cli.annotate.registry import Table

NAMED = Table(  # what an entity of kind "organisation" is
    "named",
    (
        "entity INTEGER NOT NULL",
        "what TEXT NOT NULL",  # organisation, agreement, law, programme, mission, meeting; "" where other texts tell
        "country TEXT",  # whose it is, where many countries have one of the name
    ),
    key="doc, entity",
)
ACRONYM = Table(  # a short form of a document, one row each
    "acronym",
    (
        "short TEXT NOT NULL",
        "long TEXT",  # as the document has it; NULL where it does not say
        "entity INTEGER",  # what it names; NULL where that is none of the document's entities
        "char_start INTEGER NOT NULL",  # of the short form, where it is defined or first stands
        "char_end INTEGER NOT NULL",
        "rule TEXT",
    ),
    indexes=("CREATE INDEX acronym_short ON acronym (short, doc)", "CREATE INDEX acronym_doc ON acronym (doc)"),
)
TABLES = (ENTITY, MENTION, NAMED, ACRONYM)
