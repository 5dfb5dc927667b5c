"""Tells work that grows with its input from work that grows faster, on a machine that may be busy with other things."""

from __future__ import annotations

import time
from collections.abc import Callable

_SOON = 3.0  # seconds of this process; what is done in them is not looked at further
_SHARE = 4
_FASTER = 2.0  # times what is in proportion: work that grows with the square reaches 4


def seconds(work: Callable[[], object]) -> float:
    """Return how long the work keeps this process busy."""
    start = time.process_time()
    work()
    return time.process_time() - start


def in_proportion(work: Callable[[int], object], size: int) -> bool:
    """Return whether `work(size)` is done soon, or takes no more than in proportion of what a quarter of it takes."""
    took = seconds(lambda: work(size))
    return took < _SOON or took < _FASTER * _SHARE * seconds(lambda: work(size // _SHARE))
