"""What `check` shows on a terminal: the problems of each file under its path; in a pipe path:line:code:message."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from nzn_cli.render import console as rich_door
from nzn_cli.render.page import Page
from nzn_cli.render.safe import one_line


def findings(records: Iterable[Any], page: Page) -> Iterator[str]:
    """Yield each file's problems: line, what is wrong, and what would be right."""
    from rich.text import Text

    on = rich_door.console(page)
    for number, (path, problems) in enumerate(groupby(records, key=lambda record: record.path)):
        text = ("\n" if number else "") + rich_door.draw_text(Text(one_line(path), style=rich_door.HEADING), on)
        for problem in problems:
            what = Text(one_line(problem.message))
            what.append(f"  {problem.code}", style=rich_door.QUIET)
            if problem.hint:
                what.append("\n" + one_line(problem.hint), style=rich_door.QUIET)
            margin = f"{problem.line if problem.line is not None else '-':>6}  "
            for place, line in enumerate(what.wrap(on, max(20, page.width - len(margin)))):
                line.rstrip()
                left = Text(margin if not place else " " * len(margin), style=rich_door.DATE)
                text += rich_door.draw_text(left.append_text(line), on)
        yield text


def piped(records: Iterable[Any], page: Page) -> Iterator[str]:
    """Yield path:line: code: message, the way compilers do, so that editors can jump there."""
    for record in records:
        place = f":{record.line}" if record.line is not None else ""
        yield f"{record.path}{place}: {record.code}: {one_line(record.message)}\n"
