"""Expressions that count from another date: weekdays, "last week", "two years ago", "the following month". Resolves nothing."""

from __future__ import annotations

from nzn_cli.extract.dates.absolute import day_number, month_phrase, year_number
from nzn_cli.extract.dates.lexicon import (
    APPROXIMATE,
    DAY_PARTS,
    DAY_WORDS,
    FROM_TEXT,
    MONTH_WORDS,
    NUMBERS,
    SHIFTS,
    UNITS,
    VAGUE_NUMBERS,
    WEEKDAY_WORDS,
)
from nzn_cli.extract.dates.phrase import Phrase
from nzn_cli.extract.dates.window import Window
from nzn_cli.language.calendar import WEEKDAY_NAMES

_WHOLE_DAYS = frozenset(WEEKDAY_NAMES)
_NEXT_IN_TEXT = frozenset(("day", "morning", "night", "evening", "afternoon"))


def weekday_phrase(w: Window, t: int) -> Phrase | None:
    """Return the weekday at word `t`, with the date or the part of the day that follows it."""
    word = w.words[t]
    if word not in _WHOLE_DAYS and not _short_weekday(w, t):
        return None
    if not w.capital(t) and not (w.near(t) and w.word(t - 1) in ("on", "last", "next", "this")):
        return None
    phrase = Phrase("weekday", t, t, weekday=WEEKDAY_WORDS[word])
    before = w.word(t - 1)
    if w.near(t):
        if before in ("every", "each", "black", "super", "bloody", "good", "ash", "palm", "cyber"):
            return None
        if before in SHIFTS and w.sep(t) != "-":
            phrase.shift, phrase.first = SHIFTS[before], t - 1
    if w.near(t) and before == "the" and w.word(t - 2) in ("week", "quarter", "year"):
        pass
    dated = _weekday_date(w, t)
    if dated:
        dated.weekday, dated.first = phrase.weekday, phrase.first
        return dated
    i = t + 1
    if w.near(i):
        if w.word(i) in DAY_PARTS:
            phrase.time, phrase.last = "T" + DAY_PARTS[w.word(i)], i
        elif w.word(i) == "week" and w.word(i + 1) not in ("of",) and w.word(t - 1) in ("on", "until", "by", "from"):
            phrase.number, phrase.last = 1, i
        elif w.word(i) in ("last", "next", "this") and w.word(i + 1) == "week" and w.near(i + 1):
            phrase.unit, phrase.shift, phrase.last = "W", SHIFTS[w.word(i)], i + 1
        elif w.word(i) == "of" and w.word(i + 1) in ("last", "next", "this") and w.word(i + 2) == "week":
            phrase.unit, phrase.shift, phrase.last = "W", SHIFTS[w.word(i + 1)], i + 2
    return phrase


def _short_weekday(w: Window, t: int) -> bool:
    """Return whether the short form at word `t` is a weekday: a day of a month follows."""
    if not w.capital(t) or w.sep(t + 1) not in (" ", ", ", ". ", "., "):
        return False
    return bool(day_number(w, t + 1) or w.word(t + 1) in MONTH_WORDS)


def _weekday_date(w: Window, t: int) -> Phrase | None:
    """Return the date of "Friday, 28 June" and "Friday, June 28", or None."""
    i = t + 1
    if not (w.near_comma(i) or w.sep(i) in (". ", "., ")):
        return None
    if w.word(i) == "the" and w.near(i + 1):
        i += 1
    for month in (i, i + 1, i + 2, i + 3):
        if w.word(month) in MONTH_WORDS:
            if month > i and not day_number(w, i):
                return None
            phrase = month_phrase(w, month)
            if phrase and phrase.kind == "date" and phrase.first <= i:
                return phrase
            return None
    return None


