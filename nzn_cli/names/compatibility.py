"""Two spelled names as one person, or not: surname and given names compared apart. Knows names, not who bears them.

`same_key` compares names across documents, where namesakes are many; `within_rule` names of one document, where a
part of a name means who is named in full.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from nzn_cli.names.given_names import forms, full_forms, is_listed_given, is_rare_surname, single
from nzn_cli.names.name_key import ARTICLES, NameKey, name_key
from nzn_cli.names.name_parts import parse_name
from nzn_cli.text.wordlists import sections, words


class JoinRule(NamedTuple):
    """A rule by which two names are one person's, as `--explain` and `rule` show it."""

    name: str
    score: float | None  # how sure it is across documents; what joins is decided by rules, not by this figure
    within: int | None = None  # its place among the rules within a document, the surest first
    weak: bool = False  # asks for one person alone who could be meant


JOIN_RULES = (
    JoinRule("same", 1.0, within=1),
    JoinRule("middle name left out", 0.95),
    JoinRule("middle name", None, within=2),
    JoinRule("short form", 0.9),
    JoinRule("spelling", 0.85),
    JoinRule("clipped", 0.8, weak=True),
    JoinRule("order", 0.8),
    JoinRule("initials", 0.8, within=3, weak=True),
    JoinRule("called by middle name", 0.75, weak=True),
    JoinRule("part of surname", 0.7, weak=True),
    JoinRule("slip", 0.7, weak=True),
    JoinRule("surname and office", 0.7),
    JoinRule("surname and role", 0.7),
    JoinRule("surname alone", 0.6),
    JoinRule("surname", None, within=4),
    JoinRule("given name and role", 0.6),
    JoinRule("given names alone", 0.6),
    JoinRule("initial of surname", 0.5),
    JoinRule("given name alone", 0.5),
    JoinRule("given name", None, within=5),
    JoinRule("part", None, within=6),
)
SCORES = {rule.name: rule.score for rule in JOIN_RULES if rule.score is not None}
WEAK = frozenset(rule.name for rule in JOIN_RULES if rule.weak)
WITHIN = tuple(name for _, name in sorted((rule.within, rule.name) for rule in JOIN_RULES if rule.within is not None))


class GivenRule(NamedTuple):
    """One rule over two folded given names."""

    id: str
    joins: str | None  # the rule as `--explain` shows it; None where the two are different names
    fits: Callable[[str, str], bool]
    example: tuple[str, str]


@lru_cache(maxsize=65536)
def given_rule(a: str, b: str) -> str | None:
    """Return the rule by which two folded given names are one, or None."""
    return decide_given(GIVEN_RULES, a, b)


def decide_given(rules: Sequence[GivenRule], a: str, b: str) -> str | None:
    """Return what the first of some rules that fits two given names says of them, None where none fits."""
    return next((rule.joins for rule in rules if rule.fits(a, b)), None)


def _is_initial(a: str, b: str) -> bool:
    return 1 in (len(a), len(b)) and a[0] == b[0]


def _has_doubled_letter(a: str, b: str) -> bool:
    return single(a) == single(b)


def _has_doubled_letter_in_long(a: str, b: str) -> bool:
    return min(len(a), len(b)) > 3 and single(a) == single(b)


def _fulls(given: str) -> frozenset[str]:
    """Return the names that a given name may stand for."""
    return forms().full.get(given, frozenset())


def _are_spellings(a: str, b: str) -> bool:
    """Return whether both are spellings of one name and of no other."""
    listed = forms().listed
    return a in listed and b in listed and _fulls(a) == _fulls(b) and len(_fulls(a)) == 1


def _are_of_one_name(a: str, b: str) -> bool:
    return bool(_fulls(a) & _fulls(b))


def _is_short_form(a: str, b: str) -> bool:
    """Return whether one stands for the other, which is a name of its own."""
    return _are_of_one_name(a, b) and (a in forms().listed or b in forms().listed)


