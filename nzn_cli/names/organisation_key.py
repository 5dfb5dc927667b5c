"""What makes two names of bodies one: spelling, small words, legal forms, the order of a ministry's words.

Knows names as such, no texts and no corpora; used where names of one text are joined and where those of a corpus are.
"""

from __future__ import annotations

import re
from functools import lru_cache

from nzn_cli.text.folding import fold
from nzn_cli.text.wordlists import sections, words

KINDS = ("organisation", "agreement", "law", "programme", "mission", "meeting")
_SPELLINGS = "organisation-spellings.txt"
_SPELLED = (("ization", "isation"), ("izations", "isations"), ("izing", "ising"), ("ized", "ised"), ("yze", "yse"))
_OFFICES = frozenset(("ministry", "department", "office", "bureau", "university", "government"))
_WORD = re.compile(r"[^\W_]+(?:['.][^\W_]+)*")


@lru_cache(maxsize=100_000)
def organisation_key(name: str) -> str:
    """Return what names of one body have in common: "Defence Ministry" and "Ministry of Defense" have one key."""
    small, legal = words(_SPELLINGS, "small"), words(_SPELLINGS, "legal")
    found = [_spelled(word) for word in _words(name)]
    fields = len(found) > 1 and (found[0] != "university" or found[1] in ("of", "for", "te"))  # no "University Press"
    plain = [word for word in found if word not in small]
    while len(plain) > 1 and plain[-1] in legal:
        plain.pop()
    if not plain:
        return fold(name)
    if len(plain) > 1:
        plain = [part for word in plain for part in _within().get(word, word).split()]
    return " ".join(_field_first(plain) if fields else plain)


def _field_first(plain: list[str]) -> list[str]:
    """Return the words of a body with what it is of before what it is, but where that is another: Miami University."""
    if plain[0] not in _OFFICES or len(plain) == 1:
        return plain
    field = plain[1:]
    if plain[0] == "university" and " ".join(field) in sections(_SPELLINGS)["two-universities"]:
        return plain
    return [*field, plain[0]]


@lru_cache(maxsize=1)
def known_names() -> frozenset[str]:
    """Return the names of bodies, agreements and so on that are known as such."""
    return frozenset(
        name.removesuffix("?")
        for kind in KINDS
        for line in sections("organisation-names.txt").get(kind, ())
        for name in line.split(", ")
    )


@lru_cache(maxsize=1)
def well_known() -> dict[str, str]:
    """Return what well-known short forms stand for: "nato" the key of "North Atlantic Treaty Organization"."""
    found = {}
    for line in sections("organisation-names.txt")["long"]:
        short, _, long = line.partition(": ")
        for each in short.split(", "):
            found[fold(each)] = long
    return found


@lru_cache(maxsize=1)
def short_party_names() -> dict[str, str]:
    """Return the keys of what parties are called for short with the keys of their names: "labour" "labour party"."""
    return {
        organisation_key(each): organisation_key(line.partition(": ")[2])
        for line in sections("organisation-names.txt")["called"]
        for each in line.partition(": ")[0].split(", ")
    }


@lru_cache(maxsize=1)
def bare_for() -> dict[str, str]:
    """Return well-known bodies by what they are called for short: "alliance" NATO."""
    return {
        fold(each): line.partition(": ")[2]
        for line in sections("organisation-names.txt")["bare"]
        for each in [line.partition(": ")[0]]
    }


@lru_cache(maxsize=1)
def state_words() -> frozenset[str]:
    """Return the words of which names that many countries have are made: "Foreign Ministry", "Supreme Court"."""
    return words("organisation-heads.txt", "state") | {"of", "and", "the", "for", "&"}


def is_of_state(name: str) -> bool:
    """Say whether bodies of many countries have this name."""
    return all(word in state_words() for word in name.split())


@lru_cache(maxsize=1)
def _same() -> dict[str, str]:
    """Return words with the spelling that a key has of them: "center" "centre"."""
    return dict(line.split(": ") for line in sections(_SPELLINGS)["same"])


@lru_cache(maxsize=1)
def _within() -> dict[str, str]:
    """Return short forms of words that stand beside others with the words: "un" "united nations"."""
    return dict(line.split(": ") for line in sections(_SPELLINGS)["within"])


def _words(name: str) -> list[str]:
    plain = fold(name).replace(".", "")
    return [word.replace("'s", "s") for word in _WORD.findall(plain.replace("-", " "))]


def _spelled(word: str) -> str:
    if word in _same():
        return _same()[word]
    for american, british in _SPELLED:
        if word.endswith(american):
            return word.removesuffix(american) + british
    return word
