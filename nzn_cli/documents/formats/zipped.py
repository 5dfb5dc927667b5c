"""What is packed in a ZIP file, read within bounds, and the XML in it: no entities, nothing outside is followed."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING

from nzn_cli.model.documents import RawDocument
from nzn_cli.model.file_formats import FILE_CREATED
from nzn_cli.model.problems import problem

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MEMBERS = 20_000
MOST = 60_000_000  # bytes of one member, unpacked
RATIO = 300  # of unpacked to packed bytes, above a megabyte
_BROKEN = (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, OSError, ValueError, KeyError, RuntimeError)


class Damaged(Exception):
    """A file that cannot be read as what it says it is, and why."""


def unpacked(data: bytes) -> bytes:
    """Return what gzip packed; raises Damaged for what is broken, or grows beyond all measure."""
    most = min(MOST * 4, max(1_000_000, len(data) * RATIO))
    pieces, size = [], 0
    try:
        while data:
            stream = zlib.decompressobj(31)
            pieces.append(stream.decompress(data, most - size + 1))
            size += len(pieces[-1])
            if size > most:
                raise Damaged("it is too large when unpacked")
            if not stream.eof:
                raise Damaged("it is cut off")
            data = stream.unused_data
    except zlib.error as error:
        raise Damaged(str(error).lower()) from None
    return b"".join(pieces)


class Packed:
    """A ZIP file, its bytes or its path; asking for what is not in it gives None. Raises Damaged."""

    def __init__(self, data: bytes | str) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data) if isinstance(data, bytes) else data)
            self.names = self._zip.namelist()[:MEMBERS]
        except (*_BROKEN, NotImplementedError) as error:
            raise Damaged(str(error).lower() or "it is damaged") from None
        self._known = set(self.names)

    def read(self, name: str) -> bytes | None:
        """Return the bytes of a member; raises Damaged for one that is locked, too large or broken."""
        if name not in self._known:
            return None
        try:
            info = self._zip.getinfo(name)
            if info.flag_bits & 1:
                raise Damaged("it is locked with a password")
            if info.file_size > MOST or info.file_size > max(1_000_000, info.compress_size * RATIO):
                raise Damaged(f"{name} is too large when unpacked")
            with self._zip.open(info) as member:
                data = member.read(MOST + 1)
        except (*_BROKEN, NotImplementedError) as error:
            raise Damaged(str(error).lower() or "it is damaged") from None
        if len(data) > MOST:
            raise Damaged(f"{name} is too large when unpacked")
        return data

    def files(self) -> list[tuple[str, int]]:
        """Return the names of the files in it, and their sizes, each name once."""
        known = ((name, self._zip.getinfo(name)) for name in dict.fromkeys(self.names))
        return [(name, info.file_size) for name, info in known if name and not name.endswith("/")]

    def xml(self, name: str) -> Element | None:
        """Return the XML of a member, None where there is none; raises Damaged."""
        data = self.read(name)
        return None if data is None else xml_of(data, name)


def xml_of(data: bytes, name: str) -> Element:
    """Return the root of XML; raises Damaged, also for XML that declares entities."""
    from xml.etree import ElementTree

    if re.search(rb"<!(?:DOCTYPE[^>]*\[|ENTITY)", data[:100_000]):
        raise Damaged(f"{name} declares entities")
    try:
        return ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise Damaged(f"{name} is no XML: {error}") from None


def local(tag: object) -> str:
    """Return the name of an element or attribute without its namespace; "" for a comment."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element, name: str) -> str:
    """Return an attribute by its name without namespace, "" where it is not there."""
    return next((value for key, value in element.attrib.items() if local(key) == name), "")


def damaged(path: str, kind: str, reason: object) -> RawDocument:
    """Return the empty document that stands for a file that cannot be read as its format."""
    if "password" in str(reason):
        return RawDocument(path, "", {}, "", 1, (problem("encrypted"),))
    return RawDocument(path, "", {}, "", 1, (problem("format-broken", kind=kind, reason=reason),))


_STATED = {
    "title": "title", "creator": "author", "initial-creator": "author", "subject": "description",
    "description": "description", "keywords": "keywords", "keyword": "keywords", "created": FILE_CREATED,
    "creation-date": FILE_CREATED, "modified": "modified", "language": "language", "publisher": "publisher",
    "date": "date", "category": "category",
}  # fmt: skip


def stated(root: Element | None, left_out: tuple[str, ...] = ()) -> dict[str, str | list[str]]:
    """Return what a document's properties state, by the names that front matter has; the first of two wins."""
    found: dict[str, list[str]] = {}
    for element in root.iter() if root is not None else ():
        name = local(element.tag)
        text = " ".join((element.text or "").split())[:2_000]
        if text and name in _STATED and name not in left_out:
            kept = found.setdefault(_STATED[name], [])
            if text not in kept and (not kept or _STATED[name] in ("author", "keywords")):
                kept.append(text)
    order = dict.fromkeys(_STATED.values())
    return {key: found[key][0] if len(found[key]) == 1 else found[key] for key in order if key in found}
