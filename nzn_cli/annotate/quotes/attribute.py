"""Who says each quotation of a text, by which words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from nzn_cli.annotate.quotes.cues import Cue, beside, cues_in
from nzn_cli.annotate.quotes.marks import Quoted, quoted_spans
from nzn_cli.annotate.quotes.passages import HIDDEN, hidden, paragraph_spans, sentence_spans
from nzn_cli.annotate.quotes.pronouns import Pronouns
from nzn_cli.annotate.quotes.speakers import _MODIFIER, Referent, Speakers, referents_in
from nzn_cli.annotate.quotes.turns import Turn, surnames_of, turns_in
from nzn_cli.text.folding import fold
from nzn_cli.text.wordlists import words


class Quotation(NamedTuple):
    char_start: int
    char_end: int
    kind: str
    entity: int | None
    speaker_text: str | None
    speaker_start: int | None
    speaker_end: int | None
    speaker_rule: str
    cue: str | None
    cue_start: int | None
    cue_end: int | None
    score: float


class Speaker(NamedTuple):
    """Who is said to speak: `entity` is None where no person of the document is meant."""

    entity: int | None
    text: str | None
    start: int | None
    end: int | None
    rule: str
    score: float
    cue: Cue | None


class Sentence(NamedTuple):
    start: int
    end: int
    quotes: list[Quoted]
    cues: list[Cue]


_TIGHT = re.compile(r"\s*(?:,|:|that|—|-|–)?\s*,?\s*(?:that\s*)?")
_ADVERBS = re.compile(rf"\s*[,.—–-]*\s*(?:(?:{'|'.join(sorted(w for w in beside() if w.isalpha()))}|\w+ly)\s+)*")
_NEAR = re.compile(r"\s*[,.—–-]*\s*(?:(?:and|but|then|the)\s+)?")
_LETTERS = re.compile(r"[^\W\d_]")
_NAMING = re.compile(rf"(?:\b(?:{'|'.join(sorted(words('speech.txt', 'naming')))})\b|\b(?:word|words|phrase|slogan|term|title|banner|sign|signs|book|film|movie|song|motto)\b)[\w\s,:]{{0,24}}\Z")
_LABEL = re.compile(r"\s*(?:[-–—>*_#\s]*)([^\n:.;,]{2,80}):\s*\Z")


def quotations_in(text: str, people: Sequence[Any]) -> list[Quotation]:
    return Attribution(text, people).found()


class Attribution:
    def __init__(self, text: str, people: Sequence[Any]) -> None:
        self.text = text
        entities, mentions, roles = people[:3]
        self.entities, self.roles = entities, roles
        self.names = {row[0]: row[1] for row in entities}
        placed = sorted((row[3], row[4], row[0], row[2], row[1]) for row in mentions if row[3] is not None)
        self.paragraphs = paragraph_spans(text)
        self.placed = placed
        self.turns = turns_in(text, surnames_of(list(self.names.values())))
        if self.turns:
            self.paragraphs = _outside(self.paragraphs, self.turns)
        self.quoted = [_without_inner_tag(text, each) for each in quoted_spans(text, self.paragraphs)]
        self.masked = hidden(text, self.quoted)
        self.speakers = Speakers(self.masked, referents_in(self.masked, placed))
        self.pronouns = Pronouns(self.masked, self.names, [m for m in placed if self.masked[m[0]] != HIDDEN])
        self.cues = cues_in(self.masked)
        self.cue_starts = [cue.start for cue in self.cues]
        self.running: Speaker | None = None  # who spoke last
        self.open = False  # the paragraph before ended within marks
        self.out: list[Quotation] = []
        self.early: list[tuple[Quoted, Sentence]] = []  # quotations before anybody is said to speak

    def found(self) -> list[Quotation]:
        self._turns()
        for (first, last), quotes in zip(self.paragraphs, self.quoted, strict=True):
            self._paragraph(first, last, quotes)
        if self.early:
            self._credited()
        return _apart(self.out)

    def _turns(self) -> None:
        for turn in self.turns:
            entity = self._labelled(turn)
            self.out.append(
                Quotation(
                    turn.start, turn.end, "turn", entity, turn.label, turn.label_start, turn.label_end, "turn", None, None, None,
                    1.0 if entity is not None else 0.9,
                )
            )

    def _labelled(self, turn: Turn) -> int | None:
        """Return the person whom the label of a turn names."""
        for start, end, entity, _, _ in self.placed:
            if start < turn.label_end and turn.label_start < end:
                return int(entity)
        last = fold(turn.label.split()[-1]).strip(".,()")
        meant = [entity for entity, name in self.names.items() if fold(name.split()[-1]) == last]
        if len(meant) == 1:
            return int(meant[0])
        office = fold(turn.label.removeprefix("THE ").removeprefix("The "))
        holders = list(dict.fromkeys(row[0] for row in self.roles if fold(row[2]) == office))
        return int(holders[0]) if len(holders) == 1 else None

    def _credited(self) -> None:
        """Nobody is said to speak: the one whom the metadata credits does."""
        credited = [row[0] for row in self.entities if row[2]]
        speaker = Speaker(None, None, None, None, "none", 0.3, None)
        if len(credited) == 1:
            speaker = Speaker(credited[0], None, None, None, "credited", 0.7, None)
        for quote, sentence in self.early:
            self._add(quote, sentence, speaker, "direct")

    # ---- a paragraph

    def _paragraph(self, first: int, last: int, quotes: list[Quoted]) -> None:
        self.paragraph = first
        sentences = self._sentences(first, last, quotes)
        waiting: list[tuple[Quoted, Sentence]] = []
        spoke: Speaker | None = None  # in this paragraph
        for sentence in sentences:
            self.sentence = sentence.start
            used: dict[int, int] = {}
            for quote in sentence.quotes:
                speaker = self._tagged(quote, sentence)
                if speaker is not None:
                    if speaker.cue:
                        used[speaker.cue.start] = min(speaker.cue.start, speaker.start if speaker.start is not None else speaker.cue.start)
                    for held, where in waiting:
                        self._add(held, where, speaker._replace(rule="later", cue=None), "direct")
                    waiting = []
                    spoke = speaker
                    self._add(quote, sentence, speaker, None)
                    self._remember(speaker)
                elif self._stands_alone(sentence, quote):
                    if spoke is not None:
                        self._add(quote, sentence, spoke._replace(rule="same", cue=None, score=0.9), "direct")
                    else:
                        waiting.append((quote, sentence))
                else:
                    self._loose(quote, sentence)
            indirect = self._indirect(sentence, used)
            if indirect is not None:
                spoke = indirect
        if waiting:
            self._running(waiting, first)
        self.open = bool(quotes) and not quotes[-1].closed

    def _sentences(self, first: int, last: int, quotes: list[Quoted]) -> list[Sentence]:
        found = []
        number = 0
        cue = bisect_left(self.cue_starts, first)
        for start, end in sentence_spans(self.text, self.masked, first, last):
            held: list[Quoted] = []
            while number < len(quotes) and quotes[number].opens < end:
                held.append(quotes[number])
                number += 1
            cues = []
            while cue < len(self.cues) and self.cues[cue].start < end:
                if self.cues[cue].start >= start:
                    cues.append(self.cues[cue])
                cue += 1
            found.append(Sentence(start, end, held, cues))
        return self._joined(found)

    def _joined(self, sentences: list[Sentence]) -> list[Sentence]:
        """Join a sentence that is but a tag to the quotation that it follows."""
        out: list[Sentence] = []
        for one in sentences:
            if out and out[-1].quotes and not one.quotes and one.cues and one.end - one.start < 120:
                before = out[-1]
                if before.quotes[-1].closes >= before.end - 2 and not before.cues and self._is_tag(one):
                    out[-1] = Sentence(before.start, one.end, before.quotes, before.cues + one.cues)
                    continue
            out.append(one)
        return out

    def _is_tag(self, one: Sentence) -> bool:
        cue = one.cues[0]
        behind = self.masked[cue.end : one.end].strip(" .,:;")
        return cue.sort in ("say", "tell") and cue.form in ("past", "s") and (len(behind.split()) <= 3) and (
            cue.start > one.start or True
        )

    # ---- tags

    def _tagged(self, quote: Quoted, sentence: Sentence) -> Speaker | None:
        masked = self.masked
        at = sentence.quotes.index(quote)
        low = sentence.quotes[at - 1].closes if at else sentence.start
        high = sentence.quotes[at + 1].opens if at + 1 < len(sentence.quotes) else sentence.end
        before = [cue for cue in sentence.cues if low <= cue.start < quote.opens]
        after = [cue for cue in sentence.cues if quote.closes <= cue.start < high]
        cue = before[-1] if before else None
        if cue and _TIGHT.fullmatch(masked[cue.end : quote.opens]):
            found = self._speaker_before(cue, low, quote.opens)
            if found:
                return found
        label = _LABEL.match(masked, low if at else sentence.start, quote.opens)
        if label and not before:
            found = self._label_speaker(label)
            if found:
                return found
        for cue in after[:2]:
            found = self._speaker_after(cue, quote, high)
            if found:
                return found
        for cue in sorted(reversed(before), key=lambda cue: cue.sort in ("act", "think")):
            if cue.sort == "act" and quote.opens - cue.end > 90:
                continue
            found = self._speaker_before(cue, low, quote.opens)
            if found:
                return found
        if at:  # goes on after a tag: "…," he said, "…"
            return None
        return None

    def _speaker_before(self, cue: Cue, low: int, high: int) -> Speaker | None:
        if not self._is_verb(cue, low):
            return None
        if cue.sort == "source":
            subject = self.speakers.after(cue.end, high)
        else:
            subject = self.speakers.before(cue.start, low)
            if subject is None and cue.form in ("past", "s"):
                subject = self.speakers.after(cue.end, high)
            if subject is None and cue.form == "ing":
                subject = self.speakers.subject(self.sentence, cue.start)
        return self._speaker(subject, cue, "before") if subject else None

    def _speaker_after(self, cue: Cue, quote: Quoted, high: int) -> Speaker | None:
        between = self.masked[quote.closes : cue.start]
        if cue.sort == "source":
            subject = self.speakers.after(cue.end, high) if len(between) < 40 else None
            return self._speaker(subject, cue, "after") if subject else None
        if not self._is_verb(cue, quote.closes):
            return None
        if _ADVERBS.fullmatch(between):
            subject = self.speakers.after(cue.end, high)
            return self._speaker(subject, cue, "after") if subject else None
        if not self._is_verb(cue, quote.closes):
            return None
        subject = self.speakers.before(cue.start, quote.closes)
        if subject is None:
            return None
        gap = self.masked[quote.closes : subject.start]
        if subject.kind in ("name", "office"):
            ok = len(gap) < 90 and not re.search(r"\b(?:that|but|and|when|who)\b", gap)
        else:
            ok = bool(_NEAR.fullmatch(gap))
        return self._speaker(subject, cue, "after") if ok else None

    def _label_speaker(self, label: re.Match[str]) -> Speaker | None:
        inside = self.speakers.named_between(label.start(1), label.end(1))
        named = [one for one in inside if one.kind != "pronoun"]
        if len(named) == 1 and label.end(1) - named[0].end < 40:
            return self._speaker(named[0], None, "label")
        return None

    def _is_verb(self, cue: Cue, low: int) -> bool:
        return _is_verb_in(cue.form, cue.lemma, self.masked[max(low, cue.start - 24) : cue.start], self.masked[cue.end : cue.end + 10])

    def _speaker(self, subject: Referent, cue: Cue | None, rule: str) -> Speaker:
        entity, score, text = subject.entity, 1.0, subject.text
        if subject.kind == "pronoun":
            last = self.running.entity if self.running else None
            entity, _ = self.pronouns.meant(subject, self.sentence, self.paragraph, last)
            score, rule = 0.8, "pronoun"
        elif subject.kind == "office":
            rule = "office"
        return Speaker(entity, text, subject.start, subject.end, rule, score, cue)

    # ---- what has no tag

    def _stands_alone(self, sentence: Sentence, quote: Quoted) -> bool:
        rest = self.masked[sentence.start : sentence.end].replace(HIDDEN, "")
        return not _LETTERS.search(rest) or len(sentence.quotes) > 1 and quote is not sentence.quotes[0] or len(rest.split()) <= 2

    def _running(self, waiting: list[tuple[Quoted, Sentence]], first: int) -> None:
        speaker = self.running
        for quote, sentence in waiting:
            if speaker is None:
                self.early.append((quote, sentence))
            else:
                self._add(quote, sentence, speaker._replace(rule="running", cue=None, score=0.85), "direct")

    def _loose(self, quote: Quoted, sentence: Sentence) -> None:
        """A stretch in marks within a sentence that names no cue for it."""
        inside = self.text[quote.start : quote.end]
        if len(inside.split()) < 5 or _NAMING.search(self.masked[max(sentence.start, quote.opens - 60) : quote.opens]):
            return
        subject = self.speakers.subject(sentence.start, quote.opens)
        if subject is None:
            speaker = Speaker(None, None, None, None, "none", 0.3, None)
        else:
            speaker = self._speaker(subject, None, "subject")
        self._add(quote, sentence, speaker, "mixed")

    def _remember(self, speaker: Speaker) -> None:
        self.running = speaker
        for quote, sentence in self.early:
            self._add(quote, sentence, speaker._replace(rule="ahead", cue=None, score=0.8), "direct")
        self.early = []

    # ---- indirect

    def _indirect(self, sentence: Sentence, used: dict[int, int]) -> Speaker | None:
        spoke = None
        for one in self._reports(sentence, used):
            spoke = one if one.cue is None or one.cue.sort in ("say", "tell", "ask", "source") else spoke
        if spoke is not None:
            self._remember(spoke)
        return spoke

    def _reports(self, sentence: Sentence, used: dict[int, int]) -> Iterator[Speaker]:
        masked = self.masked
        end = sentence.end
        while end > sentence.start and masked[end - 1] in " .,;:?!":
            end -= 1
        low = sentence.start
        open_: tuple[int, Speaker] | None = None  # content under way
        tagged = False
        for cue in sentence.cues:
            if cue.start in used:
                if open_ is not None:
                    self._report(open_[0], max(open_[0], used[cue.start]), open_[1])
                    open_ = None
                low = cue.end
                tagged = True
                continue
            if cue.end >= end and cue.start == sentence.start:
                continue
            if cue.sort == "source":
                subject = self.speakers.after(cue.end, end)
                if subject is None:
                    continue
                speaker = self._speaker(subject, cue, "before")
                if masked[low : cue.start].strip(" ,;") and open_ is None and _LETTERS.search(masked[low : cue.start]):
                    self._report(low, cue.start, speaker)
                    yield speaker
                    low = cue.end
                elif open_ is None:
                    comma = masked.find(",", subject.end, end)
                    open_ = (comma + 1 if comma >= 0 else subject.end, speaker)
                    yield speaker
                continue
            if not self._is_verb(cue, low):
                continue
            subject, inverted = self._subject_of(cue, low, end, open_ is not None)
            if subject is None:
                continue
            start = min(subject.start, cue.start)
            final = self._is_final(start, cue, subject, inverted, low, end)
            if final and cue.sort in ("say", "tell", "think", "ask"):
                if open_ is None and not tagged:
                    speaker = self._speaker(subject, cue, "after")
                    self._report(low, start, speaker)
                    yield speaker
                    return
                continue
            if open_ is not None:
                if not self._is_apart(start, cue, open_[0]):
                    continue
                self._report(open_[0], start, open_[1])
            speaker = self._speaker(subject, cue, "before")
            open_ = (cue.end, speaker)
            low = cue.end
            yield speaker
        if open_ is not None:
            self._report(open_[0], end, open_[1])

    def _subject_of(self, cue: Cue, low: int, end: int, within: bool) -> tuple[Referent | None, bool]:
        masked = self.masked
        if cue.form in ("past", "s") and low < cue.start and masked[: cue.start].rstrip()[-1:] == ",":
            subject = self.speakers.after(cue.end, end)
            if subject is not None and subject.start - cue.end < 3 and subject.kind != "phrase":
                return subject, True
        if cue.form == "ing":
            if self.running is None and not within:
                return self.speakers.subject(self.sentence, cue.start), False
            return self.speakers.subject(self.sentence, cue.start), False
        subject = self.speakers.before(cue.start, low)
        return subject, False

    def _is_final(self, start: int, cue: Cue, subject: Referent, inverted: bool, low: int, end: int) -> bool:
        before = self.masked[low:start].rstrip()
        if before[-1:] != "," or not _LETTERS.search(before):
            return False
        tail = self.masked[max(cue.end, subject.end) : end]
        return inverted or len(tail.split()) <= 8 and not re.match(r"\s*(?:that|he|she|it|they|the|a|his|her|,?\s*\x01)\b", tail)

    def _is_apart(self, start: int, cue: Cue, content: int) -> bool:
        before = self.masked[content:start].rstrip()
        if cue.form == "ing":
            return self.masked[content : cue.start].rstrip().endswith(",")
        return bool(re.search(r"(?:\b(?:and|but|while|although|though)|;)\Z", before)) and cue.sort != "think"

    def _report(self, start: int, end: int, speaker: Speaker) -> None:
        masked = self.masked
        lead = _CONTENT_LEAD.match(masked, start, end)
        if lead:
            start = lead.end()
        while end > start and masked[end - 1] in " ,;:—–-\n":
            end -= 1
        tail = _CONTENT_TAIL.search(masked, max(start, end - 14), end)
        if tail:
            end = tail.start()
        while start < end and masked[start] in " ,;:—–-\n":
            start += 1
        if end - start < 3 or HIDDEN in masked[start:end] and not masked[start:end].strip(HIDDEN + " "):
            return
        if masked.count(HIDDEN, start, end) * 2 < end - start:
            at = start
            for piece in _PIECE.finditer(masked, start, end):
                self._piece(at, piece.start(), speaker)
                self._piece(piece.start(), piece.end(), speaker, "mixed")
                at = piece.end()
            self._piece(at, end, speaker)
            return
        self._piece(start, end, speaker, "mixed")

    def _piece(self, start: int, end: int, speaker: Speaker, kind: str = "indirect") -> None:
        masked = self.masked
        while end > start and masked[end - 1] in " ,;:—–-\n.":
            end -= 1
        while start < end and masked[start] in " ,;:—–-\n.":
            start += 1
        if end - start < 3:
            return
        cue = speaker.cue
        self.out.append(
            Quotation(
                start, end, kind, speaker.entity, speaker.text, speaker.start, speaker.end, speaker.rule,
                self.text[cue.start : cue.end] if cue else None, cue.start if cue else None, cue.end if cue else None, speaker.score,
            )
        )

    def _add(self, quote: Quoted, sentence: Sentence, speaker: Speaker, kind: str | None) -> None:
        if kind is None:
            kind = "direct"
        cue = speaker.cue
        self.out.append(
            Quotation(
                quote.start, quote.end, kind, speaker.entity, speaker.text, speaker.start, speaker.end, speaker.rule,
                self.text[cue.start : cue.end] if cue else None, cue.start if cue else None, cue.end if cue else None, speaker.score,
            )
        )


def _outside(paragraphs: list[tuple[int, int]], turns: list[Turn]) -> list[tuple[int, int]]:
    """Return the paragraphs that are no part of a turn."""
    out = []
    at = 0
    for first, last in paragraphs:
        while at < len(turns) and turns[at].end <= first:
            at += 1
        if at == len(turns) or last <= turns[at].label_start:
            out.append((first, last))
    return out


def _without_inner_tag(text: str, quotes: list[Quoted]) -> list[Quoted]:
    """Cut the tag off a quotation that nobody closed: "We are glad, Ms Hale said today." """
    if not quotes or quotes[-1].closed:
        return quotes
    last = quotes[-1]
    tag = _INNER_TAG.search(text, max(last.start, last.end - 160), last.end)
    if tag is None:
        return quotes
    end = tag.start() + 1
    return [*quotes[:-1], last._replace(end=end, closes=end)]


_INNER_TAG = re.compile(
    r"[,?!]\s+(?:(?:[A-Z][\w.&’'-]*|the|a|an|of|for|and|,|[a-z]+)\s+){1,14}(?:said|says|added|adds)(?:\s+(?:today|yesterday|here|tonight|in|on|at)\b[^.,;]{0,30})?\.?\Z"
    r"|[,?!]\s+(?:said|says|added|adds)\s+(?:(?:[A-Z][\w.&’'-]*|the|a|an|of|for|and)\s*){1,10}\.?\Z"
)


def _apart(found: list[Quotation]) -> list[Quotation]:
    """Return quotations without overlaps: words in marks stay within the clause that reports them."""
    found.sort(key=lambda one: (one.char_start, -one.char_end))
    out: list[Quotation] = []
    for one in found:
        if out and one.char_start < out[-1].char_end:
            continue
        out.append(one)
    return out


_CONTENT_LEAD = re.compile(rf"(?>[\s]*+{_MODIFIER})*+\s*+(?:,?\s*that\b)?\s*+")
_PIECE = re.compile(HIDDEN + '+')
_CONTENT_TAIL = re.compile(r"[\s,;:]+(?:and|but|while|although|though)\Z")
_NOUN_BEFORE = re.compile(r"(?:\b(?:the|a|an|this|that|these|those|his|her|its|their|our|my|your|some|any|no|of|for|in|on|with|by|from|to|and|or|new|other|such|more|many|same|own|latest|recent)|['’]s?)\s+\Z")
_PASSIVE = re.compile(r"\b(?:was|were|been|be|being|is|are|get|got)\s+(?:\w+ly\s+|also\s+|not\s+)?\Z")
_PLAIN_FORM = re.compile(
    r"(?:\b(?:they|we|I|you|who|would|will|could|should|can|may|might|must|did|does|do|not|also|often|still|people|police|to|\w*[a-z]s|\w+n['’]t|and [A-Z]\w+)|['’](?:ll|d))\s+(?:\w+ly\s+)?\Z"
)
_TO = re.compile(r"\bto\s+(?:\w+ly\s+)?\Z")


@lru_cache(8192)
def _is_verb_in(form: str, lemma: str, before: str, after: str) -> bool:
    if form == "base":
        return _PLAIN_FORM.search(before) is not None
    if form == "s" and _NOUN_BEFORE.search(before):
        return False
    return not (form == "past" and _PASSIVE.search(before))
