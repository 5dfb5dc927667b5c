"""Weeks, months, quarters, seasons and years: what they mean against their anchors."""

from __future__ import annotations

from datetime import date, timedelta

from nzn_cli.annotate.dates.anchors import OPEN, PRECISION, SIDES, UNIT_NAMES, Anchors, Reading
from nzn_cli.annotate.dates.phrase import Phrase
from nzn_cli.annotate.dates.resolve_reports import read_compared
from nzn_cli.annotate.dates.tell import Tell
from nzn_cli.text.calendar import cover, nth_weekday, quarter_of, shift_month, week_value

_WINTER_OVER = 4  # the month until which "this winter" may be the one that has just ended
_EARLY = 3  # the last day of a week on which "this weekend" may be over
_JUST_OVER = 1  # months back from now, of which only "will" makes the month of next year


def read_month(p: Phrase, at: Anchors, tell: Tell) -> Reading | None:
    """Return a month with its year: stated, last, next, or the side that the tense asks for."""
    month = p.month or 0
    if p.year is not None:
        return _month(p.year, month, "month", "")
    if at.told and p.shift is None and (not at.year or (at.told < at.year and tell() == "past")):
        return _month(at.told, month, "month-of-text", "text")
    if at.joined and p.shift is None and at.spoken and len(at.spoken) == 7 and at.spoken[5:].isdecimal():
        year, first = int(at.spoken[:4]), int(at.spoken[5:])
        if 1 <= (month - first) % 12 <= 6:  # "from June to August"
            return _month(year + (month < first), month, "month-joined", "text")
    if not at.year:
        return Reading(f"XXXX-{month:02d}", "month", "month")
    if p.shift is None and (before_it := at.year_before()) and before_it < at.year and tell() == "past":
        return _month(before_it, month, "month-of-text", "text")
    if p.shift is not None and not p.unit:
        return _month(at.year + p.shift, month, "month-of-year")
    if not at.month:
        return _month(at.year, month, "month")
    if p.shift is not None:
        past = p.shift < 0 and month >= at.month
        ahead = p.shift > 0 and month <= at.month
        return _month(at.year - past + ahead, month, f"month-{SIDES[p.shift]}")
    if month == at.month:
        return _month(at.year, month, "month-same")
    back, ahead_year = at.year - (month > at.month), at.year + (month < at.month)
    if (before := at.ahead_before()) and (month - before[1]) % 12 <= 3 and tell() != "past":
        return _month(before[0] + (month < before[1]), month, "month-ahead")
    if 1 <= (at.month - month) % 12 <= _JUST_OVER and not tell.surely_ahead():
        return _month(back, month, "month-past")._replace(rejected=f"{ahead_year:04d}-{month:02d}")
    # nobody calls a month eleven months ago by its bare name, unless what is over is told of it
    if (not tell.surely_past()) if (month - at.month) % 12 == 1 else tell() == "future":
        return _month(ahead_year, month, "month-ahead")._replace(rejected=f"{back:04d}-{month:02d}")
    return _month(back, month, "month-past")._replace(rejected=f"{ahead_year:04d}-{month:02d}")


def read_nth(p: Phrase, at: Anchors, tell: Tell) -> Reading | None:
    """Return "the first Monday in June", whose month is read as a month alone is."""
    month = read_month(p, at, tell) if p.month else _unit_from(p, at.year, at.month, at.today, "publication")
    if not month or not month.value[:4].isdecimal():
        return Reading("XXXX-XX-XX", "nth-weekday", "day")
    year, number = int(month.value[:4]), int(month.value[5:])
    day = nth_weekday(year, number, p.weekday or 1, p.number or 1)
    if day.month != number:
        return None
    return Reading(day.isoformat(), "nth-weekday", "day", month.base)


def _month(year: int, month: int, rule: str, base: str = "publication") -> Reading:
    return Reading(f"{year:04d}-{month:02d}", rule, "month", base)


def read_year(p: Phrase, at: Anchors, tell: Tell) -> Reading | None:
    """Return a year as it is."""
    return Reading(f"{p.year:04d}", "year", "year")


def read_financial(p: Phrase, at: Anchors, tell: Tell) -> Reading | None:
    """Return a financial year under the year in which it ends: "2018/19" is FY2019."""
    return Reading(f"FY{p.year:04d}", "financial-year", "year")


def read_decade(p: Phrase, at: Anchors, tell: Tell) -> Reading | None:
    """Return a decade: 199, as ISO 8601 and TIMEX2 write it."""
    return Reading(f"{p.number:03d}", "decade", "decade")


def read_century(p: Phrase, at: Anchors, tell: Tell) -> Reading | None:
    """Return a century: 19."""
    return Reading(f"{p.number:02d}", "century", "interval")


def read_unit(p: Phrase, at: Anchors, tell: Tell) -> Reading | None:
    """Return "last week", "this year", "the weekend", "year-end" and, from the text, "the following month"."""
    if p.base == "text":
        return _unit_of_text(p, at)
    if p.unit == "WE":
        return _this_weekend(p, at, tell) if p.shift == 0 else _weekend(p, at, tell)
    if p.season == "end":
        return Reading(f"{p.year:04d}-12-31", "year-end", "day") if p.year else _year_end(at, tell)
    if p.season == "compared" and at.period and at.period[1]:
        return read_compared(p, at, tell)
    return _unit_from(p, at.year, at.month, at.today, "publication")


def _this_weekend(p: Phrase, at: Anchors, tell: Tell) -> Reading | None:
    """Return "this weekend": early in the week, what has been of it is of the one that is over."""
    early = at.today and at.today.isoweekday() <= _EARLY and tell.has_been()
    p.shift = -1 if early else 0
    return _unit_from(p, at.year, at.month, at.today, "publication")


