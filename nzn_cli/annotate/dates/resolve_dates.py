"""Days told by their number: what a day and month mean, with and without their year."""

from __future__ import annotations

from datetime import date

from nzn_cli.annotate.dates.date_context import DateContext
from nzn_cli.annotate.dates.known_days import AFTERMATH
from nzn_cli.annotate.dates.resolve_rules import ResolveTable
from nzn_cli.annotate.dates.resolved_date import ResolvedDate
from nzn_cli.annotate.dates.rules import Example, Rule, always
from nzn_cli.annotate.dates.tense_context import TenseContext
from nzn_cli.annotate.dates.time_expression import TimeExpression
from nzn_cli.text.calendar import is_day, week_value

_CLEARLY_NEAR = 75  # days within which the nearest 28 June is meant, whatever the tense
_NEWS = 30  # days back from publication within which a day needs no year, whatever year was stated before
_EVER_SINCE = frozenset(("since", "post", "after", "of", "before", "pre"))
_TOO_FAR = 250  # days beyond which another day is not worth naming

DAY_AND_MONTH = ResolveTable(
    "year of a day and month",
    Rule(
        "stated-year", lambda e, c, t: e.year is not None, lambda e, c, t: _named(e, e.year or 0, "date"),
        Example("It rained on [28 June 2016].", "2016-06-28/date"),
    ),
    Rule(
        "known-day", lambda e, c, t: e.number and e.shift is None and _has_been(e, c),
        lambda e, c, t: _known(e, e.number or 0),
        Example("She wrote after the [January 6] riot.", "2021-01-06/known-day", "2023-03-01"),
    ),
    Rule(
        "attacks", lambda e, c, t: _is_of_attacks(e, c, t), lambda e, c, t: _known(e, AFTERMATH[0]),
        Example("Security was tightened after [September 11].", "2001-09-11/known-day", "2003-05-15"),
    ),
    Rule(
        "year-of-text", lambda e, c, t: c.discourse.stated_year and e.shift is None and _is_of_text(e, c, t),
        lambda e, c, t: _named(e, c.discourse.stated_year or 0, "day-of-text", "text"),
        Example("They met on [3 June 2009]. He died on [5 October].", "2009-06-03 2009-10-05/day-of-text"),
    ),
    Rule(
        "undated", lambda e, c, t: not c.document.year, lambda e, c, t: _open(e),
        Example("It rained on [28 June].", "XXXX-06-28/day-of-month", None),
    ),
    Rule(
        "of-last-year", lambda e, c, t: e.shift is not None and e.unit != "M",
        lambda e, c, t: _named(e, c.document.year + (e.shift or 0), "day-of-year", "publication"),
        Example("It rained on [28 May last year].", "2018-05-28/day-of-year"),
    ),
    Rule(
        "nearest", always, lambda e, c, t: _nearest(e, c, t),
        Example("It rained on [28 May].", "2019-05-28/day-of-month"),
    ),
)  # fmt: skip


def resolve_date(expression: TimeExpression, context: DateContext, tense: TenseContext) -> ResolvedDate | None:
    """Return a day and month with their year: stated, or the nearest one, or the one that the tense asks for."""
    return DAY_AND_MONTH.resolve(expression, context, tense)


def resolve_week_of(expression: TimeExpression, context: DateContext, tense: TenseContext) -> ResolvedDate | None:
    """Return "the week of March 6"."""
    resolved = resolve_date(expression, context, tense)
    if not resolved or not resolved.value[0].isdecimal():
        return resolved
    week = week_value(date.fromisoformat(resolved.value[:10]))
    if expression.unit == "WE":
        return resolved._replace(value=f"{week}-WE", rule="week-of", precision="interval")
    return resolved._replace(value=week, rule="week-of", precision="week")


def _nearest(expression: TimeExpression, context: DateContext, tense: TenseContext) -> ResolvedDate | None:
    """Return the day of that number nearest to publication, or the one on the side that the tense asks for."""
    here = context.document.middle
    days = _candidates(expression, here)
    if expression.shift:  # "last July 4"
        days = _on_side(days, here, expression.shift > 0, strictly=True)
    if not days:
        return None
    best, other = days[0], days[1] if len(days) > 1 else None
    if other and not _is_clear(best, here, tense) and tense.tense():
        side = _on_side(days, here, tense.is_future())
        if side and side[0] != best:
            best, other = side[0], best
    resolved = _named(expression, best.year, "day-of-month", "publication")
    if resolved and other and abs((other - here).days) < _TOO_FAR:
        return resolved._replace(rejected=other.isoformat())
    return resolved


