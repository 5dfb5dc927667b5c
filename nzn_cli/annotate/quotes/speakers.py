"""Who stands beside a cue as its speaker: a person named, a pronoun, an office, or a noun phrase without a person.

Knows the mentions of people in the text, not who a pronoun means.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from nzn_cli.annotate.quotes.cues import verbs
from nzn_cli.annotate.quotes.passages import HIDDEN
from nzn_cli.text.wordlists import words

_MOST = 4  # mentions that are tried to the left of a cue
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e)\b(?=[\s,’'])")


class Referent(NamedTuple):
    """What may be a speaker: `entity` is a person's number, or None of a pronoun and of a noun phrase."""

    start: int
    end: int
    entity: int | None
    text: str
    kind: str  # "name", "office", "pronoun" or "phrase"


def _alternatives(listed: Sequence[str]) -> str:
    return "|".join(sorted(map(re.escape, listed), key=lambda word: (-len(word), word)))


_BESIDE = _alternatives([w for w in words("speech.txt", "beside") if w[0] not in "'’n"])
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_WHEN = (
    rf"(?:(?:on|late|early|last|this|that|earlier on)\s+)*(?:{_DAY}|week|month|year|morning|afternoon|evening|night)(?:\s+(?:morning|afternoon|evening|night))?"
    r"|(?:earlier|later)\s+(?:this|that|on|in)\s+(?:the\s+)?(?:day|week|month|year|morning|afternoon|evening)"
    r"|(?:in|on|at|during|through|via|to|with|from|after|before|of)\s+(?:[\w’'.-]+\s+){0,5}?"
    r"(?:statement|interview|speech|tweet|tweets|email|e-mail|letter|release|conference|briefing|report|memo|post|hearing|"
    rf"article|op-ed|editorial|phone|television|radio|TV|rally|debate|show|call|appearance|video|Twitter|Facebook|{_DAY})"
)
_MODIFIER = rf"(?>(?:{_BESIDE}|\w+ly|(?:n['’]t)|{_WHEN})\b)"
_GAP = re.compile(
    r"(?:['’](?:d|ve|ll|re|s(?=\s+(?:also|been|just|now|\w+ing)))\b)?"
    r"(?:\s*\([^()]{1,80}\))?"
    r"(?:\s*,[^.;:!?\x01]{1,160},)?"
    rf"(?>[\s,]*+{_MODIFIER})*+[\s,]*+"
)
_PLAIN = re.compile(r"\s*")
_OWNED = re.compile(r"['’]s?(?!\w)")
_ROLE_WORDS = r"(?:[A-Z][\w.&’'-]*\s+|then-|former\s+|the\s+|then\s+)*"
_OBJECT = re.compile(
    rf"(?:\b(?:for|of|to|with|from|by|against|about|at|in|on|like|including|over|than|and|under|behind|after|backing|supporting|opposing|versus|vs\.?)\s+){_ROLE_WORDS}\Z"
)
_ROLE_OF = re.compile(r"\b[A-Z][\w-]*\s+(?:of|for|to|and|at|in)\s+(?:the\s+)?[A-Z][\w-]*(?:[\s,]+(?:and\s+)?[A-Z][\w-]*)*,?\s+\Z")
_CLAUSE = re.compile(r".*(?:[;:—(\x01]|,(?!\s*(?:Jr|Sr|R-|D-))|\b(?:that|but|but\s+if|and|while|as|because|when|although|though|so|which|if|where|since|after|before)\s)", re.S)
_LEAD = re.compile(r"\s*(?:(?:But|And|Yet|Still|However|Meanwhile|Also|Then|Now|Today|So|Or|For|In|On|At|Later|Earlier)\b,?\s*)?")
_GOVERNING = re.compile(rf"(?:\s+(?:{_alternatives(list(words('speech.txt', 'governing')))}))+\s+to\s+\Z")
_TRAILING = re.compile(rf"(?>[\s,]++{_MODIFIER})++\s*+\Z")
_NOUNS = re.compile(
    r"\s*((?:(?:the|a|an|one|another|some|many|most|several|his|her|their|its|our|my|this|these|two|three|other|few|both|all)\s+)?"
    r"(?:[\w’'.&-]+\s+){0,7}?[\w’'.&-]+(?:\s+(?:of|for|at|with|from|in)\s+[^,.;:\x01]{1,60})?)"
)
_AFTER_WORDS = re.compile(
    r"(?>[\s,]*+(?:[A-Z@][\w.&’'/-]*|\([A-Z][^()]{0,30}\)|&|the|a|an|of|for|and|(?!(?:in|on|at|after|when|while|as|who|that|because|during|to|with|by|from|said|says|is|was|has|had|if|but|so|which|where|about|it|he|she|they|we|I)\b)[a-z][\w’'-]*+))*+[\s,]*+"
)


def referents_in(masked: str, mentions: Sequence[tuple[int, int, int, str, str]]) -> list[Referent]:
    """Return the mentions of people that are not quoted, with the pronouns, in order of place.

    A mention is (start, end, entity, text, source).
    """
    found = [
        Referent(start, end, entity, text, "office" if source == "office" else "name")
        for start, end, entity, text, source in mentions
        if masked[start] != HIDDEN
    ]
    found += [Referent(m.start(), m.end(), None, m.group(), "pronoun") for m in _PRONOUN.finditer(masked)]
    found.sort()
    return found


