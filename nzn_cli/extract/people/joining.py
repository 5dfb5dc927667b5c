"""Which names of one text mean one person. Knows no other document."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from nzn_cli.extract.people import kinds, lexicon, roles
from nzn_cli.extract.people.finding import Found
from nzn_cli.extract.people.spotting import Candidate
from nzn_cli.language.folding import fold
from nzn_cli.model import PersonSpan, TextPeople

Words = tuple[str, ...]

_TITLED = frozenset(
    ("Lord", "Lady", "Dame", "Sir", "King", "Queen", "Prince", "Princess", "Pope", "Viscount", "Baroness")
)
_GENDER = dict.fromkeys(("Mr", "Sir", "Lord"), "m") | dict.fromkeys(("Mrs", "Ms", "Miss", "Dame", "Lady"), "f")
# offices of which a country has one holder, who shares them with no relative of the same surname
_HEADS = frozenset(("President", "Minister", "Premier", "Chancellor", "King", "Queen", "Pope"))
_RULES = ("same", "middle name", "initials", "surname", "given name", "part")


class _Person:
    """An entity under way: its fullest name, the plain words of it, and where it was met first and last."""

    def __init__(self, name: str, words: Words, first: int) -> None:
        self.name, self.words, self.first, self.last = name, words, first, -1
        self.gender = ""
        self.titles: set[str] = set()

    def nearness(self, gender: str, title: str) -> tuple[int, int, int, int]:
        """Return how near the person is to a mention: of its honorific's gender, of its title, met last, met first."""
        fits = 1 if not gender or not self.gender else 0 if gender == self.gender else 2
        titled = 1 if not title or not self.titles else 0 if title in self.titles else 2
        return (fits, titled, -self.last, self.first)

    def holds(self, office: str, at: int) -> bool:
        """Say whether an office and a surname may mean the person: one with the office, or introduced before."""
        return self.first <= at or office in self.titles


@functools.lru_cache(maxsize=20_000)
def _plain(name: str) -> Words:
    return tuple(w for w in re.split(r"[\s.“”\"'‘’()]+", fold(name)) if w)


def _rule(words: Words, theirs: Words) -> str | None:
    """Return the rule by which a spelling may be a person of that name, or None."""
    if words == theirs:
        return "same"
    if len(theirs) < 2:
        return "part" if theirs[0] in (words[-1], words[0]) else None
    if len(words) == 1:
        if words[0] not in theirs:
            return None
        family = theirs[0] if lexicon.family_first(theirs[0].title(), theirs[1].title()) else theirs[-1]
        return "surname" if words[0] == family else "given name" if words[0] == theirs[0] else "part"
    return _full_rule(words, theirs)


def _full_rule(words: Words, theirs: Words) -> str | None:
    if words[-1] != theirs[-1] and words[0] != theirs[0]:
        return None
    short, long = (words, theirs) if len(words) < len(theirs) else (theirs, words)
    if short[-1] == long[-1]:
        if short[0] == long[0] and set(short) <= set(long):
            return "middle name"
        if all(x == y or (1 in (len(x), len(y)) and x[0] == y[0]) for x, y in zip(short[:-1], long[:-1], strict=False)):
            return "initials"
    return "part" if short in (long[-len(short) :], long[: len(short)]) else None


def _mention_start(text: str, candidate: Candidate) -> int:
    """Return where the mention starts: with the honorific directly before the name, if there is one."""
    start = candidate.start
    honorifics = lexicon.words_of("span-honorific")
    for token in reversed(candidate.cut.before):
        gap = text[candidate.base + token.end : start]
        word = token.text.rstrip(".")
        if word == "Lady" and token.start and candidate.cut.before[0].text in ("First", "Second"):
            break  # an office
        if gap.strip(". ") or (word.title() if candidate.cut.capitals else word) not in honorifics:
            break
        start = candidate.base + token.start
    return start


@functools.lru_cache(maxsize=20_000)
def _name(tokens: tuple[str, ...], capitals: bool) -> str:
    """Return the name that words spell in usual letters: capitals made small, a lonely hyphen closed up."""
    tokens = tuple([t.replace(" ", "") if "-" in t else t for t in tokens])
    if not capitals:
        return " ".join([t.title() if len(t) > 3 and t.isupper() else t for t in tokens])
    small = [t if len(t.rstrip(".")) == 1 else t.title() for t in tokens]
    return re.sub(r"\bMc([a-z])", lambda m: "Mc" + m[1].upper(), " ".join(small))


