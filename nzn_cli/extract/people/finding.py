"""Who is named in one text: candidates are weighed as spellings, full names first, single words in their light.

All occurrences of a spelling are weighed together, since one clear context settles the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from nzn_cli.extract.people import evidence, lexicon, spotting, verdict
from nzn_cli.extract.people.spotting import Candidate

ACCEPT = 0.5
_LISTED = frozenset((", ", " and ", ", and ", " & ", "; ", "; and ", " or "))


class Spelling(NamedTuple):
    """All occurrences of one string in a document."""

    tokens: tuple[str, ...]
    places: list[Candidate]


class Found(NamedTuple):
    """A spelling that names a person, and how sure that is."""

    spelling: Spelling
    score: float


def spellings(text: str) -> list[Spelling]:
    """Return the candidate spellings of a text in the order of their first occurrence."""
    groups: dict[tuple[str, ...], Spelling] = {}
    hopeless = spotting.hopeless
    for match in spotting.patterns()[0].finditer(text):
        run = match.group()
        if " " not in run and hopeless(run):
            continue
        for candidate in spotting.candidates(text, match.start(), match.end()):
            group = groups.get(candidate.tokens)
            if group is None:
                groups[candidate.tokens] = group = Spelling(candidate.tokens, [])
            group.places.append(candidate)
    return list(groups.values())


def signs_of(text: str, spelling: Spelling) -> list[str]:
    """Return the signs of a spelling from its words and from the words around all its occurrences."""
    capitals = all(c.capitals for c in spelling.places)
    many = "m" if len(spelling.tokens) > 1 else "s"
    around: set[str] = set()
    for candidate in spelling.places[:12]:
        around.update(evidence.left(text, candidate))
        around.update(evidence.right(text, candidate))
    found = [many + sign for sign in around]
    found.extend(evidence.of_words(spelling.tokens, capitals))
    found.append(f"{many}bias")
    return found


def document_signs(text: str, spelling: Spelling, singles: dict[str, Spelling]) -> list[str]:
    """Return the signs that the rest of the document gives to a full name."""
    last = spelling.tokens[-1]
    found = []
    if last in singles:
        found.append("again=last")
        around = {s for c in singles[last].places[:6] for s in evidence.left(text, c) + evidence.right(text, c)}
        found.extend(
            f"again:{s}"
            for s in ("<honorific", "<title", ">speech", "<speech", ">'s", "<the", "<place-preposition")
            if s in around
        )
    if spelling.tokens[0] in singles:
        found.append("again=first")
    if len(spelling.places) > 1:
        found.append("repeated")
    if written_small(text, spelling.tokens):
        found.append("small-elsewhere")
    return found


def written_small(text: str, tokens: Sequence[str]) -> bool:
    """Say whether a word of the name that is no known name stands in lower case in the text."""
    return any(
        not lexicon.word(t).signs & (lexicon.GIVEN | lexicon.SURNAME) and len(t) > 2 and f" {t.lower()} " in text
        for t in tokens
    )


def single_signs(text: str, spelling: Spelling, full: Iterable[Sequence[str]]) -> list[str]:
    """Return the signs that the full names of a document give to a word on its own."""
    word = spelling.tokens[0]
    title = word.title() if word.isupper() else word
    found = []
    names = [tuple(t.title() if t.isupper() else t for t in tokens) for tokens in full]
    if any(tokens[-1] == title for tokens in names):
        found.append("known=last")
    elif any(tokens[0] == title for tokens in names):
        found.append("known=first")
    elif any(title in tokens for tokens in names):
        found.append("known=middle")
    if f" {word.lower()} " in text:
        found.append("single-small")
    count = len(spelling.places)
    found.append("once" if count == 1 else "twice" if count == 2 else "often")
    return found


def neighbours(text: str, groups: Sequence[Spelling]) -> dict[tuple[str, ...], set[tuple[str, ...]]]:
    """Return for each spelling those that stand in one list with it: "A, B and C"."""
    found: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    places = sorted((c for g in groups for c in g.places), key=lambda c: c.start)
    for left, right in pairwise(places):
        if right.start - left.end <= 6 and text[left.end : right.start] in _LISTED:
            found.setdefault(left.tokens, set()).add(right.tokens)
            found.setdefault(right.tokens, set()).add(left.tokens)
    return found


def beside_signs(
    tokens: tuple[str, ...],
    beside: Mapping[tuple[str, ...], set[tuple[str, ...]]],
    scores: Mapping[tuple[str, ...], float],
) -> list[str]:
    """Return the signs that the neighbours in a list give, by how sure it is that they are people."""
    found = set()
    for other in beside.get(tokens, ()):
        score = scores.get(other)
        if score is not None and len(other) > 1:
            found.add("beside=person" if score > 0.8 else "beside=other" if score < 0.2 else "beside=unsure")
    return list(found)


def full_names(text: str, groups: Sequence[Spelling]) -> list[Found]:
    """Return the full names that are people: each weighed alone, then the unsure ones in the light of their neighbours."""
    singles = {g.tokens[0]: g for g in groups if len(g.tokens) == 1}
    many = [g for g in groups if len(g.tokens) > 1]
    signs = {g.tokens: signs_of(text, g) + document_signs(text, g, singles) for g in many}
    scores = {tokens: verdict.score(found) for tokens, found in signs.items()}
    beside = neighbours(text, many)
    for tokens in beside:
        if 0.02 < scores[tokens] < 0.98:
            extra = beside_signs(tokens, beside, scores)
            if extra:
                scores[tokens] = verdict.score(signs[tokens] + extra)
    return [Found(g, scores[g.tokens]) for g in many if scores[g.tokens] >= ACCEPT]


def people_in(text: str, credited: Sequence[str] = ()) -> list[Found]:
    """Return the spellings that name people, full names before single words."""
    groups = spellings(text)
    accepted = full_names(text, groups)
    names = [f.spelling.tokens for f in accepted] + [tuple(c.split()) for c in credited if c.strip()]
    for group in groups:
        if len(group.tokens) == 1:
            score = verdict.score(signs_of(text, group) + single_signs(text, group, names))
            if score >= ACCEPT:
                accepted.append(Found(group, score))
    return accepted
