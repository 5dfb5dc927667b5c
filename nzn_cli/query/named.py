"""Names that a user typed, found among those of the corpus; says which are near when none is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from nzn_cli.errors import NothingFound
from nzn_cli.query.view import readable
from nzn_cli.store.store import Store
from nzn_cli.text.folding import fold


def name_groups(store: Store, kind: str, typed: Sequence[str], all_of: bool = False) -> list[list[Any]]:
    """Return what typed names of a kind mean: with `all_of` a list a name, else one list for all of them.

    Of people and organisations numbers, of a minister, portfolio or site folded values. No list where nothing was
    typed; raises NothingFound, with the nearest of the corpus, for a list that would be empty.
    """
    one_by_one = [(name,) for name in typed] if all_of else [tuple(typed)] if typed else []
    if kind == "person":
        return [persons_named(store, names) for names in one_by_one]
    if kind == "organisation":
        return [organisations_named(store, names) for names in one_by_one]
    return [values_named(store, kind, names) for names in one_by_one]


def values_named(store: Store, kind: str, typed: Sequence[str]) -> list[str]:
    """Return the folded values of a kind (minister, portfolio, site) that any of `asked` means.

    Raises NothingFound, with the nearest of the corpus, when there is none.
    """
    sql = "SELECT DISTINCT folded, value FROM value WHERE kind = ? AND key = ?"
    values = [(folded, value) for folded, value in store.rows(sql, (kind, kind))]
    means = _means if kind == "minister" else _has_words
    found = {folded for folded, value in values if any(means(readable(name), value) for name in typed)}
    if not found:
        raise nobody(kind, typed, [value for _, value in values])
    return sorted(found)


def persons_named(store: Store, typed: Sequence[str]) -> list[int]:
    """Return the numbers of the people whom any of `asked` means by their name or a spelling of it, else by an id."""
    found: set[int] = set()
    for name in typed:
        found.update(
            person for person, spelling in _candidates(store, readable(name)) if _means(readable(name), spelling)
        )
    if not found:  # an id tells two people of one name apart: "robin-hale-2"
        for name in typed:
            found.update(
                row[0] for row in store.rows("SELECT person FROM person WHERE person_id = ?", (readable(name),))
            )
    if not found:
        raise nobody("person", typed, [name for (name,) in store.rows("SELECT name FROM person")])
    return sorted(found)


def organisations_named(store: Store, typed: Sequence[str]) -> list[int]:
    """Return the numbers of the named things that any of `typed` means: by a whole name, else by words of one."""
    found: set[int] = set()
    for name in typed:
        asked = fold(readable(name)).strip()
        exact = """SELECT organisation FROM organisation_name WHERE folded = ?
            UNION SELECT organisation FROM organisation WHERE name_id = ? OR folded = ?"""
        meant = {row[0] for row in store.rows(exact, (asked, asked, asked))}
        found |= meant or _organisations_with(store, asked)
    if not found:
        raise nobody("organisation", typed, [name for (name,) in store.rows("SELECT name FROM organisation")])
    return sorted(found)


def _organisations_with(store: Store, asked: str) -> set[int]:
    """Return the named things with a name that has all words of what was asked for."""
    longest = max(_words(asked), key=len, default="")
    sql = "SELECT organisation, folded FROM organisation_name WHERE instr(folded, ?)"
    return {number for number, folded in store.rows(sql, (longest,)) if longest and _words(asked) <= _words(folded)}


def nobody(kind: str, typed: Sequence[str], names: Sequence[str]) -> NothingFound:
    """Return the error for names that mean nothing, with those of the corpus that are near."""
    from nzn_cli.names.name_matching import nearest

    near: list[str] = []
    for name in typed:
        near += [other for other in nearest(readable(name), names, 3) if other not in near]
    typed = " or ".join(repr(name) for name in typed)
    return NothingFound(f"no {kind} is named {typed}", f"near: {', '.join(near)}" if near else None, tuple(near))


def _candidates(store: Store, name: str) -> list[tuple[int, str]]:
    """Spellings that hold the name's longest word; those that may write it otherwise are left to the closer look."""
    from nzn_cli.names.name_matching import name_words

    longest = max((word for word in name_words(name) if word.isascii() and word.isalnum()), key=len, default="")
    sql = """SELECT person, name FROM person_name
        WHERE instr(lower(name), ?) OR name GLOB '*[^ -~]*' OR name GLOB '*[-'']*'"""
    return [(row[0], row[1]) for row in store.rows(sql, (longest,))]


def _means(typed: str, name: str) -> bool:
    from nzn_cli.names.name_matching import matches

    return matches(typed, name)


def _has_words(typed: str, value: str) -> bool:
    words = _words(typed)
    return bool(words) and words <= _words(value)


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", fold(text).replace("'", "")))
