"""PPTX to a raw document: the text of its slides in their order, with the place at which each begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from nzn_cli.documents.formats.office_word import joined_blocks, table_rows
from nzn_cli.documents.formats.pdf import joined
from nzn_cli.documents.formats.zipped import Damaged, Packed, attribute, damaged, local, stated
from nzn_cli.model.documents import RawDocument

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_SLIDES = 5_000
_DEPTH = 60


def read_pptx(path: str, data: bytes) -> RawDocument:
    """Return the document that a presentation is; `places` has its slides."""
    try:
        packed = Packed(data)
        names = list(_slides(packed))
        if not names:
            raise Damaged("it holds no slides")
        roots = [packed.xml(name) for name in names[:_SLIDES]]
        meta = stated(packed.xml("docProps/core.xml"), ("description", "language"))
    except Damaged as reason:
        return damaged(path, "PPTX", reason)
    texts = [joined_blocks(list(_blocks(root, 0))) if root is not None else "" for root in roots]
    body, places = joined("slide", texts)
    return RawDocument(path, "pptx", meta, body, 1, (), {}, places)


def _slides(packed: Packed) -> Iterator[str]:
    """The names of the slides' files, in the order of the presentation."""
    presentation, links = packed.xml("ppt/presentation.xml"), packed.xml("ppt/_rels/presentation.xml.rels")
    if presentation is None or links is None:
        numbered = (re.fullmatch(r"ppt/slides/slide(\d{1,6})\.xml", name) for name in packed.names)
        yield from (one[0] for one in sorted(filter(None, numbered), key=lambda one: int(one[1])))
        return
    targets = {attribute(one, "Id"): attribute(one, "Target") for one in links}
    for slide in presentation.iter():
        if local(slide.tag) == "sldId":
            target = next((targets[value] for value in slide.attrib.values() if value in targets), "")
            if target:
                yield target.lstrip("/") if target.startswith("/") else f"ppt/{target}"


def _blocks(element: Element, depth: int, title: bool = False) -> Iterator[str]:
    for child in element if depth < _DEPTH else ():
        name = local(child.tag)
        if name == "sp":
            kinds = {attribute(one, "type") for one in child.iter() if local(one.tag) == "ph"}
            if kinds.isdisjoint(("sldNum", "dt", "ftr")):
                yield from _blocks(child, depth + 1, not kinds.isdisjoint(("title", "ctrTitle")))
        elif name == "tbl":
            yield from table_rows([_cells(row) for row in child if local(row.tag) == "tr"])
        elif name == "p":
            if lines := _lines(child):
                yield f"# {' '.join(lines)}" if title else "\n".join(lines)
        elif name != "Fallback":
            yield from _blocks(child, depth + 1, title)


def _cells(row: Element) -> list[str]:
    return [" ".join(_blocks(cell, 0)) for cell in row if local(cell.tag) == "tc"]


def _lines(paragraph: Element) -> list[str]:
    """The lines of a paragraph, those without text left out."""
    named = ((local(one.tag), one.text or "") for one in paragraph.iter())
    text = "".join("\n" if name == "br" else words for name, words in named if name in ("t", "br"))
    return [line for one in text.split("\n") if (line := " ".join(one.split()))]
