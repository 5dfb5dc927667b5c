"""Find the dated expressions of a text: one scan for trigger words, then the grammar around each, then the resolver."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from typing import Any

from nzn_cli.extract.dates import absolute, clock, days, relative, reports, spans
from nzn_cli.extract.dates.lexicon import (
    CENTURY_WORDS,
    DAY_PARTS,
    DAY_WORDS,
    DECADES,
    MONTH_WORDS,
    ORDINALS,
    PARTS,
    SEASON_WORDS,
    UNITS,
    WEEKDAY_WORDS,
)
from nzn_cli.extract.dates.phrase import Phrase
from nzn_cli.extract.dates.resolve import Reading, Resolver
from nzn_cli.extract.dates.tense import tense_at
from nzn_cli.extract.dates.window import Window, plain
from nzn_cli.language.calendar import HOLIDAYS, cover, shift_month
from nzn_cli.model import DateSpan, EventPrecision

VERSION = "dates-1"

Handler = Callable[[Window, int], Phrase | None]


def find_dates(text: str, published: str | None, skip: tuple[int, int] | None = None) -> tuple[DateSpan, ...]:
    """Return the dated expressions of `text` in order, none overlapping another.

    `published` is the text's date, ISO and possibly partial ("2007-10"), or None; `skip` the characters that print that
    very date. Offsets are characters. What cannot be resolved has `start` and `end` None. Never raises on any text.
    """
    low = plain(text)
    resolver = Resolver(published)
    spans_found: list[DateSpan] = []
    begin = 0
    for at in _triggers(low):
        if at < begin or (skip and skip[0] <= at < skip[1]):
            continue
        window = Window(text, low, begin, at)
        if window.at >= len(window.words):
            continue
        phrase = _parse(window)
        if not phrase:
            continue
        _take_modifiers(window, phrase)
        start, end = window.start(phrase.first), window.end(phrase.last)
        if skip and start < skip[1] and skip[0] < end:
            continue
        reading = resolver.read(phrase, lambda s=start, e=end: tense_at(low, s, e))  # type: ignore[misc]
        if not reading:
            continue
        if phrase.joint:
            spans_found.append(_span(text, start, window.end(phrase.joint[0]), phrase, reading, resolver))
            start, reading = window.start(phrase.joint[1]), resolver.other_side(phrase, reading)
        found = _span(text, start, end, phrase, reading, resolver)
        resolver.remember(reading)
        spans_found.append(found)
        begin = end
    return tuple(spans_found)


def _span(text: str, start: int, end: int, phrase: Phrase, reading: Reading, resolver: Resolver) -> DateSpan:
    first, last = reading.start, reading.end
    precision: EventPrecision = reading.precision
    if (first is None and reading.value[0].isdigit()) or reading.value[0] == "F":
        try:
            first, last = cover(reading.value)
        except ValueError:
            first = last = None
    if phrase.part and first and last and precision != "day":
        first, last = _part(first, last, phrase.part, resolver.published)
        precision = "vague"
    anchor = {"publication": resolver.published, "text": resolver.spoken}.get(reading.base)
    return DateSpan(
        start, end, text[start:end], reading.value, first, last, precision,
        anchor, reading.base or None, reading.rule, reading.rejected,  # type: ignore[arg-type]
        bool(first and resolver.published and first > cover(resolver.published)[1]),
    )  # fmt: skip


def _part(first: str, last: str, part: str, published: str | None) -> tuple[str, str]:
    """Return the first, middle or last third of a stretch of days, or what of it lies before or after publication.

    Thirds of a year and of its halves and quarters end with a month.
    """
    if part in ("BEFORE", "AFTER"):
        if published and len(published) == 10 and first <= published <= last:
            return (first, published) if part == "BEFORE" else (published, last)
        return first, last
    a, b = date.fromisoformat(first), date.fromisoformat(last)
    months = (b.year - a.year) * 12 + b.month - a.month + 1
    if months >= 3:
        cut = [shift_month(a.year, a.month, months * n // 3) for n in (0, 1, 2, 3)]
        edges = [date(y, m, 1) for y, m in cut]
    else:
        days = (b - a).days + 1
        edges = [a + timedelta(round(days * n / 3)) for n in (0, 1, 2, 3)]
    third = {"START": 0, "MID": 1, "END": 2}[part]
    return edges[third].isoformat(), (edges[third + 1] - timedelta(1)).isoformat()


def _take_modifiers(w: Window, phrase: Phrase) -> None:
    """Take "early", "the end of", "late", "mid-" before a phrase and a clock time after it into the phrase."""
    if phrase.kind in ("weekday", "date", "day") and not phrase.time.startswith("T1") and phrase.to_day is None:
        clock.add_time_after(w, phrase)
    i = phrase.first - 1
    if i < 0 or not w.near(phrase.first):
        return
    word = w.word(i)
    if word in ("early", "late", "mid", "earlier", "later") and phrase.kind not in (
        "offset",
        "interval",
        "clock",
        "ahead",
    ):
        phrase.part, phrase.first = PARTS[word], i
        return
    if word == "the" and w.near(i) and w.word(i - 1) == "of":
        i -= 1
        word = "of"
    if word == "of" and w.near(i):
        part = PARTS.get(w.word(i - 1))
        if (
            part
            and part not in ("BEFORE", "AFTER")
            and w.word(i - 2) in ("the", "at", "by", "until", "s", "since", "before", "from")
        ):
            phrase.part = part
            phrase.first = i - 2 if w.word(i - 2) == "the" and w.near(i - 1) else i - 1


def _parse(w: Window) -> Phrase | None:
    word = w.words[w.at]
    if word.isdigit():
        return _parse_digits(w, w.at)
    handler = _handlers().get(word)
    return handler(w, w.at) if handler else None


def _parse_digits(w: Window, t: int) -> Phrase | None:
    word = w.words[t]
    if len(word) == 4:
        if w.word(t + 2) == "quarter" and w.word(t + 1) in ORDINALS:
            return spans.quarter_phrase(w, t + 2)
        if w.word(t + 1) in ("quarter", "period") and w.near(t + 1):
            return reports.report_phrase(w, t + 1)
        return absolute.number_phrase(w, t)
    found = clock.clock_phrase(w, t)
    if found:
        return found
    if w.word(t + 1) == "s":
        return absolute.decade_word_phrase(w, t)
    return absolute.number_phrase(w, t)


def _unit(w: Window, t: int) -> Phrase | None:
    word = w.words[t]
    if word == "year" and w.word(t + 1) == "s" and w.near(t + 2):
        if w.word(t + 2) in ORDINALS and w.word(t + 3) == "quarter":
            return spans.quarter_phrase(w, t + 3)
        if w.word(t + 2) == "quarter" and w.word(t - 1) == "last":
            return Phrase("compared", t - 1, t + 2)
    found = reports.report_phrase(w, t)
    if found:
        return found
    if word in ("quarter", "quarters"):
        return spans.quarter_phrase(w, t)
    if word == "period":
        return None
    if word in ("century", "centuries"):
        found = absolute.century_phrase(w, t)
        if found:
            return found
    return relative.unit_phrase(w, t)


def _noon(w: Window, t: int) -> Phrase | None:
    return clock.clock_phrase(w, t)


@cache
def _handlers() -> dict[str, Handler]:
    table: dict[str, Handler] = dict.fromkeys((h.split(" ")[0].split("'")[0] for h in HOLIDAYS), spans.holiday_phrase)
    table |= dict.fromkeys(DAY_PARTS, days.day_part_phrase) | dict.fromkeys(UNITS, _unit)
    table |= dict.fromkeys(MONTH_WORDS, absolute.month_phrase)
    table |= dict.fromkeys(WEEKDAY_WORDS, days.weekday_phrase)
    table |= dict.fromkeys(DAY_WORDS, days.day_word_phrase)
    table |= dict.fromkeys(SEASON_WORDS, spans.season_phrase) | dict.fromkeys(DECADES, absolute.decade_word_phrase)
    table |= dict.fromkeys(CENTURY_WORDS, absolute.spelled_phrase)
    return table | {
        "half": spans.half_phrase,
        "noon": _noon,
        "midnight": _noon,
        "midday": _noon,
        "thousand": absolute.thousand_phrase,
    }


@cache
def _scan() -> Any:
    words = sorted(_handlers(), key=len, reverse=True)
    digits = r"[12]\d{3}(?!\d)|\d{1,2}(?:[:./-]\d\d?|(?: ?[ap]\.? ?m\b| o'clock)|0?'?s\b)"
    return re.compile("(?:" + "|".join(words) + r")(?![a-z0-9])|" + digits).finditer


def _triggers(low: str) -> Iterator[int]:
    """Return where trigger words and numbers begin, each at the beginning of a word."""
    for match in _scan()(low):
        at = match.start()
        if at == 0 or not low[at - 1].isalnum():
            yield at