def day_word_phrase(w: Window, t: int) -> Phrase | None:
    """Return "today", "yesterday morning", "tonight", "the day before yesterday"."""
    word = w.words[t]
    if w.near(t) and w.word(t - 1) == "usa":
        return None
    phrase = Phrase("day", t, t, number=DAY_WORDS[word], time="TNI" if word == "tonight" else "")
    before = w.word(t - 1)
    if w.near(t) and before in ("before", "after") and w.word(t - 2) == "day" and w.near(t - 1):
        phrase.number = DAY_WORDS[word] + (-1 if before == "before" else 1)
        phrase.first = t - 3 if w.word(t - 3) == "the" else t - 2
    elif w.near(t) and before in DAY_PARTS:
        phrase.time, phrase.first = "T" + DAY_PARTS[before], t - 1
        if w.word(t - 2) == "mid" and w.near(t - 1):
            phrase.first = t - 2
    if w.near(t + 1) and w.word(t + 1) in DAY_PARTS:
        phrase.time, phrase.last = "T" + DAY_PARTS[w.word(t + 1)], t + 1
    return phrase


def day_part_phrase(w: Window, t: int) -> Phrase | None:
    """Return "this morning", "last night", "that evening", "the next morning"."""
    word, before = w.words[t], w.word(t - 1)
    if not w.near(t):
        return None
    time = "T" + DAY_PARTS[word]
    if before in ("this", "last", "yesterday", "late", "early") and word != "noon":
        if before in ("late", "early"):
            if w.word(t - 2) not in ("this", "last"):
                return None
            shift, first = (-1 if w.word(t - 2) == "last" else 0), t - 2
        else:
            shift, first = (0 if before == "this" else -1), t - 1
        return Phrase("day", first, t, number=shift, time=time)
    if before in ("next", "following", "previous", "same", "that"):
        first = t - 1
        if w.word(t - 2) in ("the", "that") and w.near(t - 1):
            first = t - 2
        elif before == "next":
            return None
        return Phrase(
            "day", first, t, number={"next": 1, "following": 1, "previous": -1}.get(before, 0), time=time, base="text"
        )
    return None


def count_before(w: Window, i: int) -> tuple[int | None, int] | None:
    """Return (number, its first word) that stands before word `i`; the number is None where it is vague ("several")."""
    if not w.near(i):
        return None
    word, j = w.word(i - 1), i - 1
    if word in ("more", "or", "odd"):
        j -= 1
        word = w.word(j)
    if word.isdigit():
        if w.sep(j)[-1:] in (".", "$", "/", ":") and w.sep(j) != ". ":
            return None
        number = int(word) if len(word) <= 4 else None
        if w.sep(j) == "," and w.word(j - 1).isdigit():
            return None
    elif word in NUMBERS:
        number = NUMBERS[word]
        if (
            number < 10
            and word not in ("a", "an")
            and w.sep(j) in ("-", " ")
            and w.word(j - 1) in ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
        ):
            j -= 1
            number += NUMBERS[w.word(j)]
    elif word == "hundred" and w.word(j - 1) in ("a", "one"):
        number, j = 100, j - 1
    elif word == "of" and w.word(j - 1) == "couple":
        number, j = 2, j - 1
        if w.word(j - 1) in ("a", "the"):
            j -= 1
    elif word == "couple":
        number = 2
        if w.word(j - 1) in ("a", "the"):
            j -= 1
    elif word in VAGUE_NUMBERS:
        number = None
        if w.word(j - 1) in ("a", "the"):
            j -= 1
    elif word == "half" and w.word(j - 1) in ("a", "and"):
        return None
    else:
        return None
    return number, j


def _lead(w: Window, first: int) -> int:
    """Return the first word once "nearly", "more than" and "the" are taken in."""
    i = first
    if w.near(i) and w.word(i - 1) in (
        "nearly",
        "almost",
        "about",
        "around",
        "over",
        "roughly",
        "exactly",
        "approximately",
        "just",
        "only",
        "some",
    ):
        i -= 1
    elif w.near(i) and w.word(i - 1) == "than" and w.word(i - 2) in ("more", "less"):
        i -= 2
    return i


