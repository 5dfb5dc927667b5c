"""Third pass: full names told short, given to the one person meant: "Kelly O.", or the given names of "Seo Min Park".

Knows names and how often they stand; a common given name proves nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from nzn_cli.linking.clusters import Cluster, Slots
from nzn_cli.linking.edges import Edges
from nzn_cli.names.given_names import is_listed_given
from nzn_cli.names.name_key import NameKey

INITIAL = "initial of surname"
_SEEN = 3  # documents in which both must stand: an initial may be chosen to hide a name


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
    """Return the clusters, those of one short full name in the one that it means."""
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
        return None, INITIAL
    return meant, INITIAL


def _of_given(slot: int, key: NameKey, slots: Slots, shelves: _Shelves) -> tuple[int | None, str]:
    """Return whom "Seo Min" means, neither of which is a common given name, and the rule."""
    if is_listed_given(key.given[0]) or is_listed_given(key.surname):
        return None, ""
    return slots.meant(shelves.others(slot, "given", key.given[0], key.surname))[0], "given names alone"
