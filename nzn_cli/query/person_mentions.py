"""Occurrences of people: who is named where, with the line, the page and the sentence.

Composes SQL on the tables of people; which people are meant is `people_chosen`'s. Lines and sentences are read of the
bodies, only where they are asked for.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from nzn_cli.model.answers import MentionRecord, Written
from nzn_cli.model.settings import Filters, PeopleRequest
from nzn_cli.query.answer import Answer
from nzn_cli.query.filters import asks_sentences
from nzn_cli.query.order import sort_keys
from nzn_cli.query.people_chosen import MOST, choose
from nzn_cli.query.view import View, listed, page_at
from nzn_cli.text.sentences import sentence_at
from nzn_cli.text.surface import Surface

_NEWEST = "d.start DESC, d.folder, d.path"
_SORTS = {"date": "d.start", "person": "p.folded", "id": "d.id"}
# what an occurrence is told with; the joins start from the documents or from the people, whichever is chosen
_PAGE = page_at("m.char_start")
_MENTION = f"""SELECT d.id, p.name, p.person_id, m.text, m.source, m.char_start, m.char_end, {_PAGE}, d.folder, d.path,
    d.doc, d.body_line, m.written
    {{from_}}
    ORDER BY {{order}}, m.source <> 'metadata', m.char_start"""
_FROM_PEOPLE = """FROM person_name n CROSS JOIN entity e ON e.name = n.name AND e.kind = 'person' CROSS
    JOIN {table} d ON d.doc = e.doc
    CROSS JOIN mention m ON m.doc = e.doc AND m.entity = e.entity AND m.kind = e.kind CROSS
    JOIN person p ON p.person = n.person
    WHERE n.person IN (SELECT value FROM json_each(?)) AND {where}"""
_FROM_DOCUMENTS = """FROM {table} d CROSS JOIN entity e ON e.doc = d.doc AND e.kind = 'person'
    CROSS JOIN person_name n ON n.name = e.name CROSS JOIN mention m ON m.doc = e.doc AND m.entity = e.entity
    AND m.kind = e.kind
    CROSS JOIN person p ON p.person = n.person WHERE {where}"""


def mentions(
    request: PeopleRequest, filters: Filters, view: View, fields: Sequence[str] | None = None
) -> Answer[MentionRecord]:
    """Return one record an occurrence, documents newest first, in each the metadata first, then by place.

    Lines and sentences are read only where `fields` has them (None: all).
    """
    keys = sort_keys(request.sort, tuple(_SORTS), "mentions")
    terms = [f"{_SORTS[key]} {'DESC' if down else 'ASC'} NULLS LAST" for key, down in keys]
    chosen = choose(request._replace(limit=None, offset=0, sort=None), filters, view)
    found = chosen.scope
    sql, params = _FROM_DOCUMENTS, found.params
    if not chosen.everybody:
        sql, params = _FROM_PEOPLE, (listed(chosen.numbers()), *found.params)
    where = f"{found.sql} AND m.source = 'metadata'" if chosen.credited else found.sql
    from_ = sql.format(table=found.table, where=where)
    if asks_sentences(filters):
        from nzn_cli.query.about import in_sentences

        rows = view.store.rows(f"SELECT m.rowid, m.doc, m.char_start, m.char_end {from_}", params)
        params = (*params, listed(in_sentences(rows, filters, view)))
        from_ += " AND m.rowid IN (SELECT value FROM json_each(?))"
    sql = f"{_MENTION.format(from_=from_, order=', '.join([*terms, _NEWEST]))} LIMIT ? OFFSET ?"
    limit = -1 if request.limit is None else min(request.limit, MOST)
    found_rows = view.store.rows(sql, (*params, limit, min(request.offset, MOST)))
    count = f"SELECT count(*) {from_}"
    return Answer(map(_reader(view, fields), found_rows), lambda: int((view.store.one(count, params) or (0,))[0]))


def mentions_in(docs: Sequence[int], view: View) -> Iterator[MentionRecord]:
    """Yield every occurrence of a person in these documents, in their order, by place, without lines and sentences."""
    sql = _MENTION.format(from_=_FROM_DOCUMENTS.format(table="document", where="d.doc = ?"), order="d.doc")
    read = _reader(view, ())
    return (read(row) for doc in docs for row in view.store.rows(sql, (doc,)))


def _reader(view: View, fields: Sequence[str] | None) -> Callable[[tuple[Any, ...]], MentionRecord]:
    """What makes a record of a row; it keeps the document that it read last."""
    placed = fields is None or bool({"line", "sentence"} & set(fields))
    held: tuple[int, Surface, list[int]] = (-1, Surface(""), [])

    def read(row: tuple[Any, ...]) -> MentionRecord:
        nonlocal held
        id_, person, person_id, text, source, start, end, page, folder, path, doc, body_line, written = row
        line = sentence = None
        if placed and start is not None:
            if doc != held[0]:
                surface = view.store.surface(doc)
                ends = [at for at, letter in enumerate(surface.body) if letter == "\n"]
                held = (doc, surface, ends)
            text_read = held[1].text
            first, last = sentence_at(text_read, *held[1].from_body(start, end))
            sentence = " ".join(text_read[first:last].split())
            line = body_line + bisect_right(held[2], start - 1)
        shown = Written.of(text, written)
        return MentionRecord(
            id_, person, person_id, shown, source, start, end, page, view.path(folder, path), line, sentence
        )

    return read
