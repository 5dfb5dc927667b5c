"""Seasons, quarters and halves of a year: which year's is meant."""

from __future__ import annotations

from nzn_cli.annotate.dates.date_context import DateContext
from nzn_cli.annotate.dates.resolve_rules import ResolveTable
from nzn_cli.annotate.dates.resolved_date import SIDES, ResolvedDate
from nzn_cli.annotate.dates.rules import Example, Rule, always
from nzn_cli.annotate.dates.tense_context import TenseContext
from nzn_cli.annotate.dates.time_expression import TimeExpression
from nzn_cli.text.calendar import cover, quarter_of

_WINTER_OVER = 4  # the month until which "this winter" may be the one that has just ended

SEASON = ResolveTable(
    "year of a season",
    Rule(
        "stated-year", lambda e, c, t: e.year is not None,
        lambda e, c, t: ResolvedDate(f"{e.year:04d}-{e.season}", "season", "season"),
        Example("It rained in [summer 2016].", "2016-SU/season"),
    ),
    Rule(
        "of-text", lambda e, c, t: e.base, lambda e, c, t: _season_of_text(e, c),
        Example("It was dry in [May 2016] after [the previous summer].", "2016-05 2015-SU/season-of-text"),
    ),
    Rule(
        "undated", lambda e, c, t: not c.document.published,
        lambda e, c, t: ResolvedDate(f"XXXX-{e.season}", "season", "season"),
        Example("It rained in [the summer].", "XXXX-SU/season", None),
    ),
    Rule(
        "of-last-year", lambda e, c, t: e.unit == "Y", lambda e, c, t: _season(e, c, e.shift or 0, "season-of-year"),
        Example("It rained in [the summer of last year].", "2018-SU/season-of-year"),
    ),
    Rule(  # in January "this winter" began last year
        "begun-last-year", lambda e, c, t: _is_begun_last_year(e, c, t),
        lambda e, c, t: _season(e, c, -1, "season-this"),
        Example("It rains in [the winter].", "2018-WI/season-this", "2019-02-15"),
    ),
    Rule(
        "last", lambda e, c, t: e.shift == -1 and not _is_over(e, c), lambda e, c, t: _season(e, c, -1),
        Example("It rained [last summer].", "2018-SU/season-last"),
    ),
    Rule(
        "next", lambda e, c, t: e.shift == 1 and not _is_ahead(e, c), lambda e, c, t: _season(e, c, 1),
        Example("It will rain [next spring].", "2020-SP/season-next"),
    ),
    Rule(
        "over-but-to-come", lambda e, c, t: e.shift is None and _is_over(e, c) and t.is_future(),
        lambda e, c, t: _season(e, c, 1),
        Example("It will rain in [the spring].", "2020-SP/season", "2019-07-15"),
    ),
    Rule(
        "ahead-but-past", lambda e, c, t: e.shift is None and _is_ahead(e, c) and not t.is_future(),
        lambda e, c, t: _season(e, c, -1),
        Example("It rained in [the autumn].", "2018-FA/season"),
    ),
    Rule(
        "of-this-year", always, lambda e, c, t: _season(e, c, 0),
        Example("It rained [this spring].", "2019-SP/season-this"),
    ),
)  # fmt: skip

QUARTER = ResolveTable(
    "year of a quarter",
    Rule(
        "stated-year", lambda e, c, t: e.year is not None or not c.document.month,
        lambda e, c, t: ResolvedDate(
            f"{e.year or c.document.year or 'XXXX':0>4}-Q{e.number or 'X'}", "quarter", "quarter"
        ),
        Example("Sales rose in [the first quarter of 2016] and in [Q3].", "2016-Q1/quarter 2018-Q3"),
    ),
    Rule(
        "quarter-last", lambda e, c, t: not e.number,
        lambda e, c, t: _shifted_quarter(c, e.shift or 0),
        Example("Sales rose [last quarter].", "2019-Q1/quarter-last"),
    ),
    Rule(
        "quarter-of-year", lambda e, c, t: e.shift is not None,
        lambda e, c, t: _quarter_of_year(e, c),
        Example("Sales rose in [the first quarter of last year].", "2018-Q1/quarter-of-year"),
    ),
    Rule(
        "quarter-ahead", lambda e, c, t: 0 < ((e.number or 0) - _now(c)) % 4 < 3 and t.is_future(),
        lambda e, c, t: _quarter(c.document.year + ((e.number or 0) < _now(c)), e.number or 0, "quarter-ahead"),
        Example("Sales will rise in [the third quarter].", "2019-Q3/quarter-ahead"),
    ),
    Rule(
        "quarter-past", always, lambda e, c, t: _last_quarter(e, c),
        Example("Sales rose in [the third quarter].", "2018-Q3/quarter-past"),
    ),
)  # fmt: skip


