"""Links in metadata: people, titles, tags and addresses that note keepers write as links."""

from __future__ import annotations

import pytest

from nzn_cli.model.documents import Document
from nzn_cli.model.settings import Folder
from nzn_cli.normalise.document import document_from_bytes


def read(front: str) -> Document:
    return document_from_bytes("a.md", f"---\n{front}\n---\nText.".encode(), Folder("/corpus"))


@pytest.mark.parametrize(
    ("front", "names"),
    [
        ('author: "[[Ann Person]]"', ["Ann Person"]),
        ("author: [[Ann Person]]", ["Ann Person"]),
        ("author: [[Ann Person]], [[Bob Other]]", ["Ann Person", "Bob Other"]),
        ('author: "[[people/ann-person|Ann Person]]"', ["Ann Person"]),
        ('author: "[[Ann Person|Ann]]"', ["Ann Person"]),
        ('author: "[Ann Person](https://example.org/ann)"', ["Ann Person"]),
        ("author: [Ann Person](https://example.org/ann)", ["Ann Person"]),
        ('authors:\n- [[Ann Person]]\n- "[[Bob Other]]"', ["Ann Person", "Bob Other"]),
        ("author: {given: Ann, family: Person}", ["Ann Person"]),
        ("author: {first_name: Ludwig, particle: van, Last-Name: Harbour}", ["Ludwig van Harbour"]),
        ("authors:\n- family-names: Person\n  given-names: Ann", ["Ann Person"]),
        ("authors:\n- name: {given: Bob, family: Other}", ["Bob Other"]),
        ("author: {literal: Ann Person}", ["Ann Person"]),
        ("author: {given: Ann}", []),
    ],
)  # fmt: skip
def test_people(front: str, names: list[str]) -> None:
    assert [credit.name for credit in read(front).credits] == names


def test_titles_tags_and_addresses() -> None:
    document = read(
        'title: "The [[harbour|old harbour]] opens"\ntags: ["[[topics/trade|Trade]]", "[[Ports]]"]\n'
        'url: "[story](https://example.org/a)"'
    )
    assert (document.title, document.portfolios) == ("The old harbour opens", ("Trade", "Ports"))
    assert (document.url, document.meta["url"]) == ("https://example.org/a", "[story](https://example.org/a)")
    assert read("url: <https://example.org/b>").url == "https://example.org/b"
    assert read("title: '[Draft] a plan'").title == "[Draft] a plan"