def unit_phrase(w: Window, t: int) -> Phrase | None:
    """Return the expression around the unit of time at word `t`."""
    word = w.words[t]
    unit = UNITS[word]
    return (
        _ago(w, t, unit)
        or _before_unit(w, t, unit)
        or (_day_of(w, t) if word == "day" else None)
        or _the_unit(w, t, unit)
    )


def _ago(w: Window, t: int, unit: str) -> Phrase | None:
    """Return "two weeks ago", "a year earlier", "three days later", "10 days from now", "year-earlier"."""
    after, i = w.word(t + 1), t + 1
    if not w.near(i):
        return None
    if after == "and" and w.word(t + 2) in ("a",) and w.word(t + 3) == "half":
        after, i = w.word(t + 4), t + 4
    if after not in ("ago", "earlier", "later", "from", "before", "hence", "back", "previously"):
        return None
    counted = count_before(w, t)
    if counted is None:
        if after in ("ago", "earlier") and unit == "Y" and w.words[t] == "year":
            counted = (1, t)
        else:
            return None
    number, first = counted
    if after == "from":
        if w.word(i + 1) not in ("now", "today"):
            return None
        return Phrase("offset", _lead(w, first), i + 1, number=number, unit=unit, shift=1)
    if (
        after == "back"
        and w.sep(i + 1) == " "
        and w.word(i + 1) in ("to", "in", "on", "at", "from", "with", "of", "into", "the", "and")
    ):
        return None
    if after == "before":
        stops = w.sep(i + 1)[:1] in (".", ",", ";", "\n") or w.word(i + 1) in ("when", "and", "but")
        if not stops:
            return None
    if after in ("later", "earlier") and w.word(i + 1) in ("than",):
        return None
    lead = first if first == t else _lead(w, first)
    base = "text" if after in ("earlier", "later", "before", "previously") else ""
    return Phrase(
        "offset", lead, i, number=number, unit=unit, shift=1 if after in ("later", "hence") else -1, base=base
    )


def _before_unit(w: Window, t: int, unit: str) -> Phrase | None:
    """Return "last week", "the next three years", "the following month", "that year"."""
    if not w.near(t) or w.sep(t) == "-":
        return None
    word, before, i = w.words[t], w.word(t - 1), t - 1
    if unit in "QP" and unit != "":
        return None
    if before in ("fiscal", "financial", "calendar") and w.near(i):
        before, i = w.word(i - 1), i - 1
        if before == "current" and w.word(i - 1) in ("the", "this"):
            return Phrase("unit", i - 1, t, unit=unit, shift=0)
    plural = word.endswith("s")
    if plural or unit in "HT":
        return _interval(w, t, unit)
    if before in ("following", "subsequent", "same", "that") or (before in ("previous", "preceding", "prior")):
        the = w.word(i - 1) in ("the", "that", "this") and w.near(i)
        if before in ("following", "subsequent", "previous", "preceding", "prior") and not the:
            return None
        if before == "that" and w.sep(i)[:1] == ",":
            return None
        return Phrase("unit", i - 1 if the else i, t, unit=unit, shift=FROM_TEXT[before], base="text")
    if before == "next" and w.word(i - 1) == "the" and unit == "D":
        return Phrase("unit", i - 1, t, unit=unit, shift=1, base="text")
    if before not in SHIFTS or before in ("present", "prior"):
        return None
    the = w.word(i - 1) in ("the", "this") and w.near(i)
    if (
        before == "past"
        or (before == "last" and w.word(i - 1) == "the")
        or (before in ("next", "coming") and the and unit != "WE")
    ):
        if unit == "WE":
            return Phrase("unit", i - 1 if the else i, t, unit=unit, shift=SHIFTS[before])
        return Phrase("interval", i - 1 if the else i, t, unit=unit, number=1, shift=SHIFTS[before])
    if unit == "D" and before in ("this", "last", "next", "current"):
        return (
            Phrase("unit", i, t, unit=unit, shift=SHIFTS[before], base="text")
            if before == "next" and w.word(i - 1) == "the"
            else None
        )
    if w.word(t + 1) in ("end", "long", "old", "round") and w.near(t + 1) and w.word(t + 1) != "end":
        return None
    first = i - 1 if before in ("current", "coming", "previous") and the else i
    phrase = Phrase("unit", first, t, unit=unit, shift=SHIFTS[before])
    if before == "last" and w.word(t + 1) == "but":
        return None
    return phrase


