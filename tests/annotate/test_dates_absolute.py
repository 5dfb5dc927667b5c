"""Expressions that name their date. Square brackets mark what must be found; published Wednesday 15 May 2019."""

from __future__ import annotations

import pytest

from nzn_cli.annotate.dates import find_dates
from tests.annotate.dates_table import check, read


@pytest.mark.parametrize(
    ("marked", "values"),
    [
        ("The hall opened on [12 September 2018].", "2018-09-12"),
        ("Last updated: [12 Sep. 2018 13:28]", "2018-09-12T13:28"),
        ("It opened on the [3rd of May, 2017], in rain.", "2017-05-03"),
        ("It opened on [September 11, 2001], and closed.", "2001-09-11"),
        ("It opened [Sept. 11, 2001].", "2001-09-11"),
        ("Come before [June the 1st].", "2019-06-01"),
        ("It lapses at [12:01 a.m. eastern time on March 12, 2021].", "2021-03-12T00:01"),
        ("It lapses at [12:01 a.m. eastern daylight time on July 31, 2021].", "2021-07-31T00:01"),
        ("5. Meetings in [May]\n6. The '30 day rule'", "2019-05"),
        ("They will meet on [May\n6]. It will rain.", "2019-05-06"),
        ("It opened on [Tuesday, 11 September 2001].", "2001-09-11"),
        ("It opened on [Tuesday evening, September 11, 2001].", "2001-09-11TEV"),
        ("Opened [2001-09-11], not [2001-09-11T08:46].", "2001-09-11 2001-09-11T08:46"),
        ("Due [31/3/04], not 1/2/03.", "2004-03-31"),
        ("Due on [Monday 23.03.09] and by [January     15, 2018].", "2009-03-23 2018-01-15"),
        ("Due [30/06/1999] or on [20.03.09].", "1999-06-30 2009-03-20"),
        ("It was signed at Waitangi on [6 February 1840].", "1840-02-06"),
    ],
)
def test_days(marked: str, values: str) -> None:
    check(marked, values)


def test_ambiguous_order_is_day_first_and_names_the_other_reading() -> None:
    _, _, (span,) = read("Signed [03/04/2018].")
    assert (span.value, span.rejected) == ("2018-04-03", "2018-03-04")


@pytest.mark.parametrize(
    "text",
    [
        "We asked a survey of 1001 randomly selected parents.",
        "We saw an increase of 1100 speakers.",
        "It was a poll of 1500 keen voters.",
        "Trees stand in 1200 gardens.",
        "Our 2020 Vision is a plan, and hindsight has 2020 vision.",
        "It was made in 1200 BC.",
    ],
)
def test_a_number_of_things_or_of_a_name_is_no_year(text: str) -> None:
    assert find_dates(text, "2010-03-05") == ()


def test_a_year_long_ago_needs_a_word_that_says_so() -> None:
    check("He came in [1066] and built, since [1192], until [1250] AD.", "1066 1192 1250")


def test_the_first_century_begins_with_year_1() -> None:
    _, _, (span,) = read("Rome grew in [the first century].")
    assert (span.value, span.start, span.end) == ("00", "0001-01-01", "0100-12-31")


@pytest.mark.parametrize(
    "text", ["We end our first century of work.", "The second century of the club began.", "In the 2nd century BC."]
)
def test_a_hundred_years_of_something_is_no_century(text: str) -> None:
    assert find_dates(text, "2010-03-05") == ()


@pytest.mark.parametrize(
    ("marked", "values"),
    [
        ("He led it [1957]-[61] and she in [1985]–[1987].", "1957 1961 1985 1987"),
        ("A painter ([1820]-[1877]) and his teacher ([1769]-[1795]).", "1820 1877 1769 1795"),
        ("Some 1900-2000 people came.", ""),
    ],
)
def test_both_sides_of_a_range_of_years(marked: str, values: str) -> None:
    check(marked, values)


def test_month_first_where_the_folder_says_so() -> None:
    text = "Signed 03/04/2018, and 30/04/2018."
    ambiguous, plain = find_dates(text, None, day_first=False)
    assert (ambiguous.value, ambiguous.rejected, plain.value) == ("2018-03-04", "2018-04-03", "2018-04-30")


def test_order_that_only_month_first_allows() -> None:
    _, _, (span,) = read("Signed [04/30/2018].")
    assert (span.value, span.rejected) == ("2018-04-30", None)


