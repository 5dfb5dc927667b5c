"""People and dated expressions of the documents that lack them: extracted by workers, written here, kept until the
text, what is known of the document, or the extractor changes. Joining people across the corpus is `joining`'s."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from nzn_cli.annotate.guard import dates_of, people_of
from nzn_cli.model.documents import Credit, Problem
from nzn_cli.model.settings import Folder
from nzn_cli.parallel.workers import Crew
from nzn_cli.progress import Listener
from nzn_cli.store.commits import Commits
from nzn_cli.store.rows import Row, storable

if TYPE_CHECKING:
    import sqlite3

_FEW = 6  # documents that are read faster than workers start
_BATCH = 32
_BATCH_BYTES = 400_000

Text = tuple[int, str, Any]  # doc, body, and what else the extractor needs
_CODES = ("not-extracted", "too-much-work")


class Facts(NamedTuple):
    """What one text says: rows of each table, and what went wrong on the way."""

    tables: tuple[Sequence[Row], ...]
    problems: tuple[Problem, ...]


class Kind(NamedTuple):
    """One kind of fact: how texts are chosen, extracted and written."""

    name: str  # of the progress bar, and of the columns of `file`
    texts: Callable[[sqlite3.Connection, Sequence[int]], Iterator[Text]]
    extract: Callable[[Sequence[Text]], list[Facts]]
    tables: tuple[str, ...]
    inserts: tuple[str, ...]


def bring_facts_up_to_date(connection: sqlite3.Connection, kind: Kind, jobs: int, progress: Listener) -> int:
    """Extract one kind of fact from the documents that lack it; return how many did. Commits as it goes."""
    sql = f"SELECT doc FROM file WHERE {kind.name} IS NOT NULL AND {kind.name}_done IS NOT {kind.name} ORDER BY doc"
    docs = [doc for (doc,) in connection.execute(sql)]
    if not docs:
        return 0
    few = len(docs) <= _FEW
    with Crew(kind.extract, 1 if few else jobs) as crew:
        if not few:
            progress.start(kind.name, len(docs))
        try:
            _write_all(connection, kind, crew.answers(_batches(connection, kind, docs)), progress)
        finally:
            if not few:
                progress.finish()
    return len(docs)


def _write_all(
    connection: sqlite3.Connection,
    kind: Kind,
    answers: Iterable[tuple[Sequence[Text], list[Facts]]],
    progress: Listener,
) -> None:
    commits = Commits(connection)
    for batch, facts in answers:
        _write(connection, kind, batch, facts)
        progress.advance(len(batch))
        commits.between_steps()
    connection.execute("COMMIT")


def _write(connection: sqlite3.Connection, kind: Kind, batch: Sequence[Text], facts: Sequence[Facts]) -> None:
    docs = [(text[0],) for text in batch]
    for table in kind.tables:
        connection.executemany(f"DELETE FROM {table} WHERE doc = ?", docs)
    for number, insert in enumerate(kind.inserts):
        connection.executemany(insert, [row for one in facts for row in one.tables[number]])
    _forget_warnings(connection, kind.name, docs)
    for (doc,), one in zip(docs, facts, strict=True):
        for warning in one.problems:
            _warn(connection, doc, warning)
    connection.executemany(f"UPDATE file SET {kind.name}_done = {kind.name} WHERE doc = ?", docs)


def _forget_warnings(connection: sqlite3.Connection, kind: str, docs: Sequence[tuple[int]]) -> None:
    """Take away what earlier code had to say of these facts of documents."""
    ours = f"json_extract(value, '$[0]') IN {_CODES} AND json_extract(value, '$[2]') LIKE ?1"
    sql = f"""UPDATE document
        SET warnings = (SELECT json_group_array(json(value)) FROM json_each(warnings) WHERE NOT ({ours}))
        WHERE doc = ?2 AND warnings <> '[]' AND EXISTS (SELECT 1 FROM json_each(warnings) WHERE {ours})"""
    connection.executemany(sql, [(f"%its {kind}%", doc) for (doc,) in docs])


def _warn(connection: sqlite3.Connection, doc: int, warning: Problem) -> None:
    """Add a warning to a document, unless it has it already."""
    text = json.dumps(warning, ensure_ascii=False)
    sql = """UPDATE document SET warnings = json_insert(warnings, '$[#]', json(?1)) WHERE doc = ?2
        AND NOT EXISTS (SELECT 1 FROM json_each(warnings) WHERE json(value) = json(?1))"""
    connection.execute(sql, (text, doc))


def _batches(connection: sqlite3.Connection, kind: Kind, docs: Sequence[int]) -> Iterator[list[Text]]:
    batch: list[Text] = []
    size = 0
    for at in range(0, len(docs), _BATCH):
        for text in kind.texts(connection, docs[at : at + _BATCH]):
            batch.append(text)
            size += len(text[1])
            if len(batch) == _BATCH or size > _BATCH_BYTES:
                yield batch
                batch, size = [], 0
    if batch:
        yield batch


# ---- people -----------------------------------------------------------------------------------------------------


def _people_texts(connection: sqlite3.Connection, docs: Sequence[int]) -> Iterator[Text]:
    for doc in docs:
        (body,) = connection.execute("SELECT text FROM body WHERE doc = ?", (doc,)).fetchone()
        sql = "SELECT name, text, role FROM credit WHERE doc = ? ORDER BY rowid"
        yield doc, body, tuple(Credit(*row) for row in connection.execute(sql, (doc,)))


def extract_people(texts: Sequence[Text]) -> list[Facts]:
    """Return for each text its rows of entity, mention and role."""
    return [_people_rows(*text) for text in texts]


def _people_rows(doc: int, body: str, credited: Sequence[Credit]) -> Facts:
    facts, problems = people_of(body, credited)
    tables = (
        [(doc, e.entity, storable(e.name), int(e.credited), e.mentions) for e in facts.entities],
        [(doc, m.entity, m.source, storable(m.text), *m[3:]) for m in facts.mentions],
        [(doc, *role) for role in facts.roles],
    )
    return Facts(tables, problems)


PEOPLE = Kind(
    "people",
    _people_texts,
    extract_people,
    ("entity", "mention", "role"),
    (
        "INSERT INTO entity VALUES (?,?,?,?,?)",
        "INSERT INTO mention VALUES (?,?,?,?,?,?,?,?)",
        "INSERT INTO role VALUES (?,?,?,?,?)",
    ),
)


# ---- dates ------------------------------------------------------------------------------------------------------


def _dates_texts(day_first: Sequence[bool], connection: sqlite3.Connection, docs: Sequence[int]) -> Iterator[Text]:
    """Yield texts with their dates, and whether 3/4/2018 is in April in their folder, `day_first` being by folder."""
    sql = """SELECT text, folder, date, date_span_start, date_span_end FROM body JOIN document USING (doc)
        WHERE doc = ?"""
    for doc in docs:
        body, folder, date, start, end = connection.execute(sql, (doc,)).fetchone()
        yield doc, body, (date, None if start is None else (start, end), day_first[folder])


def extract_dates(texts: Sequence[Text]) -> list[Facts]:
    """Return for each text its rows of event."""
    return [_dates_rows(*text) for text in texts]


def _dates_rows(doc: int, body: str, known: tuple[str | None, tuple[int, int] | None, bool]) -> Facts:
    found, problems = dates_of(body, *known)
    events = [
        (
            *(doc, d.char_start, d.char_end, d.text, d.value, d.start, d.end, d.precision),
            *(d.anchor, d.anchor_source, d.rule, d.rejected, int(d.future)),
        )
        for d in found
    ]
    return Facts((events,), problems)


def dates(folders: Sequence[Folder]) -> Kind:
    """Return how dates are found in documents of these folders, each by the rules of its own."""
    texts = partial(_dates_texts, [folder.day_first for folder in folders])
    insert = "INSERT INTO event VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)"
    return Kind("dates", texts, extract_dates, ("event",), (insert,))
