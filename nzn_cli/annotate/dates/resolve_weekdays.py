"""Weekdays: what "Friday", "last Friday" and "Monday and Tuesday" mean against their context."""

from __future__ import annotations

from datetime import date, timedelta

from nzn_cli.annotate.dates.date_context import DateContext
from nzn_cli.annotate.dates.resolve_dates import resolve_date
from nzn_cli.annotate.dates.resolve_holidays import resolve_holiday
from nzn_cli.annotate.dates.resolve_rules import ResolveTable
from nzn_cli.annotate.dates.resolved_date import ResolvedDate
from nzn_cli.annotate.dates.rules import Example, Rule, always
from nzn_cli.annotate.dates.tense_context import TenseContext
from nzn_cli.annotate.dates.time_expression import TimeExpression
from nzn_cli.text.calendar import is_day, shift_month

_APPOSED = frozenset(("(", ","))
_RANGED = frozenset(("-", "to", "through", "until"))
_SOON = 3  # days within which "this Friday" is to come, whatever the tense

STATED_WEEKDAY = ResolveTable(
    "which stated weekday",
    Rule(
        "weekday-of-week", lambda e, c, t: e.unit == "W",  # also "a week ago Friday"
        lambda e, c, t: _on(e, _monday(c) + timedelta(7 * (e.shift or 0) + _weekday(e) - 1), "weekday-of-week"),
        Example("It opens on [Friday next week].", "2019-05-24/weekday-of-week"),
    ),
    Rule(
        "weekday-week", lambda e, c, t: e.number,
        lambda e, c, t: _on(e, _today(c) + timedelta(_days_ahead(e, c) + 7 * (e.number or 1)), "weekday-week"),
        Example("It opens [a week from Friday].", "2019-05-24/weekday-week"),
    ),
    Rule(
        "weekday-before-last", lambda e, c, t: e.shift == -2,
        lambda e, c, t: _on(e, _today(c) - timedelta((_days_back(e, c) or 7) + 7), "weekday-before-last"),
        Example("It rained [the Friday before last].", "2019-05-03/weekday-before-last"),
    ),
    Rule(
        "weekday-after-next", lambda e, c, t: e.shift == 2,
        lambda e, c, t: _on(e, _soon(e, c) + timedelta(7), "weekday-after-next"),
        Example("We meet [Monday after next].", "2019-05-27/weekday-after-next"),
    ),
    Rule(
        "weekday-last", lambda e, c, t: e.shift == -1,
        lambda e, c, t: _on(e, _today(c) - timedelta(_days_back(e, c) or 7), "weekday-last"),
        Example("It rained [last Wednesday] and [last Friday].", "2019-05-08/weekday-last 2019-05-10/weekday-last"),
    ),
    Rule(
        "weekday-this", lambda e, c, t: e.shift == 0, lambda e, c, t: _this(e, c, t),
        Example("Come [this Tuesday].", "2019-05-14/weekday-this"),
    ),
    Rule(
        "weekday-coming", lambda e, c, t: e.unit == "soon", lambda e, c, t: _on(e, _soon(e, c), "weekday-coming"),
        Example("We meet [this coming Friday].", "2019-05-17/weekday-coming"),
    ),
    Rule(
        "weekday-next", always,
        lambda e, c, t: _on(e, _sunday(c) + timedelta(7 + _weekday(e) % 7), "weekday-next", other=_soon(e, c)),
        Example("We meet [next Friday] and [next Wednesday].", "2019-05-24/weekday-next 2019-05-22/weekday-next"),
    ),
)  # fmt: skip

