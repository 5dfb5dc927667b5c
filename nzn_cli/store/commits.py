"""Long writing in short transactions: what was done stays when the work is cut off, and readers see it grow."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

_OFTEN = 1.0  # seconds


class Commits:
    """A transaction that begins at once and is committed about once a second, between two steps of the work."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._begin()

    def _begin(self) -> None:
        self._connection.execute("BEGIN IMMEDIATE")
        self._since = time.monotonic()

    def between_steps(self) -> None:
        """Commit, and begin anew, if it is time."""
        if time.monotonic() - self._since > _OFTEN:
            self._connection.execute("COMMIT")
            self._begin()
