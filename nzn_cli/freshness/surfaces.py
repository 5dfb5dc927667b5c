"""The surfaces of the documents that lack one: made by workers when a question first reads words, written here.

A surface takes the place of the body in the index, with what brings the body back. Its words that are none of the body
go into a segment in the transaction that says that it is made: until then it is made again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from nzn_cli.guard import guarded
from nzn_cli.parallel import Crew
from nzn_cli.progress import Listener
from nzn_cli.search.inverted_index import Gathering, Words, merge_small, words_by_document
from nzn_cli.store.commits import Commits
from nzn_cli.text.surface import Surface, surface, unpacked

if TYPE_CHECKING:
    import sqlite3

_FEW = 24  # documents that are read faster than workers start
_BATCH = 256
_BATCH_BYTES = 2_000_000
_LACKING = "SELECT doc FROM body JOIN file USING (doc) WHERE surface IS NULL ORDER BY doc"
_KEPT = "UPDATE body SET text = ?, edits = ? WHERE doc = ?"

Body = tuple[int, str]


class SurfacesMade(NamedTuple):
    """What came of a batch of bodies: those that differ, as the index keeps them, and the words that no body has."""

    rows: list[tuple[str, str, int]]  # lines, edits, doc
    words: Words


def make_surfaces(connection: sqlite3.Connection, jobs: int, progress: Listener, words: bool) -> None:
    """Make the surfaces that are lacking, and keep their `words` where words are kept at all. Commits as it goes."""
    docs = [doc for (doc,) in connection.execute(_LACKING)]
    if not docs:
        return
    few = len(docs) <= _FEW
    with Crew(surfaces_of, 1 if few else jobs) as crew:
        if not few:
            progress.start("text", len(docs))
        try:
            _write_all(connection, crew.answers(_batches(_bodies(connection, docs))), progress, words)
        finally:
            if not few:
                progress.finish()


def surfaces_of(batch: Sequence[Body]) -> SurfacesMade:
    """Return the surfaces of some bodies: what a worker does."""
    rows, new = [], []
    for doc, body in batch:
        made, _ = guarded("surface", lambda: surface(body), Surface(body))  # noqa: B023
        edits = made.packed()
        if edits is not None:
            rows.append((made.lines, edits, doc))
            new.append((doc, made.lines, body))
    return SurfacesMade(rows, _new_words(new))


def _new_words(texts: Iterable[tuple[int, str, str]]) -> Words:
    """Return the words of surfaces that stand in no line of the body."""
    lines = [(doc, "\n".join(set(lines.split("\n")).difference(body.split("\n")))) for doc, lines, body in texts]
    return words_by_document(line for line in lines if line[1])


def _write_all(
    connection: sqlite3.Connection,
    answers: Iterable[tuple[Sequence[Body], SurfacesMade]],
    progress: Listener,
    words: bool,
) -> None:
    gathering = Gathering(connection, "surface")
    commits = Commits(connection)
    for batch, made in answers:
        connection.executemany(_KEPT, made.rows)
        gathering.add([doc for doc, _ in batch], made.words if words else {})
        progress.advance(len(batch))
        commits.between_steps()
    gathering.flush()
    merge_small(connection)
    connection.execute("COMMIT")


def _bodies(connection: sqlite3.Connection, docs: Sequence[int]) -> Iterator[Body]:
    for doc in docs:
        row = connection.execute("SELECT text, edits FROM body WHERE doc = ?", (doc,)).fetchone()
        if row is not None:
            yield doc, unpacked(*row).body  # one that was made by a run that was cut off has edits already


def _batches(bodies: Iterable[Body]) -> Iterator[list[Body]]:
    batch: list[Body] = []
    size = 0
    for body in bodies:
        batch.append(body)
        size += len(body[1])
        if len(batch) == _BATCH or size > _BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
