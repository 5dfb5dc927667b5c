"""The quotations of a text, in order: what stands in marks with its speaker, what is reported, turns of a transcript.

Reads a paragraph at a time and remembers who spoke last: who speaks words in marks that nothing around them tells of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from nzn_cli.annotate.quotes.block_rules import BlockSpeakers, split_at_blocks
from nzn_cli.annotate.quotes.cue_rules import is_cue
from nzn_cli.annotate.quotes.marks import Quoted, quoted_spans
from nzn_cli.annotate.quotes.masked_text import HIDDEN, paragraph_spans
from nzn_cli.annotate.quotes.naming_rules import without_names
from nzn_cli.annotate.quotes.quote_context import NOBODY, QuoteContext, Sentence, Speaker
from nzn_cli.annotate.quotes.reported_speech import reports_of
from nzn_cli.annotate.quotes.tag_rules import is_body, tag_of
from nzn_cli.annotate.quotes.turns import Turn, outside, speaker_of, surnames_of, turns_in
from nzn_cli.annotate.quotes.unclosed import without_tag
from nzn_cli.model.annotations import QuoteSpan
from nzn_cli.text.block_quotations import BlockQuotation
from nzn_cli.text.wordlists import words

_LETTER = re.compile(r"[^\W\d_]")
_FEW = 5  # words in marks that nobody is said to speak: fewer are a so-called thing as often as speech
_COLON = ":*_ "  # what a sentence that ends in a colon may end with, where it is bold
_LIKE = re.compile(
    r"\b(?:like|such as|a|an|the|of)\s+\Z"
)  # what stands before words in marks that are an example or a name
_BREAK = re.compile(r"[-_*=~]{10}|From:[ \t]")  # a line across, a head of mail: another text begins
_SENTENCES = re.compile(r"(?!\d+[.)]|[-*+•] ).*[.!?…][\"”’)]*\Z", re.S)  # of a block quotation: no item of a list
_IN_MARKS = re.compile(rf"\n\s*{HIDDEN}")  # a paragraph in marks behind one that breaks off
_NEAR = 60  # characters between words in marks whose speaker is known and few more
_LEADS = (":", ",")  # before words in marks that the subject of the sentence speaks
_SPOKEN = ("say", "tell", "ask", "source")  # cues after which words in marks go on


def find_quotations(text: str, people: Sequence[Any], blocks: Sequence[BlockQuotation] = ()) -> list[QuoteSpan]:
    """Return the quotations of a text in order of place, without overlaps.

    `people` are the rows of annotator `people` by table: entities, mentions, roles; `blocks` are block quotations, with
    no marks in the text. Offsets count characters of `text`.
    """
    turns = turns_in(text, surnames_of([row[1] for row in people[0]]))
    paragraphs = outside(split_at_blocks(paragraph_spans(text), blocks), turns)
    quoted, names = [], []
    for paragraph, spans in zip(paragraphs, quoted_spans(text, paragraphs), strict=True):
        spoken, named = without_names(text, paragraph, without_tag(text, spans)) if spans else (spans, [])
        quoted.append(spoken)
        names += named
    finder = _Finder(QuoteContext(text, quoted, names, people), blocks)
    finder.add_turns(turns)
    for (first, last), quotes in zip(paragraphs, quoted, strict=True):
        finder.read(first, last, quotes)
    return finder.settled()


class _Finder:
    """Reads paragraphs, and keeps what has no speaker yet until somebody speaks."""

    def __init__(self, context: QuoteContext, blocks: Sequence[BlockQuotation]) -> None:
        self._context = context
        self._blocks = BlockSpeakers(context, blocks)
        self._apart = False  # whether the paragraph is of a block quotation whose speaker nothing tells
        self._lead: Speaker | None = None  # who is said to speak in words that end in a colon, right before
        self._found: list[QuoteSpan] = []
        self._early: list[Quoted] = []  # words in marks before anybody is said to speak
        self._here: Speaker | None = None  # who spoke last in the paragraph that is read
        self._rest_of, self._is_bare = -1, False  # whether the sentence that begins there is but words in marks
        self._before: Sentence | None = None  # the sentence before in the paragraph
        self._open: Speaker | None = None  # who speaks what the paragraph before left open
        self._waiting: list[Quoted] = []  # words in marks at the beginning of the paragraph that have no tag so far

    def add_turns(self, turns: Sequence[Turn]) -> None:
        for turn in turns:
            entity, score = speaker_of(turn, self._context)
            speaker = Speaker(entity, turn.label, turn.label_start, turn.label_end, "turn", score)
            self._add(turn.start, turn.end, "turn", speaker)

    def read(self, first: int, last: int, quotes: Sequence[Quoted]) -> None:
        if _BREAK.match(self._context.text, first, last):
            self._context.last = self._open = None  # what follows is another text: whoever spoke speaks no more
        block = self._blocks.at(first)
        if block is not None and self._in_block(block, first, last, quotes):
            return
        found, self._apart = len(self._found), block is not None
        self._read(first, last, quotes)
        if block is not None and len(self._found) == found and _SENTENCES.match(self._context.text[first:last]):
            self._add(first, last, "direct", NOBODY)
        self._lead = self._leading(first, last)

    def _leading(self, first: int, last: int) -> Speaker | None:
        """Return who is said to speak in what follows a paragraph that ends in a colon, be it but a body's name."""
        lead = self._context.masked[first:last].rstrip(_COLON[1:])
        if not lead.endswith(":"):
            return None
        label = lead[:-1].lstrip("-*•_# ").rstrip(_COLON)
        if self._here is not None or not is_body(label.split()):
            return self._here
        start = first + lead.index(label)
        return Speaker(None, label, start, start + len(label), "label", 1.0)

    def _in_block(self, block: BlockQuotation, first: int, last: int, quotes: Sequence[Quoted]) -> bool:
        """Add a paragraph of a block quotation that somebody is said to speak; else return False."""
        found = self._blocks.attribution(block, self._lead)
        if found is None:
            return False
        start, end = max(first, found.start), min(last, found.end)
        if len(quotes) == 1 and quotes[0].opens == start and not self._context.text[quotes[0].closes : end].strip():
            start, end = quotes[0].start, quotes[0].end
        text = self._context.text[start:end]
        start += len(text) - len(text.lstrip())
        self._add(start, start + len(text.strip()), "direct", found.speaker)
        return True

    def _read(self, first: int, last: int, quotes: Sequence[Quoted]) -> None:
        context = self._context
        context.paragraph = first
        self._here, self._waiting, self._before = None, [], None
        for sentence in context.sentences(first, last, quotes):
            context.enter(sentence)
            if sentence.quotes or sentence.cues:
                self._sentence(sentence)
            if context.masked[sentence.end - 1] in _COLON or sentence.end == last:
                self._introduced(sentence)
            self._before = sentence
        for quote in self._waiting:
            self._untagged(quote)
        if quotes:
            self._open = None if quotes[-1].closed else self._here or self._open

    def _sentence(self, sentence: Sentence) -> None:
        context = self._context
        tags: dict[int, int] = {}
        left = [
            quote for number, quote in enumerate(sentence.quotes) if not self._quotation(sentence, number, quote, tags)
        ]
        for report in reports_of(context, sentence, tags):
            if report.end > report.start:
                self._add(report.start, report.end, report.kind, report.speaker)
            left = [quote for quote in left if not report.start <= quote.start < report.end]
            self._reported(report.speaker)
        for quote in left:
            self._within(quote, sentence)

    def settled(self) -> list[QuoteSpan]:
        """Return all quotations in order; of two that overlap the one that begins first, the longer one."""
        speaker = NOBODY
        if len(self._context.credited) == 1:
            speaker = NOBODY._replace(entity=self._context.credited[0], rule="credited", score=0.7)
        for quote in self._early:
            self._add_marked(quote, "direct", speaker)
        self._found.sort(key=lambda one: (one.char_start, -one.char_end))
        kept: list[QuoteSpan] = []
        for one in self._found:
            if not kept or one.char_start >= kept[-1].char_end:
                kept.append(one)
        return kept

    def _reported(self, speaker: Speaker) -> None:
        """Note who is reported to speak: words in marks that follow are that speaker's, if it is one who talks."""
        if (
            speaker.cue is not None
            and speaker.cue.sort in _SPOKEN
            and (speaker.entity is not None or self._talks(speaker))
        ):
            self._spoke(speaker)

    @staticmethod
    def _talks(speaker: Speaker) -> bool:
        return not words("speech.txt", "voices").isdisjoint((speaker.text or "").lower().split())

    def _quotation(self, sentence: Sentence, number: int, quote: Quoted, tags: dict[int, int]) -> bool:
        """Add words in marks if the sentence tells, or need not tell, who speaks them; else return False."""
        context = self._context
        tag = tag_of(context, sentence, number)
        if tag is not None:
            speaker, kind = tag
            if kind == "direct":
                self._take(speaker, quote, tags)
            for held in self._waiting:
                self._add_marked(held, "direct", speaker._replace(rule="later", cue=None))
            self._waiting = []
            self._add_marked(quote, kind, speaker)
            self._spoke(speaker)
        elif self._stands_alone(sentence, number):
            if self._is_said_with_words(sentence, quote):
                self._add_marked(quote, "direct", NOBODY)
            elif self._here is None and not self._follows(quote):
                self._waiting.append(quote)
            elif self._here is None:
                pass
            else:
                self._add_marked(quote, "direct", self._here._replace(rule="same", cue=None, score=0.9))
        else:
            return False
        return True

    def _follows(self, quote: Quoted) -> bool:
        """Add words in marks behind a sentence about somebody: "Ms Hale was glad. “We won.”"."""
        if self._before is None:
            return False
        context = self._context
        subject = context.speakers.subject(self._before.start, self._before.end)
        if subject is None:
            return False
        speaker = context.speaker(subject, None, "subject")
        if speaker.entity is None:
            return False
        self._add_marked(quote, "direct", speaker._replace(score=min(speaker.score, 0.75)))
        self._here = speaker
        return True

    def _introduced(self, sentence: Sentence) -> None:
        """Note of a sentence that ends in a colon whose words follow: "The Times reports:"."""
        context = self._context
        end = context.masked[sentence.start : sentence.end].rstrip("*_ ")[-1:]
        if end != ":" and not (end.isalpha() and _IN_MARKS.match(context.masked, sentence.end)):
            return
        for cue in reversed(sentence.cues):
            subject = (
                context.speakers.before(cue.start, sentence.start)
                if is_cue(cue, context.masked, sentence.start)
                else None
            )
            if subject is not None:
                self._spoke(context.speaker(subject, cue, "introduced"))
                return
        subject = context.speakers.subject(sentence.start, sentence.end)
        if subject is not None:
            self._spoke(context.speaker(subject, None, "introduced"))

    def _take(self, speaker: Speaker, quote: Quoted, tags: dict[int, int]) -> None:
        """Note that a cue introduces words in marks and nothing else."""
        cue = speaker.cue
        if cue is None or _LETTER.search(self._context.masked[cue.end : quote.opens].replace("that", "")):
            return
        tags[cue.start] = cue.start if speaker.start is None else min(speaker.start, cue.start)

    def _stands_alone(self, sentence: Sentence, number: int) -> bool:
        """Say whether a sentence is but words in marks, or these go on after a tag."""
        quote, few = sentence.quotes[number], self._is_short(sentence.quotes[number])
        if number and self._here is not None:
            return not few or quote.opens - sentence.quotes[number - 1].closes < _NEAR
        if self._rest_of != sentence.start:
            rest = self._context.masked[sentence.start : sentence.end].replace(HIDDEN, "")
            self._is_bare = not _LETTER.search(rest) or len(rest.split()) <= 2
            self._rest_of = sentence.start
        return self._is_bare

    def _is_said_with_words(self, sentence: Sentence, quote: Quoted) -> bool:
        """Say whether few words in marks stand with a word or two that do not say who speaks: "Sure, “no way”."."""
        rest = self._context.masked[sentence.start : quote.opens]
        return self._is_short(quote) and _LETTER.search(rest) is not None and HIDDEN not in rest

    def _within(self, quote: Quoted, sentence: Sentence) -> None:
        """Add words in marks within a sentence that has no cue for them: its subject's, if they are not few."""
        context = self._context
        if self._is_short(quote) or _LIKE.search(context.masked, max(sentence.start, quote.opens - 12), quote.opens):
            return
        subject = context.speakers.subject(sentence.start, quote.opens)
        speaker = NOBODY if subject is None else context.speaker(subject, None, "subject")
        if subject is not None and not self._is_likely(sentence, quote, subject.end, speaker):
            speaker = NOBODY
        self._add_marked(quote, "mixed", speaker._replace(score=min(speaker.score, 0.75)))

    def _is_likely(self, sentence: Sentence, quote: Quoted, since: int, speaker: Speaker) -> bool:
        """Say whether the subject of a sentence speaks words in marks: it leads to them, has a cue, or spoke last."""
        last = self._context.last
        if self._context.masked[max(since, quote.opens - 3) : quote.opens].rstrip()[-1:] in _LEADS:
            return True
        if last is not None and last.entity is not None and last.entity == speaker.entity:
            return True
        masked = self._context.masked
        return any(since <= cue.start < quote.opens and is_cue(cue, masked, since) for cue in sentence.cues)

    def _is_short(self, quote: Quoted) -> bool:
        return self._context.text.count(" ", quote.start, quote.end) < _FEW - 1

    def _untagged(self, quote: Quoted) -> None:
        last = self._open or self._context.last
        signer = self._blocks.signature(quote.start, quote.closes) if quote.closed else None
        if signer is not None:
            self._add_marked(quote, "direct", signer)
        elif self._lead is not None and self._lead.rule == "label":
            self._add_marked(quote, "direct", self._lead)
            self._spoke(self._lead)
        elif self._apart:
            self._add_marked(quote, "direct", NOBODY)
        elif last is None:
            self._early.append(quote)
        else:
            score = min(last.score, 0.85)
            self._add_marked(quote, "direct", last._replace(rule="running", cue=None, score=score))

    def _spoke(self, speaker: Speaker) -> None:
        self._here = self._context.last = speaker
        for quote in self._early:
            self._add_marked(quote, "direct", speaker._replace(rule="ahead", cue=None, score=0.8))
        self._early = []

    def _add_marked(self, quote: Quoted, kind: str, speaker: Speaker) -> None:
        """Add words in marks, without the comma that leads to their tag."""
        text = self._context.text[quote.start : quote.end].rstrip()
        self._add(quote.start, quote.start + len(text.removesuffix(",").rstrip()), kind, speaker)

    def _add(self, start: int, end: int, kind: str, speaker: Speaker) -> None:
        if start >= end:
            return
        cue = speaker.cue
        cue_start, cue_end = (cue.start, cue.end) if cue is not None else (None, None)
        who = (speaker.entity, speaker.text, speaker.start, speaker.end, speaker.rule)
        self._found.append(QuoteSpan(start, end, kind, *who, cue_start, cue_end, speaker.score))
