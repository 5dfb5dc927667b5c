"""Reported speech: the clause that a cue introduces, or that one follows; with words in marks or without."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from nzn_cli.annotate.quotes.cue_rules import is_cue
from nzn_cli.annotate.quotes.cues import Cue
from nzn_cli.annotate.quotes.masked_text import HIDDEN
from nzn_cli.annotate.quotes.noun_phrases import MODIFIER
from nzn_cli.annotate.quotes.quote_context import QuoteContext, Sentence, Speaker
from nzn_cli.annotate.quotes.speakers import Referent
from nzn_cli.text.wordlists import words

_EDGES = " ,;:—–-\n\t\xa0"
_LETTER = re.compile(r"[^\W\d_]")
_LEAD = re.compile(rf"(?>\s*+{MODIFIER})*+\s*+(?:,?\s*that\b)?\s*+")
_TAIL = re.compile(r"[\s,;:]+(?:and|but|while|although|though)\Z")
_JOINED = re.compile(r"(?:\b(?:and|but|while|although|though)|;)\Z")
_GOES_ON = re.compile(r"\s*(?:that|he|she|it|they|the|a|his|her|,?\s*\x01)\b")
_COLON = re.compile(rf":\s*{HIDDEN}")
_NAMED = re.compile(rf"\s*(?:to\s+)?(?:as\s+)?(?:the\s+)?{HIDDEN}")
_HIDDEN_RUN = re.compile(f"{HIDDEN}+")
_OPEN_TITLE = ("t", "a", "*", "h", "s")  # "said the union's Ann Hale", "said he"
_SHORT_TAIL = 8  # words behind the cue of a tag that ends a sentence
_QUOTING = ("say", "tell", "ask", "source")
_FEW = 3  # words of a so-called thing
_DESCRIBED = re.compile(r"\b(?:as|a|an|is|was|are|were)\s+\Z")
_FAR = 24  # characters behind what is no cue of speech
_ENDING = ("say", "tell", "think", "ask")


class Report(NamedTuple):
    """A stretch of reported speech: `kind` is "mixed" where words in it stand in marks."""

    start: int
    end: int
    kind: str
    speaker: Speaker


class _Subject(NamedTuple):
    referent: Referent
    start: int  # where the subject and its cue begin
    inverted: bool


def reports_of(context: QuoteContext, sentence: Sentence, tags: Mapping[int, int]) -> Iterator[Report]:
    """Yield the reported speech of a sentence; `tags` are the starts of cues that are taken, with those of their tags.

    A report without words (start = end) says that somebody spoke, where what was said stands in marks.
    """
    yield from _Reports(context, sentence, tags).found()


class _Reports:
    def __init__(self, context: QuoteContext, sentence: Sentence, tags: Mapping[int, int]) -> None:
        self._context, self._sentence, self._tags = context, sentence, tags
        self._masked = context.masked
        self._low = sentence.start
        end = sentence.end
        while end > sentence.start and self._masked[end - 1] in " .,;:?!":
            end -= 1
        self._end = end
        self._content: tuple[int, Speaker] | None = None  # where the clause under way begins, and whose it is
        self._shared: Referent | None = None  # subject of the cue before
        self._tagged = False

    def found(self) -> Iterator[Report]:
        for cue in self._sentence.cues:
            if cue.start in self._tags:
                yield from self._closed(self._tags[cue.start])
                self._low, self._tagged = cue.end, True
            elif cue.sort == "source":
                yield from self._by_source(cue)
            elif (
                cue.sort != "lead-in"
                and not self._is_naming(cue)
                and cue.end <= self._end
                and is_cue(cue, self._masked, self._low)
            ):
                yield from self._by_verb(cue)
        yield from self._closed(self._end)

    def _is_naming(self, cue: Cue) -> bool:
        """Say whether a cue is the participle of a name in marks: "a group, often called “Friends”"."""
        if cue.form != "past" or self._masked[cue.start : cue.end] not in words("speech.txt", "naming"):
            return False
        return _NAMED.match(self._masked, cue.end) is not None

    def _closed(self, end: int) -> Iterator[Report]:
        """Yield the clause under way, which ends here."""
        if self._content is not None:
            start, speaker = self._content
            yield from self._report(start, end, speaker)
            self._content = None

    def _by_source(self, cue: Cue) -> Iterator[Report]:
        subject = self._context.speakers.after(cue.end, self._end)
        if subject is None or self._content is not None:
            return
        speaker = self._context.speaker(subject, cue, "before")
        if _LETTER.search(self._masked, self._low, cue.start):
            yield from self._report(self._low, cue.start, speaker)
            self._low = cue.end
            return
        comma = self._masked.find(",", subject.end, self._end)
        self._content = (comma + 1 if comma >= 0 else subject.end, speaker)

    def _by_verb(self, cue: Cue) -> Iterator[Report]:
        subject = self._subject(cue)
        if subject is None:
            return
        self._shared = subject.referent
        if cue.sort in _ENDING and self._ends_sentence(cue, subject):
            if self._content is None and not self._tagged:
                speaker = self._context.speaker(subject.referent, cue, "after")
                yield from self._report(self._low, subject.start, speaker)
                self._low = self._end
            return
        if self._low == self._end:
            return
        if self._content is not None:
            if not self._is_apart(cue, subject.start, self._content[0]):
                return
            yield from self._closed(subject.start)
        self._content = (cue.end, self._context.speaker(subject.referent, cue, "before"))
        self._low = cue.end

    def _subject(self, cue: Cue) -> _Subject | None:
        speakers, low = self._context.speakers, self._low
        if cue.form == "ing":
            found = speakers.subject(self._sentence.start, cue.start)
            return None if found is None else _Subject(found, cue.start, False)
        behind = self._behind(cue) if cue.form in ("past", "s") else None
        if behind is not None and self._masked[max(low, cue.start - 4) : cue.start].rstrip()[-1:] == ",":
            return _Subject(behind, cue.start, True)
        found = speakers.before(cue.start, low)
        if behind is not None and (found is None or found.kind == "phrase") and self._is_last(cue, behind):
            return _Subject(behind, cue.start, True)
        if found is not None:
            return _Subject(found, min(found.start, cue.start), False)
        if self._shared is not None and cue.form in ("past", "s") and speakers.is_coordinated(cue.start, low):
            return _Subject(self._shared, cue.start, False)
        return None

    def _behind(self, cue: Cue) -> Referent | None:
        """Return the person who is named right behind a cue: "…, said Ms Hale"."""
        following = self._masked[cue.end : cue.end + 2].strip()
        if not (following.isupper() or following in _OPEN_TITLE):
            return None
        found = self._context.speakers.after(cue.end, self._end)
        return None if found is None or found.kind == "phrase" else found

    def _is_last(self, cue: Cue, behind: Referent) -> bool:
        """Say whether a cue and the name behind it end the sentence: "it is no surprise says Ms Hale."."""
        return cue.sort == "say" and behind.kind == "name" and not _LETTER.search(self._masked, behind.end, self._end)

    def _ends_sentence(self, cue: Cue, subject: _Subject) -> bool:
        before = self._masked[self._low : subject.start].rstrip()
        if not _LETTER.search(before):
            return False
        if before[-1:] != ",":
            return subject.inverted
        tail = self._masked[max(cue.end, subject.referent.end) : self._end]
        return (
            subject.inverted or tail.startswith(",") or (len(tail.split()) <= _SHORT_TAIL and not _GOES_ON.match(tail))
        )

    def _is_apart(self, cue: Cue, start: int, content: int) -> bool:
        """Say whether a cue begins a clause beside the one under way, and not within it."""
        if cue.form == "ing":
            return self._masked[content : cue.start].rstrip().endswith(",")
        return cue.sort != "think" and _JOINED.search(self._masked[content:start].rstrip()) is not None

    def _report(self, start: int, end: int, speaker: Speaker) -> Iterator[Report]:
        masked = self._masked
        lead = _LEAD.match(masked, start, end)
        start, end = _trimmed(masked, lead.end() if lead else start, end)
        tail = _TAIL.search(masked, max(start, end - 14), end)
        if tail:
            end = tail.start()
        colon = _COLON.search(masked, start, end)
        if colon:  # what stands in marks behind it is a quotation of its own
            start, end = _trimmed(masked, start, colon.start())
        marked = masked.count(HIDDEN, start, end)
        if end - start < 3 or not _LETTER.search(masked, start, end):
            yield Report(start, start, "indirect", speaker)
        elif not marked:
            yield Report(start, end, "indirect", speaker)
        elif marked * 2 >= end - start:
            yield Report(start, end, "mixed", speaker)
        else:
            yield from self._pieces(start, end, speaker)

    def _pieces(self, start: int, end: int, speaker: Speaker) -> Iterator[Report]:
        """Yield a clause of which little is in marks piece by piece, so that what is quoted stands by itself."""
        at = start
        quotes = speaker.cue is not None and speaker.cue.sort in _QUOTING
        for run in _HIDDEN_RUN.finditer(self._masked, start, end):
            few = self._context.text.count(" ", run.start(), run.end()) < _FEW
            described = _DESCRIBED.search(self._masked, start, run.start())
            if few and not quotes and not described and run.start() - start > _FAR:
                continue  # what somebody does, and a so-called thing in it
            yield from self._piece(at, run.start(), "indirect", speaker)
            yield from self._piece(run.start(), run.end(), "mixed", speaker)
            at = run.end()
        yield from self._piece(at, end, "indirect", speaker)

    def _piece(self, start: int, end: int, kind: str, speaker: Speaker) -> Iterator[Report]:
        start, end = _trimmed(self._masked, start, end)
        if end - start >= 3:
            yield Report(start, end, kind, speaker)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    while start < end and text[start] in _EDGES:
        start += 1
    return start, end
