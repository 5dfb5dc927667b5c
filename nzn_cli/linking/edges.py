"""Which nodes some rule joins: the graph over which the passes walk. Only names that share a surname and a form of a
given name are compared, the most used alone where too many do. Knows nothing of clusters.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from nzn_cli.linking.nodes import Ident, Node
from nzn_cli.names.given_names import full_forms, single
from nzn_cli.names.name_key import NameKey

_MOST = (300, 40)  # names under one key, beyond which each is compared with the most used alone, and how many those are
_FLOOD = (8, 4)  # the same for names of which too many are alike
_PAIRS = 20_000  # of names that are compared before it is a flood; of many names, so many each
_EACH = 4


class Edges(NamedTuple):
    """The nodes of a corpus and the rules that join them."""

    nodes: Sequence[Node]
    rules: Sequence[Mapping[int, str]]  # of each node, by the number of the other
    weak: frozenset[str]  # the rules that prove little alone

    def surest_rules(self, scores: Mapping[str, float]) -> dict[Ident, str]:
        """Return the surest of the rules that join each node to any other."""
        return {
            node.ident: max(near.values(), key=lambda rule: (scores[rule], rule))
            for node, near in zip(self.nodes, self.rules, strict=True)
            if near
        }


def edges_between(nodes: Sequence[Node], weak: frozenset[str]) -> Edges:
    """Return the edges between nodes with given names."""
    rules: list[dict[int, str]] = [{} for _ in nodes]
    for i, j in _near(nodes):
        if j not in rules[i]:
            rule = nodes[i].rule_with(nodes[j])
            if rule is not None:
                rules[i][j] = rules[j][i] = rule
    return Edges(nodes, rules, weak)


def _near(nodes: Sequence[Node]) -> Iterator[tuple[int, int]]:
    """Yield pairs of nodes that some rule might join."""
    shelves: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, node in enumerate(nodes):
        for shelf in {shelf for key in node.full for shelf in (*_shelves(key), *_slip_shelves(key, node))}:
            shelves[shelf].append(i)
    letters, initials = _by_letter(nodes)
    crowd, most = _limits(shelves, letters, initials, len(nodes))
    for near in shelves.values():
        if len(near) > 1:
            yield from _pairs(near, nodes, crowd, most)
    for letter, short in initials.items():
        others = _most_used(letters[letter], nodes, crowd, most)
        yield from ((i, j) for i in short for j in others if i != j)


_Letter = tuple[str, str]  # a surname, and the first letter of a given name


def _by_letter(nodes: Sequence[Node]) -> tuple[dict[_Letter, list[int]], dict[_Letter, list[int]]]:
    """Return the nodes by the first letter of their given names, and those of which no more is told."""
    letters: dict[_Letter, list[int]] = defaultdict(list)
    initials: dict[_Letter, list[int]] = defaultdict(list)
    for i, node in enumerate(nodes):
        for key in node.full:
            letter = single(key.last), key.given[0][0]
            letters[letter].append(i)
            if len(key.given[0]) == 1:
                initials[letter].append(i)
    return letters, initials


def _limits(
    shelves: Mapping[tuple[str, ...], list[int]],
    letters: Mapping[_Letter, list[int]],
    initials: Mapping[_Letter, list[int]],
    nodes: int,
) -> tuple[int, int]:
    """Return the size of a crowd and how many of one are compared, by how many pairs there would be."""
    crowd, most = _MOST
    pairs = sum(len(near) * ((len(near) - 1) // 2 if len(near) <= crowd else most) for near in shelves.values())
    pairs += sum(len(short) * min(len(letters[letter]), crowd) for letter, short in initials.items())
    return _MOST if pairs <= max(_PAIRS, _EACH * nodes) else _FLOOD


def _shelves(key: NameKey) -> Iterator[tuple[str, ...]]:
    """Yield what a name is looked up under: a half of the surname with a form or the beginning of a given name."""
    given = [word for word in (*key.given, key.nickname) if len(word) > 1]
    for surname in {single(key.last), single(key.half)}:
        for form in {form for word in given for form in full_forms(word)}:
            yield surname, form
        if len(key.given[0]) > 3:
            yield surname, "", key.given[0][:4]
    if len(key.given) == 1:
        yield ("", *sorted((key.given[0], key.surname)))


def _slip_shelves(key: NameKey, node: Node) -> Iterator[tuple[str, ...]]:
    """Yield what a name is looked up under that may be another's misspelled, which has its title."""
    for title in node.titles:
        yield "given", title, key.given[0][0], key.surname
        yield "surname", title, key.surname[:1], key.given[0]


def _pairs(shelf: list[int], nodes: Sequence[Node], crowd: int, most: int) -> Iterator[tuple[int, int]]:
    others = _most_used(shelf, nodes, crowd, most)
    for at, i in enumerate(shelf):
        for j in shelf[at + 1 :] if others is shelf else others:
            if i != j:
                yield i, j


def _most_used(shelf: list[int], nodes: Sequence[Node], crowd: int, most: int) -> list[int]:
    if len(shelf) <= crowd:
        return shelf
    return sorted(shelf, key=lambda i: (-nodes[i].weight, i))[:most]
