"""HTML and MHTML to a raw document: what the page states, and its main text as Markdown.

Owner of selectolax. Scripts, forms, frames and addresses are never followed.
"""

from __future__ import annotations

import re
from typing import Any

from nzn_cli.documents.decode import Decoded, decode, decode_as
from nzn_cli.model.documents import Problem, RawDocument
from nzn_cli.model.problems import problem

MOST = 8_000_000  # bytes of a page that are read
_HEAD = 2_048  # bytes in which a page says its encoding
_CHARSET = re.compile(rb"""(?i)<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,30})""")


def read_html(path: str, data: bytes) -> RawDocument:
    """Return the document that a page is; its body is its main text as Markdown."""
    problems: tuple[Problem, ...] = ()
    if len(data) > MOST:
        data = data[:MOST]
        problems = (problem("cut", None, kind="text", at=f"{MOST // 1_000_000} MB"),)
    text, encoding, odd = decoded(data)
    meta, body, whole = page(text)
    if not whole:
        problems = (problem("cut", None, kind="text", at="100,000 elements"),)
    found = (*odd, *problems)
    if not (body or meta or found):
        found = (problem("empty"),)
    return RawDocument(path, encoding, meta, body, 1, found)


def read_mhtml(path: str, data: bytes) -> RawDocument:
    """Return the page that a web archive holds: its first part of HTML."""
    from nzn_cli.documents.formats.mime import message_of, parts

    message = message_of(data[:MOST])
    for part in parts(message):
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            content = part.get_payload(decode=True)
            read = read_html(path, content if isinstance(content, bytes) else b"")
            address = part.get("Content-Location") or message.get("Snapshot-Content-Location")
            stated = {"url": str(address)} if address and str(address).startswith("http") else {}
            return read._replace(meta={**stated, **read.meta})
    return RawDocument(path, "", {}, "", 1, (problem("format-broken", kind="MHTML", reason="it holds no page"),))


def decoded(data: bytes) -> Decoded:
    """Return the text of a page: by its byte order mark, else by what it says, else as any text."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or data[:3] == b"\xef\xbb\xbf":
        return decode(data)
    if found := _CHARSET.search(data[:_HEAD]):
        named = found[1].decode("ascii").lower()
        if named not in ("utf-8", "utf8", "utf-16", "utf16", "unicode"):
            try:
                data[:_HEAD].decode()
                plain = data.isascii()
            except UnicodeDecodeError:
                plain = False
            if not plain and (read := decode_as(data, named)) is not None:
                return read
    return decode(data)


def whole_text(text: str) -> str:
    """Return all the text of a page's source as Markdown, for pages that have nothing beside it: chapters, mail."""
    from selectolax.lexbor import LexborHTMLParser

    from nzn_cli.documents.formats.html_blocks import markdown
    from nzn_cli.documents.formats.html_main import weigh
    from nzn_cli.documents.formats.html_tree import element_tree

    parser = LexborHTMLParser(text) if text.strip() else None
    if parser is None or parser.body is None:
        return ""
    order, _ = element_tree(parser.body)
    weigh(order)
    return markdown(order[:1], alone=True)


def page(text: str) -> tuple[dict[str, Any], str, bool]:
    """Return the metadata and the main text of a page's source, and whether all of it was read."""
    from selectolax.lexbor import LexborHTMLParser

    from nzn_cli.documents.formats.html_blocks import markdown
    from nzn_cli.documents.formats.html_main import main_elements, weigh
    from nzn_cli.documents.formats.html_meta import page_metadata
    from nzn_cli.documents.formats.html_tree import element_tree

    if not text.strip():
        return {}, "", True
    parser = LexborHTMLParser(text)
    if parser.body is None:
        return {}, "", True
    order, whole = element_tree(parser.body)
    weigh(order)
    meta = page_metadata(parser, order)
    title = parser.css_first("title")
    return meta, markdown(main_elements(order[0], title.text() if title else "")), whole
