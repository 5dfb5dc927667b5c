"""Which file is of which format, by its ending and by how it begins, and its reader, imported when it is needed."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from nzn_cli.model.file_formats import FORMATS, TEXT, ZIP, Format

if TYPE_CHECKING:
    from collections.abc import Callable

    from nzn_cli.model.documents import RawDocument

_BY_ENDING = {ending: one for one in FORMATS for ending in one.endings}
ENDINGS = (*_BY_ENDING, *(f"{ending}.gz" for ending, one in _BY_ENDING.items() if one.reader))


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
            if one.signatures and one.signatures != ZIP and head.startswith(one.signatures):
                return one
    return named


def reader_of(chosen: Format) -> Callable[[str, bytes], RawDocument]:
    """Return the reader of a format: path and bytes in, raw document out; ImportError where it lacks a library."""
    module, _, function = chosen.reader.partition(":")
    reader: Callable[[str, bytes], RawDocument] = getattr(import_module(f"{__package__}.{module}"), function)
    return reader


def ending(path: str) -> str:
    """Return the ending of a path as the table has it: in lower case, with its dot; "" where it has none.

    A packed file ("a.md.gz") has that of what is in it.
    """
    name = path.rpartition("/")[2]
    if name[-3:].lower() == ".gz":
        name = name[:-3]
    at = name.rfind(".")
    return name[at:].lower() if at > 0 else ""


def is_plain(path: str) -> bool:
    """Return whether a file is of a format that is text as it stands."""
    return format_of(path).reader == TEXT.reader and not is_gzipped(path)


def is_gzipped(path: str) -> bool:
    """Return whether a file is one that gzip packed."""
    return path[-3:].lower() == ".gz"
