"""One document on the page: a panel of its metadata, each value with where it came from, then its text, wrapped.

People and dated expressions are marked where the caller hands them over. Without colour the marks are signs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from nzn_cli.model.records import NamedTuple
from nzn_cli.render import console as rich_door
from nzn_cli.render.hyperlinks import to_file
from nzn_cli.render.page import Page
from nzn_cli.render.plain import cell
from nzn_cli.render.safe import one_line, visible

if TYPE_CHECKING:
    from rich.text import Text

MEASURE = 100  # columns of text beyond which the eye loses the line
_BULLETS = ("• ", "- ", "* ", "+ ", "– ")
_SOURCES = {
    "frontmatter": "front matter",
    "config": ".nzn.toml",
    "filename": "file name",
    "file": "file properties",
    "text": "its text",
    "url": "its address",
}


class Mark(NamedTuple):
    """A place of the body to mark, and what to write beside it."""

    char_start: int
    char_end: int
    kind: str  # "person" | "date" | "quote" | "name"
    note: str = ""


def marks(
    mentions: Sequence[Any] = (), events: Sequence[Any] = (), quotes: Sequence[Any] = (), names: Sequence[Any] = ()
) -> list[Mark]:
    """Return the marks of people, dates, quotations and names, in order; what overlaps an earlier one is left out."""
    found = [Mark(m.char_start, m.char_end, "person") for m in mentions if m.char_start is not None]
    found += [Mark(e.char_start, e.char_end, "date", resolved(e)) for e in events if e.char_start is not None]
    found += [Mark(q.char_start, q.char_end, "quote", q.speaker or q.speaker_text or "?") for q in quotes]
    found += [Mark(n.char_start, n.char_end, "name") for n in names if n.char_start is not None]
    kept: list[Mark] = []
    for mark in sorted(found):
        if not kept or mark.char_start >= kept[-1].char_end:
            kept.append(mark)
    return kept


def resolved(event: Any) -> str:
    """Return the day or days that a dated expression means, as short as they are precise."""
    if not event.start:
        return "?"
    value: str = event.value or ""
    if event.start == event.end:
        return str(event.start)
    if len(value) in (4, 7) and value.replace("-", "").isdecimal():
        return value
    return f"{event.start} to {event.end}"


def facts(record: Any) -> list[tuple[str, str, str]]:
    """Return (name, value, where it came from) of everything known about the document."""
    found = [
        ("title", record.title, record.title_source),
        ("date", record.date, record.date_source),
        ("url", record.url, record.url_source),
        ("ministers", ", ".join(record.ministers), record.ministers_source),
        ("portfolios", ", ".join(record.portfolios), record.portfolios_source),
    ]
    lines = [(name, one_line(value or "none"), _SOURCES.get(source or "", "")) for name, value, source in found]
    if not record.date and record.date_not_before:
        lines.insert(2, ("not before", record.date_not_before, "latest past date in its text"))
    known = {"title", "date", "url", "ministers", "portfolios"}
    for key, value in record.meta.items():
        if key not in known:
            lines.append((one_line(key), one_line(cell(value)), "front matter"))
    lines.append(("words", f"{record.words:,}", record.encoding))
    for warning in record.warnings:
        where = f"line {warning.line}" if warning.line else ""
        lines.append(("warning", one_line(warning.message), where))
    return lines


def panel(record: Any, page: Page) -> str:
    """Return the panel of metadata: id and path as its heading, a line a value."""
    from rich import box
    from rich.panel import Panel
    from rich.table import Table
    from rich.text import Text

    on = rich_door.console(page)
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style=rich_door.QUIET, no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_column(style=rich_door.QUIET, no_wrap=page.width >= 80)
    for name, value, source in facts(record):
        text = Text(value, style=rich_door.HEADING if name == "title" else "")
        url = record.url if name in ("title", "url") else None
        grid.add_row(name, rich_door.link(text, url, page), source)
    heading = to_file(Text(one_line(record.id), style=rich_door.HEADING), record, page)
    footing = to_file(Text(one_line(record.path), style=rich_door.QUIET), record, page)
    border = box.ROUNDED if page.unicode else box.ASCII
    wide = min(page.width, MEASURE + 20)
    frame = Panel(grid, title=heading, subtitle=footing, box=border, border_style=rich_door.QUIET, width=wide)
    return rich_door.draw_text(frame, on)


def shown_body(record: Any, page: Page, places: Sequence[Mark] = ()) -> Iterator[str]:
    """Yield a document's text: Markdown as what it says, unless places of it are to be marked."""
    if not places and record.path.lower().endswith((".md", ".markdown")):
        from nzn_cli.render.markdown_text import is_markdown, markdown_body

        if is_markdown(record, page):
            yield markdown_body(record.body, page, MEASURE)
            return
    yield from body(record.body, page, places)


