"""Whether the words around an expression speak of what is over or of what is to come. Knows no calendar."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Literal

from nzn_cli.extract.dates.lexicon import AHEAD_VERBS, MODALS, NO_PARTICIPLES, PAST_WORDS, words
from nzn_cli.language.sentences import ABBREVIATIONS

Tense = Literal["past", "future", ""]
_REACH = 160
_DETERMINERS = words(
    "the a an this that these those his her its their our my your mr mrs dr and or about some all new "
    "on in at by for from with"
)
_DONE = frozenset(("had", "was", "were", "did"))
_PRESENT = frozenset(("am", "is", "are", "m", "re", "s"))
_GOVERNORS = words(
    "is are set going ready able likely unlikely bound about agreement agreed decision decided vowed promised plan date"
)
_PUT_OFF = words("adjourned postponed moved delayed rescheduled deferred")
_AFTERMATH = words(
    "appealing investigating probing seeking looking searching hunting mourning blaming recovering reeling"
)
_HOPES = words("hope hopes fear fears expect expects await awaits upcoming")
_UNDONE = words("unveiled uncovered unleashed unloaded unearthed unfolded undertook underwent undermined underlined")
_LASTED = words("talked lasted continued remained stayed waited worked lived served ran rose fell raged went on")
_TRADED = words("contract contracts delivery futures settlement")  # "wheat for December delivery"
_PLACE = words("effect place office over part")  # "takes effect"
_PRESENT_ONLY = words(
    "goes speaks appears joins attends hears decides considers reopens premieres airs turns continues"
)
_PRESENT_VERBS = words("votes heads flies plays addresses holds marks celebrates reports takes rules open begin resume")
_SUBJECTS = words("he she it who which that and they")
_WILL = frozenset(("will", "ll", "shall", "going"))
_SUBJECT = 4  # words of "Thursday's vote in Paris" before its verb
_NEAR = 3  # words after the expression in which "will" outweighs a verb that stands before it at a distance


@cache
def _cut() -> Any:
    return re.compile(r"[.!?;]['\"”’)]*\s|\n\s*\n|\n[^A-Za-z\s]").finditer


@cache
def _split() -> Any:
    return re.compile(r"[A-Za-z]+").findall


class Tell:
    """The tense around one expression, asked for only where it decides."""

    def __init__(self, text: str, start: int, end: int, soon: bool) -> None:
        """Take the place of the expression; `soon` as in `tense_at`."""
        self._where = text, start, end
        self._soon = soon

    def __call__(self) -> Tense:
        """Return the tense."""
        return tense_at(*self._where, self._soon)

    def surely_ahead(self) -> bool:
        """Return whether the sentence says "will", or "is" and "are" just before."""
        text, start, end = self._where
        before = _sentence_before(text, start)
        return not (
            _WILL.isdisjoint(before[-12:] + _sentence_after(text, end)[:12]) and _PRESENT.isdisjoint(before[-5:])
        )


def tense_at(text: str, start: int, end: int, soon: bool = True) -> Tense:
    """Return the tense of the verb nearest to `text[start:end]`: before it first, then after it, in its own sentence.

    `soon` says that "is coming" looks ahead, as it does with days and not with months.
    """
    if text[end : end + 2] in ("'s", "’s"):  # "Wednesday's ruling", but "Thursday's vote will decide"
        return _possessive(_sentence_before(text, start), _sentence_after(text, end + 2))
    before, after = _sentence_before(text, start), _sentence_after(text, end)
    last = before[-1] if before else ""
    if last in ("by", "until", "till"):
        return "past" if _DONE.intersection(after[:8]) or (before[-2:-1] and before[-2] in _LASTED) else "future"
    if after[:1] and after[0] in _TRADED:
        return "future"
    if last == "a":  # "a June agreement"
        return "past"
    if last == "as" and before[-3:-1] in (["as", "early"], ["as", "soon"]):
        return "future"
    tense, distance = _leftward(before, soon)
    if soon and last == "for" and before[-2:-1] and distance > 1:  # "called a strike for Friday"
        return "past" if "had" in before[-6:] else "future"
    if last == "to" and before[-2:-1] and before[-2] in _PUT_OFF:
        return "future"
    if soon and tense != "past" and " ahead of " in f" {' '.join(before[-7:])} ":
        return "future"
    if soon and not tense and after[:1] and after[0] in ("is", "are", "marks"):  # "Thursday is polling day"
        return "future"
    if last in ("starting", "beginning") and soon:
        return "past" if _DONE.intersection(before) or _rightward(after) == "past" else "future"
    if last == "from":
        return tense or _rightward(after) or "future"
    if tense != "future" and distance > 2 and not _WILL.isdisjoint(after[:_NEAR]):
        return "future"
    return tense or _rightward(after) or ("future" if not distance and before else "")


def _possessive(before: list[str], after: list[str]) -> Tense:
    """Return the tense of "Sunday's vote": over, unless it is awaited ("ahead of") or what will happen says so."""
    awaited = before[-2:] in (["ahead", "of"], ["eve", "of"]) or (
        before[-1:] == ["for"] and before[-2:-1] and before[-2][:6] == "prepar"
    )
    awaited = awaited or not _HOPES.isdisjoint(before[-_SUBJECT:])
    return "past" if not awaited and _WILL.isdisjoint(before[-_NEAR:] + after[:_SUBJECT]) else "future"


def _sentence_before(text: str, start: int) -> list[str]:
    left = text[max(0, start - _REACH) : start]
    cut = 0
    for stop in _cut()(left):
        if _ends(left, stop):
            cut = stop.end()
    return _verbs_lowered(_split()(left[cut:]))


def _sentence_after(text: str, end: int) -> list[str]:
    right = text[end : end + _REACH]
    stop = next((stop for stop in _cut()(right) if _ends(right, stop)), None)
    return _verbs_lowered(_split()(right[: stop.start()] if stop else right))


def _ends(text: str, stop: re.Match[str]) -> bool:
    """Return whether a stop ends a sentence: not after "Mr." or "U.S." """
    if stop.group()[0] != ".":
        return True
    word = text[max(0, stop.start() - 12) : stop.start()].rpartition(" ")[2].lower()
    return word not in ABBREVIATIONS and not (len(word) == 1 and word.isalpha())


def _verbs_lowered(found: list[str]) -> list[str]:
    """Return the words in lower case, those that are names left out: Will Smith, Theresa May."""
    return [word.lower() for k, word in enumerate(found) if not (k and word in ("Will", "May", "March"))]


def _leftward(before: list[str], soon: bool) -> tuple[Tense, int]:
    """Return the tense told by the words before, nearest first, and how many words away; 0 for a bare infinitive."""
    purpose = False  # "Minister to visit": a headline without a finite verb
    for k in range(len(before) - 1, -1, -1):
        word, distance = before[k], len(before) - k
        earlier = before[k - 1] if k else ""
        if word in MODALS:
            return "future", distance
        if word == "to" and k + 1 < len(before) and before[k + 1] not in _DETERMINERS:
            found = _infinitive(before, k, soon)
            if found:
                return found, distance
            purpose = True
        elif soon and word in ("is", "are") and distance <= 3:  # "the march is on Sunday"
            return "future", distance
        elif (word == "next" and before[k + 1 : k + 2] == ["to"]) or (word in AHEAD_VERBS and earlier == "to"):
            continue  # "next to the hall"; of "to expire", what governs it decides
        elif (
            word in AHEAD_VERBS
            or (soon and word[-3:] == "ing" and earlier in _PRESENT and word not in _AFTERMATH)
            or (word == "go" and earlier != "to" and before[k + 1 : k + 2] in (["to"], ["on"]))
            or (word == "takes" and before[k + 1 : k + 2] and before[k + 1] in _PLACE)
            or (soon and word in _PRESENT_ONLY)
            or (soon and word in _PRESENT_VERBS and (earlier in _SUBJECTS or k == 1))
        ):
            return ("past" if "had" in before[max(0, k - 4) : k] else "future"), distance
        elif _is_past(word):
            if word == "set" and before[k + 1 : k + 2] in (["for"], ["to"]) and "had" not in before[max(0, k - 4) : k]:
                return "future", distance
            if earlier in ("be", "being"):
                continue
            if earlier in MODALS or earlier == "to":
                return "future", distance
            if soon and distance == 1 and earlier in ("is", "are") and word not in ("dated", "been"):
                return "future", distance  # "schools are closed Thursday"
            return "past", distance
    return "", 0 if purpose else len(before)


def _infinitive(before: list[str], k: int, soon: bool) -> Tense:
    """Return the tense of "to meet" by the word that governs it."""
    governor = before[k - 1] if k else ""
    if governor in ("was", "were") and before[k + 1] != "have" and soon:  # "were to meet Thursday"
        return "future"
    if before[k + 1] == "be" or governor in AHEAD_VERBS or governor in _GOVERNORS:
        return "past" if "had" in before[max(0, k - 4) : k] else "future"
    return ""


def _rightward(after: list[str]) -> Tense:
    for k, word in enumerate(after):
        earlier = after[k - 1] if k else ""
        if (
            word in MODALS
            or (word == "going" and earlier in _PRESENT)
            or (word in AHEAD_VERBS and not (word[-2:] == "ed" and earlier not in _PRESENT))
        ):
            return "future"
        if _is_past(word):
            return "past" if earlier != "be" else ""
    return ""


def _is_past(word: str) -> bool:
    return word in PAST_WORDS or (
        word[-2:] == "ed" and len(word) > 3 and word not in NO_PARTICIPLES and (word[:2] != "un" or word in _UNDONE)
    )
