"""What the words of a candidate say for and against its being a person. Knows neither weights nor surroundings.

Each feature is a short name; the weights that make a score of features stand in `lexicons/people-weights.txt`.
Features are rows of tables, of which all hold whose test does. Examples have mentions in [ ] and roles in { }.
"""

from __future__ import annotations

import functools
from typing import NamedTuple

from nzn_cli.annotate.people import kinds, people_lexicon
from nzn_cli.annotate.people.people_lexicon import Word, words_of
from nzn_cli.annotate.rule_table import Rule, RuleTable, always
from nzn_cli.text.folding import level

_NAMED = kinds.GIVEN | kinds.SURNAME


class Known(NamedTuple):
    """What is known of the words of a candidate, whatever their letters."""

    words: tuple[Word, ...]
    capitals: bool  # the whole run is in capitals
    kinds: frozenset[str]
    signs: int  # those that any of the words has


class Letters(NamedTuple):
    """The words of a candidate as they are written, beside what is known of each."""

    tokens: tuple[str, ...]
    known: tuple[Word, ...]
    capitals: bool
    is_plain: bool  # letters and nothing else


BY_NUMBER: RuleTable[[Known], str] = RuleTable(
    "features of one word or of many",  # the name of each begins with "one:" or "many:"
    Rule("initial", lambda w: kinds.INITIAL in w.kinds, "initial", "It came from [John B. Zvordak]."),
    Rule("particle", lambda w: kinds.PARTICLE in w.kinds, "particle", "At Ann van Zvordak, they slept."),
    Rule("name-and-place", lambda w: kinds.BOTH in w.kinds, "name-and-place", "Thanks to Qutla Victoria at noon."),
    Rule("ambiguous", lambda w: kinds.AMBIGUOUS in w.kinds, "ambiguous", "It was Grace Vrenzi."),
    Rule("acronym", lambda w: kinds.ACRONYM in w.kinds, "acronym", "They saw VK Vrenzi."),
    Rule("all-unknown", lambda w: w.kinds == {kinds.UNKNOWN}, "all-unknown", "Thanks to Qutla Vrenzi at noon."),
    Rule(
        "place+name", lambda w: w.signs & kinds.PLACE and _is_each_place_name(w), "place+name",
        "It was small, Qutla Lincoln.",
    ),
    Rule(
        "place", lambda w: w.signs & kinds.PLACE and not _is_each_place_name(w), "place",
        "They met Zvordak Osaka in May.",
    ),
    Rule("lower", lambda w: w.signs & kinds.LOWER, "lower", "The Hope Zvordak said no."),
    Rule("capitals", lambda w: w.capitals, "capitals", "VRENZI said no."),
)  # fmt: skip

HYPHEN: RuleTable[[str, str], str] = RuleTable(
    "feature of a hyphen",  # asked of what stands before and after it: "Ji-hyun", "Al-Sabah"
    Rule(
        "hyphen-article", lambda first, rest: first in words_of("arabic-article"), "hyphen-article",
        "Thanks to [Qutla Al-Vrenzi].",
    ),
    Rule("hyphen", lambda first, rest: not rest[:1].islower(), "hyphen", "They saw Qutla Vrenzi-Zvordak."),
    Rule(
        "hyphen-common", lambda first, rest: len(rest) > 4 and people_lexicon.word(rest.title()).signs & kinds.LOWER,
        "hyphen-common", "It came from Susan Lake-water.",
    ),
    Rule("hyphen-small", always, "hyphen-small", "They saw [Qutla Zel-bo]."),
)  # fmt: skip

