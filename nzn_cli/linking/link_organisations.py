"""Named things joined across a corpus: what each document calls them in, one row each out, every join with its rule.

Pure and indifferent to the order of its input. Knows names, days and short forms, no document's text and no table.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from nzn_cli.names.countries import country_named, country_words
from nzn_cli.names.organisation_key import is_of_state, organisation_key, short_party_names, well_known
from nzn_cli.text.folding import fold
from nzn_cli.text.wordlists import sections, words

SCORES = {
    "same": 1.0,
    "stated": 1.0,
    "spelling": 0.95,
    "small words": 0.9,
    "defined": 0.95,
    "well-known": 0.9,
    "nearest": 0.7,
    "called": 0.85,
    "country left out": 0.75,
    "place left out": 0.75,
}
_PLACED = re.compile(
    r"(?P<name>\S+(?: \S+)* (?:University|College|School|Polytechnic|Hospital)) (?:of|at|in) (?P<place>[A-Z][\w' -]+)"
)
_UNDATED = -1
_FAR_MORE = 25  # times as many documents with a name as say what it stands for, with which it stands for more

Key = tuple[str, str | None]  # a name's key, and whose it is where many countries have one


class OrganisationUse(NamedTuple):
    """What one document calls a named thing; `day` counts days, -1 where the document is undated."""

    doc: int
    entity: int
    name: str
    kind: str  # "" where only what other documents say of the same letters can tell
    country: str | None
    day: int
    short: str  # the short form that the document gives it, "" where none


class LinkedOrganisation(NamedTuple):
    """One named thing of the corpus; `members` are its entities, each with the rule that made it one and a score."""

    name: str
    slug: str
    kind: str
    country: str | None
    shorts: tuple[str, ...]  # its short forms, the most defined first
    members: tuple[tuple[int, int, str, float], ...]  # doc, entity, rule, score


def link_organisations(
    uses: Sequence[OrganisationUse],
    aliases: Mapping[str, Sequence[str]] = {},
    not_same: Sequence[Sequence[str]] = (),
) -> list[LinkedOrganisation]:
    """Return the named things of a corpus, those of most documents first.

    `aliases` are names with spellings that are the same, `not_same` names that are different things.
    """
    linker = _Linker(sorted(uses), aliases, not_same)
    return linker.linked()


class _Linker:
    """Joins uses by key, then short forms and names without their country to what they stand for."""

    def __init__(
        self, uses: Sequence[OrganisationUse], aliases: Mapping[str, Sequence[str]], not_same: Sequence[Sequence[str]]
    ) -> None:
        self._uses = uses
        self._stated = {
            organisation_key(other): organisation_key(name) for name, others in aliases.items() for other in others
        }
        self._titles = {organisation_key(name): name for name in aliases}
        self._apart = {
            frozenset((organisation_key(a), organisation_key(b)))
            for names in not_same
            for a in names
            for b in names
            if a != b
        }
        self._keys = {self._own_key(use) for use in uses}
        self._definitions: dict[str, list[tuple[int, Key]]] = defaultdict(list)
        for use in uses:
            if use.short and organisation_key(use.short) != organisation_key(use.name):
                self._definitions[organisation_key(use.short)].append((use.day, self._own_key(use)))
        for listed in self._definitions.values():
            listed.sort(key=lambda one: (one[0], one[1][0], one[1][1] or ""))
        self._bare = Counter(organisation_key(use.name) for use in uses)
        self._fuller = self._with_country()
        self._placed = self._with_place()

    def linked(self) -> list[LinkedOrganisation]:
        groups: dict[Key, list[tuple[OrganisationUse, str]]] = defaultdict(list)
        for use in self._uses:
            key, rule = self._meant(use)
            groups[key].append((use, rule))
        told = {key: members for key, members in groups.items() if any(use.kind for use, _ in members)}
        found = [self._made(key, members) for key, members in told.items()]
        found.sort(key=lambda one: (-len({member[0] for member in one.members}), fold(one.name), one.name, one.kind))
        return _with_slugs(found)

    def _own_key(self, use: OrganisationUse) -> Key:
        return organisation_key(use.name), use.country

    def _meant(self, use: OrganisationUse) -> tuple[Key, str]:
        """Return which thing a use means, and by which rule where that is not its own name."""
        own = self._own_key(use)
        if own[0] in self._stated:
            return (self._stated[own[0]], use.country), "stated"
        if " " not in own[0]:
            for key, rule in self._short_for(own[0], use):
                if self._may_join(own[0], key[0]):
                    return (self._stated.get(key[0], key[0]), key[1]), rule
        long = (short_party_names()[own[0]], None) if own[0] in short_party_names() and own[1] is None else own
        if long != own and self._may_join(own[0], long[0]):
            fuller = self._fuller.get(long, long)
            if fuller in self._keys:
                return fuller, "called"
        for rule, left_out in (("country left out", self._fuller), ("place left out", self._placed)):
            whole = left_out.get(own)
            if whole is not None and self._may_join(own[0], whole[0]):
                return whole, rule
        return own, ""

    def _may_join(self, one: str, other: str) -> bool:
        return frozenset((one, other)) not in self._apart

    def _short_for(self, key: str, use: OrganisationUse) -> list[tuple[Key, str]]:
        """Return what a short form may stand for, the likeliest first: by the nearest definition, or as is known."""
        found: list[tuple[Key, str]] = []
        listed = self._definitions.get(key, [])
        meant = {one[1] for one in listed}
        if listed and len(listed) * _FAR_MORE < self._bare[key]:
            listed, meant = [], set()  # one document's own short form for what all others call something else
        if len(meant) == 1:
            found.append((next(iter(meant)), "defined"))
        elif meant:
            found.append((_nearest(listed, use.day), "nearest"))
        if not found and key in well_known():
            long = organisation_key(well_known()[key])
            found.append(((long, None), "well-known"))
        return found

    def _with_country(self) -> dict[Key, Key]:
        """Return names that leave out the country that one fuller name alone has: "National Party"."""
        fuller = self._names_with_country()
        counts = Counter(self._own_key(use) for use in self._uses)
        keys = self._keys | {(long, None) for long in short_party_names().values()}
        alone = {key: next(iter(full)) for key, full in fuller.items() if len(full) == 1 and key in keys}
        return {key: full for key, full in alone.items() if counts[full] * _FAR_MORE >= counts[key]}

    def _names_with_country(self) -> dict[Key, set[Key]]:
        """Return the names that say whose a body is by what they are without it."""
        fuller: dict[Key, set[Key]] = defaultdict(set)
        for key in self._keys:
            parts = key[0].split()
            for size in (1, 2):
                state = " ".join(parts[:size])
                country = country_named(state)
                if len(parts) - size > 1 and country and state not in _adjectives():
                    fuller[" ".join(parts[size:]), None].add(key)
                    fuller[" ".join(parts[size:]), country].add(key)
        home = self._home()
        for key in self._keys:
            if key[1] is not None and key[1] == home:
                fuller[key[0], None].add(key)
        return fuller

    def _home(self) -> str | None:
        """Return the country whose bodies are most of those that say whose they are."""
        countries: Counter[str] = Counter()
        for (key, country), number in Counter(self._own_key(use) for use in self._uses).items():
            parts = key.split()
            first = country or country_named(" ".join(parts[:2])) or country_named(parts[0])
            if first:
                countries[first] += number
        most = countries.most_common(1)
        return most[0][0] if most and most[0][1] * 2 > countries.total() else None

    def _with_place(self) -> dict[Key, Key]:
        """Return names that leave out the place that one fuller name alone has: "Victoria University"."""
        fuller: dict[Key, set[Key]] = defaultdict(set)
        for name, country in {(use.name, use.country) for use in self._uses}:
            placed = _PLACED.fullmatch(name)
            if placed and fold(placed.group("place")) in _towns():
                fuller[organisation_key(placed.group("name")), country].add((organisation_key(name), country))
        return {key: next(iter(full)) for key, full in fuller.items() if len(full) == 1 and key in self._keys}

    def _made(self, key: Key, members: Sequence[tuple[OrganisationUse, str]]) -> LinkedOrganisation:
        names = Counter(use.name for use, _ in members)
        name = self._title(key[0], names)
        shorts = Counter(use.short for use, _ in members if use.short and fold(use.short) != fold(use.name))
        shorts.update(use.name for use, rule in members if rule in ("defined", "nearest", "well-known"))
        if key[1] and is_of_state(name):
            name = f"{name} ({key[1]})"
        rows = tuple((use.doc, use.entity, *_explained(use.name, name, rule)) for use, rule in members)
        return LinkedOrganisation(name, "", _kind(members), key[1], _by_count(shorts), rows)

    def _title(self, key: str, names: Counter[str]) -> str:
        """Return the name that is shown: as settings have it, the commonest long one, the long form that is known."""
        own = [name for name in names if organisation_key(name) == key] or list(names)
        name = min(own, key=lambda each: (-names[each], -len(each), each))
        return self._titles.get(key, name)


def _kind(members: Sequence[tuple[OrganisationUse, str]]) -> str:
    """Return what most documents say that a thing is, those first that have its own name."""
    own = Counter(use.kind for use, rule in members if rule == "" and use.kind)
    return _commonest(own or Counter(use.kind for use, _ in members if use.kind))


def _commonest(counts: Counter[str]) -> str:
    return min(counts, key=lambda each: (-counts[each], each))


def _by_count(counts: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(counts, key=lambda each: (-counts[each], each)))


@cache
def _adjectives() -> frozenset[str]:
    return frozenset(fold(word) for word in country_words()[1])


@cache
def _towns() -> frozenset[str]:
    return frozenset(sections("places.txt")[""])


def _nearest(listed: Sequence[tuple[int, Key]], day: int) -> Key:
    """Return what a short form stands for in the document nearest in time; of an undated one, most often."""
    if day == _UNDATED:
        counts = Counter(key for _, key in listed)
        return min(counts, key=lambda key: (-counts[key], key[0], key[1] or ""))
    place = bisect_left(listed, day, key=lambda one: one[0])
    near = [listed[at] for at in (place - 1, place) if 0 <= at < len(listed)]
    return min(near, key=lambda one: (abs(one[0] - day), one[1][0]))[1]


def _explained(name: str, shown: str, rule: str) -> tuple[str, float]:
    """Return the rule by which a name is that of a thing, and how sure that is."""
    if not rule:
        bare = shown.rpartition(" (")[0] if shown.endswith(")") and not name.endswith(")") else shown
        if fold(name) == fold(bare):
            rule = "same"
        else:
            small = words("organisation-spellings.txt", "small")
            one, other = ([word for word in fold(each).split() if word not in small] for each in (name, bare))
            rule = "small words" if one == other else "spelling"
    return rule, SCORES[rule]


def _with_slugs(found: Sequence[LinkedOrganisation]) -> list[LinkedOrganisation]:
    taken: Counter[str] = Counter()
    made = []
    for one in found:
        plain = "".join(c if c.isalnum() else " " for c in fold(one.name).replace("'", "")).split()
        base = "-".join(plain)[:60].strip("-") or "name"
        taken[base] += 1
        slug = base if taken[base] == 1 else f"{base}-{taken[base]}"
        while slug != base and slug in taken:
            taken[base] += 1
            slug = f"{base}-{taken[base]}"
        taken[slug] += slug != base
        made.append(one._replace(slug=slug))
    return made
