"""Names of a corpus gathered into nodes: what is one person whatever the rules, by spelling or by the user's word.

Knows names and the user's aliases; what joins nodes is asked by `edges`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from nzn_cli.names.compatibility import are_slips, can_be_one, same_key
from nzn_cli.names.gender import gender_of_given_name, gender_of_title
from nzn_cli.names.given_names import is_rare_surname
from nzn_cli.names.name_key import NameKey, name_key
from nzn_cli.names.name_parts import parse_name
from nzn_cli.names.roles import normalise_role, office_within, title_of_role
from nzn_cli.text.folding import fold

Ident = tuple[str, ...]


class NameUse(NamedTuple):
    """One distinct name of the corpus (`entity.name`) and how it is used; names that repeat are added up."""

    name: str
    documents: int = 1
    credited: int = 0  # documents whose metadata credits it
    roles: tuple[tuple[str, str | None], ...] = ()  # normalised (role, country), once for each document that says so
    texts: tuple[tuple[str, int], ...] = ()  # how the person is written where this is the name, and how often
    sense: int = 0  # which of several people of the name (see `senses`)


class Spelling(NamedTuple):
    """A use of a name with what is compared of it and how it is shown."""

    use: NameUse
    name: str  # without honorifics
    key: NameKey
    titles: tuple[str, ...]  # folded, sorted


def spelling(use: NameUse) -> Spelling:
    """Return a use with its name taken apart."""
    parts = parse_name(use.name)
    titles = tuple(sorted(fold(title).strip(".") for title in parts.titles))
    return Spelling(use, parts.name, name_key(parts), titles)


SLIP = "slip"
_LIKE = frozenset(("spelling", "clipped"))  # rules that hold of namesakes too
_PLAIN = 2  # parts of the ident of a full name, behind which its sense may stand
_KEYS = 20  # of one node that are compared: more are nicknames of everybody and his brother
_OFTEN = 5  # times as often as it is misspelled that a name stands
_USUAL = 2  # times as often as without it that a name stands with its "Jr" where that is merely left out


class Node:
    """Names that are one person's beyond doubt: they differ in case, accents, titles, or the user says so."""

    __slots__ = ("alias", "aliased", "apart", "full", "ident", "roles", "spellings", "split", "weight")

    def __init__(self, ident: Ident) -> None:
        self.ident = ident
        self.spellings: list[Spelling] = []
        self.full: list[NameKey] = []  # distinct keys of names with a given name
        self.alias: str | None = None
        self.aliased: set[str] = set()  # names that are here because the user says so
        self.apart: frozenset[Ident] = frozenset()  # nodes that the user says are others
        self.split = False  # one of several people of one name, whom another name means by its office alone
        self.weight = 0  # documents
        self.roles: Counter[str] = Counter()

    def add(self, spelled: Spelling) -> None:
        """Take one more name in."""
        if spelled.key.given and len(self.full) < _KEYS and spelled.key not in self.full:
            self.full.append(spelled.key)
        self.spellings.append(spelled)
        self.weight += spelled.use.documents
        self.roles.update(role.removeprefix("Former ") for role, _ in spelled.use.roles)

    @property
    def name(self) -> str:
        """The most used of its names, for messages."""
        return min(self.spellings, key=lambda spelled: (-spelled.use.documents, spelled.use.name)).name

    def office(self) -> str | None:
        """Return the role that is most often stated, or None."""
        return min(self.roles, key=lambda role: (-self.roles[role], role), default=None)

    def genders(self) -> Counter[str]:
        """Return how often an honorific says that the person is a man ("m") or a woman ("f")."""
        found: Counter[str] = Counter()
        for spelled in self.spellings:
            for gender in {gender_of_title(title) for title in spelled.titles} - {""}:
                found[gender] += max(spelled.use.documents, 1)
            for text, count in spelled.use.texts:
                if gender := gender_of_title(fold(text.partition(" ")[0]).strip(".")):
                    found[gender] += count
        return found

    def shares_office(self, other: Node) -> bool:
        """Return whether both are known by one role above all others, or by one of several that are told as often."""
        return bool(self._offices() & other._offices())

    def _offices(self) -> frozenset[str]:
        most = max(self.roles.values(), default=0)
        return frozenset(role for role, times in self.roles.items() if times == most)

    def told_apart(self, other: Node) -> bool:
        """Return whether the user says that these are two people."""
        return other.ident in self.apart or bool(self.alias and other.alias and self.alias != other.alias)

    def rule_with(self, other: Node) -> str | None:
        """Return the rule by which both are one person, or None."""
        if self.told_apart(other) or ((self.split or other.split) and not self.shares_office(other)):
            return None
        for a in self.full:
            for b in other.full:
                if not self._generations_agree(a, b, other):
                    continue  # a father and his son
                rule = same_key(a, b)
                if rule is not None and not (rule in _LIKE and self._is_namesake(a, other)):
                    return rule
        return SLIP if self._is_slip(other) else None

    def _generations_agree(self, a: NameKey, b: NameKey, other: Node) -> bool:
        if bool(a.generation) == bool(b.generation) or self._one_generation(other, bool(a.generation)):
            return True
        return not _told_alike(a, b)

    def _is_slip(self, other: Node) -> bool:
        """Return whether one is the other misspelled by a letter: seldom so written, and known by the same title."""
        seldom, often = sorted((self.weight, other.weight))
        if often < _OFTEN * seldom or not self.titles & other.titles:
            return False
        return any(are_slips(a, b) for a in self.full for b in other.full)

    @property
    def titles(self) -> frozenset[str]:
        """The titles that the person's roles give."""
        return frozenset(title for role in self.roles if (title := title_of_role(role)))

    def _one_generation(self, other: Node, younger: bool) -> bool:
        """Return whether "Junior" is merely left out: both are known by one office, or seldom by the name without."""
        if self.shares_office(other):
            return True
        junior, plain = (self, other) if younger else (other, self)
        return junior.weight >= _USUAL * plain.weight and not self._holds_others(other)

    def _is_namesake(self, key: NameKey, other: Node) -> bool:
        """Return whether two people with like names, of a surname that many bear, are known by offices that differ."""
        return not is_rare_surname(key.surname) and self._holds_others(other)

    def _holds_others(self, other: Node) -> bool:
        """Return whether both are known by offices, and by none that may be the other's in full."""
        if self.titles & other.titles:
            return False
        return bool(self.roles and other.roles) and not any(
            office_within(a, b) or office_within(b, a) for a in self.roles for b in other.roles
        )

    def agrees(self, other: Node) -> bool:
        """Return whether nothing speaks against both being one person."""
        if self.told_apart(other):
            return False
        if any(same_key(a, b) is not None for a in self.full for b in other.full) or self._is_slip(other):
            return True
        # two short forms of a third name: Bob and Rob Hale may be father and son
        return any(can_be_one(a, b) for a in self.full for b in other.full) and not self._holds_others(other)

    def agrees_with(self, group: Sequence[Node]) -> bool:
        """Return whether nothing speaks against being one person with all of a group, no father with his son."""
        if not all(self.agrees(other) for other in group):
            return False
        if any(self.generation == other.generation for other in group):
            return True
        return all(
            self._one_generation(other, bool(self.generation)) or not _told_alike(self.full[0], other.full[0])
            for other in group
        )

    @property
    def generation(self) -> str:
        """The generation that the first of its names tells."""
        return self.full[0].generation if self.full else ""


