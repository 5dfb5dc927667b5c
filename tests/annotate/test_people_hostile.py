"""Texts that broke the people extractor, or held it up: nothing raises, and work stops at one place on every run."""

from __future__ import annotations

import pytest

from nzn_cli.annotate.people import find_people


def _named(text: str) -> list[str]:
    people = find_people(text)
    assert all(m.text == text[m.char_start : m.char_end] for m in people.mentions)
    return list(people.names)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Quintero said. Rubicon Ana Quintero said. Holcim Rubicon Ana Quintero said.",
        "Holcim Rubicon Ana Quintero said. Rubicon Ana Quintero said. Ana Quintero said.",
        "Rubicon Ana Quintero said. Holcim Rubicon Ana Quintero said. Ana Quintero said.",
        "Ana Quintero said. Tarmac Holcim Rubicon Ana Quintero said. Rubicon Ana Quintero said. "
        "Holcim Rubicon Ana Quintero said.",
    ],
)
def test_strange_words_before_a_name_are_cut_off_however_many_there_are(text: str) -> None:
    people = find_people(text)
    assert people.names == ("Ana Quintero",)
    assert {m.text for m in people.mentions} == {"Ana Quintero"}
    assert len(people.mentions) == text.count("Ana Quintero")


@pytest.mark.parametrize(
    "text",
    [
        "Neil O&#39;Shea said. Rubicon Neil O&#39;Shea said.",
        "O&#39;Shea Hale said. Rubicon O&#39;Shea Hale said.",
        "O' Neil Hale said. Rubicon O' Neil Hale said. Later O'Neil left.",
        "The member for Torbay O&#39;Neil Hale said. The member for Torbay O' Neil Hale said.",
    ],
)
def test_a_name_that_is_written_as_its_characters_keeps_its_place(text: str) -> None:
    assert _named(text)
