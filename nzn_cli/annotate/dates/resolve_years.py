"""Years, financial years, decades and centuries, which say themselves what they are."""

from __future__ import annotations

from nzn_cli.annotate.dates.date_context import DateContext
from nzn_cli.annotate.dates.resolved_date import ResolvedDate
from nzn_cli.annotate.dates.tense_context import TenseContext
from nzn_cli.annotate.dates.time_expression import TimeExpression


def resolve_year(expression: TimeExpression, context: DateContext, tense: TenseContext) -> ResolvedDate | None:
    """Return a year as it is."""
    return ResolvedDate(f"{expression.year:04d}", "year", "year")


def resolve_financial_year(
    expression: TimeExpression, context: DateContext, tense: TenseContext
) -> ResolvedDate | None:
    """Return a financial year under the year in which it ends: "2018/19" is FY2019."""
    return ResolvedDate(f"FY{expression.year:04d}", "financial-year", "year")


def resolve_decade(expression: TimeExpression, context: DateContext, tense: TenseContext) -> ResolvedDate | None:
    """Return a decade: 199, as ISO 8601 and TIMEX2 write it."""
    return ResolvedDate(f"{expression.number:03d}", "decade", "decade")


def resolve_century(expression: TimeExpression, context: DateContext, tense: TenseContext) -> ResolvedDate | None:
    """Return a century: 19."""
    return ResolvedDate(f"{expression.number:02d}", "century", "interval")
