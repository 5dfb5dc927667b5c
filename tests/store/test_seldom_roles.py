"""Offices that many more documents give to another at the time are marked, where their holder is known by another."""

from __future__ import annotations

import pytest

from nzn_cli.annotate.people.people_tables import MENTION
from nzn_cli.store.seldom_roles import store_seldom_roles
from tests.query.test_offices import Row, corpus, said

PRESIDENT = [said(f"2004-{month:02}-01", "Ann Hale", "President") for month in range(1, 10)]
SECRETARY = [said("2004-03-01", "Tom Roe", "Secretary of Reefs"), said("2004-04-01", "Tom Roe", "Secretary of Reefs")]


def seldom(*rows: Row) -> list[tuple[str, str]]:
    connection = corpus(*rows).store.connection
    store_seldom_roles(connection)
    return connection.execute("SELECT p.name, s.role FROM seldom_role s JOIN person p USING (person)").fetchall()


def test_an_office_that_many_give_to_another_is_marked() -> None:
    slip = said("2004-05-01", "Tom Roe", "President")
    assert seldom(*PRESIDENT, *SECRETARY, slip) == [("Tom Roe", "President")]
    assert seldom(*PRESIDENT[:7], *SECRETARY, slip) == []  # too few


@pytest.mark.parametrize(
    "row",
    [
        said("2008-05-01", "Tom Roe", "President"),  # another time
        said("2004-05-01", "Tom Roe", "Adviser"),  # several are
        said("2004-05-01", "Ngaio Poe", "President"),  # who is known by nothing else
        ("2004-05-01", "Tom Roe", "President", None, True, "It rained. The former President Tom Roe spoke."),
    ],
)
def test_what_is_not_marked(row: Row) -> None:
    assert seldom(*PRESIDENT, *SECRETARY, row) == []


def test_the_president_of_another_country_is_none_and_an_office_in_short_is_itself() -> None:
    here = [(*row[:3], "Chile", *row[4:]) for row in PRESIDENT]
    other = said("2004-05-01", "Tom Roe", "President", "Peru")
    assert seldom(*here, *SECRETARY, other) == []
    council = [said(f"2004-0{month}-01", "Tom Roe", "Reef Council President") for month in (2, 3)]
    assert seldom(*PRESIDENT, *council, said("2004-05-01", "Tom Roe", "President")) == []


def test_of_a_role_of_several_nearly_all_must_be_another() -> None:
    pilot = [said(f"2004-{month:02}-{day:02}", "Ann Hale", "Reef Pilot") for month in range(1, 11) for day in (1, 9)]
    slip = said("2004-05-01", "Tom Roe", "Reef Pilot")
    assert seldom(*pilot, *SECRETARY, slip) == [("Tom Roe", "Reef Pilot")]
    others = [
        said("2004-05-01", name, "Reef Pilot") for name in ("Ngaio Poe", "Bo Lee", "Aroha Po", "Tama Ro", "Mere Jo")
    ]
    assert seldom(*pilot, *others, *SECRETARY, slip) == [("Tom Roe", "Reef Pilot")]
    assert seldom(*pilot[:19], *SECRETARY, slip) == []
    of_japan = [(*row[:3], "Japan", *row[4:]) for row in SECRETARY]
    assert seldom(*pilot, *of_japan, slip) == []


def test_a_title_before_a_surname_alone_may_be_a_namesakes() -> None:
    governor = [said(f"2004-01-{day:02}", "Tom Hale", "Governor") for day in range(1, 8)]
    envoy = [said(f"2004-02-{day:02}", "Ann Hale", "Special Envoy") for day in (1, 2)]
    meant = said("2004-03-01", "Ann Hale", "Governor")
    assert seldom(*governor, *envoy, meant) == [("Ann Hale", "Governor")]
    assert seldom(*governor[:4], *envoy, meant) == []  # too few
    assert seldom(*governor, *envoy[:1], meant) == []  # who is known by nothing more than by it
    assert seldom(*governor, *envoy, said("2004-03-01", "Ann Roe", "Governor")) == []


def test_a_title_before_the_whole_name_is_its_bearers() -> None:
    governor = [said(f"2004-01-{day:02}", "Tom Hale", "Governor") for day in range(1, 8)]
    envoy = [said(f"2004-02-{day:02}", "Ann Hale", "Special Envoy") for day in (1, 2)]
    row = said("2004-03-01", "Ann Hale", "Governor")
    connection = corpus(*governor, *envoy, row).store.connection
    at = row[-1].find("Ann Hale")
    place = (10, "person", 0, "text", "Ann Hale", at, at + 8, "name", 1.0, None)
    connection.execute(MENTION.insert, place)
    store_seldom_roles(connection)
    assert connection.execute("SELECT * FROM seldom_role").fetchall() == []
