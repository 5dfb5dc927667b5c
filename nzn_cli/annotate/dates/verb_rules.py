"""Whether the verbs around a time expression tell of what is over or of what is to come, word by word.

Knows no calendar. Examples are published on Wednesday 15 May 2019.
"""

from __future__ import annotations

from typing import Literal

from nzn_cli.annotate.dates.rules import Example, Rule, RuleTable, always
from nzn_cli.annotate.dates.tense_words import (
    AFTERMATH,
    AHEAD_VERBS,
    ANNOUNCED,
    ARTICLES,
    AS_PLANNED,
    ASKED,
    CONDITIONS,
    DETERMINERS,
    DONE,
    GOVERNORS,
    HEARERS,
    LAPSES,
    MADE,
    MODALS,
    NEGATIVE,
    NO_PARTICIPLES,
    PAST_WORDS,
    PLACE,
    PRESENT,
    PRESENT_ONLY,
    PRESENT_VERBS,
    PROCLAIMED,
    RESUMED,
    SUBJECTS,
    TO_BE,
    UNDONE,
)
from nzn_cli.model.records import NamedTuple

Tense = Literal["past", "future", ""]
_MADE_TO_END = ARTICLES | MADE | {"s"}


class _PastForms:
    """The words that may be a verb of what is over."""

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and is_past(word)


class _IngForms:
    """The words that end in -ing."""

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and word[-3:] == "ing"


_PAST, _ING = _PastForms(), _IngForms()


def is_past(word: str) -> bool:
    """Return whether a word may be the past of a verb, or its participle."""
    return word in PAST_WORDS or (
        word[-2:] == "ed" and len(word) > 3 and word not in NO_PARTICIPLES and (word[:2] != "un" or word in UNDONE)
    )


class _Verb(NamedTuple):
    """Word `k` of the words before an expression; `purpose` says that a bare "to visit" stands after it."""

    words: list[str]
    k: int
    soon: bool
    purpose: bool

    @property
    def word(self) -> str:
        return self.words[self.k]

    @property
    def earlier(self) -> str:
        return self.words[self.k - 1] if self.k else ""

    @property
    def later(self) -> str:
        return self.words[self.k + 1] if self.k + 1 < len(self.words) else ""

    @property
    def distance(self) -> int:
        return len(self.words) - self.k

    def nearby(self, back: int, ahead: int = 0) -> list[str]:
        """Return so many words before this one and after it; with any ahead, itself among them."""
        return self.words[max(0, self.k - back) : self.k + (ahead + 1 if ahead else 0)]


