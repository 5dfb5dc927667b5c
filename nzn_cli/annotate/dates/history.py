"""Days of history that are known by their date alone: "the September 11 attacks". Resolves nothing."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from nzn_cli.annotate.dates.lexicon import words
from nzn_cli.annotate.dates.phrase import Phrase
from nzn_cli.annotate.dates.window import Window

KNOWN_DAYS = {(9, 11): 2001, (10, 7): 2023, (1, 6): 2021, (7, 7): 2005, (12, 7): 1941}  # month and day: year
_DEEDS = words(
    "attack attacks terrorist terrorists terror terrorism hijackings hijackers bombing bombings massacre massacres "
    "insurrection insurrectionists riot riots rioters atrocity atrocities assault committee commission hostages "
    "defendants tragedy"
)
_TOLD_OF = _DEEDS | words("events horror horrors victims heroes")  # "the events of September 11"
AFTERMATH = (2001, 2012)  # the years in which "since September 11" needed no year
_BETWEEN = 2  # words between the day and what was done: "the October 7 Hamas attack"


@cache
def _attacks() -> Any:
    day = r"(?:september 11(?:th)?|(?:the )?11(?:th)?(?: of)? september)"
    return re.compile(
        rf"{day},? 2001\b|{day} (?:terror\w* )?attacks?\b|attacks? (?:of|on) {day}|(?<![\d/])9/11(?![\d/])|twin towers"
    ).search


def tells_of_attacks(low: str) -> bool:
    """Return whether a text in lower case speaks elsewhere of 11 September 2001."""
    return bool(_attacks()(low))


def known_year(w: Window, phrase: Phrase) -> int | None:
    """Return the year of a day and month that are spoken of as what happened then, or None."""
    year = KNOWN_DAYS.get((phrase.month or 0, phrase.day or 0))
    if not year or phrase.joint:
        return None
    for i in range(phrase.last + 1, phrase.last + 2 + _BETWEEN):
        if w.word(i) in _DEEDS and all(w.near(k) for k in range(phrase.last + 1, i + 1)):
            return year
    first = phrase.first - 1
    told = w.word(first) == "of" and w.near(phrase.first) and w.word(first - 1) in _TOLD_OF
    return year if told else None
