"""The words before and after a weekday that say which it is: "last", "of next week", "22nd". Resolves nothing."""

from __future__ import annotations

from collections.abc import Callable

from nzn_cli.annotate.dates.date_words import COUNTED, DAY_PARTS, SHIFTS, WEEKDAY_WORDS, listed
from nzn_cli.annotate.dates.find_day_lists import day_number, ordinal_day
from nzn_cli.annotate.dates.rules import Example, Rule, RuleTable
from nzn_cli.annotate.dates.time_expression import TimeExpression
from nzn_cli.annotate.dates.window import Window

PLURAL_PARTS = frozenset(("mornings", "nights", "evenings", "afternoons"))
_WEEK_LEADS = frozenset(("on", "until", "by", "from"))
_WEEKS_AFTER = {"week": 1, "fortnight": 2}
_WEEKS_ON = {("a", "week"): 1, ("a", "fortnight"): 2, ("two", "weeks"): 2, ("three", "weeks"): 3}
_A_WEEK = listed("weekday-a-week")
_OF_TEXT = {"previous": -1, "preceding": -1, "following": 1}
_BEYOND = {("before", "last"): -2, ("after", "next"): 2}
_COMING = frozenset(("coming", "upcoming"))
_NOON = frozenset(("noon", "midday"))
_LEADING_PARTS = DAY_PARTS.keys() - _NOON - PLURAL_PARTS  # "dawn Tuesday"
_AND = frozenset(("and", "or", "to", "through", "until"))
WEEKDAY_LEAD: RuleTable[[Window, TimeExpression, str], Callable[[Window, TimeExpression], None]] = RuleTable(
    "words before a weekday that say which",  # asked of the word just before, too
    Rule(
        "the-following",
        lambda w, e, before: before in _OF_TEXT and w.word(e.first - 2) in ("the", "on"),
        lambda w, e: _take_of_text(w, e),
        Example("It began on [10 June 2018] and ended on [the following Friday].", "2018-06-10 2018-06-15"),
    ),
    Rule(
        "this-coming", lambda w, e, before: before in _COMING and w.sep(e.first) != "-",
        lambda w, e: _take_coming(w, e),
        Example("It opens [this coming Friday].", "2019-05-17/weekday-coming"),
    ),
    Rule(
        "this-past", lambda w, e, before: before == "past" and w.word(e.first - 2) == "this" and w.sep(e.first) != "-",
        lambda w, e: _take_shift(w, e, e.first - 2),
        Example("It opened [this past Friday].", "2019-05-10/weekday-last"),
    ),
    Rule(
        "last", lambda w, e, before: before in SHIFTS and w.sep(e.first) != "-",
        lambda w, e: _take_shift(w, e, e.first - 1),
        Example("It opened [last Friday].", "2019-05-10/weekday-last"),
    ),
    Rule(
        "dawn", lambda w, e, before: before in _LEADING_PARTS, lambda w, e: _take_part(w, e, e.first - 1),
        Example("It began at [dawn Friday].", "2019-05-10TMO"),
    ),
)  # fmt: skip

WEEKDAY_TAIL: RuleTable[[Window, TimeExpression, int], Callable[[Window, TimeExpression, int], None]] = RuleTable(
    "words after a weekday that say which",  # asked of the word after it
    Rule(
        "before-last", lambda w, e, i: (w.word(i), w.word(i + 1)) in _BEYOND and w.adjoins(i) and w.adjoins(i + 1),
        lambda w, e, i: _take_beyond(w, e, i),
        Example("It rained [the Friday before last].", "2019-05-03/weekday-before-last"),
    ),
    Rule(
        "and-tuesday-next-week",
        lambda w, e, i: w.word(i) in _AND and w.word(i + 1) in WEEKDAY_WORDS and w.adjoins(i) and _week_after(w, i + 2),
        lambda w, e, i: _take_week(w, e, i + 2, e.last),
        Example("It opens [Monday] and [Tuesday next week].", "2019-05-20/weekday-of-week 2019-05-21"),
    ),
    Rule(
        "and-tuesday", lambda w, e, i: w.word(i) in _AND and w.word(i + 1) in WEEKDAY_WORDS and w.adjoins(i),
        lambda w, e, i: None, Example("A week on [Monday] and [Tuesday] it was.", "2019-05-13 2019-05-14"),
    ),
    Rule(
        "next-week", lambda w, e, i: _week_after(w, i),
        lambda w, e, i: _take_week(w, e, i, (_week_after(w, i) or (0, e.last))[1]),
        Example("It opens [Friday of next week].", "2019-05-24/weekday-of-week"),
    ),
    Rule(
        "friday-week",
        lambda w, e, i: w.word(i) in _WEEKS_AFTER
        and w.adjoins(i)
        and (w.word(e.first - 1) in _WEEK_LEADS or _ends_clause(w, i + 1)),
        lambda w, e, i: _take_week_on(e, e.first, i, _WEEKS_AFTER[w.word(i)]),
        Example("It opens on [Friday week].", "2019-05-24/weekday-week"),
    ),
    Rule(
        "a-week-on-friday", lambda w, e, i: _is_week_on(w, e.first),
        lambda w, e, i: _take_week_on(e, e.first - 3, e.last, _is_week_on(w, e.first)),
        Example("It opens [a week on Friday] at the mill.", "2019-05-24/weekday-week"),
    ),
    Rule(
        "friday-22nd", lambda w, e, i: w.adjoins(i) and e.shift is None, lambda w, e, i: _take_day_number(w, e, i),
        Example("It opens on [Saturday 22nd].", "2019-06-22/weekday-number"),
    ),
)  # fmt: skip


