"""The words "today" and its neighbours, and parts of a day. Resolves nothing."""

from __future__ import annotations

from collections.abc import Callable

from nzn_cli.annotate.dates.date_words import DAY_PARTS, DAY_WORDS, listed
from nzn_cli.annotate.dates.find_counts import stands_alone
from nzn_cli.annotate.dates.find_rules import FindTable
from nzn_cli.annotate.dates.rules import Example, Rule, RuleTable
from nzn_cli.annotate.dates.time_expression import TimeExpression
from nzn_cli.annotate.dates.window import Window

_BESIDE = {"before": -1, "after": 1}
_PARTS = frozenset(("late", "early", "mid"))
_THIS = {"this": 0, "last": -1}
_OF_TEXT = {"next": 1, "following": 1, "previous": -1, "same": 0, "that": 0}
_WEEKS = {"week": 7, "fortnight": 14}
_OF_TOMORROW = listed("day-of-tomorrow")
_OF_AN_AGE = listed("nowadays-of-an-age")
_KINDS = listed("nowadays-kinds")
_OFFERS = listed("nowadays-offers")
_AT = frozenset(("at", "in", "for"))  # "Join us today at the hall"
_PITCH = 7  # words of an offer: "Sign up for our newsletter today"
_STOPS = frozenset(".!?:*_#(\"'|>")


NO_DAY: RuleTable[[Window, int], bool] = RuleTable(
    "today and tomorrow that are no day",
    Rule(
        "usa-today", lambda w, t: w.capital(t) and w.sep(t) == " " and w.capital(t - 1), True,
        Example("He wrote for USA Today on it."),
    ),
    Rule("nowadays", lambda w, t: _is_nowadays(w, t), True, Example("It is too fast for today's youth.")),
    Rule(
        "tomorrows-schools",
        lambda w, t: w.capital(t) and w.sep(t) == " " and w.word(t - 1) and w.word(t + 1) == "s" and w.capital(t + 2),
        True, Example("It began with the Tomorrow's Hospitals plan."),
    ),
    Rule(
        "people-of-tomorrow",
        lambda w, t: w.words[t] == "tomorrow"
        and w.adjoins(t)
        and w.word(t - 1) == "of"
        and w.word(t - 2) not in _OF_TOMORROW, True,
        Example("It is a hall of tomorrow."),
    ),
)  # fmt: skip


def _is_nowadays(w: Window, t: int) -> bool:
    """Return whether the "today" or "tomorrow" at word `t` is an age, or the close of an offer."""
    if w.words[t] not in ("today", "tomorrow"):
        return False
    if w.word(t + 1) == "s" and w.sep(t + 1) == "'":
        i = t + 2
        while w.word(i) in _KINDS and w.adjoins(i):
            i += 1
        return w.word(i) in _OF_AN_AGE and w.adjoins(i)
    if w.word(t - 1) == "of" and w.adjoins(t):
        return w.word(t - 2) in _OF_AN_AGE
    return _is_offer(w, t)


def _is_offer(w: Window, t: int) -> bool:
    """Return whether word `t` is when a reader is asked to do something: "Join today", "Get your copy today!"."""
    if w.words[t] != "today" or not w.adjoins(t) or not _AT.isdisjoint((w.word(t + 1), w.word(t - 1))):
        return False
    near = t - (2 if w.word(t - 1) in ("up", "now") else 1)  # "Sign up today and save"
    for i in range(t - 1, max(-1, t - _PITCH - 1), -1):
        if w.word(i) in _OFFERS and w.capital(i) and _begins_sentence(w, i):
            return i == near or _ends_sentence(w.sep(t + 1))
        if not (w.adjoins(i) or w.sep(i) in ("'", ", ")):
            return False
    return False


def _begins_sentence(w: Window, i: int) -> bool:
    """Return whether a sentence begins with word `i`; the end of a line alone does not show it."""
    return not w.start(i) or not _STOPS.isdisjoint(w.sep(i)) or w.sep(i).count("\n") > 1


def _ends_sentence(mark: str) -> bool:
    return not mark or mark[0] in ".!\n*<])" or (mark.isspace() and "\n" in mark)


BEFORE_DAY: RuleTable[[Window, TimeExpression], Callable[[Window, TimeExpression], None]] = RuleTable(
    "words before today, yesterday and tomorrow",
    Rule(
        "the-day-before",
        lambda w, e: w.word(e.first - 1) in _BESIDE and w.word(e.first - 2) == "day" and w.adjoins(e.first - 1),
        lambda w, e: _take_day_beside(w, e),
        Example("It rained [the day before yesterday].", "2019-05-13"),
    ),
    Rule(
        "mid-afternoon",
        lambda w, e: w.word(e.first - 1) in DAY_PARTS and w.word(e.first - 2) == "mid" and w.adjoins(e.first - 1),
        lambda w, e: _take_part(w, e, e.first - 2),
        Example("It rained [late mid-afternoon yesterday].", "2019-05-14TAF"),
    ),
    Rule(
        "afternoon", lambda w, e: w.word(e.first - 1) in DAY_PARTS, lambda w, e: _take_part(w, e, e.first - 1),
        Example("It rained at [dawn yesterday].", "2019-05-14TMO"),
    ),
)  # fmt: skip


