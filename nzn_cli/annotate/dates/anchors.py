"""What an expression may count from: the publication date, the date last spoken of, the period that a report is about.

Never a clock: with nothing to count from, an expression stays unresolved.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import NamedTuple

from nzn_cli.annotate.dates.history import tells_of_attacks
from nzn_cli.model.annotations import EventPrecision
from nzn_cli.text.calendar import cover

_JOINTS = frozenset(("and", "or", "to", "through", "until", "&", ""))
_SOUTH = (
    "new zealand", "aotearoa", "auckland", "wellington", "christchurch", "dunedin", "palmerston north", "waikato",
    "tauranga", "rotorua", "invercargill", "whangarei", "whangārei", "maori", "māori", "australia", "sydney",
    "melbourne", "brisbane", "canberra", "south africa", "johannesburg", "argentin", "chile",
    "scoop.co.nz", "govt.nz", ".org.nz", ".ac.nz",
)  # fmt: skip
_NORTH = ("america", "u.s.", "united states", "white house", "britain", "europe", "canada", "president")
_EARSHOT = 1500  # characters after a day within which "at 3 pm" is of that day
_ENTRY = 4000  # characters that an entry of a diary may have below its day
_WEEK = 7
_MARGIN = 80  # characters beside an expression that has its line to itself
_MARKS = " \t\r*_#()[]<>|.:-"
_SHORT_WAY = 80  # characters between "by the end of November" and what is planned "in December"
_EARLIER_IN = 150  # characters after "in 2006" within which "by June" is of that year
_STONE_THROW = 150  # characters after "in June 2009" within which "by October" is of that year

DAY_UNITS = {"D": 1, "W": 7, "F": 14, "H": 1 / 24, "T": 1 / 1440}
MONTH_UNITS = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}
UNIT_NAMES = {
    "D": "day", "W": "week", "WE": "weekend", "F": "fortnight", "M": "month", "Y": "year", "E": "decade",
    "C": "century",
}  # fmt: skip
SIDES = {-1: "last", 0: "this", 1: "next"}
OPEN = {
    "D": "XXXX-XX-XX", "H": "XXXX-XX-XX", "T": "XXXX-XX-XX", "W": "XXXX-WXX", "F": "XXXX-WXX", "WE": "XXXX-WXX-WE",
    "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX", "E": "XXXX", "C": "XXXX",
}  # fmt: skip
PRECISION: dict[str, EventPrecision] = {
    "D": "day", "H": "day", "T": "day", "W": "week", "F": "week", "WE": "interval", "M": "month", "Q": "quarter",
    "Y": "year", "E": "decade", "C": "interval",
}  # fmt: skip


def alone_on_line(low: str, start: int, end: int) -> bool:
    """Return whether an expression has its line to itself, marks of a heading or a list aside."""
    line = low[max(0, start - _MARGIN) : start].rpartition("\n")[2] + low[end : end + _MARGIN].partition("\n")[0]
    return line.strip(_MARKS).removesuffix("end").removeprefix("end").strip(_MARKS) == ""


class Reading(NamedTuple):
    """A resolved expression; `base` is "publication", "text" or "" where it needed no other date."""

    value: str
    rule: str
    precision: EventPrecision
    base: str = ""
    rejected: str | None = None
    start: str | None = None  # where they are not what the value covers
    end: str | None = None


class Anchors:
    """The publication date of one text, as precise as it is, and what the text has spoken of so far."""

    def __init__(self, published: str | None, low: str = "") -> None:
        """Start from the publication date, a partial ISO date, or from nothing; `low` is the text in lower case."""
        self.year = self.month = 0
        self.today: date | None = None
        self.published: str | None = None
        self.last_day = "9999"  # the last day that the publication date covers
        self.spoken: str | None = None  # the value last spoken of
        self.period: tuple[int, int] | None = None  # year and quarter (0: none) that a financial report is about
        self.told: int | None = None  # year that a full date just before states
        self._told: tuple[int, int] | None = None  # year that the last full date stated, where it ends
        self.joint = "."  # what stands between the expression looked at and the one before, where it is short
        self.joined = False  # the expression looked at is joined to the one before: "Monday and Tuesday"
        self._here = self._end = 0  # where the expression looked at begins, and where the one before it ends
        self._heading: tuple[date, int] | None = None  # a day that stands alone on its line, where that ends
        self._dated = False  # the day last spoken of was told by its number
        self._year = False  # the date last spoken of is a year in which something was
        self._low = low
        if published:
            self._publish(published[:10])

    def _publish(self, published: str) -> None:
        try:
            year, month = int(published[:4]), int(published[5:7] or 0)
            today = date.fromisoformat(published) if len(published) == 10 else None
        except ValueError:
            return
        if 100 <= year <= 9000 and 0 <= month <= 12:
            self.year, self.month, self.today = year, month, today
            self.published = published if today else f"{year:04d}-{month:02d}" if month else f"{year:04d}"
            self.last_day = cover(self.published)[1]

    @cached_property
    def of_attacks(self) -> bool:
        """Return whether the text speaks of 11 September 2001 as a day that everybody knows."""
        return tells_of_attacks(self._low)

    @property
    def middle(self) -> date:
        """Return the publication day, or the middle of the month or year where no day is known."""
        return self.today or date(self.year, self.month or 7, 15 if self.month else 1)

    @cached_property
    def southern(self) -> bool:
        """Return whether the text is about the southern half of the world, where summer is in January."""
        south = sum(map(self._low.count, _SOUTH))
        return south > 0 and south > sum(map(self._low.count, _NORTH))

    def spoken_day(self) -> date | None:
        """Return the day last spoken of, where the last date was a day."""
        return date.fromisoformat(self.spoken) if self.spoken and len(self.spoken) == 10 else None

    def spoken_here(self) -> date | None:
        """Return the day last spoken of; None for an expression that begins a line, as the times of a transcript do."""
        if self.today and self._here - self._end > _EARSHOT:
            return None
        line = self._low[max(0, self._here - 20) : self._here].rstrip(" *_([")
        return self.spoken_day() if line and line[-1] != "\n" else None

    def headed(self) -> date | None:
        """Return the day that has a line above to itself, as in a diary."""
        return self._heading[0] if self._heading and self._here - self._heading[1] <= _ENTRY else None

    def ahead_in_paragraph(self) -> date | None:
        """Return the day last spoken of by its date where it is one of the next seven, in the same paragraph."""
        day = self.spoken_day()
        if not day or not self.today or not self._dated or "\n\n" in self._low[self._end : self._here]:
            return None
        return day if 0 < (day - self.today).days <= _WEEK else None

    def day_before(self) -> int:
        """Return where the last date ends, where it was a day; else 0."""
        return self._end if self.spoken_day() else 0

    def speaks_of_past(self) -> bool:
        """Return whether the last date of this paragraph was a year or month before the one of publication."""
        if not self.spoken or len(self.spoken) not in (4, 7) or "\n\n" in self._low[self._end : self._here]:
            return False
        return self.spoken < self.last_day[: len(self.spoken)]

    def spoken_first(self) -> tuple[date, int] | None:
        """Return the first day of the date last spoken of, and how many characters of that date are known."""
        if not self.spoken:
            return None
        return date.fromisoformat(cover(self.spoken)[0]), (10 if "W" in self.spoken else len(self.spoken))

    def ahead_before(self) -> tuple[int, int] | None:
        """Return year and month of a date still to come that stands just before, in the same sentence."""
        between = self._low[self._end : self._here]
        if not self._end or len(between) > _SHORT_WAY or ". " in between or "\n\n" in between or not self.spoken:
            return None
        month = self.spoken[5:7]
        return (int(self.spoken[:4]), int(month)) if month.isdecimal() and self.spoken > self.last_day[:7] else None

    def year_before(self) -> int | None:
        """Return the year that "in 2006" states just before, in the same sentence."""
        between = self._low[self._end : self._here]
        if not self._year or not self.spoken or len(self.spoken) != 4 or len(between) > _EARLIER_IN:
            return None
        return None if ". " in between or "\n\n" in between else int(self.spoken)

    def tell_year(self, year: int, end: int) -> None:
        """Note that a date with its year stands before `end`."""
        self._told = year, end

    def look_back(self, start: int) -> None:
        """Set `told` for an expression at `start`: a full date stands near before it, in the same paragraph."""
        near = self._told and start - self._told[1] <= _STONE_THROW and "\n\n" not in self._low[self._told[1] : start]
        self.told = self._told[0] if self._told and near else None
        self._here = start
        between = self._low[self._end : start] if self._end and start - self._end < 12 else "\n"
        self.joint = between.strip()
        self.joined = between.strip(" ,-") in _JOINTS and "\n\n" not in between

    def remember(self, reading: Reading, start: int, end: int) -> None:
        """Take the reading of an expression from `start` to `end` as the date last spoken of."""
        self._end = end
        self._year = reading.rule == "year" and self._low[max(0, start - 3) : start] == "in "
        if reading.rule == "financial-year":
            self.spoken = reading.value.removeprefix("FY")
        if reading.value[0].isdecimal() and reading.precision in ("day", "month", "year", "week", "quarter"):
            self.spoken = reading.value.partition("T")[0]
            self._dated = reading.rule == "date" or reading.rule[:7] == "day-of-"
            if reading.precision == "day" and "T" not in reading.value and alone_on_line(self._low, start, end):
                self._heading = date.fromisoformat(self.spoken), end
