"""Files to rows: what a worker does with a batch of documents. Pure but for reading the files."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from nzn_cli.documents.containers import is_container, member_bytes, members, split_member
from nzn_cli.documents.read import is_document
from nzn_cli.freshness.inputs import Inputs, digest, input_digests
from nzn_cli.guard import guarded
from nzn_cli.model.documents import Document
from nzn_cli.model.settings import Folder
from nzn_cli.normalise.document import document_from_bytes, unreadable
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


class FileRead(NamedTuple):
    """What came of a file. `rows` is None when it is binary, or is the same as before (`content` says)."""

    content: bytes
    rows: DocumentRows | None = None
    inputs: tuple[bytes, ...] = ()  # digest of what each annotator is read from; none where there are no rows
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


def read_batch(folders: Sequence[Folder], words: bool, tasks: Sequence[Task]) -> tuple[list[FileRead], Words]:
    """Return what came of each task, and the words of them all when `words` are wanted."""
    files = [_file_read(task, folders[task.folder]) for task in tasks]
    if not words:
        return files, {}
    texts = ((task.doc, file.rows.body) for task, file in zip(tasks, files, strict=True) if file.rows)
    return files, words_by_document(texts)


def _file_read(task: Task, folder: Folder) -> FileRead:
    try:
        data = _bytes(os.path.join(folder.path, task.path))
    except NotADirectoryError:
        return _member_read(task, folder)
    except FileNotFoundError:
        return FileRead(b"", gone=True)
    except OSError as error:
        return _document_read(b"unreadable", unreadable(task.path, error, folder), folder)
    return _data_read(task, data, folder)


def _member_read(task: Task, folder: Folder) -> FileRead:
    """Read a document that lies in a file: what cannot be unpacked is an empty one that says why."""
    from nzn_cli.documents.formats.zipped import Damaged

    split = split_member(task.path)
    if split is None:
        return FileRead(b"", gone=True)
    try:
        data = member_bytes(os.path.join(folder.path, split[0]), split[1])
    except FileNotFoundError:
        return FileRead(b"", gone=True)
    except Damaged as reason:
        return _document_read(b"damaged", unreadable(task.path, OSError(0, str(reason)), folder), folder)
    except OSError as error:
        return _document_read(b"unreadable", unreadable(task.path, error, folder), folder)
    return _data_read(task, data, folder)


def _data_read(task: Task, data: bytes, folder: Folder) -> FileRead:
    content = digest(data)
    if content == task.content or not is_document(task.path, data) or _holds(task.path, folder):
        return FileRead(content)
    file, faults = guarded(
        "text", lambda: _document_read(content, document_from_bytes(task.path, data, folder), folder), None
    )
    if file is None:  # one document that finds a fault of ours must not hide all others
        return _document_read(content, unreadable(task.path, OSError(0, "a fault of nzn"), folder, faults), folder)
    return file


def _holds(path: str, folder: Folder) -> bool:
    """Whether a file is a folder of documents; one that cannot be listed is a document, with its warning."""
    if not is_container(path):
        return False
    from nzn_cli.documents.formats.zipped import Damaged

    try:
        members(os.path.join(folder.path, path))
    except (Damaged, OSError):
        return False
    return True


def _bytes(path: str) -> bytes:
    # a FIFO that took the place of a file must not hold us
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise FileNotFoundError(path)
        return file.read()


def _document_read(content: bytes, document: Document, folder: Folder) -> FileRead:
    rows = rows_of(document)
    inputs = Inputs(
        rows.body, document.title, document.date, document.date_span, folder.day_first, rows.credits, document.site
    )
    return FileRead(content, rows, input_digests(inputs))
