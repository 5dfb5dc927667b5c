"""Who and what stands in the same documents, as the nodes and edges of a graph, read node by node.

Held are the documents of each node, as numbers; of edges no more than those of one node at a time.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from nzn_cli.model.answers import NamedRecord, PersonRecord
from nzn_cli.model.records import NamedTuple
from nzn_cli.render.export.source import Source
from nzn_cli.text.calendar import cover

CROWD = 200  # nodes of one document above which it is a list of names, and nobody's company


class Node(NamedTuple):
    """A person, or what else is named; `first` and `last` are ISO days, None where no document of it has a date."""

    id: str
    label: str
    kind: str
    documents: int
    mentions: int
    first: str | None
    last: str | None


class Edge(NamedTuple):
    """Two nodes that stand in `weight` documents together, the first of `first` and the last of `last`."""

    a: str
    b: str
    weight: int
    first: str | None
    last: str | None


class Network:
    """The graph of a corpus: nodes in the order of `who` and then of `what`, edges by their first node.

    What stands in fewer documents than `source.at_least`, alone or together, is no part of it.
    """

    def __init__(self, source: Source, with_organisations: bool = True) -> None:
        self.nodes: list[Node] = []
        self._documents: list[list[int]] = []  # of each node
        self._dates: list[tuple[str | None, str | None]] = []  # of each document
        self._at_least = source.at_least
        numbers: dict[str, int] = {}
        for document in source.headings():
            numbers[document.id] = len(self._dates)
            self._dates.append(span_of(document.date))
        for person in source.people():
            self._add(person, f"person:{person.person_id}", person.person, "person", numbers)
        for named in source.organisations() if with_organisations else ():
            self._add(named, f"{named.kind}:{named.name_id}", named.name, named.kind, numbers)
        self._named: dict[int, list[int]] = defaultdict(list)  # nodes of each document
        for node, documents in enumerate(self._documents):
            for number in documents:
                self._named[number].append(node)
        self._named = {number: nodes for number, nodes in self._named.items() if len(nodes) <= CROWD}

    def _add(
        self, record: PersonRecord | NamedRecord, node_id: str, label: str, kind: str, numbers: dict[str, int]
    ) -> None:
        documents = [numbers[each] for each in record.document_ids if each in numbers]
        if len(documents) < self._at_least:
            return
        first, last = self._span(documents)
        self.nodes.append(Node(node_id, label, kind, len(documents), record.mentions, first, last))
        self._documents.append(documents)

    def _span(self, documents: list[int]) -> tuple[str | None, str | None]:
        firsts = [first for first, _ in map(self._dates.__getitem__, documents) if first]
        lasts = [last for _, last in map(self._dates.__getitem__, documents) if last]
        return min(firsts, default=None), max(lasts, default=None)

    def edges(self) -> Iterator[Edge]:
        """Yield the edges, each once, in an order that depends on the corpus alone."""
        for node in range(len(self.nodes)):
            yield from self._edges_of(node)

    def _edges_of(self, node: int) -> Iterator[Edge]:
        shared: dict[int, list[int]] = defaultdict(list)
        for number in self._documents[node]:
            for other in self._named.get(number, ()):
                if other > node:
                    shared[other].append(number)
        for other, documents in sorted(shared.items()):
            if len(documents) < self._at_least:
                continue
            first, last = self._span(documents)
            yield Edge(self.nodes[node].id, self.nodes[other].id, len(documents), first, last)

    def company(self, node: int, most: int) -> list[tuple[Node, int]]:
        """Return the nodes that stand in most documents with a node, and in how many."""
        counts: Counter[int] = Counter()
        for number in self._documents[node]:
            counts.update(self._named.get(number, ()))
        del counts[node]
        found = sorted(counts.items(), key=lambda each: (-each[1], each[0]))[:most]
        return [(self.nodes[other], count) for other, count in found]


def span_of(value: str | None) -> tuple[str | None, str | None]:
    """Return the first and last day of an ISO date, as long as it is precise; two nulls where it says none."""
    try:
        return cover(value) if value else (None, None)
    except ValueError:
        return None, None
