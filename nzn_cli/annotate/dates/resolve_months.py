"""Months: which year's is meant, and the weekdays that are counted in them."""

from __future__ import annotations

from nzn_cli.annotate.dates.date_context import DateContext
from nzn_cli.annotate.dates.resolve_rules import ResolveTable
from nzn_cli.annotate.dates.resolve_units import unit_from
from nzn_cli.annotate.dates.resolved_date import SIDES, ResolvedDate
from nzn_cli.annotate.dates.rules import Example, Rule, always
from nzn_cli.annotate.dates.tense_context import TenseContext
from nzn_cli.annotate.dates.time_expression import TimeExpression
from nzn_cli.text.calendar import nth_weekday

_JUST_OVER = 1  # months back from now, of which only "will" makes the month of next year
_PLANNED = 3  # months after what is planned in which what follows is planned too
_HALF_YEAR = 6  # months that "from June to August" may span

MONTH = ResolveTable(
    "year of a month",
    Rule(
        "stated-year", lambda e, c, t: e.year is not None, lambda e, c, t: _month(e, e.year or 0, "month", ""),
        Example("It rained in [June 2016].", "2016-06/month"),
    ),
    Rule(
        "following", lambda e, c, t: e.base, lambda e, c, t: _of_text(e, c),
        Example("It began in [June 2016] and ended [the following April].", "2016-06 2017-04/month-of-text"),
    ),
    Rule(
        "year-of-text", lambda e, c, t: e.shift is None and _is_of_stated_year(c, t),
        lambda e, c, t: _month(e, c.discourse.stated_year or 0, "month-of-text", "text"),
        Example("It opened in [June 2009] and was shut in [October].", "2009-06 2009-10/month-of-text"),
    ),
    Rule(
        "joined", lambda e, c, t: e.shift is None and _joined_year(e, c),
        lambda e, c, t: _month(e, _joined_year(e, c) or 0, "month-joined", "text"),
        Example("It rained [last November] and [February].", "2018-11 2019-02/month-joined"),
    ),
    Rule(
        "undated", lambda e, c, t: not c.document.year,
        lambda e, c, t: ResolvedDate(f"XXXX-{e.month or 0:02d}", "month", "month"),
        Example("It rained in [June].", "XXXX-06/month", None),
    ),
    Rule(
        "year-of-event", lambda e, c, t: e.shift is None and c.past_year_of_event() and t.is_past(),
        lambda e, c, t: _month(e, c.past_year_of_event() or 0, "month-of-text", "text"),
        Example("In [2006] it was founded, and by [June] it was known.", "2006 2006-06/month-of-text"),
    ),
    Rule(
        "of-last-year", lambda e, c, t: e.shift is not None and not e.unit,
        lambda e, c, t: _month(e, c.document.year + (e.shift or 0), "month-of-year"),
        Example("It rained in [March last year].", "2018-03/month-of-year"),
    ),
    Rule(
        "dated-by-year", lambda e, c, t: not c.document.month, lambda e, c, t: _month(e, c.document.year, "month"),
        Example("It rained in [June].", "2019-06/month", "2019"),
    ),
    Rule(
        "last-or-next", lambda e, c, t: e.shift is not None, lambda e, c, t: _shifted(e, c),
        Example("It rained [last May] and [last April].", "2018-05/month-last 2019-04/month-last"),
    ),
    Rule(
        "month-same", lambda e, c, t: e.month == c.document.month,
        lambda e, c, t: _month(e, c.document.year, "month-same"),
        Example("It rained in [May].", "2019-05/month-same"),
    ),
    Rule(
        "planned", lambda e, c, t: _is_planned(e, c) and not t.is_past(), lambda e, c, t: _planned(e, c),
        Example("The aim: a draft by [the end of June], the rest in [August].", "2019-06 2019-08/month-ahead"),
    ),
    Rule(
        "just-over",
        lambda e, c, t: 1 <= (c.document.month - (e.month or 0)) % 12 <= _JUST_OVER and not t.surely_ahead(),
        lambda e, c, t: _back(e, c), Example("House sales starts in [April] fell 5%.", "2019-04/month-past"),
    ),
    Rule(  # nobody calls a month eleven months ago by its bare name, unless what is over is told of it
        "next-unless-past", lambda e, c, t: ((e.month or 0) - c.document.month) % 12 == 1 and not t.surely_past(),
        lambda e, c, t: _ahead(e, c),
        Example("They announced the sale of the mill in [June].", "2019-06/month-ahead"),
    ),
    Rule(
        "month-ahead", lambda e, c, t: ((e.month or 0) - c.document.month) % 12 != 1 and t.is_future(),
        lambda e, c, t: _ahead(e, c), Example("The mill will open in [August].", "2019-08/month-ahead"),
    ),
    Rule(
        "month-past", always, lambda e, c, t: _back(e, c),
        Example("The mill opened in [August].", "2018-08/month-past"),
    ),
)  # fmt: skip


