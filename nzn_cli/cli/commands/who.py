"""`nzn who`: people of metadata and texts together; with a name, one person's profile."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from nzn_cli.cli.emit import Way, emit
from nzn_cli.cli.nearest_named import nearest_named
from nzn_cli.cli.session import Session
from nzn_cli.cli.writing import write
from nzn_cli.errors import FOUND, UsageError
from nzn_cli.model.settings import Filters, PeopleRequest, QuotesRequest
from nzn_cli.render.profile import profiles
from nzn_cli.render.safe import visible

_LAST_SAID = 3  # quotations that a profile shows


def run(session: Session) -> int:
    """Answer with people, one profile, mentions, the reasons for joining spellings, or lines that join two people."""
    line, corpus = session.line, session.corpus
    if line.flag("merge"):
        return _merge(session)
    if line.flag("mentions") and line.flag("explain"):
        raise UsageError("--mentions and --explain exclude one another", "choose one")
    request, filters = people_request(session), session.filters()
    if request.role:
        filters = filters._replace(on=None)
    filters = filters._replace(sort=None, limit=None, offset=0)
    if line.flag("mentions"):
        return emit(session, "who-mentions", lambda fields: corpus.mentions(request, filters, fields))
    if line.flag("explain"):
        return emit(session, "who-explain", lambda _: corpus.explain(request, filters))
    if line.flag("pairs"):
        return emit(session, "who-pairs", lambda _: corpus.pairs(request, filters))
    if line.flag("doubtful"):
        return emit(session, "who-doubtful", lambda _: corpus.doubtful(request, filters))
    if line.flag("over_time"):
        if not request.role:
            raise UsageError("--over-time is of an office", "nzn who --role ROLE --over-time")
        return emit(session, "who-periods", lambda _: corpus.office_periods(request, filters))
    if request.role and not request.name:
        return emit(session, "who-role", lambda fields: corpus.holders(request, filters, fields))
    if request.name:
        ask = partial(corpus.profile, filters=filters)
        drawn = partial(profiles, said=lambda record: _said(session, record.person_id, filters))
        return emit(session, "who-name", lambda _: nearest_named("person", request, ask), drawn=Way(drawn))
    return emit(session, "who", lambda fields: corpus.people(request, filters, fields))


def _said(session: Session, person: str, filters: Filters) -> tuple[int, Sequence[Any]]:
    """Return how many quotations of a person there are, and the last three."""
    asked = session.corpus.quotes(QuotesRequest(name=person, limit=_LAST_SAID), filters._replace(documents=True))
    last = list(asked)
    return asked.total(), last


def _merge(session: Session) -> int:
    """Write the lines of settings that make two people one."""
    line, names = session.line, session.line.many("name")
    for other in ("mentions", "explain"):
        if line.flag(other):
            raise UsageError(f"--merge and --{other} exclude one another", "choose one")
    if len(names) != 2:
        raise UsageError(f"--merge takes two people, not {len(names)}", "nzn who --merge 'A. Person' 'Ann Person'")
    lines = session.corpus.merge_lines(*names)
    if not line.flag("quiet"):
        write([visible(lines)])
    return FOUND


def people_request(session: Session) -> PeopleRequest:
    """Return what is asked of people; --on beside --role is when the role was held."""
    line = session.line
    role = line.text("role")
    return PeopleRequest(
        name=" ".join(line.many("name")) or None,
        ministers=line.flag("ministers"),
        role=role,
        on=line.text("on") if role else None,
        beside=line.many("with"),
        limit=line.number("limit"),
        offset=line.number("offset") or 0,
        sort=session.sort,
    )
