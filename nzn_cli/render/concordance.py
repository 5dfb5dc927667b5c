"""A concordance drawn: date, the words before it to the right, what matched in colour, the words behind it, the id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from nzn_cli.render import console as rich_door
from nzn_cli.render.page import Page
from nzn_cli.render.safe import one_line

READ = ("id", "date", "left", "match", "right", "page", "line")
_DATE = 12  # columns of the date and the gap behind it
_ID = 10  # columns of the id, where there is room for it
_WIDE = 100  # columns from which on there is
_LONGEST = 40  # columns of a match


def draw_concordance(records: Iterable[Any], page: Page, width: int | None = None) -> Iterator[str]:
    """Yield one line a match; each side has what the page leaves, or `width` characters where that is less."""
    from rich.cells import cell_len

    with_id = page.width >= _WIDE
    room = max(8, page.width - _DATE - (_ID if with_id else 0) - 2)
    for record in records:
        match = _cut(one_line(record.match), min(_LONGEST, page.width // 3))
        side = (room - min(_LONGEST, page.width // 6)) // 2
        left, right = one_line(record.left), one_line(record.right)
        before, behind = record.left.endswith(" "), record.right.startswith(" ")
        if width is not None:
            left, right, side = left[-width:] if width else "", right[:width], min(side, width)
        left = _last(left, side - before) + " " * before
        right = _cut(" " * behind + right, max(0, room - side - cell_len(match)))
        line = rich_door.painted(f"{record.date or 'undated':<{_DATE}}", rich_door.DATE, page)
        line += left + rich_door.painted(match, rich_door.MATCH, page) + right
        if with_id:
            used = _DATE + cell_len(left) + cell_len(match) + cell_len(right)
            line += " " * (page.width - _ID + 1 - used)
            line += rich_door.painted(_cut(one_line(record.id), _ID - 1), rich_door.ID, page)
        yield line.rstrip(" ") + "\n"


def _last(text: str, columns: int) -> str:
    """The end of a text that fills so many columns, blanks before it."""
    from rich.cells import cell_len, set_cell_size

    while cell_len(text) > columns:
        text = text[max(1, (cell_len(text) - columns) // 2) :]
    return " " * (columns - cell_len(text)) + set_cell_size(text, cell_len(text))


def _cut(text: str, columns: int) -> str:
    """The beginning of a text that has room in so many columns."""
    from rich.cells import cell_len, set_cell_size

    return text if cell_len(text) <= columns else set_cell_size(text, columns).rstrip()
