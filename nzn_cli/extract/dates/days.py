"""Weekdays, "today" and its neighbours, and parts of a day. Resolves nothing."""

from __future__ import annotations

from nzn_cli.extract.dates.counts import stands_alone
from nzn_cli.extract.dates.lexicon import (
    COUNTED,
    DAY_PARTS,
    DAY_WORDS,
    MONTH_WORDS,
    ORDINALS,
    SHIFTS,
    WEEKDAY_WORDS,
    words,
)
from nzn_cli.extract.dates.months import day_number, month_phrase, ordinal_day
from nzn_cli.extract.dates.nowadays import is_nowadays
from nzn_cli.extract.dates.numeric import digits_phrase
from nzn_cli.extract.dates.phrase import Phrase
from nzn_cli.extract.dates.window import Window
from nzn_cli.language.calendar import WEEKDAY_NAMES

_WHOLE_DAYS = frozenset(WEEKDAY_NAMES)
_NAMED = words(
    "random typical normal regular every each black super bloody good ash palm cyber holy easter any one most white"
)
_PAPERS = words(
    "star times post mail herald news telegraph independent express tribune mirror observer paper papers newspaper "
    "newspapers magazine school schools theatre night's roast best league"
)
_OF_TOMORROW = words("morning afternoon evening night day as part most rest end start course because instead ahead")
_COPULAS = words("is was and or but it when in")
_PLURAL_PARTS = frozenset(("mornings", "nights", "evenings", "afternoons"))
_AND = frozenset(("and", "or", "to", "through", "until"))


def weekday_phrase(w: Window, t: int) -> Phrase | None:
    """Return the weekday at word `t`, with the date or the part of the day that follows it."""
    if w.words[t] not in _WHOLE_DAYS and not _short_weekday(w, t):
        return None
    before = w.word(t - 1) if w.near(t) else ""
    if not w.capital(t) and w.sep(t) == "-":  # "trends-on-tuesday", an address
        return None
    if before in ORDINALS and w.word(t + 1) == "of" and w.word(t + 2) in ("each", "every", "the", "a"):
        return None
    if not w.capital(t) and before not in ("on", "last", "next", "this"):
        return None
    if (
        (before == "a" and (w.word(t - 2) in ("on", "for") or _is_any(w, t)))
        or before in _NAMED
        or (w.near(t + 1) and (w.word(t + 1) in _PLURAL_PARTS or _is_paper(w, t + 1)))
    ):
        return None
    phrase = Phrase("weekday", t, t, weekday=WEEKDAY_WORDS[w.words[t]])
    if before in ("previous", "following", "preceding") and w.word(t - 2) in ("the", "on"):
        phrase.shift, phrase.base = (1 if before == "following" else -1), "text"
        phrase.first = t - 2 if w.word(t - 2) == "the" else t - 1
    elif before in SHIFTS and w.sep(t) != "-":
        phrase.shift, phrase.first = SHIFTS[before], t - 1
        if before in ("coming", "upcoming"):
            phrase.unit = "soon"
        if before in ("past", "coming", "upcoming") and w.word(t - 2) == "this":
            phrase.first = t - 2
    elif before in DAY_PARTS and before not in ("noon", "midday") and before not in _PLURAL_PARTS:  # "dawn Tuesday"
        phrase.time, phrase.first = "T" + DAY_PARTS[before], t - 1
    dated = _weekday_date(w, t)
    if dated:
        dated.weekday, dated.first, dated.time = phrase.weekday, phrase.first, dated.time or phrase.time
        return dated
    _take_after(w, phrase, t + 1)
    return phrase


def _is_any(w: Window, t: int) -> bool:
    """Return whether nothing that happened follows the weekday at `t`, so that "a Friday afternoon" is any."""
    i = t + 2 if w.word(t + 1) in DAY_PARTS and w.near(t + 1) else t + 1
    return not w.near(i) or w.word(i) in _COPULAS


def _is_paper(w: Window, i: int) -> bool:
    """Return whether word `i` makes the weekday before it a name: "Sunday Herald", "Sunday school"."""
    return w.word(i) in _PAPERS and (
        w.word(i) in ("paper", "papers", "newspaper", "newspapers", "school") or w.capital(i)
    )


def _take_after(w: Window, phrase: Phrase, i: int) -> None:
    """Take a part of the day, "last week" or "week" from word `i` on into the weekday."""
    if not w.near(i):
        return
    if w.word(i) in DAY_PARTS and w.word(i) not in ("noon", "midday"):
        phrase.time, phrase.last = "T" + DAY_PARTS[w.word(i)], i
        i += 1
    if w.word(i) in _AND and w.word(i + 1) in WEEKDAY_WORDS and w.near(i):  # "Monday and Tuesday next week"
        week = _week_after(w, i + 2)
        if week:
            phrase.unit, phrase.shift = "W", week[0]
    elif week := _week_after(w, i):
        phrase.unit, phrase.shift, phrase.last = "W", *week
    elif w.word(i) == "week" and w.near(i) and w.word(phrase.first - 1) in ("on", "until", "by", "from"):
        phrase.number, phrase.last = 1, i
    elif w.near(i) and phrase.shift is None:
        _take_day_number(w, phrase, i)


def _take_day_number(w: Window, phrase: Phrase, i: int) -> None:
    """Take the day of the month of "Thursday 22nd" and "Thursday the 22nd"."""
    the = w.word(i) == "the" and w.near(i + 1)
    day = i + 1 if the else i
    number = day_number(w, day)
    if not number or not (ordinal_day(w, day + 1) or (not the and _stands(w, day + 1))):
        return
    if w.near(day + 1) and w.word(day + 1) in COUNTED:
        return
    phrase.day, phrase.last = number, day + 1 if ordinal_day(w, day + 1) else day


