"""Where a stretch of capitalised words that may be one name ends: titles, days, what opens a sentence, possessors.

Knows words and their neighbours in a run; what the stretches name is read by `name_grammar`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from nzn_cli.annotate.organisations.name_lexicon import (
    KnownName,
    heads,
    heads_of,
    is_common,
    kind_of,
    known_names,
)
from nzn_cli.annotate.organisations.name_runs import RunWord
from nzn_cli.annotate.people import kinds
from nzn_cli.text.folding import level

NUMBER = re.compile(r"\d+(?:[-–]\d+)?\Z")
YEAR = re.compile(r"(?:19|20)\d\d\Z")
_OF = ("of", "of the", "for", "for the", "to", "on", "on the")
_UNTITLED = (kinds.TITLE, kinds.HONORIFIC, kinds.TIME, kinds.LEAD)
_TITLED = ("law", "programme", "meeting")
_LONG = 8  # words back to the head that a title may belong to


class Known(NamedTuple):
    """A well-known name in a run: how many words it takes, its kind, and whether it is a plain word too."""

    size: int
    kind: str
    plain: bool


@lru_cache(maxsize=50_000)
def bare(word: str) -> str:
    """Return a word without its possessive, and a head without the stop of an abbreviation: "Harrow Motor Co."."""
    if word.endswith(("'s", "’s")):
        return word[:-2]
    if word.endswith(".") and word not in heads() and word[:-1] in heads():
        return word[:-1]
    return word[:-1] if word.endswith(("'", "’")) else word


def is_possessor(word: str) -> bool:
    """Say whether a word is somebody's or some place's, with whom a name ends: not in "Workers' Party"."""
    return not word.endswith(".") and bare(word) != word and bare(word) not in heads_of("possessive")


def stretch_end(words: Sequence[RunWord], at: int) -> int:
    """Return where the words from `at` on that may belong to one name end; `at` where it is none of a name."""
    first = words[at].text
    if is_break(words, at) or (NUMBER.match(first) and not YEAR.match(first)):
        return at
    stop = at
    while stop < len(words) and (stop == at or not is_possessor(words[stop - 1].text)):
        known = known_at(words, stop)
        if known is None and stop > at and is_break(words, stop):
            break
        stop += known.size if known else 1
    return stop


def is_break(words: Sequence[RunWord], at: int) -> bool:
    """Say whether a word is of no name of a body: a title, a day, a word that opens a sentence."""
    word = words[at].text
    kind = kind_of(bare(word))
    if kind == kinds.TIME:
        return known_at(words, at) is None  # "Sunday Star Times" is one name
    if heads().get(word, "other") != "other" or known_at(words, at):
        return False
    if kind == kinds.LEAD and _is_within_title(words, at):
        return False
    if kind == kinds.LEAD:
        return not _is_after_head(words, at) and (at == 0 or words[at].join == "" or word in ("The", "A", "An"))
    if kind not in (kinds.TITLE, kinds.HONORIFIC) or _is_plain(words, at):
        return False
    return not _is_office(words, at) and not _is_field(words, at)


def _is_field(words: Sequence[RunWord], at: int) -> bool:
    """Say whether a title is what a body works for: "College of Criminal Justice"."""
    if words[at].text not in heads_of("field-titles") or at == 0:
        return False
    before = words[at - 1].text
    if words[at].join:
        return words[at].join == "to" and before in heads_of("ways")
    return is_common(before) and before not in heads() and kind_of(before) not in (kinds.TITLE, kinds.LEAD)


def _is_within_title(words: Sequence[RunWord], at: int) -> bool:
    """Say whether a small word is within a title that goes on to a head: "Build Back Harbours Agenda"."""
    word = words[at].text
    if words[at].join or word in heads_of("determiners") or not word.isalpha():
        return False
    before = words[at - 1].text if at else ""
    if before and (is_possessor(before) or bare(before) in heads() or kind_of(before) in _UNTITLED):
        return False
    stop = at + 1
    while stop < len(words) and not words[stop].join and not is_possessor(words[stop - 1].text):
        stop += 1
    found = [heads().get(bare(each.text), "other") for each in words[at + 1 : stop]]
    if not before:  # "Every Child Sails Act"
        return word in heads_of("title-openers") and "law" in found[1:]
    return not set(_TITLED).isdisjoint(found)


def _is_plain(words: Sequence[RunWord], at: int) -> bool:
    """Say whether a word is of a rank only beside another of it: "Clean Air", "Superior Court", not "Air Marshal"."""
    if bare(words[at].text) not in heads_of("between"):
        return words[at].text in heads_of("size") and _is_noun(words, at + 1)  # "Major Cities", not "Major Hale"
    beside = [words[place].text for place in (at - 1, at + 1) if 0 <= place < len(words)]
    return not any(kind_of(bare(word)) in (kinds.TITLE, kinds.HONORIFIC) for word in beside)


def is_doing(words: Sequence[RunWord]) -> bool:
    """Say whether a run opens with what somebody does or did: "Regulating Securities", "Attended Law School"."""
    word = words[0].text
    return (
        len(words) > 1
        and word.endswith(("ing", "ed"))
        and not words[1].join
        and is_common(word)
        and word not in heads_of("doing")
    )


def _is_office(words: Sequence[RunWord], at: int) -> bool:
    """Say whether a title is part of a name: "Prime Minister's Office", "Court of Justice", "Teachers Union"."""
    word = words[at].text
    if _is_after_head(words, at):
        return True
    if word in heads_of("title") or (word.endswith("s") and word == bare(word)):
        stop = at + 1
        while stop < len(words) and words[stop].join in ("", "&"):
            stop += 1
        return any(heads().get(bare(each.text), "other") != "other" for each in words[at + 1 : stop])
    return _is_before_office(words, at)


def _is_after_head(words: Sequence[RunWord], at: int) -> bool:
    """Say whether a word stands in what a body is of: "Association of University Staff", "Office of the First Lady"."""
    back = at
    while back > max(0, at - _LONG) and not words[back].join:
        back -= 1
    if back == 0 or words[back].join not in _OF:
        return False
    word = words[at].text
    if bare(words[back - 1].text) not in heads_of("initial"):
        return back == at and _is_of_members(words, back - 1) and _is_noun(words, at + 1)
    if back == at or (words[back - 1].text == "Office" and bare(word) in heads_of("holders")):
        return True  # "Office of the Special Counsel"
    return _is_against(words, at) if word in heads_of("within") else _is_of_many(words, back, at)


def _is_against(words: Sequence[RunWord], at: int) -> bool:
    """Say whether a body's name goes on behind a small word with a capital: "Office on Violence Against Women"."""
    return at + 1 < len(words) and not words[at + 1].join and kind_of(words[at + 1].text) != kinds.TITLE


