"""Who is named in one text: candidates are weighed as spellings, full names first, single words in their light.

All occurrences of a spelling are weighed together, since one clear context settles the others.
"""

from __future__ import annotations

import functools
import math
import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from nzn_cli.annotate.people import context_features, features, kinds, people_lexicon
from nzn_cli.annotate.people.candidates import Candidate, Cut
from nzn_cli.annotate.people.context_words import context_feature, trained_weights
from nzn_cli.annotate.people.known_words import Known, initials_of, known_words, reserved_words, spelled_by_initials
from nzn_cli.annotate.people.naming import title_of
from nzn_cli.annotate.people.speaker_labels import SpeakerLabel, named_labels, speaker_labels
from nzn_cli.annotate.people.sure_names import add_sure_names
from nzn_cli.annotate.people.surface_forms import Beginnings, Small, Spelling, Spellings, Tokens, spellings

WEIGHTS = "people-weights.txt"
ACCEPT = 0.5
_SURE = 0.99
_BY_INITIALS = 0.9
_LISTED = frozenset((", ", " and ", ", and ", " & ", "; ", "; and ", " or "))
_ASIDE = 60  # characters between two names of a list, what is said of the first in brackets among them
_READ = 12  # occurrences of a spelling whose surroundings are read
_AGAIN = ("<honorific", "<title", ">speech", "<speech", ">'s", "<the", "<place-preposition")
_CAMPUS = re.compile(r"\b(?:University|College) of (?:[A-Z]\w+ ?){1,3}, $")
_AT = (" at ", " from ", " of ", "At ", "From ")
_A_LAW = (" the ", " this ", " that ", " a ", " another ", " new ", " its ", " their ", ") ")
_NEAR = 60  # characters in which a university is named


class Found(NamedTuple):
    """A spelling that names a person, how sure that is, and whether its places are labels of turns."""

    spelling: Spelling
    score: float
    labels: bool = False


@functools.cache
def feature_weights() -> dict[str, float]:
    """Return the weight of each feature, read once."""
    return trained_weights(WEIGHTS)


def score_features(features_: Iterable[str]) -> float:
    """Return how sure it is, from 0 to 1, that a candidate with these features is a person."""
    known = feature_weights()
    total = math.fsum([known.get(feature, 0.0) for feature in features_])  # the same in whatever order
    return 1 / (1 + math.exp(-total)) if -50 < total < 50 else float(total > 0)


def _around(text: str, spelling: Spelling, groups: Spellings) -> set[str]:
    """Return the signs of what stands around the occurrences of a spelling, read once."""
    found = groups.around.get(spelling.tokens)
    if found is None:
        found = groups.around[spelling.tokens] = set()
        for candidate in spelling.places[:_READ]:
            found.update(context_features.around(text, candidate))
        if context_features.taken_up(text, spelling.places[0]):
            found.add(">he")
    return found


def signs_of(text: str, spelling: Spelling, groups: Spellings) -> list[str]:
    """Return the signs of a spelling from its words and from the words around all its occurrences."""
    capitals = spelling.places[0].cut.capitals and all(c.cut.capitals for c in spelling.places)
    many = "m" if len(spelling.tokens) > 1 else "s"
    around = [many + sign for sign in _around(text, spelling, groups)]
    return [*around, *features.of_words(spelling.tokens, capitals), f"{many}bias"]


def context_signs(text: str, spelling: Spelling, groups: Spellings) -> list[str]:
    """Return the signs that the words beside a full name and the rest of the document give to it."""
    return [context_feature(text, spelling.places[:_READ]), *document_signs(text, spelling, groups)]


def document_signs(text: str, spelling: Spelling, groups: Spellings) -> list[str]:
    """Return the signs that the rest of the document gives to a full name."""
    last, single = spelling.tokens[-1], groups.single
    found = []
    if last in single:
        found.append("again=last")
        around = _around(text, single[last], groups)
        found.extend([f"again:{sign}" for sign in _AGAIN if sign in around])
    if spelling.tokens[0] in single:
        found.append("again=first")
    if len(spelling.places) > 1:
        found.append("repeated")
    if _written_small(groups.small, spelling.tokens):
        found.append("small-elsewhere")
    return found


