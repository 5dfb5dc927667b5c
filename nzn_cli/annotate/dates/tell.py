"""The tense around one expression, asked for only where it decides. Knows no calendar."""

from __future__ import annotations

from nzn_cli.annotate.dates.clauses import words_after, words_before
from nzn_cli.annotate.dates.cues import (
    AHEAD_VERBS,
    CONDITIONS,
    ENDS,
    JOINERS,
    MODALS,
    NEGATIVE,
    PERFECT,
    PRESENT,
    THROUGH,
    TO_BE,
    WILL,
)
from nzn_cli.annotate.dates.tense import Tense, leftward, rightward, tense_at

_CLAUSE = 12  # words of a clause
_FAR = 20  # words before the weekday that was yesterday in which "will" still makes it the next one
_BE_FAR = 8  # and "is projected to"
_NEAR_VERB = 6  # words of "thousands of people have"
_OWNERS = frozenset(("his", "her", "its", "their", "our", "my"))
_DEED = 8  # words of "since the mayor's departure in"
_BESIDE = 2  # words between "held" and the month of "held in July"


class Tell:
    """The tense around one expression, asked for only where it decides."""

    def __init__(self, text: str, start: int, end: int, soon: bool) -> None:
        """Take the place of the expression; `soon` as in `tense_at`."""
        self._where = text, start, end
        self._soon = soon

    def __call__(self) -> Tense:
        """Return the tense."""
        return "past" if self.since() or self._is_owned() else tense_at(*self._where, self._soon)

    def surely_ahead(self) -> bool:
        """Return whether the sentence says "will", or "is" and "are" just before."""
        text, start, end = self._where
        before = words_before(text, start)
        if not PRESENT.isdisjoint(before[-5:]) or not WILL.isdisjoint(before[-12:] + words_after(text, end)[:12]):
            return True
        cue = before[-1:] and (before[-1] in ENDS or before[-1] in THROUGH)
        told = cue or not WILL.isdisjoint(before[-_FAR:]) or not TO_BE.isdisjoint(before[-_BE_FAR:])
        return bool(told) and self() == "future"

    def looks_back(self) -> bool:
        """Return whether something had not been for so long: "the first time in 30 years", "have not in a week"."""
        text, start, _ = self._where
        before = words_before(text, start)
        first = "first" in before and "time" in before
        never = not NEGATIVE.isdisjoint(before[-_CLAUSE:]) and not PERFECT.isdisjoint(before[-_CLAUSE:])
        return (first or never) and WILL.isdisjoint(before)

    def word_before(self) -> str:
        """Return the word just before."""
        text, start, _ = self._where
        return "".join(words_before(text, start)[-1:])

    def since(self) -> bool:
        """Return whether "since" stands before, which never looks ahead: "since June", "since her return in June"."""
        text, start, _ = self._where
        if text[max(0, start - 6) : start].strip().lower() == "since":
            return True
        before = words_before(text, start)[-_DEED:]
        if before[-1:] not in (["in"], ["on"]) or "since" not in before:
            return False
        return (MODALS | PRESENT - {"s"} | WILL | ENDS).isdisjoint(before[before.index("since") :])

    def is_told_over(self) -> bool:
        """Return whether "was" or "were" follows at once."""
        text, _, end = self._where
        after = words_after(text, end)
        return bool(after) and after[0] in ("was", "were", "saw")

    def has_been(self) -> bool:
        """Return whether the sentence begins here, and tells in the perfect what has been."""
        text, start, end = self._where
        return not words_before(text, start) and not PERFECT.isdisjoint(words_after(text, end)[:_NEAR_VERB])

    def _is_owned(self) -> bool:
        """Return whether a sentence begins with "His December update", and nothing in it is to come."""
        text, start, end = self._where
        before, after = words_before(text, start), words_after(text, end)[:_NEAR_VERB]
        if len(before) != 1 or before[0] not in _OWNERS or text[end : end + 1] != " ":
            return False
        return (PRESENT | WILL | MODALS | AHEAD_VERBS).isdisjoint(after)

    def surely_past(self) -> bool:
        """Return whether the verb of what is over stands just beside: "held in July", "In July she left"."""
        text, start, end = self._where
        before = words_before(text, start)
        if self.since() or self._is_owned():
            return True
        lead = before[:-1]
        if not lead or (text[end : end + 1] == "," and lead[-1] in JOINERS):
            return rightward(words_after(text, end)[:_CLAUSE]) == "past"
        if not CONDITIONS.isdisjoint(before[-_CLAUSE:]):  # "if a new board was elected in June"
            return False
        tense, distance = leftward(before, self._soon)
        return tense == "past" and (distance <= _BESIDE or "supposed" in before[-_CLAUSE:])
