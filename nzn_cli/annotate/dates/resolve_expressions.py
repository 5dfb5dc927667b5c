"""From what an expression says to the days it covers: one resolver a kind; the short ones stand here themselves."""

from __future__ import annotations

from datetime import date, timedelta

from nzn_cli.annotate.dates import (
    resolve_counts,
    resolve_dates,
    resolve_holidays,
    resolve_months,
    resolve_portions,
    resolve_quarters,
    resolve_reports,
    resolve_units,
    resolve_weekdays,
)
from nzn_cli.annotate.dates.date_context import DateContext
from nzn_cli.annotate.dates.resolve_rules import Resolver, ResolveTable
from nzn_cli.annotate.dates.resolved_date import PRECISION, ResolvedDate, unresolved
from nzn_cli.annotate.dates.rules import Example, Rule, always
from nzn_cli.annotate.dates.tense_context import TenseContext
from nzn_cli.annotate.dates.time_expression import Side, TimeExpression
from nzn_cli.text.calendar import financial_year, week_value


def _resolve_day(expression: TimeExpression, context: DateContext, tense: TenseContext) -> ResolvedDate | None:
    """Return "today", "yesterday evening", "that night" and "the next morning"."""
    of_text = expression.base == "text"
    day = context.discourse.last_day() if of_text else context.document.day
    rule = "day-of-text" if of_text else "day"
    if day:
        value = (day + timedelta(expression.number or 0)).isoformat() + expression.time
        return ResolvedDate(value, rule, "day", expression.base or "publication")
    if expression.base and context.document.day and not expression.number:  # "that night" of no day that was spoken of
        return None
    return ResolvedDate("XXXX-XX-XX" + expression.time, rule, "day")


CLOCK_TIME = ResolveTable(
    "day of a clock time",
    Rule(
        "day-here", lambda e, c, t: c.day_here(),
        lambda e, c, t: ResolvedDate(f"{c.day_here()}{e.time}", "clock", "day", "text"),
        Example("On [10 June 2018] the fair was shut; rain came by [3.30 pm].", "2018-06-10 2018-06-10T15:30/clock"),
    ),
    Rule(
        "day-above", lambda e, c, t: c.discourse.heading(),
        lambda e, c, t: ResolvedDate(f"{c.discourse.heading()}{e.time}", "clock", "day", "text"),
        Example("[10 June 2018]\n\n[8.30 am] We set out.", "2018-06-10 2018-06-10T08:30/clock"),
    ),
    Rule(
        "of-a-year-past", lambda e, c, t: c.document.day and c.speaks_of_past() and t.is_past(), lambda e, c, t: None,
        Example("In [June 2010] the mill was shut at noon.", "2010-06"),
    ),
    Rule(
        "publication", lambda e, c, t: c.document.day,
        lambda e, c, t: ResolvedDate(f"{c.document.day}{e.time}", "clock", "day", "publication"),
        Example("The mill opens at [8.30 am].", "2019-05-15T08:30/clock"),
    ),
    Rule(
        "undated", always, lambda e, c, t: ResolvedDate("XXXX-XX-XX" + e.time, "clock", "day"),
        Example("The mill opens at [8.30 am].", "XXXX-XX-XXT08:30/clock", None),
    ),
)  # fmt: skip


def _resolve_clock_time(expression: TimeExpression, context: DateContext, tense: TenseContext) -> ResolvedDate | None:
    """Return a clock time on the day last spoken of, else on publication day unless the text speaks of a year past."""
    return CLOCK_TIME.resolve(expression, context, tense)


def _resolve_open(expression: TimeExpression, context: DateContext, tense: TenseContext) -> ResolvedDate | None:
    """Return what is counted from a day in units that do not tell one: "a few weeks from Monday"."""
    return unresolved(expression.unit, "from-weekday")


def _resolve_year(expression: TimeExpression, context: DateContext, tense: TenseContext) -> ResolvedDate | None:
    """Return a year as it is."""
    return ResolvedDate(f"{expression.year:04d}", "year", "year")


