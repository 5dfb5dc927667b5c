"""How a text says who speaks words in marks: the places where a cue and its speaker stand around them, as a table.

The first row that finds a speaker gives it. Its example is a text whose first quotation has that speaker by that row.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Any, NamedTuple

from nzn_cli.annotate.quotes.cue_rules import is_cue
from nzn_cli.annotate.quotes.cues import Cue, beside
from nzn_cli.annotate.quotes.marks import Quoted
from nzn_cli.annotate.quotes.quote_context import QuoteContext, Sentence, Speaker
from nzn_cli.annotate.quotes.speakers import Referent
from nzn_cli.annotate.rule_table import Rule, RuleTable
from nzn_cli.text.wordlists import words

_SPOKEN = ("say", "tell", "ask", "source")  # cues that lead to words in marks further on
_FAR = 90  # characters between words in marks and the name of who speaks them
_NEAREST = 6  # cues before a quotation that are tried
_LABELLED = 5  # words of a label that names a body: "Harbour Valley Authority:"
_TRIED = 2  # cues behind it
_TIGHT = re.compile(r"\s*(?:,|:|that|—|-|–)?\s*,?\s*(?:that\s*)?")
_ADVERBS = re.compile(
    rf"[\s,.*_—–-]*+(?>(?:{'|'.join(sorted(word for word in beside() if word.isalpha()))}|\w+ly)\s+)*+"
)
_NEAR = re.compile(r"\s*[,.*_—–-]*\s*(?:(?:and|but|then|the)\s+)?")
_GOES_ON = re.compile(r"\s*(?:at|in|on|for|of|to|with|from|by|as|during|under|into|over|is|was|are|were)\s")
_BROKEN = re.compile(r"\b(?:that|but|when|who|and(?! [A-Z]))\b")  # "Dean of Arts and Sciences" is one office
_LABEL = re.compile(r"\s*[-–—>*_#\s]*+([^\n:;,]{2,80}):\s*\Z")
_DASH = re.compile(r"\s*(?:―|—|–|--?)\s*([A-Z@][^\n\x01.;:!?]{1,80}?)\s*(?:\n|\Z|$)", re.M)


class Around(NamedTuple):
    """Words in marks with what stands about them in their sentence: nearest cues first on either side."""

    context: QuoteContext
    quote: Quoted
    low: int  # where the sentence, or the quotation before, leaves off
    high: int
    before: list[Cue]
    after: list[Cue]


def tag_of(context: QuoteContext, sentence: Sentence, number: int) -> tuple[Speaker, str] | None:
    """Return who speaks a sentence's words in marks, and the kind of quotation, None where nothing there says it."""
    quotes, quote = sentence.quotes, sentence.quotes[number]
    low = quotes[number - 1].closes if number else sentence.start
    high = quotes[number + 1].opens if number + 1 < len(quotes) else sentence.end
    cues = sentence.cues
    first, here, behind = (bisect_left(cues, (place,)) for place in (low, quote.opens, quote.closes))
    before = cues[max(first, here - _NEAREST) : here][::-1]
    after = [cue for cue in cues[behind : behind + _TRIED] if cue.start < high]
    around = Around(context, quote, low, high, before, after)
    for rule in TAGS.rows:
        speaker: Any = rule.test(around)
        if speaker is not None:
            return speaker, rule.outcome
    return None


def _tight_before(around: Around) -> Speaker | None:
    if not around.before:
        return None
    cue = around.before[0]
    if not _TIGHT.fullmatch(around.context.masked, cue.end, around.quote.opens):
        return None
    return _before(around, cue)


def _label(around: Around) -> Speaker | None:
    if around.before:
        return None
    context = around.context
    label = _LABEL.match(context.masked, around.low, around.quote.opens)
    if label is None:
        return None
    named = [one for one in context.speakers.between(*label.span(1)) if one.kind != "pronoun"]
    if not named and is_body(label[1].split()):
        return context.speaker(Referent(*label.span(1), None, label[1], "name"), None, "label")
    if len(named) != 1 or label.end(1) - named[0].end > 40:
        return None
    return context.speaker(named[0], None, "label")


def is_body(label: list[str]) -> bool:
    """Say whether a label is written as the name of a body is."""
    if not label or len(label) > _LABELLED or words("speech.txt", "no-speaker").issuperset(map(str.lower, label)):
        return False
    small = words("line_ends.txt", "of-titles")
    return (len(label) > 1 or label[0].isupper()) and all(word in small or word[0].isupper() for word in label)


