"""CSV with a header, for spreadsheets, and TSV without one, for pipes. Lists join with "; "."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from operator import itemgetter
from typing import Any

from nzn_cli.render.answers import Column, Shape
from nzn_cli.render.plain import cell, mappings, plain, rows
from nzn_cli.render.safe import readable_bytes

_FIRST, _MANY = 20, 2000  # lines written at once: the first ones soon
_ESCAPES = {0x09: "\\t", 0x0A: "\\n", 0x0D: "\\r", 0x5C: "\\\\", 0x7F: "\\x7f"} | {
    code: f"\\x{code:02x}" for code in (*range(0x20), *range(0x80, 0xA0)) if code not in (0x09, 0x0A, 0x0D)
}


_CELL, _LINE = "\x1f", "\x1e"  # what stands between cells and lines until all of them were escaped
_ODD = re.compile("[\x00-\x1d\\\\\x7f-\x9f\ud800-\udfff]")


def tsv(records: Iterable[Any], columns: tuple[Column, ...], shape: Shape) -> Iterator[str]:
    """Yield one line a record, many at once; tab, line end, backslash and control characters are escaped."""
    if any("." in column.field for column in columns):
        for row in rows(records, columns, shape):
            yield "\t".join(map(tsv_cell, row)) + "\n"
        return
    read = _reader([shape.record._fields.index(column.field) for column in columns])
    source = iter(records)
    most = _FIRST
    while part := list(map(read, islice(source, most))):
        yield _lines(part)
        most = _MANY


def _reader(places: list[int]) -> Callable[[Any], Sequence[Any]]:
    """Return what takes the values at these places out of a record."""
    return itemgetter(*places) if len(places) > 1 else lambda record: [record[place] for place in places]


def _lines(rows: list[Sequence[Any]]) -> str:
    """Return rows as lines: escaped all at once, as most need no escape, and cell by cell where that cannot be."""
    text = _LINE.join(map(_joined, rows))
    if text.count(_LINE) != len(rows) - 1 or text.count(_CELL) != len(rows) * (len(rows[0]) - 1):
        return "".join("\t".join(map(tsv_cell, map(plain, row))) + "\n" for row in rows)
    return _ODD.sub(_escape, text).replace(_CELL, "\t").replace(_LINE, "\n") + "\n"


def _joined(row: Sequence[Any]) -> str:
    return _CELL.join([value if type(value) is str else cell(plain(value)) for value in row])


def _escape(match: re.Match[str]) -> str:
    return tsv_cell(match.group())


def tsv_cell(value: Any) -> str:
    """Return `value` as one field of a TSV line."""
    text = cell(value)
    return text if text.isprintable() and "\\" not in text else readable_bytes(text.translate(_ESCAPES))


def csv(records: Iterable[Any], keys: tuple[str, ...], shape: Shape) -> Iterator[str]:
    """Yield a header and one record a row; no cell can run as a formula."""
    yield ",".join(csv_cell(key) for key in keys) + "\n"
    for record in mappings(records, keys, shape):
        yield ",".join(map(csv_cell, record.values())) + "\n"


def csv_cell(value: Any) -> str:
    """Return `value` as one quoted-where-needed cell that a spreadsheet takes for text or number, never for code."""
    text = readable_bytes(cell(value))
    if isinstance(value, (int, float)):
        return text
    if text and _runs(text):
        text = "'" + text
    return '"' + text.replace('"', '""') + '"' if any(c in text for c in ',"\n\r') else text


def _runs(text: str) -> bool:
    first = text[0]
    if first in "=@" or ord(first) < 0x20 or 0x7F <= ord(first) < 0xA0:
        return True
    return first in "+-" and not _is_number(text[1:])


def _is_number(text: str) -> bool:
    return bool(text) and text.replace(".", "", 1).replace(",", "").isdecimal()
