"""A document as rows of the tables. Pure: workers run it, so that the one writer only has to insert."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from nzn_cli.model.documents import Document
from nzn_cli.store.store import path_value
from nzn_cli.text.calendar import cover
from nzn_cli.text.folding import fold

Row = tuple[Any, ...]

DOCUMENT = f"INSERT INTO document VALUES ({','.join('?' * 26)})"
VALUE = "INSERT INTO value VALUES (?,?,?,?,?)"
BODY = "INSERT INTO body VALUES (?,?)"
CREDIT = "INSERT INTO credit VALUES (?,?,?,?)"


class DocumentRows(NamedTuple):
    """The rows of one document, without its number (`doc`) and folder, which the writer puts in."""

    path: str | bytes
    document: Row  # title … body_line
    values: tuple[tuple[str, str, str, str], ...]  # kind, key, value, folded
    credits: tuple[Row, ...]  # name, text, role
    body: str


def rows_of(document: Document) -> DocumentRows:
    """Return what the tables hold of `document`."""
    body = storable(document.body)
    ministers = tuple(dict.fromkeys(storable(credit.name) for credit in document.credits))
    portfolios = tuple(map(storable, document.portfolios))
    title = None if document.title is None else storable(document.title)
    start, stop = cover(document.date) if document.date else (None, None)
    span = document.date_span or (None, None)
    row = (
        *(title, None if title is None else fold(title), document.title_source),
        *(document.date, document.date_precision, document.date_source, start, stop, *span),
        *(_optional(document.url), document.url_source, _optional(document.site)),
        *(_json(ministers), document.ministers_source, _json(portfolios), document.portfolios_source),
        *(document.words, document.encoding, _json(document.meta), _json(document.warnings), document.body_line),
    )
    values = (
        *(("minister", "minister", name, fold(name)) for name in ministers),
        *(("portfolio", "portfolio", name, fold(name)) for name in portfolios),
        *((("site", "site", document.site, fold(document.site)),) if document.site else ()),
        *(("meta", key, text, fold(text)) for key, text in _meta_values(document)),
    )
    credited = tuple((storable(c.name), storable(c.text), _optional(c.role)) for c in document.credits)
    return DocumentRows(path_value(document.path), row, values, credited, body)


def _meta_values(document: Document) -> Iterator[tuple[str, str]]:
    for key, value in document.meta.items():
        for item in value if isinstance(value, list | tuple) else (value,):
            if item is not None:
                yield storable(str(key)), storable(item if isinstance(item, str) else _json(item))


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
