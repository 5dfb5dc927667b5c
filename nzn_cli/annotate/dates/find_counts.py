"""Counts of units: "two weeks ago", "a year later", "the past three months", "in five years". Resolves nothing."""

from __future__ import annotations

from nzn_cli.annotate.dates.date_words import DAY_WORDS, NUMBERS, SHIFTS, TENS, UNITS, VAGUE_NUMBERS, listed, words
from nzn_cli.annotate.dates.find_years import year_number
from nzn_cli.annotate.dates.tense_words import MODALS
from nzn_cli.annotate.dates.time_expression import TimeExpression
from nzn_cli.annotate.dates.window import Window
from nzn_cli.text.calendar import WEEKDAY_NAMES, WEEKDAYS

Count = tuple[int | None, int]  # number (None where it is vague), its first word

_ABOUT = words("nearly almost about around over roughly approximately some")
_SIDES = {"ago": -1, "earlier": -1, "before": -1, "previously": -1, "later": 1, "hence": 1, "back": -1, "from": 1}
_WHOLE_DAYS = {"D": 1, "W": 7, "F": 14}
_HALVES = {"C": (50, "Y"), "E": (5, "Y"), "Y": (6, "M")}
_FROM_TEXT = frozenset(("earlier", "later", "before", "previously"))
_REACH = 6  # words between "the worst" and "in a decade"
_OF_A_RECORD = words("the its their our his her my s")
_SUPERLATIVES = listed("count-superlatives")
_BACK_TO = listed("count-back-to")


def count_before(w: Window, i: int) -> Count | None:
    """Return the number that stands before word `i`: "two", "10", "a couple of", "several"."""
    if not w.adjoins(i):
        return None
    j = i - 1
    if w.word(j) in ("more", "odd"):
        j -= 1
    word = w.word(j)
    if word.isdecimal():
        return _digits(w, j)
    if word in NUMBERS:
        return _spelled(w, j)
    if word == "hundred" and w.word(j - 1) in ("a", "one"):
        return 100, j - 1
    if word == "of" and w.word(j - 1) == "couple":
        j -= 1
        word = "couple"
    if word == "couple" or word in VAGUE_NUMBERS:
        return (2 if word == "couple" else None), (j - 1 if w.word(j - 1) in ("a", "the") else j)
    return None


def _digits(w: Window, j: int) -> Count | None:
    before = w.sep(j)
    if (before[-1:] in (".", "$", "/", ":", "£", "€") and before != ". ") or (
        before == "," and w.word(j - 1).isdecimal()
    ):
        return None
    return (int(w.words[j]) if len(w.words[j]) <= 4 else None), j


def _spelled(w: Window, j: int) -> Count:
    number = NUMBERS[w.words[j]]
    tens = w.word(j - 1)
    if number < 10 and w.words[j] not in ("a", "an") and w.adjoins(j) and TENS.get(tens, 0) > 1:
        return NUMBERS[tens] + number, j - 1
    return number, j


def lead(w: Window, first: int) -> int:
    """Return the first word once "nearly" or "more than" is taken in."""
    if w.adjoins(first) and w.word(first - 1) in _ABOUT:
        return first - 1
    if w.adjoins(first) and w.word(first - 1) == "than" and w.word(first - 2) in ("more", "less"):
        return first - 2
    return first


def find_offset(w: Window, t: int) -> TimeExpression | None:
    """Return "two weeks ago", "a year earlier", "three days later", "10 days from now" around the unit at `t`."""
    i = t + 1
    more = w.words[t + 1 : t + 4]
    if more == ["and", "a", "half"]:
        i = t + 4
    elif more[:2] == ["or", "so"]:
        i = t + 3
    after = w.word(i)
    if after not in _SIDES or not w.adjoins(i) or w.sep(i) == "-":
        return None
    number, first, unit = _counted(w, t, i == t + 4)
    if first == t or not _stands(w, i, after):
        return None
    expression = TimeExpression("offset", lead(w, first), i, number=number, unit=unit, shift=_SIDES[after])
    expression.base = "text" if after in _FROM_TEXT else ""
    if after == "from":
        return _from_day(w, expression, i + 1)
    if after == "ago" and w.adjoins(i + 1):
        _take_anniversary(w, expression, i + 1)
    return expression


