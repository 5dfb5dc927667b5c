"""Seasons, quarters and halves: parts of a year that may name it or leave it open. Resolves nothing."""

from __future__ import annotations

from nzn_cli.annotate.dates.date_words import MONTH_WORDS, ORDINALS, SEASON_WORDS, SHIFTS, words
from nzn_cli.annotate.dates.find_day_lists import ordinal_day
from nzn_cli.annotate.dates.find_months import find_month
from nzn_cli.annotate.dates.find_rules import FindTable, nothing
from nzn_cli.annotate.dates.find_years import year_after, year_number, year_shift_after
from nzn_cli.annotate.dates.rules import Example, Rule
from nzn_cli.annotate.dates.time_expression import TimeExpression
from nzn_cli.annotate.dates.window import Window
from nzn_cli.text.calendar import quarter_of

_SEASON_LEADS = words("in during over into by until since")
_SEASON_SHIFTS = words("last this next past coming")
_QUARTER_SHIFTS = words("this last next current previous coming prior")
_OF_TEXT = {"following": 1, "previous": -1, "preceding": -1}
_PARTS = {"early": "START", "late": "END", "mid": "MID"}
_HALVES = {"first": 1, "second": 2, "latter": 2, "last": 2}


SEASON = FindTable(
    "words beside a season",
    Rule(
        "apart", lambda w, t: not w.adjoins(t) and not w.adjoins(t + 1), nothing,
        Example("It was warm (summer '98)."),
    ),
    Rule(
        "of-a-year", lambda w, t: w.sep(t + 1)[:1] != "," and year_after(w, t + 1), lambda w, t: _with_year(w, t),
        Example("It rained in [the summer of 2016].", "2016-SU/season"),
    ),
    Rule(
        "of-last-year", lambda w, t: w.word(t + 1) == "of" and year_shift_after(w, t + 1),
        lambda w, t: _with_year_shift(w, t),
        Example("It rained in [the summer of last year].", "2018-SU/season-of-year"),
    ),
    Rule("not-led", lambda w, t: not w.adjoins(t) or w.sep(t) == "-", nothing, Example("It was a last-summer idea.")),
    Rule(
        "last", lambda w, t: w.word(_lead(w, t)) in _SEASON_SHIFTS, lambda w, t: _shifted_season(w, t),
        Example("It rained [this past summer] and [early last summer].", "2018-SU/season-last 2018-SU/season-last"),
    ),
    Rule(
        "following", lambda w, t: w.word(t - 1) in _OF_TEXT and w.word(t - 2) == "the" and w.adjoins(t - 1),
        lambda w, t: TimeExpression(
            "season", t - 2, t, season=SEASON_WORDS[w.words[t]], base="text", shift=_OF_TEXT[w.word(t - 1)]
        ),
        Example("It began in [May 2016] and ended [the following spring].", "2016-05 2017-SP/season-of-text"),
    ),
    Rule(
        "by-summer",
        lambda w, t: w.word(t - 1) in ("by", "until") and w.sep(t + 1)[:1] != "-", lambda w, t: _season(w, t, t),
        Example("It will open by [summer].", "2019-SU/season"),
    ),
    Rule(
        "no-article", lambda w, t: w.word(_lead(w, t)) != "the" or not w.adjoins(_lead(w, t)), nothing,
        Example("It rained in hot summer weather."),
    ),
    Rule("joined-to-a-word", lambda w, t: w.sep(t + 1) == "-", nothing, Example("They sang in the summer-house.")),
    Rule(
        "summer-of", lambda w, t: w.adjoins(t + 1) and w.word(t + 1) in ("of", "in"), nothing,
        Example("They sang in the summer of love."),
    ),
    Rule(
        "in-the-summer", lambda w, t: w.word(_lead(w, t) - 1) in _SEASON_LEADS, lambda w, t: _season(w, t, _lead(w, t)),
        Example("It rained in [the summer].", "2018-SU/season"),
    ),
    Rule(
        "end-of-the-early", lambda w, t: w.word(_lead(w, t) - 1) == "of" and _lead(w, t) < t - 1,
        lambda w, t: _season(w, t, _lead(w, t)), Example("It was a day of [the early summer].", "2018-SU/season"),
    ),
)  # fmt: skip


