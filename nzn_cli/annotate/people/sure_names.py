"""Names that the form of the text itself makes sure: "Pliny the Elder", "Hale, Ann M.;", "Ministers Hale and Reid".

Knows a text and its candidates; adds to them, and weighs nothing.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from collections.abc import Iterator
from string import ascii_lowercase

from nzn_cli.annotate.people import kinds, people_lexicon
from nzn_cli.annotate.people.candidates import Candidate, Cut, any_of
from nzn_cli.annotate.people.run_words import ALWAYS
from nzn_cli.annotate.people.surface_forms import Spelling, Spellings, Tokens

_WORD = r"[A-Z](?:[a-z]{0,20}['’\-][A-Z])?[a-z]{1,40}"
_FIRST = rf"{_WORD}(?:[ ][A-Z]\.){{0,2}}|[A-Z]\.(?:[ ]?[A-Z]\.){{0,2}}"
_LAST_FIRST = re.compile(
    rf"(?P<left>^|[;(:][ ]|\b[a-z]+[ ]|\b(?:By|BY)[ ])(?P<last>{_WORD}),[ ](?P<first>{_FIRST})"
    r"(?=(?P<right>[;,.)]|[ ]*$|[ ](?:and|&)[ ]|[ ][a-z(]))",
    re.M,
)
_COMMA = re.compile(r",[ ](?=[A-Z])")
_REACH = 100  # characters before a comma in which its word begins
_BEHIND = re.compile(r" (?:(?P<number>I|VI{0,3}|IX|X[IVX]{0,4})|(?P<the>the) (?P<epithet>[A-Z][a-z]+))\b(?! [A-Z])")
_NO_PRONOUN = re.compile(r"['’,.;:)]|$| \(| (?:of|is|has|died|ruled|reigned|and|who|was (?:the|born|crowned))\b")
_TITLE = 20  # characters before a name in which a ruler's title stands


def add_sure_names(text: str, groups: Spellings) -> frozenset[Tokens]:
    """Add the names that need no weighing to the spellings of a text, and return their words."""
    found = [*_with_epithets(text, groups), *_last_first(text), *_of_shared_title(text, groups)]
    if not found:
        return frozenset()
    found.sort()
    _drop_within(groups, found)
    for place in found:
        tokens = place.cut.tokens
        spelling = (
            groups.full.setdefault(tokens, Spelling(tokens, []))
            if len(tokens) > 1
            else groups.single.setdefault(tokens[0], Spelling(tokens, []))
        )
        spelling.places.append(place)
        spelling.places.sort()
    return frozenset(place.cut.tokens for place in found)


def _drop_within(groups: Spellings, found: list[Candidate]) -> None:
    """Take the places out of the spellings where one of the names found stands, and spellings without any."""
    starts = [place.start for place in found]

    def is_free(place: Candidate) -> bool:
        at = bisect_right(starts, place.end - 1) - 1
        return at < 0 or found[at].end <= place.start

    for tokens, spelling in list(groups.full.items()):
        spelling.places[:] = filter(is_free, spelling.places)
        if not spelling.places:
            del groups.full[tokens]
    for word, spelling in list(groups.single.items()):
        spelling.places[:] = filter(is_free, spelling.places)
        if not spelling.places:
            del groups.single[word]


def _with_epithets(text: str, groups: Spellings) -> Iterator[Candidate]:
    """Yield names with the number or epithet behind them: "John Paul I", "Pliny the Elder"."""
    for spelling in (*groups.full.values(), *groups.single.values()):
        for place in spelling.places:
            match = _BEHIND.match(text, place.end)
            if match is None:
                continue
            if match["the"]:
                behind: tuple[str, ...] = ("the", match["epithet"])
                kept = match["epithet"] in people_lexicon.words_of("epithet")
            else:
                behind, kept = (match["number"],), _is_ruler(text, place, match)
            if kept:
                tokens = (*spelling.tokens, *behind)
                yield place._replace(end=match.end(), cut=place.cut._replace(tokens=tokens, after=()))


def _is_ruler(text: str, place: Candidate, number: re.Match[str]) -> bool:
    """Say whether a number behind a name is a ruler's, and no pronoun: "Elizabeth I ruled", not "Elizabeth I know"."""
    if not all(people_lexicon.word(word).signs & kinds.GIVEN for word in place.cut.tokens):
        return False
    if number["number"] not in ("I", "V", "X"):
        return True
    before = text[max(0, place.start - _TITLE) : place.start].split()
    if before and before[-1] in people_lexicon.words_of("ruler"):
        return True
    return f"{text[place.start : place.end]} II" in text or _NO_PRONOUN.match(text, number.end()) is not None


