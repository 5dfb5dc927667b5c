"""A text written in Markdown as a terminal shows it: headings, lists, tables, links, emphasis; nothing of it is lost.

Tags and whatever else is no Markdown stand as they are written. Rich draws; `panels` shows texts of other kinds.
"""

from __future__ import annotations

from typing import Any

from markdown_it import MarkdownIt
from rich.console import Console, ConsoleOptions, RenderResult
from rich.markdown import CodeBlock, Heading, Markdown
from rich.text import Text
from rich.theme import Theme

from nzn_cli.render import console as rich_door
from nzn_cli.render.page import Page
from nzn_cli.render.safe import visible

MOST = 400_000  # characters: a second's work; longer texts are shown as they stand
# what can be read on a dark ground and on a light one
_STYLES = {
    "markdown.code": "bold",
    "markdown.block_quote": "italic",
    "markdown.item.bullet": "dim",
    "markdown.item.number": "dim",
    "markdown.link": "underline",
    "markdown.link_url": "underline",
    "markdown.hr": "dim",
    "markdown.table.border": "dim",
    "markdown.table.header": rich_door.HEADING,
}


class _PlainHeading(Heading):
    """A heading at the left margin, in bold."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        self.text.justify = "left"
        self.text.stylize(rich_door.HEADING)
        yield Text("")
        yield self.text


class _PlainCode(CodeBlock):
    """Code as it stands, set in by four columns, without a ground of its own."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for line in str(self.text).rstrip("\n").split("\n"):
            yield Text(f"    {line}", no_wrap=True, overflow="fold")


class _Document(Markdown):
    elements = Markdown.elements | {
        "heading_open": _PlainHeading,
        "fence": _PlainCode,
        "code_block": _PlainCode,
    }

    def __init__(self, text: str, links: bool) -> None:
        super().__init__("", hyperlinks=links)
        self.markup = text
        # tags are text: what stands between them would vanish with them
        parser = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
        self.parsed = parser.parse(text)


def is_markdown(record: Any, page: Page) -> bool:
    """Return whether a document's text is to be shown as Markdown on this page."""
    return page.unicode and len(record.body) <= MOST


def markdown_body(text: str, page: Page, measure: int) -> str:
    """Return the drawn text: within `measure` columns, unless tables want all of the page."""
    wide = any(line.lstrip().startswith("|") for line in text.split("\n"))
    on = rich_door.console(page._replace(width=page.width if wide else min(page.width, measure)))
    on.push_theme(Theme(_STYLES))
    return rich_door.draw_text(_Document(visible(text), page.links), on).lstrip("\n")
