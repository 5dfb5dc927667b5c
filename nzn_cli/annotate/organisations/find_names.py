"""The named things of one text: spans with their kind, bare heads, definitions, acronyms.

Text and people's spans in, spans out. Knows one text; which spans mean the same is decided by `name_coreference`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from nzn_cli.annotate.organisations.acronyms import Definition, definitions_of
from nzn_cli.annotate.organisations.cut_spans import whole_spans
from nzn_cli.annotate.organisations.defined_spans import spans_spelled_out
from nzn_cli.annotate.organisations.name_kinds import Found, NameKinds
from nzn_cli.annotate.organisations.name_spans import name_spans


class TextNames(NamedTuple):
    """What one text names: spans in order, bare heads ("the Ministry") apart, definitions, the acronyms in it."""

    names: list[Found]
    bare: list[Found]
    definitions: list[Definition]
    acronyms: list[Found]


def find_names(text: str, people: Sequence[tuple[int, int]]) -> TextNames:
    """Return what a text names; `people` are the spans of its people, in order and apart."""
    spans = list(name_spans(text, people))
    headed = [(one.start, one.end) for one in spans if one.kind and one.rule != "bare"]
    rests = [(one.start, one.end) for one in spans if one.rule == "rest"]
    definitions = definitions_of(text, sorted({*headed, *rests}))
    spans = whole_spans(text, spans_spelled_out(text, spans, definitions, people), people)
    kinds_of = NameKinds(text, spans, definitions)
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
