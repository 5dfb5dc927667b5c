"""What partial dates cover, weeks, and the days of holidays."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nzn_cli.text.calendar import HOLIDAYS, cover, easter, is_day, nth_weekday, shift_month, week_value


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2018", "2018-01-01", "2018-12-31"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2018-09-12", "2018-09-12", "2018-09-12"),
        ("2018-09-12T13:28", "2018-09-12", "2018-09-12"),
        ("2018-09-12TMO", "2018-09-12", "2018-09-12"),
        ("2018-W06", "2018-02-05", "2018-02-11"),
        ("2018-W06-WE", "2018-02-10", "2018-02-11"),
        ("2018-Q4", "2018-10-01", "2018-12-31"),
        ("2018-H1", "2018-01-01", "2018-06-30"),
        ("2018-SU", "2018-06-01", "2018-08-31"),
        ("2018-WI", "2018-12-01", "2019-02-28"),
        ("199", "1990-01-01", "1999-12-31"),
        ("19", "1900-01-01", "1999-12-31"),
        ("FY2019", "2018-07-01", "2019-06-30"),
    ],
)
def test_cover(value: str, first: str, last: str) -> None:
    assert cover(value) == (first, last)


def test_cover_turns_seasons_round_in_the_south() -> None:
    assert cover("2018-SU", southern=True) == ("2018-12-01", "2019-02-28")


@pytest.mark.parametrize("value", ["soon", "FUTURE_REF", "P1W", "2018-13", "2018-02-30", "2018-Q5", "2018-W60", "XXXX"])
def test_cover_refuses_what_is_no_date(value: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        cover(value)


@pytest.mark.parametrize(
    ("year", "day"),
    [(1818, (3, 22)), (1943, (4, 25)), (2000, (4, 23)), (2018, (4, 1)), (2019, (4, 21)), (2024, (3, 31))],
)
def test_easter(year: int, day: tuple[int, int]) -> None:
    assert easter(year) == date(year, *day)


def test_holidays_by_rule() -> None:
    assert HOLIDAYS["good friday"](2018) == date(2018, 3, 30)
    assert HOLIDAYS["thanksgiving"](2018) == date(2018, 11, 22)
    assert HOLIDAYS["memorial day"](2018) == date(2018, 5, 28)
    assert HOLIDAYS["labour day"](2018) == date(2018, 10, 22)
    assert HOLIDAYS["election day"](2016) == date(2016, 11, 8)
    assert nth_weekday(2018, 9, 5, -1) == date(2018, 9, 28)


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(9000, 1, 1)))
def test_a_week_covers_its_days(day: date) -> None:
    first, last = cover(week_value(day))
    assert first <= day.isoformat() <= last


@given(st.integers(1, 9998), st.integers(1, 12), st.integers(-2000, 2000))
def test_months_shift_there_and_back(year: int, month: int, by: int) -> None:
    assert shift_month(*shift_month(year, month, by), -by) == (year, month)


@given(st.integers(1, 9999), st.integers(0, 13), st.integers(0, 32))
def test_is_day_agrees_with_the_calendar(year: int, month: int, day: int) -> None:
    try:
        date(year, month, day)
    except ValueError:
        assert not is_day(year, month, day)
    else:
        assert is_day(year, month, day)
