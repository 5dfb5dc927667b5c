"""JSON and JSON Lines: text as it is, save what a terminal would obey or no encoding can hold."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from nzn_cli.render.answers import Shape
from nzn_cli.render.plain import mappings, plain

# JSON itself escapes what is below space; these too are written as \uNNNN, which reads back the same.
_OBEYED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def _encoder(indent: int | None) -> json.JSONEncoder:
    return json.JSONEncoder(ensure_ascii=False, indent=indent, default=str)


_ONE_LINE = _encoder(None)


def text_of(value: Any, indent: int | None = None) -> str:
    r"""Return `value` as JSON; bytes of a path that are not UTF-8 read back as \xNN."""
    text = (_ONE_LINE if indent is None else _encoder(indent)).encode(value)
    return text if text.isascii() else _OBEYED.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    code = ord(match.group())
    return f"\\\\x{code - 0xDC00:02x}" if 0xDC80 <= code <= 0xDCFF else f"\\u{code:04x}"


def lines(records: Iterable[Any], keys: tuple[str, ...], shape: Shape) -> Iterator[str]:
    """Yield one object a line."""
    for record in mappings(records, keys, shape):
        yield text_of(record) + "\n"


def array(records: Iterable[Any], keys: tuple[str, ...], shape: Shape) -> Iterator[str]:
    """Yield one array, an object a line; `[]` when there are none."""
    opening = "["
    for record in mappings(records, keys, shape):
        yield opening + "\n" + text_of(record)
        opening = ","
    yield "[]\n" if opening == "[" else "\n]\n"


def value(answer: Any) -> str:
    """Return one answer that is no list of records (a schema, the state of the index), indented."""
    return text_of(plain(answer), indent=2) + "\n"
