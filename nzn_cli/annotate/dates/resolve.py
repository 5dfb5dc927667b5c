"""From what an expression says to the days it covers: one reader a kind of phrase."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from nzn_cli.annotate.dates import resolve_counts, resolve_days, resolve_reports, resolve_units
from nzn_cli.annotate.dates.anchors import Anchors, Reading
from nzn_cli.annotate.dates.phrase import Phrase
from nzn_cli.annotate.dates.tell import Tell

_READERS: dict[str, Callable[[Phrase, Anchors, Tell], Reading | None]] = {
    "date": resolve_days.read_date,
    "week of": resolve_days.read_week_of,
    "weekday": resolve_days.read_weekday,
    "day": resolve_days.read_day,
    "clock": resolve_days.read_clock,
    "holiday": resolve_days.read_holiday,
    "nth": resolve_units.read_nth,
    "month": resolve_units.read_month,
    "year": resolve_units.read_year,
    "financial": resolve_units.read_financial,
    "decade": resolve_units.read_decade,
    "century": resolve_units.read_century,
    "unit": resolve_units.read_unit,
    "season": resolve_units.read_season,
    "quarter": resolve_units.read_quarter,
    "half": resolve_units.read_half,
    "reported": resolve_reports.read_reported,
    "compared": resolve_reports.read_compared,
    "stretch": resolve_reports.read_stretch,
    "offset": resolve_counts.read_offset,
    "ahead": resolve_counts.read_ahead,
    "interval": resolve_counts.read_interval,
}


def resolve(phrase: Phrase, at: Anchors, tell: Tell) -> Reading | None:
    """Return what `phrase` means, or None where it is no dated expression after all; `tell` gives the tense."""
    try:
        reading = _READERS[phrase.kind](phrase, at, tell)
        return _days_away(reading, phrase.days) if reading and phrase.days else reading
    except (ValueError, OverflowError):  # a day that the calendar lacks
        return None


def _days_away(reading: Reading, days: int) -> Reading:
    """Return the reading of "the day after Christmas" from that of Christmas."""
    if reading.precision != "day" or not reading.value[0].isdecimal():
        return reading
    day = date.fromisoformat(reading.value[:10]) + timedelta(days)
    return reading._replace(value=day.isoformat() + reading.value[10:], rejected=None)


def other_side(phrase: Phrase, reading: Reading) -> Reading:
    """Return the second side of a range from the reading of its first: the 30 June of "28 to 30 June"."""
    if phrase.kind == "year":
        return reading._replace(value=f"{phrase.to_day:04d}")
    return reading._replace(value=f"{reading.value[:-2]}{phrase.to_day:02d}", rejected=None)
