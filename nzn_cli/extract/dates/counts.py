"""Counts of units: "two weeks ago", "a year later", "the past three months", "in five years". Resolves nothing."""

from __future__ import annotations

from nzn_cli.extract.dates.lexicon import NUMBERS, SHIFTS, TENS, UNITS, VAGUE_NUMBERS, words
from nzn_cli.extract.dates.phrase import Phrase
from nzn_cli.extract.dates.window import Window

Count = tuple[int | None, int]  # number (None where it is vague), its first word

_ABOUT = words("nearly almost about around over roughly approximately some")
_SIDES = {"ago": -1, "earlier": -1, "before": -1, "previously": -1, "later": 1, "hence": 1, "back": -1, "from": 1}
_FROM_TEXT = frozenset(("earlier", "later", "before", "previously"))
_BACK_TO = words("to in on at from with of into the and for together home here there up")


def count_before(w: Window, i: int) -> Count | None:
    """Return the number that stands before word `i`: "two", "10", "a couple of", "several"."""
    if not w.near(i):
        return None
    j = i - 1
    if w.word(j) in ("more", "odd"):
        j -= 1
    word = w.word(j)
    if word.isdigit():
        return _digits(w, j)
    if word in NUMBERS:
        return _spelled(w, j)
    if word == "hundred" and w.word(j - 1) in ("a", "one"):
        return 100, j - 1
    if word == "of" and w.word(j - 1) == "couple":
        j -= 1
        word = "couple"
    if word == "couple" or word in VAGUE_NUMBERS:
        return (2 if word == "couple" else None), (j - 1 if w.word(j - 1) in ("a", "the") else j)
    return None


def _digits(w: Window, j: int) -> Count | None:
    before = w.sep(j)
    if (before[-1:] in (".", "$", "/", ":", "£", "€") and before != ". ") or (
        before == "," and w.word(j - 1).isdigit()
    ):
        return None
    return (int(w.words[j]) if len(w.words[j]) <= 4 else None), j


def _spelled(w: Window, j: int) -> Count:
    number = NUMBERS[w.words[j]]
    tens = w.word(j - 1)
    if number < 10 and w.words[j] not in ("a", "an") and w.near(j) and TENS.get(tens, 0) > 1:
        return NUMBERS[tens] + number, j - 1
    return number, j


def lead(w: Window, first: int) -> int:
    """Return the first word once "nearly" or "more than" is taken in."""
    if w.near(first) and w.word(first - 1) in _ABOUT:
        return first - 1
    if w.near(first) and w.word(first - 1) == "than" and w.word(first - 2) in ("more", "less"):
        return first - 2
    return first


def offset_phrase(w: Window, t: int) -> Phrase | None:
    """Return "two weeks ago", "a year earlier", "three days later", "10 days from now" around the unit at `t`."""
    i = t + 1
    after = w.word(i)
    if after == "and" and w.word(t + 2) == "a" and w.word(t + 3) == "half":
        i = t + 4
        after = w.word(i)
    if after == "or" and w.word(t + 2) == "so" and w.word(t + 3) in ("ago", "earlier", "later"):
        i = t + 3
        after = w.word(i)
    if after not in _SIDES or not w.near(i) or w.sep(i) == "-":
        return None
    counted = count_before(w, t)
    if counted is None or not _stands(w, i, after):
        return None
    last = i + 1 if after == "from" else i
    base = "text" if after in _FROM_TEXT else ""
    first = lead(w, counted[1])
    return Phrase("offset", first, last, number=counted[0], unit=UNITS[w.words[t]], shift=_SIDES[after], base=base)


def _stands(w: Window, i: int, after: str) -> bool:
    """Return whether "before", "back", "from" or "later" at word `i` needs nothing after it."""
    follows = w.word(i + 1)
    if after == "from":
        return follows in ("now", "today")
    if after == "back":
        return not (w.near(i + 1) and follows in _BACK_TO)
    if after == "before":
        return w.sep(i + 1)[:1] in (".", ",", ";", "\n") or follows in ("when", "and", "but")
    return follows != "than"


def interval_phrase(w: Window, t: int, unit: str) -> Phrase | None:
    """Return "the past three months" and "the next two years" around the unit at `t`."""
    number, i = count_before(w, t) or (None, t)
    before = w.word(i - 1)
    if before not in ("last", "past", "next", "coming", "previous") or not w.near(i):
        return None
    first = i - 1
    if w.word(first - 1) in ("the", "these") and w.near(first):
        first -= 1
    return Phrase("interval", first, t, unit=unit, number=number, shift=SHIFTS[before])


def ahead_phrase(w: Window, t: int) -> Phrase | None:
    """Return "in five years" where it may look ahead; the resolver asks for the tense."""
    unit = UNITS[w.words[t]]
    counted = count_before(w, t)
    if not counted or not counted[0] or unit in "HTP" or w.word(counted[1] - 1) != "in" or not w.near(counted[1]):
        return None
    if w.near(t + 1) and w.word(t + 1) in ("or", "and", "old"):
        return None
    return Phrase("ahead", counted[1], t, number=counted[0], unit=unit, shift=1)
