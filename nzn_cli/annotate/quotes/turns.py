"""The turns of a transcript or interview: lines that begin with who speaks ("THE PRESIDENT:", "Q:", "**Ms Hale:**").

Knows labels and where a turn ends; people come from the mentions of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from nzn_cli.annotate.quotes.pronouns import gender_of_name, gender_of_noun
from nzn_cli.annotate.quotes.quote_context import QuoteContext
from nzn_cli.text.folding import fold
from nzn_cli.text.wordlists import words

_CAPITAL = "A-ZĀ-Ž"
_OUTLET = r"(?:\s?/\s?[A-Z][\w.& -]{1,20}?)?"  # "ANN HALE/TV9:"
_LABEL = re.compile(
    r"^[ \t>]*[\"“]?(?P<bold>\*\*|__)?(?P<name>"
    r"Q(?=[:.]|[ \t\xa0]+[A-Z(\[“\"—–-]|\*\*)|A(?=[:]|\*\*)"
    rf"|[{_CAPITAL}][{_CAPITAL}'’.\-]*"
    rf"(?:[ \xa0](?:\([^()\n]{{1,40}}\)|[{_CAPITAL}'’.,\-]+|of|the|and|de|van|von)){{0,7}}"
    rf"(?={_OUTLET}\s?(?:\*\*|__)?:)"
    rf"|[{_CAPITAL}][\w'’.\-]*(?:[ \xa0](?:[{_CAPITAL}][\w'’.\-]*|of|the|de|van|von)){{0,5}}(?=\s?(?:\*\*|__)?:))"
    rf"{_OUTLET}\s?(?:\*\*|__)?[:.]?(?:\*\*|__)?(?=[ \t\xa0\n])[ \t\xa0]*",
    re.M,
)
_CLOCK = r"\d{1,2}:\d\d\s*[AaPp]\.?\s?[Mm]\b"
_END = re.compile(
    rf"^[ \t*_]*(?:END\b|ENDS\b|\[?END OF\b|\\?#{{3}}|(?:\*\s){{2}}|{_CLOCK}|©|\[©|For (?:more|further) )", re.M
)
_MOST = 60  # characters of a label


class Turn(NamedTuple):
    """A turn: where its label and its words stand."""

    label_start: int
    label_end: int
    start: int
    end: int
    label: str


def turns_in(text: str, surnames: frozenset[str]) -> list[Turn]:
    """Return the turns of a text in order, none where it is no transcript; `surnames` are those of its people, folded.

    A text is one where two labels or more name a speaker, by office, by surname or as often as lines of talk do.
    """
    labels = [one for one in _LABEL.finditer(text) if len(one.group("name")) <= _MOST] if ":" in text else []
    counts = Counter(one.group("name") for one in labels)
    kept = [one for one in labels if _is_speaker(one, counts, surnames)]
    if len(kept) < 2 and not any(one.group("name").isupper() and _has_office(one.group("name")) for one in kept):
        return []
    limits = [one.start() for one in kept[1:]] + [len(text)]
    found = [_turn(text, one, limit) for one, limit in zip(kept, limits, strict=True)]
    return [turn for turn in found if turn.start < turn.end]


def _turn(text: str, label: re.Match[str], limit: int) -> Turn:
    start, stop = label.end(), _END.search(text, label.end(), limit)
    end = stop.start() if stop else limit
    while end > start and (text[end - 1].isspace() or text[end - 1] in "*_>"):
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return Turn(label.start("name"), label.end("name"), start, end, label.group("name"))


def _is_speaker(one: re.Match[str], counts: Counter[str], surnames: frozenset[str]) -> bool:
    name = one.group("name")
    if name in ("Q", "A"):  # "Q Will it hold?": what else would a line of its own begin with, where others have labels
        return counts["Q"] > 0 and (len(counts) > 1 or ":" in one.group())
    listed = [fold(word).strip(".,()") for word in name.split()]
    if words("speech.txt", "no-speaker").issuperset(listed) or not words("speech.txt", "of-headings").isdisjoint(
        listed
    ):
        return False
    if name.isupper():
        return counts[name] > 1 or _has_office(name) or not surnames.isdisjoint(listed)
    if one.group("bold"):
        return counts[name] > 1 or listed[-1] in surnames
    return counts[name] > (1 if listed[-1] in surnames else 3)


def _has_office(name: str) -> bool:
    return any(fold(word).strip(".,()") in _offices() for word in name.split())


def _offices() -> frozenset[str]:
    return words("speech.txt", "turn-offices")


def outside(paragraphs: list[tuple[int, int]], turns: Sequence[Turn]) -> list[tuple[int, int]]:
    """Return the paragraphs that are no part of a turn."""
    if not turns:
        return paragraphs
    kept = []
    at = 0
    for first, last in paragraphs:
        while at < len(turns) and turns[at].end <= first:
            at += 1
        if at == len(turns) or last <= turns[at].label_start:
            kept.append((first, last))
    return kept


def speaker_of(turn: Turn, context: QuoteContext) -> tuple[int | None, float]:
    """Return the person whom the label of a turn names, and how sure that is: by a mention, a surname, an office."""
    gender = gender_of_noun(fold(turn.label.split()[0]).strip("."))
    place = bisect_left(context.mentions, (turn.label_start,))
    if place < len(context.mentions) and context.mentions[place][0] < turn.label_end:
        entity = context.mentions[place][2]
        return (entity, 1.0) if _fits(context.names.get(entity, ""), gender) else (None, 0.5)
    last = fold(turn.label.split()[-1]).strip(".,()")
    meant = [e for e, name in context.names.items() if fold(name.split()[-1]) == last and _fits(name, gender)]
    if len(meant) == 1:
        return meant[0], 0.95
    office = fold(turn.label).removeprefix("the ")
    holders = list(dict.fromkeys(row[0] for row in context.roles if fold(row[2]) == office))
    return (holders[0], 0.9) if len(holders) == 1 else (None, 0.9)


def _fits(name: str, gender: str) -> bool:
    """Say whether a name may be that of somebody whose title is a man's or a woman's."""
    return not gender or gender_of_name(name) in ("", gender)


def surnames_of(names: Sequence[str]) -> frozenset[str]:
    """Return the folded last words of names."""
    return frozenset(fold(name.split()[-1]) for name in names if name.split())
