"""`nzn fields`: the metadata keys, or the values of one."""

from __future__ import annotations

from nzn_cli.cli.emit import Way, emit
from nzn_cli.cli.session import Session
from nzn_cli.render.bars import bars


def run(session: Session) -> int:
    """Answer with keys, or with values of one key."""
    key, filters = session.line.text("key"), session.filters()
    if key is None:
        return emit(session, "fields", lambda _: session.corpus.fields(filters))
    return emit(session, "fields-key", lambda _: session.corpus.values(key, filters), drawn=Way(bars))
