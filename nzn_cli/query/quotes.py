"""Who said what: quotations with their speakers, as records read only when asked for.

Composes SQL on the table of quotations and those of people; words and sentences are read of the bodies. Knows nothing
of how quotations were found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from nzn_cli.errors import UsageError
from nzn_cli.model.answers import QuoteRecord, Written
from nzn_cli.model.settings import Filters, GrepRequest, PeopleRequest, QuotesRequest
from nzn_cli.query.answer import Answer
from nzn_cli.query.filters import asks_sentences, where
from nzn_cli.query.order import sort_keys
from nzn_cli.query.people_chosen import choose
from nzn_cli.query.selection import Where
from nzn_cli.query.view import View, listed, page_at
from nzn_cli.text.surface import Surface

QUOTES = frozenset({"people", "quotes"})
KINDS = ("direct", "mixed", "indirect", "turn")
_ROLE = "(SELECT r.text FROM role r WHERE r.doc = q.doc AND r.entity = q.entity ORDER BY r.rowid LIMIT 1)"
_PAGE = page_at("q.char_start")
_COLUMNS = f"""q.doc, d.id, d.date, d.title, p.name, p.person_id, {_ROLE}, q.speaker_text, q.speaker_start,
    q.speaker_end, q.speaker_rule, q.kind, q.char_start, q.char_end, q.cue_start, q.cue_end, {_PAGE}, q.score"""
_FROM = """FROM {table} d CROSS JOIN quotation q ON q.doc = d.doc
    LEFT JOIN entity e ON e.doc = q.doc AND e.entity = q.entity AND e.kind = 'person'
    LEFT JOIN person_name n ON (n.name, n.sense) = (e.name, e.sense)
    LEFT JOIN person p ON p.person = n.person WHERE {where}"""
_BY = """(q.doc, q.entity) IN (SELECT e.doc, e.entity FROM person_name n CROSS JOIN entity e
    ON (e.name, e.sense) = (n.name, n.sense) AND e.kind = 'person'
    WHERE n.person IN (SELECT value FROM json_each(?)))"""
_ORDER = "d.start DESC, d.folder, d.path, q.char_start, q.char_end"
_SORTS = {
    "date": "d.start",
    "id": "d.id",
    "title": "d.title",
    "path": "d.path",
    "speaker": "p.folded",
    "role": "6",
    "kind": "q.kind",
    "score": "q.score",
}


def quotes(
    request: QuotesRequest, filters: Filters, view: View, fields: Sequence[str] | None = None
) -> Answer[QuoteRecord]:
    """Return the quotations of the documents that `filters` let through, newest first, in a document by place."""
    unknown = [kind for kind in request.kinds if kind not in KINDS]
    if unknown:
        raise UsageError(f"{unknown[0]!r} is no kind of quotation", f"--kind {', '.join(KINDS)}")
    found = _chosen(request, filters, view)
    order = ", ".join([*_sort(request.sort or filters.sort), _ORDER])
    from_ = _FROM.format(table=found.table, where=found.sql)
    sql, params = f"SELECT {_COLUMNS} {from_} ORDER BY {order}", found.params
    limit = request.limit if request.limit is not None else filters.limit
    offset = request.offset or filters.offset
    texts = _Texts(view, fields)
    if limit is not None or offset:
        sql += " LIMIT ? OFFSET ?"
        params = (*params, -1 if limit is None else min(limit, 1 << 62), min(offset, 1 << 62))
    count = f"SELECT count(*) {from_}"
    return Answer(
        texts.records(view.store.rows(sql, params)), lambda: int((view.store.one(count, found.params) or (0,))[0])
    )


def quotes_in(docs: Sequence[int], view: View) -> Answer[QuoteRecord]:
    """Return the quotations of these documents that are no reported speech, in their order, by place."""
    kinds = listed(["direct", "mixed", "turn"])
    from_ = _FROM.format(table="document", where="d.doc = ? AND q.kind IN (SELECT value FROM json_each(?))")
    sql = f"SELECT {_COLUMNS} {from_} ORDER BY q.char_start, q.char_end"
    texts = _Texts(view, ("text",))
    return Answer(record for doc in docs for record in texts.records(view.store.rows(sql, (doc, kinds))))


def _chosen(request: QuotesRequest, filters: Filters, view: View) -> Where:
    """Return the selection of quotations: documents, kinds, speakers."""
    found = where(filters, view)
    if set(request.kinds) != set(KINDS):
        found = found.also("q.kind IN (SELECT value FROM json_each(?))", listed(list(request.kinds)))
    if request.name is not None or request.role is not None:
        people = choose(PeopleRequest(name=request.name, role=request.role, on=request.on), filters, view)
        found = found.also(_BY, listed(people.only or ()))
    elif not request.unnamed:
        found = found.also("p.person IS NOT NULL")
    if not asks_sentences(filters):
        return found
    from nzn_cli.query.about import in_sentences

    from_ = _FROM.format(table=found.table, where=found.sql)
    rows = view.store.rows(f"SELECT q.rowid, q.doc, q.char_start, q.char_end {from_}", found.params)
    return found.also("q.rowid IN (SELECT value FROM json_each(?))", listed(in_sentences(rows, filters, view)))


def places_of(about: Sequence[str]) -> Callable[[str], list[tuple[int, int]]]:
    """Return a function from a text to the places where any pattern matches, in order and apart."""
    from nzn_cli.query.grep_patterns import patterns
    from nzn_cli.text.folding import level

    wanted = patterns(GrepRequest(tuple(about)))

    def places(text: str) -> list[tuple[int, int]]:
        plain = level(text)
        return sorted({match.span() for pattern in wanted for match in pattern.line.finditer(plain)})

    return places


class _Texts:
    """Reads bodies as quotations of their documents come, and makes records."""

    def __init__(self, view: View, fields: Sequence[str] | None) -> None:
        self._store = view.store
        self._sentence = fields is None or "sentence" in fields
        self._doc, self._read = -1, Surface("")

    def records(self, rows: Iterator[tuple[Any, ...]]) -> Iterator[QuoteRecord]:
        """Yield a record a row."""
        from nzn_cli.text.sentences import sentence_at

        made = QuoteRecord._make
        for doc, *row in self._store.announced(rows, 0):
            if doc != self._doc:
                self._doc, self._read = doc, self._store.surface(doc)
            start, end, cue_start, cue_end, page, score = row[11:]
            sentence = None
            if self._sentence:
                first, last = sentence_at(self._read.text, *self._read.from_body(start, end))
                sentence = " ".join(self._read.text[first:last].split())
            cue = None if cue_start is None else self._words(cue_start, cue_end)
            text = self._words(start, end)
            yield made((*row[:11], text, start, end, cue, cue_start, cue_end, sentence, page, score))

    def _words(self, start: int, end: int) -> str:
        """Return what stands in the body there, with how it is read."""
        first, last = self._read.from_body(start, end)
        stands, read = self._read.body[start:end], " ".join(self._read.text[first:last].split())
        return Written.of(read, None if stands == read else stands)


def _sort(sort: str | None) -> list[str]:
    terms = []
    for key, down in sort_keys(sort, tuple(_SORTS), "quotations"):
        terms += [f"{_SORTS[key]} {'DESC' if down else 'ASC'} NULLS LAST"]
    return terms