def resolve_season(expression: TimeExpression, context: DateContext, tense: TenseContext) -> ResolvedDate | None:
    """Return a season with its year: stated, last, next, or the side that the tense asks for."""
    return SEASON.resolve(expression, context, tense)


def resolve_quarter(expression: TimeExpression, context: DateContext, tense: TenseContext) -> ResolvedDate | None:
    """Return a quarter with its year; one without a year is the last that has begun, unless the tense looks ahead."""
    return QUARTER.resolve(expression, context, tense)


def resolve_half(expression: TimeExpression, context: DateContext, tense: TenseContext) -> ResolvedDate | None:
    """Return the half of a year."""
    if expression.year is not None:
        return ResolvedDate(f"{expression.year:04d}-H{expression.number}", "half", "interval")
    if not context.document.year:
        return ResolvedDate(f"XXXX-H{expression.number}", "half", "interval")
    year = context.document.year + (expression.shift or 0)
    return ResolvedDate(f"{year:04d}-H{expression.number}", "half", "interval", "publication")


def _season(expression: TimeExpression, context: DateContext, years: int, rule: str = "") -> ResolvedDate:
    """Return the season so many years from that of the year of publication."""
    shift = expression.shift
    rule = rule or ("season" if shift is None else f"season-{SIDES[shift]}")
    return ResolvedDate(f"{context.document.year + years:04d}-{expression.season}", rule, "season", "publication")


def _season_of_text(expression: TimeExpression, context: DateContext) -> ResolvedDate:
    """Return "the following spring" and "the previous summer" counted from the date last spoken of."""
    last = context.discourse.last
    if not last:
        return ResolvedDate(f"XXXX-{expression.season}", "season-of-text", "season")
    first, end = cover(last)
    year = int(first[:4])
    values = [f"{near:04d}-{expression.season}" for near in range(year - 2, year + 3)]
    ahead = [value for value in values if cover(value, context.southern)[0] > end]
    back = [value for value in values if cover(value, context.southern)[1] < first]
    value = ahead[0] if expression.shift == 1 else back[-1]
    return ResolvedDate(value, "season-of-text", "season", "text")


def _cover(expression: TimeExpression, context: DateContext, years: int = 0) -> tuple[str, str]:
    return cover(f"{context.document.year + years:04d}-{expression.season}", context.southern)


def _is_over(expression: TimeExpression, context: DateContext) -> bool:
    return _cover(expression, context)[1] < (context.document.published or "")


def _is_ahead(expression: TimeExpression, context: DateContext) -> bool:
    return _cover(expression, context)[0] > (context.document.published or "")


def _is_begun_last_year(expression: TimeExpression, context: DateContext, tense: TenseContext) -> bool:
    """Return whether this season is the one that began last year and ends in this: it goes on, or is just over."""
    if expression.shift not in (0, None) or not _is_ahead(expression, context):
        return False
    document, end = context.document, _cover(expression, context, -1)[1]
    published = document.published or ""
    if end[:4] != published[:4]:
        return False
    return published <= end or (document.month <= _WINTER_OVER and not tense.is_future())


def _now(context: DateContext) -> int:
    return quarter_of(context.document.month)


def _quarter(year: int, number: int, rule: str) -> ResolvedDate:
    return ResolvedDate(f"{year:04d}-Q{number}", rule, "quarter", "publication")


def _shifted_quarter(context: DateContext, shift: int) -> ResolvedDate:
    """Return "last quarter", "this quarter" and "next quarter"."""
    n = context.document.year * 4 + _now(context) - 1 + shift
    return _quarter(n // 4, n % 4 + 1, f"quarter-{SIDES[shift]}")


def _last_quarter(expression: TimeExpression, context: DateContext) -> ResolvedDate:
    """Return the last quarter of that number that has begun, which the report is about from now on."""
    number = expression.number or 0
    year = context.document.year - (number > _now(context))
    _report_on(expression, context, year)
    return _quarter(year, number, "quarter-past")


def _quarter_of_year(expression: TimeExpression, context: DateContext) -> ResolvedDate:
    """Return "the third quarter of this year", which a report is about where it is of this year."""
    if not expression.shift and (expression.number or 0) < _now(context):
        _report_on(expression, context, context.document.year)
    return _quarter(context.document.year + (expression.shift or 0), expression.number or 0, "quarter-of-year")


def _report_on(expression: TimeExpression, context: DateContext, year: int) -> None:
    """Note that the text speaks of a quarter: one that has ended stays what the report is about."""
    number, discourse = expression.number or 0, context.discourse
    period = discourse.period if discourse.period and discourse.period[1] and expression.season != "fiscal" else (0, 0)
    if period == (0, 0) or period < (year, number) < (context.document.year, _now(context)):
        discourse.period = (year, number)
