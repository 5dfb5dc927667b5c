"""Which part of the grammar reads which trigger word, and the words around a expression that shift or narrow it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from nzn_cli.annotate.dates import (
    find_counts,
    find_days,
    find_decades,
    find_holidays,
    find_months,
    find_numeric,
    find_portions,
    find_quarters,
    find_reports,
    find_times,
    find_units,
    find_weekdays,
    find_years,
)
from nzn_cli.annotate.dates.date_words import (
    CENTURY_WORDS,
    DAY_PARTS,
    DAY_WORDS,
    DECADES,
    MONTH_WORDS,
    ORDINALS,
    PARTS,
    SEASON_WORDS,
    UNITS,
    WEEKDAY_WORDS,
    words,
)
from nzn_cli.annotate.dates.find_rules import FindTable
from nzn_cli.annotate.dates.rules import Example, Rule, RuleTable, always
from nzn_cli.annotate.dates.time_expression import TimeExpression
from nzn_cli.annotate.dates.window import Window
from nzn_cli.text.calendar import HOLIDAYS

Handler = Callable[[Window, int], TimeExpression | None]

_BESIDE = words("early late mid earlier later")
_WITH_DIGITS = words("q fy c ca")  # found as numbers are
_OF_LEADS = words("the at by until s since before from")
_DATED = frozenset(("date", "holiday", "weekday", "week of"))
_SIDES = {"after": 1, "before": -1, "from": 1, "following": 1, "preceding": -1}
_OFFSETS = {"D": (1, 0), "W": (7, 0), "F": (14, 0), "WE": (7, 0), "M": (0, 1), "Y": (0, 12)}  # days and months
_THE_OF = frozenset(("the", "of"))
_NARROWING = _BESIDE | _SIDES.keys() | _THE_OF
_WHOLE = frozenset(("offset", "interval", "clock", "ahead", "compared", "reported", "stretch", "portion", "iso week"))


@cache
def handlers() -> dict[str, Handler]:
    """Return the reader of each trigger word."""
    table: dict[str, Handler] = dict.fromkeys(find_holidays.first_words(), find_holidays.find_holiday)
    table |= dict.fromkeys(DAY_PARTS, find_days.find_day_part) | dict.fromkeys(UNITS, _unit)
    table |= dict.fromkeys(MONTH_WORDS, _month) | dict.fromkeys(WEEKDAY_WORDS, find_weekdays.find_weekday)
    table |= dict.fromkeys(DAY_WORDS, find_days.find_day_word) | dict.fromkeys(SEASON_WORDS, find_quarters.find_season)
    table |= dict.fromkeys(DECADES, find_decades.find_decade) | dict.fromkeys(
        CENTURY_WORDS, find_years.find_spelled_year
    )
    table |= dict.fromkeys(("noon", "midnight", "midday"), find_times.find_time)
    table |= {"q": find_quarters.find_short_quarter, "fy": find_years.find_financial_year}
    table |= dict.fromkeys(("c", "ca"), find_years.find_circa)
    return table | {"half": find_quarters.find_half, "thousand": find_years.find_two_thousand}


@cache
def trigger_words() -> frozenset[str]:
    """Return the words at which an expression may be found; holidays by their whole names."""
    others = (word for word, handler in handlers().items() if handler is not find_holidays.find_holiday)
    return frozenset(others) - _WITH_DIGITS | frozenset(HOLIDAYS)


def find_expression(w: Window) -> TimeExpression | None:
    """Return the expression around the window's trigger, with the words that narrow it."""
    word = w.words[w.at]
    expression = _digits(w, w.at) if word.isdecimal() else _word(w, word)
    if expression:
        _take_modifiers(w, expression)
    return expression


def _word(w: Window, word: str) -> TimeExpression | None:
    handler = handlers().get(word)
    return handler(w, w.at) if handler else None


