"""Whether the words around an expression speak of what is over or of what is to come. Knows no calendar."""

from __future__ import annotations

from typing import Literal

from nzn_cli.annotate.dates.clauses import opens_clause, words_after, words_before
from nzn_cli.annotate.dates.cues import (
    AFTERMATH,
    AHEAD_VERBS,
    ANNOUNCED,
    ARTICLES,
    AS_PLANNED,
    ASKED,
    CONDITIONS,
    DETERMINERS,
    DONE,
    ENDS,
    GOVERNORS,
    HEARERS,
    HOPES,
    ISSUED,
    LAPSES,
    LASTED,
    MADE,
    MODALS,
    NEGATIVE,
    NO_PARTICIPLES,
    ONSET,
    PAST_WORDS,
    PLACE,
    PRESENT,
    PRESENT_ONLY,
    PRESENT_VERBS,
    PROCLAIMED,
    PUT_OFF,
    RESUMED,
    SUBJECTS,
    THROUGH,
    TO_BE,
    TRADED,
    UNDONE,
    WILL,
)

Tense = Literal["past", "future", ""]
_SUBJECT = 4  # words of "Thursday's vote in Paris" before its verb
_BESIDE = 2  # words between "held" and the month of "held in July"
_NEAR = 3  # words after the expression in which "will" outweighs a verb that stands before it at a distance


def tense_at(text: str, start: int, end: int, soon: bool = True) -> Tense:
    """Return the tense of the verb nearest to `text[start:end]`: before it first, then after it, in its own sentence.

    `soon` says that "is coming" looks ahead, as it does with days and not with months.
    """
    if text[end : end + 2] in ("'s", "’s"):  # "Wednesday's ruling", but "Thursday's vote will decide"
        return _possessive(words_before(text, start), words_after(text, end + 2))
    before, after = words_before(text, start), words_after(text, end)
    last = before[-1] if before else ""
    if last in ENDS or (soon and last in THROUGH):
        return _up_to(before, after)
    if after[:1] == ["but"] and not DONE.isdisjoint(before[-8:]) and not AHEAD_VERBS.isdisjoint(before[-8:]):
        return "past"  # "was expected on Tuesday, but"
    if last == "of" and before[-2:-1] and before[-2] in ISSUED:
        return "past"
    if after[:1] and after[0] in TRADED:
        return "future"
    if last == "a":  # "a June agreement"
        return "past"
    if last == "as" and before[-3:-1] in (["as", "early"], ["as", "soon"]):
        return "future"
    tense, distance = leftward(before, soon)
    if opens_clause(text, start, end) and (told := rightward(after)):
        return told
    if last in THROUGH and any(map(str.isdecimal, text[start:end])):  # "from June 1 through June 9" may look back
        return "future" if tense != "past" else ""
    if soon and last == "for" and before[-2:-1] and distance > 1:  # "called a strike for Friday"
        return "past" if "had" in before[-6:] else "future"
    if last == "to" and before[-2:-1] and before[-2] in PUT_OFF:
        return "future"
    if tense != "past" and " ahead of " in f" {' '.join(before[-7:])} ":
        return "future"
    if soon and not tense and after[:1] and after[0] in ("is", "are", "marks"):  # "Thursday is polling day"
        return "future"
    if _sets_in(before):
        clause = after if len(before) <= _BESIDE else after[:_NEAR]  # "a term expiring June 30, vice Hale, who died"
        return "past" if DONE.intersection(before) or rightward(clause) == "past" else "future"
    if last == "from":
        return tense or rightward(after) or "future"
    if tense != "future" and distance > 2 and not WILL.isdisjoint(after[:_NEAR]):
        return "future"
    return tense or rightward(after) or ("future" if not distance and before else "")


def _sets_in(before: list[str]) -> bool:
    """Return whether "starting" or "beginning on" stands last, and not "a grand opening in"."""
    k = len(before) - (2 if before[-1:] and before[-1] in ("on", "in") else 1)
    return (
        k >= 0
        and before[k] in ONSET
        and not (k and (before[k - 1] in ARTICLES or before[k - 1] in ("grand", "official")))
    )


def _up_to(before: list[str], after: list[str]) -> Tense:
    """Return the tense of "until Friday": to come, unless something lasted or was not done until then."""
    if DONE.intersection(after[:8]) or (before[-2:-1] and before[-2] in LASTED):
        return "past"
    if before[-1] == "by" and len(before) <= _BESIDE and rightward(after) == "past":  # "By Friday, they found it"
        return "past"
    if "embargoed" in before[-_NEAR:] and WILL.isdisjoint(before):
        return "past"
    if before[-1] != "by" and not DONE.isdisjoint(before[-10:]) and not NEGATIVE.isdisjoint(before[-9:]):
        return "past"
    return "future"


def _possessive(before: list[str], after: list[str]) -> Tense:
    """Return the tense of "Sunday's vote": over, unless it is awaited ("ahead of") or what will happen says so."""
    awaited = before[-2:] in (["ahead", "of"], ["eve", "of"]) or (
        before[-1:] == ["for"] and before[-2:-1] and before[-2][:6] == "prepar"
    )
    awaited = awaited or not HOPES.isdisjoint(before[-_SUBJECT:])
    return "past" if not awaited and WILL.isdisjoint(before[-_NEAR:] + after[:_SUBJECT]) else "future"