def _take_beyond(w: Window, expression: TimeExpression, i: int) -> None:
    """Take "before last" and "after next" at word `i` into the weekday."""
    expression.shift, expression.unit, expression.last = _BEYOND[w.word(i), w.word(i + 1)], "", i + 1
    if w.word(expression.first - 1) == "the" and w.adjoins(expression.first):
        expression.first -= 1


def _take_of_text(w: Window, expression: TimeExpression) -> None:
    """Take "the previous" and "the following" into the weekday."""
    t = expression.first
    expression.shift, expression.base = _OF_TEXT[w.word(t - 1)], "text"
    expression.first = t - 2 if w.word(t - 2) == "the" else t - 1


def _take_shift(w: Window, expression: TimeExpression, first: int) -> None:
    """Take "last", "next" or "this past" into the weekday."""
    expression.shift, expression.first = SHIFTS[w.word(expression.first - 1)], first


def _take_coming(w: Window, expression: TimeExpression) -> None:
    """Take "coming" and "this coming" into the weekday."""
    t = expression.first
    _take_shift(w, expression, t - 2 if w.word(t - 2) == "this" else t - 1)
    expression.unit = "soon"


def _take_part(w: Window, expression: TimeExpression, first: int) -> None:
    """Take the part of a day at word `first` into the weekday."""
    expression.time, expression.first = "T" + DAY_PARTS[w.word(first)], first


def _take_week(w: Window, expression: TimeExpression, i: int, last: int) -> None:
    """Take "last week" and "of next week" at word `i` into the weekday, which ends with word `last`."""
    week = _week_after(w, i)
    if week:
        expression.unit, expression.shift, expression.last = "W", week[0], last


def _take_week_on(expression: TimeExpression, first: int, last: int, weeks: int = 1) -> None:
    """Take "a week on" and "Friday week" into the weekday."""
    expression.number, expression.first, expression.last = weeks, first, last


def take_before(w: Window, expression: TimeExpression, t: int) -> None:
    """Take "last", "the following" or a part of the day before word `t` into the weekday there."""
    take = WEEKDAY_LEAD.match(w, expression, w.word(t - 1)) if w.adjoins(t) else None
    if take:
        take(w, expression)


def take_after(w: Window, expression: TimeExpression, i: int) -> None:
    """Take a part of the day, "last week" or "week" from word `i` on into the weekday."""
    if w.adjoins(i) and w.word(i) in DAY_PARTS and w.word(i) not in _NOON:
        expression.time, expression.last = "T" + DAY_PARTS[w.word(i)], i
        i += 1
    take = WEEKDAY_TAIL.match(w, expression, i)
    if take:
        take(w, expression, i)


def _ends_clause(w: Window, i: int) -> bool:
    """Return whether a stop stands before word `i`, or the text ends there."""
    return w.sep(i)[:1] in ("", ".", ",", ";", ")", "!", "?", "\n")


def _is_week_on(w: Window, t: int) -> int:
    """Return the weeks of "a week on" and "a fortnight on" before the weekday at `t`; 0 for "twice a week on"."""
    weeks = _WEEKS_ON.get((w.word(t - 3), w.word(t - 2)), 0)
    if w.word(t - 1) != "on" or not all(w.adjoins(i) for i in (t - 1, t)):
        return 0
    before = w.word(t - 4) if w.adjoins(t - 3) else ""
    return 0 if before in _A_WEEK or before.isdecimal() else weeks


def _take_day_number(w: Window, expression: TimeExpression, i: int) -> None:
    """Take the day of the month of "Thursday 22nd" and "Thursday the 22nd"."""
    the = w.word(i) == "the" and w.adjoins(i + 1)
    day = i + 1 if the else i
    number = day_number(w, day)
    if not number or not (ordinal_day(w, day + 1) or (not the and _stands(w, day + 1))):
        return
    if w.adjoins(day + 1) and w.word(day + 1) in COUNTED:
        return
    expression.day, expression.last = number, day + 1 if ordinal_day(w, day + 1) else day


def _stands(w: Window, i: int) -> bool:
    """Return whether nothing is counted at word `i`: a stop, or another weekday of "Sat 5 and Sun 6 March"."""
    mark = w.sep(i)
    if mark[:1] in (",", ".", ";", ")", "\n"):
        return not (mark == "." and w.word(i).isdecimal())  # "Thursday evening 7.30pm"
    if mark.strip() in ("-", "&", "/"):
        return w.word(i) in WEEKDAY_WORDS
    return w.word(i) in _AND and w.word(i + 1) in WEEKDAY_WORDS and w.adjoins(i + 1)


def _week_after(w: Window, i: int) -> tuple[int, int] | None:
    """Return (shift, last word) for "last week" and "of next week" at word `i`."""
    if w.word(i) == "of" and w.adjoins(i):
        i += 1
    if w.adjoins(i) and w.word(i) in ("last", "next", "this") and w.word(i + 1) == "week" and w.adjoins(i + 1):
        return SHIFTS[w.word(i)], i + 1
    return None
