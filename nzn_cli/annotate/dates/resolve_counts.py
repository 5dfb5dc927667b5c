"""Counts of units: what "two weeks ago", "a year later" and "the past three months" mean against their context."""

from __future__ import annotations

from datetime import date, timedelta

from nzn_cli.annotate.dates.date_context import DateContext
from nzn_cli.annotate.dates.resolved_date import DAY_UNITS, MONTH_UNITS, ResolvedDate, unresolved
from nzn_cli.annotate.dates.tense_context import TenseContext
from nzn_cli.annotate.dates.time_expression import TimeExpression
from nzn_cli.text.calendar import cover, month_length, shift_month, week_value

_WRITTEN = {"E": ("Y", 10), "C": ("Y", 100), "F": ("W", 2), "WE": ("W", 1), "T": ("M", 1)}  # decades as P10Y


def resolve_offset(expression: TimeExpression, context: DateContext, tense: TenseContext) -> ResolvedDate | None:
    """Return "two weeks ago" from publication, "a year later" from the date last spoken of; None where vague."""
    if expression.number is None:
        return None
    side = expression.shift or -1
    rule = "ago" if side < 0 else "from-now"
    if expression.season and context.document.day and expression.unit in (*MONTH_UNITS, "W"):
        return _anniversary(expression, context.document.day)
    if expression.base == "text":
        rule = "earlier" if side < 0 else "later"
        if last := context.discourse.last_first():
            return _not_beyond(_offset(expression, side, rule, *last, "text"), expression, context, tense)
        if side > 0 and not tense.is_future():  # later than what is not said
            return unresolved(expression.unit, rule)
    published = context.document.published
    if not published:
        return unresolved(expression.unit, rule)
    first = date.fromisoformat(cover(published)[0])
    return _offset(expression, side, rule, first, len(published), "publication")


def _not_beyond(
    resolved: ResolvedDate | None, expression: TimeExpression, context: DateContext, tense: TenseContext
) -> ResolvedDate | None:
    """Return "sixty years later" as the year of publication where it would lie beyond it and nothing looks ahead."""
    document = context.document
    if not resolved or not document.published or expression.shift != 1:
        return resolved
    if cover(resolved.value)[0] <= document.last_day or tense.is_future():
        return resolved
    if expression.unit in ("Y", "E", "C"):
        return ResolvedDate(f"{document.year:04d}", "later", "year", "publication")
    return unresolved(expression.unit, "later")


def _anniversary(expression: TimeExpression, today: date) -> ResolvedDate | None:
    """Return "a year ago today", "ten years ago Tuesday" and "two years ago this month"."""
    here = today + timedelta(expression.day or 0)
    if expression.weekday:  # the Tuesday nearest to today
        here += timedelta((expression.weekday - today.isoweekday() + 3) % 7 - 3)
    if expression.unit == "W":
        here -= timedelta(7 * (expression.number or 0))
    else:
        year, month = shift_month(here.year, here.month, -(expression.number or 0) * MONTH_UNITS[expression.unit])
        if not year >= 1:
            return None
        here = date(year, month, min(here.day, month_length(year, month)))
    shift = expression.inner.shift or 0 if expression.inner else 0  # of "a year ago next month"
    if expression.season == "M":
        value = "{:04d}-{:02d}".format(*shift_month(here.year, here.month, shift))
        return ResolvedDate(value, "anniversary", "month", "publication")
    if expression.season == "W":
        return ResolvedDate(week_value(here + timedelta(7 * shift)), "anniversary", "week", "publication")
    return ResolvedDate(here.isoformat(), "anniversary", "day", "publication")


def _offset(
    expression: TimeExpression, side: int, rule: str, first: date, known: int, base: str
) -> ResolvedDate | None:
    """Return what lies a number of units from a date of which `known` characters are known."""
    number = side * (expression.number or 0)
    if expression.unit in DAY_UNITS:
        if known < 10:
            return unresolved(expression.unit, rule)
        day = first + timedelta(int(number * DAY_UNITS[expression.unit]))
        if expression.unit in ("W", "F") and abs(number) > 2:  # nobody counts six weeks to the day
            return ResolvedDate(week_value(day), rule, "week", base)
        return ResolvedDate(day.isoformat(), rule, "day", base)
    if expression.unit not in MONTH_UNITS:
        return None
    year, month = shift_month(first.year, first.month, number * MONTH_UNITS[expression.unit])
    if not 1 <= year <= 9999:
        return None
    if expression.unit in ("M", "Q") and known >= 7:
        return ResolvedDate(f"{year:04d}-{month:02d}", rule, "month", base)
    return ResolvedDate(f"{year:04d}", rule, "year", base)


def resolve_ahead(expression: TimeExpression, context: DateContext, tense: TenseContext) -> ResolvedDate | None:
    """Return "in five years" where the sentence looks ahead."""
    resolved = resolve_offset(expression, context, tense) if tense.is_future() and not tense.looks_back() else None
    return resolved._replace(rule="in") if resolved else None


def resolve_interval(expression: TimeExpression, context: DateContext, tense: TenseContext) -> ResolvedDate | None:
    """Return "the past three months" and "the next two years": they touch the day of publication."""
    side = expression.shift or -1
    rule = "interval-past" if side < 0 else "interval-ahead"
    if expression.number is None:
        return ResolvedDate("FUTURE_REF", rule, "vague") if side > 0 else None
    if expression.number == 0:  # "the last 0 days" are no days
        return None
    unit, times = _WRITTEN.get(expression.unit, (expression.unit, 1))
    if side > 0 and tense.was_follows():  # "the next seven years were a blur"
        return ResolvedDate(f"P{expression.number * times}{unit}", rule, "interval")
    value = f"{'PT' if expression.unit in ('H', 'T') else 'P'}{expression.number * times}{unit}"
    days = _touching(context.document.day, expression.number, expression.unit, side) if context.document.day else None
    return (
        ResolvedDate(value, rule, "interval", "publication", None, *days)
        if days
        else ResolvedDate(value, rule, "interval")
    )


def _touching(today: date, number: int, unit: str, side: int) -> tuple[str, str] | None:
    """Return first and last day of `number` units that end today, or that begin tomorrow."""
    if unit in MONTH_UNITS:
        year, month = shift_month(today.year, today.month, side * number * MONTH_UNITS[unit])
        far = date(year, month, min(today.day, month_length(year, month)))
    elif unit in ("D", "W", "F"):
        far = today + timedelta(side * number * DAY_UNITS[unit])
    elif unit == "H":
        far = today + timedelta(side * -(-number // 24))
        return (far.isoformat(), today.isoformat()) if side < 0 else (today.isoformat(), far.isoformat())
    else:
        return None
    one = timedelta(1)
    return ((far + one).isoformat(), today.isoformat()) if side < 0 else ((today + one).isoformat(), far.isoformat())
