"""EPUB to a raw document: the text of its chapters in their order, with the place at which each begins."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import unquote

from nzn_cli.documents.formats.html import decoded, whole_text
from nzn_cli.documents.formats.pdf import joined
from nzn_cli.documents.formats.zipped import Damaged, Packed, attribute, damaged, local, stated
from nzn_cli.model.documents import RawDocument

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_CHAPTERS = 3_000
_CHARACTERS = 20_000_000


def read_epub(path: str, data: bytes) -> RawDocument:
    """Return the document that a book is; `places` has its chapters."""
    try:
        packed = Packed(data)
        container = packed.xml("META-INF/container.xml")
        files = container.iter() if container is not None else ()
        roots = [attribute(one, "full-path") for one in files if local(one.tag) == "rootfile"]
        package = packed.xml(roots[0]) if roots else None
        if package is None:
            raise Damaged("it holds no book")
        texts: list[str] = []
        size = 0
        for name in _spine(package, posixpath.dirname(roots[0])):
            source = decoded(packed.read(name) or b"").text
            size += len(source)
            if len(texts) == _CHAPTERS or size > _CHARACTERS:
                break
            texts.append(whole_text(source))
        metadata = next((one for one in package if local(one.tag) == "metadata"), None)
        meta = stated(metadata, ("subject", "modified"))
    except Damaged as reason:
        return damaged(path, "EPUB", reason)
    # a page without text, such as a cover, is no chapter
    body, places = joined("chapter", [text for text in texts if text])
    return RawDocument(path, "epub", meta, body, 1, (), {}, places)


def _spine(package: Element, folder: str) -> Iterator[str]:
    """The names of the chapters' files, in the order in which they are read."""
    files = {
        attribute(one, "id"): attribute(one, "href")
        for one in package.iter()
        if local(one.tag) == "item" and "html" in attribute(one, "media-type")
    }
    for one in package.iter():
        if local(one.tag) == "itemref" and (href := files.get(attribute(one, "idref"))):
            yield posixpath.normpath(posixpath.join(folder, unquote(href.partition("#")[0])))
