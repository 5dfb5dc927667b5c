"""Units of time that count from another date: "last week", "the following month", "that year". Resolves nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from nzn_cli.annotate.dates.date_words import (
    DAY_PARTS,
    FROM_TEXT,
    MONTH_WORDS,
    ORDINALS,
    PARTS,
    SHIFTS,
    UNITS,
    listed,
    words,
)
from nzn_cli.annotate.dates.find_counts import find_ahead, find_interval, find_offset, stands_alone
from nzn_cli.annotate.dates.find_day_lists import day_number, ordinal_day
from nzn_cli.annotate.dates.find_months import find_month
from nzn_cli.annotate.dates.find_years import year_number
from nzn_cli.annotate.dates.rules import Example, Rule, RuleTable, always
from nzn_cli.annotate.dates.time_expression import TimeExpression
from nzn_cli.annotate.dates.window import Window
from nzn_cli.text.calendar import WEEKDAY_NAMES, WEEKDAYS

_PARTS_OF = listed("unit-parts-of")
_PARTS_OF_CENTURY = _PARTS_OF | words("turn end decade decades years part quarter third")
_WEEKS = words("of beginning ending ended starting commencing")
_FOR_YEAR = listed("unit-for-the-year")
_TELLING = listed("unit-telling")
_MONEY = words("million billion share cents")
_IT_IS_NOW = (" it's ", " it is ", "today is ", "today's ", "today marks ")
_NOW_REACH = 12  # characters of the longest of them
_CALENDARS = frozenset(("fiscal", "financial", "calendar", "same"))
_SHIFTING = SHIFTS.keys() | FROM_TEXT.keys() | _CALENDARS
_ARTICLED = frozenset(("current", "coming", "upcoming", "past", "next"))
_BESIDE = {"before": -1, "after": 1}
_BEYOND = {("before", "last"): -2, ("after", "next"): 2}
_SINGULAR = frozenset(("day", "year", "month", "week", "decade", "century"))
_LATE = frozenset(("later", "earlier", "late", "early"))
_SAID_BEFORE = words("following subsequent previous preceding prior")


def find_unit(w: Window, t: int) -> TimeExpression | None:
    """Return the expression around the unit of time at word `t`."""
    unit = UNITS[w.words[t]]
    if w.words[t] == "day" and w.word(t + 1) == "of" and (found := _nth_day(w, t)):
        return found
    found = _beyond(w, t, unit) or find_offset(w, t) or _with_day(w, _shifted(w, t, unit)) or _year_end(w, t)
    return found or _the_unit(w, t, unit) or find_ahead(w, t)


def _beyond(w: Window, t: int, unit: str) -> TimeExpression | None:
    """Return "the week before last" and "the month after next"."""
    shift = _BEYOND.get((w.word(t + 1), w.word(t + 2)), 0)
    if not shift or unit not in ("W", "WE", "M", "Y", "E") or w.words[t].endswith("s"):
        return None
    if not w.adjoins(t + 1) or not w.adjoins(t + 2) or w.word(t - 1) != "the" or not w.adjoins(t):
        return None
    return TimeExpression("unit", t - 1, t + 2, unit=unit, shift=shift)


def _with_day(w: Window, found: TimeExpression | None) -> TimeExpression | None:
    """Return "next week on Friday" and "the 5th of next month" where a day stands beside a week or month, else that."""
    if not found or found.kind != "unit" or found.base or found.shift is None or found.part:
        return found
    if found.unit == "W":
        return _with_weekday(w, found)
    if found.unit == "M" and w.word(found.first - 1) == "of" and ordinal_day(w, found.first - 2):
        first = found.first - 3
        if day := day_number(w, first):
            found.kind, found.day = "day of month", day
            found.first = first - 1 if w.word(first - 1) == "the" and w.adjoins(first) else first
    return found


def _with_weekday(w: Window, week: TimeExpression) -> TimeExpression:
    """Return "next week on Friday morning" where a weekday follows the week, else that."""
    i = week.last + 2 if w.word(week.last + 1) == "on" and w.adjoins_by_comma(week.last + 1) else week.last + 1
    if w.word(i) not in WEEKDAY_NAMES or not w.adjoins_by_comma(i):
        return week
    found = TimeExpression("weekday", week.first, i, weekday=WEEKDAYS[w.words[i]], unit="W", shift=week.shift)
    if w.word(i + 1) in DAY_PARTS and w.adjoins(i + 1):
        found.time, found.last = "T" + DAY_PARTS[w.words[i + 1]], i + 1
    return found


def _shifted(w: Window, t: int, unit: str) -> TimeExpression | None:
    """Return "last week", "this fiscal year", "the following month", "that year", "the past week"."""
    if not w.adjoins(t) or w.sep(t) == "-" or unit in "QP":
        return None
    if w.word(t - 1) not in _SHIFTING and not (w.words[t].endswith("s") or unit in "HT"):
        return None
    lead = _Lead(w, t, unit)
    find = SHIFTED_UNIT.match(lead)
    return find(lead) if find else None


class _Lead:
    """A unit at word `t` with the word before it that shifts it, at `i`: "last" of "last fiscal year"."""

    __slots__ = ("article", "before", "calendar", "i", "near", "t", "the", "unit", "w")

    def __init__(self, w: Window, t: int, unit: str) -> None:
        i = t - 1
        if w.word(i) in _CALENDARS and w.adjoins(i) and w.word(i - 1) in SHIFTS:
            i -= 1
        self.w, self.t, self.i, self.unit, self.calendar = w, t, i, unit, i < t - 1
        self.before, self.article = w.word(i), w.word(i - 1)
        self.near = w.adjoins(i)  # the article belongs to it
        self.the = self.article in ("the", "this") and self.near

    def expression(self, kind: str, first: int, **fields: Any) -> TimeExpression:
        """Return an expression of the unit that begins with word `first`."""
        return TimeExpression(kind, first, self.t, unit=self.unit, **fields)

    def is_part_of_century(self) -> bool:
        """Return whether a part is meant: "the end of the last century"."""
        i = self.i
        return self.unit == "C" and self.w.word(i - 2) == "of" and self.w.word(i - 3) in _PARTS_OF_CENTURY


SHIFTED_UNIT: RuleTable[[_Lead], Callable[[_Lead], TimeExpression | None]] = RuleTable(
    "words before a unit that shift it",
    Rule(
        "last-days", lambda x: x.w.words[x.t].endswith("s") or x.unit in "HT",
        lambda x: _interval_of_units(x), Example("It rained [the past three months].", "P3M/interval-past"),
    ),
    Rule(
        "class-name",
        lambda x: x.w.capital(x.t)
        and x.w.adjoins(x.t + 1)
        and x.w.word(x.t + 1).isdecimal()
        and len(x.w.word(x.t + 1)) <= 2,
        lambda x: None, Example("He was glad of that Year 5 class."),
    ),
    Rule(
        "following", lambda x: x.before in FROM_TEXT and (x.before not in SHIFTS or x.article in ("the", "that")),
        lambda x: _of_text(x.w, x.t, x.i, x.unit),
        Example("It began in [June 2018] and ended [the following month].", "2018-06 2018-07"),
    ),
    Rule(
        "no-shift", lambda x: x.before not in SHIFTS or x.before in ("present", "prior", "previous", "preceding"),
        lambda x: None, Example("They met in a present week of rain."),
    ),
    Rule(
        "last-week-of",
        lambda x: x.the
        and x.before == "last"
        and x.unit in "DWMY"
        and x.w.word(x.t + 1) == "of"
        and x.w.adjoins(x.t + 1), lambda x: None,
        Example("It rained the last week of the fair."),
    ),
    Rule(
        "the-past-week",
        lambda x: not x.is_part_of_century() and _is_interval(x.before, x.article, x.unit, x.calendar),
        lambda x: x.expression("interval", x.i - 1 if x.the else x.i, number=1, shift=SHIFTS[x.before]),
        Example("It rained [the past week].", "P1W/interval-past"),
    ),
    Rule(
        "the-next-day", lambda x: x.unit == "D" and x.before == "next" and x.the,
        lambda x: x.expression("unit", x.i - 1, shift=1, base="text"),
        Example("It began on [10 June 2018] and ended [the next day].", "2018-06-10 2018-06-11"),
    ),
    Rule("this-day", lambda x: x.unit == "D", lambda x: None, Example("They are glad of this day.")),
    Rule(
        "programme",
        lambda x: x.w.capital(x.i) and x.w.capital(x.t) and x.w.sep(x.i)[-1:] not in ("\n", " ", ""),
        lambda x: None, Example("He spoke on \"This Week\" of it."),
    ),
    Rule(
        "from-last-year", lambda x: x.before == "last" and x.unit == "Y" and _is_of_money(x),
        lambda x: x.expression("unit", _first(x), shift=-1, season="compared"),
        Example("In [the first quarter] sales rose from $3 million [last year].", "2019-Q1 2018-Q1"),
    ),
    Rule(
        "last-week", always, lambda x: x.expression("unit", _first(x), shift=SHIFTS[x.before]),
        Example("It rained [last week].", "2019-W19/week-last"),
    ),
)  # fmt: skip


def _interval_of_units(x: _Lead) -> TimeExpression | None:
    """Return "the past three months"; "the next minute" is now."""
    found = find_interval(x.w, x.t, x.unit)
    return None if found and x.unit == "T" and found.number is None else found


def _first(x: _Lead) -> int:
    """Return the first word of "the current week" and "last week"; not "I said this last week"."""
    leads = x.before in _ARTICLED or (x.before == "last" and x.article == "the")
    return x.i - 1 if x.the and leads else x.i


def _is_of_money(x: _Lead) -> bool:
    """Return whether a sum stands beside "last year", as in a report on a quarter: "from $3 million last year"."""
    return x.article in _MONEY or x.w.sep(x.t + 2) == " $"


def _is_interval(before: str, lead: str, unit: str, calendar: bool) -> bool:
    """Return whether "past", "the last" or "the next" makes a stretch that touches now, not the calendar's unit."""
    if unit == "WE" or calendar:
        return False
    if unit == "F":  # no calendar counts in fortnights
        return SHIFTS.get(before) != 0
    if before == "past" or (before == "last" and lead == "the"):
        return True
    return before in ("next", "coming") and lead == "the" and unit != "D"


