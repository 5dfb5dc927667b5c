"""The turns of a transcript or interview: lines that begin with who speaks ("THE PRESIDENT:", "Q:", "**Ms Hale:**").

Knows labels and where a turn ends; people come from the mentions of the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from nzn_cli.text.folding import fold
from nzn_cli.text.wordlists import words

_LABEL = re.compile(
    r"^[ \t>]*(?P<bold>\*\*|__)?(?P<name>"
    r"Q(?=[:.\xa0]|[ \t]{2,}|\*\*)|A(?=[:]|\*\*)"
    r"|[A-ZĀ-Ž][A-ZĀ-Ž'’.\-]*(?:[ \xa0](?:\([^()\n]{1,40}\)|[A-ZĀ-Ž'’.,\-]+|of|the|and|de|van|von)){0,7}(?=\s?(?:\*\*|__)?:)"
    r"|[A-ZĀ-Ž][\w'’.\-]*(?:[ \xa0](?:[A-ZĀ-Ž][\w'’.\-]*|of|the|de|van|von)){0,5}(?=\s?(?:\*\*|__)?:))"
    r"\s?(?:\*\*|__)?[:.]?(?:\*\*|__)?(?=[ \t\xa0\n])[ \t\xa0]*",
    re.M,
)
_END = re.compile(
    r"^[ \t*_]*(?:END\b|ENDS\b|\[?END OF\b|\\?#{3}|(?:\*\s){2}|\d{1,2}:\d\d\s*[AaPp]\.?\s?[Mm]\b|©|\[©|For (?:more|further) )", re.M
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
    if ":" not in text and "\nQ" not in text:
        return []
    labels = [one for one in _LABEL.finditer(text) if len(one.group("name")) <= _MOST]
    if not labels:
        return []
    counts = Counter(one.group("name") for one in labels)
    kept = [one for one in labels if _is_speaker(one, counts, surnames)]
    sure = [one for one in kept if one.group("name").isupper()]
    if len(kept) < 2 and not any(_has_office(one.group("name")) for one in sure):
        return []
    found = []
    for at, one in enumerate(kept):
        limit = kept[at + 1].start() if at + 1 < len(kept) else len(text)
        stop = _END.search(text, one.end(), limit)
        end = stop.start() if stop else limit
        start = one.end()
        while end > start and (text[end - 1].isspace() or text[end - 1] in "*_>"):
            end -= 1
        while start < end and text[start].isspace():
            start += 1
        if start < end:
            found.append(Turn(one.start("name"), one.end("name"), start, end, one.group("name")))
    return found


def _is_speaker(one: re.Match[str], counts: Counter[str], surnames: frozenset[str]) -> bool:
    name = one.group("name")
    listed = [fold(word).strip(".,()") for word in name.split()]
    if name in ("Q", "A"):
        return counts["Q"] > 0
    if all(word in words("speech.txt", "no-speaker") for word in listed):
        return False
    if name.isupper():
        return listed[-1] in surnames or _has_office(name) or counts[name] > 1 or any(w in surnames for w in listed)
    if one.group("bold"):
        return listed[-1] in surnames or counts[name] > 1
    return (listed[-1] in surnames and counts[name] > 1) or counts[name] > 3


def _has_office(name: str) -> bool:
    return any(fold(word).strip(".,()") in _offices() for word in name.split())


def _offices() -> frozenset[str]:
    return words("speech.txt", "turn-offices")


def surnames_of(names: Sequence[str]) -> frozenset[str]:
    """Return the folded last words of names."""
    return frozenset(fold(name.split()[-1]) for name in names if name.split())
