"""When an office is told to be held by whom: statements of each person parted into times.

Knows statements, not how they were found.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from nzn_cli.query.office_question import OfficeQuestion
from nzn_cli.query.office_statements import Statement, usual_countries
from nzn_cli.query.view import View

_BREAK = 2 * 365  # days without a statement after which, where another is told to hold it, a new period begins
_AROUND, _TIMES = 45, 10  # days around a statement in which one that others outweigh so many times is a slip


def periods(
    question: OfficeQuestion, found: Mapping[int, Sequence[Statement]], view: View
) -> dict[int, list[list[Statement]]]:
    """Return the times in which each person is told to hold an office, each as its statements, the earliest first.

    A new one begins after two years without a word of the person, when others are told to hold it. Where one person
    alone holds it at a time, what is said of another in the midst of that is a slip, and has no period.
    """
    made = {}
    for people in _by_country(question, found, view):
        everyone = sorted(each.first for person in people for each in found[person] if each.first is not None)
        for person in people:
            own = sorted((each for each in found[person] if each.first is not None), key=lambda each: each.first or 0)
            if not question.several:
                own = _without_slips(own, everyone)
            made[person] = _split(own, everyone)
    return made


def _by_country(question: OfficeQuestion, found: Mapping[int, Sequence[Statement]], view: View) -> list[list[int]]:
    """Return the people by the country that they hold the office of, as far as any is told of them."""
    groups: dict[str | None, list[int]] = defaultdict(list)
    usual = {} if question.country is not None else usual_countries(found, view)
    for person in found:
        groups[usual.get(person)].append(person)
    if None in groups and len(groups) > 1:  # the country of which nobody needs to be told
        home = max((each for each in groups if each), key=lambda each: sum(len(found[p]) for p in groups[each]))
        groups[home] += groups.pop(None)
    return list(groups.values())


def _without_slips(own: Sequence[Statement], everyone: Sequence[int]) -> list[Statement]:
    """Return a person's statements, in order, but for those amid many times as many on others."""
    days = [each.first or 0 for each in own]
    kept = []
    for each, day in zip(own, days, strict=True):
        mine, all_of_them = (_count(listing, day - _AROUND, day + _AROUND) for listing in (days, everyone))
        if all_of_them - mine < _TIMES * mine:
            kept.append(each)
    return kept


def _count(days: Sequence[int], first: int, last: int) -> int:
    return bisect_right(days, last) - bisect_left(days, first)


def _split(own: Sequence[Statement], everyone: Sequence[int]) -> list[list[Statement]]:
    made: list[list[Statement]] = []
    for each in own:
        last = made[-1][-1].last if made else None
        first = each.first or 0
        if last is None or (first - last > _BREAK and _count(everyone, last + 1, first - 1)):
            made.append([])
        made[-1].append(each)
    return made


def days_of(made: Iterable[Sequence[Statement]]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last day of each period, as ordinals."""
    for each in made:
        yield min(s.first or 0 for s in each), max(s.last or 0 for s in each)
