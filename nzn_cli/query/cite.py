"""Whether what a draft says stands in the documents: its quotations, the people and offices it names, its dates.

Puts to each the question that answers it: words, `who`, who holds an office, the timeline.
"""

from __future__ import annotations

from collections.abc import Sequence

from nzn_cli.errors import NothingFound
from nzn_cli.model.answers import CiteRecord, EventRecord
from nzn_cli.model.settings import DraftClaim, Filters, PeopleRequest, TimelineRequest
from nzn_cli.query.answer import Answer, limited
from nzn_cli.query.cite_quotes import QuotationFinder, nowhere, record_at
from nzn_cli.query.filters import needs, where
from nzn_cli.query.office_holders import Holding, holdings
from nzn_cli.query.people import mentions
from nzn_cli.query.people_chosen import named_people
from nzn_cli.query.quotes import QUOTES
from nzn_cli.query.timeline import timeline
from nzn_cli.query.view import View
from nzn_cli.query.word_match import words_in


def cite_needs(kinds: Sequence[str], filters: Filters) -> frozenset[str]:
    """Return what the index must hold to check what a draft says of these kinds."""
    return needs(filters) | QUOTES | {"surface"} | ({"dates"} if "date" in kinds else frozenset())


def cite(claims: Sequence[DraftClaim], filters: Filters, view: View) -> Answer[CiteRecord]:
    """Return what a draft says, in its order, with where it stands in the documents that `filters` let through."""
    every = filters._replace(limit=None, offset=0, sort=None)
    quotations = QuotationFinder(where(every, view), view)

    def record(claim: DraftClaim) -> CiteRecord:
        if claim.kind == "quote":
            return quotations.record(claim)
        if claim.kind == "name":
            return _named(claim, every, view)
        return _held(claim, every, view) if claim.kind == "office" else _dated(claim, every, view)

    return limited(map(record, claims), filters.limit, filters.offset)


def _named(claim: DraftClaim, filters: Filters, view: View) -> CiteRecord:
    """Return where somebody of this name is named, or whose name it nearly is."""
    try:
        first = next(iter(mentions(PeopleRequest(name=claim.text), filters, view)), None)
        differs = None
    except NothingFound as error:
        near = error.nearest[0] if error.nearest else None
        if near is None:
            return nowhere(claim)
        first = next(iter(mentions(PeopleRequest(name=near), filters, view)), None)
        differs = f"[-{claim.text}-]{{+{near}+}}"
    if first is None:
        return nowhere(claim)
    place = (first.id, first.page, first.char_start, first.char_end)
    return record_at(claim, "altered" if differs else "verbatim", first.person, place, view, differs)


def _held(claim: DraftClaim, filters: Filters, view: View) -> CiteRecord:
    """Return where the office is said to be that person's, or somebody else's."""
    try:
        held = holdings(claim.text, None, where(filters, view), view)
        people = set(named_people(claim.person or "", view))
    except NothingFound:
        held, people = [], set()
    own = next((each for each in held if each.person in people), None)
    if own is None and not (held and people):
        return nowhere(claim)
    each: Holding = own or held[0]
    (name,) = view.store.one("SELECT name FROM person WHERE person = ?", (each.person,)) or (None,)
    place = (each.best.id, None, each.best.char_start, each.best.char_end)
    return record_at(claim, "verbatim" if own else "other_speaker", name, place, view)


def _dated(claim: DraftClaim, filters: Filters, view: View) -> CiteRecord:
    """Return where the same days are spoken of, in the sentence most like the draft's."""
    request = TimelineRequest(start=claim.start, end=claim.end)
    same = [one for one in timeline(request, filters, view) if (one.start, one.end) == (claim.start, claim.end)]
    if not same:
        return nowhere(claim)
    asked = {word.plain for word in words_in(claim.sentence)}

    def like(one: EventRecord) -> int:
        return len(asked & {word.plain for word in words_in(one.sentence or one.title or "")})

    best = max(same, key=like)
    return record_at(claim, "verbatim", None, (best.id, best.page, best.char_start, best.char_end), view)
