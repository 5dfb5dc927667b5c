"""Who stands beside a cue as its speaker: a person named, a pronoun, an office, or a noun phrase without a person.

Knows where people are named in the text, not whom a pronoun means.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from nzn_cli.annotate.quotes.noun_phrases import MODIFIER, alternatives, phrase_after, phrase_before
from nzn_cli.text.wordlists import words

_MOST = 4  # mentions that are tried to the left of a cue
_FIRST = 12  # people of a sentence of whom one may be its subject
_FEW = 4  # people of a label
_BEHIND = 140  # characters between a cue and a name behind it
_BACK = 90  # characters before a name that may govern it
_GAP = re.compile(
    r"(?:['’](?:d|ve|ll|re|s(?=\s+(?:also|been|just|now|\w+ing)))\b)?"
    r"(?:\s*\([^()]{1,80}\)|\s*,\s*[A-Z]-[A-Z][\w.]{0,8}(?=\s*,))?"
    r"(?:\s*,[^.;:!?\x01]{1,160},)?"
    rf"(?>[\s,]*+{MODIFIER})*+[\s,]*+"
)
_WHO = re.compile(rf"(?>\s*+{MODIFIER})?\s*,?\s*(?:\([^()]{{1,60}}\)\s*,?\s*)?who\b(?>[\s,]*+{MODIFIER})*+[\s,]*+")
_OWNED = re.compile(r"['’]s?(?!\w)")
_TITLES = r"(?:[A-Z][\w.&’'-]*\s+|then-|former\s+|the\s+|then\s+)*"
_OBJECT = re.compile(rf"(?:\b(?:{alternatives(words('speech.txt', 'governs'))})\s+){_TITLES}\Z")
_ROLE_OF = re.compile(
    r"\b[A-Z][\w-]*\s+(?:of|for|to|and|at|in|on)\s+(?:the\s+)?[A-Z][\w-]*(?:[\s,]+(?:and\s+)?[A-Z][\w-]*)*,?\s+\Z"
)
_AND = re.compile(rf"\s*,?\s*and\s+{_TITLES}")
_COORDINATED = re.compile(rf"\b(?:and|but|then|or)(?:\s+{MODIFIER})*\s+\Z")
_GOVERNING = re.compile(rf"(?:\s+(?:{alternatives(words('speech.txt', 'governing'))}))+\s+to\s+\Z")
_DATED = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_TITLED = re.compile(
    # "Council on Ports Chair Ann Hale", not "said Monday in Rome that"
    rf"(?>[\s,]*+(?:(?!{_DATED})[A-Z][\w’'-]*\s+(?:on|in|at|to|with)\s+(?=(?:the\s+)?[A-Z])|[A-Z@][\w.&’'/-]*|\([A-Z][^()]{{0,30}}\)|&|the|a|an|of|for|and"
    rf"|(?!(?:{alternatives(words('speech.txt', 'not-behind'))})\b)[a-z][\w’'-]*+))*+[\s,]*+"
)


class Referent(NamedTuple):
    """What may be a speaker: `entity` is a person's number, or None of a pronoun and of a noun phrase."""

    start: int
    end: int
    entity: int | None
    text: str
    kind: str  # "name", "office", "pronoun" or "phrase"


def referents_in(
    masked: str, mentions: Sequence[tuple[int, int, int, str, str]], pronouns: Sequence[tuple[int, int]]
) -> list[Referent]:
    """Return the people that a text names outside marks, with the pronouns, in order of place.

    A mention is (start, end, entity, text, source), a pronoun where it stands.
    """
    found = [
        Referent(start, end, entity, text, "office" if source == "office" else "name")
        for start, end, entity, text, source in mentions
    ]
    found += [Referent(start, end, None, masked[start:end], "pronoun") for start, end in pronouns]
    found.sort()
    return found


