"""Dates as a person types them ("2018-02", "last year") or as front matter writes them. Owner of dateparser.

ISO forms and the common relative ones are read here at once; dateparser, which costs a third of a second, is loaded
only for the rest. The clock comes from the caller. Running text is read elsewhere, by a grammar.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Any

from nzn_cli.errors import UsageError

HINT = "a date is 2018, 2018-02-16, 2018-02, 2018-W06, 2018-Q1, 1990s, '16 Feb 2018', 'last week' or '3 months ago'"

_TIME = r"(?:[T ]\d\d:?\d\d\S*(?: [+-]\d\d:?\d\d)?)?"
_ISO = (
    rf"(?P<year>\d{{4}})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d){_TIME})?"
    r"|-?W(?P<week>\d\d)|-?[Qq](?P<quarter>[1-4])|(?P<decade>s))?"
)
_UNIT = r"(?P<unit>day|week|month|quarter|year|decade)"
_BESIDE = rf"(?:the )?(?P<which>last|past|previous|this|current|next) (?:(?P<count>\d{{1,4}}) )?{_UNIT}s?"
_AGO = rf"(?P<count>\d{{1,5}}|an?|one) {_UNIT}s? (?P<ago>ago)"
_NAMED = {"today": 0, "now": 0, "yesterday": -1, "tomorrow": 1}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
# dateparser takes a lone number, letter or clock time for a day of this month; nobody who types one means that
_NUMBERS = {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}

Span = tuple[date, date]


def parse_when(text: str, now: str | None = None, day_first: bool = True) -> tuple[str, str]:
    """Return the first and last ISO day that a typed date covers.

    `now` is the ISO day that "last week" counts from, None for today; `day_first` reads 3/4/2018 as April. Raises
    UsageError for what is no date.
    """
    typed = " ".join(text.split())
    today = date.fromisoformat(now[:10]) if now else date.today()
    try:
        span = _iso(typed) or _relative(typed.lower(), today) or _other(typed, today, day_first)
    except (ValueError, OverflowError):
        span = None
    if span is None:
        raise UsageError(f"cannot read {text!r} as a date", HINT)
    return span[0].isoformat(), span[1].isoformat()


def quick_when(text: str, now: str | None = None) -> tuple[str, str] | None:
    """Return what `parse_when` does of ISO forms, and with `now` of common relative ones; None for all else."""
    typed = " ".join(text.split())
    try:
        span = _iso(typed) or (_relative(typed.lower(), date.fromisoformat(now[:10])) if now else None)
    except (ValueError, OverflowError):
        return None
    return (span[0].isoformat(), span[1].isoformat()) if span else None


def parse_written(text: str, day_first: bool = True) -> str | None:
    """Return the partial ISO date ("2018-09-12", "2018-09", "2018") that `text` writes out, or None.

    Only complete statements count: without a year, or relative to a day that is not named, there is no date.
    """
    typed = " ".join(text.split())
    if len(typed) > 60 or not re.search(r"\d", typed):
        return None
    settings = {"PARSERS": ["absolute-time"], "REQUIRE_PARTS": ["year"]}
    found = _parser(settings, day_first).get_date_data(typed)
    if found.date_obj is None:
        return None
    length = {"year": 4, "month": 7}.get(found.period, 10)
    return str(found.date_obj.date().isoformat()[:length])


def _iso(typed: str) -> Span | None:
    """The span of an ISO form; a year, month or day that does not exist raises ValueError."""
    if not typed[:4].isdecimal() or (found := re.fullmatch(_ISO, typed, re.ASCII)) is None:
        return None
    year = int(found["year"])
    if found["day"]:
        day = date(year, int(found["month"]), int(found["day"]))
        return day, day
    if found["week"]:
        monday = date.fromisocalendar(year, int(found["week"]), 1)
        return monday, monday + timedelta(6)
    if found["quarter"]:
        return _months(year, int(found["quarter"]) * 3 - 2, 3)
    if found["decade"]:
        return _months(year, 1, 120)
    return _months(year, int(found["month"]), 1) if found["month"] else _months(year, 1, 12)


def _months(year: int, month: int, count: int) -> Span:
    """From the first day of a month to the last day of the month `count` months on."""
    first = date(year, month, 1)
    beyond = year * 12 + month - 1 + count
    last = date.max if beyond >= 120000 else date(beyond // 12, beyond % 12 + 1, 1) - timedelta(1)
    return first, last


def _shift(day: date, months: int) -> date:
    """The same day some months on, or the last day of that month where it has no such day."""
    first, last = _months((day.year * 12 + day.month - 1 + months) // 12, (day.month - 1 + months) % 12 + 1, 1)
    return min(last, first + timedelta(day.day - 1))


def _relative(typed: str, today: date) -> Span | None:
    """The span of "yesterday", "last week", "the past 3 years" or "2 months ago"."""
    if typed in _NAMED:
        day = today + timedelta(_NAMED[typed])
        return day, day
    if found := re.fullmatch(_AGO, typed, re.ASCII):
        # `--since '3 months ago'` is meant to the day, as in git
        day = _step(today, found["unit"], -int(found["count"] if found["count"].isdecimal() else 1))
        return day, day
    if found := re.fullmatch(_BESIDE, typed, re.ASCII):
        which, count = found["which"], found["count"]
        if count or which == "past":
            other = _step(today, found["unit"], int(count or 1) * (1 if which == "next" else -1))
            return min(today, other), max(today, other)
        step = {"next": 1, "this": 0, "current": 0}.get(which, -1)
        return _around(_step(today, found["unit"], step), found["unit"])
    return None


def _step(day: date, unit: str, count: int) -> date:
    """`day` moved by `count` units."""
    if unit in _MONTHS:
        return _shift(day, _MONTHS[unit] * count)
    return day + timedelta(count * (7 if unit == "week" else 1))


def _around(day: date, unit: str) -> Span:
    """The calendar week, month, quarter, year or decade that `day` lies in."""
    if unit == "week":
        monday = day - timedelta(day.weekday())
        return monday, monday + timedelta(6)
    if unit == "month":
        return _months(day.year, day.month, 1)
    if unit == "quarter":
        return _months(day.year, (day.month - 1) // 3 * 3 + 1, 3)
    if unit == "year":
        return _months(day.year, 1, 12)
    if unit == "decade":
        return _months(day.year // 10 * 10, 1, 120)
    return day, day


def _other(typed: str, today: date, day_first: bool) -> Span | None:
    """What dateparser makes of the text, widened to the period that it names."""
    if not _worth_parsing(typed):
        return None
    base = datetime(today.year, today.month, today.day)
    settings = {"PREFER_DATES_FROM": "past", "RELATIVE_BASE": base}
    found = _parser(settings, day_first).get_date_data(typed)
    return _around(found.date_obj.date(), found.period) if found.date_obj else None


def _worth_parsing(typed: str) -> bool:
    """Whether the text has a word of three letters or three numbers; ISO forms were read before."""
    if typed.lower() in _NUMBERS or re.match(r"\d{4}-", typed) or len(typed) > 60:
        return False
    return bool(re.search(r"[A-Za-z]{3}|\d\D\d+\D\d|\d/\d{4}", typed))


def _parser(settings: dict[str, Any], day_first: bool) -> Any:
    """dateparser's reader of English dates; naming the language saves it four seconds."""
    from dateparser.date import DateDataParser

    order = {"DATE_ORDER": "DMY" if day_first else "MDY", "RETURN_AS_TIMEZONE_AWARE": False}
    return DateDataParser(languages=["en"], settings=settings | order)
