"""Days: what a day and month, a weekday, "yesterday", a holiday or a clock time means against its anchors."""

from __future__ import annotations

from datetime import date, timedelta

from nzn_cli.annotate.dates.anchors import Anchors, Reading
from nzn_cli.annotate.dates.history import AFTERMATH
from nzn_cli.annotate.dates.phrase import Phrase
from nzn_cli.annotate.dates.tell import Tell
from nzn_cli.text.calendar import HOLIDAYS, is_day, shift_month, week_value

_CLEARLY_NEAR = 75  # days within which the nearest 28 June is meant, whatever the tense
_NEWS = 30  # days back from publication within which a day needs no year, whatever year was stated before
_EVER_SINCE = frozenset(("since", "post", "after", "of", "before", "pre"))
_APPOSED = frozenset(("(", ","))
_RANGED = frozenset(("-", "to", "through", "until"))
_SOON = 3  # days within which "this Friday" is to come, whatever the tense
_TOO_FAR = 250  # days beyond which another reading is not worth naming


def read_date(p: Phrase, at: Anchors, tell: Tell) -> Reading | None:
    """Return a day and month with their year: stated, or the nearest one, or the one that the tense asks for."""
    month, day = p.month or 0, p.day or 0
    if p.year is not None:
        return _named(p, p.year, "date")
    if p.number and p.shift is None and (not at.year or f"{p.number}-{month:02d}-{day:02d}" <= at.last_day):
        return _known(p, p.number)
    if _is_of_attacks(p, at, tell):
        return _known(p, AFTERMATH[0])
    if at.told and p.shift is None and (not at.year or _is_of_text(p, at, at.told, tell)):
        return _named(p, at.told, "day-of-text", "text")
    if not at.year:
        value = f"XXXX-{month:02d}-{day:02d}{p.time}"
        return Reading(value, "day-of-month", "day") if is_day(2000, month, day) else None
    if p.shift is not None and p.unit != "M":
        return _named(p, at.year + p.shift, "day-of-year", "publication")
    here = at.middle
    days = _candidates(p, here)
    if p.shift:  # "last July 4"
        days = [d for d in days if (d < here if p.shift < 0 else d > here)]
    if not days:
        return None
    best, other = days[0], days[1] if len(days) > 1 else None
    clear = abs((best - here).days) <= _CLEARLY_NEAR and not (best > here and tell.since())
    if other and not clear and (tense := tell()):
        side = [d for d in days if (d >= here if tense == "future" else d <= here)]
        if side and side[0] != best:
            best, other = side[0], best
    reading = _named(p, best.year, "day-of-month", "publication")
    if reading and other and abs((other - here).days) < _TOO_FAR:
        return reading._replace(rejected=other.isoformat())
    return reading


def _known(p: Phrase, year: int) -> Reading:
    """Return a day that is known by its date alone: the September 11 attacks were in 2001."""
    return Reading(f"{year:04d}-{p.month or 0:02d}-{p.day or 0:02d}{p.time}", "known-day", "day")


def _is_of_attacks(p: Phrase, at: Anchors, tell: Tell) -> bool:
    """Return whether a bare 11 September is that of 2001: what is over, told in the years after and not about then."""
    if (p.month, p.day) != (9, 11) or p.shift is not None or p.weekday or p.to_day or not at.year:
        return False
    since = tell.word_before() in _EVER_SINCE
    first, last = AFTERMATH
    if at.last_day <= f"{first}-09-11" or not (at.of_attacks or at.year <= last) or (at.told and not since):
        return False
    if abs((_candidates(p, at.middle)[0] - at.middle).days) <= _NEWS and not (since and at.of_attacks):
        return False
    return tell() == "past" or (since and tell() != "future")


def _is_of_text(p: Phrase, at: Anchors, told: int, tell: Tell) -> bool:
    """Return whether the year stated just before is the day's own: what is told is over, and not of these weeks."""
    days = _candidates(p, at.middle)
    return told < at.year and not any(0 <= (at.middle - day).days <= _NEWS for day in days) and tell() == "past"


def _candidates(p: Phrase, here: date) -> list[date]:
    """Return the days of that month and number, nearest first; a weekday that is named picks among them."""
    month, day = p.month or 0, p.day or 0
    reach = 4 if (month, day) == (2, 29) else 1
    days = [date(y, month, day) for y in range(here.year - reach, here.year + reach + 1) if is_day(y, month, day)]
    days.sort(key=lambda d: abs((d - here).days))
    same = [d for d in days if d.isoweekday() == p.weekday]
    if p.to_day and same and abs((same[0] - here).days) > _TOO_FAR:  # "Wednesday and Thursday, March 22-23"
        return days
    return same or days


