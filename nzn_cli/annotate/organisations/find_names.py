"""The named things of one text: spans with their kind, out of runs of capitals, definitions and what stands around.

Text and people's spans in, spans out. Knows one text; which spans mean the same is decided by `name_coreference`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from nzn_cli.annotate.organisations.acronyms import Definition, definitions_of
from nzn_cli.annotate.organisations.context_rules import ENOUGH, weight_around
from nzn_cli.annotate.organisations.name_grammar import NameSpan, names_of
from nzn_cli.annotate.organisations.name_lexicon import (
    heads,
    heads_of,
    heads_with_short_names,
    is_common,
    is_place,
    is_town,
    kind_of,
    names_of_none,
)
from nzn_cli.annotate.organisations.name_runs import runs_of
from nzn_cli.annotate.people import kinds
from nzn_cli.text.folding import level

_MORE = re.compile(
    r"(?:,\s{1,6}[A-Z][\w’'-]*(?:[ ][A-Z][\w’'-]*){0,3}){1,6},?\s{1,6}(?:and|&)\s{1,6}"
    r"(?P<last>[A-Z][\w’'-]*(?:[ ][A-Z][\w’'-]*){0,3})"
)
_LISTED = re.compile(r"['’]?s?(?:,|;|,?[ ](?:and|or|&))\s(?:the[ ]|The[ ])?")
_MIXED = re.compile(r"(?!Mc|Mac|De[A-Z]|La[A-Z]|Le[A-Z]|Di[A-Z]|Fitz|O['’])[A-Z][a-zà-ÿ]+(?:[A-Z][a-zà-ÿ]*)+")
_JOIN = 12  # characters of what joins names of a list
_LIST = 3  # names in a row that are a list
_TRIED = 12  # places of a string at which its context is read
_OPENS = re.compile(r"(?:\A|[.!?:;][\"'”’)]*\s+|\n\s*|[“\"‘(]\s*|[•*-]\s+)\Z")
_SENTENCE_WORD = 4
_SURE = ("head", "initial", "known")


class Found(NamedTuple):
    """A span that names something; offsets count characters of the text."""

    start: int
    end: int
    kind: str
    rule: str
    score: float


class TextNames(NamedTuple):
    """What one text names: spans in order, bare heads ("the Ministry") apart, definitions, the acronyms in it."""

    names: list[Found]
    bare: list[Found]
    definitions: list[Definition]
    acronyms: list[Found]


def find_names(text: str, people: Sequence[tuple[int, int]]) -> TextNames:
    """Return what a text names; `people` are the spans of its people, in order and apart."""
    spans = list(_spans(text, people))
    headed = [(one.start, one.end) for one in spans if one.kind and one.rule != "bare"]
    rests = [(one.start, one.end) for one in spans if one.rule == "rest"]
    definitions = definitions_of(text, sorted({*headed, *rests}))
    kinds_of = _Kinds(text, spans, definitions)
    names, bare, acronyms = [], [], []
    for one in spans:
        if one.rule == "bare":
            bare.append(Found(*one, 0.8))
            continue
        if one.rule == "acronym":
            acronyms.append(Found(*one, 0.8))
        found = kinds_of.judged(one)
        if found is not None:
            names.append(found)
    return TextNames(names, bare, definitions, acronyms)


def _spans(text: str, people: Sequence[tuple[int, int]]) -> list[NameSpan]:
    """Return the spans of all runs, those of people left out."""
    found: list[NameSpan] = []
    starts = [start for start, _ in people]
    for start, end in runs_of(text):
        if _names_nothing(text[start:end]):
            continue
        for low, high in _without_people(start, end, people, starts):
            run = text[low:high]
            doing = low == start and run.partition(" ")[0].endswith("ing")
            opens = doing and _OPENS.search(text, max(0, start - _SENTENCE_WORD), start) is not None
            found += [NameSpan(low + one.start, low + one.end, one.kind, one.rule) for one in names_of(run, opens)]
            if (
                found
                and found[-1].end == high
                and found[-1].rule in ("initial", "head")
                and text[high : high + 1] == ","
            ):
                _take_list(text, found)
    kept: list[NameSpan] = []
    for one in found:
        if kept and one.start < kept[-1].end:
            continue
        kept.append(one)
    return kept


@lru_cache(maxsize=50_000)
def _names_nothing(run: str) -> bool:
    """Say whether a run is but a word that is no name, as most words that open sentences are."""
    return " " not in run and not names_of(run, False) and not names_of(run, True)


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


def _take_list(text: str, found: list[NameSpan]) -> None:
    """Let the last name go on over a list: "Ministry of Agriculture, Fisheries and Water Resources"."""
    last = found[-1]
    if last.rule not in ("initial", "head"):
        return
    if (
        " of " not in text[last.start : last.end]
        and " for " not in text[last.start : last.end]
        and " on " not in text[last.start : last.end]
    ):
        return
    more = _MORE.match(text, last.end)
    if more is None:
        return
    words = re.findall(r"[\w’'-]+", more.group())
    words = [word for word in words if word != "and"]
    plain = [(is_common(word) and not is_place(word)) or kind_of(word) == kinds.ORGANISATION for word in words]
    if sum(plain) * 2 >= len(words) and not any(word in heads_of("initial") for word in words):
        found[-1] = last._replace(end=more.end())


class _Kinds:
    """Decides what each span names, by its head, the definitions of the text and the cues around its string."""

    def __init__(self, text: str, spans: Sequence[NameSpan], definitions: Sequence[Definition]) -> None:
        self._text = text
        self._weights: dict[str, int] = defaultdict(int)
        self._seen: dict[str, int] = defaultdict(int)
        self._within: set[str] = set()  # strings that stand within a sentence
        self._headed = {text[one.start : one.end] for one in spans if one.kind and one.rule in ("head", "initial")}
        self._kind_of_long = _kinds_of_longs(spans, definitions)
        self._shorts = {level(one.short): one for one in definitions}
        self._longs = {one.long: one for one in definitions}
        self._first_words = self._beginnings()
        self._open: dict[str, bool] = {}
        for one in spans:
            if one.rule in ("acronym", "known?", "vague") or (one.rule == "rest" and self._is_open(one)):
                self._weigh(one)
        self._weigh_lists(spans)

    def _weigh_lists(self, spans: Sequence[NameSpan]) -> None:
        """Let names in a list be bodies where most of it are: "Huawei, Sunara and ZTE"."""
        chain: list[NameSpan] = []
        for one in [*spans, None]:
            if chain and (one is None or not self._is_listed(chain[-1].end, one.start)):
                self._weigh_list(chain)
                chain = []
            if one is not None:
                chain.append(one)

    def _is_listed(self, end: int, start: int) -> bool:
        """Say whether nothing but what joins the names of a list stands between two places."""
        return start - end <= _JOIN and _LISTED.fullmatch(self._text, end, start) is not None

    def _weigh_list(self, chain: Sequence[NameSpan]) -> None:
        if len(chain) < _LIST:
            return
        names = [self._text[one.start : one.end] for one in chain]
        sure = sum(
            (one.kind == "organisation" and one.rule in _SURE) or self._weights.get(name, 0) >= ENOUGH
            for one, name in zip(chain, names, strict=True)
        )
        if sure > 1 and sure * 2 >= len(chain):
            for one, name in zip(chain, names, strict=True):
                if one.rule in ("rest", "acronym", "vague"):
                    self._weights[name] += ENOUGH

    def _beginnings(self) -> dict[str, str]:
        """Return the beginnings of names of firms and parties: "Huawei" of "Huawei Technologies Co"."""
        found: dict[str, str] = {}
        for name in self._headed:
            words = name.split()
            if words[-1] == "Party" or heads_with_short_names().isdisjoint(words[1:]):
                continue
            for size in range(1, len(words)):
                short = " ".join(words[:size])
                if not is_common(words[0]) and not is_place(words[0]):
                    found.setdefault(short, name)
        return found

    def _is_open(self, one: NameSpan) -> bool:
        """Say whether what stands around a span may decide what it names."""
        name = self._text[one.start : one.end]
        if name not in self._open and name in heads_of("letters"):
            self._open[name] = False
        if name not in self._open:
            told = name in self._longs or level(name) in self._shorts or name in self._first_words
            self._open[name] = told or not _is_other(name)
        return self._open[name]

    def _weigh(self, one: NameSpan) -> None:
        name = self._text[one.start : one.end]
        self._seen[name] += 1
        if self._seen[name] > _TRIED:
            return
        mixed = _MIXED.fullmatch(name) is not None
        self._weights[name] += weight_around(self._text, one.start, one.end, mixed or one.rule == "acronym")
        self._weights[name] += mixed and self._seen[name] == 1
        if not _OPENS.search(self._text, max(0, one.start - _SENTENCE_WORD), one.start):
            self._within.add(name)

    def judged(self, one: NameSpan) -> Found | None:
        """Return what a span names, None where it names none of these kinds."""
        name = self._text[one.start : one.end]
        if name in names_of_none():
            return None
        if one.rule in ("head", "initial", "foreign", "known"):
            return Found(*one, 0.95 if one.rule != "foreign" else 0.8)
        if one.rule == "known?":
            fits = self._weights[name] >= 0 and name in self._within and self._stands_apart(one)
            return Found(one.start, one.end, one.kind, "known", 0.8) if fits else None
        if one.rule == "acronym":
            return self._acronym(one, name)
        if one.rule == "vague":
            fits = self._weights[name] >= ENOUGH
            return Found(one.start, one.end, one.kind, "context", 0.6) if fits else None
        return self._rest(one, name)

    def _stands_apart(self, one: NameSpan) -> bool:
        """Say whether a plain word has its capital for being a name: within a sentence, not beside other capitals."""
        text = self._text
        before, after = text[max(0, one.start - 12) : one.start], text[one.end : one.end + 3]
        return re.search(r"[a-z,0-9][’']?[ ](?:[\"'“‘(])?\Z", before) is not None and not re.match(r"[ -][A-Z]", after)

    def _acronym(self, one: NameSpan, name: str) -> Found | None:
        bare = level(name)
        definition = self._shorts.get(bare)
        if definition is not None:
            kind = self._kind_of_long.get(definition.short, "")
            if kind or definition.rule != "beside" or heads().get(definition.long.split()[-1]) == "other":
                return Found(one.start, one.end, kind, "defined", 0.95) if kind else None
        if bare in heads_of("letters") or not any(letter.isalpha() for letter in bare) or len(bare) < 2:
            return None
        letters = re.sub(r"[^A-Za-z]", "", name)
        if self._weights[name] < (1 if len(letters) > 2 else 2) or letters != name or self._is_shouted(one):
            return None
        return Found(one.start, one.end, "organisation", "acronym", 0.6)

    def _is_shouted(self, one: NameSpan) -> bool:
        """Say whether letters are words of a line in capitals, a dateline's or a code with a number."""
        text = self._text
        around = text[max(0, one.start - 12) : one.start], text[one.end : one.end + 12]
        if re.search(r"[A-Z]{2,}[,:]?[ ]\Z", around[0]) or re.match(r"[ ][A-Z]{2,}\b", around[1]):
            return True
        if re.match(r"[ ]?(?:[-–—]{1,2}[ ]|\d|-\d)|/", around[1]):
            return True
        name = text[one.start : one.end]
        kind = kind_of(name.title())
        plain = name.title()
        spoken = kind in (kinds.COUNTRY, kinds.TIME, kinds.TITLE, kinds.DEMONYM) or is_common(plain) or is_place(plain)
        return len(name) > 4 and spoken

    def _rest(self, one: NameSpan, name: str) -> Found | None:
        if not self._is_open(one):
            return None
        defined = self._defined(one, name)
        if defined is not None:
            return defined
        words = name.split()
        if name in self._first_words and name in self._within and not is_town(name) and self._weights[name] >= 0:
            return Found(one.start, one.end, "organisation", "short", 0.8)
        if " & " in name and not is_common(words[0]) and "&" not in (words[0], words[-1]):
            return Found(one.start, one.end, "organisation", "context", 0.8)
        enough = 2 * ENOUGH if all(is_common(word) for word in words) else ENOUGH
        if self._weights[name] < enough or _is_other(name):
            return None
        return Found(one.start, one.end, "organisation", "context", 0.6)

    def _defined(self, one: NameSpan, name: str) -> Found | None:
        """Return a span that the text defines: a long form without a head, or a short form."""
        definition = self._longs.get(name)
        about = self._weights[name] + (self._weights[definition.short] if definition else 0)
        needed = 4 if all(is_common(word) for word in name.split()) else 1
        if definition is not None and definition.short.isupper() and about >= needed:
            return Found(one.start, one.end, "organisation", "defined", 0.8)
        short = self._shorts.get(level(name))
        kind = self._kind_of_long.get(short.short, "") if short else ""
        return Found(one.start, one.end, kind, "defined", 0.9) if kind else None


