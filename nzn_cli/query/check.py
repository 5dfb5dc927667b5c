"""What is wrong with a corpus: the warnings of its documents, and what only the whole corpus shows."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from datetime import date
from operator import attrgetter
from typing import Any

from nzn_cli.model.answers import ProblemRecord
from nzn_cli.model.documents import Problem
from nzn_cli.model.problems import problem
from nzn_cli.model.records import NamedTuple
from nzn_cli.model.settings import Filters
from nzn_cli.query.answer import Answer, limited
from nzn_cli.query.filters import where
from nzn_cli.query.order import sort_keys, sorted_by
from nzn_cli.query.selection import Where
from nzn_cli.query.spellings import lone_spellings
from nzn_cli.query.twins import SHORTEST, word_digest
from nzn_cli.query.view import View
from nzn_cli.store.store import path_text

# what an undated text speaks of as past, from its number
NotBefore = Callable[[int], str | None]


class _Row(NamedTuple):
    """What is looked at of one document."""

    doc: int
    shown: str  # path as records have it
    stem: str
    title: str | None
    date: str | None
    start: str | None
    url: str | None
    words: int
    warnings: str


def check(filters: Filters, view: View, not_before: NotBefore | None = None) -> Answer[ProblemRecord]:
    """Return everything that is wrong, by path, then by line, those of a whole document first, or as `sort` has it.

    `not_before` tells of an undated document the latest date that its text speaks of as past. Documents are compared
    with all that `filters` let through. Raises UsageError for a key of `sort` that is none of a problem.
    """
    found = where(filters, view)
    keys = sort_keys(filters.sort, ProblemRecord._fields, "problems")

    def of_documents() -> Iterator[ProblemRecord]:
        rows = list(_rows(found, view))
        rows.sort(key=lambda row: row.shown)
        shared = _shared(rows, found, view)
        for row in rows:
            problems = [*_own(row), *_missing(row, view, not_before), *shared.get(row.doc, ())]
            problems.sort(key=lambda one: one.line or 0)
            for one in problems:
                yield ProblemRecord(row.shown, one.line, one.code, one.message, one.hint)

    def of_everything() -> Iterator[ProblemRecord]:
        from heapq import merge

        yield from merge(of_documents(), _of_folders(view), key=attrgetter("path"))
        yield from _of_people(view)
        yield from _unmatched(view)

    records = of_everything() if found.everything else of_documents()
    return limited(sorted_by(keys, records) if keys else records, filters.limit, filters.offset)


def _rows(found: Where, view: View) -> Iterator[_Row]:
    sql = f"""SELECT d.doc, d.folder, d.path, d.title, d.date, d.start, d.url, d.words, d.warnings FROM {found.table} d
        WHERE {found.sql}"""
    for doc, folder, path, *rest in view.store.rows(sql, found.params):
        yield _Row(doc, view.path(folder, path), _names(path_text(path))[2], *rest)


def _names(path: str) -> tuple[str, str, str]:
    """What a document may be called by: its path, its name, and that without the ending."""
    name = path.rpartition("/")[2]
    return path, name, os.path.splitext(name)[0]


def _own(row: _Row) -> Iterator[Problem]:
    for code, line, message, hint in json.loads(row.warnings):
        yield Problem(code, line, message, hint)


def _missing(row: _Row, view: View, not_before: NotBefore | None) -> Iterator[Problem]:
    if row.date is None:
        latest = not_before(row.doc) if not_before else None
        one = problem("undated", stem=row.stem)
        yield one._replace(message=f"{one.message}; its text speaks of {latest} as past") if latest else one
    elif row.start and row.start > (view.now or date.today().isoformat())[:10]:
        yield problem("date-future", date=row.date)
    if row.title is None:
        yield problem("untitled")


def _shared(rows: list[_Row], found: Where, view: View) -> dict[int, list[Problem]]:
    """Problems that show when documents are compared: doc -> problems."""
    problems: dict[int, list[Problem]] = {}

    def add(doc: int, code: str, **words: str) -> None:
        problems.setdefault(doc, []).append(problem(code, None, **words))

    for row, first in _repeated(rows, lambda row: row.url):
        add(row.doc, "duplicate-url", url=str(row.url), other=first.shown)
    long = [row for row in rows if row.words >= SHORTEST]
    digests = view.store.map_texts(word_digest, [row.doc for row in long])
    for row, first in _repeated(long, lambda row: digests.get(row.doc)):
        add(row.doc, "duplicate-text", other=first.shown)
    for doc, name, other in lone_spellings(found, view):
        add(doc, "lone-spelling", name=repr(name), other=repr(other))
    return problems


def _repeated(rows: list[_Row], key: Callable[[_Row], Any]) -> Iterator[tuple[_Row, _Row]]:
    """(document, the first one with the same key) of every document but the first."""
    first: dict[Any, _Row] = {}
    for row in rows:
        value = key(row)
        if value is not None and first.setdefault(value, row) is not row:
            yield row, first[value]


def _of_folders(view: View) -> list[ProblemRecord]:
    """Folders that could not be read, or a document in them, by path."""
    latest = []
    for folder, path, reason in view.store.rows("SELECT folder, path, unread FROM snapshot WHERE unread <> ''"):
        one = problem("unreadable-folder", reason=reason)
        latest.append(ProblemRecord(view.path(folder, path.rstrip(b"/")), None, one.code, one.message, one.hint))
    return sorted(latest)


def _of_people(view: View) -> Iterator[ProblemRecord]:
    """Doubts about people, where they were joined; they belong to no one document."""
    for (text,) in view.store.rows("SELECT text FROM person_warning ORDER BY rowid"):
        one = problem("same-name", name=text)
        yield ProblemRecord(view.folders[0].path, None, one.code, text, one.hint)


def _unmatched(view: View) -> Iterator[ProblemRecord]:
    """Documents for which `.nzn.toml` gives metadata and that are not there."""
    from fnmatch import fnmatchcase

    for number, folder in enumerate(view.folders):
        rows = view.store.rows("SELECT path FROM document WHERE folder = ?", (number,)) if folder.facts else ()
        names = [name for (path,) in rows for name in _names(path_text(path))]
        known = set(names)
        for pattern, _ in folder.facts:
            if pattern not in known and not any(fnmatchcase(name, pattern) for name in names):
                found = problem("config-unmatched", pattern=pattern)
                yield ProblemRecord(view.path(number, ".nzn.toml"), None, found.code, found.message, found.hint)