def _stands(w: Window, i: int) -> bool:
    """Return whether nothing is counted at word `i`: a stop, or another weekday of "Sat 5 and Sun 6 March"."""
    mark = w.sep(i)
    if mark[:1] in (",", ".", ";", ")", "\n"):
        return not (mark == "." and w.word(i).isdigit())  # "Thursday evening 7.30pm"
    if mark.strip() in ("-", "&", "/"):
        return w.word(i) in WEEKDAY_WORDS
    return w.word(i) in _AND and w.word(i + 1) in WEEKDAY_WORDS and w.near(i + 1)


def _week_after(w: Window, i: int) -> tuple[int, int] | None:
    """Return (shift, last word) for "last week" and "of next week" at word `i`."""
    if w.word(i) == "of" and w.near(i):
        i += 1
    if w.near(i) and w.word(i) in ("last", "next", "this") and w.word(i + 1) == "week" and w.near(i + 1):
        return SHIFTS[w.word(i)], i + 1
    return None


def _short_weekday(w: Window, t: int) -> bool:
    """Return whether the short form at word `t` is a weekday: a day of a month follows."""
    if not w.capital(t) or w.sep(t + 1) not in (" ", ", ", ". ", "., "):
        return False
    return bool(day_number(w, t + 1) or w.word(t + 1) in MONTH_WORDS)


def _weekday_date(w: Window, t: int) -> Phrase | None:
    """Return the date of "Friday, 28 June", "Friday evening, 28 June" and "Friday, June 28", or None."""
    i, time = t + 1, ""
    if w.near(i) and w.word(i) in DAY_PARTS:
        time = "T" + DAY_PARTS[w.word(i)]
        i += 1
    if not (w.near_comma(i) or w.sep(i) in (". ", "., ")):
        return None
    if w.word(i) == "the" and w.near(i + 1):
        i += 1
    if w.sep(i + 1) in ("/", ".", "-") and (written := digits_phrase(w, i)) and written.kind == "date":
        written.time = written.time or time  # "Monday 23.03.09"
        return written
    for month in (i, i + 1, i + 2, i + 3):
        if w.word(month) in MONTH_WORDS:
            if month > i and not day_number(w, i):
                return None
            phrase = month_phrase(w, month)
            if phrase and phrase.kind == "date" and phrase.first <= i:
                phrase.time = time
                return phrase
            return None
    return None


def day_word_phrase(w: Window, t: int) -> Phrase | None:
    """Return "today", "yesterday morning", "tonight", "the day before yesterday"."""
    word = w.words[t]
    if w.capital(t) and w.sep(t) == " " and w.capital(t - 1):  # "USA Today"
        return None
    if is_nowadays(w, t):
        return None
    phrase = Phrase("day", t, t, number=DAY_WORDS[word], time="TNI" if word == "tonight" else "")
    before = w.word(t - 1) if w.near(t) else ""
    if w.capital(t) and before and w.sep(t) == " " and w.word(t + 1) == "s" and w.capital(t + 2):
        return None  # the "Tomorrow's Schools" reforms
    if word == "tomorrow" and before == "of" and w.word(t - 2) not in _OF_TOMORROW:  # "the people of tomorrow"
        return None
    if before in ("before", "after") and w.word(t - 2) == "day" and w.near(t - 1):
        phrase.number = DAY_WORDS[word] + (-1 if before == "before" else 1)
        phrase.first = t - 3 if w.word(t - 3) == "the" else t - 2
    elif before in DAY_PARTS:
        phrase.time, phrase.first = "T" + DAY_PARTS[before], t - 1
        if w.word(t - 2) == "mid" and w.near(t - 1):
            phrase.first = t - 2
    if w.near(t + 1) and w.word(t + 1) in DAY_PARTS:
        phrase.time, phrase.last = "T" + DAY_PARTS[w.word(t + 1)], t + 1
    return phrase


def _hour(hour: int, part: str) -> str:
    """Return the time of "4 in the afternoon"."""
    return f"T{hour % 12 + (0 if part == 'morning' else 12):02d}:00"


def day_part_phrase(w: Window, t: int) -> Phrase | None:
    """Return "this morning", "last night", "that evening", "the next morning"."""
    if not w.near(t):
        return None
    before, first, time = w.word(t - 1), t - 1, "T" + DAY_PARTS[w.words[t]]
    if before == "the" and w.word(t + 1) == "before" and stands_alone(w, t + 2):
        return Phrase("day", first, t + 1, number=-1, time=time, base="text")
    if before == "the" and w.word(t - 2) == "in" and (hour := w.word(t - 3)).isdigit() and 1 <= int(hour) <= 12:
        return Phrase("clock", t - 3, t, time=_hour(int(hour), w.words[t])) if w.near(t - 2) else None
    if before in ("late", "early", "mid"):
        before, first = w.word(t - 2), t - 2
        if before in ("by", "until", "since"):  # "by mid-afternoon"
            return Phrase("day", t - 1, t, number=0, time=time)
        if before not in ("this", "last"):
            return None
    if before in ("this", "last"):
        return Phrase("day", first, t, number=0 if before == "this" else -1, time=time)
    if before in ("next", "following", "previous", "same", "that"):
        if w.word(t - 2) in ("the", "that", "this") and w.near(t - 1):
            first = t - 2
        elif before not in ("that",):
            return None
        number = {"next": 1, "following": 1, "previous": -1}.get(before, 0)
        return Phrase("day", first, t, number=number, time=time, base="text")
    return None