_Outcome = Literal["past", "future", "planned", "infinitive", "skip"]
VERB_BEFORE: RuleTable[[_Verb], _Outcome] = RuleTable(
    "tense of a verb before",
    Rule(
        "could-not", lambda v: not NEGATIVE.isdisjoint(v.nearby(8, 2)), "past",
        Example("Neither brother could be reached [Friday].", "2019-05-10"), {"could"},
    ),
    Rule("will", always, "future", Example("The fair will be held on [Friday].", "2019-05-17"), MODALS),
    Rule(
        "to-a-place", lambda v: not v.later or v.later in DETERMINERS, "skip",
        Example("The road to the hall on [Friday].", "2019-05-10"), {"to"},
    ),
    Rule(
        "was-supposed-to", lambda v: not v.soon and v.earlier == "supposed" and v.words[max(0, v.k - 2)] in DONE,
        "past", Example("The work was supposed to begin in [March].", "2019-03"), {"to"},
    ),
    Rule(
        "were-to", lambda v: v.soon and v.earlier in ("was", "were") and v.later != "have", "future",
        Example("They were to meet again [Friday].", "2019-05-17"), {"to"},
    ),
    Rule(
        "had-asked-to",
        lambda v: "had" in v.nearby(5) and (v.later in LAPSES or not ASKED.isdisjoint(v.nearby(3))), "past",
        Example("We had to urge them to vote on [Saturday].", "2019-05-11"), {"to"},
    ),
    Rule(
        "to-lapse", lambda v: v.later in LAPSES, "future",
        Example("The law was cut short to expire on [Friday].", "2019-05-17"), {"to"},
    ),
    Rule(
        "asked-to", lambda v: not ASKED.isdisjoint(v.nearby(3)), "future",
        Example("He said they ask you to vote for her on [Saturday].", "2019-05-18"), {"to"},
    ),
    Rule(
        "to-be", lambda v: v.later == "be", "planned",
        Example("They saw a mill to be sold on [Friday].", "2019-05-17"), {"to"},
    ),
    Rule(
        "agreed-to", lambda v: v.earlier in AHEAD_VERBS or v.earlier in GOVERNORS, "planned",
        Example("The two sides agreed to meet on [Friday].", "2019-05-17"), {"to"},
    ),
    Rule(
        "purpose", lambda v: v.later not in HEARERS, "infinitive",
        Example("Mayor to visit the mill on [Friday].", "2019-05-17"), {"to"},
    ),
    Rule(
        "is-on", lambda v: v.soon and v.distance <= 3 and v.later != "that", "future",
        Example("The march is on [Sunday].", "2019-05-19"), TO_BE,
    ),
    Rule(
        "next-to", lambda v: v.later == "to", "skip", Example("She sang next to the hall on [Friday].", "2019-05-10"),
        {"next"},
    ),
    Rule(
        "to-expect", lambda v: v.earlier == "to", "skip",
        Example("They told us to expect rain on [Friday].", "2019-05-10"), AHEAD_VERBS,
    ),
    Rule(
        "as-planned", lambda v: v.word[-2:] == "ed" and v.earlier in AS_PLANNED, "skip",
        Example("The parade began as planned [Saturday].", "2019-05-11"), AHEAD_VERBS,
    ),
    Rule(
        "the-plan",
        lambda v: v.earlier in ARTICLES and v.later not in ("to", "for") and any(map(is_past, v.nearby(6))), "skip",
        Example("They rejected the plan at a hall on [Friday].", "2019-05-10"), {"plan", "hope", "aims", "hopes"},
    ),
    Rule("plans", always, "planned", Example("The council plans a vote on [Friday].", "2019-05-17"), AHEAD_VERBS),
    Rule(
        "proclaims", lambda v: v.soon and v.k, "planned",
        Example("I do hereby proclaim [Monday] a day of thanks.", "2019-05-20"), PROCLAIMED,
    ),
    Rule(
        "is-coming", lambda v: v.soon and v.earlier in PRESENT and v.word not in AFTERMATH, "planned",
        Example("The band is coming here on [Friday].", "2019-05-17"), _ING,
    ),
    Rule(
        "go-to", lambda v: v.earlier != "to" and v.later in ("to", "on"), "planned",
        Example("Villagers go to the polls [Sunday].", "2019-05-19"), {"go"},
    ),
    Rule(
        "takes-effect", lambda v: v.later in PLACE, "planned",
        Example("The law takes effect in [July].", "2019-07"), {"takes"},
    ),
    Rule(
        "comes-into-force", lambda v: v.later == "into", "planned",
        Example("The law comes into force in [July].", "2019-07"), {"comes", "goes", "enters"},
    ),
    Rule("reopens", lambda v: v.soon, "planned", Example("The bridge reopens [Monday].", "2019-05-20"), PRESENT_ONLY),
    Rule(
        "talks-end", lambda v: v.soon and v.distance == 1 and v.earlier not in _MADE_TO_END, "planned",
        Example("The talks end [Friday].", "2019-05-17"), {"end", "start"},
    ),
    Rule(
        "talks-resume", lambda v: v.soon and MADE.isdisjoint(v.nearby(5)), "planned",
        Example("The talks resume with a dinner on [Saturday].", "2019-05-18"), RESUMED,
    ),
    Rule(
        "parliament-votes", lambda v: v.soon and (v.earlier in SUBJECTS or v.k == 1), "planned",
        Example("Parliament votes [Friday].", "2019-05-17"), PRESENT_VERBS,
    ),
    Rule(
        "set-for", lambda v: v.later in ("for", "to") and "had" not in v.nearby(4), "future",
        Example("A hearing was set for a hall on [Friday].", "2019-05-17"), {"set"},
    ),
    Rule(
        "be-held", lambda v: v.earlier in ("be", "being"), "skip",
        Example("The fair can, as we know, be held on [Friday].", "2019-05-17"), _PAST,
    ),
    Rule(
        "a-coordinated", lambda v: v.earlier in ARTICLES, "skip",
        Example("We will hear of it as part of a coordinated statement on [Saturday].", "2019-05-18"), _PAST,
    ),
    Rule(
        "to-put", lambda v: v.earlier in MODALS or v.earlier == "to", "future",
        Example("A wish to put it on [Friday].", "2019-05-17"), _PAST,
    ),
    Rule(
        "is-closed",
        lambda v: v.earlier in TO_BE and v.word not in ("dated", "been") and _is_of_a_day_or_condition(v), "future",
        Example("The schools are closed [Friday].", "2019-05-17"), _PAST,
    ),
    Rule(
        "announced-team",
        lambda v: v.earlier not in TO_BE and (v.purpose or (v.soon and "today" in v.nearby(1, 1))), "future",
        Example("The office announced a team to attend the games in Oslo on [Saturday].", "2019-05-18"), ANNOUNCED,
    ),
    Rule(
        "was-held", always, "past", Example("We will hear of a vote that was held on [Friday].", "2019-05-10"),
        _PAST,
    ),
)  # fmt: skip


