"""One file's bytes to a raw document, by the reader of its format.

Pure and picklable, and whatever the bytes are, it answers.
"""

from __future__ import annotations

from functools import partial

from nzn_cli.documents.decode import is_binary
from nzn_cli.documents.formats.choose import format_of, is_gzipped, reader_of
from nzn_cli.documents.formats.text import plain_document
from nzn_cli.documents.formats.zipped import Damaged, damaged, unpacked
from nzn_cli.model.documents import RawDocument
from nzn_cli.model.file_formats import TEXT
from nzn_cli.model.problems import problem
from nzn_cli.parallel import Lost, done_apart


def is_document(path: str, data: bytes) -> bool:
    """Return whether the bytes of a file that was chosen by its name are a document: all but binary ones are."""
    return is_gzipped(path) or format_of(path, data[:8]).reader != TEXT.reader or not is_binary(data)


def read_document(path: str, data: bytes) -> RawDocument:
    """Return the document that the bytes of a file are; `path` is relative to its folder. Never raises on content."""
    if is_gzipped(path):
        try:
            data = unpacked(data)
        except Damaged as error:
            return damaged(path, "gzip", error)
    chosen = format_of(path, data[:8])
    if not chosen.reader:
        return damaged(path, chosen.name, "what is in it cannot be listed")
    if len(data) > chosen.most:
        reason = f"it is larger than {chosen.most // 1_000_000} MB"
        return RawDocument(path, "", {}, "", 1, (problem("format-broken", kind=chosen.name, reason=reason),))
    if not data:
        return RawDocument(path, "utf-8", {}, "", 1, (problem("empty"),))
    try:
        reader = reader_of(chosen)
        if not chosen.seconds or len(data) < chosen.watched:
            return reader(path, data)
        apart: RawDocument = done_apart(partial(reader, path, data), chosen.seconds)
        return apart
    except Lost as reason:
        return damaged(path, chosen.name.upper(), f"its reader {reason}")
    except ImportError as error:  # a platform without a wheel
        missing = problem("format-missing", kind=chosen.name, package=error.name or "its library")
        return RawDocument(path, "", {}, "", 1, (missing,))


def bare_document(path: str, data: bytes) -> RawDocument:
    """Return what a file is where its reader failed: of text all that it holds, of all else an empty document."""
    if format_of(path, data[:8]).reader == TEXT.reader and not is_gzipped(path):
        return plain_document(path, data)
    return RawDocument(path, "", {}, "", 1, ())


def unreadable(path: str, error: OSError) -> RawDocument:
    """Return the empty document that stands for a file whose bytes could not be had."""
    reason = (error.strerror or type(error).__name__).lower()
    return RawDocument(path, "", {}, "", 1, (problem("unreadable", reason=reason),), {})
