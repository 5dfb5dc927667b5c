"""`nzn quotes`: who said what, as block quotations on a terminal."""

from __future__ import annotations

from functools import partial

from nzn_cli.cli.emit import Way, emit
from nzn_cli.cli.session import Session
from nzn_cli.model.settings import QuotesRequest
from nzn_cli.render.quotations import READ, draw_quotations


def run(session: Session) -> int:
    """Answer with quotations."""
    from nzn_cli.api import places_of

    corpus = session.corpus
    request = quotes_request(session)
    filters = session.filters()._replace(sort=None, limit=None, offset=0)
    places = places_of(filters.about) if filters.about else None
    drawn = Way(partial(draw_quotations, places=places), READ)
    return emit(session, "quotes", lambda fields: corpus.quotes(request, filters, fields), drawn=drawn)


def quotes_request(session: Session) -> QuotesRequest:
    """Return which quotations are asked for; --on beside --role is also when the role was held."""
    line = session.line
    role = line.text("role")
    return QuotesRequest(
        name=" ".join(line.many("name")) or None,
        kinds=line.parts("kind") or QuotesRequest().kinds,
        unnamed=line.flag("unnamed"),
        role=role,
        on=line.text("on") if role else None,
        limit=line.number("limit"),
        offset=line.number("offset") or 0,
        sort=session.sort,
    )
