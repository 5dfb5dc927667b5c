"""Whether the words around a time expression speak of what is over or of what is to come, as tables of rules.

Knows no calendar. An outcome "" is an answer too: nothing tells. Examples are published on Wednesday 15 May 2019.
"""

from __future__ import annotations

from nzn_cli.annotate.dates.clauses import Clause, words_after
from nzn_cli.annotate.dates.rules import Example, Rule, RuleTable, always
from nzn_cli.annotate.dates.tense_words import (
    AHEAD_VERBS,
    ARTICLES,
    DONE,
    ENDS,
    EXTENDED,
    HOPES,
    ISSUED,
    LASTED,
    NEGATIVE,
    ONSET,
    PUT_OFF,
    STRETCHES,
    THROUGH,
    TRADED,
    WAITING,
    WILL,
)
from nzn_cli.annotate.dates.verb_rules import Tense, leftward, rightward

_SUBJECT = 4  # words of "Thursday's vote in Paris" before its verb
_BESIDE = 2  # words between "held" and the month of "held in July"
_SET = frozenset(("set",))
_NEAR = 3  # words after the expression in which "will" outweighs a verb that stands before it at a distance

POSSESSIVE: RuleTable[[list[str], list[str]], Tense] = RuleTable(
    "tense of what belongs to a day",  # asked of the words before and after "Sunday's"
    Rule(
        "ahead-of", lambda before, after: before[-2:] in (["ahead", "of"], ["eve", "of"]), "future",
        Example("Ahead of [Sunday]'s vote, shops were shut.", "2019-05-19"),
    ),
    Rule(
        "waiting-for", lambda before, after: before[-1:] == ["for"] and not WAITING.isdisjoint(before[-3:-1]),
        "future", Example("While preparing for [Sunday]'s race, he fell.", "2019-05-19"),
    ),
    Rule(
        "looking-forward-to", lambda before, after: before[-2:] == ["forward", "to"], "future",
        Example("Fans looked forward to [Sunday]'s race.", "2019-05-19"),
    ),
    Rule(
        "fear", lambda before, after: not HOPES.isdisjoint(before[-_SUBJECT:]), "future",
        Example("Officials fear trouble at [Sunday]'s race.", "2019-05-19"),
    ),
    Rule(
        "will", lambda before, after: not WILL.isdisjoint(before[-_NEAR:] + after[:_SUBJECT]), "future",
        Example("[Friday]'s meeting in Rome will decide.", "2019-05-17"),
    ),
    Rule("over", always, "past", Example("[October 1]'s meeting in Rome.", "2018-10-01")),
)  # fmt: skip

UP_TO: RuleTable[[list[str], list[str]], Tense] = RuleTable(
    "tense of until",  # asked of the words before and after, "by" or "until" the last of those before
    Rule(
        "was-after", lambda before, after: DONE.intersection(after[:8]), "past",
        Example("Until [Friday] the mill was open.", "2019-05-10"),
    ),
    Rule(
        "lasted-until", lambda before, after: before[-2:-1] and before[-2] in LASTED, "past",
        Example("They talked until [Friday].", "2019-05-10"),
    ),
    Rule(
        "by-then-found",
        lambda before, after: before[-1] == "by" and len(before) <= _BESIDE and rightward(after) == "past", "past",
        Example("By [Friday], they found it.", "2019-05-10"),
    ),
    Rule(
        "embargoed-until",
        lambda before, after: "embargoed" in before[-_NEAR:] and WILL.isdisjoint(before), "past",
        Example("Embargoed until [Friday].", "2019-05-10"),
    ),
    Rule(
        "not-until",
        lambda before, after: before[-1] != "by"
        and not DONE.isdisjoint(before[-10:])
        and not NEGATIVE.isdisjoint(before[-9:]), "past",
        Example("The road was not clear until [Sunday].", "2019-05-12"),
    ),
    Rule("until", always, "future", Example("The fair is open through [Sunday].", "2019-05-19")),
)  # fmt: skip

BESIDE: RuleTable[[Clause], Tense] = RuleTable(
    "tense of the words beside",
    Rule(
        "planned-but",
        lambda c: c.follows() == "but"
        and not DONE.isdisjoint(c.before[-8:])
        and not (AHEAD_VERBS | _SET).isdisjoint(c.before[-8:]),
        "past", Example("The vote was set for [Friday], but nobody came.", "2019-05-10"),
    ),
    Rule(
        "order-of", lambda c: c.last == "of" and c.before[-2:-1] and c.before[-2] in ISSUED, "past",
        Example("We will uphold the order of [Friday].", "2019-05-10"),
    ),
    Rule("contract", lambda c: c.follows() in TRADED, "future", Example("Wheat for [March] delivery fell.", "2020-03")),
    Rule("a-june-deal", lambda c: c.last == "a", "past", Example("We will sign a [March] agreement.", "2019-03")),
    Rule(
        "as-early-as", lambda c: c.last == "as" and c.before[-3:-1] in (["as", "early"], ["as", "soon"]), "future",
        Example("The mill was shut as early as [Friday].", "2019-05-17"),
    ),
)  # fmt: skip

