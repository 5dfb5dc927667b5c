"""The calendar as such: names of months and weekdays, weeks, quarters, seasons, holidays, what a partial date covers.

Knows no text and no clock: every answer follows from the arguments alone.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import MAXYEAR, MINYEAR, date, timedelta

MONTH_NAMES = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS: dict[str, int] = (
    {name: n for n, name in enumerate(MONTH_NAMES, 1)}
    | {name[:3]: n for n, name in enumerate(MONTH_NAMES, 1)}
    | {"sept": 9}
)
WEEKDAYS: dict[str, int] = (  # ISO numbers: Monday is 1
    {name: n for n, name in enumerate(WEEKDAY_NAMES, 1)}
    | {name[:3]: n for n, name in enumerate(WEEKDAY_NAMES, 1)}
    | {"tues": 2, "weds": 3, "thur": 4, "thurs": 4}
)
SEASONS: dict[str, str] = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
_NORTHERN = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # first month
_SOUTHERN = {"SP": 9, "SU": 12, "FA": 3, "WI": 6}
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year: int) -> bool:
    """Return whether `year` has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """Return the number of days in a month."""
    return 29 if month == 2 and is_leap(year) else _LENGTHS[month - 1]


def is_day(year: int, month: int, day: int) -> bool:
    """Return whether the three numbers name a day."""
    return MINYEAR <= year <= MAXYEAR and 1 <= month <= 12 and 1 <= day <= month_length(year, month)


def week_value(day: date) -> str:
    """Return the ISO week of a day: "2018-W06"."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def quarter_of(month: int) -> int:
    """Return the quarter, 1 to 4, of a month."""
    return (month + 2) // 3


def shift_month(year: int, month: int, by: int) -> tuple[int, int]:
    """Return the year and month that lie `by` months away."""
    n = year * 12 + month - 1 + by
    return n // 12, n % 12 + 1


def cover(value: str, southern: bool = False) -> tuple[str, str]:
    """Return the first and last ISO day that a partial date covers.

    Understands years, months, days, times of a day, weeks ("2018-W06"), weekends ("2018-W06-WE"), quarters ("2018-Q1"),
    halves ("2018-H1"), seasons ("2018-SU"; `southern` turns the year round; winter and a southern summer end in the
    year after), decades ("199" or "1990s"), centuries ("19"), July to June financial years ("FY2019"). ValueError for
    the rest.
    """
    if value.startswith("FY"):
        year = int(value[2:])
        return f"{year - 1:04d}-07-01", f"{year:04d}-06-30"
    if len(value) == 5 and value.endswith("0s"):
        value = value[:3]
    if len(value) in (2, 3) and value.isdecimal():
        return value.ljust(4, "0") + "-01-01", value.ljust(4, "9") + "-12-31"
    year, rest = int(value[:4]), value[5:].partition("T")[0]
    if len(value) < 4 or year < MINYEAR or value[4:5] not in ("", "-"):
        raise ValueError(value)
    if not rest:
        return f"{year:04d}-01-01", f"{year:04d}-12-31"
    if rest[0].isdecimal():
        return _cover_digits(value, year, rest)
    return _cover_letters(value, year, rest, southern)


def _cover_digits(value: str, year: int, rest: str) -> tuple[str, str]:
    month = int(rest[:2])
    if not 1 <= month <= 12:
        raise ValueError(value)
    if len(rest) == 2:
        return f"{year:04d}-{month:02d}-01", f"{year:04d}-{month:02d}-{month_length(year, month):02d}"
    day = date(year, month, int(rest[3:])).isoformat()
    return day, day


def _cover_letters(value: str, year: int, rest: str, southern: bool) -> tuple[str, str]:
    kind, number = rest[0], rest[1:]
    if kind == "W" and rest[1:2].isdecimal():
        week, _, part = number.partition("-")
        monday = date.fromisocalendar(year, int(week), 1)
        first, last = (5, 6) if part == "WE" else (0, 6)
        return (monday + timedelta(first)).isoformat(), (monday + timedelta(last)).isoformat()
    months = {"Q": 3, "H": 6}.get(kind)
    if months and number.isdecimal() and 1 <= int(number) <= 12 // months:
        first_month = (int(number) - 1) * months + 1
    elif rest in _NORTHERN:
        months, first_month = 3, (_SOUTHERN if southern else _NORTHERN)[rest]
    else:
        raise ValueError(value)
    end_year, end_month = shift_month(year, first_month, months - 1)
    return f"{year:04d}-{first_month:02d}-01", f"{end_year:04d}-{end_month:02d}-{month_length(end_year, end_month):02d}"


FINANCIAL_MONTHS = {  # with which a country's financial year begins
    "nz": 7, "au": 7, "us": 10, "gb": 4, "in": 4, "ca": 4, "za": 4, "jp": 4, "sg": 4, "ie": 1,
}  # fmt: skip


def financial_year(year: int, country: str = "") -> tuple[str, str]:
    """Return first and last day of the financial year that ends in `year`; New Zealand's where no country is known."""
    month = FINANCIAL_MONTHS.get(country, FINANCIAL_MONTHS["nz"])
    end_year, end_month = shift_month(year - 1, month, 11)
    begin = year - 1 if month > 1 else year
    if month == 1:
        end_year, end_month = year, 12
    return f"{begin:04d}-{month:02d}-01", f"{end_year:04d}-{end_month:02d}-{month_length(end_year, end_month):02d}"


