"""`nzn count`: how many documents, as bars on a terminal."""

from __future__ import annotations

from nzn_cli.cli.emit import Way, emit
from nzn_cli.cli.session import Session
from nzn_cli.errors import FOUND, NOTHING
from nzn_cli.render.bars import bars


def run(session: Session) -> int:
    """Answer with numbers of documents by a key, or with their whole number."""
    session.expand("query")
    by, filters = session.line.text("by"), session.filters()
    if by in ("year", "month", "day") and session.line.flag("reverse") and not session.line.text("sort"):
        filters = filters._replace(sort="value-")
    if by is not None:
        drawn = Way(bars) if by else None
        return emit(session, "count", lambda _: session.corpus.count(by, filters), by=by, drawn=drawn)
    whole = list(session.corpus.count(None, filters))
    code = emit(session, "count", lambda _: whole)
    if code == FOUND and not any(record.documents for record in whole):
        return NOTHING  # the number is printed, and it is 0
    return code
