"""A document as rows of the tables. Pure: workers run it, so that the one writer only has to insert."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from nzn_cli.model.documents import Document
from nzn_cli.store.store import path_value
from nzn_cli.text.calendar import cover
from nzn_cli.text.folding import fold
from nzn_cli.text.surface import line_surface

Row = tuple[Any, ...]


class _Document(NamedTuple):
    """Columns of table `document` after those that the writer puts in."""

    title: str | None
    title_folded: str | None
    title_source: str | None
    date: str | None
    date_precision: str | None
    date_source: str | None
    start: str | None
    stop: str | None
    date_span_start: int | None
    date_span_end: int | None
    url: str | None
    url_source: str | None
    site: str | None
    ministers: str
    ministers_source: str | None
    portfolios: str
    portfolios_source: str | None
    words: int
    encoding: str
    meta: str
    warnings: str
    body_line: int
    places: str


def _insert(table: str, *columns: str) -> str:
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({','.join('?' * len(columns))})"


DOCUMENT = _insert("document", "doc", "folder", "path", "id", *_Document._fields)
VALUE = _insert("value", "doc", "kind", "key", "value", "folded")
BODY = _insert("body", "doc", "text")
CREDIT = _insert("credit", "doc", "name", "text", "role")


class DocumentRows(NamedTuple):
    """The rows of one document, without its number (`doc`) and folder, which the writer puts in."""

    path: str | bytes
    document: Row  # as `_Document` has them
    values: tuple[tuple[str, str, str, str], ...]  # kind, key, value, folded
    credits: tuple[Row, ...]  # name, text, role
    body: str


def rows_of(document: Document) -> DocumentRows:
    """Return what the tables hold of `document`."""
    body = storable(document.body)
    ministers = tuple(dict.fromkeys(_read(credit.name) for credit in document.credits))
    portfolios = tuple(dict.fromkeys(map(_read, document.portfolios)))
    title = None if document.title is None else _read(document.title)
    start, stop = cover(document.date) if document.date else (None, None)
    span = document.date_span or (None, None)
    row = _Document(
        title=title,
        title_folded=None if title is None else fold(title),
        title_source=document.title_source,
        date=document.date,
        date_precision=document.date_precision,
        date_source=document.date_source,
        start=start,
        stop=stop,
        date_span_start=span[0],
        date_span_end=span[1],
        url=_optional(document.url),
        url_source=document.url_source,
        site=_optional(document.site),
        ministers=_json(ministers),
        ministers_source=document.ministers_source,
        portfolios=_json(portfolios),
        portfolios_source=document.portfolios_source,
        words=document.words,
        encoding=document.encoding,
        meta=_json(document.meta),
        warnings=_json(document.warnings),
        body_line=document.body_line,
        places=_json(document.places) if document.places else "",
    )
    values = (
        *(("minister", "minister", name, fold(name)) for name in ministers),
        *(("portfolio", "portfolio", name, fold(name)) for name in portfolios),
        *((("site", "site", document.site, fold(document.site)),) if document.site else ()),
        *(("meta", key, text, fold(text)) for key, text in _meta_values(document)),
    )
    named = (*document.credits, *document.addressed)
    credited = tuple((_read(c.name), _read(c.text), c.role and _read(c.role)) for c in named)
    return DocumentRows(path_value(document.path), tuple(row), values, credited, body)


def _meta_values(document: Document) -> Iterator[tuple[str, str]]:
    for key, value in document.meta.items():
        for item in value if isinstance(value, list | tuple) else (value,):
            if item is not None:
                yield _read(str(key)), _read(item) if isinstance(item, str) else _json(item)


def _read(text: str) -> str:
    """Return what a reader reads of a text, as SQLite takes it."""
    return line_surface(storable(text))


def _json(value: Any) -> str:
    try:
        return storable(json.dumps(value, ensure_ascii=False, separators=(",", ":")))
    except (TypeError, ValueError):
        return storable(json.dumps(value, ensure_ascii=False, default=str, skipkeys=True))


def _optional(text: str | None) -> str | None:
    return None if text is None else storable(text)


def storable(text: str) -> str:
    """Return `text` as SQLite takes it: a lone surrogate (a YAML escape can make one) becomes U+FFFD."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text
