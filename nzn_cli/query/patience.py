"""Ends a regular expression that would never end by itself. POSIX's main thread only; elsewhere it waits."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from nzn_cli.errors import UsageError

SECONDS = 5.0


class Stopped(Exception):
    """The time is over."""


@contextmanager
def patience(pattern: str) -> Iterator[None]:
    """Raise UsageError naming `pattern` when the block takes longer than SECONDS."""
    import signal
    import threading

    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(*_: object) -> None:
        raise Stopped

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        yield
    except Stopped:
        raise UsageError(
            f"the pattern {pattern!r} does not come to an end",
            "it repeats something that is itself repeated, as in (a+)+: write the inner part without its own + or *",
        ) from None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
