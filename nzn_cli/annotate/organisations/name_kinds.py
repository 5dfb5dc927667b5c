"""What each span of a text names, if anything: by its head, the definitions of the text, what stands around it.

Spans in, judgements out. Knows one text; where names may stand is read by `name_spans`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from nzn_cli.annotate.organisations.acronyms import Definition
from nzn_cli.annotate.organisations.context_rules import ENOUGH, weight_around
from nzn_cli.annotate.organisations.name_grammar import NameSpan
from nzn_cli.annotate.organisations.name_lexicon import (
    heads,
    heads_of,
    heads_with_short_names,
    is_common,
    is_given_name,
    is_place,
    is_town,
    kind_of,
    letters_of_none,
    names_of_none,
    speaks_of_sport,
    teams,
)
from nzn_cli.annotate.organisations.name_spans import OPENS, SENTENCE_WORD
from nzn_cli.annotate.people import kinds
from nzn_cli.text.folding import level

_DOMAIN = re.compile(r"\.(?:[A-Z]{2,6}\.)?(?:[Gg][Oo][Vv]|com|org|net|edu|mil|int)\b")
_ROMAN = re.compile(r"[IVXLC]{2,}")
_LISTED = re.compile(r"['’]?s?(?:,|;|,?[ ](?:and|or|&))\s(?:the[ ]|The[ ])?")
_MIXED = re.compile(r"(?!Mc|Mac|De[A-Z]|La[A-Z]|Le[A-Z]|Di[A-Z]|Fitz|O['’])[A-Z][a-zà-ÿ]+(?:[A-Z][a-zà-ÿ]*)+")
_WITHIN = re.compile(
    r"(?:\b(?:[Ii]n|[Nn]ear|[Ff]rom|[Aa]round|[Aa]cross|[Oo]utside|[Tt]owards?)[ ](?:the[ ])?|[A-Z]\w*,?[ ])\Z"
)
_BESIDE = re.compile(r"[ -][A-Z]|,[ ][A-Z]")  # another capital, with which it is another name: "Melbourne Cup"
_JOIN = 12  # characters of what joins names of a list
_LIST = 3  # names in a row that are a list
_TRIED = 12  # places of a string at which its context is read
_SURE = ("head", "initial", "known")


class Found(NamedTuple):
    """A span that names something; offsets count characters of the text, `kind` is "" where only other texts tell."""

    start: int
    end: int
    kind: str
    rule: str
    score: float


class NameKinds:
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
        self._sport: bool | None = None
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
                if any(is_common(word) and word not in heads() for word in words[size:]) and words[-1] == "Group":
                    continue  # "Reef Vaccine Experts Group" is not called "Reef"
                if "U.S.-" not in short and not is_common(words[0]) and not is_place(words[0]):
                    found.setdefault(short, name)
        return found

    def _is_open(self, one: NameSpan) -> bool:
        """Say whether what stands around a span may decide what it names."""
        name = self._text[one.start : one.end]
        if name not in self._open and name in letters_of_none():
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
        if not OPENS.search(self._text, max(0, one.start - SENTENCE_WORD), one.start):
            self._within.add(name)

    def judged(self, one: NameSpan) -> Found | None:
        """Return what a span names, None where it names none of these kinds."""
        name = self._text[one.start : one.end]
        if name in names_of_none() or _DOMAIN.match(self._text, one.end):
            return None
        if one.rule == "known" and self._stands_for_plain(name):
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

    def _stands_for_plain(self, name: str) -> bool:
        """Say whether the text gives well-known letters for plain words: "a Cumulative Impact Assessment (CIA)"."""
        definition = self._shorts.get(level(name)) if name.isupper() else None
        if definition is None or definition.rule != "initials" or definition.short in self._kind_of_long:
            return False
        return all(is_common(word) and not is_place(word) for word in definition.long.split())

    def _stands_apart(self, one: NameSpan) -> bool:
        """Say whether a plain word has its capital for being a name: within a sentence, not beside other capitals."""
        text, name = self._text, self._text[one.start : one.end]
        before, after = text[max(0, one.start - 24) : one.start], text[one.end : one.end + 3]
        if name in heads_of("articleless") and before.endswith(("the ", "The ")):
            return False
        within = re.search(r"(?:\b[a-z0-9][\w’'-]*|[’']s|,)[’']?,?[ ](?:[\"'“‘(])?\Z", before) is not None
        return within and not re.match(r"[\s-][A-Z\d]", after)

    def _acronym(self, one: NameSpan, name: str) -> Found | None:
        bare = level(name)
        definition = self._shorts.get(bare)
        if definition is not None:
            kind = self._kind_of_long.get(definition.short, "")
            if kind or definition.rule != "beside" or heads().get(definition.long.split()[-1]) == "other":
                return Found(one.start, one.end, kind, "defined", 0.95) if kind else None
        if _names_nothing(name):
            return None
        letters = re.sub(r"[^A-Za-z]", "", name)
        if self._weights[name] < (0 if len(letters) > 2 else 2) or letters != name or self._is_shouted(one):
            return None
        if self._weights[name] < 1:  # a body where another document says so
            return Found(one.start, one.end, "", "acronym", 0.5)
        return Found(one.start, one.end, "organisation", "acronym", 0.6)

    def _is_shouted(self, one: NameSpan) -> bool:
        """Say whether letters are words of a line in capitals, a dateline's or a code with a number."""
        text = self._text
        around = text[max(0, one.start - 12) : one.start], text[one.end : one.end + 12]
        if re.search(r"[A-Z]{2,}[,:]?[ ]\Z|[&@=?.]\Z", around[0]) or re.match(r"[ ][A-Z]{2,}\b", around[1]):
            return True
        if re.match(r"[ ]?(?:\[|[-–—]{1,2}[ ]|\d|-\d)|/|[@=]|\.[A-Z]", around[1]):
            return True
        name = text[one.start : one.end]
        kind = kind_of(name.title())
        plain = name.title()
        if plain in heads():
            return True  # "ASSOCIATION"
        spoken = kind in (kinds.COUNTRY, kinds.TIME, kinds.TITLE, kinds.DEMONYM) or is_common(plain) or is_place(plain)
        return spoken and (len(name) > 4 or (len(name) == 4 and is_common(plain)))

    def _is_team(self, one: NameSpan, name: str) -> bool:
        """Say whether a place or plain words are a team's, as they are in a report of sport: "Leinster won"."""
        if name not in teams() or _WITHIN.search(self._text, max(0, one.start - _JOIN), one.start):
            return False
        if self._sport is None:
            self._sport = speaks_of_sport(self._text)
        return self._sport and not _BESIDE.match(self._text, one.end)

    def _rest(self, one: NameSpan, name: str) -> Found | None:
        if self._is_team(one, name):
            return Found(one.start, one.end, "organisation", "context", 0.6)
        if not self._is_open(one):
            return None
        defined = self._defined(one, name)
        if defined is not None:
            return defined
        words = name.split()
        if name in self._first_words and name in self._within and not is_town(name) and self._weights[name] >= 0:
            return Found(one.start, one.end, "organisation", "short", 0.8)
        if " & " in name and not _is_plain_pair(words):
            return Found(one.start, one.end, "organisation", "context", 0.8)
        enough = 2 * ENOUGH if all(is_common(word) for word in words) else ENOUGH
        if self._weights[name] < enough or _is_none(name):
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
            plain = span.rule == "vague" and one.rule == "initials" and all(map(is_common, one.long.split()))
            if span.kind and not plain and (span.start == one.long_start or span.end == one.long_end):
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


