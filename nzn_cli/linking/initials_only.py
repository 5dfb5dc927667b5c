"""Full names told short, given to the one person meant: "Kelly O.", or the given names alone of "Seo Min Park".

Knows names and how often they stand; a common given name proves nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from nzn_cli.linking.cluster import Cluster, meant_of
from nzn_cli.names.compatibility import NameKey
from nzn_cli.names.given_names import is_listed_given

INITIAL = "initial of surname"
_SEEN = 3  # documents in which both must stand: an initial may be chosen to hide a name


class _Shelves:
    """Clusters by what of their full names a short one can tell."""

    def __init__(self, clusters: Sequence[Cluster]) -> None:
        self._found: dict[tuple[str, ...], dict[int, Cluster]] = defaultdict(dict)
        for cluster in clusters:
            for node in cluster.nodes:
                for key in node.full:
                    self.put(key, cluster)

    def put(self, key: NameKey, cluster: Cluster) -> None:
        """File a cluster under one more of its names."""
        if len(key.given) > 1:
            self._found["given", *key.given][id(cluster)] = cluster
        if len(key.surname) > 1:
            self._found["initial", key.given[0], key.surname[0]][id(cluster)] = cluster

    def others(self, cluster: Cluster, *shelf: str) -> list[Cluster]:
        """Return what stands on a shelf beside a cluster."""
        return [other for other in self._found.get(shelf, {}).values() if other is not cluster and other.nodes]


def settle_short(clusters: list[Cluster]) -> list[Cluster]:
    """Move clusters of one short full name into the one that it means, and return those that are left."""
    shelves = _Shelves(clusters)
    for cluster in clusters:
        if len(cluster.nodes) != 1 or len(cluster.nodes[0].full) != 1:
            continue
        node, key = cluster.nodes[0], cluster.nodes[0].full[0]
        if node.alias is not None or len(key.given) != 1:
            continue
        meant, rule = _meant(cluster, key, shelves)
        if meant is not None and not any(node.told_apart(other) for other in meant.nodes):
            node.reason = rule
            meant.nodes.append(node)
            cluster.nodes = []
            shelves.put(key, meant)
    return [cluster for cluster in clusters if cluster.nodes]


def _meant(cluster: Cluster, key: NameKey, shelves: _Shelves) -> tuple[Cluster | None, str]:
    """Return whom a short name means, if one person alone, and the rule."""
    if len(key.surname) == 1:
        meant, _ = meant_of(shelves.others(cluster, "initial", key.given[0], key.surname))
        return (meant if meant and min(cluster.weight, meant.weight) >= _SEEN else None), INITIAL
    if is_listed_given(key.given[0]) or is_listed_given(key.surname):
        return None, ""
    return meant_of(shelves.others(cluster, "given", key.given[0], key.surname))[0], "given names alone"
