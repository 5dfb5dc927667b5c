"""What a time expression says before anything is resolved: data only."""

from __future__ import annotations

from typing import Any

from nzn_cli.model.records import NamedTuple


class Side(NamedTuple):
    """What follows the first day or year of "9-25 February", "3, 5 and 9 May" or "1979-81"."""

    first: int  # its first word
    last: int
    number: int  # a day, or a year
    ends_range: bool  # it is the end of a range, which what stands before it begins


class TimeExpression:
    """One way to read some words: `first` and `last` are its first and last word in the window.

    `kind` names the rules that resolve it; `part` is START, MID, END, BEFORE or AFTER; `time` a suffix such as "TMO" or
    "T10:35".
    """

    __slots__ = (
        "base", "count", "day", "days", "first", "head", "inner", "kind", "last", "month", "months", "number", "part",
        "season", "shift", "sides", "time", "unit", "week", "weekday", "year",
    )  # fmt: skip

    def __init__(self, kind: str, first: int, last: int, **fields: Any) -> None:
        """Set the fields that are known; the others are None."""
        self.kind, self.first, self.last = kind, first, last
        self.year: int | None = None
        self.month: int | None = None
        self.day: int | None = None
        self.weekday: int | None = None
        self.days: int = 0  # days from the date named: 1 for "the day after Christmas"
        self.months: int = 0  # months from the date named: 2 for "two months after 3 May"
        self.week: str = ""  # W or WE: of "the week after Easter" its week is meant, or its weekend
        self.number: int | None = None
        self.count: int = 1  # units of a portion: 2 of "the last two weeks of May"
        self.inner: TimeExpression | None = None  # what a portion is of, what a weekday stands beside
        self.shift: int | None = None
        self.unit: str = ""
        self.season: str = ""
        self.part: str = ""
        self.time: str = ""
        self.base: str = ""  # "text": counts from the date last spoken of
        self.sides: tuple[Side, ...] = ()  # of a range or a list, without its first side
        self.head: int = last  # last word of that first side
        for name, value in fields.items():
            setattr(self, name, value)

    def is_bare(self) -> bool:
        """Return whether nothing says which of its kind is meant: "Friday", and not "last Friday"."""
        return not self.unit and not self.number and self.shift is None