def _names_nothing(name: str) -> bool:
    """Say whether letters are those of no body, or a number."""
    letters = level(name)
    short = len(letters) < 2 or not any(letter.isalpha() for letter in letters)
    return short or name in letters_of_none() or letters in letters_of_none() or _ROMAN.fullmatch(name) is not None


@lru_cache(maxsize=50_000)
def _is_none(name: str) -> bool:
    """Say whether words that no head tells of name no body: "Title 42", "New Motukawa", "Senate-confirmed"."""
    words = name.split()
    last = words[-1]
    if _is_other(name) or last.isdecimal() or last == "&" or _is_plain_compound(words):
        return True
    if len(words) == 1:
        return len(last) == 1 or is_given_name(last) or kind_of(last) == kinds.HONORIFIC
    return is_place(last) and all(word in heads_of("compass") or is_place(word) for word in words)


def _is_plain_pair(words: Sequence[str]) -> bool:
    """Say whether what "&" joins is none that own a firm: plain words, towns, what is broken off."""
    first = " ".join(words[: words.index("&")])
    return "&" in (words[0], words[-1]) or is_common(words[0]) or is_place(first) or is_town(first)


def _is_plain_compound(words: Sequence[str]) -> bool:
    parts = re.split("[-‑]", words[-1])
    plain = len(parts) > 1 and parts[-1].islower() and is_common(parts[-1])
    return plain and (len(words) == 1 or is_common(words[0]))


def _is_common(word: str) -> bool:
    """Say whether a word, or each part of a compound, is a common one: "Blue-collar"."""
    return is_common(word) or all(is_common(part.capitalize()) for part in re.split("[-‑]", word))


@lru_cache(maxsize=50_000)
def _is_other(name: str) -> bool:
    """Say whether words are a place, a plain word, or end with what ends no name of a body."""
    words = name.split()
    if (
        is_town(name)
        or all(is_place(word) for word in re.split(r"[\s‑-]+", name))
        or (len(words) == 1 and _is_common(name))
    ):
        return True
    return kind_of(words[-1]) in (kinds.TITLE, kinds.TIME, kinds.GEOGRAPHY, kinds.DEMONYM, kinds.COUNTRY)
