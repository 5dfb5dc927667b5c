"""Who speaks, and who is named in a title: labels of turns, offices that label them, and their places."""

from __future__ import annotations

import pytest

from nzn_cli.annotate.people.people_facts import people_of
from nzn_cli.annotate.people.speaker_labels import speaker_labels
from nzn_cli.model.documents import Credit

Facts = list[tuple[str, str, str]]


def _mentions(body: str, title: str | None = None, credited: tuple[Credit, ...] = ()) -> Facts:
    facts = people_of(body, credited, title)
    for mention in facts.mentions:
        if mention.char_start is not None:
            assert body[mention.char_start : mention.char_end] == mention.text
    names = {row.entity: row.name for row in facts.entities}
    return [(mention.source, mention.text, names[mention.entity]) for mention in facts.mentions]


@pytest.mark.parametrize(
    ("label", "text", "name"),
    [
        ("MS. OKORO-BLYTHE:", "MS. OKORO-BLYTHE", "Ms Okoro-Blythe"),
        ("PRIME MINISTER BRUNNER:", "BRUNNER", "Prime Minister Brunner"),
        ("ACTING ADMINISTRATOR VRENZI:", "VRENZI", "Administrator Vrenzi"),
        ("Hon MARAMA HAREWOOD (Reef Party—Torbay):", "Hon MARAMA HAREWOOD", "Marama Harewood"),
        ("DR. MCQUADE (via video):", "DR. MCQUADE", "McQuade"),
        ("MARAMA HAREWOOD:", "MARAMA HAREWOOD", "Marama Harewood"),
    ],
)
def test_the_label_of_a_turn_names_who_speaks(label: str, text: str, name: str) -> None:
    assert _mentions(f"{label} Good morning.") == [("speaker", text, name)]


@pytest.mark.parametrize(
    "label",
    [
        "AUDIENCE MEMBER",
        "MODERATOR",
        "Q",
        "SENIOR ADMINISTRATION OFFICIAL",
        "WHITE HOUSE AIDE",
        "NOTE",
        "TO THE SENATE",
    ],
)
def test_a_label_that_names_nobody(label: str) -> None:
    assert _mentions(f"{label}: Good morning.\n\n{label}: Good night.") == []


def test_a_label_means_whom_the_title_names_in_full_and_is_not_counted() -> None:
    body, title = "DR. HAREWOOD: Good morning.\n\nDR. HAREWOOD: Good night.", "Remarks by Dr Marama Harewood"
    assert [row[:2] for row in _mentions(body, title)] == [
        ("title", "Dr Marama Harewood"),
        ("speaker", "DR. HAREWOOD"),
        ("speaker", "DR. HAREWOOD"),
    ]
    (row,) = people_of(body, (), title).entities
    assert (row.name, row.mentions) == ("Marama Harewood", 1)


def test_a_title_that_the_body_begins_with_is_read_there_once() -> None:
    body = "Minister Marama Harewood Opens\nReef\n\nIt was late."
    assert _mentions(body, "Minister Marama Harewood opens reef") == [("title", "Marama Harewood", "Marama Harewood")]
    assert people_of(body, (), "Minister Marama Harewood opens reef").mentions[0].char_start == len("Minister ")


def test_offsets_of_the_title_are_none_and_those_of_the_body_count_its_characters() -> None:
    facts = people_of("Fisheries Minister Wiremu Hale spoke.", (), "Reef Watch chair Ana Brunner leaves")
    places = [(row.text, row.char_start) for row in facts.mentions]
    assert places == [("Ana Brunner", None), ("Wiremu Hale", len("Fisheries Minister "))]
    assert [(row.text, row.char_start) for row in facts.roles] == [
        ("Reef Watch chair", None),
        ("Fisheries Minister", 0),
    ]


@pytest.mark.parametrize(
    ("title", "body", "name"),
    [
        ("Remarks by President Ana Brunner", "THE PRESIDENT: Good morning.", "Ana Brunner"),
        ("Remarks by President Ana Brunner", "THE PRESIDENT: I met President Vrenzi.", "Ana Brunner"),
        ("Reefs", "THE PRESIDENT: Welcome.\n\nPRESIDENT VRENZI: Thank you, President Brunner.", "President Brunner"),
    ],
)
def test_an_office_that_labels_a_turn_means_whom_the_document_settles(title: str, body: str, name: str) -> None:
    assert ("speaker", "THE PRESIDENT", name) in _mentions(body, title)


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Reefs", "THE PRESIDENT: Presidents Vrenzi and Hale came. President Vrenzi met President Hale."),
        ("Reefs", "THE PRESIDENT: Good morning."),
        ("Remarks by Vice President Ana Brunner", "THE PRESIDENT: Good morning."),
    ],
)
def test_an_office_that_nothing_settles_means_nobody(title: str, body: str) -> None:
    assert not [row for row in _mentions(body, title) if row[1] == "THE PRESIDENT"]


def test_an_office_that_the_metadata_gives_labels_its_holder() -> None:
    credited = (Credit("Ana Brunner", "Ana Brunner", "Prime Minister"),)
    assert ("speaker", "PRIME MINISTER", "Ana Brunner") in _mentions("PRIME MINISTER: Well.", None, credited)


def test_labels_are_read_in_linear_time() -> None:
    for line in ("A" * 100_000, "A B " * 50_000, "MR. A (b) " * 20_000, "(" * 100_000, "A(" * 50_000):
        assert speaker_labels(f"{line}:\n" * 2) == ()
