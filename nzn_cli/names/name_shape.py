"""Whether a text has the shape of a person's name. Knows words of organisations and topics, and no one person."""

from __future__ import annotations

import re
from functools import cache

from nzn_cli.names.name_parts import parse_name
from nzn_cli.text.folding import fold
from nzn_cli.text.wordlists import marked, words


@cache
def _never() -> frozenset[str]:
    return frozenset(map(fold, words("organisations.txt", "words"))) - _last_only()


@cache
def _last_only() -> frozenset[str]:
    """Return the words that are surnames too ("Young", "Church")."""
    return frozenset(map(fold, marked("organisations.txt", "words", "?")))


def is_person_shaped(text: str) -> bool:
    """Return whether `text` looks like one person's name: given name and surname, or a title and a surname.

    Slugs count when they spell such a name ("hon-ron-mark"); organisations, offices, handles and single words do not.
    """
    if len(text) > 80 or re.search(r"[\d@/&|#<>{}=+!?…]|\w\.\w{3}", text):
        return False
    if not words("organisations.txt", "function").isdisjoint(re.split(r"[\s_-]+", text)):
        return False
    parts = parse_name(text)
    name = [word for word in (*parts.given, *parts.surname.split()) if word]
    if not 1 <= len(name) <= 6 or not (parts.given or (parts.titles and parts.surname)):
        return False
    return all(_is_name_word(word) for word in name) and _names_no_organisation(name)


def _names_no_organisation(name: list[str]) -> bool:
    """Return whether no word of a name is one that organisations and topics are called by."""
    keys = [fold(word).strip(".") for word in name]
    if keys[0] in _last_only() and len(keys) > 1:
        return False
    endings = tuple(words("organisations.txt", "endings"))
    return not any(key in _never() or key.endswith(endings) for key in keys)


def _is_name_word(word: str) -> bool:
    return not word.endswith(("'s", "s'")) and bool(re.fullmatch(r"[^\W\d_]+(?:['\-.][^\W\d_]*)*", word))