def _last_first(text: str) -> Iterator[Candidate]:
    """Yield names of which the last word is put first: "O'Brien, Patrick J."."""
    for match in _inverted(text):
        last, first = people_lexicon.word(match["last"]), match["first"].split()
        if not last.signs & kinds.SURNAME or last.kind not in ALWAYS:
            continue
        if _is_place(match, last):
            continue
        known = people_lexicon.word(first[0])
        if not (known.signs & kinds.GIVEN or "." in first[0]):
            continue
        listed = not match["left"][:1].islower() or match["left"] == "by "
        if "." not in first[-1] and not (listed and (match["right"] == ";" or not match["right"].strip())):
            continue
        if "." not in first[-1] and not (match["left"][:1] == ";" or match["right"] == ";"):
            continue
        start, end = match.start("last"), match.end("first")
        yield Candidate(start, end, start, Cut(0, end - start, (*first, match["last"]), (), (), False))


def _inverted(text: str) -> Iterator[re.Match[str]]:
    """Yield what `_LAST_FIRST` finds in a text, asked only where a word in capitals stands before a comma and another.

    A search with it takes fifteen times as long: each small letter may begin what stands before a name.
    """
    for comma in _COMMA.finditer(text):
        at = comma.start()
        reach = max(0, at - _REACH)
        blank = max(text.rfind(" ", reach, at), text.rfind("\n", reach, at))
        if (blank >= 0 or not reach) and "A" <= text[blank + 1] <= "Z":
            match = _LAST_FIRST.match(text, _left(text, blank + 1))
            if match is not None:
                yield match


def _left(text: str, last: int) -> int:
    """Return where what may stand before a name begins: a mark, a small word or "By"."""
    if not last or text[last - 1] == "\n":
        return last
    before = text[max(0, last - _REACH) : last - 1]
    small = len(before) - len(before.rstrip(ascii_lowercase))
    if small and before[-2:] != "By":
        return last - 1 - small
    return last - (3 if before[-1:].isalpha() else 2)


def _is_place(match: re.Match[str], last: people_lexicon.Word) -> bool:
    """Say whether it is a place with the letters of its region, or one that somebody is in: "in Washington, D.C."."""
    if match["left"].strip() in people_lexicon.words_of("place-preposition"):
        return True
    return bool(last.signs & kinds.PLACE) and match["first"] in people_lexicon.words_of("region-letters")


@functools.cache
def _titled() -> re.Pattern[str]:
    """Return the pattern of family names behind a title in the plural."""
    # no word character before the first letter, which stands first: a search leaps from capital to capital
    titles = any_of(people_lexicon.words_of("plural-title"), r"(?<!\w.)")
    return re.compile(rf"(?:{titles}) ({_WORD}(?:, {_WORD}){{0,5}},? (?:and|&) {_WORD})\b(?! [A-Z]|['’-]\w+ [A-Z])")


def _of_shared_title(text: str, groups: Spellings) -> Iterator[Candidate]:
    """Yield the family names that share a title: "Ministers Hale and Reid"."""
    for titled in _titled().finditer(text):
        for word in re.finditer(_WORD, titled[1]):
            name, start = word.group(), titled.start(1) + word.start()
            kind, signs = people_lexicon.word(name)
            if kind in ALWAYS or signs & kinds.SURNAME:
                known = groups.single.get(name)
                places = known.places if known is not None else ()
                yield next(
                    (place for place in places if place.start == start),
                    Candidate(start, start + len(name), start, Cut(0, len(name), (name,), (), (), False)),
                )
