"""Clusters joined by what alone would prove little: an initial, a clipped or a middle name, half of a surname.

Such a rule asks for one person alone who could be meant, or one who is named far more often than all others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from nzn_cli.linking.cluster import FAR_MORE, Cluster, agreeing, doubt, meant_of
from nzn_cli.linking.nodes import Node
from nzn_cli.names.given_names import is_listed_given

WEAK = frozenset(("clipped", "initials", "called by middle name", "part of surname"))


def join_weak(nodes: Sequence[Node], edges: Sequence[dict[int, str]], by_ident: dict[tuple[str, ...], Cluster]) -> None:
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
    if rule not in WEAK or any(x.told_apart(y) for x in one.nodes for y in other.nodes):
        return False
    if rule == "initials":
        return any(len(key.given[0]) == 1 for key in a.full)
    if rule == "called by middle name" and _given(a) < _given(b):
        named = all(is_listed_given(key.given[0]) for key in a.full)  # no half of a surname: Ann Parata Cole
        agree = all(a.agrees(node) or a.rule_with(node) for node in other.nodes)
        return one.rank > other.rank and (agree or not named)
    return one.rank > other.rank


def _given(node: Node) -> int:
    return max(len(key.given) for key in node.full)


def _kept(stars: list[Cluster]) -> list[Cluster]:
    """Return the satellites of one cluster that may be one person with each other, or outweigh those that are not."""
    heads = {star.nodes[0].ident: star for star in stars}
    groups = agreeing([star.nodes[0] for star in stars])
    weights = [sum(node.weight for node in group) for group in groups]
    if len(groups) > 1 and weights[0] < FAR_MORE * sum(weights[1:]):
        return []
    return [heads[node.ident] for node in groups[0]]
