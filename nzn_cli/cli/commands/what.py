"""`nzn what`: organisations, agreements, laws, programmes, missions and meetings; with a name, one profile."""

from __future__ import annotations

from functools import partial

from nzn_cli.cli.emit import Way, emit
from nzn_cli.cli.nearest_named import nearest_named
from nzn_cli.cli.session import Session
from nzn_cli.errors import UsageError
from nzn_cli.model.settings import WhatRequest
from nzn_cli.render.named_profile import named_profiles

_ONE_OF = ("mentions", "explain", "acronyms")


def run(session: Session) -> int:
    """Answer with what the texts name, one profile, mentions, the reasons for joining names, or acronyms."""
    line, corpus = session.line, session.corpus
    asked = [name for name in _ONE_OF if line.flag(name)]
    if len(asked) > 1:
        raise UsageError(f"--{asked[0]} and --{asked[1]} exclude one another", "choose one")
    request = what_request(session)
    filters = session.filters()._replace(sort=None, limit=None, offset=0)
    if line.flag("mentions"):
        return emit(session, "what-mentions", lambda _: corpus.named_mentions(request, filters))
    if line.flag("explain"):
        return emit(session, "what-explain", lambda _: corpus.name_spellings(request, filters))
    if line.flag("acronyms"):
        return emit(session, "what-acronyms", lambda _: corpus.acronyms(request, filters))
    if request.name:
        ask = partial(corpus.named_profiles, filters=filters)
        return emit(
            session, "what-name", lambda _: nearest_named("organisation", request, ask), drawn=Way(named_profiles)
        )
    return emit(session, "what", lambda fields: corpus.named_things(request, filters, fields))


def what_request(session: Session) -> WhatRequest:
    """Return what is asked of names."""
    line = session.line
    return WhatRequest(
        name=" ".join(line.many("name")) or None,
        kinds=line.parts("kind") or (),
        beside=line.many("with"),
        limit=line.number("limit"),
        offset=line.number("offset") or 0,
        sort=session.sort,
    )
