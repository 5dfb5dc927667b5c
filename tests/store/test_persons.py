"""Which names of a corpus are two people's: those side by side in a text, and one name of which texts say otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from nzn_cli.annotate.people.people_tables import ENTITY, MENTION
from nzn_cli.api import open_corpus
from nzn_cli.model.settings import Filters, Folder, Settings
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


def test_two_people_of_one_name_are_two_rows_until_nothing_tells_them_apart(tmp_path: Path) -> None:
    for day, honorific in enumerate(("Mr", "Ms"), 1):
        text = f"---\ndate: 2018-06-0{day}\n---\n\n{honorific} Sam Rangi won. {honorific} Rangi smiled.\n"
        (tmp_path / f"{honorific}.md").write_text(text)

    def rows() -> list[tuple[str, list[str]]]:
        with open_corpus(Settings((Folder(str(tmp_path)),), str(tmp_path / "cache")), cwd=str(tmp_path)) as corpus:
            for person in (found := list(corpus.people())):
                named = corpus.list(Filters(person=(person.person_id,)))
                assert person.document_ids == [each.id for each in named] or person.person_id == "sam-rangi"
            assert {each.person_id for each in corpus.mentions()} == {person.person_id for person in found}
            return [(person.person_id, person.document_ids) for person in found]

    assert rows() == [("sam-rangi", ["Ms"]), ("sam-rangi-2", ["Mr"])]
    (tmp_path / "Ms.md").write_text("---\ndate: 2018-06-02\n---\n\nSam Rangi won.\n")
    assert rows() == [("sam-rangi", ["Ms", "Mr"])]
