"""How the very words beside a full name speak for a person, as trained weights say. Knows places, no names."""

from __future__ import annotations

import functools
import os
import re
from collections.abc import Iterator, Sequence

from nzn_cli.annotate.people import kinds
from nzn_cli.annotate.people.candidates import Candidate

LEXICONS = os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(__file__))), "lexicons")

_REACH = 32  # characters on each side that are read
_MOST = 5  # steps that the words of all places together may tell for or against a person
_WORD = re.compile(r"\w+(?:['’]\w+)*|\n|[^\w\s]")
_BEFORE_MORE = (",", "(", "’", "'")
_EDGE = "¶"


def trained_weights(name: str) -> dict[str, float]:
    """Return the weights of a file of `lexicons`: lines of a feature, a tab and its weight."""
    found = {}
    with open(os.path.join(LEXICONS, name), encoding="utf-8") as file:
        for line in file:
            if not line.startswith("#"):
                feature, _, weight = line.rstrip("\n").rpartition("\t")
                found[feature] = float(weight)
    return found


@functools.cache
def context_weights() -> dict[str, float]:
    """Return the weights of the words beside a full name, read once; "" has that of any place."""
    return trained_weights("people-contexts.txt")


def context_feature(text: str, places: Sequence[Candidate]) -> str:
    """Return the feature of the words beside the places of a full name: the mean of what their weights say."""
    weights = context_weights()
    total, any_place = 0.0, weights.get("", 0.0)
    for place in places:
        total += any_place / 2 if place.cut.after else any_place  # half of what is usual is not read there
        for words in words_beside(text, place):
            total += weights.get(words, 0.0)
    step = round(total / len(places))
    return f"context={max(-_MOST, min(_MOST, step))}"


def words_beside(text: str, place: Candidate) -> Iterator[str]:
    """Yield what stands before and after a place, as the weights know it: ">said", "<<Xx of", ">>, who"."""
    before = _WORD.findall(text[max(0, place.start - _REACH) : place.start])[-2:]
    if place.cut.before and place.cut.before[-1].word.kind == kinds.LEAD:  # its capital is that of the sentence
        before[-1:] = [before[-1].lower()]
    last, second = _shape(before[-1]) if before else _EDGE, _shape(before[0]) if len(before) > 1 else _EDGE
    yield f"<{last}"
    yield f"<<{second} {last}"
    if before and before[-1][0].isupper():
        yield f"<={_usual(before[-1])}"
    if place.cut.after:  # what the next word of the run is, its kind says better
        return
    after = _WORD.findall(text[place.end : place.end + _REACH])[:3]
    first, then, third = [_shape(word) for word in (*after, _EDGE, _EDGE, _EDGE)[:3]]
    yield f">{first}"
    yield f">>{first} {then}"
    if after and after[0][0].isupper():
        yield f">={_usual(after[0])}"
    if first in _BEFORE_MORE:
        yield f">>>{first} {then} {third}"


def _shape(word: str) -> str:
    """Return a word as it stands if it has no capital and no digit, else what it looks like."""
    if word.isdecimal():
        return "0" * min(len(word), 4)
    if word[0].isupper():
        return "XX" if word.isupper() and len(word) > 1 else "Xx"
    return _EDGE if word == "\n" else word


def _usual(word: str) -> str:
    return word.lower() if word.istitle() else word
