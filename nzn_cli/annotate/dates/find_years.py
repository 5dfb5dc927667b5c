"""Years, decades and centuries, in digits and in words. Resolves nothing."""

from __future__ import annotations

from nzn_cli.annotate.dates.amounts import YEAR_LEADS, names_or_counts
from nzn_cli.annotate.dates.date_words import (
    CENTURY_WORDS,
    COUNTED,
    MONTH_WORDS,
    NUMBERS,
    SHORT_MONTHS,
    UNITS,
    listed,
    words,
)
from nzn_cli.annotate.dates.find_decades import DECADE_LEADS
from nzn_cli.annotate.dates.find_rules import FindTable, nothing
from nzn_cli.annotate.dates.rules import Example, Rule, always
from nzn_cli.annotate.dates.time_expression import Side, TimeExpression
from nzn_cli.annotate.dates.window import Window

_SEASONS = 1960  # from when on "2004-05" is a financial year or a season, and no range of a life or a war
_YEARS_AHEAD = words("financial fiscal year budget")
_FISCAL = frozenset(("financial", "fiscal"))
_FISCAL_YEARS = (["financial", "year"], ["fiscal", "year"])
_YEAR_ARTICLES = frozenset(("the", "fiscal", "financial"))
_CENTURY = 100
_JOINERS = listed("number-joiners")
_LISTED = frozenset(("and", "or", "to"))
_NO_YEAR_MARKS = (":", "%", "-", "/", "°")
_MEASURES = frozenset("%°")


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
    if w.adjoins_by_comma(i) or dotted:
        if year := year_number(w, i):
            return year, i
        if w.word(i) == "of" and w.adjoins(i + 1):
            year = year_number(w, i + 1)
            return (year, i + 1) if year else spelled_year(w, i + 1)
        if w.word(i) in CENTURY_WORDS:
            return spelled_year(w, i)
    if w.sep(i) in (" '", ", '") and len(w.word(i)) == 2 and w.word(i).isdecimal():
        short = int(w.word(i))
        return (1900 if short > 30 else 2000) + short, i
    return None


def year_near(w: Window, short: int) -> int:
    """Return the year of two digits within 50 years of publication; in a text without a date one of 1931 to 2030."""
    if not w.year:
        return (1900 if short > 30 else 2000) + short
    first = w.year - _CENTURY // 2
    return first + (short - first) % _CENTURY


def short_year_after(w: Window, i: int) -> int | None:
    """Return the year of "12 Mar 16" from its two digits at word `i`, which nothing counted follows."""
    digits = w.word(i)
    if len(digits) != 2 or not digits.isdecimal() or w.sep(i) != " ":
        return None
    after, follows = w.sep(i + 1), w.word(i + 1)
    if w.adjoins(i + 1) and (follows not in _JOINERS or (follows in _LISTED and w.word(i + 2).isdecimal())):
        return None
    if after[:1] in _NO_YEAR_MARKS or (after in (",", ".") and follows.isdecimal()):
        return None
    return year_near(w, int(digits))


def year_shift_after(w: Window, i: int) -> tuple[int, int] | None:
    """Return (shift, last word) for "last year", "of this year" and "next year" from word `i`."""
    if w.word(i) == "of" and w.adjoins(i):
        i += 1
    if w.adjoins_by_comma(i) and w.word(i) in ("last", "this", "next") and w.word(i + 1) == "year" and w.adjoins(i + 1):
        return {"last": -1, "this": 0, "next": 1}[w.word(i)], i + 1
    return None


YEAR_PAIR = FindTable(
    "what a pair of years is",
    Rule(
        "three-numbers", lambda w, t: w.sep(t + 2)[:1] == "/", nothing, Example("See file 2016/17/b for it."),
    ),
    Rule(
        "no-year-second", lambda w, t: len(w.words[t + 1]) not in (2, 4), nothing, Example("See file 2016-123 for it."),
    ),
    Rule(
        "financial-year-named",
        lambda w, t: _is_financial(w, t) and w.word(t + 3) == "year" and w.word(t + 2) in _FISCAL,
        lambda w, t: TimeExpression("financial", t, t + 3, year=int(w.words[t]) + 1),
        Example("It was paid in [2018/19 financial year].", "FY2019/financial-year"),
    ),
    Rule(
        "financial-year", lambda w, t: _is_financial(w, t),
        lambda w, t: TimeExpression("financial", _from_fiscal(w, t), t + 1, year=int(w.words[t]) + 1),
        Example("It was paid in [2018/19].", "FY2019/financial-year"),
    ),
    Rule(
        "no-range-long", lambda w, t: len(w.words[t + 1]) == 4 and w.sep(t + 1) == "/" and not _is_range(w, t),
        lambda w, t: TimeExpression("year", t, t, year=int(w.words[t])),
        Example("It was paid in [2016]/2011.", "2016/year"),
    ),
    Rule("no-range", lambda w, t: not _is_range(w, t), nothing, Example("It was paid in 2016-11 or so.")),
    Rule(
        "counted", lambda w, t: w.adjoins(t + 2) and w.word(t + 2) in COUNTED, nothing,
        Example("It was made for 1900-2000 people."),
    ),
    Rule(
        "range", always,
        lambda w, t: TimeExpression(
            "year", t, t + 1, year=int(w.words[t]), head=t, sides=(Side(t + 1, t + 1, _second_year(w, t), True),)
        ),
        Example("It lasted from [1979]-[1985].", "1979/year 1985/year"),
    ),
)  # fmt: skip

