"""The end of every command: which format, where to, what is said beside the answer, and the exit code."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from nzn_cli.cli import notices
from nzn_cli.cli.command_line import CommandLine
from nzn_cli.cli.session import Session
from nzn_cli.cli.writing import page_out, write
from nzn_cli.errors import FOUND, NOTHING, PARTIAL, UsageError
from nzn_cli.model.records import NamedTuple
from nzn_cli.render.answers import named_fields, shape_of
from nzn_cli.render.formats import Layout, fields_needed, require_format, written
from nzn_cli.render.page import Page
from nzn_cli.render.safe import visible

if TYPE_CHECKING:
    Writer = Callable[[Iterable[Any], Page], Iterator[str]]
    Fields = tuple[str, ...] | None

_AS_THEY_STAND = ("csv", "tsv", "md", "ids", "paths", "ics", "citation")  # formats that do not know where they go
_SHORT = (("json", "json"), ("jsonl", "jsonl"), ("csv", "csv"))


class Way(NamedTuple):
    """How an answer is written, and which fields of its records that reads (None: all of them)."""

    write: Writer
    fields: Fields = None


class Counted:
    """Records on their way to a format, counted."""

    def __init__(self, records: Iterable[Any], unit: Callable[[Any], Any] | None = None) -> None:
        self.records = records
        self.count = 0
        self._unit = unit  # what records that count as one have in common, where they follow one another

    def __iter__(self) -> Iterator[Any]:
        last: Any = None
        for record in self.records:
            one = self.count if self._unit is None else self._unit(record)
            self.count += self._unit is None or one != last
            last = one
            yield record


def format_of(line: CommandLine) -> str | None:
    """Return the format that was asked for, or None; two different ones are an error."""
    formats = [name for flag, name in _SHORT if line.flag(flag)]
    if line.text("format"):
        formats.insert(0, str(line.text("format")))
    if len(set(formats)) > 1:
        raise UsageError(f"two formats were asked for: {formats[0]} and {formats[1]}", "ask for one")
    return formats[0] if formats else None


def emit(
    session: Session,
    answer: str,
    records: Callable[[Fields], Iterable[Any]],
    by: str | None = None,
    drawn: Way | None = None,
    piped: Way | None = None,
    unit: Callable[[Any], Any] | None = None,
) -> int:
    """Ask for the records, write them, say what is to be said, and return the exit code.

    `records` is told which fields will be printed. `drawn` is how a terminal gets them where a table does not do;
    `piped` how a pipe does where TSV does not; what has the same `unit` counts as one where a limit cuts.
    """
    shape = shape_of(answer, by)
    fields = session.line.text("fields")
    name = format_of(session.line)
    order = Layout(shape, named_fields(shape, fields) if fields is not None else None, session.line.flag("null"))
    if name is None and order.null and fields is None and piped is None:
        name = "paths" if "path" in shape.keys else "ids"
    if name is not None:
        require_format(name, shape)
    if session.line.flag("quiet"):
        return _code(session, next(iter(records(())), None) is not None)
    way = _cited(session) if name == "citation" else _way(session.page, order, name, drawn, piped)
    records_found = records(way.fields)
    source = Counted(records_found, unit)
    write_pieces(session, way.write(source, session.page))
    notices.after(session, records_found, source.count, answer)
    return _code(session, source.count)


def _way(page: Page, order: Layout, name: str | None, drawn: Way | None, piped: Way | None) -> Way:
    own = order.keys is None
    if name is None and not page.terminal:
        if piped and own:
            return piped
        name = "tsv"
    elif drawn and own and name in (None, "table"):
        return drawn
    name = name or "table"
    return Way(partial(_formatted, name, order), fields_needed(name, order))


def _cited(session: Session) -> Way:
    """How citations are written: what a record does not have of its document is asked for."""
    from functools import lru_cache

    from nzn_cli.render.citation import citations

    source = lru_cache(64)(lambda id_: next(iter(session.corpus.show([id_]))))

    def written(records: Iterable[Any], page: Page) -> Iterator[str]:
        pieces = citations(records, source)
        return map(visible, pieces) if page.terminal else pieces

    return Way(written)


def _formatted(name: str, order: Layout, records: Iterable[Any], page: Page) -> Iterator[str]:
    pieces = written(name, records, order, page)
    return map(visible, pieces) if page.terminal and name in _AS_THEY_STAND else pieces


def write_pieces(session: Session, pieces: Iterable[str]) -> None:
    """Write the pieces; on a terminal through the pager unless that is unwanted."""
    if session.page.terminal and not session.line.flag("no_pager"):
        page_out(pieces, session.around, session.page.height)
    else:
        write(pieces)


def _code(session: Session, count: int) -> int:
    if session.line.flag("strict") and (session.corpus.warnings()[0] or session.corpus.unread_folders()):
        return PARTIAL
    return FOUND if count else NOTHING
