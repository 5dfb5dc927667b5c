"""Counts of units: what "two weeks ago", "a year later" and "the past three months" mean against their anchors."""

from __future__ import annotations

from datetime import date, timedelta

from nzn_cli.annotate.dates.anchors import DAY_UNITS, MONTH_UNITS, OPEN, PRECISION, Anchors, Reading
from nzn_cli.annotate.dates.phrase import Phrase
from nzn_cli.annotate.dates.tell import Tell
from nzn_cli.text.calendar import cover, month_length, shift_month, week_value

_WRITTEN = {"E": ("Y", 10), "C": ("Y", 100), "F": ("W", 2), "WE": ("W", 1), "T": ("M", 1)}  # decades as P10Y


def read_offset(p: Phrase, at: Anchors, tell: Tell) -> Reading | None:
    """Return "two weeks ago" from publication, "a year later" from the date last spoken of; None where vague."""
    if p.number is None:
        return None
    side = p.shift or -1
    rule = "ago" if side < 0 else "from-now"
    if p.season and at.today and p.unit in (*MONTH_UNITS, "W"):
        return _anniversary(p, at.today)
    if p.base == "text":
        rule = "earlier" if side < 0 else "later"
        if spoken := at.spoken_first():
            return _not_beyond(_offset(p, side, rule, *spoken, "text"), p, at, tell)
        if side > 0 and tell() != "future":  # later than what is not said
            return Reading(OPEN.get(p.unit, "XXXX"), rule, PRECISION.get(p.unit, "year"))
    if not at.published:
        return Reading(OPEN.get(p.unit, "XXXX"), rule, PRECISION.get(p.unit, "year"))
    return _offset(p, side, rule, date.fromisoformat(cover(at.published)[0]), len(at.published), "publication")


def _not_beyond(reading: Reading | None, p: Phrase, at: Anchors, tell: Tell) -> Reading | None:
    """Return "sixty years later" as the year of publication where it would lie beyond it and nothing looks ahead."""
    if not reading or not at.published or p.shift != 1 or cover(reading.value)[0] <= at.last_day:
        return reading
    if tell() == "future":
        return reading
    if p.unit in ("Y", "E", "C"):
        return Reading(f"{at.year:04d}", "later", "year", "publication")
    return Reading(OPEN.get(p.unit, "XXXX"), "later", PRECISION.get(p.unit, "year"))


def _anniversary(p: Phrase, today: date) -> Reading | None:
    """Return "a year ago today", "ten years ago Tuesday" and "two years ago this month"."""
    here = today + timedelta(p.day or 0)
    if p.weekday:  # the Tuesday nearest to today
        here += timedelta((p.weekday - today.isoweekday() + 3) % 7 - 3)
    if p.unit == "W":
        here -= timedelta(7 * (p.number or 0))
    else:
        year, month = shift_month(here.year, here.month, -(p.number or 0) * MONTH_UNITS[p.unit])
        if not year >= 1:
            return None
        here = date(year, month, min(here.day, month_length(year, month)))
    if p.season == "M":
        return Reading(here.isoformat()[:7], "anniversary", "month", "publication")
    if p.season == "W":
        return Reading(week_value(here), "anniversary", "week", "publication")
    return Reading(here.isoformat(), "anniversary", "day", "publication")


def _offset(p: Phrase, side: int, rule: str, first: date, known: int, base: str) -> Reading | None:
    """Return what lies a number of units from a date of which `known` characters are known."""
    number = side * (p.number or 0)
    if p.unit in DAY_UNITS:
        if known < 10:
            return Reading(OPEN[p.unit], rule, PRECISION[p.unit])
        day = first + timedelta(int(number * DAY_UNITS[p.unit]))
        if p.unit in ("W", "F") and abs(number) > 2:  # nobody counts six weeks to the day
            return Reading(week_value(day), rule, "week", base)
        return Reading(day.isoformat(), rule, "day", base)
    if p.unit not in MONTH_UNITS:
        return None
    year, month = shift_month(first.year, first.month, number * MONTH_UNITS[p.unit])
    if not 1 <= year <= 9999:
        return None
    if p.unit in ("M", "Q") and known >= 7:
        return Reading(f"{year:04d}-{month:02d}", rule, "month", base)
    return Reading(f"{year:04d}", rule, "year", base)


def read_ahead(p: Phrase, at: Anchors, tell: Tell) -> Reading | None:
    """Return "in five years" where the sentence looks ahead."""
    reading = read_offset(p, at, tell) if tell() == "future" and not tell.looks_back() else None
    return reading._replace(rule="in") if reading else None


def read_interval(p: Phrase, at: Anchors, tell: Tell) -> Reading | None:
    """Return "the past three months" and "the next two years": they touch the day of publication."""
    side = p.shift or -1
    rule = "interval-past" if side < 0 else "interval-ahead"
    if p.number is None:
        return Reading("FUTURE_REF", rule, "vague") if side > 0 else None
    if p.number == 0:  # "the last 0 days" are no days
        return None
    unit, times = _WRITTEN.get(p.unit, (p.unit, 1))
    if side > 0 and tell.is_told_over():  # "the next seven years were a blur"
        return Reading(f"P{p.number * times}{unit}", rule, "interval")
    value = f"{'PT' if p.unit in ('H', 'T') else 'P'}{p.number * times}{unit}"
    days = _touching(at.today, p.number, p.unit, side) if at.today else None
    return Reading(value, rule, "interval", "publication", None, *days) if days else Reading(value, rule, "interval")


def _touching(today: date, number: int, unit: str, side: int) -> tuple[str, str] | None:
    """Return first and last day of `number` units that end today, or that begin tomorrow."""
    if unit in MONTH_UNITS:
        year, month = shift_month(today.year, today.month, side * number * MONTH_UNITS[unit])
        far = date(year, month, min(today.day, month_length(year, month)))
    elif unit in ("D", "W", "F"):
        far = today + timedelta(side * number * DAY_UNITS[unit])
    elif unit == "H":
        far = today + timedelta(side * -(-number // 24))
        return (far.isoformat(), today.isoformat()) if side < 0 else (today.isoformat(), far.isoformat())
    else:
        return None
    one = timedelta(1)
    return ((far + one).isoformat(), today.isoformat()) if side < 0 else ((today + one).isoformat(), far.isoformat())
