"""Which names of one text mean one person. Knows no other document."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nzn_cli.extract.people import lexicon, roles
from nzn_cli.extract.people.finding import Found
from nzn_cli.extract.people.spotting import Candidate
from nzn_cli.language.folding import fold
from nzn_cli.model import PersonSpan, TextPeople

_TITLED = ("Lord", "Lady", "Dame", "Sir", "King", "Queen", "Prince", "Princess", "Pope")


class _Person:
    """An entity under way: its fullest name and the plain words of it."""

    def __init__(self, name: str, number: int) -> None:
        self.name = name
        self.number = number
        self.words = _plain(name)
        self.last = -1  # where it was mentioned last


def _plain(name: str) -> tuple[str, ...]:
    return tuple(w for w in re.split(r"[\s.]+", fold(name)) if w)


def _matches(words: tuple[str, ...], person: _Person) -> str | None:
    """Return the rule by which a spelling may be the person, or None."""
    theirs = person.words
    if words == theirs:
        return "same"
    if len(words) == 1 and len(theirs) > 1:
        return (
            "surname"
            if words[0] == theirs[-1]
            else "given"
            if words[0] == theirs[0]
            else "part"
            if words[0] in theirs
            else None
        )
    if len(words) > 1 and len(theirs) > 1:
        return _full(words, theirs)
    return None


def _full(words: tuple[str, ...], theirs: tuple[str, ...]) -> str | None:
    short, long = sorted((words, theirs), key=len)
    if short[-1] == long[-1] and short[0] == long[0] and set(short) <= set(long):
        return "middle name"
    if short[-1] == long[-1] and _initials(short[:-1], long[:-1]):
        return "initials"
    if len(short) > 1 and (long[-len(short) :] == short or long[: len(short)] == short):
        return "part"
    return None


def _initials(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return (
        bool(a)
        and bool(b)
        and all(x == y or ((len(x) == 1 or len(y) == 1) and x[0] == y[0]) for x, y in zip(a, b, strict=False))
    )


def _span(text: str, candidate: Candidate) -> int:
    """Return where the mention starts: with the honorific directly before the name, if there is one."""
    start = candidate.start
    honorifics = lexicon.words_of("span-honorific")
    for token in reversed(candidate.cut.before):
        gap = text[candidate.base + token.end : start]
        word = token.text.rstrip(".")
        if gap.strip(". ") or not (
            word in honorifics or (candidate.cut.capitals and word.title() in honorifics) or word in ("Rt", "RT")
        ):
            break
        start = candidate.base + token.start
    return start


def _name(text: str, candidate: Candidate) -> str:
    name = " ".join(candidate.cut.tokens)
    if candidate.cut.capitals:
        name = " ".join(t if len(t.rstrip(".")) == 1 else t.title() for t in candidate.cut.tokens)
    return name


def _title_before(candidate: Candidate) -> str | None:
    before = candidate.cut.before[-1].text if candidate.cut.before else ""
    return before if before in _TITLED else None


def joined(text: str, found: list[Found], credited: Sequence[str]) -> TextPeople:
    """Return the people of the text with every mention given to one of them."""
    people = [_Person(" ".join(c.split()), i) for i, c in enumerate(dict.fromkeys(credited)) if c.strip()]
    spans = sorted(((c, f) for f in found for c in f.spelling.places), key=lambda x: x[0].start)
    full = [(c, f) for c, f in spans if len(c.cut.tokens) > 1]
    for candidate, _ in sorted(full, key=lambda x: -len(x[0].cut.tokens)):
        name = _name(text, candidate)
        if not any(_matches(_plain(name), p) for p in people):
            people.append(_Person(name, len(people)))
    mentions = []
    for candidate, item in spans:
        person, rule = _person_of(text, candidate, people)
        person.last = candidate.start
        start = _span(text, candidate)
        mentions.append(
            PersonSpan(start, candidate.end, text[start : candidate.end], person.number, rule, round(item.score, 3))
        )
    return _numbered(text, people, mentions)


def _person_of(text: str, candidate: Candidate, people: list[_Person]) -> tuple[_Person, str]:
    name = _name(text, candidate)
    words = _plain(name)
    order = ("same", "middle name", "initials", "surname", "given", "part")
    fits = [(order.index(rule), -p.last, p, rule) for p in people if (rule := _matches(words, p))]
    if fits:
        fits.sort(key=lambda x: x[:2])
        return fits[0][2], fits[0][3]
    title = _title_before(candidate)
    person = _Person(f"{title} {name}" if title and len(words) == 1 else name, len(people))
    person.words = words
    people.append(person)
    return person, "new"


def _numbered(text: str, people: list[_Person], mentions: list[PersonSpan]) -> TextPeople:
    """Return the people without those who are nowhere in the text, numbered by first mention."""
    number: dict[int, int] = {}
    for mention in mentions:
        number.setdefault(mention.entity, len(number))
    by = {p.number: p for p in people}
    names = tuple(by[old].name for old in number)
    mentions = [m._replace(entity=number[m.entity]) for m in mentions]
    return TextPeople(names, tuple(mentions), roles.roles_of(text, mentions))
