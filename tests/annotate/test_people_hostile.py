"""Texts that broke the people extractor, or held it up: nothing raises, and work stops at one place on every run."""

from __future__ import annotations

from functools import partial

import pytest

from nzn_cli.annotate.people import find_people
from nzn_cli.annotate.people.people_facts import people_of
from nzn_cli.model.documents import Credit
from tests.floods import FLOODS, flood, word
from tests.work import calls, grows

CREDITS = (Credit("Ann Hale", "Hon Ann Hale", "Minister of Reefs"), Credit("Tom Bay", "Tom Bay", None))


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


# where each mention may be any of the people, work grows as their product until it is spent
SPENT = {"one surname, alone too", "one given name, alone too", "many middle names"}


@pytest.mark.parametrize("name", [name for name in FLOODS if name not in SPENT])
def test_twice_the_text_is_no_more_than_twice_the_work(name: str) -> None:
    def work(size: int) -> partial[object]:
        return partial(people_of, flood(name, size), CREDITS)

    # where a run ends moves with the size: what looks like growth once is asked again of more
    assert grows(work, 8_000) < 2.5 or grows(work, 16_000) < 2.5


STOPPED = ["distinct names", "a name said", "titles and names", *sorted(SPENT)]


@pytest.mark.parametrize("name", STOPPED)
def test_a_text_that_asks_for_too_much_is_read_up_to_one_place(name: str) -> None:
    text = flood(name, 300_000)
    people = find_people(text)
    assert people.stopped is not None
    assert people.mentions
    assert all(mention.char_end <= people.stopped for mention in people.mentions)
    assert find_people(text) == people
    assert find_people(text[:290_000] + "\n\nTom Bay said.").stopped == people.stopped


def test_what_stands_before_that_place_is_found_as_if_it_were_all() -> None:
    text = flood("distinct names", 200_000)
    people = find_people(text)
    assert people.stopped is not None
    before = find_people(text[: people.stopped])
    assert before.stopped is None
    assert (before.names, before.mentions) == (people.names, people.mentions)


@pytest.mark.parametrize("size", [5_000, 60_000])
def test_no_text_of_usual_density_is_cut_short(size: int) -> None:
    unit = "Dr {0} {1} met Mr {1} in the harbour on Friday, and the two of them spoke of boats and of the weather. "
    text = "".join(unit.format(word(n), word(n * 7 + 1)) for n in range(size // 100))
    assert find_people(text).stopped is None


def test_offices_are_looked_for_up_to_one_place() -> None:
    body = "Foreign Minister Winona Pell flew to Suva. " + "Critics of the Foreign Minister left. " * 12_000
    facts = people_of(body)
    assert facts.stopped is not None
    assert all(m.char_end <= facts.stopped for m in facts.mentions if m.char_end is not None)
    assert people_of(body) == facts


def test_a_credited_name_is_sought_among_many_of_the_same_surname_with_bounded_work() -> None:
    names = " ".join(f"{word(n)} Hale said." for n in range(300))
    credited = tuple(Credit(f"{word(n)} Hale", f"{word(n)} Hale", None) for n in range(400, 800))
    assert calls(partial(people_of, names, credited)) < 1_000_000
