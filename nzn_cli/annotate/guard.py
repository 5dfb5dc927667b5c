"""The annotators with the guard round them: a fault costs the facts that it struck, and the document says so."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from nzn_cli.guard import guarded
from nzn_cli.model.annotations import DateSpan, TextPeople
from nzn_cli.model.answers import TextDates
from nzn_cli.model.documents import Credit, Problem
from nzn_cli.model.problems import problem

if TYPE_CHECKING:
    from nzn_cli.annotate.facts import PeopleFacts

_NOBODY = TextPeople((), (), ())


def people_of(body: str, credited: Sequence[Credit] = ()) -> tuple[PeopleFacts, tuple[Problem, ...]]:
    """Return the people of a document and what went wrong; those whom its metadata credits are there in any case."""
    from nzn_cli.annotate import facts

    found, faults = guarded("people", partial(facts.people_in, body, credited), _NOBODY)
    people, more = guarded("people", partial(facts.people_facts, body, found, credited), facts.PeopleFacts((), (), ()))
    if more:
        alone = facts.credited_only(credited)
        people, _ = guarded("people", partial(facts.people_facts, "", _NOBODY, credited), alone)
    cut = () if people.stopped is None else (problem("too-much-work", kind="people", at=people.stopped),)
    return people, (*faults, *more, *cut)


def dates_of(
    body: str, date: str | None, date_span: tuple[int, int] | None, day_first: bool = True
) -> tuple[tuple[DateSpan, ...], tuple[Problem, ...]]:
    """Return the dated expressions of a body, as `facts.dates_of` does, and what went wrong."""
    from nzn_cli.annotate import facts

    found, faults = guarded("dates", partial(facts.dates_in, body, date, date_span, day_first), TextDates(()))
    cut = () if found.stopped is None else (problem("too-much-work", kind="dates", at=found.stopped),)
    return found.spans, (*faults, *cut)
