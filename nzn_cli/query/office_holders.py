"""Who holds an office, and who held it on a day: each statement is dated as its document.

The dated statement nearest to the day decides, before and after; what is told as former or as history counts for
nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from nzn_cli.model.records import NamedTuple
from nzn_cli.query.office_periods import days_of, periods
from nzn_cli.query.office_question import OfficeQuestion, office_question
from nzn_cli.query.office_statements import Statement, statements_of
from nzn_cli.query.selection import Where
from nzn_cli.query.view import View
from nzn_cli.text.sentences import sentence_at

_FADES = 30  # days in which a statement comes to weigh a quarter
_BETWEEN = 3.0  # how much more weighs who is told to hold it before and after
# where a day is in nobody's time: documents by whose word somebody is likely to hold the office, at least, and as a
# share of those of whoever is told to most often
_TOLD, _SLIP = 2, 0.03
_FAR = 5 * 365  # days from which on a statement says nothing of a day
# people, the likeliest, and the nearest statements of each, that are read for whether they speak of history
_LIKELY, _LOOKED_AT = 8, 12


class Holding(NamedTuple):
    """A person and what is stated of an office of theirs, one statement a document, newest first, undated last."""

    person: int
    statements: list[Statement]
    best: Statement  # that which is nearest to the day asked for, or the newest

    @property
    def weight(self) -> float:
        """How much says so: statements, by how well each fits."""
        return sum(each.fit for each in self.statements)

    @property
    def roles(self) -> frozenset[str]:
        """The normalised roles that are stated."""
        return frozenset(each.role for each in self.statements)


def holdings(asked: str, on: str | None, scope: Where, view: View, only: Iterable[int] | None = None) -> list[Holding]:
    """Return who holds the office, most documents first; with `on`, who held it then, the best evidence first.

    Raises NothingFound, with the nearest roles, where no document states such a role.
    """
    question = office_question(asked)
    day = None if on is None else _days(on, view)
    found = _one_a_document(statements_of(question, asked, day, scope, view))
    if only is not None:
        kept = set(only)
        found = {person: each for person, each in found.items() if person in kept}
    if day is None:
        held = [Holding(person, each, each[0]) for person, each in found.items()]
        return sorted(held, key=lambda each: -each.weight)
    return _held_on(day, question, {p: [s for s in each if s.first is not None] for p, each in found.items()}, view)


def _days(on: str, view: View) -> tuple[int, int]:
    from nzn_cli.text.typed_dates import parse_when

    first, last = parse_when(on, view.now, view.day_first)
    return date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal()


def _one_a_document(found: Iterable[Statement]) -> dict[int, list[Statement]]:
    """Return each person's statements, of several in one document that which fits best."""
    best: dict[tuple[int, int], Statement] = {}
    for each in found:
        seen = best.get((each.person, each.doc))
        if seen is None or (each.fit, each.char_start is not None) > (seen.fit, seen.char_start is not None):
            best[each.person, each.doc] = each
    people: dict[int, list[Statement]] = defaultdict(list)
    for each in best.values():
        people[each.person].append(each)
    return people


def _held_on(
    day: tuple[int, int], question: OfficeQuestion, found: Mapping[int, list[Statement]], view: View
) -> list[Holding]:
    """Return who held an office on a day, the best evidence first: whose time it is in, and whose evidence is best."""
    now = _scored(day, found, view)
    spans, likely = periods(question, now, view), list(now)
    within = {p for p in likely if any(first <= day[1] and last >= day[0] for first, last in days_of(spans[p]))}
    if not within:
        likely = _by_nearness(day, now)
    held: list[Holding] = []
    for person in likely:
        best = min(now[person], key=lambda each: (each.distance(day), -each.fit, each.char_start is None))
        if person in within or not held or best.distance(day) == held[0].best.distance(day) != 0:
            held.append(Holding(person, now[person], best))
    return held


def _scored(day: tuple[int, int], found: Mapping[int, list[Statement]], view: View) -> dict[int, list[Statement]]:
    """Return what is stated of those for whom anything speaks, the best first; of the likely without history."""
    scores = {person: score for person, each in found.items() if (score := _score(day, each))}
    likely = sorted(scores, key=lambda person: -scores[person])
    now = {person: found[person] for person in likely}
    for person in likely[:_LIKELY]:
        now[person] = without_history(found[person], view, day)
        scores[person] = _score(day, now[person])
    return {p: now[p] for p in sorted((p for p in likely if scores[p]), key=lambda person: -scores[person])}


def _by_nearness(day: tuple[int, int], found: Mapping[int, Sequence[Statement]]) -> list[int]:
    """Return people by how near a day is what is stated of them; last those of whom hardly any document states it."""
    enough = max(_TOLD, _SLIP * max(map(len, found.values()), default=0))

    def key(person: int) -> tuple[bool, int]:
        gaps = [gap for each in found[person] if (gap := each.distance(day)) is not None]
        return len(found[person]) < enough, min(gaps, default=_FAR)

    return sorted(found, key=key)


def _score(day: tuple[int, int], found: Sequence[Statement]) -> float:
    """Return how much speaks for a person on a day: each statement the less the farther off it is."""
    near = [(each, gap) for each in found if (gap := each.distance(day)) is not None and gap <= _FAR]
    if not near:
        return 0.0
    total = sum(each.fit / (1 + gap / _FADES) ** 2 for each, gap in near)
    before = any(each.first is not None and each.first <= day[1] for each, _ in near)
    after = any(each.last is not None and each.last >= day[0] for each, _ in near)
    return total * _BETWEEN if before and after else total


_YEAR = re.compile(r"(?<![\d,.$£€])(1[5-9]\d\d|20\d\d)(?![\d,]*\d)")
_WAS = re.compile(
    r"\b(?:was|were|been|as|became|becoming|when)\s+(?:then\s+)?(?:the|a|an|our|his|her)?\s*$", re.IGNORECASE
)


def without_history(found: Sequence[Statement], view: View, day: tuple[int, int] | None = None) -> list[Statement]:
    """Return a person's statements, without those whose sentences speak of years long before their own.

    Some are read, the nearest to `day`: who is told so often to hold an office does not hold it by a slip.
    """
    near = list(found) if day is None else sorted(found, key=lambda each: each.distance(day) or 0)
    past = {each.doc for each in near[:_LOOKED_AT] if each.char_start is not None and _is_history(each, view)}
    return [each for each in found if each.doc not in past]


def _is_history(each: Statement, view: View) -> bool:
    read = view.store.surface(each.doc)
    body, (start, end) = read.text, read.from_body(each.char_start or 0, each.char_end or each.char_start or 0)
    first, last = sentence_at(body, start, end)
    years = [int(year) for year in _YEAR.findall(body[first:last])]
    told = date.fromordinal(each.last or 1).year
    if years and max(years) < told - 1:
        return True
    return bool(_WAS.search(body, max(first, start - 20), start)) and not body[first:start].count('"')
