"""Which names of one text mean one person. Knows no other document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

from nzn_cli.annotate.people import context_features, naming, people_lexicon, role_spans
from nzn_cli.annotate.people.candidates import Candidate
from nzn_cli.annotate.people.naming import Words, plain_words
from nzn_cli.annotate.people.score_candidates import Found
from nzn_cli.model.annotations import PersonSpan, TextPeople
from nzn_cli.names.compatibility import SIDE_BY_SIDE, WITHIN, initials_of, within_rule
from nzn_cli.names.gender import gender_of_given_name
from nzn_cli.names.name_titles import titles_used_as
from nzn_cli.text.wordlists import words as listed_words

# Work is counted, about one a microsecond, so that every run stops at the same mention of a text that asks too much.
_MENTION = 25  # for a mention, with the roles beside it
_NAME = 80  # for a name
_PAIR = 2  # for a mention and a person who are compared
_WORK = 250_000  # in any text; in a long one, one for two characters
_REACH = 40  # characters before a name in which a relative is told
_FEW = 200  # mentions, which ask for less even where each is compared with each
_INITIALS = 5  # letters that a name may be called by
_OFTEN = 3  # times that a middle word stands alone, where its text may call the person so


class _Person:
    """An entity under way: its fullest name, the plain words of it, and where it was met first and last."""

    def __init__(self, name: str, words: Words, first: int) -> None:
        self.generation = naming.generation(words)
        self.words = words[:-1] if self.generation else words
        self.name, self.first, self.last = name, first, -1
        self.gender = gender_of_given_name(words[0]) if len(words) > 1 else ""
        self.titles: set[str] = set()
        self.is_relative = False  # of somebody of the surname, which without the title means that one
        self.number = 0  # in the order in which people were added

    def nearness(self, gender: str, title: str) -> tuple[int, int, int, int]:
        """Return how near the person is to a mention: of its honorific's gender, of its title, met last, met first."""
        fits = 1 if not gender or not self.gender else 0 if gender == self.gender else 2
        titled = 1 if not title or not self.titles else 0 if title in self.titles else 2
        return (fits, titled, -self.last, self.first)

    def may_be(self, generation: str) -> bool:
        """Say whether the person may be of a generation; where either is not told, nothing speaks against it."""
        return not generation or not self.generation or generation == self.generation

    def is_head_of_state(self) -> bool:
        """Say whether the person has an office of which a country has one holder: "President Hale"."""
        return not self.titles.isdisjoint(titles_used_as("sole"))

    def holds(self, office: str, at: int) -> bool:
        """Say whether an office and a surname may mean the person: one with the office, or introduced before."""
        return self.first <= at or office in self.titles


_Fits = list[tuple[int, _Person]]  # whom a spelling may mean, each with the number of the rule


def _rule(words: Words, theirs: Words) -> str | None:
    """Return the rule by which a spelling may be a person of that name, or None."""
    return within_rule(words, theirs, _is_family_first)


def _is_family_first(first: str, second: str) -> bool:
    return people_lexicon.family_first(first.title(), second.title())


def _filed(words: Words) -> Iterator[tuple[str, Words]]:
    """Yield what a person of that name is filed under: each rule finds it by one of `_asked`."""
    yield "name", words
    for word in dict.fromkeys(words):
        yield "word", (word,)
    if len(words) > 1:
        first, last = words[0], words[-1]
        yield "ends", (first, last)
        yield ("initial" if len(first) == 1 else "spelt out"), (first[0], last)
        yield "letters", (initials_of(words),)
    for size in range(2, len(words)):
        yield "part", words[:size]
        yield "part", words[-size:]


def _asked(words: Words) -> Iterator[tuple[str, Words]]:
    """Yield under what people are filed whom a name may mean."""
    yield "name", words
    if len(words) == 1:
        yield "word", words
        if len(words[0]) <= _INITIALS:
            yield "letters", words
        return
    first, last = words[0], words[-1]
    yield "ends", (first, last)
    yield ("spelt out" if len(first) == 1 else "initial"), (first[0], last)
    yield "part", words
    for size in range(1, len(words)):
        yield "name", words[:size]
        yield "name", words[-size:]


