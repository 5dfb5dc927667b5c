"""One name of two people: the documents that name somebody parted by evidence that excludes one person.

Evidence is what a document itself says: an honorific before the given name, the country of an office, an office that
nobody holds beside another. Where none contradicts, a name is one person's.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from nzn_cli.names.gender import gender_of_title
from nzn_cli.names.name_key import name_key
from nzn_cli.names.name_parts import parse_name
from nzn_cli.names.name_titles import bare
from nzn_cli.names.roles import is_state_office, title_of_role
from nzn_cli.text.folding import fold
from nzn_cli.text.wordlists import words

_SHARE = 0.1  # of the documents that speak of the matter, below which what contradicts the others is a slip
_FEW = 3  # documents with a name, up to which what one alone says is no slip


class Occurrence(NamedTuple):
    """What a document says of somebody whom it names."""

    doc: int
    entity: int
    name: str
    titles: frozenset[str] = frozenset()  # honorifics before a given name, as written
    offices: frozenset[tuple[str, str | None]] = frozenset()  # held roles, normalised, and their countries
    day: str | None = None  # first that the document's date covers, ISO


class SenseRule(NamedTuple):
    """One kind of evidence, which tells of each document a value; two people have different ones.

    `values` returns what an occurrence says, nothing where it says nothing; who has several values joins them.
    """

    id: str
    values: Callable[[Occurrence], frozenset[Hashable]]
    example: tuple[Occurrence, Occurrence]  # two people
    least: int = 1  # documents that must say each
    at_a_time: bool = False  # whether one person may be the one after the other: a senator who becomes president


def _genders(seen: Occurrence) -> frozenset[Hashable]:
    """Return what honorifics before a given name say of somebody's sex."""
    return frozenset(gender for title in seen.titles if (gender := gender_of_title(bare(title))))


def _countries(seen: Occurrence) -> frozenset[Hashable]:
    return frozenset(country for role, country in seen.offices if country and _is_of_state(role))


@lru_cache(maxsize=8192)
def _is_of_state(role: str) -> bool:
    """Return whether a normalised role is an office of a country: of its head, or in its government."""
    return is_state_office(role) or title_of_role(role) == "Minister"


def _branches(seen: Occurrence) -> frozenset[Hashable]:
    """Return what somebody is of a head of state and a legislator: nobody is both at a time."""
    return frozenset(branch for role, _ in seen.offices if (branch := _branch(role)))


@lru_cache(maxsize=8192)
def _branch(role: str) -> str:
    if role.lower() in words("roles.txt", "head_of_state"):
        return "head of state"
    title = (title_of_role(role) or "").lower()
    return "legislator" if title in words("roles.txt", "legislator") else ""


def _seen(name: str, **said: object) -> Occurrence:
    return Occurrence(0, 0, name, **said)  # type: ignore[arg-type]


def _holder(role: str, country: str | None = None) -> Occurrence:
    return _seen("Ann Hale", offices=frozenset({(role, country)}), day="2012-05-01")


RULES = (
    SenseRule(
        "honorifics",
        _genders,
        (_seen("Robin Hale", titles=frozenset({"Mr"})), _seen("Robin Hale", titles=frozenset({"Ms"}))),
    ),
    SenseRule("countries", _countries, (_holder("Prime Minister", "Tonga"), _holder("Prime Minister", "Canada"))),
    SenseRule("branches of state", _branches, (_holder("President"), _holder("Senator")), 3, at_a_time=True),
)


def senses(seen: Iterable[Occurrence], rules: Sequence[SenseRule] = RULES) -> dict[tuple[int, int], int]:
    """Return the senses from 1 on of the people of documents (doc, entity) who are not the usual one of their name.

    The usual sense of a name, that of most of its documents, is 0; the same whatever the order of
    `seen` and the numbers of documents. Only names
    of which documents say different things are taken apart.
    """
    named: dict[str, list[Occurrence]] = defaultdict(list)
    for each in seen:
        named[each.name].append(each)
    doubtful = doubtful_last_words((each for occurrences in named.values() for each in occurrences), rules)
    same: dict[str, list[Occurrence]] = defaultdict(list)
    for name, occurrences in named.items():
        if last_word(name) in doubtful and (key := name_key(parse_name(name))).given:
            same[key.letters].extend(occurrences)
    found: dict[tuple[int, int], int] = {}
    for occurrences in same.values():
        found |= _parted(occurrences, rules)
    return found


