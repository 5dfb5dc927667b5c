"""What news and press releases add: ages, offers, known days, reports. Published Wednesday 15 May 2019."""

from __future__ import annotations

import pytest

from tests.annotate.dates_table import check, read


@pytest.mark.parametrize(
    "sentence",
    [
        "Too fast for today's youth.",
        "Skills for today's fast changing world.",
        "The jobs of today are gone, and the leaders of tomorrow are here.",
        "Sign up for our letter today!",
        "Join us today.\n\nMore below.",
        "We keep the lights on. Join today with plans from $2 a week.",
        "Sign up today and save.",
    ],
)
def test_an_age_and_an_offer_are_no_day(sentence: str) -> None:
    assert read(sentence)[2] == ()


def test_what_happens_today_is_a_day() -> None:
    check("Join us [today] at the hall. [Today]'s vote is close.", "2019-05-15 2019-05-15")
    check("The House passed the Fair Work Act [today].", "2019-05-15")


@pytest.mark.parametrize(
    ("marked", "values"),
    [
        ("She wrote after the [September 11] attacks.", "2001-09-11"),
        ("She wrote after the terror attacks of [Sept. 11].", "2001-09-11"),
        ("She wrote of the events of [September 11].", "2001-09-11"),
        ("The [Sept. 11, 2012], attack was elsewhere.", "2012-09-11"),
        ("The [October 7] attack is not yet known.", "2019-10-07"),
        ("On [September 11] a fair was held.", "2018-09-11"),
    ],
)
def test_a_day_known_by_its_date_has_its_year_once_it_has_been(marked: str, values: str) -> None:
    check(marked, values)


@pytest.mark.parametrize(
    ("marked", "values"),
    [
        ("[Friday 24] - [Sunday 26 May]", "2019-05-24 2019-05-26"),
        ("[Sat 8] & [Sun 9 June]", "2019-06-08 2019-06-09"),
        ("Open [Saturday 25] and [Sunday 26 May].", "2019-05-25 2019-05-26"),
        ("Closed on [12]/[13 June].", "2019-06-12 2019-06-13"),
        ("On [Black Friday] and on [Father's Day].", "2018-11-23 2019-06-16"),
        ("Open on [Presidents\u2019 Day], [St. Patrick's Day] and [Earth Day].", "2019-02-18 2019-03-17 2019-04-22"),
        ("Open [Monday]-[Friday].", "2019-05-13 2019-05-17"),
        ("Open on [Thursday] ([6 June]) and on [June 7] ([Friday]).", "2019-06-06 2019-06-06 2019-06-07 2019-06-07"),
        ("It opens on [the first Monday in June].", "2019-06-03"),
        ("It opens on [the second Tuesday of next month].", "2019-06-11"),
        ("It opened on [the last Friday of March 2018].", "2018-03-30"),
        ("Printed [5-Jun-18].", "2018-06-05"),
        ("Sales fell in [the last quarter of 2017] and in [the last week of March].", "2017-Q4 2019-03-25/2019-03-31"),
        ("Closed until [Thursday evening 7.30pm].", "2019-05-16T19:30"),
        ("[January]-[March] sales fell.", "2019-01 2019-03"),
        ("It was said as recently as [March]; it may open as early as [June].", "2019-03 2019-06"),
        ("The report ([March]) was good, as was an [April] Hale Foundation talk.", "2019-03 2019-04"),
        ("Sales fell in [the January-March quarter] and rose in [the October-December period].", "2019-Q1 2018-Q4"),
        ("[2018's third quarter] was poor.", "2018-Q3"),
        ("In [the year-ago third quarter] sales rose.", "2017-Q3"),
        ("On [Monday], she left, and [later in the day] she was back.", "2019-05-13 2019-05-13"),
    ],
)
def test_days_and_quarters_of_notices_and_reports(marked: str, values: str) -> None:
    check(marked, values)


@pytest.mark.parametrize(
    "sentence",
    [
        "The annual March for Hope drew many.",
        "His 1987 Chevrolet was red.",
        "A quarter-to-quarter comparison is hard.",
        "It was a Friday afternoon.",
        "It was a once-in-a-century storm.",
        "They keep the second Sunday in May each year.",
        "They keep the fifth of June each year and have designated May 15 of every year.",
        "The line operates from 7 a.m. to 10 p.m. (local time) seven days a week.",
        "That was the first time we were able to mend the old mill bridge in 30 years.",
        "It is a bridge that they have not been able to mend in 30 years.",
        "2:14 P.M. SST",
        "It was a random Tuesday.",
        "They kept Dr. King's birthday.",
        "It was the President's day-one plan.",
        "He came later in the day.",
    ],
)
def test_what_only_looks_like_a_date(sentence: str) -> None:
    assert read(sentence)[2] == ()


def test_the_year_of_so_many_months_is_the_year() -> None:
    check("Sales fell in the first nine months of [the year].", "2019")


@pytest.mark.parametrize(
    ("marked", "values"),
    [
        ("It's [the third day] of the strike.", "2019-05-15"),
        ("[Today] is [the 100th day] of the war.", "2019-05-15 2019-05-15"),
        ("Hale, J. ([2017, May 19]). Lee, K. ([2018, June]). Orr, L. ([2016], p. 4).", "2017-05-19 2018-06 2016"),
    ],
)
def test_the_day_of_a_stretch_that_is_now_and_the_date_of_a_work(marked: str, values: str) -> None:
    check(marked, values)


def test_the_day_of_a_stretch_that_is_over_is_none() -> None:
    assert read("It was the third day of the strike.")[2] == ()


@pytest.mark.parametrize(
    ("marked", "values"),
    [
        ("The board of [March 3, 2017], was cut short to expire on [December 10].", "2017-03-03 2019-12-10"),
        ("It had been due to expire on [December 10].", "2018-12-10"),
        ("She has a term expiring [December 10], vice Hale, who died.", "2019-12-10"),
        ("Since [July 2], under the order of [September 6], it will be free.", "2018-07-02 2018-09-06"),
        ("True to its promise to mend the mill, on [December 1], the state sent Hale.", "2018-12-01"),
        ("They looked forward to the Peru-U.S. summit on [December 1].", "2019-12-01"),
        ("The band has been free since [July 2].", "2018-07-02"),
        ("The act funds the fair through [December 10].", "2019-12-10"),
        ("He was chosen on [March 3, 2017], and sent to Oslo on [June 4].", "2017-03-03 2017-06-04"),
        ("He was chosen on [March 3, 2017], and sent to Oslo on [May 4].", "2017-03-03 2019-05-04"),
    ],
)
def test_the_year_of_a_far_day_follows_what_is_said_of_it(marked: str, values: str) -> None:
    check(marked, values)


def test_a_time_at_the_end_of_a_line_joins_its_day() -> None:
    check("It opens at [12:01 a.m.\neastern daylight time on May 20, 2019].", "2019-05-20T00:01")


def test_a_report_stays_with_its_latest_quarter() -> None:
    check(
        "Profit rose in [the third quarter]. After a flat [second quarter], costs fell, as they did [a year ago].",
        "2018-Q3 2018-Q2 2017-Q3",
        "2018-11-01",
    )


def test_until_an_embargo_ended_is_over_and_so_is_what_was_done_by_then() -> None:
    check(
        "Embargoed until [Sunday]. By [Sunday], crews found it. By [Sunday], they will.",
        "2019-05-12 2019-05-12 2019-05-19",
    )