BY_LETTERS: RuleTable[[Letters], str] = RuleTable(
    "features of the letters",
    Rule(
        "ends-geo", lambda w: len(w.known) > 1 and w.known[-1].kind == kinds.GEOGRAPHY, "ends-geo",
        "They met in Iris Hill.",
    ),
    Rule(
        "maori-article", lambda w: w.tokens[0] in words_of("maori-article"), "maori-article",
        "Thanks to Te Ana Vrenzi.",
    ),
    Rule(
        "famous", lambda w: len(w.tokens) == 1 and w.tokens[0] in words_of("famous"), "famous",
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
    Rule(
        "east-asian", lambda w: not w.is_plain and len(w.tokens) == 2 and _is_east_asian(w), "east-asian",
        "It was [Cho Qae-Ruk].",
    ),
    Rule("city", lambda w: len(w.tokens) > 1 and people_lexicon.is_place(w.tokens), "city", "Los Mochis said no."),
    Rule(
        "inner-name", lambda w: len(w.tokens) > 2 and any(word.signs & _NAMED for word in w.known[1:-1]), "inner-name",
        "The prize went to [Zvordak Ann Vrenzi].",
    ),
    Rule(
        "article", lambda w: len(w.tokens) > 1 and w.tokens[0] in words_of("romance-article"), "article",
        "They saw El Vrenzi.",
    ),
    Rule(
        "same-words", lambda w: len(w.tokens) > 1 and len(set(w.tokens)) == 1 and not w.known[0].signs & _NAMED,
        "same-words", "The prize went to Vrenzi Vrenzi, but no.",
    ),
    Rule(
        "letter-last", lambda w: len(w.tokens) > 1 and len(w.tokens[-1]) == 1, "letter-last",
        "The prize of Hale X was small.",
    ),
    Rule(
        "joined-initial", lambda w: not w.is_plain and "." in w.tokens[0][1:2] and w.tokens[0][2:].isalpha(),
        "joined-initial", "It was [N.Vrenzi], who wept.",
    ),
    Rule(
        "digit", lambda w: not w.is_plain and any(map(str.isdecimal, "".join(w.tokens))), "digit",
        "Thanks to Qutla2 Hale.",
    ),
    Rule(
        "inner-capital", lambda w: not w.capitals and _has_inner_capital(w), "inner-capital",
        "Thanks to [Qutla McVrenzi] at noon.",
    ),
)  # fmt: skip


@functools.lru_cache(maxsize=50_000)
def of_words(tokens: tuple[str, ...], capitals: bool) -> tuple[str, ...]:
    """Return the features that the words of a candidate have by themselves."""
    known = tuple([people_lexicon.word(t.title() if capitals else t) for t in tokens])
    plain = "".join(tokens).isalpha()
    found = BY_LETTERS.matches(Letters(tokens, known, capitals, plain))
    if not plain and any(w.signs & kinds.HYPHEN for w in known):
        found.append(f"{'one' if len(tokens) == 1 else 'many'}:{_hyphen(tokens)}")
    return (*of_known(known, capitals), *found)


@functools.lru_cache(maxsize=20_000)
def of_known(known: tuple[Word, ...], capitals: bool) -> tuple[str, ...]:
    """Return the features that the kinds and signs of words give, whatever their letters."""
    count, first, last = len(known), _lists(known[0].signs), _lists(known[-1].signs)
    number = "one" if count == 1 else "many"
    found = [f"words={count if count < 4 else '4+'}", f"{number}:first={first}"]
    if count > 1:
        found += [f"last={last}", f"pair={first}/{last}"]
    signs = functools.reduce(int.__or__, [word.signs for word in known])
    words = Known(known, capitals, frozenset([word.kind for word in known]), signs)
    return (*found, *[f"{number}:{feature}" for feature in BY_NUMBER.matches(words)])


def _is_each_place_name(words: Known) -> bool:
    """Return whether each of the words that are places is a name too."""
    return all(w.signs & _NAMED for w in words.words if w.signs & kinds.PLACE)


def _is_east_asian(words: Letters) -> bool:
    """Return whether a surname stands before two short syllables with a hyphen: "Cho Jae-Hyun"."""
    parts = words.tokens[1].split("-")
    short = len(parts) == 2 and all(1 < len(part) < 6 and part[1:].islower() for part in parts)
    return short and parts[0] not in words_of("arabic-article") and words.known[0].signs & kinds.SURNAME > 0


def _has_inner_capital(words: Letters) -> bool:
    """Return whether a word has a capital behind its second letter: "McVrenzi"."""
    tails = "".join([token[2:] for token in words.tokens])
    return not tails.islower() and any(map(str.isupper, tails))


def _hyphen(tokens: tuple[str, ...]) -> str:
    """Return the feature of the first word with a hyphen."""
    first, _, rest = next((level(t) for t in tokens if "-" in level(t)), "").partition("-")
    return HYPHEN.match(first, rest) or ""


def _lists(signs: int) -> str:
    """Return the lists of names in which a word stands: given names, frequent and other surnames, common words."""
    name = "g" if signs & kinds.GIVEN else ""
    name += "S" if signs & kinds.FREQUENT else "s" if signs & kinds.SURNAME else ""
    return (name or "-") + ("l" if signs & kinds.LOWER else "")
