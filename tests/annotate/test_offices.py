"""An office without a name means its holder where the document settles who that is, and nobody otherwise."""

from __future__ import annotations

import pytest

from nzn_cli.annotate.people.people_facts import people_of
from nzn_cli.model.documents import Credit

MINISTER = "Foreign Minister Winona Pell flew to Suva on Monday. "


def told(body: str, *credited: Credit) -> list[tuple[str, str]]:
    """Return each office in a body that means somebody, with that person."""
    facts = people_of(body, credited)
    name = {entity.entity: entity.name for entity in facts.entities}
    return [(mention.text, name[mention.entity]) for mention in facts.mentions if mention.source == "office"]


@pytest.mark.parametrize(
    ("body", "office"),
    [
        (MINISTER + "The Foreign Minister met nurses.", "The Foreign Minister"),
        (MINISTER + "Nurses met the foreign minister.", "the foreign minister"),
        (MINISTER + "Nurses met the Minister of Foreign Affairs on Friday.", "the Minister of Foreign Affairs"),
        (MINISTER + "Later the Minister's party left.", "the Minister"),
        (MINISTER + "On the day the\nForeign Minister met nurses, it rained.", "the\nForeign Minister"),
        ("Winona Pell, the Foreign Minister, spoke. The Foreign Minister met nurses.", "The Foreign Minister"),
        ("Secretary-General Olaf Brand spoke. Critics of the Secretary General left.", "the Secretary General"),
        ("Fijian Prime Minister Tevita Vola spoke. Nurses met the Fijian prime minister.", "the Fijian prime minister"),
    ],
)
def test_an_office_means_who_alone_holds_it(body: str, office: str) -> None:
    assert [text for text, _ in told(body)] == [office]


def test_the_office_that_the_metadata_credits_counts() -> None:
    credit = Credit("Winona Pell", "Hon Winona Pell", "Minister of Defence")
    assert told("The Defence Minister opened a bridge.", credit) == [("The Defence Minister", "Winona Pell")]


@pytest.mark.parametrize(
    "body",
    [
        MINISTER + "The former Foreign Minister met nurses.",
        MINISTER + "The next Foreign Minister will meet nurses.",
        MINISTER + "The Australian Foreign Minister met nurses.",
        MINISTER + "The Australian Foreign Minister met nurses. The Foreign Minister smiled.",
        MINISTER + "The Foreign Ministers met nurses, and a Foreign Minister sang.",
        MINISTER + "The Defence Minister met nurses.",
        MINISTER + "The Deputy Foreign Minister met nurses.",
        MINISTER + "It moved to the Office of the Foreign Minister.",
        MINISTER + "It was the Foreign Minister's Reading Prize.",
        MINISTER + "Nurses met the Minister of health.",
        MINISTER + "Defence Minister Tom Carrow came too. The Minister met nurses.",
        MINISTER + "Former Foreign Minister Tom Carrow came too. The Foreign Minister met nurses.",
        "Former Foreign Minister Winona Pell came. The Foreign Minister met nurses.",
        "Winona Pell came. The Foreign Minister met nurses.",
    ],
)
def test_an_office_that_may_be_anothers_means_nobody(body: str) -> None:
    assert told(body) == []


def test_an_office_is_no_name_and_is_not_counted() -> None:
    facts = people_of(MINISTER + "The Foreign Minister met nurses.")
    assert [(entity.name, entity.mentions) for entity in facts.entities] == [("Winona Pell", 1)]
    office = next(mention for mention in facts.mentions if mention.source == "office")
    assert (office.rule, office.char_start) == ("office", len(MINISTER))
