"""What an office is over, in small letters or behind "and": "specialist in reef law", "head of Tides and Reef Therapy".

Knows words and their marks; where a role begins is asked by `role_phrases`.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence

from nzn_cli.annotate.people import kinds, people_lexicon
from nzn_cli.annotate.people.people_lexicon import words_of
from nzn_cli.annotate.people.role_ends import opens_fields
from nzn_cli.annotate.people.role_words import RoleWord, heads, may_modify

_LINKED = 3  # words behind a link that say whether it leads to what an office is of
_COMPLEMENT = 5  # words of what an office is over, at most,
_LONGEST_COMPLEMENT = 10  # where "and" joins two fields in capitals
_NO_FIELD = (kinds.COUNTRY, kinds.DEMONYM, kinds.TIME, kinds.LEAD)
_SPELLS = frozenset(
    ("term", "period", "year", "time", "second", "first", "third", "while", "decade", "season", "same", "age")
)


def may_stand_before(word: str) -> bool:
    """Return whether a word may stand before the head of a role in running text: "reef", "Torbay-based", "trust's"."""
    if word[0].isupper():
        return may_modify(word) and people_lexicon.word(word).kind != kinds.TIME
    if word.endswith("ing") and "-" not in word and word.title() not in words_of("participle"):
        return False
    return not (word in words_of("no-phrase") or word in words_of("speech") or word in words_of("person-verb"))


def end_with_complement(words: Sequence[RoleWord], head: int, last: int) -> int:
    """Return the index of the last word of a role with what it is over, given its head and last word in capitals.

    Who is sent to a country has no more behind it: "High Commissioner to Samoa" at the State House.
    """
    if words[head].bare in words_of("sent") and any(word.bare == "to" for word in words[head + 1 : last]):
        return last
    start = _past_possessive(words, head, last)
    end = _with_complement(words, start)
    end = _past_possessive(words, head, end) if end > start else end
    return end + (end > head and (_is_body_behind(words, end) or _is_head_behind(words, head, end)))


def _is_head_behind(words: Sequence[RoleWord], head: int, end: int) -> bool:
    """Return whether an office in small letters is behind its rank and field: "Deputy Reef manager"."""
    if end + 1 >= len(words) or words[end].mark or words[head].bare.lower() not in words_of("leading"):
        return False
    return words[end + 1].bare.islower() and words[end + 1].bare in heads()


def _is_body_behind(words: Sequence[RoleWord], end: int) -> bool:
    """Return whether a role goes on with what its body is, in small letters: "member of the Reef Watch board"."""
    if end + 1 >= len(words) or words[end].mark or not words[end].bare[0].isupper():
        return False
    return words[end + 1].bare in _small_bodies()


@functools.cache
def _small_bodies() -> frozenset[str]:
    return frozenset(word.lower() for word in words_of("body")) | words_of("part-of-firm")


def _past_possessive(words: Sequence[RoleWord], head: int, last: int) -> int:
    """Return the end of a role with what belongs to a body: "Director of the Reef Institute's network"."""
    if last == head or not words[last].bare.endswith(("'s", "’s")):
        return last
    behind = words[last + 1].bare if last + 1 < len(words) and not words[last].mark else ""
    if behind and (behind[0].isupper() or may_stand_before(behind)):
        return last + 1
    links = [i for i in range(head + 1, last) if words[i].bare in words_of("complement")]
    return links[0] - 1 if links else last


def _with_complement(words: Sequence[RoleWord], last: int) -> int:
    """Return the end of a role with what it is over, where that is in small letters: "specialist in reef law"."""
    while last + 2 < len(words) and not words[last].mark and words[last + 1].bare in words_of("complement"):
        i = last + 2
        if words[i - 1].mark or not _may_link(words[i - 1].bare, words[i : i + _LINKED]):
            return last
        if words[i].bare in ("the", "a", "an", "its", "all") and i + 1 < len(words) and not words[i].mark:
            i += 1
        end = _end_of_complement(words, i, last)
        if end == last:
            return last
        last = end
    return last


def _end_of_complement(words: Sequence[RoleWord], first: int, end: int) -> int:
    """Return the index of the last word of what an office is over, which begins at `first`; `end` where none does."""
    stop = first + _COMPLEMENT
    for at in range(first, min(len(words), first + _LONGEST_COMPLEMENT)):
        goes_on = _goes_on(words, at, end)
        stop = at + _COMPLEMENT if goes_on and words[end].bare[0].isupper() else stop
        if at >= stop or not (goes_on or _may_stand_in_complement(words[at].bare, at == first)):
            break
        end = at
        if words[at].mark:
            return _end_of_fields(words, at)
    return end


def _end_of_fields(words: Sequence[RoleWord], end: int) -> int:
    """Return the end of a list of fields that a word in capitals opens: "Committee on Reefs, Tides, and Sea Trade"."""
    if words[end].mark != "," or not opens_fields(words[end:], 2):
        return end
    linked = False
    while end + 1 < len(words) and words[end].mark in (("",) if linked else ("", ",")):
        following = words[end + 1].bare
        linked = linked or words[end].bare in ("and", "&")
        if not (following[0].isupper() or (following in ("and", "&") and not linked)) or following in heads():
            break
        end += 1
    return end


def _goes_on(words: Sequence[RoleWord], at: int, end: int) -> bool:
    """Return whether "and" joins two fields, up to a mark: "specialist in tides and reef law,"."""
    if words[at].bare != "and" or end != at - 1 or words[end].mark:
        return False
    if words[end].bare[0].isupper():
        return _are_field(words[at + 1 : at + 4])
    for word in words[at + 1 : at + 3]:
        if not word.bare.islower() or word.bare in heads() or not may_stand_before(word.bare):
            return False
        if word.mark:
            return True
    return False


def _are_field(words: Sequence[RoleWord]) -> bool:
    """Return whether words begin with a field in capitals: "and Reef Therapy", neither a name nor an office."""
    run: list[RoleWord] = []
    for word in words:
        if not word.bare[0].isupper():
            break
        run.append(word)
        if word.mark:
            break
    if not run or any(word.bare in heads() or people_lexicon.word(word.bare).kind in _NO_FIELD for word in run):
        return False
    opens_name = len(run) > 1 and people_lexicon.word(run[0].bare).signs & kinds.GIVEN > 0
    return not opens_name and people_lexicon.word(run[-1].bare).signs & kinds.LOWER > 0


def _may_link(link: str, following: Sequence[RoleWord]) -> bool:
    """Return whether what follows a link may be what a role is over or of: no "with the skills", "in our history"."""
    if link == "in" and any(word.bare == "history" for word in following):
        return False
    if link == "at" and any(word.bare in _SPELLS for word in following[:2]):
        return False
    if link == "for" and following[0].bare in ("a", "an", "the") and any(w.bare in _SPELLS for w in following[1:]):
        return False
    if link == "with":
        return any(word.bare[0].isupper() for word in following[following[0].bare == "the" :][:1])
    return link != "to" or not _is_verb(following[0].bare)


def _is_verb(word: str) -> bool:
    """Return whether a word behind "to" is what is to be done: no "adviser to thank", but "adviser to ministers"."""
    common = people_lexicon.lists().common
    return word.islower() and (word + "ing" in common or word.removesuffix("e") + "ing" in common)


def _may_stand_in_complement(word: str, first: bool) -> bool:
    """Return whether a word may be of what an office is over: "specialist in farming", no "chair from 2001"."""
    if word[0].isdecimal() or people_lexicon.word(word).kind == kinds.TIME:
        return False
    return word[0].isupper() or (first and word.endswith("ing")) or may_stand_before(word)
