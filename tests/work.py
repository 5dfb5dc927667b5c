"""How much work a call is, counted in calls of functions: the same on every machine, however busy."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

_FEW = 3_000  # calls, of which a growth says nothing


def calls(call: Callable[[], object]) -> int:
    """Return how many functions a call calls, those written in C among them."""
    number = 0

    def count(_: FrameType, event: str, __: object) -> None:
        nonlocal number
        number += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        call()
    finally:
        sys.setprofile(before)
    return number


def grows(work: Callable[[int], Callable[[], object]], size: int) -> float:
    """Return how many times the work of one size `work` of twice that is; each is done once before it is counted."""
    counted = []
    for one in (size, 2 * size):
        call = work(one)
        call()
        counted.append(calls(call))
    return counted[1] / max(counted[0], _FEW)
