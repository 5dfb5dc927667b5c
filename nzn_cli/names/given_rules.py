"""When two given names are one: a table of rules, of which the first that fits decides. Knows no surnames."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from nzn_cli.names.given_names import forms, is_listed_given, single


class GivenRule(NamedTuple):
    """One rule over two folded given names."""

    id: str
    joins: str | None  # the rule as `--explain` shows it; None where the two are different names
    fits: Callable[[str, str], bool]
    example: tuple[str, str]


@lru_cache(maxsize=65536)
def given_rule(a: str, b: str) -> str | None:
    """Return the rule by which two folded given names are one, or None."""
    return decide(GIVEN_RULES, a, b)


def decide(rules: Sequence[GivenRule], a: str, b: str) -> str | None:
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
    """Return whether the shorter is the beginning of the longer, and no name of its own (Paul is not Pauline)."""
    short, long = sorted((a, b), key=len)
    if len(short) < 4 or len(long) - len(short) < 2 or not long.startswith(short):
        return False
    return not is_listed_given(short) or not (is_listed_given(long) or long.endswith(_FEMININE))


_FEMININE = ("ina", "ine", "etta", "ette", "ella", "elle", "anne", "anna")


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
