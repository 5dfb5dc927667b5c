"""Whether a time of day is told of a habit ("pubs closed at 6pm") rather than of one day. Resolves nothing."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from nzn_cli.text.sentences import sentence_at


@cache
def _repeated() -> Any:
    parts = "day|night|morning|afternoon|evening|week|weekend|weekday|month|year|hour|time"
    weekdays = "mon|tues|wednes|thurs|fri|satur|sun"
    return re.compile(
        rf"\b(?:(?:every|each|most|any)\s(?:{parts}|(?:{weekdays})day)s?|weekdays|(?:{weekdays})days"
        rf"|days\sa\sweek|daily|monday\s(?:to|through|-)\sfriday|operates?\sfrom"
        rf"|(?:few|some|many|several|all|those|these|consecutive)\s(?:{parts})s|used\sto|usually|normally|typically)\b"
    ).search


@cache
def _of_a_kind() -> Any:
    # a bare plural: "pubs closed at", "when shops shut at"; polls and markets have their one day
    return re.compile(
        r"(?:^|\b(?:when|and|while|if|as|because|since|times|days|that|,)\s)"
        r"(?!polls|markets|stations|booths|talks|doors|gates)[a-z]+s\s(?:closed?|open|opened|shut|finish|finished)"
        r"\s(?:at|from|by|until)\s$"
    ).search


def is_habit(text: str, low: str, start: int, end: int, last_day_end: int) -> bool:
    """Return whether the time at `text[start:end]`, `low` in lower case, is told of many days.

    `last_day_end` is where the day last spoken of ends, 0 for none: one in the same sentence is the day of the time.
    """
    first, last = sentence_at(text, start, end)
    if last_day_end > first:
        return False
    return bool(_repeated()(low, first, last) or _of_a_kind()(low[first:start]))
