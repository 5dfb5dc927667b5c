"""What tense says of one time expression, asked for only where it decides. Knows no calendar."""

from __future__ import annotations

from typing import Literal

from nzn_cli.annotate.dates.clauses import Clause
from nzn_cli.annotate.dates.rules import Example, Rule, RuleTable
from nzn_cli.annotate.dates.tense_rules import tense_at
from nzn_cli.annotate.dates.tense_words import (
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
from nzn_cli.annotate.dates.verb_rules import Tense, leftward, rightward

_CLAUSE = 12  # words of a clause
_FAR = 20  # words before the weekday that was yesterday in which "will" still makes it the next one
_BE_FAR = 8  # and "is projected to"
_NEAR_VERB = 6  # words of "thousands of people have"
_OWNERS = frozenset(("his", "her", "its", "their", "our", "my"))
_DEED = 8  # words of "since the mayor's departure in"
_BESIDE = 2  # words between "held" and the month of "held in July"
_NO_SINCE = MODALS | PRESENT - {"s"} | WILL | ENDS
_TO_COME = PRESENT | WILL | MODALS | AHEAD_VERBS


SURELY_AHEAD: RuleTable[[Clause], Literal["surely", "maybe"]] = RuleTable(
    "whether the weekday or month just over is the next one",  # "maybe": where the tense says so too
    Rule(
        "is-close", lambda c: not PRESENT.isdisjoint(c.before[-5:]), "surely",
        Example("He is at the mill on [Tuesday at 8 a.m.]", "2019-05-21T08:00"),
    ),
    Rule(
        "will-close", lambda c: not WILL.isdisjoint(c.before[-12:] + c.after[:12]), "surely",
        Example("On [Tuesday] the mill will be shut.", "2019-05-21"),
    ),
    Rule(
        "until", lambda c: c.last in ENDS or c.last in THROUGH, "maybe",
        Example("Entries open until [Tuesday].", "2019-05-21"),
    ),
    Rule(
        "will-far", lambda c: not WILL.isdisjoint(c.before[-_FAR:]), "maybe",
        Example(
            "The council will, for the third time in as many years, meet the unions at the hall on [Tuesday].",
            "2019-05-21",
        ),
    ),
    Rule(
        "is-projected", lambda c: not TO_BE.isdisjoint(c.before[-_BE_FAR:]), "maybe",
        Example("The limit is projected to be reached on [Tuesday].", "2019-05-21"),
    ),
)  # fmt: skip

SURELY_PAST: RuleTable[[Clause], bool] = RuleTable(
    "whether the next month is that of last year",
    Rule(
        "then-in-june-he-left", lambda c: _is_apart(c) and rightward(c.after[:_CLAUSE]) == "past", True,
        Example("In [June], the council signed the deal.", "2018-06"),
    ),
    Rule(
        "in-june", lambda c: _is_apart(c), False,
        Example("They were supposed to rest, but in [June], none will.", "2019-06"),
    ),
    Rule(  # "if a new board was elected in June"
        "if-elected", lambda c: not CONDITIONS.isdisjoint(c.before[-_CLAUSE:]), False,
        Example("It hurts if a new board was elected in [June].", "2019-06"),
    ),
    Rule(
        "held-in-june", lambda c: _is_just_past(c, _BESIDE), True,
        Example("The bridge was opened in [June].", "2018-06"),
    ),
    Rule(
        "supposed-in-june", lambda c: "supposed" in c.before[-_CLAUSE:] and _is_just_past(c, len(c.before)), True,
        Example("The work was supposed to be finished at the mill in [June].", "2018-06"),
    ),
)  # fmt: skip

LOOKS_BACK: RuleTable[[Clause], bool] = RuleTable(
    "whether a stretch is how long something had not been",
    Rule(
        "first-time", lambda c: "first" in c.before and "time" in c.before, True,
        Example("It may rain for a first rare time in five years."),
    ),
    Rule(
        "has-not",
        lambda c: not NEGATIVE.isdisjoint(c.before[-_CLAUSE:]) and not PERFECT.isdisjoint(c.before[-_CLAUSE:]), True,
        Example("They have not planned a day of rest in five years."),
    ),
)  # fmt: skip


class TenseContext:
    """The words around one time expression and what they say of its time; they are read when first asked for."""

    __slots__ = ("_clause", "_end", "_soon", "_start", "_tense", "_text")

    def __init__(self, text: str, start: int, end: int, soon: bool) -> None:
        """Take the place of the expression; `soon` as in `Clause`."""
        self._text, self._start, self._end, self._soon = text, start, end, soon
        self._clause: Clause | None = None
        self._tense: Tense | None = None

    @property
    def clause(self) -> Clause:
        """The words on both sides."""
        if self._clause is None:
            self._clause = Clause(self._text, self._start, self._end, self._soon)
        return self._clause

    def tense(self) -> Tense:
        """Return the tense of what is said of the expression."""
        if self._tense is None:
            self._tense = "past" if self.since() or self._is_owned() else tense_at(self.clause)
        return self._tense

    def is_past(self) -> bool:
        """Return whether what is said of it is over."""
        return self.tense() == "past"

    def is_future(self) -> bool:
        """Return whether what is said of it is to come."""
        return self.tense() == "future"

    def surely_ahead(self) -> bool:
        """Return whether the sentence says "will", or "is" and "are" just before, or is else sure to look ahead."""
        found = SURELY_AHEAD.match(self.clause)
        return found == "surely" or (found == "maybe" and self.is_future())

    def surely_past(self) -> bool:
        """Return whether the verb of what is over stands just beside: "held in July", "In July she left"."""
        return self.since() or self._is_owned() or SURELY_PAST.match(self.clause) is True

    def looks_back(self) -> bool:
        """Return whether something had not been for so long: "the first time in 30 years", "have not in a week"."""
        return WILL.isdisjoint(self.clause.before) and LOOKS_BACK.match(self.clause) is True

    def word_before(self) -> str:
        """Return the word just before, or ""."""
        return self.clause.last

    def since(self) -> bool:
        """Return whether "since" stands before, which never looks ahead: "since June", "since her return in June"."""
        if self._text[max(0, self._start - 6) : self._start].strip().lower() == "since":
            return True
        before = self.clause.before[-_DEED:]
        if before[-1:] not in (["in"], ["on"]) or "since" not in before:
            return False
        return _NO_SINCE.isdisjoint(before[before.index("since") :])

    def was_follows(self) -> bool:
        """Return whether "was", "were" or "saw" follows at once."""
        return self.clause.follows() in ("was", "were", "saw")

    def has_been(self) -> bool:
        """Return whether the sentence begins here, and tells in the perfect what has been."""
        return not self.clause.before and not PERFECT.isdisjoint(self.clause.after[:_NEAR_VERB])

    def _is_owned(self) -> bool:
        """Return whether a sentence begins with "His December update", and nothing in it is to come."""
        before = self.clause.before
        if len(before) != 1 or before[0] not in _OWNERS or self._text[self._end : self._end + 1] != " ":
            return False
        return _TO_COME.isdisjoint(self.clause.after[:_NEAR_VERB])


def _is_apart(clause: Clause) -> bool:
    """Return whether no verb can stand before an expression: "In June, she left", "and then in June, she left"."""
    lead = clause.before[:-1]
    return not lead or (clause.text[clause.end : clause.end + 1] == "," and lead[-1] in JOINERS)


def _is_just_past(clause: Clause, most: int) -> bool:
    """Return whether a verb of what is over stands before an expression, at most so many words away."""
    tense, distance = leftward(clause.before, clause.soon)
    return tense == "past" and distance <= most