def find_season(w: Window, t: int) -> TimeExpression | None:
    """Return the season at word `t` where its year is told or can be asked for."""
    return SEASON.find(w, t)


def _lead(w: Window, t: int) -> int:
    """Return the word before "early", "late" or "mid" and a season; that before the season where none stands there."""
    return t - 2 if w.word(t - 1) in _PARTS and w.adjoins(t - 1) else t - 1


def _season(w: Window, t: int, first: int) -> TimeExpression:
    part = _PARTS[w.word(t - 1)] if _lead(w, t) < t - 1 else ""
    return TimeExpression("season", first, t, season=SEASON_WORDS[w.words[t]], part=part)


def _from_article(w: Window, t: int) -> int:
    """Return "the" before the season, or the season."""
    return t - 1 if w.word(t - 1) == "the" and w.adjoins(t) else t


def _with_year(w: Window, t: int) -> TimeExpression:
    """Return "summer 2018" and "the summer of 2018"."""
    year, last = year_after(w, t + 1) or (0, t)
    following = f"{year + 1:04d}"
    if w.sep(last + 1) in ("-", "/") and w.word(last + 1) in (following, following[2:]):  # "the winter of 2010-11"
        last += 1
    return TimeExpression("season", _from_article(w, t), last, season=SEASON_WORDS[w.words[t]], year=year)


def _with_year_shift(w: Window, t: int) -> TimeExpression:
    """Return "the summer of last year"."""
    shift, last = year_shift_after(w, t + 1) or (0, t)
    return TimeExpression("season", _from_article(w, t), last, season=SEASON_WORDS[w.words[t]], unit="Y", shift=shift)


def _shifted_season(w: Window, t: int) -> TimeExpression:
    """Return "last summer", "this past summer" and "early next summer"."""
    i = _lead(w, t)
    expression = _season(w, t, i - 1 if w.word(i) == "past" and w.word(i - 1) == "this" else i)
    expression.shift = SHIFTS[w.word(i)]
    return expression


QUARTER = FindTable(
    "words before the word quarter",
    Rule(
        "apart", lambda w, t: w.words[t] != "quarter" or not (w.adjoins(t) or w.sep(t) == "-"), nothing,
        Example("It was the first, quarter by quarter."),
    ),
    Rule(
        "third", lambda w, t: 1 <= _ordinal(w, t)[0] <= 4, lambda w, t: _numbered_quarter(w, t, *_ordinal(w, t)),
        Example("Sales rose in [the third quarter].", "2018-Q3"),
    ),
    Rule(
        "march", lambda w, t: w.word(t - 1) in MONTH_WORDS and w.capital(t - 1), lambda w, t: _month_quarter(w, t),
        Example("Sales rose in [the March quarter].", "2019-Q1"),
    ),
    Rule(
        "final-of-year",
        lambda w, t: w.word(t - 1) in ("last", "final")
        and w.word(t + 1) == "of"
        and (year_after(w, t + 1) or year_shift_after(w, t + 1)),
        lambda w, t: _numbered_quarter(w, t, 4, t - 1),
        Example("Sales rose in [the final quarter of 2016].", "2016-Q4"),
    ),
    Rule(
        "last", lambda w, t: w.word(t - 1) in _QUARTER_SHIFTS,
        lambda w, t: TimeExpression(
            "quarter", t - 2 if w.word(t - 2) == "the" and w.adjoins(t - 1) else t - 1, t, shift=SHIFTS[w.word(t - 1)]
        ),
        Example("Sales rose [last quarter].", "2019-Q1"),
    ),
)  # fmt: skip


def find_quarter(w: Window, t: int) -> TimeExpression | None:
    """Return "the third quarter of 1990", "this quarter", "the March quarter", "next year's first quarter"."""
    return QUARTER.find(w, t)


def _ordinal(w: Window, t: int) -> tuple[int, int]:
    """Return (number, its word) of "third" and "3rd" before word `t`; the number is 0 where there is none."""
    i = t - 1
    if ordinal_day(w, i) and w.word(i - 1).isdecimal():
        return int(w.word(i - 1)), i - 1
    return ORDINALS.get(w.word(i), 0), i


