"""Reported speech: the clause that a cue introduces or follows, and words in marks within it."""

from __future__ import annotations

import pytest

from tests.annotate.quoted import said

HALE = "Ann Hale"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ann Hale said that the wall would hold.", ["the wall would hold"]),
        ("The wall would hold, Ann Hale said on Tuesday.", ["The wall would hold"]),
        ("The wall would hold, said Ann Hale.", ["The wall would hold"]),
        ("The wall would hold, Ann Hale said.", ["The wall would hold"]),
        ("That the wall holds is no surprise says Ann Hale.", ["That the wall holds is no surprise"]),
        ("According to Ann Hale, the wall would hold.", ["the wall would hold"]),
        ("The wall would hold, according to Ann Hale.", ["The wall would hold"]),
        ("Ann Hale asked whether the wall would hold.", ["whether the wall would hold"]),
        ("Ann Hale believes the wall will hold.", ["the wall will hold"]),
        ("Ann Hale called for a new wall.", ["for a new wall"]),
        ("Ann Hale said the wall held and added that boats were safe.", ["the wall held", "boats were safe"]),
        ("Ann Hale praised the crew, adding that boats were safe.", ["the crew", "boats were safe"]),
    ],
)
def test_reported_clauses(text: str, found: list[str]) -> None:
    assert [(speaker, words) for speaker, words in said(text, "indirect")] == [(HALE, words) for words in found]


def test_a_clause_that_is_mostly_in_marks_is_mixed() -> None:
    text = "Ann Hale said the wall was “a wonder of the modern world for all”."
    assert said(text) == [(HALE, "the wall was “a wonder of the modern world for all”")]
    assert said(text, "mixed") == said(text)


def test_few_words_in_marks_stand_apart_from_their_clause() -> None:
    text = "Ann Hale said the wall that the city had built over nine long years was “sound” and would hold for ever."
    assert said(text, "mixed") == [(HALE, "“sound”")]
    assert len(said(text, "indirect")) == 2


def test_words_behind_a_colon_are_a_quotation_of_their_own() -> None:
    text = "Ann Hale said the wall would hold: “It is well built.”"
    assert said(text, "indirect") == [(HALE, "the wall would hold")]
    assert said(text, "direct") == [(HALE, "It is well built.")]


@pytest.mark.parametrize(
    "text",
    ["The claims of the union are old.", "The plan was called off on Monday.", "The press campaign cost a lot."],
)
def test_nouns_and_passives_report_nothing(text: str) -> None:
    assert said(text) == []
