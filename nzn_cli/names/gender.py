"""Whether a name is a man's or a woman's, as far as its given name or its title says so. Knows lists of words."""

from __future__ import annotations

from functools import cache

from nzn_cli.names.name_titles import titles_used_as
from nzn_cli.text.folding import fold
from nzn_cli.text.wordlists import words


def gender_of_given_name(word: str) -> str:
    """Return "f" or "m" for a given name (folded) that is of one sex alone, else nothing."""
    for listing in ("nicknames.txt", "genders.txt"):
        if word in words(listing, "women"):
            return "f"
        if word in words(listing, "men"):
            return "m"
    return ""


def gender_of_title(word: str) -> str:
    """Return "f" or "m" for a title (folded, without its dot) of one sex alone, else nothing."""
    return _titles().get(word, "")


@cache
def _titles() -> dict[str, str]:
    men = dict.fromkeys(map(fold, titles_used_as("man")), "m")
    return men | dict.fromkeys(map(fold, titles_used_as("woman")), "f")
