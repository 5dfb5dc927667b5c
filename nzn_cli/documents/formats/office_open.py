"""ODT to a raw document: headings, lists, tables and notes as Markdown; what was deleted is left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from nzn_cli.documents.formats.office_word import joined_blocks, table_rows
from nzn_cli.documents.formats.zipped import Damaged, Packed, attribute, damaged, local, stated
from nzn_cli.model.documents import RawDocument

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_DEPTH = 60
_LEFT_OUT = frozenset(("tracked-changes", "sequence-decls", "forms", "annotation", "index-source", "table-of-content"))


def read_odt(path: str, data: bytes) -> RawDocument:
    """Return the document that a text of OpenDocument is."""
    try:
        packed = Packed(data)
        root = packed.xml("content.xml")
        if root is None:
            raise Damaged("it holds no text")
        body = next((one for one in root.iter() if local(one.tag) == "text" and len(one)), None)
        meta = stated(packed.xml("meta.xml"), ("date", "creator", "description", "language"))
    except Damaged as reason:
        return damaged(path, "ODT", reason)
    notes: list[str] = []
    blocks = list(_blocks(body, 0, "", notes)) if body is not None else []
    blocks += [f"[^{number}]: {note}" for number, note in enumerate(notes, 1) if note]
    return RawDocument(path, "odt", meta, joined_blocks(blocks), 1, ())


def _blocks(element: Element, depth: int, mark: str, notes: list[str]) -> Iterator[str]:
    for child in element if depth < _DEPTH else ():
        name = local(child.tag)
        if name == "h":
            level = attribute(child, "outline-level")
            text = " ".join("".join(_words(child, 0, notes)).split())
            if text:
                yield f"{'#' * (min(int(level), 6) if level.isdecimal() else 1)} {text}"
        elif name == "p":
            lines = [" ".join(line.split()) for line in "".join(_words(child, 0, notes)).split("\n")]
            if any(lines):
                yield mark + "\n".join(line for line in lines if line)
        elif name == "list":
            yield from _blocks(child, depth + 1, "  " + mark if mark else "- ", notes)
        elif name == "table":
            yield from table_rows(list(_rows(child, depth, notes)))
        elif name not in _LEFT_OUT:
            yield from _blocks(child, depth + 1, mark, notes)


def _rows(table: Element, depth: int, notes: list[str]) -> Iterator[list[str]]:
    for row in table.iter():
        if local(row.tag) == "table-row":
            yield [
                " ".join(" ".join(_blocks(cell, depth + 1, "", notes)).split())
                for cell in row
                if local(cell.tag) == "table-cell"
            ]


def _bare(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _words(element: Element, depth: int, notes: list[str]) -> Iterator[str]:
    yield element.text or ""
    for child in element if depth < _DEPTH else ():
        name = local(child.tag)
        if name == "s":
            yield " "
        elif name == "tab":
            yield "\t"
        elif name == "line-break":
            yield "\n"
        elif name == "note":
            text = next((_bare(one) for one in child if local(one.tag) == "note-body"), "")
            notes.append(text)
            yield f"[^{len(notes)}]"
        elif name not in _LEFT_OUT:
            yield from _words(child, depth + 1, notes)
        yield child.tail or ""
