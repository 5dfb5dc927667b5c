"""The word lists of names: each word has one place, with what it is used as there."""

from __future__ import annotations

import pytest

from nzn_cli.names.countries import country_words
from nzn_cli.names.gender import gender_of_given_name, gender_of_title
from nzn_cli.names.name_titles import generations, generations_in_text, title_words, titles_used_as
from nzn_cli.text.wordlists import sections


@pytest.mark.parametrize(
    ("file", "section"),
    [
        ("honorifics.txt", "titles"),
        ("honorifics.txt", "post-nominals"),
        ("honorifics.txt", "generations"),
        ("honorifics.txt", "particles"),
        ("nicknames.txt", "family_names_first"),
    ],
)
def test_each_word_stands_once(file: str, section: str) -> None:
    words = [word for line in sections(file)[section] for word in line.partition(":")[2].split()]
    assert len(set(words)) == len(words) > 4


def test_words_of_countries_stand_in_one_file() -> None:
    names, others = country_words()
    assert {"Fiji", "U.S", "Aotearoa"} <= names
    assert {"Fijian", "Kiwi"} <= others
    assert not names & others
    for section, listed in (("country", names), ("demonym", others)):
        assert listed.isdisjoint(word for line in sections("words.txt")[section] for word in line.split())


def test_a_title_tells_gender_in_a_text_and_across() -> None:
    assert [gender_of_title(word) for word in ("sir", "baroness", "hon", "")] == ["m", "f", "", ""]
    assert [gender_of_given_name(word) for word in ("alice", "alan", "aroha", "lee")] == ["f", "m", "f", ""]
    assert not gender_of_given_name("lindsey")


def test_junior_is_a_generation_of_a_name_by_itself_alone() -> None:
    assert generations()["junior"] == generations_in_text()["Jnr"] == "Jr"
    assert "Junior" not in generations_in_text()


def test_uses_of_titles() -> None:
    assert "air" in title_words().leading
    assert "Air" in titles_used_as("rank-opening")
    assert "the" in title_words().courtesy
    assert {"Mr", "Dame"} <= titles_used_as("mention") < titles_used_as("honorific")
