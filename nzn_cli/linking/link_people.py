"""People joined across a corpus: the names of all its documents in, persons out, each join with its rule.

Pure and indifferent to the order of its input. Knows names and how often they stand, no document and no table.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from nzn_cli.linking.cluster import Cluster
from nzn_cli.linking.full_names import clusters
from nzn_cli.linking.initials_only import INITIAL, settle_short
from nzn_cli.linking.nodes import NameUse, Node, Spelling, nodes_of, unheard
from nzn_cli.linking.single_names import settle_alone
from nzn_cli.names.compatibility import SCORES, same_key
from nzn_cli.names.roles import country_named
from nzn_cli.text.folding import fold

__all__ = ["JoinedPerson", "Member", "NameUse", "join_people"]


class Member(NamedTuple):
    """A name of a person, and why it is that person's: rule and score from 0 to 1 (`who --explain`)."""

    name: str
    rule: str
    score: float


class JoinedPerson(NamedTuple):
    """One person: `members` are all their names as given, most used first; every name given is in one person only."""

    name: str  # fullest that is in common use, without honorifics
    person_id: str  # short slug, unique: "winston-peters"
    members: tuple[Member, ...]
    warnings: tuple[str, ...]  # what may be wrong with the join, in words
    alone: bool = False  # known by one word only, which may be several people's: they stand behind all others


def join_people(
    names: Iterable[NameUse],
    aliases: Mapping[str, Sequence[str]] | None = None,
    not_same: Iterable[Sequence[str]] = (),
) -> list[JoinedPerson]:
    """Return the persons of a corpus, most documents first, then by name; the same whatever the order of `names`.

    `aliases` (person -> spellings) and `not_same` (names that are different people) are the user's, and beat every
    rule. Names without any letter are persons of their own. Linear in practice: names meet only within a surname.
    """
    return _joined(names, aliases or {}, [tuple(group) for group in not_same])


def _joined(
    names: Iterable[NameUse], aliases: Mapping[str, Sequence[str]], not_same: Sequence[Sequence[str]]
) -> list[JoinedPerson]:
    uses = _added_up(names)
    nodes = nodes_of(uses, aliases, not_same)
    joined = clusters(nodes)
    joined = settle_short(joined)
    settle_alone(joined)
    unheard(nodes, not_same)
    persons = [_person(cluster) for cluster in joined if cluster.nodes]
    return _numbered(
        sorted(persons, key=lambda person: (person[0].alone, -person[1], fold(person[0].name), person[0].name))
    )


def _added_up(names: Iterable[NameUse]) -> list[NameUse]:
    found: dict[str, NameUse] = {}
    for use in names:
        seen = found.get(use.name)
        if seen is not None:
            use = NameUse(
                use.name, seen.documents + use.documents, seen.credited + use.credited, (*seen.roles, *use.roles)
            )
        found[use.name] = use
    return [found[name] for name in sorted(found)]


def _person(cluster: Cluster) -> tuple[JoinedPerson, int]:
    """Return a person without an id yet, and the number of documents that orders them."""
    nodes = cluster.nodes
    whole = [node for node in nodes if node.reason != INITIAL] or nodes
    head = _head([spelled for node in whole for spelled in node.spellings])
    name = next((node.alias for node in nodes if node.alias), None) or head.name or head.use.name
    members = [
        (spelled.use.documents, Member(spelled.use.name, *_why(spelled, node, head)))
        for node in nodes
        for spelled in node.spellings
    ]
    members.sort(key=lambda member: (-member[0], member[1].name))
    told = (*cluster.warnings, *(doubt for node in nodes for doubt in node.doubts), *_two_countries(name, nodes))
    alone = cluster.alone and len(nodes) == 1
    return JoinedPerson(name, "", tuple(member for _, member in members), told, alone), sum(n for n, _ in members)


def _head(spellings: Sequence[Spelling]) -> Spelling:
    """Return the spelling whose name the person bears: the longest that is a quarter as common as the commonest.

    Names with a given name come before others; what stands before a whole name may be no part of it.
    """
    if len(spellings) == 1:
        return spellings[0]
    full = [spelled for spelled in spellings if spelled.key.given] or spellings
    most = max(spelled.use.documents for spelled in full)
    usual = min((s for s in full if s.use.documents == most), key=lambda s: (len(s.name), s.use.name))
    common = [
        spelled
        for spelled in full
        if spelled.use.documents * 4 >= most and same_key(spelled.key, usual.key) != "called by middle name"
    ]
    return min(common, key=lambda s: (-len(fold(s.name)), -s.use.documents, s.name.isascii(), s.use.name))


def _why(spelled: Spelling, node: Node, head: Spelling) -> tuple[str, float]:
    """Return the rule and score by which a name is its person's."""
    if spelled is head:
        return "name", 1.0
    if spelled.use.name in node.aliased:
        return "alias", 1.0
    rule = node.reason or same_key(spelled.key, head.key) or node.rule or "linked"
    return rule, SCORES.get(rule, 0.5)


def _two_countries(name: str, nodes: Sequence[Node]) -> list[str]:
    """Warn of one name that holds one office in two countries: two people may share it."""
    held: dict[str, Counter[str]] = {}
    for use in (spelled.use for node in nodes for spelled in node.spellings if spelled.use.roles):
        for role, country in use.roles:
            if country:
                held.setdefault(role, Counter())[country_named(country) or country] += 1
    told = []
    for role in sorted(held):
        countries = held[role]
        often = sorted(country for country, count in countries.items() if count * 4 >= countries.total())
        if len(often) > 1:
            told.append(f"{name!r} is {role} of {' and of '.join(often)}: two people may share the name")
    return told


def _numbered(persons: Sequence[tuple[JoinedPerson, int]]) -> list[JoinedPerson]:
    """Return the persons with their ids; of several with one slug the most named has it, the others -2, -3."""
    taken: set[str] = set()
    numbers: dict[str, int] = {}  # up to which all of a slug are taken
    found = []
    for person, _ in persons:
        base = slug = _slug(person.name)
        number = numbers.get(base, 1)
        while slug in taken:
            number += 1
            slug = f"{base}-{number}"
        numbers[base] = number
        taken.add(slug)
        found.append(JoinedPerson(person.name, slug, *person[2:]))
    return found


def _slug(name: str) -> str:
    if name.isascii() and name.replace(" ", "").isalnum():
        return "-".join(name.lower().split())[:60].strip("-")
    plain = fold(name).replace("'", "")
    words = "".join(c if c.isalnum() else " " for c in plain).split()
    return "-".join(words)[:60].strip("-") or "person"
