"""Clusters of nodes that are one person, and which of several is meant: the one who is named far more often.

Knows nodes and how often they stand; by which rules they join is asked elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence

from nzn_cli.linking.nodes import Node

# One of several people is meant where the texts name that one this many times as often as the next.
FAR_MORE = 10
_MEMBERS, _FEW = 50, 8  # of a group, the weightiest, with which a node must agree; with how many where nodes are many
_MANY = 200
_GROUPS = 20  # groups that a node is tried in; who fits none of the weightiest stays alone


class Cluster:
    """Nodes that are one person, with what is doubtful about it."""

    def __init__(self, nodes: list[Node]) -> None:
        self.nodes = nodes
        self.warnings: list[str] = []
        self.alone = False  # one word that may be several people's
        self.rank = (-sum(node.weight for node in nodes), min(node.ident for node in nodes))

    @property
    def weight(self) -> int:
        """How many documents name the person."""
        return sum(node.weight for node in self.nodes)

    @property
    def name(self) -> str:
        """The most used name."""
        return max(self.nodes, key=lambda node: (node.weight, node.ident)).name


def meant_of(candidates: Sequence[Cluster], times: int = FAR_MORE) -> tuple[Cluster | None, list[Cluster]]:
    """Return the one who is named so many `times` as often as the others, or None, and all, the most named first."""
    ordered = sorted(candidates, key=lambda candidate: candidate.rank)
    rest = sum(-other.rank[0] for other in ordered[1:])
    return (ordered[0] if ordered and -ordered[0].rank[0] >= times * rest else None), ordered


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
            if all(node.agrees(other) for other in group[:members]):
                group.append(node)
                break
        else:
            groups.append([node])
    return sorted(groups, key=lambda group: (-sum(node.weight for node in group), group[0].ident))
