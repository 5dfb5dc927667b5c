"""An answer that comes a record at a time, and knows how many records there are when only some were asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

T_co = TypeVar("T_co", covariant=True)


class Answer(Generic[T_co]):
    """Records in order, read as they are asked for; iterate it once."""

    def __init__(self, records: Iterable[T_co], total: Callable[[], int] | None = None) -> None:
        self._records = iter(records)
        self._total = total
        self.given = 0

    def __iter__(self) -> Iterator[T_co]:
        return self

    def __next__(self) -> T_co:
        record = next(self._records)
        self.given += 1
        return record

    def total(self) -> int:
        """Return how many records there would be without `limit` and `offset`; counted when first asked."""
        return self.given if self._total is None else self._total()
