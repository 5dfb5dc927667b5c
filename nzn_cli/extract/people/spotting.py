"""Where names may stand: runs of capitalised words, cut into candidates at words that end a name, such as titles.

Knows words, not documents: whether a candidate is a person is decided elsewhere.
"""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from nzn_cli.extract.people import lexicon
from nzn_cli.extract.people.lexicon import (
    ACRONYM,
    AMBIGUOUS,
    BOTH,
    COUNTRY,
    EITHER,
    GENERATION,
    GEOGRAPHY,
    GIVEN,
    HONORIFIC,
    HYPHEN,
    INITIAL,
    KNOWN,
    LEAD,
    NAMEABLE,
    ORGANISATION,
    PARTICLE,
    PLACE,
    SURNAME,
    TIME,
    TITLE,
    UNKNOWN,
    Word,
)  # fmt: skip


class Token(NamedTuple):
    """A word of a run."""

    text: str
    start: int
    end: int
    word: Word


class Candidate(NamedTuple):
    """A stretch that may be a name; `before` and `after` are the words of the same run that bound it."""

    start: int
    end: int
    tokens: tuple[str, ...]
    before: tuple[Token, ...]
    after: tuple[Token, ...]
    capitals: bool  # the whole run is in capitals


@functools.cache
def patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of a run and of a word in it, compiled on first use."""
    upper = lexicon.upper_letters()
    dotted = "|".join(sorted(lexicon.words_of("dotted")))
    tails = "|".join(sorted(lexicon.words_of("hyphen-tail")))
    token = rf"(?:(?:Al|El) ?- ?[{upper}]\w+|[{upper}]\.(?:[ ]?[{upper}]\.)*|(?:{dotted})\.|[{upper}]\w*(?:(?:['’ʻ‘`]|[\-‑](?!(?:{tails})\b))\w+)*)"
    lower = r"(?:al|el|ul|ur|ad|as|ash|at|an|ar|az|d|l)[-'’]" + rf"[{upper}]\w*(?:['’\-‑]\w+)*"
    small = "|".join(
        sorted(
            (w for w in lexicon.words_of("particle") if w.islower() and len(w) > 1 and w != "te"), key=len, reverse=True
        )
    )
    gap = r"[ \u00a0]{1,2}"
    quoted = rf"[“\"‘'(][{upper}]\w+[”\"’')]"
    follow = rf"{gap}(?:(?:(?:{small}){gap}){{1,3}}(?=[{upper}])|{quoted}{gap}(?=[{upper}]))?(?:{token}|{lower})"
    return re.compile(rf"{token}(?:{follow})*"), re.compile(rf"{token}|{lower}|{quoted}|(?:{small})(?= |\u00a0)")


def _tokens(text: str, start: int, end: int) -> list[Token]:
    found = []
    for match in patterns()[1].finditer(text, start, end):
        token = match.group()
        stop = match.end()
        if token[-2:] in ("'s", "’s", "'S", "’S"):
            token, stop = token[:-2], stop - 2
        found.append(Token(token, match.start(), stop, lexicon.word(token)))
    return found


def _capitals(tokens: list[Token]) -> bool:
    letters = [t.text for t in tokens if len(t.text.rstrip(".")) > 1]
    return bool(letters) and all(t.isupper() for t in letters)


def _as_written_small(token: Token) -> Token:
    return token._replace(word=lexicon.word(token.text.title()))


def _may_stand(tokens: list[Token], i: int, inside: bool) -> bool:
    """Say whether word i may be part of a name, given whether a name is under way before it."""
    token = tokens[i]
    kind, signs = token.word
    following = tokens[i + 1].word if i + 1 < len(tokens) else None
    before = tokens[i - 1].word if i else None
    given_before = inside and before is not None and bool(before.signs & GIVEN or before.kind == INITIAL)
    name_after = following is not None and following.kind in (KNOWN, UNKNOWN, AMBIGUOUS, INITIAL, PARTICLE)
    if kind in (PARTICLE, GENERATION):
        return inside or (kind == PARTICLE and name_after)
    if kind in NAMEABLE:
        return True
    if inside and i and lexicon.is_chinese(tokens[i - 1].text, token.text):
        return True
    if kind == ACRONYM:
        if len(token.text) < 3:
            return name_after and not inside and token.text not in lexicon.words_of("not-initials")
        return len(token.text) > 3 and (given_before or (bool(signs & SURNAME) and name_after))
    if kind == LEAD:
        return i + 1 < len(tokens) and _asian(token.text, tokens[i + 1])
    if kind == TIME:
        month = token.text in lexicon.words_of("month-and-name")
        return month and (given_before or bool(following and following.kind == KNOWN and not following.signs & GIVEN))
    if kind in (GEOGRAPHY, ORGANISATION, TITLE, HONORIFIC, COUNTRY) and signs & EITHER:
        if following is not None and following.signs & HYPHEN and signs & SURNAME and not inside:
            return True
        ends = following is None or (following.kind not in (GEOGRAPHY, ORGANISATION) and not (following.kind == UNKNOWN and kind != GEOGRAPHY))
        return given_before and bool(signs & SURNAME) and ends
    return False


def _asian(first: str, second: Token) -> bool:
    """Say whether a short word is a family name, by the shape of the given name after it: "So Wing-yan", "He Jiaming"."""
    small = "-" in second.text and second.text.partition("-")[2][:1].islower()
    return small or (len(second.text) > 5 and second.word.kind == UNKNOWN and lexicon.is_chinese(first, second.text))


def _trimmed(tokens: list[Token]) -> list[Token]:
    while tokens and tokens[-1].word.kind == PARTICLE and not (tokens[-1].word.signs & SURNAME and tokens[-1].text[0].isupper()):
        tokens = tokens[:-1]
    while tokens and (tokens[0].word.kind == GENERATION):
        tokens = tokens[1:]
    return tokens


def candidates(text: str, start: int, end: int) -> list[Candidate]:
    """Return the candidates of one run of capitalised words."""
    tokens = _tokens(text, start, end)
    capitals = _capitals(tokens)
    if capitals:
        tokens = [_as_written_small(t) for t in tokens]
    found = []
    i, count, last = 0, len(tokens), 0
    while i < count:
        if not _may_stand(tokens, i, False) or _place_before(tokens, i):
            i += 1
            continue
        first = i
        i += 1
        while i < count and not _possessive(text, tokens[i - 1]) and _may_stand(tokens, i, True):
            i += 1
        part = _trimmed(tokens[first:i])
        if part:
            names = tuple(t.text for t in part)
            found.append(
                Candidate(
                    part[0].start, part[-1].end, names, tuple(tokens[last:first]), tuple(tokens[i : i + 2]), capitals
                )
            )
        last = i
    return found


def _place_before(tokens: list[Token], i: int) -> bool:
    """Say whether a word is a place that only stands before a name: "in Thimphu Karma Dorji said"."""
    kind, signs = tokens[i].word
    if i + 2 >= len(tokens) or kind not in (UNKNOWN, BOTH) or not signs & PLACE:
        return False
    return bool(tokens[i + 1].word.signs & GIVEN and tokens[i + 2].word.signs & (GIVEN | SURNAME))


def _possessive(text: str, token: Token) -> bool:
    return text[token.end : token.end + 2] in ("'s", "’s")


@functools.lru_cache(maxsize=100_000)
def hopeless(token: str) -> bool:
    """Say whether a capitalised word on its own is no name, whatever stands around it."""
    kind = lexicon.word(token[:-2] if token[-2:] in ("'s", "’s") else token).kind
    if kind in (BOTH, AMBIGUOUS, KNOWN, UNKNOWN):
        return False
    return kind != ACRONYM or len(token) < 4