def _is_clipped(a: str, b: str) -> bool:
    """Return whether the shorter is the beginning of the longer, and no name of its own (Paul is not Pauline).

    What two names are written as, or is a surname, is not clipped: John is not Johnpaul, nor Johnson.
    """
    short, long = sorted((a, b), key=len)
    if len(short) < 4 or len(long) - len(short) < 2 or not long.startswith(short):
        return False
    if is_listed_given(short) and (is_listed_given(long[len(short) :]) or not is_rare_surname(long)):
        return False
    return not is_listed_given(short) or not (is_listed_given(long) or long.endswith(_feminine_endings()))


def _are_unlisted_spellings(a: str, b: str) -> bool:
    return _one_letter_apart(a, b) and not (a in forms().listed and b in forms().listed)


def _one_letter_apart(a: str, b: str) -> bool:
    """Return whether two long words with the same ends differ in one letter, written otherwise or left out."""
    if a[0] != b[0] or a[-1] != b[-1] or min(len(a), len(b)) < 6 or abs(len(a) - len(b)) > 1:
        return False
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return a[start + (len(a) >= len(b)) :] == b[start + (len(b) >= len(a)) :]


GIVEN_RULES = (
    GivenRule("same", "same", str.__eq__, ("aroha", "aroha")),
    GivenRule("initial", "initials", _is_initial, ("a", "aroha")),
    GivenRule("doubled letter", "spelling", _has_doubled_letter_in_long, ("hinne", "hine")),
    GivenRule("doubled letter of a short name", None, _has_doubled_letter, ("lyn", "lynn")),
    GivenRule("spelling of a name", "spelling", _are_spellings, ("stephen", "steven")),
    GivenRule("short form of a name", "short form", _is_short_form, ("matt", "matthew")),
    GivenRule("two short forms", None, _are_of_one_name, ("maggie", "margie")),
    GivenRule("beginning of a name", "clipped", _is_clipped, ("harpr", "harpreet")),
    GivenRule("one letter apart", "spelling", _are_unlisted_spellings, ("tamatea", "tamatia")),
)


@cache
def _feminine_endings() -> tuple[str, ...]:
    return tuple(sorted(words("nicknames.txt", "feminine_endings")))


# what stands between two names in a text that are two people's: "John Hale and President John Mark Hale"
SIDE_BY_SIDE = re.compile(r",?\s+(?:and|or|met|with|told|nor)\s+(?:[A-Z][a-z]+\s+){0,3}|\s*&\s*")


def can_be_one(a: NameKey, b: NameKey) -> bool:
    """Return whether nothing speaks against two names of one surname being one person's: the test for a third name."""
    if (a.generation and b.generation and a.generation != b.generation) or _are_namesakes(a, b):
        return False
    if not a.given or not b.given or same_key(a, b) is not None:
        return True
    return (
        not _particles_differ(a, b)
        and bool(full_forms(a.given[0]) & full_forms(b.given[0]))
        and _middles_agree(a.given[1:], b.given[1:])
    )


def _are_namesakes(a: NameKey, b: NameKey) -> bool:
    """Return whether two names are those of well-known people who are not one: John and John Quincy Adams."""
    return a.surname == b.surname and frozenset((a.letters, b.letters)) in _namesakes()


@cache
def _namesakes() -> frozenset[frozenset[str]]:
    lines = sections("nicknames.txt")["namesakes"]
    return frozenset(frozenset(name.replace(" ", "") for name in line.split(", ")) for line in lines)


def _particles_differ(a: NameKey, b: NameKey) -> bool:
    """Return whether both surnames have particles, and others: van der Berg is not van den Berg."""
    ours = particles_of(a)
    return bool(ours and (theirs := particles_of(b)) and ours != theirs)


def particles_of(key: NameKey) -> str:
    """Return the particles before a surname, run together: "vander" of Ann van der Hale."""
    spoken = key.letters[len("".join(key.given)) :]
    found = spoken[: max(spoken.find(key.surname), 0)]
    return "" if found in ARTICLES else found