def _unit_of_text(p: Phrase, at: Anchors) -> Reading | None:
    first, known = at.spoken_first() or (None, 0)
    if p.unit == "D" and known < 10 and not p.shift:  # "that day" of no day that was spoken of
        return None
    if not first:
        return Reading(OPEN[p.unit], _rule(p), PRECISION[p.unit])
    return _unit_from(p, first.year, first.month if known >= 7 else 0, first if known >= 10 else None, "text")


def _rule(p: Phrase) -> str:
    return f"{UNIT_NAMES[p.unit]}-{SIDES[p.shift or 0]}" + ("-of-text" if p.base == "text" else "")


def _unit_from(p: Phrase, year: int, month: int, day: date | None, base: str) -> Reading | None:
    """Return the unit that lies `shift` units away from what is known of a date."""
    unit, shift, value = p.unit, p.shift or 0, ""
    if unit == "D" and day:
        value = (day + timedelta(shift)).isoformat()
    elif unit in ("W", "WE") and day:
        value = week_value(day + timedelta(7 * shift)) + ("-WE" if unit == "WE" else "")
    elif unit == "M" and month:
        value = "{:04d}-{:02d}".format(*shift_month(year, month, shift))
    elif unit == "Y" and year:
        value = f"{year + shift:04d}"
    elif unit == "E" and year:
        value = f"{year // 10 + shift:03d}"
    elif unit == "C" and year // 100 + shift >= 0 and year:
        value = f"{year // 100 + shift:02d}"
    if value:
        return Reading(value, _rule(p), PRECISION[unit], base)
    return Reading(OPEN[unit], _rule(p), PRECISION[unit]) if unit in UNIT_NAMES else None


def _year_end(at: Anchors, tell: Tell) -> Reading:
    if not at.year:
        return Reading("XXXX-12-31", "year-end", "day")
    year = at.year - 1 if tell() == "past" else at.year
    return Reading(f"{year:04d}-12-31", "year-end", "day", "publication")


def _weekend(p: Phrase, at: Anchors, tell: Tell) -> Reading:
    if not at.today:
        return Reading(OPEN["WE"], "weekend", "interval")
    shift = p.shift
    if shift is None:
        shift = 0 if at.today.isoweekday() >= 6 or tell() == "future" else -1
    value = week_value(at.today + timedelta(7 * shift)) + "-WE"
    return Reading(value, f"weekend-{SIDES[shift]}", "interval", "publication")


def read_season(p: Phrase, at: Anchors, tell: Tell) -> Reading | None:
    """Return a season with its year: stated, last, next, or the side that the tense asks for."""
    if p.year is not None:
        return Reading(f"{p.year:04d}-{p.season}", "season", "season")
    if not at.year or not at.published:
        return Reading(f"XXXX-{p.season}", "season", "season")
    if p.unit == "Y":
        return Reading(f"{at.year + (p.shift or 0):04d}-{p.season}", "season-of-year", "season", "publication")
    year = at.year
    start, end = cover(f"{year:04d}-{p.season}", at.southern)
    over, ahead = end < at.published, start > at.published
    last_end = cover(f"{year - 1:04d}-{p.season}", at.southern)[1]
    if (
        ahead
        and p.shift in (0, None)
        and last_end[:4] == at.published[:4]
        and (at.published <= last_end or (at.month <= _WINTER_OVER and tell() != "future"))
    ):  # in January "this winter" began last year
        return Reading(f"{year - 1:04d}-{p.season}", "season-this", "season", "publication")
    if p.shift == -1 and not over:
        year -= 1
    elif (p.shift == 1 and not ahead) or (p.shift is None and over and tell() == "future"):
        year += 1
    elif p.shift is None and ahead and tell() != "future":
        year -= 1
    rule = "season" if p.shift is None else f"season-{SIDES[p.shift]}"
    return Reading(f"{year:04d}-{p.season}", rule, "season", "publication")


def read_quarter(p: Phrase, at: Anchors, tell: Tell) -> Reading | None:
    """Return a quarter with its year; one without a year is the last that has begun, unless the tense looks ahead."""
    if p.year is not None or not at.month:
        year = p.year or at.year
        return Reading(f"{year:04d}-Q{p.number or 'X'}" if year else f"XXXX-Q{p.number or 'X'}", "quarter", "quarter")
    now = quarter_of(at.month)
    if not p.number:
        n = at.year * 4 + now - 1 + (p.shift or 0)
        return _quarter(n // 4, n % 4 + 1, f"quarter-{SIDES[p.shift or 0]}")
    if p.shift is not None:
        return _quarter(at.year + p.shift, p.number, "quarter-of-year")
    if p.number != now and (p.number - now) % 4 < 3 and tell() == "future":
        return _quarter(at.year + (p.number < now), p.number, "quarter-ahead")
    year = at.year - (p.number > now)
    told = at.period if at.period and at.period[1] and p.season != "fiscal" else (0, 0)
    if told == (0, 0) or told < (year, p.number) < (at.year, now):
        at.period = (year, p.number)  # a quarter that has ended stays what the report is about
    return _quarter(year, p.number, "quarter-past")


def _quarter(year: int, number: int, rule: str) -> Reading:
    return Reading(f"{year:04d}-Q{number}", rule, "quarter", "publication")


def read_half(p: Phrase, at: Anchors, tell: Tell) -> Reading | None:
    """Return the half of a year."""
    if p.year is not None:
        return Reading(f"{p.year:04d}-H{p.number}", "half", "interval")
    if not at.year:
        return Reading(f"XXXX-H{p.number}", "half", "interval")
    return Reading(f"{at.year + (p.shift or 0):04d}-H{p.number}", "half", "interval", "publication")
