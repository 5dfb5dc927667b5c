"""Names compared: what a user typed with names, and two names as one person. Knows spellings, not corpora."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from nzn_cli.names.name_parts import parse_name
from nzn_cli.text.folding import fold


@lru_cache(maxsize=65536)
def name_words(text: str) -> frozenset[str]:
    """Return the folded words of a name by which it is found, honorifics left out; "o'connor" is "oconnor".

    A hyphenated word counts whole and in its parts.
    """
    parts = parse_name(text)
    spoken = [*parts.given, *parts.surname.split(), parts.nickname, parts.generation]
    found: set[str] = set()
    for word in spoken:
        key = fold(word).replace("'", "").strip(".,")
        found.update((key, *key.split("-"), key.replace("-", "")))
    return frozenset(found - {""})


def matches(query: str, name: str) -> bool:
    """Return whether every word of `query` is one of `name`, whatever order, case, accents, titles, quotes."""
    asked = {fold(word).replace("'", "").strip(".,") for part in _asked(query) for word in part.split()} - {""}
    return bool(asked) and asked <= name_words(name)


@lru_cache(maxsize=256)
def _asked(query: str) -> tuple[str, ...]:
    parts = parse_name(query)
    return (*parts.given, parts.surname, parts.generation)


def nearest(query: str, names: Iterable[str], limit: int = 3) -> list[str]:
    """Return the names most like `query`, best first, at most `limit`; none that is not near. Uses rapidfuzz."""
    from rapidfuzz import fuzz, process

    listed = list(dict.fromkeys(names))
    asked = sorted(name_words(query))
    if not asked:
        return []
    known = {word for name in listed for word in name_words(name)}
    near = {
        word: {
            match: score
            for match, score, _ in process.extract(word, known, scorer=fuzz.ratio, score_cutoff=60, limit=200)
        }
        for word in asked
    }
    scored = []
    for name in listed:
        has = name_words(name)
        score = sum(max((near[word].get(own, 0.0) for own in has), default=0.0) for word in asked) / len(asked)
        if score >= 70:
            scored.append((-score, len(has), name))
    return [name for _, _, name in sorted(scored)[:limit]]
