"""Where a text means a person by an office alone ("the Foreign Minister said"), if the document settles whose it is.

It does where one person alone is given the role, no other a role that the words might as well mean, and a country that
is stated agrees. Knows roles and places in a text; names are found elsewhere.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from nzn_cli.names.roles import content_words, is_state_office, normalise_role, office_within
from nzn_cli.text.wordlists import sections, words

_REACH = 60  # characters before the head of an office, and behind it
_MODIFIERS = 4  # words that may stand between "the" and the head
_MOST = 10_000  # heads of offices that are read in any text; in a long one, one for so many characters
_APART = 50
_FORMER = "Former "
_CAPITAL = "[A-ZĀĒĪŌŪ]"


class Held(NamedTuple):
    """A role of one person of the document, normalised."""

    entity: int
    role: str
    country: str | None


class Label(NamedTuple):
    """An office as the label of a turn ("THE PRESIDENT:"), and where it stands."""

    start: int
    end: int
    text: str


class OfficeSpan(NamedTuple):
    """An office in a text that means a person of the document."""

    entity: int
    start: int
    end: int


class _StatedOffice(NamedTuple):
    """An office as a text tells it, normalised, from "the" to its end."""

    start: int
    end: int
    role: str
    country: str | None


def offices_of(
    body: str, held: Sequence[Held], taken: Iterable[tuple[int, int]]
) -> tuple[list[OfficeSpan], int | None]:
    """Return where a body means a person by an office, in order; `taken` are the places of names and of their roles.

    The number is the character from which on offices were not looked for, since there are too many, else None.
    """
    heads = {head for each in held if (head := _head(each.role.removeprefix(_FORMER)))}
    if not heads:
        return [], None
    places, stopped = _places(body, heads)
    busy = _Busy(taken)
    stated = sorted({one for place in places for one in _stated_offices(body, *place, busy)})
    holders = _Holders(held)
    strange = {one.role for one in stated if one.country and holders.of(one.role, one.country) is None}
    found = []
    for one in stated:
        entity = holders.of(one.role, one.country)
        if entity is not None and (one.country or one.role not in strange):
            found.append(OfficeSpan(entity, one.start, one.end))
    return found, stopped


def speakers_by_office(
    labels: Sequence[Label], held: Sequence[Held], titled: frozenset[int], labelled: frozenset[int]
) -> list[OfficeSpan]:
    """Return the labels of turns that mean a person of the document by an office alone.

    `titled` are the people whom the title names, `labelled` those whose turns have their names. An office means whom
    the title names with it, if it names one; else who alone is given it, of those whose turns have no names.
    """
    meant = {text: _speaker(text, held, titled, labelled) for text in {label.text for label in labels}}
    return [OfficeSpan(who, label.start, label.end) for label in labels if (who := meant[label.text]) is not None]


def _speaker(text: str, held: Sequence[Held], titled: frozenset[int], labelled: frozenset[int]) -> int | None:
    role, country = normalise_role(text.title() if text.isupper() else text)
    fits = {
        each.entity
        for each in held
        if (each.role == role if is_state_office(role) else office_within(role, each.role))
        and (country is None or each.country in (None, country))
    }
    for some in (fits & titled - labelled, fits & titled, fits - labelled, fits):
        if some:
            return min(some) if len(some) == 1 else None
    return None


@lru_cache(maxsize=8192)
def _head(role: str) -> str:
    """Return the office in a role, in small letters: "minister" of "Minister of Defence"; nothing for other work."""
    spoken = re.split(r" (?:of|for|to|and|in|at|on) ", role.lower(), maxsplit=1)[0]
    return next((head for head in sections("roles.txt")["alone"] if spoken == head or spoken.endswith(f" {head}")), "")


def _places(body: str, heads: Iterable[str]) -> tuple[list[tuple[int, int]], int | None]:
    """Return where heads of offices stand, as many as are read, and where they stop."""
    found: list[tuple[int, int]] = []
    for written in {form for head in heads for form in _written(head)}:
        at = body.find(written)
        while at >= 0:
            found.append((at, at + len(written)))
            at = body.find(written, at + len(written))
    most = max(_MOST, len(body) // _APART)
    if len(found) <= most:
        return found, None
    found.sort()
    return found[:most], found[most][0]


def _stated_offices(body: str, at: int, end: int, busy: _Busy) -> Iterator[_StatedOffice]:
    """Yield the office with a head at a place, if "the" opens it and nothing of it is taken."""
    if not busy.lets(at, end):
        return  # as of most, which stand beside names
    if not body[at - 1 : at].isalnum() and (start := _opening(body, at)) >= 0 and _closes(body, end):
        end = _field_end(body, end)
        if busy.lets(start, end) and (one := _read(" ".join(body[start + 4 : end].split()))):
            yield _StatedOffice(start, end, *one)


@lru_cache(maxsize=64)
def _written(head: str) -> tuple[str, ...]:
    """Return the ways of writing the head of an office."""
    spaced = {head, head.title()} | {form.replace(" ", "-") for form in (head, head.title())}
    return tuple(sorted(spaced | {form.replace("-", " ") for form in spaced}))


def _opening(body: str, at: int) -> int:
    """Return where "the" stands that opens the office whose head is at `at`; -1 where none does."""
    before = body[max(0, at - _REACH) : at]
    if "he" not in before:
        return -1
    match = _the().search(before)
    if match is None or "\n\n" in match[0]:
        return -1
    nearest = [the.end() for the in re.finditer(r"\s(?=[Tt]he\s)", match[0])]  # "the day the Minister"
    start = match.start() + (nearest[-1] if nearest else 0)
    bureau = re.search(r"\b(?:Office|Department|Council|House|Court|Cabinet)\s(?:of|for|to)\s$", before[:start])
    return -1 if bureau else at - len(before) + start


def _closes(body: str, end: int) -> bool:
    """Say whether an office ends with its head, or with what it is over: no "Ministers", "Minister, Ann Hale"."""
    return _more().match(body[end : end + 16]) is None


@cache
def _the() -> re.Pattern[str]:
    """Return the pattern of what opens an office, up to its head."""
    return re.compile(rf"[Tt](?<![\w-].)he(?:\s+[\w'’&-]+){{0,{_MODIFIERS}}}?[\s-]+$")


@cache
def _more() -> re.Pattern[str]:
    """Return the pattern of what goes on behind a head, or makes another word of it."""
    return re.compile(
        rf"[\w-]|['’]s\s+[A-Z]|\s+(?:designate|elect)\b|,?[ \u00a0]+[A-Z]|\s(?:of|for)\s(?:the\s)?(?!{_CAPITAL}|the\b)"
    )


def _field_end(body: str, end: int) -> int:
    """Return where an office ends with the field that it is over: "Minister of Health and Safety"."""
    field = re.match(
        rf"\s(?:of|for)\s(?:the\s)?{_CAPITAL}[\w’'-]*(?:,?\s(?:and\s|of\s|the\s|&\s)*{_CAPITAL}[\w’'-]*)*",
        body[end : end + 2 * _REACH],
    )
    return end if field is None else end + len(re.sub(r"['’]s$", "", field[0]))


@lru_cache(maxsize=4096)
def _read(text: str) -> tuple[str, str | None] | None:
    """Return the role and country of an office as told; None where it is not held now, or not yet."""
    spoken = set(re.split(r"[\s-]+", text.lower()))
    if spoken & words("roles.txt", "past") or spoken & words("roles.txt", "not_now"):
        return None
    return normalise_role(text)


class _Busy:
    """Stretches of a text that are taken."""

    def __init__(self, taken: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []  # of all stretches up to this one
        for start, end in sorted(taken):
            self._starts.append(start)
            self._ends.append(max(end, self._ends[-1] if self._ends else 0))

    def lets(self, start: int, end: int) -> bool:
        """Say whether nothing between two places is taken."""
        before = bisect_left(self._starts, end)
        return not before or self._ends[before - 1] <= start


class _Holders:
    """Who of a document holds an office, each office asked for once."""

    def __init__(self, held: Sequence[Held]) -> None:
        self._held = list(dict.fromkeys(held))
        self._by_word: dict[str, list[Held]] = {}
        for each in self._held:
            for word in content_words(each.role.removeprefix(_FORMER)):
                self._by_word.setdefault(word, []).append(each)
        self._known: dict[tuple[str, str | None], int | None] = {}

    def of(self, role: str, country: str | None) -> int | None:
        """Return the person who alone may be meant by an office, or None."""
        if (role, country) not in self._known:
            self._known[role, country] = self._meant(role, country)
        return self._known[role, country]

    def _meant(self, role: str, country: str | None) -> int | None:
        likely = min((self._by_word.get(word, []) for word in content_words(role)), key=len, default=self._held)
        may = [each for each in likely if office_within(role, each.role.removeprefix(_FORMER))]
        if country:
            may = [each for each in may if each.country in (None, country)]
            sure = [each for each in may if each.country == country]
        else:
            sure = may
        if len({each.entity for each in may}) != 1 or any(each.role.startswith(_FORMER) for each in may) or not sure:
            return None
        return may[0].entity
