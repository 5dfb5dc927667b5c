"""Words that stand for a speaker beside a cue without a name: "a spokesman", "the ministry", "police".

Knows how a noun phrase begins and ends, and what may stand between it and its verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from nzn_cli.annotate.quotes.cues import verbs
from nzn_cli.text.wordlists import words

_REACH = 200  # characters before a cue
_LAST = 80  # of them, those in which modifiers are looked for
_BEHIND = 120  # characters behind a cue
_MOST = 14  # words


def alternatives(listed: Iterable[str]) -> str:
    """Return a regular expression for any of some words, the longer ones first."""
    return "|".join(sorted(map(re.escape, listed), key=lambda word: (-len(word), word)))


def _section(name: str) -> str:
    return alternatives(words("speech.txt", name))


_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_PART = r"(?:morning|afternoon|evening|night)"
_WHEN = (
    rf"(?:(?:on|late|early|last|this|that|earlier on)\s+)*(?:{_DAY}|week|month|year|{_PART})(?:\s+{_PART})?"
    rf"|(?:earlier|later)\s+(?:this|that|on|in)\s+(?:the\s+)?(?:day|week|month|year|{_PART})"
    r"|on\s+[A-Z][a-z]+\.?\s+\d{1,2}(?:,\s*\d{4})?"
    r"|(?:in|on|at|during|through|via|to|with|from|after|before|of)\s+(?:[\w’'.-]+\s+){0,5}?"
    rf"(?:{_section('occasion')}|{_DAY})"
)
_BESIDE = alternatives(word for word in words("speech.txt", "beside") if word[0] not in "'’n")
MODIFIER = rf"(?>(?:{_BESIDE}|\w+ly|(?:n['’]t)|{_WHEN})\b)"

_CLAUSE = re.compile(rf".*(?:[;:—(\x01]|,(?!\s*(?:Jr|Sr|R-|D-)|\d)|\b(?:{_section('clause')})\s)", re.S)
_LEAD = re.compile(rf"\s*(?:(?:{_section('lead')}|then|now|also|later|still)\b,?\s*)?")
_TRAILING = re.compile(rf"(?>[\s,]++{MODIFIER})++\s*+\Z")
_OPENING = re.compile(rf"(?:(?:{_section('determiners')})\b|\d[\d.,]*|[A-Z@][\w.&’'/-]*|\w+s\b)")
_NOUNS = re.compile(
    r"\s*((?:(?:the|a|an|one|another|some|many|several|his|her|their|its|our|my|this|these|two|three|both)\s+)?"
    r"(?:[\w’'.&-]+\s+){0,7}?[\w’'.&-]+(?:\s+(?:of|for|at|with|from|in)\s+[^,.;:\x01]{1,60})?)"
)
_ENDS = re.compile(rf"\s+(?:{_section('not-behind')})\s|[,.;:\x01]")


def phrase_before(text: str, cue: int, low: int) -> tuple[int, int] | None:
    """Return where the noun phrase right before a cue, at or after `low`, stands; None where there is none."""
    low = max(low, cue - _REACH)
    left = text[low:cue]
    trailing = _TRAILING.search(left, max(0, len(left) - _LAST))
    end = trailing.start() if trailing else len(left.rstrip())
    if left[:end].endswith(","):  # "Bo Lind, who leads the union, said"
        end = max(0, left.rfind(",", 0, end - 1))
    clause = _CLAUSE.match(left, 0, end)
    lead = _LEAD.match(left, clause.end() if clause else 0, end)
    start = lead.end() if lead else 0
    while start < end and left[start].isspace():
        start += 1
    return (low + start, low + end) if is_noun_phrase(left[start:end]) else None


def phrase_after(text: str, cue: int, high: int) -> tuple[int, int] | None:
    """Return where the noun phrase right behind a cue, before `high`, stands; None where there is none."""
    match = _NOUNS.match(text, cue, min(high, cue + _BEHIND))
    if match is None:
        return None
    start = match.start(1)
    phrase = _ENDS.split(match.group(1))[0].rstrip()
    return (start, start + len(phrase)) if is_noun_phrase(phrase) else None


@lru_cache(8192)
def is_noun_phrase(phrase: str) -> bool:
    """Say whether words may be a speaker: they open as a noun phrase does, end in a noun, and hold no verb."""
    listed = phrase.split()
    if not listed or len(listed) > _MOST or not (phrase[-1].isalnum() or phrase[-1] in ")'’."):
        return False
    never = words("speech.txt", "not-noun") | words("speech.txt", "beside")
    if listed[-1].lower() in never or listed[0].lower() in never or not _OPENING.match(phrase):
        return False
    known, determined = verbs(), listed[0].islower()
    return not any(
        (verb := known.get(word)) is not None and not verb.noun and not (verb.form == "ing" and determined)
        for word in listed
    )
