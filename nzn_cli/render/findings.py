"""What `check` shows on a terminal: how many of each kind, then each file's; in a pipe path:line:code:message."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from nzn_cli.render import console as rich_door
from nzn_cli.render.page import Page
from nzn_cli.render.safe import one_line


def findings(records: Iterable[Any], page: Page) -> Iterator[str]:
    """Yield how many problems there are of each kind, then each file's: line, what is wrong, what would be right."""
    from rich.text import Text

    on = rich_door.console(page)
    found = list(records)
    counts = sorted(Counter(record.code for record in found).items(), key=lambda one: (-one[1], one[0]))
    wide = max((len(f"{number:,}") for _, number in counts), default=0)
    yield from (f"{number:>{wide},}  {code}\n" for code, number in counts)
    for path, problems in groupby(found, key=lambda record: record.path):
        text = "\n" + rich_door.draw_text(Text(one_line(path), style=rich_door.HEADING), on)
        for problem in problems:
            what = Text(one_line(problem.message))
            what.append(f"  {problem.code}", style=rich_door.QUIET)
            if problem.hint:
                what.append("\n" + one_line(problem.hint), style=rich_door.QUIET)
            margin = f"{problem.line if problem.line is not None else '-':>6}  "
            for place, line in enumerate(what.wrap(on, max(20, page.width - len(margin)))):
                line.rstrip()
                left = Text().append(margin if not place else " " * len(margin), style=rich_door.DATE)
                text += rich_door.draw_text(left.append_text(line), on)
        yield text


def piped(records: Iterable[Any], page: Page) -> Iterator[str]:
    """Yield path:line: code: message, the way compilers do, so that editors can jump there."""
    for record in records:
        place = f":{record.line}" if record.line is not None else ""
        yield f"{record.path}{place}: {record.code}: {one_line(record.message)}\n"
