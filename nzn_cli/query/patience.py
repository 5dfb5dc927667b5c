"""Ends a regular expression that would never end by itself. POSIX's main thread only; elsewhere it waits."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, ParamSpec, Protocol, TypeVar

from nzn_cli.errors import UsageError

SECONDS = 4.0  # of this process's own work: how busy the machine is says nothing of a pattern
_MORE = 1_000_000  # characters for which a text is given as long again: it may have as many matches

A = ParamSpec("A")
T = TypeVar("T")


class Typed(Protocol):
    """A pattern as it was typed."""

    @property
    def typed(self) -> str:
        """The text."""


class Stopped(Exception):
    """The time is over."""


@contextmanager
def patience(pattern: str) -> Iterator[None]:
    """Raise UsageError naming `pattern` when the block takes longer than SECONDS; not for use within itself."""
    with _alarm() as set_time:
        set_time(SECONDS)
        try:
            yield
        except Stopped:
            raise _endless(pattern) from None


@contextmanager
def each_with_patience(patterns: Sequence[Typed]) -> Iterator[None]:
    """Raise UsageError when one call of a `patient` function in the block takes longer than SECONDS."""
    with _alarm():
        try:
            yield
        except Stopped:
            raise _endless(" or ".join(pattern.typed for pattern in patterns)) from None


def patient(work: Callable[A, T]) -> Callable[A, T]:
    """Return `work`, whose first argument is a text, with the clock of `each_with_patience` running in every call."""
    if not _can_stop():
        return work
    import signal

    setitimer, virtual, seconds = signal.setitimer, signal.ITIMER_VIRTUAL, SECONDS

    def timed(*texts: A.args, **named: A.kwargs) -> T:
        size = len(texts[0]) if isinstance(texts[0], (str, bytes)) else 0
        setitimer(virtual, seconds * (1 + size / _MORE))
        try:
            return work(*texts, **named)
        finally:
            setitimer(virtual, 0)

    return timed


def _can_stop() -> bool:
    import signal
    import threading

    return hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()


@contextmanager
def _alarm() -> Iterator[Callable[[float], Any]]:
    """While this lasts, the end of the time that is set raises Stopped."""
    if not _can_stop():
        yield lambda seconds: None
        return
    import signal

    def stop(*_: object) -> None:
        raise Stopped

    before = signal.signal(signal.SIGVTALRM, stop)
    try:
        yield lambda seconds: signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _endless(pattern: str) -> UsageError:
    return UsageError(
        f"the pattern '{pattern}' does not come to an end",
        "it repeats what is itself repeated, as in (a+)+: write the inner part without its own + or *",
    )
