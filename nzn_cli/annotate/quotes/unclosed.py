"""A quotation that nobody closed and that runs on over its own tag: "We are glad, Ms Hale said today."""

from __future__ import annotations

import re

from nzn_cli.annotate.quotes.marks import Quoted

_REACH = 160  # characters at the end in which a tag is looked for
_NAME = r"(?:(?:[A-Z][\w.&’'-]*|the|a|an|of|for|and|[a-z]+),?\s+)"
_WHEN = r"(?:\s+(?:today|yesterday|here|tonight|in|on|at)\b[^.,;]{0,30})?"
_TAG = re.compile(
    rf"[,?!]\s+{_NAME}{{1,14}}(?:said|says|added|adds){_WHEN}\.?\Z|[,?!]\s+(?:said|says|added|adds)\s+[A-Z]\w+[\w\s.’'-]{{0,60}}\.?\Z"
)


def without_tag(text: str, quotes: list[Quoted]) -> list[Quoted]:
    """Return what stands in marks in a paragraph, a last one that is open cut before its tag."""
    if not quotes or quotes[-1].closed:
        return quotes
    last = quotes[-1]
    tag = _TAG.search(text, max(last.start, last.end - _REACH), last.end)
    if tag is None:
        return quotes
    end = tag.start() + 1
    return [*quotes[:-1], last._replace(end=end, closes=end)]