def find_day_word(w: Window, t: int) -> TimeExpression | None:
    """Return "today", "yesterday morning", "tonight", "the day before yesterday"."""
    if NO_DAY.match(w, t):
        return None
    word = w.words[t]
    expression = TimeExpression("day", t, t, number=DAY_WORDS[word], time="TNI" if word == "tonight" else "")
    take = BEFORE_DAY.match(w, expression) if w.adjoins(t) else None
    if take:
        take(w, expression)
    if w.adjoins(t + 1) and w.word(t + 1) in DAY_PARTS:
        expression.time, expression.last = "T" + DAY_PARTS[w.word(t + 1)], t + 1
    _take_weeks(w, expression)
    return expression


def _take_weeks(w: Window, expression: TimeExpression) -> None:
    """Take "a week" before "tomorrow", or "week" after it, into the expression."""
    first, i = expression.first, expression.last + 1
    if w.adjoins(i) and w.word(i) in _WEEKS and w.sep(i + 1)[:1] in ("", ".", ",", ";", ")", "!", "?", "\n"):
        expression.number, expression.last = (expression.number or 0) + _WEEKS[w.word(i)], i
    elif w.word(first - 1) in _WEEKS and w.word(first - 2) == "a" and w.adjoins(first) and w.adjoins(first - 1):
        expression.number, expression.first = (expression.number or 0) + _WEEKS[w.word(first - 1)], first - 2


def _take_day_beside(w: Window, expression: TimeExpression) -> None:
    """Take "the day before" into "yesterday"."""
    t = expression.first
    expression.number = (expression.number or 0) + _BESIDE[w.word(t - 1)]
    expression.first = t - 3 if w.word(t - 3) == "the" else t - 2


def _take_part(w: Window, expression: TimeExpression, first: int) -> None:
    """Take the part of a day before the expression into it."""
    expression.time, expression.first = "T" + DAY_PARTS[w.word(expression.first - 1)], first


DAY_PART = FindTable(
    "words before a part of a day",
    Rule(
        "the-night-before-last",
        lambda w, t: w.word(t - 1) == "the" and w.word(t + 1) == "before" and w.word(t + 2) == "last",
        lambda w, t: TimeExpression("day", t - 1, t + 2, number=-2, time="T" + DAY_PARTS[w.words[t]]),
        Example("They met [the night before last].", "2019-05-13TNI"),
    ),
    Rule(
        "the-night-before",
        lambda w, t: w.word(t - 1) == "the" and w.word(t + 1) == "before" and stands_alone(w, t + 2),
        lambda w, t: _part_of_text(w, t, t - 1, t + 1, -1),
        Example("It began on [10 June 2018]. They had met [the night before].", "2018-06-10 2018-06-09TNI"),
    ),
    Rule(
        "four-in-the-afternoon", lambda w, t: w.word(t - 1) == "the" and _hour(w, t),
        lambda w, t: TimeExpression("clock", t - 3, t, time=_hour(w, t)) if w.adjoins(t - 2) else None,
        Example("It rained at [4 in the afternoon].", "2019-05-15T16:00"),
    ),
    Rule(
        "by-mid-afternoon", lambda w, t: w.word(t - 1) in _PARTS and w.word(t - 2) in ("by", "until", "since"),
        lambda w, t: _part_of_today(w, t, t - 1, 0),
        Example("It was over by [mid-afternoon].", "2019-05-15TAF"),
    ),
    Rule(
        "this-early-morning", lambda w, t: w.word(t - 1) in _PARTS and w.word(t - 2) in _THIS,
        lambda w, t: _part_of_today(w, t, t - 2, _THIS[w.word(t - 2)]),
        Example("It rained [this early morning].", "2019-05-15TMO"),
    ),
    Rule(
        "last-night", lambda w, t: w.word(t - 1) in _THIS,
        lambda w, t: _part_of_today(w, t, t - 1, _THIS[w.word(t - 1)]),
        Example("It rained [last night].", "2019-05-14TNI"),
    ),
    Rule(
        "the-next-morning",
        lambda w, t: w.word(t - 1) in _OF_TEXT and w.word(t - 2) in ("the", "that", "this") and w.adjoins(t - 1),
        lambda w, t: _part_of_text(w, t, t - 2, t, _OF_TEXT[w.word(t - 1)]),
        Example("It began on [10 June 2018] and ended [the next morning].", "2018-06-10 2018-06-11TMO"),
    ),
    Rule(
        "that-night", lambda w, t: w.word(t - 1) == "that", lambda w, t: _part_of_text(w, t, t - 1, t, 0),
        Example("It began on [10 June 2018] and ended [that night].", "2018-06-10 2018-06-10TNI"),
    ),
)  # fmt: skip


def find_day_part(w: Window, t: int) -> TimeExpression | None:
    """Return "this morning", "last night", "that evening", "the next morning"."""
    return DAY_PART.find(w, t) if w.adjoins(t) else None


def _hour(w: Window, t: int) -> str:
    """Return the time of "4 in the afternoon", word `t` being the afternoon; "" where no hour stands there."""
    hour = w.word(t - 3)
    if w.word(t - 2) != "in" or not hour.isdecimal() or not 1 <= int(hour) <= 12:
        return ""
    return f"T{int(hour) % 12 + (0 if w.words[t] == 'morning' else 12):02d}:00"


def _part_of_today(w: Window, t: int, first: int, number: int) -> TimeExpression:
    return TimeExpression("day", first, t, number=number, time="T" + DAY_PARTS[w.words[t]])


def _part_of_text(w: Window, t: int, first: int, last: int, number: int) -> TimeExpression:
    """Return a part of a day that counts from the day last spoken of."""
    return TimeExpression("day", first, last, number=number, time="T" + DAY_PARTS[w.words[t]], base="text")
