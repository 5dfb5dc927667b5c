"""`nzn check`: what is wrong with the documents. As with a linter, finding something is exit 1."""

from __future__ import annotations

from nzn_cli.cli.emit import Way, emit
from nzn_cli.cli.session import Session
from nzn_cli.cli.writing import say
from nzn_cli.errors import FOUND, NOTHING
from nzn_cli.render.findings import findings, piped


def run(session: Session) -> int:
    """Answer with problems; 0 is a clean corpus."""
    session.expand("query")
    filters = session.filters()
    code = emit(session, "check", lambda _: session.corpus.check(filters), drawn=Way(findings), piped=Way(piped))
    if code == NOTHING and session.around.err and not session.line.flag("quiet"):
        say("nzn: nothing wrong")
    return {FOUND: NOTHING, NOTHING: FOUND}.get(code, code)