@pytest.mark.parametrize(
    ("marked", "values"),
    [
        ("She came in [June 2017] and in [Oct 2007].", "2017-06 2007-10"),
        ("She came in [2012] and, since [1998], often.", "2012 1998"),
        ("The [1996] campaign was short.", "1996"),
        ("By [the year 2040] it will be done.", "2040"),
        ("It ran from [1991] to '[95].", "1991 1995"),
        ("It was the '[81] tour.", "1981"),
        ("In '[94] she left the class of '[68].", "1994 1968"),
        ("Sales rose in [the June 2010 quarter].", "2010-Q2"),
        ("It rained in [February], [March] and [April].", "2019-02 2019-03 2019-04"),
        ("In [nineteen ninety-six] and in [two thousand and five].", "1996 2005"),
        ("It was [January nineteen ninety-seven].", "1997-01"),
        ("In the [1990s], the '[90s], [the nineties], the [1950s] and [60s].", "199 199 199 195 196"),
        ("We live in [the 21st century], not [the nineteenth century].", "20 18"),
        ("In [the third quarter of 2017], [Q3 2017], [the 2017 second quarter].", "2017-Q3 2017-Q3 2017-Q2"),
        ("In [the first half of 2016] and [the second half of last year].", "2016-H1 2018-H2"),
        ("In [summer 2017] and [the winter of 1994].", "2017-SU 1994-WI"),
        ("In [the week of 6 March 2017] it rained.", "2017-W10"),
        ("The [2018/19 financial year], [FY2019], [FY19] and [fiscal 2018].", "FY2019 FY2019 FY2019 2018"),
    ],
)
def test_months_years_and_parts_of_years(marked: str, values: str) -> None:
    check(marked, values)


@pytest.mark.parametrize(
    ("marked", "values"),
    [
        ("It runs from [28] to [30 June].", "2019-06-28 2019-06-30"),
        ("It ran [28]–[30 June 2018].", "2018-06-28 2018-06-30"),
        ("It ran on [29] and [30 June 2018].", "2018-06-29 2018-06-30"),
        ("It ran [June 28]-[30, 2018].", "2018-06-28 2018-06-30"),
        ("It ran from [28 June] to [3 July 2017].", "2017-06-28 2017-07-03"),
        ("It will be [Wednesday] and [Thursday June 11]–[12].", "2019-05-15 2019-06-11 2019-06-12"),
        ("Between [2001] and [2003], and [1979]–[81].", "2001 2003 1979 1981"),
        ("Between [December] and [March 2018].", "2017-12 2018-03"),
    ],
)
def test_each_side_of_a_range_is_a_span(marked: str, values: str) -> None:
    check(marked, values)


@pytest.mark.parametrize(
    ("marked", "values"),
    [
        ("[Easter 2018] and [Good Friday 2018].", "2018-04-01 2018-03-30"),
        ("[Christmas Day 2017], [Waitangi Day 2018] and [Anzac Day 2018].", "2017-12-25 2018-02-06 2018-04-25"),
        ("[Labour Day 2017] and [Labor Day 2017].", "2017-10-23 2017-09-04"),
        ("[Thanksgiving 2016], after [Memorial Day 2016].", "2016-11-24 2016-05-30"),
        ("Open over [Labour Weekend 2017].", "2017-W42-WE"),
        ("Closed over [Queen's Birthday weekend].", "2019-W22-WE"),
        ("He came [last Thanksgiving], and comes [next Easter].", "2018-11-22 2020-04-12"),
    ],
)
def test_holidays(marked: str, values: str) -> None:
    check(marked, values)


@pytest.mark.parametrize(
    "text",
    [
        "Theresa May said that she may march on, and the march began.",
        "Mr May sat down for a second. May I?",
        "April Jones met June Carter and Mark Sun.",
        "Resolution 1973, the Defence Act 1990 and Budget 2018 were read.",
        "See section 2012, page 1999 and the Appropriations Act, 2021.",
        "It cost $1998, weighed 1,995 kg and was sold 2000 times to 2010 people.",
        "Call 0800 1998 or 09 2010 555; version 2.0.1 won 3-2.",
        "He is 18, the 18-year-old said on his two-day visit.",
        "They have met now and recently, for decades, for two years.",
        "It is in the Sunday Herald; USA Today has it too.",
        "Open every Friday, each May, on Friday nights and on a Monday.",
        "See https://example.org/2018/05/17/story-2017.html and www.example.org/may-2018",
        "19 U.S.C. 1862 applies.",
        "A Friday is a Friday.",
        "April, go ahead. April.",
        "The people of tomorrow learn in Tomorrow's Schools.",
        "Carols and Christmas in the Park drew crowds.",
        "There were 2009 new cases.",
        "It takes a full year.",
        "On Harbour Remembrance Day the Good Friday Agreement and the Easter Rising were read.",
        "One minute it is this, the next minute it is that.",
        "They chose a 1990-seat hall.",
        "It is in notes/2015-09-01-trends-on-tuesday-and-more.md there.",
        "They meet on the third Thursday of each month, as the 21st Century Skills Act says.",
        "The start of the year-long course was fun.",
        "Come to 2005 Main Road, where he scored 2003 runs.",
    ],
)
def test_not_dates(text: str) -> None:
    _, _, found = read(text)
    assert found == ()


def test_the_same_words_as_dates() -> None:
    check("She came in [May], on [March 3] and on [Sunday].", "2019-05 2019-03-03 2019-05-12")
    check("The Budget came in [2018], the law of [1989] too.", "2018 1989")


def test_the_second_day_of_a_range_has_the_time_of_the_first() -> None:
    check("It is open from [10 am on 28]-[30 June 2018].", "2018-06-28T10:00 2018-06-30T10:00")
    check("It rained on [Friday evening, 28]-[30 June 2018].", "2018-06-28TEV 2018-06-30TEV")
