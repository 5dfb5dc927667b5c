"""Names joined across a corpus: the names of all its documents in, persons out, each join with its rule.

Pure and indifferent to the order of its input. Knows names and how often they stand, no document and no table.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from nzn_cli.linking.clusters import Cluster, cluster_of
from nzn_cli.linking.edges import Edges, edges_between
from nzn_cli.linking.nodes import Ident, NameUse, Node, Spelling, keep_apart, nodes_of, wishes_not_met
from nzn_cli.linking.passes import (
    join_full_names,
    join_one_office,
    join_short_names,
    join_slips,
    join_weak_rules,
)
from nzn_cli.linking.single_names import join_single_names
from nzn_cli.names.compatibility import SCORES, WEAK, same_key
from nzn_cli.names.countries import country_named
from nzn_cli.names.given_names import is_listed_given
from nzn_cli.names.name_key import NameKey, name_key
from nzn_cli.names.name_parts import parse_name
from nzn_cli.text.folding import fold

__all__ = ["LinkedEntity", "Member", "NameUse", "link"]

EntityType = Literal["person"]


_FULLER = frozenset(("same", "middle name left out", "short form"))
_RARE = 10  # times less often than the end of it, with which a longer name is hardly used
_COMPARED = 40  # longer names of a person, the most used, that a shorter one may be half of
_FULL_ENOUGH = 0.01  # of the documents with the usual name, in how many a fuller one stands that is no slip


class Pass(NamedTuple):
    """One walk over the clusters: new ones are returned, those given stay as they are."""

    says: str
    join: Callable[[Sequence[Cluster], Edges], list[Cluster]]


class LinkingRules(NamedTuple):
    """What joins the names of one type of entity."""

    passes: tuple[Pass, ...]  # in their order; before the first each name is by itself
    scores: Mapping[str, float]  # how sure each rule is, from 0 to 1
    weak: frozenset[str]  # the rules that ask for one alone who could be meant


PASSES = (
    Pass("Two spellings of a full name are one person's, where nobody else could be meant.", join_full_names),
    Pass("An initial, a clipped or middle name or half a surname means the one person of that name.", join_weak_rules),
    Pass("A name a letter off another that is far more often told, and of one title, is that misspelled.", join_slips),
    Pass("Two given names of a surname that few bear are one person's who hold one office.", join_one_office),
    Pass("A surname told by its initial, or given names alone, mean the one person who has them.", join_short_names),
    Pass(
        "A surname or given name alone means its one bearer, or who holds the office that is told.", join_single_names
    ),
)
RULES: dict[EntityType, LinkingRules] = {"person": LinkingRules(PASSES, SCORES, WEAK)}


class Member(NamedTuple):
    """A name of an entity, and why it is that entity's: rule and score from 0 to 1 (`who --explain`)."""

    name: str
    rule: str
    score: float
    sense: int = 0  # of the name


class LinkedEntity(NamedTuple):
    """One entity: `members` are all its names as given, most used first; every name given, in
    each of its senses, is in one entity only."""

    name: str  # in commonest use, without honorifics
    slug: str  # short, unique: "winston-peters"
    members: tuple[Member, ...]
    warnings: tuple[str, ...]  # what may be wrong with the join, in words
    alone: bool = False  # known by one word only, which may be several people's: they stand behind all others
    fullest: str = ""  # with what of the name is left out or short
    several: bool = False  # whom it means differs from document to document, or may


def link(
    names: Iterable[NameUse],
    entity_type: EntityType = "person",
    *,
    aliases: Mapping[str, Sequence[str]] | None = None,
    not_same: Iterable[Sequence[str]] = (),
    beside: Iterable[tuple[str, str]] = (),
) -> list[LinkedEntity]:
    """Return the entities of a corpus, most documents first, then by name; the same whatever the order of `names`.

    `aliases` (entity -> spellings) and `not_same` (names that are different entities) are the user's, and beat every
    rule. `beside` are pairs of names that stand side by side in a text: two people's. Names without any letter are
    entities of their own. Linear in practice: names meet only within a surname.
    """
    rules = RULES[entity_type]
    apart = [tuple(group) for group in not_same]
    nodes = nodes_of(_added_up(names), aliases or {}, apart)
    keep_apart(nodes, beside)
    edges = edges_between(nodes, rules.weak)
    clusters = [cluster_of([node]) for node in nodes]
    for each in rules.passes:
        clusters = each.join(clusters, edges)
    told = _Told(rules.scores, edges.surest_rules(rules.scores), wishes_not_met(nodes, apart))
    found = [_entity(cluster, told) for cluster in clusters]
    return _numbered(
        sorted(found, key=lambda entity: (entity[0].alone, -entity[1], fold(entity[0].name), entity[0].name))
    )