YEAR = FindTable(
    "what four digits are",
    Rule(
        "decade",
        lambda w, t: w.word(t + 1) == "s"
        and w.words[t][-1] == "0"
        and (w.sep(t + 1) == "" or (w.sep(t + 1) == "'" and w.word(t - 1) in DECADE_LEADS)),
        lambda w, t: TimeExpression("decade", t, t + 1, number=int(w.words[t]) // 10),
        Example("It was built in the [1980s] or the [1990's].", "198/decade 199/decade"),
    ),
    Rule(
        "joined-to-letters", lambda w, t: w.sep(t + 1) == "" and w.word(t + 1), nothing,
        Example("He sold a 1999er to us."),
    ),
    Rule("percentage", lambda w, t: w.sep(t + 1)[:1] in _MEASURES, nothing, Example("It grew by 2000% in all.")),
    Rule(
        "decimals", lambda w, t: w.sep(t + 1) in (",", ".") and w.word(t + 1).isdecimal(), nothing,
        Example("It grew by 2000.55 in all."),
    ),
    Rule(
        "circa", lambda w, t: _circa(w, t) is not None,
        lambda w, t: TimeExpression("year", _circa(w, t) or 0, t, year=int(w.words[t]), part="ABOUT"),
        Example("It was built [circa 1920], or [c. 1925].", "1920/year 1925/year"),
    ),
    Rule("amount", names_or_counts, nothing, Example("They were 1999 people in all.")),
    Rule(
        "cited-work",
        lambda w, t: w.sep(t)[-1:] == "("
        and w.sep(t + 1) == ", "
        and w.word(t + 1) in MONTH_WORDS
        and w.capital(t + 1),
        lambda w, t: _cited(w, t), Example("See Hale ([2016, May 19]) on this.", "2016-05-19/date"),
    ),
    Rule(
        "pair", lambda w, t: w.sep(t + 1) in ("/", "-") and w.word(t + 1).isdecimal(),
        lambda w, t: YEAR_PAIR.find(w, t),
        Example("It lasted from [1979]-[81].", "1979/year 1981/year"),
    ),
    Rule(
        "fiscal-year", lambda w, t: w.words[t - 2 : t] in _FISCAL_YEARS and t > 1 and w.adjoins(t) and w.adjoins(t - 1),
        lambda w, t: TimeExpression("fiscal", _from_fiscal(w, t), t, year=int(w.words[t])),
        Example("It was paid in [the financial year 2016].", "2016/fiscal-year"),
    ),
    Rule(
        "fiscal", lambda w, t: w.word(t - 1) == "fiscal" and w.adjoins(t),
        lambda w, t: TimeExpression("fiscal", t - 1, t, year=int(w.words[t])),
        Example("It was paid in [fiscal 2016].", "2016/fiscal-year"),
    ),
    Rule(
        "the-year",
        lambda w, t: w.word(t - 1) == "year" and w.adjoins(t) and w.adjoins(t - 1) and w.word(t - 2) in _YEAR_ARTICLES,
        lambda w, t: TimeExpression("year", t - 2, t, year=int(w.words[t])),
        Example("It was paid in [the year 2016].", "2016/year"),
    ),
    Rule(
        "year", always, lambda w, t: TimeExpression("year", t, t, year=int(w.words[t])),
        Example("It was paid in [2016].", "2016/year"),
    ),
)  # fmt: skip


def _circa(w: Window, t: int) -> int | None:
    """Return the word "circa" or "c." before the year at word `t`; not that of "U.S.C." nor of a copyright."""
    before, mark = w.word(t - 1), w.sep(t)
    if before == "circa":
        return t - 1 if w.adjoins(t) else None
    if before not in ("c", "ca") or mark not in ("", " ", ".", ". ") or w.capital(t - 1):
        return None
    return t - 1 if w.sep(t - 1)[-1:] in ("", " ", "(", "\n") else None


def find_circa(w: Window, t: int) -> TimeExpression | None:
    """Return "c1920", `t` being the letters before the year."""
    return find_year(w, t + 1) if w.sep(t + 1) == "" and year_number(w, t + 1) else None


def find_year(w: Window, t: int) -> TimeExpression | None:
    """Return the year, decade or financial year whose four digits are word `t`, unless they count or name a thing."""
    return YEAR.find(w, t)


def _from_fiscal(w: Window, t: int) -> int:
    """Return the first word of "the financial year" before the year at word `t`, else that."""
    if t < 2 or w.words[t - 2 : t] not in _FISCAL_YEARS or not w.adjoins(t):
        return t
    return t - 3 if w.word(t - 3) == "the" and w.adjoins(t - 2) else t - 2


def _cited(w: Window, t: int) -> TimeExpression:
    """Return the date of a work cited: "(2023, May 19)"."""
    day, year, month = w.word(t + 2), int(w.words[t]), MONTH_WORDS[w.words[t + 1]]
    if w.sep(t + 2) == " " and day.isdecimal() and 1 <= int(day) <= 31 and len(day) <= 2:
        return TimeExpression("date", t, t + 2, year=year, month=month, day=int(day))
    return TimeExpression("month", t, t + 1, year=year, month=month)


def _second_year(w: Window, t: int) -> int:
    """Return the second year of a pair, whose century the first one tells where it has two digits."""
    first, after = int(w.words[t]), w.words[t + 1]
    if len(after) == 4:
        return int(after)
    return first // 100 * 100 + int(after) + (100 if first % 100 == 99 else 0)


def _is_range(w: Window, t: int) -> bool:
    """Return whether "1979-81" is a stretch of years."""
    return w.sep(t + 1) == "-" and int(w.words[t]) < _second_year(w, t) <= 2199


def _is_financial(w: Window, t: int) -> bool:
    """Return whether a pair of years that follow each other is a financial year or a season: "2018/19"."""
    first, after = int(w.words[t]), w.words[t + 1]
    if _second_year(w, t) != first + 1:
        return False
    return w.sep(t + 1) == "/" or w.word(t + 2) in _YEARS_AHEAD or (len(after) == 2 and first >= _SEASONS)


def find_financial_year(w: Window, t: int) -> TimeExpression | None:
    """Return "FY2019" and "FY19"; `t` is FY."""
    digits, last = w.word(t + 1), t + 1
    if not w.capital(t) or w.sep(t + 1) not in ("", " ") or not digits.isdecimal() or len(digits) not in (2, 4):
        return None
    year = int(digits) if len(digits) == 4 else 2000 + int(digits)
    second = w.word(t + 2) if w.sep(t + 2) in ("/", "-") else ""
    if len(second) in (2, 4) and second.isdecimal() and int(second[-2:]) == (year + 1) % 100:
        year, last = year + 1, t + 2  # "FY 2016/17"
    return TimeExpression("financial", t, last, year=year) if 1900 <= year <= 2100 else None


def spelled_year(w: Window, i: int) -> tuple[int, int] | None:
    """Return (year, last word) for "nineteen ninety-six" from word `i`."""
    century = CENTURY_WORDS.get(w.word(i))
    tens, ones = w.word(i + 1), w.word(i + 2)
    if century is None or not w.adjoins(i + 1):
        return None
    if tens in ("oh", "o"):
        return (century * 100 + NUMBERS[ones], i + 2) if 1 <= NUMBERS.get(ones, 0) <= 9 else None
    number, last = _below_hundred(w, i + 1) or (0, i)
    if number < 10 or not (last > i + 1 or century == 19 or w.word(i - 1) in YEAR_LEADS):
        return None
    return century * 100 + number, last


def find_spelled_year(w: Window, t: int) -> TimeExpression | None:
    """Return the year that is written in words at word `t`."""
    found = spelled_year(w, t)
    return TimeExpression("year", t, found[1], year=found[0]) if found and w.word(found[1] + 1) not in COUNTED else None


def find_two_thousand(w: Window, t: int) -> TimeExpression | None:
    """Return "the year two thousand" and "in two thousand and one"; `t` is the word thousand."""
    before = w.word(t - 2)
    if w.word(t - 1) != "two" or not w.adjoins(t) or before not in ("year", "in", "since", "by", "until", "lord"):
        return None
    more = t + 2 if w.word(t + 1) == "and" else t + 1
    ones, last = _below_hundred(w, more) or (0, t)
    if w.word(last + 1) in COUNTED:
        return None
    first = t - 1
    if before == "year":
        first = t - 3 if w.word(t - 3) == "the" else t - 2
    return TimeExpression("year", first, last, year=2000 + ones)


def _below_hundred(w: Window, i: int) -> tuple[int, int] | None:
    """Return (number, last word) for "one" and "twenty-two" from word `i`."""
    number = NUMBERS.get(w.word(i), 0)
    if not number or not w.adjoins(i) or w.word(i) in ("a", "an"):
        return None
    ones = NUMBERS.get(w.word(i + 1), 0)
    if number >= 20 and w.adjoins(i + 1) and 1 <= ones <= 9 and w.word(i + 1) not in ("a", "an"):
        return number + ones, i + 1
    return number, i


def find_short_year(w: Window, t: int) -> TimeExpression | None:
    """Return the "'94" of "in '94" and "the class of '68"; word `t` is the number."""
    if w.sep(t) != " '" or len(w.words[t]) != 2 or w.word(t + 1) == "s":
        return None
    led = w.word(t - 1) in YEAR_LEADS or w.word(t - 1) in ("to", "through", "and")
    tour = w.word(t - 1) == "the" and w.sep(t + 1) == " " and w.word(t + 1) not in UNITS  # "the '81 tour"
    if not led and not tour:
        return None
    short = int(w.words[t])
    return TimeExpression("year", t, t, year=(1900 if short > 30 else 2000) + short)