def _of_text(w: Window, t: int, i: int, unit: str) -> TimeExpression | None:
    """Return "the following month", "that year" and "the same day"."""
    before = w.words[i]
    the = w.word(i - 1) in ("the", "that", "this") and w.adjoins(i)
    if before in _SAID_BEFORE and not the:
        return None
    if before == "that" and (w.sep(i)[:1] == "," or w.word(i - 1) in _TELLING):
        return None
    return TimeExpression("unit", i - 1 if the else i, t, unit=unit, shift=FROM_TEXT[before], base="text")


def _nth_day(w: Window, t: int) -> TimeExpression | None:
    """Return "It's the third day of the talks", which is the day of publication."""
    number = t - 2 if w.word(t - 1) in ("st", "nd", "rd", "th") and w.sep(t - 1) == "" else t - 1
    if (
        not (w.words[number] in ORDINALS or w.words[number].isdecimal())
        or w.word(number - 1) != "the"
        or not w.adjoins(t)
    ):
        return None
    start = w.start(number - 1)
    lead = w.low[max(0, start - _NOW_REACH) : start]  # "today" is an expression of its own, before the window
    return (
        TimeExpression("day", number - 1, t, number=0) if f" {lead}".replace("\n", " ").endswith(_IT_IS_NOW) else None
    )


