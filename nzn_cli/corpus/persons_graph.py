"""Nodes of names joined into clusters: names that may be one person's, unless they might as well be another's.

Only names that share a surname and a form of a given name are compared. A node whose neighbours contradict each other
("Chris Carter" beside Christopher and Christine Carter) joins neither, unless one is far more often named.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from nzn_cli.corpus.persons_nodes import Node
from nzn_cli.language.same_person import SCORES, NameKey, full_forms, single

# One of several people is meant where the texts name that one this many times as often as the next.
FAR_MORE = 10
_HARDLY = 20  # times as often, beyond which the others are not worth a warning
_WEAK = frozenset(("clipped", "initials", "called by middle name", "part of surname"))
_CROWD = 300  # names under one key of which each is compared with the most used alone
_MOST_USED = 40
_GROUPS = 20  # groups that a node is tried in; who fits none of the weightiest stays alone

Edges = list[dict[int, str]]


class Cluster:
    """Nodes that are one person, with what is doubtful about it."""

    def __init__(self, nodes: list[Node]) -> None:
        self.nodes = nodes
        self.warnings: list[str] = []
        self.alone = False  # one word that may be several people's
        self.rank = (-sum(node.weight for node in nodes), min(node.ident for node in nodes))

    @property
    def weight(self) -> int:
        """How many documents name the person."""
        return sum(node.weight for node in self.nodes)

    @property
    def name(self) -> str:
        """The most used name."""
        return max(self.nodes, key=lambda node: (node.weight, node.ident)).name


def clusters(nodes: Sequence[Node]) -> list[Cluster]:
    """Return the persons that rules find among nodes with given names; every other node stands alone.

    First come the rules that two spellings of a full name pass; a weaker one (an initial, a clipped or a middle name)
    then asks for one person alone who could be meant.
    """
    edges = _edges(nodes)
    strong = [{j: rule for j, rule in near.items() if rule not in _WEAK} for near in edges]
    warnings = _drop_contradictions(nodes, strong)
    found = [Cluster(group) for component in _components(strong) for group in _agreeing([nodes[i] for i in component])]
    by_ident = {node.ident: cluster for cluster in found for node in cluster.nodes}
    for i, warning in warnings.items():
        by_ident[nodes[i].ident].warnings.append(warning)
    _join_weak(nodes, edges, by_ident)
    for i, near in enumerate(edges):
        nodes[i].rule = max(near.values(), key=lambda rule: (SCORES[rule], rule), default="")
    return [cluster for cluster in found if cluster.nodes]


def _join_weak(nodes: Sequence[Node], edges: Edges, by_ident: dict[tuple[str, ...], Cluster]) -> None:
    """Put each cluster with weak edges to one heavier cluster into that one; satellites that disagree stay out."""
    ends: dict[int, dict[int, Cluster]] = defaultdict(dict)
    known: dict[int, Cluster] = {}
    for i, near in enumerate(edges):
        for j, rule in near.items():
            one, other = by_ident[nodes[i].ident], by_ident[nodes[j].ident]
            if one is not other and _may_follow(nodes[i], nodes[j], rule, one, other):
                known[id(one)] = one
                ends[id(one)][id(other)] = other
    meant = {key: meant_of(list(ends[key].values())) for key in known}
    satellites: dict[int, list[Cluster]] = defaultdict(list)
    for key, one in known.items():
        centre, others = meant[key]
        if centre is None:
            one.warnings.append(doubt(one.name, [other.name for other in others], False))
        else:
            satellites[id(centre)].append(one)
    _unite([(star, meant[id(star)][0]) for stars in satellites.values() for star in _kept(stars)])


def _unite(moves: Sequence[tuple[Cluster, Cluster | None]]) -> None:
    """Put clusters that moves link into the most named of them."""
    home: dict[int, list[Cluster]] = {}
    for star, centre in moves:
        if centre is not None:
            both = home.get(id(star), [star])
            if centre not in both:
                both += home.get(id(centre), [centre])
            for cluster in both:
                home[id(cluster)] = both
    for together in {id(each): each for each in home.values()}.values():
        first, *rest = sorted(together, key=lambda cluster: cluster.rank)
        for cluster in rest:
            first.nodes += cluster.nodes
            first.warnings += cluster.warnings
            cluster.nodes = []


def _may_follow(a: Node, b: Node, rule: str, one: Cluster, other: Cluster) -> bool:
    """Return whether a weak edge from `a` of one cluster lets it join `b` of another.

    The initial seeks the name, else who is named less seeks who is named more. Who is called by a middle name is
    called by no other: Joe is not Martin Joseph where Marty is. What stands before a whole name may be anything.
    """
    if rule not in _WEAK or any(x.told_apart(y) for x in one.nodes for y in other.nodes):
        return False
    if rule == "initials":
        return any(len(key.given[0]) == 1 for key in a.full)
    if rule == "called by middle name" and _given(a) < _given(b):
        return one.rank > other.rank and all(a.agrees(node) or a.rule_with(node) for node in other.nodes)
    return one.rank > other.rank


def _given(node: Node) -> int:
    return max(len(key.given) for key in node.full)


def meant_of(candidates: Sequence[Cluster], times: int = FAR_MORE) -> tuple[Cluster | None, list[Cluster]]:
    """Return the one who is named so many `times` as often as the others, or None, and all, the most named first."""
    ordered = sorted(candidates, key=lambda candidate: candidate.rank)
    rest = sum(-other.rank[0] for other in ordered[1:])
    return (ordered[0] if ordered and -ordered[0].rank[0] >= times * rest else None), ordered


def _kept(stars: list[Cluster]) -> list[Cluster]:
    """Return the satellites of one cluster that may be one person with each other, or outweigh those that are not."""
    heads = {star.nodes[0].ident: star for star in stars}
    groups = _agreeing([star.nodes[0] for star in stars])
    weights = [sum(node.weight for node in group) for group in groups]
    if len(groups) > 1 and weights[0] < FAR_MORE * sum(weights[1:]):
        return []
    return [heads[node.ident] for node in groups[0]]


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
    initials: list[tuple[int, NameKey]] = []
    for i, node in enumerate(nodes):
        for shelf in {shelf for key in node.full for shelf in _shelves(key)}:
            shelves[shelf].append(i)
        for key in node.full:
            letters[single(key.last), key.given[0][0]].append(i)
            if len(key.given[0]) == 1:
                initials.append((i, key))
    for near in shelves.values():
        if len(near) > 1:
            yield from _pairs(near, nodes)
    for i, key in initials:
        for j in _most_used(letters[single(key.last), key.given[0]], nodes):
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


def _pairs(shelf: list[int], nodes: Sequence[Node]) -> Iterator[tuple[int, int]]:
    others = _most_used(shelf, nodes)
    for at, i in enumerate(shelf):
        for j in shelf[at + 1 :] if others is shelf else others:
            if i != j:
                yield i, j


def _most_used(shelf: list[int], nodes: Sequence[Node]) -> list[int]:
    if len(shelf) <= _CROWD:
        return shelf
    return sorted(shelf, key=lambda i: (-nodes[i].weight, i))[:_MOST_USED]


def _drop_contradictions(nodes: Sequence[Node], edges: Edges) -> dict[int, str]:
    """Cut, from every node whose neighbours contradict each other, those that are not meant; return what to say."""
    cut: list[tuple[int, int]] = []
    warnings: dict[int, str] = {}
    for i, near in enumerate(edges):
        if len(near) < 2:
            continue
        groups = _agreeing([nodes[j] for j in near])
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


def doubt(name: str, candidates: Sequence[str], taken: bool) -> str:
    """Return the warning that `name` may be any of `candidates`; `taken` when it was joined to the first."""
    listed = " or ".join(dict.fromkeys(candidates[:4]))
    return f"{name!r} may be {listed}" + ("; taken for the first, who is named far more often" if taken else "")


def _agreeing(nodes: Sequence[Node]) -> list[list[Node]]:
    """Return the nodes in groups within which none speaks against another, the weightiest first."""
    groups: list[list[Node]] = []
    for node in sorted(nodes, key=lambda node: (-node.weight, node.ident)):
        for group in groups[:_GROUPS]:
            if all(node.agrees(other) for other in group):
                group.append(node)
                break
        else:
            groups.append([node])
    return sorted(groups, key=lambda group: (-sum(node.weight for node in group), group[0].ident))


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
