"""Which names of a corpus say whose a thing is, by its country, and which leave that out.

Knows the keys of names alone, linear in their words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from nzn_cli.names.countries import country_named, country_words, opens_country
from nzn_cli.names.generic_names import is_kept
from nzn_cli.names.organisation_key import is_of_state, organisation_key
from nzn_cli.text.folding import fold
from nzn_cli.text.wordlists import words

MORE = 4  # times as many documents with a name as with a fuller one, with which it means more than that one
_GENERIC = "organisation-generic.txt"

Key = tuple[str, str | None]  # a name's key, and whose it is where many countries have one
Fuller = Mapping[Key, Key]


class Named(NamedTuple):
    """What the passes know of the names of a corpus: how many documents have each key, and how it is written."""

    counts: Mapping[Key, int]
    spelled: Mapping[Key, str]
    bodies: frozenset[str]  # the keys of what is an organisation


def country_said_otherwise(named: Named) -> Fuller:
    """Return names that say otherwise whose a body is than most: "United States Navy", "the Navy" of that country."""
    groups: dict[Key, list[Key]] = defaultdict(list)
    for key in named.counts:
        owned = _owned(key)
        if owned is not None:
            groups[owned].append(key)
    found: dict[Key, Key] = {}
    for owned, keys in groups.items():
        best = min(keys, key=lambda key: (key[1] is None or not is_of_state_key(owned[0]), -named.counts[key], key[0]))
        found.update((key, best) for key in keys if key != best)
    return found


def country_left_out(named: Named) -> Fuller:
    """Return names without the country that one fuller name alone has, or that most of the corpus is of."""
    return with_country(named, named.counts)


def with_country(named: Named, wanted: Collection[Key]) -> Fuller:
    """Return the names wanted that leave out their country, with that which has it."""
    fuller: dict[str, dict[str, Key]] = defaultdict(dict)
    for key in named.counts:
        owned = _owned(key)
        if owned is not None and owned[1] is not None:
            fuller[owned[0]][owned[1]] = key
    home = home_country(named.counts)
    found: dict[Key, Key] = {}
    for rest, of_country in fuller.items():
        bare = (rest, None)
        total = sum(named.counts[key] for key in of_country.values())
        alone = len(of_country) == 1 and total * MORE >= named.counts.get(bare, 0)
        if bare not in wanted:
            continue
        if home in of_country and named.counts[of_country[home]] * 2 >= total:
            found[bare] = of_country[home]
        elif alone and not (home and is_of_state_key(rest)):  # not another country's "High Court"
            found[bare] = next(iter(of_country.values()))
    return found


@lru_cache(maxsize=200_000)
def _owned(key: Key) -> Key | None:
    """Return what is said of a body beside whose it is, with whose: ("navy", "United States")."""
    text, country = key
    parts = text.split()
    opens = opens_country(parts[0])
    for size in range(1, min(4, len(parts))):
        for state, rest, behind in ((parts[:size], parts[size:], False), (parts[-size:], parts[:-size], True)):
            if not (_is_headed(rest) if behind else opens):
                continue
            owned, named = organisation_key(" ".join(rest)), _country(state)
            if named is not None and country in (None, named) and (len(rest) > 1 or _is_of_state(owned)):
                return owned, named
    return key if country is not None else None


def _country(state: Sequence[str]) -> str | None:
    """Return the country of which words are the name, small words left out: "united states america"."""
    plain = " ".join(state)
    if plain in _adjectives():
        return None
    return country_named(plain) or country_named(" of ".join((" ".join(state[:-1]), state[-1])))


def _is_of_state(key: str) -> bool:
    return is_of_state_key(key) or key in words(_GENERIC, "one-of-state")


def _is_headed(rest: Sequence[str]) -> bool:
    """Say whether words are a body's without the country behind them: "Export-Import Bank" of the United States."""
    return (
        is_of_state_key(" ".join(rest))
        or rest[-1] in words(_GENERIC, "one-of-state")
        or (len(rest) > 2 and rest[-1] in _heads())
    )


def is_of_state_key(key: str) -> bool:
    """Say whether bodies of many countries have this key."""
    return is_of_state(" ".join(word.capitalize() for word in key.split()))


def bodies_of_any_country(counts: Mapping[Key, int]) -> frozenset[Key]:
    """Return the names of state's bodies that do not say whose, where other countries have them and the home has not.

    In a corpus of the United States "Ministry of Defence" is now one country's, now another's.
    """
    owned: dict[str, set[str]] = defaultdict(set)
    for text, country in counts:
        if country is not None:
            owned[text].add(country)
    home = home_country(counts)
    found = ((text, None) for text, countries in owned.items() if home and home not in countries)
    return frozenset(key for key in found if is_of_state_key(key[0]) and not is_kept(key[0]))


def home_country(counts: Mapping[Key, int]) -> str | None:
    """Return the country whose bodies are most of those that say whose they are."""
    countries: Counter[str] = Counter()
    for (text, country), number in counts.items():
        parts = text.split()
        first = country or country_named(" ".join(parts[:2])) or country_named(parts[0])
        if first:
            countries[first] += number
    most = countries.most_common(1)
    return most[0][0] if most and most[0][1] * 2 > countries.total() else None


@cache
def _adjectives() -> frozenset[str]:
    return frozenset(fold(word) for word in country_words()[1])


@cache
def _heads() -> frozenset[str]:
    return frozenset(fold(word) for word in words("organisation-heads.txt", "organisation"))
