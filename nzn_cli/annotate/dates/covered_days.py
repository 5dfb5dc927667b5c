"""From what an expression means to the days that it covers, and the row of them. Knows no grammar."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from nzn_cli.annotate.dates.date_context import DateContext
from nzn_cli.annotate.dates.resolved_date import ResolvedDate
from nzn_cli.annotate.dates.time_expression import TimeExpression
from nzn_cli.model.annotations import DateSpan, EventPrecision
from nzn_cli.text.calendar import cover, shift_month


def date_span(
    text: str, start: int, end: int, expression: TimeExpression, resolved: ResolvedDate, context: DateContext
) -> DateSpan:
    """Return the span `text[start:end]` of an expression, with the days that it covers where they are known."""
    document = context.document
    first, last = _first_and_last(resolved, context)
    precision: EventPrecision = resolved.precision
    if expression.part and first and last and precision != "day":
        first, last = _part(first, last, expression.part, document.published)
        precision = "vague"
    anchor, source = _anchor(resolved, context)
    return DateSpan(
        start, end, text[start:end], resolved.value, first, last, precision,
        anchor, source, resolved.rule, resolved.rejected, first is not None and first > document.last_day,
    )  # fmt: skip


def _first_and_last(resolved: ResolvedDate, context: DateContext) -> tuple[str | None, str | None]:
    """Return the days that a resolved date begins and ends with, None where they are not known."""
    if resolved.start is not None:
        return resolved.start, resolved.end
    if resolved.precision == "day" and resolved.value[:4].isdecimal():
        return resolved.value[:10], resolved.value[:10]
    if resolved.value[0] in "0123456789F":
        return _covered(resolved.value, context.southern if resolved.precision == "season" else False)
    return None, resolved.end


def _anchor(resolved: ResolvedDate, context: DateContext) -> tuple[str | None, Literal["publication", "text"] | None]:
    """Return the date that an expression counts from, and whether it is that of publication or of the text."""
    if not resolved.base:
        return None, None
    if resolved.base == "text":
        return context.discourse.last, "text"
    return context.document.published, "publication"


def _covered(value: str, southern: bool) -> tuple[str | None, str | None]:
    if value == "00":
        return "0001-01-01", "0100-12-31"
    try:
        first, last = cover(value, southern)
        return max(first, "0001-01-01"), last  # no calendar has a year 0
    except ValueError:  # FUTURE_REF
        return None, None


def _part(first: str, last: str, part: str, published: str | None) -> tuple[str, str]:
    """Return the first, middle or last third of a stretch of days, or what of it lies before or after publication.

    Thirds of a decade end with a year, thirds of a year or a quarter with a month.
    """
    if part in ("BEFORE", "AFTER"):
        if published and len(published) == 10 and first <= published <= last:
            return (first, published) if part == "BEFORE" else (published, last)
        return first, last
    a, b = date.fromisoformat(first), date.fromisoformat(last)
    if part == "ABOUT":
        return first, last
    third = {"START": 0, "MID": 1, "END": 2}[part]
    months = (b.year - a.year) * 12 + b.month - a.month + 1
    if months >= 36:  # thirds of a decade begin with a year
        edges = [date(a.year + round(months * n / 36), 1, 1) for n in (0, 1, 2)]
    elif months >= 3:
        edges = [date(*shift_month(a.year, a.month, months * n // 3), 1) for n in (0, 1, 2)]
    else:
        edges = [a + timedelta(round(((b - a).days + 1) * n / 3)) for n in (0, 1, 2)]
    first_day, last_day = edges[third], edges[third + 1] - timedelta(1) if third < 2 else b
    # of two days none is the middle one, so both are
    return min(first_day, last_day).isoformat(), max(first_day, last_day).isoformat()
