"""Roles in one form, with their country, and what a search for one means."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nzn_cli.names.countries import country_named
from nzn_cli.names.roles import normalise_role, role_of_portfolio, title_of_role


@pytest.mark.parametrize(
    ("text", "role", "country"),
    [
        ("Fisheries Minister", "Minister of Fisheries", None),
        ("Minister for Fisheries", "Minister of Fisheries", None),
        ("the Minister of Fisheries", "Minister of Fisheries", None),
        ("minister responsible for fisheries", "Minister of Fisheries", None),
        ("Defense Minister", "Minister of Defence", None),
        ("Foreign Minister", "Minister of Foreign Affairs", None),
        ("Italian Minister of Fisheries", "Minister of Fisheries", "Italy"),
        ("Minister of Fisheries of Italy", "Minister of Fisheries", "Italy"),
        ("Italy’s Fisheries Minister", "Minister of Fisheries", "Italy"),
        ("Prime Minister of New Zealand", "Prime Minister", "New Zealand"),
        ("New Zealand Fisheries Minister", "Minister of Fisheries", "New Zealand"),
        ("New Zealand First leader", "New Zealand First Leader", None),
        ("President of the United\u00a0States of\nAmerica", "President", "United States"),
        ("U.S. President", "President", "United States"),
        ("former UK Prime Minister", "Former Prime Minister", "United Kingdom"),
        ("then-Fisheries Minister", "Former Minister of Fisheries", None),
        ("the late President", "Former President", None),
        ("ex-Mayor", "Former Mayor", None),
        ("British former Foreign Secretary", "Former Minister of Foreign Affairs", "United Kingdom"),
        ("New York Governor", "New York Governor", None),
        ("the new Governor", "Governor", None),
        ("Senators", "Senator", None),
        ("Sen.", "Senator", None),
        ("Congresswoman", "Representative", None),
        ("Assistant Secretary", "Assistant Secretary", None),
        ("Assistant Secretary for Reefs", "Assistant Secretary for Reefs", None),
        ("Assistant Secretary of the Bureau of Reefs", "Assistant Secretary of the Bureau of Reefs", None),
        ("Prof.", "Professor", None),
        ("Member of Parliament", "MP", None),
        (
            "President of the Torbay Board of Reef Commissioners",
            "President of the Torbay Board of Reef Commissioners",
            None,
        ),
        ("top former reef adviser", "Former Top Reef Adviser", None),
        ("Counsel to former President Hale", "Counsel to Former President Hale", None),
        ("Reef Party's former leader", "Former Reef Party's Leader", None),
        ("Chair of the Vice Chancellors' Committee", "Chair of the Vice Chancellors' Committee", None),
        ("director of its Institute of Reefs", "Director of the Institute of Reefs", None),
        ("Staff Secretary", "Staff Secretary", None),
        ("Nominee to be a Member", "Nominee to Be a Member", None),
        ("Deputy Secretary", "Deputy Secretary", None),
        ("Member of the Board of Directors", "Member of the Board of Directors", None),
        ("Reef Board (RB) Chair", "Reef Board Chair", None),
        ("acting Treasury Secretary", "Secretary of the Treasury", None),
        ("Minister for the Environment", "Minister of the Environment", None),
        ("Associate Fisheries Minister", "Associate Minister of Fisheries", None),
        ("Deputy Prime Minister", "Deputy Prime Minister", None),
        ("Nato Secretary-General", "NATO Secretary General", None),
        ("Secretary General of NATO", "NATO Secretary General", None),
        ("Opposition Leader", "Leader of the Opposition", None),
        ("Fisheries spokeswoman", "Fisheries Spokesperson", None),
        ("spokesman on fisheries", "Fisheries Spokesperson", None),
        ("Secretary of State for Fisheries", "Secretary of State for Fisheries", None),
        ("press secretary", "Press Secretary", None),
        ("Minister of maori development", "Minister of Māori Development", None),
        ("US Ambassador to Fiji", "Ambassador to Fiji", "United States"),
        ("Ambassador of Japan to Fiji", "Ambassador to Fiji", "Japan"),
        ("President of the Federal Republic of Nigeria", "President", "Nigeria"),
        ("BJP MLA", "BJP MLA", None),
        ("Cr", "Councillor", None),
        ("councillors", "Councillor", None),
        ("Ontario Health Minister", "Ontario Minister of Health", None),
        ("New South Wales Deputy Health Minister", "New South Wales Deputy Minister of Health", None),
        ("MP for West Torbay - Sea Cove", "MP for West Torbay - Sea Cove", None),
        ("MAYOR", "Mayor", None),
        ("POPE", "Pope", None),
        ("Lt. Gen.", "Lieutenant General", None),
        ("M.P. for Torbay", "MP for Torbay", None),
        ("Minister of Culture of the Grand Duchy of Luxembourg", "Minister of Culture", "Luxembourg"),
        ("American Federation of Reefs President", "American Federation of Reefs President", None),
        ("Governor of Georgia", "Governor of Georgia", None),
        ("Nominee for Ambassador to the Republic of Fiji", "Nominee for Ambassador to the Republic of Fiji", None),
        ("Attorney for the District of Georgia", "Attorney for the District of Georgia", None),
        ("Minister of the Republic of Fiji", "Minister", "Fiji"),
        ("21st President of Reef College", "President of Reef College", None),
        ("past chair", "Former Chair", None),
        ("Palestinian Authority Minister", "Minister of Palestinian Authority", None),
        ("former two-term Governor of Torbay", "Former Governor of Torbay", None),
        ("Georgia’s Democratic U.S. Senators", "Georgia's Democratic US Senator", None),
        ("MP", "MP", None),
    ],
)
def test_one_form(text: str, role: str, country: str | None) -> None:
    assert normalise_role(text) == (role, country)


@pytest.mark.parametrize(
    ("portfolio", "role"),
    [
        ("Fisheries", "Minister of Fisheries"),
        ("Foreign Affairs", "Minister of Foreign Affairs"),
        ("Associate Fisheries", "Associate Minister of Fisheries"),
        ("Prime Minister", "Prime Minister"),
        ("Attorney-General", "Attorney-General"),
        ("Environment", "Minister of the Environment"),
    ],
)
def test_portfolio(portfolio: str, role: str) -> None:
    assert role_of_portfolio(portfolio) == role


def test_country() -> None:
    assert [country_named(text) for text in ("Welsh", "the U.K.", "Côte d'Ivoire", "Atlantis", "")] == [
        "Wales",
        "United Kingdom",
        "Ivory Coast",
        None,
        None,
    ]


@given(
    st.text(max_size=60)
    | st.lists(st.sampled_from(["the", "of", "Minister", "Prime", "Italian", "for", ",", "-", "UK"])).map(" ".join)
)
def test_never_raises(text: str) -> None:
    role, _ = normalise_role(text)
    assert isinstance(role, str)


@pytest.mark.parametrize(
    ("role", "title"),
    [
        ("Secretary of State", "Secretary"),
        ("Deputy Prime Minister", None),
        ("Vice President", "Vice President"),
        ("Prime Minister", "Prime Minister"),
        ("Reef Board Chair", "Chair"),
        ("Former Governor", "Governor"),
        ("Candidate", None),
    ],
)
def test_the_title_that_a_role_gives(role: str, title: str | None) -> None:
    assert title_of_role(role) == title


def test_a_county_s_secretary_is_no_minister_of_the_county() -> None:
    assert normalise_role("Torbay County Secretary") == ("Torbay County Secretary", None)


def test_a_short_word_in_capitals_is_no_body() -> None:
    assert normalise_role("HOST") == ("Host", None)
