"""Who is who within one text."""

from __future__ import annotations

import pytest

from nzn_cli.annotate.people import find_people


def who(text: str, *credited: str) -> list[tuple[str, str]]:
    people = find_people(text, credited)
    return [(m.text, people.names[m.entity]) for m in people.mentions]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tax Minister Wiremu Hale spoke. Mr Hale said no. Hale left.", "Wiremu Hale"),
        ("Tax Minister Wiremu Hale spoke. Wiremu said no.", "Wiremu Hale"),
        ("Wiremu Hale spoke. Wiremu John Hale said no.", "Wiremu John Hale"),
        ("Judge W. J. Hale spoke. Wiremu John Hale said no.", "Wiremu John Hale"),
        ("Tax Minister Wiremu Hāle spoke. Mr Hale said no.", "Wiremu Hāle"),
        ("Analyst Zhou Mingzhe spoke. Zhou said no.", "Zhou Mingzhe"),
        ("WIREMU HALE MP\n\nTax Minister Wiremu Hale said no.", "Wiremu Hale"),
        ("Lord Ashgrove spoke. Ashgrove said no, and Lord Ashgrove left.", "Lord Ashgrove"),
        ("Mr Hale spoke. Mr Hale said no.", "Mr Hale"),
        ("Hale spoke. Mr Hale said no.", "Hale"),
    ],
)
def test_one_person(text: str, name: str) -> None:
    assert find_people(text).names == (name,)


def test_same_surname_and_another_given_name_stay_apart() -> None:
    assert find_people("Wiremu Hale spoke. Joan Hale said no.").names == ("Wiremu Hale", "Joan Hale")


def test_a_bare_surname_means_the_one_met_last() -> None:
    text = "Wiremu Hale spoke. Mr Hale sat. Joan Hale said no. Hale left."
    assert who(text)[1] == ("Mr Hale", "Wiremu Hale")
    assert who(text)[-1] == ("Hale", "Joan Hale")


def test_an_honorific_tells_husband_from_wife() -> None:
    text = "Mrs Joan Hale spoke. Wiremu Hale sat. Mrs Hale left. Mr Hale stayed."
    assert who(text)[-2:] == [("Mrs Hale", "Joan Hale"), ("Mr Hale", "Wiremu Hale")]


def test_the_rule_says_how_a_mention_was_joined() -> None:
    people = find_people("Tax Minister Wiremu Hale spoke. Mr Hale said no. Joan Hale left. Hale said yes.")
    assert [m.rule for m in people.mentions] == ["same", "surname, nearest", "same", "surname, nearest"]


def test_a_surname_before_the_full_name_joins_it() -> None:
    assert who("Hale opens port\n\nTax Minister Wiremu Hale spoke.")[0] == ("Hale", "Wiremu Hale")


def test_a_credited_person_is_known_by_surname_alone() -> None:
    text = "The port will open soon, Hale says."
    assert who(text, "Wiremu Hale") == [("Hale", "Wiremu Hale")]


def test_a_credited_person_who_is_not_in_the_text_is_not_in_the_answer() -> None:
    assert find_people("The port will open soon.", ["Wiremu Hale"]).names == ()


def test_the_credited_name_is_the_name() -> None:
    assert find_people("Mr Hale spoke.", ["Wiremu Hale"]).names == ("Wiremu Hale",)


def test_entities_are_numbered_by_first_mention() -> None:
    people = find_people("Joan Carmody met Wiremu Hale.", ["Wiremu Hale"])
    assert people.names == ("Joan Carmody", "Wiremu Hale")
    assert [m.entity for m in people.mentions] == [0, 1]


def test_an_office_and_a_surname_before_a_relative_is_named_are_another_person() -> None:
    people = find_people("President Hale met First Lady Ann Hale. President Hale spoke. Mrs Hale agreed.")
    assert people.names == ("Hale", "Ann Hale")
    assert [m.entity for m in people.mentions] == [0, 1, 0, 1]
    assert [r.entity for r in people.roles] == [0, 1, 0]


def test_an_office_and_a_surname_are_who_was_named_before_or_has_the_office() -> None:
    assert find_people("Ann Hale won the vote. President Hale spoke.").names == ("Ann Hale",)
    assert find_people("President Hale spoke. With President Ann Hale came two.").names == ("Ann Hale",)


def test_a_father_is_not_his_son() -> None:
    text = "Tom Hale Sr. met Tom Hale, Jr. on Monday. Tom Hale, Jr., wept."
    assert who(text) == [("Tom Hale Sr.", "Tom Hale Sr."), ("Tom Hale", "Tom Hale Jr"), ("Tom Hale", "Tom Hale Jr")]
    assert find_people("Tom Hale Jr. spoke. Tom Hale left. Mr Hale stayed.").names == ("Tom Hale Jr.",)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Joe Vrenzi spoke. President Vrenzi and Dr. Vrenzi came. Dr. Vrenzi left. Vrenzi spoke.",
         ["Joe Vrenzi", "Joe Vrenzi", "Dr Vrenzi", "Dr Vrenzi", "Joe Vrenzi"]),
        ("Keir Vrenzi spoke. Prime Minister Vrenzi and Lady Vrenzi came. Lady Vrenzi left. Vrenzi spoke.",
         ["Keir Vrenzi", "Keir Vrenzi", "Lady Vrenzi", "Lady Vrenzi", "Keir Vrenzi"]),
        ("Wes Vrenzi spoke. Ms. Vrenzi left, and Vrenzi spoke.", ["Wes Vrenzi", "Ms Vrenzi", "Wes Vrenzi"]),
        ("Lindsey Vrenzi spoke. Mr. Vrenzi left.", ["Lindsey Vrenzi", "Lindsey Vrenzi"]),
    ],
)  # fmt: skip
def test_a_relative_is_known_by_a_title_alone(text: str, people: list[str]) -> None:
    found = find_people(text)
    assert [found.names[mention.entity] for mention in found.mentions] == people


def test_a_given_name_of_one_sex_tells_whom_an_honorific_means() -> None:
    text = "Ian Hale spoke. Mary Hale sat. Mr Hale left. Ms Hale stayed."
    assert who(text)[-2:] == [("Mr Hale", "Ian Hale"), ("Ms Hale", "Mary Hale")]
    assert find_people("Mary Hale spoke. Mr Hale left, and so did Mr Hale.").names == ("Mary Hale", "Mr Hale")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Wiremu Tama Hale met Joan Reid. Tama is a common name.", "Tama"),
        ("Wiremu Tama Hale met Joan Reid. Mr Tama left.", "Wiremu Tama Hale"),
        ("Wiremu Tama Hale met Joan Reid. Tama said no.", "Wiremu Tama Hale"),
        ("Wiremu “Tama” Hale met Joan Reid. She met Tama, who left.", "Wiremu “Tama” Hale"),
    ],
)
def test_a_middle_word_is_short_for_a_name_where_the_text_calls_somebody_so(text: str, name: str) -> None:
    assert who(text)[-1][1] == name


def test_the_doctor_of_a_first_family_is_the_first_lady() -> None:
    text = "First Lady Susan Hale came. President Joe Hale came. Joe Hale and Dr. Hale left."
    assert who(text)[-1] == ("Dr. Hale", "Susan Hale")