def find_short_quarter(w: Window, t: int) -> TimeExpression | None:
    """Return "Q3 2017" and "Q3"; `t` is the letter."""
    if not w.capital(t) or w.sep(t + 1) != "" or w.word(t + 1) not in ("1", "2", "3", "4"):
        return None
    expression = TimeExpression("quarter", t, t + 1, number=int(w.words[t + 1]))
    if after := year_after(w, t + 2):
        expression.year, expression.last = after
    elif year := year_number(w, t - 1) if w.adjoins(t) else None:
        expression.year, expression.first = year, t - 1
    return expression


def find_quarter_of_months(w: Window, t: int) -> TimeExpression | None:
    """Return "the July-September quarter", `t` being its first month."""
    first, last = MONTH_WORDS[w.words[t]], MONTH_WORDS.get(w.word(t + 1), 0)
    if last - first != 2 or last % 3:
        return None
    expression = TimeExpression(
        "quarter", t - 1 if w.word(t - 1) == "the" and w.adjoins(t) else t, t + 2, number=quarter_of(last)
    )
    if after := year_after(w, t + 3):
        expression.year, expression.last = after
    return expression


def _month_quarter(w: Window, t: int) -> TimeExpression:
    """Return "the March quarter" and "the June 2010 quarter", which end with that month."""
    i = t - 1
    expression = TimeExpression("quarter", i, t, number=quarter_of(MONTH_WORDS[w.words[i]]))
    if after := year_after(w, t + 1):
        expression.year, expression.last = after
    elif w.adjoins(i) and (year := year_number(w, i - 1)):
        expression.year, expression.first = year, i - 1
    if w.word(expression.first - 1) == "the" and w.adjoins(expression.first):
        expression.first -= 1
    return expression


def find_dated_quarter(w: Window, t: int) -> TimeExpression | None:
    """Return "the June 2010 quarter", `t` being the month."""
    year = year_number(w, t + 1)
    if not year:
        return None
    first = t - 1 if w.word(t - 1) == "the" and w.adjoins(t) else t
    return TimeExpression("quarter", first, t + 2, number=quarter_of(MONTH_WORDS[w.words[t]]), year=year)


def _numbered_quarter(w: Window, t: int, number: int, i: int) -> TimeExpression:
    """Return the quarter whose ordinal is word `i`, with the year that stands before or after it."""
    expression = TimeExpression("quarter", i, t, number=number)
    if w.word(i - 1) == "fiscal":
        i -= 1
        expression.season = "fiscal"
    if w.adjoins(i) and (year := year_number(w, i - 1)):
        expression.year, i = year, i - 1
    elif w.word(i - 1) == "s" and (year := year_number(w, i - 2)):  # "1989's first quarter"
        expression.year, i = year, i - 2
    elif w.word(i - 1) == "s" and w.word(i - 2) == "year" and w.word(i - 3) in ("this", "last", "next"):
        expression.shift, expression.unit, i = SHIFTS[w.word(i - 3)], "Y", i - 3
    hyphen = w.sep(t) == "-"
    if w.word(i - 1) in ("the", "its", "their") and w.adjoins(i) and not hyphen:
        i -= 1
    expression.first = i
    if w.sep(t + 1)[:1] != "," and (after := year_after(w, t + 1)):
        expression.year, expression.last = after
    elif shifted := year_shift_after(w, t + 1):
        expression.shift, expression.last = shifted
        expression.unit = "Y"
    return expression


def find_half(w: Window, t: int) -> TimeExpression | None:
    """Return "the first half of 1998" and "the second half of this year"."""
    number = _HALVES.get(w.word(t - 1))
    if not number or not w.adjoins(t) or w.word(t + 1) != "of" or not w.adjoins(t + 1):
        return None
    first = t - 2 if w.word(t - 2) == "the" and w.adjoins(t - 1) else t - 1
    if w.word(t + 2) in MONTH_WORDS and (month := find_month(w, t + 2)) and month.kind == "month":
        return TimeExpression("portion", first, month.last, number=number, unit="half", inner=month)
    expression = TimeExpression("half", first, t, number=number)
    i = t + 3 if w.word(t + 2) == "fiscal" else t + 2
    if year := year_number(w, i):
        expression.year, expression.last = year, i
    elif w.word(i) == "the" and w.word(i + 1) == "year":
        expression.shift, expression.last = 0, i + 1
    elif shifted := year_shift_after(w, i):
        expression.shift, expression.last = shifted
    else:
        return None
    return expression
