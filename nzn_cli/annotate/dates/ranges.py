"""Ranges: two dates that are the first and the last of one stretch of time. Reads what joins them, resolves neither."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from nzn_cli.annotate.dates.date_words import UNITS, listed
from nzn_cli.model.annotations import DateSpan
from nzn_cli.text.calendar import cover, is_day

_MOST = 12  # characters between the ends
_BEFORE = 60  # characters before a range in which something may be put off from one of its ends to the other
_BETWEEN = "between "
_PRECISIONS = frozenset(("day", "week", "month", "quarter", "year", "decade", "season", "vague"))
_YEARLESS = ("day-of-month", "month-past", "month-ahead", "month-same", "month")


@cache
def _joint() -> Any:
    words = "|".join(sorted(listed("range-words")))
    return re.compile(rf"\s?-\s?|,?\s(?:up\s)?(?:{words})\s(?:the\s)?").fullmatch


@cache
def _moved() -> Any:
    verbs = "|".join(sorted(listed("range-moves")))
    return re.compile(rf"\b(?:{verbs})\b[^.;]*\bfrom\s(?:the\s)?$").search


def range_across(text: str, low: str, first: DateSpan, second: DateSpan) -> DateSpan | None:
    """Return the range that two dates are the ends of, by what stands between them; None where they are two dates.

    `low` is `text` in lower case with plain marks.
    """
    between = low[first.char_end : second.char_start]
    if len(between) > _MOST or "\n\n" in between or first.parts or second.parts:
        return None
    before = low[max(0, first.char_start - _BEFORE) : first.char_start]
    if not _joint()(between) and not (between.strip() == "and" and before.endswith(_BETWEEN)):
        return None
    if _moved()(before) or _are_one(first, second):  # "moved from Monday to Tuesday"
        return None
    return joined_range(text, first, second)


def _are_one(first: DateSpan, second: DateSpan) -> bool:
    """Return whether a weekday stands before its own date, "Friday - 3 May", or a year is told by its end."""
    if first.text[:4].lower() == "the " and first.text.rpartition(" ")[2].lower() in UNITS:  # "the year to June"
        return True
    return first.rule.startswith("weekday") and second.precision == "day" and first.value[:10] >= second.value[:10]


def joined_range(text: str, first: DateSpan, second: DateSpan) -> DateSpan | None:
    """Return the stretch between two dates, both as its parts; None where the second ends before the first."""
    if not _PRECISIONS.issuperset((first.precision, second.precision)) or not _are_alike(first, second):
        return None
    if first.start and second.end and second.end < first.start:
        second = _after(first, second)
        if not second.end or second.end < first.start:
            return None
    parts = ";".join(f"{end.char_start} {end.char_end} {end.value}" for end in (first, second))
    start, end = first.char_start, second.char_end
    return first._replace(
        char_end=end, text=text[start:end], value=f"{first.value}/{second.value}", end=second.end,
        precision="interval", rejected=None, parts=parts,
    )  # fmt: skip


def _are_alike(first: DateSpan, second: DateSpan) -> bool:
    """Return whether both ends are resolved, or neither is; of two precisions the second begins after the first."""
    if first.start is None or second.start is None:
        return first.start == second.start
    return first.precision == second.precision or first.start < second.start


def _after(first: DateSpan, second: DateSpan) -> DateSpan:
    """Return the second end in the year of the first, or in the next one, where it says no year itself."""
    if second.rule not in _YEARLESS or not first.start:
        return second
    year = int(first.start[:4])
    for each in (year, year + 1):
        value = f"{each:04d}{second.value[4:]}"
        if second.precision == "day" and not is_day(each, int(value[5:7]), int(value[8:10])):
            continue
        start, end = cover(value)
        if end >= first.start:
            return second._replace(value=value, start=start, end=end, rejected=None)
    return second
