"""The shape of a person's name, against organisations, topics, handles and slugs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nzn_cli.names.name_shape import is_person_shaped

PEOPLE = [
    "Ngaio Peterson",
    "Hon Ngaio Peterson MP",
    "hon-ngaio-peterson",
    "ngaio-rangi-peterson",
    "tom-o-leary",
    "Tom O’Leary",
    "Jaap de Groot Schiller",
    "Hōne Tūrei-Smith",
    "A. B. Peterson",
    "Mr Peterson",
    "Lord Wexford",
    "Jonathan Young",
    "Emily Church",
    "PETERSON, NGAIO",
]
OTHERS = [
    "university-of-the-lakes",
    "lakes-city-council",
    "New Zealand Government",
    "digital.lakes team",
    "LCC",
    "peterson",
    "ngaiop",
    "student-voice",
    "young-labour",
    "mahuta-s-rebels",
    "on-the-lake",
    "lakes-watchblog",
    "Radio Lakes",
    "The Lakes Herald",
    "https://lakes.example",
    "press@lakes.example",
    "18f",
    "Ngaio & Tom",
    "content-strategy",
    "Green Party",
    "",
    "-",
    ",",
]


@pytest.mark.parametrize("text", PEOPLE)
def test_person(text: str) -> None:
    assert is_person_shaped(text)


@pytest.mark.parametrize("text", OTHERS)
def test_no_person(text: str) -> None:
    assert not is_person_shaped(text)


@given(st.text(max_size=60))
def test_never_raises(text: str) -> None:
    assert is_person_shaped(text) in (True, False)