class Speakers:
    """Finds the speaker beside a cue."""

    def __init__(self, masked: str, referents: list[Referent]) -> None:
        self._text = masked
        self._referents = referents
        self._starts = [each.start for each in referents]

    def before(self, cue: int, low: int) -> Referent | None:
        """Return the subject that stands before a cue, at or after `low`."""
        place = bisect_left(self._starts, cue)
        for at in range(place - 1, max(-1, place - 1 - _MOST), -1):
            one = self._referents[at]
            if one.start < low:
                break
            if one.end > cue or not _is_gap(self._text[one.end : cue]):
                continue
            if not self._is_object(one, low):
                return one
            if (joint := self._joint(at, low)) is not None:
                return joint
        found = phrase_before(self._text, cue, low)
        if found is None or self._begins_with_person(*found):
            return None
        return Referent(*found, None, self._text[slice(*found)], "phrase")

    def _begins_with_person(self, start: int, end: int) -> bool:
        """Say whether a phrase is a person with a verb or more behind, and no noun phrase: "Ann Hale made this"."""
        inside = self.between(start, end)
        return bool(inside) and inside[0].start == start and not _OWNED.match(self._text, inside[0].end)

    def after(self, cue: int, high: int) -> Referent | None:
        """Return the subject that stands behind a cue, before `high`: "said Ms Hale, who leads the union"."""
        text = self._text
        for at in range(bisect_left(self._starts, cue), len(self._referents)):
            one = self._referents[at]
            before = text[cue : one.start]
            if one.start >= high or not _is_titled(before) or (one.kind == "pronoun" and before.strip()):
                break
            if _is_governed(before):
                break
            if not _OWNED.match(text, one.end):
                return one
        found = phrase_after(text, cue, high)
        return None if found is None else Referent(*found, None, text[slice(*found)], "phrase")

    def subject(self, low: int, high: int) -> Referent | None:
        """Return the first person of a stretch who is no object and owns nothing."""
        for one in self.between(low, high, _FIRST):
            owner = one.kind != "pronoun" and _OWNED.match(self._text, one.end)
            if not owner and one.text not in ("I", "We", "we") and not self._is_object(one, low):
                return one
        return None

    def is_coordinated(self, cue: int, low: int) -> bool:
        """Say whether a cue shares its subject with the verb before: "… and said"."""
        return _COORDINATED.search(self._text, max(low, cue - 30), cue) is not None

    def between(self, low: int, high: int, most: int = _FEW) -> list[Referent]:
        """Return the first referents that begin in a stretch."""
        first = bisect_left(self._starts, low)
        return self._referents[first : min(bisect_left(self._starts, high, first), first + most)]

    def _joint(self, at: int, low: int) -> Referent | None:
        """Return the first of two who speak together: "Ann Hale and Bo Lind said"."""
        if at == 0:
            return None
        first, second = self._referents[at - 1], self._referents[at]
        between = self._text[first.end : second.start]
        if first.start < low or first.kind == "pronoun" or not _AND.fullmatch(between) or self._is_object(first, low):
            return None
        return first

    def _is_object(self, one: Referent, low: int) -> bool:
        return _is_governed(self._text[max(low, one.start - _BACK) : one.start])


@lru_cache(8192)
def _is_gap(gap: str) -> bool:
    """Say whether what stands between a name and a cue leaves the name its subject."""
    governing = _GOVERNING.search(gap)
    if governing:
        gap = gap[: governing.start()]
    return not gap.strip() or _GAP.fullmatch(gap) is not None or ("who" in gap and _WHO.fullmatch(gap) is not None)


@lru_cache(8192)
def _is_titled(before: str) -> bool:
    """Say whether what stands between a cue and a name are the name's titles."""
    return len(before) <= _BEHIND and _TITLED.fullmatch(before) is not None


@lru_cache(8192)
def _is_governed(before: str) -> bool:
    """Say whether what stands before a name makes it the object of a preposition: "a spokesman for Mr Hale"."""
    return _OBJECT.search(before) is not None and _ROLE_OF.search(before) is None
