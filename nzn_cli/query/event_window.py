"""The window of a timeline: which events begin and end in it, and its days, months and years."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nzn_cli.errors import UsageError
from nzn_cli.model.records import NamedTuple
from nzn_cli.model.settings import TimelineRequest
from nzn_cli.query.selection import Where
from nzn_cli.query.view import View

LENGTHS = {"year": 4, "month": 7, "day": 10}  # letters of an ISO date


class Window(NamedTuple):
    """The first and last ISO day of --from/--to, and whether what lasts longer belongs to it."""

    first: str | None
    last: str | None
    overlapping: bool

    @property
    def is_bounded(self) -> bool:
        """Whether it leaves anything out."""
        return self.first is not None or self.last is not None

    def narrowed(self, found: Where, alias: str) -> Where:
        """Return the selection narrowed to events that begin and end in it; `overlapping`, that share a day with it."""
        reach = ("stop", "start") if self.overlapping else ("start", "stop")
        if self.first is not None:
            found = found.also(f"{alias}.{reach[0]} >= ?", self.first)
        if self.last is not None:
            found = found.also(f"{alias}.{reach[1]} <= ?", self.last)
        if self.last is not None and not self.overlapping:
            found = found.also(f"{alias}.start <= ?", self.last)  # bounds what the index of `start` is read for
        return found

    def filled(self, counted: Mapping[str | None, int], by: str) -> dict[str | None, int]:
        """Return what was counted of its days, months or years in order of time, with those that have nothing."""
        days = [f"{each}-01-01"[:10] for each in counted if each] or [self.first or self.last or ""]
        first, last = self.first or min(days), self.last or max(days)
        counts: dict[str | None, int] = dict.fromkeys(periods_between(first, last, by), 0)
        return counts | dict(counted)


def window(request: TimelineRequest, view: View) -> Window:
    """Return the window of a request. Raises UsageError for what is no date or no window."""
    from nzn_cli.text.typed_dates import parse_when

    if request.overlapping and request.start is None and request.end is None:
        raise UsageError("--overlapping is of a window", "with --from, --to or both")
    first = None if request.start is None else parse_when(request.start, view.now, view.day_first)[0]
    last = None if request.end is None else parse_when(request.end, view.now, view.day_first)[1]
    return Window(first, last, request.overlapping)


def periods_between(first: str, last: str, by: str) -> Iterator[str]:
    """Yield the days, months or years from that of ISO day `first` to that of `last`, as ISO dates of their length."""
    from datetime import date

    if by == "day":
        start, stop = date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal()
        yield from (date.fromordinal(day).isoformat() for day in range(start, stop + 1))
    elif by == "year":
        yield from (f"{year:04d}" for year in range(int(first[:4]), int(last[:4]) + 1))
    else:
        start, stop = (int(day[:4]) * 12 + int(day[5:7]) - 1 for day in (first, last))
        yield from (f"{month // 12:04d}-{month % 12 + 1:02d}" for month in range(start, stop + 1))
