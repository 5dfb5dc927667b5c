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
_BACK = 60
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
_WORKS = "called|named|entitled|titled|dubbed|song|film|movie|album|book|novel"

CUES = (
    Cue("kind-before", True, r"\b(?:{sort})[ ]\Z", 2, "the retailer [Sunara] grew"),
    Cue("office-of", True, r"\b(?:{office})[ ](?:of|at|for|from|with)[ ](?:the[ ])?\Z", 2, "the CEO of [Sunara]"),
    Cue("deal-with", True, r"\b(?:{deal})[ ](?:the[ ])?\Z", 2, "according to [Sunara], it"),
    Cue("possessive", False, r"['’]s?[ ](?:\w+[ ])?(?:{owned})\b", 2, "[Sunara]'s chief executive"),
    Cue("noun-after", False, r"[ ](?:{owned})\b", 2, "[Sunara] executives met"),
    Cue("apposition", False, r",[ ](?:an?|the|based)[ ][^,.;]{{0,40}}\b(?:{sort})\b", 2, "[Sunara], a large retailer"),
    Cue("listed", False, r"[ ]?\((?:NYSE|NASDAQ|LSE|ASX|NZX|HKEX|TYO)\b", 3, "[Sunara] (NASDAQ: SNR)"),
    Cue("said", False, rf"[ ](?:also[ ])?(?:{_VERBS})\b", 1, "[Sunara] said"),
    Cue("agent", True, r"\b(?:by|with|between|against|[Tt]he|at|from|of|to|in|for|and|via)[ ]\Z", 1, "by [SNR]", True),
    Cue("place-before", True, rf"\b(?:{_TOWARDS})[ ]\Z", -1, "in [Sunara]", False),
    Cue("person-before", True, r"\b(?:Mr|Mrs|Ms|Dr|Miss|Sir|Prof|President|Senator)\.?[ ]\Z", -3, "Mr [Sunara]"),
    Cue("work-before", True, rf"\b(?:{_WORKS})[ ][“\"‘']?\Z", -2, "the film [Sunara]"),
)


class _Compiled(NamedTuple):
    before: bool
    search: re.Pattern[str]
    weight: int
    letters: bool | None


@cache
def _compiled() -> tuple[_Compiled, ...]:
    lists = {use: _any_of(words("organisation-cues.txt", use)) for use in ("sort", "office", "deal", "owned")}
    return tuple(
        _Compiled(cue.before, re.compile(cue.pattern.format(**lists)), cue.weight, cue.letters) for cue in CUES
    )


def _any_of(listed: Iterable[str]) -> str:
    return "|".join(word.replace("_", "[ ]") for word in sorted(listed, key=lambda word: (-len(word), word)))


def weight_around(text: str, start: int, end: int, letters: bool = False) -> int:
    """Return what the cues around one place of a text weigh together; `letters` says that an acronym stands there."""
    before, after = text[max(0, start - _BACK) : start], text[end : end + _AHEAD]
    return sum(
        cue.weight
        for cue in _compiled()
        if cue.letters in (None, letters) and (cue.search.search(before) if cue.before else cue.search.match(after))
    )
