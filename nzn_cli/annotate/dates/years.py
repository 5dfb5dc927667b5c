"""Years, decades and centuries, in digits and in words. Resolves nothing."""

from __future__ import annotations

from nzn_cli.annotate.dates.amounts import BEFORE_CHRIST, ERAS, TOLD, names_or_counts
from nzn_cli.annotate.dates.lexicon import (
    CENTURY_WORDS,
    COUNTED,
    DECADES,
    MONTH_WORDS,
    NUMBERS,
    ORDINALS,
    SHORT_MONTHS,
    UNITS,
    words,
)
from nzn_cli.annotate.dates.phrase import Phrase
from nzn_cli.annotate.dates.window import Window

_DECADE_LEADS = words("the early mid late")
_OWNERS = words("his her their my your our its")
_SEASONS = 1960  # from when on "2004-05" is a financial year or a season, and no range of a life or a war
_YEARS_AHEAD = words("financial fiscal year budget")


def year_number(w: Window, i: int) -> int | None:
    """Return the year that word `i` writes in four digits, or None."""
    word = w.word(i)
    if len(word) != 4 or not word.isdecimal() or not "1000" <= word <= "2199":
        return None
    after = w.sep(i + 1)
    if after[:1] == "%" or (after in (",", ".") and w.word(i + 1).isdecimal()):
        return None
    return int(word)


def year_after(w: Window, i: int) -> tuple[int, int] | None:
    """Return (year, last word) where words from `i` say which year a month belongs to."""
    dotted = w.sep(i) in (". ", "., ", ".\n") and w.word(i - 1) in SHORT_MONTHS
    if w.near_comma(i) or dotted:
        if year := year_number(w, i):
            return year, i
        if w.word(i) == "of" and w.near(i + 1):
            year = year_number(w, i + 1)
            return (year, i + 1) if year else spelled_year(w, i + 1)
        if w.word(i) in CENTURY_WORDS:
            return spelled_year(w, i)
    if w.sep(i) in (" '", ", '") and len(w.word(i)) == 2 and w.word(i).isdecimal():
        short = int(w.word(i))
        return (1900 if short > 30 else 2000) + short, i
    return None


def year_shift_after(w: Window, i: int) -> tuple[int, int] | None:
    """Return (shift, last word) for "last year", "of this year" and "next year" from word `i`."""
    if w.word(i) == "of" and w.near(i):
        i += 1
    if w.near_comma(i) and w.word(i) in ("last", "this", "next") and w.word(i + 1) == "year" and w.near(i + 1):
        return {"last": -1, "this": 0, "next": 1}[w.word(i)], i + 1
    return None


