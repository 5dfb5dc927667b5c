"""The timeline drawn: years and months as a spine, publications and mentions told apart by shape, evidence beside.

Dense years are folded into one line with counts as soon as an answer is long, so that memory and screen stay small.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, groupby, islice
from typing import TYPE_CHECKING, Any, Literal

from nzn_cli.model.records import NamedTuple
from nzn_cli.render import console as rich_door
from nzn_cli.render.page import Page
from nzn_cli.render.panels import signed
from nzn_cli.render.plain import cell
from nzn_cli.render.safe import one_line
from nzn_cli.render.table import shortened

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

Fold = Literal["year", "month", "none"]
LONG = 120  # events above which an answer is folded
DENSE = 24  # events above which a year (or month) of a long answer is one line
_MONTHS = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_UNRESOLVED = "unresolved"
_MEASURE = 110
READ = ("kind", "start", "end", "precision", "text", "id", "title", "char_start", "char_end")  # of every event
_LABEL = 9  # columns of an event's own date


class Drawing(NamedTuple):
    """What every part of the drawing needs."""

    page: Page
    on: Console
    line: str  # the spine itself
    published: str
    mentioned: str
    with_evidence: Callable[[Any], Any] | None = None


def spine(
    records: Iterable[Any], page: Page, fold: Fold = "year", with_evidence: Callable[[Any], Any] | None = None
) -> Iterator[str]:
    """Yield the timeline part by part; `fold` is the unit whose dense parts are folded in a long answer.

    `with_evidence` returns an event with sentence and people; it is asked only for those that are not folded.
    """
    drawing = Drawing(
        page,
        rich_door.console(page),
        rich_door.sign(page, "│", "|"),
        rich_door.sign(page, "●", "*"),
        rich_door.sign(page, "○", "o"),
        with_evidence,
    )
    source = iter(records)
    head = list(islice(source, LONG + 1))
    folding = fold if len(head) > LONG else "none"
    if head:
        yield _key(drawing)
    for year, events in groupby(chain(head, source), key=lambda event: (event.start or "")[:4]):
        yield from _year(year, events, drawing, folding)


def _key(drawing: Drawing) -> str:
    from rich.text import Text

    text = f"{drawing.published} published   {drawing.mentioned} mentioned in a text"
    return rich_door.draw_text(Text(text, style=rich_door.QUIET), drawing.on)


def _year(year: str, events: Iterator[Any], drawing: Drawing, fold: Fold) -> Iterator[str]:
    from rich.text import Text

    head = list(islice(events, DENSE + 1))
    if fold == "year" and len(head) > DENSE and year:
        yield _folded(year, chain(head, events), drawing)
        return
    yield rich_door.draw_text(Text(year or _UNRESOLVED, style=rich_door.HEADING), drawing.on)
    month = ""
    for unit, inside in groupby(chain(head, events), key=_month):
        part = list(islice(inside, DENSE + 1))
        inside = chain(part, inside)
        if fold != "none" and unit and len(part) > DENSE:
            yield _folded(unit, inside, drawing)
            continue
        for event in inside:
            yield _event(event, when(event, unit, unit != month), drawing)
            month = unit


def _month(event: Any) -> str:
    """Return the month that an event stands under; what covers more than one month stands before them."""
    if not event.start or event.start[:7] != (event.end or event.start)[:7]:
        return ""
    return str(event.start[:7])


def _folded(unit: str, events: Iterator[Any], drawing: Drawing) -> str:
    from rich.text import Text

    published = mentioned = 0
    for event in events:
        published, mentioned = published + (event.kind == "published"), mentioned + (event.kind != "published")
    name = unit if len(unit) == 4 else f"{drawing.line} {_MONTHS[int(unit[5:])]}"
    line = Text(f"{name:<6}", style=rich_door.HEADING)
    counts = [(published, drawing.published), (mentioned, drawing.mentioned)]
    line.append("  ".join(f"{shape} {count:,}" for count, shape in counts if count))
    line.append(f"   {drawing.page.command} timeline --from {unit} --to {unit}", style=rich_door.QUIET)
    line.truncate(drawing.page.width)
    return rich_door.draw_text(line, drawing.on)


def _event(event: Any, label: str, drawing: Drawing) -> str:
    from rich.text import Text

    event = drawing.with_evidence(event) if drawing.with_evidence else event
    shape = drawing.published if event.kind == "published" else drawing.mentioned
    margin = f"{drawing.line} {label:<{_LABEL}}  "
    room = min(drawing.page.width, _MEASURE + len(margin)) - len(margin) - 2
    found = ""
    lines = [*_wrapped(_evidence(event, drawing, room), room, drawing)]
    lines += _wrapped(_origin(event, drawing), room, drawing)
    for number, line in enumerate(lines):
        left = Text(margin if not number else drawing.line + " " * (len(margin) - 1))
        left.append(f"{shape} " if not number else "  ", style=rich_door.DATE)
        found += rich_door.draw_text(left.append_text(line), drawing.on)
    return found


def _wrapped(text: Text, room: int, drawing: Drawing) -> list[Text]:
    lines = list(text.wrap(drawing.on, max(16, room)))
    for line in lines:
        line.rstrip()
    return [line for line in lines if line.plain]


def when(event: Any, month: str, first: bool) -> str:
    """Return the event's own date as short as its place on the spine allows.

    In a month "Feb 13" or "Feb 12-14", the month's name with its first event only; else "Q1", "Sep-Nov", "to 2009".
    """
    if not event.start or not event.end:
        return ""
    start, end = event.start, event.end
    if month:
        whole = event.precision == "month" or (event.precision == "approximate" and start != end)
        days = str(int(start[8:])) if start == end else f"{int(start[8:])}-{int(end[8:])}"
        return f"{_MONTHS[int(month[5:])] if first else '':<3} {'' if whole else days:>5}".rstrip()
    if event.precision == "quarter":
        return f"Q{(int(start[5:7]) + 2) // 3}"
    if start[:4] != end[:4]:
        return f"to {end[:4]}"
    return "" if (start[5:], end[5:]) == ("01-01", "12-31") else f"{_MONTHS[int(start[5:7])]}-{_MONTHS[int(end[5:7])]}"


def _evidence(event: Any, drawing: Drawing, room: int) -> Text:
    """Return the sentence with the dated expression marked; of a publication its title."""
    from rich.text import Text

    if event.kind == "published":
        return Text(shortened(one_line(event.title or event.id), room * 3, drawing.page), style=rich_door.HEADING)
    sentence, expression = one_line(event.sentence or event.text or ""), one_line(cell(event.text))
    at = sentence.find(expression)
    if at < 0:
        return Text(shortened(sentence, room * 3, drawing.page))
    before, after = sentence[:at], sentence[at + len(expression) :]
    most = max(room * 3 - len(expression), room)
    if len(before) > most // 2:
        before = rich_door.sign(drawing.page, "…", "...") + before[len(before) - most // 2 :].partition(" ")[2]
    text = Text(before)
    text.append(signed(expression, drawing.page), style=rich_door.DATED)
    return text.append(shortened(after, max(20, most - len(before)), drawing.page))


def _origin(event: Any, drawing: Drawing) -> Text:
    from rich.text import Text

    people = ", ".join(one_line(name) for name in event.people[:4]) + (" …" if len(event.people) > 4 else "")
    return Text("  ".join(part for part in (one_line(event.id), people) if part), style=rich_door.QUIET)