def _is_of_many(words: Sequence[RunWord], back: int, at: int) -> bool:
    """Say whether the words from `back` to `at` are titles, or the last is of many: "of University Staff"."""
    word = words[at].text
    titled = all(kind_of(bare(each.text)) in (kinds.TITLE, kinds.LEAD) for each in words[back:at])
    return titled or word == "Staff" or (word.endswith("s") and word == bare(word))


def _is_of_members(words: Sequence[RunWord], at: int) -> bool:
    """Say whether a body is of word `at`, which tells its members: "Association of Colleges for Teacher Training"."""
    return (
        at > 0 and words[at].text.endswith("s") and words[at].join == "of" and words[at - 1].text in heads_of("initial")
    )


def _is_noun(words: Sequence[RunWord], at: int) -> bool:
    if at >= len(words) or words[at].join:
        return False
    return is_common(words[at].text) and kind_of(words[at].text) not in _UNTITLED


def _is_before_office(words: Sequence[RunWord], at: int) -> bool:
    for ahead in range(at, min(at + 3, len(words) - 1)):
        text = words[ahead].text
        if bare(text) not in heads_of("possessive") and text not in heads_of("ministerial"):
            return False
        behind = ahead + 1
        while behind + 1 < len(words) and words[behind].text in heads_of("advisory"):
            behind += 1
        following = words[behind]
        if not following.join and heads().get(bare(following.text), "other") != "other":
            return bare(text) != text or text.endswith("s") or text in heads_of("student")
    return False


def known_at(words: Sequence[RunWord], at: int) -> Known | None:
    """Return the longest well-known name that begins with word `at`, None where none does."""
    listed = _names_from(words[at].text)
    if listed is None:
        return None
    best: Known | None = None
    following = _following(words, at + 1)
    for second in ("", *following):
        for spelled, name in listed.get(second, ()):
            size = _fitting(words, at, spelled)
            if size and (best is None or size > best.size):
                best = Known(size, name.kind, name.plain)
    return best


@lru_cache(maxsize=50_000)
def _names_from(word: str) -> dict[str, list[tuple[tuple[str, ...], KnownName]]] | None:
    """Return the well-known names that begin with a word, by their second word; None where none does."""
    first = level(word)
    return known_names().get(first) or known_names().get(bare(first))


def _following(words: Sequence[RunWord], at: int) -> set[str]:
    """Return what the second word of a name may be that goes on with word `at`."""
    if at >= len(words):
        return set()
    if words[at].join:
        return {words[at].join.partition(" ")[0]}
    second = level(words[at].text)
    return {second, bare(second)}


def _fitting(words: Sequence[RunWord], at: int, spelled: tuple[str, ...]) -> int:
    """Return how many words of a run a name takes that stands there, 0 where it does not."""
    got: list[str] = []
    for place in range(at, len(words)):
        word = words[place]
        got += ([*word.join.split()] if got else []) + [level(word.text)]
        if len(got) >= len(spelled):
            last = got[-1] == spelled[-1] or level(bare(word.text)) == spelled[-1]
            return place - at + 1 if last and tuple(got[:-1]) == spelled[:-1] else 0
    return 0