def _told_alike(a: NameKey, b: NameKey) -> bool:
    """Return whether names differ by a generation alone, which then tells two people apart: Joe is whoever's short."""
    return a.given == b.given and a.surname == b.surname


def nodes_of(
    uses: Iterable[NameUse], aliases: Mapping[str, Sequence[str]], not_same: Sequence[Sequence[str]]
) -> list[Node]:
    """Return the nodes of all uses, in the order of their idents; `not_same` stands in each node's `apart`."""
    named = _Named(aliases, not_same)
    nodes: dict[Ident, Node] = {}
    for use in uses:
        spelled = spelling(use)
        ident = named.ident(spelled)
        node = nodes.get(ident)
        if node is None:
            node = nodes[ident] = Node(ident)
        if ident[0] == "alias":
            node.alias = ident[1]
            node.aliased.add(use.name)
        node.add(spelled)
    _split(nodes)
    for group in not_same:
        idents = frozenset(named.ident(spelling(NameUse(name))) for name in group)
        for ident in idents & nodes.keys():
            nodes[ident].apart |= idents - {ident}
    return [nodes[ident] for ident in sorted(nodes)]


def _split(nodes: Mapping[Ident, Node]) -> None:
    """Note in the nodes of one name that they are several people's."""
    senses: dict[Ident, set[Ident]] = {}
    for ident in nodes:
        if ident[0] == "full" and len(ident) > _PLAIN:
            plain = ident[:_PLAIN]
            senses.setdefault(plain, {plain} & nodes.keys()).add(ident)
    for same in senses.values():
        for ident in same:
            nodes[ident].split = True
            nodes[ident].apart |= same - {ident}


