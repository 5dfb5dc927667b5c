"""`nzn search`: documents by relevance, the best passage of each."""

from __future__ import annotations

from functools import partial

from nzn_cli.cli.emit import Way, emit
from nzn_cli.cli.session import Session
from nzn_cli.render.passages import READ, passages


def run(session: Session) -> int:
    """Answer with documents, best first."""
    words, filters = " ".join(session.line.many("words")), session.filters()
    drawn = Way(partial(passages, words=words), READ)
    return emit(session, "search", lambda fields: session.corpus.search(words, filters, fields), drawn=drawn)
