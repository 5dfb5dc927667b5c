"""Words that lists know as such: common words of English, names of towns. Knows no names of people and no texts."""

from __future__ import annotations

from functools import cache

from nzn_cli.text.wordlists import sections, words


@cache
def common_words() -> frozenset[str]:
    """Return the words that stand in small letters within sentences."""
    return words("common.txt", "")


@cache
def towns() -> frozenset[str]:
    """Return the names of towns, folded."""
    return frozenset(sections("places.txt")[""])
