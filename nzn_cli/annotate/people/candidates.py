"""Where names may stand: runs of capitalised words, cut into candidates at words that end a name, such as titles.

Knows words, not documents: whether a candidate is a person is decided elsewhere.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from typing import NamedTuple

from nzn_cli.annotate.people import boundaries, kinds, people_lexicon
from nzn_cli.annotate.people.people_lexicon import Word
from nzn_cli.annotate.people.run_words import ALWAYS, Token, made

_POSSESSIVES = ("'s", "’s", "'S", "’S")
_NAMES = kinds.NAMEABLE | {kinds.ACRONYM, kinds.HONORIFIC}  # without any of them a run of words has no name
_MISREAD = "âÃÂ"
_LONGEST = 10  # words of a name
_SHORT = 2  # letters of an article
_RUN = 200  # words of a run; where more stand in a row, another run starts
_QUOTED = Word(kinds.GENERATION, 0)  # a nickname goes on with a name and starts none


class Cut(NamedTuple):
    """A stretch of a run that may be a name, with the words of the run that bound it."""

    start: int
    end: int
    tokens: tuple[str, ...]
    before: tuple[Token, ...]
    after: tuple[Token, ...]
    capitals: bool  # the whole run is in capitals


class Candidate(NamedTuple):
    """A cut where it stands in a text; offsets count from the start of the text, `base` is where its run starts."""

    start: int
    end: int
    base: int
    cut: Cut


def _abbreviations() -> str:
    """Return a pattern that holds right after the dot of an abbreviation such as "Mr."."""
    by_length: dict[int, list[str]] = {}  # what looks behind must know how far
    for word in sorted(people_lexicon.words_of("dotted")):
        by_length.setdefault(len(word), []).append(rf"(?<!-)\b{word}\.")
    return "|".join(f"(?<={'|'.join(words)})" for words in by_length.values())


def any_of(words: Iterable[str], behind_first: str = "") -> str:
    """Return a pattern of words, the longest first, that tries a first letter once, with a pattern behind that."""
    rests: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        rests.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{first}{behind_first}(?:{'|'.join(rest)})" for first, rest in rests.items())


@functools.cache
def patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of a run and of a word in it, compiled on first use."""
    # Every branch comes after the capital letter, so that the search can leap from capital to capital. The class of
    # all capitals is dear to compile: what only looks ahead to one asks for any letter that is no small ASCII one.
    upper, near = people_lexicon.upper_letters(), r"[^\W\da-z_]"
    article = rf"l(?<=[AE]l) ?- ?{near}\w+(?:['’ʻ‘ʼ]\w+)*"
    excellency = r"\.(?<=H\.)[EHM](?![\w.])"  # "H.E Hale"
    initials = rf"\.(?:[ ]?{near}\.)*(?:{near}\w{{2,}})?"
    plain = rf"\w*(?:(?:['’ʻ‘`´ʼ′]|[\-‑](?!(?:{any_of(people_lexicon.words_of('hyphen-tail'))})\b))\w+)*"
    irish = rf"(?:['’]|&(?:#0?39|#8217|apos|rsquo);)(?<=O.|.;)[ ]?{near}\w+"  # "O' Hale", "O&#39;Hale"
    rest = rf"(?:{excellency}|{initials}|{article}|{irish}|{plain}(?:\.(?:{_abbreviations()}))?)"
    token = rf"[{upper}]{rest}"
    start = rf"[{upper}](?<![^\W_].){rest}"  # not within a word, as in "iPhone"
    lower = r"(?:a(?:[ldnrtz]|sh?)|el|u[lr]|[dl])[-'’]" + rf"{near}\w*(?:['’\-‑]\w+)*"
    small = any_of(w for w in people_lexicon.words_of("particle") if len(w) > 1)
    gap = r"[ \u00a0]{1,5}"
    quoted = rf"(?:[“\"‘'(](?!\w[A-Z]+\)){near}\w+[”\"’')]|[“\"‘][\w .\-]{{2,25}}[”\"’](?=[ \u00a0]{{1,2}}{near}))"
    follow = rf"{gap}(?:(?:(?:{small}){gap}){{1,3}}(?={near})|{quoted}{gap}(?={near}))?(?:{token}|{lower})"
    return re.compile(rf"{start}(?:{follow}){{0,{_RUN - 1}}}"), re.compile(
        rf"{token}|{lower}|{quoted}|(?:{small})(?= |\u00a0)"
    )


