"""Periods that a financial report speaks of: "the latest quarter", "the year-ago period", "the quarter ended June 30".

Resolves nothing: which quarter it is stands elsewhere in the text, and the resolver remembers it.
"""

from __future__ import annotations

from nzn_cli.annotate.dates.date_words import DAY_WORDS, MONTH_WORDS, NUMBERS, ORDINALS
from nzn_cli.annotate.dates.find_counts import names_anniversary
from nzn_cli.annotate.dates.find_months import find_month
from nzn_cli.annotate.dates.find_rules import FindTable, nothing
from nzn_cli.annotate.dates.find_years import year_number
from nzn_cli.annotate.dates.rules import Example, Rule, always
from nzn_cli.annotate.dates.time_expression import TimeExpression
from nzn_cli.annotate.dates.window import Window
from nzn_cli.text.calendar import WEEKDAY_NAMES

_NOUNS = frozenset(("quarter", "period"))
_SAME = frozenset(("same", "corresponding", "comparable", "equivalent", "similar"))
_THE = frozenset(("the",))
_THE_OR_A = frozenset(("the", "a"))
_AGO = frozenset(("ago", "earlier"))
_EARLIER = _AGO | {"before"}
_ENDED = frozenset(("ended", "ending", "to", "end"))


YEAR_AGO = FindTable(
    "words beside a year ago",
    Rule(
        "year-ago-third-quarter",
        lambda w, t: _is_hyphened(w, t)
        and w.adjoins(t + 2)
        and w.word(t + 2) in ORDINALS
        and w.word(t + 3) == "quarter",
        lambda w, t: TimeExpression("compared", _from_article(w, t), t + 3, number=ORDINALS[w.word(t + 2)]),
        Example("It rose from [the year-ago third quarter].", "2017-Q3/compared"),
    ),
    Rule(
        "year-ago-quarter", lambda w, t: _is_hyphened(w, t) and w.adjoins(t + 2) and w.word(t + 2) in _NOUNS,
        lambda w, t: TimeExpression("compared", _from_article(w, t), t + 2),
        Example("It rose from [the year-ago quarter].", "2018/ago"),
    ),
    Rule(
        "year-ago", lambda w, t: _is_hyphened(w, t), lambda w, t: TimeExpression("compared", t, t + 1),
        Example("It rose from [year-ago] levels.", "2018/ago"),
    ),
    Rule(
        "no-article", lambda w, t: w.word(t - 1) not in ("a", "one") or w.word(t - 2) == "half", nothing,
        Example("They met [half a year ago].", "2018-11/ago"),
    ),
    Rule(  # a day
        "year-ago-today",
        lambda w, t: w.adjoins(t + 2) and (w.word(t + 2) in DAY_WORDS or w.word(t + 2) in WEEKDAY_NAMES),
        nothing, Example("They met [a year ago today].", "2018-05-15/anniversary"),
    ),
    Rule(
        "year-ago-this-week", lambda w, t: names_anniversary(w, t + 2), nothing,
        Example("They met [a year ago this week].", "2018-W20/anniversary"),
    ),
    Rule(
        "quarter-a-year-ago", lambda w, t: w.word(t - 2) in _NOUNS and w.word(t - 3) == "the" and w.adjoins(t - 1),
        lambda w, t: TimeExpression("compared", t - 3, t + 1),
        Example("It rose from [the period a year ago].", "2018/ago"),
    ),
    Rule(
        "a-year-ago", always, lambda w, t: TimeExpression("compared", t - 1, t + 1),
        Example("In [the first quarter] it rose, and fell [a year ago].", "2019-Q1 2018-Q1/compared"),
    ),
)  # fmt: skip

LATEST = FindTable(
    "words before a quarter that say which",
    Rule(
        "latest", lambda w, t: w.word(t - 1) == "latest",
        lambda w, t: TimeExpression(
            "reported", _article_before(w, t, _THE), t, unit="Q" if w.words[t] == "quarter" else "P", shift=0
        ),
        Example("It rose in [the latest quarter].", "2019-Q1/reported"),
    ),
    Rule(
        "not-the-same", lambda w, t: w.word(t - 1) not in _SAME or not w.adjoins(_after_of(w, t)), nothing,
        Example("It rose in the slow quarter of [last year].", "2018"),
    ),
    Rule(
        "same-last-year",
        lambda w, t: (w.word(_after_of(w, t)) in ("last", "previous") or w.word(_after_of(w, t) + 1) == "previous")
        and _year_by(w, _after_of(w, t)),
        lambda w, t: TimeExpression("compared", _article_before(w, t, _THE_OR_A), _year_by(w, _after_of(w, t))),
        Example("It rose from [the same quarter last year].", "2018/ago"),
    ),
    Rule(
        "same-a-year-ago", lambda w, t: _is_year_ago(w, _after_of(w, t), _EARLIER),
        lambda w, t: TimeExpression("compared", _article_before(w, t, _THE_OR_A), _after_of(w, t) + 2),
        Example("It rose from [the same quarter a year earlier].", "2018/ago"),
    ),
    Rule(
        "same-of-1988", lambda w, t: year_number(w, _after_of(w, t)),
        lambda w, t: TimeExpression(
            "reported", _article_before(w, t, _THE_OR_A), i := _after_of(w, t), unit="P", year=year_number(w, i)
        ),
        Example("It rose from [the same period of 1988].", "1988/reported-of-year"),
    ),
)  # fmt: skip


