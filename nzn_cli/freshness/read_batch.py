"""Files to rows: what a worker does with a batch of documents. Pure but for reading the files."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from nzn_cli.documents.decode import is_binary
from nzn_cli.guard import guarded
from nzn_cli.model.documents import Document
from nzn_cli.model.settings import Folder
from nzn_cli.normalise.from_bytes import document_from_bytes, unreadable
from nzn_cli.search.inverted_index import Words, words_by_document
from nzn_cli.store.rows import DocumentRows, rows_of

BATCH = 256  # documents
BATCH_BYTES = 2_000_000


class Task(NamedTuple):
    """A file to read: `doc` is its number, `content` the hash of what was read at the same path before."""

    doc: int
    folder: int
    path: str
    signature: bytes
    size: int
    content: bytes | None = None


class Reading(NamedTuple):
    """What came of a file. `rows` is None when it is binary, or is the same as before (`content` says)."""

    content: bytes
    rows: DocumentRows | None = None
    people: bytes | None = None
    dates: bytes | None = None
    gone: bool = False


def batches(tasks: Iterable[Task]) -> Iterator[list[Task]]:
    """Yield tasks in batches, the same ones however many workers there are."""
    batch: list[Task] = []
    size = 0
    for task in tasks:
        batch.append(task)
        size += task.size
        if len(batch) == BATCH or size > BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def read_batch(folders: Sequence[Folder], words: bool, tasks: Sequence[Task]) -> tuple[list[Reading], Words]:
    """Return a reading for each task, and the words of them all when `words` are wanted."""
    readings = [_read(task, folders[task.folder]) for task in tasks]
    if not words:
        return readings, {}
    texts = ((task.doc, reading.rows.body) for task, reading in zip(tasks, readings, strict=True) if reading.rows)
    return readings, words_by_document(texts)


def _read(task: Task, folder: Folder) -> Reading:
    try:
        data = _bytes(os.path.join(folder.path, task.path))
    except (FileNotFoundError, NotADirectoryError):
        return Reading(b"", gone=True)
    except OSError as error:
        return _reading(b"unreadable", unreadable(task.path, error, folder), folder)
    content = digest(data)
    if content == task.content or is_binary(data):
        return Reading(content)
    reading, faults = guarded(
        "text", lambda: _reading(content, document_from_bytes(task.path, data, folder), folder), None
    )
    if reading is None:  # one document that finds a fault of ours must not hide all others
        return _reading(content, unreadable(task.path, OSError(0, "a fault of nzn"), folder, faults), folder)
    return reading


def _bytes(path: str) -> bytes:
    # a FIFO that took the place of a file must not hold us
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise FileNotFoundError(path)
        return file.read()


def _reading(content: bytes, document: Document, folder: Folder) -> Reading:
    rows = rows_of(document)
    body = rows.body.encode()
    people = digest(body, repr(rows.credits).encode())
    dates = digest(body, repr((document.date, document.date_span, folder.day_first)).encode())
    return Reading(content, rows, people, dates)


def digest(*parts: bytes) -> bytes:
    """Return a hash of 128 bits."""
    from hashlib import blake2b

    made = blake2b(digest_size=16)
    for part in parts:
        made.update(b"%d:" % len(part))
        made.update(part)
    return made.digest()
