"""Months, with the day, the range of days and the year that stand beside them. Resolves nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from nzn_cli.annotate.dates.date_words import MONTH_WORDS, PARTS, SHORT_MONTHS, WEEKDAY_WORDS, listed, words
from nzn_cli.annotate.dates.find_day_lists import (
    day_number,
    days_after,
    days_before,
    is_plain_day,
    ordinal_day,
    spelled_day,
    spelled_day_after,
)
from nzn_cli.annotate.dates.find_years import short_year_after, year_after, year_near, year_shift_after
from nzn_cli.annotate.dates.known_days import known_year
from nzn_cli.annotate.dates.plain_months import plainly_month
from nzn_cli.annotate.dates.rules import Example, Rule, RuleTable
from nzn_cli.annotate.dates.time_expression import TimeExpression
from nzn_cli.annotate.dates.window import Window

_SHORT_LEADS = listed("month-short-leads")
_DAY_LEADS = words("on the from of until to by and")
_JOINTS = frozenset(("to", "and", "until", "till", "through", "or"))
_OF_A_NUMBER = frozenset("$#£€.:")
_JOINING_MARKS = ("-", " - ", ", ", "/", " & ", "&")
_BEFORE_MONTH = PARTS.keys() | {"the", "of"}
_MOST_SIDES = 12  # of a list of months
_DAY_WORDS = 6  # words of "Friday the 28th of June"
_Day = tuple[int, int]  # its number, its last word
_PAIR = 2  # days between the two of "12/13 May"
_OF_TEXT = {"following": 1, "previous": -1, "preceding": -1}
_SHIFTS = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}


MONTH_SHAPE: RuleTable[[Window, int, Any, Any], Callable[..., TimeExpression | None]] = RuleTable(
    "where the day of a month stands",  # asked of the month and of the days before and after it
    Rule(
        "day-month-year",
        lambda w, t, left, right: left and w.sep(t) == w.sep(t + 1) == "-" and _is_short_year(w, t + 1),
        lambda w, t, left, right: _short_date(w, t, left), Example("Printed [5-Jun-18].", "2018-06-05"),
    ),
    Rule(
        "day-month",
        lambda w, t, left, right: left and (not right or left.sides or w.word(left.first - 1) in _DAY_LEADS),
        lambda w, t, left, right: _day_month(w, t, left),
        Example("It rained on [3 June].", "2019-06-03"),
    ),
    Rule(
        "month-day", lambda w, t, left, right: right and (w.capital(t) or year_after(w, right[1] + 1)),
        lambda w, t, left, right: _month_and_day(w, t, right),
        Example("It rained on [June 3].", "2019-06-03"),
    ),
    Rule(
        "month", lambda w, t, left, right: w.capital(t),
        lambda w, t, left, right: _bare_month(w, MONTH_WORDS[w.words[t]], t),
        Example("It rained in [June].", "2018-06"),
    ),
)  # fmt: skip


def find_month(w: Window, t: int) -> TimeExpression | None:
    """Return the date around the month at word `t`."""
    right = _day_after(w, t)
    left = _day_before(w, t)
    shape = MONTH_SHAPE.match(w, t, left, right)
    return shape(w, t, left, right) if shape else None


def _is_short_year(w: Window, i: int) -> bool:
    """Return whether word `i` is the two digits of a year."""
    return len(w.word(i)) == 2 and w.word(i).isdecimal()


def _short_date(w: Window, t: int, left: TimeExpression) -> TimeExpression:
    """Return "5-Jun-18"."""
    left.month, left.year, left.last = MONTH_WORDS[w.words[t]], year_near(w, int(w.words[t + 1])), t + 1
    return left


def _day_month(w: Window, t: int, left: TimeExpression) -> TimeExpression:
    """Return "28 June" and "28 to 30 June" with their year."""
    left.month = MONTH_WORDS[w.words[t]]
    _add_year(w, left, t + 1)
    if left.year is None and left.shift is None and (short := short_year_after(w, t + 1)):  # "12 Mar 16"
        left.year, left.last = short, t + 1
    return left


def _month_and_day(w: Window, t: int, day: _Day) -> TimeExpression:
    """Return "June 28" with its year, or the words that tell it."""
    expression = _month_day(w, MONTH_WORDS[w.words[t]], day, t)
    if expression.year is None and expression.shift is None:
        expression.number = known_year(w, expression)
        if w.adjoins(t):
            _take_shift(w, expression, t)
    return expression


def _day_after(w: Window, t: int) -> _Day | None:
    """Return (day, last word) of what follows the month at word `t`, unless it counts something or begins a time."""
    if found := spelled_day_after(w, t + 1):
        return found
    if w.word(t + 1) == "the" and w.adjoins(t + 1) and w.adjoins(t + 2) and ordinal_day(w, t + 3):  # "June the 1st"
        day = day_number(w, t + 2)
        return (day, t + 3) if day else None
    day = day_number(w, t + 1) if _follows_month(w, t) and is_plain_day(w, t + 1) else None
    return (day, t + 2 if ordinal_day(w, t + 2) else t + 1) if day else None


def _follows_month(w: Window, t: int) -> bool:
    """Return whether the number after the month at word `t` belongs to it, and begins no item of a list."""
    gap = w.sep(t + 1)
    if w.words[t] in SHORT_MONTHS and gap[:1] == ".":
        gap = gap[1:] or " "
    if "\n" in gap and _is_item(w, t + 1):
        return False
    return gap == "-" or (gap.isspace() and gap.count("\n") < 2)


def _is_item(w: Window, i: int) -> bool:
    """Return whether the number at word `i` begins an item of a list: the one before it begins a line above."""
    number = w.word(i)
    if not number.isdecimal() or w.sep(i + 1)[:1] not in (".", ")", "\\"):
        return False
    start = w.start(i)
    above = w.low[max(0, start - 500) : start]
    return f"\n{int(number) - 1}{w.sep(i + 1)[:1]}" in f"\n{above}"


def _day_before(w: Window, t: int) -> TimeExpression | None:
    """Return the expression of a day, or of several, that stands before the month at word `t`."""
    i = t - 1
    if not w.adjoins(t):
        return None
    if w.word(i) == "of":
        i -= 2 if w.word(i - 1) == "day" else 1
        if found := spelled_day(w, i):
            return TimeExpression("date", found[1], t, day=found[0])
        if not ordinal_day(w, i):
            return None
    if ordinal_day(w, i):
        i -= 1
    day = day_number(w, i)
    if day is None or _is_of_a_number(w, i, day):
        return None
    first, sides = days_before(w, i, day)
    if not sides:
        return TimeExpression("date", i, t, day=day)
    return TimeExpression("date", first.first, t, day=first.number, head=first.last, sides=sides)


def _is_of_a_number(w: Window, i: int, day: int) -> bool:
    """Return whether the digits at word `i` are part of an amount or a longer number: "$28 June", "1,000 June"."""
    mark = w.sep(i)
    if mark[-1:] in _OF_A_NUMBER and mark != ". ":
        return True
    return (mark == "," or (mark == "/" and not _is_pair(w, i - 1, day))) and w.word(i - 1).isdecimal()


def _is_pair(w: Window, i: int, next_day: int) -> bool:
    """Return whether the day at word `i` and the next one are a pair: "12/13 May"."""
    day = day_number(w, i)
    if day is None or not 0 < next_day - day <= _PAIR or w.sep(i)[-1:] in (".", "-", "$"):
        return False
    return w.sep(i)[-1:] != "/" or _is_pair(w, i - 1, day)  # "12/13/14 May"


def _month_day(w: Window, month: int, day: _Day, t: int) -> TimeExpression:
    """Return "June 28", "June 28-30" or "June 28, 29 and 30" with its year."""
    number, last = day
    expression = TimeExpression("date", t, last, month=month, day=number)
    expression.sides = days_after(w, last, number)
    if w.word(t - 1) == "between" and len(expression.sides) == 1:  # "between June 28 and 30"
        expression.sides = (expression.sides[0]._replace(ends_range=True),)
    if expression.sides:
        expression.last = expression.sides[-1].last
    _add_year(w, expression, expression.last + 1)
    return expression


def _add_year(w: Window, expression: TimeExpression, i: int) -> None:
    """Take the year that stands at word `i` into the expression, or the words "last year"."""
    found = year_after(w, i)
    if found:
        expression.year, expression.last = found
    elif shifted := year_shift_after(w, i):
        expression.shift, expression.last = shifted
    else:
        expression.year = _borrowed_year(w, expression, i)


def _borrowed_year(w: Window, expression: TimeExpression, i: int) -> int | None:
    """Return the year of "June to August 2017" and "June, July and August 2017" for its first side, before word `i`."""
    month, years = expression.month or 0, 0
    for _ in range(_MOST_SIDES):
        i = _after_joint(w, i)
        t = next((k for k in range(i, i + _DAY_WORDS) if w.word(k) in MONTH_WORDS), 0) if i else 0
        if not t or not all(_is_of_day(w, k) for k in range(i, t)):
            return None
        years += month > MONTH_WORDS[w.words[t]]
        month, i = MONTH_WORDS[w.words[t]], t + 1
        if day_number(w, i):
            i += 2 if ordinal_day(w, i + 1) else 1
        if year := year_after(w, i):
            return year[0] - years
    return None


def _after_joint(w: Window, i: int) -> int:
    """Return the word after what joins word `i` to the date before it: "to", ", and", a hyphen; 0 for nothing."""
    if w.word(i) in _JOINTS and w.adjoins_by_comma(i):
        return i + 1 if w.adjoins(i + 1) else 0
    return i if w.sep(i) in _JOINING_MARKS else 0


def _is_of_day(w: Window, i: int) -> bool:
    """Return whether word `i` may stand before a month that a date is joined to: "Friday the 28th of"."""
    return bool(day_number(w, i)) or ordinal_day(w, i) or w.word(i) in _BEFORE_MONTH or w.word(i) in WEEKDAY_WORDS


def _bare_month(w: Window, month: int, t: int) -> TimeExpression | None:
    """Return the month alone, with a year where one follows, unless the word is more likely a name or a verb."""
    expression = TimeExpression("month", t, t, month=month)
    _add_year(w, expression, t + 1)
    if expression.year is not None:
        return expression
    if w.words[t] in SHORT_MONTHS and not (w.sep(t + 1)[:1] == "." and w.adjoins(t) and w.word(t - 1) in _SHORT_LEADS):
        return None
    if not plainly_month(w, t):
        return None
    if w.adjoins(t):
        _take_shift(w, expression, t)
    return expression


def _take_shift(w: Window, expression: TimeExpression, t: int) -> None:
    """Take "last", "this past" or "next" before the month at word `t` into the expression."""
    before = w.word(t - 1)
    if before in _SHIFTS:
        this_past = before == "past" and w.word(t - 2) == "this"
        expression.shift, expression.unit, expression.first = _SHIFTS[before], "M", t - 2 if this_past else t - 1
    elif before in _OF_TEXT and w.word(t - 2) == "the" and w.adjoins(t - 1) and expression.kind == "month":
        expression.shift, expression.unit, expression.base, expression.first = _OF_TEXT[before], "M", "text", t - 2
