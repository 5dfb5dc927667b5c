"""Counts as bars: label, bar, number, fitted to the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from nzn_cli.render import console as rich_door
from nzn_cli.render.page import Page
from nzn_cli.render.safe import one_line
from nzn_cli.render.table import shortened

_EIGHTHS = " ▏▎▍▌▋▊▉"
MISSING = "none"


def bars(records: Iterable[Any], page: Page) -> Iterator[str]:
    """Yield one line a record of (value, number); the longest bar fills what label and number leave."""
    from rich.cells import cell_len, set_cell_size
    from rich.text import Text

    counted = [(MISSING if r[0] is None else one_line(str(r[0])), int(r[1])) for r in records]
    if not counted:
        return
    most = max(number for _, number in counted) or 1
    label = min(max(cell_len(name) for name, _ in counted), max(10, page.width * 2 // 5))
    digits = len(f"{most:,}")
    room = max(4, min(page.width - label - digits - 4, 100))
    on = rich_door.console(page)
    for name, number in counted:
        line = Text(set_cell_size(shortened(name, label, page), label))
        line.append(f"  {number:>{digits},}  ")
        line.append(bar(number / most, room, page), style=rich_door.DATE)
        yield rich_door.draw_text(line, on)


def bar(share: float, room: int, page: Page) -> str:
    """Return a bar of `share` (0 to 1) of `room` columns; whatever is more than nothing is seen."""
    eighths = max(1 if share > 0 else 0, round(share * room * 8))
    if not page.unicode:
        return "#" * max(1 if share > 0 else 0, eighths // 8)
    return "█" * (eighths // 8) + _EIGHTHS[eighths % 8].strip()