class _People:
    """The people of a text under way."""

    def __init__(self, text: str, credited: Sequence[str]) -> None:
        self._text = text
        self._number = 0
        self._people: dict[tuple[str, Words], list[_Person]] = {}
        for name in dict.fromkeys(" ".join(c.split()) for c in credited):
            if plain_words(name):
                self.add(name, plain_words(name), -1)
        self._fits: dict[Words, _Fits] = {}
        self._apart: set[frozenset[str]] = set()  # names that stand side by side as two people's
        self._has_first_lady = "First Lady" in text
        self._calls: set[Words] = set()  # words by which the text calls somebody

    def keep_apart(self, candidates: Sequence[Candidate]) -> None:
        """Note which full names, in their order, are two people's: "John Hale and John Mark Hale"."""
        for one, other in pairwise(candidates):
            if SIDE_BY_SIDE.fullmatch(self._text, one.end, other.start) or self._is_relative(one, other):
                self._apart.add(frozenset((_called(self._text, one), _called(self._text, other))))

    def note_calls(self, alone: Sequence[Candidate]) -> None:
        """Note the words alone that the text calls somebody by: behind a title, as who speaks, or again and again."""
        times = Counter(plain_words(_called(self._text, candidate)) for candidate in alone)
        self._calls = {words for words, count in times.items() if count >= _OFTEN}
        for candidate in alone:
            if naming.title_of(candidate) or ">speech" in context_features.right(self._text, candidate):
                self._calls.add(plain_words(_called(self._text, candidate)))

    def _is_short(self, words: Words, person: _Person) -> bool:
        """Return whether words may be short for a name: a middle word only where the text calls somebody so."""
        middle = len(words) == 1 and words[0] not in (person.words[0], person.words[-1])
        middle = middle and words[0] != initials_of(person.words)
        return not middle or words in self._calls or naming.is_nickname(words[0], person.name)

    def _is_relative(self, one: Candidate, other: Candidate) -> bool:
        """Return whether a name is told to be a relative's of whoever was named before: "his son John Hale Jr."."""
        before = self._text[max(one.end, other.start - _REACH) : other.start].lower().split()
        return any(word.strip(",") in listed_words("honorifics.txt", "kin") for word in before[-3:])

    def _may_be(self, name: str, person: _Person) -> bool:
        return not self._apart or frozenset((name, person.name)) not in self._apart

    def add(self, name: str, words: Words, first: int) -> _Person:
        person = _Person(name, words, first)
        self._number = person.number = self._number + 1
        for key in _filed(person.words):
            self._people.setdefault(key, []).append(person)
        return person

    def _likely(self, words: Words) -> list[_Person]:
        """Return those whom a rule may join, those of the same last word first, in the order they were added."""
        found = [p for key in _asked(words) for p in self._people.get(key, ())]
        if len(found) > 1:
            found = list(dict.fromkeys(found))
            found.sort(key=lambda person: (words[-1] not in person.words, person.number))
        return found

    def add_full(self, candidates: Sequence[Candidate]) -> None:
        """Take in the full names, longest first, so that shorter forms join them."""
        names: dict[str, int] = {}
        for candidate in candidates:
            names.setdefault(_called(self._text, candidate), candidate.start)
        for name in sorted(names, key=lambda n: (-len(plain_words(n)), -len(n), names[n])):
            words = plain_words(name)
            generation = naming.generation(words)
            core = words[:-1] if generation else words
            known = (p for p in self._likely(core) if self._may_be(name, p))
            if words and not any(_rule(core, p.words) and p.may_be(generation) for p in known):
                self.add(name, words, names[name])
        for candidate in candidates:
            if title := naming.title_of(candidate):
                self._means(candidate)[0][1].titles.add(title)

    def named(self, candidate: Candidate) -> tuple[_Person, str]:
        """Return the person whom a mention means and the rule: of several, the one met last before it."""
        fits, title = self._means(candidate), naming.title_of(candidate)
        gender = naming.gender_stated(candidate)
        if len(candidate.cut.tokens) == 1:
            fits = self._first_ladies(fits, title) or self._alone(candidate, title, gender, fits)
        rank, person = min(fits, key=lambda fit: fit[1].nearness(gender, title))
        person.gender = person.gender or gender
        if title:
            person.titles.add(title)
        return person, WITHIN[rank] + (", nearest" if len(fits) > 1 else "")

    def _alone(self, candidate: Candidate, title: str, gender: str, fits: _Fits) -> _Fits:
        """Return whom a surname may mean; "President Hale" before Ann Hale is named may be a relative of hers."""
        if title in titles_used_as("sole"):
            holds = any(person.holds(title, candidate.start) for _, person in fits)
            return fits if holds else self._another(candidate, fits)
        if not title:
            return [fit for fit in fits if not fit[1].is_relative] or fits
        if self._is_nobody_of(fits, title, gender):
            return self._another(candidate, fits, title)
        if naming.is_beside_namesake(self._text, candidate):
            return [fit for fit in fits if title in fit[1].titles] or self._another(candidate, fits, title)
        return fits

    def _first_ladies(self, fits: _Fits, title: str) -> _Fits:
        """Return the first ladies whom "Dr Hale" means of a family."""
        return [fit for fit in fits if "Lady" in fit[1].titles] if title == "Dr" and self._has_first_lady else []

    def _is_nobody_of(self, fits: _Fits, title: str, gender: str) -> bool:
        """Return whether a title excludes all of a surname: Ann Hale is no Mr Hale, nor a president his first lady."""
        if gender and all(person.gender not in ("", gender) for _, person in fits):
            return True
        spouse = self._has_first_lady and (title == "Dr" or gender == "f")
        return spouse and all(person.is_head_of_state() for _, person in fits)

    def _another(self, candidate: Candidate, fits: _Fits, title: str = "") -> _Fits:
        """Return a new person of that surname, with a title known by it alone: Ann Hale is no Mr Hale."""
        name = naming.usual_name(candidate.cut.tokens, candidate.cut.capitals)
        called = naming.titled(candidate, name)
        called = f"{title} {name}" if title and called == name else called
        person = self.add(called, plain_words(name) or (name,), candidate.start)
        person.is_relative = bool(title)
        fits.append((0, person))
        return [fits[-1]]

    def _means(self, candidate: Candidate) -> _Fits:
        """Return whom a spelling may mean, each with the number of the rule."""
        name = _called(self._text, candidate)
        words = plain_words(name) or (name,)
        generation = naming.generation(words)
        if generation:
            return self._of_generation(generation, name, words, candidate)
        fits = self._fits.get(words)
        if fits is None:
            likely = [p for p in self._likely(words) if self._may_be(name, p) and self._is_short(words, p)]
            ranked = [(WITHIN.index(rule), p) for p in likely if (rule := _rule(words, p.words))]
            best = min((rank for rank, _ in ranked), default=0)
            fits = [(rank, p) for rank, p in ranked if rank == best]
            if not fits:
                fits = [(0, self.add(naming.titled(candidate, name), words, candidate.start))]
            self._fits[words] = fits
        return fits

    def _of_generation(self, generation: str, name: str, words: Words, candidate: Candidate) -> _Fits:
        """Return whom a name with its generation means: a father is not his son."""
        core = words[:-1]
        ranked = [(WITHIN.index(rule), p) for p in self._likely(core) if (rule := _rule(core, p.words))]
        ranked = [fit for fit in ranked if fit[1].may_be(generation)]
        own = [fit for fit in ranked if fit[1].generation == generation]
        return [min(own or ranked, key=lambda fit: fit[0])] if ranked else [(0, self.add(name, words, candidate.start))]


