"""Bytes to text: byte order mark, else UTF-8, else Windows' cp1252, and what was lost on the way.

Knows nothing of front matter or of meaning. Never raises.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from nzn_cli.model.documents import Problem
from nzn_cli.model.problems import problem

# UTF-32 first: its little-endian mark starts with that of UTF-16
_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
HEAD = 8192  # a NUL this early makes a file binary, as ripgrep and git have it
# one set of first bytes, then what follows each: a search leaps over all else
_MULTIBYTE = (
    rb"[\xc2-\xf4](?:(?<=[\xc2-\xdf])[\x80-\xbf]|(?<=\xe0)[\xa0-\xbf][\x80-\xbf]"
    rb"|(?<=[\xe1-\xef])[\x80-\xbf]{2}|(?<=[\xf0-\xf4])[\x80-\xbf]{3})"
)
# the five bytes that cp1252 leaves open mean nothing; they become U+FFFD
_OPEN = (b"\x81", b"\x8d", b"\x8f", b"\x90", b"\x9d")


class Decoded(NamedTuple):
    """A text with LF line ends, the encoding that gave it, and what was wrong."""

    text: str
    encoding: str
    problems: tuple[Problem, ...]


def is_binary(data: bytes) -> bool:
    """Return whether `data`, the start of a file or all of it, is no text: a NUL byte and no UTF-16 or UTF-32 mark."""
    head = data[:HEAD]
    return b"\0" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff"))


def decode(data: bytes) -> Decoded:
    """Return the text of `data`; line ends become LF, and nothing is dropped but the byte order mark."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data, encoding)
    try:
        return Decoded(_newlines(data.decode()), "utf-8", ())
    except UnicodeDecodeError as error:
        return _legacy(data, error.start)


def decode_as(data: bytes, named: str) -> Decoded | None:
    """Return the text of `data` in the encoding that it names, None where Python knows no such encoding of text."""
    import codecs

    try:
        info = codecs.lookup({"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252"}.get(named, named))
        if not info._is_text_encoding:
            return None
        return _marked(data, "cp1252" if info.name == "iso8859-1" else info.name)
    except (LookupError, ValueError, AttributeError):
        return None


def _marked(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    lost = text.count("\ufffd") - data.decode(encoding, "ignore").count("\ufffd")
    problems = (problem("bad-bytes", count=lost, encoding=encoding),) if lost else ()
    return Decoded(_newlines(text), encoding, problems)


def _legacy(data: bytes, start: int) -> Decoded:
    """Read what is not UTF-8: cp1252, save where most of it is UTF-8 with a few bytes broken."""
    line = data.count(b"\n", 0, start) + 1
    whole = len(re.findall(_MULTIBYTE, data))
    if whole:
        repaired, broken = _repair(data)
        if broken < whole:
            return Decoded(_newlines(repaired), "utf-8", (problem("bad-bytes", line, count=broken, encoding="utf-8"),))
    problems = [problem("not-utf8", line, encoding="cp1252")]
    lost = sum(map(data.count, _OPEN))
    if lost:
        problems.append(problem("bad-bytes", line, count=lost, encoding="cp1252"))
    return Decoded(_newlines(data.decode("latin-1").translate(_cp1252())), "cp1252", tuple(problems))


def _repair(data: bytes) -> tuple[str, int]:
    """Return UTF-8 `data` with each broken byte read as cp1252, and how many there were."""
    text = data.decode("utf-8", "surrogateescape")
    broken = {0xDC00 + byte: one for byte, one in _cp1252().items()}
    return text.translate(broken), len(text) - len(data.decode("utf-8", "ignore"))


@cache
def _cp1252() -> dict[int, str]:
    """Return what each byte beyond ASCII is in cp1252; Python's decoder takes microseconds over one that is none."""
    return {byte: bytes((byte,)).decode("cp1252", "replace") for byte in range(0x80, 0x100)}


def _newlines(text: str) -> str:
    if "\r" not in text:
        return text
    # an old Mac file has CR alone; beside LF, a lone CR is a stray character of its line
    return text.replace("\r\n", "\n") if "\n" in text else text.replace("\r", "\n")
