"""One person on the page: spellings, roles with when they were seen, documents, and those named beside."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from nzn_cli.render import console as rich_door
from nzn_cli.render.page import Page
from nzn_cli.render.safe import one_line
from nzn_cli.render.table import shortened

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_WORDS = 140  # characters of a quotation
_MOST = 12  # items of a list before it is cut


def profiles(
    records: Iterable[Any], page: Page, said: Callable[[Any], tuple[int, Sequence[Any]]] | None = None
) -> Iterator[str]:
    """Yield one profile after the other; `said` gives how many quotations a person has, and the last of them."""
    on = rich_door.console(page)
    for number, record in enumerate(records):
        yield ("\n" if number else "") + _profile(record, page, on, *(said(record) if said else (0, ())))


def _profile(record: Any, page: Page, on: Console, number_said: int, last_said: Sequence[Any]) -> str:
    from rich.table import Table
    from rich.text import Text

    heading = Text(one_line(record.person), style=rich_door.HEADING)
    if record.full_name != record.person:
        heading.append(f" ({one_line(record.full_name)})", style=rich_door.QUIET)
    heading.append(f"  {_figures(record)}", style=rich_door.QUIET)
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style=rich_door.QUIET, no_wrap=True)
    grid.add_column(overflow="fold")
    for name, lines in (
        ("roles", [_role(role) for role in record.roles]),
        ("spellings", [Text(", ".join(f"{one_line(v.text)} ({v.count:,})" for v in record.variants))]),
        (many(number_said, "quote"), [_said(one, page) for one in last_said]),
        ("documents", [Text(", ".join(cut(record.document_ids)))]),
        ("with", [Text(", ".join(cut([f"{one_line(b.person)} ({b.documents:,})" for b in record.with_])))]),
    ):
        for number, line in enumerate(line for line in lines if line.plain):
            grid.add_row("" if number else name, line)
    return rich_door.draw_text(heading, on) + rich_door.draw_text(grid, on)


def _said(one: Any, page: Page) -> Text:
    from rich.text import Text

    words = shortened(one_line(one.text), _WORDS, page)
    return Text(words).append(f"  {one.date or 'undated'}  {one_line(one.id)}", style=rich_door.QUIET)


def _figures(record: Any) -> str:
    parts = [many(record.documents, "document"), many(record.mentions, "mention")]
    if record.first:
        parts.append(record.first if record.first == record.last else f"{record.first} to {record.last}")
    if record.is_minister:
        parts.append("credited in metadata")
    return ", ".join(parts)


def _role(role: Any) -> Text:
    from rich.text import Text

    line = Text(one_line(role.text))
    beside = [one for one in (role.organisation, role.country) if one and one not in role.text]
    stated = "".join(f", {one_line(one)}" for one in beside)
    seen = "" if not role.first else role.first if role.first == role.last else f"{role.first} to {role.last}"
    said_by = many(role.documents, "document") + (" only" if role.seldom else "")
    return line.append(f"{stated}  {', '.join(part for part in (seen, said_by) if part)}", style=rich_door.QUIET)


def cut(names: list[str]) -> list[str]:
    """Return names on one line each, the first dozen of many."""
    names = [one_line(name) for name in names]
    return names if len(names) <= _MOST + 1 else [*names[:_MOST], f"and {len(names) - _MOST:,} more"]


def many(number: int, noun: str) -> str:
    """Return a number with its noun: "2 documents"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
