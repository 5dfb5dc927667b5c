"""`nzn list`: the documents that the filters let through."""

from __future__ import annotations

from nzn_cli.cli.emit import emit
from nzn_cli.cli.session import Session


def run(session: Session) -> int:
    """Answer with documents, or with the files that were left out."""
    session.expand("query")
    if session.line.flag("skipped"):
        return emit(session, "skipped", lambda _: session.corpus.skipped())
    filters = session.filters()
    return emit(session, "list", lambda fields: session.corpus.list(filters, fields))
