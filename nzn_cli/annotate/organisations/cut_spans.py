"""Which spans are evidently but a part of a longer name that could not be read: "Quiet School" of "Quiet School Bus".

A span and the words beside it in, a judgement out. Knows one text; where names begin and end is read by `name_grammar`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from functools import lru_cache
from typing import NamedTuple

from nzn_cli.annotate.organisations.name_breaks import bare
from nzn_cli.annotate.organisations.name_grammar import NameSpan
from nzn_cli.annotate.organisations.name_lexicon import heads, heads_of, is_common, is_place, kind_of
from nzn_cli.annotate.people import kinds

_BACK, _AHEAD = 40, 40  # characters beside a name that are read
_ROOMS = ("Council Chamber", "Council Chambers", "Senate Chamber", "House Chamber")
_SORTS = 2  # words of a firm's name that say but of what sort it is
_READ = ("head", "initial", "foreign")  # by their words; a well-known name is whole
_APART = (kinds.TITLE, kinds.HONORIFIC, kinds.TIME, kinds.LEAD, kinds.DEMONYM, kinds.COUNTRY)


class CutRule(NamedTuple):
    """What beside a name says that it is cut: `beside` has the word there as `word`; the example has it in brackets."""

    id: str
    before: bool
    beside: str
    holds: Callable[[str, str], bool]  # for the name and the word
    example: str


@lru_cache(maxsize=50_000)
def _is_plain(name: str) -> bool:
    """Say whether a name has none but common words, as what is cut off at a small word mostly has."""
    return all(
        (word in heads() or is_common(word)) and not is_place(word)
        for word in re.findall(r"[^\W\d_]+(?:['’-]\w+)*", name)
    )


def _is_joined(name: str, word: str) -> bool:
    return _is_plain(name) and _is_noun(word) and word not in heads_of("prior")


def _is_noun(word: str) -> bool:
    return is_common(word) and not is_place(word) and kind_of(word) not in _APART


def _is_before_noun(name: str, word: str) -> bool:
    last = bare(name.rpartition(" ")[2])
    weak = last in heads_of("soft") or last in heads_of("vague") or last in heads_of("topic") or last in _WEAK
    return weak and _is_noun(word) and word not in heads_of("gatherings")


def _is_of_office(name: str, word: str) -> bool:
    """Say whether a name only says of what somebody has an office: "Harbour Press" Secretary."""
    return kind_of(word) in (kinds.TITLE, kinds.HONORIFIC) and (
        name.startswith("Chief ") or bare(name.rpartition(" ")[2]) in heads_of("of-office")
    )


def _ends_within(name: str, word: str) -> bool:
    """Say whether a name ends within what is done to something: "Blueprint for Lighting" the Canals."""
    return _DOING.search(name) is not None


_DOING = re.compile(r" (?:on|for|to) (?:[A-Z]\w+ and )?[A-Z]\w+ing(?: [A-Z]\w+)?\Z")
_WEAK = (
    "Treaty",
    "Agreement",
    "Convention",
    "Charter",
    "School",
    "Faculty",
    "Trust",
    "Law",
    "Bill",
    "Mission",
    "Board",
    "Court",
    "Party",
    "Forces",
    "Plan",
    "Team",
)


def _is_within_title(name: str, word: str) -> bool:
    return kind_of(word) == kinds.LEAD and word not in heads_of("articles")


def _is_of_title(name: str, word: str) -> bool:
    """Say whether a name ends with somebody's title, whose name stands behind it: "Office of Senator" Hale."""
    return kind_of(name.rpartition(" ")[2]) in (kinds.TITLE, kinds.HONORIFIC) and " of " in name


def _is_short_law(name: str, word: str) -> bool:
    name = re.sub(r" (?:19|20)\d\d\Z", "", name)
    return _is_joined(name, word) and name.count(" ") == 1 and name.endswith(_TITLED)


def _is_for_doing(name: str, word: str) -> bool:
    last = name.rpartition(" ")[2]
    titled = heads().get(last, "other") in ("programme", "agreement") or last in ("Partnership", "Partnerships")
    return is_common(word) and (titled or _is_joined(name, word))


def _ends_with_verb(name: str, word: str) -> bool:
    return re.search(r" to [A-Z][a-z]+(?:(?:,| and) [A-Z][a-z]+)*\Z", name) is not None


def _is_read(name: str, word: str) -> bool:
    return True


