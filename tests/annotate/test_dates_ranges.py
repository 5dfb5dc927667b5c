"""Ranges are one event with its two ends as parts; lists are as many events as they name. Published 15 June 2018."""

from __future__ import annotations

import pytest

from nzn_cli.annotate.dates import find_dates
from nzn_cli.annotate.dates.ranges import joined_range
from tests.annotate.dates_table import check, ends_of, read

PUBLISHED = "2018-06-15"  # a Friday


@pytest.mark.parametrize(
    ("marked", "value", "start", "end"),
    [
        ("It ran [4–21 March 2017].", "2017-03-04/2017-03-21", "2017-03-04", "2017-03-21"),
        ("It ran [March 4-21, 2017].", "2017-03-04/2017-03-21", "2017-03-04", "2017-03-21"),
        ("Open [4th to 21st March].", "2018-03-04/2018-03-21", "2018-03-04", "2018-03-21"),
        ("Open between [4 and 9 May].", "2018-05-04/2018-05-09", "2018-05-04", "2018-05-09"),
        ("Open between [May 4 and 9].", "2018-05-04/2018-05-09", "2018-05-04", "2018-05-09"),
        ("He led it [1951-1969].", "1951/1969", "1951-01-01", "1969-12-31"),
        ("He led it [1951–69].", "1951/1969", "1951-01-01", "1969-12-31"),
        ("He led it from [1951 until 1969].", "1951/1969", "1951-01-01", "1969-12-31"),
        ("It was between [1951 and 1969].", "1951/1969", "1951-01-01", "1969-12-31"),
        ("Shut [27 December to 4 January].", "2017-12-27/2018-01-04", "2017-12-27", "2018-01-04"),
        ("Shut [10 January to 20 December].", "2018-01-10/2018-12-20", "2018-01-10", "2018-12-20"),
        ("It ran [June 28 – July 3, 2016].", "2016-06-28/2016-07-03", "2016-06-28", "2016-07-03"),
        ("Open from [May through August 2017].", "2017-05/2017-08", "2017-05-01", "2017-08-31"),
        ("Open [early May to late August 2017].", "2017-05/2017-08", "2017-05-01", "2017-08-31"),
        ("Open from [May to 3 August 2017].", "2017-05/2017-08-03", "2017-05-01", "2017-08-03"),
        ("From the [1970s to the 1990s].", "197/199", "1970-01-01", "1999-12-31"),
        ("Open [3/7/2016 - 9/7/2016].", "2016-07-03/2016-07-09", "2016-07-03", "2016-07-09"),
        ("From [Monday to Thursday] it rained.", "2018-06-11/2018-06-14", "2018-06-11", "2018-06-14"),
    ],
)
def test_a_range_is_one_event_with_two_parts(marked: str, value: str, start: str, end: str) -> None:
    text, (wanted,), (span,) = read(marked, PUBLISHED)
    assert (span.text, span.value, span.start, span.end, span.precision) == (wanted, value, start, end, "interval")
    ends = ends_of(text, span)
    assert "/".join(value for _, value in ends) == value
    assert span.text.startswith(ends[0][0])
    assert span.text.endswith(ends[1][0])


def test_a_range_without_a_year_in_a_text_without_a_date_is_one_unresolved_event() -> None:
    (span,) = find_dates("Open 28 June to 3 July.", None)
    assert (span.value, span.start, span.end) == ("XXXX-06-28/XXXX-07-03", None, None)


@pytest.mark.parametrize(
    ("marked", "values"),
    [
        ("The vote was moved from [Monday] to [Tuesday].", "2018-06-11 2018-06-12"),
        ("They put it off from [5 May] to [7 May].", "2018-05-05 2018-05-07"),
        ("It rose from 3 in [2016] to 4 in [2017].", "2016 2017"),
        ("It fell [Monday] to [2016] levels.", "2018-06-11 2016"),
        ("It rained [Friday] - [15 June 2018].", "2018-06-15 2018-06-15"),
        ("It rained on [3 May] and [5 May].", "2018-05-03 2018-05-05"),
    ],
)
def test_two_dates_are_no_range(marked: str, values: str) -> None:
    assert not any(span.parts for span in find_dates(marked.replace("[", "").replace("]", ""), PUBLISHED))
    check(marked, values, PUBLISHED)


def test_what_ends_before_it_begins_is_no_range() -> None:
    first, second = find_dates("On 5 May 2017. On 3 May 2017.", PUBLISHED)
    assert joined_range("", first, second) is None


@pytest.mark.parametrize(
    ("marked", "values"),
    [
        ("On [April 2], [4] and [9, 2016] it rained.", "2016-04-02 2016-04-04 2016-04-09"),
        ("On [April 2nd], [4th], and [9th 2016] it rained.", "2016-04-02 2016-04-04 2016-04-09"),
        ("On [2], [4], [6] and [9 April] it rained.", "2018-04-02 2018-04-04 2018-04-06 2018-04-09"),
        ("On [2] & [4 April], [8]/[9 April] it rained.", "2018-04-02 2018-04-04 2018-04-08 2018-04-09"),
        ("On [12]/[13]/[14 April 2016] it rained.", "2016-04-12 2016-04-13 2016-04-14"),
        ("From [2] to [4] and [7] to [9 April].", "2018-04-02 2018-04-04 2018-04-07 2018-04-09"),
        ("In [March], [May] and [August 2016].", "2016-03 2016-05 2016-08"),
        ("In [November] & [December 2015], [May]/[June 2016].", "2015-11 2015-12 2016-05 2016-06"),
        ("In [November], [December] and [January 2016].", "2015-11 2015-12 2016-01"),
        ("On [2 March], [4 May] and [6 August 2016].", "2016-03-02 2016-05-04 2016-08-06"),
        ("On [March 2], [May 4] and [August 6, 2016].", "2016-03-02 2016-05-04 2016-08-06"),
        ("On [June 5], 20 people came; on [June 6], 20 and 30 people.", "2018-06-05 2018-06-06"),
    ],
)
def test_lists_name_as_many_dates(marked: str, values: str) -> None:
    check(marked, values, PUBLISHED)


@pytest.mark.parametrize("most", [5, 28])
def test_a_list_may_be_longer_than_what_is_looked_at_around_a_month(most: int) -> None:
    days = ", ".join(map(str, range(1, most))) + f" and {most}"
    wanted = [f"2016-03-{day:02}" for day in range(1, most + 1)]
    assert [span.value for span in find_dates(f"It rained on March {days}, 2016.", PUBLISHED)] == wanted
    assert [span.value for span in find_dates(f"It rained on {days} March 2016.", PUBLISHED)] == wanted


def test_a_list_may_hold_every_month() -> None:
    names = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
    ]
    found = find_dates(f"It rained in {', '.join(names)} and December 2016.", PUBLISHED)
    assert [span.value for span in found] == [f"2016-{month:02}" for month in range(1, 13)]
