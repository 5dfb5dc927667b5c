"""Which names of a corpus are but the beginning or the end of fuller ones: "Clean Harbour", "Harbour Fund".

Where one fuller name alone is meant, or nearly so, they mean that one; where several may be, they name nothing. Linear
in the words of all names. Knows how names are written and in how many documents each is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from nzn_cli.linking.country_names import Fuller, Key, Named
from nzn_cli.names.countries import country_named
from nzn_cli.names.listed_words import common_words, towns
from nzn_cli.names.organisation_key import KINDS, known_names
from nzn_cli.text.folding import fold
from nzn_cli.text.wordlists import sections, words

_LONGEST = 12  # words of a name whose beginnings and ends are looked up
_MANY = 3  # documents with a fuller name from which on it tells what a part of it means
_CUT_OFF = 2  # words behind what is no name without them; of more the name before them may be the owner
_MOST = 2 / 3  # of the documents with any fuller name, in how many that must be which is meant
_GENERIC, _HEADS = "organisation-generic.txt", "organisation-heads.txt"

_Parts = Mapping[Key, list[Key]]


def end_left_out(named: Named) -> Fuller:
    """Return names that are the beginning of one fuller name: "Committee on Foreign Investment"."""
    return _meant_by(named, _beginnings(named))


def beginning_left_out(named: Named) -> Fuller:
    """Return names of plain words that are the end of one fuller name: "Harbour Jobs Plan"."""
    return _meant_by(named, _ends(named))


def parts_of_several(named: Named) -> frozenset[Key]:
    """Return names that are a part of several fuller names, any of which may be meant: "Office of the Assistant"."""
    return frozenset(
        bare
        for parts in (_beginnings(named), _ends(named))
        for bare, fuller in parts.items()
        if len(fuller) > 1 and _total(named, fuller) >= max(named.counts[bare], _MANY)
    )


def _meant_by(named: Named, parts: _Parts) -> Fuller:
    found = {}
    for bare, fuller in parts.items():
        best = max(fuller, key=lambda key: (named.counts[key], key[0], key[1] or ""))
        documents = named.counts[best]
        if documents >= max(named.counts[bare], _MANY) and documents >= _MOST * _total(named, fuller):
            found[bare] = best
    return found


def _total(named: Named, keys: list[Key]) -> int:
    return sum(named.counts[key] for key in keys)


def _beginnings(named: Named) -> _Parts:
    """Return names with those that they are the beginning of, cut at a small word or without what such names end with.

    "North Atlantic Treaty" is whole, and not the beginning of "North Atlantic Treaty Organization".
    """
    small = words(_HEADS, "small")
    found: dict[Key, list[Key]] = defaultdict(list)
    for key, parts, phrases in _phrases(named):
        for size in range(2, min(len(parts), _LONGEST)):
            bare = phrases.get(" ".join(parts[:size]))
            if bare is None or bare == key:
                continue
            after = parts[size:]
            of_country = after[0] in small and country_named(" ".join(after[1:])) is not None
            cut = len(after) <= _CUT_OFF and parts[size - 1] not in _heads() and " ".join(after) not in phrases
            if not of_country and (after[0] in small or cut):
                found[bare].append(key)
    return found


def _ends(named: Named) -> _Parts:
    """Return names of plain words, or that "and" joins, with those that they are the end of.

    What a fuller name is only of stands for itself: the "Port Association" of a "Journal of the Port Association".
    """
    found: dict[Key, list[Key]] = defaultdict(list)
    for key, parts, phrases in _phrases(named):
        for size in range(2, min(len(parts), _LONGEST)):
            bare = phrases.get(" ".join(parts[-size:]))
            before = parts[-size - 1]
            plain = before in ("and", "&") or all(word in common_words() for word in parts[-size:])
            if bare is None or bare == key or not plain:
                continue
            owned = before in _OF and (parts[-1] in _heads() or before != "of")
            if parts[-size] not in words(_GENERIC, "whole-first") and not owned:
                found[bare].append(key)
    return found


_OF = frozenset(("of", "for", "to", "in", "on", "the", "with", "at"))


def _phrases(named: Named) -> Iterator[tuple[Key, list[str], Mapping[str, Key]]]:
    """Yield each name with its words, and the names that may be a part of one by theirs."""
    written = {key: fold(named.spelled[key]).split() for key in named.counts if key in named.spelled}
    whole, first = words(_GENERIC, "whole-with"), words(_GENERIC, "whole-at-first")
    phrases = {
        " ".join(parts): key
        for key, parts in written.items()
        if key[1] is None
        and len(parts) > 1
        and parts[0] not in first
        and not whole.intersection(parts)
        and not _is_whole(named.spelled[key])
    }
    for key, parts in written.items():
        if len(parts) > 2:
            yield key, parts, phrases


def _is_whole(name: str) -> bool:
    folded = fold(name)
    known = name in known_names() or folded in _kept()
    return known or country_named(name) is not None or folded in towns()


@cache
def _kept() -> frozenset[str]:
    return frozenset(name for line in sections(_GENERIC)["kept"] for name in line.split(", "))


@cache
def _heads() -> frozenset[str]:
    return frozenset(fold(word) for kind in (*KINDS, "company", "initial") for word in words(_HEADS, kind))