def _is_about(name: str, word: str) -> bool:
    about = name.rpartition(" ")[2] in ("Advisors", "Advisers", "Force", "Committee", "Caucus", "Dialogue")
    return about and kind_of(word) not in (kinds.TIME, kinds.TITLE, kinds.LEAD)


def _ends_with_owner(name: str, word: str) -> bool:
    return re.search(r" to [A-Z][a-z]+ [A-Z]\w+\Z", name) is not None and kind_of(word) not in _APART


def _is_before_parties(name: str, word: str) -> bool:
    return heads().get(name.rpartition(" ")[2], "other") in ("agreement", "law", "programme", "organisation")


def _is_but_legal(name: str, word: str) -> bool:
    """Say whether a name says of what sort a firm is and no more: "Group Inc"."""
    *plain, form = re.split(r",?[ ]", name)
    sorts = all(each in heads() or kind_of(each) in (kinds.LEAD, kinds.COMMON) for each in plain)
    return form in heads_of("suffixes") and 0 < len(plain) <= _SORTS and sorts and word not in heads_of("opening")


def _is_possessed(name: str, word: str) -> bool:
    first = name.partition(" ")[0]
    return bare(first) != first and kind_of(bare(first)) == kinds.TITLE and kind_of(word) == kinds.TITLE


_TITLED = (" Act", " Bill", " Program", " Programme", " Initiative", " Plan")
RULES = (
    CutRule("infinitive", False, r"[ ][Tt]o[ ](?P<word>[A-Z][a-z]+)", _is_for_doing, "a [Port Plan] to Mend Lights"),
    CutRule(
        "done",
        False,
        r",?[ ](?P<word>the|an?|its|all|to|(?:and[ ])?[A-Z])\b",
        _ends_with_verb,
        "a [Strategy to End] the Use of Lead",
    ),
    CutRule(
        "order",
        True,
        r"(?P<word>[A-Z][a-z]+ing[ ]an?|(?<=[(“\"])[A-Z][a-z]+ing)[ ]\Z",
        _is_read,
        "(Mending [Port Boards])",
    ),
    CutRule(
        "campus", True, r"\b(?P<word>University|College)[ ]at[ ]\Z", _is_read, "the University at [Motukawa School]"
    ),
    CutRule("on", False, r"[ ]on[ ](?P<word>[A-Z]\w+)", _is_about, "the Lamp [Board of Advisors] on HBCUs"),
    CutRule("titles", True, r"\b(?P<word>[A-Z][a-z]+)[ ]\Z", _is_possessed, "the Judge Advocate [General's Corps] met"),
    CutRule("title", False, r"[ ](?P<word>[A-Z][\w.]*)", _is_of_title, "the [Office of Senator] Hale"),
    CutRule(
        "within", True, r"[\w,][ ](?P<word>[A-Z][a-z]+)[ ]\Z", _is_within_title, "the Make Our [Harbours Strategy] said"
    ),
    CutRule("of", True, r"\b(?P<word>[A-Z][a-z]+)[ ]of[ ]\Z", _is_joined, "the Friends of [Road Foundation] said"),
    CutRule(
        "through",
        True,
        r"\b(?P<word>[A-Z][a-z]+)[ ](?:(?:through|in|against|by)[ ]the|at)[ ]\Z",
        _is_short_law,
        "Helping Families through the [Roads Act] now",
    ),
    CutRule("hyphen", True, r"(?P<word>[A-Z][\w.]*)[-‑]\Z", _is_read, "a Reef-[Harbour Council] met"),
    CutRule("and", True, r"\b(?P<word>[A-Z][a-z]+),?[ ](?:and|&)[ ]\Z", _is_joined, "by Road and [Port Council] now"),
    CutRule(
        "small word",
        True,
        r"\b(?P<word>[A-Z][a-z]+)[ ](?:in|for|to|with)[ ]\Z",
        _is_joined,
        "Delivery to [Rebuild Trust]",
    ),
    CutRule(
        "object", False, r"(?:['’]s)? (?:the )?(?P<word>[A-Z\d]\w*)", _ends_within, "a [Plan for Lighting] the Canals"
    ),
    CutRule("owner", False, r"['’]s[ ](?P<word>[A-Z]\w+)", _ends_with_owner, "the [Plan to Mend Motukawa]'s Lights"),
    CutRule("noun", False, r"[ ](?P<word>[A-Z][a-z]+)\b", _is_before_noun, "a [Quiet School] Bus came"),
    CutRule(
        "parties",
        False,
        r"[ ](?P<word>Concerning|Regarding|Between|Among|Against|Relating|Under)[ ](?:the[ ])?[A-Z]",
        _is_before_parties,
        "the [Harbour Agreement] Between Freedonia and Sylvania",
    ),
    CutRule(
        "legal form", True, r"\b(?P<word>[A-Z][\w.&]*),?\s\Z", _is_but_legal, "it sued Harrow [Holdings Inc] and left"
    ),
    CutRule("office", False, r"[ ](?P<word>[A-Z][a-z]+)\b", _is_of_office, "the [Harbour Press] Secretary"),
)
_COMPILED = tuple((rule, re.compile(rule.beside)) for rule in RULES)


