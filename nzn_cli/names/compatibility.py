"""Two spelled names as one person, or not: surname and given names compared apart. Knows names, not who bears them.

`forms` gives what a name may be looked up under, so that a corpus of names is never compared all with all.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from nzn_cli.names.given_names import forms, full_forms, is_listed_given, single
from nzn_cli.names.name_parts import NameParts, parse_name
from nzn_cli.names.name_titles import title_words
from nzn_cli.text.folding import fold

# How sure each rule is, for --explain; what joins and what stays apart is decided by rules, not by these figures.
SCORES = {
    "same": 1.0,
    "middle name left out": 0.95,
    "short form": 0.9,
    "spelling": 0.85,
    "clipped": 0.8,
    "order": 0.8,
    "initials": 0.8,
    "called by middle name": 0.75,
    "part of surname": 0.7,
    "surname and role": 0.7,
    "surname alone": 0.6,
    "given name and role": 0.6,
    "given names alone": 0.6,
    "initial of surname": 0.5,
    "given name alone": 0.5,
}

WEAK = frozenset(("clipped", "initials", "called by middle name", "part of surname"))


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
    return rest if fold(article) in _ARTICLES and len(rest) > 2 else word


_ARTICLES = frozenset(("al", "el", "as", "ash", "ad", "an", "ar", "at", "az"))


def _spelled_out(word: str) -> tuple[str, ...]:
    """Return the letters of "J.K." and "JK" one by one, of any other word together."""
    letters = _letters(word)
    if len(letters) > 3 and "." not in word:
        return (letters,)
    dotted = "." in word and all(len(part) < 2 for part in word.split("."))
    return tuple(letters) if dotted or (word.isupper() and len(letters) < 4) else (letters,)


def _given_rule(a: str, b: str) -> str | None:
    """Return the rule by which two folded given names are one, or None."""
    if a == b:
        return "same"
    if len(a) == 1 or len(b) == 1:
        return "initials" if a[0] == b[0] else None
    known = forms()
    if single(a) == single(b):
        return "spelling" if min(len(a), len(b)) > 3 else None
    fulls_a, fulls_b = known.full.get(a, frozenset()), known.full.get(b, frozenset())
    if fulls_a & fulls_b:
        if a in known.listed and b in known.listed and fulls_a == fulls_b and len(fulls_a) == 1:
            return "spelling"
        direct = (a in known.listed and known.full[a] & fulls_b) or (b in known.listed and known.full[b] & fulls_a)
        return "short form" if direct else None
    if _is_clipped(a, b):
        return "clipped"
    return "spelling" if _one_letter_apart(a, b) and not (a in known.listed and b in known.listed) else None


def _one_letter_apart(a: str, b: str) -> bool:
    """Return whether two long words with the same ends differ in one letter, written otherwise or left out."""
    if a[0] != b[0] or a[-1] != b[-1] or min(len(a), len(b)) < 6 or abs(len(a) - len(b)) > 1:
        return False
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return a[start + (len(a) >= len(b)) :] == b[start + (len(b) >= len(a)) :]


def _is_clipped(a: str, b: str) -> bool:
    """Return whether the shorter is the beginning of the longer, and no name of its own (Paul is not Pauline)."""
    short, long = sorted((a, b), key=len)
    if len(short) < 4 or len(long) - len(short) < 2 or not long.startswith(short):
        return False
    return not is_listed_given(short) or not (is_listed_given(long) or long.endswith(_FEMININE))


_FEMININE = ("ina", "ine", "etta", "ette", "ella", "elle", "anne", "anna")


def can_be_one(a: NameKey, b: NameKey) -> bool:
    """Return whether nothing speaks against two names of one surname being one person's: the test for a third name."""
    if a.generation and b.generation and a.generation != b.generation:
        return False
    if not a.given or not b.given or same_key(a, b) is not None:
        return True
    return bool(full_forms(a.given[0]) & full_forms(b.given[0])) and _middles_agree(a.given[1:], b.given[1:])


