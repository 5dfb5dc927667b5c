"""One name of two people: which documents mean whom, by evidence that excludes one person, and what is left one."""

from __future__ import annotations

import pytest

from nzn_cli.linking.link_names import NameUse, link
from nzn_cli.linking.senses import RULES, Occurrence, SenseRule, senses


def told(*people: Occurrence) -> list[int]:
    """Return the sense of each of some people of documents of their own."""
    placed = [each._replace(doc=doc) for doc, each in enumerate(people)]
    found = senses(reversed(placed))
    return [found.get((doc, 0), 0) for doc in range(len(placed))]


def named(
    name: str = "Robin Hale",
    *,
    title: str = "",
    role: str = "",
    country: str | None = None,
    day: str | None = "2012-05-01",
) -> Occurrence:
    offices = frozenset({(role, country)}) if role else frozenset()
    return Occurrence(0, 0, name, frozenset({title} if title else ()), offices, day)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_each_rule_parts_its_example_and_nothing_does_without_it(rule: SenseRule) -> None:
    people = [each._replace(doc=doc) for doc, each in enumerate(rule.example * rule.least)]
    assert sorted(senses(people).values()) == [1] * rule.least
    assert senses(people, tuple(each for each in RULES if each is not rule)) == {}


def test_documents_without_evidence_mean_who_shares_their_office_else_the_usual_one() -> None:
    tonga, canada = (named(role="Prime Minister", country=country) for country in ("Tonga", "Canada"))
    assert told(tonga, tonga, canada) == [0, 0, 1]
    plain, mayor = named(), named(role="Mayor")
    both = Occurrence(0, 0, "Robin Hale", frozenset(), canada.offices | mayor.offices)
    assert told(tonga, tonga, tonga, both, both, mayor, plain) == [0, 0, 0, 1, 1, 1, 0]


def test_spellings_of_one_name_have_one_numbering() -> None:
    assert told(named(title="Mr"), named(title="Mr"), named("ROBIN HALE", title="Ms")) == [0, 0, 1]


@pytest.mark.parametrize(
    "people",
    [
        [named(title="Dr"), named(title="Ms")],
        [named(role="Mayor", country="Tonga"), named(role="Mayor", country="Canada")],  # of a city, told of its visit
        [named(role="Prime Minister", country="Tonga")] * 30 + [named(role="Prime Minister", country="Fiji")],
        [named(role="President"), named(role="Senator")] * 2,  # slips
        # one after the other, though an early text is spoken of later
        [named(role="Senator", day=f"{year}-01-01") for year in (2005, 2006, 2007, 2008, 2015)]
        + [named(role="President", day=f"201{n}-01-01") for n in range(5)],
        [named(role="President", day=None), named(role="Senator", day=None)] * 9,  # nobody knows when
        [named("Hale", title="Mr"), named("Hale", title="Ms")],  # a surname alone is joined elsewhere
    ],
)
def test_what_may_be_one_person_stays_one(people: list[Occurrence]) -> None:
    assert set(told(*people)) == {0}


def test_a_fuller_name_joins_the_one_of_the_name_whose_office_it_has() -> None:
    president, senator = (("President", None),), (("Senator", None),)
    people = link(
        [
            NameUse("John Hale", 5, roles=senator * 4),
            NameUse("John Hale", 4, roles=president * 4, sense=1),
            NameUse("John F. Hale", 9, roles=president * 7),
        ]
    )
    assert [{(member.name, member.sense) for member in person.members} for person in people] == [
        {("John F. Hale", 0), ("John Hale", 1)},
        {("John Hale", 0)},
    ]
    assert len({person.slug for person in people}) == 2