def _added_up(names: Iterable[NameUse]) -> list[NameUse]:
    found: dict[tuple[str, int], NameUse] = {}
    for use in names:
        seen = found.get((use.name, use.sense))
        if seen is not None:
            use = NameUse(
                use.name,
                seen.documents + use.documents,
                seen.credited + use.credited,
                (*seen.roles, *use.roles),
                (*seen.texts, *use.texts),
                use.sense,
            )
        found[use.name, use.sense] = use
    return [found[key] for key in sorted(found)]


class _Told(NamedTuple):
    """What is said of members beside their cluster."""

    scores: Mapping[str, float]
    surest: Mapping[Ident, str]  # the surest rule that joins each node to any other
    doubts: Mapping[Ident, Sequence[str]]  # what the user asked for and cannot be done


def _entity(cluster: Cluster, told: _Told) -> tuple[LinkedEntity, int]:
    """Return an entity without a slug yet, and the number of documents that orders them."""
    nodes = cluster.nodes
    whole = _whole(cluster)
    head = _head(whole)
    alias = next((node.alias for node in nodes if node.alias), None)
    name = alias or head.name or head.use.name
    found = [
        (spelled.use.documents, Member(spelled.use.name, *_why(spelled, node, head, cluster, told), spelled.use.sense))
        for node in nodes
        for spelled in node.spellings
    ]
    found.sort(key=lambda member: (-member[0], member[1].name))
    doubts = [doubt for node in nodes for doubt in told.doubts.get(node.ident, ())]
    warnings = (*cluster.warnings, *doubts, *_two_countries(name, nodes))
    members = tuple(member for _, member in found)
    fullest = alias or _fullest(head, whole) or name
    alone = cluster.alone and len(nodes) == 1
    several = alone and _means_several(cluster, name)
    return LinkedEntity(name, "", members, warnings, alone, fullest, several), sum(n for n, _ in found)


def _means_several(cluster: Cluster, name: str) -> bool:
    return cluster.several or " " not in name


def _whole(cluster: Cluster) -> list[Spelling]:
    """Return the spellings of an entity, those that tell a part of its name only where there are no others."""
    whole = [node for node in cluster.nodes if node.ident not in cluster.rules] or cluster.nodes
    return [spelled for node in whole for spelled in node.spellings]


def _head(spellings: Sequence[Spelling]) -> Spelling:
    """Return the spelling that the person is shown by: the one in commonest use, of several the longest.

    Names with a given name come before others; what is written in capitals throughout says nothing of use.
    """
    full = [spelled for spelled in spellings if spelled.key.given] or list(spellings)
    used = _times_written(full)
    shortest = min(len(spelled.key.given) for spelled in full)
    longer = [spelled for spelled in full if len(spelled.key.given) > shortest]
    longer = sorted(longer, key=lambda s: (-used[s.key.letters], s.use.name))[:_COMPARED]
    whole = [spelled for spelled in full if not _is_half(spelled, longer, used)] or full
    return min(
        whole,
        key=lambda s: (
            -used[s.key.letters], -s.use.documents, -len(fold(s.name)), s.name.isascii(), s.use.name
        ),
    )  # fmt: skip


def _is_half(spelled: Spelling, others: Sequence[Spelling], used: Mapping[str, int]) -> bool:
    """Return whether a name is the end of a longer one that is no rare form: half a surname, not the name gone by."""
    return any(
        len(other.key.given) > len(spelled.key.given)
        and used[other.key.letters] * _RARE > used[spelled.key.letters]
        and same_key(spelled.key, other.key) == "called by middle name"
        and not _begins_with_word(other.key, spelled.key)
        for other in others
    )


