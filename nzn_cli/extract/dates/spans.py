"""Seasons, quarters, halves and holidays: parts of a year that may name it or leave it open. Resolves nothing."""

from __future__ import annotations

from nzn_cli.extract.dates.absolute import day_number, ordinal_day, year_after, year_number
from nzn_cli.extract.dates.lexicon import MONTH_WORDS, ORDINALS, SEASON_WORDS, SHIFTS, words
from nzn_cli.extract.dates.phrase import Phrase
from nzn_cli.extract.dates.window import Window
from nzn_cli.language.calendar import HOLIDAYS, quarter_of

_SEASON_LEADS = words("in during over since until by through of early late mid the throughout from")


def season_phrase(w: Window, t: int) -> Phrase | None:
    """Return the season at word `t` where the year can be told or asked for."""
    word, before = w.words[t], w.word(t - 1)
    phrase = Phrase("season", t, t, season=SEASON_WORDS[word])
    year = year_after(w, t + 1)
    if year and w.sep(t + 1)[:1] != ",":
        phrase.year, phrase.last = year
        if w.word(t - 1) == "the" and w.near(t):
            phrase.first = t - 1
        return phrase
    if w.near(t) and before in ("last", "this", "next", "past", "coming") and w.sep(t) != "-":
        phrase.shift, phrase.first = SHIFTS[before], t - 1
        return phrase
    if w.near(t) and before in ("early", "late", "mid") and w.word(t - 2) in ("this", "last", "next"):
        phrase.shift, phrase.first = SHIFTS[w.word(t - 2)], t - 2
        return phrase
    if word in ("summer", "winter", "autumn", "spring", "fall") and w.near(t) and before == "the" and w.near(t - 1):
        lead = w.word(t - 2)
        after = w.word(t + 1) if w.near(t + 1) else ""
        if (
            lead in ("in", "during", "over", "into", "by", "until", "since", "late", "early")
            and after not in ("of", "in")
            and w.sep(t + 1) != "-"
        ):
            phrase.first = t - 1
            return phrase
    return None


def quarter_phrase(w: Window, t: int) -> Phrase | None:
    """Return "the third quarter of 1990", "this quarter", "the March quarter", "next year's first quarter"."""
    if not (w.near(t) or w.sep(t) == "-"):
        return None
    before, i = w.word(t - 1), t - 1
    number = ORDINALS.get(before) if before != "last" else None
    if number is None and ordinal_day(w, i) and w.word(i - 1).isdigit():
        number, i = int(w.word(i - 1)), i - 1
    if number and 1 <= number <= 4 and w.words[t] == "quarter":
        return _numbered_quarter(w, t, i, number)
    if (before in MONTH_WORDS and w.capital(i) and len(before) > 3) or before in ("june", "july"):
        phrase = Phrase("quarter", i, t, number=quarter_of(MONTH_WORDS[before]))
        if after := year_after(w, t + 1):
            phrase.year, phrase.last = after
        elif year := year_number(w, i - 1):
            phrase.year, phrase.first = year, i - 1
        return phrase
    if (
        before in ("this", "last", "next", "current", "previous", "coming", "latest", "prior")
        and w.words[t] == "quarter"
    ):
        first = i - 1 if w.word(i - 1) == "the" and w.near(i) else i
        if before == "latest":
            return Phrase("reported", first, t, shift=0, unit="Q")
        return Phrase("quarter", first, t, shift=SHIFTS[before])
    return None


def _numbered_quarter(w: Window, t: int, i: int, number: int) -> Phrase:
    first, last = i, t
    phrase = Phrase("quarter", first, last, number=number)
    if w.word(i - 1) == "fiscal":
        i -= 1
    if w.word(i - 1) in ("the", "its", "their"):
        if w.near(i):
            i -= 1
    elif w.near(i) and (year := year_number(w, i - 1)):
        phrase.year, i = year, i - 1
        if w.word(i - 1) == "the" and w.near(i):
            i -= 1
    elif w.word(i - 1) == "s" and w.word(i - 2) == "year" and w.word(i - 3) in ("this", "last", "next"):
        phrase.shift, phrase.unit, i = SHIFTS[w.word(i - 3)], "Y", i - 3
    elif w.word(i - 1) in ("ago", "earlier") and w.word(i - 2) == "year":
        phrase.shift, phrase.unit, i = -1, "Y", i - 2
        if w.word(i - 1) == "the":
            i -= 1
    phrase.first = i
    if after := year_after(w, t + 1):
        if w.sep(t + 1)[:1] != ",":
            phrase.year, phrase.last = after
    elif w.word(t + 1) in ("last", "this", "next") and w.word(t + 2) == "year":
        phrase.shift, phrase.unit = SHIFTS[w.word(t + 1)], "Y"
    elif w.word(t + 1) == "of" and w.word(t + 2) in ("last", "this", "next") and w.word(t + 3) == "year":
        phrase.shift, phrase.unit, phrase.last = SHIFTS[w.word(t + 2)], "Y", t + 3
    return phrase


def half_phrase(w: Window, t: int) -> Phrase | None:
    """Return "the first half of 1998" and "the second half of this year"."""
    before = w.word(t - 1)
    number = {"first": 1, "second": 2, "latter": 2, "last": 2}.get(before)
    if not number or not w.near(t):
        return None
    first = t - 2 if w.word(t - 2) == "the" and w.near(t - 1) else t - 1
    phrase = Phrase("half", first, t, number=number)
    if w.word(t + 1) == "of" and w.near(t + 1):
        i = t + 2
        if w.word(i) in ("last", "this", "next") and w.word(i + 1) == "year":
            phrase.shift, phrase.last = SHIFTS[w.word(i)], i + 1
            return phrase
        if w.word(i) == "the" and w.word(i + 1) == "year":
            phrase.shift, phrase.last = 0, i + 1
            return phrase
        if w.word(i) == "fiscal":
            i += 1
        if year := year_number(w, i):
            phrase.year, phrase.last = year, i
            return phrase
    return None


def holiday_phrase(w: Window, t: int) -> Phrase | None:
    """Return the holiday whose name begins at word `t`, with the year that follows it."""
    best = None
    name = ""
    for length in (1, 2, 3, 4):
        i = t + length - 1
        if not w.word(i):
            break
        name += (w.sep(i) if length > 1 else "") + w.word(i)
        if name in HOLIDAYS:
            best = (name, i)
    if not best or not w.capital(t):
        return None
    phrase = Phrase("holiday", t, best[1], season=best[0])
    if w.word(best[1] + 1) in (
        "island",
        "islands",
        "cake",
        "tree",
        "card",
        "cards",
        "party",
        "carol",
        "present",
        "presents",
        "bunny",
        "shows",
    ) or w.word(t - 1) in ("father", "every", "each"):
        return None
    before = w.word(t - 1)
    if w.near(t) and before in ("last", "this", "next"):
        phrase.shift, phrase.first = SHIFTS[before], t - 1
    if w.near(best[1] + 1) and w.word(best[1] + 1) in ("week", "weekend"):
        phrase.last = best[1] + 1
        phrase.unit = "W" if w.word(phrase.last) == "week" else "WE"
        return phrase
    if year := year_after(w, best[1] + 1):
        phrase.year, phrase.last = year
    return phrase


__all__ = ["day_number"]
