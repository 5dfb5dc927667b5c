"""The quotations of a document as rows of table `quotation`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from nzn_cli.annotate.quotes.find_quotations import find_quotations
from nzn_cli.model.annotations import QuoteSpan
from nzn_cli.text.block_quotations import BlockQuotation

People = tuple[Sequence[tuple[Any, ...]], Sequence[tuple[Any, ...]], Sequence[tuple[Any, ...]]]


class QuoteFacts(NamedTuple):
    """The quotations of one document, as rows; `stopped` is the character from which on none were looked for."""

    rows: list[QuoteSpan]
    stopped: int | None = None


def quotes_of(body: str, people: People, blocks: Sequence[BlockQuotation] = ()) -> QuoteFacts:
    """Return the quotations of a body in order of place.

    `people` are the rows of annotator `people` by table, `blocks` its block quotations.
    """
    return QuoteFacts(find_quotations(body, people, blocks))