def _on_side(days: list[date], here: date, ahead: bool, strictly: bool = False) -> list[date]:
    """Return those days that lie ahead of one, or those that lie back; that one itself unless `strictly`."""
    return [day for day in days if ((day > here) == ahead and day != here) or (day == here and not strictly)]


def _is_clear(best: date, here: date, tense: TenseContext) -> bool:
    """Return whether the nearest day is meant whatever the tense; "since" never looks ahead."""
    return abs((best - here).days) <= _CLEARLY_NEAR and not (best > here and tense.since())


def _candidates(expression: TimeExpression, here: date) -> list[date]:
    """Return the days of that month and number, nearest first; a weekday that is named picks among them."""
    month, day = expression.month or 0, expression.day or 0
    reach = 4 if (month, day) == (2, 29) else 1
    days = [date(y, month, day) for y in range(here.year - reach, here.year + reach + 1) if is_day(y, month, day)]
    days.sort(key=lambda d: abs((d - here).days))
    same = [d for d in days if d.isoweekday() == expression.weekday]
    if expression.sides and same and abs((same[0] - here).days) > _TOO_FAR:  # "Wednesday and Thursday, March 22-23"
        return days
    return same or days


def _has_been(expression: TimeExpression, context: DateContext) -> bool:
    """Return whether the day that is known by its date alone is not after publication."""
    day = f"{expression.number}-{expression.month or 0:02d}-{expression.day or 0:02d}"
    return not context.document.year or day <= context.document.last_day


def _known(expression: TimeExpression, year: int) -> ResolvedDate:
    """Return a day that is known by its date alone: the September 11 attacks were in 2001."""
    value = f"{year:04d}-{expression.month or 0:02d}-{expression.day or 0:02d}{expression.time}"
    return ResolvedDate(value, "known-day", "day")


def _open(expression: TimeExpression) -> ResolvedDate | None:
    month, day = expression.month or 0, expression.day or 0
    value = f"XXXX-{month:02d}-{day:02d}{expression.time}"
    return ResolvedDate(value, "day-of-month", "day") if is_day(2000, month, day) else None


def _named(expression: TimeExpression, year: int, rule: str, base: str = "") -> ResolvedDate | None:
    month, day = expression.month or 0, expression.day or 0
    if not all(is_day(year, month, each) for each in (day, *(side.number for side in expression.sides))):
        return None
    rejected = f"{year:04d}-{day:02d}-{month:02d}" if expression.number else None  # 03/04/2018
    return ResolvedDate(f"{year:04d}-{month:02d}-{day:02d}{expression.time}", rule, "day", base, rejected)


def _is_of_attacks(expression: TimeExpression, context: DateContext, tense: TenseContext) -> bool:
    """Return whether a bare 11 September is that of 2001: what is over, told in the years after and not about then."""
    document = context.document
    if (expression.month, expression.day) != (9, 11) or not document.year or not _is_after_attacks(context):
        return False
    if expression.shift is not None or expression.weekday or expression.sides:
        return False
    since = tense.word_before() in _EVER_SINCE
    if context.discourse.stated_year and not since:
        return False
    days_off = abs((_candidates(expression, document.middle)[0] - document.middle).days)
    if days_off <= _NEWS and not (since and context.of_attacks):
        return False
    return tense.is_past() or (since and not tense.is_future())


def _is_after_attacks(context: DateContext) -> bool:
    """Return whether the text is of the years in which the day needed no year, or speaks of it elsewhere."""
    first, last = AFTERMATH
    return context.document.last_day > f"{first}-09-11" and (context.document.year <= last or context.of_attacks)


def _is_of_text(expression: TimeExpression, context: DateContext, tense: TenseContext) -> bool:
    """Return whether the year stated just before is the day's own: what is told is over, and not of these weeks."""
    document = context.document
    if not document.year:
        return True
    days = _candidates(expression, document.middle)
    fresh = any(0 <= (document.middle - day).days <= _NEWS for day in days)
    return (context.discourse.stated_year or 0) < document.year and not fresh and tense.is_past()
