"""Which names of a corpus leave out what one fuller name of it says: whose a thing is, its place, year, office.

Each way is a pass over the keys of all names, linear in their words; its name is the rule that `--explain` tells.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from nzn_cli.linking.country_names import (
    MORE,
    Fuller,
    Key,
    Named,
    country_left_out,
    country_said_otherwise,
    with_country,
)
from nzn_cli.linking.cut_names import beginning_left_out, end_left_out, parts_of_several
from nzn_cli.names.generic_names import is_generic
from nzn_cli.names.listed_words import common_words, towns
from nzn_cli.names.organisation_key import organisation_key, short_party_names
from nzn_cli.text.folding import fold
from nzn_cli.text.wordlists import words

MANY_MORE = 3  # times as many documents with a name as with it behind another and "and", with which it stands alone
FAR_MORE = 25  # the same as `MORE` where the words themselves say that the fuller name is meant
_SPELLINGS = "organisation-spellings.txt"
_LONGEST = 12  # words of a name whose endings are looked up
_YEAR = re.compile(r"(?:1[89]|20)\d\d\Z")
_PLACED = re.compile(
    r"(?P<name>\S+(?: \S+)* (?:University|College|School|Polytechnic|Hospital)) (?:of|at|in) (?P<place>[A-Z][\w' -]+)"
)


class NamesMeant(NamedTuple):
    """What names mean: `fuller` that mean another, with that one and the rule; `unclear` that may mean several."""

    fuller: dict[Key, tuple[Key, str]]
    unclear: frozenset[Key]


def fuller_names(named: Named, may_join: Callable[[str, str], bool]) -> NamesMeant:
    """Return the names that mean another and those that mean none; what another means means nothing else itself."""
    meant: dict[Key, tuple[Key, str]] = {}
    counts = Counter(named.counts)
    for rule, found_by in PASSES:
        found = found_by(named._replace(counts=counts))
        for key in sorted(found, key=lambda each: (each[0], each[1] or "")):
            target = _end(found[key], found)
            if key != target and may_join(key[0], target[0]):
                meant[key] = target, rule
                counts[target] += counts.pop(key, 0)
    fuller = {key: (_last(target, meant), rule) for key, (target, rule) in meant.items()}
    return NamesMeant(fuller, parts_of_several(named._replace(counts=counts)))


def _end(key: Key, found: Fuller) -> Key:
    """Return what a name means in the end, the first of a ring."""
    seen = [key]
    while (key := found.get(key, key)) not in seen:
        seen.append(key)
    return seen[-1] if seen[-1] == key else min(seen[seen.index(key) :], key=lambda each: (each[0], each[1] or ""))


def _last(key: Key, meant: Mapping[Key, tuple[Key, str]]) -> Key:
    seen = {key}
    while key in meant and meant[key][0] not in seen:
        key = meant[key][0]
        seen.add(key)
    return key


def _place_left_out(named: Named) -> Fuller:
    """Return names that leave out the place that one fuller name alone has: "Victoria University"."""
    fuller: dict[Key, set[Key]] = defaultdict(set)
    for key, name in named.spelled.items():
        placed = _PLACED.fullmatch(name)
        if placed and fold(placed.group("place")) in towns():
            fuller[organisation_key(placed.group("name")), key[1]].add(key)
    return _alone(fuller, named.counts)


def _year_left_out(named: Named) -> Fuller:
    """Return names of laws without what one fuller name alone adds: "Defense Production Act of 1950", "Bill Act"."""
    fuller: dict[Key, set[Key]] = defaultdict(set)
    for key in named.counts:
        rest, _, year = key[0].rpartition(" ")
        if not _YEAR.match(year):
            rest = key[0]
        elif " " in rest:
            fuller[rest, key[1]].add(key)
        if rest.endswith((" bill act", " plan act")):
            fuller[rest.removesuffix(" act"), key[1]].add(key)
    return _alone(fuller, named.counts)


def _office_left_out(named: Named) -> Fuller:
    """Return what ministries and universities are called for short: "Treasury", "Homeland Security", "Harvard"."""
    fuller: dict[Key, set[Key]] = defaultdict(set)
    for key in named.counts:
        rest, _, office = key[0].rpartition(" ")
        short = office == "university" and " " not in rest and rest not in towns()
        topic = office in ("department", "ministry") and rest not in short_party_names()
        if rest in named.bodies and (short or topic) and not is_generic(named.spelled[key]):
            fuller[rest, None].add(key)
            fuller[rest, key[1]].add(key)
    return {
        key: full
        for key, full in _alone(fuller, named.counts).items()
        if named.counts[full] * MORE >= named.counts[key] and _is_whole(named, key)
    }


def _is_whole(named: Named, key: Key) -> bool:
    """Say whether a key has all words of its name: not "southern" of "Southern Company"."""
    plain = (word for word in fold(named.spelled.get(key, "")).split() if word not in words(_SPELLINGS, "small"))
    return len(list(plain)) == len(key[0].split())


def _called(named: Named) -> Fuller:
    """Return what parties are called for short with the party: "Labour"."""
    of_country = with_country(named, [(long, None) for long in short_party_names().values()])
    found: dict[Key, Key] = {}
    for short, long in short_party_names().items():
        fuller = (long, None) if (long, None) in named.counts else of_country.get((long, None))
        if (short, None) in named.counts and fuller is not None:
            found[short, None] = fuller
    return found


def _owner_left_out(named: Named) -> Fuller:
    """Return names without the body that one fuller name alone says they are of: "White House Competition Council"."""
    fuller: dict[Key, set[Key]] = defaultdict(set)
    for bare, key, before in _ends(named):
        owner = before in named.bodies and (" " in before or named.spelled.get((before, None), "").isupper())
        listed = _is_joined(named.spelled.get(key, ""), named.spelled.get(bare, ""), _LISTED)
        owner = owner and fold(named.spelled.get(key, "")).startswith(before.split(" ")[0][:1])
        if owner and not listed and not is_generic(named.spelled.get(bare, "")):
            fuller[bare].add(key)
    alone = _alone(fuller, named.counts)
    return {bare: key for bare, key in alone.items() if named.counts[key] * FAR_MORE >= named.counts[bare]}


def _words_left_out(named: Named) -> Fuller:
    """Return names of plain words that are but the end of one fuller name: "Records Administration"."""
    fuller: dict[Key, set[Key]] = defaultdict(set)
    for bare, key, _ in _ends(named):
        fuller[bare].add(key)
    found = {}
    for bare, key in _alone(fuller, named.counts).items():
        plain = all(word in common_words() for word in bare[0].split())
        joined = _is_joined(named.spelled.get(key, ""), named.spelled.get(bare, ""))
        if not (plain and joined and _is_whole(named, bare)):
            continue
        if named.counts[key] * MANY_MORE <= named.counts[bare] and _is_joined(
            named.spelled[key], named.spelled[bare], _TWO
        ):
            found[key] = bare  # "Quiet Harbour Partnership and Lighthouse Initiative" are two
        elif named.counts[key] * FAR_MORE >= named.counts[bare]:
            found[bare] = key
    return found


def _ends(named: Named) -> Iterator[tuple[Key, Key, str]]:
    """Yield the names that end another, that one, and its words before them."""
    for key in named.counts:
        parts = key[0].split()
        if parts[-1] == "university":
            continue  # that of Southern California is not that of California
        for size in range(2, min(len(parts), _LONGEST)):
            bare = organisation_key(" ".join(parts[-size:])), key[1]
            if bare in named.counts and bare[0] != key[0]:
                yield bare, key, " ".join(parts[:-size])


_TWO = (" and", " &")
_LISTED = (" and", " &", ",", " for")
_JOINED = (*_LISTED, " in", " with", " to", " the", " of", "'s", "’s")


def _is_joined(fuller: str, name: str, joints: tuple[str, ...] = _JOINED) -> bool:
    """Say whether a name goes on from what a small word joins to it: "and Records Administration"."""
    before = fuller[: -len(name)].rstrip() if name and fuller.endswith(name) else ""
    return before.endswith(joints)


def _alone(fuller: Mapping[Key, Iterable[Key]], counts: Mapping[Key, int]) -> Fuller:
    """Return the names of a corpus that have one fuller name alone."""
    found = {}
    for key, keys in fuller.items():
        first, *others = keys
        if not others and key in counts and key != first:
            found[key] = first
    return found


PASSES: tuple[tuple[str, Callable[[Named], Fuller]], ...] = (
    ("country", country_said_otherwise),
    ("country left out", country_left_out),
    ("office left out", _office_left_out),
    ("called", _called),
    ("owner left out", _owner_left_out),
    ("place left out", _place_left_out),
    ("year left out", _year_left_out),
    ("words left out", _words_left_out),
    ("end left out", end_left_out),
    ("beginning left out", beginning_left_out),
)