def _digits(w: Window, t: int) -> TimeExpression | None:
    """Return what begins with a number: a time, a decade, a numeric date, a year, "the 1988 second quarter"."""
    if len(w.words[t]) == 4:
        if w.word(t + 2) == "quarter" and w.word(t + 1) in ORDINALS:
            return find_quarters.find_quarter(w, t + 2)
        if w.words[t + 1 : t + 2] == ["s"] and w.word(t + 3) == "quarter" and w.word(t + 2) in ORDINALS:
            return find_quarters.find_quarter(w, t + 3)
        if found := find_portions.find_iso_week(w, t):
            return found
        if w.word(t + 1) in ("quarter", "period") and w.adjoins(t + 1):
            return find_reports.find_report_period(w, t + 1)
        return find_times.find_time(w, t) or find_numeric.find_numeric_date(w, t)
    if found := find_times.find_time(w, t):
        return found
    if w.word(t + 1) == "s":
        return find_decades.find_decade(w, t)
    return find_years.find_short_year(w, t) or find_numeric.find_numeric_date(w, t)


def _month(w: Window, t: int) -> TimeExpression | None:
    """Return a month with what stands beside it, unless it is told of each year: "June 5 of every year"."""
    found = MONTH.find(w, t)
    if found and found.year is None:
        i = found.last + 2 if w.word(found.last + 1) in ("of", "in") else found.last + 1
        if w.word(i) in ("each", "every") and w.word(i + 1) == "year" and w.adjoins(i):
            return None
    return found


MONTH = FindTable(
    "what begins with a month",
    Rule(
        "may-day",
        lambda w, t: w.words[t] == "may" and w.word(t + 1) == "day" and w.adjoins(t + 1) and w.capital(t + 1),
        find_holidays.find_holiday, Example("They met on [May Day].", "2019-05-01/holiday-past"),
    ),
    Rule(
        "march-quarter", lambda w, t: w.word(t + 1) == "quarter" and w.adjoins(t + 1),
        lambda w, t: find_quarters.find_quarter(w, t + 1),
        Example("Sales rose in [the March quarter].", "2019-Q1"),
    ),
    Rule(
        "july-september-quarter",
        lambda w, t: w.sep(t + 1) == "-" and w.word(t + 2) in ("quarter", "period") and w.adjoins(t + 2),
        lambda w, t: find_quarters.find_quarter_of_months(w, t) or find_months.find_month(w, t),
        Example("Sales rose in [the July-September quarter].", "2018-Q3"),
    ),
    Rule(
        "june-2010-quarter",
        lambda w, t: w.word(t + 2) == "quarter" and w.adjoins(t + 2) and w.adjoins(t + 1) and w.word(t + 1).isdecimal(),
        lambda w, t: find_quarters.find_dated_quarter(w, t) or find_months.find_month(w, t),
        Example("Sales rose in [the June 2010 quarter].", "2010-Q2"),
    ),
    Rule("month", always, find_months.find_month, Example("It rained in [June].", "2018-06")),
)  # fmt: skip


def _unit(w: Window, t: int) -> TimeExpression | None:
    """Return the expression around a unit: a report's period, a quarter, a century, else what counts from a date."""
    word = w.words[t]
    if word == "year" and w.word(t + 1) == "s" and w.adjoins(t + 2):
        if w.word(t + 2) in ORDINALS and w.word(t + 3) == "quarter":
            return find_quarters.find_quarter(w, t + 3)
        if w.word(t + 2) == "quarter" and w.word(t - 1) == "last":
            return TimeExpression("compared", t - 1, t + 2)
    if found := find_portions.find_portion(w, t):
        return found
    if found := find_reports.find_report_period(w, t):
        return found
    if word == "quarter":
        return find_quarters.find_quarter(w, t)
    if word == "century" and (found := find_decades.find_century(w, t)):
        return found
    return find_units.find_unit(w, t)


