"""One kind of annotation of the documents that lack it: found by workers, written here, kept until what it is read from
or the annotator changes. Knows no kind: all that differs stands in the registry."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from nzn_cli.annotate.guard import annotations_of
from nzn_cli.annotate.registry import Annotator, tables_of
from nzn_cli.freshness.inputs import stored_inputs
from nzn_cli.model.documents import Problem
from nzn_cli.model.settings import Folder
from nzn_cli.parallel import Crew
from nzn_cli.progress import Listener
from nzn_cli.store.commits import Commits
from nzn_cli.store.rows import Row
from nzn_cli.text.surface import Surface

if TYPE_CHECKING:
    import sqlite3

_FEW = 6  # documents that are read faster than workers start
_BATCH = 32
_BATCH_BYTES = 400_000

DocumentInputs = tuple[int, tuple[Any, ...]]  # doc, and the values that the annotator is given
_CODES = ("not-extracted", "too-much-work")
_LACKING = "SELECT doc FROM annotation WHERE kind = ? AND done IS NOT input ORDER BY doc"


class DocumentAnnotations(NamedTuple):
    """What an annotator found in one document: rows of each table, and what went wrong on the way."""

    tables: tuple[Sequence[Row], ...]
    problems: tuple[Problem, ...]


def annotate_documents(
    connection: sqlite3.Connection, annotator: Annotator, folders: Sequence[Folder], jobs: int, progress: Listener
) -> int:
    """Find one kind of annotation in the documents that lack it; return how many did. Commits as it goes."""
    docs = [doc for (doc,) in connection.execute(_LACKING, (annotator.name,))]
    if not docs:
        return 0
    few = len(docs) <= _FEW
    with Crew(partial(annotate_batch, annotator), 1 if few else jobs) as crew:
        if not few:
            progress.start(annotator.name, len(docs))
        try:
            batches = _batches((doc, stored_inputs(connection, annotator, doc, folders)) for doc in docs)
            _write_all(connection, annotator, crew.answers(batches), progress)
        finally:
            if not few:
                progress.finish()
    return len(docs)


def annotate_batch(annotator: Annotator, batch: Sequence[DocumentInputs]) -> list[DocumentAnnotations]:
    """Return what is found in each document: what a worker does."""
    tables = tables_of(annotator)
    found = []
    for doc, inputs in batch:
        rows, problems = annotations_of(annotator, inputs)
        owners = [table.owner(doc, annotator) for table in tables]
        written = tuple([(*owner, *row) for row in each] for owner, each in zip(owners, rows, strict=True))
        found.append(DocumentAnnotations(written, problems))
    return found


def _write_all(
    connection: sqlite3.Connection,
    annotator: Annotator,
    answers: Iterable[tuple[Sequence[DocumentInputs], list[DocumentAnnotations]]],
    progress: Listener,
) -> None:
    commits = Commits(connection)
    warned = {doc for (doc,) in connection.execute("SELECT doc FROM document WHERE warnings <> '[]'")}
    for batch, found in answers:
        _forget_warnings(connection, annotator.name, [doc for doc, _ in batch if doc in warned])
        _write(connection, annotator, batch, found)
        progress.advance(len(batch))
        commits.between_steps()
    connection.execute("COMMIT")


def _write(
    connection: sqlite3.Connection,
    annotator: Annotator,
    batch: Sequence[DocumentInputs],
    found: Sequence[DocumentAnnotations],
) -> None:
    docs = [doc for doc, _ in batch]
    for number, table in enumerate(tables_of(annotator)):
        connection.executemany(table.delete, [table.owner(doc, annotator) for doc in docs])
        connection.executemany(table.insert, [row for one in found for row in one.tables[number]])
    for doc, one in zip(docs, found, strict=True):
        for warning in one.problems:
            _warn(connection, doc, warning)
    done = "UPDATE annotation SET done = input WHERE doc = ? AND kind = ?"
    connection.executemany(done, [(doc, annotator.name) for doc in docs])


def _forget_warnings(connection: sqlite3.Connection, kind: str, docs: Sequence[int]) -> None:
    """Take away what earlier code had to say of a kind of annotation of documents."""
    ours = f"json_extract(value, '$[0]') IN {_CODES} AND json_extract(value, '$[2]') LIKE ?1"
    sql = f"""UPDATE document
        SET warnings = (SELECT json_group_array(json(value)) FROM json_each(warnings) WHERE NOT ({ours}))
        WHERE doc = ?2 AND warnings <> '[]' AND EXISTS (SELECT 1 FROM json_each(warnings) WHERE {ours})"""
    connection.executemany(sql, [(f"%its {kind}%", doc) for doc in docs])


def _warn(connection: sqlite3.Connection, doc: int, warning: Problem) -> None:
    """Add a warning to a document, unless it has it already."""
    text = json.dumps(warning, ensure_ascii=False)
    sql = """UPDATE document SET warnings = json_insert(warnings, '$[#]', json(?1)) WHERE doc = ?2
        AND NOT EXISTS (SELECT 1 FROM json_each(warnings) WHERE json(value) = json(?1))"""
    connection.execute(sql, (text, doc))


def _batches(documents: Iterable[DocumentInputs]) -> Iterator[list[DocumentInputs]]:
    batch: list[DocumentInputs] = []
    size = 0
    for document in documents:
        batch.append(document)
        size += sum(len(value) for value in document[1] if isinstance(value, (str, Surface)))
        if len(batch) == _BATCH or size > _BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def forget_annotations(connection: sqlite3.Connection, annotator: Annotator, doc: int) -> None:
    """Remove what an annotator found in a document, and that it did."""
    for table in tables_of(annotator):
        connection.execute(table.delete, table.owner(doc, annotator))
    connection.execute("DELETE FROM annotation WHERE doc = ? AND kind = ?", (doc, annotator.name))
