"""Surnames that stand alone in a document ("Peters", "Mr Peters", "Lord Robertson"), given to the one person meant.

A courtesy title proves nothing; an office or a rank ("President Biden") asks for a person who is known to hold it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from nzn_cli.corpus.persons_graph import FAR_MORE, Cluster, doubt
from nzn_cli.language.same_person import family_first
from nzn_cli.language.wordlists import words

_KNOWN_WELL = 20  # documents that name the one of several who is taken for the bearer of a bare surname


def settle_alone(clusters: list[Cluster]) -> None:
    """Move nodes of surnames alone into the cluster that they mean; warn on those that might mean several."""
    bearers = _bearers(clusters)
    waiting: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        node = cluster.nodes[0]
        if len(cluster.nodes) > 1 or node.full or not node.spellings[0].key.surname:
            continue
        surname = node.spellings[0].key.surname
        candidates = [
            bearer for bearer in bearers.get(surname, ()) if not any(node.told_apart(n) for n in bearer.nodes)
        ]
        if not _settle(cluster, candidates) and not bearers.get(surname):
            waiting[surname].append(cluster)
    for same in waiting.values():
        _join_titles(same)


def _bearers(clusters: Sequence[Cluster]) -> dict[str, list[Cluster]]:
    """Return the persons with a given name by surname, and by the family name that stands first in East Asian names."""
    found: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        keys = [key for node in cluster.nodes for key in node.full]
        surnames = {key.surname for key in keys} | {key.last for key in keys}
        surnames |= {key.given[0] for key in keys if key.given[0] in family_first()}
        for surname in surnames:
            found[surname].append(cluster)
    return found


def _settle(cluster: Cluster, candidates: list[Cluster]) -> bool:
    """Give a cluster of one bare surname to the candidate that is meant, if one is; return whether."""
    node = cluster.nodes[0]
    titles = {title for spelled in node.spellings for title in spelled.titles} - _courtesy()
    held = [bearer for bearer in candidates if _holds(bearer, titles, node.roles)]
    if titles or (len(candidates) > 1 and held):
        candidates = held
    if not candidates:
        return False
    candidates = sorted(candidates, key=lambda bearer: (-bearer.weight, bearer.nodes[0].ident))
    others = sum(bearer.weight for bearer in candidates[1:])
    meant = candidates[0]
    if others:
        if meant.weight < max(FAR_MORE * others, _KNOWN_WELL):
            cluster.warnings.append(doubt(node.name, [bearer.name for bearer in candidates], False))
            return False
        meant.warnings.append(doubt(node.name, [bearer.name for bearer in candidates], True))
    node.reason = "surname and role" if held and (titles or others) else "surname alone"
    meant.nodes.append(node)
    cluster.nodes = []
    return True


def _holds(bearer: Cluster, titles: set[str], roles: set[str]) -> bool:
    """Return whether a person is known by one of these titles or roles."""
    held = {role for node in bearer.nodes for role in node.roles}
    if roles & held:
        return True
    spoken = {word for role in held for word in role.lower().split()}
    return bool(titles) and titles <= spoken


def _courtesy() -> frozenset[str]:
    return words("honorifics.txt", "courtesy")


def _join_titles(clusters: list[Cluster]) -> None:
    """Join "Peters" and "Mr Peters" where nobody else bears the surname and no two titles differ."""
    titled = [cluster for cluster in clusters if any(spelled.titles for spelled in cluster.nodes[0].spellings)]
    plain = [cluster for cluster in clusters if cluster not in titled]
    if len(titled) != 1 or not plain:
        return
    for cluster in plain:
        node = cluster.nodes[0]
        if not any(node.told_apart(other) for other in titled[0].nodes):
            node.reason = "surname alone"
            titled[0].nodes.append(node)
            cluster.nodes = []
