"""Offices: who held one on a day, by the nearest dated evidence; whose country and body; from when to when."""

from __future__ import annotations

import pytest

from nzn_cli.annotate.people.people_tables import ENTITY
from nzn_cli.errors import NothingFound
from nzn_cli.model.settings import Filters, PeopleRequest
from nzn_cli.query.office_question import IN_PART, WHOLE, WIDER, office_question
from nzn_cli.query.people import holders, office_periods
from nzn_cli.query.view import View
from tests.query.tables import document, view

# (date, person, role, country, former, body); the role stands where it is found in the body, or is of the metadata
Row = tuple[str | None, str, str, str | None, bool, str]


def corpus(*rows: Row) -> View:
    seen = view([document(f"{n}.txt", date=row[0], body=row[5]) for n, row in enumerate(rows, 1)])
    run = seen.store.connection.execute
    people: dict[str, int] = {}
    for doc, (_, name, role, country, former, body) in enumerate(rows, 1):
        if name not in people:
            number = people[name] = len(people) + 1
            run(
                "INSERT INTO person VALUES (?,?,?,?,0,0,0,NULL,NULL,0,?,0)",
                (number, name.lower(), name, name.lower(), name),
            )
            run("INSERT INTO person_name VALUES (?,0,?,'name',1.0)", (name, number))
        run(ENTITY.insert, (doc, "person", 0, name, 0, 1))
        at = body.find(role)
        place = (None, None) if at < 0 else (at, at + len(role))
        run("INSERT INTO role VALUES (?,0,?,?,?,NULL,?,?,?)", (doc, role, role, country, former, *place))
    return seen


def said(day: str | None, name: str, role: str, country: str | None = None) -> Row:
    return day, name, role, country, False, f"It rained. {role} {name} spoke of lakes."


def held(seen: View, role: str, on: str | None = None) -> list[str]:
    return [each.person for each in holders(PeopleRequest(role=role, on=on), Filters(), seen)]


MAYORS = (
    said("2001-03-01", "Ann Hale", "Mayor"),
    said("2002-05-01", "Ann Hale", "Mayor"),
    said("2004-02-01", "Tom Roe", "Mayor"),
    said("2006-02-01", "Tom Roe", "Mayor"),
)


@pytest.mark.parametrize(
    ("day", "person"),
    [("2001-12-01", "Ann Hale"), ("2002-06-01", "Ann Hale"), ("2003-12-01", "Tom Roe"), ("2007", "Tom Roe")],
)
def test_the_nearest_evidence_decides_before_and_after(day: str, person: str) -> None:
    assert held(corpus(*MAYORS), "Mayor", day) == [person]


def test_in_a_gap_the_nearer_time_is_meant_however_often_the_other_is_told() -> None:
    often = [said(f"2004-02-0{day}", "Tom Roe", "Mayor") for day in range(1, 10)]
    later = [said(day, "Una Cole", "Mayor") for day in ("2005-03-01", "2005-04-01")]
    assert held(corpus(*often, *later), "Mayor", "2005-01-01")[0] == "Una Cole"
    assert held(corpus(*often, later[0]), "Mayor", "2005-01-01")[0] == "Tom Roe"  # once is a slip


def test_evidence_far_off_says_nothing() -> None:
    assert held(corpus(*MAYORS), "Mayor", "1980") == []


def test_the_sentence_is_in_the_answer_and_the_figures_are_of_the_role() -> None:
    seen = corpus(*MAYORS, said("2009-01-01", "Ann Hale", "Judge"))
    (hale,) = holders(PeopleRequest(role="Mayor", on="2002-03-01"), Filters(), seen)
    assert (hale.evidence, hale.evidence_id, hale.evidence_date) == (
        "Mayor Ann Hale spoke of lakes.",
        "2",
        "2002-05-01",
    )
    assert (hale.documents, hale.document_ids) == (2, ["2", "1"])
    assert (hale.first, hale.last) == ("2001-03-01", "2002-05-01")


def test_former_holders_history_and_the_past_count_for_nothing() -> None:
    seen = corpus(
        said("2003-01-01", "Ann Hale", "Mayor"),
        ("2005-01-01", "Tom Roe", "Mayor", None, True, "Former Mayor Tom Roe spoke."),
        ("2005-01-01", "Ida Kett", "Mayor", None, False, "In 1950 Mayor Ida Kett dug the lake."),
        ("2005-01-01", "Bo Li", "Mayor", None, False, "It was long after Bo Li was Mayor of the town."),
    )
    assert held(seen, "Mayor", "2005-01-01") == ["Ann Hale"]


def test_a_country_in_the_question_is_stated_or_the_persons_or_in_the_sentence() -> None:
    seen = corpus(
        said("2005-01-01", "Ann Hale", "Prime Minister"),
        said("2005-02-01", "Ann Hale", "Prime Minister", "Fiji"),
        said("2005-01-02", "Tom Roe", "Prime Minister"),
        said("2005-01-02", "Ida Kett", "Prime Minister", "Japan"),
        ("2005-01-03", "Bo Li", "Prime Minister", None, False, "The lakes of Tonga pleased Prime Minister Bo Li."),
        said("2005-01-03", "Ida Kett", "Prime Minister", "Japan"),
    )
    assert held(seen, "Prime Minister of Fiji", "2005-01-01") == ["Ann Hale"]
    assert held(seen, "Japanese Prime Minister", "2005-01-01") == ["Ida Kett", "Tom Roe"]  # of the usual country
    assert held(seen, "Prime Minister of Tonga", "2005-01-01") == ["Bo Li"]


