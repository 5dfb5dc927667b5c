"""Which names of a corpus stand side by side in a text, and so are two people's."""

from __future__ import annotations

import pytest

from nzn_cli.annotate.people.people_tables import ENTITY, MENTION
from nzn_cli.store.persons import _side_by_side
from tests.query.tables import document, view


@pytest.mark.parametrize(
    ("body", "pairs"),
    [
        ("Chris Hale and Christopher Hale met.", [("Chris Hale", "Christopher Hale")]),
        ("Chris Hale, and President Christopher Hale met.", [("Chris Hale", "Christopher Hale")]),
        ("Chris Hale is the name of Christopher Hale.", []),
        ("Chris Hale\n\nChristopher Hale", []),
    ],
)
def test_names_side_by_side(body: str, pairs: list[tuple[str, str]]) -> None:
    run = (seen := view([document("a.txt", body=body)])).store.connection.execute
    for entity, name in enumerate(("Chris Hale", "Christopher Hale")):
        at = body.index(name)
        run(ENTITY.insert, (1, "person", entity, name, 0, 1))
        run(MENTION.insert, (1, "person", entity, "text", name, at, at + len(name), "name", 1.0, None))
    assert _side_by_side(seen.store.connection) == pairs
