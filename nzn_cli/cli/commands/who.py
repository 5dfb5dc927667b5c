"""`nzn who`: people of metadata and texts together; with a name, one person's profile."""

from __future__ import annotations

from typing import Any

from nzn_cli.cli.emit import Way, emit
from nzn_cli.cli.given import Given
from nzn_cli.cli.session import Session
from nzn_cli.cli.writing import say, shortened, write
from nzn_cli.errors import FOUND, NothingFound, UsageError
from nzn_cli.model.settings import Filters, PeopleRequest
from nzn_cli.render.profile import profiles
from nzn_cli.render.safe import visible


def run(session: Session) -> int:
    """Answer with people, one profile, mentions, the reasons for joining spellings, or lines that join two people."""
    given, corpus = session.given, session.corpus
    if given.flag("merge"):
        return _merge(session)
    if given.flag("mentions") and given.flag("explain"):
        raise UsageError("--mentions and --explain exclude one another", "choose one")
    request, filters = asked(given), session.filters()
    if request.role:
        filters = filters._replace(on=None)
    filters = filters._replace(sort=None, limit=None, offset=0)
    if given.flag("mentions"):
        return emit(session, "who-mentions", lambda _: corpus.mentions(request, filters))
    if given.flag("explain"):
        return emit(session, "who-explain", lambda _: corpus.explain(request, filters))
    if request.name:
        return emit(session, "who-name", lambda _: _profile(session, request, filters), drawn=Way(profiles))
    return emit(session, "who", lambda fields: corpus.people(request, filters, fields))


def _profile(session: Session, request: PeopleRequest, filters: Filters) -> Any:
    """Return who is meant; where nobody has the name and one alone has one near it, that person, and say so."""
    try:
        return session.corpus.profile(request, filters)
    except NothingFound as nothing:
        if len(nothing.nearest) != 1:
            raise
        (near,) = nothing.nearest
        say(f"nzn: {shortened(f'no person is named {request.name!r}')}; this is {near!r}")
        return session.corpus.profile(request._replace(name=near), filters)


def _merge(session: Session) -> int:
    """Write the lines of settings that make two people one."""
    given, names = session.given, session.given.many("name")
    for other in ("mentions", "explain"):
        if given.flag(other):
            raise UsageError(f"--merge and --{other} exclude one another", "choose one")
    if len(names) != 2:
        raise UsageError(f"--merge takes two people, not {len(names)}", "nzn who --merge 'A. Person' 'Ann Person'")
    lines = session.corpus.merge_lines(*names)
    if not given.flag("quiet"):
        write([visible(lines)])
    return FOUND


def asked(given: Given) -> PeopleRequest:
    """Return what is asked of people; --on beside --role is when the role was held."""
    role = given.text("role")
    return PeopleRequest(
        name=" ".join(given.many("name")) or None,
        ministers=given.flag("ministers"),
        role=role,
        on=given.text("on") if role else None,
        beside=given.many("with"),
        limit=given.number("limit"),
        offset=given.number("offset") or 0,
        sort=given.text("sort"),
    )