def _called(text: str, candidate: Candidate) -> str:
    """Return the name of a candidate, with a generation that stands behind a comma."""
    name = naming.usual_name(candidate.cut.tokens, candidate.cut.capitals)
    behind = naming.generation_behind(text, candidate)
    return f"{name} {behind}" if behind else name


def _within(text: str, spans: Sequence[tuple[Candidate, float, bool]], credited: Sequence[str], limit: int) -> int:
    """Return how many mentions, from the first on, ask for no more work than `limit`.

    Counted are also the pairs of a mention and a name, each of which may have to be compared, wherever either stands.
    """
    filed: Counter[tuple[str, Words]] = Counter()
    asked: Counter[tuple[str, Words]] = Counter()
    known = {plain_words(name) for name in credited}
    for words in known - {()}:
        filed.update(_filed(words))
    for number, (candidate, *_) in enumerate(spans):
        words = plain_words(_called(text, candidate)) or candidate.cut.tokens
        limit -= _MENTION
        for key in _asked(words):
            asked[key] += 1
            limit -= filed[key] * _PAIR
        if words not in known:
            known.add(words)
            limit -= _NAME
            for key in _filed(words):
                filed[key] += 1
                limit -= asked[key] * _PAIR
        if limit < 0:
            return number
    return len(spans)


def resolve_mentions(
    text: str, found: Sequence[Found], credited: Sequence[str], title: tuple[int, int] = (0, 0)
) -> TextPeople:
    """Return the people of the text with every mention given to one of them, in the order of first mention.

    `title` is where the title stands. Mentions are left out from the first on that asks for too much work, at the
    character `stopped`.
    """
    people = _People(text, credited)
    spans = sorted([(c, f.score, f.labels) for f in found for c in f.spelling.places])
    stopped = None
    if len(spans) > _FEW and (kept := _within(text, spans, credited, max(_WORK, len(text) // 2))) < len(spans):
        stopped = spans[kept][0].start
        spans = spans[:kept]
    full = [c for c, *_ in spans if len(c.cut.tokens) > 1]
    people.keep_apart(full)
    people.note_calls([c for c, *_ in spans if len(c.cut.tokens) == 1])
    people.add_full(full)
    mentions = []
    number: dict[int, int] = {}
    names: list[str] = []
    for candidate, score, is_label in spans:
        person, rule = people.named(candidate)
        person.last = candidate.start
        if id(person) not in number:
            number[id(person)] = len(names)
            names.append(person.name)
        start = naming.mention_start(text, candidate)
        end = candidate.end
        in_title = title[0] <= start and end <= title[1]
        source: Literal["text", "speaker", "title"] = "speaker" if is_label else "title" if in_title else "text"
        mentions.append(PersonSpan(start, end, text[start:end], number[id(person)], rule, round(score, 3), source))
    return TextPeople(tuple(names), tuple(mentions), role_spans.roles_of(text, mentions), stopped)