class Speakers:
    """Finds the speaker beside a cue."""

    def __init__(self, masked: str, referents: list[Referent]) -> None:
        self._text = masked
        self.referents = referents
        self._starts = [each.start for each in referents]
        self._ends = [each.end for each in referents]

    def before(self, cue: int, low: int) -> Referent | None:
        """Return the subject that stands before a cue, at or after `low`."""
        text = self._text
        place = bisect_left(self._starts, cue)
        for at in range(place - 1, max(-1, place - 1 - _MOST), -1):
            one = self.referents[at]
            if one.start < low:
                break
            if one.end > cue:
                continue
            gap = text[one.end : cue]
            governed = _GOVERNING.search(gap)
            if governed:
                gap = gap[: governed.start()]
            if _is_gap(gap) and not self._is_object(one, low):
                return one
            if _is_relative(gap) and not self._is_object(one, low):
                return one
        return self._phrase_before(cue, low)

    def after(self, cue: int, high: int) -> Referent | None:
        """Return the subject that stands behind a cue, before `high`: "said Ms Hale, who leads the union"."""
        text = self._text
        at = bisect_left(self._starts, cue)
        while at < len(self.referents) and self.referents[at].start < high:
            one = self.referents[at]
            before, behind = text[cue : one.start], text[one.end : one.end + 3]
            if len(before) > 140 or HIDDEN in before or not _AFTER_WORDS.fullmatch(before):
                break
            if one.kind == "pronoun" and before.strip():
                break
            if not _OWNED.match(behind) and not _is_governed(before):
                return one
            if _is_governed(before):
                break
            at += 1
        return self._phrase_after(cue, high)

    def subject(self, low: int, high: int) -> Referent | None:
        """Return the first person of a stretch who is no object and owns nothing, else the first of all."""
        at = bisect_left(self._starts, low)
        while at < len(self.referents) and self.referents[at].end <= high:
            one = self.referents[at]
            owner = one.kind != "pronoun" and _OWNED.match(self._text, one.end)
            if not owner and not self._is_object(one, low) and one.text not in ("I", "We", "we"):
                return one
            at += 1
        return None

    def named_between(self, low: int, high: int) -> list[Referent]:
        """Return the referents that begin in a stretch."""
        return self.referents[bisect_left(self._starts, low) : bisect_left(self._starts, high)]

    def _is_object(self, one: Referent, low: int) -> bool:
        return _is_governed(self._text[max(low, one.start - 90) : one.start])

    def _phrase_before(self, cue: int, low: int) -> Referent | None:
        left = self._text[max(low, cue - 200) : cue]
        trailing = _TRAILING.search(left[-80:])
        end = len(left) - (len(left[-80:]) - trailing.start()) if trailing else len(left.rstrip())
        left = left[:end]
        clause = _CLAUSE.match(left)
        start = clause.end() if clause else 0
        lead = _LEAD.match(left, start)
        start = lead.end() if lead else start
        phrase = left[start:end]
        if not _is_noun_phrase(phrase.strip()):
            return None
        offset = max(low, cue - 200) + start
        offset += len(phrase) - len(phrase.lstrip())
        return Referent(offset, offset + len(phrase.strip()), None, phrase.strip(), "phrase")

    def _phrase_after(self, cue: int, high: int) -> Referent | None:
        match = _NOUNS.match(self._text, cue, min(high, cue + 120))
        if not match:
            return None
        phrase = re.split(r"\s+(?:in|on|at|after|when|while|as|who|that|because|during|said)\s|[,.;:\x01]", match.group(1))[0].strip()
        if not phrase or phrase.split()[0].lower() in ("in", "on", "at", "after", "when", "that", "as", "to", "it", "during", "today", "yesterday"):
            return None
        start = match.start(1)
        return Referent(start, start + len(phrase), None, phrase, "phrase")


_OPENS_PHRASE = re.compile(
    r"(?:the|a|an|one|another|some|many|most|several|his|her|their|its|our|my|your|this|these|those|that|two|three|four|five|other|few|both|all|each|every|no|any|more|"
    r"half|about|nearly|only|least|\d[\d.,]*|[A-Z@][\w.&’'/-]*|it|you|someone|somebody|everyone|people|what|sources|officials|critics|experts|police)\b|\w+s\b"
)
_NO_PHRASE_END = frozenset(
    "by at of to for in on with from and or but as than that who which when where while if not before after he she they i we it's forced there be is was".split()
)


@lru_cache(8192)
def _is_noun_phrase(phrase: str) -> bool:
    """Say whether words may be a speaker: they open as a noun phrase does, end in a noun, and hold no verb."""
    listed = phrase.split()
    if not listed or len(listed) > 14 or not phrase[-1].isalnum() and phrase[-1] not in ")'’.":
        return False
    if listed[-1].lower() in _NO_PHRASE_END or listed[0].lower() in _NO_PHRASE_END or not _OPENS_PHRASE.match(phrase):
        return False
    known = verbs()
    return not any((verb := known.get(word)) is not None and not verb.noun for word in listed)


@lru_cache(4096)
def _is_gap(gap: str) -> bool:
    return not gap.strip() or _GAP.fullmatch(gap) is not None


_WHO = re.compile(rf"\s*,?\s*(?:\([^()]{{1,60}}\)\s*,?\s*)?who\b(?>[\s,]*+{_MODIFIER})*+[\s,]*+")


@lru_cache(4096)
def _is_relative(gap: str) -> bool:
    return "who" in gap and _WHO.fullmatch(gap) is not None


def _is_governed(before: str) -> bool:
    """Say whether what stands before a name makes it the object of a preposition: "a spokesman for Mr Hale"."""
    return bool(_OBJECT.search(before)) and not _ROLE_OF.search(before)


def nearest_before(starts: list[int], at: int) -> int:
    """Return the index of the last of sorted starts that is before a place, -1 where there is none."""
    return bisect_right(starts, at) - 1
