"""Last pass: names that stand alone in a document ("Peterson", "Mr Peterson", "Lord Wexford"), given to the one meant.

A courtesy title proves nothing; an office or a rank ("President Biden") asks for a person who is known to hold it, or
is the only one of that surname and holds no other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from nzn_cli.linking.bearers import (
    bearers_of,
    called_by,
    honorifics_of,
    is_alone,
    is_another,
    is_given_name,
    is_of_generation,
    is_other_word,
    most_likely,
    surname_of,
    tells_bearer,
    times_held,
    times_written,
)
from nzn_cli.linking.clusters import FAR_MORE, Cluster, Slots, doubt
from nzn_cli.linking.edges import Edges
from nzn_cli.linking.nodes import Node
from nzn_cli.names.given_names import is_either, is_listed_given, is_rare_surname
from nzn_cli.names.name_titles import title_words
from nzn_cli.names.roles import (
    is_held_by_several,
    is_office_of_its_own,
    is_state_office,
    normalise_role,
    office_within,
    title_of_role,
)
from nzn_cli.text.wordlists import words

_OFTEN, _MOSTLY = 0.2, 0.5  # of the documents with a name alone, how many must state the role that settles it
# who is named without a given name is well known: of several bearers the one who is named this many times as often as
# all others, in so many documents
_TIMES, _KNOWN_WELL = 5, 20
_SEEN = 3  # documents that name the only bearer of a surname, who is taken to hold the office that is told
_OFTENER = 4  # times as often as with the surname, beyond which a given name alone is not that one person's
# documents below which a person is hardly known, whom a common surname does not mean that stands alone so many times as
# often
_HARDLY, _OFTEN_ALONE = 3, 2


def join_single_names(clusters: Sequence[Cluster], _: Edges) -> list[Cluster]:
    """Return the clusters, surnames alone in the one that they mean; with warnings on those that might mean several."""
    return _SingleNames(clusters).joined()


class _SingleNames:
    """Names that stand alone, and the persons who are called by them."""

    def __init__(self, clusters: Sequence[Cluster]) -> None:
        self._slots = Slots(clusters)
        alone = Counter(surname_of(cluster.nodes[0]) for cluster in clusters if is_alone(cluster))
        self._bearers = most_likely(bearers_of(clusters), alone, clusters)
        self._called = most_likely(called_by(clusters), alone, clusters)
        self._honorifics = honorifics_of(clusters)
        # whom names behind an office mean, by surname, with how many documents; None is nobody who is known
        self._titled: dict[str, Counter[int | None]] = defaultdict(Counter)
        self._waiting: dict[str, list[int]] = defaultdict(list)  # names of nobody, by surname

    def joined(self) -> list[Cluster]:
        """Return the clusters after every name that stands alone has been given away or left alone."""
        single = [slot for slot in self._slots if is_alone(self._slots[slot])]
        for slot in sorted(single, key=lambda slot: not _office_titles(self._slots[slot].nodes[0])):
            self._settle(slot)
        for same in self._waiting.values():
            self._join_titles(same)
        return self._slots.clusters()

    def _settle(self, slot: int) -> None:
        node = self._slots[slot].nodes[0]
        surname = surname_of(node)
        candidates, called = self._candidates(node), self._called.get(surname, [])
        if _office_titles(node):
            meant, rule = self._meant_by_title(node, candidates, called)
        else:
            meant, rule = (None, "") if candidates else self._meant_by_given_name(node, called)
            if meant is None:
                meant, rule = self._meant_by_surname(node, candidates)
        if _office_titles(node):
            self._titled[surname][meant] += node.weight
        if meant is not None:
            self._slots.give(slot, meant, rule)
            return
        cluster = self._slots[slot]
        if len(candidates) > 1:
            cluster = cluster.with_warning(doubt(node.name, self._names(candidates), False))
        alone = node.alias is None and bool(candidates or called or is_given_name(node))
        self._slots.put(slot, cluster._replace(alone=alone, several=self._are_several(node, candidates)))
        if not self._bearers.get(surname):
            self._waiting[surname].append(slot)

    def _are_several(self, node: Node, candidates: Sequence[int]) -> bool:
        """Return whether a title and surname mean several people: those who hold the office, or may be addressed so."""
        if offices := _office_titles(node):
            title = {normalise_role(" ".join(offices))[0]}
            candidates = [slot for slot in candidates if times_held(self._slots[slot], title, office_within)]
        return len(candidates) > 1

    def _candidates(self, node: Node) -> list[int]:
        """Return the bearers of a surname who can be meant by it."""
        surname = surname_of(node)
        found = [slot for slot in self._bearers.get(surname, ()) if not self._slots[slot].told_apart(node)]
        if generation := node.spellings[0].key.generation:  # "President Hale Jr" is no Ann Hale, "Paul II" no Rand Paul
            found = [slot for slot in found if is_of_generation(self._slots[slot], generation)]
        honorifics = self._honorifics[surname]
        return [slot for slot in found if not is_another(node, self._slots[slot], honorifics, len(found))]

    def _is_hardly_known(self, node: Node, slot: int) -> bool:
        """Return whether a common surname stands alone far more often than the person's name: it is another's too."""
        bearer = self._slots[slot]
        if any(spelled.titles for spelled in node.spellings):
            return False
        if bearer.weight < _KNOWN_WELL and is_other_word(surname_of(node)):
            return True
        if is_rare_surname(surname_of(node)):
            return False
        return node.weight > (_OFTEN_ALONE if bearer.weight < _HARDLY else _OFTENER) * bearer.weight

    def _names(self, candidates: Sequence[int]) -> list[str]:
        ordered = sorted((self._slots[slot] for slot in candidates), key=lambda bearer: bearer.rank)
        return [bearer.name for bearer in ordered]

    def _meant_by_given_name(self, node: Node, called: Sequence[int]) -> tuple[int | None, str]:
        """Return who is meant by a given name alone: who holds its office, or for a rare name who bears it."""
        if any(spelled.titles for spelled in node.spellings):
            return None, ""
        candidates = [slot for slot in called if not self._slots[slot].told_apart(node)]
        office = node.office() or ""
        told = not is_held_by_several(office) or is_office_of_its_own(office)
        meant = self._by_role(candidates, node, _MOSTLY) if told else None
        if meant is not None:
            return meant, "given name and role"
        meant = self._by_fame(candidates) if is_given_name(node) else self._alone(candidates, node)
        if meant is not None and node.weight > _OFTENER * self._slots[meant].weight:
            meant = None  # a family name as well, or several people's
        return meant, "given name alone"

    def _meant_by_surname(self, node: Node, candidates: Sequence[int]) -> tuple[int | None, str]:
        """Return who is meant by a surname alone, and the rule."""
        meant = self._by_label(candidates, node)
        if meant is not None:
            return meant, "surname alone"
        meant = self._by_role(candidates, node, _OFTEN)
        if meant is None:
            meant = self._by_titled(candidates, node)
        if meant is not None:
            return meant, "surname and role"
        if is_given_name(node):
            return None, ""
        meant = self._alone(candidates, node)
        meant = self._by_name(candidates, node) if meant is None else meant
        return (None if meant is not None and self._is_known_without(meant, node) else meant), "surname alone"

    def _meant_by_title(self, node: Node, candidates: Sequence[int], called: Sequence[int]) -> tuple[int | None, str]:
        """Return whom an office before a name means: who holds it, else the only bearer, who holds no other."""
        meant = self._by_role(candidates, node, _OFTEN)
        if meant is not None:
            return meant, "surname and role"
        if not candidates or is_listed_given(surname_of(node)):
            if is_either(surname_of(node)) and is_held_by_several(" ".join(_office_titles(node))):
                return self._only_bearer(node, candidates), "surname alone"  # Representative Ryan is no Ryan Hale
            likely = [slot for slot in called if not self._slots[slot].told_apart(node)]
            meant = self._by_role(likely, node, _OFTEN)
            if meant is not None and (not candidates or self._slots[meant].weight >= node.weight):
                return meant, "given name and role"
        return self._only_bearer(node, candidates), "surname alone"

    def _only_bearer(self, node: Node, candidates: Sequence[int]) -> int | None:
        """Return the only bearer of a surname that stands behind an office, who holds no other.

        A surname that is no common one needs no more, but for the office of a state; of others the bearer must be well
        known, and the office be one that means its holder.
        """
        meant, ordered = self._slots.meant(candidates)
        if meant is None or _holds_another(self._slots[meant]) or self._is_known_without(meant, node):
            return None
        title, surname = " ".join(_office_titles(node)), surname_of(node)
        if len(ordered) == 1 and is_rare_surname(surname) and not is_state_office(title):
            return meant
        if len(ordered) == 1 and _is_of_legislators(title, self._slots[meant]):
            return meant
        return meant if is_office_of_its_own(title) and self._slots[meant].weight >= _SEEN else None

    def _is_known_without(self, slot: int, node: Node) -> bool:
        """Return whether many documents name a person, and none with the title that a few put before the surname."""
        bearer = self._slots[slot]
        if bearer.weight < max(_KNOWN_WELL, FAR_MORE * node.weight):
            return False
        titles = [normalise_role(" ".join(_office_titles(node)))[0]] if _office_titles(node) else []
        titles += [title for role in node.roles if (title := title_of_role(role))]
        return bool(titles) and not times_held(bearer, titles, office_within)

    def _by_role(self, candidates: Sequence[int], node: Node, share: float) -> int | None:
        """Return the one who holds the title or the role of a name alone, far more often than any other.

        The role is what at least a `share` of the documents with the name state: a name alone may be several people.
        """
        office, title = node.office(), " ".join(_office_titles(node))
        roles = {office} if office is not None and node.roles[office] >= share * node.weight else set()
        roles |= {normalise_role(title)[0]} if title else set()
        times = {slot: times_held(self._slots[slot], roles, str.__eq__) for slot in candidates}
        few = len(candidates) == 1 or is_rare_surname(surname_of(node))
        if not any(map(is_state_office, roles)) or (few and not any(times.values())):
            times = {slot: times_held(self._slots[slot], roles, office_within) for slot in candidates}
        held = sorted((slot for slot in times if times[slot]), key=lambda slot: (-times[slot], self._slots[slot].rank))
        if not held or times[held[0]] < _TIMES * sum(times[slot] for slot in held[1:]):
            return None
        return held[0]

    def _by_titled(self, candidates: Sequence[int], node: Node) -> int | None:
        """Return whom the surname behind an office means far more often than any other, where it stands often so."""
        times = self._titled[surname_of(node)]
        meant = max((slot for slot in candidates if times[slot]), key=lambda slot: (times[slot], -slot), default=None)
        if meant is None or times[meant] < _TIMES * (times.total() - times[meant]):
            return None
        if len(candidates) > 1 and times[meant] < _SEEN and any(spelled.titles for spelled in node.spellings):
            return None  # "Mr Hale" may be another than the senator of one text
        return meant if times[meant] >= _OFTEN * (node.weight + times[meant]) else None

    def _by_label(self, candidates: Sequence[int], node: Node) -> int | None:
        """Return who alone of several is so called where the whole name is known: who speaks as "MR. HALE", or Dr Hale.

        Of a Mr or Ms in running text there may be others whom no text names in full.
        """
        forms = {text for spelled in node.spellings for text, _ in spelled.use.texts if tells_bearer(text)}
        if not forms or len(candidates) < 2:
            return None
        times = Counter({slot: times_written(self._slots[slot], forms) for slot in candidates})
        (meant, most), *_ = times.most_common(1)
        return meant if most >= max(_SEEN, _TIMES * (times.total() - most)) else None

    def _alone(self, candidates: Sequence[int], node: Node) -> int | None:
        """Return the one bearer of a surname, or the one who is named far more often than all others."""
        meant, ordered = self._slots.meant(candidates, _TIMES)
        if meant is not None and len(ordered) > 1 and -self._slots[meant].rank[0] < _KNOWN_WELL:
            return None
        return None if len(ordered) == 1 and self._is_hardly_known(node, ordered[0]) else meant

    def _by_fame(self, candidates: Sequence[int]) -> int | None:
        """Return who is named so much more often than all others of a common given name that it needs no surname."""
        meant, _ = self._slots.meant(candidates, _TIMES)
        return meant if meant is not None and self._slots[meant].weight >= _KNOWN_WELL else None

    def _by_name(self, candidates: Sequence[int], node: Node) -> int | None:
        """Return the bearer whom a surname means that stands alone far more often than all but one of its bearers."""
        ordered = sorted(candidates, key=lambda slot: self._slots[slot].rank)
        weights = [self._slots[slot].weight for slot in ordered]
        if len(weights) < 2 or weights[0] < _TIMES * weights[1] or node.weight < _TIMES * sum(weights[1:]) / 2:
            return None
        return ordered[0]

    def _join_titles(self, same: Sequence[int]) -> None:
        """Join "Peters", "Mr Peters" and "Minister Peters" where nobody else bears the surname and no titles differ."""
        nodes = {slot: self._slots[slot].nodes[0] for slot in same}
        first = _one_titled(nodes)
        if first is None:
            return
        for slot in same:
            if slot != first and not is_given_name(nodes[slot]) and not self._slots[first].told_apart(nodes[slot]):
                self._slots.give(slot, first, "surname alone")


def _office_titles(node: Node) -> list[str]:
    """Return the folded titles of a name, those that say nothing of an office left out."""
    return sorted({title for spelled in node.spellings for title in spelled.titles} - title_words().courtesy)


def _one_titled(nodes: Mapping[int, Node]) -> int | None:
    """Return the place of the name with the one office, else the one courtesy title, that names alone have."""
    titled = [slot for slot, node in nodes.items() if any(spelled.titles for spelled in node.spellings)]
    offices = [slot for slot in titled if _office_titles(nodes[slot])]
    genders = {gender for slot in titled for gender in nodes[slot].genders()}
    if len(offices) > 1 or len(titled) - len(offices) > 1 or len(genders) > 1:
        return None
    return next(iter(offices or titled), None)


def _holds_another(bearer: Cluster) -> bool:
    """Return whether a person is known by some office that is one of its own."""
    roles = sum((node.roles for node in bearer.nodes), Counter())
    return any(times >= _SEEN and is_office_of_its_own(title_of_role(role) or "") for role, times in roles.items())


def _is_of_legislators(title: str, bearer: Cluster) -> bool:
    """Return whether a title is one that legislators bear by turns, and the bearer one of them: "Chair Hale"."""
    borne = words("roles.txt", "of_legislators")
    heads = {role.split(" of ")[0].rpartition(" ")[2].lower() for node in bearer.nodes for role in node.roles}
    return normalise_role(title)[0].lower() in borne and not heads.isdisjoint(borne)
