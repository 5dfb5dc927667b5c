"""Whether the words around an expression speak of what is over or of what is to come. Knows no calendar."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Literal

from nzn_cli.extract.dates.lexicon import FUTURE_WORDS, PAST_WORDS, words

Tense = Literal["past", "future", ""]
_REACH = 140
_ABLAUT = words("need feed seed speed indeed united proceed exceed succeed breed bleed agreed limited red bed")


@cache
def _cut() -> Any:
    return re.compile(r"[.!?;]\s|\n\s*\n").finditer


@cache
def _words() -> Any:
    return re.compile(r"[a-z]+").findall


def tense_at(low: str, start: int, end: int) -> Tense:
    """Return the tense of the verb nearest to `low[start:end]`: before it first, then after it, in its own sentence."""
    left = low[max(0, start - _REACH) : start]
    cut = 0
    for stop in _cut()(left):
        cut = stop.end()
    for word in reversed(_words()(left[cut:])):
        if word in FUTURE_WORDS:
            return "future"
        if word in PAST_WORDS or (word.endswith("ed") and len(word) > 3 and word not in _ABLAUT):
            return "past"
    right = low[end : end + _REACH]
    stop = next(_cut()(right), None)
    for word in _words()(right[: stop.start()] if stop else right):
        if word in FUTURE_WORDS:
            return "future"
        if word in PAST_WORDS or (word.endswith("ed") and len(word) > 3 and word not in _ABLAUT):
            return "past"
    return ""
