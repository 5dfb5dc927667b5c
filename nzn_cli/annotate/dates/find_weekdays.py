"""Weekdays, with the date, the part of the day or the week that stands beside them. Resolves nothing."""

from __future__ import annotations

from nzn_cli.annotate.dates.date_words import DAY_PARTS, MONTH_WORDS, ORDINALS, SHIFTS, WEEKDAY_WORDS, listed, words
from nzn_cli.annotate.dates.find_day_lists import day_number
from nzn_cli.annotate.dates.find_holidays import find_holiday
from nzn_cli.annotate.dates.find_months import find_month
from nzn_cli.annotate.dates.find_numeric import find_numeric_date
from nzn_cli.annotate.dates.find_rules import Finder, nothing
from nzn_cli.annotate.dates.rules import Example, Rule, RuleTable, always
from nzn_cli.annotate.dates.time_expression import TimeExpression
from nzn_cli.annotate.dates.weekday_modifiers import PLURAL_PARTS, take_after, take_before
from nzn_cli.annotate.dates.window import Window
from nzn_cli.text.calendar import WEEKDAY_NAMES

_NAMED_WEEK = 6  # words of "of the next long weekend" after a weekday
_WHOLE_DAYS = frozenset(WEEKDAY_NAMES)
_NAMED = listed("weekday-named")
_PAPERS = listed("weekday-papers")
_COPULAS = words("is was and or but it when in")
_ANY_MONTH = frozenset(("each", "every", "the", "a"))
_SIDES = {"after": 1, "before": -1, "following": 1, "preceding": -1}
_SMALL_LEADS = frozenset(("on", "last", "next", "this"))


WEEKDAY: RuleTable[[Window, int, str], Finder] = RuleTable(
    "words beside a weekday",  # asked of the word before it, too
    Rule(
        "address", lambda w, t, before: not w.capital(t) and w.sep(t) == "-", nothing,
        Example("It is filed under the last-friday heading."),
    ),
    Rule(
        "each-year", lambda w, t, before: before in ORDINALS and _is_yearly(w, t), nothing,
        Example("It is the second Sunday in May each year.", ""),
    ),
    Rule(
        "nth", lambda w, t, before: (before in ORDINALS or before == "last") and _nth_weekday(w, t),
        lambda w, t: _nth_weekday(w, t), Example("It opens on [the first Monday in June].", "2019-06-03/nth-weekday"),
    ),
    Rule(
        "nth-of-each",
        lambda w, t, before: before in ORDINALS and w.word(t + 1) == "of" and w.word(t + 2) in _ANY_MONTH, nothing,
        Example("It is the first Monday of the month."),
    ),
    Rule(
        "small-letter", lambda w, t, before: not w.capital(t) and before not in _SMALL_LEADS, nothing,
        Example("It was no monday for them."),
    ),
    Rule(
        "a-friday", lambda w, t, before: before == "a" and (w.word(t - 2) in ("on", "for") or _is_any(w, t)), nothing,
        Example("It was on a Friday that it began."),
    ),
    Rule("black-friday", lambda w, t, before: before in _NAMED, nothing, Example("It rains every Friday here.")),
    Rule(
        "friday-nights", lambda w, t, before: w.adjoins(t + 1) and w.word(t + 1) in PLURAL_PARTS, nothing,
        Example("They meet Friday nights as before."),
    ),
    Rule(
        "paper", lambda w, t, before: w.adjoins(t + 1) and _is_paper(w, t + 1), nothing,
        Example("He wrote for the Sunday Herald then."),
    ),
    Rule("weekday", always, lambda w, t: _weekday(w, t), Example("It rained on [Friday].", "2019-05-10")),
)  # fmt: skip


def find_weekday(w: Window, t: int) -> TimeExpression | None:
    """Return the weekday at word `t`, with the date or the part of the day that follows it."""
    if w.words[t] not in _WHOLE_DAYS and not _short_weekday(w, t):
        return None
    find = WEEKDAY.match(w, t, w.word(t - 1) if w.adjoins(t) else "")
    return find(w, t) if find else None


def _weekday(w: Window, t: int) -> TimeExpression:
    """Return the weekday with the words before and after it that say which it is."""
    expression = TimeExpression("weekday", t, t, weekday=WEEKDAY_WORDS[w.words[t]])
    take_before(w, expression, t)
    dated = _weekday_date(w, t)
    if dated:
        dated.weekday, dated.first, dated.time = expression.weekday, expression.first, dated.time or expression.time
        return dated
    take_after(w, expression, t + 1)
    if expression.is_bare() and (side := _SIDES.get(w.word(t + 1), 0)) and w.adjoins(t + 1) and w.word(t - 1) == "the":
        return _beside(w, expression, t, side)
    inner = _date_at(w, _bracket(w, t)) if expression.last == t else None  # "Tuesday (June 5)"
    if inner:
        expression.month, expression.day, expression.year = inner.month, inner.day, inner.year
    return expression


