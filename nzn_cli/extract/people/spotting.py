"""Where names may stand: runs of capitalised words, cut into candidates at words that end a name, such as titles.

Knows words, not documents: whether a candidate is a person is decided elsewhere.
"""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from nzn_cli.extract.people import kinds, lexicon
from nzn_cli.extract.people.lexicon import Word

_POSSESSIVES = ("'s", "’s", "'S", "’S")
_LONGEST = 10  # words of a name
_NEVER = Word("", 0)


class Token(NamedTuple):
    """A word of a run; offsets count from the start of the run."""

    text: str
    start: int
    end: int
    word: Word


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
    """Return a pattern of what follows the first letter of an abbreviation such as "Mr"."""
    rests: dict[str, list[str]] = {}
    for word in sorted(lexicon.words_of("dotted"), key=len, reverse=True):
        rests.setdefault(word[0], []).append(word[1:])
    return "|".join(f"(?<={first})(?:{'|'.join(rest)})" for first, rest in rests.items())


@functools.cache
def patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of a run and of a word in it, compiled on first use."""
    # Every branch comes after the capital letter, so that the search can leap from capital to capital.
    upper = lexicon.upper_letters()
    tails = "|".join(sorted(lexicon.words_of("hyphen-tail")))
    article = rf"(?<=[AE])l ?- ?[{upper}]\w+"
    initials = rf"\.(?:[ ]?[{upper}]\.)*(?:[{upper}]\w{{2,}})?"
    plain = rf"\w*(?:(?:['’ʻ‘`]|[\-‑](?!(?:{tails})\b))\w+)*"
    token = rf"[{upper}](?:{article}|{initials}|(?:{_abbreviations()})\.|{plain})"
    lower = r"(?:al|el|ul|ur|ad|as|ash|at|an|ar|az|d|l)[-'’]" + rf"[{upper}]\w*(?:['’\-‑]\w+)*"
    small = "|".join(sorted((w for w in lexicon.words_of("particle") if len(w) > 1), key=len)[::-1])
    gap = r"[ \u00a0]{1,5}"
    quoted = rf"(?:[“\"‘'(][{upper}]\w+[”\"’')]|[“\"‘][\w .\-]{{2,25}}[”\"’](?=[ \u00a0]{{1,2}}[{upper}]))"
    follow = rf"{gap}(?:(?:(?:{small}){gap}){{1,3}}(?=[{upper}])|{quoted}{gap}(?=[{upper}]))?(?:{token}|{lower})"
    return re.compile(rf"{token}(?:{follow})*"), re.compile(rf"{token}|{lower}|{quoted}|(?:{small})(?= |\u00a0)")


def _tokens(run: str) -> list[Token]:
    found = []
    for match in patterns()[1].finditer(run):
        token, stop = match.group(), match.end()
        if token.endswith(_POSSESSIVES):
            token, stop = token[:-2], stop - 2
        found.append(Token(token, match.start(), stop, lexicon.word(token)))
    return _without_known(found)


def _without_known(tokens: list[Token]) -> list[Token]:
    """Return the tokens with those of a known name of no person, such as "Hong Kong", marked as a country is."""
    known = lexicon.no_people()
    for i, token in enumerate(tokens):
        for words in known.get(token.text, ()):
            if len(tokens) >= i + len(words) and tuple(t.text for t in tokens[i : i + len(words)]) == words:
                for j in range(i, i + len(words)):
                    tokens[j] = tokens[j]._replace(word=Word(kinds.COUNTRY, 0))
                break
    return tokens


def _in_capitals(tokens: list[Token]) -> bool:
    letters = [t.text for t in tokens if len(t.text.rstrip(".")) > 1]
    return bool(letters) and all(t.isupper() for t in letters)


def _may_stand(tokens: list[Token], i: int, inside: bool, opening: bool) -> bool:
    """Say whether word i may be part of a name, given whether a name is under way before it."""
    token = tokens[i]
    following = tokens[i + 1].word if i + 1 < len(tokens) else _NEVER
    name_after = following.kind in (kinds.KNOWN, kinds.UNKNOWN, kinds.AMBIGUOUS, kinds.INITIAL, kinds.PARTICLE)
    kind = token.word.kind
    if not token.text[0].isalnum():  # a nickname in quotes
        return inside
    if token.text in ("H", "E") and _excellency(tokens, i):
        return False
    if token.text == "te":
        return inside and tokens[i - 1].word.signs & kinds.GIVEN > 0
    if kind in (kinds.PARTICLE, kinds.GENERATION):
        return inside or (kind == kinds.PARTICLE and name_after)
    if kind in kinds.NAMEABLE:
        return True
    if inside and lexicon.is_chinese(tokens[i - 1].text, token.text):
        return True
    if kind == kinds.ACRONYM and len(token.text) < 3:
        return name_after and not inside and token.text not in lexicon.words_of("not-initials")
    before = tokens[i - 1].word if i else _NEVER
    given_before = inside and (before.signs & kinds.GIVEN > 0 or before.kind == kinds.INITIAL)
    if given_before and i > 1 and token.word.kind == kinds.ORGANISATION:
        given_before = tokens[i - 2].word.kind not in kinds.NAMEABLE  # "Ann Brady Press" has its family name already
    if kind == kinds.ACRONYM:
        known = token.word.signs & (kinds.SURNAME | kinds.GIVEN) > 0
        return len(token.text) > 3 and known and (given_before or name_after)
    if inside and before.kind == kinds.PARTICLE and tokens[i - 1].text in ("bin", "ibn", "bint", "Al", "El"):
        return token.word.signs & kinds.EITHER > 0
    if not inside and name_after and token.text in lexicon.words_of("name-within"):
        return not (opening and i == 0) and following.signs & kinds.SURNAME > 0
    if before.kind == kinds.HONORIFIC and not inside and kind in (kinds.COMMON, kinds.LEAD, kinds.TIME, kinds.DEMONYM):
        return kind == kinds.COMMON or token.word.signs & kinds.EITHER > 0
    if kind == kinds.LEAD:
        if inside and not following.kind:
            return given_before and token.word.signs & kinds.FREQUENT > 0
        return i + 1 < len(tokens) and _asian(token.text, tokens[i + 1])
    if kind == kinds.TIME:
        surname_after = following.kind == kinds.KNOWN and not following.signs & kinds.GIVEN
        return (given_before or surname_after) and token.text in lexicon.words_of("month-and-name")
    return token.word.signs & kinds.EITHER > 0 and _double(token, before, following, given_before, inside)


def _excellency(tokens: list[Token], i: int) -> bool:
    """Say whether an initial belongs to "H E", His or Her Excellency."""
    return [t.text for t in tokens[i : i + 2]] == ["H", "E"] or [t.text for t in tokens[max(0, i - 1) : i + 1]] == [
        "H",
        "E",
    ]


def _double(token: Token, before: Word, following: Word, given_before: bool, inside: bool) -> bool:
    """Say whether a word that is a family name as well as something else ("Park", "Banks") is the name here."""
    if not token.word.signs & kinds.SURNAME or (token.word.kind == kinds.TITLE and not _name_too(token)):
        return False
    if not inside and following.signs & kinds.HYPHEN:
        return True
    if not inside and not following.kind:
        return before.kind == kinds.HONORIFIC
    if inside and token.word.signs & kinds.FREQUENT and token.word.kind in (kinds.TITLE, kinds.DEMONYM):
        return True
    family_after = following.kind == kinds.UNKNOWN and token.word.kind != kinds.GEOGRAPHY
    return given_before and following.kind not in (kinds.GEOGRAPHY, kinds.ORGANISATION) and not family_after


def _name_too(title: Token) -> bool:
    """Say whether a title is as much a name: "Dean", "King", not "Speaker" or "Vice-Chancellor"."""
    return title.word.signs & (kinds.GIVEN | kinds.FREQUENT) > 0 and not title.word.signs & kinds.HYPHEN


def _asian(first: str, second: Token) -> bool:
    """Say whether a short word is a family name, by the given name after it: "So Wing-yan", "He Jiaming"."""
    known = second.word.kind != kinds.UNKNOWN or len(second.text) < 6
    return lexicon.family_first(first, second.text) and ("-" in second.text or not known)


def _place_before(tokens: list[Token], i: int) -> bool:
    """Say whether a word is a place that only stands before a name: "in Thimphu Karma Dorji said"."""
    kind, signs = tokens[i].word
    if i + 2 >= len(tokens) or kind not in (kinds.UNKNOWN, kinds.BOTH) or not signs & kinds.PLACE:
        return False
    given, family = tokens[i + 1].word.signs, tokens[i + 2].word.signs
    return bool(given & kinds.GIVEN and family & (kinds.GIVEN | kinds.SURNAME))


def _of_saint(tokens: list[Token], i: int) -> bool:
    """Say whether a word is the saint of a place: "San Telmo"."""
    return i > 0 and tokens[i - 1].text in ("San", "Santa", "Santo", "São", "Sao", "Saint", "St.", "St", "Los", "Las")


def _trimmed(tokens: list[Token]) -> list[Token]:
    while tokens and tokens[-1].word.kind == kinds.PARTICLE:
        if tokens[-1].word.signs & kinds.SURNAME and tokens[-1].text[0].isupper():
            break
        tokens = tokens[:-1]
    while tokens and tokens[0].word.kind == kinds.GENERATION:
        tokens = tokens[1:]
    return tokens


@functools.lru_cache(maxsize=50_000)
def cuts(run: str, opening: bool = False) -> tuple[Cut, ...]:
    """Return the cuts of a run of capitalised words; `opening` says that a sentence starts with it.

    Runs recur, so that their cuts are remembered.
    """
    if run.isalpha():
        return (Cut(0, len(run), (run,), (), (), run.isupper() and len(run) > 1),)
    tokens = _tokens(run)
    capitals = _in_capitals(tokens)
    if capitals:
        tokens = [t if t.word.kind == kinds.SUFFIX else t._replace(word=lexicon.word(t.text.title())) for t in tokens]
    found = []
    i, count, last = 0, len(tokens), 0
    while i < count:
        if not _may_stand(tokens, i, False, opening) or _place_before(tokens, i) or _of_saint(tokens, i):
            i += 1
            continue
        first = i
        i += 1
        while (
            i < count and not run.startswith(_POSSESSIVES, tokens[i - 1].end) and _may_stand(tokens, i, True, opening)
        ):
            i += 1
        part = _trimmed(tokens[first:i])
        if 0 < len(part) <= _LONGEST:
            names = tuple(t.text for t in part)
            around = tuple(tokens[last:first]), tuple(tokens[i : i + 2])
            found.append(Cut(part[0].start, part[-1].end, names, *around, capitals))
        last = i
    return tuple(found)


@functools.lru_cache(maxsize=50_000)
def hopeless(run: str) -> bool:
    """Say whether a capitalised word on its own is no name, whatever stands around it."""
    kind = lexicon.word(run[:-2] if run.endswith(_POSSESSIVES) else run).kind
    if kind in (kinds.BOTH, kinds.AMBIGUOUS, kinds.KNOWN, kinds.UNKNOWN):
        return False
    return kind != kinds.ACRONYM or len(run) < 4
