"""Find the dated expressions of a text: a scan for triggers, the grammar around each, then what it means."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from nzn_cli.annotate.dates.anchors import Anchors, Reading, alone_on_line
from nzn_cli.annotate.dates.habit import is_habit
from nzn_cli.annotate.dates.parse import parse, trigger_words
from nzn_cli.annotate.dates.phrase import Phrase
from nzn_cli.annotate.dates.resolve import other_side, resolve
from nzn_cli.annotate.dates.scan import triggers
from nzn_cli.annotate.dates.tell import Tell
from nzn_cli.annotate.dates.window import Window, plain
from nzn_cli.model.annotations import DateSpan, EventPrecision
from nzn_cli.text.calendar import cover, shift_month


def find_dates(
    text: str, published: str | None, skip: tuple[int, int] | None = None, day_first: bool = True
) -> tuple[DateSpan, ...]:
    """Return the dated expressions of `text` in order, none overlapping another.

    `published` is the text's date, ISO and possibly partial ("2007-10"), or None; `skip` the characters that print that
    very date; `day_first` says that 3/4/2018 is in April. Offsets are characters. What cannot be resolved has `start`
    and `end` None. Never raises on any text.
    """
    low = plain(text)
    at = Anchors(published, low)
    found: list[DateSpan] = []
    begin = 0
    for trigger in triggers(low, trigger_words()):
        if trigger < begin or (skip and skip[0] <= trigger < skip[1]):
            continue
        window = Window(text, low, begin, trigger, day_first)
        phrase = parse(window) if window.at < len(window.words) else None
        if not phrase:
            continue
        start, end = window.start(phrase.first), window.end(phrase.last)
        if skip and start < skip[1] and skip[0] < end:
            continue
        spans = _read(window, phrase, at)
        if spans:
            found += spans
            begin = spans[-1].char_end
        elif phrase.kind == "date" and phrase.year is not None:  # "31 April 2022" is no day, nor is it that year
            begin = end
    return tuple(found)


def _read(w: Window, phrase: Phrase, at: Anchors) -> list[DateSpan]:
    """Return the span of a phrase, the two spans of a range, or none; what was read is the date last spoken of."""
    start, end = w.start(phrase.first), w.end(phrase.last)
    if w.words[phrase.last] == "m" and w.sep(phrase.last + 1)[:1] == ".":  # "10 p.m."
        end += 1
    if phrase.kind == "clock" and (
        alone_on_line(w.low, start, end) or is_habit(w.text, w.low, start, end, at.day_before())
    ):
        return []
    at.look_back(start)
    reading = resolve(phrase, at, Tell(w.text, start, end, phrase.kind == "weekday"))
    if not reading:
        return []
    spans = []
    if phrase.joint:
        spans.append(_span(w.text, start, w.end(phrase.joint[0]), phrase, reading, at))
        start, reading = w.start(phrase.joint[1]), other_side(phrase, reading)
    spans.append(_span(w.text, start, end, phrase, reading, at))
    at.remember(reading, start, end)
    if phrase.year is not None and phrase.month is not None:
        at.tell_year(phrase.year, end)
    return spans


def _span(text: str, start: int, end: int, phrase: Phrase, reading: Reading, at: Anchors) -> DateSpan:
    first, last = reading.start, reading.end
    precision: EventPrecision = reading.precision
    if first is None and precision == "day" and reading.value[:4].isdecimal():
        first = last = reading.value[:10]
    elif first is None and reading.value[0] in "0123456789F":
        first, last = _covered(reading.value, at.southern if precision == "season" else False)
    if phrase.part and first and last and precision != "day":
        first, last = _part(first, last, phrase.part, at.published)
        precision = "vague"
    source: Literal["publication", "text"] | None = None
    if reading.base:
        source = "text" if reading.base == "text" else "publication"
    anchor = (at.spoken if source == "text" else at.published) if source else None
    return DateSpan(
        start, end, text[start:end], reading.value, first, last, precision,
        anchor, source, reading.rule, reading.rejected, first is not None and first > at.last_day,
    )  # fmt: skip


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
