"""What `search` shows on a terminal: each document's date, title and id, and below it the best passage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from nzn_cli.render import console as rich_door
from nzn_cli.render.heading import heading
from nzn_cli.render.page import Page
from nzn_cli.render.safe import one_line
from nzn_cli.render.table import shortened

READ = ("id", "path", "date", "title", "url", "snippet")  # the fields that are shown
_MEASURE = 100


def passages(records: Iterable[Any], page: Page) -> Iterator[str]:
    """Yield one document after the other, best first."""
    from rich.text import Text

    on = rich_door.console(page)
    width = min(page.width, _MEASURE)
    for number, record in enumerate(records):
        text = ("\n" if number else "") + heading(record, page, on)
        for line in Text(shortened(one_line(record.snippet), width * 4, page)).wrap(on, max(20, width - 2)):
            line.rstrip()
            text += rich_door.drawn(Text("  ").append_text(line), on)
        yield text