def leftward(before: list[str], soon: bool) -> tuple[Tense, int]:
    """Return the tense told by the words before, nearest first, and how many words away; 0 for a bare infinitive."""
    purpose = False  # "Minister to visit": a headline without a finite verb
    for k in range(len(before) - 1, -1, -1):
        word, distance = before[k], len(before) - k
        earlier = before[k - 1] if k else ""
        if word in MODALS:
            failed = word == "could" and not NEGATIVE.isdisjoint(before[max(0, k - 8) : k + 3])
            if failed or before[k + 1 : k + 2] == ["have"]:  # "could not be reached", "must have left"
                return "past", distance
            return "future", distance
        if word == "to" and k + 1 < len(before) and before[k + 1] not in DETERMINERS:
            found = _infinitive(before, k, soon)
            if found:
                return found, distance
            purpose = purpose or before[k + 1] not in HEARERS
        elif soon and word in TO_BE and distance <= 3 and before[k + 1 : k + 2] != ["that"]:
            return "future", distance  # "the march is on Sunday"
        elif (word == "next" and before[k + 1 : k + 2] == ["to"]) or (word in AHEAD_VERBS and earlier == "to"):
            continue  # "next to the hall"; of "to expire", what governs it decides
        elif word in AHEAD_VERBS and word[-2:] == "ed" and earlier in AS_PLANNED:
            continue  # "as planned", "previously scheduled"
        elif (
            word in AHEAD_VERBS
            or (soon and k and word in PROCLAIMED)
            or (soon and word[-3:] == "ing" and earlier in PRESENT and word not in AFTERMATH)
            or (word == "go" and earlier != "to" and before[k + 1 : k + 2] in (["to"], ["on"]))
            or (word == "takes" and before[k + 1 : k + 2] and before[k + 1] in PLACE)
            or (soon and word in PRESENT_ONLY)
            or (soon and word in ("end", "start") and distance == 1 and earlier not in ARTICLES | MADE | {"s"})
            or (soon and word in RESUMED and MADE.isdisjoint(before[max(0, k - 5) : k]))
            or (soon and word in PRESENT_VERBS and (earlier in SUBJECTS or k == 1))
        ):
            return ("past" if "had" in before[max(0, k - 4) : k] else "future"), distance
        elif _is_past(word):
            if word == "set" and before[k + 1 : k + 2] in (["for"], ["to"]) and "had" not in before[max(0, k - 4) : k]:
                return "future", distance
            if earlier in ("be", "being") or earlier in ARTICLES:  # "a coordinated effort"
                continue
            if earlier in MODALS or earlier == "to":
                return "future", distance
            if earlier in ("is", "are") and word not in ("dated", "been"):
                if (soon and distance == 1) or not CONDITIONS.isdisjoint(before[max(0, k - 6) : k]):
                    return "future", distance  # "schools are closed Thursday", "when the case is heard in May"
            elif word in ANNOUNCED and (purpose or (soon and "today" in before[max(0, k - 1) : k + 2])):
                return "future", distance  # "announced a delegation to attend the opening on Friday"
            return "past", distance
    return "", 0 if purpose else len(before)


def _infinitive(before: list[str], k: int, soon: bool) -> Tense:
    """Return the tense of "to meet" by the word that governs it."""
    governor = before[k - 1] if k else ""
    if governor == "supposed" and k > 1 and before[k - 2] in DONE and not soon:  # "was supposed to begin in May"
        return "past"
    if governor in ("was", "were") and before[k + 1] != "have" and soon:  # "were to meet Thursday"
        return "future"
    if before[k + 1] in LAPSES or not ASKED.isdisjoint(before[max(0, k - 3) : k]):  # "we ask you to vote on Saturday"
        return "past" if "had" in before[max(0, k - 5) : k] else "future"
    if before[k + 1] == "be" or governor in AHEAD_VERBS or governor in GOVERNORS:
        return "past" if "had" in before[max(0, k - 4) : k] else "future"
    return ""


def rightward(after: list[str]) -> Tense:
    """Return the tense of the first verb of the words after."""
    for k, word in enumerate(after):
        earlier = after[k - 1] if k else ""
        if (
            word in MODALS
            or (word == "going" and earlier in PRESENT)
            or (word in AHEAD_VERBS and not (word[-2:] == "ed" and earlier not in PRESENT))
        ):
            return "future"
        if _is_past(word):
            if word[-2:] == "ed" and after[k + 1 : k + 2] == ["by"] and earlier not in DONE:
                continue  # "chargers funded by the state will"
            return "past" if earlier != "be" else ""
    return ""


def _is_past(word: str) -> bool:
    return word in PAST_WORDS or (
        word[-2:] == "ed" and len(word) > 3 and word not in NO_PARTICIPLES and (word[:2] != "un" or word in UNDONE)
    )
