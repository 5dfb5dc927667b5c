"""The periods of a financial report: which quarter or year it is about, and the same one a year before."""

from __future__ import annotations

from datetime import date, timedelta

from nzn_cli.annotate.dates.date_context import DateContext
from nzn_cli.annotate.dates.resolve_rules import ResolveTable
from nzn_cli.annotate.dates.resolved_date import ResolvedDate
from nzn_cli.annotate.dates.rules import Example, Rule
from nzn_cli.annotate.dates.tense_context import TenseContext
from nzn_cli.annotate.dates.time_expression import TimeExpression
from nzn_cli.text.calendar import is_day, month_length, quarter_of, shift_month

_BOOKS_OPEN = 2  # months of a new year in which a report is on the one before

REPORTED = ResolveTable(
    "period of a report",
    Rule(
        "reported-year", lambda e, c, t: e.unit in ("Y", "y"), lambda e, c, t: _reported_year(e, c),
        Example("For [the full year] sales rose.", "2019/reported-year"),
    ),
    Rule(
        "of-year", lambda e, c, t: e.year is not None and not e.month,
        lambda e, c, t: _period(e.year or 0, _known_quarter(c), "reported-of-year", ""),
        Example("Sales rose in [the 1988 period].", "1988/reported-of-year"),
    ),
    Rule(
        "ended-in-month", lambda e, c, t: e.month and c.document.year and not _known_quarter(c),
        lambda e, c, t: _now_about(c, *_quarter_ended(e, c)),
        Example("Sales rose in [the quarter] ended [July 31].", "2018-Q2/reported 2018-07-31"),
    ),
    Rule(
        "latest", lambda e, c, t: not c.discourse.period and e.shift == 0 and c.document.month,
        lambda e, c, t: _now_about(c, *_quarter_before(c)),
        Example("Sales rose in [the latest quarter].", "2019-Q1/reported"),
    ),
    Rule(
        "known-before", lambda e, c, t: c.discourse.period and (e.unit != "Q" or _known_quarter(c)),
        lambda e, c, t: _period(*(c.discourse.period or (0, 0)), "reported"),
        Example("Sales rose in [the first quarter]. Costs fell in [the quarter].", "2019-Q1 2019-Q1/reported"),
    ),
)  # fmt: skip


def resolve_reported(expression: TimeExpression, context: DateContext, tense: TenseContext) -> ResolvedDate | None:
    """Return "the latest quarter", "the 1988 period", "the quarter ended June 30" and "the full year"."""
    return REPORTED.resolve(expression, context, tense)


def resolve_compared(expression: TimeExpression, context: DateContext, tense: TenseContext) -> ResolvedDate | None:
    """Return "the year-ago quarter" and "a year earlier": the period of the report, a year before."""
    document, period = context.document, context.discourse.period
    if period and document.year:
        return _period(period[0] - 1, expression.number or period[1], "compared")
    if expression.number and document.month:  # "the year-ago third quarter"
        year = document.year - 1 - (expression.number > quarter_of(document.month))
        return _period(year, expression.number, "compared")
    if not document.year:
        return ResolvedDate("XXXX", "ago", "year")
    return ResolvedDate(f"{document.year - 1:04d}", "ago", "year", "publication")


def resolve_stretch(expression: TimeExpression, context: DateContext, tense: TenseContext) -> ResolvedDate | None:
    """Note that a report speaks of several months, and return nothing."""
    if context.document.year:
        context.discourse.period = _last_whole_year(context), 0
    return None


def _period(year: int, quarter: int, rule: str, base: str = "publication") -> ResolvedDate:
    if quarter:
        return ResolvedDate(f"{year:04d}-Q{quarter}", rule, "quarter", base)
    return ResolvedDate(f"{year:04d}", rule, "year", base)


def _known_quarter(context: DateContext) -> int:
    """Return the quarter that the report is about, as far as it is known; else 0."""
    return context.discourse.period[1] if context.discourse.period else 0


def _now_about(context: DateContext, year: int, quarter: int) -> ResolvedDate:
    """Note what the report is about from now on, and return it."""
    context.discourse.period = year, quarter
    return _period(year, quarter, "reported")


def _quarter_ended(expression: TimeExpression, context: DateContext) -> tuple[int, int]:
    """Return year and quarter of "the quarter ended July 31": one that ends in July is mostly the second."""
    month, document = expression.month or 0, context.document
    ended = expression.year or (document.year if month <= document.month else document.year - 1)
    year, before = shift_month(ended, month, -1)
    return year, quarter_of(before)


def _quarter_before(context: DateContext) -> tuple[int, int]:
    n = context.document.year * 4 + quarter_of(context.document.month) - 2
    return n // 4, n % 4 + 1


def _reported_year(expression: TimeExpression, context: DateContext) -> ResolvedDate | None:
    """Return "the full year" and "the year ended 30 June"; the year of a report alone, "for the year", is its own."""
    if expression.unit == "y" and not context.discourse.period:
        return None
    document = context.document
    if not document.year and not expression.year:
        return ResolvedDate("XXXX", "reported-year", "year")
    year = expression.year or (document.year + expression.shift if expression.shift else _last_whole_year(context))
    context.discourse.period = year, 0
    resolved = ResolvedDate(f"{year:04d}", "reported-year", "year", "" if expression.year else "publication")
    month, day = expression.month, expression.day
    if not month or not is_day(year, month, day or 1):
        return resolved
    last = date(year, month, day or month_length(year, month))
    before = month_length(year - 1, month)
    first = date(year - 1, month, min(day, before) if day else before) + timedelta(1)
    return resolved._replace(start=first.isoformat(), end=last.isoformat())


def _last_whole_year(context: DateContext) -> int:
    return context.document.year if context.document.month > _BOOKS_OPEN else context.document.year - 1
