"""Plain text and Markdown to a raw document: decoded, front matter cut off and read, nothing understood yet."""

from __future__ import annotations

import re

from nzn_cli.documents.decode import decode
from nzn_cli.documents.frontmatter import split
from nzn_cli.model.documents import RawDocument
from nzn_cli.model.problems import problem

_BLANK_LINES = re.compile(r"(?:[^\S\n]*+\n)*+")


def read_text(path: str, data: bytes) -> RawDocument:
    """Return the document that the bytes of a text file are."""
    text, encoding, problems = decode(data)
    meta, key_lines, start, more = split(text)
    blank = _BLANK_LINES.match(text, start)
    begin = blank.end() if blank else start
    body = text[begin:].rstrip()
    line = text.count("\n", 0, begin) + 1
    told = problems + more
    if not (body or meta or told):
        told = (problem("empty"),)
    return RawDocument(path, encoding, meta, body, line, told, key_lines)


def plain_document(path: str, data: bytes) -> RawDocument:
    """Return the document whose body is all the text of a file, front matter or not."""
    text, encoding, problems = decode(data)
    return RawDocument(path, encoding, {}, text.strip(), 1, problems, {})