def _take_modifiers(w: Window, expression: TimeExpression) -> None:
    """Take "early", "the end of", "mid-" before an expression, and a clock time after it, into the expression."""
    timed = expression.time.startswith("T1")
    if expression.kind in ("weekday", "date", "day") and not timed and not expression.sides:
        find_times.add_time_after(w, expression)
    if expression.first > 0 and w.adjoins(expression.first) and expression.kind not in _WHOLE:
        before = w.word(expression.first - 1)
        take = MODIFIER.match(w, expression, before) if before in _NARROWING else None
        if take:
            take(w, expression)


MODIFIER: RuleTable[[Window, TimeExpression, str], Callable[[Window, TimeExpression], None]] = RuleTable(
    "words before an expression that narrow it",  # asked of the word just before, too
    Rule(
        "the-day-after", lambda w, e, before: before in _SIDES and e.kind in _DATED and _offset_beside(w, e),
        lambda w, e: _take_day_beside(w, e),
        Example("It rained [two weeks after Christmas].", "2019-01-08/holiday-past"),
    ),
    Rule(
        "early", lambda w, e, before: before in _BESIDE, lambda w, e: _take_part_beside(w, e),
        Example("It rained in [early June].", "2018-06"),
    ),
    Rule(
        "end-of", lambda w, e, before: before in _THE_OF and _part_of(w, e), lambda w, e: _take_part_of(w, e),
        Example("It rained at [the end of June].", "2018-06"),
    ),
)  # fmt: skip


def _offset_beside(w: Window, expression: TimeExpression) -> tuple[int, int, str, int] | None:
    """Return (days, months, week, first word) of "the day after", "two weeks from" and "the week before" in front.

    `week` is W or WE where a week or weekend is meant; None where nothing of the kind stands there.
    """
    i = expression.first - 1 if w.word(expression.first - 1) != "the" else expression.first - 2
    side = _SIDES.get(w.word(i), 0)
    unit = UNITS.get(w.word(i - 1), "")
    if not side or unit not in _OFFSETS or not w.adjoins(i) or expression.sides:
        return None
    the = w.word(i - 2) == "the"
    number, first = (1, i - 2) if the else find_counts.count_before(w, i - 1) or (0, i)
    if not number or not w.adjoins(i - 1) or not _is_counted(unit, the, w.word(i)):
        return None
    days, months = _OFFSETS[unit]
    week = unit if the and unit in ("W", "WE") else ""
    return side * number * days, side * number * months, week, first


def _is_counted(unit: str, the: bool, side: str) -> bool:
    """Return whether an offset can be said so: "the weekend before", but neither "two weekends" nor "the day from"."""
    return the if unit == "WE" else not (the and side == "from")


def _take_day_beside(w: Window, expression: TimeExpression) -> None:
    found = _offset_beside(w, expression)
    if found:
        expression.days, expression.months, expression.week, expression.first = found


def _take_part_beside(w: Window, expression: TimeExpression) -> None:
    i = expression.first - 1
    expression.part, expression.first = PARTS[w.word(i)], i
    if expression.kind == "decade" and w.word(i - 1) == "the" and w.adjoins(i):  # "the late 1980s"
        expression.first = i - 1


def _part_of(w: Window, expression: TimeExpression) -> int:
    """Return the word "end" of "by the end of the" in front of an expression, or 0."""
    i = expression.first - 1
    if w.word(i) == "the" and w.adjoins(i):
        i -= 1
    if w.word(i) != "of" or not w.adjoins(i) or PARTS.get(w.word(i - 1), "") not in ("START", "MID", "END"):
        return 0
    return i - 1 if w.word(i - 2) in _OF_LEADS else 0


def _take_part_of(w: Window, expression: TimeExpression) -> None:
    i = _part_of(w, expression)
    expression.part = PARTS[w.word(i)]
    expression.first = i - 1 if w.word(i - 1) == "the" and w.adjoins(i) else i
