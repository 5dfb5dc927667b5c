"""The one door to Rich: consoles that draw into text, for a page, and signs that the page can show."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from nzn_cli.render.page import Page

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

ID = "dim"
DATE = "cyan"
HEADING = "bold"
MATCH = "bold red"
PERSON = "bold magenta"
DATED = "bold underline"  # no yellow: on a light ground it cannot be read
NAMED = "bold cyan"
QUOTED = "italic"
QUIET = "dim"


def console(page: Page) -> Console:
    """Return a console of the page's width that draws into its own text; without colour not one escape comes out."""
    from rich.console import Console

    return Console(
        file=io.StringIO(),
        width=page.width,
        force_terminal=page.colour,
        color_system="standard" if page.colour else None,
        no_color=not page.colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        soft_wrap=False,
    )


def painted(text: str, style: str, page: Page) -> str:
    """Return `text` in a style where the page has colours: what a console draws, in a twentieth of its time."""
    if not page.colour:
        return text
    from rich.color import ColorSystem
    from rich.style import Style

    return Style.parse(style).render(text, color_system=ColorSystem.STANDARD)


def draw_text(what: RenderableType, on: Console) -> str:
    """Return `what` as text, and leave the console empty."""
    on.print(what)
    return take_text(on)


def take_text(on: Console) -> str:
    """Return what was drawn so far, trailing blanks of each line cut, and leave the console empty."""
    file = on.file
    assert isinstance(file, io.StringIO)
    text = file.getvalue()
    file.seek(0)
    file.truncate()
    return "\n".join(line.rstrip(" ") for line in text.split("\n"))


def link(text: Text, url: str | None, page: Page) -> Text:
    """Return `text` as a link where the page has links and `url` is one of the web or a file."""
    if page.links and url and url.startswith(("https://", "http://", "file://")) and url.isprintable():
        text.stylize(f"link {url}")
    return text


def sign(page: Page, fine: str, plain: str) -> str:
    """Return `fine` where the page can show it, else the ASCII one."""
    return fine if page.unicode else plain
