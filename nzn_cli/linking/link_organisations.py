"""Named things joined across a corpus: what each document calls them in, one row each out, every join with its rule.

Pure and indifferent to the order of its input. Knows names, days and short forms, no document's text and no table.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from nzn_cli.linking.country_names import Key, Named, bodies_of_any_country
from nzn_cli.linking.fuller_names import fuller_names
from nzn_cli.linking.short_forms import Expansion, ShortForms, is_name, without_possessive
from nzn_cli.names.generic_names import is_generic
from nzn_cli.names.organisation_key import is_of_state, organisation_key
from nzn_cli.text.folding import fold
from nzn_cli.text.wordlists import words

SCORES = {
    "same": 1.0,
    "stated": 1.0,
    "spelling": 0.95,
    "small words": 0.9,
    "defined": 0.95,
    "well-known": 0.9,
    "nearest": 0.7,
    "called": 0.85,
    "country": 0.9,
    "country left out": 0.75,
    "office left out": 0.8,
    "owner left out": 0.75,
    "place left out": 0.75,
    "year left out": 0.75,
    "words left out": 0.7,
    "end left out": 0.7,
    "beginning left out": 0.7,
    "same letters": 0.8,
}
_SHORT = ("defined", "nearest", "well-known")
_WHOLE = ("", "country", "country left out", "place left out")  # rules by which a name that says nothing stays so
_FULLER = ("country left out", "place left out")  # rules by which a name is whole, and a fuller one is better
_CUT = (
    "office left out",
    "called",
    "words left out",
    "end left out",
    "beginning left out",
    *_SHORT,
)  # rules by which a name is less than what it means
_PLURAL = re.compile(r"[A-Z]{2,}s")  # letters of many: "CEOs"
_MANY = 3  # documents with a name that says nothing from which on it is no name of one thing
_OF_COUNTRY = ("government", "department", "federation")
_PAGES, _EVERY = 50, 0.9  # documents, and the share of them, that have a name once each where it is page furniture
_SELDOM = 10  # times as many documents with a name as with the fuller one that would be shown, from which on it is not


class OrganisationUse(NamedTuple):
    """What one document calls a named thing; `day` counts days, -1 where the document is undated."""

    doc: int
    entity: int
    name: str
    kind: str  # "" where only what other documents say of the same letters can tell
    country: str | None
    day: int
    short: str  # the short form that the document gives it, "" where none
    long: str = ""  # what the document says that this short form stands for
    mentions: int = 2


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
    expansions: Sequence[Expansion] = (),
) -> list[LinkedOrganisation]:
    """Return the named things of a corpus, those of most documents first; what names nothing of its own is left out.

    `aliases` are names with spellings that are the same, `not_same` names that are different things, `expansions` what
    documents say of letters beside their names.
    """
    linker = _Linker(sorted(uses), aliases, not_same, expansions)
    return linker.linked()


class _Linker:
    """Joins uses by key, then short forms and names that leave something out to what they stand for."""

    def __init__(
        self,
        uses: Sequence[OrganisationUse],
        aliases: Mapping[str, Sequence[str]],
        not_same: Sequence[Sequence[str]],
        expansions: Sequence[Expansion],
    ) -> None:
        self._uses = uses
        self._stated = {
            organisation_key(other): organisation_key(name) for name, others in aliases.items() for other in others
        }
        self._titles = {organisation_key(name): name for name in aliases}
        self._apart = frozenset(pair for names in not_same for pair in _pairs(names))
        self._documents = len({use.doc for use in uses})
        self._own = [_own_key(use) for use in uses]
        self._shorts = self._short_forms(expansions)
        self._counts = Counter(self._own)
        self._anybodys = bodies_of_any_country(self._counts)
        self._meant_by = self._fuller()

    def _short_forms(self, expansions: Sequence[Expansion]) -> ShortForms:
        alone = Counter(organisation_key(use.name) for use in self._uses)
        named, beside = [], list(expansions)
        for use, key in zip(self._uses, self._own, strict=True):
            if use.short and " " in key[0] and (use.long or _begins_alike(use)):
                named.append((use.day, use.short, key))
            elif use.long and " " not in key[0]:
                beside.append(Expansion(use.day, use.short, use.long))
        return ShortForms(named, beside, alone)

    def _fuller(self) -> dict[Key, tuple[Key, str]]:
        """Return the keys that mean another, with that one and the rule."""
        spelled = self._spelled()
        bodies = frozenset(key[0] for use, key in zip(self._uses, self._own, strict=True) if use.kind == "organisation")
        alike = {key: other for key, other in self._shorts.alike().items() if self._may_join(key[0], other[0])}
        counts = Counter(self._counts)
        for key in self._own:
            if " " not in key[0] and (meant := self._shorts.meant(key[0], -1)) is not None and meant[0] is not None:
                counts[meant[0]] += 1
        for key, other in alike.items():
            counts[other] += counts.pop(key, 0)
        found, unclear = fuller_names(Named(counts, spelled, bodies), self._may_join)
        self._unclear = unclear - {key for use, key in zip(self._uses, self._own, strict=True) if use.short}
        for key, other in alike.items():
            found[key] = found.get(other, (other, ""))[0], "same letters"
        return found

    def _spelled(self) -> dict[Key, str]:
        """Return how the name of each key is written, of letters that of their long form."""
        spelled: dict[Key, str] = dict(self._shorts.spelled)
        for use, key in zip(self._uses, self._own, strict=True):
            of_letters = " " in key[0] and " " not in use.name
            spelled.setdefault(key, without_possessive(use.long) if of_letters else use.name)
        return spelled

    def linked(self) -> list[LinkedOrganisation]:
        groups: dict[Key, list[tuple[OrganisationUse, str]]] = defaultdict(list)
        for use, own in zip(self._uses, self._own, strict=True):
            key, rule = self._meant(use, own)
            if key is not None:
                groups[key].append((use, rule))
        told = {
            key: members
            for key, members in groups.items()
            if any(use.kind for use, _ in members) and not self._is_furniture(members)
        }
        found = [self._made(key, members) for key, members in told.items()]
        found.sort(key=lambda one: (-len({member[0] for member in one.members}), fold(one.name), one.name, one.kind))
        return _with_slugs(found)

    def _is_furniture(self, members: Sequence[tuple[OrganisationUse, str]]) -> bool:
        """Say whether a name stands once in nearly every document of a corpus, as what is printed on each page does."""
        documents, once = len({use.doc for use, _ in members}), sum(use.mentions == 1 for use, _ in members)
        return documents >= _PAGES and documents >= _EVERY * self._documents and once >= _EVERY * len(members)

    def _meant(self, use: OrganisationUse, own: Key) -> tuple[Key | None, str]:
        """Return which thing a use means, None where it names none, and by which rule where not by its own name."""
        if own[0] in self._stated:
            return (self._stated[own[0]], use.country), "stated"
        if _is_short(use.name, own) and (meant := self._shorts.meant(own[0], use.day)) is not None:
            key, rule = meant
            if key is None:
                return None, ""
            key = self._meant_by.get(key, (key, ""))[0]
            if self._may_join(own[0], key[0]):
                return (self._stated.get(key[0], key[0]), key[1]), rule
        key, rule = self._meant_by.get(own, (own, ""))
        if own[0] not in self._titles and rule in _WHOLE and self._names_nothing(use, own):
            return None, ""
        if key != own and self._may_join(own[0], key[0]):
            return key, rule
        if own in self._unclear and self._counts[own] >= _MANY and own[0] not in self._titles:
            return None, ""
        return own, "" if organisation_key(use.name) == own[0] else "defined"

    def _names_nothing(self, use: OrganisationUse, own: Key) -> bool:
        """Say whether a name only says of what sort a thing is, and things of many documents would be one row."""
        if not is_generic(use.name):
            anybodys = own in self._anybodys and self._counts[own] >= _MANY
            return anybodys or (_PLURAL.fullmatch(use.name) is not None and not use.long)
        if self._counts[own] < _MANY or (use.country is not None and not fold(use.name).endswith(_OF_COUNTRY)):
            return False
        return not (use.short and use.name.startswith("Office "))

    def _may_join(self, one: str, other: str) -> bool:
        return frozenset((one, other)) not in self._apart

    def _made(self, key: Key, members: Sequence[tuple[OrganisationUse, str]]) -> LinkedOrganisation:
        name = self._title(key, members)
        shorts = Counter(use.short for use, _ in members if use.short and fold(use.short) != fold(use.name))
        shorts.update(use.name for use, rule in members if rule in _SHORT)
        if key[1] and is_of_state(name):
            name = f"{name} ({key[1]})"
        rows = tuple((use.doc, use.entity, *_explained(use.name, name, rule)) for use, rule in members)
        return LinkedOrganisation(name, "", _kind(members), key[1], _by_count(shorts), rows)

    def _title(self, key: Key, members: Sequence[tuple[OrganisationUse, str]]) -> str:
        """Return the name that is shown: as settings have it, the commonest of the fullest, the long form defined."""
        if key[0] in self._titles:
            return self._titles[key[0]]
        own = Counter(use.name for use, rule in members if rule not in (*_CUT, *_FULLER))
        own += Counter(use.long for use, rule in members if rule == "defined" and organisation_key(use.long) == key[0])
        bare = Counter(use.name for use, rule in members if rule in _FULLER)
        if own.total() * _SELDOM < bare.total():
            own = bare
        if not own and key in self._shorts.spelled:
            return self._shorts.spelled[key]
        names = own or Counter(use.name for use, _ in members)
        return without_possessive(min(names, key=lambda each: (-names[each], -len(each), each)))


def _is_short(name: str, own: Key) -> bool:
    """Say whether a name may be a short form: "Snap Inc" is not what SNAP stands for."""
    first, *others = name.split(" ")
    return " " not in own[0] and (not others or first.isupper())


def _begins_alike(use: OrganisationUse) -> bool:
    """Say whether letters beside a name begin as one of its words does: not those of a meeting that it holds."""
    return any(word.startswith(fold(use.short)[:1]) for word in fold(use.name).split())


def _pairs(names: Sequence[str]) -> Iterator[frozenset[str]]:
    """Yield the keys of each two of some names."""
    for a, b in combinations(names, 2):
        yield frozenset((organisation_key(a), organisation_key(b)))


def _own_key(use: OrganisationUse) -> Key:
    """Return the key of what a document calls a thing, of its long form where that stands for letters alone."""
    key = organisation_key(use.name)
    long = without_possessive(use.long)
    if " " not in key and long and fold(use.short) == fold(use.name) and is_name(long):
        return organisation_key(long), use.country
    return key, use.country


def _kind(members: Sequence[tuple[OrganisationUse, str]]) -> str:
    """Return what most documents say that a thing is, those first that have its own name."""
    own = Counter(use.kind for use, rule in members if rule == "" and use.kind)
    return _commonest(own or Counter(use.kind for use, _ in members if use.kind))


def _commonest(counts: Counter[str]) -> str:
    return min(counts, key=lambda each: (-counts[each], each))


def _by_count(counts: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(counts, key=lambda each: (-counts[each], each)))


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
