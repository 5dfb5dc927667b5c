"""What a time expression means once it is resolved, and what units of time count for. Knows no text."""

from __future__ import annotations

from nzn_cli.model.annotations import EventPrecision
from nzn_cli.model.records import NamedTuple

DAY_UNITS = {"D": 1, "W": 7, "F": 14, "H": 1 / 24, "T": 1 / 1440}
MONTH_UNITS = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}
UNIT_NAMES = {
    "D": "day", "W": "week", "WE": "weekend", "F": "fortnight", "M": "month", "Y": "year", "E": "decade",
    "C": "century",
}  # fmt: skip
SIDES = {-2: "before-last", -1: "last", 0: "this", 1: "next", 2: "after-next"}
OPEN = {
    "D": "XXXX-XX-XX", "H": "XXXX-XX-XX", "T": "XXXX-XX-XX", "W": "XXXX-WXX", "F": "XXXX-WXX", "WE": "XXXX-WXX-WE",
    "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX", "E": "XXXX", "C": "XXXX",
}  # fmt: skip
PRECISION: dict[str, EventPrecision] = {
    "D": "day", "H": "day", "T": "day", "W": "week", "F": "week", "WE": "interval", "M": "month", "Q": "quarter",
    "Y": "year", "E": "decade", "C": "interval",
}  # fmt: skip


class ResolvedDate(NamedTuple):
    """What an expression means; `base` is "publication", "text" or "" where it needed no other date."""

    value: str
    rule: str
    precision: EventPrecision
    base: str = ""
    rejected: str | None = None
    start: str | None = None  # where they are not what the value covers
    end: str | None = None


def unresolved(unit: str, rule: str) -> ResolvedDate:
    """Return an expression of some unit of which no more is known: "the year" of a text without a date."""
    return ResolvedDate(OPEN.get(unit, "XXXX"), rule, PRECISION.get(unit, "year"))
