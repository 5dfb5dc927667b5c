"""Which of the people of a text are bodies, as the text says of them: "the charity Sunara", "Sunara, a retailer".

What is read as a person by its form alone may be a firm; a rule here needs words of the text that say so.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from nzn_cli.annotate.organisations.name_lexicon import known_name
from nzn_cli.text.wordlists import words

_TRIED = 12  # mentions of one person at which the words around are read
_BACK, _AHEAD = 40, 70


class BodyRule(NamedTuple):
    """What beside a name says that a body has it; the example has the name in brackets."""

    id: str
    before: bool
    pattern: str
    example: str


_A = r"[ ](?:an?|the)[ ][^,.;:'’]{{0,40}}\b(?:{body})\b{stop}"
RULES = (
    BodyRule("kind-before", True, r"\b(?i:{body})[ ][“\"‘']?\Z", "the charity [Sunara] grew"),
    BodyRule("part-of", True, r"\b(?:subsidiary|unit|arm|branch|shares?)[ ](?:of|in)[ ]\Z", "a unit of [Sunara]"),
    BodyRule("is-a", False, rf"[ ](?:is|was){_A}", "[Sunara] is a charity."),
    BodyRule("apposition", False, rf",{_A}", "[Sunara], a large retailer, grew"),
    BodyRule("founded", False, r",[ ](?:founded|established|incorporated)[ ](?:in|by)\b", "[Sunara], founded in 1931"),
    BodyRule("listed", False, r"[ ]?\((?:NYSE|NASDAQ|LSE|ASX|NZX|HKEX|TYO)\b", "[Sunara] (NASDAQ: SNR)"),
)
_STOP = r"(?=[.,;:]|[ ](?:that|which|in|for|of|with|based|founded|and)\b)"


@cache
def _compiled() -> tuple[list[re.Pattern[str]], list[re.Pattern[str]]]:
    body = "|".join(sorted((word.replace("_", "[ ]") for word in words("organisation-cues.txt", "body")), reverse=True))
    sides: tuple[list[re.Pattern[str]], list[re.Pattern[str]]] = ([], [])
    for rule in RULES:
        sides[not rule.before].append(re.compile(rule.pattern.format(body=body, stop=_STOP)))
    return sides


def bodies_among(text: str, people: Sequence[Sequence[tuple[Any, ...]]]) -> set[int]:
    """Return the numbers of those people who are bodies; `people` are the rows of annotator `people` by table.

    Nobody whom metadata credits or to whom the text gives a role is one; a name of two words needs two such places.
    """
    entities, mentions, roles = people
    sure = {row[0] for row in roles} | {row[0] for row in entities if row[2]}
    names = {row[0]: row[1] for row in entities if row[0] not in sure}
    places: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for number, source, _, start, end, *_ in mentions:
        if number in names and source == "text" and start is not None:
            places[number].append((start, end))

    def is_body(number: int, name: str) -> bool:
        told = sum(_is_told(text, *place) for place in places[number][:_TRIED])
        return _is_known(name) or told >= len(name.split())

    return {number for number, name in names.items() if is_body(number, name)}


def _is_told(text: str, start: int, end: int) -> bool:
    before, after = _compiled()
    around = text[max(0, start - _BACK) : start], text[end : end + _AHEAD]
    if around[1][:1] in (",", "(") or around[1][:2] == " (" or around[1].startswith((" is ", " was ")):
        return any(rule.match(around[1]) for rule in after) or any(rule.search(around[0]) for rule in before)
    return any(rule.search(around[0]) for rule in before)


def _is_known(name: str) -> bool:
    known = known_name(name)
    return known is not None and not known.plain
