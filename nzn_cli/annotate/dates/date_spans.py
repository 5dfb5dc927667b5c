"""Find the time expressions of a text: a scan for triggers, the grammar around each, then what it means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from nzn_cli.annotate.dates.covered_days import date_span
from nzn_cli.annotate.dates.date_context import DateContext
from nzn_cli.annotate.dates.discourse import alone_on_line
from nzn_cli.annotate.dates.find_expressions import find_expression, trigger_words
from nzn_cli.annotate.dates.ranges import joined_range, range_across
from nzn_cli.annotate.dates.resolve_expressions import other_side, resolve_expression
from nzn_cli.annotate.dates.tense_context import TenseContext
from nzn_cli.annotate.dates.time_expression import TimeExpression
from nzn_cli.annotate.dates.window import Window, plain
from nzn_cli.model.annotations import DateSpan, TextDates
from nzn_cli.text.sentences import REACH, sentence_at

# What a text may cost, in places where a date may stand: what asks for more is read in part, at a megabyte a second.
FREE = 1_000
CHARACTERS = 60  # of a text that give it one place more: five times as many as the densest press releases have
_WHOLE = frozenset(("date", "portion", "iso week"))
_AROUND = 2  # what the words around an expression cost, which one with its year does not ask for
_STOPS = 32  # stops in reach of a time of day that cost one more: its sentence is looked for
# a financial year, a quarter; a year; a number that begins a time, a numeric date or a decade
_NUMBERS = (
    r"fy ?\d\d|q[1-4](?!\w)|[12]\d{3}(?!\d)|\d{4} (?:gmt|utc|hours|hrs)\b"
    r"|ca?(?=[12]\d{3}(?!\d))|'\d\d(?![\w'])"
    r"|\d{1,2}(?::\d\d|(?=[./-]\d\d?[./-]\d)|(?:\.\d\d)?(?:\s?[ap]\.? ?m\b|\so'clock)|'?s\b)"
)
_ADDRESS = 300  # characters of a web address before a trigger
_IN_ADDRESS = frozenset("-/_.=&?%#:")


def find_dates(
    text: str, published: str | None, skip: tuple[int, int] | None = None, day_first: bool = True, country: str = ""
) -> tuple[DateSpan, ...]:
    """Return the time expressions of `text` in order, none overlapping another.

    `published` is the text's date, ISO and possibly partial ("2007-10"), or None; `skip` the characters that print that
    very date; `day_first` says that 3/4/2018 is in April; `country` is that of a text that names none. Offsets are
    characters. What cannot be resolved has `start` and `end` None. Never raises on any text.
    """
    return dates_in(text, published, skip, day_first, country).spans


def dates_in(
    text: str, published: str | None, skip: tuple[int, int] | None = None, day_first: bool = True, country: str = ""
) -> TextDates:
    """Return what `find_dates` does, and where it stopped: a text that may be dates all over is read in part."""
    low = plain(text)
    context = DateContext(published, low, country)
    found: list[DateSpan] = []
    begin = 0
    left = FREE + len(text) // CHARACTERS
    for trigger in _triggers(low, trigger_words()):
        if trigger < begin or (skip and skip[0] <= trigger < skip[1]):
            continue
        if left <= 0:
            return TextDates(tuple(found), trigger)
        left -= 1
        window = Window(text, low, begin, trigger, day_first, context.document.year)
        expression = find_expression(window) if window.at < len(window.words) else None
        if not expression:
            continue
        start, end = window.start(expression.first), window.end(expression.last)
        if skip and start < skip[1] and skip[0] < end:
            continue
        left -= _cost(text, expression, start, end)
        spans = _spans(window, expression, context)
        if spans:
            _add(found, spans, text, low)
            begin = found[-1].char_end
        elif expression.kind in _WHOLE and (expression.year or expression.inner):  # "31 April 2022" is no date
            begin = end
    return TextDates(tuple(found))


def _add(found: list[DateSpan], spans: list[DateSpan], text: str, low: str) -> None:
    """Add spans to those found before them, the first as the end of a range where it is one."""
    stretch = range_across(text, low, found[-1], spans[0]) if found else None
    if stretch:
        found[-1], spans = stretch, spans[1:]
    found += spans


@cache
def _scanner(words: frozenset[str]) -> Any:
    """Return the finder of `words` and numbers, each where a word begins.

    The words are written as a tree of letters: four times as fast as one after another.
    """
    return re.compile(rf"(?<![a-z0-9])(?:{_tree(words)}(?![a-z0-9])|{_NUMBERS})").finditer


def _tree(words: Iterable[str]) -> str:
    """Return a pattern that matches the longest of `words`."""
    branches: dict[str, list[str]] = {}
    for word in sorted(words):
        branches.setdefault(word[:1], []).append(word[1:])
    ends = branches.pop("", None)
    inner = "|".join(
        (r"\s+" if letter == " " else re.escape(letter)) + _tree(rest) for letter, rest in branches.items()
    )
    if ends:
        return f"(?:{inner})?" if inner else ""
    return f"(?:{inner})" if len(branches) > 1 else inner  # a chain of letters needs no group: half the time to compile


def _triggers(low: str, words: frozenset[str]) -> Iterator[int]:
    """Return where in `low` (lower case) one of `words` or a number begins, web addresses left out."""
    for match in _scanner(words)(low):
        at = match.start()
        if not at or low[at - 1] not in _IN_ADDRESS or not _is_address(low, at):
            yield at


def _is_address(low: str, at: int) -> bool:
    """Return whether the run of letters before `at` is the beginning of a web or mail address."""
    begin = max(0, at - _ADDRESS)
    space = max(low.rfind(mark, begin, at) for mark in " \n(<")
    run = low[max(begin, space + 1) : at]
    return "://" in run or run.startswith("www.") or "@" in run


def _cost(text: str, expression: TimeExpression, start: int, end: int) -> int:
    """Return what it costs to read an expression, beyond what its place did."""
    if expression.kind == "clock":
        return _AROUND + sum(text.count(mark, max(0, start - REACH), end + REACH) for mark in ".!?…") // _STOPS
    return _AROUND if expression.year is None else len(expression.sides)


def _spans(w: Window, expression: TimeExpression, context: DateContext) -> list[DateSpan]:
    """Return the span of an expression, the two of a range, or none; what was found is the date last spoken of."""
    start, end = w.start(expression.first), w.end(expression.last)
    if w.words[expression.last] == "m" and w.sep(expression.last + 1)[:1] == ".":  # "10 p.m."
        end += 1
    discourse = context.discourse
    if expression.kind == "clock" and (
        alone_on_line(w.low, start, end) or _is_habit(w.text, w.low, start, end, discourse.last_day_end())
    ):
        return []
    discourse.look_at(start)
    resolved = resolve_expression(expression, context, TenseContext(w.text, start, end, expression.kind == "weekday"))
    if not resolved:
        return []
    stop = w.end(expression.head) if expression.sides else end
    spans = [date_span(w.text, start, stop, expression, resolved, context)]
    for side in expression.sides:
        start, resolved = w.start(side.first), other_side(expression, side, resolved)
        stop = end if side is expression.sides[-1] else w.end(side.last)
        span = date_span(w.text, start, stop, expression, resolved, context)
        stretch = joined_range(w.text, spans[-1], span) if side.ends_range else None
        spans[len(spans) - bool(stretch) :] = [stretch or span]
    discourse.remember(resolved, start, end)
    if expression.year is not None and expression.month is not None:
        discourse.remember_year(expression.year, end)
    return spans


@cache
def _repeated() -> Any:
    parts = "day|night|morning|afternoon|evening|week|weekend|weekday|month|year|hour|time"
    weekdays = "mon|tues|wednes|thurs|fri|satur|sun"
    return re.compile(
        rf"\b(?:(?:every|each|most|any)\s(?:{parts}|(?:{weekdays})day)s?|weekdays|(?:{weekdays})days"
        rf"|days\sa\sweek|daily|monday\s(?:to|through|-)\sfriday|operates?\sfrom"
        rf"|(?:few|some|many|several|all|those|these|consecutive)\s(?:{parts})s|used\sto|usually|normally|typically)\b"
    ).search


@cache
def _of_a_kind() -> Any:
    # a bare plural: "pubs closed at", "when shops shut at"; polls and markets have their one day
    return re.compile(
        r"(?:^|\b(?:when|and|while|if|as|because|since|times|days|that|,)\s)"
        r"(?!polls|markets|stations|booths|talks|doors|gates)[a-z]+s\s(?:closed?|open|opened|shut|finish|finished)"
        r"\s(?:at|from|by|until)\s$"
    ).search


def _is_habit(text: str, low: str, start: int, end: int, last_day_end: int) -> bool:
    """Return whether the time at `text[start:end]`, `low` in lower case, is told of many days.

    `last_day_end` is where the day last spoken of ends, 0 for none: one in the same sentence is the day of the time.
    """
    first, last = sentence_at(text, start, end)
    if last_day_end > first:
        return False
    return bool(_repeated()(low, first, last) or _of_a_kind()(low[first:start]))
