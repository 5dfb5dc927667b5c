"""CSV with a header, for spreadsheets, and TSV without one, for pipes. Lists join with "; "."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from nzn_cli.render.answers import Column, Shape
from nzn_cli.render.plain import cell, mappings, rows
from nzn_cli.render.safe import readable_bytes

_ESCAPES = {0x09: "\\t", 0x0A: "\\n", 0x0D: "\\r", 0x5C: "\\\\", 0x7F: "\\x7f"} | {
    code: f"\\x{code:02x}" for code in (*range(0x20), *range(0x80, 0xA0)) if code not in (0x09, 0x0A, 0x0D)
}


def tsv(records: Iterable[Any], columns: tuple[Column, ...], shape: Shape) -> Iterator[str]:
    """Yield one line a record; tab, line end, backslash and control characters are escaped."""
    for row in rows(records, columns, shape):
        yield "\t".join(map(tsv_cell, row)) + "\n"


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
