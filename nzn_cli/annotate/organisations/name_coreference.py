"""The named things of one text: which spans mean the same body, by key, definition, letters, beginning or bare head.

Spans in, entities with their mentions out. Knows one text; across documents `linking` joins what this hands on.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from nzn_cli.annotate.organisations.find_names import TextNames
from nzn_cli.annotate.organisations.name_kinds import Found
from nzn_cli.annotate.organisations.name_lexicon import heads_with_short_names
from nzn_cli.names.countries import country_named, opens_country
from nzn_cli.names.organisation_key import bare_for, is_of_state, known_names, organisation_key, well_known
from nzn_cli.text.folding import fold, level

_POSSESSOR = re.compile(r"([A-Z][\w.’'-]*(?:[ ][A-Z][\w.’'-]*){0,2})[ ]\Z")
_OF_COUNTRY = re.compile(r"[ ](?:of|in)[ ](?:the[ ])?([A-Z][\w.-]*(?:[ ][A-Z][\w-]*){0,2})")
_GROUP = 2  # words that a group leaves out: "Harrow" of "Harrow Shipping Group"
_THE = re.compile(r"\b(?:[Tt]he|[Tt]his|[Oo]ur|[Tt]hat)[ ]\Z")


class NamedMention(NamedTuple):
    """A place where an entity is named; `source` is text, or head where a bare "the Ministry" means it."""

    entity: int
    source: str
    start: int
    end: int
    rule: str
    score: float


class NamedEntity(NamedTuple):
    """A body, agreement … of one text; `kind` is "" where letters alone stand in it."""

    name: str
    kind: str
    country: str | None


class Entities(NamedTuple):
    """What one text names, and where."""

    entities: list[NamedEntity]
    mentions: list[NamedMention]


def entities_of(text: str, found: TextNames) -> Entities:
    """Return the entities of a text and their mentions in order of place."""
    return _Joiner(text, found).joined()


class _Joiner:
    """Joins the spans of one text."""

    def __init__(self, text: str, found: TextNames) -> None:
        self._text = text
        self._found = found
        self._spans: dict[tuple[str, str | None], list[Found]] = defaultdict(list)
        self._rules: dict[tuple[str, str | None], str] = {}

    def joined(self) -> Entities:
        keyed = [(self._key(one), one) for one in self._found.names]
        countries: dict[str, set[str]] = defaultdict(set)
        for (key, country), _ in keyed:
            if country:
                countries[key].add(country)
        alias = self._aliases({key for (key, _), _ in keyed})
        last: dict[str, str | None] = {}
        groups: dict[tuple[str, str | None], list[Found]] = defaultdict(list)
        for (key, country), one in keyed:
            key = alias.get(key, key)
            if country is None and len(countries[key]) == 1:
                country = next(iter(countries[key]))
            elif country is None and key in last:
                country = last[key]
            last[key] = country
            groups[key, country].append(one)
        return self._entities(groups)

    def _key(self, one: Found) -> tuple[str, str | None]:
        name = self._text[one.start : one.end]
        country = self._country(one) if one.kind == "organisation" and is_of_state(name) else None
        return organisation_key(name), country

    def _country(self, one: Found) -> str | None:
        """Return whose a body of many countries is: "Peru's Congress", "the Iraqi Parliament", "Senate of Kenya"."""
        before = _POSSESSOR.search(self._text, max(0, one.start - 60), one.start)
        if before:
            words = before.group(1).split()
            for size in (3, 2, 1):
                state = " ".join(words[-size:])
                if len(words) >= size and opens_country(words[-size]) and (named := country_named(state)):
                    return named
        behind = _OF_COUNTRY.match(self._text, one.end)
        if behind:
            words = behind.group(1).split()
            for size in (3, 2, 1):
                if len(words) >= size and (named := country_named(" ".join(words[:size]).rstrip("."))):
                    return named
        return None

    def _aliases(self, keys: set[str]) -> dict[str, str]:
        """Return keys that mean another: short forms their long form, a firm's first words the firm."""
        found: dict[str, str] = {}
        for one in self._found.definitions:
            short, long = organisation_key(one.short), organisation_key(one.long)
            if long in keys and short != long:
                found[short] = long
        by_initials: dict[str, list[str]] = defaultdict(list)
        for key in keys:
            if " " in key:
                by_initials["".join(word[0] for word in key.split())].append(key)
        for key in keys - found.keys():
            if " " in key:
                continue
            long = organisation_key(well_known()[key]) if key in well_known() else ""
            if long in keys:
                found[key] = long
            elif len(key) > 2 and len(by_initials.get(key, ())) == 1:
                found[key] = by_initials[key][0]
        return found | self._beginnings(keys, found)

    def _beginnings(self, keys: set[str], taken: dict[str, str]) -> dict[str, str]:
        found: dict[str, str] = {}
        starts: dict[str, list[str]] = defaultdict(list)
        ends: dict[str, list[str]] = defaultdict(list)
        short_heads = {fold(head) for head in heads_with_short_names()}
        for key in keys:
            words = key.split()
            for size in range(1, len(words)):
                if words[-1] == "group" and len(words) - size > _GROUP:
                    continue
                if words[-1] in short_heads or words[size] in short_heads:
                    starts[" ".join(words[:size])].append(key)
                if size > 1:
                    ends[" ".join(words[-size:])].append(key)
        for key in keys - taken.keys() - _whole_keys():  # the "Supreme Court" is that of no state which a text names
            longer = starts.get(key) or ends.get(key)
            if longer and len(longer) == 1 and taken.get(longer[0]) is None:
                found[key] = longer[0]
        for key in list(found):  # no chains: a longer name's own longer name
            found[key] = found.get(found[key], found[key])
        return found

    def _entities(self, groups: dict[tuple[str, str | None], list[Found]]) -> Entities:
        ordered = sorted(groups.items(), key=lambda item: item[1][0].start)
        entities: list[NamedEntity] = []
        mentions: list[NamedMention] = []
        for number, ((_, country), spans) in enumerate(ordered):
            texts = [" ".join(self._text[one.start : one.end].split()) for one in spans]
            name = max(dict.fromkeys(texts), key=lambda text: (" " in text, len(text), texts.count(text)))
            kinds = [one.kind for one in spans if one.rule not in ("acronym", "defined", "context", "short")]
            kind = next((each for each in (*kinds, *(one.kind for one in spans)) if each), "")
            entities.append(NamedEntity(name, kind, country))
            mentions += [NamedMention(number, "text", one.start, one.end, one.rule, one.score) for one in spans]
        mentions += self._bare(entities, mentions)
        mentions.sort(key=lambda one: one.start)
        return Entities(entities, mentions)

    def _bare(self, entities: Sequence[NamedEntity], mentions: Sequence[NamedMention]) -> list[NamedMention]:
        """Return where a bare head means what was named last with it: "the Ministry"."""
        by_head: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for one in sorted(mentions, key=lambda each: each.start):
            for head in _heads_of(entities[one.entity].name):
                by_head[head].append((one.start, one.entity))
        numbers = {organisation_key(entity.name): number for number, entity in enumerate(entities)}
        found = []
        for bare in self._found.bare:
            text = self._text[bare.start : bare.end]
            if not _THE.search(self._text, max(0, bare.start - 6), bare.start):
                continue
            named = by_head.get(level(text), [])
            place = bisect_right(named, (bare.start, 0)) - 1
            if place >= 0:
                found.append(NamedMention(named[place][1], "head", bare.start, bare.end, "head", 0.8))
            elif (meant := bare_for().get(fold(text))) and (number := numbers.get(organisation_key(meant))) is not None:
                found.append(NamedMention(number, "head", bare.start, bare.end, "well-known", 0.7))
        return found


@cache
def _whole_keys() -> frozenset[str]:
    """Return the keys of well-known names of several words."""
    return frozenset(organisation_key(name) for name in known_names() if " " in name)


def _heads_of(name: str) -> set[str]:
    words = name.split()
    return {level(words[0]), level(words[-1])} if len(words) > 1 else set()