class _People:
    """The people of a text under way."""

    def __init__(self, credited: Sequence[str]) -> None:
        self._by_word: dict[str, list[_Person]] = {}
        for name in dict.fromkeys(" ".join(c.split()) for c in credited):
            if _plain(name):
                self.add(name, _plain(name), -1)
        self._fits: dict[Words, list[tuple[int, _Person]]] = {}

    def add(self, name: str, words: Words, first: int) -> _Person:
        person = _Person(name, words, first)
        for word in dict.fromkeys(words):
            self._by_word.setdefault(word, []).append(person)
        return person

    def _sharing(self, words: Words) -> list[_Person]:
        """Return the people who share the first or last word: no rule joins others."""
        found = self._by_word.get(words[-1], [])
        if words[0] != words[-1]:
            found = found + [p for p in self._by_word.get(words[0], ()) if p not in found]
        return found

    def add_full(self, candidates: Sequence[Candidate]) -> None:
        """Take in the full names, longest first, so that shorter forms join them."""
        names: dict[str, int] = {}
        for candidate in candidates:
            names.setdefault(_name(candidate.cut.tokens, candidate.cut.capitals), candidate.start)
        for name in sorted(names, key=lambda n: (-len(_plain(n)), -len(n), names[n])):
            words = _plain(name)
            if words and not any(_rule(words, p.words) for p in self._sharing(words)):
                self.add(name, words, names[name])
        for candidate in candidates:
            if title := _title(candidate):
                self._means(candidate)[0][1].titles.add(title)

    def named(self, candidate: Candidate) -> tuple[_Person, str]:
        """Return the person whom a mention means and the rule: of several, the one met last before it."""
        fits, title = self._means(candidate), _title(candidate)
        if title in _HEADS and len(candidate.cut.tokens) == 1:
            fits = self._in_office(candidate, title, fits)
        gender = _gender(candidate)
        rank, person = min(fits, key=lambda fit: fit[1].nearness(gender, title))
        person.gender = person.gender or gender
        if title:
            person.titles.add(title)
        return person, _RULES[rank] + (", nearest" if len(fits) > 1 else "")

    def _in_office(
        self, candidate: Candidate, title: str, fits: list[tuple[int, _Person]]
    ) -> list[tuple[int, _Person]]:
        """Return who may hold an office; "President Hale" before Ann Hale is named may be a relative of hers."""
        if any(person.holds(title, candidate.start) for _, person in fits):
            return fits
        name = _name(candidate.cut.tokens, candidate.cut.capitals)
        fits.append((0, self.add(_titled(candidate, name), _plain(name) or (name,), candidate.start)))
        return [fits[-1]]

    def _means(self, candidate: Candidate) -> list[tuple[int, _Person]]:
        """Return whom a spelling may mean, each with the number of the rule."""
        name = _name(candidate.cut.tokens, candidate.cut.capitals)
        words = _plain(name) or (name,)
        fits = self._fits.get(words)
        if fits is None:
            ranked = [(_RULES.index(rule), p) for p in self._sharing(words) if (rule := _rule(words, p.words))]
            best = min((rank for rank, _ in ranked), default=0)
            fits = [(rank, p) for rank, p in ranked if rank == best]
            if not fits:
                fits = [(0, self.add(_titled(candidate, name), words, candidate.start))]
            self._fits[words] = fits
        return fits


def _title(candidate: Candidate) -> str:
    """Return the title or honorific directly before a name, else nothing."""
    if not candidate.cut.before or candidate.cut.before[-1].word.kind not in (kinds.TITLE, kinds.HONORIFIC):
        return ""
    return candidate.cut.before[-1].text.rstrip(".").title()


def _gender(candidate: Candidate) -> str:
    """Return "m" or "f" where the honorific before a name tells, else nothing."""
    return _GENDER.get(candidate.cut.before[-1].text.rstrip(".").title(), "") if candidate.cut.before else ""


def _titled(candidate: Candidate, name: str) -> str:
    before = candidate.cut.before[-1].text.rstrip(".") if candidate.cut.before else ""
    return f"{before} {name}" if (before in _TITLED or before in _GENDER) and " " not in name else name


def joined(text: str, found: Sequence[Found], credited: Sequence[str]) -> TextPeople:
    """Return the people of the text with every mention given to one of them, in the order of first mention."""
    people = _People(credited)
    spans = sorted([(c, f.score) for f in found for c in f.spelling.places])
    people.add_full([c for c, _ in spans if len(c.cut.tokens) > 1])
    mentions = []
    number: dict[int, int] = {}
    names: list[str] = []
    for candidate, score in spans:
        person, rule = people.named(candidate)
        person.last = candidate.start
        if id(person) not in number:
            number[id(person)] = len(names)
            names.append(person.name)
        start = _mention_start(text, candidate)
        end = candidate.end
        mentions.append(PersonSpan(start, end, text[start:end], number[id(person)], rule, round(score, 3)))
    return TextPeople(tuple(names), tuple(mentions), roles.roles_of(text, mentions))
