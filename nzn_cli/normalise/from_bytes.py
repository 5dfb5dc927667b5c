"""One file's bytes to its document: the pure, picklable seam along which processes, or machines, share the work."""

from __future__ import annotations

from functools import partial

from nzn_cli.documents.read import plain_document, read_document
from nzn_cli.documents.read import unreadable as unreadable_document
from nzn_cli.guard import guarded
from nzn_cli.model.documents import Document, Problem
from nzn_cli.model.settings import Folder
from nzn_cli.normalise.document import normalise


def document_from_bytes(path: str, data: bytes, folder: Folder) -> Document:
    """Return the document at `path` (relative to `folder`) whose bytes are `data`; never raises on content."""
    raw, faults = guarded("front matter", partial(read_document, path, data), None)
    document = normalise(plain_document(path, data) if raw is None else raw, folder)
    return document._replace(warnings=faults + document.warnings) if faults else document


def unreadable(path: str, error: OSError, folder: Folder, faults: tuple[Problem, ...] = ()) -> Document:
    """Return the document that stands for a file which could not be read, with the warnings that say why."""
    document = normalise(unreadable_document(path, error), folder)
    return document._replace(warnings=document.warnings + faults)