def _begins_with_word(long: NameKey, short: NameKey) -> bool:
    """Return whether what stands before a whole name is none: "Holcim Ann Hale" beside "Ann Hale"."""
    more = long.given[: len(long.given) - len(short.given)]
    return is_listed_given(short.given[0]) and not any(len(word) == 1 or is_listed_given(word) for word in more)


def _times_written(spellings: Sequence[Spelling]) -> Counter[str]:
    """Return how often each name is written in the texts of the person, by its letters; else in how many documents."""
    if len({spelled.key.letters for spelled in spellings}) < 2:
        return Counter()
    used: Counter[str] = Counter()
    for spelled in spellings:
        for text, count in spelled.use.texts:
            if text == spelled.use.name:
                used[spelled.key.letters] += count
            elif not text.isupper() and " " in text:
                key = name_key(parse_name(text))
                # "Ann Hale, Jr." is written "Ann Hale"
                whole = spelled.key if spelled.key.letters.startswith(f"{key.letters}+") else key
                used[whole.letters] += count
    if not any(used[spelled.key.letters] for spelled in spellings):
        for spelled in spellings:
            used[spelled.key.letters] += spelled.use.documents
    return used


def _fullest(head: Spelling, spellings: Sequence[Spelling]) -> str:
    """Return the fullest spelling of the name that is shown: with what of it is left out or short, met often enough."""
    enough = max(spelled.use.documents for spelled in spellings) * _FULL_ENOUGH
    fuller = [
        spelled.name
        for spelled in spellings
        if spelled.use.documents >= enough
        and spelled.key.letters != head.key.letters
        and same_key(spelled.key, head.key) in _FULLER
    ]
    return max([head.name, *fuller], key=lambda name: (len(fold(name)), name))


def _why(spelled: Spelling, node: Node, head: Spelling, cluster: Cluster, told: _Told) -> tuple[str, float]:
    """Return the rule and score by which a name is its entity's."""
    if spelled is head:
        return "name", 1.0
    if spelled.use.name in node.aliased:
        return "alias", 1.0
    given = cluster.rules.get(node.ident)
    rule = given or same_key(spelled.key, head.key) or told.surest.get(node.ident) or "linked"
    return rule, told.scores.get(rule, 0.5)


def _two_countries(name: str, nodes: Sequence[Node]) -> list[str]:
    """Warn of one name that holds one office in two countries: two people may share it."""
    held: dict[str, Counter[str]] = {}
    for use in (spelled.use for node in nodes for spelled in node.spellings if spelled.use.roles):
        for role, country in use.roles:
            if country:
                held.setdefault(role, Counter())[country_named(country) or country] += 1
    found = []
    for role in sorted(held):
        countries = held[role]
        often = sorted(country for country, count in countries.items() if count * 4 >= countries.total())
        if len(often) > 1:
            found.append(f"{name!r} is {role} of {' and of '.join(often)}: two people may share the name")
    return found


def _numbered(entities: Sequence[tuple[LinkedEntity, int]]) -> list[LinkedEntity]:
    """Return the entities with their slugs; of several with one slug the most named has it, the others -2, -3."""
    taken: set[str] = set()
    numbers: dict[str, int] = {}  # up to which all of a slug are taken
    found = []
    for entity, _ in entities:
        base = slug = _slug(entity.name)
        number = numbers.get(base, 1)
        while slug in taken:
            number += 1
            slug = f"{base}-{number}"
        numbers[base] = number
        taken.add(slug)
        found.append(LinkedEntity(entity.name, slug, *entity[2:]))
    return found


def _slug(name: str) -> str:
    if name.isascii() and name.replace(" ", "").isalnum():
        return "-".join(name.lower().split())[:60].strip("-")
    plain = fold(name).replace("'", "")
    words = "".join(c if c.isalnum() else " " for c in plain).split()
    return "-".join(words)[:60].strip("-") or "person"