def _written_small(small: Small, tokens: Tokens) -> bool:
    """Say whether a word of the name that is no known name stands in lower case in the text."""
    known = kinds.GIVEN | kinds.SURNAME
    return any(len(t) > 2 and not people_lexicon.word(t).signs & known and t.lower() in small for t in tokens)


def single_signs(groups: Spellings, spelling: Spelling, known: Known) -> list[str]:
    """Return the signs that the full names of a document give to a word on its own."""
    word = spelling.tokens[0]
    title = word.title() if word.isupper() else word
    count = len(spelling.places)
    found = ["once" if count == 1 else "twice" if count == 2 else "often"]
    if title in known.any:
        found.append("known=" + ("last" if title in known.last else "first" if title in known.first else "middle"))
        if people_lexicon.word(title).signs & kinds.PLACE:
            found.append("known-place")
    if word.lower() in groups.small:
        found.append("single-small")
    return found


def neighbours(text: str, groups: Mapping[Tokens, Spelling]) -> dict[Tokens, set[Tokens]]:
    """Return for each spelling those that stand in one list with it: "A, B and C"."""
    found: dict[Tokens, set[Tokens]] = {}
    places = sorted([c for g in groups.values() for c in g.places])
    for left, right in pairwise(places):
        between = text[left.end : right.start] if right.start - left.end < _ASIDE else ""
        if between in _LISTED or (between[:2] in (" (", " f", " o") and _roster().fullmatch(between)):
            found.setdefault(left.cut.tokens, set()).add(right.cut.tokens)
            found.setdefault(right.cut.tokens, set()).add(left.cut.tokens)
    return found


@functools.cache
def _roster() -> re.Pattern[str]:
    """Return the pattern of what stands between the names of a roster: " (Reef Watch), "."""
    return re.compile(r" (?:\([^()\n]+\)|(?:from|of) (?:the )?[A-Z][^,;.\n]+)(?:, and|,|;| and) ?")


def beside_signs(tokens: Tokens, beside: Mapping[Tokens, set[Tokens]], scores: Mapping[Tokens, float]) -> list[str]:
    """Return the signs that the neighbours in a list give, by how sure it is that they are people."""
    found = set()
    for other in beside.get(tokens, ()):
        score = scores.get(other, 0.5)
        found.add("beside=person" if score > 0.8 else "beside=other" if score < 0.2 else "beside=unsure")
    return list(found)


def full_names(text: str, groups: Spellings, sure: frozenset[Tokens]) -> list[Found]:
    """Return the full names that are people: each weighed alone, then the unsure ones beside their neighbours."""
    signs = {t: signs_of(text, g, groups) + context_signs(text, g, groups) for t, g in groups.full.items()}
    scores = {tokens: _SURE if tokens in sure else score_features(found) for tokens, found in signs.items()}
    beside = neighbours(text, groups.full)
    for tokens in (*beside, *reversed(beside)):  # what is told of one passes along a list, both ways
        if 0.02 < scores[tokens] < 0.98:
            scores[tokens] = score_features(signs[tokens] + beside_signs(tokens, beside, scores))
    return [Found(g, scores[tokens]) for tokens, g in groups.full.items() if scores[tokens] >= ACCEPT]


class _Bodies:
    """The bodies that a text names behind a word: "Hale University"."""

    def __init__(self, text: str) -> None:
        found = re.finditer(rf" (?={'|'.join(_campus_words())})", text)
        self._before = Beginnings(text[max(0, body.start() - _NEAR) : body.start()][::-1] for body in found)

    def named(self, word: str) -> bool:
        """Say whether the text names a body by a word."""
        return self._before.any_with(word[::-1])


