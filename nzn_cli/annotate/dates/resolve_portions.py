"""Portions of a month or a year: the days that "the last two weeks of January" covers; weeks by their number."""

from __future__ import annotations

from datetime import date, timedelta

from nzn_cli.annotate.dates.date_context import DateContext
from nzn_cli.annotate.dates.resolve_months import resolve_month
from nzn_cli.annotate.dates.resolve_units import unit_from
from nzn_cli.annotate.dates.resolved_date import MONTH_UNITS, PRECISION, ResolvedDate, unresolved
from nzn_cli.annotate.dates.tense_context import TenseContext
from nzn_cli.annotate.dates.time_expression import TimeExpression
from nzn_cli.text.calendar import cover, quarter_of, shift_month, week_value

_DAYS = {"D": 1, "W": 7, "F": 14}
_HALF = 15  # days of the first half of a month


def resolve_portion(expression: TimeExpression, context: DateContext, tense: TenseContext) -> ResolvedDate | None:
    """Return the first, n-th or last units of a month or year: a day, a month, a week of a year, or first/last day."""
    inner = _whole(expression, context, tense)
    if not inner or not inner.value[:4].isdecimal():
        return unresolved(expression.unit, "portion")
    first, last = (date.fromisoformat(day) for day in cover(inner.value))
    if expression.unit in MONTH_UNITS:
        return _months(expression, first, inner.base)
    if expression.unit == "W" and expression.count == 1 and len(inner.value) == 4 and (expression.number or 0) > 0:
        return _week(first.year, expression.number or 0, "portion", inner.base)
    start, end = _weekend(expression, first, last) if expression.unit == "WE" else _days(expression, first, last)
    if not first <= start <= last:
        return None
    if start == end:
        return ResolvedDate(start.isoformat(), "portion", "day", inner.base)
    if expression.unit == "WE":
        return ResolvedDate(week_value(start) + "-WE", "portion", "interval", inner.base)
    days = start.isoformat(), min(end, last).isoformat()
    return ResolvedDate("/".join(days), "portion", "interval", inner.base, None, *days)


def _whole(expression: TimeExpression, context: DateContext, tense: TenseContext) -> ResolvedDate | None:
    """Return the month or year that the portion is of."""
    inner = expression.inner
    if inner is None:
        return None
    if inner.kind == "year":
        return ResolvedDate(f"{inner.year:04d}", "year", "year")
    return resolve_month(inner, context, tense) if inner.kind == "month" else unit_from(inner, context)


def _days(expression: TimeExpression, first: date, last: date) -> tuple[date, date]:
    """Return first and last day of so many days or weeks, the n-th ones or the last."""
    if expression.unit == "half":
        middle = first + timedelta(_HALF)
        return (first, middle - timedelta(1)) if expression.number == 1 else (middle, last)
    number, size = expression.number or 1, _DAYS[expression.unit]
    length = timedelta(size * expression.count)
    if number < 0:
        return last - length + timedelta(1), last
    start = first + timedelta(size * (number - 1))
    return start, start + length - timedelta(1)


def _weekend(expression: TimeExpression, first: date, last: date) -> tuple[date, date]:
    """Return Saturday and Sunday of the n-th or the last weekend that begins in the stretch."""
    number = expression.number or 1
    if number < 0:
        saturday = last - timedelta((last.isoweekday() - 6) % 7)
    else:
        saturday = first + timedelta((6 - first.isoweekday()) % 7 + 7 * (number - 1))
    return saturday, saturday + timedelta(1)


def _months(expression: TimeExpression, first: date, base: str) -> ResolvedDate | None:
    """Return a month of a year, a quarter, a half, or several months as a range."""
    size = MONTH_UNITS[expression.unit]
    most, length = 12 // size, expression.count
    number = expression.number or 1
    begin = (most - length if number < 0 else number - 1) * size + 1
    end = begin + length * size - 1
    if not 1 <= begin <= end <= 12:
        return None
    if begin == end:
        return ResolvedDate(f"{first.year:04d}-{begin:02d}", "portion", "month", base)
    if length * size == 3 and end % 3 == 0:
        return ResolvedDate(f"{first.year:04d}-Q{quarter_of(end)}", "portion", "quarter", base)
    value = f"{first.year:04d}-H{end // 6}" if length * size == 6 and end % 6 == 0 else ""
    days = cover(f"{first.year:04d}-{begin:02d}")[0], cover(f"{first.year:04d}-{end:02d}")[1]
    value = value or f"{first.year:04d}-{begin:02d}/{first.year:04d}-{end:02d}"
    return ResolvedDate(value, "portion", "interval", base, None, *days)


def _week(year: int, number: int, rule: str, base: str) -> ResolvedDate:
    date.fromisocalendar(year, number, 1)  # not every year has 53
    return ResolvedDate(f"{year:04d}-W{number:02d}", rule, PRECISION["W"], base)


def resolve_iso_week(expression: TimeExpression, context: DateContext, tense: TenseContext) -> ResolvedDate | None:
    """Return "2017-W30" as it is, "2017-W30-4" as the day that it names."""
    year, number = expression.year or 0, expression.number or 0
    if expression.weekday:
        day = date.fromisocalendar(year, number, expression.weekday)
        return ResolvedDate(day.isoformat(), "iso-week", "day")
    return _week(year, number, "iso-week", "")


def days_and_months_away(day: date, days: int, months: int) -> date:
    """Return the day that lies so many days or months away; of a shorter month the last one."""
    if months:
        year, month = shift_month(day.year, day.month, months)
        day = date(year, month, min(day.day, date.fromisoformat(cover(f"{year:04d}-{month:02d}")[1]).day))
    return day + timedelta(days)
