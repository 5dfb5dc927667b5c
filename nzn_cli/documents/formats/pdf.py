"""PDF to a raw document: the text of its pages in reading order, with the place at which each page begins.

Owner of pypdfium2. Running heads and page numbers go; a word that was cut at a line's end keeps its hyphen and its line
end, which the surface joins. Never looks at pictures: a page without text is told.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from nzn_cli.documents.formats.pdf_columns import columns_text
from nzn_cli.model.documents import PlaceKind, Places, Problem, RawDocument
from nzn_cli.model.file_formats import FILE_CREATED
from nzn_cli.model.problems import problem

PAGES = 5_000
CHARACTERS = 20_000_000
_ROWS = 8  # lines that a page of two columns has, at least
_EDGE = 2  # lines at the top and the bottom of a page that may be running heads
_CUT = "\ufffe"  # what pdfium has for a hyphen at a line's end, the line end taken away
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")


def read_pdf(path: str, data: bytes) -> RawDocument:
    """Return the document that a PDF is; `places` has its pages."""
    import pypdfium2 as pdfium  # type: ignore[import-untyped]

    try:
        opened = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        return RawDocument(path, "", {}, "", 1, (_refused(str(error)),))
    try:
        meta = {**_xmp(data), **_info(opened)}
        pages, problems = _pages(opened)
    finally:
        opened.close()
    lines = without_heads(pages)
    texts = [paragraphs(page) for page in lines]
    body, places = joined("page", texts)
    empty = sum(not text for text in texts)
    if empty:
        problems = (*problems, problem("scanned", None, pages=f"{empty:,} page{'s' if empty > 1 else ''}"))
    return RawDocument(path, "pdf", meta, body, 1, problems, {}, places)


def _refused(reason: str) -> Problem:
    if "password" in reason.lower() or "security" in reason.lower():
        return problem("encrypted")
    return problem("format-broken", kind="PDF", reason=reason.partition("(")[2].rstrip(").").lower() or "it is damaged")


def _pages(opened: Any) -> tuple[list[list[str]], tuple[Problem, ...]]:
    """The lines of each page; a page that cannot be read has none."""
    pages: list[list[str]] = []
    size = 0
    number = len(opened)
    for at in range(min(number, PAGES)):
        text = ""
        try:
            page = opened[at]
            textpage = page.get_textpage()
            text = textpage.get_text_range()
            if text.count("\n") > _ROWS and len(text) > 60 * _ROWS:
                text = columns_text(textpage, page.get_width()) or text
            textpage.close()
            page.close()
        except Exception:  # a page that is damaged costs itself alone
            text = ""
        size += len(text)
        if size > CHARACTERS:
            break
        text = text.replace(_CUT, "-\n").replace("\r\n", "\n").replace("\r", "\n")
        pages.append([" ".join(line.split()) for line in _CONTROLS.sub("", text).split("\n")])
    if len(pages) < number:
        return pages, (problem("cut", None, kind="text", at=f"{len(pages):,} pages"),)
    return pages, ()


def joined(kind: PlaceKind, texts: Sequence[str]) -> tuple[str, Places | None]:
    """Return texts as one, with blank lines between them, and where each begins."""
    pieces: list[str] = []
    starts: list[int] = []
    size = 0
    for text in texts:
        gap = 2 if size and text else 0
        starts.append(size + gap)
        if text:
            pieces.append("\n" * gap + text)
            size += gap + len(text)
    return "".join(pieces), Places(kind, tuple(starts)) if texts else None


# ---- running heads ------------------------------------------------------------------------------------------------


def without_heads(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return the lines of pages without those that many pages have at an edge, and without page numbers."""
    bare = [[line for line in page if line] for page in pages]
    seen = Counter(key for page in bare for key in set(_edges(page)))
    often = max(3, len(bare) * 0.3)
    repeated = {key for key, count in seen.items() if count >= often}
    return [_inner(page, repeated) for page in bare]


def _edges(page: Sequence[str]) -> list[str]:
    """What the lines at the edges of a page repeat as."""
    last = len(page) - 1
    return [_head(page[at], at) for at in range(min(_EDGE, last + 1))] + [
        _head(page[last - at], at) for at in range(min(_EDGE, last + 1))
    ]


def _head(line: str, at: int) -> str:
    """A line as running heads repeat: in the outermost, numbers are alike."""
    return f"{at} " + (re.sub(r"\d+|\b[ivxl]+\b", "#", line.lower()) if at == 0 else line)[:120]


