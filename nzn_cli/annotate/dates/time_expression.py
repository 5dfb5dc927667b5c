"""What a time expression says before anything is resolved: data only."""

from __future__ import annotations

from typing import Any


class TimeExpression:
    """One way to read some words: `first` and `last` are its first and last word in the window.

    `kind` names the rules that resolve it; `part` is START, MID, END, BEFORE or AFTER; `time` a suffix such as "TMO" or
    "T10:35".
    """

    __slots__ = (
        "base", "day", "days", "first", "joint", "kind", "last", "month", "number", "part", "season", "shift", "time",
        "to_day", "unit", "weekday", "year",
    )  # fmt: skip

    def __init__(self, kind: str, first: int, last: int, **fields: Any) -> None:
        """Set the fields that are known; the others are None."""
        self.kind, self.first, self.last = kind, first, last
        self.year: int | None = None
        self.month: int | None = None
        self.day: int | None = None
        self.to_day: int | None = None  # last day of "28 to 30 June", last year of "1979-81"
        self.weekday: int | None = None
        self.days: int = 0  # days from the date named: 1 for "the day after Christmas"
        self.number: int | None = None
        self.shift: int | None = None
        self.unit: str = ""
        self.season: str = ""
        self.part: str = ""
        self.time: str = ""
        self.base: str = ""  # "text": counts from the date last spoken of
        self.joint: tuple[int, int] | None = None  # of a range: last word of its first side, first word of its second
        for name, value in fields.items():
            setattr(self, name, value)

    def is_bare(self) -> bool:
        """Return whether nothing says which of its kind is meant: "Friday", and not "last Friday"."""
        return not self.unit and not self.number and self.shift is None
