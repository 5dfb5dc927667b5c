"""From what an expression says to the days it covers: one resolver a kind of expression."""

from __future__ import annotations

from datetime import date, timedelta

from nzn_cli.annotate.dates import (
    resolve_counts,
    resolve_dates,
    resolve_days,
    resolve_holidays,
    resolve_months,
    resolve_quarters,
    resolve_reports,
    resolve_units,
    resolve_weekdays,
    resolve_years,
)
from nzn_cli.annotate.dates.date_context import DateContext
from nzn_cli.annotate.dates.resolve_rules import Resolver
from nzn_cli.annotate.dates.resolved_date import ResolvedDate
from nzn_cli.annotate.dates.tense_context import TenseContext
from nzn_cli.annotate.dates.time_expression import TimeExpression

_RESOLVERS: dict[str, Resolver] = {
    "date": resolve_dates.resolve_date,
    "week of": resolve_dates.resolve_week_of,
    "weekday": resolve_weekdays.resolve_weekday,
    "day": resolve_days.resolve_day,
    "clock": resolve_days.resolve_clock_time,
    "holiday": resolve_holidays.resolve_holiday,
    "nth": resolve_months.resolve_nth_weekday,
    "month": resolve_months.resolve_month,
    "year": resolve_years.resolve_year,
    "financial": resolve_years.resolve_financial_year,
    "decade": resolve_years.resolve_decade,
    "century": resolve_years.resolve_century,
    "unit": resolve_units.resolve_unit,
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
        return _days_away(resolved, expression.days) if resolved and expression.days else resolved
    except (ValueError, OverflowError):  # a day that the calendar lacks
        return None


def _days_away(resolved: ResolvedDate, days: int) -> ResolvedDate:
    """Return "the day after Christmas" from what Christmas means."""
    if resolved.precision != "day" or not resolved.value[0].isdecimal():
        return resolved
    day = date.fromisoformat(resolved.value[:10]) + timedelta(days)
    return resolved._replace(value=day.isoformat() + resolved.value[10:], rejected=None)


def other_side(expression: TimeExpression, resolved: ResolvedDate) -> ResolvedDate:
    """Return the second side of a range from what its first means: the 30 June of "28 to 30 June"."""
    if expression.kind == "year":
        return resolved._replace(value=f"{expression.to_day:04d}")
    value = f"{resolved.value[:8]}{expression.to_day:02d}{resolved.value[10:]}"
    return resolved._replace(value=value, rejected=None)
