"""DOCX to a raw document: headings, lists, tables and footnotes as Markdown, tracked changes as accepted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from nzn_cli.documents.formats.zipped import Damaged, Packed, attribute, damaged, local, stated
from nzn_cli.model.documents import RawDocument

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_DEPTH = 60  # tables in tables, boxes in boxes
# changes that were taken back, what another version of Word shows, and what is no text
_LEFT_OUT = frozenset(("del", "moveFrom", "Fallback", "instrText", "delText", "pPr", "rPr", "sectPr", "tblPr", "tcPr"))


def read_docx(path: str, data: bytes) -> RawDocument:
    """Return the document that a file of Word is."""
    try:
        packed = Packed(data)
        root = packed.xml("word/document.xml")
        if root is None:
            raise Damaged("it holds no text")
        styles = _headings(packed.xml("word/styles.xml"))
        notes = _notes(packed.xml("word/footnotes.xml"), packed.xml("word/endnotes.xml"))
        meta = stated(packed.xml("docProps/core.xml"), ("description", "language"))
    except Damaged as reason:
        return damaged(path, "DOCX", reason)
    text = _Text(styles)
    blocks = list(text.blocks(root, 0))
    blocks += [f"[^{number}]: {notes[number]}" for number in text.noted if notes.get(number)]
    return RawDocument(path, "docx", meta, joined_blocks(blocks), 1, ())


def joined_blocks(blocks: list[str]) -> str:
    """Return blocks with blank lines between them; items of a list and rows of a table stand together."""
    pieces: list[str] = []
    for number, block in enumerate(blocks):
        if number:
            pieces.append("\n" if _is_close(blocks[number - 1], block) else "\n\n")
        pieces.append(block)
    return "".join(pieces).strip()


def _is_close(above: str, below: str) -> bool:
    return all(one.lstrip().startswith("- ") for one in (above, below)) or (above[:2] == below[:2] == "| ")


def _headings(styles: Element | None) -> dict[str, int]:
    """The rank of each style that is a heading, by its id."""
    found: dict[str, int] = {}
    for style in styles if styles is not None else ():
        name = next((attribute(one, "val") for one in style if local(one.tag) == "name"), "").lower()
        if match := re.fullmatch(r"heading ([1-6])", name):
            found[attribute(style, "styleId")] = int(match[1])
        elif name == "title":
            found[attribute(style, "styleId")] = 1
    return found


def _notes(*parts: Element | None) -> dict[str, str]:
    notes: dict[str, str] = {}
    for part in parts:
        for note in part if part is not None else ():
            text = " ".join("".join(_words(note, 0, [])).split())
            notes.setdefault(attribute(note, "id"), text)
    return notes


class _Text:
    """Collects the blocks of a body, and which notes its text has."""

    def __init__(self, styles: dict[str, int]) -> None:
        self._styles = styles
        self.noted: list[str] = []

    def blocks(self, element: Element, depth: int) -> Iterator[str]:
        for child in element if depth < _DEPTH else ():
            name = local(child.tag)
            if name == "p":
                yield from self._paragraph(child, depth)
            elif name == "tbl":
                yield from self._table(child, depth)
            elif name not in _LEFT_OUT:
                yield from self.blocks(child, depth + 1)

    def _paragraph(self, paragraph: Element, depth: int) -> Iterator[str]:
        boxes: list[Element] = []
        text = "".join(_words(paragraph, 0, self.noted, boxes))
        lines = [" ".join(line.split()) for line in text.split("\n")]
        text = "\n".join(line for line in lines if line)
        if text:
            rank, indent = self._kind(paragraph)
            yield f"{'#' * rank} {' '.join(text.split())}" if rank else f"{indent}{text}"
        for box in boxes:
            yield from self.blocks(box, depth + 1)

    def _kind(self, paragraph: Element) -> tuple[int, str]:
        """The rank of a heading, and the mark of an item."""
        properties = next((one for one in paragraph if local(one.tag) == "pPr"), ())
        named = {local(one.tag): one for one in properties}
        style = attribute(named["pStyle"], "val") if "pStyle" in named else ""
        if rank := self._rank(style, attribute(named["outlineLvl"], "val") if "outlineLvl" in named else ""):
            return rank, ""
        if "numPr" not in named and "list" not in style.lower():
            return 0, ""
        level = next((attribute(one, "val") for one in named.get("numPr", ()) if local(one.tag) == "ilvl"), "0")
        return 0, "  " * min(int(level) if level.isdecimal() else 0, 8) + "- "

    def _rank(self, style: str, level: str) -> int:
        """The rank of a heading by its style, else by its level in the outline; 0 for a paragraph."""
        if style in self._styles:
            return self._styles[style]
        if match := re.fullmatch(r"(?i)heading\s?([1-6])", style):
            return int(match[1])
        return int(level) + 1 if level.isdecimal() and int(level) < 6 else 0

    def _table(self, table: Element, depth: int) -> Iterator[str]:
        rows = [
            [" ".join(" ".join(self.blocks(cell, depth + 1)).split()) for cell in row if local(cell.tag) == "tc"]
            for row in table
            if local(row.tag) == "tr"
        ]
        yield from table_rows(rows)


def table_rows(rows: list[list[str]]) -> Iterator[str]:
    """Yield the rows of a table as Markdown; of a table of one column its cells as paragraphs."""
    if max(map(len, rows), default=0) < 2:
        yield from (cell for row in rows for cell in row if cell)
        return
    for number, row in enumerate(row for row in rows if any(row)):
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"
        if number == 0:
            yield "|" + " --- |" * len(row)


def _words(element: Element, depth: int, noted: list[str], boxes: list[Element] | None = None) -> Iterator[str]:
    """The text of a paragraph in pieces; boxes of text that are anchored in it are put aside."""
    for child in element if depth < _DEPTH else ():
        name = local(child.tag)
        if name == "t":
            yield child.text or ""
        elif name in ("tab", "ptab"):
            yield "\t"
        elif name in ("br", "cr"):
            yield "\n"
        elif name in ("noBreakHyphen", "softHyphen"):
            yield "-" if name == "noBreakHyphen" else ""
        elif name in ("footnoteReference", "endnoteReference"):
            noted.append(attribute(child, "id"))
            yield f"[^{noted[-1]}]"
        elif name == "txbxContent":
            if boxes is not None:
                boxes.append(child)
        elif name not in _LEFT_OUT:
            yield from _words(child, depth + 1, noted, boxes)
