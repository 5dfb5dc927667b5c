"""What the words of a candidate say for and against its being a person. Knows neither weights nor surroundings.

Each feature is a short name; the weights that make a score of features stand in `lexicons/people-weights.txt`.
Features are rows of tables, of which all hold whose test does. Examples have mentions in [ ] and roles in { }.
"""

from __future__ import annotations

import functools
from typing import NamedTuple

from nzn_cli.annotate.people import kinds, people_lexicon
from nzn_cli.annotate.people.people_lexicon import Word
from nzn_cli.annotate.rule_table import Rule, RuleTable
from nzn_cli.text.folding import level

_MAORI = frozenset(("Te", "Ngā", "Nga", "Ngāti", "Ngati", "Ngāi", "Ngai"))
_NAMED = kinds.GIVEN | kinds.SURNAME
_ARTICLES = frozenset(("Al", "El", "al", "el", "ul", "Abd"))


class Words(NamedTuple):
    """The words of a candidate, what is known of each, and together their kinds and their letters."""

    tokens: tuple[str, ...]
    known: tuple[Word, ...]
    capitals: bool  # the whole run is in capitals
    kinds: frozenset[str]
    signs: int  # those that any of the words has
    letters: str
    is_plain: bool  # letters and nothing else


BY_NUMBER: RuleTable[[Words], str] = RuleTable(
    "features of one word or of many",  # the name of each begins with "one:" or "many:"
    Rule("initial", lambda w: kinds.INITIAL in w.kinds, "initial", "It came from [John B. Zvordak]."),
    Rule("particle", lambda w: kinds.PARTICLE in w.kinds, "particle", "They met Qutla van Zvordak in May."),
    Rule("name-and-place", lambda w: kinds.BOTH in w.kinds, "name-and-place", "They met Qutla Victoria in May."),
    Rule("ambiguous", lambda w: kinds.AMBIGUOUS in w.kinds, "ambiguous", "They met Grace Vrenzi in May."),
    Rule("acronym", lambda w: kinds.ACRONYM in w.kinds, "acronym", "The VK Vrenzi left."),
    Rule("all-unknown", lambda w: w.kinds == {kinds.UNKNOWN}, "all-unknown", "Thanks to Qutla Vrenzi at noon."),
    Rule(
        "place+name", lambda w: w.signs & kinds.PLACE and _is_each_place_name(w), "place+name",
        "They flew to Qutla Lincoln on Monday.",
    ),
    Rule(
        "place", lambda w: w.signs & kinds.PLACE and not _is_each_place_name(w), "place",
        "They met Zvordak Osaka in May.",
    ),
    Rule("lower", lambda w: w.signs & kinds.LOWER, "lower", "They met Hope Zvordak in May."),
    Rule("capitals", lambda w: w.capitals, "capitals", "VRENZI said no."),
    Rule(
        "hyphen-article", lambda w: w.signs & kinds.HYPHEN and _hyphen(w) == "hyphen-article", "hyphen-article",
        "Thanks to [Qutla Al-Vrenzi].",
    ),
    Rule(
        "hyphen-common", lambda w: w.signs & kinds.HYPHEN and _hyphen(w) == "hyphen-common", "hyphen-common",
        "It came from Susan Lake-water.",
    ),
    Rule(
        "hyphen-small", lambda w: w.signs & kinds.HYPHEN and _hyphen(w) == "hyphen-small", "hyphen-small",
        "The prize went to [Qutla Zel-bo].",
    ),
    Rule(
        "hyphen", lambda w: w.signs & kinds.HYPHEN and _hyphen(w) == "hyphen", "hyphen",
        "They met Qutla Vrenzi-Zvordak in May.",
    ),
)  # fmt: skip