def _persons_only(text: str, spelling: Spelling, bodies: _Bodies) -> Spelling | None:
    """Return a word on its own with the places where it may be a person, or None where there are none."""
    word, places = spelling.tokens[0], spelling.places
    body = bodies.named(word)
    kept = [place for place in places if not text.startswith(_named_after_words(), place.end)]
    kept = [place for place in kept if place.cut.before or not _is_no_person(text, place, word, body)]
    if len(kept) == len(places):
        return spelling
    return Spelling(spelling.tokens, kept) if kept else None


def _is_no_person(text: str, place: Candidate, word: str, body: bool) -> bool:
    before, after = text[max(0, place.start - _NEAR) : place.start], text[place.end : place.end + 15]
    if word == "Bill" and before.endswith(_A_LAW):
        return True
    if body and (after[1:].startswith(_campus_words()) or (before.endswith(_AT) and after[:1] not in ("'", "’"))):
        return True
    return before.endswith(", ") and after[:1] in (",", ".", ";", ")", "") and _CAMPUS.search(before) is not None


@functools.cache
def _campus_words() -> tuple[str, ...]:
    return tuple(sorted(people_lexicon.words_of("campus")))


@functools.cache
def _named_after_words() -> tuple[str, ...]:
    return tuple(f" {word}" for word in sorted(people_lexicon.words_of("named-after")))


def people_in(text: str, credited: Sequence[str] = ()) -> tuple[list[Found], int | None]:
    """Return the spellings that name people in a text, full names before single words.

    The number is the character from which on the text was not read, None where all of it was.
    """
    groups = spellings(text)
    labels = speaker_labels(text)
    if labels:
        _drop_labels(groups, labels)
    sure = add_sure_names(text, groups)
    accepted = _without_bodies(text, full_names(text, groups, sure))
    names = [f.spelling.tokens for f in accepted] + [tuple(c.split()) for c in credited]
    speakers = _speakers(labels, known_words(names), names) if labels else []
    alone = groups.single.keys() | groups.reserve.keys()
    known = known_words([*names, *(f.spelling.tokens for f in speakers)], alone)
    pairs = _of_shared_surname(text, accepted)
    taken = {place.start for pair in pairs for place in pair.spelling.places}
    singles = _single_names(text, groups, known._replace(sure=sure), taken)
    initials = [Found(spelling, _BY_INITIALS) for spelling in spelled_by_initials(text, names)]
    return [*accepted, *singles, *pairs, *initials, *speakers], groups.stopped


_EMPLOYEES = (" analyst ", " economist ", " strategist ", " spokes", " chief executive ", " broker ", " partner ")


@functools.cache
def _employee() -> re.Pattern[str]:
    """Return the pattern of what stands behind a firm: who works there and a name, "analyst Ann Hale"."""
    offices = "|".join(office.strip() for office in _EMPLOYEES)
    return re.compile(rf" (?:(?:chief|senior|equity|market|investment) )?(?:{offices})(?:man|woman|person)? [A-Z]")


def _without_bodies(text: str, found: list[Found]) -> list[Found]:
    """Return what is found in a text without full names that are a firm's, or the beginning of a Māori body's."""
    if any(office in text for office in _EMPLOYEES):
        pattern = _employee()
        found = [one for one in found if not all(pattern.match(text, place.end) for place in one.spelling.places)]
    return [one for one in found if one.spelling.tokens[0] != "Te" or not _opens_body(text, one.spelling.tokens)]


def _opens_body(text: str, tokens: tuple[str, ...]) -> bool:
    """Return whether a Māori name is the beginning of a body's in the same text: "Te Tatau" of "Te Tatau o Te Reef"."""
    return re.search(rf"\b{re.escape(' '.join(tokens))} o (?:te |ng)?[^\W\da-z_]", text) is not None


