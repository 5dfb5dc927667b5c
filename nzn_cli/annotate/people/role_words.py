"""Words of roles: which may be the head of one, which may stand before it, and the country that it states.

Knows words and their marks, not where names stand; that is `roles`' question.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import NamedTuple

from nzn_cli.annotate.people import kinds, people_lexicon
from nzn_cli.annotate.people.people_lexicon import words_of
from nzn_cli.names.countries import country_named
from nzn_cli.text.wordlists import words as lexicon_words

PREFIXES = ("then-", "ex-", "now-")  # words of their own before an office: "then-Minister"
_BETWEEN = frozenset(("not", "never", "also", "then"))
_LINKS = frozenset(("of", "for", "at", "from", "with"))
_OF_COUNTRIES = (kinds.DEMONYM, kinds.COUNTRY)
_BEFORE_TO = frozenset(("according", "thanks", "due"))  # they ask for a noun


class RoleWord(NamedTuple):
    """A word with its place; `mark` is what stands between it and the next word, blanks left out."""

    start: int
    end: int
    bare: str
    mark: str


_made = functools.partial(tuple.__new__, RoleWord)  # a third of the time of `_make`


@functools.cache
def pattern() -> re.Pattern[str]:
    """Return the pattern of a word and of the marks behind it; that of a possessive, "Teachers' Council", is none."""
    apart = "|".join(PREFIXES)
    word = rf"((?:{apart})(?=[A-Z])|(?:\w\.){{2,}}|\w[\w'’&.-]*[\w&]|\w|&)"
    return re.compile(rf"{word}(?:(?<=s)['’](?=\s))?([^\w&]*)")


def role_words(text: str, start: int, end: int) -> list[RoleWord]:
    """Return the words of a stretch of a text."""
    words = [_made((*m.span(1), m[1], m[2].strip())) for m in pattern().finditer(text, start, end)]
    return _without_acronyms(words) if text.find("(", start, end) >= 0 else words


def _without_acronyms(words: list[RoleWord]) -> list[RoleWord]:
    """Return words without the short forms behind names, which are no part of a role: "the Reef Bank (RB) Governor"."""
    found: list[RoleWord] = []
    for word in words:
        if found and found[-1].mark == "(" and word.mark[:1] == ")" and word.bare.isupper() and len(word.bare) > 1:
            found[-1] = found[-1]._replace(mark=word.mark[1:].strip())
        else:
            found.append(word)
    return found


def is_initial(word: RoleWord) -> bool:
    """Say whether a word is an initial within a name, which ends nothing: "the Ann S. Hale Foundation"."""
    return word.mark == "." and len(word.bare) == 1 and word.bare.isupper()


@functools.cache
def heads() -> frozenset[str]:
    """Return the words that say what a person is: "Minister", "coach"."""
    positions = people_lexicon.words_of("position")
    jobs = people_lexicon.words_of("job")
    capitalised = {p.title() for p in positions | jobs if p.islower()}
    joined = {f"{co}-{p}" for co in ("co", "Co", "vice", "Vice") for p in positions | capitalised}
    others = people_lexicon.words_of("first-head") | people_lexicon.words_of("academic") | plural_heads()
    return people_lexicon.words_of("title") | positions | jobs | capitalised | joined | others


@functools.cache
def _full_heads() -> frozenset[str]:
    return heads() - people_lexicon.words_of("headless")


@functools.cache
def plural_heads() -> frozenset[str]:
    """Return the words that say what several people are who are named behind them: "Ministers"."""
    titles = people_lexicon.words_of("plural-title") - people_lexicon.words_of("no-role")
    return titles | {title.lower() for title in titles}


def is_part_of_body(words: Sequence[RoleWord], i: int) -> bool:
    """Return whether a word for several people is of what a body is called: House of "Representatives"."""
    return (
        i > 1
        and words[i].bare in plural_heads()
        and words[i - 1].bare == "of"
        and words[i - 2].bare in words_of("body")
    )


def is_numbered(words: Sequence[RoleWord], i: int) -> bool:
    """Return whether a word tells which of several offices is meant by the word behind it: "First" Minister."""
    if words[i].bare not in ("First", "Second", "Third") or words[i].mark or i + 1 == len(words):
        return False
    return words[i + 1].bare in words_of("numbered-office")


def is_adjective(words: Sequence[RoleWord], i: int) -> bool:
    """Return whether a word that may be an office tells what the next word is: "Official" Languages."""
    if words[i].bare not in words_of("head-and-adjective") or words[i].mark or i + 1 == len(words):
        return False
    behind = words[i + 1].bare
    return behind[0].isupper() and behind not in heads()


@functools.cache
def stops() -> frozenset[str]:
    """Return capitalised words that are no part of a role."""
    return people_lexicon.words_of("lead") | people_lexicon.words_of("honorific") | people_lexicon.words_of("time")


@functools.lru_cache(maxsize=20_000)
def may_modify(word: str) -> bool:
    """Say whether a word may stand before the head of a role: "Trade", "Danish", "acting", not "Joining" or "Q"."""
    if word.lower() in people_lexicon.words_of("role-modifier"):
        return True
    if not word[0].isupper() or (len(word) == 1 and word != "&"):
        return False
    kind, signs = people_lexicon.word(word)
    usual = word.title() if word.isupper() else word
    if kind == kinds.LEAD or not stops().isdisjoint((word, usual)) or usual in people_lexicon.words_of("no-modifier"):
        return False
    verb = usual.endswith(("ing", "ed")) and signs & kinds.LOWER and len(word) > 5
    return not verb or usual in people_lexicon.words_of("participle")


def modifies(word: RoleWord) -> bool:
    """Say whether a word stands before the head of a role without a mark between."""
    return not word.mark and may_modify(word.bare)


def is_country(word: str) -> bool:
    """Say whether a word is the name of a country, or the end of one."""
    return word == "NZ" or (word[0].isupper() and people_lexicon.word(word).kind == kinds.COUNTRY)


@functools.lru_cache(maxsize=20_000)
def is_role(text: str) -> bool:
    """Say whether a role has its head: neither "Senior Research" nor "Deputy" alone says what a person is."""
    if text in people_lexicon.words_of("no-role"):
        return False
    words = [word.bare for word in role_words(text.title() if text.isupper() else text, 0, len(text))]
    if words and words[-1] in people_lexicon.words_of("first-head") and not {"First", "Second"}.intersection(words):
        return False
    if _is_praise(words) or _is_body_of_people(words):
        return False
    return (
        people_lexicon.words_of("headless").isdisjoint(words)
        or "Fellow" in words
        or not _full_heads().isdisjoint(words)
    )


def _is_body_of_people(words: Sequence[str]) -> bool:
    """Return whether words are a body that is called by what people are: "House of Representatives"."""
    ends = (["House", "of", "Representatives"], ["Department", "of", "Justice"], ["Ministry", "of", "Justice"])
    return words[-3:] in ends and heads().isdisjoint(words[:-1])


def _is_praise(words: Sequence[str]) -> bool:
    """Return whether words in small letters praise or blame somebody: "a strong leader", no "strong Reef Minister"."""
    head = next((i for i, word in enumerate(words) if word in heads()), 0)
    return words[head].islower() and not words_of("praise").isdisjoint(words[:head])


def is_verb_after(word: str, before: Sequence[str]) -> bool:
    """Return whether a word for a role is what a subject does, by the words before it, which are in small letters."""
    if not word.islower() or not before:
        return False
    at = len(before) - (2 if before[-1] in _BETWEEN and len(before) > 1 else 1)
    near = before[at]
    if near in words_of("modal") or near.endswith(("n't", "n’t")):
        return True
    if word not in words_of("verb-too"):
        return False
    if near == "to":
        return at == 0 or before[at - 1] not in _BEFORE_TO
    return near in words_of("plural-subject") or _is_plural(near)


def _is_plural(word: str) -> bool:
    """Return whether a word is a noun of several, "voters", and no verb, "joins"."""
    base, common = word.removesuffix("s"), people_lexicon.lists().common
    if base == word or base.endswith(("s", "u", "i")) or base not in common:
        return False
    return base + "ing" not in common and base.removesuffix("e") + "ing" not in common


_ABOUT = re.compile(r" (?:for|on|in|about|against) (?=(?:the )?[A-Z])")
# who is sent to a country is not of it: "Ambassador to Samoa"
_SENT = re.compile(
    r"\b(Ambassador|High Commissioner|Envoy|Consul General|Plenipotentiary|Nuncio)s? (?:to|for) .*", re.I
)


@functools.lru_cache(maxsize=20_000)
def country_in(role: str) -> str | None:
    """Return the country or nationality that a role states, as written."""
    role = _without_subject(_SENT.sub(r"\1", role))
    for name in sorted(people_lexicon.words_of("country-of-words")):
        if name in role:
            return name
    for name in people_lexicon.words_of("of-natives"):
        role = role.replace(name, "")
    before, named, behind_link = "", "", False
    words = role.split()
    for i, word in enumerate(words):
        capital = word[0].isupper()
        named, behind_link = (f"{named} {word}".lstrip(), behind_link) if capital else ("", word in _LINKS)
        kind = people_lexicon.word(word.strip(".,")).kind if capital and before != "New" else ""
        longer = behind_link and named != word and country_named(named.strip(".,")) is None  # "Te Tai Tonga"
        stated = kind in _OF_COUNTRIES and not longer and not _is_of_other(kind, before, words[i + 1 :])
        if stated and _is_of_country(word.strip(".,"), named.strip(".,")):
            return word.strip(".,")
        before = word
    return None


def _is_of_other(kind: str, before: str, following: Sequence[str]) -> bool:
    """Return whether the word of a country says what is spoken of: a language, "Samoan Affairs", a "Samoan Society"."""
    if following and following[0].strip(".,") in words_of("over-country") | words_of("sort-of-place"):
        return True
    return kind == kinds.DEMONYM and (_is_language(before, following[:1]) or _opens_private_body(following))


def _opens_private_body(words: Sequence[str]) -> bool:
    """Return whether words go on to a body that is no state's: "Samoan" Reef Society."""
    for word in words:
        if not (word[0].isupper() or word in ("of", "for", "and", "&")):
            return False
        if word.strip(".,").lower() in lexicon_words("roles.txt", "peoples"):
            return True
    return False


def _without_subject(role: str) -> str:
    """Return a role without what it is about or where: "Envoy" for Samoa, "chair of the panel" on Fiji."""
    head = next((match.end(1) for match in pattern().finditer(role) if match[1] in heads()), 0)
    about = _ABOUT.search(role, head) if head else None
    return role if about is None else role[: about.start()]


def _is_language(before: str, following: Sequence[str]) -> bool:
    """Return whether the word of a people is their language, which is taught: "Professor of French"."""
    return before in ("of", "in") and not (following and following[0][0].isupper())


def _is_of_country(word: str, named: str) -> bool:
    """Return whether a word, or the name that it ends, is a country's or a people's: no town, state, faith or firm."""
    if word in words_of("of-no-country"):
        return False
    return word in words_of("country-too") or country_named(word) is not None or country_named(named) is not None
