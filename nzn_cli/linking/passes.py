"""The passes over full names: what two spellings prove, what an initial or half a name does, what is told short.

Each takes clusters and returns new ones. Names alone have a pass of their own, `single_names`.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from nzn_cli.linking.clusters import FAR_MORE, Cluster, Slots, agreeing, cluster_of, doubt
from nzn_cli.linking.edges import Edges
from nzn_cli.linking.nodes import SLIP, Node
from nzn_cli.names.gender import gender_of_given_name
from nzn_cli.names.given_names import is_listed_given, is_rare_surname
from nzn_cli.names.name_key import NameKey
from nzn_cli.names.roles import is_full_office, title_of_role

_HARDLY = 20  # times as often, beyond which the others are not worth a warning
_Near = list[dict[int, str]]
_INITIAL = "initial of surname"
_SOUND = 3  # letters that a given name has in common with one that is short for it
_SEEN = 3  # documents in which both must stand: an initial may be chosen to hide a name


def join_full_names(clusters: Sequence[Cluster], edges: Edges) -> list[Cluster]:
    """Return the persons that the rules find which two full names pass; every other node stays alone.

    `clusters` are the nodes of `edges`, each by itself. A node whose neighbours contradict each other ("Chris Carter"
    beside Christopher and Christine Carter) joins neither, unless one is far more often named.
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
        meant = groups[0] if weights[0] >= FAR_MORE * sum(weights[1:]) else _of_one_office(nodes[i], groups)
        kept = {node.ident for node in meant}
        cut.extend((i, j) for j in near if nodes[j].ident not in kept)
        if not meant or weights[0] < _HARDLY * sum(weights[1:]):
            warnings[i] = doubt(nodes[i].name, [group[0].name for group in groups], bool(meant))
    for i, j in cut:
        edges[i].pop(j, None)
        edges[j].pop(i, None)
    return warnings


def _of_one_office(node: Node, groups: Sequence[Sequence[Node]]) -> Sequence[Node]:
    """Return the one of some groups that holds the office of a node, where the others hold another; else none."""
    same = [group for group in groups if any(node.titles & other.titles for other in group)]
    told = all(any(other.titles for other in group) for group in groups)
    return same[0] if len(same) == 1 and told else []


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


def join_weak_rules(clusters: Sequence[Cluster], edges: Edges) -> list[Cluster]:
    """Return the clusters, each with weak edges to one heavier cluster in that one; who disagree stay out.

    Such a rule asks for one person alone who could be meant, or one who is named far more often than all others.
    """
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
            if slot == other or rule not in edges.weak or rule == SLIP:
                continue
            if _may_follow(node, edges.nodes[j], rule, clusters[slot], clusters[other]):
                ends[slot][other] = None
    return {slot: list(others) for slot, others in ends.items()}


def join_slips(clusters: Sequence[Cluster], edges: Edges) -> list[Cluster]:
    """Return the clusters, those whose name is a letter off one other's in that one, which is far more often named."""
    slots = Slots(clusters)
    slot_of = {node.ident: slot for slot, cluster in enumerate(clusters) for node in cluster.nodes}
    ends: dict[int, set[int]] = defaultdict(set)
    for node, near in zip(edges.nodes, edges.rules, strict=True):
        for j, rule in near.items():
            slot, other = slot_of[node.ident], slot_of[edges.nodes[j].ident]
            if rule == SLIP and slot != other and clusters[slot].rank > clusters[other].rank:
                ends[slot].add(other)
    for slot, others in ends.items():
        centre = next(iter(others))
        if len(others) == 1 and slots.holds(centre) and not any(map(slots[centre].told_apart, slots[slot].nodes)):
            slots.unite([slot, centre])
    return slots.clusters()


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
        return any(len(key.given[0]) == 1 for key in a.full) and _may_have_initial(one, other)
    if rule == "called by middle name" and not _may_be_called(a, b, one, other):
        return False
    return one.rank > other.rank


def _may_be_called(a: Node, b: Node, one: Cluster, other: Cluster) -> bool:
    """Return whether `a` of one cluster may be the middle name, or half the surname, that `b` of another goes by."""
    if not _begin_with_names(a):  # half of a surname: Ann Parata Cole
        if _given(a) < _given(b):
            return True
    elif _begin_with_names(b) and _hold_others(one, other):
        return False
    return all(each.agrees(node) or bool(each.rule_with(node)) for each in one.nodes for node in other.nodes)


def _hold_others(one: Cluster, other: Cluster) -> bool:
    """Return whether two people of a surname that many bear are known by offices of which none is the other's."""
    offices = [{title_of_role(role) or role for node in each.nodes for role in node.roles} for each in (one, other)]
    if not offices[0] or not offices[1] or not offices[0].isdisjoint(offices[1]):
        return False
    return not all(is_rare_surname(key.surname) for node in one.nodes for key in node.full)