def _single_names(text: str, groups: Spellings, known: Known, taken: set[int]) -> list[Found]:
    """Return the words on their own that name people; `taken` are places that were read as something else."""
    found, named = [], _Bodies(text)
    for group in [*groups.single.values(), *reserved_words(text, groups, known)]:
        if group.tokens[0] in _acting() and group.tokens[0] not in known.any:
            group.places[:] = [place for place in group.places if title_of(place)]
        if taken:
            group.places[:] = [place for place in group.places if place.start not in taken]
        if not group.places:
            continue
        score = score_features(signs_of(text, group, groups) + single_signs(groups, group, known))
        score = _SURE if group.tokens in known.sure else score
        if score >= ACCEPT and (persons := _persons_only(text, group, named)):
            found.append(Found(persons, score))
    return found


@functools.cache
def _acting() -> frozenset[str]:
    """Return the places and bodies that act as people do: "Canberra said", "Oxfam warned"."""
    return people_lexicon.words_of("acting-place") | people_lexicon.bodies_of_one_word()


_WITH_SURNAME = re.compile(r"\b([A-Z][a-z]+) (?:and|&) $")


def _of_shared_surname(text: str, accepted: Sequence[Found]) -> list[Found]:
    """Return given names that share the surname of the full name behind them: "Ann and Tom Hale" has Ann Hale."""
    found = []
    for full in accepted:
        tokens = full.spelling.tokens
        for place in full.spelling.places if len(tokens) == 2 else ():
            before = _WITH_SURNAME.search(text, max(0, place.start - 20), place.start)
            if before is None or place.cut.before or not _is_given_alone(text, before.start(1), before[1]):
                continue
            cut = Cut(0, len(before[1]), (before[1], tokens[-1]), (), (), False)
            candidate = Candidate(before.start(1), before.end(1), before.start(1), cut)
            found.append(Found(Spelling(cut.tokens, [candidate]), full.score))
    return found


def _is_given_alone(text: str, start: int, word: str) -> bool:
    """Return whether a word is a given name and nothing else, and no part of a longer name."""
    kind, signs = people_lexicon.word(word)
    before = text[max(0, start - 30) : start].rpartition("\n")[2].split()[-1:]
    alone = not before or not before[0][0].isupper() or (before[0][-1] in ".!?:" and len(before[0]) > 5)
    return alone and kind in (kinds.KNOWN, kinds.AMBIGUOUS) and signs & kinds.GIVEN > 0 and not signs & kinds.FREQUENT


def _drop_labels(groups: Spellings, labels: Sequence[SpeakerLabel]) -> None:
    """Take the candidates within labels out of the spellings: how a label is written tells nothing of a sentence."""
    starts = [label.start for label in labels]
    for tokens, spelling in list(groups.full.items()):
        if not _stands_outside(spelling, starts, labels):
            del groups.full[tokens]
    for word, spelling in list(groups.single.items()):
        if not _stands_outside(spelling, starts, labels):
            del groups.single[word]


def _stands_outside(spelling: Spelling, starts: Sequence[int], labels: Sequence[SpeakerLabel]) -> bool:
    """Leave a spelling its places outside labels, and return whether there are any."""
    spelling.places[:] = [place for place in spelling.places if not _is_within(place.start, starts, labels)]
    return bool(spelling.places)


def _is_within(at: int, starts: Sequence[int], labels: Sequence[SpeakerLabel]) -> bool:
    before = bisect_right(starts, at) - 1
    return before >= 0 and at < labels[before].end


def _speakers(labels: Sequence[SpeakerLabel], known: Known, names: Sequence[Tokens]) -> list[Found]:
    """Return the names in labels of turns, each with all its labels; initials are those of one full name."""
    found: dict[tuple[Tokens, float], Found] = {}
    initials = frozenset(letters.title() for letters in initials_of(names, 2))
    for label, score in named_labels(labels, known.any | initials):
        if label.candidate is not None:
            tokens = label.candidate.cut.tokens
            speaker = found.setdefault((tokens, score), Found(Spelling(tokens, []), score, True))
            speaker.spelling.places.append(label.candidate)
    return list(found.values())
