"""Whether a name is a man's or a woman's, as far as its given name or its title says so. Knows lists of words."""

from __future__ import annotations

from functools import cache

from nzn_cli.names.given_names import family_first
from nzn_cli.names.name_titles import title_words, titles_used_as
from nzn_cli.text.folding import fold
from nzn_cli.text.wordlists import words

_LISTINGS = ("nicknames.txt", "genders.txt")  # the first is the shorter and sure


def gender_of_given_name(word: str) -> str:
    """Return "f" or "m" for a given name (folded) that is of one sex alone, else nothing.

    A particle or a family name that stands first says nothing: "Von der Leyen", "Moon Hale-in".
    """
    if word in title_words().special or word in family_first():
        return ""
    for listing in _LISTINGS:
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
