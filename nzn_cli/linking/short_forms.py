"""What letters stand for across a corpus: by the nearest document that says so, or as is well known.

Knows what documents say of letters, no document's text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from nzn_cli.linking.country_names import Key
from nzn_cli.linking.fuller_names import FAR_MORE
from nzn_cli.names.generic_names import is_generic
from nzn_cli.names.listed_words import common_words
from nzn_cli.names.name_titles import titles_used_as
from nzn_cli.names.organisation_key import KINDS, known_names, organisation_key, well_known
from nzn_cli.text.wordlists import words

_HEADS = "organisation-heads.txt"
_UNDATED = -1
_FEW = 3  # letters that may stand for many things
_SURE = 3  # documents that say what well-known letters stand for from which on it is believed of others
_KNOWN_MORE = 3  # times as many documents with well-known letters as say that they stand for something
_ALIKE = 2 / 3  # share of their words that two long forms of the same letters have in common where they are one
_LONGEST = 12  # long forms of the same letters that are compared with each other


class Expansion(NamedTuple):
    """What one document says that letters stand for, where that is no name it has read; `day` counts days."""

    day: int
    short: str
    long: str


class ShortForms:
    """What the short forms of a corpus stand for."""

    def __init__(
        self, named: Iterable[tuple[int, str, Key]], expansions: Sequence[Expansion], counts: Mapping[str, int]
    ) -> None:
        """`named` are day, short form and the key of what it names; `counts` how many documents have a word alone."""
        self._counts = counts
        self._listed: dict[str, list[tuple[int, Key | None]]] = defaultdict(list)
        self.spelled: dict[Key, str] = {}
        for day, short, key in named:
            self._listed[organisation_key(short)].append((day, key))
        plain = {organisation_key(one.short) for one in expansions if _says_nothing(one.long)}
        for day, short, long in sorted(expansions):
            letters, name = organisation_key(short), without_possessive(long)
            if is_name(name) and (letters in _known() or (letters not in plain and _is_body(name))):
                key = organisation_key(name), None
                self._listed[letters].append((day, key))
                self.spelled.setdefault(key, name)
            elif letters not in _known():
                self._listed[letters].append((day, None))
        for listed in self._listed.values():
            listed.sort(key=lambda one: (one[0], one[1] is None, *(part or "" for part in one[1] or ())))

    def _is_seldom(self, short: str) -> bool:
        """Say whether few documents say what letters stand for that far more have, which may mean another thing."""
        told = len(self._listed[short])
        doubted = short in well_known() or (short in _known() and told < _SURE) or len(short) <= _FEW
        return told * (_KNOWN_MORE if doubted else FAR_MORE) < self._counts.get(short, 0)

    def meant(self, short: str, day: int) -> tuple[Key | None, str] | None:
        """Return what a short form stands for and by which rule, the key None where it names nothing; None unknown."""
        listed = self._listed.get(short, [])
        if listed and self._is_seldom(short):
            listed = []  # one document's own short form for what all others call something else
        keys = {key for _, key in listed}
        known = organisation_key(well_known()[short]) if short in well_known() else None
        if known is not None and len(keys) > 1 and (known, None) in keys:
            return (known, None), "well-known"
        if len(keys) == 1:
            return next(iter(keys)), "defined"
        if keys:
            return _nearest(listed, day), "nearest"
        if short in well_known():
            return (organisation_key(well_known()[short]), None), "well-known"
        return None

    def alike(self) -> dict[Key, Key]:
        """Return long forms of the same letters that differ in a word or two, with the commonest of them."""
        found: dict[Key, Key] = {}
        for short, listed in self._listed.items():
            counts = Counter(key for _, key in listed if key is not None)
            if len(short) < 3 or len(counts) < 2:
                continue
            most = sorted(counts, key=lambda key: (-counts[key], -len(key[0]), key[0], key[1] or ""))[:_LONGEST]
            for place, key in enumerate(most[1:], 1):
                better = next(
                    (other for other in most[:place] if key[1] == other[1] and _are_alike(key[0], other[0])), None
                )
                if better is not None:
                    found.setdefault(key, found.get(better, better))
        return found


def _are_alike(one: str, other: str) -> bool:
    """Say whether two long forms of the same letters are one name: all words of one, or most, are the other's."""
    left, right = ({word.removesuffix("s") for word in each.split()} for each in (one, other))
    both = left & right
    return len(both) > 1 and (both in (left, right) or len(both) >= _ALIKE * len(left | right))


