"""Search: documents by relevance (BM25), each with its best passage. What is typed is data, never syntax."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice
from typing import Any

from nzn_cli.errors import UsageError
from nzn_cli.model.answers import DocumentRecord, SearchRecord
from nzn_cli.model.records import NamedTuple
from nzn_cli.model.settings import Filters
from nzn_cli.query.answer import Answer
from nzn_cli.query.document_records import columns, reader
from nzn_cli.query.filters import needs, where
from nzn_cli.query.order import order, parse_sort
from nzn_cli.query.selection import Where
from nzn_cli.query.view import View, bindable
from nzn_cli.text.folding import fold
from nzn_cli.text.letters import plain_letters
from nzn_cli.text.search_words import Term, has_words, terms

_NAMES = {"minister", "portfolio", "person", "site"}
_COLUMNS = {"title": "title", "body": "body", "text": "body"}
_MOST = 200  # words that FTS5 is asked for; it bounds the depth of an expression
_WORDS_OF_PASSAGE = 40
_TITLE, _BODY = 8.0, 1.0  # a word in the title counts for more


class _Asked(NamedTuple):
    """A search, understood."""

    match: str | None  # for FTS5; None when no word is asked for
    literals: list[str]  # folded; must stand in title or body as they are
    found: Where


def search_needs(words: str, filters: Filters) -> frozenset[str]:
    """Return what the index must hold for a search."""
    named = any(term.field == "person" for term in terms(words))
    return needs(filters) | {"search"} | ({"people"} if named else frozenset())


def search(words: str, filters: Filters, view: View, fields: Sequence[str] | None = None) -> Answer[SearchRecord]:
    """Return the documents that hold all of `words`, best first; passages are read only where `fields` has them."""
    asked = _asked(words, filters, view)
    names = [name for name in DocumentRecord._fields if fields is None or name in fields]
    read = reader(names, view)
    passage = fields is None or "snippet" in fields or "page" in fields

    def records() -> Iterator[SearchRecord]:
        for doc, score in _ranked(asked, filters, view):
            row = view.store.one(f"SELECT {columns(names)} FROM {asked.found.table} d WHERE d.doc = ?", (doc,))
            if row is not None:
                text, page = _passage(doc, asked, view) if passage else ("", None)
                yield SearchRecord(*read(row), score=round(score, 9), snippet=text, page=page)

    stop = None if filters.limit is None else filters.offset + filters.limit
    return Answer(islice(records(), filters.offset, stop), lambda: _number(asked, filters, view))


def _asked(words: str, filters: Filters, view: View) -> _Asked:
    found = where(filters, view)
    wanted: list[str] = []
    literals: list[str] = []
    for term in terms(plain_letters(bindable(words))):
        narrowed = _by_field(term, found, filters, view) if term.field else None
        if narrowed is not None:
            found = narrowed
            continue
        column = _COLUMNS.get((term.field or "").lower())
        if term.field and column is None:  # no field of ours: what was typed is a text with a colon in it
            term = term._replace(text=f"{term.field}:{term.text}", field=None)
        if term.excluded:
            found = _without(term, column, found)
        elif has_words(term.text):
            if len(wanted) < _MOST:
                wanted.append(_expression(term, column))
            if term.literal:
                literals.append(fold(term.literal))
        else:
            literals.append(fold(term.text))
    return _Asked(" AND ".join(wanted) or None, literals, found)


def _without(term: Term, column: str | None, found: Where) -> Where:
    if not has_words(term.text):
        return found
    return found.also(
        "d.doc NOT IN (SELECT rowid FROM search_text WHERE search_text MATCH ?)", _expression(term, column)
    )


def _by_field(term: Term, found: Where, filters: Filters, view: View) -> Where | None:
    """The selection narrowed by `field:value`; None when the field is none or its value cannot be read."""
    narrow = _field_filters(term, view)
    if narrow is None:
        return None
    from nzn_cli.errors import NothingFound

    try:
        one = where(narrow._replace(no_inferred=filters.no_inferred), view)
    except UsageError:
        return None
    except NothingFound:
        if term.excluded:
            return found
        raise
    return found.also(f"NOT coalesce(({one.sql}), 0)" if term.excluded else f"({one.sql})", *one.params)


def _field_filters(term: Term, view: View) -> Filters | None:
    field = (term.field or "").lower()
    if field in _COLUMNS:
        return None
    if field in _NAMES:
        return Filters(**{field: (term.text,)})  # type: ignore[arg-type]
    if field == "date":
        first, dots, last = term.text.partition("..")
        return Filters(since=first or None, until=last or None) if dots else Filters(on=term.text)
    from nzn_cli.query.metadata_filters import keys_like

    return Filters(where=(f"{term.field}={term.text}",)) if keys_like(view, term.field or "") else None


def _ranked(asked: _Asked, filters: Filters, view: View) -> Iterator[tuple[int, float]]:
    """(doc, score) of the documents that answer, in order."""
    by_score = [down for key, down in parse_sort(filters.sort or "") if key == "score"][:1]
    sort = None if by_score else filters.sort
    found, sorted_by = asked.found, order(sort, view)
    if asked.match is None:
        if not asked.literals and asked.found.everything:
            return  # nothing was asked for
        sql = f"SELECT d.doc, 0.0 FROM {found.table} d {sorted_by.joins} WHERE {found.sql} ORDER BY {sorted_by.by}"
        params: tuple[Any, ...] = (*sorted_by.params, *found.params)
    else:
        by = sorted_by.by if sort else f"score {'ASC' if by_score == [False] else 'DESC'}, {sorted_by.by}"
        sql = f"""SELECT d.doc, -bm25(search_text, {_TITLE}, {_BODY}) AS score FROM search_text
            JOIN {found.table} d ON d.doc = search_text.rowid {sorted_by.joins}
            WHERE search_text MATCH ? AND {found.sql} ORDER BY {by}"""
        params = (*sorted_by.params, asked.match, *found.params)
    for doc, score in view.store.rows(sql, params):
        if not asked.literals or _holds(doc, asked.literals, view):
            yield doc, score


def _holds(doc: int, literals: Sequence[str], view: View) -> bool:
    row = view.store.one("SELECT coalesce(title, '') FROM document WHERE doc = ?", (doc,))
    text = fold(f"{row[0] if row else ''}\n{view.store.surface(doc).text}")
    return all(literal in text for literal in literals)


def _number(asked: _Asked, filters: Filters, view: View) -> int:
    return sum(1 for _ in _ranked(asked, filters._replace(sort=None), view))


def _passage(doc: int, asked: _Asked, view: View) -> tuple[str, int | None]:
    """The passage of the body that holds most of what was asked, on one line, and the page of the words."""
    if asked.match is not None:
        sql = f"""SELECT snippet(search_text, 1, '{_MARK}', '', '…', {_WORDS_OF_PASSAGE}) FROM search_text
            WHERE search_text MATCH ? AND rowid = ?"""
        row = view.store.one(sql, (asked.match, doc))
        marked = row[0] if row and row[0] else ""
        return " ".join(marked.replace(_MARK, "").split()), _page(doc, marked.strip("…"), view)
    body = view.store.surface(doc).text
    at = max(0, fold(body).find(asked.literals[0]) if asked.literals else 0)
    return " ".join(body[max(0, at - 100) : at + 200].split()), _page(
        doc, _MARK + view.store.surface(doc).lines[at : at + 200], view
    )


_MARK = "\x02"  # before a word that was found


def _page(doc: int, marked: str, view: View) -> int | None:
    """The page on which most letters of the marked words of a passage stand; None where the document has no pages."""
    row = view.store.one("SELECT places FROM document WHERE doc = ?", (doc,))
    if not row or not row[0] or _MARK not in marked:
        return None
    surface = view.store.surface(doc)
    start = surface.lines.find(marked.replace(_MARK, ""))
    starts = json.loads(row[0])[1]
    before, *found = marked.split(_MARK)
    letters: Counter[int] = Counter()
    for at, words in zip(accumulate(map(len, found), initial=start + len(before)), found, strict=False):
        letters[bisect_right(starts, surface.to_body(at, at + 1)[0])] += len(words.split(maxsplit=1)[0])
    return letters.most_common(1)[0][0] or None


def _expression(wanted: Term, column: str | None = None) -> str:
    """Return the term as FTS5 takes it: always quoted, so that it is never syntax."""
    quoted = '"' + wanted.text.replace('"', '""') + '"'
    return f"{column + ' : ' if column else ''}{quoted}{' *' if wanted.prefix else ''}"
