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

_ABOUT = words("nearly almost about around over roughly approximately some")


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
    if w.near(i) and w.word(i - 1) in _ABOUT:
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
