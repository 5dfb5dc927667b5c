"""Dates in digits alone: "2018-09-12", "30/06/1999", "20.03.09". Resolves nothing."""

from __future__ import annotations

from nzn_cli.annotate.dates.date_words import MONTH_WORDS, listed
from nzn_cli.annotate.dates.find_years import find_year, year_near
from nzn_cli.annotate.dates.time_expression import TimeExpression
from nzn_cli.annotate.dates.window import Window
from nzn_cli.text.calendar import is_day

_VERSIONED = listed("number-versioned")
_NO_LEAD = frozenset("/$.-+:")


def find_numeric_date(w: Window, t: int) -> TimeExpression | None:
    """Return the date that begins with the digits at word `t`: numeric, or a year."""
    word = w.words[t]
    if len(word) <= 2:
        return _day_month_year(w, t)
    if len(word) != 4 or not "1000" <= word <= "2199":
        return None
    iso = None if _is_version(w, t) else _three(w, t)
    if iso and len(iso[1]) <= 2 and len(iso[2]) <= 2:
        if w.sep(t + 3) == "-" and w.word(t + 3).isalpha():  # "2015-09-01-trends", the name of a file
            return None
        year, month, day = map(int, iso)
        expression = TimeExpression("date", t, t + 2, year=year, month=month, day=day)
        if w.word(t + 3) == "t" and w.sep(t + 3) == "" and w.sep(t + 5) == ":" and _is_time(w.words[t + 4 : t + 6]):
            expression.time, expression.last = f"T{w.words[t + 4]}:{w.words[t + 5]}", t + 5
        return expression if is_day(year, month, day) else None
    return find_year(w, t)


def _is_time(words: list[str]) -> bool:
    """Return whether two words are an hour and a minute in two digits each."""
    if len(words) != 2 or not all(len(word) == 2 and word.isdecimal() for word in words):
        return False
    return int(words[0]) <= 24 and int(words[1]) <= 59


def _is_version(w: Window, t: int) -> bool:
    """Return whether the numbers from word `t` are a version, an address or a place in a law: "Build 10.12.11"."""
    if w.sep(t + 1) != ".":
        return False
    return (w.sep(t + 3) == "." and w.word(t + 3).isdecimal()) or (w.adjoins(t) and w.word(t - 1) in _VERSIONED)


def _three(w: Window, t: int) -> tuple[str, str, str] | None:
    """Return three numbers from word `t` that one and the same mark joins."""
    mark = w.sep(t + 1)
    if mark not in ("/", ".", "-") or w.sep(t + 2) != mark:
        return None
    numbers = w.words[t], w.word(t + 1), w.word(t + 2)
    return numbers if all(map(str.isdecimal, numbers)) else None


def _day_month_year(w: Window, t: int) -> TimeExpression | None:
    """Return 30/06/1999, 9/11/2001 or 20.03.09: in the order that the window says unless only the other is possible."""
    three = _three(w, t)
    if w.adjoins(t + 3) and w.word(t + 3) in MONTH_WORDS:  # "12/13/14 March"
        return None
    if not three or _is_version(w, t) or w.sep(t)[-1:] in _NO_LEAD:
        return None
    if w.sep(t + 3)[:1] in ("/", "-") and w.word(t + 3).isdecimal():
        return None
    year = _written_year(w, three, w.sep(t + 1))
    if not year:
        return None
    a, b = int(three[0]), int(three[1])
    day, month = (a, b) if w.day_first else (b, a)
    other = is_day(year, day, month)  # with day and month the other way round
    if is_day(year, month, day):
        number = 1 if other and day != month else None
        return TimeExpression("date", t, t + 2, year=year, month=month, day=day, number=number)
    return TimeExpression("date", t, t + 2, year=year, month=day, day=month) if other else None


def _written_year(w: Window, three: tuple[str, str, str], mark: str) -> int | None:
    """Return the year of three numbers that `mark` joins; None where they are a score, a version or a sum."""
    a, b, c = three
    if len(b) > 2 or len(c) not in (2, 4):
        return None
    if len(c) == 2 and (mark == "-" or len(a) + len(b) < (3 if mark == "/" else 4)):
        return None
    year = int(c) if len(c) == 4 else year_near(w, int(c))
    return year if 1900 <= year <= 2100 else None