def _middles_agree(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return all(given_rule(x, y) is not None for x, y in zip(a, b, strict=False))


def same_key(a: NameKey, b: NameKey) -> str | None:
    """Return the rule by which two names with given names are one person's, or None."""
    if a.letters == b.letters:
        return "same"
    if not a.given or not b.given or (a.generation and b.generation and a.generation != b.generation):
        return None
    if a.surname == b.surname:
        return _same_given(a, b)
    if a.letters[len(a.given[0]) :] == b.letters[len(b.given[0]) :]:  # Lees-Galloway, Lees Galloway
        return given_rule(a.given[0], b.given[0])
    if single(a.surname) == single(b.surname) and min(len(a.surname), len(b.surname)) > 5:
        return "spelling" if _same_given(a, b) in ("same", "middle name left out") else None
    if _swapped(a, b):
        return "order"
    return "part of surname" if _part_of_surname(a, b) else None


def _same_given(a: NameKey, b: NameKey) -> str | None:
    if _particles_differ(a, b) or _are_namesakes(a, b):
        return None
    rule = given_rule(a.given[0], b.given[0])
    if len(a.given) != len(b.given) and _is_too_far(rule, a, b):
        rule = None
    if rule is not None and _middles_agree(a.given[1:], b.given[1:]):
        return "middle name left out" if rule == "same" and len(a.given) != len(b.given) else rule
    for one, other in ((a, b), (b, a)):
        if one.nickname and given_rule(one.nickname, other.given[0]) == "same" and len(other.given) == 1:
            return "short form"
    long, short = (a, b) if len(a.given) > len(b.given) else (b, a)
    return "called by middle name" if _called_by_middle(long.given, short.given) else None


def _is_too_far(rule: str | None, a: NameKey, b: NameKey) -> bool:
    """Return whether more names on one side speak against a rule: J. Edgar is not John, Mohammed no Muhammad Tane.

    Nor is C. T. Chris, unless few bear the surname.
    """
    if rule == "initials":
        more = len(_of_initials(a, b).given) > 1 and not is_rare_surname(a.surname)
        return more or not _only_initials(a, b)
    return rule == "spelling" and _has_more_names(a, b)


def _has_more_names(a: NameKey, b: NameKey) -> bool:
    """Return whether one has a given name in full for which the other has none: Ann Aroha beside Ann."""
    longer, shorter = sorted((a.given, b.given), key=len, reverse=True)
    return any(len(word) > 1 for word in longer[len(shorter) :])


def are_slips(a: NameKey, b: NameKey) -> bool:
    """Return whether two names differ by a letter of a long given name or surname: another, left out, or turned.

    That proves nothing alone: Michael Reagan and Michael Regan may be two people.
    """
    if a.generation != b.generation or not a.given or not b.given or not _middles_agree(a.given[1:], b.given[1:]):
        return False
    if a.surname == b.surname:
        return _one_letter_off(a.given[0], b.given[0])
    return a.given[0] == b.given[0] and _one_letter_off(a.surname, b.surname)


def _one_letter_off(a: str, b: str) -> bool:
    if min(len(a), len(b)) < _LONG or abs(len(a) - len(b)) > 1 or a[0] != b[0] or a == b:
        return False
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if len(a) == len(b):
        turned = a[start : start + 2] == b[start : start + 2][::-1] and a[start + 2 :] == b[start + 2 :]
        return turned or a[start + 1 :] == b[start + 1 :]
    return a[start + (len(a) > len(b)) :] == b[start + (len(b) > len(a)) :]


_LONG = 5  # letters of a name from which on one more or less is a slip, and not another name


def _only_initials(a: NameKey, b: NameKey) -> bool:
    """Return whether the shorter list of given names has initials alone: J. or J. K. for Joanne Kathleen."""
    return all(len(word) == 1 for word in _of_initials(a, b).given)


def _of_initials(a: NameKey, b: NameKey) -> NameKey:
    return a if len(a.given[0]) == 1 else b


def _called_by_middle(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    """Return whether the shorter list ends the longer: Simon William is called Bill, H. V. Ross is called Ross."""
    if len(short) >= len(long) or any(len(word) == 1 for word in short):
        return False
    tail = long[len(long) - len(short) :]
    return all(len(y) > 1 and (x == y or y in _fulls(x)) for x, y in zip(short, tail, strict=True))


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


def same_person(a: str, b: str) -> tuple[str, float] | None:
    """Return (rule, score from 0 to 1) by which two names may be one person's; None where something speaks against it.

    A surname alone is joined by its surroundings, never by itself: None.
    """
    rule = same_key(name_key(parse_name(a)), name_key(parse_name(b)))
    return None if rule is None else (rule, SCORES[rule])


Words = tuple[str, ...]
FamilyFirst = Callable[[str, str], bool]  # whether two words are a family name before a given name


class WithinRule(NamedTuple):
    """One rule over the plain words of a name and those of a person of the same document."""

    id: str
    joins: str
    fits: Callable[[Words, Words, FamilyFirst], bool]
    example: tuple[str, str]


def within_rule(words: Words, theirs: Words, family_first: FamilyFirst) -> str | None:
    """Return the rule by which a name may be a person's of the same document, or None."""
    return decide_within(WITHIN_RULES, words, theirs, family_first)


def decide_within(rules: Sequence[WithinRule], words: Words, theirs: Words, family_first: FamilyFirst) -> str | None:
    """Return what the first of some rules that fits says of a name and a person, None where none fits."""
    for rule in rules:
        if rule.fits(words, theirs, family_first):
            return rule.joins
    return None


def _is_end_of(words: Words, theirs: Words, _: FamilyFirst) -> bool:
    return len(theirs) == 1 and theirs[0] in (words[0], words[-1])


def _is_surname(words: Words, theirs: Words, family_first: FamilyFirst) -> bool:
    if len(words) != 1 or len(theirs) < 2 or words[0] not in theirs:
        return False
    return words[0] == (theirs[0] if family_first(theirs[0], theirs[1]) else theirs[-1])


def _is_given_name(words: Words, theirs: Words, _: FamilyFirst) -> bool:
    return len(words) == 1 and words[0] == theirs[0]


def _is_any_word(words: Words, theirs: Words, _: FamilyFirst) -> bool:
    return len(words) == 1 and words[0] in theirs


def _lacks_middle_name(words: Words, theirs: Words, _: FamilyFirst) -> bool:
    short, long = sorted((words, theirs), key=len)
    if short[-1] != long[-1] or short[0] != long[0] or not set(short) <= set(long):
        return False
    return short[1:-1] == long[1 : len(short) - 1] or any(
        len(word) > 2 for word in short[1:-1]
    )  # George W. is no H. W.


def _has_initials(words: Words, theirs: Words, _: FamilyFirst) -> bool:
    pairs = zip(words[:-1], theirs[:-1], strict=False)
    return words[-1] == theirs[-1] and all(x == y or (1 in (len(x), len(y)) and x[0] == y[0]) for x, y in pairs)


def _begins_or_ends(words: Words, theirs: Words, _: FamilyFirst) -> bool:
    short, long = sorted((words, theirs), key=len)
    return short in (long[-len(short) :], long[: len(short)])


def initials_of(words: Words) -> str:
    """Return the first letters of the plain words of a name, of both words that a hyphen joins."""
    return "".join([part[:1] for word in words for part in word.split("-")])


def _is_all_initials(words: Words, theirs: Words, _: FamilyFirst) -> bool:
    return len(words) == 1 and len(theirs) > 1 and words[0] == initials_of(theirs)


WITHIN_RULES = (
    WithinRule("same", "same", lambda words, theirs, _: words == theirs, ("ann hale", "ann hale")),
    WithinRule("full name of one word", "part", _is_end_of, ("ann hale", "hale")),
    WithinRule("surname", "surname", _is_surname, ("hale", "ann hale")),
    WithinRule("given name", "given name", _is_given_name, ("ann", "ann hale")),
    WithinRule("another word", "part", _is_any_word, ("mary", "ann mary hale")),
    WithinRule("middle name left out", "middle name", _lacks_middle_name, ("ann hale", "ann mary hale")),
    WithinRule("initials", "initials", _has_initials, ("a. hale", "ann hale")),
    WithinRule("all initials", "initials", _is_all_initials, ("amh", "ann mary hale")),
    WithinRule("beginning or end", "part", _begins_or_ends, ("ann mary", "ann mary hale")),
)
