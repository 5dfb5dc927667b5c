"""What stands around a name: titles, post-nominals, generations, particles. Knows words and no name."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from nzn_cli.text.folding import fold
from nzn_cli.text.wordlists import marked


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
    """Return the words of `data/honorifics.txt`."""
    before = [frozenset(map(fold, marked("honorifics.txt", "before", mark))) for mark in ("", "?", "+")]
    others = ("after", "generation", "particles", "low", "styles", "opening", "courtesy")
    found = [*before, *(frozenset(map(fold, marked("honorifics.txt", section, ""))) for section in others)]
    return Titles._make([*found, frozenset().union(*found)])


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
