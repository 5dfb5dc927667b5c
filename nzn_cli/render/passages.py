"""What `search` shows on a terminal: each document's date, title and id, and below it the best passage."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from nzn_cli.render import console as rich_door
from nzn_cli.render.heading import heading
from nzn_cli.render.page import Page
from nzn_cli.render.safe import one_line
from nzn_cli.render.table import shortened
from nzn_cli.text.folding import fold
from nzn_cli.text.search_words import terms

READ = ("id", "path", "date", "title", "url", "snippet")  # the fields that are shown
_MEASURE = 100


def passages(records: Iterable[Any], page: Page, words: str = "") -> Iterator[str]:
    """Yield one document after the other, best first; `words`, as they were typed, are marked in the passages."""
    from rich.text import Text

    sought = _sought(words)
    on = rich_door.console(page)
    width = min(page.width, _MEASURE)
    for number, record in enumerate(records):
        text = ("\n" if number else "") + heading(record, page, on)
        passage = Text(shortened(one_line(record.snippet), width * 4, page))
        for start, end in _places(passage.plain, sought):
            passage.stylize(rich_door.MATCH, start, end)
        for line in passage.wrap(on, max(20, width - 2)):
            line.rstrip()
            text += rich_door.draw_text(Text("  ").append_text(line), on)
        yield text


def _sought(words: str) -> tuple[set[str], tuple[str, ...]]:
    """Return the words that were asked for, folded, and the beginnings of words."""
    whole: set[str] = set()
    begun: list[str] = []
    for term in terms(words):
        if term.excluded or (term.field or "body") not in ("body", "text"):
            continue
        parts = re.findall(r"[^\W_]+", fold(term.text))
        if term.prefix and parts:
            begun.append(parts.pop())
        whole.update(parts)
    return whole, tuple(begun)


def _places(text: str, sought: tuple[set[str], tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    for word in re.finditer(r"[^\W_]+", text):
        folded = fold(word.group())
        if folded in sought[0] or folded.startswith(sought[1]):
            yield word.span()
