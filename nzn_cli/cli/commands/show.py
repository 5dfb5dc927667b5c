"""`nzn show`: documents themselves, as a panel and text on a terminal, as `key: value` and text in a pipe."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from nzn_cli.cli.emit import Way, emit, format_of, write_pieces
from nzn_cli.cli.session import Session
from nzn_cli.cli.typed_ids import ids_given
from nzn_cli.cli.writing import say, write_bytes
from nzn_cli.errors import FOUND, NOTHING, UsageError
from nzn_cli.render import panels
from nzn_cli.render.page import Page


def run(session: Session) -> int:
    """Answer with the documents that the ids name."""
    ids = ids_given(session.line.many("ids"), UsageError)
    if session.line.flag("raw"):
        if format_of(session.line) is not None:
            raise UsageError("--raw prints files as they stand, in no other format", "leave one of the two out")
        return _raw(session, ids)
    if session.line.flag("web"):
        return _web(session, ids)
    if session.line.flag("edit"):
        from nzn_cli.cli.editor import edit

        return edit(session, ids)
    read = format_of(session.line) in (None, "table")
    if not read and any(session.line.flag(name) for name in ("people", "dates", "quotes", "what")):
        raise UsageError(
            "--people, --dates, --quotes and --what mark the text for a reader, not for a program",
            "as records: nzn who --mentions, nzn timeline --kind mentioned, nzn quotes, nzn what --mentions",
        )
    look = _Look(session, ids if read else ())
    return emit(
        session,
        "show",
        lambda _: session.corpus.show(ids, session.line.flag("dates")),
        drawn=Way(look.drawn),
        piped=Way(look.piped),
    )


class _Look:
    """Which parts of a document are shown, and what is marked in its text."""

    def __init__(self, session: Session, ids: Sequence[str]) -> None:
        line, corpus = session.line, session.corpus
        self.meta = line.flag("meta") or not line.flag("body")
        self.text = line.flag("body") or not line.flag("meta")
        self.mentions = _by_id(corpus.mentions_in(ids)) if line.flag("people") and ids else {}
        self.events = _by_id(corpus.events_in(ids)) if line.flag("dates") and ids else {}
        self.names = _by_id(corpus.named_mentions_in(ids)) if line.flag("what") and ids else {}
        self.quotes: dict[str, list[Any]] = {}
        if line.flag("quotes") and ids:
            for quote in corpus.quotes_in(ids):
                self.quotes.setdefault(quote.id, []).append(quote)

    def _marks(self, record: Any) -> list[panels.Mark]:
        kinds = (self.mentions, self.events, self.quotes, self.names)
        return panels.marks(*(found.get(record.id, ()) for found in kinds))

    def drawn(self, records: Iterable[Any], page: Page) -> Iterator[str]:
        for number, record in enumerate(records):
            if number:
                yield "\n"
            if self.meta:
                yield panels.panel(record, page)
            if self.meta and self.text:
                yield "\n"
            if self.text:
                yield from panels.shown_body(record, page, self._marks(record))

    def piped(self, records: Iterable[Any], page: Page) -> Iterator[str]:
        for number, record in enumerate(records):
            if number:
                yield "\n"
            yield from panels.piped(record, self._marks(record), self.meta, self.text)


def _by_id(records: Iterable[Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for record in records:
        if getattr(record, "kind", "mentioned") != "published":
            found.setdefault(record.id, []).append(record)
    return found


def _raw(session: Session, ids: Sequence[str]) -> int:
    files = list(session.corpus.raw(ids))
    if session.line.flag("quiet"):
        return FOUND
    if session.page.terminal:
        from nzn_cli.render.safe import visible

        write_pieces(session, (visible(data.decode("utf-8", "surrogateescape")) for data in files))
        return FOUND
    write_bytes(files)
    return FOUND


def _web(session: Session, ids: Sequence[str]) -> int:
    import webbrowser

    records = list(session.corpus.show(ids))
    without = [record.id for record in records if not record.url]
    if without:
        raise UsageError(f"{', '.join(without)} states no web address", "nzn list --has url")
    opened = [webbrowser.open(str(record.url)) for record in records]
    for record in records:
        say(f"nzn: opening {record.url}")
    return FOUND if all(opened) else NOTHING
