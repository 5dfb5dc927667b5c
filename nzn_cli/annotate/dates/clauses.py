"""The words of the sentence on each side of an expression. Knows no tense and no dates."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from nzn_cli.text.sentences import ABBREVIATIONS

_REACH = 160  # characters looked at on each side


@cache
def _cut() -> Any:
    return re.compile(r"[.!?;…][\\'\"”’)\]]*\s|\n\s*\n|\n[^A-Za-z\s]").finditer


@cache
def _split() -> Any:
    return re.compile(r"[A-Za-z]+").findall


def words_before(text: str, start: int) -> list[str]:
    """Return the words of the sentence before `start`, in lower case."""
    left = text[max(0, start - _REACH) : start]
    cut = 0
    for stop in _cut()(left):
        if _ends(left, stop):
            cut = stop.end()
    return _verbs_lowered(_split()(left[cut:]))


def words_after(text: str, end: int) -> list[str]:
    """Return the words of the sentence after `end`, in lower case."""
    right = text[end : end + _REACH]
    stop = next((stop for stop in _cut()(right) if _ends(right, stop)), None)
    return _verbs_lowered(_split()(right[: stop.start()] if stop else right))


def opens_clause(text: str, start: int, end: int) -> bool:
    """Return whether commas set "on Friday" apart, so that the clause after it may tell the tense."""
    _, comma, preposition = text[max(0, start - 8) : start].rpartition(",")
    return text[end : end + 1] == "," and comma == "," and preposition.strip().lower() in ("on", "in")


def _ends(text: str, stop: re.Match[str]) -> bool:
    """Return whether a stop ends a sentence: not after "Mr." or "U.S." """
    if stop.group()[0] != ".":
        return True
    word = text[max(0, stop.start() - 12) : stop.start()].lower().replace("-", " ").rpartition(" ")[2]  # "India-U.S."
    return word not in ABBREVIATIONS and not (len(word) == 1 and word.isalpha())


def _verbs_lowered(found: list[str]) -> list[str]:
    """Return the words in lower case, those that are names left out: Will Smith, Theresa May."""
    return [word.lower() for k, word in enumerate(found) if not (k and word in ("Will", "May", "March"))]
