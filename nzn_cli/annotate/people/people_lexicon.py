"""What is known of single words: name lists, places, common words, titles. Knows nothing of texts or contexts.

Every word is looked up once and its kind and signs are remembered; the lists are read on first use.
"""

from __future__ import annotations

import functools
import os
import re
import unicodedata
from typing import NamedTuple

from nzn_cli.annotate.people import kinds
from nzn_cli.names.countries import country_words
from nzn_cli.names.given_names import pinyin_family_names
from nzn_cli.names.listed_words import common_words, towns
from nzn_cli.names.name_titles import generations_in_text, titles_used_as
from nzn_cli.text.folding import fold, level
from nzn_cli.text.wordlists import sections, words_by_use

_DATA = os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(__file__))), "lexicons")


_INFLECTED = 6  # letters of a word in -s, from which on it is taken for another with that ending
_FORMED = 7  # letters of a word, from which on its form may tell that it is a name
_CONTRACTED = ("'ll", "'re", "'ve", "'d", "'m", "n't")


class Word(NamedTuple):
    """The kind of a word and its signs (bits)."""

    kind: str
    signs: int


class Lists(NamedTuple):
    """The word lists, as read."""

    classes: dict[str, frozenset[str]]
    kind_of: dict[str, str]
    given: frozenset[str]
    surnames: frozenset[str]
    frequent: frozenset[str]  # the surnames that are met most
    common: frozenset[str]
    relations: frozenset[str]
    places: frozenset[str]
    given_beginnings: tuple[str, ...]
    given_endings: tuple[str, ...]
    surname_endings: tuple[str, ...]
    firm_endings: tuple[str, ...]


def _read(name: str) -> str:
    with open(os.path.join(_DATA, name), encoding="utf-8") as file:
        text = file.read()
    while text.startswith("#"):
        text = text[text.index("\n") + 1 :]
    return text


def _classes() -> dict[str, frozenset[str]]:
    found = {}
    for part in _read("words.txt").split("[")[1:]:
        name, _, words = part.partition("]")
        found[name] = frozenset(words.strip().split("|") if "|" in words else words.split())
    found |= {use: titles_used_as(use) for use in ("honorific", "title", "rank-opening")}
    countries, demonyms = country_words()
    found |= {"country": found["country"] | countries, "demonym": found["demonym"] | demonyms}
    found["suffix"] = frozenset(words_by_use("honorifics.txt", "post-nominals")["text"])
    found["particle"] = frozenset(words_by_use("honorifics.txt", "particles")["text"])
    return found


@functools.cache
def lists() -> Lists:
    """Return the word lists, read once."""
    classes = _classes()
    kind_of: dict[str, str] = {}
    order = (
        (kinds.ORGANISATION, "org"), (kinds.GEOGRAPHY, "geo"), (kinds.DEMONYM, "demonym"), (kinds.COUNTRY, "country"),
        (kinds.BOTH, "name-and-place"), (kinds.LEAD, "lead"), (kinds.PARTICLE, "particle"), (kinds.TITLE, "title"),
        (kinds.TITLE, "rank-opening"), (kinds.HONORIFIC, "honorific"), (kinds.TIME, "time"), (kinds.SUFFIX, "suffix"),
    )  # fmt: skip
    for kind, name in order:
        for word in classes[name]:
            kind_of[word] = kind
            if kind == kinds.PARTICLE:
                kind_of[word.title()] = kind
    for word in generations_in_text():
        kind_of[word] = kinds.GENERATION
    given = frozenset(_read("given.txt").split()) | {fold(w) for w in classes["given"]}
    frequent = frozenset(fold(w) for w in classes["surname"])
    surnames = frequent.union(_read("surnames.txt").split())
    return Lists(
        classes,
        kind_of,
        given,
        surnames,
        frequent,
        common_words(),
        classes["relation"],
        towns(),
        tuple(sorted(classes["given-beginning"])),
        tuple(sorted(classes["given-ending"])),
        tuple(sorted(classes["surname-ending"])),
        tuple(sorted(classes["firm-ending"])),
    )


@functools.cache
def words_of(name: str) -> frozenset[str]:
    """Return the words of a class of `words.txt`."""
    return lists().classes[name]


def _signs_of_form(plain: str, known: Lists) -> int:
    """Return the signs of a word that is formed as names are: "Zvordashvili", "Abdulvren", no town "Vrenov"."""
    if plain in known.places:
        return 0
    if plain.startswith(known.given_beginnings) or plain.endswith(known.given_endings):
        return kinds.GIVEN
    return kinds.SURNAME if plain.endswith(known.surname_endings) else 0