_NUMBER = re.compile(r"(?i)\W*(?:page\s+)?(?:\d{1,4}|[ivxl]{1,7})(?:\s*(?:of|/)\s*\d{1,4})?\W*")


def _inner(page: list[str], repeated: set[str]) -> list[str]:
    first, last = 0, len(page)
    while first < min(last, _EDGE) and _is_head(page[first], first, repeated):
        first += 1
    while last > max(first, len(page) - _EDGE) and _is_head(page[last - 1], len(page) - last, repeated):
        last -= 1
    return page[first:last]


def _is_head(line: str, at: int, repeated: set[str]) -> bool:
    return _head(line, at) in repeated or _NUMBER.fullmatch(line) is not None


# ---- paragraphs ---------------------------------------------------------------------------------------------------

_ITEM = re.compile(r"(?:[•●▪◦‣–-]|\(?[a-z]\)|\(?\d{1,3}[.)])\s")
_ENDS = re.compile(r"[.!?:;][\"”’')\]]*$")


def paragraphs(lines: Sequence[str]) -> str:
    """Return lines of print as text: a blank line where a paragraph ends, else the line ends as they are.

    A line ends its paragraph where it ends a sentence and is shorter than the others, where it is far shorter, and
    before an item of a list.
    """
    if not lines:
        return ""
    long = sorted(map(len, lines))[int(len(lines) * 0.8)]
    pieces = [lines[0]]
    for above, line in pairwise(lines):
        pieces.append("\n\n" if _parted(above, line, long) else "\n")
        pieces.append(line)
    return "".join(pieces)


def _parted(above: str, line: str, long: int) -> bool:
    if above.endswith("-") and line[:1].islower():
        return False
    if _ITEM.match(line):
        return True
    if _ENDS.search(above):
        return len(above) < long * 0.85
    return len(above) < long * 0.55 and not line[:1].islower() and not above.endswith(",")


# ---- metadata -----------------------------------------------------------------------------------------------------

_KEYS = {
    "Title": "title",
    "Author": "author",
    "Subject": "description",
    "Keywords": "keywords",
    "CreationDate": FILE_CREATED,
}
_MADE = re.compile(r"(?i)^(?:microsoft (?:word|powerpoint|excel) - )")
_FILE = re.compile(r"(?i)\.(?:docx?|pptx?|xlsx?|indd|qxd|pdf|rtf|odt|tex|pub|ppt|dvi|ps)$")


def _info(opened: Any) -> dict[str, str]:
    try:
        stated = opened.get_metadata_dict(skip_empty=True)
    except Exception:  # a damaged dictionary says nothing
        return {}
    found = {key: " ".join(_CONTROLS.sub("", stated[name]).split()) for name, key in _KEYS.items() if stated.get(name)}
    return _sound({key: value[:2_000] for key, value in found.items() if value})


def _sound(found: dict[str, str]) -> dict[str, str]:
    """Metadata without titles that are the names of files, its date as ISO has it."""
    title = _MADE.sub("", found.get("title", ""))
    if "title" in found:
        del found["title"]
        if title and not _FILE.search(title) and title.lower() not in ("untitled", "(untitled)", "document"):
            found = {"title": title, **found}
    if date := re.match(r"(?a)D?:?(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d))?", found.get(FILE_CREATED, "")):
        clock = f"T{date[4]}:{date[5]}:{date[6]}" if date[4] else ""
        found[FILE_CREATED] = f"{date[1]}-{date[2]}-{date[3]}{clock}"
    return found


_XMP = re.compile(rb"<x:xmpmeta.{0,100000}?</x:xmpmeta>", re.DOTALL)


def _xmp(data: bytes) -> dict[str, str]:
    """What the XMP packet of a file states, where it is not compressed."""
    at = data.find(b"<x:xmpmeta")
    found = _XMP.match(data, at) if at >= 0 else None
    if found is None:
        return {}
    from html import unescape

    text = found[0].decode("utf-8", "replace")
    stated = {
        key: " ".join(unescape(re.sub(r"<[^>]{0,200}>", " ", match[1])).split())
        for key, name in (("title", "dc:title"), ("author", "dc:creator"))
        if (match := re.search(rf"<{name}>(.{{0,2000}}?)</{name}>", text, re.DOTALL))
    }
    if date := re.search(r"(?a)xmp:CreateDate(?:=\"|>)(\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d)?)", text):
        stated[FILE_CREATED] = date[1]
    return _sound({key: value for key, value in stated.items() if value})
