"""What a document names beside people, as rows of the tables `entity`, `mention`, `named` and `acronym`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

from nzn_cli.annotate.organisations.bodies_among_people import bodies_among
from nzn_cli.annotate.organisations.find_names import TextNames, find_names
from nzn_cli.annotate.organisations.name_coreference import Entities, entities_of
from nzn_cli.annotate.organisations.name_lexicon import heads, heads_of, is_town, kind_of
from nzn_cli.annotate.people import kinds
from nzn_cli.names.listed_words import common_words
from nzn_cli.names.organisation_key import organisation_key
from nzn_cli.text.folding import level

_LONGEST = 4_000_000  # characters of a text that are read
_MOST = 6  # letters of a short form that nobody defines; more are a word in capitals
_SHOUTED = 4  # letters from which on a word in capitals beside others is one of a line in capitals
_CAPITALS_BEFORE = re.compile(r"(?<!\w)([A-ZÀ-Þ]{2,20})[ \n-]\Z")
_CAPITALS_BEHIND = re.compile(r"[ \n-]([A-ZÀ-Þ]{2,20})(?!\w)")


MentionRow = tuple[int, str, str, int | None, int | None, str, float]
AcronymRow = tuple[str, str | None, int | None, int, int, str | None]


class OrganisationFacts(NamedTuple):
    """What one document names, as rows; `stopped` is the character from which on its text was not read."""

    entities: list[tuple[int, str, bool, int]]
    mentions: list[MentionRow]
    named: list[tuple[int, str, str | None]]
    acronyms: list[AcronymRow]
    stopped: int | None = None


def organisations_of(body: str, people: Sequence[Sequence[tuple[Any, ...]]]) -> OrganisationFacts:
    """Return what a body names; `people` are the rows of annotator `people` by table."""
    text = body[:_LONGEST]
    bodies = bodies_among(text, people)
    spans = sorted(
        {row[3:5] for row in people[1] if row[3] is not None and row[1] != "office" and row[0] not in bodies}
    )
    found = find_names(text, spans)
    joined = entities_of(text, found)
    counts = Counter(one.entity for one in joined.mentions if one.source == "text")
    entities = [(number, one.name, False, counts[number]) for number, one in enumerate(joined.entities)]
    mentions: list[MentionRow] = [
        (one.entity, one.source, body[one.start : one.end], one.start, one.end, one.rule, one.score)
        for one in joined.mentions
    ]
    named = [(number, one.kind, one.country) for number, one in enumerate(joined.entities)]
    stopped = _LONGEST if len(body) > _LONGEST else None
    return OrganisationFacts(entities, mentions, named, _acronyms(body, found, joined), stopped)


def _acronyms(body: str, found: TextNames, joined: Entities) -> list[AcronymRow]:
    """Return the short forms of a text: those that it defines, then those that stand in it undefined."""
    by_key = {organisation_key(one.name): number for number, one in enumerate(joined.entities)}
    at = {one.start: one.entity for one in joined.mentions if one.source == "text"}
    rows: list[AcronymRow] = []
    seen = set()
    for one in found.definitions:
        seen.add(level(one.short).removesuffix("s"))
        entity = by_key.get(organisation_key(one.long), at.get(one.short_start, at.get(one.long_start)))
        long = body[one.long_start : one.long_end]
        rows.append((one.short, long, entity, one.short_start, one.short_end, one.rule))
    for short in found.acronyms:
        text = (
            body[short.start : short.end].rstrip(".")
            if body[short.start : short.end].count(".") < 2
            else body[short.start : short.end]
        )
        bare = level(text).removesuffix("s")
        if bare in seen or bare in heads_of("letters") or level(text) in heads_of("letters") or len(bare) < 2:
            continue
        entity, is_symbol = at.get(short.start), body[short.start - 1 : short.start] == "<"  # of a share
        named = entity is not None and joined.entities[entity].kind
        if is_symbol or (not named and _is_shouted(body, short.start, short.end)):
            continue
        seen.add(bare)
        rows.append((text, None, entity, short.start, short.end, None))
    return rows


def _is_word(text: str) -> bool:
    """Say whether capitals are a word's: a month's, one that ends a name, or so many that they are hardly letters."""
    plain = text.capitalize()
    return (text.isalpha() and len(text) > _MOST) or plain in heads() or kind_of(plain) == kinds.TIME


def _is_shouted(body: str, start: int, end: int) -> bool:
    """Say whether capitals that name nothing are a word, a place or a piece of a line in capitals."""
    text, common = body[start:end], common_words()
    if is_town(text) or text.lower() in common or _is_word(text):
        return True
    beside = (_CAPITALS_BEFORE.search(body, max(0, start - 25), start), _CAPITALS_BEHIND.match(body, end))
    return any(found and (len(found[1]) >= _SHOUTED or found[1].lower() in common) for found in beside)