def _resolve_financial_year(
    expression: TimeExpression, context: DateContext, tense: TenseContext
) -> ResolvedDate | None:
    """Return a financial year under the year in which it ends: "2018/19" is FY2019, whenever the country begins it."""
    days = financial_year(expression.year or 0, context.country)
    return ResolvedDate(f"FY{expression.year:04d}", "financial-year", "year", "", None, *days)


def _resolve_fiscal_year(expression: TimeExpression, context: DateContext, tense: TenseContext) -> ResolvedDate | None:
    """Return "fiscal 2018": the value is the year, the days are those of the country's financial year."""
    days = financial_year(expression.year or 0, context.country)
    return ResolvedDate(f"{expression.year:04d}", "fiscal-year", "year", "", None, *days)


def _resolve_decade(expression: TimeExpression, context: DateContext, tense: TenseContext) -> ResolvedDate | None:
    """Return a decade: 199, as ISO 8601 and TIMEX2 write it."""
    return ResolvedDate(f"{expression.number:03d}", "decade", "decade")


def _resolve_century(expression: TimeExpression, context: DateContext, tense: TenseContext) -> ResolvedDate | None:
    """Return a century: 19."""
    return ResolvedDate(f"{expression.number:02d}", "century", "interval")


_RESOLVERS: dict[str, Resolver] = {
    "date": resolve_dates.resolve_date,
    "week of": resolve_dates.resolve_week_of,
    "weekday": resolve_weekdays.resolve_weekday,
    "day": _resolve_day,
    "clock": _resolve_clock_time,
    "holiday": resolve_holidays.resolve_holiday,
    "nth": resolve_months.resolve_nth_weekday,
    "portion": resolve_portions.resolve_portion,
    "iso week": resolve_portions.resolve_iso_week,
    "month": resolve_months.resolve_month,
    "year": _resolve_year,
    "fiscal": _resolve_fiscal_year,
    "financial": _resolve_financial_year,
    "decade": _resolve_decade,
    "century": _resolve_century,
    "unit": resolve_units.resolve_unit,
    "day of month": resolve_units.resolve_day_of_month,
    "open": _resolve_open,
    "season": resolve_quarters.resolve_season,
    "quarter": resolve_quarters.resolve_quarter,
    "half": resolve_quarters.resolve_half,
    "reported": resolve_reports.resolve_reported,
    "compared": resolve_reports.resolve_compared,
    "stretch": resolve_reports.resolve_stretch,
    "offset": resolve_counts.resolve_offset,
    "ahead": resolve_counts.resolve_ahead,
    "interval": resolve_counts.resolve_interval,
}


def resolve_expression(expression: TimeExpression, context: DateContext, tense: TenseContext) -> ResolvedDate | None:
    """Return what `expression` means, or None where it is no time expression after all."""
    try:
        resolved = _RESOLVERS[expression.kind](expression, context, tense)
        return _away(resolved, expression) if resolved and (expression.days or expression.months) else resolved
    except (ValueError, OverflowError):  # a day that the calendar lacks
        return None


def _away(resolved: ResolvedDate, expression: TimeExpression) -> ResolvedDate:
    """Return "the day after Christmas", "a month before Christmas", "the week after it" from what Christmas means."""
    if resolved.precision != "day" or not resolved.value[0].isdecimal():
        return resolved
    day = date.fromisoformat(resolved.value[:10])
    day = resolve_portions.days_and_months_away(day, expression.days, expression.months)
    if expression.week:
        week = week_value(day) + ("-WE" if expression.week == "WE" else "")
        return resolved._replace(value=week, precision=PRECISION[expression.week], rejected=None)
    return resolved._replace(value=day.isoformat() + resolved.value[10:], rejected=None)


def other_side(expression: TimeExpression, side: Side, resolved: ResolvedDate) -> ResolvedDate:
    """Return a side of a range or list from what its first one means: the 30 June of "28 to 30 June"."""
    if expression.kind == "year":
        return resolved._replace(value=f"{side.number:04d}")
    value = f"{resolved.value[:8]}{side.number:02d}{resolved.value[10:]}"
    return resolved._replace(value=value, rejected=None)