def year_phrase(w: Window, t: int) -> Phrase | None:
    """Return the year, decade or financial year whose four digits are word `t`, unless they count or name a thing."""
    word, sep, after = w.words[t], w.sep(t + 1), w.word(t + 1)
    if after == "s" and word[-1] == "0" and (sep == "" or (sep == "'" and w.word(t - 1) in _DECADE_LEADS)):
        return Phrase("decade", t, t + 1, number=int(word) // 10)
    if (sep == "" and after) or sep[:1] in ("%", "°") or (sep in (",", ".") and after.isdecimal()):
        return None
    if names_or_counts(w, t):
        return None
    phrase = Phrase("year", t, t, year=int(word))
    if w.sep(t)[-1:] == "(" and sep == ", " and after in MONTH_WORDS and w.capital(t + 1):
        return _cited(w, t, phrase)
    if sep in ("/", "-") and after.isdecimal():
        return _year_pair(w, t, phrase)
    _take_year_words(w, t, phrase)
    return phrase


def _cited(w: Window, t: int, phrase: Phrase) -> Phrase:
    """Return the date of a work cited: "(2023, May 19)"."""
    day = w.word(t + 2)
    phrase.kind, phrase.last, phrase.month = "month", t + 1, MONTH_WORDS[w.words[t + 1]]
    if w.sep(t + 2) == " " and day.isdecimal() and 1 <= int(day) <= 31 and len(day) <= 2:
        phrase.kind, phrase.last, phrase.day = "date", t + 2, int(day)
    return phrase


def _year_pair(w: Window, t: int, phrase: Phrase) -> Phrase | None:
    """Return "2018/19" as a financial year, "1979-81" and "1985-1987" as ranges."""
    first, after = int(w.words[t]), w.words[t + 1]
    if w.sep(t + 2)[:1] == "/" or len(after) not in (2, 4):
        return None
    second = int(after) if len(after) == 4 else first // 100 * 100 + int(after)
    if first % 100 == 99 and len(after) == 2:
        second += 100
    if second == first + 1 and (
        w.sep(t + 1) == "/" or w.word(t + 2) in _YEARS_AHEAD or (len(after) == 2 and first >= _SEASONS)
    ):
        year_word = w.word(t + 2) in ("financial", "fiscal") and w.word(t + 3) == "year"
        return Phrase("financial", t, t + 3 if year_word else t + 1, year=second)
    if w.sep(t + 1) != "-" or not first < second <= 2199:
        return phrase if len(after) == 4 else None
    if w.near(t + 2) and w.word(t + 2) in COUNTED:  # "1900-2000 people"
        return None
    phrase.to_day, phrase.joint, phrase.last = second, (t, t + 1), t + 1
    return phrase


def financial_phrase(w: Window, t: int) -> Phrase | None:
    """Return "FY2019" and "FY19"; `t` is FY."""
    digits = w.word(t + 1)
    if not w.capital(t) or w.sep(t + 1) not in ("", " ") or not digits.isdecimal() or len(digits) not in (2, 4):
        return None
    year = int(digits) if len(digits) == 4 else 2000 + int(digits)
    return Phrase("financial", t, t + 1, year=year) if 1900 <= year <= 2100 else None


def _take_year_words(w: Window, t: int, phrase: Phrase) -> None:
    """Take "fiscal" and "the year" before the digits into the phrase."""
    before = w.word(t - 1) if w.near(t) else ""
    if before == "fiscal":
        phrase.first = t - 1
    elif before == "year" and w.near(t - 1) and w.word(t - 2) in ("the", "fiscal", "financial"):
        phrase.first = t - 2


def spelled_year(w: Window, i: int) -> tuple[int, int] | None:
    """Return (year, last word) for "nineteen ninety-six" from word `i`."""
    century = CENTURY_WORDS.get(w.word(i))
    tens, ones = w.word(i + 1), w.word(i + 2)
    if century is None or not w.near(i + 1):
        return None
    if tens in ("oh", "o"):
        return (century * 100 + NUMBERS[ones], i + 2) if 1 <= NUMBERS.get(ones, 0) <= 9 else None
    number, last = _below_hundred(w, i + 1) or (0, i)
    if number < 10 or not (last > i + 1 or century == 19 or w.word(i - 1) in TOLD):
        return None
    return century * 100 + number, last


def spelled_phrase(w: Window, t: int) -> Phrase | None:
    """Return the year that is written in words at word `t`."""
    found = spelled_year(w, t)
    return Phrase("year", t, found[1], year=found[0]) if found and w.word(found[1] + 1) not in COUNTED else None


def thousand_phrase(w: Window, t: int) -> Phrase | None:
    """Return "the year two thousand" and "in two thousand and one"; `t` is the word thousand."""
    before = w.word(t - 2)
    if w.word(t - 1) != "two" or not w.near(t) or before not in ("year", "in", "since", "by", "until", "lord"):
        return None
    more = t + 2 if w.word(t + 1) == "and" else t + 1
    ones, last = _below_hundred(w, more) or (0, t)
    if w.word(last + 1) in COUNTED:
        return None
    first = t - 1
    if before == "year":
        first = t - 3 if w.word(t - 3) == "the" else t - 2
    return Phrase("year", first, last, year=2000 + ones)


def _below_hundred(w: Window, i: int) -> tuple[int, int] | None:
    """Return (number, last word) for "one" and "twenty-two" from word `i`."""
    number = NUMBERS.get(w.word(i), 0)
    if not number or not w.near(i) or w.word(i) in ("a", "an"):
        return None
    ones = NUMBERS.get(w.word(i + 1), 0)
    if number >= 20 and w.near(i + 1) and 1 <= ones <= 9 and w.word(i + 1) not in ("a", "an"):
        return number + ones, i + 1
    return number, i


def decade_phrase(w: Window, t: int) -> Phrase | None:
    """Return "the nineties", "the '90s" and the "60s" of "1950s and 60s"; word `t` is the number."""
    word, before = w.words[t], w.word(t - 1)
    if word in DECADES:
        if before not in _DECADE_LEADS or not w.near(t):
            return None
        return Phrase("decade", t - 1 if before == "the" else t, t, number=_short_decade(DECADES[word]))
    if len(word) != 2 or word[1] != "0" or word == "00" or w.word(t + 1) != "s" or w.sep(t + 1) not in ("", "'"):
        return None
    start = w.start(t)
    another = before in ("and", "to", "or") and "0s " in w.low[max(0, start - 8) : start]
    if before in _OWNERS or not (w.sep(t)[-1:] == "'" or before in _DECADE_LEADS or another):
        return None
    return Phrase("decade", t, t + 1, number=_short_decade(int(word)))


def short_year_phrase(w: Window, t: int) -> Phrase | None:
    """Return the "'94" of "in '94" and "the class of '68"; word `t` is the number."""
    if w.sep(t) != " '" or len(w.words[t]) != 2 or w.word(t + 1) == "s":
        return None
    told = w.word(t - 1) in TOLD or w.word(t - 1) in ("to", "through", "and")
    tour = w.word(t - 1) == "the" and w.sep(t + 1) == " " and w.word(t + 1) not in UNITS  # "the '81 tour"
    if not told and not tour:
        return None
    short = int(w.words[t])
    return Phrase("year", t, t, year=(1900 if short > 30 else 2000) + short)


def _short_decade(tens: int) -> int:
    return (190 if tens >= 20 else 200) + tens // 10


def century_phrase(w: Window, t: int) -> Phrase | None:
    """Return "the 20th century" and "the twenty-first century", `t` being the word century."""
    i = t - 1
    if not w.near(t):
        return None
    if w.word(i) in ("st", "nd", "rd", "th") and w.sep(i) == "" and w.word(i - 1).isdecimal():
        number, i = int(w.word(i - 1)), i - 1
    elif ORDINALS.get(w.word(i), 0) > 0:
        number = ORDINALS[w.word(i)]
        if w.word(i - 1) == "twenty" and w.near(i):
            number, i = number + 20, i - 1
    else:
        return None
    first = i - 1 if w.word(i - 1) == "the" and w.near(i) else i
    if w.near(t + 1) and w.word(t + 1) in BEFORE_CHRIST:
        return None
    era = w.near(t + 1) and w.word(t + 1) in ERAS
    if (
        number <= 5 and not era and (first == i or w.word(t + 1) == "of")
    ):  # "our first century", "the second century of"
        return None
    if w.capital(t) and w.capital(t + 1) and w.sep(t + 1) == " ":  # the "21st Century Skills Act"
        return None
    return Phrase("century", first, t, number=number - 1) if 1 <= number <= 22 else None
