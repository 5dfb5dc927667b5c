"""Portions: days, weeks and months counted in a longer stretch, "the last two weeks of January". Resolves nothing."""

from __future__ import annotations

from nzn_cli.annotate.dates.date_words import MONTH_WORDS, NUMBERS, ORDINALS, SHIFTS, UNITS, VAGUE_NUMBERS, listed
from nzn_cli.annotate.dates.find_day_lists import ordinal_day
from nzn_cli.annotate.dates.find_months import find_month
from nzn_cli.annotate.dates.find_years import year_number
from nzn_cli.annotate.dates.time_expression import TimeExpression
from nzn_cli.annotate.dates.window import Window

_LAST = listed("portion-last")
_FIRST = listed("portion-first")
_INSIDE = {"D": "MY", "W": "MY", "WE": "MY", "M": "Y", "F": "MY", "Q": "Y"}  # a unit, and what it may be counted in


def find_portion(w: Window, t: int) -> TimeExpression | None:
    """Return "the first week of March 2017", "the last two weeks of January" and "week 12 of 2018" around a unit."""
    found = _counted(w, t) if UNITS[w.words[t]] in _INSIDE and w.adjoins(t) else None
    return found or (_numbered_week(w, t) if w.words[t] == "week" else None)


def _counted(w: Window, t: int) -> TimeExpression | None:
    """Return units counted from either end of a month or year."""
    unit = UNITS[w.words[t]]
    count, i = _count(w, t)
    number = _place(w, i)
    if not number or not w.adjoins(i + 1) or (unit == "Q" and count == 1):
        return None
    inner = _inner(w, t + 1)
    if not inner or (inner.unit or ("Y" if inner.kind == "year" else "M")) not in _INSIDE[unit]:
        return None
    first = i - 1 if ordinal_day(w, i) else i
    if w.word(first - 1) == "the" and w.adjoins(first):
        first -= 1
    if not count:  # "the last days of June"
        inner.first, inner.part = first, "END" if number < 0 else "START"
        return inner
    return TimeExpression("portion", first, inner.last, number=number, count=count, unit=unit, inner=inner)


def _count(w: Window, t: int) -> tuple[int, int]:
    """Return (how many units at word `t`, the word before their number); 0 for "the last few days"."""
    if not w.words[t].endswith("s"):
        return 1, t - 1
    word = w.word(t - 1)
    if word in VAGUE_NUMBERS:
        return 0, t - 2
    count = NUMBERS.get(word, 0) or (int(word) if word.isdecimal() and len(word) < 3 else 0)
    return count, t - 2 if count else t - 1


def _place(w: Window, i: int) -> int:
    """Return which of its kind word `i` says: 1 for "first", -1 for "last"; 0 where it says none."""
    word = w.word(i)
    if word in _LAST or word in _FIRST:
        return -1 if word in _LAST else 1
    if ordinal_day(w, i) and w.word(i - 1).isdecimal() and len(w.word(i - 1)) < 3:
        return int(w.word(i - 1))
    return ORDINALS.get(word, 0)


def _inner(w: Window, i: int) -> TimeExpression | None:
    """Return the month or year that "of" or "in" at word `i` names."""
    if w.word(i) not in ("of", "in") or not w.adjoins(i) or not w.adjoins(i + 1):
        return None
    i += 1
    if w.word(i) in MONTH_WORDS:
        found = find_month(w, i)
        return found if found and found.kind == "month" and found.first == i else None
    if year := year_number(w, i):
        return TimeExpression("year", i, i, year=year)
    if w.word(i) in ("last", "this", "next") and w.word(i + 1) in ("month", "year") and w.adjoins(i + 1):
        return TimeExpression("unit", i, i + 1, unit=UNITS[w.words[i + 1]], shift=SHIFTS[w.words[i]])
    return None


def _numbered_week(w: Window, t: int) -> TimeExpression | None:
    """Return "week 12 of 2018" and "Week 12, 2018"."""
    number = w.word(t + 1)
    if not number.isdecimal() or len(number) > 2 or not w.adjoins(t + 1) or not 1 <= int(number) <= 53:
        return None
    inner = _inner(w, t + 2)
    if not inner and w.adjoins_by_comma(t + 2) and (year := year_number(w, t + 2)):
        inner = TimeExpression("year", t + 2, t + 2, year=year)
    if not inner or (inner.kind != "year" and inner.unit != "Y"):
        return None
    return TimeExpression("portion", t, inner.last, number=int(number), unit="W", inner=inner)


def find_iso_week(w: Window, t: int) -> TimeExpression | None:
    """Return "2017-W30", "2017W30" and "2017-W30-4", `t` being the year."""
    number = w.word(t + 2)
    if w.word(t + 1) != "w" or w.sep(t + 1) not in ("", "-") or w.sep(t + 2) != "" or len(number) != 2:
        return None
    year = year_number(w, t)
    if not year or not number.isdecimal() or not 1 <= int(number) <= 53:
        return None
    expression = TimeExpression("iso week", t, t + 2, year=year, number=int(number))
    if w.sep(t + 3) == "-" and w.word(t + 3) in ("1", "2", "3", "4", "5", "6", "7"):
        expression.weekday, expression.last = int(w.words[t + 3]), t + 3
    return expression
