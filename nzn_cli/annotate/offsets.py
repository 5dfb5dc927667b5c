"""Rows of annotators between a surface, which annotators read, and the body, of which stored offsets count characters.

Columns `X_start` and `X_end` of a table are a span; `parts` are spans with a value, "START END VALUE;START END VALUE".
`text` of a span is what a reader reads there; `written`, the last column of a table that has it, what the body has
there, NULL where that is the same: annotators give no value for it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from nzn_cli.annotate.registry import Table
from nzn_cli.text.surface import Surface

Rows = Sequence[tuple[Any, ...]]
Move = Callable[[int, int], tuple[int, int]]


def rows_on_body(table: Table, rows: Rows, surface: Surface) -> Rows:
    """Return the rows that an annotator found in a surface, as the index holds them."""
    spans, written = _spans(table), _has_written(table)
    if not spans or not rows or not (surface.is_edited or written):
        return rows
    if not written:
        return [_moved(row, spans, table, surface.to_body) for row in rows]
    made = []
    text, (start, end) = _names(table).index("text"), spans[0]
    for row in rows:
        one = _moved(row, spans, table, surface.to_body) if surface.is_edited else row
        shown = " ".join(row[text].split())
        stands = row[text] if one[start] is None else surface.body[one[start] : one[end]]
        made.append((*one[:text], shown, *one[text + 1 :], None if stands == shown else stands))
    return made


def rows_on_surface(table: Table, rows: Rows, surface: Surface) -> Rows:
    """Return the rows that the index holds, as an annotator found them in a surface."""
    spans = _spans(table)
    if _has_written(table):
        rows = [row[:-1] for row in rows]
    if not spans or not surface.is_edited:
        return rows
    return [_moved(row, spans, table, surface.from_body) for row in rows]


def _moved(row: tuple[Any, ...], spans: list[tuple[int, int]], table: Table, move: Move) -> tuple[Any, ...]:
    place = _parts(table)
    if place is None and len(spans) == 1:  # as of most tables: in half the time
        start, end = spans[0]
        return row if row[start] is None else (*row[:start], *move(row[start], row[end]), *row[end + 1 :])
    made = list(row)
    for start, end in spans:
        if row[start] is not None:
            made[start], made[end] = move(row[start], row[end])
    if place is not None and made[place]:
        parts = [part.split(" ", 2) for part in made[place].split(";")]
        moved = [(*move(int(start), int(end)), value) for start, end, value in parts]
        made[place] = ";".join(f"{start} {end} {value}" for start, end, value in moved)
    return tuple(made)


@cache
def _parts(table: Table) -> int | None:
    names = _names(table)
    return names.index("parts") if "parts" in names else None


def _names(table: Table) -> list[str]:
    return [column.split()[0] for column in table.columns]


@cache
def _spans(table: Table) -> list[tuple[int, int]]:
    names = _names(table)
    heads = [name.removesuffix("_start") for name in names if name.endswith("_start")]
    return [(names.index(f"{head}_start"), names.index(f"{head}_end")) for head in heads if f"{head}_end" in names]


def _has_written(table: Table) -> bool:
    return table.columns[-1].split()[0] == "written"
