"""Names that stand alone in a document ("Peterson", "Mr Peterson", "Lord Wexford"), given to the one person meant.

A courtesy title proves nothing; an office or a rank ("President Biden") asks for a person who is known to hold it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from nzn_cli.linking.cluster import Cluster, doubt, meant_of
from nzn_cli.linking.nodes import Node
from nzn_cli.names.given_names import family_first, gender_of, is_listed_given
from nzn_cli.names.roles import office_within
from nzn_cli.text.wordlists import words

_OFTEN, _MOSTLY = 0.2, 0.5  # of the documents with a name alone, how many must state the role that settles it
# who is named without a given name is well known: of several bearers the one who is named this many times as often as
# all others, in so many documents
_TIMES, _KNOWN_WELL = 5, 20
_PAIRS, _LEAST = 20_000, 20  # of names alone with those of the same surname; who are looked at where there are more


def settle_alone(clusters: list[Cluster]) -> None:
    """Move nodes of surnames alone into the cluster that they mean; warn on those that might mean several."""
    alone = Counter(cluster.nodes[0].spellings[0].key.surname for cluster in clusters if _is_alone(cluster))
    bearers = _likely(_bearers(clusters), alone)
    called = _likely(_called(clusters), alone)
    waiting: dict[str, list[Cluster]] = defaultdict(list)
    honorifics = _honorifics(clusters)
    for cluster in clusters:
        if not _is_alone(cluster):
            continue
        node = cluster.nodes[0]
        surname = node.spellings[0].key.surname
        candidates = [
            bearer for bearer in bearers.get(surname, ()) if not any(node.told_apart(n) for n in bearer.nodes)
        ]
        candidates = [
            bearer for bearer in candidates if not _another(node, bearer, honorifics[surname], len(candidates))
        ]
        if not candidates and _settle_given(cluster, called.get(surname, [])):
            continue
        if _settle(cluster, candidates):
            continue
        cluster.alone = node.alias is None and bool(candidates or called.get(surname) or _is_given_name(node))
        if not bearers.get(surname):
            waiting[surname].append(cluster)
    for same in waiting.values():
        _join_titles(same)


def _is_alone(cluster: Cluster) -> bool:
    """Say whether a cluster is of one name, a surname or another word alone."""
    node = cluster.nodes[0]
    return len(cluster.nodes) == 1 and not node.full and bool(node.spellings[0].key.surname)


def _likely(named: dict[str, list[Cluster]], alone: Mapping[str, int]) -> dict[str, list[Cluster]]:
    """Return clusters by name, the most named alone where too many are called as too many names that stand alone."""
    for name, clusters in named.items():
        if alone[name] * len(clusters) > _PAIRS:
            clusters.sort(key=lambda cluster: cluster.rank)
            del clusters[max(_LEAST, _PAIRS // alone[name]) :]
    return named


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


def _honorifics(clusters: Sequence[Cluster]) -> dict[str, Counter[str]]:
    """Return for each surname that stands alone how many documents call its bearer a man or a woman."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for cluster in clusters:
        node = cluster.nodes[0]
        if _is_alone(cluster):
            found[node.spellings[0].key.surname].update(node.genders())
    return found


def _another(node: Node, bearer: Cluster, honorifics: Counter[str], bearers: int) -> bool:
    """Say whether "Mr Peterson" cannot be the bearer, whom an honorific of her own calls a woman.

    Where none does, the only bearer of a surname is what the surname is called most: "Ms Peterson".
    """
    said = node.genders()
    if len(said) != 1:
        return False
    own = sum((each.genders() for each in bearer.nodes), Counter())
    if not own:
        given = {gender_of(key.given[0]) for each in bearer.nodes for key in each.full}
        own = Counter(given - {""}) if given <= {"", "f"} or given <= {"", "m"} else own
    if not own and bearers == 1:
        own = honorifics
    gender = next(iter(said))
    return own.total() > 2 * own[gender]


def _called(clusters: Sequence[Cluster]) -> dict[str, list[Cluster]]:
    """Return the persons by the given names that they go by."""
    found: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        for given in {key.given[0] for node in cluster.nodes for key in node.full}:
            found[given].append(cluster)
    return found


