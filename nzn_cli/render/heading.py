"""The line over what a document answered with: date, title, id. Wrapped, it hangs below its title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from nzn_cli.model.file_formats import INSIDE
from nzn_cli.render import console as rich_door
from nzn_cli.render.hyperlinks import to_file
from nzn_cli.render.page import Page
from nzn_cli.render.safe import one_line

if TYPE_CHECKING:
    from rich.console import Console

_DATE = 12  # columns of the date and the gap behind it


def heading(record: Any, page: Page, on: Console) -> str:
    """Return the drawn heading of a record that has date, title, path and id."""
    from rich.text import Text

    title = Text(one_line(record.title or record.path), style=rich_door.HEADING)
    url = heading_address(record)
    title = rich_door.link(title, url, page) if url else to_file(title, record, page)
    title.append("  ").append_text(to_file(Text(one_line(record.id), style=rich_door.ID), record, page))
    date = Text().append(f"{record.date or 'undated':<{_DATE}}", style=rich_door.DATE)
    found = ""
    for number, line in enumerate(title.wrap(on, max(20, page.width - _DATE))):
        line.rstrip()
        found += rich_door.draw_text((date if not number else Text(" " * _DATE)) + line, on)
    return found


def heading_address(record: Any) -> str | None:
    """Return the address of a record's document, with the page if it is a PDF; of a PDF without one its file's."""
    address, number = getattr(record, "url", None), getattr(record, "page", None)
    if not number:
        return address
    path = record.path
    if address is None and path.lower().endswith(".pdf") and not re.search(INSIDE, path):
        from pathlib import Path

        address = Path(path).absolute().as_uri()
    is_pdf = address and address.lower().endswith(".pdf")
    return f"{address}#page={number}" if is_pdf else address