def _beside(w: Window, expression: TimeExpression, t: int, side: int) -> TimeExpression:
    """Return "the Friday before Christmas", "the Monday after that"; "the Friday before the vote" stays open."""
    i = t + 3 if w.word(t + 2) == "the" else t + 2
    expression.first = t - 1
    if w.word(t + 2) == "that" or not w.adjoins(t + 2):
        expression.shift, expression.base = side, "text"
        expression.last = t + 2 if w.word(t + 2) == "that" else t + 1
        return expression
    inner = _date_at(w, i) or (find_holiday(w, i) if w.adjoins(i) else None)
    if inner:
        expression.inner, expression.shift, expression.last = inner, side, inner.last
    else:
        expression.unit = "event"
    return expression


def _bracket(w: Window, t: int) -> int:
    """Return the first word in brackets after the weekday at `t`: "Friday (", "the Friday of the holiday weekend ("."""
    i = t + 1
    if w.word(i) == "of" and w.adjoins(i):
        while i < t + _NAMED_WEEK and w.adjoins(i):
            i += 1
    return i if w.sep(i) == " (" else len(w.words)


def _date_at(w: Window, i: int) -> TimeExpression | None:
    """Return the day and month that begins at word `i`."""
    for month in (i, i + 1, i + 2):
        if w.word(month) in MONTH_WORDS:
            found = find_month(w, month)
            return found if found and found.kind == "date" and found.first == i else None
    return None


def _is_yearly(w: Window, t: int) -> bool:
    """Return whether the weekday at `t` is told of each year: "the second Sunday in May each year"."""
    after = " ".join(w.words[t + 1 : t + 6])
    return "each year" in after or "every year" in after


def _nth_weekday(w: Window, t: int) -> TimeExpression | None:
    """Return "the first Monday in June" and "the last Friday of next month" around the weekday at `t`."""
    number = -1 if w.word(t - 1) == "last" else ORDINALS.get(w.word(t - 1), 0)
    if not number or number > 5 or not w.adjoins(t) or w.word(t + 1) not in ("of", "in") or not w.adjoins(t + 1):
        return None
    first = t - 2 if w.word(t - 2) == "the" and w.adjoins(t - 1) else t - 1
    fields = {"weekday": WEEKDAY_WORDS[w.words[t]], "number": number}
    if w.word(t + 2) in MONTH_WORDS and (inner := find_month(w, t + 2)) and inner.kind == "month":
        return TimeExpression("nth", first, inner.last, month=inner.month, year=inner.year, shift=inner.shift, **fields)
    if w.word(t + 2) in ("last", "this", "next") and w.word(t + 3) == "month":
        return TimeExpression("nth", first, t + 3, shift=SHIFTS[w.words[t + 2]], unit="M", **fields)
    return None


def _is_any(w: Window, t: int) -> bool:
    """Return whether nothing that happened follows the weekday at `t`, so that "a Friday afternoon" is any."""
    i = t + 2 if w.word(t + 1) in DAY_PARTS and w.adjoins(t + 1) else t + 1
    return not w.adjoins(i) or w.word(i) in _COPULAS


def _is_paper(w: Window, i: int) -> bool:
    """Return whether word `i` makes the weekday before it a name: "Sunday Herald", "Sunday school"."""
    return w.word(i) in _PAPERS and (
        w.word(i) in ("paper", "papers", "newspaper", "newspapers", "school") or w.capital(i)
    )


def _short_weekday(w: Window, t: int) -> bool:
    """Return whether the short form at word `t` is a weekday: a day of a month follows."""
    if not w.capital(t) or w.sep(t + 1) not in (" ", ", ", ". ", "., "):
        return False
    return bool(day_number(w, t + 1) or w.word(t + 1) in MONTH_WORDS)


def _weekday_date(w: Window, t: int) -> TimeExpression | None:
    """Return the date of "Friday, 28 June", "Friday evening, 28 June" and "Friday, June 28", or None."""
    i, time = t + 1, ""
    if w.adjoins(i) and w.word(i) in DAY_PARTS:
        time = "T" + DAY_PARTS[w.word(i)]
        i += 1
    if not (w.adjoins_by_comma(i) or w.sep(i) in (". ", "., ")):
        return None
    if w.word(i) == "the" and w.adjoins(i + 1):
        i += 1
    if w.sep(i + 1) in ("/", ".", "-") and (written := find_numeric_date(w, i)) and written.kind == "date":
        written.time = written.time or time  # "Monday 23.03.09"
        return written
    expression = _month_beside(w, i)
    if expression:
        expression.time = time
    return expression


def _month_beside(w: Window, i: int) -> TimeExpression | None:
    """Return the date of "28 June", "28th of June" and "June 28" that begins with word `i` or before it."""
    month = next((month for month in (i, i + 1, i + 2, i + 3) if w.word(month) in MONTH_WORDS), None)
    if month is None or (month > i and not day_number(w, i)):
        return None
    expression = find_month(w, month)
    return expression if expression and expression.kind == "date" and expression.first <= i else None
