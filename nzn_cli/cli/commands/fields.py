"""`nzn fields`: the metadata keys, or the values of one."""

from __future__ import annotations

from nzn_cli.cli.emit import Way, emit
from nzn_cli.cli.session import Session
from nzn_cli.errors import UsageError
from nzn_cli.render.bars import bars


def run(session: Session) -> int:
    """Answer with keys, or with values of one key."""
    keys, filters = session.line.many("key"), session.filters()
    if len(keys) > 1:
        raise UsageError(f"nzn fields takes no {keys[1]!r}", "nzn fields --help")
    if not keys:
        return emit(session, "fields", lambda _: session.corpus.fields(filters))
    return emit(session, "fields-key", lambda _: session.corpus.values(keys[0], filters), drawn=Way(bars))
