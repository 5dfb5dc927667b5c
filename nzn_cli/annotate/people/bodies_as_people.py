"""Bodies that a text names as it names people: firms, halls, campuses. Knows words and what stands beside them."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

from nzn_cli.annotate.people import kinds, people_lexicon
from nzn_cli.annotate.people.candidates import Candidate
from nzn_cli.annotate.people.run_words import TITLED
from nzn_cli.annotate.people.surface_forms import Beginnings, Spelling, Tokens

_CAMPUS = re.compile(r"\b(?:University|College) of (?:[A-Z]\w+ ?){1,3}, $")
_AT = (" at ", " from ", " of ", "At ", "From ")
_A_LAW = (" the ", " this ", " that ", " a ", " another ", " new ", " its ", " their ", ") ")
_NEAR = 60  # characters in which a university is named


class Campuses:
    """The universities, schools … that a text names behind a word: "Hale University"."""

    def __init__(self, text: str) -> None:
        found = re.finditer(rf" (?={'|'.join(_campus_words())})", text)
        self._before = Beginnings(text[max(0, body.start() - _NEAR) : body.start()][::-1] for body in found)

    def named(self, word: str) -> bool:
        """Say whether the text names a body by a word."""
        return self._before.any_with(word[::-1])


def persons_only(text: str, spelling: Spelling, bodies: Campuses) -> Spelling | None:
    """Return a word on its own with the places where it may be a person, or None where there are none."""
    word, places = spelling.tokens[0], spelling.places
    body = bodies.named(word)
    kept = [place for place in places if not text.startswith(_named_after_words(), place.end)]
    kept = [place for place in kept if place.cut.before or not _is_no_person(text, place, word, body)]
    if len(kept) == len(places):
        return spelling
    return Spelling(spelling.tokens, kept) if kept else None


def _is_no_person(text: str, place: Candidate, word: str, body: bool) -> bool:
    before, after = text[max(0, place.start - _NEAR) : place.start], text[place.end : place.end + 15]
    if word == "Bill" and before.endswith(_A_LAW):
        return True
    if body and (after[1:].startswith(_campus_words()) or (before.endswith(_AT) and after[:1] not in ("'", "’"))):
        return True
    return before.endswith(", ") and after[:1] in (",", ".", ";", ")", "") and _CAMPUS.search(before) is not None


@functools.cache
def _campus_words() -> tuple[str, ...]:
    return tuple(sorted(people_lexicon.words_of("campus")))


@functools.cache
def _named_after_words() -> tuple[str, ...]:
    return (_FAME, *(f" {word}" for word in sorted(people_lexicon.words_of("named-after"))))


_FAME = " of Fame"
_EMPLOYEES = (" analyst ", " economist ", " strategist ", " spokes", " chief executive ", " broker ", " partner ")


@functools.cache
def _employee() -> re.Pattern[str]:
    """Return the pattern of what stands behind a firm: who works there and a name, "analyst Ann Hale"."""
    offices = "|".join(office.strip() for office in _EMPLOYEES)
    return re.compile(rf" (?:(?:chief|senior|equity|market|investment) )?(?:{offices})(?:man|woman|person)? [A-Z]")


# the last of a firm, "Hale Moss & Brunner", where no other name follows as in "& Ann Moss", nor her own; a hall
_PARTNER = re.compile(r" & (?!Famil|\w+-[a-z])[A-Z][\w'’-]++(?!\.? ?[A-Z])| of Fame\b")
_ITEM = re.compile(r"(?:^|\n)[ \t]{0,8}(?:[-*•–]|\d{1,2}[.)])[ \t]{0,4}(?:[A-Z]\w+-based[ \t])?\**[ \t]*$")
_MARKUP = 40  # characters in which the mark of an item stands


@functools.cache
def _acts_as_firm() -> re.Pattern[str]:
    """Return the pattern of what stands behind a firm that a list tells of: "- Zvordak announced"."""
    return re.compile(rf"\**\s+(?:has |is |will )?\[?(?:{'|'.join(sorted(people_lexicon.words_of('firm-verb')))})\b")


def is_firm_of_list(text: str, place: Candidate) -> bool:
    """Return whether a name opens an item of a list and does what firms do: "- Zvordak announced a factory"."""
    if not _acts_as_firm().match(text, place.end):
        return False
    before, start = place.cut.before, place.start
    if before:
        start = place.base + before[0].start
        if any(token.word.kind in TITLED for token in before):
            return False
    return _ITEM.search(text, max(0, start - _MARKUP), start) is not None


def _is_of_people(tokens: Tokens) -> bool:
    """Return whether a full name begins with a given name or an initial, as those of people do."""
    kind, signs = people_lexicon.word(tokens[0])
    return kind == kinds.INITIAL or (signs & kinds.GIVEN > 0 and "-" not in tokens[0])


def bodies_among(text: str, full: Sequence[Spelling]) -> set[Tokens]:
    """Return those of some full names of a text that are a firm's or hall's, or the beginning of a Māori body's."""
    return {each.tokens for each in full if each.tokens[0] == "Te" and _opens_body(text, each.tokens)}.union(
        _employers(text, full), _partnerships(text, full), _firms_of_lists(text, full), _buildings(text, full)
    )


def _employers(text: str, full: Sequence[Spelling]) -> Iterator[Tokens]:
    if any(office in text for office in _EMPLOYEES):
        pattern = _employee()
        yield from (one.tokens for one in full if all(pattern.match(text, place.end) for place in one.places))


def _partnerships(text: str, full: Sequence[Spelling]) -> Iterator[Tokens]:
    """Yield what another name follows behind "&", and halls of fame."""
    if " & " in text or _FAME in text:
        yield from (one.tokens for one in full if any(_PARTNER.match(text, place.end) for place in one.places))


def _buildings(text: str, full: Sequence[Spelling]) -> Iterator[Tokens]:
    """Yield names that stand in a text before what is called after them alone: "Ann Hale Convention Center"."""
    after = (" Convention", *_named_after_words())
    yield from (one.tokens for one in full if all(text.startswith(after, place.end) for place in one.places))


def _firms_of_lists(text: str, full: Sequence[Spelling]) -> Iterator[Tokens]:
    for one in full:
        if not _is_of_people(one.tokens) and any(is_firm_of_list(text, place) for place in one.places):
            yield one.tokens


def _opens_body(text: str, tokens: tuple[str, ...]) -> bool:
    """Return whether a Māori name is the beginning of a body's in the same text: "Te Tatau" of "Te Tatau o Te Reef"."""
    return re.search(rf"\b{re.escape(' '.join(tokens))} o (?:te |ng)?[^\W\da-z_]", text) is not None
