"""Find the time expressions of a text: a scan for triggers, the grammar around each, then what it means."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from nzn_cli.annotate.dates.date_context import DateContext
from nzn_cli.annotate.dates.discourse import alone_on_line
from nzn_cli.annotate.dates.find_expressions import find_expression, trigger_words
from nzn_cli.annotate.dates.habit import is_habit
from nzn_cli.annotate.dates.resolve_expressions import other_side, resolve_expression
from nzn_cli.annotate.dates.resolved_date import ResolvedDate
from nzn_cli.annotate.dates.tense_context import TenseContext
from nzn_cli.annotate.dates.time_expression import TimeExpression
from nzn_cli.annotate.dates.triggers import triggers
from nzn_cli.annotate.dates.window import Window, plain
from nzn_cli.model.annotations import DateSpan, EventPrecision, TextDates
from nzn_cli.text.calendar import cover, shift_month
from nzn_cli.text.sentences import REACH

# What a text may cost, in places where a date may stand: what asks for more is read in part, at a megabyte a second.
FREE = 1_000
CHARACTERS = 60  # of a text that give it one place more: five times as many as the densest press releases have
_AROUND = 2  # what the words around an expression cost, which one with its year does not ask for
_STOPS = 32  # stops in reach of a time of day that cost one more: its sentence is looked for


def find_dates(
    text: str, published: str | None, skip: tuple[int, int] | None = None, day_first: bool = True
) -> tuple[DateSpan, ...]:
    """Return the time expressions of `text` in order, none overlapping another.

    `published` is the text's date, ISO and possibly partial ("2007-10"), or None; `skip` the characters that print that
    very date; `day_first` says that 3/4/2018 is in April. Offsets are characters. What cannot be resolved has `start`
    and `end` None. Never raises on any text.
    """
    return dates_in(text, published, skip, day_first).spans


def dates_in(
    text: str, published: str | None, skip: tuple[int, int] | None = None, day_first: bool = True
) -> TextDates:
    """Return what `find_dates` does, and where it stopped: a text that may be dates all over is read in part."""
    low = plain(text)
    context = DateContext(published, low)
    found: list[DateSpan] = []
    begin = 0
    left = FREE + len(text) // CHARACTERS
    for trigger in triggers(low, trigger_words()):
        if trigger < begin or (skip and skip[0] <= trigger < skip[1]):
            continue
        if left <= 0:
            return TextDates(tuple(found), trigger)
        left -= 1
        window = Window(text, low, begin, trigger, day_first)
        expression = find_expression(window) if window.at < len(window.words) else None
        if not expression:
            continue
        start, end = window.start(expression.first), window.end(expression.last)
        if skip and start < skip[1] and skip[0] < end:
            continue
        left -= _cost(text, expression, start, end)
        spans = _spans(window, expression, context)
        if spans:
            found += spans
            begin = spans[-1].char_end
        elif expression.kind == "date" and expression.year is not None:  # "31 April 2022" is no day, nor that year
            begin = end
    return TextDates(tuple(found))


def _cost(text: str, expression: TimeExpression, start: int, end: int) -> int:
    """Return what it costs to read an expression, beyond what its place did."""
    if expression.kind == "clock":
        return _AROUND + sum(text.count(mark, max(0, start - REACH), end + REACH) for mark in ".!?…") // _STOPS
    return _AROUND if expression.year is None else int(expression.joint is not None)


def _spans(w: Window, expression: TimeExpression, context: DateContext) -> list[DateSpan]:
    """Return the span of an expression, the two of a range, or none; what was found is the date last spoken of."""
    start, end = w.start(expression.first), w.end(expression.last)
    if w.words[expression.last] == "m" and w.sep(expression.last + 1)[:1] == ".":  # "10 p.m."
        end += 1
    discourse = context.discourse
    if expression.kind == "clock" and (
        alone_on_line(w.low, start, end) or is_habit(w.text, w.low, start, end, discourse.last_day_end())
    ):
        return []
    discourse.look_at(start)
    resolved = resolve_expression(expression, context, TenseContext(w.text, start, end, expression.kind == "weekday"))
    if not resolved:
        return []
    spans = []
    if expression.joint:
        spans.append(_span(w.text, start, w.end(expression.joint[0]), expression, resolved, context))
        start, resolved = w.start(expression.joint[1]), other_side(expression, resolved)
    spans.append(_span(w.text, start, end, expression, resolved, context))
    discourse.remember(resolved, start, end)
    if expression.year is not None and expression.month is not None:
        discourse.remember_year(expression.year, end)
    return spans


def _span(
    text: str, start: int, end: int, expression: TimeExpression, resolved: ResolvedDate, context: DateContext
) -> DateSpan:
    document = context.document
    first, last = _first_and_last(resolved, context)
    precision: EventPrecision = resolved.precision
    if expression.part and first and last and precision != "day":
        first, last = _part(first, last, expression.part, document.published)
        precision = "vague"
    anchor, source = _anchor(resolved, context)
    return DateSpan(
        start, end, text[start:end], resolved.value, first, last, precision,
        anchor, source, resolved.rule, resolved.rejected, first is not None and first > document.last_day,
    )  # fmt: skip


def _first_and_last(resolved: ResolvedDate, context: DateContext) -> tuple[str | None, str | None]:
    """Return the days that a resolved date begins and ends with, None where they are not known."""
    if resolved.start is not None:
        return resolved.start, resolved.end
    if resolved.precision == "day" and resolved.value[:4].isdecimal():
        return resolved.value[:10], resolved.value[:10]
    if resolved.value[0] in "0123456789F":
        return _covered(resolved.value, context.southern if resolved.precision == "season" else False)
    return None, resolved.end


def _anchor(resolved: ResolvedDate, context: DateContext) -> tuple[str | None, Literal["publication", "text"] | None]:
    """Return the date that an expression counts from, and whether it is that of publication or of the text."""
    if not resolved.base:
        return None, None
    if resolved.base == "text":
        return context.discourse.last, "text"
    return context.document.published, "publication"


def _covered(value: str, southern: bool) -> tuple[str | None, str | None]:
    if value == "00":
        return "0001-01-01", "0100-12-31"
    try:
        first, last = cover(value, southern)
        return max(first, "0001-01-01"), last  # no calendar has a year 0
    except ValueError:  # FUTURE_REF
        return None, None


def _part(first: str, last: str, part: str, published: str | None) -> tuple[str, str]:
    """Return the first, middle or last third of a stretch of days, or what of it lies before or after publication.

    Thirds of a decade end with a year, thirds of a year or a quarter with a month.
    """
    if part in ("BEFORE", "AFTER"):
        if published and len(published) == 10 and first <= published <= last:
            return (first, published) if part == "BEFORE" else (published, last)
        return first, last
    a, b = date.fromisoformat(first), date.fromisoformat(last)
    third = {"START": 0, "MID": 1, "END": 2}[part]
    months = (b.year - a.year) * 12 + b.month - a.month + 1
    if months >= 36:  # thirds of a decade begin with a year
        edges = [date(a.year + round(months * n / 36), 1, 1) for n in (0, 1, 2)]
    elif months >= 3:
        edges = [date(*shift_month(a.year, a.month, months * n // 3), 1) for n in (0, 1, 2)]
    else:
        edges = [a + timedelta(round(((b - a).days + 1) * n / 3)) for n in (0, 1, 2)]
    first_day, last_day = edges[third], edges[third + 1] - timedelta(1) if third < 2 else b
    # of two days none is the middle one, so both are
    return min(first_day, last_day).isoformat(), max(first_day, last_day).isoformat()
