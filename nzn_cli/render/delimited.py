"""CSV with a header, for spreadsheets, and TSV without one, for pipes. Lists join with "; "."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Any

from nzn_cli.render.answers import Column, Shape
from nzn_cli.render.plain import cell, mappings, plain, rows
from nzn_cli.render.safe import readable_bytes

_FIRST, _MANY = 20, 2000  # lines written at once: the first ones soon
_ESCAPES = {0x09: "\\t", 0x0A: "\\n", 0x0D: "\\r", 0x5C: "\\\\", 0x7F: "\\x7f"} | {
    code: f"\\x{code:02x}" for code in (*range(0x20), *range(0x80, 0xA0)) if code not in (0x09, 0x0A, 0x0D)
}


_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def tsv(records: Iterable[Any], columns: tuple[Column, ...], shape: Shape) -> Iterator[str]:
    """Yield one line a record, many at once; tab, line end, backslash and control characters are escaped."""
    if any(column.counted or "." in column.field for column in columns):
        for row in rows(records, columns, shape):
            yield "\t".join(map(tsv_cell, row)) + "\n"
        return
    places = [shape.record._fields.index(column.field) for column in columns]
    source = iter(records)
    most = _FIRST
    while part := list(islice(source, most)):
        lines = [[_text(record[place]) for place in places] for record in part]
        if _escaped("".join(chain.from_iterable(lines))):
            lines = [list(map(tsv_cell, line)) if _escaped("".join(line)) else line for line in lines]
        yield "\n".join(map("\t".join, lines)) + "\n"
        most = _MANY


def _text(value: Any) -> str:
    return value if type(value) is str else "" if value is None else cell(plain(value))


def _escaped(text: str) -> bool:
    """Whether something in the text must be escaped."""
    return "\\" in text or (not text.isprintable() and _CONTROL.search(text) is not None)


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
