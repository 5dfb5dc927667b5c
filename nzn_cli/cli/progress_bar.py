"""Progress of long work on standard error, not before 200 ms have gone by: a bar by Rich, or a line a piece of work."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

from nzn_cli.cli import interrupt

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

PATIENCE = 0.2  # seconds
_REDRAWN = 0.1  # seconds between two looks of the display
_MANY = 200  # documents that take longer than that on any machine


class Lines:
    """A listener for terminals that cannot redraw a line: says once what begins where there is much of it."""

    def start(self, what: str, total: int) -> None:
        """Say what begins."""
        if total >= _MANY:
            from nzn_cli.cli.writing import say

            say(f"nzn: {what}: {total:,} documents")

    def advance(self, done: int) -> None:
        """Say nothing."""

    def finish(self) -> None:
        """Say nothing."""


class Late:
    """A listener that shows nothing of work that is done soon, and what will take long from its start."""

    def __init__(self) -> None:
        self._began = self._drawn = 0.0
        self._what, self._total, self._done = "", 0, 0
        self._progress: Progress | None = None
        self._task: TaskID | None = None

    def start(self, what: str, total: int) -> None:
        """Remember what begins; a display that is up gets one more line."""
        if not self._began:
            self._began = time.monotonic()
        self._what, self._total, self._done = what, total, 0
        if self._progress is not None:
            self._task = self._progress.add_task(what, total=total)
        elif total >= _MANY:  # the first of it may take seconds
            self._show()

    def advance(self, done: int) -> None:
        """Count, and show once patience is at its end."""
        self._done += done
        if not self._total:  # work too small to be announced
            return
        now = time.monotonic()
        if self._progress is None and now - self._began >= PATIENCE:
            self._show()
        if self._progress is not None and self._task is not None:
            refresh = now - self._drawn >= _REDRAWN
            self._drawn = now if refresh else self._drawn
            self._progress.update(self._task, completed=self._done, refresh=refresh)

    def finish(self) -> None:
        """Take the display away."""
        if self._progress is not None:
            self._progress.stop()
            self._progress = None
            interrupt.forget(_wipe)
        self._total = 0

    def _show(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        # No thread redraws it: while one runs, workers cannot be forked. Rich would otherwise also send what is written
        # to standard output through its own console on standard error.
        self._progress = Progress(
            *columns,
            console=Console(stderr=True),
            transient=True,
            auto_refresh=False,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        interrupt.before_leaving(_wipe)
        self._progress.start()
        self._task = self._progress.add_task(self._what, total=self._total, completed=self._done)


def _wipe() -> None:
    """Empty the line that the display stands on, and give the cursor back; not by Rich, which may be at work on it."""
    os.write(sys.stderr.fileno(), b"\r\x1b[2K\x1b[?25h")