def find_report_period(w: Window, t: int) -> TimeExpression | None:
    """Return the reported period around the word quarter, period, year, month or half at `t`."""
    word = w.words[t]
    if word == "year" and w.sep(t + 1) in ("-", " ", "\n") and w.word(t + 1) in ("ago", "earlier"):
        return YEAR_AGO.find(w, t)
    if word in _NOUNS and w.sep(t + 1) == "-":  # "the quarter-to-quarter comparison"
        return None
    if word in _NOUNS and w.adjoins(t):
        return LATEST.find(w, t) or _the_quarter(w, t)
    if word == "year":
        return _the_year(w, t)
    if word == "months":
        return _months(w, t)
    return None


def _is_hyphened(w: Window, t: int) -> bool:
    return w.sep(t + 1) == "-"


def _from_article(w: Window, t: int) -> int:
    """Return "the" before "year-ago", or that."""
    return t - 1 if w.word(t - 1) == "the" and w.adjoins(t) else t


def _article_before(w: Window, t: int, articles: frozenset[str]) -> int:
    """Return the article before "latest" and "same", or these."""
    return t - 2 if w.word(t - 2) in articles and w.adjoins(t - 1) else t - 1


def _after_of(w: Window, t: int) -> int:
    """Return the first word after a quarter, "of" and "in" left out."""
    return t + 2 if w.word(t + 1) in ("of", "in") else t + 1


def _year_by(w: Window, i: int) -> int:
    """Return which of the two words after word `i` is "year"; 0 where none is."""
    return i + 1 if w.word(i + 1) == "year" else i + 2 if w.word(i + 2) == "year" else 0


def _is_year_ago(w: Window, i: int, ago: frozenset[str]) -> bool:
    """Return whether "a year ago" begins with word `i`."""
    return w.word(i) in ("a", "one") and w.word(i + 1) == "year" and w.word(i + 2) in ago


def _the_quarter(w: Window, t: int) -> TimeExpression | None:
    """Return "the quarter", "the 1988 period" and "the quarter ended July 31"."""
    i = t - 1
    if year := year_number(w, i):
        first = i - 1 if w.word(i - 1) == "the" and w.adjoins(i) else i
        return TimeExpression("reported", first, t, unit="P", year=year)
    if w.word(i) not in ("the", "that") or w.words[t] == "period":
        return None
    if _is_year_ago(w, t + 1, _AGO) and w.adjoins(t + 1):
        return TimeExpression("compared", i, t + 3)
    expression = TimeExpression("reported", i, t, unit="Q")
    ended = _ended(w, t)
    if ended:
        expression.month, expression.year = ended.month, ended.year
    return expression


def _ended(w: Window, t: int) -> TimeExpression | None:
    """Return the date of "ended June 30" after word `t`."""
    if w.word(t + 1) not in _ENDED or not w.adjoins(t + 1):
        return None
    for month in (t + 2, t + 3, t + 4):
        if w.word(month) in MONTH_WORDS:
            inner = find_month(w, month)
            return inner if inner and inner.first == t + 2 else None
    return None


def _the_year(w: Window, t: int) -> TimeExpression | None:
    """Return "the full year" and "the year ended 30 June"."""
    before, i = w.word(t - 1), t - 1
    if not w.adjoins(t):
        return None
    if before in ("fiscal", "financial"):
        before, i = w.word(i - 1), i - 1
    if before == "full" and w.word(i - 1) == "the":
        return TimeExpression("reported", i - 1, t, unit="Y")
    if before == "latest" and w.word(i - 1) == "the":
        return TimeExpression("reported", i - 1, t, unit="Y", shift=-1)
    if before in ("the", "its"):
        ended = _ended(w, t)
        if ended:
            return TimeExpression("reported", i, t, unit="Y", year=ended.year, month=ended.month, day=ended.day)
        if before == "the" and w.word(i - 1) == "for" and w.sep(t + 1)[:1] in (",", "."):
            return TimeExpression("reported", i, t, unit="y")
    return None


def _months(w: Window, t: int) -> TimeExpression | None:
    """Return a note that several months were spoken of: "a year ago" is then no quarter."""
    number = NUMBERS.get(w.word(t - 1)) or (
        int(w.word(t - 1)) if w.word(t - 1).isdecimal() and len(w.word(t - 1)) < 3 else 0
    )
    if number in (6, 9) and w.adjoins(t) and w.word(t - 2) in ("the", "first", "for", "latest"):
        return TimeExpression("stretch", t, t)
    return None
