"""What the words of a candidate say for and against its being a person. Knows neither weights nor surroundings.

Each sign is a short name; the weights that turn signs into a verdict stand in `data/people-weights.txt`.
"""

from __future__ import annotations

import functools

from nzn_cli.extract.people import kinds, lexicon
from nzn_cli.language.folding import level


@functools.lru_cache(maxsize=100_000)
def of_words(tokens: tuple[str, ...], capitals: bool) -> tuple[str, ...]:
    """Return the signs that the words of a candidate give by themselves."""
    words = [lexicon.word(t.title() if capitals else t) for t in tokens]
    count = len(words)
    many = "1" if count == 1 else "2" if count == 2 else "3" if count == 3 else "4+"
    found = [f"words={many}"]
    first, last = words[0].signs, words[-1].signs
    one = "one" if count == 1 else "many"
    found.append(f"{one}:first={_sign(first)}")
    if count > 1:
        found.append(f"last={_sign(last)}")
        found.append(f"pair={_sign(first)}/{_sign(last)}")
    present = {w.kind for w in words}
    for kind, name in (
        (kinds.INITIAL, "initial"),
        (kinds.PARTICLE, "particle"),
        (kinds.BOTH, "name-and-place"),
        (kinds.AMBIGUOUS, "ambiguous"),
        (kinds.ACRONYM, "acronym"),
    ):
        if kind in present:
            found.append(f"{one}:{name}")
    places = [w.signs & (kinds.GIVEN | kinds.SURNAME) for w in words if w.signs & kinds.PLACE]
    if places:
        found.append(f"{one}:place" + ("+name" if all(places) else ""))
    if any(w.signs & kinds.HYPHEN for w in words):
        found.append(f"{one}:{_hyphen(tokens)}")
    if tokens[0] in ("Te", "Ngā", "Nga", "Ngāti", "Ngati", "Ngāi", "Ngai"):
        found.append("maori-article")
    if words[0].kind == kinds.ACRONYM and len(tokens[0]) == 2:
        found.append("capital-initials")
    if any(w.signs & kinds.LOWER for w in words):
        found.append(f"{one}:lower")
    if count == 2 and lexicon.is_chinese(tokens[0], tokens[1]):
        found.append("chinese")
    if lexicon.is_place(tokens):
        found.append("city")
    if capitals:
        found.append(f"{one}:capitals")
    if any(c.isdigit() for t in tokens for c in t):
        found.append("digit")
    if any(c.isupper() for t in tokens for c in t[2:]) and not capitals:
        found.append("inner-capital")
    unknown = sum(w.kind == kinds.UNKNOWN for w in words)
    if unknown == count:
        found.append(f"{one}:all-unknown")
    return tuple(found)


def _hyphen(tokens: tuple[str, ...]) -> str:
    """Return what a hyphen tells: "Ji-hyun" is a name of East Asia, "Al-Sabah" one of the Arab world."""
    token = next((level(t) for t in tokens if "-" in level(t)), "")
    first, _, rest = token.partition("-")
    if first in ("Al", "El", "al", "el", "ul", "Abd"):
        return "hyphen-article"
    if rest[:1].islower():
        return "hyphen-common" if lexicon.word(rest.title()).signs & kinds.LOWER and len(rest) > 4 else "hyphen-small"
    return "hyphen"


def _sign(signs: int) -> str:
    name = "g" if signs & kinds.GIVEN else ""
    name += "S" if signs & kinds.FREQUENT else "s" if signs & kinds.SURNAME else ""
    return (name or "-") + ("l" if signs & kinds.LOWER else "")