def is_cut(text: str, one: NameSpan, ends: Collection[int], starts: Collection[int]) -> bool:
    """Say whether a span is but a part of a name; `ends` and `starts` are those of other names and of people."""
    if one.rule not in _READ:
        return False
    name = " ".join(text[one.start : one.end].split())
    if (kind_of(name.rpartition(" ")[2]) == kinds.LEAD and " " in name) or name.endswith(_ROOMS):
        return True  # "Government of the For", of two columns
    before, after = text[max(0, one.start - _BACK) : one.start], text[one.end : one.end + _AHEAD]
    for rule, pattern in _COMPILED:
        found = pattern.search(before) if rule.before else pattern.match(after)
        if found is None:
            continue
        low = max(0, one.start - _BACK) if rule.before else one.end
        free = low + found.end("word") not in ends if rule.before else low + found.start("word") not in starts
        if free and rule.holds(name, found.group("word")):
            return True
    return False


def _is_of_person(text: str, one: NameSpan, ends: Collection[int]) -> bool:
    """Say whether plain words go on with the name of a person after whom a body is called."""
    beside = one.rule == "head" and text[one.start - 1 : one.start] == " " and one.start - 1 in ends
    name = text[one.start : one.end]
    return beside and _is_plain(name) and name.partition(" ")[0] not in heads_of("rank")


def whole_spans(text: str, spans: Sequence[NameSpan], people: Sequence[tuple[int, int]]) -> list[NameSpan]:
    """Return the spans without those that are cut."""
    persons = {end for _, end in people}
    named = [(one.start, one.end) for one in spans if one.kind and one.rule != "bare"]
    ends = {end for _, end in (*named, *people)}
    starts = {start for start, _ in (*named, *people)}
    found: list[NameSpan] = []
    for one in spans:
        whole = _drawn_back(text, one, ends)
        while found and found[-1].end > whole.start and not found[-1].kind:
            found.pop()  # a rest of what is now of the name
        if not is_cut(text, whole, ends, starts) and not _is_of_person(text, whole, persons):
            found.append(whole)
    return found


def _drawn_back(text: str, one: NameSpan, ends: Collection[int]) -> NameSpan:
    """Return a span with the words right before it that in a sentence open others: "First Ports Fund"."""
    if (counted := _counted(text, one)) is not None:
        return counted
    before = _OPENED.search(text, max(0, one.start - _BACK), one.start) if one.rule == "head" else None
    if before is None or before.end("word") in ends or kind_of(before.group("word")) != kinds.LEAD:
        return one
    words = before.group("words").split()
    free = not any(place in ends for place in range(before.start("words") + 1, one.start))
    plain = all(is_common(word) and kind_of(word) not in (kinds.TITLE, kinds.HONORIFIC, kinds.TIME) for word in words)
    opens = words[0] in heads_of("articles") or words[-1] in heads_of("articles") or words[0] in heads_of("opening")
    return one._replace(start=before.start("words")) if free and plain and not opens else one


def _counted(text: str, one: NameSpan) -> NameSpan | None:
    """Return the name of a force with its number: "10th Mountain Division"; None where there is none."""
    if one.rule not in ("head", "bare", "vague"):
        return None
    found = _COUNTED.search(text, max(0, one.start - _ORDINAL), one.start)
    if found is None or heads_of("counted").isdisjoint(text[one.start : one.end].split(" ")[:_FORCE]):
        return None
    return one._replace(start=found.start("count"), rule="head", kind=one.kind or "organisation")


_ORDINAL = 7  # characters before a name that its number may take up
_COUNTED = re.compile(r"(?<![\w-])(?P<count>\d{1,3}(?:st|nd|rd|th)[ ])\Z")
_FORCE = 4  # words of a force's name up to the one that is counted
_OPENED = re.compile(r"[a-z,’'][ ](?P<words>(?:[A-Z][a-z]+[ ]){0,3}(?P<word>[A-Z][a-z]+)[ ])\Z")
