"""Paragraphs and sentences of a text whose quoted words are hidden, so that a stop within marks ends nothing."""

from __future__ import annotations

import re

from nzn_cli.annotate.quotes.marks import Quoted
from nzn_cli.text.sentences import ABBREVIATIONS

HIDDEN = "\x01"
NAME = "x"  # what a name in marks is written in: a word that is no cue
# the patterns begin with the letters they can begin with: what is searched for so is found without trying every place
_GAP = re.compile(r"\n\s*")
_LABEL = re.compile(r"[A-Z][A-Z .’'-]{2,40}:")
_ITEM = re.compile(r"#|[-*•] |\d+[.)] ")
_ENDED = frozenset('.!?:;”"’)]>*')
_OPENED = frozenset('“"„«‘>')
_STOP = re.compile(
    r"[.!?…\x01](?:(?<=[.!?…])(?<![.!?…].)[.!?…]*+[)\]*_’']*+\s+(?=[\x01A-Z0-9“\"‘'(\[À-Þ*_@])"
    r"|(?<=\x01)(?!\x01)[.!?…]*+\s+(?=[\x01A-Z“\"‘'(À-Þ]))"
)
_WORD = re.compile(r"[\w.]+\Z")


def paragraph_spans(text: str) -> list[tuple[int, int]]:
    """Return where the paragraphs of a text begin and end, without blanks."""
    spans = []
    at = 0
    for gap in _GAP.finditer(text):
        if _is_break(text, gap):
            spans.append((at, gap.start()))
            at = gap.end()
    spans.append((at, len(text)))
    found = []
    for first, last in spans:
        while first < last and text[first].isspace():
            first += 1
        while last > first and text[last - 1].isspace():
            last -= 1
        if first < last:
            found.append((first, last))
    return found


def _is_break(text: str, gap: re.Match[str]) -> bool:
    """Say whether the end of a line ends a paragraph: an empty line, an item of a list, or words in marks, follow."""
    if text.count("\n", gap.start(), gap.end()) > 1 or _ITEM.match(text, gap.end()):
        return True
    ended = text[max(0, gap.start() - 4) : gap.start()].rstrip()[-1:] in _ENDED
    return ended and (text[gap.end() : gap.end() + 1] in _OPENED or _LABEL.match(text, gap.end()) is not None)


def hidden(text: str, quoted: list[list[Quoted]], names: list[Quoted]) -> str:
    """Return a text with what stands in marks, the marks too, hidden; `names` in marks are one word each."""
    spans = [(span.opens, span.closes, HIDDEN) for each in quoted for span in each]
    if names:
        spans = sorted([*spans, *((span.opens, span.closes, NAME) for span in names)])
    parts: list[str] = []
    at = 0
    for start, end, letter in spans:
        parts += (text[at:start], letter * (end - start))
        at = end
    parts.append(text[at:])
    return "".join(parts)


def sentence_spans(text: str, masked: str, first: int, last: int) -> list[tuple[int, int]]:
    """Return where the sentences of a paragraph begin and end."""
    spans = []
    at = first
    for stop in _STOP.finditer(masked, first, last):
        place = stop.start() + len(stop.group().rstrip())
        if masked[place - 1] == HIDDEN:
            inner = text[max(first, place - 3) : place].rstrip("\"”“’'»` )*_\x9d€âœ")
            if inner[-1:] not in (".", "!", "?", "…"):
                continue
        elif masked[place - 1] == "." and _is_abbreviated(masked, first, place):
            continue
        spans.append((at, place))
        at = stop.end()
    if at < last:
        spans.append((at, last))
    return spans


def _is_abbreviated(text: str, first: int, stop: int) -> bool:
    word = _WORD.search(text, max(first, stop - 12), stop - 1)
    if word is None:
        return False
    said = word.group()
    return (len(said) == 1 and said.isupper() and said != "I") or said.lower() in ABBREVIATIONS
