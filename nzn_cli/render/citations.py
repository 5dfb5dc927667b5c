"""What `cite` shows: what a draft says by its line, what became of it, and where it stands; in a pipe as linters do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from nzn_cli.render import console as rich_door
from nzn_cli.render.page import Page
from nzn_cli.render.safe import one_line

_SIGNS = {"verbatim": ("✓", "ok"), "altered": ("≠", "!="), "other_speaker": ("☞", "by"), "nowhere": ("✗", "no")}
_MARGIN = 12  # columns of line and sign


def draw_citations(records: Iterable[Any], page: Page) -> Iterator[str]:
    """Yield what became of each quotation: its words, or where they differ, and below who says them, when and where."""
    from rich.text import Text

    on = rich_door.console(page)
    for number, one in enumerate(records):
        fine, plain = _SIGNS[one.status]
        wrong = one.status != "verbatim"
        margin = Text().append(f"{one.line:>6}  ", style=rich_door.DATE)
        margin.append(f"{rich_door.sign(page, fine, plain):<{_MARGIN - 8}}", style=rich_door.MATCH if wrong else "")
        lines = [Text(_said(one))]
        lines += [Text().append(line, style=rich_door.QUIET) for line in _verdict(one)]
        text = "\n" if number else ""
        for line in lines:
            for piece in line.wrap(on, max(20, page.width - _MARGIN)):
                piece.rstrip()
                text += rich_door.draw_text(margin.append_text(piece), on)
                margin = Text(" " * _MARGIN)
        yield text


def piped(records: Iterable[Any], page: Page) -> Iterator[str]:
    """Yield line: status: words, and behind a tab where they stand."""
    for one in records:
        where = f"\t{one.id}" if one.id else ""
        yield f"{one.line}: {one.status}: {_said(one)}{where}\n"


def _said(one: Any) -> str:
    """Return what the draft says: the words, or where they differ."""
    own = f"{one.speaker}, {one.quote}" if one.kind == "office" and one.speaker else one.quote
    return one_line(one.difference or own)


def _verdict(one: Any) -> Iterator[str]:
    """Yield who says it according to whom, and in which document."""
    if one.status == "nowhere":
        yield "in no document"
        return
    if one.status == "other_speaker":
        verb = "held" if one.kind == "office" else "said"
        yield f"{verb} by {one_line(one.found_speaker)}, not {one_line(one.speaker)}"
    elif one.kind == "quote" and one.found_speaker:
        yield one_line(one.found_speaker)
    page = f", p. {one.page}" if one.page else ""
    yield f"{one.date or 'undated'}  {one_line(one.title or '')}{page}  {one_line(one.id)}".replace("    ", "  ")
