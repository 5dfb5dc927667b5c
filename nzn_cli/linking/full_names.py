"""First pass: names that two spellings of a full name make one person's, unless they might as well be another's.

A node whose neighbours contradict each other ("Chris Carter" beside Christopher and Christine Carter) joins neither,
unless one is far more often named.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nzn_cli.linking.clusters import FAR_MORE, Cluster, agreeing, cluster_of, doubt
from nzn_cli.linking.edges import Edges
from nzn_cli.linking.nodes import Node

_HARDLY = 20  # times as often, beyond which the others are not worth a warning

_Near = list[dict[int, str]]


def join_full_names(clusters: Sequence[Cluster], edges: Edges) -> list[Cluster]:
    """Return the persons that the rules find which two full names pass; every other node stays alone.

    `clusters` are the nodes of `edges`, each by itself.
    """
    strong = [{j: rule for j, rule in near.items() if rule not in edges.weak} for near in edges.rules]
    warnings = _drop_contradictions(edges.nodes, strong)
    joined: list[Cluster] = []
    for component in _components(strong):
        for cluster, members in _agreeing_clusters(component, clusters):
            told = tuple(warnings[i] for i in members if i in warnings)
            joined.append(cluster._replace(warnings=told) if told else cluster)
    return joined


def _agreeing_clusters(component: list[int], clusters: Sequence[Cluster]) -> list[tuple[Cluster, list[int]]]:
    """Return the persons among nodes that hang together, each with the numbers of its nodes."""
    if len(component) == 1:
        return [(clusters[component[0]], component)]
    number = {clusters[i].nodes[0].ident: i for i in component}
    groups = agreeing([clusters[i].nodes[0] for i in component])
    return [(cluster_of(group), sorted(number[node.ident] for node in group)) for group in groups]


def _drop_contradictions(nodes: Sequence[Node], edges: _Near) -> dict[int, str]:
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


def _components(edges: _Near) -> Iterator[list[int]]:
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
