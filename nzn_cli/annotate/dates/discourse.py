"""What a text has spoken of so far: the date last spoken of, the day of a heading, the period of a report. Mutable.

Knows no publication date, and resolves nothing.
"""

from __future__ import annotations

from datetime import date

from nzn_cli.annotate.dates.resolved_date import ResolvedDate
from nzn_cli.text.calendar import cover

_JOINTS = frozenset(("and", "or", "to", "through", "until", "&", ""))
_ENTRY = 4000  # characters that an entry of a diary may have below its day
_MARGIN = 80  # characters beside an expression that has its line to itself
_MARKS = " \t\r*_#()[]<>|.:-"
_JOINT_ROOM = 12  # characters between two expressions that are joined
_EARLIER_IN = 150  # characters after "in 2006" within which "by June" is of that year
_STONE_THROW = 150  # characters after "in June 2009" within which "by October" is of that year
_REMEMBERED = frozenset(("day", "month", "year", "week", "quarter"))


def alone_on_line(low: str, start: int, end: int) -> bool:
    """Return whether an expression has its line to itself, marks of a heading or a list aside."""
    line = low[max(0, start - _MARGIN) : start].rpartition("\n")[2] + low[end : end + _MARGIN].partition("\n")[0]
    return line.strip(_MARKS).removesuffix("end").removeprefix("end").strip(_MARKS) == ""


class Discourse:
    """What has been read of one text up to the expression looked at."""

    __slots__ = (
        "_break", "_heading", "_low", "_stated", "end", "is_year_of_event", "joined", "joint", "last", "numbered",
        "period", "start", "stated_year",
    )  # fmt: skip

    def __init__(self, low: str) -> None:
        """Start with nothing read of a text, `low` in lower case."""
        self._low = low
        self.last: str | None = None  # the value of the date last spoken of
        self.end = 0  # where it ends
        self.numbered = False  # it is a day told by its number
        self.is_year_of_event = False  # it is a year in which something was
        self._break = -1  # where the next paragraph begins, as far as it was looked for
        self.start = 0  # where the expression looked at begins
        self.joint = "."  # what stands between that and the one before, where it is short
        self.joined = False  # it is joined to the one before: "Monday and Tuesday"
        self.period: tuple[int, int] | None = None  # year and quarter (0: none) that a financial report is about
        self.stated_year: int | None = None  # year that a full date just before states
        self._stated: tuple[int, int] | None = None  # year that the last full date stated, where it ends
        self._heading: tuple[date, int] | None = None  # a day that stands alone on its line, where that ends

    def same_paragraph(self) -> bool:
        """Return whether the date last spoken of is of the paragraph of the expression looked at."""
        if self._break < self.end:  # looked for once, however many expressions follow that are no dates
            found = self._low.find("\n\n", self.end)
            self._break = found if found >= 0 else len(self._low)
        return self._break + 2 > self.start

    def same_sentence(self, most: int) -> bool:
        """Return whether the date last spoken of stands at most so many characters before, in the same sentence."""
        if self.start - self.end > most:
            return False
        between = self._low[self.end : self.start]
        return ". " not in between and "\n\n" not in between

    def last_day(self) -> date | None:
        """Return the day last spoken of, where the last date was a day."""
        return date.fromisoformat(self.last) if self.last and len(self.last) == 10 else None

    def last_day_end(self) -> int:
        """Return where the last date ends, where it was a day; else 0."""
        return self.end if self.last_day() else 0

    def last_first(self) -> tuple[date, int] | None:
        """Return the first day of the date last spoken of, and how many characters of that date are known."""
        if not self.last:
            return None
        return date.fromisoformat(cover(self.last)[0]), (10 if "W" in self.last else len(self.last))

    def last_month(self) -> tuple[int, int] | None:
        """Return year and month of the date last spoken of, where it was a month."""
        last = self.last
        return (int(last[:4]), int(last[5:])) if last and len(last) == 7 and last[5:].isdecimal() else None

    def heading(self) -> date | None:
        """Return the day that has a line above to itself, as in a diary."""
        return self._heading[0] if self._heading and self.start - self._heading[1] <= _ENTRY else None

    def year_of_event(self) -> int | None:
        """Return the year that "in 2006" states just before, in the same sentence."""
        if not self.is_year_of_event or not self.last or len(self.last) != 4:
            return None
        return int(self.last) if self.same_sentence(_EARLIER_IN) else None

    def begins_line(self) -> bool:
        """Return whether the expression looked at begins a line, as the times of a transcript do."""
        line = self._low[max(0, self.start - 20) : self.start].rstrip(" *_([")
        return not line or line[-1] == "\n"

    def look_at(self, start: int) -> None:
        """Turn to the expression at `start`: what joins it to the one before, what year was stated near before it."""
        self.stated_year = self._year_near(start)
        self.start = start
        between = self._low[self.end : start] if self.end and start - self.end < _JOINT_ROOM else "\n"
        self.joint = between.strip()
        self.joined = between.strip(" ,-") in _JOINTS and "\n\n" not in between

    def _year_near(self, start: int) -> int | None:
        if not self._stated or start - self._stated[1] > _STONE_THROW:
            return None
        return None if "\n\n" in self._low[self._stated[1] : start] else self._stated[0]

    def remember_year(self, year: int, end: int) -> None:
        """Note that a date with its year stands before `end`."""
        self._stated = year, end

    def remember(self, resolved: ResolvedDate, start: int, end: int) -> None:
        """Take what an expression from `start` to `end` means as the date last spoken of."""
        self.end = end
        self.is_year_of_event = resolved.rule == "year" and self._low[max(0, start - 3) : start] == "in "
        if resolved.rule == "financial-year":
            self.last = resolved.value.removeprefix("FY")
        if resolved.value[0].isdecimal() and resolved.precision in _REMEMBERED:
            self.last = resolved.value.partition("T")[0]
            self.numbered = resolved.rule == "date" or resolved.rule[:7] == "day-of-"
            if resolved.precision == "day" and "T" not in resolved.value and alone_on_line(self._low, start, end):
                self._heading = date.fromisoformat(self.last), end
