"""What the words of a candidate say for and against its being a person. Knows neither weights nor surroundings.

Each sign is a short name; the weights that turn signs into a verdict stand in `data/people-weights.txt`.
"""

from __future__ import annotations

import functools

from nzn_cli.annotate.people import kinds, people_lexicon
from nzn_cli.text.folding import level

_MAORI = frozenset(("Te", "Ngā", "Nga", "Ngāti", "Ngati", "Ngāi", "Ngai"))
_KINDS = (
    (kinds.INITIAL, "initial"),
    (kinds.PARTICLE, "particle"),
    (kinds.BOTH, "name-and-place"),
    (kinds.AMBIGUOUS, "ambiguous"),
    (kinds.ACRONYM, "acronym"),
)


@functools.lru_cache(maxsize=50_000)
def of_words(tokens: tuple[str, ...], capitals: bool) -> tuple[str, ...]:
    """Return the signs that the words of a candidate give by themselves."""
    words = tuple([people_lexicon.word(t.title() if capitals else t) for t in tokens])
    return (*_of_kinds(words, capitals), *_of_letters(tokens, words, capitals))


@functools.lru_cache(maxsize=20_000)
def _of_kinds(words: tuple[people_lexicon.Word, ...], capitals: bool) -> tuple[str, ...]:
    """Return the signs that the kinds and marks of the words give, whatever their letters."""
    count = len(words)
    one = "one" if count == 1 else "many"
    first, last = words[0].signs, words[-1].signs
    found = [f"words={count if count < 4 else '4+'}", f"{one}:first={_sign(first)}"]
    if count > 1:
        found += [f"last={_sign(last)}", f"pair={_sign(first)}/{_sign(last)}"]
        if words[-1].kind == kinds.GEOGRAPHY:
            found.append("ends-geo")
    present = {w.kind for w in words}
    found += [f"{one}:{name}" for kind, name in _KINDS if kind in present]
    if present == {kinds.UNKNOWN}:
        found.append(f"{one}:all-unknown")
    names = [w.signs & (kinds.GIVEN | kinds.SURNAME) for w in words if w.signs & kinds.PLACE]
    if names:
        found.append(f"{one}:place" + ("+name" if all(names) else ""))
    if any(w.signs & kinds.LOWER for w in words):
        found.append(f"{one}:lower")
    if capitals:
        found.append(f"{one}:capitals")
    return tuple(found)


def _of_letters(tokens: tuple[str, ...], words: tuple[people_lexicon.Word, ...], capitals: bool) -> list[str]:
    """Return the signs that the shape of the words gives."""
    found = []
    if tokens[0] in _MAORI:
        found.append("maori-article")
    if len(tokens) == 1 and tokens[0] in people_lexicon.words_of("famous"):
        found.append("famous")
    if words[0].kind == kinds.ACRONYM and len(tokens[0]) == 2:
        found.append("capital-initials")
    if len(tokens) == 2 and people_lexicon.is_chinese(tokens[0], tokens[1]):
        found.append("chinese")
    if len(tokens) > 1 and people_lexicon.is_place(tokens):
        found.append("city")
    if not "".join(tokens).isalpha():
        if "." in tokens[0][1:2] and tokens[0][2:].isalpha():
            found.append("joined-initial")
        if any(w.signs & kinds.HYPHEN for w in words):
            found.append(f"{'one' if len(tokens) == 1 else 'many'}:{_hyphen(tokens)}")
        if any(map(str.isdecimal, "".join(tokens))):
            found.append("digit")
    tails = "".join([t[2:] for t in tokens])
    if not capitals and not tails.islower() and any(map(str.isupper, tails)):
        found.append("inner-capital")
    return found


def _hyphen(tokens: tuple[str, ...]) -> str:
    """Return what a hyphen tells: "Ji-hyun" is a name of East Asia, "Al-Sabah" one of the Arab world."""
    token = next((level(t) for t in tokens if "-" in level(t)), "")
    first, _, rest = token.partition("-")
    if first in ("Al", "El", "al", "el", "ul", "Abd"):
        return "hyphen-article"
    if rest[:1].islower():
        return (
            "hyphen-common"
            if people_lexicon.word(rest.title()).signs & kinds.LOWER and len(rest) > 4
            else "hyphen-small"
        )
    return "hyphen"


def _sign(signs: int) -> str:
    name = "g" if signs & kinds.GIVEN else ""
    name += "S" if signs & kinds.FREQUENT else "s" if signs & kinds.SURNAME else ""
    return (name or "-") + ("l" if signs & kinds.LOWER else "")
