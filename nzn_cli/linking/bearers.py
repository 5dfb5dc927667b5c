"""Names that stand alone, and who may be meant by them: the bearers of a surname, those called by a given name.

Knows clusters and words; which of several is meant is decided by `single_names`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache

from nzn_cli.linking.clusters import Cluster
from nzn_cli.linking.nodes import Node
from nzn_cli.names.compatibility import particles_of
from nzn_cli.names.gender import gender_of_given_name
from nzn_cli.names.given_names import family_first, is_listed_given
from nzn_cli.names.name_key import NameKey
from nzn_cli.names.name_titles import bare, is_title
from nzn_cli.text.wordlists import sections, words

# of names alone with those of the same surname; who are looked at where there are more
_PAIRS, _LEAST = 20_000, 20
_BEFORE_TOWN = ("the", "san", "santa", "el", "los", "las")  # in the name of a town
_TOLD = 0.1  # of the documents that name a person, below which honorifics in them tell nothing of a name that does
_SAID = 0.5  # of the documents with a name alone, in how many an honorific must say whose it is


def surname_of(node: Node) -> str:
    """Return the surname of a node, folded."""
    return node.spellings[0].key.surname


def is_alone(cluster: Cluster) -> bool:
    """Say whether a cluster is of one name, a surname or another word alone."""
    return len(cluster.nodes) == 1 and not cluster.nodes[0].full and bool(surname_of(cluster.nodes[0]))


def is_given_name(node: Node) -> bool:
    """Return whether what stands alone may as well be a given name: "Thomas", without any title."""
    return not any(spelled.titles for spelled in node.spellings) and is_listed_given(surname_of(node))


def most_likely(
    named: Mapping[str, list[int]], alone: Mapping[str, int], clusters: Sequence[Cluster]
) -> dict[str, list[int]]:
    """Return places by name, the most named alone where too many are called as too many names that stand alone."""
    found = {}
    for name, slots in named.items():
        if alone[name] * len(slots) > _PAIRS:
            slots = sorted(slots, key=lambda slot: clusters[slot].rank)[: max(_LEAST, _PAIRS // alone[name])]
        found[name] = slots
    return found


def bearers_of(clusters: Sequence[Cluster]) -> dict[str, list[int]]:
    """Return the persons with a given name by surname, and by the family name that stands first in East Asian names."""
    found: dict[str, list[int]] = defaultdict(list)
    for slot, cluster in enumerate(clusters):
        keys = [key for node in cluster.nodes for key in node.full]
        surnames = {key.surname for key in keys} | {key.last for key in keys}
        surnames |= {key.given[0] for key in keys if key.given[0] in family_first()}
        for surname in surnames:
            found[surname].append(slot)
    return found


def called_by(clusters: Sequence[Cluster]) -> dict[str, list[int]]:
    """Return the persons by the given names that they go by."""
    found: dict[str, list[int]] = defaultdict(list)
    for slot, cluster in enumerate(clusters):
        keys = [key for node in cluster.nodes for key in node.full]
        most = max((len(key.given) for key in keys), default=0)
        for given in {key.given[0] for key in keys if len(key.given) == most or _is_given(key)}:
            found[given].append(slot)
    return found


def _is_given(key: NameKey) -> bool:
    """Return whether a shorter name begins with what the person is called: Bill of Simon William Hale, Rui da Hale.

    "Rata" of Aroha Rata Hale may be half of her surname, which stands behind any particle.
    """
    return is_listed_given(key.given[0]) or bool(particles_of(key))


def honorifics_of(clusters: Sequence[Cluster]) -> dict[str, Counter[str]]:
    """Return for each surname that stands alone how many documents call its bearer a man or a woman."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for cluster in clusters:
        if is_alone(cluster):
            found[surname_of(cluster.nodes[0])].update(cluster.nodes[0].genders())
    return found


def is_another(node: Node, bearer: Cluster, honorifics: Counter[str], bearers: int) -> bool:
    """Say whether "Mr Peterson" cannot be the bearer, whom an honorific of her own calls a woman.

    Where none does, the only bearer of a surname is what the surname is called most: "Ms Peterson".
    """
    said = node.genders()
    if len(said) != 1 or said.total() < _SAID * node.weight:
        return False  # "Mrs Peterson" in one of many texts on Secretary Peterson
    own = sum((each.genders() for each in bearer.nodes), Counter())
    given = {gender_of_given_name(key.given[0]) for each in bearer.nodes for key in each.full} - {""}
    if len(given) == 1 and (not own or own.total() < _TOLD * bearer.weight):
        own = Counter(given)  # "Mrs Hale" in a few of many texts on Tom Hale is his wife
    if not own and bearers == 1:
        own = honorifics
    gender = next(iter(said))
    return own.total() > 2 * own[gender]


def tells_bearer(text: str) -> bool:
    """Return whether a name with a title is the label of who speaks, or has a title that few of a surname bear."""
    title, _, rest = text.partition(" ")
    return bool(rest) and (text.isupper() or bare(title) in words("honorifics.txt", "degree"))


def times_written(bearer: Cluster, forms: Collection[str]) -> int:
    """Return how often the person is written in one of these forms in the texts that name the person in full."""
    return sum(
        count
        for node in bearer.nodes
        for spelled in node.spellings
        if spelled.key.given
        for text, count in spelled.use.texts
        if text in forms
    )


def is_of_generation(bearer: Cluster, generation: str) -> bool:
    """Return whether a person's names tell a generation, or are a ruler's: "President Hale Jr", "Queen Ann"."""
    keys = [key for node in bearer.nodes for key in node.full]
    return any(key.generation == generation or (not key.generation and is_title(key.given[0])) for key in keys)


def is_other_word(surname: str) -> bool:
    """Return whether a folded surname is oftener a given name, or a town's or country's name: "Noah", "Dayton"."""
    return surname in _towns() or bool(gender_of_given_name(surname) and surname not in words("surnames.txt", ""))


@cache
def _towns() -> frozenset[str]:
    """Return the folded names of towns of one word, and of what stands behind "San" or "The"."""
    lines = (line.partition(" ") for line in sections("places.txt")[""])
    return frozenset(rest or first for first, _, rest in lines if not rest or first in _BEFORE_TOWN)


def times_held(bearer: Cluster, roles: Collection[str], is_one: Callable[[str, str], bool]) -> int:
    """Return how often a person is known by one of these roles."""
    return sum(
        times
        for node in bearer.nodes
        for role, times in node.roles.items()
        if any(is_one(office, role) for office in roles)
    )
