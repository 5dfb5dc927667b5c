"""Elements of a page as Markdown: headings, lists, tables and quotations keep their shape, links are their words.

Leaves out lines that every page has ("Share this"), and what a heading such as "Related stories" opens.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from nzn_cli.documents.formats.html_tree import Element, text_of
from nzn_cli.text.letterhead import label
from nzn_cli.text.wordlists import sections

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_CELLS = 60  # of a table's row
_DEPTH = 150


class Block(NamedTuple):
    """A paragraph, heading, item, row or piece of code: its lines, the rank of a heading, and how much is links."""

    text: str
    kind: str  # p, h, li, row, pre
    rank: int
    linked: float
    prefix: str  # of every line: "> " in a quotation


def markdown(elements: Iterable[Element], alone: bool = False) -> str:
    """Return the text of elements as Markdown; where they are `alone` on their page, nothing is left out of it."""
    blocks = [block for element in elements for block in _Walk().blocks(element)]
    return _joined(blocks if alone else list(_text_alone(blocks)))


class _Walk:
    """Collects the blocks of an element; text between block elements is a paragraph of its own."""

    def __init__(self) -> None:
        self._found: list[Block] = []
        self._pieces: list[str] = []
        self._size = 0
        self._linked = 0

    def blocks(self, element: Element) -> list[Block]:
        self._inside(element, "p", "", "", 0)
        self._end("p", "", "")
        return self._found

    def _inside(self, element: Element, kind: str, prefix: str, lead: str, depth: int) -> str:
        """Read what is in an element; returns the lead (list mark) that is still to be written."""
        for part in element.parts:
            if isinstance(part, str):
                self._pieces.append(part)
                self._size += len(part.strip())
            elif part.tag == "br":
                self._pieces.append("\n")
            elif not part.block:
                self._in_line(part, kind, prefix, lead, depth)
            else:
                lead = self._end(kind, prefix, lead)
                if depth > _DEPTH:
                    self._pieces.append(text_of(part))
                else:
                    lead = self._block(part, kind, prefix, lead, depth + 1)
        return lead

    def _in_line(self, part: Element, kind: str, prefix: str, lead: str, depth: int) -> None:
        before = self._size
        if part.tag == "img":
            return
        if any(isinstance(one, Element) and one.block for one in part.parts):
            self._inside(part, kind, prefix, lead, depth + 1)  # a link round a heading
        elif part.tag == "q":
            self._pieces.append("“")
            self._inside(part, kind, prefix, lead, depth + 1)
            self._pieces.append("”")
        else:
            self._inside(part, kind, prefix, lead, depth + 1)
        if part.tag == "a":
            self._linked += self._size - before

    def _block(self, part: Element, kind: str, prefix: str, lead: str, depth: int) -> str:
        tag = part.tag
        if tag in _HEADINGS:
            self._inside(part, "h", prefix, "", depth)
            self._end(tag, prefix, lead)
        elif tag in ("ul", "ol", "menu", "dir"):
            self._list(part, prefix, kind == "li", depth)
        elif tag == "blockquote":
            self._inside(part, "p", prefix + "> ", "", depth)
            self._end("p", prefix + "> ", "")
        elif tag == "pre":
            self._code(part, prefix)
        elif tag == "table":
            self._table(part, prefix, depth)
        elif tag in ("p", "dt", "dd", "figcaption", "address", "summary", "caption"):
            lead = self._inside(part, kind if kind == "li" else "p", prefix, lead, depth)
            return self._end(kind if kind == "li" else "p", prefix, lead)
        else:
            lead = self._inside(part, kind, prefix, lead, depth)
            return self._end(kind, prefix, lead)
        return lead if tag in _HEADINGS else ""

    def _list(self, part: Element, prefix: str, nested: bool, depth: int) -> None:
        inner = "  " if nested else ""
        number = 0
        for item in part.parts:
            if not isinstance(item, Element):
                continue
            number += 1
            mark = f"{number}. " if part.tag == "ol" else "- "
            left = self._inside(item, "li", prefix + inner, mark, depth + 1)
            self._end("li", prefix + inner, left)

    def _code(self, part: Element, prefix: str) -> None:
        text = "".join(_raw(part)).strip("\n")
        if text.strip():
            self._found.append(Block(f"```\n{text}\n```", "pre", 0, 0.0, prefix))

    def _table(self, part: Element, prefix: str, depth: int) -> None:
        for caption in part.elements():
            if caption.tag == "caption":
                self._inside(caption, "p", prefix, "", depth + 1)
                self._end("p", prefix, "")
        rows = list(_rows(part))
        if not _is_data(rows):
            for row in rows:
                for cell in row:
                    self._inside(cell, "p", prefix, "", depth + 1)
                    self._end("p", prefix, "")
            return
        for number, row in enumerate(rows):
            cells = [text_of(cell).replace("|", "\\|") for cell in row[:_CELLS]]
            if not any(cells):
                continue
            linked = sum(cell.linked for cell in row) / (sum(cell.inner for cell in row) or 1)
            self._found.append(Block(f"| {' | '.join(cells)} |", "row", 0, linked, prefix))
            if number == 0:
                self._found.append(Block("|" + " --- |" * len(cells), "row", 0, 0.0, prefix))

    def _end(self, kind: str, prefix: str, lead: str) -> str:
        """End a block: returns "" once the lead was written."""
        text = "".join(self._pieces)
        size, linked = self._size, self._linked
        self._pieces, self._size, self._linked = [], 0, 0
        share = linked / (size or 1)
        if kind in _HEADINGS:
            text = " ".join(text.split())
        else:
            *above, text = _paragraphs(text)
            for one in above:  # an empty line made of <br> parts paragraphs
                lead = self._write(one, kind, prefix, lead, share)
        return self._write(text, kind, prefix, lead, share)

    def _write(self, text: str, kind: str, prefix: str, lead: str, share: float) -> str:
        if not text:
            return lead
        rank = _HEADINGS.get(kind, 0)
        if rank:
            self._found.append(Block(f"{'#' * rank} {text}", "h", rank, share, prefix))
            return lead
        if kind == "li" and lead:
            self._found.append(Block(lead + text, "li", 0, share, prefix))
            return ""
        self._found.append(Block(text, "p", 0, share, prefix + ("  " if kind == "li" else "")))
        return lead


def _paragraphs(text: str) -> list[str]:
    """The paragraphs of a text whose lines end with its line breaks; one at least."""
    if "\n" not in text:
        return [" ".join(text.split())]
    found: list[list[str]] = [[]]
    for line in (" ".join(line.split()) for line in text.split("\n")):
        if line:
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    return ["\n".join(lines) for lines in found if lines] or [""]


def _raw(element: Element) -> Iterator[str]:
    waiting: list[Element | str] = [element]
    while waiting:
        part = waiting.pop()
        if isinstance(part, str):
            yield part
        else:
            if part.tag == "br":
                yield "\n"
            waiting.extend(reversed(part.parts))


def _rows(table: Element) -> Iterator[list[Element]]:
    for part in table.elements():
        if part.tag == "tr":
            yield [cell for cell in part.elements() if cell.tag in ("td", "th")]
        elif part.tag in ("thead", "tbody", "tfoot"):
            yield from _rows(part)


def _is_data(rows: list[list[Element]]) -> bool:
    """Whether a table is one of values: more than one column, and no cell that is a page."""
    columns = max(map(len, rows), default=0)
    if columns < 2 or len(rows) < 2:
        return False
    cells = [cell for row in rows for cell in row]
    blocks = sum(one.tag in ("p", "div", "table", "ul", "h1", "h2") for cell in cells for one in cell.elements())
    return max(cell.inner for cell in cells) < 600 and blocks <= len(cells)


@cache
def _phrases(section: str) -> frozenset[str]:
    return frozenset(sections("web-pages.txt")[section])


@cache
def _beginnings() -> tuple[str, ...]:
    return tuple(sections("web-pages.txt")["furniture beginnings"])


def _text_alone(blocks: list[Block]) -> Iterator[Block]:
    """Leave out furniture, links alone, and what headings beside the text open."""
    closed = 0  # the rank of a heading that opened what is not the text
    mostly_links = sum(len(one.text) for one in blocks if one.linked > 0.8) > sum(len(one.text) for one in blocks) / 2
    for number, block in enumerate(blocks):
        if block.rank:
            closed = _closed_by(block, closed)
            if not closed and number + 1 < len(blocks):
                yield block
        elif not closed and not _is_furniture(block, mostly_links):
            yield block


def _closed_by(heading: Block, closed: int) -> int:
    """The rank of the heading that keeps closed what comes below `heading`; 0 where it opens text."""
    if _is_beside(heading.text.lstrip("# ")):
        return closed if closed and heading.rank > closed else heading.rank
    return closed if closed and heading.rank > closed else 0


def _is_beside(heading: str) -> bool:
    plain = label(heading)
    if plain in _phrases("headings beside") or plain.endswith(" comments"):
        return True
    return len(plain) < 40 and plain.startswith(("more from ", "related ", "more on ", "latest "))


def _is_furniture(block: Block, mostly_links: bool) -> bool:
    text = block.text
    if block.kind in ("pre", "row"):
        return False
    short = len(text) < 90
    if short and block.linked > 0.85 and not mostly_links and block.kind != "li":
        return True
    if not short:
        return False
    plain = label(text)
    return not plain or plain in _phrases("furniture") or (len(text) < 80 and text.lower().startswith(_beginnings()))


def _joined(blocks: list[Block]) -> str:
    """Blocks with blank lines between them; items and rows of one list or table stand together."""
    pieces: list[str] = []
    before: Block | None = None
    for block in blocks:
        if before is not None:
            close = block.kind == before.kind and block.kind in ("li", "row")
            gap = "\n" if close else f"\n{_shared(before.prefix, block.prefix)}\n"
            pieces.append(gap)
        pieces.append("\n".join(block.prefix + line for line in block.text.split("\n")))
        before = block
    return "".join(pieces)


def _shared(first: str, second: str) -> str:
    """The marks of quotation that two blocks share, so that a quotation of two paragraphs stays one."""
    count = min(first.count(">"), second.count(">"))
    return ("> " * count).rstrip()
