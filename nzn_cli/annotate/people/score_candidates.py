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
from nzn_cli.annotate.people.bodies_as_people import Campuses, bodies_among, is_firm_of_list, persons_only
from nzn_cli.annotate.people.candidates import Candidate, Cut
from nzn_cli.annotate.people.context_words import context_feature, trained_weights
from nzn_cli.annotate.people.known_words import Known, initials_of, known_words, reserved_words, spelled_by_initials
from nzn_cli.annotate.people.naming import title_of
from nzn_cli.annotate.people.speaker_labels import SpeakerLabel, named_labels, speaker_labels
from nzn_cli.annotate.people.sure_names import add_sure_names
from nzn_cli.annotate.people.surface_forms import Small, Spelling, Spellings, Tokens, spellings

WEIGHTS = "people-weights.txt"
ACCEPT = 0.5
_SURE = 0.99
_BY_INITIALS = 0.9
_LISTED = frozenset((", ", " and ", ", and ", " & ", "; ", "; and ", " or "))
_ASIDE = 60  # characters between two names of a list, what is said of the first in brackets among them
_READ = 12  # occurrences of a spelling whose surroundings are read
_AGAIN = ("<honorific", "<title", ">speech", "<speech", ">'s", "<the", "<place-preposition")


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


def people_in(text: str, credited: Sequence[str] = ()) -> tuple[list[Found], int | None]:
    """Return the spellings that name people in a text, full names before single words.

    The number is the character from which on the text was not read, None where all of it was.
    """
    groups = spellings(text)
    labels = speaker_labels(text)
    if labels:
        _drop_labels(groups, labels)
    sure = add_sure_names(text, groups)
    accepted = full_names(text, groups, sure)
    bodies = bodies_among(text, [one.spelling for one in accepted])
    accepted = [one for one in accepted if one.spelling.tokens not in bodies]
    names = [f.spelling.tokens for f in accepted] + [tuple(c.split()) for c in credited]
    speakers = _speakers(labels, known_words(names), names) if labels else []
    alone = groups.single.keys() | groups.reserve.keys()
    known = known_words([*names, *(f.spelling.tokens for f in speakers)], alone)
    pairs = _of_shared_surname(text, accepted)
    taken = {place.start for pair in pairs for place in pair.spelling.places}
    accepted = [one for one in accepted if not (_ends_in_initial(one) and _are_taken(one, taken))]
    singles = _single_names(text, groups, known._replace(sure=sure), taken)
    initials = [Found(spelling, _BY_INITIALS) for spelling in spelled_by_initials(text, names)]
    return [*accepted, *singles, *pairs, *initials, *speakers], groups.stopped


def _single_names(text: str, groups: Spellings, known: Known, taken: set[int]) -> list[Found]:
    """Return the words on their own that name people; `taken` are places that were read as something else."""
    found, named = [], Campuses(text)
    for group in [*groups.single.values(), *reserved_words(text, groups, known)]:
        if group.tokens[0] not in known.any and _is_told_as_body(text, group):
            group.places[:] = [place for place in group.places if title_of(place)]
        if taken:
            group.places[:] = [place for place in group.places if place.start not in taken]
        if not group.places:
            continue
        score = score_features(signs_of(text, group, groups) + single_signs(groups, group, known))
        score = _SURE if group.tokens in known.sure else score
        if score >= ACCEPT and (persons := persons_only(text, group, named)):
            found.append(Found(persons, score))
    return found


def _is_told_as_body(text: str, group: Spelling) -> bool:
    return group.tokens[0] in _acting() or any(is_firm_of_list(text, place) for place in group.places)


@functools.cache
def _acting() -> frozenset[str]:
    """Return the places and bodies that act as people do: "Canberra said", "Oxfam warned"."""
    return people_lexicon.words_of("acting-place") | people_lexicon.bodies_of_one_word()


_WITH_SURNAME = re.compile(r"\b([A-Z][a-z]+)( [A-Z]\.)? (?:and|&) $")


def _of_shared_surname(text: str, accepted: Sequence[Found]) -> list[Found]:
    """Return given names that share the surname of the full name behind them: "Ann and Tom Hale" has Ann Hale.

    So has "Ann K. and Tom B. Hale", of whom the first is Ann K. Hale.
    """
    found = []
    for full in accepted:
        tokens = full.spelling.tokens
        plain = len(tokens) == 2 or (len(tokens) == 3 and people_lexicon.word(tokens[1]).kind == kinds.INITIAL)
        for place in full.spelling.places if plain else ():
            before = _WITH_SURNAME.search(text, max(0, place.start - 20), place.start)
            if before is None or place.cut.before or not _is_given_alone(text, before.start(1), before[1]):
                continue
            words = (*before[0].split()[:-1], tokens[-1])
            end = before.end(2) if before[2] else before.end(1)
            cut = Cut(0, end - before.start(1), words, (), (), False)
            candidate = Candidate(before.start(1), end, before.start(1), cut)
            found.append(Found(Spelling(cut.tokens, [candidate]), full.score))
    return found


def _ends_in_initial(one: Found) -> bool:
    return people_lexicon.word(one.spelling.tokens[-1]).kind == kinds.INITIAL


def _are_taken(one: Found, taken: set[int]) -> bool:
    """Leave a name the places that were not read as something else, and return whether there are none."""
    one.spelling.places[:] = [place for place in one.spelling.places if place.start not in taken]
    return not one.spelling.places


def _is_given_alone(text: str, start: int, word: str) -> bool:
    """Return whether a word is a given name and nothing else, and no part of a longer name."""
    kind, signs = people_lexicon.word(word)
    before = text[max(0, start - 30) : start].rpartition("\n")[2].split()[-1:]
    alone = (
        not before
        or before[0] == "The"
        or not before[0][0].isupper()
        or (before[0][-1] in ".!?:" and len(before[0]) > 5)
    )
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
