"""The tables that the people of a document are written to.

`entity` and `mention` are shared: `kind` says of what type a row is, "person" here, and each type numbers its entities
from 0. All that is asked of them today means persons; with a second type, what joins the two must compare `kind`.
"""

from __future__ import annotations

from nzn_cli.annotate.registry import Table

ENTITY = Table(  # one entity of one document
    "entity",
    (
        "entity INTEGER NOT NULL",
        "name TEXT NOT NULL",  # fullest name in this document
        "credited INTEGER NOT NULL",  # 1 when metadata credits it
        "mentions INTEGER NOT NULL",
    ),
    key="doc, entity, kind",
    indexes=(
        "CREATE INDEX entity_name ON entity (name, sense, doc, credited, mentions)",
        "CREATE INDEX entity_credited ON entity (name, sense, doc, mentions) WHERE credited",
    ),
    shared=True,
    linked=("sense INTEGER NOT NULL DEFAULT 0",),  # which of several people of one name (see `linking.senses`)
)
MENTION = Table(  # one occurrence of an entity; offsets are NULL in metadata
    "mention",
    (
        "entity INTEGER NOT NULL",
        # metadata; text: a name in the body; speaker: the label of a turn ("Mr HALE:"); title: a name in the title;
        # office: an office alone ("the Minister"), which is no name and not counted
        "source TEXT NOT NULL",
        "text TEXT NOT NULL",
        "char_start INTEGER",
        "char_end INTEGER",
        "rule TEXT NOT NULL",
        "score REAL NOT NULL",
        "written TEXT",  # see `annotate.offsets`
    ),
    indexes=("CREATE INDEX mention_doc ON mention (doc, entity, kind, text, source)",),  # `who` counts surface forms
    shared=True,
)
ROLE = Table(  # a role of a person, one row for each way in which a document states it
    "role",
    (
        "entity INTEGER NOT NULL",
        "text TEXT NOT NULL",
        "role TEXT NOT NULL",  # in its normal form
        "country TEXT",
        "organisation TEXT",  # the body that it is of, as written
        "former INTEGER NOT NULL",  # 1 when the text says that it is held no longer
        "char_start INTEGER",  # of its words in the body, where it is first so stated; NULL in metadata
        "char_end INTEGER",
    ),
    indexes=(
        "CREATE INDEX role_doc ON role (doc, entity, role, country, text, organisation)",
        "CREATE INDEX role_name ON role (role, country, doc, entity)",
    ),
)
TABLES = (ENTITY, MENTION, ROLE)
