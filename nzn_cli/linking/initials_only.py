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


def settle_short(clusters: list[Cluster]) -> list[Cluster]:
    """Move clusters of one short full name into the one that it means, and return those that are left."""
    named: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        for given in {key.given[0] for node in cluster.nodes for key in node.full}:
            named[given].append(cluster)
    for cluster in clusters:
        if len(cluster.nodes) != 1 or len(cluster.nodes[0].full) != 1:
            continue
        node, key = cluster.nodes[0], cluster.nodes[0].full[0]
        if node.alias is not None or len(key.given) != 1 or len(named[key.given[0]]) < 2:
            continue
        meant, rule = _meant(cluster, key, named[key.given[0]])
        if meant is not None and not any(node.told_apart(other) for other in meant.nodes):
            node.reason = rule
            meant.nodes.append(node)
            cluster.nodes = []
    return [cluster for cluster in clusters if cluster.nodes]


def _meant(cluster: Cluster, key: NameKey, others: Sequence[Cluster]) -> tuple[Cluster | None, str]:
    """Return whom a short name means, if one person alone, and the rule."""
    others = [other for other in others if other is not cluster and other.nodes]
    if len(key.surname) == 1:
        likely = [other for other in others if any(_begins(full, key) for node in other.nodes for full in node.full)]
        meant, _ = meant_of(likely)
        return (meant if meant and min(cluster.weight, meant.weight) >= _SEEN else None), INITIAL
    if is_listed_given(key.given[0]) or is_listed_given(key.surname):
        return None, ""
    both = (key.given[0], key.surname)
    likely = [other for other in others if any(full.given == both for node in other.nodes for full in node.full)]
    return meant_of(likely)[0], "given names alone"


def _begins(full: NameKey, key: NameKey) -> bool:
    return full.given[0] == key.given[0] and len(full.surname) > 1 and full.surname.startswith(key.surname)