@pytest.mark.parametrize(
    ("asked", "role", "country", "body", "fit"),
    [
        ("Reef Board Chair", "Chair of the Reef Board", None, None, WHOLE),
        ("Reef Board Chair", "Chair", None, "Reef Board", WHOLE),
        ("RBA Chair", "Chair", None, "Reef Board of Atolls", WHOLE),
        ("Reef Board Chair", "Chair", None, None, IN_PART),
        ("Minister of Higher Education", "Minister", None, None, IN_PART),
        ("Minister of Ports and Reefs", "Minister of Ports", None, None, IN_PART),
        ("Minister of Higher Education", "Minister of Education", None, None, 0.0),
        ("Leader of the Reef Party", "Reef Leader", None, None, WHOLE),
        ("Reef leader", "Reef Party Leader", None, None, WHOLE),
        ("Reef Board Chair", "Board", None, None, 0.0),
        ("Chair", "Chair of the Reef Board", None, None, WIDER),
        ("Chair", "Deputy Chair", None, None, 0.0),
        ("Chair", "Former Chair", None, None, 0.0),
        ("Chancellor of Fiji", "Chancellor", "Tonga", None, 0.0),
        ("Chancellor of Fiji", "Chancellor", None, None, WHOLE),
    ],
)
def test_what_a_question_means(asked: str, role: str, country: str | None, body: str | None, fit: float) -> None:
    assert office_question(asked).fit(role, country, body) == fit


def test_a_part_of_the_office_counts_beside_the_whole_of_it() -> None:
    seen = corpus(
        said("2003-01-01", "Ann Hale", "Reef Board Chair"),
        said("2005-01-01", "Ann Hale", "Chair"),
        said("2005-01-01", "Tom Roe", "Chair"),
    )
    (hale,) = holders(PeopleRequest(role="Reef Board Chair", on="2005"), Filters(), seen)
    assert (hale.person, hale.documents) == ("Ann Hale", 2)
    with pytest.raises(NothingFound):
        held(seen, "Reef Board Treasurer")


def test_over_time_one_row_a_holder_and_period_with_the_gaps() -> None:
    seen = corpus(*MAYORS, said("2011-02-01", "Ann Hale", "Mayor"), said(None, "Ida Kett", "Mayor"))
    rows = list(office_periods(PeopleRequest(role="Mayor"), Filters(), seen))
    assert [(row.person, row.first, row.last, row.gap_days) for row in rows] == [
        ("Ann Hale", "2001-03-01", "2002-05-01", None),
        ("Tom Roe", "2004-02-01", "2006-02-01", 640),
        ("Ann Hale", "2011-02-01", "2011-02-01", 1825),
        ("Ida Kett", None, None, None),
    ]
    assert rows[1].evidence == "Mayor Tom Roe spoke of lakes."
    page = office_periods(PeopleRequest(role="Mayor", limit=1, offset=1), Filters(), seen)
    assert ([row.person for row in page], page.total()) == (["Tom Roe"], 4)


def test_a_slip_amid_many_statements_has_no_time_of_its_own() -> None:
    many = [said(f"2005-01-{day:02}", "Ann Hale", "President") for day in range(1, 24)]
    seen = corpus(*many, said("2005-01-12", "Tom Roe", "President"))
    assert [row.person for row in office_periods(PeopleRequest(role="President"), Filters(), seen)] == ["Ann Hale"]
    assert held(seen, "President", "2005-01-12") == ["Ann Hale"]
    several = [(day, name, "Senator", *rest) for day, name, _, *rest in (*many, said("2005-01-12", "Tom Roe", ""))]
    assert len(held(corpus(*several), "Senator", "2005-01-12")) == 2  # type: ignore[arg-type]


@pytest.mark.parametrize("role", ["??", "\udcff\udcff"])
def test_an_office_of_no_words_is_nobodys(role: str) -> None:
    seen = corpus(("2019-01-01", "Ann Abel", "Mayor", None, False, "Mayor Ann Abel spoke."))
    with pytest.raises(NothingFound):
        list(holders(PeopleRequest(role=role), Filters(), seen))


def test_a_country_that_one_of_many_sentences_names_in_passing_is_not_the_holders() -> None:
    rows = [said(f"2004-0{month}-01", "Ann Hale", "Prime Minister") for month in range(1, 8)]
    passing = ("2004-08-01", "Ann Hale", "Prime Minister", None, False, "Prime Minister Ann Hale spoke of Chile.")
    assert held(corpus(*rows, passing), "Prime Minister of Chile", "2004-08-01") == []
    assert held(corpus(rows[0], passing), "Prime Minister of Chile", "2004-08-01") == ["Ann Hale"]


@pytest.mark.parametrize(("others", "people"), [("Peru", ["Ann Hale"]), ("Peru, Fiji, Samoa and Tonga", [])])
def test_a_sentence_that_lists_many_countries_tells_of_nobodys(others: str, people: list[str]) -> None:
    row = ("2004-08-01", "Ann Hale", "Prime Minister", None, False, f"Prime Minister Ann Hale met Chile, {others}.")
    assert held(corpus(row), "Prime Minister of Chile", "2004-08-01") == people
