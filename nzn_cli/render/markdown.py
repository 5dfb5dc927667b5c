"""Markdown: a table of the answer's columns, or a whole document, for notes and stories."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from nzn_cli.render.answers import Column, Shape
from nzn_cli.render.plain import cell, rows
from nzn_cli.render.safe import one_line, visible

_ESCAPED = str.maketrans({c: "\\" + c for c in "\\|`*_[]<>"})


def table(records: Iterable[Any], columns: tuple[Column, ...], shape: Shape) -> Iterator[str]:
    """Yield a Markdown table; nothing at all when there are no records."""
    started = False
    for record in records:
        if not started:
            started = True
            yield "| " + " | ".join(shape.key(column.field) for column in columns) + " |\n"
            yield "| " + " | ".join("---:" if c.kind == "number" else "---" for c in columns) + " |\n"
        row = next(rows((record,), columns, shape))
        url = getattr(record, "url", None)
        yield (
            "| "
            + " | ".join(_cell(v, url if c.field == "title" else None) for v, c in zip(row, columns, strict=True))
            + " |\n"
        )


def _cell(value: Any, url: str | None) -> str:
    text = escaped(cell(value))
    return f"[{text}](<{one_line(url)}>)" if url and not set(url) & set("<>|") else text


def escaped(text: str) -> str:
    """Return `text` on one line, with what Markdown would read as markup escaped."""
    return one_line(text).translate(_ESCAPED)


def documents(records: Iterable[Any]) -> Iterator[str]:
    """Yield each document with its title as heading, its metadata as a list, and its text."""
    for number, record in enumerate(records):
        yield ("\n\n" if number else "") + f"# {escaped(record.title or record.id)}\n\n"
        for key in ("id", "date", "url", "ministers", "portfolios"):
            text = cell(getattr(record, key))
            if text:
                yield f"- {key}: {f'<{one_line(text)}>' if key == 'url' else escaped(text)}\n"
        yield "\n" + visible(record.body) + "\n"
