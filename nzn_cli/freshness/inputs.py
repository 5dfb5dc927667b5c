"""What annotators are read from: of a document as it is read, where its digest tells a change, and as it is stored."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from nzn_cli.annotate import registry
from nzn_cli.annotate.offsets import rows_on_surface
from nzn_cli.annotate.registry import Annotator
from nzn_cli.model.documents import Credit
from nzn_cli.model.settings import Folder
from nzn_cli.text.block_quotations import block_quotations
from nzn_cli.text.surface import Surface, surface, unpacked

if TYPE_CHECKING:
    import sqlite3

_STORED = """SELECT text, edits, surface, title, date, date_span_start, date_span_end, site,
    document.folder
    FROM body JOIN document USING (doc) LEFT JOIN file USING (doc) WHERE doc = ?"""
_CREDITS = "SELECT name, text, role FROM credit WHERE doc = ? ORDER BY rowid"


class Inputs(NamedTuple):
    """All of one document that an annotator may be read from, under the names that the registry uses."""

    body: str | Surface  # as it is read from the file, or what of it annotators read
    title: str | None
    date: str | None
    date_span: tuple[int, int] | None  # where the body prints the date
    day_first: bool  # whether 3/4/2018 is in April in the document's folder
    credits: tuple[Any, ...]
    site: str | None  # the host of its address
    blocks: tuple[Any, ...] = ()  # its block quotations, told by the body


def input_digests(inputs: Inputs) -> tuple[bytes, ...]:
    """Return a hash of 128 bits for each annotator, of all that it and its sources are read from."""
    body = digest(str(inputs.body).encode())
    return tuple(_input_digest(annotator, body, inputs) for annotator in registry.ANNOTATORS)


def _input_digest(annotator: Annotator, body: bytes, inputs: Inputs) -> bytes:
    names = {name for source in registry.sources(annotator) for name in source.inputs}.intersection(Inputs._fields)
    return digest(*(body if name == "body" else repr(getattr(inputs, name)).encode() for name in sorted(names)))


def stored_inputs(
    connection: sqlite3.Connection, annotator: Annotator, doc: int, folders: Sequence[Folder]
) -> tuple[Any, ...]:
    """Return the values that an annotator is given for a stored document; all empty where there is none.

    The body is its Surface, and all offsets are of that. What another annotator found is a tuple of its rows by table,
    without their documents' number.
    """
    row: Any = connection.execute(_STORED, (doc,)).fetchone() or ("", None, 1, *(None,) * 5, 0)
    text, edits, is_made, title, date, start, end, site, folder = row
    body = unpacked(text, edits) if is_made or edits else surface(text)
    span = None if start is None else body.from_body(start, end)
    rows = connection.execute(_CREDITS, (doc,)) if "credits" in annotator.inputs else ()
    stored = Inputs(body, title, date, span, folders[folder].day_first, tuple(Credit(*row) for row in rows), site)
    if "blocks" in annotator.inputs:
        stored = stored._replace(blocks=block_quotations(body))
    return tuple(
        getattr(stored, name) if name in Inputs._fields else _found(connection, name, doc, body)
        for name in annotator.inputs
    )


def _found(connection: sqlite3.Connection, name: str, doc: int, body: Surface) -> tuple[tuple[Any, ...], ...]:
    source = registry.by_name(name)
    if source is None:
        raise LookupError(name)
    tables = registry.tables_of(source)
    rows = ((table, list(connection.execute(table.select, table.owner(doc, source)))) for table in tables)
    return tuple(tuple(rows_on_surface(table, found, body)) for table, found in rows)


def digest(*parts: bytes) -> bytes:
    """Return a hash of 128 bits."""
    from hashlib import blake2b

    made = blake2b(digest_size=16)
    for part in parts:
        made.update(b"%d:" % len(part))
        made.update(part)
    return made.digest()
