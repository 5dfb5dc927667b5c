"""Grep: which documents may match, the scan of bodies, titles and metadata, and the hits in the order of `list`."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain, groupby, islice
from typing import Any

from nzn_cli.errors import UsageError
from nzn_cli.model.answers import DocumentRecord, Hit, HitCount
from nzn_cli.model.records import NamedTuple
from nzn_cli.model.settings import Filters, GrepRequest
from nzn_cli.query import grep_scan
from nzn_cli.query.answer import Answer, limited
from nzn_cli.query.document_records import columns, reader, selected
from nzn_cli.query.filters import needs, where
from nzn_cli.query.grep_patterns import Pattern, patterns
from nzn_cli.query.patience import each_with_patience, patient
from nzn_cli.query.selection import Where
from nzn_cli.query.view import View, listed
from nzn_cli.text.surface import Surface, line_surface

FIELDS = ("title", "meta", "body")
_CHUNKS = (64, 512, 4096)  # documents scanned at a time: few at first, so that the first hits come at once

Row = tuple[Any, ...]


class _Search(NamedTuple):
    """A grep, understood: what to look for, and where."""

    request: GrepRequest
    filters: Filters
    patterns: list[Pattern]
    found: Where  # the documents to look in
    narrowed: bool  # whether `found` leaves any out
    candidates: set[int] | None  # those whose body may match
    view: View


def grep_needs(filters: Filters) -> frozenset[str]:
    """Return what the index must hold for a grep."""
    return needs(filters) | {"surface"}


def grep(request: GrepRequest, filters: Filters, view: View) -> Answer[Hit]:
    """Return one hit a match, documents in the order of `list`; within one title, metadata, body.

    `limit`, `offset` and the total count lines, with all the matches that each holds.
    """
    hits = _hits(_search(request, filters, view))
    if filters.limit is None and not filters.offset:
        return Answer(hits)
    lines = limited((list(each) for _, each in groupby(hits, key=line_of)), filters.limit, filters.offset)
    return Answer(chain.from_iterable(lines), lines.total)


def line_of(hit: Hit) -> tuple[str | int | None, ...]:
    """Return what the matches of one line have in common; a piece of metadata counts as a line."""
    return hit.id, hit.path, hit.field, hit.line, hit.text if hit.line is None else None


def grep_counts(
    request: GrepRequest,
    filters: Filters,
    view: View,
    matches: bool = False,
    fields: Sequence[str] | None = None,
) -> Answer[HitCount]:
    """Return the number of matching lines, or of matches, of every document that has any.

    Date and title are read only where `fields` has them (None: all).
    """
    if matches:
        found = groupby(
            grep(request, filters._replace(limit=None, offset=0), view),
            key=lambda hit: (hit.id, hit.path, hit.date, hit.title),
        )
        every = (HitCount(*document, sum(1 for _ in hits)) for document, hits in found)
        return limited(every, filters.limit, filters.offset)
    search = _search(request, filters, view)
    numbers = _everywhere(search, grep_scan.Scan(search.patterns, request).count, len)
    told = fields is None or not {"date", "title"}.isdisjoint(fields)  # else an index alone is read
    rows = _rows(search, f"d.doc, d.id, d.folder, d.path, {'d.date, d.title' if told else 'NULL, NULL'}", numbers)
    records = (
        HitCount(id_, view.path(folder, path), date, title, numbers[doc])
        for doc, id_, folder, path, date, title in rows
    )
    return limited(records, filters.limit, filters.offset)


def grep_documents(
    request: GrepRequest, filters: Filters, view: View, without: bool = False, fields: Sequence[str] | None = None
) -> Answer[DocumentRecord]:
    """Return the documents that have a match, or those that have none."""
    search = _search(request, filters, view)
    holding = _everywhere(search, grep_scan.Scan(search.patterns, request).holds, len)
    names = [name for name in DocumentRecord._fields if fields is None or name in fields]
    read = reader(names, view)
    rows = _rows(search, f"d.doc, {columns(names)}", holding, without)
    return limited((read(row[1:]) for row in rows), filters.limit, filters.offset)


def _search(request: GrepRequest, filters: Filters, view: View) -> _Search:
    unknown = [field for field in request.fields if field not in FIELDS]
    if unknown or not request.fields:
        raise UsageError(f"grep cannot look in {''.join(unknown[:1])!r}", f"--in {','.join(FIELDS)}")
    if request.invert and request.all_of:
        raise UsageError("-v and --all-of do not go together", None)
    found = where(filters, view)
    if request.only:
        from nzn_cli.query.resolve_ids import resolve

        docs = resolve(request.only, view, folders=True)
        found = found.also("d.doc IN (SELECT value FROM json_each(?))", listed(docs))
    looked_for = patterns(request)
    candidates = _candidates(request, looked_for, view) if "body" in request.fields else set()
    return _Search(request, filters, looked_for, found, not found.everything, candidates, view)


def _candidates(request: GrepRequest, looked_for: Sequence[Pattern], view: View) -> set[int] | None:
    """The documents whose body may match, by the words in them; None when any may."""
    if request.invert:
        return None
    every = request.all_of and tuple(request.fields) == ("body",)
    held: set[int] | None = None
    for pattern in looked_for:
        docs = view.store.candidates(pattern.source, pattern.flags)
        if docs is None:
            if every:
                continue
            return None
        held = docs if held is None else (held & docs if every else held | docs)
    if (
        held is not None and request.literal
    ):  # words are of surfaces, and of bodies as far as they differ by whole words
        held.update(doc for (doc,) in view.store.rows("SELECT doc FROM body WHERE edits <> ''"))
    return held


def _docs(search: _Search) -> list[int] | None:
    """The documents whose bodies are to be read; None for all."""
    if not search.narrowed:
        return None if search.candidates is None else sorted(search.candidates)
    sql = f"SELECT d.doc FROM {search.found.table} d WHERE {search.found.sql}"
    docs = (doc for (doc,) in search.view.store.rows(sql, search.found.params))
    return [doc for doc in docs if search.candidates is None or doc in search.candidates]


def _rows(search: _Search, what: str, docs: Any, without: bool = False) -> Iterator[Row]:
    """Rows of the documents that are, or are not, among `docs`, in the order of `list`."""
    found = search.found
    if not without and len(docs) < 5000:  # few: let the table be read for them alone
        found = found.also("d.doc IN (SELECT value FROM json_each(?))", listed(list(docs)))
    for row in selected(what, found, search.filters, search.view, limited=False):
        if (row[0] in docs) is not without:
            yield row


# ---- all at once: counts, and which documents ----


def _everywhere(
    search: _Search, work: Callable[[bytes, str | None], Any], weigh: Callable[[list[grep_scan.LineHit]], int]
) -> dict[int, int]:
    """doc -> result of `work` on its body, together with what titles and metadata have; without what is 0."""
    request = search.request
    outside = tuple(field for field in FIELDS[:2] if field in request.fields)
    if outside and (request.all_of or request.max_count is not None):  # both look at a document as a whole
        return {row[0]: number for row, hits in _documents(search) if (number := sum(map(_weight, hits)))}
    numbers: dict[int, int] = {}
    if "body" in request.fields:
        with each_with_patience(search.patterns):
            numbers = search.view.store.map_texts(patient(work), _docs(search))
    if outside:
        for row in _outside_rows(search):
            number = sum(weigh(hits) for _, hits in _outside(row, search))
            if number:
                numbers[row[0]] = numbers.get(row[0], 0) + number
    return numbers


# ---- document by document: hits ----


def _hits(search: _Search) -> Iterator[Hit]:
    for row, fields in _documents(search):
        for field, lines in fields:
            yield from _records(row, field, lines, search)


def _documents(search: _Search) -> Iterator[tuple[Row, list[tuple[str, list[grep_scan.LineHit]]]]]:
    """(row, hits of each field) of every document with any, in the order of `list`."""
    request = search.request
    # `all_of` and `max_count` are for the document as a whole, so that they are looked at when all fields are known
    plain = request._replace(all_of=False) if set(request.fields) != {"body"} else request
    work = patient(grep_scan.Scan(search.patterns, plain).find)
    for chunk in _chunks(search):
        bodies: dict[int, list[grep_scan.LineHit]] = {}
        if "body" in request.fields:
            docs = [row[0] for row in chunk if search.candidates is None or row[0] in search.candidates]
            with each_with_patience(search.patterns):
                bodies = search.view.store.map_texts(work, docs)
        for row in chunk:
            fields = _outside(row, search) if set(request.fields) - {"body"} else []
            fields.append(("body", bodies.get(row[0], [])))
            if any(lines for _, lines in fields) and _has_all(fields, search):
                yield row, _cut(fields, request.max_count)


_COLUMNS = "d.doc, d.id, d.folder, d.path, d.date, d.title, d.meta, d.body_line, d.places"


def _chunks(search: _Search) -> Iterator[list[Row]]:
    found = search.found
    if search.candidates is not None and set(search.request.fields) == {"body"}:
        found = found.also("d.doc IN (SELECT value FROM json_each(?))", listed(list(search.candidates)))
    what = _COLUMNS if "meta" in search.request.fields else _COLUMNS.replace("d.meta", "NULL")
    rows = selected(what, found, search.filters, search.view, limited=False)
    sizes = iter(_CHUNKS)
    while chunk := list(islice(rows, size := next(sizes, _CHUNKS[-1]))):
        yield chunk
        if len(chunk) < size:
            return


def _outside_rows(search: _Search) -> Iterator[Row]:
    what = _COLUMNS if "meta" in search.request.fields else _COLUMNS.replace("d.meta", "NULL")
    return selected(what, search.found, Filters(), search.view, limited=False)


def _outside(row: Row, search: _Search) -> list[tuple[str, list[grep_scan.LineHit]]]:
    """What the title and the metadata of a document have, as (field, hits)."""
    texts = []
    if "title" in search.request.fields and row[5]:
        texts.append(("title", row[5]))
    if "meta" in search.request.fields:
        read = str if search.request.literal else line_surface
        texts += [("meta", read(text)) for text in meta_texts(json.loads(row[6]))]
    bare = search.request._replace(all_of=False, before=0, after=0, max_count=None)
    find = patient(partial(grep_scan.found_in, patterns=search.patterns, request=bare))
    with each_with_patience(search.patterns):
        return [(field, hits) for field, text in texts if (hits := find(Surface(text)))]


def meta_texts(meta: dict[str, Any]) -> Iterator[str]:
    """Return `key: value` of every value of a document's metadata, an item of a list for itself."""
    for key, value in meta.items():
        for item in value if isinstance(value, list) else [value]:
            if item is not None:
                yield f"{key}: {item if isinstance(item, str) else json.dumps(item, ensure_ascii=False)}"


