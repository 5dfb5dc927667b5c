"""Holidays by name. Resolves nothing: the calendar knows their days."""

from __future__ import annotations

from nzn_cli.annotate.dates.date_words import listed, words
from nzn_cli.annotate.dates.find_years import year_after
from nzn_cli.annotate.dates.rules import Example, Rule, RuleTable
from nzn_cli.annotate.dates.time_expression import TimeExpression
from nzn_cli.annotate.dates.window import Window
from nzn_cli.text.calendar import HOLIDAYS

_LONGEST = max(name.count(" ") + name.count("'") + 1 for name in HOLIDAYS)
_THINGS = listed("holiday-things")
_LEADS = listed("holiday-leads")
_SHIFTS = {"last": -1, "this": 0, "next": 1}
_CAPITAL = words("election flag earth president's presidents' king's queen's")  # "the president's day"
_BEFORE = words("father every each mother")


def first_words() -> set[str]:
    """Return the words with which the names of holidays begin."""
    return {name.partition(" ")[0].partition("'")[0].rstrip(".") for name in HOLIDAYS}


NO_HOLIDAY: RuleTable[[Window, int, str, int], bool] = RuleTable(
    "names of holidays that name something else",  # asked of the first word, the name and the last word
    Rule(
        "father-christmas", lambda w, t, name, last: _before(w, t) in _BEFORE, True,
        Example("They meet every Christmas here."),
    ),
    Rule(
        "longer-name",
        lambda w, t, name, last: w.capital(t - 1) and w.sep(t) == " " and _before(w, t) not in _LEADS, True,
        Example("It is Hale Christmas again."),
    ),
    Rule(
        "christmas-tree", lambda w, t, name, last: w.adjoins(last + 1) and w.word(last + 1) in _THINGS, True,
        Example("They sold a Christmas tree."),
    ),
    Rule(
        "kings-birthday", lambda w, t, name, last: name.partition(" ")[0] in _CAPITAL and not w.capital(last), True,
        Example("It was a Queen's birthday as any other."),
    ),
    Rule(
        "concert",
        lambda w, t, name, last: w.adjoins(last + 1) and w.words[last + 1 : last + 4] == ["in", "the", "park"], True,
        Example("They sang at Christmas in the Park."),
    ),
)  # fmt: skip


def find_holiday(w: Window, t: int) -> TimeExpression | None:
    """Return the holiday whose name begins at word `t`, with its year or week."""
    found = _longest_name(w, t) if w.capital(t) else None
    if not found or NO_HOLIDAY.match(w, t, *found):
        return None
    name, last = found
    follows = w.word(last + 1) if w.adjoins(last + 1) else ""
    expression = TimeExpression("holiday", t, last, season=name)
    if _before(w, t) in _SHIFTS:
        expression.shift, expression.first = _SHIFTS[_before(w, t)], t - 1
    if name.endswith(" weekend"):
        expression.unit = "WE"
    elif follows in ("week", "weekend"):
        expression.unit, expression.last = ("W" if follows == "week" else "WE"), last + 1
    if year := year_after(w, expression.last + 1):
        expression.year, expression.last = year
    return expression


def _before(w: Window, t: int) -> str:
    """Return the word before where it belongs to the name."""
    return w.word(t - 1) if w.adjoins(t) else ""


def _longest_name(w: Window, t: int) -> tuple[str, int] | None:
    best, name = None, w.words[t]
    for i in range(t, t + _LONGEST):
        if name in HOLIDAYS:
            best = name, i
        if not w.word(i + 1):
            break
        name += w.sep(i + 1).replace("\n", " ") + w.word(i + 1)
    return best
