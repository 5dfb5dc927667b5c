"""Seasons, quarters and halves: parts of a year that may name it or leave it open. Resolves nothing."""

from __future__ import annotations

from nzn_cli.annotate.dates.lexicon import MONTH_WORDS, ORDINALS, SEASON_WORDS, SHIFTS, words
from nzn_cli.annotate.dates.months import ordinal_day
from nzn_cli.annotate.dates.phrase import Phrase
from nzn_cli.annotate.dates.window import Window
from nzn_cli.annotate.dates.years import year_after, year_number, year_shift_after
from nzn_cli.text.calendar import quarter_of

_SEASON_LEADS = words("in during over into by until since")
_SEASON_SHIFTS = words("last this next past coming")
_QUARTER_SHIFTS = words("this last next current previous coming prior")
_HALVES = {"first": 1, "second": 2, "latter": 2, "last": 2}


def season_phrase(w: Window, t: int) -> Phrase | None:
    """Return the season at word `t` where its year is told or can be asked for."""
    phrase = Phrase("season", t, t, season=SEASON_WORDS[w.words[t]])
    i = t - 1
    if not w.near(t) and not w.near(t + 1):
        return None
    if w.sep(t + 1)[:1] != "," and (year := year_after(w, t + 1)):
        phrase.year, phrase.last = year
        phrase.first = i if w.word(i) == "the" and w.near(t) else t
        return phrase
    if w.word(t + 1) == "of" and (shifted := year_shift_after(w, t + 1)):
        phrase.shift, phrase.last = shifted
        phrase.unit, phrase.first = "Y", i if w.word(i) == "the" and w.near(t) else t
        return phrase
    if not w.near(t) or w.sep(t) == "-":
        return None
    if w.word(i) in ("early", "late", "mid") and w.near(i):
        phrase.part = {"early": "START", "late": "END", "mid": "MID"}[w.word(i)]
        i -= 1
    if w.word(i) in _SEASON_SHIFTS:
        phrase.shift = SHIFTS[w.word(i)]
        phrase.first = i - 1 if w.word(i) == "past" and w.word(i - 1) == "this" else i
        return phrase
    if w.word(i) in ("by", "until") and not phrase.part and w.sep(t + 1)[:1] != "-":
        return phrase
    if w.word(i) != "the" or not w.near(i):
        return None
    follows = w.word(t + 1) if w.near(t + 1) else ""
    lead = w.word(i - 1)
    if (
        (lead in _SEASON_LEADS or (phrase.part and lead == "of"))
        and follows not in ("of", "in")
        and w.sep(t + 1) != "-"
    ):
        phrase.first = i
        return phrase
    return None


def quarter_phrase(w: Window, t: int) -> Phrase | None:
    """Return "the third quarter of 1990", "this quarter", "the March quarter", "next year's first quarter"."""
    before, i = w.word(t - 1), t - 1
    if w.words[t] != "quarter" or not (w.near(t) or w.sep(t) == "-"):
        return None
    number = ORDINALS.get(before, 0)
    if ordinal_day(w, i) and w.word(i - 1).isdecimal():
        number, i = int(w.word(i - 1)), i - 1
    if 1 <= number <= 4:
        return _numbered_quarter(w, t, i, number)
    if before in MONTH_WORDS and w.capital(i):
        return _month_quarter(w, t)
    if before in ("last", "final") and w.word(t + 1) == "of" and (year_after(w, t + 1) or year_shift_after(w, t + 1)):
        return _numbered_quarter(w, t, i, 4)
    if before in _QUARTER_SHIFTS:
        first = i - 1 if w.word(i - 1) == "the" and w.near(i) else i
        return Phrase("quarter", first, t, shift=SHIFTS[before])
    return None


