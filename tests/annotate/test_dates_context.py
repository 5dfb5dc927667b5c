"""What stands around an expression decides its day. Published Wednesday 15 May 2019, unless a test says otherwise."""

from __future__ import annotations

import pytest

from nzn_cli.annotate.dates import find_dates
from tests.annotate.dates_table import check


@pytest.mark.parametrize(
    ("marked", "values"),
    [
        ("He sails [Monday week].", "2019-05-27"),
        ("We meet [a week on Friday] and sing on [Sunday week].", "2019-05-24 2019-05-26"),
        ("She sings twice a week on [Friday].", "2019-05-10"),
    ],
)
def test_a_week_beyond_the_next_such_day(marked: str, values: str) -> None:
    check(marked, values)


@pytest.mark.parametrize(
    ("marked", "values"),
    [
        ("Bees live at 1800 orchards; 1500 growers came.", ""),
        ("Homes built in [1900] stand near the [1900] works. Fees are at [2011] levels.", "1900 1900 2011"),
        ("It was on 29 February 2018, or 31 April 2017, or February 30, 2016.", ""),
        ("They danced on [May Day].", "2019-05-01"),
    ],
)
def test_what_is_no_year(marked: str, values: str) -> None:
    check(marked, values)


@pytest.mark.parametrize(
    ("marked", "values"),
    [
        ("The mill has stood idle since the owner's departure in [June].", "2018-06"),
        ("Since the vote is in [June], we wait.", "2019-06"),
        ("The toll was supposed to be lifted in [June]. Nobody came.", "2018-06"),
        ("A ruling was expected on [Friday], but it has been put off.", "2019-05-10"),
        ("A ruling is expected on [Friday], but it may slip.", "2019-05-17"),
    ],
)
def test_what_was_to_happen_is_over(marked: str, values: str) -> None:
    check(marked, values)


def test_this_weekend_early_in_the_week() -> None:
    check("[This weekend], hundreds have swum the strait.", "2019-W19-WE", "2019-05-13")
    check("The race is on [this weekend].", "2019-W20-WE", "2019-05-13")


def test_the_next_years_of_a_story_do_not_count_from_its_telling() -> None:
    told, planned = find_dates("The next six years were dull. Over the next two years she will write.", "2019-05-15")
    assert (told.start, planned.start) == (None, "2019-05-16")


@pytest.mark.parametrize(
    ("marked", "values"),
    [
        ("Sales grew between [2004-05] and [2005-06]; in [2006-07] they fell.", "FY2005 FY2006 FY2007"),
        ("The siege of [1914]-[15] was long.", "1914 1915"),
    ],
)
def test_two_years_side_by_side_are_a_financial_year(marked: str, values: str) -> None:
    check(marked, values)


@pytest.mark.parametrize(
    ("marked", "values"),
    [
        ("In [2007], [Anzac Day] was wet.", "2007 2007-04-25"),
        ("It closed in [2007]. [Anzac Day] was wet.", "2007 2019-04-25"),
        ("In [early 2006] he was glad but, by [June], she was writing of floods.", "2006 2006-06"),
        ("Nothing has changed since [2006], and in [June] he sailed.", "2006 2018-06"),
    ],
)
def test_a_year_told_before_in_the_sentence_is_the_year_of_what_follows(marked: str, values: str) -> None:
    check(marked, values)


@pytest.mark.parametrize(
    ("marked", "values", "published"),
    [
        ("Since [September 11], flying has been dull.", "2001-09-11", "2006-03-01"),
        ("We learned on [September 11] how small the world is.", "2001-09-11", "2004-05-03"),
        ("The deeds of [September 11] were done by few.", "2001-09-11", "2002-07-20"),
        ("They sang in the hall on [September 11].", "2003-09-11", "2003-10-05"),
        ("They will sing on [September 11].", "2003-09-11", "2003-05-05"),
        ("They sang on [September 11].", "2018-09-11", "2019-05-15"),
        ("Trade fell after [September 11]. The twin towers stood here.", "2001-09-11", "2006-09-20"),
    ],
)
def test_a_bare_september_11_in_the_years_after(marked: str, values: str, published: str) -> None:
    check(marked, values, published)


def test_a_day_that_heads_a_diary_is_the_day_of_what_stands_below() -> None:
    check(
        "**[Friday 20.03.09]**\n\n[6.00am] the crew rose. They slept until [Friday evening].\n\n"
        "**[Saturday 21.03.09]**\n\n[7.15am] brought rain. It was dry on [Sunday].",
        "2009-03-20 2009-03-20T06:00 2009-03-20TEV 2009-03-21 2009-03-21T07:15 2009-03-29",
        "2009-04-02",
    )


@pytest.mark.parametrize(
    ("marked", "values"),
    [
        ("We dance on the [Friday] of the long weekend ([7 June]).", "2019-06-07 2019-06-07"),
        ("The hall opens on [17 May]. Those who came early slept till [Friday].", "2019-05-17 2019-05-17"),
        ("The hall opens on [17 May].\n\nThey met on [Friday].", "2019-05-17 2019-05-10"),
    ],
)
def test_a_weekday_takes_the_week_of_its_date(marked: str, values: str) -> None:
    check(marked, values)


def test_the_year_before_a_financial_year() -> None:
    check("Fees rose in [2005-06], up on [the previous year].", "FY2006 2005")


@pytest.mark.parametrize(
    ("marked", "values"),
    [
        ("The clerk, mayor since the old one's departure in [June], will stay.", "2018-06"),
        ("His [June] ledger shows a loss.", "2018-06"),
        ("His [June] ledger will show a loss.", "2019-06"),
    ],
)
def test_what_is_told_of_as_done(marked: str, values: str) -> None:
    check(marked, values)
