"""What is known of a text while its quotations are read: people, cues, who spoke last. Knows no rule of attribution."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any, NamedTuple

from nzn_cli.annotate.quotes.cues import Cue, cues_in
from nzn_cli.annotate.quotes.marks import Quoted
from nzn_cli.annotate.quotes.masked_text import HIDDEN, hidden, sentence_spans
from nzn_cli.annotate.quotes.pronouns import Pronouns
from nzn_cli.annotate.quotes.speakers import Referent, Speakers, referents_in

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


class QuoteContext:
    """One text, and what was read of it so far."""

    def __init__(self, text: str, quoted: list[list[Quoted]], people: Sequence[Any]) -> None:
        """Take the text, what stands in marks by paragraph, and the rows of its people by table."""
        self.text = text
        self.masked = hidden(text, quoted)
        entities, mentions, self.roles = people[:3]
        self.names: dict[int, str] = {row[0]: row[1] for row in entities}
        self.credited = [row[0] for row in entities if row[2]]
        self.mentions: list[Mention] = sorted(
            (row[3], row[4], row[0], row[2], row[1]) for row in mentions if row[3] is not None
        )
        seen = [mention for mention in self.mentions if self.masked[mention[0]] != HIDDEN]
        self.speakers = Speakers(self.masked, referents_in(self.masked, seen))
        self.pronouns = Pronouns(self.masked, self.names, seen)
        self._cues = cues_in(self.masked)
        self._cue_starts = [cue.start for cue in self._cues]
        self.paragraph = 0  # where the one that is read begins
        self.sentence = 0
        self.last: Speaker | None = None  # who spoke last

    def sentences(self, first: int, last: int, quotes: Sequence[Quoted]) -> list[Sentence]:
        """Return the sentences of a paragraph."""
        found = []
        number, cue = 0, bisect_left(self._cue_starts, first)
        for start, end in sentence_spans(self.text, self.masked, first, last):
            since = number
            while number < len(quotes) and quotes[number].opens < end:
                number += 1
            until = bisect_left(self._cue_starts, end, cue)
            found.append(Sentence(start, end, list(quotes[since:number]), self._cues[cue:until]))
            cue = until
        return found

    def speaker(self, subject: Referent, cue: Cue | None, rule: str) -> Speaker:
        """Return the speaker whom a name, a pronoun or a noun phrase means."""
        entity, score = subject.entity, 1.0
        if subject.kind == "pronoun":
            last = self.last.entity if self.last else None
            entity, score = self.pronouns.meant(subject, self.sentence, self.paragraph, last)
            rule = "pronoun"
        elif subject.kind == "office":
            rule, score = "office", 0.9
        return Speaker(entity, subject.text, subject.start, subject.end, rule, score, cue)
