"""Ctrl-C: what is to be undone is undone, and the process ends with 130 there and then.

No KeyboardInterrupt is raised: it would be told, or lost, wherever it came up through an import, a callback of SQLite
or the end of the interpreter. Nothing else has to be seen to, for what nzn stores stands a kill at any moment.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from signal import SIG_IGN, SIGINT, default_int_handler, getsignal, signal

from nzn_cli.errors import INTERRUPTED

_undoing: list[Callable[[], object]] = []
_owner = os.getpid()


def take_over() -> None:
    """Hear Ctrl-C from now on where `__main__` heard it so far: not in a process that others have the say of."""
    if getsignal(SIGINT) not in (SIG_IGN, default_int_handler):
        signal(SIGINT, _leave)


def before_leaving(undo: Callable[[], object]) -> None:
    """Have `undo` called before Ctrl-C ends the process; the last one comes first."""
    _undoing.append(undo)


def forget(undo: Callable[[], object]) -> None:
    """Take back what `before_leaving` was told."""
    _undoing.remove(undo)


def _leave(*_: object) -> None:
    try:
        signal(SIGINT, SIG_IGN)
        if os.getpid() == _owner:  # what a fork finds here is its parent's to undo
            _end_workers()
            while _undoing:
                with suppress(Exception):
                    _undoing.pop()()
    finally:
        os._exit(INTERRUPTED)


def _end_workers() -> None:
    """End the processes that work for us, which would otherwise finish what they hold in hand."""
    living = getattr(sys.modules.get("multiprocessing"), "active_children", None)  # it may be half loaded
    with suppress(Exception):
        for worker in living() if living else ():
            worker.kill()
