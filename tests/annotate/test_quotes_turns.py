"""Turns of transcripts and interviews: labels, who they name, where a turn ends."""

from __future__ import annotations

import pytest

from tests.annotate.quoted import said

TALK = """Prime Minister Ann Hale and Mr Tom Lind met the press.

PRIME MINISTER HALE: Good morning.

We have mended the wall. [laughter]

Q    Will it hold?

MR. LIND: It will. I told her “it will hold” at once.

JOURNALIST: Thank you.

END 2:42 P.M.

The office of the Prime Minister
"""


def test_a_transcript_is_its_turns() -> None:
    assert said(TALK) == [
        ("Ann Hale", "Good morning.\n\nWe have mended the wall. [laughter]"),
        ("Q", "Will it hold?"),
        ("Tom Lind", "It will. I told her “it will hold” at once."),
        ("JOURNALIST", "Thank you."),
    ]
    assert said(TALK, "turn") == said(TALK)


def test_a_question_may_have_no_colon() -> None:
    text = "Ann Hale met the press.\n\nMS. HALE: Good morning.\n\nQ Will it hold?\n\nMS. HALE: It will.\n\nQ — at last?"
    assert said(text, "turn") == [
        ("Ann Hale", "Good morning."),
        ("Q", "Will it hold?"),
        ("Ann Hale", "It will."),
        ("Q", "— at last?"),
    ]


def test_a_label_may_name_an_outlet() -> None:
    text = "Ann Hale met Mr Tom Lind.\n\nTOM LIND/TV9: Will it hold?\n\nMS. HALE: It will.\n\nTOM LIND/TV9: Thank you."
    assert [speaker for speaker, _ in said(text, "turn")] == ["Tom Lind", "Ann Hale", "Tom Lind"]


def test_a_title_of_the_other_sex_is_somebody_else() -> None:
    text = "Robert Hale met the press.\n\nMS. HALE: Good morning.\n\nMR. HALE: Hello.\n\nMS. HALE: It holds."
    assert [speaker for speaker, _ in said(text, "turn")] == ["Ms Hale", "Robert Hale", "Ms Hale"]


@pytest.mark.parametrize("label", ["**{}:**", "**{}**:", "{}:", "“{}:"])
def test_labels_of_an_interview(label: str) -> None:
    lines = [(name, f"Answer {number} of mine.") for number, name in enumerate(["Ann Hale", "Tom Lind"] * 2)]
    text = "Ann Hale asked Tom Lind.\n\n" + "\n\n".join(f"{label.format(name)} {words}" for name, words in lines)
    assert said(text, "turn") == lines


def test_the_president_is_who_holds_the_office() -> None:
    text = "Remarks by President Ann Hale\n\nTHE PRESIDENT: Good morning.\n\nThe wall holds.\n\n###\n"
    assert said(text, "turn") == [("Ann Hale", "Good morning.\n\nThe wall holds.")]


@pytest.mark.parametrize(
    "text",
    [
        "NOTE: The wall holds.\n\nCONTACT: Ann Hale\n\nENDS",
        "When: Monday\n\nWhere: the wall\n\nMedia contact: Ann Hale",
        "Ann Hale: 021 555 123",
        "ANN HALE IS DELIVERING ON HER PROMISES: The wall holds.\n\nANN HALE WILL WIN: Yes.",
        "Key points:\n\nThe wall holds.\n\nBackground:\n\nIt was built.",
    ],
)
def test_other_lines_with_a_colon_are_no_turns(text: str) -> None:
    assert said(text, "turn") == []
