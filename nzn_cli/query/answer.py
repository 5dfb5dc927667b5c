"""An answer that comes a record at a time, and knows how many records there are when only some were asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice, repeat
from operator import itemgetter, length_hint
from typing import Generic, TypeVar

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
_MOST = 1 << 62
_FIRST = itemgetter(0)


class Answer(Generic[T_co]):
    """Records in order, read as they are asked for; iterate it once."""

    def __init__(self, records: Iterable[T_co], total: Callable[[], int] | None = None) -> None:
        self._left = repeat(None, _MOST)  # counts without a step of ours a record: one goes with each
        self._records: Iterator[T_co] = map(_FIRST, zip(records, self._left, strict=False))
        self._total = total

    def __iter__(self) -> Iterator[T_co]:
        return self._records

    def __next__(self) -> T_co:
        return next(self._records)

    @property
    def printed_count(self) -> int:
        """Return how many records were given."""
        return _MOST - length_hint(self._left)

    def total(self) -> int:
        """Return how many records there would be without `limit` and `offset`; counted when first asked."""
        return self.printed_count if self._total is None else self._total()


def limited(records: Iterable[T], limit: int | None, offset: int) -> Answer[T]:
    """Return the records between offset and limit; how many there are is found by reading on to the end."""
    count = 0

    def counted() -> Iterator[T]:
        nonlocal count
        for record in records:
            count += 1
            yield record

    reading = counted()

    def total() -> int:
        for _ in reading:
            pass
        return count

    stop = None if limit is None else min(offset + limit, _MOST)
    return Answer(islice(reading, min(offset, _MOST), stop), total)
