"""What is known of words of names of bodies and other named things: heads, well-known names, what ends a name.

Knows words, not texts. What a word is to people's names (title, country, time …) is asked of the people's lexicon.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from nzn_cli.annotate.people import kinds, people_lexicon
from nzn_cli.names.countries import country_named
from nzn_cli.text.folding import fold, level
from nzn_cli.text.wordlists import sections, words

KINDS = ("organisation", "agreement", "law", "programme", "mission", "meeting")
_HEADS = "organisation-heads.txt"
_NAMES = "organisation-names.txt"
_TEAMS = "teams.txt"
_SPORTING = 4  # words of sport, each counted once


class KnownName(NamedTuple):
    """A well-known name: its kind, and whether it is a plain word too."""

    kind: str
    plain: bool


@cache
def heads() -> dict[str, str]:
    """Return the kind of what a name with this last word is: one of KINDS, "company", "press" or "other"."""
    found = {word: kind for kind in ("other", "press", "company", *KINDS) for word in words(_HEADS, kind)}
    for word in words(_HEADS, "press") | words(_HEADS, "company"):
        found.setdefault(word, "organisation")
    return found


@cache
def heads_of(use: str) -> frozenset[str]:
    """Return the heads of one section: initial, weak, foreign, compound, possessive, generic."""
    return words(_HEADS, use)


@cache
def letters_of_none() -> frozenset[str]:
    """Return the letters that name no body of their own: "CEO", "MRI"."""
    return heads_of("letters") | heads_of("letters-within")


@cache
def known_names() -> dict[str, dict[str, list[tuple[tuple[str, ...], KnownName]]]]:
    """Return well-known names as words, by their first word and then their second, "" where they have none."""
    found: dict[str, dict[str, list[tuple[tuple[str, ...], KnownName]]]] = {}
    for kind, lines in sections(_NAMES).items():
        if kind not in KINDS:
            continue
        for name in (each for line in lines for each in line.split(", ")):
            bare = name.removesuffix("?")
            spelled = tuple(level(bare).split(" "))
            second = spelled[1] if len(spelled) > 1 else ""
            found.setdefault(spelled[0], {}).setdefault(second, []).append((spelled, KnownName(kind, bare != name)))
    return found


def known_name(name: str) -> KnownName | None:
    """Return what is known of a whole name, None where it is not well known."""
    spelled = tuple(level(name).split())
    listed = known_names().get(spelled[0], {}).get(spelled[1] if len(spelled) > 1 else "", []) if spelled else []
    return next((known for words, known in listed if words == spelled), None)


@cache
def names_of_none() -> frozenset[str]:
    """Return what is built as names are and names nothing in particular: "Act of Congress"."""
    return frozenset(name for line in sections(_NAMES)["none"] for name in line.split(", "))


@lru_cache(maxsize=100_000)
def kind_of(word: str) -> str:
    """Return what a word is to people's names (see `people.kinds`)."""
    return people_lexicon.word(word).kind


@lru_cache(maxsize=100_000)
def is_common(word: str) -> bool:
    """Say whether a word stands in lower case within sentences as well."""
    known = people_lexicon.word(word)
    return known.signs & kinds.LOWER > 0 or known.kind in (kinds.LEAD, kinds.COMMON)


@lru_cache(maxsize=100_000)
def is_place(word: str) -> bool:
    """Say whether a word is the name of a country, a people's or a city's."""
    known = people_lexicon.word(word)
    return known.kind in (kinds.COUNTRY, kinds.BOTH, kinds.DEMONYM) or (
        known.signs & kinds.PLACE > 0 and not known.signs & kinds.LOWER
    )


@lru_cache(maxsize=100_000)
def is_given_name(word: str) -> bool:
    """Say whether a word is a given name."""
    return people_lexicon.word(word).signs & kinds.GIVEN > 0


@lru_cache(maxsize=100_000)
def is_town(name: str) -> bool:
    """Say whether a name of one word or several is a city's or a country's."""
    return fold(name) in people_lexicon.lists().places or country_named(name) is not None


@cache
def heads_with_short_names() -> frozenset[str]:
    """Return the heads that firms and parties leave out where they are known: "Huawei" of "Huawei Technologies"."""
    return (words(_HEADS, "company") - words(_HEADS, "soft")) | {
        "Group",
        "Holdings",
        "Party",
        "Enterprises",
        "Industries",
        "Bank",
        "Airlines",
    }


@cache
def teams() -> frozenset[str]:
    """Return the teams that share their name with a place or a plain word: "Leinster", "the Sharks"."""
    return frozenset(word.replace("_", " ") for word in words(_TEAMS, "team"))


def speaks_of_sport(text: str) -> bool:
    """Say whether a text has enough words of sport for a team's name to be one."""
    return len(words(_TEAMS, "sport").intersection(re.findall(r"[\w-]+", text))) >= _SPORTING
