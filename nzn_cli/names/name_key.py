"""What is compared of a name, folded letters only, and what it is looked up under.

`shelves` gives what a name may be found by, so that a corpus of names is never compared all with all.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from nzn_cli.names.given_names import single
from nzn_cli.names.name_parts import NameParts
from nzn_cli.names.name_titles import title_words
from nzn_cli.text.folding import fold


class NameKey(NamedTuple):
    """What is compared of a name: folded letters only."""

    letters: str  # the whole name without spaces, hyphens and apostrophes; the same for spellings that differ in those
    given: tuple[str, ...]
    surname: str  # without particles
    last: str  # its last word or half ("Galloway" of Lees-Galloway)
    half: str  # its first
    generation: str
    nickname: str


@lru_cache(maxsize=8192)
def _letters(word: str) -> str:
    folded = fold(word)
    return folded if folded.isalnum() else "".join(c for c in folded if c.isalnum())


def name_key(parts: NameParts) -> NameKey:
    """Return the folded letters of a name by which it is compared."""
    given = tuple([key for word in parts.given for key in _spelled_out(word) if key])
    surname = parts.surname
    if surname.isalpha() and surname.isascii() and not (parts.generation or parts.nickname):
        last = surname.lower()  # most names: neither particles nor halves
        return NameKey("".join(given) + last, given, last, last, last, "", "")
    spoken = surname.split()
    core = [_without_article(word) for word in spoken if fold(word) not in title_words().particles] or spoken[-1:]
    last = core[-1] if core else ""
    return NameKey(
        "".join((*given, *map(_letters, spoken), "+" if parts.generation else "", _letters(parts.generation))),
        given,
        "".join(map(_letters, core)),
        _letters(last.rsplit("-", 1)[-1]),
        _letters(core[0].split("-", 1)[0]) if core else "",
        _letters(parts.generation),
        _letters(parts.nickname),
    )


def _without_article(word: str) -> str:
    """Return "Assad" for "al-Assad": the Arabic article is written, or not, in any way."""
    article, _, rest = word.partition("-")
    return rest if fold(article) in ARTICLES and len(rest) > 2 else word


# the Arabic article, and "son of", which are written in any way
ARTICLES = frozenset(("al", "el", "as", "ash", "ad", "an", "ar", "at", "az", "bin", "ibn", "ben", "binal", "ibnal"))


def _spelled_out(word: str) -> tuple[str, ...]:
    """Return the letters of "J.K." and "JK" one by one, of any other word together."""
    letters = _letters(word)
    if len(letters) > 3 and "." not in word:
        return (letters,)
    dotted = "." in word and all(len(part) < 2 for part in word.split("."))
    return tuple(letters) if dotted or (word.isupper() and len(letters) < 4) else (letters,)


def shelves(key: NameKey) -> tuple[tuple[str, str], ...]:
    """Return under what to look a name up among others: names without a shelf in common are never joined."""
    found = [("letters", key.letters), ("surname", single(key.surname))]
    if key.given:
        given = key.given[0]
        found += [("rest", key.letters[len(given) :]), ("given", given), ("given", key.surname)]
    return tuple(found)