def _from_day(w: Window, expression: TimeExpression, i: int) -> TimeExpression:
    """Return "two weeks from Friday", "from tomorrow" and "from now", word `i` being the last."""
    word, number, days = w.word(i), expression.number, _WHOLE_DAYS.get(expression.unit)
    expression.last = i
    if word in WEEKDAY_NAMES:
        return _from_weekday(expression, WEEKDAYS[word])
    if word in ("tomorrow", "yesterday") and days and number:
        expression.number, expression.unit = number * days + DAY_WORDS[word], "D"
    return expression


def _from_weekday(expression: TimeExpression, weekday: int) -> TimeExpression:
    """Return "two weeks from Friday" and "three days from Monday", counted from the coming one; else it stays open."""
    number, unit = expression.number, expression.unit
    expression.kind, expression.weekday, expression.base = "weekday", weekday, ""
    if unit in ("W", "F") and number:
        expression.number, expression.unit, expression.shift = number * (2 if unit == "F" else 1), "", None
    elif unit == "D" and number:
        expression.days, expression.number, expression.unit, expression.shift = number, None, "soon", None
    else:
        expression.kind = "open"
    return expression


def _take_anniversary(w: Window, expression: TimeExpression, i: int) -> None:
    """Take what word `i` adds to "ago": "a week ago Friday", "a year ago today", "ten years ago this month"."""
    if w.word(i) == "on" and w.word(i + 1) in WEEKDAY_NAMES and w.adjoins(i + 1):  # "two weeks ago on Friday"
        i += 1
    word = w.word(i)
    if word in WEEKDAY_NAMES and expression.unit == "W":
        expression.kind, expression.weekday, expression.last = "weekday", WEEKDAYS[word], i
        expression.shift = -(expression.number or 1)
    elif expression.unit not in ("Y", "E", "M", "W"):
        return
    elif word in WEEKDAY_NAMES:
        expression.season, expression.weekday, expression.last = "D", WEEKDAYS[word], i
    elif word in ("today", "tomorrow", "yesterday"):
        expression.season, expression.day, expression.last = "D", DAY_WORDS[word], i
    elif expression.unit in ("Y", "E") and names_anniversary(w, i):
        expression.season, expression.last = UNITS[w.words[i + 1]], i + 1
        expression.inner = TimeExpression("unit", i, i + 1, unit=expression.season, shift=SHIFTS[word])


def names_anniversary(w: Window, i: int) -> bool:
    """Return whether "this week" or "next month" stands at word `i`, after "a year ago"."""
    return (
        w.word(i) in ("this", "last", "next")
        and w.word(i + 1) in ("month", "week")
        and w.adjoins(i)
        and w.adjoins(i + 1)
    )


def _counted(w: Window, t: int, and_a_half: bool) -> tuple[int | None, int, str]:
    """Return (number, first word, unit) of the count at the unit `t`; the first word is `t` where there is none."""
    unit = UNITS[w.words[t]]
    if half := _half(w, t, unit):
        return half
    start = t
    if w.word(t - 1) == "half" and w.word(t - 2) == "a" and w.word(t - 3) == "and" and w.adjoins(t):
        start, and_a_half = t - 3, True
    number, first = count_before(w, start) or (None, t)
    if and_a_half and number and unit in _HALVES:
        half_of, smaller = _HALVES[unit]
        return number * 2 * half_of + half_of, first, smaller
    return number, first, unit


