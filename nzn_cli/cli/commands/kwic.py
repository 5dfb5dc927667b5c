"""`nzn kwic`: a concordance, matches below one another on a terminal."""

from __future__ import annotations

from nzn_cli.cli.commands.grep import grep_request
from nzn_cli.cli.emit import Way, emit
from nzn_cli.cli.session import Session
from nzn_cli.render.concordance import READ, draw_concordance

_WIDTH = 60  # characters on each side where nothing says how many fit


def run(session: Session) -> int:
    """Answer with matches and the words on both sides."""
    request, filters = grep_request(session.line), session.filters()
    typed = session.line.number("width")
    width = typed if typed is not None else max(_WIDTH, session.page.width if session.page.terminal else 0)
    return emit(
        session,
        "kwic",
        lambda fields: session.corpus.concordance(request, filters, width, fields),
        drawn=Way(lambda records, page: draw_concordance(records, page, typed), READ),
    )
