"""Given names as such: their short forms and spellings, and family names that stand before them.

Knows lists of names, not how two names are compared.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import groupby
from typing import NamedTuple

from nzn_cli.text.folding import fold
from nzn_cli.text.wordlists import sections, words, words_by_use


class Forms(NamedTuple):
    """Given names and what is short for them."""

    full: dict[
        str, frozenset[str]
    ]  # short form or spelling -> the names that it may stand for, by their first spelling
    listed: frozenset[str]  # names of their own


@cache
def forms() -> Forms:
    """Return the open list of given names and their forms, read once."""
    full: dict[str, set[str]] = {}
    listed: set[str] = set()
    for line in sections("nicknames.txt")["names"]:
        names, _, short = line.partition(":")
        spellings = names.split("=")
        listed.update(spellings)
        for name in (*spellings, *short.split()):
            full.setdefault(name, set()).add(spellings[0])
    return Forms({name: frozenset(fulls) for name, fulls in full.items()}, frozenset(listed))


def is_listed_given(word: str) -> bool:
    """Return whether `word` (folded) is a common English given name or a short form of one."""
    return word in forms().full


def is_rare_surname(surname: str) -> bool:
    """Return whether few people bear a folded surname, which is no given name either."""
    return surname not in words("surnames.txt", "") and not is_listed_given(surname)


def is_either(word: str) -> bool:
    """Return whether `word` (folded) is a common given name and a common surname as well: "ryan"."""
    return is_listed_given(word) and word in words("surnames.txt", "")


@cache
def family_first() -> frozenset[str]:
    """Return the folded family names that stand first in Chinese, Korean and Vietnamese names."""
    return frozenset(map(fold, words_by_use("nicknames.txt", "family_names_first")["name"]))


@cache
def pinyin_family_names() -> frozenset[str]:
    """Return the Chinese family names that stand first in running text, as they are written there."""
    return frozenset(words_by_use("nicknames.txt", "family_names_first")["text"])


@lru_cache(maxsize=8192)
def full_forms(given: str) -> frozenset[str]:
    """Return what a folded given name may be short for or a spelling of, doubled letters once; at least itself."""
    found = forms().full.get(given)
    if found:
        return frozenset(map(single, found)) | ({single(given)} if given in forms().listed else frozenset())
    return frozenset((single(given),))


@lru_cache(maxsize=8192)
def single(word: str) -> str:
    """Return `word` with doubled letters once: Russell and Russel alike."""
    return "".join(letter for letter, _ in groupby(word))
