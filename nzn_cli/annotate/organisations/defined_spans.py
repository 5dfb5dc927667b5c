"""Spans drawn out to the long form whose initials a text gives: "Food and Harbour Research Institute (FHRI)".

Spans and definitions in, spans out. Knows no heads; what a span names is judged by `name_kinds`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from nzn_cli.annotate.organisations.acronyms import Definition
from nzn_cli.annotate.organisations.name_grammar import NameSpan
from nzn_cli.annotate.organisations.name_lexicon import heads_of, kind_of
from nzn_cli.annotate.people import kinds
from nzn_cli.names.countries import country_named

_OWNED = re.compile(r"['’]s\Z")
_TRIED = 8  # long forms that begin or end with one word


class _LongForms(NamedTuple):
    """Long forms by their last and by their first word."""

    ends: dict[str, list[str]]
    begins: dict[str, list[str]]


def spans_spelled_out(
    text: str, spans: Sequence[NameSpan], definitions: Sequence[Definition], people: Sequence[tuple[int, int]]
) -> list[NameSpan]:
    """Return the spans, those drawn out to a whole long form of which they are the end or the beginning.

    The initials of its short form tell where a name begins: "Food and Harbour Research Institute (FHRI)".
    """
    sides = _long_forms(definitions)
    drawn = [one for one in spans if sides.ends for one in _drawn_out(text, one, sides) if not _holds_any(one, people)]
    if not drawn:
        return list(spans)
    headed = [one.start for one in spans if one.kind]
    drawn = [one for one in drawn if one.kind or bisect_left(headed, one.start) == bisect_left(headed, one.end)]
    found: list[NameSpan] = []
    for one in sorted({*spans, *drawn}, key=lambda one: (one.start, -one.end, not one.kind, one)):
        if not found or one.start >= found[-1].end:
            found.append(one)
    return found


def _long_forms(definitions: Sequence[Definition]) -> _LongForms:
    """Return the long forms that initials bear out."""
    found = _LongForms(defaultdict(list), defaultdict(list))
    told = [one.long for one in definitions if one.rule == "initials" and ")" not in one.long]
    for long in dict.fromkeys(_OWNED.sub("", one).strip(" ,;:_*\\") for one in told):
        first, *more = long.split(" ")
        if first[:1].isupper() and more:
            found.ends[more[-1]].append(long)
            found.begins[first].append(long)
    return found


def _drawn_out(text: str, one: NameSpan, longs: _LongForms) -> Iterator[NameSpan]:
    """Yield a span as long as the long forms that it ends or begins."""
    if one.rule in ("acronym", "bare"):
        return
    words = text[one.start : one.end].split(" ")
    rule = "head" if one.kind and one.rule in ("known", "known?") else one.rule
    for long in longs.ends.get(words[-1], ())[:_TRIED]:
        start = one.end - len(long)
        if 0 <= start < one.start and text.startswith(long, start) and _begins_name(text[start : one.start], one.kind):
            yield one._replace(start=start, rule=rule)
    for long in longs.begins.get(words[0], ())[:_TRIED]:
        more = long[one.end - one.start :]
        if more and text.startswith(long, one.start) and _ends_name(more, one.rule):
            yield one._replace(end=one.end + len(more), rule=rule)


def _is_of_name(more: str) -> bool:
    """Say whether words belong to a name rather than tell whose it is."""
    words = [word for word in more.split() if word[0].isupper()]
    named = country_named(" ".join(words)) is not None
    owners = any(kind_of(word) == kinds.DEMONYM or word in heads_of("letters") for word in words)
    return bool(words) and not named and not owners


def _begins_name(more: str, kind: str) -> bool:
    """Say whether words belong to the name behind them: not "Certificate of", "Master in"."""
    words = more.split()
    joined = kind == "organisation" and words[-1].islower() and words[-1] != "and"
    return _is_of_name(more) and (not joined or words[0] in heads_of("initial"))


def _ends_name(more: str, rule: str) -> bool:
    """Say whether words go on with the name before them: not "Adviser", nor "Worker" of "Community Health Worker"."""
    joined = rule == "known" or not more[1:2].isupper()
    return joined and kind_of(more.rpartition(" ")[2]) != kinds.TITLE and _is_of_name(more)


def _holds_any(one: NameSpan, people: Sequence[tuple[int, int]]) -> bool:
    at = bisect_left(people, (one.start, one.start)) - 1
    return any(start < one.end and one.start < end for start, end in people[max(0, at) : at + 3])