WEEKDAY = ResolveTable(
    "which weekday",
    Rule(
        "beside-a-date", lambda e, c, t: e.inner, lambda e, c, t: _beside(e, c, t),
        Example("They met [the Friday before 3 May 2018].", "2018-04-27/weekday-beside"),
    ),
    Rule(
        "of-an-event", lambda e, c, t: e.unit == "event",
        lambda e, c, t: ResolvedDate(f"XXXX-WXX-{_weekday(e)}{e.time}", "weekday-of-event", "day"),
        Example("They met [the Friday] before the vote.", "XXXX-WXX-5/weekday-of-event"),
    ),
    Rule(
        "of-text", lambda e, c, t: e.base, lambda e, c, t: _of_text(e, c),
        Example("It began [10 June 2018] and ended [the following Friday].", "2018-06-10 2018-06-15/weekday-of-text"),
    ),
    Rule(
        "undated", lambda e, c, t: not c.document.day,
        lambda e, c, t: ResolvedDate(f"XXXX-WXX-{e.weekday or 1}{e.time}", "weekday", "day"),
        Example("It rained on [Friday].", "XXXX-WXX-5/weekday", "2019-05"),
    ),
    Rule(
        "with-its-date", lambda e, c, t: e.month, lambda e, c, t: resolve_date(e, c, t),
        Example("Open on [Tuesday] ([June 4]).", "2019-06-04/day-of-month 2019-06-04"),
    ),
    Rule(
        "with-its-number", lambda e, c, t: e.day, lambda e, c, t: _numbered(e, _today(c)),
        Example("It opens on [Saturday 22nd].", "2019-06-22/weekday-number"),
    ),
    Rule(
        "joined", lambda e, c, t: _joined(e, c), lambda e, c, t: _on(e, _joined(e, c), "weekday-joined", "text"),
        Example("It opens on [Tuesday 2 July] and [Wednesday].", "2019-07-02 2019-07-03/weekday-joined"),
    ),
    Rule(
        "stated", lambda e, c, t: not e.is_bare(), lambda e, c, t: STATED_WEEKDAY.resolve(e, c, t),
        Example("It rained [last Friday].", "2019-05-10/weekday-last"),
    ),
    Rule(
        "under-heading", lambda e, c, t: _is(e, c.discourse.heading()),
        lambda e, c, t: _on(e, c.discourse.heading(), "weekday-told", "text"),
        Example("[7 June 2018]\n\nWe set out early. Rain all [Thursday].", "2018-06-07 2018-06-07/weekday-told"),
    ),
    Rule(
        "ahead-in-paragraph", lambda e, c, t: _is(e, c.day_ahead_in_paragraph()),
        lambda e, c, t: _on(e, c.day_ahead_in_paragraph(), "weekday-told", "text"),
        Example("It opens on [May 20]. She said [Monday] was a good day.", "2019-05-20 2019-05-20/weekday-told"),
    ),
    Rule(
        "weekday-same", lambda e, c, t: not _days_back(e, c), lambda e, c, t: _on(e, _today(c), "weekday-same"),
        Example("The fair will open on [Wednesday].", "2019-05-15/weekday-same"),
    ),
    Rule(
        "weekday-yesterday", lambda e, c, t: _days_back(e, c) == 1 and not t.surely_ahead(),
        lambda e, c, t: _back(e, c),
        Example("The council plans a vote on [Tuesday].", "2019-05-14/weekday-past"),
    ),
    Rule(
        "weekday-ahead", lambda e, c, t: t.is_future(), lambda e, c, t: _ahead(e, c),
        Example("The fair will open on [Friday].", "2019-05-17/weekday-ahead"),
    ),
    Rule(
        "weekday-timed", lambda e, c, t: e.time[1:2].isdecimal() and not t.tense(), lambda e, c, t: _ahead(e, c),
        Example("Briefing on [Friday at 8 a.m.]", "2019-05-17T08:00/weekday-ahead"),
    ),
    Rule(
        "weekday-past", always, lambda e, c, t: _back(e, c),
        Example("The fair opened on [Friday].", "2019-05-10/weekday-past"),
    ),
)  # fmt: skip


def resolve_weekday(expression: TimeExpression, context: DateContext, tense: TenseContext) -> ResolvedDate | None:
    """Return a weekday: the publication day itself, the last one, or the next one where the tense looks ahead."""
    return WEEKDAY.resolve(expression, context, tense)


def _beside(expression: TimeExpression, context: DateContext, tense: TenseContext) -> ResolvedDate | None:
    """Return the weekday that comes first before or after a date: "the Monday after Easter"."""
    inner, side = expression.inner, expression.shift or 1
    if inner is None:
        return None
    resolved = (resolve_holiday if inner.kind == "holiday" else resolve_date)(inner, context, tense)
    if not resolved or not resolved.value[:4].isdecimal() or resolved.precision != "day":
        return ResolvedDate(f"XXXX-WXX-{_weekday(expression)}{expression.time}", "weekday-beside", "day")
    day = date.fromisoformat(resolved.value[:10])
    days = (side * (_weekday(expression) - day.isoweekday())) % 7 or 7
    return _on(expression, day + timedelta(side * days), "weekday-beside", resolved.base)


