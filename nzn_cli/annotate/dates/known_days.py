"""Days of history that are known by their date alone: "the September 11 attacks". Resolves nothing."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from nzn_cli.annotate.dates.date_words import listed, words
from nzn_cli.annotate.dates.time_expression import TimeExpression
from nzn_cli.annotate.dates.window import Window

KNOWN_DAYS = {(9, 11): 2001, (10, 7): 2023, (1, 6): 2021, (7, 7): 2005, (12, 7): 1941}  # month and day: year
_DEEDS = listed("known-day-deeds")
_EVENTS = _DEEDS | words("events horror horrors victims heroes")  # "the events of September 11"
AFTERMATH = (2001, 2012)  # the years in which "since September 11" needed no year
_BETWEEN = 2  # words between the day and what was done: "the October 7 Hamas attack"


@cache
def _attacks() -> Any:
    day = r"(?:september 11(?:th)?|(?:the )?11(?:th)?(?: of)? september)"
    return re.compile(
        rf"{day},? 2001\b|{day} (?:terror\w* )?attacks?\b|attacks? (?:of|on) {day}|(?<![\d/])9/11(?![\d/])|twin towers"
    ).search


def mentions_attacks(low: str) -> bool:
    """Return whether a text in lower case speaks elsewhere of 11 September 2001."""
    return bool(_attacks()(low))


def known_year(w: Window, expression: TimeExpression) -> int | None:
    """Return the year of a day and month that are spoken of as what happened then, or None."""
    year = KNOWN_DAYS.get((expression.month or 0, expression.day or 0))
    if not year or expression.sides:
        return None
    for i in range(expression.last + 1, expression.last + 2 + _BETWEEN):
        if w.word(i) in _DEEDS and all(w.adjoins(k) for k in range(expression.last + 1, i + 1)):
            return year
    first = expression.first - 1
    of_event = w.word(first) == "of" and w.adjoins(expression.first) and w.word(first - 1) in _EVENTS
    return year if of_event else None
