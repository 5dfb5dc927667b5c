"""One organisation, agreement, law … on the page: how it is written, documents, what and whom they name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from nzn_cli.render import console as rich_door
from nzn_cli.render.page import Page
from nzn_cli.render.profile import cut, many
from nzn_cli.render.safe import one_line

if TYPE_CHECKING:
    from rich.console import Console


def named_profiles(records: Iterable[Any], page: Page) -> Iterator[str]:
    """Yield one profile after the other."""
    on = rich_door.console(page)
    for number, record in enumerate(records):
        yield ("\n" if number else "") + _profile(record, on)


def _profile(record: Any, on: Console) -> str:
    from rich.table import Table
    from rich.text import Text

    heading = Text(one_line(record.name), style=rich_door.HEADING)
    if record.acronyms:
        heading.append(f" ({one_line(', '.join(record.acronyms))})", style=rich_door.QUIET)
    heading.append(f"  {_figures(record)}", style=rich_door.QUIET)
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style=rich_door.QUIET, no_wrap=True)
    grid.add_column(overflow="fold")
    stated = dict.fromkeys(f"{one_line(one.short)} = {one_line(one.long)}" for one in record.defined)
    for name, items in (
        ("spellings", [f"{v.text} ({v.count:,})" for v in record.variants]),
        ("letters", list(stated)),
        ("people", [f"{b.person} ({b.documents:,})" for b in record.people]),
        ("documents", record.document_ids),
        ("with", [f"{b.name} ({b.documents:,})" for b in record.with_]),
    ):
        if items:
            grid.add_row(name, Text(", ".join(cut(items))))
    return rich_door.draw_text(heading, on) + rich_door.draw_text(grid, on)


def _figures(record: Any) -> str:
    parts = [record.kind, many(record.documents, "document"), many(record.mentions, "mention")]
    if record.first:
        parts.append(record.first if record.first == record.last else f"{record.first} to {record.last}")
    return ", ".join(parts)