def _interval(w: Window, t: int, unit: str) -> Phrase | None:
    """Return "the past three months" and "the next two years"."""
    counted = count_before(w, t)
    if counted is None:
        before, number, i = w.word(t - 1), None, t
    else:
        number, i = counted
        before = w.word(i - 1)
    if before not in ("last", "past", "next", "coming", "previous") or not w.near(i):
        return None
    first = i - 1
    if w.word(first - 1) in ("the", "these") and w.near(first):
        first -= 1
    return Phrase("interval", first, t, unit=unit, number=number, shift=SHIFTS[before])


def _day_of(w: Window, t: int) -> Phrase | None:
    return None


def _the_unit(w: Window, t: int, unit: str) -> Phrase | None:
    """Return "the weekend", "the week of March 6", and "the year" where a part of it is meant ("the end of the year")."""
    before = w.word(t - 1)
    if (
        w.words[t] == "year"
        and w.near(t + 1)
        and w.word(t + 1) == "end"
        and before not in ("financial", "fiscal", "a", "one")
    ):
        return Phrase(
            "unit",
            t - 1 if before in ("the",) and w.near(t) and w.sep(t) != "-" else t,
            t + 1,
            unit="Y",
            shift=0,
            part="END",
        )
    if w.words[t] == "year" and w.word(t + 1) == "s" and w.word(t + 2) == "end":
        return Phrase("unit", t, t + 2, unit="Y", shift=0, part="END")
    if before != "the" or not w.near(t):
        return None
    if unit == "WE":
        return Phrase("unit", t - 1, t, unit="WE")
    if (
        unit == "W"
        and w.words[t] == "week"
        and w.word(t + 1) in ("of", "beginning", "ending", "ended", "starting")
        and w.near(t + 1)
    ):
        i = t + 2
        for month in (i, i + 1, i + 2):
            if w.word(month) in MONTH_WORDS:
                inner = month_phrase(w, month)
                if inner and inner.kind == "date" and inner.first == i:
                    inner.kind, inner.first = "week of", t - 1
                    return inner
    if (
        w.words[t] in ("year", "month", "week", "day", "decade", "century")
        and w.word(t - 2) in ("of", "in")
        and w.near(t - 1)
    ):
        part = w.word(t - 3)
        if w.word(t - 2) == "of" and part in (
            "end",
            "beginning",
            "start",
            "middle",
            "close",
            "rest",
            "remainder",
            "half",
            "part",
            "course",
            "days",
            "months",
        ):
            return Phrase("unit", t - 1, t, unit=unit, shift=0)
        if w.word(t - 2) == "in" and part in ("later", "earlier", "late", "early"):
            found = Phrase(
                "unit",
                t - 3,
                t,
                unit=unit,
                shift=0,
                part={"later": "AFTER", "earlier": "BEFORE", "late": "END", "early": "START"}[part],
            )
            return found
    return None


def future_in_phrase(w: Window, t: int) -> Phrase | None:
    """Return "in five years" where it may look ahead; the resolver asks for the tense."""
    counted = count_before(w, t)
    if counted and counted[0] and w.word(counted[1] - 1) == "in" and w.near(counted[1]):
        return Phrase("ahead", counted[1], t, number=counted[0], unit=UNITS[w.words[t]], shift=1)
    return None


__all__ = ["APPROXIMATE", "year_number"]
