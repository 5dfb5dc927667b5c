"""Which part of the grammar reads which trigger word, and the words around a phrase that shift or narrow it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from nzn_cli.annotate.dates import (
    clock,
    days,
    holidays,
    months,
    numeric,
    quarters,
    relative,
    reports,
    weekdays,
    years,
)
from nzn_cli.annotate.dates.lexicon import (
    CENTURY_WORDS,
    DAY_PARTS,
    DAY_WORDS,
    DECADES,
    MONTH_WORDS,
    NUMBERS,
    ORDINALS,
    PARTS,
    SEASON_WORDS,
    UNITS,
    WEEKDAY_WORDS,
    words,
)
from nzn_cli.annotate.dates.phrase import Phrase
from nzn_cli.annotate.dates.window import Window
from nzn_cli.text.calendar import HOLIDAYS

Handler = Callable[[Window, int], Phrase | None]

_BESIDE = words("early late mid earlier later")
_WITH_DIGITS = words("q fy")  # found as numbers are
_OF_LEADS = words("the at by until s since before from")
_WHOLE = frozenset(("offset", "interval", "clock", "ahead", "compared", "reported", "stretch"))


@cache
def handlers() -> dict[str, Handler]:
    """Return the reader of each trigger word."""
    table: dict[str, Handler] = dict.fromkeys(holidays.first_words(), holidays.holiday_phrase)
    table |= dict.fromkeys(DAY_PARTS, days.day_part_phrase) | dict.fromkeys(UNITS, _unit)
    table |= dict.fromkeys(MONTH_WORDS, _month) | dict.fromkeys(WEEKDAY_WORDS, weekdays.weekday_phrase)
    table |= dict.fromkeys(DAY_WORDS, days.day_word_phrase) | dict.fromkeys(SEASON_WORDS, quarters.season_phrase)
    table |= dict.fromkeys(DECADES, years.decade_phrase) | dict.fromkeys(CENTURY_WORDS, years.spelled_phrase)
    table |= dict.fromkeys(("noon", "midnight", "midday"), clock.clock_phrase)
    table |= {"q": quarters.short_quarter_phrase, "fy": years.financial_phrase}
    return table | {"half": quarters.half_phrase, "thousand": years.thousand_phrase}


@cache
def trigger_words() -> frozenset[str]:
    """Return the words at which an expression may be found; holidays by their whole names."""
    others = (word for word, handler in handlers().items() if handler is not holidays.holiday_phrase)
    return frozenset(others) - _WITH_DIGITS | frozenset(HOLIDAYS)


def parse(w: Window) -> Phrase | None:
    """Return the expression around the window's trigger, with the words that narrow it."""
    word = w.words[w.at]
    phrase = _digits(w, w.at) if word.isdecimal() else _word(w, word)
    if phrase:
        _take_modifiers(w, phrase)
    return phrase


def _word(w: Window, word: str) -> Phrase | None:
    handler = handlers().get(word)
    return handler(w, w.at) if handler else None


def _digits(w: Window, t: int) -> Phrase | None:
    """Return what begins with a number: a time, a decade, a numeric date, a year, "the 1988 second quarter"."""
    if len(w.words[t]) == 4:
        if w.word(t + 2) == "quarter" and w.word(t + 1) in ORDINALS:
            return quarters.quarter_phrase(w, t + 2)
        if w.words[t + 1 : t + 2] == ["s"] and w.word(t + 3) == "quarter" and w.word(t + 2) in ORDINALS:
            return quarters.quarter_phrase(w, t + 3)
        if w.word(t + 1) in ("quarter", "period") and w.near(t + 1):
            return reports.report_phrase(w, t + 1)
        return clock.clock_phrase(w, t) or numeric.digits_phrase(w, t)
    if found := clock.clock_phrase(w, t):
        return found
    if w.word(t + 1) == "s":
        return years.decade_phrase(w, t)
    return years.short_year_phrase(w, t) or numeric.digits_phrase(w, t)