def _kinds_of_longs(spans: Sequence[NameSpan], definitions: Sequence[Definition]) -> dict[str, str]:
    """Return the kinds of what short forms stand for: of the name that their long form is, or ends with."""
    starts = [one.start for one in spans]
    found: dict[str, str] = {}
    for one in definitions:
        at = bisect_left(starts, one.long_end) - 1
        while at >= 0 and spans[at].end > one.long_start:
            span = spans[at]
            if span.kind and (span.start == one.long_start or span.end == one.long_end):
                found[one.short] = span.kind
                break
            at -= 1
        if one.short not in found and one.rule != "beside" and _is_headed(one.long):
            found[one.short] = "organisation"
    return found


def _is_headed(long: str) -> bool:
    """Say whether a long form in small letters is a body's: "special investigation team"."""
    words = long.split()
    first, last = words[0].capitalize(), words[-1].capitalize()
    if heads().get(first) == "organisation" and first in heads_of("initial"):
        return True
    return last in heads_of("spelled") and " of " not in long


@lru_cache(maxsize=50_000)
def _is_other(name: str) -> bool:
    """Say whether words are a place, a plain word, or end with what ends no name of a body."""
    words = name.split()
    if is_town(name) or all(is_place(word) for word in words) or (len(words) == 1 and is_common(name)):
        return True
    return kind_of(words[-1]) in (kinds.TITLE, kinds.TIME, kinds.GEOGRAPHY, kinds.DEMONYM, kinds.COUNTRY)