def _year_end(w: Window, t: int) -> TimeExpression | None:
    """Return "year-end" and "year's end"."""
    before = w.word(t - 1)
    if w.words[t] != "year":
        return None
    if w.adjoins(t + 1) and w.word(t + 1) == "end" and before not in ("financial", "fiscal", "a", "one", "each"):
        if w.sep(t + 1) == "-":  # "year-end" closes the books; "year end" is the end of the year
            expression = TimeExpression("unit", t, t + 1, unit="Y", shift=0, season="end")
            if w.adjoins(t + 2) and (year := year_number(w, t + 2)):  # "year-end 1988"
                expression.year, expression.last = year, t + 2
            return expression
        return TimeExpression("unit", t, t + 1, unit="Y", shift=0, part="END")
    if w.word(t + 1) == "s" and w.word(t + 2) == "end" and before not in ("last", "next", "this"):
        return TimeExpression("unit", t, t + 2, unit="Y", shift=0, part="END")
    return None


THE_UNIT: RuleTable[[Window, int, str], Callable[[Window, int, str], TimeExpression | None]] = RuleTable(
    "words beside the unit that make it one",  # asked of the word after "the" and its unit
    Rule(
        "weekend-of", lambda w, t, unit: unit == "WE" and w.word(t + 1) == "of", lambda w, t, unit: _week_of(w, t),
        Example("It rained on [the weekend of June 3].", "2019-W23-WE"),
    ),
    Rule(
        "weekend-before",
        lambda w, t, unit: unit == "WE" and w.word(t + 1) in _BESIDE and w.adjoins(t + 1), lambda w, t, unit: None,
        Example("They met the weekend before the vote."),
    ),
    Rule(
        "the-weekend", lambda w, t, unit: unit == "WE", lambda w, t, unit: TimeExpression("unit", t - 1, t, unit="WE"),
        Example("It rained at [the weekend].", "2019-W19-WE"),
    ),
    Rule(
        "the-day-before",
        lambda w, t, unit: unit in ("D", "W", "M", "Y") and w.word(t + 1) in _BESIDE and stands_alone(w, t + 2),
        lambda w, t, unit: TimeExpression("unit", t - 1, t + 1, unit=unit, shift=_BESIDE[w.words[t + 1]], base="text"),
        Example("It began on [10 June 2018]. They had met [the day before].", "2018-06-10 2018-06-09"),
    ),
    Rule(
        "the-week-of", lambda w, t, unit: w.words[t] == "week" and w.word(t + 1) in _WEEKS and w.adjoins(t + 1),
        lambda w, t, unit: _week_of(w, t), Example("It opens [the week of June 3].", "2019-W23/week-of"),
    ),
    Rule(
        "end-of-the-year",
        lambda w, t, unit: _is_of(w, t, "of") and w.word(t - 3) in _PARTS_OF and unit != "D",
        lambda w, t, unit: TimeExpression("unit", t - 1, t, unit=unit, shift=0),
        Example("It rained for the rest of [the year].", "2019/year-this"),
    ),
    Rule(
        "high-for-the-year",
        lambda w, t, unit: unit == "Y" and _is_of(w, t, "for") and w.word(t - 3) in _FOR_YEAR,
        lambda w, t, unit: TimeExpression("unit", t - 1, t, unit=unit, shift=0),
        Example("It cut its forecast for [the year] to 3%.", "2019/year-this"),
    ),
    Rule(
        "later-in-the-day",
        lambda w, t, unit: _is_of(w, t, "in") and unit == "D" and w.word(t - 3) in ("later", "earlier"),
        lambda w, t, unit: TimeExpression("unit", t - 3, t, unit=unit, shift=0, base="text"),
        Example("It began on [10 June 2018] and ended [later in the day].", "2018-06-10 2018-06-10"),
    ),
    Rule(
        "late-in-the-year", lambda w, t, unit: _is_of(w, t, "in") and unit != "D" and w.word(t - 3) in _LATE,
        lambda w, t, unit: TimeExpression("unit", t - 3, t, unit=unit, shift=0, part=PARTS[w.word(t - 3)]),
        Example("It rained [late in the year].", "2019"),
    ),
)  # fmt: skip


def _the_unit(w: Window, t: int, unit: str) -> TimeExpression | None:
    """Return "the weekend", "the week of March 6", and "the year" where a part is meant ("the end of the year")."""
    if w.word(t - 1) != "the" or not w.adjoins(t) or w.sep(t + 1) == "-":  # "part of the year-long course"
        return None
    find = THE_UNIT.match(w, t, unit)
    return find(w, t, unit) if find else None


def _is_of(w: Window, t: int, preposition: str) -> bool:
    """Return whether a preposition stands before "the year"."""
    return w.word(t - 2) == preposition and w.adjoins(t - 1) and w.words[t] in _SINGULAR


def _week_of(w: Window, t: int) -> TimeExpression | None:
    for month in (t + 2, t + 3, t + 4):
        if w.word(month) in MONTH_WORDS:
            inner = find_month(w, month)
            if inner and inner.kind == "date" and inner.first == t + 2:
                inner.kind, inner.first, inner.unit = "week of", t - 1, UNITS[w.words[t]]
                return inner
    return None
