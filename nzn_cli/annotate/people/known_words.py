"""What the full names of a text make of its single words: which are family names, first names, or initials.

Knows a text and its names; weighs nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from nzn_cli.annotate.people import context_features, kinds, people_lexicon
from nzn_cli.annotate.people.candidates import Candidate, Cut
from nzn_cli.annotate.people.surface_forms import Spelling, Spellings, Tokens

_LETTERS = 3  # of initials that mean somebody in running text
_BODIES = frozenset((kinds.GEOGRAPHY, kinds.ORGANISATION, kinds.TITLE))  # words that have an article where they begin


class Known(NamedTuple):
    """The words of the full names of a document, by where they stand in a name."""

    last: frozenset[str]
    first: frozenset[str]
    any: frozenset[str]
    sure: frozenset[Tokens] = frozenset()  # names that need no weighing


def known_words(names: Sequence[Sequence[str]], alone: Container[str] = ()) -> Known:
    """Return the words of full names; names in capitals count as written small.

    `alone` are the words that stand by themselves in the text: of two family names it may use the first.
    """
    level = [[t.title() if t.isupper() and len(t) > 2 else t for t in tokens] for tokens in names if tokens]
    family = [word for name in level for word in _family_names(name, alone)]
    return Known(frozenset(family), frozenset(n[0] for n in level), frozenset(t for n in level for t in n))


def _family_names(name: Sequence[str], alone: Container[str]) -> Iterator[str]:
    """Yield the words of a name that may be its family name: the last, in Asia the first, in Spain the one before."""
    if len(name) > 1 and people_lexicon.family_first(name[0], name[1]):
        yield name[0]
        return
    yield name[-1]
    if len(name) < 3 or name[-1] in alone:
        return
    if name[-2] in alone or people_lexicon.family_first(name[-2], name[-1]):
        yield name[-2]


def reserved_words(text: str, groups: Spellings, known: Known) -> Iterator[Spelling]:
    """Yield words such as "Park" and "So", which are family names only where a full name of the document says so."""
    for word in known.last:
        kind, signs = people_lexicon.word(word)
        if not signs & kinds.FREQUENT:
            continue
        places = []
        for run in (word, word + "'s", word + "’s"):
            for start in groups.reserve.get(run, ()):
                cut = Cut(0, len(word), (word,), (), (), False)
                candidate = Candidate(start, start + len(word), start, cut)
                if not context_features.starts_something(text, candidate, kind in _BODIES):
                    places.append(candidate)
        if places:
            yield Spelling((word,), sorted(places))


def spelled_by_initials(text: str, names: Sequence[Sequence[str]]) -> Iterator[Spelling]:
    """Yield the letters that mean one full name of the text where they stand: "AOC" beside Alexandria Ocasio-Cortez.

    Two letters are asked for in labels alone: every text has some that are something else.
    """
    for letters in initials_of(names, _LETTERS):
        if letters not in text:
            continue
        places = [
            Candidate(at.start(), at.end(), at.start(), Cut(0, len(letters), (letters,), (), (), True))
            for at in re.finditer(rf"(?<![\w&.-]){letters}(?![\w&.-])", text)
            if not text.endswith((" the ", "The "), 0, at.start())
        ]
        if places:
            yield Spelling((letters,), places)


def initials_of(names: Sequence[Sequence[str]], least: int) -> list[str]:
    """Return the initials, of `least` letters or more, that are those of one full name alone."""
    found: Counter[str] = Counter()
    for tokens in dict.fromkeys(tuple(name) for name in names):
        letters = [part[:1].upper() for token in tokens for part in re.split(r"[-‑]", token)]
        if len(tokens) > 1 and len(letters) >= least:
            found["".join(letters)] += 1
    return [letters for letters, count in found.items() if count == 1 and letters.isalpha()]
