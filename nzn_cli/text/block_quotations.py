"""Where block quotations stand in a surface, which has lost their marks: `>` of Markdown and mail, `<blockquote>`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from nzn_cli.text.surface import Surface


class BlockQuotation(NamedTuple):
    """Lines that stand together as a quotation; `depth` counts from 1 the quotations that they are within."""

    start: int
    end: int
    depth: int


def block_quotations(surface: Surface) -> tuple[BlockQuotation, ...]:
    """Return the block quotations of a surface in order of place, none within another; offsets are of its text."""
    text = surface.text
    lines = sorted({*_marked_lines(surface, text), *_tagged(surface)})
    found: list[BlockQuotation] = []
    for one in lines:
        before = found[-1] if found else None
        if before is not None and one.start <= before.end:
            continue  # what a line end within a paragraph joined
        if before is not None and before.depth == one.depth and text[before.end : one.start] == "\n":
            found[-1] = before._replace(end=one.end)
        else:
            found.append(one)
    return tuple(one for one in found if text[one.start : one.end].strip())


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(r"[ \t]*\n?((?:[ \t]*>)+)[ \t]*")


def _marked_lines(surface: Surface, text: str) -> Iterator[BlockQuotation]:
    for start, end, source in surface.edits():
        marks = _marks().fullmatch(source) if ">" in source else None
        if marks is not None and (start == 0 or "\n" in source or text[start - 1] == "\n"):
            stop = text.find("\n", end)
            yield BlockQuotation(end, len(text) if stop < 0 else stop, marks[1].count(">"))


def _tagged(surface: Surface) -> Iterator[BlockQuotation]:
    opened: list[int] = []
    for start, end, source in surface.edits():
        if source[:1] != "<" or not source.lower().startswith(("<blockquote", "</blockquote")):
            continue
        if source[1] != "/":
            opened.append(end)
        elif opened:
            yield BlockQuotation(opened.pop(), start, len(opened) + 1)