def short_quarter_phrase(w: Window, t: int) -> Phrase | None:
    """Return "Q3 2017" and "Q3"; `t` is the letter."""
    if not w.capital(t) or w.sep(t + 1) != "" or w.word(t + 1) not in ("1", "2", "3", "4"):
        return None
    phrase = Phrase("quarter", t, t + 1, number=int(w.words[t + 1]))
    if after := year_after(w, t + 2):
        phrase.year, phrase.last = after
    elif year := year_number(w, t - 1) if w.near(t) else None:
        phrase.year, phrase.first = year, t - 1
    return phrase


def spelled_quarter(w: Window, t: int) -> Phrase | None:
    """Return "the July-September quarter", `t` being its first month."""
    first, last = MONTH_WORDS[w.words[t]], MONTH_WORDS.get(w.word(t + 1), 0)
    if last - first != 2 or last % 3:
        return None
    phrase = Phrase("quarter", t - 1 if w.word(t - 1) == "the" and w.near(t) else t, t + 2, number=quarter_of(last))
    if after := year_after(w, t + 3):
        phrase.year, phrase.last = after
    return phrase


def _month_quarter(w: Window, t: int) -> Phrase:
    """Return "the March quarter" and "the June 2010 quarter", which end with that month."""
    i = t - 1
    phrase = Phrase("quarter", i, t, number=quarter_of(MONTH_WORDS[w.words[i]]))
    if after := year_after(w, t + 1):
        phrase.year, phrase.last = after
    elif w.near(i) and (year := year_number(w, i - 1)):
        phrase.year, phrase.first = year, i - 1
    if w.word(phrase.first - 1) == "the" and w.near(phrase.first):
        phrase.first -= 1
    return phrase


def dated_month_quarter(w: Window, t: int) -> Phrase | None:
    """Return "the June 2010 quarter", `t` being the month."""
    year = year_number(w, t + 1)
    if not year:
        return None
    first = t - 1 if w.word(t - 1) == "the" and w.near(t) else t
    return Phrase("quarter", first, t + 2, number=quarter_of(MONTH_WORDS[w.words[t]]), year=year)


def _numbered_quarter(w: Window, t: int, i: int, number: int) -> Phrase:
    """Return the quarter whose ordinal is word `i`, with the year that stands before or after it."""
    phrase = Phrase("quarter", i, t, number=number)
    if w.word(i - 1) == "fiscal":
        i -= 1
        phrase.season = "fiscal"
    if w.near(i) and (year := year_number(w, i - 1)):
        phrase.year, i = year, i - 1
    elif w.word(i - 1) == "s" and (year := year_number(w, i - 2)):  # "1989's first quarter"
        phrase.year, i = year, i - 2
    elif w.word(i - 1) == "s" and w.word(i - 2) == "year" and w.word(i - 3) in ("this", "last", "next"):
        phrase.shift, phrase.unit, i = SHIFTS[w.word(i - 3)], "Y", i - 3
    hyphen = w.sep(t) == "-"
    if w.word(i - 1) in ("the", "its", "their") and w.near(i) and not hyphen:
        i -= 1
    phrase.first = i
    if w.sep(t + 1)[:1] != "," and (after := year_after(w, t + 1)):
        phrase.year, phrase.last = after
    elif shifted := year_shift_after(w, t + 1):
        phrase.shift, phrase.last = shifted
        phrase.unit = "Y"
    return phrase


def half_phrase(w: Window, t: int) -> Phrase | None:
    """Return "the first half of 1998" and "the second half of this year"."""
    number = _HALVES.get(w.word(t - 1))
    if not number or not w.near(t) or w.word(t + 1) != "of" or not w.near(t + 1):
        return None
    first = t - 2 if w.word(t - 2) == "the" and w.near(t - 1) else t - 1
    phrase = Phrase("half", first, t, number=number)
    i = t + 3 if w.word(t + 2) == "fiscal" else t + 2
    if year := year_number(w, i):
        phrase.year, phrase.last = year, i
    elif w.word(i) == "the" and w.word(i + 1) == "year":
        phrase.shift, phrase.last = 0, i + 1
    elif shifted := year_shift_after(w, i):
        phrase.shift, phrase.last = shifted
    else:
        return None
    return phrase