def _signs(plain: str, known: Lists) -> int:
    found = kinds.GIVEN if plain in known.given else 0
    if plain in known.surnames:
        found |= kinds.SURNAME | kinds.FREQUENT if plain in known.frequent else kinds.SURNAME
    if not found and len(plain) >= _FORMED and plain not in known.common:
        found = _signs_of_form(plain, known)
    if plain in known.common or (plain[-2:] == "ly" and len(plain) > 4 and plain[:-2] in known.common):
        found |= kinds.LOWER
    elif not found and _is_inflected(plain, known):
        found = kinds.LOWER
    return found | kinds.PLACE if plain in known.places else found


def _is_inflected(plain: str, known: Lists) -> bool:
    """Say whether a word in -s is a common word's plural, or what somebody does: "Biographies", "Nominates"."""
    if plain[-1:] != "s" or len(plain) < _INFLECTED or plain[-2] in "sui":
        return False
    return plain[:-1] in known.common or (plain[-3:] == "ies" and f"{plain[:-3]}y" in known.common)


_known_as = functools.cache(Word)  # a few dozen pairs of kind and signs are most words


@functools.lru_cache(maxsize=200_000)
def word(token: str) -> Word:
    """Return what is known of a capitalised word as it stands in running text; a possessive is no part of it."""
    known = lists()
    if len(token) > 1 and token.isascii() and token.isalpha():
        return _plain_word(token, token.lower(), known)
    bare = level(token).rstrip(".")
    if bare.endswith(_CONTRACTED) or (bare.endswith("'ed") and bare[:-3].isupper()):  # "OK'ed"
        return Word(kinds.LEAD, 0)
    if token in ("I", "Q"):  # the writer, and the question of an interview
        return Word(kinds.LEAD, 0)
    if token in ("A.", "I."):  # with its dot an initial, no article
        return Word(kinds.INITIAL, 0)
    if len(bare) == 1 or ("." in bare and bare.isupper()):
        return Word(known.kind_of.get(bare, kinds.INITIAL), 0)
    return _plain_word(bare, fold(bare), known)


def _plain_word(bare: str, plain: str, known: Lists) -> Word:
    """Return what is known of a word, given it folded."""
    usual = bare[1:].islower()
    signs = _signs(plain, known)
    if not usual or not bare.isalpha() or not bare.isascii():
        signs = _unusual_signs(bare, plain, signs, known)
    named = signs & (kinds.GIVEN | kinds.SURNAME)
    kind = _listed_kind(bare, plain, signs, known)
    if kind:
        return Word(kind, signs | (kinds.EITHER if named else 0))
    if not usual and (kind := _unusual_kind(bare, named, known)):
        return Word(kind, signs)
    if signs & kinds.LOWER:
        return _known_as(kinds.AMBIGUOUS if named else kinds.COMMON, signs)
    return _known_as(kinds.KNOWN if named else kinds.UNKNOWN, signs)


def _unusual_signs(bare: str, plain: str, signs: int, known: Lists) -> int:
    """Return the signs of a word with accents, hyphens or capitals within: those of its parts too."""
    if not bare.isascii():
        signs &= ~kinds.LOWER  # "Éver" is not "ever"
    return signs | _part_signs(plain, known) if "-" in plain or "'" in plain else signs


def _listed_kind(bare: str, plain: str, signs: int, known: Lists) -> str:
    """Return the kind that the lists give to a word, to what it is the plural of, or to its parts; "" for none."""
    kind = known.kind_of.get(bare) or (bare[-1:] == "s" and _of_people(bare[:-1], known))
    if kind:
        return kind
    if signs & kinds.HYPHEN and _title_in_parts(bare, known):
        return kinds.TITLE
    if plain.endswith(known.firm_endings) and not signs & (kinds.GIVEN | kinds.SURNAME):
        return kinds.ORGANISATION
    if signs & kinds.HYPHEN and bare.partition("-")[0] in known.classes["campus"]:  # "University-Long Beach"
        return kinds.ORGANISATION
    return kinds.TITLE if plain in known.relations and not signs & (kinds.GIVEN | kinds.SURNAME) else ""


def _unusual_kind(bare: str, named: int, known: Lists) -> str:
    """Return the kind of a word with capitals behind its first letter, or ""."""
    if _acronym(bare):
        return kinds.ACRONYM
    return kinds.ORGANISATION if not named and _run_together(bare, known) else ""


def _of_people(bare: str, known: Lists) -> str:
    """Return the kind of an adjective of a people or of an office, for its plural: "Fijians", "Solicitors"."""
    kind = known.kind_of.get(bare, "")
    if kind == kinds.TITLE:  # "Deans" is a family name as "Dean" is
        plain = fold(bare)
        return "" if not known.surnames.isdisjoint((plain, plain + "s")) else kind
    return kind if kind == kinds.DEMONYM else ""


