"""Waiting for a sign: something that comes true, never a length of time in which it should have."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

GIVEN_UP = 120.0  # seconds after which a sign never comes: it ends what hangs, and measures nothing

Sign = TypeVar("Sign")


def until(sign: Callable[[], Sign], what: str) -> Sign:
    """Return the first answer of `sign` that is true; fail, naming `what` was waited for, when none ever is."""
    end = time.monotonic() + GIVEN_UP
    while not (seen := sign()):
        assert time.monotonic() < end, f"never seen: {what}"
        time.sleep(0.001)
    return seen


def tick(folder: Path) -> None:
    """Return once the clock of the disk under `folder` has moved on: what is written next bears another time.

    A system stamps files by a clock of a few milliseconds' step, and two edits within one look alike.
    """
    probe = folder / ".tick"
    probe.touch()
    before = probe.stat().st_ctime_ns

    def moved() -> bool:
        os.utime(probe)
        return probe.stat().st_ctime_ns != before

    until(moved, "another time on the disk")
    probe.unlink()
