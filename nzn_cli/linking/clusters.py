"""Clusters of nodes that are one person, and which of several is meant: the one who is named far more often.

Knows nodes and how often they stand; by which rules they join is asked elsewhere. A cluster never changes: a pass that
joins some puts new ones in their place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from nzn_cli.linking.nodes import Ident, Node

# One of several people is meant where the texts name that one this many times as often as the next.
FAR_MORE = 10
_MEMBERS, _FEW = 50, 8  # of a group, the weightiest, with which a node must agree; with how many where nodes are many
_MANY = 200
_GROUPS = 20  # groups that a node is tried in; who fits none of the weightiest stays alone


class Cluster(NamedTuple):
    """Nodes that are one person, with what is doubtful about it."""

    nodes: tuple[Node, ...]
    # by which clusters are ordered, the most named first, as far as its nodes say which joined by their full names
    rank: tuple[int, Ident]
    warnings: tuple[str, ...] = ()
    rules: Mapping[Ident, str] = MappingProxyType({})  # of nodes that were given to the person without a full name
    alone: bool = False  # one word that may be several people's
    several: bool = False  # a surname behind a title that several bear

    @property
    def weight(self) -> int:
        """How many documents name the person."""
        return sum(node.weight for node in self.nodes)

    @property
    def name(self) -> str:
        """The most used name."""
        return max(self.nodes, key=lambda node: (node.weight, node.ident)).name

    def told_apart(self, node: Node) -> bool:
        """Return whether the user says that a node is somebody else."""
        return any(node.told_apart(other) for other in self.nodes)

    def with_warning(self, text: str) -> Cluster:
        """Return the cluster with one more warning."""
        return self._replace(warnings=(*self.warnings, text))

    def with_node(self, node: Node, rule: str) -> Cluster:
        """Return the cluster with one more node, which is the person's by a rule."""
        return self._replace(nodes=(*self.nodes, node), rules={**self.rules, node.ident: rule})


def cluster_of(nodes: Sequence[Node]) -> Cluster:
    """Return nodes as one cluster."""
    return Cluster(tuple(nodes), (-sum(node.weight for node in nodes), min(node.ident for node in nodes)))


def united(clusters: Sequence[Cluster]) -> Cluster:
    """Return several clusters as one, with the rank of the most named."""
    ordered = sorted(clusters, key=lambda cluster: cluster.rank)
    return Cluster(
        tuple(node for cluster in ordered for node in cluster.nodes),
        ordered[0].rank,
        tuple(text for cluster in ordered for text in cluster.warnings),
        {ident: rule for cluster in ordered for ident, rule in cluster.rules.items()},
    )


class Slots:
    """The clusters of a pass under way, each at its place: what a pass decides next sees what it has joined so far."""

    def __init__(self, clusters: Iterable[Cluster]) -> None:
        self._clusters: list[Cluster | None] = list(clusters)

    def __getitem__(self, slot: int) -> Cluster:
        cluster = self._clusters[slot]
        if cluster is None:
            raise KeyError(slot)
        return cluster

    def __iter__(self) -> Iterator[int]:
        """Yield the places that are not empty, also of what becomes empty or full meanwhile."""
        return (slot for slot in range(len(self._clusters)) if self.holds(slot))

    def holds(self, slot: int) -> bool:
        """Return whether a cluster stands at a place, not yet joined to another."""
        return self._clusters[slot] is not None

    def put(self, slot: int, cluster: Cluster) -> None:
        """Put a cluster in the place of the one that stood there."""
        self._clusters[slot] = cluster

    def give(self, slot: int, other: int, rule: str) -> None:
        """Give the only node of a cluster to another cluster, by a rule; its own place is empty then."""
        (node,) = self[slot].nodes
        self._clusters[other] = self[other].with_node(node, rule)
        self._clusters[slot] = None

    def give_all(self, slots: Sequence[int], rule: str) -> None:
        """Put several clusters as one in the place of the most named, the names of the others being its by a rule."""
        first, *others = sorted(slots, key=lambda slot: self[slot].rank)
        ruled = {node.ident: rule for other in others for node in self[other].nodes}
        self.unite(slots)
        self._clusters[first] = self[first]._replace(rules={**ruled, **self[first].rules})

    def unite(self, slots: Sequence[int]) -> None:
        """Put several clusters as one in the place of the most named."""
        first = min(slots, key=lambda slot: self[slot].rank)
        whole = united([self[slot] for slot in slots])
        for slot in slots:
            self._clusters[slot] = None
        self._clusters[first] = whole

    def clusters(self) -> list[Cluster]:
        """Return the clusters that are left, in their order."""
        return [cluster for cluster in self._clusters if cluster is not None]

    def meant(self, slots: Sequence[int], times: int = FAR_MORE) -> tuple[int | None, list[int]]:
        """Return whose cluster is named so many `times` as often as the others, or None, and all, most named first."""
        ordered = sorted(slots, key=lambda slot: self[slot].rank)
        weights = [-self[slot].rank[0] for slot in ordered]
        return (ordered[0] if ordered and weights[0] >= times * sum(weights[1:]) else None), ordered


def doubt(name: str, candidates: Sequence[str], taken: bool) -> str:
    """Return the warning that `name` may be any of `candidates`; `taken` when it was joined to the first."""
    listed = " or ".join(dict.fromkeys(candidates[:4]))
    return f"{name!r} may be {listed}" + ("; taken for the first, who is named far more often" if taken else "")


def agreeing(nodes: Sequence[Node]) -> list[list[Node]]:
    """Return the nodes in groups within which none speaks against another, the weightiest first."""
    groups: list[list[Node]] = []
    members = _MEMBERS if len(nodes) < _MANY else _FEW
    for node in sorted(nodes, key=lambda node: (-node.weight, node.ident)):
        for group in groups[:_GROUPS]:
            if node.agrees_with(group[:members]):
                group.append(node)
                break
        else:
            groups.append([node])
    return sorted(groups, key=lambda group: (-sum(node.weight for node in group), group[0].ident))
