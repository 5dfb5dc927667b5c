"""Dates as typed, and as front matter writes them out."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nzn_cli.errors import UsageError
from nzn_cli.text.typed_dates import parse_when, parse_written

NOW = "2026-06-10"  # a Wednesday


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2018", "2018-01-01", "2018-12-31"),
        ("2018-02", "2018-02-01", "2018-02-28"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2018-02-16", "2018-02-16", "2018-02-16"),
        (" 2018-02-16 ", "2018-02-16", "2018-02-16"),
        ("2018-02-16T23:30:00Z", "2018-02-16", "2018-02-16"),
        ("2018-02-16 23:30:00 +13:00", "2018-02-16", "2018-02-16"),
        ("2018-W06", "2018-02-05", "2018-02-11"),
        ("2018-Q1", "2018-01-01", "2018-03-31"),
        ("2018q4", "2018-10-01", "2018-12-31"),
        ("1990s", "1990-01-01", "1999-12-31"),
        ("9999", "9999-01-01", "9999-12-31"),
        ("12 Sep 2018", "2018-09-12", "2018-09-12"),
        ("the 12th of September, 2018", "2018-09-12", "2018-09-12"),
        ("Sept 2018", "2018-09-01", "2018-09-30"),
        ("12/09/2018", "2018-09-12", "2018-09-12"),
        ("9/2018", "2018-09-01", "2018-09-30"),
        ("today", NOW, NOW),
        ("Yesterday", "2026-06-09", "2026-06-09"),
        ("last week", "2026-06-01", "2026-06-07"),
        ("this week", "2026-06-08", "2026-06-14"),
        ("last month", "2026-05-01", "2026-05-31"),
        ("next month", "2026-07-01", "2026-07-31"),
        ("last quarter", "2026-01-01", "2026-03-31"),
        ("Last  year", "2025-01-01", "2025-12-31"),
        ("last decade", "2010-01-01", "2019-12-31"),
        ("the past year", "2025-06-10", NOW),
        ("last 3 years", "2023-06-10", NOW),
        ("next 2 weeks", NOW, "2026-06-24"),
        ("3 months ago", "2026-03-10", "2026-03-10"),
        ("a year ago", "2025-06-10", "2025-06-10"),
        ("two weeks ago", "2026-05-25", "2026-05-31"),
        ("last Tuesday", "2026-06-09", "2026-06-09"),
        ("September", "2025-09-01", "2025-09-30"),
        ("30 June", "2025-06-30", "2025-06-30"),
    ],
)
def test_what_a_typed_date_covers(typed: str, first: str, last: str) -> None:
    assert parse_when(typed, NOW) == (first, last)


def test_the_month_comes_first_where_the_folder_says_so() -> None:
    assert parse_when("03/04/2018", NOW) == ("2018-04-03", "2018-04-03")
    assert parse_when("03/04/2018", NOW, day_first=False) == ("2018-03-04", "2018-03-04")


def test_a_month_ago_of_a_longer_month_is_its_last_day() -> None:
    assert parse_when("1 month ago", "2026-03-31") == ("2026-02-28", "2026-02-28")


def test_without_a_clock_today_is_today() -> None:
    days = [date.today(), *map(date.fromisoformat, parse_when("today")), date.today()]
    assert days == sorted(days)  # midnight may pass in between
    assert days[1] == days[2]


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "foo",
        "5",
        "18",
        "a",
        "one",
        "10am",
        "2018-13",
        "2018-02-30",
        "99999",
        "0000",
        "2018-W60",
        "2018-2019",
        "999999 years ago",
    ],
)
def test_what_is_no_date_is_a_usage_error_with_a_hint(typed: str) -> None:
    with pytest.raises(UsageError) as error:
        parse_when(typed, NOW)
    assert repr(typed) in error.value.message
    assert "2018-02-16" in (error.value.hint or "")


@given(st.dates())
def test_each_iso_form_covers_its_day(day: date) -> None:
    iso = day.isoformat()
    assert parse_when(iso, NOW) == (iso, iso)
    year, week, _ = day.isocalendar()
    for typed in (iso[:4], iso[:7], iso[:3] + "0s"):
        if typed != "0000s":
            first, last = parse_when(typed, NOW)
            assert first <= iso <= last
    if 1 < year < 9999:
        first, last = parse_when(f"{year:04}-W{week:02}", NOW)
        assert first <= iso <= last


@given(st.text(max_size=30))
def test_any_text_is_a_span_or_a_usage_error(typed: str) -> None:
    try:
        first, last = parse_when(typed, NOW)
    except UsageError:
        return
    assert first <= last


@pytest.mark.parametrize("typed", ["2018-02", "yesterday", "last year", "3 months ago"])
def test_common_forms_do_not_load_dateparser(typed: str) -> None:
    code = (
        "import sys; from nzn_cli.text.typed_dates import parse_when;"
        f"parse_when({typed!r}); print('dateparser' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("12th of September 2018", "2018-09-12"),
        ("Sept. 2018", "2018-09"),
        ("Wed, 12 Sep 2018 23:00:00 -1200", "2018-09-12"),
        ("September 12, 2018 at 3pm", "2018-09-12"),
        ("2018", "2018"),
        ("03/04/2018", "2018-04-03"),
        ("yesterday", None),
        ("12 Sep", None),
        ("last year", None),
        ("30 February 2018", None),
        ("10 Downing Street", None),
        ("", None),
        ("9" * 5000, None),
    ],
)
def test_written_dates_state_their_year_or_are_none(text: str, iso: str | None) -> None:
    assert parse_written(text) == iso


def test_written_dates_follow_the_folder_order() -> None:
    assert parse_written("03/04/2018", day_first=False) == "2018-03-04"
