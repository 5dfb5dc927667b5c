"""Roles that a text gives by a pronoun, as lives of people do: "She is Chair of the Reef Council".

Knows the text behind a name and the name, not who else is named; the nearest name before a pronoun is whom it means.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from nzn_cli.annotate.people.role_phrases import roles_in
from nzn_cli.annotate.people.role_words import role_words
from nzn_cli.model.annotations import PersonSpan
from nzn_cli.names.gender import gender_of_given_name, gender_of_title
from nzn_cli.text.folding import fold

_LIFE = 450  # characters behind a name in which a pronoun that opens a sentence means its bearer
_REACH = 200  # characters of a sentence in which roles are read
_WHEN = r"(?:(?:also|now|currently|again|once|later|then|previously|formerly|still|first|most recently) )?"
_MADE = r"was (?:appointed|elected|named|promoted)(?: as| to| to be)?"
_VERB = rf"(?P<verb>{_MADE}|is|was|has been|became|(?:has )?served as|serves as|worked as)"
_OPENS = r"[.!?\n,]"  # by itself, so that a search leaps from one to the next
_STATES = rf"(?:(?<=[.!?])\s+|(?<=\n)|(?<=,) and )(?P<pronoun>[Hh]e|[Ss]he) {_WHEN}{_VERB} {_WHEN}"
_SENTENCE = re.compile(_OPENS + _STATES)
_BEFORE_SENTENCE = re.compile(rf"{_OPENS}(?={_STATES})")
_SPEAKS = re.compile(r" (?:says|said|adds|added|notes|noted)[.,]")
_BEFORE = 160  # characters of a sentence before a name
_OF_OTHERS = frozenset(("he", "she", "his", "her", "who"))
_LEADING = frozenset(("under", "to", "with", "by", "for", "from", "of", "and", "than", "like", "between", "against"))
_PAST = ("was", "served as", "worked as")


class PronounRole(NamedTuple):
    """Where a role stands that a pronoun's sentence states, and whether it is of the past."""

    start: int
    end: int
    former: bool


class PronounSentences:
    """Where the sentences of a text begin that may state a role by a pronoun, found once: most names have none near."""

    def __init__(self, text: str) -> None:
        self._starts = [sentence.start() for sentence in _BEFORE_SENTENCE.finditer(text)]

    def any_behind(self, end: int, ceiling: int) -> bool:
        """Return whether one begins behind a name, which ends at `end`, before `ceiling` and near enough for it."""
        at = bisect_left(self._starts, end)
        return at < len(self._starts) and self._starts[at] < min(ceiling, end + _LIFE)


def roles_of_pronoun(text: str, name: str, end: int, ceiling: int) -> Iterator[PronounRole]:
    """Yield the roles of the sentences behind a name, which ends at `end`, that begin with a pronoun of its gender.

    Those alone that name a body or a field, and none behind `ceiling`, where the next person is named.
    """
    if _SPEAKS.match(text, end) or text.startswith(("'s ", "’s "), end):
        return  # of whoever is spoken of, or has what is the name's bearer's
    stop = min(ceiling, end + _LIFE)
    for sentence in _SENTENCE.finditer(text, end, stop):
        if _gender(name) not in ("", "m" if len(sentence["pronoun"]) == 2 else "f"):
            return
        start = sentence.end()
        line = text.find("\n", start, start + _REACH)
        words = role_words(text, start, min(ceiling, start + _REACH) if line < 0 else min(ceiling, line))
        for first, last in roles_in(words):
            if not text[first:last].islower() and not text[last - 1 : last + 1].isalnum():  # cut off where reading ends
                yield PronounRole(first, last, sentence["verb"] in _PAST)


def _gender(name: str) -> str:
    words = [fold(word).strip(".,") for word in name.split()]
    stated = next((gender for word in words[:-1] if (gender := gender_of_title(word))), "")
    return stated or (gender_of_given_name(words[0]) if len(words) > 1 else "")


def opens_sentence(text: str, last: PersonSpan, mention: PersonSpan) -> bool:
    """Return whether a mention is the first of its sentence, or of whom the one before it is.

    It is not where the sentence is of another, "He served under Mayor Hale", or leads to it, "a clerk to Ann Hale".
    """
    between = text[last.char_end : mention.char_start]
    if last.entity == mention.entity and last is not mention:
        return True
    words = _sentence_before(text, mention)
    small = [word for word in words if word.islower()]
    if not _OF_OTHERS.isdisjoint(word.lower() for word in words) or (small and small[-1] in _LEADING):
        return False
    return last is mention or "\n" in between or ". " in between or "? " in between


def stands_first(text: str, mention: PersonSpan) -> bool:
    """Return whether no word in small letters stands before a mention in its sentence."""
    return not any(
        word.islower() and word not in ("of", "the", "and", "for") for word in _sentence_before(text, mention)
    )


def _sentence_before(text: str, mention: PersonSpan) -> list[str]:
    """Return the words of the sentence of a mention before it."""
    before = text[max(0, mention.char_start - _BEFORE) : mention.char_start]
    return re.split(r"[.!?:;][”\"]? |\n", before)[-1].split()
