"""The periods of a financial report: which quarter or year it is about, and the same one a year before."""

from __future__ import annotations

from datetime import date, timedelta

from nzn_cli.annotate.dates.anchors import Anchors, Reading
from nzn_cli.annotate.dates.phrase import Phrase
from nzn_cli.annotate.dates.tell import Tell
from nzn_cli.text.calendar import is_day, month_length, quarter_of, shift_month


def read_reported(p: Phrase, at: Anchors, tell: Tell) -> Reading | None:
    """Return "the latest quarter", "the 1988 period", "the quarter ended June 30" and "the full year"."""
    if p.unit in ("Y", "y"):
        return _reported_year(p, at)
    if p.year is not None and not p.month:
        return _period(p.year, at.period[1] if at.period else 0, "reported-of-year", "")
    if p.month and at.year and not (at.period and at.period[1]):
        ended = p.year or (at.year if p.month <= at.month else at.year - 1)
        year, month = shift_month(ended, p.month, -1)  # a quarter that ends in July is mostly the second
        at.period = year, quarter_of(month)
    if not at.period and p.shift == 0 and at.month:
        n = at.year * 4 + quarter_of(at.month) - 2
        at.period = n // 4, n % 4 + 1
    if not at.period or (p.unit == "Q" and not at.period[1]):
        return None
    return _period(*at.period, "reported")


def _period(year: int, quarter: int, rule: str, base: str = "publication") -> Reading:
    if quarter:
        return Reading(f"{year:04d}-Q{quarter}", rule, "quarter", base)
    return Reading(f"{year:04d}", rule, "year", base)


def _reported_year(p: Phrase, at: Anchors) -> Reading | None:
    if p.unit == "y" and not at.period:
        return None
    if not at.year and not p.year:
        return Reading("XXXX", "reported-year", "year")
    year = p.year or (at.year + p.shift if p.shift else _last_whole(at))
    at.period = year, 0
    reading = Reading(f"{year:04d}", "reported-year", "year", "" if p.year else "publication")
    if not p.month or not is_day(year, p.month, p.day or 1):
        return reading
    last = date(year, p.month, p.day or month_length(year, p.month))
    before = month_length(year - 1, p.month)
    first = date(year - 1, p.month, min(p.day, before) if p.day else before) + timedelta(1)
    return reading._replace(start=first.isoformat(), end=last.isoformat())


def _last_whole(at: Anchors) -> int:
    return at.year if at.month > 2 else at.year - 1


def read_compared(p: Phrase, at: Anchors, tell: Tell) -> Reading | None:
    """Return "the year-ago quarter" and "a year earlier": the period of the report, a year before."""
    if at.period and at.year:
        return _period(at.period[0] - 1, p.number or at.period[1], "compared")
    if p.number and at.month:  # "the year-ago third quarter"
        return _period(at.year - 1 - (p.number > quarter_of(at.month)), p.number, "compared")
    return Reading(f"{at.year - 1:04d}", "ago", "year", "publication") if at.year else Reading("XXXX", "ago", "year")


def read_stretch(p: Phrase, at: Anchors, tell: Tell) -> Reading | None:
    """Note that a report speaks of several months, and return nothing."""
    if at.year:
        at.period = _last_whole(at), 0
    return None