def _at_a_glance(run: str, words: list[str]) -> tuple[Cut, ...] | None:
    """Return the cuts of a run that is one name from end to end ("Ann Hale") or has none ("Prime Minister"), if plain.

    Most runs are such; the rest is read word by word.
    """
    known = [people_lexicon.word(word) for word in words]
    named, always = False, len(words) < 4
    for kind, signs in known:
        named = named or kind in _NAMES or signs & kinds.SURNAME > 0
        always = always and kind in ALWAYS
    if not named or words[-1][-1] in _MISREAD:
        return ()
    if not always or words[0].isupper():
        return None
    strange = people_lexicon.no_people()
    if words[0] in strange or words[1] in strange or (len(words) == 3 and known[0].signs & kinds.PLACE):
        return None
    return (Cut(0, len(run), tuple(words), (), (), False),)


def tokens_in(run: str) -> list[Token]:
    """Return the words of a run, without possessives, each where it stands."""
    found = []
    for match in patterns()[1].finditer(run):
        token, stop = match.group(), match.end()
        if token.endswith(_POSSESSIVES):
            token, stop = token[:-2], stop - 2
        if token.startswith("O&") or (token.startswith(("O'", "O’")) and " " in token):
            token = "O'" + re.split("[;'’ ]+", token, maxsplit=1)[1]
        word = people_lexicon.word(token) if token[0].isalnum() else _QUOTED
        found.append(made((token, match.start(), stop, word)))
    return found


def _plain_tokens(words: list[str]) -> list[Token]:
    """Return the tokens of a run that is letters and single spaces only, as most are."""
    found, at, word = [], 0, people_lexicon.word
    for text in words:
        end = at + len(text)
        found.append(made((text, at, end, word(text))))
        at = end + 1
    return found


def _are_initials(tokens: list[Token], i: int) -> bool:
    """Return whether letters are initials where others are an office: "JP Hale" of "Minister JP Hale", no "Hale JP"."""
    if tokens[i].text not in people_lexicon.words_of("initials-too") or i + 1 == len(tokens):
        return False
    return i == 0 or tokens[i - 1].word.kind == kinds.TITLE


def _without_known(tokens: list[Token]) -> list[Token]:
    """Return the tokens with those of a known name of no person, such as "Hong Kong", marked as a country is."""
    known, vessels = people_lexicon.no_people(), people_lexicon.words_of("vessel")
    for i, token in enumerate(tokens):
        if _are_initials(tokens, i):
            tokens[i] = token._replace(word=Word(kinds.INITIAL, 0))
            continue
        if token.text in vessels and i + 1 < len(tokens):  # a ship or storm is called after somebody
            return tokens[: i + 1] + [later._replace(word=Word(kinds.COUNTRY, 0)) for later in tokens[i + 1 :]]
        if token.text not in known:
            continue
        second = tokens[i + 1].text if i + 1 < len(tokens) else ""
        for words in (*known[token.text].get(second, ()), *known[token.text].get("", ())):
            if len(tokens) >= i + len(words) and tuple(t.text for t in tokens[i : i + len(words)]) == words:
                for j in range(i, i + len(words)):
                    tokens[j] = tokens[j]._replace(word=Word(kinds.COUNTRY, 0))
                break
    return tokens


def _in_capitals(tokens: list[Token]) -> bool:
    letters = [t.text for t in tokens if len(t.text.rstrip(".")) > 1]
    if not letters or not all(t.isupper() for t in letters):
        return False
    named = kinds.GIVEN | kinds.SURNAME  # "RFC B" is no name
    return len(tokens) == 1 or any(len(t) > 3 or people_lexicon.word(t.title()).signs & named for t in letters)


def _trimmed(tokens: list[Token]) -> list[Token]:
    while tokens and tokens[-1].word.kind == kinds.PARTICLE:
        named = kinds.SURNAME | kinds.GIVEN if len(tokens[-1].text) > _SHORT else kinds.SURNAME  # "Bala Abu", not "Al"
        if tokens[-1].word.signs & named and tokens[-1].text[0].isupper():
            break
        tokens = tokens[:-1]
    while tokens and tokens[0].word.kind == kinds.GENERATION:
        tokens = tokens[1:]
    return tokens