def _named(p: Phrase, year: int, rule: str, base: str = "") -> Reading | None:
    month, day = p.month or 0, p.day or 0
    if not is_day(year, month, day) or (p.to_day and not is_day(year, month, p.to_day)):
        return None
    rejected = f"{year:04d}-{day:02d}-{month:02d}" if p.number else None  # 03/04/2018
    return Reading(f"{year:04d}-{month:02d}-{day:02d}{p.time}", rule, "day", base, rejected)


def read_week_of(p: Phrase, at: Anchors, tell: Tell) -> Reading | None:
    """Return "the week of March 6"."""
    reading = read_date(p, at, tell)
    if not reading or not reading.value[0].isdecimal():
        return reading
    return reading._replace(value=week_value(date.fromisoformat(reading.value[:10])), rule="week-of", precision="week")


def read_weekday(p: Phrase, at: Anchors, tell: Tell) -> Reading | None:
    """Return a weekday: the publication day itself, the last one, or the next one where the tense looks ahead."""
    weekday = p.weekday or 1
    if p.base:
        return _weekday_of_text(p, at, weekday)
    if not at.today:
        return Reading(f"XXXX-WXX-{weekday}{p.time}", "weekday", "day")
    if p.month:  # "Tuesday (June 5)"
        return read_date(p, at, tell)
    if p.day:
        return _numbered_weekday(p, at.today)
    if day := _joined_weekday(p, at, weekday):
        return Reading(day.isoformat() + p.time, "weekday-joined", "day", "text")
    if not p.unit and not p.number and p.shift is None:
        for day in (at.headed(), at.ahead_in_paragraph()):
            if day and day.isoweekday() == weekday:
                return Reading(day.isoformat() + p.time, "weekday-told", "day", "text")
    if p.unit or p.number or p.shift is not None:
        pick, rule, other = _stated_weekday(p, at.today, weekday, tell)
    else:
        pick, rule, other = _open_weekday(at.today, weekday, tell, p.time[1:2].isdecimal())
    rejected = other.isoformat() if other and other != pick else None
    return Reading(pick.isoformat() + p.time, rule, "day", "publication", rejected)


def _joined_weekday(p: Phrase, at: Anchors, weekday: int) -> date | None:
    """Return the weekday of "Monday and Tuesday", "Monday to Friday" and "June 5 (Tuesday)" from the day before it."""
    first = at.spoken_day() if at.joined or at.joint == "(" else None
    if not first or p.shift is not None or p.unit:
        return None
    days = (weekday - first.isoweekday()) % 7
    if days == 0:
        return first if at.joint in _APPOSED else None
    return first + timedelta(days) if at.joint != "(" and days <= (6 if at.joint in _RANGED else 3) else None


def _open_weekday(today: date, weekday: int, tell: Tell, timed: bool) -> tuple[date, str, date | None]:
    """Return (day, rule, other reading) of a bare weekday; `timed` by a clock, it is awaited where no verb tells."""
    back = today - timedelta((today.isoweekday() - weekday) % 7)
    if back == today:
        return today, "weekday-same", None
    ahead = back + timedelta(7)
    if (today - back).days == 1 and not tell.surely_ahead():  # the weekday that was yesterday
        return back, "weekday-past", ahead
    tense = tell()
    forward = tense == "future" or (timed and not tense)  # "Briefing on Friday at 8 a.m."
    return (ahead, "weekday-ahead", back) if forward else (back, "weekday-past", ahead)


def _stated_weekday(p: Phrase, today: date, weekday: int, tell: Tell) -> tuple[date, str, date | None]:
    """Return (day, rule, other reading) for "last Friday", "next Friday", "this Friday", "Friday last week"."""
    now = today.isoweekday()
    monday = today - timedelta(now - 1)
    soon = today + timedelta((weekday - now) % 7 or 7)
    if p.unit == "W":  # also "a week ago Friday"
        return monday + timedelta(7 * (p.shift or 0) + weekday - 1), "weekday-of-week", None
    if p.number:
        return today + timedelta((weekday - now) % 7 + 7), "weekday-week", None
    if p.shift == -1:
        return today - timedelta((now - weekday) % 7 or 7), "weekday-last", None
    if p.shift == 0:
        return _this_weekday(today, monday + timedelta(weekday - 1), tell)
    if p.unit == "soon":  # "this coming Friday"
        return soon, "weekday-coming", None
    return today + timedelta(7 - now % 7 + weekday % 7), "weekday-next", soon  # weeks from Sunday


