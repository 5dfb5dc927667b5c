"""Phrases are read whole or left open, and never in part. All are published on 15 June 2018, a Friday."""

from __future__ import annotations

import pytest

from nzn_cli.annotate.dates import find_dates
from nzn_cli.annotate.dates.date_facts import dates_of
from tests.annotate.dates_table import check

PUBLISHED = "2018-06-15"


@pytest.mark.parametrize(
    ("marked", "values"),
    [
        ("The fair begins [three weeks from Tuesday].", "2018-07-10"),
        ("It snowed in [the winter of 2010-11] and in [summer 2011/12].", "2010-WI 2011-SU"),
        ("The fair begins [two days from Tuesday].", "2018-06-21"),
        ("The fair begins [two weeks from tomorrow].", "2018-06-30"),
        ("The fair begins [a few weeks from Tuesday] and [a month from Monday].", "XXXX-WXX XXXX-XX"),
        ("She left on [the Tuesday before last].", "2018-06-05"),
        ("We meet [Wednesday after next].", "2018-06-27"),
        ("We vote [next week on Tuesday]; they voted [last week, on Monday evening].", "2018-06-19 2018-06-04TEV"),
        ("Come [tomorrow week]. Come [a week today]. Come [a fortnight tomorrow].", "2018-06-23 2018-06-22 2018-06-30"),
        ("Come [Tuesday week]; come [a fortnight on Tuesday].", "2018-06-26 2018-07-03"),
        ("She left [two weeks ago on Tuesday].", "2018-05-29"),
        ("Rain fell [the week before last] and [the weekend before last].", "2018-W22 2018-W22-WE"),
        ("Rain fell [the night before last]; it will [the month after next].", "2018-06-13TNI 2018-08"),
        ("It is due on [the 5th of next month].", "2018-07-05"),
        ("They met [the Tuesday before Christmas 2017].", "2017-12-19"),
        ("They met [the Tuesday after 4 May].", "2018-05-08"),
        ("They met [the Tuesday] before the hearing.", "XXXX-WXX-2"),
        ("It began on [4 May]; we meet [the Monday after that].", "2018-05-04 2018-05-07"),
        ("It lasted till [two weeks after Christmas 2017].", "2018-01-08"),
        ("It was shut [the week after Easter 2017].", "2017-W16"),
        ("It was shut [the weekend before Christmas 2017].", "2017-W51-WE"),
        ("It was open [a month before 3 March 2017].", "2017-02-03"),
        ("It rained on [the weekend of 3 March 2018].", "2018-W09-WE"),
    ],
)
def test_weeks_and_weekdays(marked: str, values: str) -> None:
    check(marked, values, PUBLISHED)


@pytest.mark.parametrize(
    ("text", "value", "start", "end"),
    [
        ("the last three weeks of March 2016", "2016-03-11/2016-03-31", "2016-03-11", "2016-03-31"),
        ("the second week of March 2016", "2016-03-08/2016-03-14", "2016-03-08", "2016-03-14"),
        ("the first ten days of March 2016", "2016-03-01/2016-03-10", "2016-03-01", "2016-03-10"),
        ("the last day of February 2016", "2016-02-29", "2016-02-29", "2016-02-29"),
        ("the third weekend of March 2016", "2016-W11-WE", "2016-03-19", "2016-03-20"),
        ("the last weekend in March 2016", "2016-W12-WE", "2016-03-26", "2016-03-27"),
        ("the first half of March 2016", "2016-03-01/2016-03-15", "2016-03-01", "2016-03-15"),
        ("the second half of March 2016", "2016-03-16/2016-03-31", "2016-03-16", "2016-03-31"),
        ("the last few days of March 2016", "2016-03", "2016-03-22", "2016-03-31"),
        ("the first three months of 2016", "2016-Q1", "2016-01-01", "2016-03-31"),
        ("the last six months of 2016", "2016-H2", "2016-07-01", "2016-12-31"),
        ("the first ten months of last year", "2017-01/2017-10", "2017-01-01", "2017-10-31"),
        ("the third week of 2016", "2016-W03", "2016-01-18", "2016-01-24"),
        ("week 20 of 2016", "2016-W20", "2016-05-16", "2016-05-22"),
        ("Week 20, 2016", "2016-W20", "2016-05-16", "2016-05-22"),
        ("2016-W20", "2016-W20", "2016-05-16", "2016-05-22"),
        ("2016W20", "2016-W20", "2016-05-16", "2016-05-22"),
        ("2016-W20-2", "2016-05-17", "2016-05-17", "2016-05-17"),
    ],
)
def test_portions_of_a_month_or_year(text: str, value: str, start: str, end: str) -> None:
    (span,) = find_dates(f"It was wet: {text}.", PUBLISHED)
    assert (span.text, span.value, span.start, span.end) == (text, value, start, end)


@pytest.mark.parametrize("text", ["the sixth week of February 2016", "week 53 of 2016", "2018-W53"])
def test_what_the_calendar_lacks_is_not_read_in_part(text: str) -> None:
    assert find_dates(f"It was wet: {text}.", PUBLISHED) == ()


def test_portions_of_an_undated_month_stay_open() -> None:
    (span,) = find_dates("It was wet the last week of March.", None)
    assert (span.start, span.value) == (None, "XXXX-WXX")


