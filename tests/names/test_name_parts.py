"""Names taken apart: order, case, titles, suffixes, particles; nothing that is typed ever raises."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nzn_cli.names.name_parts import parse_name, strip_honorifics


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Rt Hon Ngaio Peterson", "Ngaio Peterson"),
        ("Rt. Hon. Sir Ngaio Peterson", "Ngaio Peterson"),
        ("Hon Dr Aroha Coleman MP", "Aroha Coleman"),
        ("Peterson, Ngaio", "Ngaio Peterson"),
        ("Peterson, Rt Hon Ngaio, KC, MP", "Ngaio Peterson"),
        ("de Groot Schiller, Jaap", "Jaap de Groot Schiller"),
        ("Ngaio Peterson, Prime Minister", "Ngaio Peterson"),
        ("THE HON NGAIO PETERSON MP", "Ngaio Peterson"),
        ("HON TOM O'LEARY", "Tom O'Leary"),
        ("ROSE MCKAY", "Rose McKay"),
        ("JAAP VAN DER BERG", "Jaap van der Berg"),
        ("Ngaio PETERSON", "Ngaio Peterson"),
        ("JB Peterson", "JB Peterson"),
        ("Rt Hon Ngaio Peterson ONZ SSI PC", "Ngaio Peterson"),
        ("Hon Ngaio TAIT MP", "Ngaio Tait"),
        ("hon-ngaio-peterson", "Ngaio Peterson"),
        ("ngaio_peterson_mp", "Ngaio Peterson"),
        ("tom-o-leary", "Tom O'Leary"),
        ("Hon Tom O’Leary", "Tom O'Leary"),
        ("Hōne Tūrei", "Hōne Tūrei"),
        ("J.B. Peterson", "J.B. Peterson"),
        ("Rt.Hon. Ngaio Peterson", "Ngaio Peterson"),
        ("Lieutenant-General Rangi Mata", "Rangi Mata"),
        ("Associate Professor Rangi Mata MNZM", "Rangi Mata"),
        ("Ngaio Peterson Jr.", "Ngaio Peterson Jr"),
        ("Peterson, Ngaio, Jr", "Ngaio Peterson Jr"),
        ("Ngaio Peterson (Minister)", "Ngaio Peterson"),
        ("Ngaio Peterson’s", "Ngaio Peterson"),
        ("Jack Ma", "Jack Ma"),
        ("JACK MA", "Jack Ma"),
        ("James (Chip) Peterson", 'James "Chip" Peterson'),
        ("James ‘Chip’ Peterson MP", 'James "Chip" Peterson'),
        # a title that is a given name too is one only where a whole name follows
        ("Prince Mulholland", "Prince Mulholland"),
        ("Prince Rupert Mulholland", "Rupert Mulholland"),
        # where no given name is known a title stays
        ("Lord Wexford", "Lord Wexford"),
        ("Rt Hon Lord Wexford", "Lord Wexford"),
        ("Mr Peterson", "Mr Peterson"),
        ("Peterson", "Peterson"),
    ],
)
def test_name_without_honorifics(written: str, name: str) -> None:
    assert strip_honorifics(written) == name


def test_parts() -> None:
    parts = parse_name('Rt Hon Jaap "Jack" de Groot Schiller Jr KC')
    assert parts.titles == ("Rt", "Hon")
    assert parts.given == ("Jaap",)
    assert parts.surname == "de Groot Schiller"
    assert (parts.generation, parts.suffixes, parts.nickname) == ("Jr", ("KC",), "Jack")


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("Hone Te Rangi", "Te Rangi"),
        ("Te Ao Rangi", "Rangi"),
        ("Ana te Rangi", "te Rangi"),
        ("Ursel von der Aue", "von der Aue"),
        ("Mary-Jane Foster-Hill", "Foster-Hill"),
    ],
)
def test_surname(name: str, surname: str) -> None:
    assert parse_name(name).surname == surname


@given(st.text(max_size=40) | st.text(alphabet="aA .,-'’\"()MPHonJr", max_size=20))
def test_anything_is_read(text: str) -> None:
    once = strip_honorifics(text)
    assert isinstance(once, str)
    assert parse_name(text).name == once


@given(st.lists(st.sampled_from(["Hon", "Dr", "Rt", "Sir", "Mr"]), max_size=3), st.sampled_from(["Ana Rangi", "Bo Li"]))
def test_titles_fall_away_however_many(titles: list[str], name: str) -> None:
    titles = [title for title in titles if title != "Rt"]
    assert strip_honorifics(" ".join([*titles, name])) == name
    assert strip_honorifics(" ".join([*titles, name]).upper()) == name