def leftward(before: list[str], soon: bool) -> tuple[Tense, int]:
    """Return the tense told by the words before, nearest first, and how many words away; 0 for a bare infinitive."""
    purpose = False  # "Minister to visit": a headline without a finite verb
    for k in range(len(before) - 1, -1, -1):
        rules = VERB_BEFORE.at_word(before[k])
        if not rules:
            continue
        verb = _Verb(before, k, soon, purpose)
        outcome: _Outcome = next((outcome for test, outcome in rules if test(verb)), "skip")
        if outcome == "infinitive":
            purpose = True
        elif outcome == "planned":
            return ("past" if "had" in verb.nearby(4) else "future"), verb.distance
        elif outcome != "skip":
            return outcome, verb.distance
    return "", 0 if purpose else len(before)


_After = Literal["past", "future", "", "skip"]
VERB_AFTER: RuleTable[[_Verb], _After] = RuleTable(
    "tense of a verb after",
    Rule("will", always, "future", Example("On [Friday] the mayor will speak.", "2019-05-17"), MODALS),
    Rule(
        "is-going", lambda v: v.earlier in PRESENT, "future",
        Example("So, [Monday], you're going to see three of them.", "2019-05-20"), {"going"},
    ),
    Rule(
        "plans", lambda v: v.word[-2:] != "ed" or v.earlier in PRESENT, "future",
        Example("On [Friday] the council is scheduled to meet.", "2019-05-17"), AHEAD_VERBS,
    ),
    Rule(
        "funded-by", lambda v: v.word[-2:] == "ed" and v.later == "by" and v.earlier not in DONE, "skip",
        Example("Starting in [October], pumps owned by the state will be blue.", "2019-10"), _PAST,
    ),
    Rule(
        "be-held", lambda v: v.earlier == "be", "", Example("On [Friday at 8 a.m.] it be held.", "2019-05-17T08:00"),
        _PAST,
    ),
    Rule("held", always, "past", Example("In [June], the council signed the deal.", "2018-06"), _PAST),
)  # fmt: skip


def rightward(after: list[str]) -> Tense:
    """Return the tense of the first verb of the words after."""
    for k, word in enumerate(after):
        rules = VERB_AFTER.at_word(word)
        if rules:
            verb = _Verb(after, k, True, False)
            outcome: _After = next((outcome for test, outcome in rules if test(verb)), "skip")
            if outcome != "skip":
                return outcome
    return ""


def _is_of_a_day_or_condition(verb: _Verb) -> bool:
    """Return whether "is closed" is to come: "closed Thursday", "when the case is heard in May"."""
    return (verb.soon and verb.distance == 1) or not CONDITIONS.isdisjoint(verb.nearby(6))
