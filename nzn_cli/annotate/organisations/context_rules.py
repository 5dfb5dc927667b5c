"""What stands around a capitalised word that says it names a body: a table of cues, each with its weight.

The weights of all cues around all occurrences of one string in a text add up; see `named_by_context`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from nzn_cli.text.wordlists import words

ENOUGH = 2  # weight from which on a string names a body
_BACK = 45
_AHEAD = 70


class Cue(NamedTuple):
    """A cue: its id, on which side it stands, its pattern, its weight and an example with the name in brackets."""

    id: str
    before: bool
    pattern: str
    weight: int
    example: str
    letters: bool | None = None  # whether it tells of acronyms alone (True), of words alone (False), of both


_VERBS = (
    "said|says|announced|reported|unveiled|acquired|launched|published|posted|warned|confirmed|tweeted|claimed|filed|"
    "denied|hired|employs|operates|manufactures|sells|plans|merged|issued|owns"
)
_TOWARDS = "in|near|from|into|towards?|across|around"
_BEHIND = ("owned", "folk", "lettered", "made")  # sections of the word list whose words stand behind a name
_USES = ("sort", "office", "deal", "anybody", *_BEHIND)
_WORKS = "called|named|entitled|titled|dubbed|song|film|movie|album|book|novel"

CUES = (
    Cue("kind-before", True, r"\b(?i:{sort})[ ]\Z", 2, "the retailer [Sunara] grew"),
    Cue(
        "office-of",
        True,
        r"\b(?i:{office})[ ](?:of|at|(?<!ember )for|from|with)[ ](?:the[ ])?\Z",
        2,
        "the CEO of [Sunara]",
    ),
    Cue("deal-with", True, r"\b(?i:{deal})[ ](?:the[ ])?\Z", 2, "according to [Sunara], it"),
    Cue("possessive", False, r"['’]s?[ ](?:\w+[ ])?(?!(?:{anybody})\b)(?:{owned})\b", 2, "[Sunara]'s chief executive"),
    Cue("noun-after", False, r"[ ](?:{owned})\b", 2, "[Sunara] executives met"),
    Cue("apposition", False, r",[ ](?:an?|the|based)[ ][^,.;]{{0,40}}\b(?:{sort})\b", 2, "[Sunara], a large retailer"),
    Cue(
        "is-a",
        False,
        r"[ ](?:is|was)[ ](?:an?|the|one)[ ][^,.;:]{{0,40}}\b(?:{sort})\b",
        2,
        "[Sunara] is a large retailer",
    ),
    Cue("founded", False, r",[ ](?:founded|established|headquartered|incorporated)\b", 2, "[Sunara], founded in 1931"),
    Cue("reports", False, r"[ ]report(?:s|ed)(?=[.\n]|\Z)", 2, "it is so, [Sunara] reports."),
    Cue("people", False, r"[ ](?:\w+[ ])?(?:{folk})\b", -3, "the [Sunara] ethnic group"),
    Cue("reported-by", True, r",[ ]reports[ ](?:the[ ])?\Z", 2, "it is so, reports [Sunara]"),
    Cue("based-before", True, r"\w-(?:based|listed|headquartered)[ ]\Z", 2, "London-based [Sunara] grew"),
    Cue("listed", False, r"[ ]?\((?:NYSE|NASDAQ|LSE|ASX|NZX|HKEX|TYO)\b", 3, "[Sunara] (NASDAQ: SNR)"),
    Cue("letters-office", False, r"[ ](?:{lettered})\b", 1, "an [SNR] probe", True),
    Cue("type", False, r"[ ](?:{made})\b", -3, "a [Sunara] missile"),
    Cue("said", False, rf"[ ](?:also[ ])?(?:{_VERBS})\b", 1, "[Sunara] said"),
    Cue(
        "agent",
        True,
        r"\b(?:by|with|between|against|The|the|at|from|of|to|in|for|and|via|within|under|former)[ ]\Z",
        1,
        "by [SNR]",
        True,
    ),
    Cue("place-before", True, rf"\b(?:{_TOWARDS})[ ]\Z", -1, "in [Sunara]", False),
    Cue("person-before", True, r"\b(?:Mr|Mrs|Ms|Dr|Miss|Sir|Prof|President|Senator)\.?[ ]\Z", -3, "Mr [Sunara]"),
    Cue("work-before", True, rf"\b(?:{_WORKS})[ ][“\"‘']?\Z", -2, "the film [Sunara]"),
)


class _Compiled(NamedTuple):
    search: re.Pattern[str]
    weight: int
    letters: bool | None
    last: frozenset[str]  # the words right before a name without one of which it cannot hold


class _Cues(NamedTuple):
    """The cues of either side, and the words right behind a name without one of which none there can hold."""

    before: tuple[_Compiled, ...]
    after: tuple[_Compiled, ...]
    next: frozenset[str]


@cache
def _compiled() -> _Cues:
    listed = {use: words("organisation-cues.txt", use) for use in _USES}
    lists = {use: _any_of(found) for use, found in listed.items()}
    sides: tuple[list[_Compiled], list[_Compiled]] = ([], [])
    for cue in CUES:
        pattern = cue.pattern.format(**lists)
        used = [
            word.replace("_", " ") for use, found in listed.items() if f"{{{use}}}" in cue.pattern for word in found
        ]
        last = frozenset(_last_part(word) for word in used)
        last |= {word.lower() for word in re.findall(r"[A-Za-z]+", cue.pattern)} | {"toward"}
        sides[not cue.before].append(_Compiled(re.compile(pattern), cue.weight, cue.letters, last))
    starts = {word.partition("_")[0] for use in _BEHIND for word in listed[use]}
    starts |= {*_VERBS.split("|"), "also", "is", "was", "reports"}
    return _Cues(tuple(sides[0]), tuple(sides[1]), frozenset(starts))


def _any_of(listed: Iterable[str]) -> str:
    return "|".join(word.replace("_", "[ ]") for word in sorted(listed, key=lambda word: (-len(word), word)))


def weight_around(text: str, start: int, end: int, letters: bool = False) -> int:
    """Return what the cues around one place of a text weigh together; `letters` says that an acronym stands there."""
    cues, weight = _compiled(), 0
    before = text[max(0, start - _BACK) : start]
    last = _last_part(before.rstrip(" “\"‘'")).lstrip("(“\"‘'").rstrip(".")
    for cue in cues.before:
        if last in cue.last and cue.letters in (None, letters) and cue.search.search(before):
            weight += cue.weight
    after = text[end : end + _AHEAD]
    if after[:1] in ("'", "’", ",", "(") or after[:2] == " (" or _next_word(after) in cues.next:
        for cue in cues.after:
            if cue.search.match(after):
                weight += cue.weight
    return weight


def _last_part(words: str) -> str:
    """Return the last word of some, of a compound its last part, in small letters."""
    return words.rpartition(" ")[2].rpartition("-")[2].lower()


def _next_word(after: str) -> str:
    return after[1:40].partition(" ")[0].rstrip(".,;:!?'’”\")") if after[:1] == " " else ""
