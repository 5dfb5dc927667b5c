"""Whether the words around an expression speak of what is over or of what is to come. Knows no calendar."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Literal

from nzn_cli.extract.dates.lexicon import AHEAD_VERBS, MODALS, NO_PARTICIPLES, PAST_WORDS, words

Tense = Literal["past", "future", ""]
_REACH = 160
_DETERMINERS = words("the a an this that these those his her its their our my your mr mrs dr and or about some all new")
_DONE = frozenset(("had", "was", "were", "did"))
_PRESENT = frozenset(("am", "is", "are", "m", "re", "s"))
_GOVERNORS = words("is are set going ready able agreement agreed decision decided vowed promised plan date")
_MONTH_LEADS = words("in since last next of this early late by until mid from to before after during theresa")
_NEAR = 3  # words after the expression in which "will" outweighs a verb that stands before it at a distance


@cache
def _cut() -> Any:
    return re.compile(r"[.!?;]['\")]*\s|\n\s*\n|\n[^a-z\s]").finditer


@cache
def _split() -> Any:
    return re.compile(r"[a-z]+").findall


def tense_at(low: str, start: int, end: int, soon: bool = True) -> Tense:
    """Return the tense of the verb nearest to `low[start:end]`: before it first, then after it, in its own sentence.

    `soon` says that "is coming" looks ahead, as it does with days and not with months.
    """
    if low[end : end + 2] == "'s":  # "Wednesday's ruling"
        return "past"
    left = low[max(0, start - _REACH) : start]
    cut = 0
    for stop in _cut()(left):
        cut = stop.end()
    before = _split()(left[cut:])
    right = low[end : end + _REACH]
    stop = next(_cut()(right), None)
    after = _split()(right[: stop.start()] if stop else right)
    last = before[-1] if before else ""
    if last in ("by", "until", "till"):
        return "past" if _DONE.intersection(after[:8]) else "future"
    if last == "a":  # "a June agreement"
        return "past"
    if last == "as" and before[-3:-1] in (["as", "early"], ["as", "soon"]):
        return "future"
    tense, distance = _leftward(before, soon)
    if tense != "future" and distance > 2 and any(word in ("will", "ll", "shall") for word in after[:_NEAR]):
        return "future"
    return tense or _rightward(after)


def _leftward(before: list[str], soon: bool) -> tuple[Tense, int]:
    """Return the tense told by the words before, nearest first, and how many words away it stands."""
    for k in range(len(before) - 1, -1, -1):
        word, distance = before[k], len(before) - k
        earlier = before[k - 1] if k else ""
        if word in MODALS and not (word == "may" and earlier in _MONTH_LEADS):
            return "future", distance
        if word == "to" and k + 1 < len(before) and before[k + 1] not in _DETERMINERS:
            found = _infinitive(before, k)
            if found:
                return found, distance
        elif word in AHEAD_VERBS or (soon and word[-3:] == "ing" and earlier in _PRESENT):
            return ("past" if "had" in before[max(0, k - 4) : k] else "future"), distance
        elif _is_past(word):
            if word == "set" and before[k + 1 : k + 2] in (["for"], ["to"]):
                return "future", distance
            if earlier == "be":
                continue
            if earlier in MODALS or earlier == "to":
                return "future", distance
            return "past", distance
    return "", len(before)


def _infinitive(before: list[str], k: int) -> Tense:
    """Return the tense of "to meet" by the word that governs it."""
    governor = before[k - 1] if k else ""
    if before[k + 1] == "be" or governor in AHEAD_VERBS or governor in _GOVERNORS:
        return "past" if "had" in before[max(0, k - 4) : k] else "future"
    return ""


def _rightward(after: list[str]) -> Tense:
    for k, word in enumerate(after):
        earlier = after[k - 1] if k else ""
        if word in MODALS or (word in AHEAD_VERBS and not (word[-2:] == "ed" and earlier not in _PRESENT)):
            return "future"
        if _is_past(word):
            return "past" if earlier != "be" else ""
    return ""


def _is_past(word: str) -> bool:
    return word in PAST_WORDS or (
        word[-2:] == "ed" and len(word) > 3 and word not in NO_PARTICIPLES and word[:2] != "un"
    )