def resolve_month(expression: TimeExpression, context: DateContext, tense: TenseContext) -> ResolvedDate | None:
    """Return a month with its year: stated, last, next, or the side that the tense asks for."""
    return MONTH.resolve(expression, context, tense)


def resolve_nth_weekday(expression: TimeExpression, context: DateContext, tense: TenseContext) -> ResolvedDate | None:
    """Return "the first Monday in June", whose month is resolved as a month alone is."""
    month = resolve_month(expression, context, tense) if expression.month else unit_from(expression, context)
    if not month or not month.value[:4].isdecimal():
        return ResolvedDate("XXXX-XX-XX", "nth-weekday", "day")
    year, number = int(month.value[:4]), int(month.value[5:])
    day = nth_weekday(year, number, expression.weekday or 1, expression.number or 1)
    if day.month != number:
        return None
    return ResolvedDate(day.isoformat(), "nth-weekday", "day", month.base)


def _month(expression: TimeExpression, year: int, rule: str, base: str = "publication") -> ResolvedDate:
    return ResolvedDate(f"{year:04d}-{expression.month or 0:02d}", rule, "month", base)


def _of_text(expression: TimeExpression, context: DateContext) -> ResolvedDate:
    """Return "the following April" and "the previous May" counted from the date last spoken of."""
    month, last = expression.month or 0, context.discourse.last_first()
    if not last:
        return ResolvedDate(f"XXXX-{month:02d}", "month-of-text", "month")
    first, known = last
    if known < 7:  # of a year alone: what follows it is of the next one
        return _month(expression, first.year + (expression.shift or 0), "month-of-text", "text")
    years = month <= first.month if expression.shift == 1 else -(month >= first.month)
    return _month(expression, first.year + years, "month-of-text", "text")


def _years(expression: TimeExpression, context: DateContext) -> tuple[int, int]:
    """Return the year of the last such month, and that of the next."""
    month, now = expression.month or 0, context.document.month
    return context.document.year - (month > now), context.document.year + (month < now)


def _back(expression: TimeExpression, context: DateContext) -> ResolvedDate:
    back, ahead = _years(expression, context)
    return _month(expression, back, "month-past")._replace(rejected=f"{ahead:04d}-{expression.month or 0:02d}")


def _ahead(expression: TimeExpression, context: DateContext) -> ResolvedDate:
    back, ahead = _years(expression, context)
    return _month(expression, ahead, "month-ahead")._replace(rejected=f"{back:04d}-{expression.month or 0:02d}")


def _shifted(expression: TimeExpression, context: DateContext) -> ResolvedDate:
    """Return "last June", "this June" and "next June"."""
    month, shift, document = expression.month or 0, expression.shift or 0, context.document
    past = shift < 0 and month >= document.month
    ahead = shift > 0 and month <= document.month
    return _month(expression, document.year - past + ahead, f"month-{SIDES[shift]}")


def _is_of_stated_year(context: DateContext, tense: TenseContext) -> bool:
    """Return whether the year stated just before is the month's own: what is told is over."""
    stated, year = context.discourse.stated_year, context.document.year
    return bool(stated) and (not year or ((stated or 0) < year and tense.is_past()))


def _joined_year(expression: TimeExpression, context: DateContext) -> int | None:
    """Return the year of the second month of "from June to August", from that of the first."""
    first = context.discourse.last_month() if context.discourse.joined else None
    month = expression.month or 0
    if not first or not 1 <= (month - first[1]) % 12 <= _HALF_YEAR:
        return None
    return first[0] + (month < first[1])


def _is_planned(expression: TimeExpression, context: DateContext) -> bool:
    """Return whether a date still to come stands before, and the month follows on it."""
    before = context.month_ahead()
    return before is not None and ((expression.month or 0) - before[1]) % 12 <= _PLANNED


def _planned(expression: TimeExpression, context: DateContext) -> ResolvedDate | None:
    year, month = context.month_ahead() or (0, 0)
    return _month(expression, year + ((expression.month or 0) < month), "month-ahead")
