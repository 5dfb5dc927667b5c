"""Brings the documents of an index up to date: reads what changed, forgets what went, keeps what was only renamed.

Writes in small transactions, so that what was read survives a Ctrl-C or a kill; `state` is "part" until all is in. A
run may end between any two of them: what is still to be done then stands in the tables, never in memory alone.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import zip_longest
from typing import TYPE_CHECKING

from nzn_cli.annotate import registry
from nzn_cli.freshness import linked_facts
from nzn_cli.freshness.annotations import forget_annotations
from nzn_cli.freshness.read_batch import FileRead, Task, batches, read_batch
from nzn_cli.freshness.stamps import kinds, stamps
from nzn_cli.freshness.work import Work
from nzn_cli.model.settings import Settings
from nzn_cli.parallel import Crew
from nzn_cli.progress import Listener
from nzn_cli.search.inverted_index import Gathering, merge_small, words_by_document
from nzn_cli.store import rows
from nzn_cli.store.commits import Commits
from nzn_cli.store.store import path_text, path_value

if TYPE_CHECKING:
    import sqlite3

LONGEST_STEM = 24
HASH_DIGITS = 8


def assign_ids(paths: Iterable[tuple[str, str]]) -> list[str]:
    """Return one id a document for `paths`, pairs of (folder's absolute path, path in it), in the same order.

    An id depends on the set of paths alone, never on their order: colliding hashes all grow, and give way to stems.
    `paths` are gone through twice, so that those of very many documents need not be held.
    """
    ids: list[str | None] = []
    taken: set[str] = set()
    shared: set[str] = set()
    for _, path in paths:
        stem = _stem(path)
        ids.append(stem if _typeable(stem) else None)
        if ids[-1] is not None:
            (shared if stem in taken else taken).add(stem)
    taken -= shared
    hashed = {place: pair for place, pair in enumerate(paths) if ids[place] is None or ids[place] in shared}
    repeated = Counter(path for _, path in hashed.values())
    digests = {place: _digest(folder, path, repeated[path] > 1) for place, (folder, path) in hashed.items()}
    for place, name in _shortest(digests, taken).items():
        ids[place] = name
    return [name or "" for name in ids]


def _stem(path: str) -> str:
    name = path.rpartition("/")[2]
    return os.path.splitext(name[:-3] if name[-3:].lower() == ".gz" else name)[0]


def _typeable(stem: str) -> bool:
    return 0 < len(stem) <= LONGEST_STEM and stem.isprintable()


def _digest(folder: str, path: str, several: bool) -> str:
    from hashlib import sha256

    text = f"{folder}\0{path}" if several else path
    return sha256(os.fsencode(text)).hexdigest()


def _shortest(digests: dict[int, str], taken: set[str]) -> dict[int, str]:
    """Return for each place the shortest prefix (from 8 digits) that nothing else has."""
    found: dict[int, str] = {}
    waiting, length = list(digests), HASH_DIGITS
    while waiting:
        often = Counter(digests[place][:length] for place in waiting)
        clashing = [
            p for p in waiting if length < 64 and (often[digests[p][:length]] > 1 or digests[p][:length] in taken)
        ]
        held = set(clashing)
        found.update((place, digests[place][:length]) for place in waiting if place not in held)
        waiting, length = clashing, length + 1
    return found


_FEW = 24  # documents that are read faster than workers start
_LISTING = ("ids", *linked_facts.KEYS)  # what is outdated where a document comes or goes
_SHARE = 4_000  # documents whose ids are compared at a time


def bring_up_to_date(
    connection: sqlite3.Connection, settings: Settings, work: Work, jobs: int, progress: Listener, words: bool
) -> None:
    """Do what is to be done, inside transactions of its own but for the last, which is left open.

    A failure or Ctrl-C is raised; what was committed before it is kept.
    """
    gathering = Gathering(connection)
    few = len(work.read) <= _FEW
    with Crew(partial(read_batch, settings.folders, words), 1 if few else jobs) as crew:
        commits = Commits(connection)
        connection.execute("INSERT OR REPLACE INTO setting VALUES ('state', 'part')")
        writer = _Writer(connection, work.gone)
        if not few:
            progress.start("reading", len(work.read))
        try:
            for batch, (files, found) in crew.answers(batches(work.read)):
                docs = [doc for pair in zip(batch, files, strict=True) if (doc := writer.take(*pair)) is not None]
                if words:
                    gathering.add(docs, found)
                progress.advance(len(batch))
                commits.between_steps()
        finally:
            if not few:
                progress.finish()
    writer.forget_gone()
    if words:
        _finish_words(connection, gathering)
    if "ids" not in stamps(connection):
        give_ids(connection, settings)


def _finish_words(connection: sqlite3.Connection, gathering: Gathering) -> None:
    gathering.flush()
    # a build that was cut off may have left documents whose words were still in memory
    left = [doc for (doc,) in connection.execute("SELECT doc FROM file WHERE words IS NULL ORDER BY doc")]
    for at in range(0, len(left), 256):
        docs = left[at : at + 256]
        bodies = [(doc, row[0]) for doc in docs if (row := _body(connection, doc))]
        gathering.add(docs, words_by_document(bodies))
    gathering.flush()
    merge_small(connection)
    connection.execute("INSERT OR REPLACE INTO setting VALUES ('words', 1)")


def _body(connection: sqlite3.Connection, doc: int) -> tuple[str] | None:
    row: tuple[str] | None = connection.execute("SELECT text FROM body WHERE doc = ?", (doc,)).fetchone()
    return row


def give_ids(connection: sqlite3.Connection, settings: Settings) -> None:
    """Give every document its id, which depends on all documents."""
    ids = assign_ids(_Listing(connection, settings))
    for changed in _changed(connection, ids):
        connection.executemany(
            "UPDATE document SET id = NULL WHERE doc = ?", [(doc,) for doc, old, _ in changed if old]
        )
    for changed in _changed(connection, ids):
        connection.executemany("UPDATE document SET id = ? WHERE doc = ?", [(new, doc) for doc, _, new in changed])
    connection.execute("INSERT OR REPLACE INTO setting VALUES ('ids', '1')")


class _Listing:
    """Folder and path of every document by its number, read as they are asked for."""

    def __init__(self, connection: sqlite3.Connection, settings: Settings) -> None:
        self._connection, self._folders = connection, settings.folders

    def __iter__(self) -> Iterator[tuple[str, str]]:
        for folder, path in self._connection.execute("SELECT folder, path FROM document ORDER BY doc"):
            yield self._folders[folder].path, path_text(path)


def _changed(connection: sqlite3.Connection, ids: Sequence[str]) -> Iterator[list[tuple[int, str | None, str]]]:
    """Yield (doc, id as it is, id to be) of the documents whose id is another, a share at a time."""
    sql, after, given = "SELECT doc, id FROM document WHERE doc > ? ORDER BY doc LIMIT ?", -1, iter(ids)
    while rows := connection.execute(sql, (after, _SHARE)).fetchall():
        after = rows[-1][0]
        yield [(doc, old, new) for (doc, old), new in zip(rows, given, strict=False) if old != new]


class _Writer:
    """Puts what was read into the tables; the one place that keeps the rows of a document in step."""

    def __init__(self, connection: sqlite3.Connection, gone: list[int]) -> None:
        self._connection = connection
        self._gone = set(gone)
        self._renamed = dict(self._contents(gone))
        self._held = set(stamps(connection))
        if gone:
            self._outdate(*kinds(), *_LISTING)

    def _outdate(self, *made: str) -> None:
        """Say that what was made of all documents is to be made again, in the transaction that begins to change it."""
        for key in self._held.intersection(made):
            self._connection.execute("DELETE FROM setting WHERE key = ?", (key,))
            self._held.discard(key)

    def _contents(self, docs: list[int]) -> Iterable[tuple[bytes, int]]:
        for doc in docs:
            row = self._connection.execute("SELECT content FROM file WHERE doc = ?", (doc,)).fetchone()
            if row:
                yield row[0], doc

    def take(self, task: Task, file: FileRead) -> int | None:
        """Write what came of a task; return the number of the document if its words are to be gathered."""
        if file.gone:
            self._gone.add(task.doc)
            self._outdate(*kinds(), *_LISTING)
            return None
        if task.content is not None and file.content == task.content and file.rows is None:
            self._connection.execute("UPDATE file SET signature = ? WHERE doc = ?", (task.signature, task.doc))
            return None
        self._outdate(*kinds())
        doc = task.doc
        if task.content is None:
            doc = self._renamed.pop(file.content, doc)
            self._gone.discard(doc)
            self._outdate(*_LISTING)
        self._replace(doc, task, file)
        return task.doc if doc == task.doc else None

    def _replace(self, doc: int, task: Task, file: FileRead) -> None:
        run = self._connection.execute
        row = run("SELECT words FROM file WHERE doc = ?", (doc,)).fetchone()
        old_id = None
        if row is not None:
            found = run("SELECT id FROM document WHERE doc = ?", (doc,)).fetchone()
            old_id = found and found[0]
            if (found is None) != (file.rows is None):
                self._outdate(*_LISTING)
            linked_facts.keep_facts(self._connection, doc)
            forget_document(self._connection, doc)
        self._forget_outdated(doc, file.inputs)
        words = row[0] if row and doc != task.doc else None
        values = (doc, task.folder, path_value(task.path), task.signature, file.content, words)
        run("INSERT OR REPLACE INTO file (doc, folder, path, signature, content, words) VALUES (?,?,?,?,?,?)", values)
        if file.rows is not None:
            self._insert(doc, task.folder, old_id, file.rows)

    def _forget_outdated(self, doc: int, inputs: Sequence[bytes]) -> None:
        """Forget the annotations of a document that are read from something else now: they are to be made."""
        known = dict(self._connection.execute("SELECT kind, input FROM annotation WHERE doc = ?", (doc,)))
        for annotator, digest in zip_longest(registry.ANNOTATORS, inputs):
            if known.get(annotator.name) != digest:
                forget_annotations(self._connection, annotator, doc)
                if digest is not None:
                    row = (doc, annotator.name, digest)
                    self._connection.execute("INSERT INTO annotation (doc, kind, input) VALUES (?,?,?)", row)

    def _insert(self, doc: int, folder: int, old_id: str | None, made: rows.DocumentRows) -> None:
        connection = self._connection
        connection.execute(rows.DOCUMENT, (doc, folder, made.path, old_id, *made.document))
        connection.executemany(rows.VALUE, [(doc, *value) for value in made.values])
        connection.executemany(rows.CREDIT, [(doc, *credit) for credit in made.credits])
        connection.execute(rows.BODY, (doc, made.body))

    def forget_gone(self) -> None:
        """Remove the documents that are no longer there."""
        for doc in sorted(self._gone):
            forget_document(self._connection, doc)
            for annotator in registry.ANNOTATORS:
                forget_annotations(self._connection, annotator, doc)
            self._connection.execute("DELETE FROM file WHERE doc = ?", (doc,))


def forget_document(connection: sqlite3.Connection, doc: int) -> None:
    """Remove what was read of a document, and its text from the search table if it is in it."""
    from nzn_cli.search.full_text import forget

    forget(connection, doc)
    for table in ("document", "value", "credit", "body"):
        connection.execute(f"DELETE FROM {table} WHERE doc = ?", (doc,))
