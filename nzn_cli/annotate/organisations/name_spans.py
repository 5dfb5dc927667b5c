"""Where names may stand in one text: its runs of capitals read by their words, those of people left out.

Text and people's spans in, spans out; what of them names something is judged by `name_kinds`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from nzn_cli.annotate.organisations.name_grammar import NameSpan, names_of
from nzn_cli.annotate.organisations.name_lexicon import heads_of, is_common, is_place, kind_of
from nzn_cli.annotate.organisations.name_runs import runs_of
from nzn_cli.annotate.people import kinds

_MORE = re.compile(
    r"(?:,\s{1,6}[A-Z][\w’'-]*(?:[ ][A-Z][\w’'-]*){0,3}){1,6},?\s{1,6}(?:and|&)\s{1,6}"
    r"(?P<last>[A-Z][\w’'-]*(?:[ ][A-Z][\w’'-]*){0,3})"
)
_WHOM = re.compile(r"[ ]for[ ](?:[A-Z][\w-]+[ ]){0,3}[A-Z][\w-]*s\b(?:[ ]and[ ][A-Z][\w-]*s\b)?")  # "for Hispanics"
_FORM = re.compile(r"\.?,[ ](?P<form>[A-Z][A-Za-z]{2,5})(?!\w)")
_BEFORE = re.compile(
    r"(?:\b(?:[Tt]he|[Aa]n?|of|its|their|our)\s|['’]s?\s|\n)(?P<list>(?:[A-Z][\w-]+(?:[ ][A-Z][\w-]+){0,2},[ ]){1,5})\Z"
)
_LISTED = re.compile(r"[A-Z][\w-]+(?:[ ][A-Z][\w-]+){0,2}[ ](?:and|&)[ ]")
_FAR = 90  # characters before a name that a list may take up
_OWN = (kinds.TITLE, kinds.TIME, kinds.HONORIFIC, kinds.LEAD)
OPENS = re.compile(r"(?:\A|[.!?:;][\"'”’)]*\s+|\n\s*|[“\"‘(]\s*|[•*-]\s+)\Z")
_OWNED = re.compile(r"(?:©|\([cC]\)|\b[Cc]opyright)[ ]?(?:(?:19|20)\d\d(?:[-–]\d+)?,?[ ])?(?:by[ ]|the[ ])?\Z")
_OWNED_MARKS = ("©", "(c)", "(C)", "opyright")  # without one of them the pattern above cannot hold
_OWNER = 30  # characters before a name that say that it is but whose the page is
SENTENCE_WORD = 4  # characters before a word that say whether it opens a sentence


def name_spans(text: str, people: Sequence[tuple[int, int]]) -> list[NameSpan]:
    """Return the spans of all runs, those of people left out."""
    found: list[NameSpan] = []
    starts = [start for start, _ in people]
    may_be_owner = any(mark in text for mark in _OWNED_MARKS)
    for run in runs_of(text):
        if _names_nothing(run.group()):
            continue
        start, end = run.span()
        if may_be_owner and _OWNED.search(text, max(0, start - _OWNER), start):
            continue
        for low, high in _without_people(start, end, people, starts):
            _read_run(text, low, high, low == start, found)
    kept: list[NameSpan] = []
    for one in found:
        if kept and one.start < kept[-1].end:
            continue
        kept.append(one)
    return kept


def _read_run(text: str, low: int, high: int, whole: bool, found: list[NameSpan]) -> None:
    """Add the spans of a run, or of what people leave of it; `whole` says that it begins as the run does."""
    run = text[low:high]
    doing = whole and run.partition(" ")[0].endswith(("ing", "ed"))
    opens = doing and OPENS.search(text, max(0, low - SENTENCE_WORD), low) is not None
    names = [NameSpan(low + one.start, low + one.end, one.kind, one.rule) for one in names_of(run, opens)]
    if names and names[0].start == low and text.endswith((", ", ", and ", ", & "), 0, low):
        _take_list_before(text, names, found)
    found += names
    if names and names[-1].end == high and text[high : high + 1] == ",":
        _take_list(text, found)
    if names and text.startswith((",", ".,"), names[-1].end):
        _take_legal_form(text, found)


@lru_cache(maxsize=50_000)
def _names_nothing(run: str) -> bool:
    """Say whether a run is but a word that is no name, as most words that open sentences are."""
    if " " in run or names_of(run, False):
        return False
    return run.isalpha() or not names_of(run, True)  # of one word nothing hangs on whether it opens a sentence


def _without_people(
    start: int, end: int, people: Sequence[tuple[int, int]], starts: list[int]
) -> list[tuple[int, int]]:
    """Return the parts of a run that name nobody."""
    at = bisect_left(starts, start)
    if at and people[at - 1][1] > start:
        at -= 1
    parts, low = [], start
    while at < len(people) and people[at][0] < end:
        if people[at][0] > low:
            parts.append((low, people[at][0]))
        low = max(low, people[at][1])
        at += 1
    if low < end:
        parts.append((low, end))
    return parts


def _take_list_before(text: str, names: list[NameSpan], found: list[NameSpan]) -> None:
    """Let the first name begin with the list before it: "Roads, Farming and Housing Committee"."""
    first = names[0]
    end = first.start if text[first.start - 2] == "," else text.rindex(",", 0, first.start) + 2
    if first.rule != "head" or not (end < first.start or _LISTED.match(text, first.start, first.end)):
        return
    listed = _BEFORE.search(text, max(0, end - _FAR), end)
    if listed is None:
        return
    words = re.findall(r"[\w’'-]+", listed.group("list"))
    if words[0] in heads_of("states"):
        words = words[1:]  # "Senate Roads, Housing, and Farming Committee"
    if not all(map(_is_field, words)):
        return
    start = listed.start("list")
    if all(one.end <= start or one.rule in ("rest", "bare") for one in found[-len(words) :]):
        while found and found[-1].end > start:
            found.pop()
        names[0] = first._replace(start=start)


def _is_field(word: str) -> bool:
    plain = is_common(word) or kind_of(word) == kinds.ORGANISATION  # "Foreign Affairs"
    return plain and not is_place(word) and kind_of(word) not in _OWN


def _take_legal_form(text: str, found: list[NameSpan]) -> None:
    """Let the last name go on over its legal form: "Sunara Wharf, LLC", "Sunara Co., Ltd."."""
    form = _FORM.match(text, found[-1].end)
    if form and form["form"] in heads_of("suffixes") and found[-1].kind in ("", "organisation"):
        found[-1] = NameSpan(found[-1].start, form.end(), "organisation", "head")


def _take_list(text: str, found: list[NameSpan]) -> None:
    """Let the last name go on over a list: "Ministry of Agriculture, Fisheries and Water Resources"."""
    last = found[-1]
    if last.rule not in ("initial", "head"):
        return
    name = text[last.start : last.end]
    if not any(join in name for join in (" of ", " for ", " on ", " to ")):
        return
    more = _MORE.match(text, last.end)
    if more is None:
        return
    words = re.findall(r"[\w’'-]+", more.group())
    words = [word for word in words if word != "and"]
    plain = [(is_common(word) and not is_place(word)) or kind_of(word) == kinds.ORGANISATION for word in words]
    if sum(plain) * 2 >= len(words) and not any(word in heads_of("initial") for word in words):
        whom = _WHOM.match(text, more.end())
        found[-1] = last._replace(end=whom.end() if whom else more.end())
