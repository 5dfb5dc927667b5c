"""From what an expression says to the days it covers, against the publication date or the date last spoken of.

Never asks a clock: with nothing to count from, an expression stays unresolved.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from nzn_cli.extract.dates.phrase import Phrase
from nzn_cli.language.calendar import (
    HOLIDAYS,
    cover,
    is_day,
    month_length,
    quarter_of,
    shift_month,
    week_value,
)
from nzn_cli.model import EventPrecision

_WEEKDAY_CODES = "XXXX-WXX-"
_DAYS = {"D": 1, "W": 7, "F": 14, "H": 1 / 24, "T": 1 / 1440}
_MONTHS = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}


class Reading(NamedTuple):
    """A resolved expression; `base` is "publication", "text" or "" where it needed no other date."""

    value: str
    rule: str
    precision: EventPrecision
    base: str = ""
    rejected: str | None = None
    start: str | None = None  # where they are not what the value covers
    end: str | None = None


Tell = Callable[[], str]  # asks for the tense, only when it matters


class Resolver:
    """The dates that one text has spoken of so far, and what the next expression means against them."""

    def __init__(self, published: str | None) -> None:
        """Start from the publication date, a partial ISO date, or from nothing."""
        self.year = self.month = 0
        self.today: date | None = None
        self.published = published[:10] if published else None
        try:
            if published:
                self.year = int(published[:4])
                self.month = int(published[5:7] or 0)
                self.today = date.fromisoformat(published[:10]) if len(published) >= 10 else None
                if self.month > 12 or not 100 <= self.year <= 9000:
                    raise ValueError
        except ValueError:
            self.year = self.month = 0
            self.today = self.published = None
        self.spoken: str | None = None  # the value last spoken of
        self.period: tuple[int, int] | None = None  # year and quarter (0: none) that a financial report is about

    def read(self, phrase: Phrase, tell: Tell) -> Reading | None:
        """Return what `phrase` means, or None where it is no dated expression after all."""
        try:
            return _READERS[phrase.kind](self, phrase, tell)
        except (ValueError, OverflowError):  # a day that the calendar lacks
            return None

    def other_side(self, phrase: Phrase, reading: Reading) -> Reading:
        """Return the second side of a range from the reading of its first: the 30 June of "28 to 30 June"."""
        if phrase.kind == "year":
            return reading._replace(value=f"{phrase.to_day:04d}")
        return reading._replace(value=f"{reading.value[:-2]}{phrase.to_day:02d}", rejected=None)

    def remember(self, reading: Reading) -> None:
        """Take a reading as the date last spoken of."""
        value = reading.value
        if value[0].isdigit() and reading.precision in ("day", "month", "year", "week", "quarter"):
            self.spoken = value.partition("T")[0]

    # ---- expressions that name their date -----------------------------------------------------------------------

    def _date(self, p: Phrase, tell: Tell) -> Reading | None:
        month, day = p.month or 0, p.day or 0
        if p.year is not None:
            return self._named_day(p, p.year, "date")
        if p.shift is not None and self.year:
            return self._named_day(p, self.year + p.shift, "day-of-year")
        if not self.year:
            return (
                Reading(f"XXXX-{month:02d}-{day:02d}" + p.time, "day-of-month", "day")
                if is_day(2000, month, day)
                else None
            )
        anchor = self.today or date(self.year, self.month or 7, 15 if self.month else 1)
        days = [date(y, month, day) for y in (self.year - 1, self.year, self.year + 1) if is_day(y, month, day)]
        if not days:
            days = [date(y, month, day) for y in range(self.year - 4, self.year + 5) if is_day(y, month, day)]
            if not days:
                return None
        if p.weekday:
            same = [d for d in days if d.isoweekday() == p.weekday]
            if same:
                days = same
        days.sort(key=lambda d: abs((d - anchor).days))
        best, other = days[0], days[1] if len(days) > 1 else None
        if other and abs((best - anchor).days) > 75:
            tense = tell()
            ahead = [d for d in days if d >= anchor] if tense == "future" else [d for d in days if d <= anchor]
            if ahead and tense:
                pick = min(ahead, key=lambda d: abs((d - anchor).days))
                best, other = (pick, best) if pick != best else (best, other)
        near = other and abs((other - anchor).days) < 250
        reading = self._named_day(p, best.year, "day-of-month", "publication")
        return reading._replace(rejected=other.isoformat()) if reading and other and near else reading

    def _named_day(self, p: Phrase, year: int, rule: str, base: str = "") -> Reading | None:
        month, day = p.month or 0, p.day or 0
        if not is_day(year, month, day):
            return None
        value = f"{year:04d}-{month:02d}-{day:02d}"
        if p.to_day and not is_day(year, month, p.to_day):
            return None
        rejected = f"{year:04d}-{day:02d}-{month:02d}" if p.number else None  # 03/04/2018
        return Reading(value + p.time, rule, "day", base, rejected)

    def _month(self, p: Phrase, tell: Tell) -> Reading | None:
        month = p.month or 0
        if p.year is not None:
            return Reading(f"{p.year:04d}-{month:02d}", "month", "month")
        if not self.year:
            return Reading(f"XXXX-{month:02d}", "month", "month")
        if p.shift is not None and not p.unit:
            return Reading(f"{self.year + p.shift:04d}-{month:02d}", "month-of-year", "month", "publication")
        if not self.month:
            return Reading(f"{self.year:04d}-{month:02d}", "month", "month", "publication")
        past = self.year if month <= self.month else self.year - 1
        ahead = self.year if month >= self.month else self.year + 1
        if p.shift == -1:
            year = self.year if month < self.month else self.year - 1
            return Reading(f"{year:04d}-{month:02d}", "month-last", "month", "publication")
        if p.shift == 1:
            year = self.year if month > self.month else self.year + 1
            return Reading(f"{year:04d}-{month:02d}", "month-next", "month", "publication")
        if p.shift == 0:
            return Reading(f"{self.year:04d}-{month:02d}", "month-this", "month", "publication")
        if past == ahead:
            return Reading(f"{past:04d}-{month:02d}", "month-same", "month", "publication")
        year, other, rule = (ahead, past, "month-ahead") if tell() == "future" else (past, ahead, "month-past")
        return Reading(f"{year:04d}-{month:02d}", rule, "month", "publication", f"{other:04d}-{month:02d}")

    def _year(self, p: Phrase, tell: Tell) -> Reading | None:
        return Reading(f"{p.year:04d}", "year", "year")

    def _financial(self, p: Phrase, tell: Tell) -> Reading | None:
        return Reading(f"FY{p.year:04d}", "financial-year", "year")

    def _decade(self, p: Phrase, tell: Tell) -> Reading | None:
        return Reading(f"{p.number:03d}X", "decade", "decade")

    def _century(self, p: Phrase, tell: Tell) -> Reading | None:
        return Reading(f"{p.number:02d}XX", "century", "interval")

    # ---- weekdays and days --------------------------------------------------------------------------------------

    def _weekday(self, p: Phrase, tell: Tell) -> Reading | None:
        weekday = p.weekday or 1
        if not self.today:
            return Reading(f"{_WEEKDAY_CODES}{weekday}{p.time}", "weekday", "day")
        today = self.today
        now = today.isoweekday()
        back, ahead = today - timedelta((now - weekday) % 7), today + timedelta((weekday - now) % 7)
        monday = today - timedelta(now - 1)
        rejected: date | None = None
        if p.day:
            return self._numbered_weekday(p, today)
        if p.base:
            return self._weekday_of_text(p, weekday)
        if p.unit == "W":
            pick, rule = monday + timedelta(7 * (p.shift or 0) + weekday - 1), "weekday-of-week"
        elif p.number:
            pick, rule = ahead + timedelta(7), "weekday-week"
        elif p.shift == -1:
            pick, rule = (back if back < today else today - timedelta(7)), "weekday-last"
        elif p.shift == 1:
            pick, rule = today + timedelta(7 - now % 7 + weekday % 7), "weekday-next"  # weeks from Sunday
            soon = ahead if ahead > today else today + timedelta(7)
            rejected = soon if soon != pick else None
        elif p.shift == 0:
            pick, rule = monday + timedelta(weekday - 1), "weekday-this"
        elif weekday == now:
            pick, rule = today, "weekday-same"
        elif tell() == "future":
            pick, rejected, rule = ahead, back, "weekday-ahead"
        else:
            pick, rejected, rule = back, ahead, "weekday-past"
        return Reading(
            pick.isoformat() + p.time, rule, "day", "publication", rejected.isoformat() if rejected else None
        )

    def _weekday_of_text(self, p: Phrase, weekday: int) -> Reading | None:
        """Return "the previous Friday" and "the following Monday" counted from the day last spoken of."""
        spoken = self._spoken_day()
        side = p.shift or 1
        if not spoken:
            return Reading(f"{_WEEKDAY_CODES}{weekday}{p.time}", "weekday-of-text", "day")
        days = (side * (weekday - spoken.isoweekday())) % 7 or 7
        return Reading((spoken + timedelta(side * days)).isoformat() + p.time, "weekday-of-text", "day", "text")

    def _numbered_weekday(self, p: Phrase, today: date) -> Reading | None:
        """Return the nearest day that is both the weekday and the day of the month: "Thursday 22nd"."""
        for months in (0, -1, 1, -2, 2, -3, 3):
            year, month = shift_month(today.year, today.month, months)
            if is_day(year, month, p.day or 0) and date(year, month, p.day or 0).isoweekday() == p.weekday:
                return Reading(f"{year:04d}-{month:02d}-{p.day:02d}" + p.time, "weekday-number", "day", "publication")
        return None

    def _day(self, p: Phrase, tell: Tell) -> Reading | None:
        base, source = self.today, "publication"
        if p.base == "text":
            base, source = self._spoken_day(), "text"
        if not base:
            return Reading("XXXX-XX-XX" + p.time, "day", "day")
        day = base + timedelta(p.number or 0)
        return Reading(day.isoformat() + p.time, "day-of-text" if p.base else "day", "day", source)

    def _clock(self, p: Phrase, tell: Tell) -> Reading | None:
        day, source = self._spoken_day(), "text"
        if not day:
            day, source = self.today, "publication"
        if not day:
            return Reading("XXXX-XX-XX" + p.time, "clock", "day")
        return Reading(day.isoformat() + p.time, "clock", "day", source)

    def _spoken_day(self) -> date | None:
        if self.spoken and len(self.spoken) == 10 and "W" not in self.spoken:
            return date.fromisoformat(self.spoken)
        return None

    def _holiday(self, p: Phrase, tell: Tell) -> Reading | None:
        reading = self._holiday_day(p, tell)
        if not p.unit or not reading or not reading.value[0].isdigit():
            return reading
        week = week_value(date.fromisoformat(reading.value))
        weekend = p.unit == "WE"
        return reading._replace(value=week + "-WE" if weekend else week, precision="interval" if weekend else "week")

    def _holiday_day(self, p: Phrase, tell: Tell) -> Reading | None:
        rule = HOLIDAYS[p.season]
        if p.year is not None:
            return Reading(rule(p.year).isoformat(), "holiday", "day")
        if not self.year:
            return Reading("XXXX-XX-XX", "holiday", "day")
        anchor = self.today or date(self.year, self.month or 7, 15)
        days = [rule(y) for y in (self.year - 1, self.year, self.year + 1)]
        back = max(d for d in days if d <= anchor)
        ahead = min(d for d in days if d >= anchor)
        if p.shift == -1:
            return Reading(max(d for d in days if d < anchor).isoformat(), "holiday-last", "day", "publication")
        if p.shift == 1:
            return Reading(ahead.isoformat(), "holiday-next", "day", "publication")
        if p.shift == 0:
            return Reading(rule(self.year).isoformat(), "holiday-this", "day", "publication")
        if back == ahead:
            return Reading(back.isoformat(), "holiday", "day", "publication")
        near, far = sorted((anchor - back, ahead - anchor))
        tense = "" if near.days < 45 and far.days > 200 else tell()
        forward = tense == "future" or (not tense and ahead - anchor < anchor - back)
        pick, other = (ahead, back) if forward else (back, ahead)
        return Reading(
            pick.isoformat(), "holiday-ahead" if forward else "holiday-past", "day", "publication", other.isoformat()
        )

    # ---- weeks, months, quarters, seasons, years ----------------------------------------------------------------

    def _unit(self, p: Phrase, tell: Tell) -> Reading | None:
        shift, rule = p.shift or 0, f"{_NAMES[p.unit]}-{_SIDES[p.shift or 0]}"
        if p.base == "text":
            return self._unit_of_text(p, shift, rule)
        if p.unit == "WE":
            return self._weekend(p, tell)
        if p.unit == "Y" and p.season == "end":
            return self._year_end(tell)
        if p.season == "compared" and self.period and self.period[1]:
            return self._compared(p, tell)
        return self._unit_from(p.unit, shift, rule, self.year, self.month, self.today, "publication")

    def _unit_of_text(self, p: Phrase, shift: int, rule: str) -> Reading | None:
        rule += "-of-text"
        spoken = self.spoken
        if not spoken:
            return Reading(_OPEN[p.unit], rule, _PRECISION[p.unit])
        first = date.fromisoformat(cover(spoken)[0])
        known = len(spoken) if "W" not in spoken else 10
        day = first if known >= 10 else None
        month = first.month if known >= 7 else 0
        return self._unit_from(p.unit, shift, rule, first.year, month, day, "text")

    def _unit_from(
        self, unit: str, shift: int, rule: str, year: int, month: int, day: date | None, base: str
    ) -> Reading | None:
        precision = _PRECISION[unit]
        if unit == "D" and day:
            return Reading((day + timedelta(shift)).isoformat(), rule, precision, base)
        if unit in ("W", "WE") and day:
            value = week_value(day + timedelta(7 * shift))
            return Reading(value + ("-WE" if unit == "WE" else ""), rule, precision, base)
        if unit == "M" and month:
            y, m = shift_month(year, month, shift)
            return Reading(f"{y:04d}-{m:02d}", rule, precision, base)
        if unit == "Y" and year:
            return Reading(f"{year + shift:04d}", rule, precision, base)
        if unit == "E" and year:
            return Reading(f"{year // 10 + shift:03d}X", rule, precision, base)
        if unit == "C" and year:
            return Reading(f"{year // 100 + shift:02d}XX", rule, precision, base)
        return Reading(_OPEN[unit], rule, precision) if unit in _OPEN else None

    def _year_end(self, tell: Tell) -> Reading:
        if not self.year:
            return Reading("XXXX-12-31", "year-end", "day")
        year = self.year - 1 if tell() == "past" else self.year
        return Reading(f"{year:04d}-12-31", "year-end", "day", "publication")

    def _weekend(self, p: Phrase, tell: Tell) -> Reading | None:
        if not self.today:
            return Reading(_OPEN["WE"], "weekend", "interval")
        today = self.today
        shift = p.shift
        if shift is None:
            weekend = today.isoweekday() >= 6
            shift = 0 if weekend or tell() == "future" else -1
        rule = f"weekend-{_SIDES[shift]}"
        return Reading(week_value(today + timedelta(7 * shift)) + "-WE", rule, "interval", "publication")

    def _week_of(self, p: Phrase, tell: Tell) -> Reading | None:
        reading = self._date(p, tell)
        if not reading or not reading.value[0].isdigit():
            return reading
        day = date.fromisoformat(reading.value[:10])
        return reading._replace(value=week_value(day), rule="week-of", precision="week")

    def _season(self, p: Phrase, tell: Tell) -> Reading | None:
        if p.year is not None:
            return Reading(f"{p.year:04d}-{p.season}", "season", "season")
        if not self.year:
            return Reading(f"XXXX-{p.season}", "season", "season")
        year, rule = self.year, "season-this"
        start, end = cover(f"{year:04d}-{p.season}")
        here = self.published or ""
        if p.shift == -1:
            year, rule = (year if end < here else year - 1), "season-last"
        elif p.shift == 1:
            year, rule = (year if start > here else year + 1), "season-next"
        elif p.shift is None:
            rule = "season"
            if start > here and tell() != "future":
                year -= 1
            elif end < here and tell() == "future":
                year += 1
        return Reading(f"{year:04d}-{p.season}", rule, "season", "publication")

    def _quarter(self, p: Phrase, tell: Tell) -> Reading | None:
        if p.year is not None:
            return Reading(f"{p.year:04d}-Q{p.number}", "quarter", "quarter")
        if not self.year:
            return Reading(f"XXXX-Q{p.number or 'X'}", "quarter", "quarter")
        if p.number and p.shift is not None:
            return Reading(f"{self.year + p.shift:04d}-Q{p.number}", "quarter-of-year", "quarter", "publication")
        if not self.month:
            return Reading(f"{self.year:04d}-Q{p.number or 'X'}", "quarter", "quarter", "publication")
        now = quarter_of(self.month)
        if not p.number:
            n = self.year * 4 + now - 1 + (p.shift or 0)
            return Reading(f"{n // 4:04d}-Q{n % 4 + 1}", f"quarter-{_SIDES[p.shift or 0]}", "quarter", "publication")
        past = self.year if p.number <= now else self.year - 1
        ahead = self.year if p.number >= now else self.year + 1
        forward = past != ahead and p.number != now and tell() == "future" and p.number - now in (1, -3, 2, -2)
        year = ahead if forward else past
        if not forward and (not self.period or not self.period[1] or (year, p.number) < (self.year, now)):
            self.period = (year, p.number)  # a quarter that has ended stays what the report is about
        return Reading(
            f"{year:04d}-Q{p.number}", "quarter-ahead" if forward else "quarter-past", "quarter", "publication"
        )

    def _half(self, p: Phrase, tell: Tell) -> Reading | None:
        year = p.year if p.year is not None else self.year + (p.shift or 0) if self.year else None
        base = "" if p.year is not None else "publication"
        if year is None:
            return Reading(f"XXXX-H{p.number}", "half", "interval")
        return Reading(f"{year:04d}-H{p.number}", "half", "interval", base)

    # ---- what a financial report speaks of ----------------------------------------------------------------------

    def _reported(self, p: Phrase, tell: Tell) -> Reading | None:
        if p.unit in ("Y", "y"):
            return self._reported_year(p)
        if p.year is not None and not p.month:
            quarter = self.period[1] if self.period else 0
            return Reading(f"{p.year:04d}-Q{quarter}" if quarter else f"{p.year:04d}", "reported-of-year", "quarter" if quarter else "year")
        if p.month and self.year:
            year, month = shift_month(p.year or (self.year if p.month <= self.month else self.year - 1), p.month, -1)
            if not self.period or not self.period[1]:
                self.period = (year, quarter_of(month))
        if not self.period and p.shift == 0 and self.month:
            n = self.year * 4 + quarter_of(self.month) - 2
            self.period = n // 4, n % 4 + 1
        if not self.period:
            return None
        year, quarter = self.period
        if not quarter and p.unit == "Q":
            return None
        value = f"{year:04d}-Q{quarter}" if quarter else f"{year:04d}"
        return Reading(value, "reported", "quarter" if quarter else "year", "publication")

    def _reported_year(self, p: Phrase) -> Reading | None:
        if p.unit == "y" and not self.period:
            return None
        year = p.year or (self.year if self.month > 2 else self.year - 1)
        if not self.year and not p.year:
            return Reading("XXXX", "reported-year", "year")
        if p.shift:
            year = self.year + p.shift
        self.period = (year, 0)
        reading = Reading(f"{year:04d}", "reported-year", "year", "" if p.year else "publication")
        if p.month and p.day and is_day(year, p.month, p.day):
            last = date(year, p.month, p.day)
            first = date(year - 1, p.month, min(p.day, month_length(year - 1, p.month))) + timedelta(1)
            return reading._replace(start=first.isoformat(), end=last.isoformat())
        return reading

    def _compared(self, p: Phrase, tell: Tell) -> Reading | None:
        if not self.period or not self.year:
            here = Phrase("offset", p.first, p.last, number=1, unit="Y", shift=-1)
            return self._offset(here, tell)
        year, quarter = self.period
        quarter = p.number or quarter
        value = f"{year - 1:04d}-Q{quarter}" if quarter else f"{year - 1:04d}"
        return Reading(value, "compared", "quarter" if quarter else "year", "publication")

    def _stretch(self, p: Phrase, tell: Tell) -> Reading | None:
        if self.year:
            self.period = (self.year if self.month > 2 else self.year - 1, 0)
        return None

    # ---- offsets and intervals ----------------------------------------------------------------------------------

    def _offset(self, p: Phrase, tell: Tell) -> Reading | None:
        if p.number is None:
            return None
        by, rule = p.number * (p.shift or -1), "ago" if (p.shift or -1) < 0 else "from-now"
        if p.base == "text":
            rule = "earlier" if by < 0 else "later"
            spoken = self.spoken
            if spoken:
                return self._offset_from(
                    p, by, rule, cover(spoken)[0], len(spoken) if "W" not in spoken else 10, "text"
                )
        here = self.published
        if not here:
            return Reading(_OPEN.get(p.unit, "XXXX"), rule, _PRECISION.get(p.unit, "year"))
        return self._offset_from(p, by, rule, cover(here)[0], len(here), "publication")

    def _offset_from(self, p: Phrase, by: int, rule: str, here: str, known: int, base: str) -> Reading | None:
        first = date.fromisoformat(here)
        try:
            if p.unit in _DAYS:
                if known < 10:
                    return Reading(_OPEN.get(p.unit, "XXXX-XX-XX"), rule, _PRECISION.get(p.unit, "day"))
                day = first + timedelta(by * _DAYS[p.unit])
                if p.unit in ("W", "F") and (p.number or 0) > 2 or p.part:
                    return Reading(week_value(day), rule, "week", base)
                return Reading(day.isoformat(), rule, "day", base)
            if p.unit not in _MONTHS:
                return None
            year, month = shift_month(first.year, first.month, by * _MONTHS[p.unit])
        except OverflowError:
            return None
        if not 1 <= year <= 9999:
            return None
        if p.unit in ("M", "Q") and known >= 7:
            return Reading(f"{year:04d}-{month:02d}", rule, "month", base)
        return Reading(f"{year:04d}", rule, "year", base)

    def _ahead(self, p: Phrase, tell: Tell) -> Reading | None:
        if tell() != "future":
            return None
        reading = self._offset(p, tell)
        return reading._replace(rule="in") if reading else None

    def _interval(self, p: Phrase, tell: Tell) -> Reading | None:
        number = str((p.number or 0) * {"E": 10, "C": 100, "F": 2}.get(p.unit, 1))
        unit = {"E": "Y", "C": "Y", "F": "W", "WE": "W", "T": "M"}.get(p.unit, p.unit)
        value = ("PT" if p.unit in "HT" and p.unit else "P") + number + unit
        rule = "interval-past" if p.shift == -1 else "interval-ahead"
        if p.number is None:
            return Reading("FUTURE_REF", rule, "vague") if p.shift == 1 else None
        if not self.today or p.unit in "HT":
            return Reading(value, rule, "interval")
        days = _interval_days(self.today, p.number, p.unit, p.shift or -1)
        return Reading(value, rule, "interval", "publication", None, *days) if days else None


def _interval_days(today: date, number: int, unit: str, side: int) -> tuple[str, str] | None:
    """Return first and last day of `number` units that end today, or that begin tomorrow."""
    try:
        if unit in _DAYS:
            far = today + timedelta(side * number * _DAYS[unit])
        elif unit in _MONTHS:
            year, month = shift_month(today.year, today.month, side * number * _MONTHS[unit])
            far = date(year, month, min(today.day, month_length(year, month)))
        else:
            return None
    except (OverflowError, ValueError):
        return None
    one = timedelta(1)
    return ((far + one).isoformat(), today.isoformat()) if side < 0 else ((today + one).isoformat(), far.isoformat())


_NAMES = {
    "D": "day",
    "W": "week",
    "WE": "weekend",
    "M": "month",
    "Y": "year",
    "E": "decade",
    "C": "century",
    "F": "fortnight",
}
_SIDES = {-1: "last", 0: "this", 1: "next"}
_OPEN = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "M": "XXXX-XX",
    "Y": "XXXX",
    "E": "XXXX",
    "C": "XXXX",
    "H": "XXXX-XX-XX",
    "F": "XXXX-WXX",
}
_PRECISION: dict[str, EventPrecision] = {
    "D": "day", "W": "week", "WE": "interval", "M": "month", "Y": "year", "E": "decade", "C": "interval", "H": "day", "F": "week",
}  # fmt: skip
_READERS = {
    "date": Resolver._date, "month": Resolver._month, "year": Resolver._year, "financial": Resolver._financial,
    "decade": Resolver._decade, "century": Resolver._century, "weekday": Resolver._weekday, "day": Resolver._day,
    "clock": Resolver._clock, "holiday": Resolver._holiday, "unit": Resolver._unit, "week of": Resolver._week_of,
    "season": Resolver._season, "quarter": Resolver._quarter, "half": Resolver._half, "reported": Resolver._reported, "compared": Resolver._compared, "stretch": Resolver._stretch,
    "offset": Resolver._offset, "ahead": Resolver._ahead, "interval": Resolver._interval,
}  # fmt: skip
