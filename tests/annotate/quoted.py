"""Reads quotations of short texts for the tests: people and all, as the documents of a corpus are read."""

from __future__ import annotations

from collections.abc import Sequence

from nzn_cli.annotate.people.people_facts import people_of
from nzn_cli.annotate.quotes.quote_facts import quotes_of
from nzn_cli.model.annotations import QuoteSpan
from nzn_cli.model.documents import Credit
from nzn_cli.text.block_quotations import BlockQuotation, block_quotations
from nzn_cli.text.surface import surface


def spans(
    text: str, *credited: Credit, blocks: Sequence[BlockQuotation] = ()
) -> tuple[list[QuoteSpan], dict[int, str]]:
    """Return the quotations of a text, and the names of its people by number."""
    people = people_of(text, credited)
    return quotes_of(text, people[:3], blocks).rows, {row.entity: row.name for row in people.entities}


def said_in_blocks(body: str) -> list[tuple[str | None, str]]:
    """Return (speaker, words) of the quotations of a text with markup, as `said` does; words as they are read."""
    read = surface(body)
    found, names = spans(read.text, blocks=block_quotations(read))
    words = [(one, read.text[one.char_start : one.char_end]) for one in found if one.kind != "indirect"]
    return [(one.speaker_text if one.entity is None else names[one.entity], text) for one, text in words]


def said(text: str, *kinds: str) -> list[tuple[str | None, str]]:
    """Return (speaker, words) of the quotations: the person, or the words that name nobody; of some kinds alone."""
    found, names = spans(text)
    return [
        (one.speaker_text if one.entity is None else names[one.entity], text[one.char_start : one.char_end])
        for one in found
        if not kinds or one.kind in kinds
    ]


def marked(text: str) -> list[str]:
    """Return the words of the quotations in marks."""
    return [words for _, words in said(text, "direct", "mixed")]