def _may_have_initial(one: Cluster, other: Cluster) -> bool:
    """Return whether an initial may be short for a name; where many bear the surname, not for one told less often."""
    if all(is_rare_surname(key.surname) for node in one.nodes for key in node.full):
        return True
    return not _hold_others(one, other) and other.weight >= one.weight


def _begin_with_names(node: Node) -> bool:
    return all(is_listed_given(key.given[0]) for key in node.full)


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


def join_one_office(clusters: Sequence[Cluster], _: Edges) -> list[Cluster]:
    """Return the clusters, those in one that alone bear a surname and hold one office told in full.

    A given name may be the short form of one that holds its sound: Wally is Adewale. Others are two people, of whom
    one follows the other in office. Who stand side by side in a text stay apart.
    """
    slots = Slots(clusters)
    shelves: dict[str, list[int]] = defaultdict(list)
    for slot in slots:
        for surname in {key.surname for node in slots[slot].nodes for key in node.full}:
            shelves[surname].append(slot)
    for shelf in shelves.values():
        if len(shelf) == 2 and all(map(slots.holds, shelf)) and _may_be_one(*(slots[slot] for slot in shelf)):
            slots.give_all(shelf, "surname and office")
    return slots.clusters()


def _may_be_one(a: Cluster, b: Cluster) -> bool:
    """Return whether both hold one office, and neither generations nor sexes speak against one person."""
    offices = [{role for node in each.nodes for role in node.roles} for each in (a, b)]
    if not any(map(is_full_office, offices[0] & offices[1])):
        return False
    if any(a.told_apart(node) for node in b.nodes) or len({node.generation for node in (*a.nodes, *b.nodes)}) > 1:
        return False
    given = [{key.given[0] for node in each.nodes for key in node.full} for each in (a, b)]
    return any(itertools.starmap(_share_sound, itertools.product(*given))) and not _differ_in_sex(*given)


def _differ_in_sex(some: Iterable[str], others: Iterable[str]) -> bool:
    sexes = [set(map(gender_of_given_name, names)) - {""} for names in (some, others)]
    return bool(sexes[0] and sexes[1] and sexes[0] != sexes[1])


def _share_sound(a: str, b: str) -> bool:
    """Return whether two given names have letters in a row in common."""
    return any(a[at : at + _SOUND] in b for at in range(max(1, len(a) - _SOUND + 1)))


class _Shelves:
    """The places of clusters by what of their full names a short one can tell."""

    def __init__(self, slots: Slots) -> None:
        self._slots = slots
        self._found: dict[tuple[str, ...], dict[int, None]] = defaultdict(dict)
        for slot in slots:
            for key in [key for node in slots[slot].nodes for key in node.full]:
                self.put(key, slot)

    def put(self, key: NameKey, slot: int) -> None:
        """File a cluster under one more of its names."""
        if len(key.given) > 1:
            self._found["given", *key.given][slot] = None
        if len(key.surname) > 1:
            self._found["initial", key.given[0], key.surname[0]][slot] = None

    def others(self, slot: int, *shelf: str) -> list[int]:
        """Return what stands on a shelf beside a cluster."""
        return [other for other in self._found.get(shelf, ()) if other != slot and self._slots.holds(other)]


def join_short_names(clusters: Sequence[Cluster], _: Edges) -> list[Cluster]:
    """Return the clusters, those of one short full name in the one that it means: "Kelly O.", or "Seo Min" alone."""
    slots = Slots(clusters)
    shelves = _Shelves(slots)
    for slot in slots:
        key = _short_key(slots[slot])
        if key is None:
            continue
        find = _of_initial if len(key.surname) == 1 else _of_given
        meant, rule = find(slot, key, slots, shelves)
        if meant is not None and not slots[meant].told_apart(slots[slot].nodes[0]):
            slots.give(slot, meant, rule)
            shelves.put(key, meant)
    return slots.clusters()


def _short_key(cluster: Cluster) -> NameKey | None:
    """Return the key of a cluster of one full name of two words, which is nobody's alias; else None."""
    if len(cluster.nodes) != 1 or len(cluster.nodes[0].full) != 1 or cluster.nodes[0].alias is not None:
        return None
    key = cluster.nodes[0].full[0]
    return key if len(key.given) == 1 else None


def _of_initial(slot: int, key: NameKey, slots: Slots, shelves: _Shelves) -> tuple[int | None, str]:
    """Return whom "Kelly O." means, if one person alone who is met often enough, and the rule."""
    meant, _ = slots.meant(shelves.others(slot, "initial", key.given[0], key.surname))
    if meant is None or min(slots[slot].weight, slots[meant].weight) < _SEEN:
        return None, _INITIAL
    return meant, _INITIAL


def _of_given(slot: int, key: NameKey, slots: Slots, shelves: _Shelves) -> tuple[int | None, str]:
    """Return whom "Seo Min" means, neither of which is a common given name, and the rule."""
    if is_listed_given(key.given[0]) or is_listed_given(key.surname):
        return None, ""
    return slots.meant(shelves.others(slot, "given", key.given[0], key.surname))[0], "given names alone"
