"""Who speaks in a transcript, by the labels of its turns: "MR. HALE:", "Hon ANA HALE (Reef Party—Torbay):".

Knows labels and words; whom a label means is asked by `coreference`, whose office "THE PRESIDENT:" is by `offices`.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from nzn_cli.annotate.people import candidates, kinds, people_lexicon
from nzn_cli.annotate.people.candidates import Candidate, Cut
from nzn_cli.annotate.people.run_words import Token

_MOST = 20_000  # labels that are read in a text
_NAMED = kinds.GIVEN | kinds.SURNAME
_TITLES = frozenset((kinds.TITLE, kinds.HONORIFIC))
_WORDS = 8  # of a label
_LONGEST = 220  # characters of a label with what stands around it


class SpeakerLabel(NamedTuple):
    """The label of a turn: where it stands, and the name in it; no name where it is an office ("THE PRESIDENT")."""

    start: int
    end: int
    candidate: Candidate | None
    titled: bool  # an office or honorific stands before the name


@functools.cache
def _pattern() -> re.Pattern[str]:
    """Return the pattern of a label: what a line begins with, up to a colon, brackets behind it left out."""
    upper = people_lexicon.upper_letters()
    aside = r"[ \u00a0]?\([^()\n]{1,60}\)[*_ ]{0,4}"
    return re.compile(rf"[^\w\n(“\"]{{0,12}}([{upper}][^\n:()\[\]]{{1,60}}?)[*_ \u00a0]{{0,4}}(?:{aside}){{0,2}}:")


@functools.lru_cache(maxsize=1)  # who is named in a text and who is meant by an office both ask
def speaker_labels(text: str) -> tuple[SpeakerLabel, ...]:
    """Return the labels of the turns of a text in their order, those that end with a word in capitals."""
    found: list[SpeakerLabel] = []
    at = text.find(":")
    while at > 0 and len(found) < _MOST:
        # nearly all colons stand behind small letters, which is seen at once
        last = text[at - 1] if text[at - 1].isalnum() else text[max(0, at - 5) : at].rstrip("*_ \u00a0")[-1:]
        if last.isupper() or last == ")":
            line = text.rfind("\n", max(0, at - _LONGEST), at) + 1 or (at >= _LONGEST and at) or 0
            match = _pattern().match(text, line)
            if match and match.end() == at + 1 and text[match.end(1) - 1].isupper():
                label = _label(match[1], match.start(1))
                found += [label] if label else []
        at = text.find(":", at + 1)
    return tuple(found)


def _label(words: str, start: int) -> SpeakerLabel | None:
    label = _label_alone(words)
    if label is None or label.candidate is None:
        return label and label._replace(start=start, end=start + len(words))
    cut = label.candidate.cut
    candidate = Candidate(start + cut.start, start + cut.end, start, cut)
    return SpeakerLabel(start, start + len(words), candidate, label.titled)


@functools.lru_cache(maxsize=5_000)
def _label_alone(words: str) -> SpeakerLabel | None:
    """Return a label as if it began a text; the turns of a text have few."""
    name, comma, behind = words.partition(", ")
    if not comma or not _is_office(behind.split()):
        return _label_of(words)
    label = _label_of(name)  # "ANA HALE, MINISTER"
    return label._replace(end=len(words)) if label and label.candidate else None


def _label_of(words: str) -> SpeakerLabel | None:
    tokens = candidates.tokens_in(words)
    if not 0 < len(tokens) <= _WORDS or tokens[-1].end != len(words) or not tokens[-1].text.isupper():
        return None
    known = [people_lexicon.word(_usual(token.text)) for token in tokens]
    titles = 0
    while titles < len(tokens) and (known[titles].kind in _TITLES or _leads_office(tokens[titles].text)):
        titles += 1
    if titles == len(tokens) or tokens[0].text.lower() == "the":
        return SpeakerLabel(0, len(words), None, False)
    if any(word.kind in _NO_NAMES and not word.signs & (_NAMED | kinds.EITHER) for word in known[titles:]):
        return None
    return SpeakerLabel(0, len(words), _candidate(tokens, titles), titles > 0)


def _is_office(words: Sequence[str]) -> bool:
    """Return whether the words behind the name in a label tell what the speaker is, and are no second name."""
    first = people_lexicon.word(_usual(words[0])) if words else None
    if first is None or (first.kind == kinds.KNOWN and first.signs & kinds.GIVEN):
        return False
    return not _speaking_offices().isdisjoint(_usual(word.strip(",")) for word in words)


@functools.cache
def _speaking_offices() -> frozenset[str]:
    """Return the words that tell what a speaker is."""
    return people_lexicon.words_of("title") | {word.title() for word in people_lexicon.words_of("position")} | {"Host"}


_NO_NAMES = frozenset(
    (kinds.ORGANISATION, kinds.GEOGRAPHY, kinds.DEMONYM, kinds.COUNTRY, kinds.LEAD, kinds.COMMON, kinds.TIME,
     kinds.TITLE, kinds.HONORIFIC, kinds.SUFFIX)
)  # fmt: skip


def _candidate(tokens: Sequence[Token], titles: int) -> Candidate:
    name = tokens[titles:]
    before = tuple(token._replace(word=people_lexicon.word(_usual(token.text))) for token in tokens[:titles])
    cut = Cut(name[0].start, name[-1].end, tuple(token.text for token in name), before, (), True)
    return Candidate(cut.start, cut.end, 0, cut)


def _usual(word: str) -> str:
    return word.title() if word.isupper() and len(word) > 1 else word


def _leads_office(word: str) -> bool:
    """Return whether a word stands before the office of a speaker: "ACTING ADMINISTRATOR HALE"."""
    return word.lower() in people_lexicon.words_of("leading")


def named_labels(labels: Sequence[SpeakerLabel], known: frozenset[str]) -> list[tuple[SpeakerLabel, float]]:
    """Return the labels that name people, each with how sure that is; `known` are words of the names of the text.

    A label without a title does where it has two words of names, or one that the text knows or repeats.
    """
    times = Counter(label.candidate.cut.tokens for label in labels if label.candidate)
    found = []
    for label in labels:
        if label.candidate is not None:
            words = label.candidate.cut.tokens
            score = _score(words, label.titled, times[words] > 1, known)
            if score:
                found.append((label, score))
    return found


def _score(words: tuple[str, ...], titled: bool, again: bool, known: frozenset[str]) -> float:
    if titled:
        return 0.95
    signs = [people_lexicon.word(_usual(word)).signs for word in words]
    if _usual(words[-1]) in known:
        return 0.9
    if len(words) > 1:
        return 0.8 if signs[0] & kinds.GIVEN and not signs[0] & signs[-1] & kinds.LOWER else 0.0
    return 0.7 if again and signs[0] & _NAMED and not signs[0] & (kinds.LOWER | kinds.PLACE) else 0.0