def _half(w: Window, t: int, unit: str) -> tuple[int, int, str] | None:
    """Return (number, first word, unit) of "half a century" and "a half-century", 50 years, before the unit at `t`."""
    i = t - 1
    if w.word(i) == "a" and w.word(i - 1) == "half" and w.adjoins(t) and w.adjoins(i):
        i -= 1
    elif w.word(i) != "half" or not w.adjoins(t):
        return None
    elif w.word(i - 1) == "a" and w.adjoins(i):
        if w.word(i - 2) == "and":  # "two and a half years"
            return None
        i -= 1
    return (_HALVES[unit][0], i, _HALVES[unit][1]) if unit in _HALVES else None


def stands_alone(w: Window, i: int) -> bool:
    """Return whether "the day before" ends at word `i`: a stop or comma stands there."""
    return w.adjoins(i - 1) and w.sep(i)[:1] in (".", ",", ";", "\n")


def _stands(w: Window, i: int, after: str) -> bool:
    """Return whether "before", "back", "from" or "later" at word `i` needs nothing after it."""
    follows = w.word(i + 1)
    if after == "from":
        return follows in DAY_WORDS or follows == "now" or follows in WEEKDAY_NAMES
    if after == "back":
        return not (w.adjoins(i + 1) and follows in _BACK_TO)
    if after == "before":
        return w.sep(i + 1)[:1] in (".", ",", ";", "\n") or follows in ("when", "and", "but")
    return follows != "than"


def find_interval(w: Window, t: int, unit: str) -> TimeExpression | None:
    """Return "the past three months" and "the next two years" around the unit at `t`."""
    number, i = count_before(w, t) or (None, t)
    before = w.word(i - 1)
    if before not in ("last", "past", "next", "coming", "previous") or not w.adjoins(i):
        return None
    if w.word(t + 1) == "of" and year_number(w, t + 2):  # "the last three months of 1997"
        return None
    first = i - 1
    if w.word(first - 1) in ("the", "these") and w.adjoins(first):
        first -= 1
    return TimeExpression("interval", first, t, unit=unit, number=number, shift=SHIFTS[before])


def _is_record(w: Window, i: int) -> bool:
    """Return whether "in" at word `i` looks back from a record: "the worst in a decade", "for the first time in"."""
    for k in range(i - 1, max(-1, i - 1 - _REACH), -1):
        word, before = w.word(k), w.word(k - 1)
        if not w.adjoins(k + 1) or word in MODALS:
            return False
        if word in _SUPERLATIVES or (word in ("first", "only", "most", "least") and (before in _OF_A_RECORD)):
            return True
    return False


def _time_after(w: Window, t: int) -> int:
    """Return the word "time" of "a week's time" and "two weeks' time" after the unit at `t`, or 0."""
    i = t + 2 if w.word(t + 1) == "s" else t + 1
    return i if w.word(i) == "time" and w.sep(t + 1)[:1] == "'" else 0


def find_ahead(w: Window, t: int) -> TimeExpression | None:
    """Return "in five years" where it may look ahead; the resolver asks for the tense."""
    unit = UNITS[w.words[t]]
    counted = count_before(w, t)
    if not counted or not counted[0] or unit in "HTP" or w.word(counted[1] - 1) != "in" or not w.adjoins(counted[1]):
        return None
    if w.adjoins(t + 1) and w.word(t + 1) in ("or", "and", "old"):
        return None
    if w.sep(counted[1]) == "-":  # "a once-in-a-century storm"
        return None
    if time := _time_after(w, t):
        return TimeExpression("offset", counted[1], time, number=counted[0], unit=unit, shift=1)
    if _is_record(w, counted[1] - 1):
        if counted[0] == 1 and unit not in "EC":  # "the most in a day" is how long it took
            return None
        return TimeExpression("interval", counted[1], t, number=counted[0], unit=unit, shift=-1)
    return TimeExpression("ahead", counted[1], t, number=counted[0], unit=unit, shift=1)