@pytest.mark.parametrize(
    ("marked", "values"),
    [
        ("On [May the second, 1981], and [June the third 1982].", "1981-05-02 1982-06-03"),
        ("On [May twenty-second, 1981]; on the [second of June 1982].", "1981-05-22 1982-06-02"),
        ("In [June] [second-quarter] sales fell.", "2018-06 2018-Q2"),
        ("Paid on [4 Mar 16]; due [4 Mar 67], seen [4-Mar-71].", "2016-03-04 2067-03-04 1971-03-04"),
        ("On [4 March] 16 men left.", "2018-03-04"),
        ("Built [circa 1910], [c. 1911], [ca 1912] and [c1913].", "1910 1911 1912 1913"),
    ],
)  # fmt: skip
def test_dates_written_out(marked: str, values: str) -> None:
    check(marked, values, PUBLISHED)


def test_about_a_year_is_vague() -> None:
    (span,) = find_dates("It was built circa 1910.", PUBLISHED)
    assert (span.precision, span.start, span.end) == ("vague", "1910-01-01", "1910-12-31")


@pytest.mark.parametrize(
    "text",
    [
        "Build 9.11.12 is out, and version 2016.10.12 too.",
        "It runs at 10.11.12.13 now.",
        "See ISSN 2034-1299, or 2041-7730.",
        "See Hale v Lee (1988) 164 XYR 12 and [2015] NZXY 9.",
        "See Hale v Lee, 311 X.Y. 99 (1984), on it.",
        "The plan, called Harvest 2035, is good.",
        "They sang in the March of the Farmers, and in the Farmers' March.",
        "Copyright 2017 by the mill. © 2016 Hale. (c) 2015 Lee.",
    ],
)
def test_numbers_and_names_that_are_no_dates(text: str) -> None:
    assert find_dates(text, PUBLISHED) == ()


@pytest.mark.parametrize("lead", ["By", "In", "the World Cup", "Summer"])
def test_years_to_come_behind_a_capital_are_years(lead: str) -> None:
    (span,) = find_dates(f"{lead} 2035 is far.", PUBLISHED)
    assert span.value[:4] == "2035"


FINANCIAL = ("FY2016", "FY 2015/16", "FY15/16", "FY2015-16", "fiscal 2016", "the financial year 2015/16")
BEGIN = {
    "": "2015-07-01",
    "Sydney": "2015-07-01",
    "Chicago": "2015-10-01",
    "London": "2015-04-01",
    "Mumbai": "2015-04-01",
}


@pytest.mark.parametrize(("place", "start"), BEGIN.items())
@pytest.mark.parametrize("text", FINANCIAL)
def test_a_financial_year_begins_when_its_country_says(place: str, start: str, text: str) -> None:
    (span,) = find_dates(f"It was paid in {text}. {place}", PUBLISHED)
    assert (span.text, span.start) == (text, start)


@pytest.mark.parametrize(
    ("name", "place", "day"),
    [
        ("Father's Day", "Sydney", "2017-09-03"),
        ("Father's Day", "Auckland", "2017-09-03"),
        ("Father's Day", "London", "2017-06-18"),
        ("Mother's Day", "London", "2017-03-26"),
        ("Thanksgiving", "Toronto", "2017-10-09"),
        ("Thanksgiving", "Chicago", "2017-11-23"),
        ("Queen's Birthday", "Sydney", "2017-06-12"),
        ("Queen's Birthday", "Auckland", "2017-06-05"),
        ("Labour Day", "Toronto", "2017-09-04"),
    ],
)
def test_holidays_are_of_their_country(name: str, place: str, day: str) -> None:
    (span,) = find_dates(f"Shops in {place} shut on {name} 2017.", PUBLISHED)
    assert span.value == day


@pytest.mark.parametrize(
    ("site", "place", "start"),
    [
        ("mill.gov.uk", "here", "2015-04-01"),
        ("mill.gov", "here", "2015-10-01"),
        ("mill.gov.au", "here", "2015-07-01"),
        ("mill.gc.ca", "here", "2015-04-01"),
        ("mill.gov", "in London", "2015-04-01"),
        ("mill.example", "here", "2015-07-01"),
        (None, "here", "2015-07-01"),
    ],
)
def test_a_text_that_names_no_country_is_of_that_of_its_site(site: str | None, place: str, start: str) -> None:
    (span,) = dates_of(f"It was paid {place} in FY2016.", PUBLISHED, None, site=site)
    assert span.start == start


def test_a_site_of_the_south_has_its_summer_in_january() -> None:
    southern, northern = (
        dates_of("It was paid in summer 2016.", PUBLISHED, None, site=site)[0] for site in ("mill.nz", "mill.gov")
    )
    assert (southern.start, northern.start) == ("2016-12-01", "2016-06-01")


@pytest.mark.parametrize(
    "line",
    [
        "THE HILL POST   Vol. 12, No. 7   Monday 4 June 2018",
        "Volume XII, Issue 7 – 4 June 2018",
        "Page 2 of 9 | 4 June 2018",
        "4 June 2018 | Page 2",
        "Hill Post · Issue 7 · June 2017",
        "Last updated 4 June 2018",
        "ISSN 2034-1299, June 2017",
    ],
)
def test_mastheads_and_page_furniture_are_no_events(line: str) -> None:
    assert dates_of(f"{line}\n\nThe mill was sold.", PUBLISHED, None) == ()


@pytest.mark.parametrize("line", ["He cut page 2 of 9 on 4 June 2017.", "They updated the plan on 4 June 2017"])
def test_a_sentence_is_no_furniture(line: str) -> None:
    assert [span.value for span in dates_of(f"{line}\n\nThe mill was sold.", PUBLISHED, None)] == ["2017-06-04"]