def _this_weekday(today: date, day: date, tell: Tell) -> tuple[date, str, date | None]:
    """Return "this Friday": of this week, unless the tense asks for the one before or after it."""
    if day < today and tell() == "future":
        return day + timedelta(7), "weekday-this", day
    if day > today and (day - today).days > _SOON and tell() == "past":
        return day - timedelta(7), "weekday-this", day
    return day, "weekday-this", None


def _weekday_of_text(p: Phrase, at: Anchors, weekday: int) -> Reading:
    """Return "the previous Friday" and "the following Monday" counted from the day last spoken of."""
    spoken, side = at.spoken_day(), p.shift or 1
    if not spoken:
        return Reading(f"XXXX-WXX-{weekday}{p.time}", "weekday-of-text", "day")
    days = (side * (weekday - spoken.isoweekday())) % 7 or 7
    return Reading((spoken + timedelta(side * days)).isoformat() + p.time, "weekday-of-text", "day", "text")


def _numbered_weekday(p: Phrase, today: date) -> Reading | None:
    """Return the nearest day that is both the weekday and the day of the month: "Thursday 22nd"."""
    for months in (0, -1, 1, -2, 2, -3, 3):
        year, month = shift_month(today.year, today.month, months)
        if is_day(year, month, p.day or 0) and date(year, month, p.day or 0).isoweekday() == p.weekday:
            return Reading(f"{year:04d}-{month:02d}-{p.day:02d}{p.time}", "weekday-number", "day", "publication")
    return None


def read_day(p: Phrase, at: Anchors, tell: Tell) -> Reading | None:
    """Return "today", "yesterday evening", "that night" and "the next morning"."""
    base = at.spoken_day() if p.base == "text" else at.today
    rule = "day-of-text" if p.base == "text" else "day"
    if not base:
        if p.base and at.today and not p.number:  # "that night" of no day that was spoken of
            return None
        return Reading("XXXX-XX-XX" + p.time, rule, "day")
    return Reading((base + timedelta(p.number or 0)).isoformat() + p.time, rule, "day", p.base or "publication")


def read_clock(p: Phrase, at: Anchors, tell: Tell) -> Reading | None:
    """Return a clock time on the day last spoken of, else on publication day unless the text speaks of a year past."""
    if day := at.spoken_here() or at.headed():
        return Reading(day.isoformat() + p.time, "clock", "day", "text")
    if at.today and at.speaks_of_past() and tell() == "past":
        return None
    if at.today:
        return Reading(at.today.isoformat() + p.time, "clock", "day", "publication")
    return Reading("XXXX-XX-XX" + p.time, "clock", "day")


def read_holiday(p: Phrase, at: Anchors, tell: Tell) -> Reading | None:
    """Return a holiday, its week or its weekend: of the stated year, else the nearest or as the tense asks."""
    if p.year is None and not at.year:
        return Reading("XXXX-XX-XX", "holiday", "day")
    if p.season == "election day" and at.southern:
        return None
    day, rule, other = _holiday_day(p, at, tell)
    base = "" if p.year is not None else "text" if rule == "holiday-of-text" else "publication"
    if p.unit:
        weekend = p.unit == "WE"
        monday = weekend and day.isoweekday() == 1  # "Queen's Birthday weekend" begins two days before the holiday
        value = week_value(day - timedelta(monday)) + ("-WE" if weekend else "")
        return Reading(value, rule, "interval" if weekend else "week", base)
    return Reading(day.isoformat(), rule, "day", base, other.isoformat() if other else None)


def _holiday_day(p: Phrase, at: Anchors, tell: Tell) -> tuple[date, str, date | None]:
    of = HOLIDAYS[p.season]
    if p.year is not None:
        return of(p.year), "holiday", None
    if p.shift is None and (year := at.year_before()) and year < at.year and tell() != "future":
        return of(year), "holiday-of-text", None
    here = at.middle
    days = [of(year) for year in (here.year - 1, here.year, here.year + 1)]
    back, ahead = max(d for d in days if d <= here), min(d for d in days if d >= here)
    if p.shift == -1:
        return max(d for d in days if d < here), "holiday-last", None
    if p.shift == 1:
        return ahead, "holiday-next", None
    if p.shift == 0 or back == ahead:
        return (of(here.year) if p.shift == 0 else back), "holiday-this", None
    tense = "" if min(here - back, ahead - here).days < _CLEARLY_NEAR else tell()
    forward = tense == "future" or (not tense and ahead - here < here - back)
    return (ahead, "holiday-ahead", back) if forward else (back, "holiday-past", ahead)
