"""One file's bytes to its document: the pure, picklable seam along which processes, or machines, share the work."""

from __future__ import annotations

from nzn_cli.documents.read import read_document
from nzn_cli.documents.read import unreadable as unreadable_document
from nzn_cli.model.documents import Document
from nzn_cli.model.settings import Folder
from nzn_cli.normalise.document import normalise


def document_from_bytes(path: str, data: bytes, folder: Folder) -> Document:
    """Return the document at `path` (relative to `folder`) whose bytes are `data`; never raises on content."""
    return normalise(read_document(path, data), folder)


def unreadable(path: str, error: OSError, folder: Folder) -> Document:
    """Return the document that stands for a file which could not be read, with the warning that says why."""
    return normalise(unreadable_document(path, error), folder)