def keep_apart(nodes: Sequence[Node], pairs: Iterable[tuple[str, str]]) -> None:
    """Note in the nodes which names a text sets side by side as two people's; what the user says of them stands."""
    known = {spelled.use.name: node for node in nodes for spelled in node.spellings}
    for one, other in pairs:
        a, b = known.get(one), known.get(other)
        if a is not None and b is not None and a is not b:
            a.apart |= {b.ident}
            b.apart |= {a.ident}


def wishes_not_met(nodes: Sequence[Node], not_same: Sequence[Sequence[str]]) -> dict[Ident, list[str]]:
    """Return warnings on nodes that the user keeps a spelling apart from which no document has for anybody's name.

    "Mr Hale" within a text that names Ann Hale is hers before names of documents meet.
    """
    known = {spelled.use.name: node.ident for node in nodes for spelled in node.spellings} if not_same else {}
    written = {_written(name) for name in known}
    found: dict[Ident, list[str]] = {}
    for group in not_same:
        absent = [name for name in group if _written(name) not in written]
        for name in group:
            if name in known and absent:
                warning = f"{absent[0]!r} cannot be kept apart from {name!r}: it stands for a name of the same document"
                found.setdefault(known[name], []).append(warning)
    return found


class _Named:
    """Which node a name belongs to, the user's aliases and distinctions first."""

    def __init__(self, aliases: Mapping[str, Sequence[str]], not_same: Sequence[Sequence[str]]) -> None:
        self.aliases: dict[Ident, str] = {}
        for person in sorted(aliases, reverse=True):  # of two persons with one spelling the first has it
            for name in (person, *aliases[person]):
                self.aliases[_plain(spelling(NameUse(name)))] = self.aliases[_written(name)] = person
        self.own: set[Ident] = set()
        for group in not_same:
            plain = [_plain(spelling(NameUse(name))) for name in group]
            self.own.update(("own", name) for name, ident in zip(group, plain, strict=True) if plain.count(ident) > 1)
        self.user = bool(self.aliases or self.own)

    def ident(self, spelled: Spelling) -> Ident:
        plain = _plain(spelled)
        if not self.user:
            return plain
        if ("own", spelled.use.name) in self.own:
            return ("own", spelled.use.name)
        written, usual = _written(spelled.use.name), plain[:_PLAIN] if plain[0] == "full" else plain
        alias = self.aliases.get(written) or self.aliases.get(usual) or self._courteous(plain)
        return plain if alias is None else ("alias", alias)

    def _courteous(self, plain: Ident) -> str | None:
        """Return whose alias a surname is that stands behind "Mr" or "Ms", unless the alias is of the other sex."""
        gender = gender_of_title(plain[2]) if plain[0] == "alone" and len(plain) == 3 else ""
        if not gender:
            return None
        alias = self.aliases.get(plain[:2])
        given = spelling(NameUse(alias)).key.given if alias else ()
        other = given and gender_of_given_name(given[0]) not in ("", gender)
        return None if other else alias


def _title(title: str) -> str:
    """Return a folded title as what it is a way of saying: a Congresswoman is a representative."""
    return normalise_role(title)[0].lower()


def _written(name: str) -> Ident:
    return ("written", " ".join(fold(name).split()))


def _plain(spelled: Spelling) -> Ident:
    """Return the same for spellings that differ in case, accents, hyphens, order or titles beside a given name."""
    if spelled.key.given:
        return ("full", spelled.key.letters, *([str(spelled.use.sense)] if spelled.use.sense else ()))
    if spelled.key.surname:
        return ("alone", spelled.key.letters, *sorted(map(_title, spelled.titles)))
    return ("other", spelled.use.name)