def easter(year: int) -> date:
    """Return Easter Sunday of the western churches (Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, n: int) -> date:
    """Return the n-th such weekday of a month (ISO numbers); n = -1 is the last one."""
    if n > 0:
        first = date(year, month, 1)
        return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (n - 1))
    last = date(year, month, month_length(year, month))
    return last - timedelta((last.isoweekday() - weekday) % 7)


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _from_easter(days: int) -> Callable[[int], date]:
    return lambda year: easter(year) + timedelta(days)


def _nth(month: int, weekday: int, n: int) -> Callable[[int], date]:
    return lambda year: nth_weekday(year, month, weekday, n)


HOLIDAYS: dict[str, Callable[[int], date]] = {
    "christmas": _fixed(12, 25),
    "christmas day": _fixed(12, 25),
    "christmas eve": _fixed(12, 24),
    "boxing day": _fixed(12, 26),
    "new year's day": _fixed(1, 1),
    "new year's eve": _fixed(12, 31),
    "waitangi day": _fixed(2, 6),
    "anzac day": _fixed(4, 25),
    "australia day": _fixed(1, 26),
    "good friday": _from_easter(-2),
    "easter": _from_easter(0),
    "easter sunday": _from_easter(0),
    "easter monday": _from_easter(1),
    "ash wednesday": _from_easter(-46),
    "palm sunday": _from_easter(-7),
    "pentecost": _from_easter(49),
    "thanksgiving": _nth(11, 4, 4),
    "thanksgiving day": _nth(11, 4, 4),
    "labor day": _nth(9, 1, 1),
    "labour day": _nth(10, 1, 4),  # New Zealand's
    "labour weekend": _nth(10, 1, 4),
    "memorial day": _nth(5, 1, -1),
    "columbus day": _nth(10, 1, 2),
    "presidents day": _nth(2, 1, 3),
    "presidents' day": _nth(2, 1, 3),
    "president's day": _nth(2, 1, 3),
    "martin luther king day": _nth(1, 1, 3),
    "mlk day": _nth(1, 1, 3),
    "mother's day": _nth(5, 7, 2),
    "father's day": _nth(6, 7, 3),
    "black friday": lambda year: nth_weekday(year, 11, 4, 4) + timedelta(1),
    "indigenous peoples' day": _nth(10, 1, 2),
    "flag day": _fixed(6, 14),
    "earth day": _fixed(4, 22),
    "cinco de mayo": _fixed(5, 5),
    "easter saturday": _from_easter(-1),
    "st. patrick's day": _fixed(3, 17),
    "queen's birthday": _nth(6, 1, 1),
    "king's birthday": _nth(6, 1, 1),
    "veterans day": _fixed(11, 11),
    "armistice day": _fixed(11, 11),
    "remembrance day": _fixed(11, 11),
    "independence day": _fixed(7, 4),
    "fourth of july": _fixed(7, 4),
    "valentine's day": _fixed(2, 14),
    "halloween": _fixed(10, 31),
    "guy fawkes": _fixed(11, 5),
    "st patrick's day": _fixed(3, 17),
    "may day": _fixed(5, 1),
    "bastille day": _fixed(7, 14),
    "international women's day": _fixed(3, 8),
    "world aids day": _fixed(12, 1),
    "human rights day": _fixed(12, 10),
    "juneteenth": _fixed(6, 19),
    "election day": lambda year: nth_weekday(year, 11, 1, 1) + timedelta(1),  # of the United States
}

HOLIDAYS_OF: dict[str, dict[str, Callable[[int], date]]] = {  # where a country has its own day
    "nz": {"father's day": _nth(9, 7, 1)},
    "au": {"father's day": _nth(9, 7, 1), "queen's birthday": _nth(6, 1, 2), "king's birthday": _nth(6, 1, 2)},
    "gb": {"mother's day": _from_easter(-21), "may day": _nth(5, 1, 1), "labour day": _fixed(5, 1)},
    "ie": {"mother's day": _from_easter(-21), "may day": _nth(5, 1, 1), "labour day": _nth(5, 1, 1)},
    "ca": {
        "thanksgiving": _nth(10, 1, 2),
        "thanksgiving day": _nth(10, 1, 2),
        "labour day": _nth(9, 1, 1),
    },
    "us": {"labour day": _nth(9, 1, 1)},
    "in": {"independence day": _fixed(8, 15), "labour day": _fixed(5, 1)},
    "za": {"labour day": _fixed(5, 1)},
}


def holiday(name: str, year: int, country: str = "") -> date:
    """Return the day of a holiday of `HOLIDAYS` in a year, as a country has it where it is known."""
    return HOLIDAYS_OF.get(country, {}).get(name, HOLIDAYS[name])(year)