def _dash_after(around: Around) -> Speaker | None:
    context = around.context
    dash = _DASH.match(context.masked, around.quote.closes, around.high)
    if dash is None:
        return None
    named = next((one for one in context.speakers.between(*dash.span(1)) if one.kind == "name"), None)
    subject = named or Referent(*dash.span(1), None, dash.group(1), "phrase")
    return context.speaker(subject, None, "signed")


def _inverted_after(around: Around) -> Speaker | None:
    context, quote = around.context, around.quote
    for cue in around.after[:1]:
        between = context.masked[quote.closes : cue.start]
        if cue.sort == "source":
            subject = context.speakers.after(cue.end, around.high) if len(between) < 40 else None
        elif is_cue(cue, context.masked, quote.closes) and _ADVERBS.fullmatch(between):
            subject = context.speakers.after(cue.end, around.high)
        else:
            continue
        if subject is not None:
            return context.speaker(subject, cue, "after")
    return None


def _subject_after(around: Around) -> Speaker | None:
    context, quote = around.context, around.quote
    for cue in around.after[:_TRIED]:
        if cue.sort == "source" or not is_cue(cue, context.masked, quote.closes):
            continue
        subject = context.speakers.before(cue.start, quote.closes)
        gap = "" if subject is None else context.masked[quote.closes : subject.start]
        goes_on = _GOES_ON.match(gap) is not None and context.text[quote.end - 1] not in ",.!?—"
        if subject is not None and not goes_on and _is_beside(subject, gap):
            return context.speaker(subject, cue, "after")
    return None


def _is_beside(subject: Referent, gap: str) -> bool:
    """Say whether a subject behind a quotation stands right behind it, a name with its titles."""
    if subject.kind in ("name", "office"):
        return len(gap) < _FAR and not _BROKEN.search(gap)
    return _NEAR.fullmatch(gap) is not None


def _colon_before(around: Around) -> Speaker | None:
    lead = around.context.masked[around.low : around.quote.opens].rstrip()
    return _loose_before(around) if lead.endswith(":") else None


def _loose_before(around: Around) -> Speaker | None:
    for cue in around.before:
        if cue.sort in _SPOKEN:
            found = _before(around, cue)
            if found is not None:
                return found
    return None


def _before(around: Around, cue: Cue) -> Speaker | None:
    context, high = around.context, around.quote.opens
    if not is_cue(cue, context.masked, around.low):
        return None
    subject: Referent | None
    if cue.sort == "source":
        subject = context.speakers.after(cue.end, high)
    else:
        subject = context.speakers.before(cue.start, around.low)
        if subject is None:
            subject = _otherwise(context, cue, high)
    return context.speaker(subject, cue, "before") if subject is not None else None


def _otherwise(context: QuoteContext, cue: Cue, high: int) -> Referent | None:
    """Return the speaker of a cue without a subject of its own: the sentence's, or one behind it."""
    if cue.form == "ing" or (
        cue.form in ("past", "s") and context.speakers.is_coordinated(cue.start, context.sentence)
    ):
        return context.speakers.subject(context.sentence, cue.start)
    return context.speakers.after(cue.end, high) if cue.form in ("past", "s") else None


TAGS: RuleTable[[Around], str] = RuleTable(
    "who speaks words in marks",
    Rule("tight-before", _tight_before, "direct", ("Ann Hale said, “We won the vote.”", "Ann Hale")),
    Rule("label", _label, "direct", ("Chair Ann Hale: “We won the vote.”", "Ann Hale")),
    Rule("dash-after", _dash_after, "direct", ("“We won the vote.” — Ann Hale", "Ann Hale")),
    Rule("inverted-after", _inverted_after, "direct", ("“We won the vote,” said Ann Hale, the chair.", "Ann Hale")),
    Rule("subject-after", _subject_after, "direct", ("“We won the vote,” Ann Hale told the hall.", "Ann Hale")),
    Rule(
        "colon-before",
        _colon_before,
        "direct",
        ("Ann Hale said the vote was won: “It is a win for all of us.”", "Ann Hale"),
    ),
    Rule(
        "loose-before",
        _loose_before,
        "mixed",
        ("“We won the vote.” Ann Hale said it was “a win for all of us” on Monday.", "Ann Hale"),
    ),
)
