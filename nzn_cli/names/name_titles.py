"""What stands around a name: titles, post-nominals, generations, particles. Knows words and no name."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from nzn_cli.text.folding import fold
from nzn_cli.text.wordlists import words_by_use

_FILE = "honorifics.txt"


class Titles(NamedTuple):
    """Folded words by what they do in a name."""

    sure: frozenset[str]
    unsure: frozenset[str]  # given names too
    leading: frozenset[str]  # only before another title
    after: frozenset[str]
    generation: frozenset[str]
    particles: frozenset[str]
    low: frozenset[str]  # particles that stay in lower case when capitals are mended
    styles: frozenset[str]  # titles that say nothing without a name: "Rt Hon"
    opening: frozenset[str]  # particles that make a surname of two words: "De Groot" has no given name
    courtesy: frozenset[str]  # that say nothing of an office
    special: frozenset[str]  # all of these


@cache
def title_words() -> Titles:
    """Return the words of `lexicons/honorifics.txt` by what they do in a name that stands by itself."""
    titles, particles = words_by_use(_FILE, "titles"), words_by_use(_FILE, "particles")
    found = [
        *(_folded(titles[use]) for use in ("name", "name?", "name+")),
        _folded(words_by_use(_FILE, "post-nominals")["name"]),
        frozenset(generations()),
        *(_folded(particles[use]) for use in ("name", "low")),
        _folded(titles["style"]),
        _folded(particles["opening"]),
        _folded(titles["courtesy"]),
    ]
    return Titles._make([*found, frozenset().union(*found)])


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold, words))


@cache
def titles_used_as(use: str) -> frozenset[str]:
    """Return the titles, as they are written in running text, that `lexicons/honorifics.txt` marks with a use."""
    return frozenset(words_by_use(_FILE, "titles")[use])


@cache
def generations() -> dict[str, str]:
    """Return how a generation is shown by the folded ways of writing it: "jnr" is "Jr"."""
    return {fold(word.rstrip("?")): shown for shown, words in _generations() for word in words}


@cache
def generations_in_text() -> dict[str, str]:
    """Return how a generation is shown by the ways of writing it in running text, where "Junior" may be anything."""
    return {word: shown for shown, words in _generations() for word in words if not word.endswith("?")}


def _generations() -> Iterable[tuple[str, tuple[str, ...]]]:
    return words_by_use(_FILE, "generations").items()


@lru_cache(maxsize=8192)
def bare(word: str) -> str:
    """Return a word folded, without the stops and commas around or in it: "Rt." is "rt", "M.P." is "mp"."""
    return fold(word).replace(".", "").strip(",;:'\"")


def is_title(word: str) -> bool:
    """Return whether a word may be a title, "Governor-General" too; it may be a given name as well."""
    key, known = bare(word), title_words()
    if key in known.sure or key in known.unsure or key in known.leading:
        return True
    return "-" in key and all(part in known.sure or part in known.leading for part in key.split("-"))
