"""What is known of a text while its quotations are read: people, cues, who spoke last. Knows no rule of attribution."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from nzn_cli.annotate.quotes.cues import Cue, words_in
from nzn_cli.annotate.quotes.marks import Quoted
from nzn_cli.annotate.quotes.masked_text import hidden, sentence_spans
from nzn_cli.annotate.quotes.pronouns import Pronouns
from nzn_cli.annotate.quotes.speakers import Referent, Speakers, referents_in
from nzn_cli.text.folding import fold
from nzn_cli.text.wordlists import words

Mention = tuple[int, int, int, str, str]  # start, end, entity, text, source


class Speaker(NamedTuple):
    """Who is said to speak: `entity` is None where no person of the document is meant."""

    entity: int | None
    text: str | None
    start: int | None
    end: int | None
    rule: str
    score: float
    cue: Cue | None = None


NOBODY = Speaker(None, None, None, None, "none", 0.3)


class Sentence(NamedTuple):
    """A sentence with what it has in marks and the words in it that may be cues, both in order."""

    start: int
    end: int
    quotes: list[Quoted]
    cues: list[Cue]


_DEFINITE = re.compile(r"(?:the|The|his|her|its|their|His|Her|Its|Their)\s|\S+['’]s?\s")
_TAG = 120  # characters of a sentence that is a tag alone
_WORD = re.compile(r"[^\W\d_]+")
_EMPTY = words("speech.txt", "role-less")


@lru_cache(8192)
def role_words(text: str) -> frozenset[str]:
    """Return the words of a role that say what it is, folded, "spokeswoman" as "spokesperson"."""
    found = (word for word in _WORD.findall(fold(text)) if word not in _EMPTY)
    return frozenset(re.sub(r"(?<=.)(?:man|woman)$", "person", word) for word in found)


def _ends_in_marks(sentence: Sentence) -> bool:
    quotes = sentence.quotes
    return bool(quotes) and not sentence.cues and quotes[-1].closes >= sentence.end - 2


@lru_cache(8192)
def _is_body(phrase: str) -> bool:
    """Say whether a phrase is a body's name, whose members are none of it: "the FBI", "the Harbour Council"."""
    last = phrase.split()[-1]
    heads = words("organisation-heads.txt", "organisation")
    return (last.isupper() and len(last) > 1) or last.capitalize() in heads


class QuoteContext:
    """One text, and what was read of it so far."""

    def __init__(self, text: str, quoted: list[list[Quoted]], names: list[Quoted], people: Sequence[Any]) -> None:
        """Take the text, what stands in marks by paragraph, names in marks, and the rows of its people by table."""
        self.text = text
        self.masked = hidden(text, quoted, names)
        entities, mentions, self.roles = people[:3]
        self.names: dict[int, str] = {row[0]: row[1] for row in entities}
        self.credited = [row[0] for row in entities if row[2]]
        self.mentions: list[Mention] = sorted(
            (row[3], row[4], row[0], row[2], row[1]) for row in mentions if row[3] is not None
        )
        seen = [mention for mention in self.mentions if self.masked[mention[0]] == text[mention[0]]]
        self._cues, pronouns = words_in(self.masked)
        self.speakers = Speakers(self.masked, referents_in(self.masked, seen, pronouns))
        self.pronouns = Pronouns(self.masked, self.names, seen)
        self._cue_starts = [cue.start for cue in self._cues]
        self._role_words: list[tuple[int, frozenset[str]]] | None = None
        self._read: list[int] = []  # starts of the sentences read
        self.paragraph = 0  # where the one that is read begins
        self.sentence = 0  # where that which is read begins
        self.last: Speaker | None = None  # who spoke last

    def _holder(self, phrase: str) -> int | None:
        """Return the one person to whom the document gives a role of all these words: "the union’s president"."""
        wanted = role_words(phrase)
        if not wanted or not _DEFINITE.match(phrase) or _is_body(phrase):
            return None
        if self._role_words is None:
            self._role_words = [
                (row[0], role_words(" ".join(str(part or "") for part in row[1:5]))) for row in self.roles
            ]
        holders = {entity for entity, held in self._role_words if wanted <= held}
        return holders.pop() if len(holders) == 1 else None

    def sentences(self, first: int, last: int, quotes: Sequence[Quoted]) -> list[Sentence]:
        """Return the sentences of a paragraph, one that is but a tag with the words in marks that it follows."""
        found: list[Sentence] = []
        number, cue = 0, bisect_left(self._cue_starts, first)
        for start, end in sentence_spans(self.text, self.masked, first, last):
            since = number
            while number < len(quotes) and quotes[number].opens < end:
                number += 1
            until = bisect_left(self._cue_starts, end, cue)
            one = Sentence(start, end, list(quotes[since:number]), self._cues[cue:until])
            if found and not one.quotes and _ends_in_marks(found[-1]) and self._is_tag(one):
                found[-1] = Sentence(found[-1].start, end, found[-1].quotes, one.cues)
            else:
                found.append(one)
            cue = until
        return found

    def _is_tag(self, sentence: Sentence) -> bool:
        """Say whether a sentence only says who spoke the words before it: "We won." Ms Hale said."""
        if not sentence.cues or sentence.end - sentence.start > _TAG:
            return False
        cue = sentence.cues[0]
        behind = self.masked[cue.end : sentence.end]
        if cue.sort not in ("say", "tell", "ask", "lead-in") or cue.form not in ("past", "s"):
            return False
        return len(behind.strip(" .,:;").split()) <= 3 or (behind[0] == "," and cue.sort != "lead-in")

    def enter(self, sentence: Sentence) -> None:
        """Note which sentence is read."""
        self.sentence = sentence.start
        self._read.append(sentence.start)

    def speaker(self, subject: Referent, cue: Cue | None, rule: str) -> Speaker:
        """Return the speaker whom a name, a pronoun or a noun phrase means."""
        entity, score = subject.entity, 1.0
        if subject.kind == "pronoun":
            last = self.last.entity if self.last else None
            entity, score = self.pronouns.meant(subject, self._read, self.paragraph, last)
            rule = "pronoun"
        elif subject.kind == "office":
            rule, score = "office", 0.9
        elif subject.kind == "phrase":
            entity = self._holder(subject.text)
            rule, score = ("role", 0.85) if entity is not None else (rule, score)
        return Speaker(entity, self.text[subject.start : subject.end], subject.start, subject.end, rule, score, cue)
