"""Which file is of which format: the one table of endings, first bytes, readers, and what a file may cost.

Light: a reader is imported when the first file of its format is read. `-t` takes the names and endings of the table.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from nzn_cli.model.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from nzn_cli.model.documents import RawDocument

_ROOM = "nzn_cli.documents.formats"


class Format(NamedTuple):
    """A format: its name, the endings of its files, how they begin (any, where empty), its reader, most bytes read."""

    name: str
    endings: tuple[str, ...]
    signatures: tuple[bytes, ...]
    reader: str  # "module:function" of this room: path and bytes in, raw document out
    most: int

    def read(self, path: str, data: bytes) -> RawDocument:
        """Return the document that the bytes of a file are."""
        module, _, function = self.reader.partition(":")
        reader: Callable[[str, bytes], RawDocument] = getattr(import_module(f"{_ROOM}.{module}"), function)
        return reader(path, data)


_MB = 1_000_000
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
FORMATS: tuple[Format, ...] = (
    Format("text", (".txt",), (), "text:read_text", 1_000 * _MB),
    Format("markdown", (".md", ".markdown"), (), "text:read_text", 1_000 * _MB),
    Format("html", (".html", ".htm", ".xhtml"), (), "html:read_html", 200 * _MB),
    Format("pdf", (".pdf",), (b"%PDF-",), "pdf:read_pdf", 500 * _MB),
    Format("mhtml", (".mhtml", ".mht"), (), "html:read_mhtml", 200 * _MB),
)
TEXT = FORMATS[0]
_BY_ENDING = {ending: one for one in FORMATS for ending in one.endings}
ENDINGS = tuple(_BY_ENDING)


def format_of(path: str, head: bytes = b"") -> Format:
    """Return the format of a file by its ending, or by how it begins where that says otherwise; text for all else.

    `head` are its first bytes, of which eight are enough.
    """
    named = _BY_ENDING.get(ending(path), TEXT)
    if not head or (named.signatures and head.startswith(named.signatures)):
        return named
    # saved under a wrong ending: what begins as another format does is of that format
    if named.signatures or named is TEXT:
        for one in FORMATS:
            if one.signatures and one.signatures != _ZIP and head.startswith(one.signatures):
                return one
    return named


def ending(path: str) -> str:
    """Return the ending of a path as the table has it: in lower case, with its dot; "" where it has none."""
    name = path.rpartition("/")[2]
    at = name.rfind(".")
    return name[at:].lower() if at > 0 else ""


def is_plain(path: str) -> bool:
    """Return whether a file is of a format that is text as it stands."""
    return format_of(path).reader == TEXT.reader


def endings_of(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the endings of formats by name or by ending ("html", ".htm"); raises KeyError for what is none."""
    found: dict[str, None] = {}
    for name in names:
        low = name.lower().removeprefix(".")
        of = next((one.endings for one in FORMATS if one.name == low), None)
        of = of or ((f".{low}",) if f".{low}" in _BY_ENDING else None)
        if of is None:
            raise KeyError(name)
        found |= dict.fromkeys(of)
    return tuple(found)
