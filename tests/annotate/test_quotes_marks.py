"""Marks of every style: what stands in them is found, whichever way they were typed."""

from __future__ import annotations

import pytest

from tests.annotate.quoted import marked, said

WORDS = "We have mended the sea wall at last"


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("“", "”"),
        ('"', '"'),
        ("«", "»"),
        ("„", "“"),
        ("„", "”"),
        ("''", "''"),
        ("``", "''"),
        ("‘", "’"),
        ("'", "'"),
        ("â€œ", "â€\x9d"),
        ("&ldquo;", "&rdquo;"),
        ("&quot;", "&quot;"),
        ("”", "“"),
        ("“ ", " ”"),
        ("« ", " »"),
        ("**“", "”**"),
    ],
)
@pytest.mark.parametrize("tag", [", Ann Hale said.", " said Ann Hale, the mayor.", " Ann Hale told the hall."])
def test_marks_of_every_style(opening: str, closing: str, tag: str) -> None:
    text = f"The council met.\n\n{opening}{WORDS},{closing}{tag}"
    assert said(text) == [("Ann Hale", WORDS)]


def test_an_office_of_two_fields_may_stand_before_who_speaks() -> None:
    assert said(f"“{WORDS},” Dean of the Faculty of Arts and Sciences Ann Hale said.") == [("Ann Hale", WORDS)]


def test_apostrophes_are_no_marks() -> None:
    text = "The workers' rights of the '90s weren't Ann Hale's concern, rock 'n' roll was, and the Joneses' dog's too."
    assert marked(text) == []


def test_a_mark_within_another_belongs_to_it() -> None:
    text = "“He told me ‘never again’ and I said “all right” to that,” Ann Hale said."
    assert marked(text) == ["He told me ‘never again’ and I said “all right” to that"]


def test_inches_are_no_marks() -> None:
    assert marked('The pipe is 5\'10" long and 12"x14" wide, Ann Hale said.') == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“We won.\n\n“We will win again,” Ann Hale said.", ["We won.", "We will win again"]),
        ('"We won.\n\n"We will win again," Ann Hale said.', ["We won.", "We will win again"]),
        ("“We won.\n\nWe will win again,” said Ann Hale.", ["We won.", "We will win again"]),
        (
            "“We won the whole vote, Ann Hale said today.\n\n“And more is to come.”",
            ["We won the whole vote", "And more is to come."],
        ),
        ('"We won the vote. "We go on from here," Ann Hale said.', ["We won the vote.", "We go on from here"]),
        ('We won it all in the end," said Ann Hale.', ["We won it all in the end"]),
        ('We won it all in the end ", said Ann Hale.', ["We won it all in the end"]),
        ('" We won . "\n\n" We will win again , " Ann Hale said .', ["We won .", "We will win again"]),
        (
            '" We won .\n\nIt was close .\n\nWe will win again . "\n\nAnn Hale left .',
            ["We won .", "It was close .", "We will win again ."],
        ),
        ('"We won.\n\nAdvertisement\n\nIt was close."', ["We won.", "It was close."]),
    ],
)
def test_what_nobody_closes_or_opens(text: str, found: list[str]) -> None:
    assert marked(f"Ann Hale spoke.\n\n{text}") == found


@pytest.mark.parametrize(
    "text",
    [
        "The group, often called “friends of the old harbour”, met on Monday.",
        "They read the book “How the Harbour Was Won by Boats” at school.",
        "The so-called “partners around the wide globe” met.",
        "A sign that read “No boats beyond this point” hung there.",
        "He plays the “hero” in it.",
        "Das Boot (English: “The Boat”) is what Ann Hale likes.",
        "Ann Hale wrote a piece for “The 100 Most Famous Boats of 2024.”",
        "Ann Hale praised your paper “making the most of boats in harbours” on Monday.",
        "Ann Hale issued a comprehensive strategy for the harbour, with measures against “ghost boats.”",
        "- Ann Hale issued a plan.\n- She is building more boats than ever before.”\n\nTom Lind left.",
        "Ann Hale says the figures reflect the “Harbour Paradox” found in other towns.",
        "Ann Hale was in “The Red Boat,” which she also directed, “Harbour Signs,” and “The Number Two.”",
        "Known as the “Boat of the Harbour”, Ann Hale showed a gift for it.",
        "The record has two more songs: “Long Way Down the Road” and “The Wind”, Ann Hale said.",
        "According to Ann Hale's book of 1899, “Boats: A Game of Kings”, the wall was made of wood.",
        "Her song “All the Things That You Said” won, Ann Hale said.",
        "Tom “Red Boat” Lind met Ann Hale and said that the wall holds.",
    ],
)
def test_names_titles_and_scare_quotes_are_no_speech(text: str) -> None:
    assert marked(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "“How the Harbour Was Won,” Ann Hale said.",
        "Ann Hale told the hall, “Boats Are Better Than Cars.”",
        "Ann Hale tweeted “Boats Are Better Than Cars” on Monday.",
        "Ann Hale said: “Boats Are Better Than Cars”",
        "In the film Ann Hale says “we will have boats in the harbour again” twice.",
    ],
)
def test_what_is_spoken_is_no_name(text: str) -> None:
    assert len(marked(text)) == 1


def test_no_quotation_is_empty() -> None:
    text = 'Sound can be dirty . "\n\n" It is clumsy . "\n\n" "\n\nAnn Hale said : " " '
    assert all(marked(text))
