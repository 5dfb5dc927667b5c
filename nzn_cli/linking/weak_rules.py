"""Second pass: clusters joined by what alone proves little: an initial, a clipped or a middle name, half a surname.

Such a rule asks for one person alone who could be meant, or one who is named far more often than all others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from nzn_cli.linking.clusters import FAR_MORE, Cluster, Slots, agreeing, doubt
from nzn_cli.linking.edges import Edges
from nzn_cli.linking.nodes import Node
from nzn_cli.names.given_names import is_listed_given


def join_weak_rules(clusters: Sequence[Cluster], edges: Edges) -> list[Cluster]:
    """Return the clusters, each with weak edges to one heavier cluster in that one; who disagree stay out."""
    slots = Slots(clusters)
    stars: dict[int, list[int]] = defaultdict(list)  # by the cluster that they would join
    for slot, ends in _weak_ends(clusters, edges).items():
        centre, others = slots.meant(ends)
        if centre is None:
            warning = doubt(slots[slot].name, [slots[other].name for other in others], False)
            slots.put(slot, slots[slot].with_warning(warning))
        else:
            stars[centre].append(slot)
    moves = [(star, centre) for centre, around in stars.items() for star in _agreeing_stars(around, slots)]
    for together in _connected(moves):
        slots.unite(together)
    return slots.clusters()


def _weak_ends(clusters: Sequence[Cluster], edges: Edges) -> Mapping[int, list[int]]:
    """Return which clusters each could join by weak edges."""
    slot_of = {node.ident: slot for slot, cluster in enumerate(clusters) for node in cluster.nodes}
    ends: dict[int, dict[int, None]] = defaultdict(dict)
    for node, near in zip(edges.nodes, edges.rules, strict=True):
        slot = slot_of[node.ident]
        for j, rule in near.items():
            other = slot_of[edges.nodes[j].ident]
            if slot == other or rule not in edges.weak:
                continue
            if _may_follow(node, edges.nodes[j], rule, clusters[slot], clusters[other]):
                ends[slot][other] = None
    return {slot: list(others) for slot, others in ends.items()}


def _connected(moves: Sequence[tuple[int, int]]) -> Iterator[list[int]]:
    """Yield the places that moves link, all that hang together at once."""
    home: dict[int, list[int]] = {}
    for star, centre in moves:
        both = home.get(star, [star])
        if centre not in both:
            both = both + home.get(centre, [centre])
        for slot in both:
            home[slot] = both
    yield from {id(together): together for together in home.values()}.values()


def _may_follow(a: Node, b: Node, rule: str, one: Cluster, other: Cluster) -> bool:
    """Return whether a weak edge from `a` of one cluster lets it join `b` of another.

    The initial seeks the name, else who is named less seeks who is named more. Who is called by a middle name is
    called by no other: Joe is not Martin Joseph where Marty is. What stands before a whole name may be anything.
    """
    if any(other.told_apart(node) for node in one.nodes):
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


def _agreeing_stars(stars: Sequence[int], slots: Slots) -> list[int]:
    """Return the clusters around one that may be one person with each other, or outweigh those that are not."""
    heads = {slots[star].nodes[0].ident: star for star in stars}
    groups = agreeing([slots[star].nodes[0] for star in stars])
    weights = [sum(node.weight for node in group) for group in groups]
    if len(groups) > 1 and weights[0] < FAR_MORE * sum(weights[1:]):
        return []
    return [heads[node.ident] for node in groups[0]]
