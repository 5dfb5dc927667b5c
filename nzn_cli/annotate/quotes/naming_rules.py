"""Words in marks that nobody speaks: names, titles of works, nicknames, so-called things; a table with examples.

Knows what stands around them and how they are written, no cue's subject. The first row whose test holds decides.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from nzn_cli.annotate.quotes.cues import verbs
from nzn_cli.annotate.quotes.marks import Quoted
from nzn_cli.annotate.quotes.noun_phrases import alternatives
from nzn_cli.annotate.rule_table import Rule, RuleTable
from nzn_cli.text.wordlists import words

_SHORT = 12  # words of a name or title
_BACK = 60  # characters before words in marks that say what they are
_SAYING = ("say", "tell", "ask")
_STOPS = ".,!?…;"
_GLOSS = re.compile(
    r"(?:\((?:[A-Z][a-z]+|lit\.|literally|i\.e\.)[:,]?|\b(?:means?|meaning|translates? (?:as|to|into)|stands for))\s*\Z"
)
_TAG = 8  # words behind a comma within marks that may be a tag
_LISTED = (",", "and", ", and", "&", "or", ", or")  # between names of a list


class Marked(NamedTuple):
    """Words in marks, with what stands before and behind them; `listed` where they follow others that are names."""

    text: str
    before: str
    after: str
    listed: bool


def without_names(text: str, paragraph: tuple[int, int], quotes: list[Quoted]) -> tuple[list[Quoted], list[Quoted]]:
    """Return what stands in marks in a paragraph, apart: what may be spoken, and names and titles."""
    spoken: list[Quoted] = []
    names: list[Quoted] = []
    first, last = paragraph
    done = first
    for quote in quotes:
        named = False
        if text.count(" ", quote.start, quote.end) < _SHORT:
            before = text[max(done, quote.opens - _BACK) : quote.opens]
            after = text[quote.closes : min(last, quote.closes + _BACK)]
            listed = bool(names) and names[-1].closes == done and before.strip() in _LISTED
            named = NAMES.match(Marked(text[quote.start : quote.end], before, after, listed)) is not None
        (names if named else spoken).append(quote)
        done = quote.closes
    return spoken, names


@cache
def _named() -> re.Pattern[str]:
    listed = alternatives(words("speech.txt", "naming"))
    return re.compile(rf"\b(?i:{listed})\b(?:\s+(?:as|the|a|an|to|by|of|[a-z]+ing|[A-Z]\w+)){{0,4}}[\s,:]*\Z")


@cache
def _work() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{alternatives(words('speech.txt', 'works'))})s?(?:\s+(?:of|in|from)\s+\d{{4}})?[\s,:(]*\Z"
    )


@cache
def _lettered() -> re.Pattern[str]:
    """A thing with letters on it, and what says so: "a sign that read"."""
    listed = alternatives(words("speech.txt", "lettered"))
    return re.compile(rf"\b(?:{listed})s?\b[\w\s,:]{{0,24}}\Z")


def _is_named(marked: Marked) -> bool:
    return _named().search(marked.before) is not None


def _is_work(marked: Marked) -> bool:
    return _work().search(marked.before) is not None


def _is_lettered(marked: Marked) -> bool:
    return _lettered().search(marked.before) is not None


@cache
def _term() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(words('speech.txt', 'terms'))})s?\s+\Z")


def _is_term(marked: Marked) -> bool:
    return _term().search(marked.before) is not None


def _is_gloss(marked: Marked) -> bool:
    """Say whether words say what others mean: "(English: “the boat”)", "which means “boat”"."""
    return _GLOSS.search(marked.before) is not None


def _is_title(marked: Marked) -> bool:
    """Say whether words are written as a title is, and no verb of saying leads to them or follows."""
    if marked.after[:1] == ":" or not _is_title_case(marked.text.rstrip(".,")):
        return False
    before = marked.before.split()
    if not before:
        return not marked.after.strip()  # a heading, or a name of mail
    if before[-1][-1] in ":.!?" or _is_saying(before[-1]):
        return False
    if before[-1][-1] == "," and any(_is_saying(word.strip(",.")) for word in before):
        return False
    if marked.text[-1] == ",":  # as American typists set it, or of a tag
        return not any(_is_saying(word.strip(",.")) for word in marked.after.split()[:_TAG])
    following = "".join(marked.after.split()[:1]).strip(",.")
    return not (following.endswith(("ed", "said", "says")) and _is_saying(following))


def _is_title_case(text: str) -> bool:
    listed = [word.strip("'‘’\"“”()[],:;-–—!?.…") for word in text.split()]
    listed = [word for word in listed if word]
    small = words("line_ends.txt", "of-titles") | words("speech.txt", "of-titles")
    if len(listed) < 2 or not listed[0][0].isupper() or text.isupper():
        return False
    return all(word in small or not word[0].islower() for word in listed[1:]) and not listed[-1][0].islower()


def _is_saying(word: str) -> bool:
    verb = verbs().get(word.lower())
    return verb is not None and verb.sort in _SAYING


def _is_nickname(marked: Marked) -> bool:
    """Say whether one or two words stand between parts of a name: "Tom “Red Boat” Lind"."""
    before, after = marked.before.split(), marked.after.split()
    if not before or not after or len(marked.text.split()) > 3 or marked.text[-1:] in _STOPS:
        return False
    return before[-1].isalpha() and before[-1][0].isupper() and after[0][0].isupper() and marked.after[0] == " "


def _is_listed(marked: Marked) -> bool:
    return marked.listed


NAMES: RuleTable[[Marked], bool] = RuleTable(
    "whether words in marks are a name",
    Rule("named", _is_named, True, "Ann Hale met a group called “friends of the old harbour” today."),
    Rule("work", _is_work, True, "Ann Hale likes the song “all the boats you gave to me” best."),
    Rule("lettered", _is_lettered, True, "Ann Hale held a sign that read “no boats beyond this point” there."),
    Rule("term", _is_term, True, "Ann Hale dislikes the phrase “boats in a harbour of ours” a lot."),
    Rule("gloss", _is_gloss, True, "Ann Hale knows that Boote means “all of the boats we have” there."),
    Rule("title", _is_title, True, "Ann Hale liked “How the Harbour Was Won” best."),
    Rule("nickname", _is_nickname, True, "Ann Hale praised Tom “red boat” Lind on Monday."),
    Rule(
        "listed",
        _is_listed,
        True,
        "Ann Hale liked the songs “all the boats we had” and “none of the boats we had” best.",
    ),
)