def _month(w: Window, t: int) -> Phrase | None:
    """Return a month with what stands beside it, unless it is told of each year: "June 5 of every year"."""
    found = _month_or_quarter(w, t)
    if found and found.year is None:
        i = found.last + 2 if w.word(found.last + 1) in ("of", "in") else found.last + 1
        if w.word(i) in ("each", "every") and w.word(i + 1) == "year" and w.near(i):
            return None
    return found


def _month_or_quarter(w: Window, t: int) -> Phrase | None:
    """Return a month, or the quarter that is named by its last month, or May Day."""
    if w.word(t + 1) == "day" and w.words[t] == "may" and w.near(t + 1) and w.capital(t + 1):
        return holidays.holiday_phrase(w, t)
    if w.word(t + 1) == "quarter" and w.near(t + 1):
        return quarters.quarter_phrase(w, t + 1)
    if w.sep(t + 1) == "-" and w.word(t + 2) in ("quarter", "period") and w.near(t + 2):
        return quarters.spelled_quarter(w, t) or months.month_phrase(w, t)
    if w.word(t + 2) == "quarter" and w.near(t + 2) and w.near(t + 1) and w.word(t + 1).isdecimal():
        return quarters.dated_month_quarter(w, t) or months.month_phrase(w, t)
    return months.month_phrase(w, t)


def _unit(w: Window, t: int) -> Phrase | None:
    """Return the expression around a unit: a report's period, a quarter, a century, else what counts from a date."""
    word = w.words[t]
    if word == "year" and w.word(t + 1) == "s" and w.near(t + 2):
        if w.word(t + 2) in ORDINALS and w.word(t + 3) == "quarter":
            return quarters.quarter_phrase(w, t + 3)
        if w.word(t + 2) == "quarter" and w.word(t - 1) == "last":
            return Phrase("compared", t - 1, t + 2)
    if found := reports.report_phrase(w, t):
        return found
    if word == "quarter":
        return quarters.quarter_phrase(w, t)
    if word == "century" and (found := years.century_phrase(w, t)):
        return found
    return relative.unit_phrase(w, t)


def _take_day_beside(w: Window, phrase: Phrase, i: int) -> bool:
    """Take "the day after" and "two days before" in front of a date, its last word `i`, into the phrase."""
    side = {"after": 1, "before": -1}.get(w.word(i), 0)
    if not side or not w.near(i) or w.word(i - 1) not in ("day", "days"):
        return False
    number = 1 if w.word(i - 2) == "the" else NUMBERS.get(w.word(i - 2), 0)
    if not number or not w.near(i - 1) or phrase.joint:
        return False
    phrase.days, phrase.first = side * number, i - 2
    return True


def _take_modifiers(w: Window, phrase: Phrase) -> None:
    """Take "early", "the end of", "mid-" before a phrase, and a clock time after it, into the phrase."""
    if phrase.kind in ("weekday", "date", "day") and not phrase.time.startswith("T1") and phrase.joint is None:
        clock.add_time_after(w, phrase)
    i = phrase.first - 1
    if i < 0 or not w.near(phrase.first) or phrase.kind in _WHOLE:
        return
    if phrase.kind in ("date", "holiday", "weekday", "week of") and _take_day_beside(w, phrase, i):
        return
    if w.word(i) in _BESIDE:
        phrase.part, phrase.first = PARTS[w.word(i)], i
        if phrase.kind == "decade" and w.word(i - 1) == "the" and w.near(i):  # "the late 1980s"
            phrase.first = i - 1
        return
    if w.word(i) == "the" and w.near(i):
        i -= 1
    part = PARTS.get(w.word(i - 1), "") if w.word(i) == "of" and w.near(i) else ""
    if part in ("START", "MID", "END") and w.word(i - 2) in _OF_LEADS:
        phrase.part = part
        phrase.first = i - 2 if w.word(i - 2) == "the" and w.near(i - 1) else i - 1
