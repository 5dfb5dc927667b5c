"""A written date is read as far as it is precise, and never made up."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nzn_cli.text.written_dates import all_written, read_written

ONE_DAY = [
    "2018-09-12",
    "2018/09/12",
    "2018.09.12",
    "20180912",
    "20180912T132800Z",
    "2018-9-12",
    "2018-09-12T13:28:00.123+12:00",
    "2018-09-12 23:59:59 -0400",
    "2018-09-12 10:00:00 -4",
    "2018-09-12 13:28",
    "12 September 2018",
    "12 Sep. 2018 13:28",
    "12th of September, 2018",
    "Sept. 12, 2018",
    "September 12th 2018",
    "SEPTEMBER 12, 2018",
    "12-Sep-2018",
    "12-Sep-18",
    "Sept 12, 2018, 5:05 pm",
    "5.05pm, Wednesday 12 September 2018",
    "Wednesday, 12 September 2018, 2:18 pm",
    "Wed, 12 Sep 2018 13:28:00 +1200",
    "Wed, 12 Sep 2018 01:28:00 GMT",
    "Wed Sep 12 13:28:00 NZST 2018",
    "Wednesday the 12th of September 2018 at 10.30am NZST",
    "12 September 2018 (Wednesday)",
    "12\u00a0September\u00a02018",
    "12.9.2018",
]


@pytest.mark.parametrize("text", ONE_DAY)
def test_one_day_in_many_forms(text: str) -> None:
    found = read_written(text)
    assert found is not None
    assert found.value == "2018-09-12"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2018", "2018"),
        ("2018-09", "2018-09"),
        ("2018/09", "2018-09"),
        ("Sept 2018", "2018-09"),
        ("September, 2018", "2018-09"),
    ],
)
def test_less_than_a_day(text: str, value: str) -> None:
    found = read_written(text)
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize(
    ("text", "day_first", "value", "other"),
    [
        ("03/04/2018", True, "2018-04-03", "2018-03-04"),
        ("03/04/2018", False, "2018-03-04", "2018-04-03"),
        ("04/04/2018", True, "2018-04-04", None),
        ("25/09/2018", False, "2018-09-25", None),
        ("09/25/2018", True, "2018-09-25", None),
        ("3-4-98", True, "1998-04-03", "1998-03-04"),
        ("1/2/49", True, "2049-02-01", "2049-01-02"),
    ],
)
def test_figures(text: str, day_first: bool, value: str, other: str | None) -> None:
    found = read_written(text, day_first)
    assert found is not None
    assert (found.value, found.other) == (value, other)


@pytest.mark.parametrize("text", ["2022-02-30", "31 June 2020", "2018-13-01", "29 February 2019", "32/13/2018"])
def test_no_day_of_the_calendar(text: str) -> None:
    found = read_written(text)
    assert found is not None
    assert found.value == ""


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "12 May",
        "May",
        "12:30",
        "1.2.3",
        "1.2.3.4",
        "2018-W36",
        "12 monkeys 2018",
        "+64 4 817 8700",
        "2018-19 budget",
        "1 in 2018",
    ],
)
def test_no_date(text: str) -> None:
    assert read_written(text) is None


def test_spans_in_a_line() -> None:
    text = "Posted 12 Sep 2018 and again Friday, 14 September 2018, 5 pm"
    assert [text[found.start : found.end] for found in all_written(text)] == [
        "12 Sep 2018",
        "Friday, 14 September 2018, 5 pm",
    ]


@given(
    st.dates(date(1000, 1, 1), date(2999, 12, 31)),
    st.sampled_from(["%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%A, %d %b. %Y", "%a %b %d 10:11:12 UTC %Y"]),
)
def test_every_day_is_read_back(day: date, form: str) -> None:
    found = read_written(format(day, form))
    assert found is not None
    assert found.value == day.isoformat()


@given(st.text(alphabet="0123456789/-. :,TZapmonthSeptMay", max_size=40))
def test_any_text_is_read(text: str) -> None:
    for found in all_written(text):
        assert 0 <= found.start < found.end <= len(text)
