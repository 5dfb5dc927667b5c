"""A table fitted to the page: ids and dates whole, the other width to what matters. Long answers come in blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from nzn_cli.model.records import NamedTuple
from nzn_cli.render import console as rich_door
from nzn_cli.render.answers import Column, Shape
from nzn_cli.render.hyperlinks import to_file
from nzn_cli.render.page import Page
from nzn_cli.render.plain import cell, rows
from nzn_cli.render.safe import one_line

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

BLOCK = 200  # rows that are measured and drawn at a time
_GAP = 2
_MAIN_LEAST = 28  # columns that the main column needs beside others; below, the rest goes under it
_MAIN_NARROW = 20  # columns that it needs at all; below, fixed columns go under it too
_REST_LEAST = 14  # columns that any other needs to stand beside it
_REST_SHARE = 0.4
_HANGING = 14  # columns that the name of a value under the main column may take
_NAMED = 3  # items of a list that a cell names
_LINES = 4  # that one cell may take
_AFTER = 12  # characters that are shown behind the words that a cell is cut around
_STYLES = {"id": rich_door.ID, "date": rich_door.DATE, "number": "", "main": "", "rest": ""}


class Plan(NamedTuple):
    """Widths of the columns that are drawn, and those whose values go under the main one."""

    widths: dict[int, int]
    under: tuple[int, ...]


class Row(NamedTuple):
    """One record: its cells as text, and where title and path lead."""

    cells: list[str]
    whole: list[str]  # the same, with every item of a list
    record: Any


def table(records: Iterable[Any], columns: tuple[Column, ...], shape: Shape, page: Page) -> Iterator[str]:
    """Yield the drawn table, its header with the first block; nothing when there are no records."""
    on = rich_door.console(page)
    source = iter(records)
    plan: Plan | None = None
    while block := [_row(record, columns, shape) for record in islice(source, BLOCK)]:
        first = plan is None
        if plan is None:
            plan = _plan(block, columns, [shape.key(c.field) for c in columns], page.width)
        yield _drawn(block, columns, shape, plan, page, on, header=first)


def _plan(block: list[Row], columns: tuple[Column, ...], headers: list[str], width: int) -> Plan:
    """Return widths in which lists stand whole where the page has room for them, else with their first items."""
    from rich.cells import cell_len

    room = width + _GAP
    for i, header in enumerate(headers):
        room -= max(cell_len(header), *(cell_len(row.whole[i]) for row in block)) + _GAP
    return fitted([row.whole if room >= 0 else row.cells for row in block], columns, headers, width)


def _row(record: Any, columns: tuple[Column, ...], shape: Shape) -> Row:
    values = next(rows((record,), columns, shape))
    cells = [one_line(_shown(value)) for value in values]
    whole = [
        one_line(cell(value).replace("; ", ", ")) if isinstance(value, list) else shown
        for value, shown in zip(values, cells, strict=True)
    ]
    return Row(cells, whole, record)


def _shown(value: Any) -> str:
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value:,}"
    if not isinstance(value, list):
        return cell(value)
    names = list(dict.fromkeys(cell(part) for part in value))
    return ", ".join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")


def fitted(cells: list[list[str]], columns: tuple[Column, ...], headers: list[str], width: int) -> Plan:
    """Return widths that fill at most `width`: fixed columns whole, then main and rest by what they hold."""
    from rich.cells import cell_len

    wanted = [max(cell_len(header), *(cell_len(row[i]) for row in cells)) for i, header in enumerate(headers)]
    return _planned(wanted, columns, width)


def _planned(wanted: list[int], columns: tuple[Column, ...], width: int) -> Plan:
    """Return the plan for columns that would take the `wanted` widths."""
    rest, main, fixed = _by_kind(columns)
    under: list[int] = []
    free = width - sum(wanted[i] + _GAP for i in fixed)
    if main is None:
        return Plan({i: wanted[i] for i in fixed} | _shared(rest, wanted, free + _GAP), ())
    while free < min(_MAIN_NARROW, wanted[main]) and len(fixed) > 1:
        under.insert(0, fixed.pop())
        free += wanted[under[0]] + _GAP
    widths = {i: wanted[i] for i in fixed}
    taken = _shared(rest, wanted, max(int(free * _REST_SHARE), free - wanted[main] - _GAP))
    left = free - sum(size + _GAP for size in taken.values())
    if _is_squeezed(taken, wanted, left < min(_MAIN_LEAST, wanted[main])):
        taken, under, left = {}, [*rest, *under], free
    hanging = max((wanted[i] + _HANGING for i in under), default=0)
    return Plan(widths | taken | {main: min(max(8, left), max(wanted[main], hanging))}, tuple(under))


def _by_kind(columns: tuple[Column, ...]) -> tuple[list[int], int | None, list[int]]:
    """Return the places of the `rest` columns, of the main one, and of those that are shown whole."""
    rest = [i for i, column in enumerate(columns) if column.kind == "rest"]
    main = next((i for i, column in enumerate(columns) if column.kind == "main"), None)
    return rest, main, [i for i in range(len(columns)) if i != main and i not in rest]


def _is_squeezed(taken: dict[int, int], wanted: list[int], narrow: bool) -> bool:
    """Return whether the `rest` columns, or the main one beside them (`narrow`), would be too thin to read."""
    return any(narrow or size < min(_REST_LEAST, wanted[i]) for i, size in taken.items())


def _shared(rest: list[int], wanted: list[int], free: int) -> dict[int, int]:
    """Return widths of the `rest` columns within `free`: the narrow ones whole, the wide ones alike."""
    widths: dict[int, int] = {}
    for place, i in enumerate(sorted(rest, key=lambda i: wanted[i])):
        share = (free - sum(size + _GAP for size in widths.values())) // (len(rest) - place) - _GAP
        widths[i] = max(6, min(wanted[i], share))
    return widths


def _drawn(
    block: list[Row], columns: tuple[Column, ...], shape: Shape, plan: Plan, page: Page, on: Console, header: bool
) -> str:
    from rich.table import Table

    shown = [i for i in range(len(columns)) if i in plan.widths]
    grid = Table(box=None, show_header=header, padding=(0, _GAP, 0, 0), pad_edge=False, header_style=rich_door.HEADING)
    for i in shown:
        grid.add_column(
            shape.key(columns[i].field).replace("_", " "),
            width=plan.widths[i],
            justify="right" if columns[i].kind == "number" else "left",
            overflow="fold",
            no_wrap=columns[i].kind in ("id", "date", "number"),
        )
    for row in block:
        grid.add_row(*(_cell(row, i, columns, plan, page) for i in shown))
    return rich_door.draw_text(grid, on)


def _cell(row: Row, i: int, columns: tuple[Column, ...], plan: Plan, page: Page) -> Text:
    from rich.text import Text

    kind, width = columns[i].kind, plan.widths[i]
    shown = row.whole[i] if len(row.whole[i]) <= width else row.cells[i]
    text = Text(shortened(shown, width * _LINES, page, _around(row, columns[i])), style=_STYLES[kind])
    url = getattr(row.record, "url", None) if columns[i].field == "title" else None
    if url:
        text = rich_door.link(text, url, page)
    elif columns[i].field in ("title", "id", "path"):
        text = to_file(text, row.record, page)
    if kind == "main":
        for under in plan.under:
            if row.cells[under]:
                name = "" if columns[under].kind == "rest" else columns[under].field.replace("_", " ") + " "
                cut = shortened(name + row.cells[under], width * 2, page, _around(row, columns[under]))
                for line in hung(cut, width - 2):
                    text.append(f"\n  {line}", style=rich_door.QUIET)
    return text


def hung(text: str, width: int) -> list[str]:
    """Return `text` cut at spaces into lines of at most `width` columns, where its words let it."""
    from rich.cells import cell_len

    lines = [""]
    for word in text.split():
        if lines[-1] and cell_len(lines[-1]) + 1 + cell_len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _around(row: Row, column: Column) -> str:
    """Return the words that must stay in sight in a cell that is cut: the whole value, else its last word."""
    if not column.around:
        return ""
    value: str = getattr(row.record, column.around)
    return value if value in getattr(row.record, column.field) else value.rpartition(" ")[2]


def shortened(text: str, most: int, page: Page, around: str = "") -> str:
    """Return `text` cut at a word to at most `most` characters, with a sign where it was cut.

    Words that it is cut `around` stay in it: then it is cut at the front, too, as far as they need it.
    """
    if len(text) <= most:
        return text
    sign = rich_door.sign(page, "…", "...")
    begin = text.find(around)
    end = begin + len(around)
    start = text.find(" ", max(0, min(end + _AFTER, len(text)) + 2 * len(sign) - most)) + 1
    if end > most - len(sign) and start <= begin:
        text = sign + text[start:]
        if len(text) <= most:
            return text
    cut = text[: most - len(sign)]
    return (cut[: cut.rfind(" ")] if cut.rfind(" ") > most // 2 else cut).rstrip(" ,;") + sign
