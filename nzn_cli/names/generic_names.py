"""Names that say only of what sort a thing is: "Action Plan", "Advisory Council", "School of Law".

Knows names as such, no texts and no corpora.
"""

from __future__ import annotations

from functools import cache, lru_cache

from nzn_cli.names.countries import country_named
from nzn_cli.text.folding import fold
from nzn_cli.text.wordlists import sections, words

_FILE = "organisation-generic.txt"


@lru_cache(maxsize=100_000)
def is_generic(name: str) -> bool:
    """Say whether a name only says of what sort a thing is, so that many things have it."""
    small = words("organisation-spellings.txt", "small")
    plain = [word for word in fold(name).replace("’", "'").split() if word not in small and not word.isdecimal()]
    if not plain or name in _none() or _is_country(name):
        return True
    if len(plain) == 1:
        return plain[0] in words(_FILE, "bare")
    headed = not any(word in ("of", "for", "on") for word in name.split())
    return not is_kept(fold(name)) and (_is_of_sort(plain, headed) or _is_of_state(plain) or _is_of_owner(plain))


def is_kept(name: str) -> bool:
    """Say whether a folded name is that of one thing, though it says only of what sort that is."""
    return name in _kept()


def _is_country(name: str) -> bool:
    """Say whether a name is a state's, by a word for its form of state: "Democratic Republic of the Congo"."""
    return not words(_FILE, "state-form").isdisjoint(fold(name).split()) and country_named(name) is not None


def _is_of_sort(plain: list[str], headed: bool = True) -> bool:
    """Say whether words are a head with nothing but what says of what sort it is, before it or behind it."""
    first, last = plain[0], plain[-1]
    if headed and last in _sorts() and all(word in _sorts()[last] for word in plain[:-1]):
        return True
    return first in _fields() and all(word in _fields()[first] for word in plain[1:])


def _is_of_state(plain: list[str]) -> bool:
    """Say whether words are a country and a head of which each has many: "U.S. Embassy"."""
    for size in (1, 2):
        rest = plain[size:]
        if rest and rest[-1] in words(_FILE, "of-state") and country_named(" ".join(plain[:size])) is not None:
            return len(rest) == 1 or _is_of_sort(rest)
    return False


def _is_of_owner(plain: list[str]) -> bool:
    """Say whether words are a body and what it has many of: "White House Initiative"."""
    for owner in sections(_FILE)["owners"]:
        if " ".join(plain).startswith(f"{owner} "):
            rest = plain[len(owner.split()) :]
            return rest[0] in words(_FILE, "bare") if len(rest) == 1 else _is_of_sort(rest)
    return False


@cache
def _none() -> frozenset[str]:
    return frozenset(name for line in sections("organisation-names.txt")["none"] for name in line.split(", "))


@cache
def _kept() -> frozenset[str]:
    return frozenset(name for line in sections(_FILE)["kept"] for name in line.split(", "))


@cache
def _sorts() -> dict[str, frozenset[str]]:
    return _by_head("sorts")


@cache
def _fields() -> dict[str, frozenset[str]]:
    return _by_head("fields")


def _by_head(section: str) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in sections(_FILE)[section]:
        heads, _, sorts = line.partition(": ")
        for head in heads.split():
            found[head] = frozenset(sorts.split()) | {head}
    return found
