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


class Clause:
    """A time expression, `text[start:end]`, with the words of its sentence before and after it.

    `soon` says that "is coming" looks ahead, as it does with days and not with months.
    """

    __slots__ = ("after", "before", "end", "last", "soon", "start", "text")

    def __init__(self, text: str, start: int, end: int, soon: bool) -> None:
        """Read the words on both sides."""
        self.text, self.start, self.end, self.soon = text, start, end, soon
        self.before = words_before(text, start)
        self.after = words_after(text, end)
        self.last = self.before[-1] if self.before else ""

    def is_possessive(self) -> bool:
        """Return whether something belongs to it: "Wednesday's ruling"."""
        return self.text[self.end : self.end + 2] in ("'s", "’s")

    def is_set_apart(self) -> bool:
        """Return whether commas set "on Friday" apart, so that the clause after it may tell the tense."""
        _, comma, preposition = self.text[max(0, self.start - 8) : self.start].rpartition(",")
        return (
            self.text[self.end : self.end + 1] == "," and comma == "," and preposition.strip().lower() in ("on", "in")
        )

    def has_digits(self) -> bool:
        """Return whether it is written with digits."""
        return any(map(str.isdecimal, self.text[self.start : self.end]))

    def follows(self) -> str:
        """Return the word just after, or ""."""
        return self.after[0] if self.after else ""


def _ends(text: str, stop: re.Match[str]) -> bool:
    """Return whether a stop ends a sentence: not after "Mr." or "U.S." """
    if stop.group()[0] != ".":
        return True
    word = text[max(0, stop.start() - 12) : stop.start()].lower().replace("-", " ").rpartition(" ")[2]  # "India-U.S."
    return word not in ABBREVIATIONS and not (len(word) == 1 and word.isalpha())


def _verbs_lowered(found: list[str]) -> list[str]:
    """Return the words in lower case, those that are names left out: Will Smith, Theresa May."""
    return [word.lower() for k, word in enumerate(found) if not (k and word in ("Will", "May", "March"))]