def _acronym(bare: str) -> bool:
    """Say whether a word is made of capitals: "NATO", "MPs", "LLB"; also "MBChB"."""
    if (len(bare) > 1 and bare.isupper()) or (len(bare) > 2 and bare[-1] == "s" and bare[:-1].isupper()):
        return True
    return bare.isalpha() and sum(map(str.isupper, bare)) > 2


def _run_together(bare: str, known: Lists) -> bool:
    """Say whether a word is common words written as one, as firms call themselves: "HarvestMaster"."""
    parts = re.findall("[A-Z][a-z]+", bare)
    if len(parts) < 2 or "".join(parts) != bare or min(map(len, parts)) < 4:
        return False
    return all(part.lower() in known.common or part in known.kind_of for part in parts)


def _title_in_parts(bare: str, known: Lists) -> bool:
    """Say whether a word such as "Vice-Chancellor" or "Co-leader" is a title by its parts."""
    first, _, rest = bare.partition("-")
    if rest in known.classes["designated"]:
        return known.kind_of.get(first) == kinds.TITLE
    return known.kind_of.get(rest.title()) == kinds.TITLE and (
        first in ("Co", "Ex") or known.kind_of.get(first) in (kinds.TITLE, kinds.ORGANISATION)
    )


def _part_signs(plain: str, known: Lists) -> int:
    found = kinds.HYPHEN if "-" in plain else 0
    parts = [part for part in plain.replace("'", "-").split("-") if len(part) > 1]
    for part in parts:
        found |= _signs(part, known) & (kinds.GIVEN | kinds.SURNAME | kinds.FREQUENT)
    if parts and all(part in known.common or part == "re" or _is_inflected(part, known) for part in parts):
        found |= kinds.LOWER
    return found


@functools.cache
def no_people() -> dict[str, dict[str, list[tuple[str, ...]]]]:
    """Return the names that are no people, known bodies too, by their first word, then their second, long ones first.

    Many begin alike: "Te Awamutu", "Te Papa". The second word of a name of one, "Timor-Leste", is empty.
    """
    found: dict[str, dict[str, list[tuple[str, ...]]]] = {}
    bodies = (name for name in _names_of_bodies() if " " in name and not name.endswith("?"))
    names = {*words_of("no-person"), *bodies}
    names |= {name.replace("'", "’") for name in names if "'" in name}
    for words in sorted({tuple(name.split()) for name in names}, key=len, reverse=True):
        found.setdefault(words[0], {}).setdefault("".join(words[1:2]), []).append(words)
    return found


def _names_of_bodies() -> set[str]:
    """Return the names of well-known bodies, with "?" behind those that are plain words too."""
    return {name for line in sections("organisation-names.txt")["organisation"] for name in line.split(", ")}


@functools.cache
def bodies_of_one_word() -> frozenset[str]:
    """Return the names of one word that well-known bodies have, and nobody by the lists: "Kremlin", "Oxfam"."""
    return frozenset(n for n in _names_of_bodies() if n.isalpha() and not word(n).signs & (kinds.GIVEN | kinds.SURNAME))


def is_place(words: tuple[str, ...]) -> bool:
    """Say whether the words together are a city of the list."""
    return len(words) > 1 and fold(" ".join(words)) in lists().places


@functools.cache
def _syllables() -> re.Pattern[str]:
    """Return the pattern of one to three syllables of pinyin."""
    start = "b|p|m|f|d|t|n|l|g|k|h|j|q|x|zh|ch|sh|r|z|c|s|y|w"
    end = "iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|van|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|a|e|i|o|u"
    return re.compile(rf"(?:(?:{start})(?:{end})|[aeo]n?g?){{1,3}}")


@functools.lru_cache(maxsize=20_000)
def is_chinese(first: str, second: str) -> bool:
    """Say whether two words are a Chinese family name and a given name in pinyin: "Li Xiuying"."""
    plain = fold(second)
    return first in pinyin_family_names() and len(plain) > 2 and _syllables().fullmatch(plain) is not None


def family_first(first: str, second: str) -> bool:
    """Say whether two words are a family name before a given name, as in East Asia: "Park Ji-won", "He Jiaming"."""
    small = second.partition("-")[2][:1].islower() and word(first).signs & kinds.SURNAME > 0
    return small or is_chinese(first, second)


def upper_letters() -> str:
    """Return the capital letters of Latin scripts, for a class of a pattern."""
    ranges = (*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x1E00, 0x1F00))
    return "".join(chr(c) for c in ranges if unicodedata.category(chr(c)) in ("Lu", "Lt"))
