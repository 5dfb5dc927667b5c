"""Periods that a financial report speaks of: "the latest quarter", "the year-ago period", "the quarter ended June 30".

Resolves nothing: which quarter it is stands elsewhere in the text, and the resolver remembers it.
"""

from __future__ import annotations

from nzn_cli.annotate.dates.lexicon import DAY_WORDS, MONTH_WORDS, NUMBERS, ORDINALS
from nzn_cli.annotate.dates.months import month_phrase
from nzn_cli.annotate.dates.phrase import Phrase
from nzn_cli.annotate.dates.window import Window
from nzn_cli.annotate.dates.years import year_number
from nzn_cli.text.calendar import WEEKDAY_NAMES

_NOUNS = frozenset(("quarter", "period"))
_ENDED = frozenset(("ended", "ending", "to", "end"))


def report_phrase(w: Window, t: int) -> Phrase | None:
    """Return the reported period around the word quarter, period, year, month or half at `t`."""
    word = w.words[t]
    if word == "year" and w.sep(t + 1) in ("-", " ", "\n") and w.word(t + 1) in ("ago", "earlier"):
        return _year_ago(w, t)
    if word in _NOUNS and w.sep(t + 1) == "-":  # "the quarter-to-quarter comparison"
        return None
    if word in _NOUNS:
        return _latest(w, t) or _the_quarter(w, t)
    if word == "year":
        return _the_year(w, t)
    if word == "months":
        return _months(w, t)
    return None


def _year_ago(w: Window, t: int) -> Phrase | None:
    """Return "the year-ago quarter", "year-earlier", and "the quarter a year ago"."""
    first, last = t, t + 1
    hyphen = w.sep(t + 1) == "-"
    number = None
    if not hyphen and (w.word(t - 1) not in ("a", "one") or w.word(t - 2) == "half"):
        return None
    if not hyphen and (w.word(t + 2) in DAY_WORDS or w.word(t + 2) in WEEKDAY_NAMES) and w.near(t + 2):
        return None  # "a year ago today" is a day
    if hyphen:
        i = t + 2
        if w.near(i) and w.word(i) in ORDINALS and w.word(i + 1) == "quarter":
            number, last = ORDINALS[w.word(i)], i + 1
        elif w.near(i) and w.word(i) in _NOUNS:
            last = i
        if last > t + 1 and w.word(t - 1) == "the" and w.near(t):
            first = t - 1
    else:
        first = t - 1
        if w.word(t - 2) in _NOUNS and w.word(t - 3) == "the" and w.near(t - 1):
            first = t - 3
    return Phrase("compared", first, last, number=number)


def _latest(w: Window, t: int) -> Phrase | None:
    """Return "the latest quarter", "the same period last year" and "the corresponding quarter of last year"."""
    i = t - 1
    if not w.near(t):
        return None
    if w.word(i) == "latest":
        first = i - 1 if w.word(i - 1) == "the" and w.near(i) else i
        return Phrase("reported", first, t, unit="Q" if w.words[t] == "quarter" else "P", shift=0)
    if w.word(i) in ("same", "corresponding", "comparable", "equivalent", "similar"):
        first = i - 1 if w.word(i - 1) in ("the", "a") and w.near(i) else i
        j = t + 1
        if w.word(j) in ("of", "in"):
            j += 1
        if (
            w.near(j)
            and (w.word(j) in ("last", "previous") or w.word(j + 1) == "previous")
            and "year" in (w.word(j + 1), w.word(j + 2))
        ):
            return Phrase("compared", first, j + 1 if w.word(j + 1) == "year" else j + 2)
        if (
            w.near(j)
            and w.word(j) in ("a", "one")
            and w.word(j + 1) == "year"
            and w.word(j + 2) in ("ago", "earlier", "before")
        ):
            return Phrase("compared", first, j + 2)
        if w.near(j) and (year := year_number(w, j)):
            return Phrase("reported", first, j, unit="P", year=year)
    return None


def _the_quarter(w: Window, t: int) -> Phrase | None:
    """Return "the quarter", "the 1988 period" and "the quarter ended July 31"."""
    i = t - 1
    if not w.near(t):
        return None
    if year := year_number(w, i):
        first = i - 1 if w.word(i - 1) == "the" and w.near(i) else i
        return Phrase("reported", first, t, unit="P", year=year)
    if w.word(i) not in ("the", "that") or w.words[t] == "period":
        return None
    if (
        w.word(t + 1) in ("a", "one")
        and w.word(t + 2) == "year"
        and w.word(t + 3) in ("ago", "earlier")
        and w.near(t + 1)
    ):
        return Phrase("compared", i, t + 3)
    phrase = Phrase("reported", i, t, unit="Q")
    ended = _ended(w, t)
    if ended:
        phrase.month, phrase.year = ended.month, ended.year
    return phrase


def _ended(w: Window, t: int) -> Phrase | None:
    """Return the date of "ended June 30" after word `t`."""
    if w.word(t + 1) not in _ENDED or not w.near(t + 1):
        return None
    for month in (t + 2, t + 3, t + 4):
        if w.word(month) in MONTH_WORDS:
            inner = month_phrase(w, month)
            return inner if inner and inner.first == t + 2 else None
    return None


def _the_year(w: Window, t: int) -> Phrase | None:
    """Return "the full year" and "the year ended 30 June"."""
    before, i = w.word(t - 1), t - 1
    if not w.near(t):
        return None
    if before in ("fiscal", "financial"):
        before, i = w.word(i - 1), i - 1
    if before == "full" and w.word(i - 1) == "the":
        return Phrase("reported", i - 1, t, unit="Y")
    if before == "latest" and w.word(i - 1) == "the":
        return Phrase("reported", i - 1, t, unit="Y", shift=-1)
    if before in ("the", "its"):
        ended = _ended(w, t)
        if ended:
            return Phrase("reported", i, t, unit="Y", year=ended.year, month=ended.month, day=ended.day)
        if before == "the" and w.word(i - 1) == "for" and w.sep(t + 1)[:1] in (",", "."):
            return Phrase("reported", i, t, unit="y")
    return None


def _months(w: Window, t: int) -> Phrase | None:
    """Return a note that several months were spoken of: "a year ago" is then no quarter."""
    number = NUMBERS.get(w.word(t - 1)) or (
        int(w.word(t - 1)) if w.word(t - 1).isdecimal() and len(w.word(t - 1)) < 3 else 0
    )
    if number in (6, 9) and w.near(t) and w.word(t - 2) in ("the", "first", "for", "latest"):
        return Phrase("stretch", t, t)
    return None