def doubtful_last_words(seen: Iterable[Occurrence], rules: Sequence[SenseRule] = RULES) -> set[str]:
    """Return the last words of the names of which documents say different things; of others `senses` finds none."""
    said: dict[tuple[str, str], frozenset[Hashable]] = {}  # of each name, as to each rule
    doubtful: set[str] = set()
    for each in seen:
        if not (each.titles or each.offices) or (name := fold(each.name)) in doubtful:
            continue
        for rule in rules:
            if values := rule.values(each):
                before = said.get((name, rule.id), values)
                if not before & values:
                    doubtful.add(name)
                said[name, rule.id] = before | values
    return set(map(last_word, doubtful))


def last_word(name: str) -> str:
    """Return the last word of a name, folded."""
    return fold(name).rpartition(" ")[2]


def _parted(occurrences: Sequence[Occurrence], rules: Sequence[SenseRule]) -> dict[tuple[int, int], int]:
    """Return the senses of one name, by the first rule that finds several people."""
    for rule in rules:
        groups = _groups(occurrences, rule)
        if len(groups) > 1:
            return _with_others(occurrences, groups)
    return {}


def _groups(occurrences: Sequence[Occurrence], rule: SenseRule) -> list[list[Occurrence]]:
    """Return those of whom the documents tell the same, the most first, where enough tell what contradicts."""
    telling = [(each, values) for each in occurrences if (values := rule.values(each))]
    if len(telling) < 2 * rule.least:
        return []
    enough = rule.least if len(occurrences) <= _FEW else max(2, rule.least, _SHARE * len(telling))
    groups = _same_values(telling)
    large = [value for value in sorted(groups) if len(groups[value]) >= enough]
    found = [groups[value] for value in sorted(large, key=lambda value: -len(groups[value]))]
    return [each for each in found if each is found[0] or _overlap(found[0], each)] if rule.at_a_time else found


def _same_values(telling: Sequence[tuple[Occurrence, frozenset[Hashable]]]) -> dict[str, list[Occurrence]]:
    """Return the occurrences by what they say; who says several things joins them."""
    home: dict[Hashable, set[Hashable]] = {}
    for _, values in telling:
        joined = set(values).union(*(home[value] for value in values if value in home))
        for value in joined:
            home[value] = joined
    groups: dict[str, list[Occurrence]] = defaultdict(list)
    for each, values in telling:
        groups[min(map(repr, home[next(iter(values))]))].append(each)
    return groups


def _overlap(some: Sequence[Occurrence], others: Sequence[Occurrence]) -> bool:
    """Return whether some documents and others are of one time: the middle halves of their days meet."""
    (first, last), (begin, end) = _middle(some), _middle(others)
    return bool(first and begin) and first <= end and begin <= last


def _middle(occurrences: Sequence[Occurrence]) -> tuple[str, str]:
    """Return the days between which half of the dated documents lie; early texts are spoken of later."""
    days = sorted(each.day for each in occurrences if each.day)
    return (days[len(days) // 4], days[-1 - len(days) // 4]) if days else ("", "")


def _with_others(
    occurrences: Sequence[Occurrence], groups: Sequence[Sequence[Occurrence]]
) -> dict[tuple[int, int], int]:
    """Return the senses of a name: of those who are in no group by the one group whose offices they share."""
    found = {each[:2]: number for number, group in enumerate(groups) for each in group}
    offices = [{role for each in group for role, _ in each.offices} for group in groups]
    for each in occurrences:
        own = {role for role, _ in each.offices}
        if each[:2] not in found:
            meant = [number for number, held in enumerate(offices) if own & held]
            found[each[:2]] = meant[0] if len(meant) == 1 else 0
    return _numbered(found)


def _numbered(found: Mapping[tuple[int, int], int]) -> dict[tuple[int, int], int]:
    """Return the senses that are not the most common one, which is nobody's but the name's."""
    counts = Counter(found.values())
    order = {number: at for at, number in enumerate(sorted(counts, key=lambda number: (-counts[number], number)))}
    return {place: order[number] for place, number in found.items() if order[number]}
