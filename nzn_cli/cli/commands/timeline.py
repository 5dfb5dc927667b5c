"""`nzn timeline`: publications and dated events in one order, drawn on a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from nzn_cli.cli.emit import Way, emit, format_of
from nzn_cli.cli.session import Session
from nzn_cli.cli.writing import say
from nzn_cli.errors import UsageError
from nzn_cli.model.settings import Filters, TimelineRequest
from nzn_cli.render.bars import bars
from nzn_cli.render.spine import READ, Fold, spine


def run(session: Session) -> int:
    """Answer with events, or with how many there are a day, month or year."""
    session.expand("query")
    line, corpus = session.line, session.corpus
    request = timeline_request(session)
    filters = session.filters()._replace(sort=None, limit=None, offset=0)
    by = line.text("by")
    if by:
        if line.flag("reverse") and not line.text("sort"):
            request = request._replace(sort="value-")
        code = emit(
            session, "timeline-by", lambda _: corpus.timeline_counts(by, request, filters), by=by, drawn=Way(bars)
        )
        _say_wider(session, request, filters)
        return code
    if line.flag("unresolved") and format_of(line) == "ics":
        raise UsageError("what is unresolved has no place in a calendar", "leave out --unresolved or -O ics")
    drawn = Way(partial(spine, fold=folding(request), with_evidence=corpus.with_evidence), READ)

    def events(fields: tuple[str, ...] | None) -> Any:
        return _noted(session, corpus.timeline(request, filters, fields, later=fields is READ))

    code = emit(session, "timeline", events, drawn=drawn)
    _say_wider(session, request, filters)
    return code


def _say_wider(session: Session, request: TimelineRequest, filters: Filters) -> None:
    """Count what lasts longer than the window, in one line."""
    wider = 0 if session.line.flag("quiet") else session.corpus.wider_events(request, filters)
    if wider:
        say(f"nzn: {wider:,} more that last{'s' * (wider == 1)} longer than the window; --overlapping shows them")


def _noted(session: Session, events: Any) -> Any:
    """Return the events; in a calendar, say afterwards how many have no day."""
    if format_of(session.line) != "ics":
        return events
    return _counting(events)


def _counting(events: Iterable[Any]) -> Iterator[Any]:
    without = 0
    for event in events:
        without += not event.start
        yield event
    if without:
        say(f"nzn: {without:,} unresolved event{'' if without == 1 else 's'} left out of the calendar")


def folding(request: TimelineRequest) -> Fold:
    """Return what dense parts are folded by: years, months once one year is asked for, nothing within a month."""
    start, end = request.start or "", request.end or ""
    if not start[:4].isdecimal() or start[:4] != end[:4]:
        return "year"
    return "none" if len(start) >= 7 and start[:7] == end[:7] else "month"


def timeline_request(session: Session) -> TimelineRequest:
    """Return which events are asked for."""
    line = session.line
    return TimelineRequest(
        kinds=line.parts("kind") or ("published", "mentioned"),
        start=line.text("from"),
        end=line.text("to"),
        overlapping=line.flag("overlapping"),
        unresolved=line.flag("unresolved"),
        future=line.flag("future"),
        limit=line.number("limit"),
        offset=line.number("offset") or 0,
        sort=session.sort,
    )