def _weekday(expression: TimeExpression) -> int:
    return expression.weekday or 1


def _today(context: DateContext) -> date:
    """Return the day of publication, of which a row above has made sure."""
    return context.document.day or context.document.middle


def _monday(context: DateContext) -> date:
    today = _today(context)
    return today - timedelta(today.isoweekday() - 1)


def _sunday(context: DateContext) -> date:
    """Return the Sunday with which the week of publication begins, as Americans count."""
    today = _today(context)
    return today - timedelta(today.isoweekday() % 7)


def _days_back(expression: TimeExpression, context: DateContext) -> int:
    """Return the days since that weekday, 0 to 6."""
    return (_today(context).isoweekday() - _weekday(expression)) % 7


def _days_ahead(expression: TimeExpression, context: DateContext) -> int:
    """Return the days until that weekday, 0 to 6."""
    return (_weekday(expression) - _today(context).isoweekday()) % 7


def _soon(expression: TimeExpression, context: DateContext) -> date:
    return _today(context) + timedelta(_days_ahead(expression, context) or 7)


def _is(expression: TimeExpression, day: date | None) -> bool:
    """Return whether a day is that weekday."""
    return day is not None and day.isoweekday() == _weekday(expression)


def _on(
    expression: TimeExpression, day: date | None, rule: str, base: str = "publication", other: date | None = None
) -> ResolvedDate | None:
    """Return a day with the time that the expression says; `other` is what it might mean besides."""
    if day is None:
        return None
    rejected = other.isoformat() if other and other != day else None
    return ResolvedDate(day.isoformat() + expression.time, rule, "day", base, rejected)


def _back(expression: TimeExpression, context: DateContext) -> ResolvedDate | None:
    day = _today(context) - timedelta(_days_back(expression, context))
    return _on(expression, day, "weekday-past", other=day + timedelta(7))


def _ahead(expression: TimeExpression, context: DateContext) -> ResolvedDate | None:
    back = _today(context) - timedelta(_days_back(expression, context))
    return _on(expression, back + timedelta(7), "weekday-ahead", other=back)


def _joined(expression: TimeExpression, context: DateContext) -> date | None:
    """Return the weekday of "Monday and Tuesday", "Monday to Friday" and "June 5 (Tuesday)" from the day before it."""
    discourse = context.discourse
    first = discourse.last_day() if discourse.joined or discourse.joint == "(" else None
    if not first or expression.shift is not None or expression.unit:
        return None
    days = (_weekday(expression) - first.isoweekday()) % 7
    if days == 0:
        return first if discourse.joint in _APPOSED else None
    most = 6 if discourse.joint in _RANGED else 3
    return first + timedelta(days) if discourse.joint != "(" and days <= most else None


def _this(expression: TimeExpression, context: DateContext, tense: TenseContext) -> ResolvedDate | None:
    """Return "this Friday": of this week, unless the tense asks for the one before or after it."""
    today, day = _today(context), _monday(context) + timedelta(_weekday(expression) - 1)
    if day < today and tense.is_future():
        return _on(expression, day + timedelta(7), "weekday-this", other=day)
    if (day - today).days > _SOON and tense.is_past():
        return _on(expression, day - timedelta(7), "weekday-this", other=day)
    return _on(expression, day, "weekday-this")


def _of_text(expression: TimeExpression, context: DateContext) -> ResolvedDate | None:
    """Return "the previous Friday" and "the following Monday" counted from the day last spoken of."""
    last, side = context.discourse.last_day(), expression.shift or 1
    if not last:
        return ResolvedDate(f"XXXX-WXX-{_weekday(expression)}{expression.time}", "weekday-of-text", "day")
    days = (side * (_weekday(expression) - last.isoweekday())) % 7 or 7
    return _on(expression, last + timedelta(side * days), "weekday-of-text", "text")


def _numbered(expression: TimeExpression, today: date) -> ResolvedDate | None:
    """Return the nearest day that is both the weekday and the day of the month: "Thursday 22nd"."""
    number = expression.day or 0
    for months in (0, -1, 1, -2, 2, -3, 3):
        year, month = shift_month(today.year, today.month, months)
        if is_day(year, month, number) and date(year, month, number).isoweekday() == expression.weekday:
            return _on(expression, date(year, month, number), "weekday-number")
    return None
