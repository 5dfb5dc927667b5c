"""One written date to a partial ISO one: "Sept. 12, 2018", "12/09/18", "2018-09-12T13:28+12:00", "September 2018".

Strict: without a year there is no date, and a clock time or zone is read over, never reckoned with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from nzn_cli.text.calendar import MONTH_NAMES, WEEKDAY_NAMES, is_day
from nzn_cli.text.folding import ascii_digits, level


class Written(NamedTuple):
    """A written date: partial ISO, "" for a day that no calendar has; `other` is the second reading of 03/04/2018."""

    value: str
    other: str | None
    start: int
    end: int


_MONTH = (
    "(?:" + "|".join(f"{name[:3]}(?:{name[3:]})?" if len(name) > 3 else name for name in MONTH_NAMES) + r"|sept)\.?"
)
_WEEKDAY = "(?:(?:" + "|".join(WEEKDAY_NAMES) + r"|mon|tues?|wed|thur?s?|fri|sat|sun)\b[.,]?\s*(?:the\s+)?)"
# blanks stand before what follows them, and are given back by none: a long row of them is read once, not by each part
_ZONE = r"(?:\s*+(?:z|utc|gmt|[a-z]{2,5}t|[a-z]{3,9} time))?(?:\s*+[+-]\d\d?(?::?\d\d)?)?(?:\s*+\([a-z ]{1,30}\)|\s*)"
_CLOCK = (
    rf"(?:\d{{6}}z?|\d{{1,2}}(?:[:.h]\d\d(?::\d\d(?:[.,]\d+)?)?(?:\s*+[ap]\.?\s?m\b\.?)?|\s*[ap]\.?\s?m\b\.?){_ZONE})"
)
_DAY = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?\b"
_YEAR = r"(?P<{0}>\d{{4}})(?![\d,]\d)\b"
_SHORT_YEAR = r"(?P<{0}>\d{{4}}|'?\d\d)\b"


@cache
def pattern() -> re.Pattern[str]:
    """Return the expression that finds a written date, clock time and weekday included, in levelled lower-case text."""
    iso = r"(?P<y1>\d{4})(?P<sep>[-/.])(?P<m1>\d{1,2})(?:(?P=sep)(?P<d1>\d{1,2})(?!\d))?(?![-/.]?\d)"
    compact = r"(?P<y2>(?:19|20)\d\d)(?P<m2>\d\d)(?P<d2>\d\d)(?![\d.])"
    # 12 September 2018, 12-Sep-18, the 12th of September, 2018
    day_month = (
        rf"{_DAY.format('d3')}(?:\s+day)?(?:\s+of)?[\s\-/.,]*(?P<n3>{_MONTH})[\s\-/,]*{_SHORT_YEAR.format('y3')}"
    )
    month_day = rf"(?P<n4>{_MONTH})[\s\-]*{_DAY.format('d4')}(?:\s*,\s*|[\s\-]+)(?:{_CLOCK}\s*)?{_YEAR.format('y4')}"
    month = rf"(?P<n5>{_MONTH})[\s\-,]*(?:of\s+)?{_YEAR.format('y5')}"
    figures = r"(?P<a>\d{1,2})(?P<sep2>[-/.])(?P<b>\d{1,2})(?P=sep2)(?P<y6>\d{4}|\d\d)(?![-/.]?\d)"
    core = "|".join((iso, compact, day_month, month_day, month, figures))
    before = rf"(?:{_CLOCK}[\s,|-]*(?:on\s+)?)?{_WEEKDAY}?"
    after = rf"(?:(?:t|[\s,;|\-]+(?:at\s+)?|\s*\(\s*){_CLOCK}\)?)?(?:\s*\({_WEEKDAY}\))?"
    return re.compile(rf"(?<![\w/.+-]){before}(?:{core}){after}(?![\w])")


def may_have_year(text: str) -> bool:
    """Return whether figures for a date with its year are in `text` at all, which costs little to know."""
    return re.search(r"\d{4}|\d\D{1,24}\d\d", text) is not None


@cache
def _months() -> dict[str, int]:
    return {name[:3]: number for number, name in enumerate(MONTH_NAMES, 1)}


def find_written(text: str, day_first: bool = True) -> Written | None:
    """Return the first date written in `text`, with its offsets."""
    return next(all_written(text, day_first), None)


def all_written(text: str, day_first: bool = True) -> Iterator[Written]:
    """Yield the dates written in `text` from left to right."""
    flat = level(text).lower()
    if len(flat) != len(text):  # a letter whose lower case is two
        flat = level(text)
    for match in pattern().finditer(ascii_digits(flat)):
        if found := _read(match, day_first):
            yield found


def read_written(text: str, day_first: bool = True) -> Written | None:
    """Return the date that `text` is, and nothing but it; a lone year is one too."""
    text = text.strip()
    if re.fullmatch(r"[12]\d{3}", text, re.ASCII):
        return Written(text, None, 0, 4)
    found = find_written(text, day_first)
    if found and not text[: found.start].strip() and not text[found.end :].strip(" \t.,;"):
        return found
    return None


def _read(match: re.Match[str], day_first: bool) -> Written | None:
    start, end = match.span()
    if match["a"]:
        return _figures(match, day_first)
    for year, month, day in (
        ("y1", "m1", "d1"),
        ("y2", "m2", "d2"),
        ("y3", "n3", "d3"),
        ("y4", "n4", "d4"),
        ("y5", "n5", ""),
    ):
        if match[year]:
            return Written(_iso(match[year], match[month], match[day] if day else None), None, start, end)
    return None


def _figures(match: re.Match[str], day_first: bool) -> Written | None:
    first, second, year = match["a"], match["b"], match["y6"]
    day, month = (first, second) if day_first else (second, first)
    value, other = _iso(year, month, day), _iso(year, day, month)
    if not value:
        value, other = other, ""
    return Written(value, other if other and other != value else None, *match.span())


def _iso(year: str, month: str, day: str | None) -> str:
    """The partial ISO date of three figures, "" where there is no such day."""
    y = int(year.strip("'"))
    if len(year) < 4:
        y += 1900 if y > 68 else 2000  # as POSIX has it
    m = int(month) if month.isdecimal() else _months()[month[:3]]
    d = int(day) if day else 1
    if not 1000 <= y <= 2999 or not is_day(y, m, d):
        return ""
    return f"{y:04d}-{m:02d}-{d:02d}" if day else f"{y:04d}-{m:02d}"
