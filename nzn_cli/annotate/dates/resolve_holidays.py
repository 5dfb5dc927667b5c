"""Holidays by name: which year's, and their weeks and weekends."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from nzn_cli.annotate.dates.date_context import DateContext
from nzn_cli.annotate.dates.resolved_date import ResolvedDate
from nzn_cli.annotate.dates.rules import Example, Rule, RuleTable, always
from nzn_cli.annotate.dates.tense_context import TenseContext
from nzn_cli.annotate.dates.time_expression import TimeExpression
from nzn_cli.text.calendar import holiday, week_value

_CLEARLY_NEAR = 75  # days within which the nearest one is meant, whatever the tense

_Picked = tuple[date, str, date | None]  # day, rule, what it might mean besides
_Pick = Callable[[TimeExpression, DateContext], _Picked]

HOLIDAY: RuleTable[[TimeExpression, DateContext, TenseContext], _Pick] = RuleTable(
    "year of a holiday",
    Rule(
        "holiday", lambda e, c, t: e.year is not None, lambda e, c: (_of(e, c, e.year or 0), "holiday", None),
        Example("They met on [Christmas Day 2016].", "2016-12-25/holiday"),
    ),
    Rule(
        "holiday-of-text", lambda e, c, t: e.shift is None and c.past_year_of_event() and not t.is_future(),
        lambda e, c: (_of(e, c, c.past_year_of_event() or 0), "holiday-of-text", None),
        Example("In [2006] they met at [Christmas Day].", "2006 2006-12-25/holiday-of-text"),
    ),
    Rule(
        "holiday-last", lambda e, c, t: e.shift == -1,
        lambda e, c: (max(day for day in _near(e, c) if day < c.document.middle), "holiday-last", None),
        Example("It rained [last Christmas Day].", "2018-12-25/holiday-last"),
    ),
    Rule(
        "holiday-next", lambda e, c, t: e.shift == 1, lambda e, c: (_ahead(e, c), "holiday-next", None),
        Example("We meet [next Easter].", "2020-04-12/holiday-next"),
    ),
    Rule(
        "holiday-this", lambda e, c, t: e.shift == 0,
        lambda e, c: (_of(e, c, c.document.middle.year), "holiday-this", None),
        Example("It rained [this Christmas Day].", "2019-12-25/holiday-this"),
    ),
    Rule(
        "holiday-today", lambda e, c, t: _back(e, c) == _ahead(e, c), lambda e, c: (_back(e, c), "holiday-this", None),
        Example("It rains on [Christmas Day].", "2018-12-25/holiday-this", "2018-12-25"),
    ),
    Rule(
        "holiday-ahead", lambda e, c, t: _is_ahead(e, c, t), lambda e, c: (_ahead(e, c), "holiday-ahead", _back(e, c)),
        Example("The mill will be shut on [Christmas Day].", "2019-12-25/holiday-ahead"),
    ),
    Rule(
        "holiday-past", always, lambda e, c: (_back(e, c), "holiday-past", _ahead(e, c)),
        Example("The mill was shut on [Christmas Day].", "2018-12-25/holiday-past"),
    ),
)  # fmt: skip


def resolve_holiday(expression: TimeExpression, context: DateContext, tense: TenseContext) -> ResolvedDate | None:
    """Return a holiday, its week or its weekend: of the stated year, else the nearest or as the tense asks."""
    if expression.year is None and not context.document.year:
        return ResolvedDate("XXXX-XX-XX", "holiday", "day")
    pick = HOLIDAY.match(expression, context, tense)
    if not pick or (expression.season == "election day" and context.southern):
        return None
    day, rule, other = pick(expression, context)
    base = "" if expression.year is not None else "text" if rule == "holiday-of-text" else "publication"
    if expression.unit:
        return _stretch(expression.unit, day, rule, base)
    return ResolvedDate(day.isoformat(), rule, "day", base, other.isoformat() if other else None)


def _stretch(unit: str, day: date, rule: str, base: str) -> ResolvedDate:
    """Return the week or the weekend of a holiday."""
    if unit != "WE":
        return ResolvedDate(week_value(day), rule, "week", base)
    monday = day.isoweekday() == 1  # "Queen's Birthday weekend" begins two days before the holiday
    return ResolvedDate(week_value(day - timedelta(monday)) + "-WE", rule, "interval", base)


def _of(expression: TimeExpression, context: DateContext, year: int) -> date:
    return holiday(expression.season, year, context.country)


def _near(expression: TimeExpression, context: DateContext) -> list[date]:
    year = context.document.middle.year
    return [_of(expression, context, near) for near in (year - 1, year, year + 1)]


def _back(expression: TimeExpression, context: DateContext) -> date:
    """Return the last one, that of today included."""
    return max(day for day in _near(expression, context) if day <= context.document.middle)


def _ahead(expression: TimeExpression, context: DateContext) -> date:
    """Return the next one, that of today included."""
    return min(day for day in _near(expression, context) if day >= context.document.middle)


def _is_ahead(expression: TimeExpression, context: DateContext, tense: TenseContext) -> bool:
    """Return whether the next one is meant: the nearer of the two, unless neither is near and there is a tense."""
    here = context.document.middle
    since, until = here - _back(expression, context), _ahead(expression, context) - here
    asked = "" if min(since, until).days < _CLEARLY_NEAR else tense.tense()
    return asked == "future" or (not asked and until < since)