@lru_cache(maxsize=50_000)
def is_name(long: str) -> bool:
    """Say whether a long form names something: its words have capitals, one of them says that it is a body, a law …

    An office is none ("Director of X"), and what many things are called is none ("Working Group").
    """
    plain = _plain(long)
    if len(plain) < 2 or not _has_capitals(long) or is_generic(long) or _is_office(long):
        return False
    foreign = not all(word.lower() in common_words() for word in plain)
    return plain[-1] in words(_HEADS, "headless") or _is_headed(long) or (foreign and plain[-1] not in _others())


def _is_body(long: str) -> bool:
    """Say whether a long form that no document names beside its letters is a body's, law's …, not "Sign Language"."""
    last = _plain(long)[-1]
    return _is_headed(long) or last in words(_HEADS, "members") or " of " in long


def _says_nothing(long: str) -> bool:
    """Say whether a long form is but what something is called: in small letters, an office, a sort of things."""
    name = without_possessive(long)
    if is_name(name):
        return False
    if _has_capitals(long):
        return True
    last = name.rpartition(" ")[2].capitalize()
    return name[1:].islower() and last not in words(_HEADS, "spelled")


def _is_office(long: str) -> bool:
    """Say whether a long form is what somebody is: "Director of National Intelligence", "Chief Financial Officer"."""
    return _heads_of(long)[0] in titles_used_as("title")


def _is_headed(long: str) -> bool:
    """Say whether a word that a name may end with stands at the end of a long form, or before a small word of it."""
    heads = _heads()
    first, *others = _heads_of(long)
    if first in heads or (others and others[-1] in heads and others[-1] not in _others()):
        return first not in _others()
    parts = long.split()
    return any(" ".join(parts[at:]) in known_names() for at in range(1, len(parts) - 1))


def _heads_of(long: str) -> list[str]:
    """Return the words at the end of a long form or before a small word of it."""
    parts, small = long.split(), words(_HEADS, "small")
    return [word.strip(",") for word, after in zip(parts, [*parts[1:], "of"], strict=True) if after in small]


@cache
def _heads() -> frozenset[str]:
    return frozenset(word for kind in (*KINDS, "company", "initial") for word in words(_HEADS, kind))


@cache
def _others() -> frozenset[str]:
    return words(_HEADS, "other") - words(_HEADS, "headless")


def without_possessive(long: str) -> str:
    """Return a long form as a name: without line ends and a possessive."""
    return " ".join(long.split()).removesuffix("'s").removesuffix("’s")


def _plain(long: str) -> list[str]:
    return [word.strip(",") for word in long.split() if word not in words(_HEADS, "small")]


def _has_capitals(long: str) -> bool:
    return all(word[:1].isupper() or not word[:1].isalpha() for word in _plain(long))


@cache
def _known() -> frozenset[str]:
    return frozenset(organisation_key(name) for name in known_names() if " " not in name)


def _nearest(listed: Sequence[tuple[int, Key | None]], day: int) -> Key | None:
    """Return what a short form stands for in the document nearest in time; of an undated one, most often."""
    if day == _UNDATED:
        counts = Counter(key for _, key in listed)
        return min(counts, key=lambda key: (-counts[key], key is None, key and (key[0], key[1] or "")))
    place = bisect_left(listed, day, key=lambda one: one[0])
    near = [listed[at] for at in (place - 1, place) if 0 <= at < len(listed)]
    return min(near, key=lambda one: (abs(one[0] - day), one[1] is None, one[1] and one[1][0]))[1]
