"""Units that count from another date: what "last week", "the weekend" and "the following month" mean."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from nzn_cli.annotate.dates.date_context import DateContext
from nzn_cli.annotate.dates.resolve_reports import resolve_compared
from nzn_cli.annotate.dates.resolve_rules import ResolveTable
from nzn_cli.annotate.dates.resolved_date import OPEN, PRECISION, SIDES, UNIT_NAMES, ResolvedDate
from nzn_cli.annotate.dates.rules import Example, Rule, RuleTable, always
from nzn_cli.annotate.dates.tense_context import TenseContext
from nzn_cli.annotate.dates.time_expression import TimeExpression
from nzn_cli.model.records import NamedTuple
from nzn_cli.text.calendar import shift_month, week_value

_EARLY = 3  # the last day of a week on which "this weekend" may be over


class _From(NamedTuple):
    """What is known of the date that a unit counts from: 0 and None where it is not so precise."""

    year: int
    month: int
    day: date | None


_Value = Callable[[int, _From], str]  # of a shift in units, and what it counts from

UNIT_VALUE: RuleTable[[str, int, _From], _Value] = RuleTable(
    "value of a unit",
    Rule(
        "day", lambda unit, shift, start: unit == "D" and start.day,
        lambda shift, start: (_day(start) + timedelta(shift)).isoformat(),
        Example("It began on [10 June 2018] and was over [the next day].", "2018-06-10 2018-06-11/day-next-of-text"),
    ),
    Rule(
        "week", lambda unit, shift, start: unit == "W" and start.day,
        lambda shift, start: week_value(_day(start) + timedelta(7 * shift)),
        Example("It rained [last week].", "2019-W19/week-last"),
    ),
    Rule(
        "weekend", lambda unit, shift, start: unit == "WE" and start.day,
        lambda shift, start: week_value(_day(start) + timedelta(7 * shift)) + "-WE",
        Example("It will rain [this weekend].", "2019-W20-WE/weekend-this"),
    ),
    Rule(
        "month", lambda unit, shift, start: unit == "M" and start.month,
        lambda shift, start: "{:04d}-{:02d}".format(*shift_month(start.year, start.month, shift)),
        Example("It rained [last month].", "2019-04/month-last"),
    ),
    Rule(
        "year", lambda unit, shift, start: unit == "Y" and start.year, lambda shift, start: f"{start.year + shift:04d}",
        Example("It rained [last year].", "2018/year-last"),
    ),
    Rule(
        "decade", lambda unit, shift, start: unit == "E" and start.year,
        lambda shift, start: f"{start.year // 10 + shift:03d}",
        Example("It was built [last decade].", "200/decade-last"),
    ),
    Rule(
        "century", lambda unit, shift, start: unit == "C" and start.year and start.year // 100 + shift >= 0,
        lambda shift, start: f"{start.year // 100 + shift:02d}",
        Example("It was built [last century].", "19/century-last"),
    ),
)  # fmt: skip

UNIT = ResolveTable(
    "which unit",
    Rule(
        "of-text", lambda e, c, t: e.base == "text", lambda e, c, t: _of_text(e, c),
        Example("It began in [June 2018] and ended [the following month].", "2018-06 2018-07/month-next-of-text"),
    ),
    Rule(
        "this-weekend", lambda e, c, t: e.unit == "WE" and e.shift == 0, lambda e, c, t: _this_weekend(e, c, t),
        Example("Thousands have gone [this weekend].\n\n[This weekend] has been wet.", "2019-W20-WE 2019-W19-WE"),
    ),
    Rule(
        "weekend", lambda e, c, t: e.unit == "WE", lambda e, c, t: _weekend(e, c, t),
        Example("It rained at [the weekend].", "2019-W19-WE/weekend-last"),
    ),
    Rule(
        "end-of-stated-year", lambda e, c, t: e.season == "end" and e.year,
        lambda e, c, t: ResolvedDate(f"{e.year:04d}-12-31", "year-end", "day"),
        Example("Stocks were low at [year-end 1988].", "1988-12-31/year-end"),
    ),
    Rule(
        "year-end", lambda e, c, t: e.season == "end", lambda e, c, t: _year_end(c, t),
        Example("Stocks were low at [year-end].", "2018-12-31/year-end"),
    ),
    Rule(
        "compared", lambda e, c, t: e.season == "compared" and c.discourse.period and c.discourse.period[1],
        lambda e, c, t: resolve_compared(e, c, t),
        Example("In [the first quarter] sales rose from $3 million [last year].", "2019-Q1 2018-Q1/compared"),
    ),
    Rule(
        "of-publication", always, lambda e, c, t: unit_from(e, c),
        Example("It rained [last week].", "2019-W19/week-last"),
    ),
)  # fmt: skip


def resolve_unit(expression: TimeExpression, context: DateContext, tense: TenseContext) -> ResolvedDate | None:
    """Return "last week", "this year", "the weekend", "year-end" and, from the text, "the following month"."""
    return UNIT.resolve(expression, context, tense)


def resolve_day_of_month(expression: TimeExpression, context: DateContext, tense: TenseContext) -> ResolvedDate | None:
    """Return "the 5th of next month"."""
    month = unit_from(expression, context)
    if not month or not month.value[:4].isdecimal():
        return ResolvedDate("XXXX-XX-XX", "day-of-month", "day")
    return ResolvedDate(
        date.fromisoformat(f"{month.value}-{expression.day:02d}").isoformat(), month.rule, "day", month.base
    )


def unit_from(expression: TimeExpression, context: DateContext) -> ResolvedDate | None:
    """Return the unit that lies `shift` units away from the date of publication."""
    document = context.document
    return _from(expression, _From(document.year, document.month, document.day), "publication")


def _from(expression: TimeExpression, start: _From, base: str) -> ResolvedDate | None:
    """Return the unit that lies `shift` units away from what is known of a date."""
    unit, shift = expression.unit, expression.shift or 0
    value = UNIT_VALUE.match(unit, shift, start)
    if value:
        return ResolvedDate(value(shift, start), _rule(expression), PRECISION[unit], base)
    return ResolvedDate(OPEN[unit], _rule(expression), PRECISION[unit]) if unit in UNIT_NAMES else None


def _rule(expression: TimeExpression) -> str:
    side = f"{UNIT_NAMES[expression.unit]}-{SIDES[expression.shift or 0]}"
    return f"{side}-of-text" if expression.base == "text" else side


def _day(start: _From) -> date:
    """Return the day that a unit counts from, of which the row has made sure."""
    return start.day or date.min


def _of_text(expression: TimeExpression, context: DateContext) -> ResolvedDate | None:
    """Return "the following month" and "that year" counted from the date last spoken of."""
    first, known = context.discourse.last_first() or (None, 0)
    if expression.unit == "D" and known < 10 and not expression.shift:  # "that day" of no day that was spoken of
        return None
    if not first:
        return ResolvedDate(OPEN[expression.unit], _rule(expression), PRECISION[expression.unit])
    return _from(
        expression, _From(first.year, first.month if known >= 7 else 0, first if known >= 10 else None), "text"
    )


def _this_weekend(expression: TimeExpression, context: DateContext, tense: TenseContext) -> ResolvedDate | None:
    """Return "this weekend": early in the week, what has been of it is of the one that is over."""
    today = context.document.day
    expression.shift = -1 if today and today.isoweekday() <= _EARLY and tense.has_been() else 0
    return unit_from(expression, context)


def _weekend(expression: TimeExpression, context: DateContext, tense: TenseContext) -> ResolvedDate:
    today = context.document.day
    if not today:
        return ResolvedDate(OPEN["WE"], "weekend", "interval")
    shift = expression.shift
    if shift is None:
        shift = 0 if today.isoweekday() >= 6 or tense.is_future() else -1
    return ResolvedDate(
        week_value(today + timedelta(7 * shift)) + "-WE", f"weekend-{SIDES[shift]}", "interval", "publication"
    )


def _year_end(context: DateContext, tense: TenseContext) -> ResolvedDate:
    year = context.document.year
    if not year:
        return ResolvedDate("XXXX-12-31", "year-end", "day")
    return ResolvedDate(f"{year - tense.is_past():04d}-12-31", "year-end", "day", "publication")
