"""Files to all the rows that an index would hold of them alone: a batch is read and annotated in an index of its own.

It is in memory and gone with the batch, so that whoever keeps rows elsewhere gets the very same ones. Knows no place
where rows are kept, and nothing that depends on other documents: ids, who is who.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager

from nzn_cli.annotate import registry
from nzn_cli.freshness.annotations import annotate_documents
from nzn_cli.freshness.build import bring_up_to_date
from nzn_cli.freshness.read_batch import Task
from nzn_cli.freshness.surfaces import make_surfaces
from nzn_cli.freshness.work import Tasks, Work
from nzn_cli.model.settings import Folder, Settings
from nzn_cli.progress import Silent
from nzn_cli.store import schema
from nzn_cli.store.store import path_value


@contextmanager
def document_facts(folders: Sequence[Folder], tasks: Sequence[Task]) -> Iterator[sqlite3.Connection]:
    """Yield an index of just these files, with all annotations; closed at the end of the `with` statement.

    A file that is gone has no row in `file`. One whose content is still `Task.content` has that row and no others.
    """
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.executescript(schema.tables())
        known = [(task.doc, task.folder, path_value(task.path), b"", task.content) for task in tasks if task.content]
        connection.executemany("INSERT INTO file (doc, folder, path, signature, content) VALUES (?,?,?,?,?)", known)
        silent, read = Silent(), Tasks()
        for task in tasks:
            read.add(task)
        settings = Settings(tuple(folders), "", use_index=False, jobs=1)
        bring_up_to_date(connection, settings, Work(read, []), 1, silent, words=False)
        connection.execute("COMMIT")
        make_surfaces(connection, 1, silent, words=False)
        for annotator in registry.ANNOTATORS:
            annotate_documents(connection, annotator, folders, 1, silent)
        yield connection