BY_LETTERS: RuleTable[[Words], str] = RuleTable(
    "features of the letters",
    Rule(
        "ends-geo", lambda w: len(w.known) > 1 and w.known[-1].kind == kinds.GEOGRAPHY, "ends-geo",
        "They met in Iris Hill.",
    ),
    Rule("maori-article", lambda w: w.tokens[0] in _MAORI, "maori-article", "Thanks to Te Ana Vrenzi."),
    Rule(
        "famous", lambda w: len(w.tokens) == 1 and w.tokens[0] in people_lexicon.words_of("famous"), "famous",
        "It was [Shakespeare], who wept.",
    ),
    Rule(
        "capital-initials", lambda w: w.known[0].kind == kinds.ACRONYM and len(w.tokens[0]) == 2, "capital-initials",
        "The prize went to [JB Hale].",
    ),
    Rule(
        "chinese", lambda w: len(w.tokens) == 2 and people_lexicon.is_chinese(*w.tokens), "chinese",
        "It came from [Li Xiuying].",
    ),
    Rule("city", lambda w: len(w.tokens) > 1 and people_lexicon.is_place(w.tokens), "city", "Los Mochis said no."),
    Rule(
        "joined-initial", lambda w: not w.is_plain and "." in w.tokens[0][1:2] and w.tokens[0][2:].isalpha(),
        "joined-initial", "It was [N.Vrenzi], who wept.",
    ),
    Rule("digit", lambda w: not w.is_plain and any(map(str.isdecimal, w.letters)), "digit", "Thanks to Qutla2 Hale."),
    Rule(
        "inner-capital", lambda w: not w.capitals and _has_inner_capital(w), "inner-capital",
        "They flew to [Qutla McVrenzi] on Monday.",
    ),
)  # fmt: skip


@functools.lru_cache(maxsize=50_000)
def of_words(tokens: tuple[str, ...], capitals: bool) -> tuple[str, ...]:
    """Return the features that the words of a candidate have by themselves."""
    known = tuple([people_lexicon.word(t.title() if capitals else t) for t in tokens])
    letters = "".join(tokens)
    signs = functools.reduce(int.__or__, [word.signs for word in known])
    words = Words(tokens, known, capitals, frozenset([w.kind for w in known]), signs, letters, letters.isalpha())
    number = "one" if len(tokens) == 1 else "many"
    found = [f"{number}:{feature}" for feature in BY_NUMBER.matches(words)]
    return (*_of_lists(words, number), *found, *BY_LETTERS.matches(words))


def _of_lists(words: Words, number: str) -> list[str]:
    """Return how many words there are, and in which lists of names the first and the last stand."""
    count, first, last = len(words.known), _lists(words.known[0].signs), _lists(words.known[-1].signs)
    found = [f"words={count if count < 4 else '4+'}", f"{number}:first={first}"]
    return [*found, f"last={last}", f"pair={first}/{last}"] if count > 1 else found


def _is_each_place_name(words: Words) -> bool:
    """Return whether each of the words that are places is a name too."""
    return all(w.signs & _NAMED for w in words.known if w.signs & kinds.PLACE)


def _has_inner_capital(words: Words) -> bool:
    """Return whether a word has a capital behind its second letter: "McVrenzi"."""
    tails = "".join([token[2:] for token in words.tokens])
    return not tails.islower() and any(map(str.isupper, tails))


def _hyphen(words: Words) -> str:
    """Return what a hyphen says: "Ji-hyun" is a name of East Asia, "Al-Sabah" one of the Arab world."""
    token = next((level(t) for t in words.tokens if "-" in level(t)), "")
    first, _, rest = token.partition("-")
    if first in _ARTICLES:
        return "hyphen-article"
    if not rest[:1].islower():
        return "hyphen"
    common = len(rest) > 4 and people_lexicon.word(rest.title()).signs & kinds.LOWER
    return "hyphen-common" if common else "hyphen-small"


def _lists(signs: int) -> str:
    """Return the lists of names in which a word stands: given names, frequent and other surnames, common words."""
    name = "g" if signs & kinds.GIVEN else ""
    name += "S" if signs & kinds.FREQUENT else "s" if signs & kinds.SURNAME else ""
    return (name or "-") + ("l" if signs & kinds.LOWER else "")
