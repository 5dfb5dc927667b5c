"""The quotations of a document as rows of table `quotation`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from nzn_cli.annotate.quotes.attribute import Quotation, quotations_in

People = tuple[Sequence[tuple[Any, ...]], Sequence[tuple[Any, ...]], Sequence[tuple[Any, ...]]]


def quotes_of(body: str, people: People, credits: Sequence[tuple[Any, ...]] = ()) -> tuple[list[Quotation], int | None]:
    """Return the quotations of a body in order of place; `people` are the rows of annotator `people` by table."""
    return quotations_in(body, people), None