def _is_letter_spaced(words: list[str]) -> bool:
    """Return whether words are a heading written with a blank behind each letter: "N E W S"."""
    single = list(map(len, words)).count(1)
    return single > 3 or single == sum(map(bool, words)) > 2


def _is_saint(tokens: list[Token]) -> bool:
    """Say whether a name is a saint's and nothing else, after whom days and schools are called: "St. Anne"."""
    return len(tokens) == 2 and tokens[0].text.rstrip(".") in people_lexicon.words_of("saint")


def cuts(run: str, opens: bool = False, of_person: bool = False) -> tuple[Cut, ...]:
    """Return the cuts of a run of capitalised words; `opens` says that a sentence starts with it.

    `of_person` says that what stands around it speaks of a person.
    """
    if run.isalpha():
        return (Cut(0, len(run), (run,), (), (), run.isupper() and len(run) > 1),)
    words = run.split(" ")
    plain = "".join(words).isalpha() and "" not in words
    found_soon = () if _is_letter_spaced(words) else _at_a_glance(run, words) if plain else None
    if found_soon is not None:
        return found_soon
    tokens = _without_known(_plain_tokens(words) if plain else tokens_in(run))
    capitals = _in_capitals(tokens)
    if capitals:
        tokens = [
            t if t.word.kind == kinds.SUFFIX else t._replace(word=people_lexicon.word(t.text.title())) for t in tokens
        ]
    found = []
    i, last = 0, 0
    while i < len(tokens):
        if not boundaries.may_start(tokens, i, opens):
            i += 1
            continue
        first, i = i, _end_of_name(run, tokens, i + 1, of_person)
        part = _trimmed(tokens[first:i])
        if _may_be_name(part):
            names = tuple(t.text for t in part)
            around = tuple(tokens[last:first]), tuple(tokens[i : i + 2])
            found.append(Cut(part[0].start, part[-1].end, names, *around, capitals))
        last = i
    return tuple(found)


def _may_be_name(tokens: list[Token]) -> bool:
    """Return whether words have no more than a name: no saint's day, none with a misread quotation mark: "Haleâ"."""
    misread = any(token.text[-1] in _MISREAD for token in tokens)
    return 0 < len(tokens) <= _LONGEST and not misread and not _is_saint(tokens)


def _end_of_name(run: str, tokens: list[Token], i: int, of_person: bool) -> int:
    """Return the first word, from word i on, with which a name that has started does not go on."""
    count = len(tokens)
    while (
        i < count and not run.startswith(_POSSESSIVES, tokens[i - 1].end) and boundaries.may_go_on(tokens, i, of_person)
    ):
        i += 1
    return i


def _hopeless(run: str) -> bool:
    """Say whether a capitalised word on its own is no name, whatever stands around it."""
    kind = people_lexicon.word(run[:-2] if run.endswith(_POSSESSIVES) else run).kind
    if kind in (kinds.BOTH, kinds.AMBIGUOUS, kinds.KNOWN, kinds.UNKNOWN):
        return False
    return kind != kinds.ACRONYM or len(run) < 4


class Plan(NamedTuple):
    """What a run is read as wherever it stands."""

    cuts: tuple[Cut, ...]
    reserve: bool  # a word that is a name only where a full name of the text says so: "Park"
    within: bool  # its first word is no name where what stands before it says so: "In April Jones"
    of_person: tuple[Cut, ...] = ()  # the cuts where what stands around it speaks of a person, if others: "Ann Bridge"


@functools.lru_cache(maxsize=50_000)
def plan(run: str) -> Plan:
    """Return how a run is read; runs recur, so that it is remembered."""
    if " " not in run and _hopeless(run):
        bare = run[:-2] if run.endswith(_POSSESSIVES) else run
        return Plan((), people_lexicon.word(bare).signs & kinds.FREQUENT > 0, False)
    found = cuts(run)
    last = run.rpartition(" ")[2]
    of_person = cuts(run, of_person=True) if " " in run and boundaries.is_word_and_surname(last) else found
    return Plan(found, False, run.partition(" ")[0] in _names_within(), of_person if of_person != found else ())


@functools.cache
def _names_within() -> frozenset[str]:
    """Return the words that are names within a sentence, and may be something else where one begins."""
    return frozenset().union(*map(people_lexicon.words_of, ("name-within", "month-and-name", "title-and-name")))
