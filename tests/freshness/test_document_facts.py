"""What is read of a batch of files alone is what an index holds of them. It needs no engine, so it is always tried."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from nzn_cli.annotate import registry
from nzn_cli.api import open_corpus
from nzn_cli.config.load import load_settings
from nzn_cli.freshness.document_facts import document_facts
from nzn_cli.freshness.read_batch import Task
from nzn_cli.freshness.snapshot import WIDTH

ANY = b"\1" * WIDTH
OF_A_DOCUMENT = ("value", "body", "credit")


def rows(connection: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    """Return the rows of tables whose rows are of one document each."""
    annotated = [table.name for each in registry.ANNOTATORS for table in registry.tables_of(each)]
    names = sorted({*OF_A_DOCUMENT, *annotated})
    return {name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr) for name in names}


def test_rows_are_those_of_an_index(seeds: Path, tmp_path: Path) -> None:
    settings = load_settings((str(seeds),), {"XDG_CACHE_HOME": str(tmp_path)}, str(tmp_path))
    with open_corpus(settings) as corpus:
        corpus.index_build()
        index = sqlite3.connect(corpus.index_status().path)
    paths = dict(index.execute("SELECT doc, path FROM file"))
    tasks = [Task(doc, 0, path, ANY, 1_000) for doc, path in paths.items()]
    with document_facts(settings.folders, tasks) as facts:
        assert rows(facts) == rows(index)
        sql = "SELECT doc, path, title, start, meta, warnings FROM document ORDER BY doc"
        assert list(facts.execute(sql)) == list(index.execute(sql))


def test_what_is_gone_has_no_row_and_what_is_the_same_no_document(tmp_path: Path) -> None:
    (tmp_path / "same.txt").write_text("Ada Marsh met Otto Brandt.")
    (tmp_path / "other.txt").write_text("Ada Marsh met nobody.")
    settings = load_settings((str(tmp_path),), {}, str(tmp_path))
    names = ["same.txt", "other.txt", "gone.txt"]
    with document_facts(settings.folders, [Task(n, 0, name, ANY, 30) for n, name in enumerate(names, 1)]) as first:
        known = dict(first.execute("SELECT path, content FROM file"))
    assert set(known) == {"same.txt", "other.txt"}
    tasks = [
        Task(4, 0, "same.txt", ANY, 30, known["same.txt"]),
        Task(5, 0, "other.txt", ANY, 30, known["same.txt"]),
        Task(6, 0, "gone.txt", ANY, 30, known["same.txt"]),
    ]
    with document_facts(settings.folders, tasks) as second:
        assert dict(second.execute("SELECT doc, content FROM file")) == {4: known["same.txt"], 5: known["other.txt"]}
        assert list(second.execute("SELECT doc, path FROM document")) == [(5, "other.txt")]
