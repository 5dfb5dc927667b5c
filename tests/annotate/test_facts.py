"""What text and metadata say together: rows that fit the tables, offsets that fit the body."""

from __future__ import annotations

import pickle

import pytest

from nzn_cli.annotate.dates.date_facts import date_not_before, dates_of
from nzn_cli.annotate.people.people_facts import people_of
from nzn_cli.model.documents import Credit

BODY = (
    "Harbour Minister Jane Doe opened the bridge on Tuesday with Mr John Roe.\n\n"
    "Ms Doe said it would last. “It will,” Mr Roe said.\n"
)


def test_credited_and_named_are_one() -> None:
    facts = people_of(BODY, (Credit("Jane Doe", "Hon Jane Doe", "Minister of Harbours; Minister of Bridges"),))
    named = {row.name: row for row in facts.entities}
    assert set(named) == {"Jane Doe", "John Roe"}
    assert named["Jane Doe"].credited
    assert not named["John Roe"].credited
    doe = [row for row in facts.mentions if row.entity == named["Jane Doe"].entity]
    assert [(row.source, row.text) for row in doe] == [
        ("text", "Jane Doe"),
        ("text", "Ms Doe"),
        ("metadata", "Hon Jane Doe"),
    ]
    assert (doe[-1].char_start, doe[-1].char_end) == (None, None)
    assert {"Minister of Harbours", "Minister of Bridges"} <= {row.text for row in facts.roles}
    assert named["Jane Doe"].mentions == len(doe)


def test_mentions_stand_where_they_say() -> None:
    for row in people_of(BODY).mentions:
        assert BODY[row.char_start : row.char_end] == row.text


def test_people_of_the_metadata_alone() -> None:
    facts = people_of("", (Credit("Jane Doe", "Doe, Jane", None), Credit("John Roe", "John Roe", None)))
    assert [(row.name, row.credited, row.mentions) for row in facts.entities] == [
        ("Jane Doe", True, 1),
        ("John Roe", True, 1),
    ]
    assert len({row.entity for row in facts.entities}) == 2


def test_facts_travel_between_processes() -> None:
    facts = people_of(BODY, ())
    assert pickle.loads(pickle.dumps(facts)) == facts


def test_a_printed_publication_date_is_no_event() -> None:
    body = "Bridge opens\n\n12 September 2018\n\nMEDIA RELEASE 11 September 2018\n\nIt opened on 10 September 2018.\n"
    start = body.index("12 September")
    texts = [span.text for span in dates_of(body, "2018-09-12", (start, start + len("12 September 2018")))]
    assert texts == ["10 September 2018"]


@pytest.mark.parametrize(
    ("body", "date"),
    [
        ("It opened in September 2001 and closed in April 2008.", "2008-04"),
        ("It opened in 2008 and closed on 3 April 2008.", "2008-04-03"),
        ("It opened in 2008.", "2008"),
        ("It opened on Tuesday.", None),
        ("", None),
    ],
)
def test_not_before(body: str, date: str | None) -> None:
    assert date_not_before(dates_of(body, None, None)) == date


def test_an_office_of_then_is_held_no_longer() -> None:
    facts = people_of("They met the then Secretary General Lord Ashgrove and Fisheries Minister Wiremu Hale.")
    assert [(role.text, role.role) for role in facts.roles] == [
        ("Secretary General", "Former Secretary General"),
        ("Fisheries Minister", "Minister of Fisheries"),
    ]


def test_a_role_has_its_place_where_it_is_first_stated_and_says_whether_it_is_of_the_past() -> None:
    body = "Former Mayor Ann Hale met Fisheries Minister Wiremu Hale. Fisheries Minister Wiremu Hale left."
    roles = people_of(body, (Credit("Jane Doe", "Jane Doe", "Minister of Reefs"),)).roles
    found = [(role.role, role.former, role.char_start) for role in roles]
    fisheries = body.index("Fisheries")
    assert found == [
        ("Former Mayor", True, 0),
        ("Minister of Fisheries", False, fisheries),
        ("Minister of Reefs", False, None),
    ]
    assert all(role.char_end is None or body[role.char_start : role.char_end] == role.text for role in roles)


def test_a_surname_alone_stands_behind_its_office() -> None:
    body = "Speaker Duncan met Mr Roe and Mayor Jane Doe.\nThe Chair, Hale, spoke.\n"
    assert [row.name for row in people_of(body).entities][:3] == ["Speaker Duncan", "Mr Roe", "Jane Doe"]
    assert "Chair Hale" not in {row.name for row in people_of(body).entities}


def test_surnames_in_a_list_stand_behind_their_office() -> None:
    facts = people_of("They thank Senators Vrenzi, Kallas, and Okafor for it. Okafor was late.")
    assert [each.name for each in facts.entities] == ["Senator Vrenzi", "Senator Kallas", "Senator Okafor"]


def test_an_office_is_told_once_with_its_country() -> None:
    facts = people_of("Prime Minister Vrenzi came. They met Prime Minister Vrenzi of Samoa in May.")
    assert [(role.role, role.country) for role in facts.roles] == [("Prime Minister", "Samoa")]


def test_an_office_that_the_text_calls_former_is_held_no_longer() -> None:
    def roles(text: str) -> list[tuple[str, bool]]:
        return [(role.role, role.former) for role in people_of(text).roles]

    assert roles("Former President Ann Hale died. President Hale will be missed.") == [("Former President", True)]
    assert roles("Former Professor of Reefs Ann Hale died. Professor Hale will be missed.") == [
        ("Former Professor of Reefs", True), ("Professor", False)
    ]  # fmt: skip
    assert roles("Prime Minister of Fiji Ann Hale spoke. Former Prime Minister Hale left.") == [
        ("Prime Minister", False), ("Former Prime Minister", True)
    ]  # fmt: skip
    assert roles("Former Vice President Ann Hale spoke. President Hale left.") == [
        ("Former Vice President", True), ("President", False)
    ]  # fmt: skip


def test_full_names_side_by_side_are_two_people() -> None:
    body = "John Hale and John Mark Hale farm there.\nJohn Hale sows.\n"
    assert sorted(row.name for row in people_of(body).entities) == ["John Hale", "John Mark Hale"]
    assert [row.name for row in people_of("John Mark Hale farms.\nJohn Hale sows.\n").entities] == ["John Mark Hale"]


def test_a_relative_is_another_person() -> None:
    body = "John M. Hale farms. His son John M. Hale Jr. sows.\n"
    assert sorted(row.name for row in people_of(body).entities) == ["John M. Hale", "John M. Hale Jr."]
    body = "John M. Hale Jr. farms. It rained. John M. Hale sows.\n"
    assert len(people_of(body).entities) == 1


def test_other_initials_are_another_person() -> None:
    body = "Edward W. Hale spoke.\nEdward H. W. Hale did not.\n"
    assert sorted(row.name for row in people_of(body).entities) == ["Edward H. W. Hale", "Edward W. Hale"]