VERB_AND_PLACE: RuleTable[[Clause, Tense, int], Tense] = RuleTable(
    "tense of the verb before and of where it stands",  # asked of the tense and the distance of that verb too
    Rule(
        "set-apart-past", lambda c, tense, distance: c.is_set_apart() and rightward(c.after) == "past", "past",
        Example("We will say that, on [Saturday], she was ill.", "2019-05-11"),
    ),
    Rule(
        "set-apart-future", lambda c, tense, distance: c.is_set_apart() and rightward(c.after) == "future", "future",
        Example("He said that, on [Saturday], the men of the mill will stop.", "2019-05-18"),
    ),
    Rule(
        "through-number-past",
        lambda c, tense, distance: c.last in THROUGH and tense == "past" and c.has_digits(), "",
        Example("The fair was open from [December 1] through [December 9].", "2018-12-01 2018-12-09"),
    ),
    Rule(
        "through-number", lambda c, tense, distance: c.last in THROUGH and c.has_digits(), "future",
        Example("Open through [December 9].", "2019-12-09"),
    ),
    Rule(
        "extended-through",
        lambda c, tense, distance: (c.last in THROUGH or c.last == "to") and not EXTENDED.isdisjoint(c.before),
        "future",
        Example("The bank has extended the loan through [January].", "2020-01"),
    ),
    Rule(
        "had-for",
        lambda c, tense, distance: _is_for_a_day(c, distance) and "had" in c.before[-6:], "past",
        Example("The hearing had been set for [Monday].", "2019-05-13"),
    ),
    Rule(
        "for-a-day", lambda c, tense, distance: _is_for_a_day(c, distance), "future",
        Example("The union has called a strike for [Friday].", "2019-05-17"),
    ),
    Rule(
        "put-off-to", lambda c, tense, distance: c.last == "to" and c.before[-2:-1] and c.before[-2] in PUT_OFF,
        "future", Example("The case was adjourned to [Monday].", "2019-05-20"),
    ),
    Rule(
        "ahead-of", lambda c, tense, distance: tense != "past" and " ahead of " in f" {' '.join(c.before[-7:])} ",
        "future", Example("A word now, ahead of the figures on [Friday].", "2019-05-17"),
    ),
    Rule(
        "is-a-day", lambda c, tense, distance: c.soon and not tense and c.follows() in ("is", "are", "marks"), "future",
        Example("[Sunday] is polling day.", "2019-05-19"),
    ),
    Rule(
        "starting-past",
        lambda c, tense, distance: _sets_in(c.before) and (DONE.intersection(c.before) or _is_past_after(c)), "past",
        Example("The mill was to be run by him starting [Friday].", "2019-05-10"),
    ),
    Rule(
        "starting", lambda c, tense, distance: _sets_in(c.before), "future",
        Example("The team left town for a fair starting [Monday].", "2019-05-20"),
    ),
    Rule(
        "from",
        lambda c, tense, distance: c.last == "from"
        and not tense
        and STRETCHES.isdisjoint(c.before[-2:-1])
        and not rightward(c.after), "future",
        Example("New fares from [Monday].", "2019-05-20"),
    ),
    Rule(
        "will-at-once",
        lambda c, tense, distance: tense != "future"
        and distance > _BESIDE
        and not WILL.isdisjoint(c.after[:_NEAR])
        and c.last != "from", "future",
        Example("The man who ran the mill on [Friday] will leave.", "2019-05-17"),
    ),
)  # fmt: skip


def tense_at(clause: Clause) -> Tense:
    """Return the tense of the verb nearest to an expression: before it first, then after it, in its own sentence."""
    if clause.is_possessive():  # "Wednesday's ruling", but "Thursday's vote will decide"
        return POSSESSIVE.match(clause.before, words_after(clause.text, clause.end + 2)) or ""
    if clause.last in ENDS or (clause.soon and clause.last in THROUGH):
        return UP_TO.match(clause.before, clause.after) or ""
    if beside := BESIDE.match(clause):
        return beside
    tense, distance = leftward(clause.before, clause.soon)
    found = VERB_AND_PLACE.match(clause, tense, distance)
    if found is not None:
        return found
    return tense or rightward(clause.after) or ("future" if not distance and clause.before else "")


def _is_for_a_day(clause: Clause, distance: int) -> bool:
    """Return whether something is for the day: "called a strike for Friday"."""
    return clause.soon and clause.last == "for" and len(clause.before) > 1 and distance > 1


def _is_past_after(clause: Clause) -> bool:
    """Return whether what follows "starting Friday" is told as past; "a term expiring June 30, vice Hale, who died"."""
    return rightward(clause.after if len(clause.before) <= _BESIDE else clause.after[:_NEAR]) == "past"


def _sets_in(before: list[str]) -> bool:
    """Return whether "starting" or "beginning on" stands last, and not "a grand opening in"."""
    k = len(before) - (2 if before[-1:] and before[-1] in ("on", "in") else 1)
    return (
        k >= 0
        and before[k] in ONSET
        and not (k and (before[k - 1] in ARTICLES or before[k - 1] in ("grand", "official")))
    )