def body(text: str, page: Page, places: Sequence[Mark] = ()) -> Iterator[str]:
    """Yield the text a paragraph at a time, wrapped to the page with hanging bullets, its marks drawn."""
    on = rich_door.console(page)
    width = min(page.width, MEASURE)
    at = 0
    for line in text.split("\n"):
        here = [mark for mark in places if at <= mark.char_start < at + len(line) + 1]
        yield _paragraph(line, at, here, width, page, on)
        at += len(line) + 1


def _paragraph(line: str, at: int, places: Sequence[Mark], width: int, page: Page, on: Any) -> str:
    if not line.strip():
        return "\n"
    indent = len(line) - len(line.lstrip())
    content = line.lstrip()
    bullet = next((len(b) for b in _BULLETS if content.startswith(b)), 0)
    left = min(indent, width // 4)
    text = marked(line.rstrip(), at, places, page, skip=indent)
    if content.startswith("#") and content.lstrip("#").startswith(" "):
        text.stylize(rich_door.HEADING)
    found = ""
    for number, piece in enumerate(text.wrap(on, max(20, width - left - bullet))):
        piece.rstrip()
        margin = " " * left if not number else " " * (left + bullet)
        found += rich_door.draw_text(type(text)(margin).append_text(piece), on)
    return found


def marked(line: str, at: int, places: Sequence[Mark], page: Page, skip: int = 0) -> Text:
    """Return the line as text with its marks; `at` is the place of its first character in the body."""
    from rich.text import Text

    text, done = Text(), skip
    for mark in places:
        start, end = max(done, mark.char_start - at), min(len(line), mark.char_end - at)
        if end <= start:
            continue
        text.append(_flat(line[done:start]))
        text.append(signed(_flat(line[start:end]), page), style=_style(mark.kind))
        if mark.note:
            text.append(" " + rich_door.sign(page, f"⟨{mark.note}⟩", f"<{mark.note}>"), style=rich_door.DATE)
        done = end
    return text.append(_flat(line[done:]))


def signed(text: str, page: Page) -> str:
    """Return `text` between signs where there is no colour to mark it."""
    if page.colour:
        return text
    return rich_door.sign(page, f"«{text}»", f"[{text}]")


def _style(kind: str) -> str:
    styles = {"person": rich_door.PERSON, "quote": rich_door.QUOTED, "name": rich_door.NAMED}
    return styles.get(kind, rich_door.DATED)


def _flat(text: str) -> str:
    return visible(text).replace("\t", "    ")


def piped(record: Any, places: Sequence[Mark] = (), meta: bool = True, text: bool = True) -> Iterator[str]:
    """Yield the document for a pipe: metadata as `key: value`, an empty line, the text as it stands."""
    if meta:
        yield f"id: {record.id}\npath: {record.path}\n"
        for name, value, source in facts(record):
            yield f"{name}: {value}{f'  ({source})' if source else ''}\n"
    if meta and text:
        yield "\n"
    if text:
        yield with_signs(record.body, places) + "\n"


def with_signs(text: str, places: Sequence[Mark]) -> str:
    """Return the text with marked places between signs, and notes beside them."""
    found, done = "", 0
    for mark in places:
        found += text[done : mark.char_start] + "«" + text[mark.char_start : mark.char_end] + "»"
        found += f" ⟨{mark.note}⟩" if mark.note else ""
        done = mark.char_end
    return found + text[done:]
