"""What `quotes` shows: on a terminal each speaker with the words as a block, in Markdown what can go into a story."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

from nzn_cli.render import console as rich_door
from nzn_cli.render.markdown import escaped
from nzn_cli.render.page import Page
from nzn_cli.render.plain import cell
from nzn_cli.render.safe import one_line, visible

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    Places = Callable[[str], list[tuple[int, int]]]

READ = ("id", "date", "title", "speaker", "role", "speaker_text", "kind", "text", "page")  # the fields that are shown
_MEASURE = 96
_DATE = 12  # columns of the date and the gap behind it
_LINES = 12  # of a turn that goes on for pages


def draw_quotations(records: Iterable[Any], page: Page, places: Places | None = None) -> Iterator[str]:
    """Yield what somebody says in a document: date and speaker, the words wrapped, then the document.

    `places` says where in a text the words stand that were asked for, which are marked.
    """
    on = rich_door.console(page)
    for number, (_, group) in enumerate(groupby(records, key=lambda one: (one.id, _speaker(one)))):
        said = list(group)
        text = ("\n" if number else "") + _heading(said[0], page, on)
        blocks = [_words(one, page, on, places) for one in said]
        yield text + _bar(page).join(["", *blocks]).removeprefix(_bar(page)) + _source(said[-1], page, on)


def story(records: Iterable[Any]) -> Iterator[str]:
    """Yield each quotation as a block quotation of Markdown, and below it who said it, when and where."""
    for number, one in enumerate(records):
        lines = [f"> {escaped(line)}".rstrip() for line in visible(cell(one.text)).split("\n")]
        yield ("\n" if number else "") + "\n".join(lines) + "\n>\n"
        parts = [_speaker(one) or "speaker unknown", one.title, one.date or "undated", one.id]
        page = f", p. {one.page}" if one.page else ""
        yield f"> — {', '.join(escaped(part) for part in parts if part)}{page}\n"


def _speaker(one: Any) -> str:
    """Return the speaker with the role that the document gives, or the words that stand for one."""
    if one.speaker is None:
        return one_line(one.speaker_text or "")
    return one_line(f"{one.speaker}, {one.role}" if one.role else one.speaker)


def _heading(one: Any, page: Page, on: Console) -> str:
    from rich.text import Text

    name = Text(one_line(one.speaker or one.speaker_text or "somebody"), style=rich_door.PERSON)
    if one.speaker and one.role:
        name.append(f"  {one_line(one.role)}", style=rich_door.QUIET)
    date = Text(f"{one.date or 'undated':<{_DATE}}", style=rich_door.DATE)
    found = ""
    for number, line in enumerate(name.wrap(on, max(20, page.width - _DATE))):
        line.rstrip()
        found += rich_door.draw_text((date if not number else Text(" " * _DATE)) + line, on)
    return found


def _bar(page: Page) -> str:
    return rich_door.sign(page, "  │\n", "  |\n")


def _words(one: Any, page: Page, on: Console, places: Places | None) -> str:
    from rich.text import Text

    text = Text(one_line(cell(one.text)))
    for start, end in places(text.plain) if places else ():
        text.stylize(rich_door.MATCH, start, end)
    lines: list[Text] = list(text.wrap(on, max(20, min(page.width, _MEASURE) - 4)))
    left = len(lines) - _LINES
    if left > 1:
        lines = [*lines[:_LINES], Text(f"… {left:,} lines more", style=rich_door.QUIET)]
    found = ""
    for line in lines:
        line.rstrip()
        found += rich_door.draw_text(Text(_bar(page)[:-1] + " ", style=rich_door.QUIET).append_text(line), on)
    return found


def _source(one: Any, page: Page, on: Console) -> str:
    from rich.text import Text

    where = f", p. {one.page}" if one.page else ""
    line = Text(f"{' ' * 4}{one_line(one.title or '')}{where}  ").append(one_line(one.id), style=rich_door.ID)
    found = ""
    for number, piece in enumerate(line.wrap(on, max(20, page.width))):
        piece.rstrip()
        found += rich_door.draw_text(piece if not number else Text(" " * 4).append_text(piece), on)
    return found
