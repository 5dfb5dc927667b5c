"""The tables of rules that make two names one: each row by its example, and none without need."""

from __future__ import annotations

import pytest

from nzn_cli.names.compatibility import (
    GIVEN_RULES,
    JOIN_RULES,
    SCORES,
    WEAK,
    WITHIN,
    WITHIN_RULES,
    GivenRule,
    WithinRule,
    decide_given,
    decide_within,
    given_rule,
    within_rule,
)

ALL_GIVEN = [pytest.param(rule, id=rule.id) for rule in GIVEN_RULES]
ALL_WITHIN = [pytest.param(rule, id=rule.id) for rule in WITHIN_RULES]


def plain(name: str) -> tuple[str, ...]:
    return tuple(name.replace(".", "").split())


def family_last(_first: str, _second: str) -> bool:
    return False


@pytest.mark.parametrize("rule", ALL_GIVEN)
def test_given_names(rule: GivenRule) -> None:
    first, second = rule.example
    assert given_rule(first, second) == given_rule(second, first) == rule.joins


@pytest.mark.parametrize("rule", ALL_GIVEN)
def test_no_given_rule_is_idle(rule: GivenRule) -> None:
    others = [other for other in GIVEN_RULES if other is not rule]
    assert decide_given(others, *rule.example) != rule.joins


@pytest.mark.parametrize(
    ("first", "second"),
    [("paul", "pauline"), ("robert", "roberta"), ("j", "aroha"), ("joanna", "joanne"), ("hine", "hana")],
)
def test_given_names_of_two_people(first: str, second: str) -> None:
    assert given_rule(first, second) is None


@pytest.mark.parametrize("rule", ALL_WITHIN)
def test_names_of_one_document(rule: WithinRule) -> None:
    words, theirs = map(plain, rule.example)
    assert within_rule(words, theirs, family_last) == rule.joins


@pytest.mark.parametrize("rule", ALL_WITHIN)
def test_no_rule_of_one_document_is_idle(rule: WithinRule) -> None:
    others = [other for other in WITHIN_RULES if other is not rule]
    words, theirs = map(plain, rule.example)
    assert decide_within(others, words, theirs, family_last) != rule.joins


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("hale", "ann"),
        ("ann reed", "ann hale"),
        ("tom hale", "ann hale"),
        ("b. hale", "ann hale"),
        ("ann hale", "reed"),
    ],
)
def test_names_of_two_people_in_one_document(name: str, person: str) -> None:
    assert within_rule(plain(name), plain(person), family_last) is None


def test_a_family_name_may_stand_first() -> None:
    asked = []

    def family_first(first: str, second: str) -> bool:
        asked.append((first, second))
        return True

    assert within_rule(("park",), ("park", "ji-won"), family_first) == "surname"
    assert within_rule(("ji-won",), ("park", "ji-won"), family_first) == "part"
    assert asked == [("park", "ji-won")] * 2


def test_every_rule_that_joins_is_in_the_table() -> None:
    assert {rule.joins for rule in WITHIN_RULES} == set(WITHIN)
    assert {rule.joins for rule in GIVEN_RULES} - {None} <= SCORES.keys()
    assert len({rule.name for rule in JOIN_RULES}) == len(JOIN_RULES)
    assert SCORES.keys() >= WEAK
    assert WITHIN[0] == "same"
