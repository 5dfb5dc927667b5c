"""Countries by their names and by the words for what is theirs. Knows no roles and no texts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from nzn_cli.text.folding import fold
from nzn_cli.text.wordlists import sections


def country_named(text: str) -> str | None:
    """Return the country that a name or an adjective stands for ("Italian", "the U.K.", "New Zealand's"), or None."""
    return _countries().get(_country_key(text))


def country_words() -> tuple[frozenset[str], frozenset[str]]:
    """Return the single words that name countries in running text, and those for what is theirs; no final dots."""
    found: tuple[set[str], set[str]] = (set(), set())
    for names, others in _entries():
        for words, kind in ((names, found[0]), (others, found[1])):
            kind.update(word.rstrip(".") for word in words if " " not in word and not word.endswith("*"))
    return frozenset(found[0]), frozenset(found[1])


def _entries() -> Iterator[tuple[list[str], list[str]]]:
    """Yield the names of each country and the words for what is its, marks included."""
    for line in sections("countries.txt")[""]:
        names, _, others = line.partition(":")
        yield names.split(", "), others.strip().split(", ") if others else []


@cache
def _countries() -> dict[str, str]:
    """Return the countries by the keys of all that stands for them."""
    found: dict[str, str] = {}
    for names, others in _entries():
        found.update((_country_key(name.rstrip("*")), names[0].rstrip("*")) for name in (*names, *others))
    return found


def countries_within(text: str) -> set[str]:
    """Return the countries that a text names, by their names or by the words for what is theirs."""
    words = text.split()
    found = set()
    for at, word in enumerate(words):
        if word[:1].isupper() and opens_country(word.strip("(\"'“”‘’,;:.)")):
            for size in range(1, 5):
                named = country_named(" ".join(words[at : at + size]).strip("(\"'“”‘’,;:.)"))
                found.update([named] if named else [])
    return found


@cache
def _openings() -> frozenset[str]:
    return frozenset(name.partition(" ")[0].removesuffix("'s") for name in _countries())


@lru_cache(maxsize=8192)
def opens_country(word: str) -> bool:
    """Say at small cost whether the name of a country may start with a word; most words of roles start none."""
    key = _country_key(word.strip(","))
    return not key or key == "the" or key.partition(" ")[0] in _openings()


@lru_cache(maxsize=8192)
def _country_key(text: str) -> str:
    key = fold(text).replace(".", "").strip()
    key = key.removesuffix("'s").removesuffix("'").removeprefix("the ")
    return " ".join(key.replace("-", " ").split())
