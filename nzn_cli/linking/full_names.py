"""Nodes of names joined into clusters: names that may be one person's, unless they might as well be another's.

Only names that share a surname and a form of a given name are compared. A node whose neighbours contradict each other
("Chris Carter" beside Christopher and Christine Carter) joins neither, unless one is far more often named.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from nzn_cli.linking.cluster import FAR_MORE, Cluster, agreeing, doubt
from nzn_cli.linking.nodes import Node
from nzn_cli.linking.weak_rules import WEAK, join_weak
from nzn_cli.names.compatibility import SCORES, NameKey
from nzn_cli.names.given_names import full_forms, single

_HARDLY = 20  # times as often, beyond which the others are not worth a warning
_MOST = (300, 40)  # names under one key, beyond which each is compared with the most used alone, and how many those are
_FLOOD = (8, 4)  # the same for names of which too many are alike
_PAIRS = 20_000  # of names that are compared before it is a flood; of many names, so many each
_EACH = 4

Edges = list[dict[int, str]]


def clusters(nodes: Sequence[Node]) -> list[Cluster]:
    """Return the persons that rules find among nodes with given names; every other node stands alone.

    First come the rules that two spellings of a full name pass; a weaker one (an initial, a clipped or a middle name)
    then asks for one person alone who could be meant.
    """
    edges = _edges(nodes)
    strong = [{j: rule for j, rule in near.items() if rule not in WEAK} for near in edges]
    warnings = _drop_contradictions(nodes, strong)
    found = [Cluster(group) for component in _components(strong) for group in agreeing([nodes[i] for i in component])]
    by_ident = {node.ident: cluster for cluster in found for node in cluster.nodes}
    for i, warning in warnings.items():
        by_ident[nodes[i].ident].warnings.append(warning)
    join_weak(nodes, edges, by_ident)
    for i, near in enumerate(edges):
        nodes[i].rule = max(near.values(), key=lambda rule: (SCORES[rule], rule), default="")
    return [cluster for cluster in found if cluster.nodes]


def _edges(nodes: Sequence[Node]) -> Edges:
    edges: Edges = [{} for _ in nodes]
    for i, j in _near(nodes):
        if j not in edges[i]:
            rule = nodes[i].rule_with(nodes[j])
            if rule is not None:
                edges[i][j] = edges[j][i] = rule
    return edges


def _near(nodes: Sequence[Node]) -> Iterator[tuple[int, int]]:
    """Yield pairs of nodes that some rule might join."""
    shelves: dict[tuple[str, ...], list[int]] = defaultdict(list)
    letters: dict[tuple[str, str], list[int]] = defaultdict(list)
    initials: list[tuple[int, tuple[str, str]]] = []
    for i, node in enumerate(nodes):
        for shelf in {shelf for key in node.full for shelf in _shelves(key)}:
            shelves[shelf].append(i)
        for key in node.full:
            letters[single(key.last), key.given[0][0]].append(i)
            if len(key.given[0]) == 1:
                initials.append((i, (single(key.last), key.given[0])))
    work = sum(_number(near, *_MOST) for near in shelves.values())
    work += sum(min(len(letters[letter]), _MOST[0]) for _, letter in initials)
    crowd, most = _MOST if work <= max(_PAIRS, _EACH * len(nodes)) else _FLOOD
    for near in shelves.values():
        if len(near) > 1:
            yield from _pairs(near, nodes, crowd, most)
    used = {letter: _most_used(letters[letter], nodes, crowd, most) for letter in {letter for _, letter in initials}}
    for i, letter in initials:
        for j in used[letter]:
            if i != j:
                yield i, j


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


def _number(shelf: list[int], crowd: int, most: int) -> int:
    return len(shelf) * (len(shelf) - 1) // 2 if len(shelf) <= crowd else len(shelf) * most


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


def _drop_contradictions(nodes: Sequence[Node], edges: Edges) -> dict[int, str]:
    """Cut, from every node whose neighbours contradict each other, those that are not meant; return what to say."""
    cut: list[tuple[int, int]] = []
    warnings: dict[int, str] = {}
    for i, near in enumerate(edges):
        if len(near) < 2:
            continue
        groups = agreeing([nodes[j] for j in near])
        if len(groups) < 2:
            continue
        weights = [sum(node.weight for node in group) for group in groups]
        meant = groups[0] if weights[0] >= FAR_MORE * sum(weights[1:]) else []
        kept = {node.ident for node in meant}
        cut.extend((i, j) for j in near if nodes[j].ident not in kept)
        if not meant or weights[0] < _HARDLY * sum(weights[1:]):
            warnings[i] = doubt(nodes[i].name, [group[0].name for group in groups], bool(meant))
    for i, j in cut:
        edges[i].pop(j, None)
        edges[j].pop(i, None)
    return warnings


def _components(edges: Edges) -> Iterator[list[int]]:
    seen: set[int] = set()
    for start in range(len(edges)):
        if start in seen:
            continue
        seen.add(start)
        component, todo = [], [start]
        while todo:
            i = todo.pop()
            component.append(i)
            for j in edges[i]:
                if j not in seen:
                    seen.add(j)
                    todo.append(j)
        yield component