def _has_all(fields: Sequence[tuple[str, list[grep_scan.LineHit]]], search: _Search) -> bool:
    if not search.request.all_of:
        return True
    seen = {match[2] for _, lines in fields for line in lines for match in line[5]}
    return len(seen) == len(search.patterns)


def _cut(
    fields: list[tuple[str, list[grep_scan.LineHit]]], most: int | None
) -> list[tuple[str, list[grep_scan.LineHit]]]:
    """The first `most` lines of a document."""
    if most is None:
        return fields
    kept = []
    for field, lines in fields:
        kept.append((field, lines[:most]))
        most -= len(kept[-1][1])
    return kept


def _weight(field: tuple[str, list[grep_scan.LineHit]]) -> int:
    return len(field[1])


def _records(row: Row, field: str, lines: Sequence[grep_scan.LineHit], search: _Search) -> Iterator[Hit]:
    _, id_, folder, path, date, title, _, body_line, places = row
    starts = json.loads(places)[1] if places else []
    shown = search.view.path(folder, path)
    inside = field == "body"
    for number, start, text, before, after, matches in lines:
        for first, last, pattern in matches:
            yield Hit(
                id_, shown, date, title, field,
                body_line + number if inside else None,
                first - start + 1 if inside else None,
                first if inside else None,
                last if inside else None,
                text[first - start : last - start],
                search.patterns[pattern].typed,
                text, before, after,
                bisect_right(starts, first) if inside and starts else None,
            )  # fmt: skip