def _middles_agree(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return all(_given_rule(x, y) is not None for x, y in zip(a, b, strict=False))


def same_key(a: NameKey, b: NameKey) -> str | None:
    """Return the rule by which two names with given names are one person's, or None."""
    if a.letters == b.letters:
        return "same"
    if not a.given or not b.given or (a.generation and b.generation and a.generation != b.generation):
        return None
    if a.surname == b.surname:
        return _same_given(a, b)
    if a.letters[len(a.given[0]) :] == b.letters[len(b.given[0]) :]:  # Lees-Galloway, Lees Galloway
        return _given_rule(a.given[0], b.given[0])
    if single(a.surname) == single(b.surname) and min(len(a.surname), len(b.surname)) > 5:
        return "spelling" if _same_given(a, b) in ("same", "middle name left out") else None
    if _swapped(a, b):
        return "order"
    return "part of surname" if _part_of_surname(a, b) else None


def _same_given(a: NameKey, b: NameKey) -> str | None:
    rule = _given_rule(a.given[0], b.given[0])
    if rule == "initials" and len(a.given) != len(b.given) and not _only_initials(a, b):
        rule = None  # J. Edgar is not John
    if rule is not None and _middles_agree(a.given[1:], b.given[1:]):
        return "middle name left out" if rule == "same" and len(a.given) != len(b.given) else rule
    for one, other in ((a, b), (b, a)):
        if one.nickname and _given_rule(one.nickname, other.given[0]) == "same" and len(other.given) == 1:
            return "short form"
    long, short = (a, b) if len(a.given) > len(b.given) else (b, a)
    return "called by middle name" if _called_by_middle(long.given, short.given) else None


def _only_initials(a: NameKey, b: NameKey) -> bool:
    """Return whether the shorter list of given names has initials alone: J. or J. K. for Joanne Kathleen."""
    initial = a if len(a.given[0]) == 1 else b
    return all(len(word) == 1 for word in initial.given)


def _called_by_middle(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    """Return whether the shorter list ends the longer: Simon William is called Bill, H. V. Ross is called Ross."""
    if len(short) >= len(long) or any(len(word) == 1 for word in short):
        return False
    tail = long[len(long) - len(short) :]
    return all(len(y) > 1 and _given_rule(x, y) in ("same", "short form") for x, y in zip(short, tail, strict=True))


def _swapped(a: NameKey, b: NameKey) -> bool:
    """Return whether two names are the same two words in either order, one of which is a family name put first."""
    if len(a.given) != 1 or len(b.given) != 1 or (a.given[0], a.surname) != (b.surname, b.given[0]):
        return False
    return not (is_listed_given(a.given[0]) and is_listed_given(b.given[0]))


def _part_of_surname(a: NameKey, b: NameKey) -> bool:
    """Return whether one surname is half of the other's, and the given name too rare for a namesake."""
    long, short = sorted((a.surname, b.surname), key=len, reverse=True)
    if len(short) < 4 or not (long.endswith(short) or long.startswith(short)) or len(long) - len(short) < 3:
        return False
    return a.given[0] == b.given[0] and len(a.given[0]) > 4 and not is_listed_given(a.given[0])


def shelves(key: NameKey) -> tuple[tuple[str, str], ...]:
    """Return under what to look a name up among others: `same_key` joins none that have no shelf in common."""
    found = [("letters", key.letters), ("surname", single(key.surname))]
    if key.given:
        given = key.given[0]
        found += [("rest", key.letters[len(given) :]), ("given", given), ("given", key.surname)]
    return tuple(found)


def same_person(a: str, b: str) -> tuple[str, float] | None:
    """Return (rule, score from 0 to 1) by which two names may be one person's; None where something speaks against it.

    A surname alone is joined by its surroundings, never by itself: None.
    """
    rule = same_key(name_key(parse_name(a)), name_key(parse_name(b)))
    return None if rule is None else (rule, SCORES[rule])
