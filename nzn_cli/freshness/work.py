"""What is to be done about documents: which are to be read, which went; held small, for there may be millions.

Knows what is on disk and what the index holds; reads and writes no document.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from nzn_cli.freshness.read_batch import Task
from nzn_cli.freshness.snapshot import WIDTH
from nzn_cli.store.store import path_text, path_value

if TYPE_CHECKING:
    import sqlite3

    from nzn_cli.freshness.scan import Found

Key = tuple[int, str]  # folder and path


class StoredFile(NamedTuple):
    """What the index knows of a file."""

    doc: int
    signature: bytes
    content: bytes


class StoredFiles(Mapping[Key, StoredFile]):
    """All files of the index by folder and path, each read from it when it is asked for."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._is_empty = connection.execute("SELECT 1 FROM file LIMIT 1").fetchone() is None

    def __getitem__(self, key: Key) -> StoredFile:
        sql = "SELECT doc, signature, content FROM file WHERE folder = ? AND path = ?"
        row = None if self._is_empty else self._connection.execute(sql, (key[0], path_value(key[1]))).fetchone()
        if row is None:
            raise KeyError(key)
        return StoredFile(*row)

    def __iter__(self) -> Iterator[Key]:
        for folder, path in self._connection.execute("SELECT folder, path FROM file"):
            yield folder, path_text(path)

    def __len__(self) -> int:
        (number,) = self._connection.execute("SELECT count(*) FROM file").fetchone()
        return int(number)

    def docs(self) -> Iterator[int]:
        """Yield the numbers of all files."""
        return (doc for (doc,) in self._connection.execute("SELECT doc FROM file ORDER BY doc"))

    def members_of(self, folder: int, path: str) -> dict[Key, StoredFile]:
        """Return what lies in a container."""
        sql = "SELECT path, doc, signature, content FROM file WHERE folder = ? AND path > ? AND path < ?"
        rows = self._connection.execute(sql, (folder, path_value(f"{path}/"), path_value(f"{path}0")))
        return {(folder, path_text(row[0])): StoredFile(*row[1:]) for row in rows}


class Tasks:
    """Files to read, in order; about 140 bytes each in place of 500."""

    def __init__(self) -> None:
        self._docs, self._folders, self._sizes = array("q"), array("i"), array("q")
        self._paths: list[str] = []
        self._signatures = bytearray()
        self._contents: dict[int, bytes] = {}  # by doc

    def add(self, task: Task) -> None:
        """Add a file."""
        self._docs.append(task.doc)
        self._folders.append(task.folder)
        self._sizes.append(task.size)
        self._paths.append(task.path)
        self._signatures += task.signature
        if task.content is not None:
            self._contents[task.doc] = task.content

    def __len__(self) -> int:
        return len(self._paths)

    def __iter__(self) -> Iterator[Task]:
        files = zip(self._docs, self._folders, self._paths, self._sizes, strict=True)
        for at, (doc, folder, path, size) in enumerate(files):
            signature = bytes(self._signatures[at * WIDTH : (at + 1) * WIDTH])
            yield Task(doc, folder, path, signature, size, self._contents.get(doc))


class Work(NamedTuple):
    """What is to be done: documents to read, and what went."""

    read: Tasks | Sequence[Task]
    gone: list[int]


def work_for(found: Iterable[Found], stored: Mapping[Key, StoredFile], docs: Iterable[int], next_doc: int) -> Work:
    """Return what to do so that the index holds just `found` in place of the files numbered `docs`.

    `stored` has what is known of them.
    """
    tasks, kept = Tasks(), bytearray(next_doc)
    waiting = sorted(found, reverse=True)
    while waiting:  # each is let go when it has its task: a listing may be as large as all else that is held
        one = waiting.pop()
        known = stored.get((one.folder, one.path))
        if known is not None:
            kept[known.doc] = 1
            if known.signature == one.signature and any(one.signature):
                continue
        size = one.size if one.size >= 0 else int.from_bytes(one.signature[:8], "little")
        if known is None:
            tasks.add(Task(next_doc, one.folder, one.path, one.signature, size))
            next_doc += 1
        else:
            tasks.add(Task(known.doc, one.folder, one.path, one.signature, size, known.content))
    return Work(tasks, [doc for doc in docs if not kept[doc]])