def _settle_given(cluster: Cluster, candidates: list[Cluster]) -> bool:
    """Give a given name alone to the one who holds its office, or a rare one to the one who bears it."""
    node = cluster.nodes[0]
    candidates = [bearer for bearer in candidates if not any(node.told_apart(other) for other in bearer.nodes)]
    if any(spelled.titles for spelled in node.spellings):
        return False
    meant, rule = _by_role(candidates, set(), node, _MOSTLY), "given name and role"
    if meant is None:
        meant, rule = _by_fame(candidates) if _is_given_name(node) else _alone(candidates), "given name alone"
    if meant is None:
        return False
    node.reason = rule
    meant.nodes.append(node)
    cluster.nodes = []
    return True


def _settle(cluster: Cluster, candidates: list[Cluster]) -> bool:
    """Give a cluster of one bare surname to the candidate that is meant, if one is; return whether."""
    node = cluster.nodes[0]
    titles = {title for spelled in node.spellings for title in spelled.titles} - _courtesy()
    meant, rule = _by_role(candidates, titles, node, _OFTEN), "surname and role"
    if meant is None and not titles and not _is_given_name(node):
        meant, rule = _alone(candidates) or _by_name(candidates, node), "surname alone"
    if meant is None:
        if len(candidates) > 1:
            names = [bearer.name for bearer in sorted(candidates, key=lambda bearer: bearer.rank)]
            cluster.warnings.append(doubt(node.name, names, False))
        return False
    node.reason = rule
    meant.nodes.append(node)
    cluster.nodes = []
    return True


def _by_role(candidates: Sequence[Cluster], titles: set[str], node: Node, share: float) -> Cluster | None:
    """Return the one who holds the title or the role of a name alone, far more often than any other.

    The role is what at least a `share` of the documents with the name state: a name alone may be several people.
    """
    office = node.office()
    roles = [office] if office is not None and node.roles[office] >= share * node.weight else []
    held = [(_times_held(bearer, titles, roles), bearer) for bearer in candidates]
    held = sorted(((times, bearer) for times, bearer in held if times), key=lambda item: (-item[0], item[1].rank))
    if not held or held[0][0] < _TIMES * sum(times for times, _ in held[1:]):
        return None
    return held[0][1]


def _times_held(bearer: Cluster, titles: set[str], roles: Sequence[str]) -> int:
    """Return how often a person is known by one of these titles or roles."""
    return sum(
        times
        for node in bearer.nodes
        for role, times in node.roles.items()
        if any(office_within(office, role) for office in roles) or (titles and titles <= set(role.lower().split()))
    )


def _alone(candidates: list[Cluster]) -> Cluster | None:
    """Return the one bearer of a surname, or the one who is named far more often than all others."""
    meant, ordered = meant_of(candidates, _TIMES)
    if meant is not None and len(ordered) > 1 and -meant.rank[0] < _KNOWN_WELL:
        return None
    return meant


def _by_fame(candidates: list[Cluster]) -> Cluster | None:
    """Return who is named so much more often than all others of a common given name that it needs no surname."""
    meant, _ = meant_of(candidates, _TIMES)
    return meant if meant is not None and meant.weight >= _KNOWN_WELL else None


def _by_name(candidates: list[Cluster], node: Node) -> Cluster | None:
    """Return the bearer whom a surname means that stands alone far more often than all but one of its bearers."""
    ordered = sorted(candidates, key=lambda candidate: candidate.rank)
    weights = [candidate.weight for candidate in ordered]
    if len(weights) < 2 or weights[0] < _TIMES * weights[1] or node.weight < _TIMES * sum(weights[1:]) / 2:
        return None
    return ordered[0]


def _is_given_name(node: Node) -> bool:
    """Return whether what stands alone may as well be a given name: "Thomas", without any title."""
    return not any(spelled.titles for spelled in node.spellings) and is_listed_given(node.spellings[0].key.surname)


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
        if not _is_given_name(node) and not any(node.told_apart(other) for other in titled[0].nodes):
            node.reason = "surname alone"
            titled[0].nodes.append(node)
            cluster.nodes = []
