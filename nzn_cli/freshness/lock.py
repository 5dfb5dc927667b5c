"""One writer at a time: a lock that the system takes back when its holder dies, waited for up to a bound."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import suppress
from types import TracebackType


class Busy(OSError):
    """Another process held the lock for as long as we were willing to wait."""


class Lock:
    """A lock on a file of its own, held within a `with` statement. Raises OSError (Busy among them) or sqlite3.Error.

    It is SQLite's own lock on an empty database: the same on every system, and good on network folders where any is.
    """

    def __init__(self, path: str, patience: float) -> None:
        self._path = path
        self._patience = patience

    def __enter__(self) -> Lock:
        with suppress(FileNotFoundError):
            if os.stat(self._path).st_size:  # junk: a lock is never written to
                os.unlink(self._path)
        os.close(os.open(self._path, os.O_CREAT | os.O_RDWR, 0o600))
        self._connection = sqlite3.connect(self._path, timeout=0, isolation_level=None)
        until = time.monotonic() + self._patience
        while True:
            try:
                self._connection.execute("BEGIN EXCLUSIVE")
                return self
            except sqlite3.OperationalError as error:
                if "locked" not in str(error) or time.monotonic() > until:
                    self._connection.close()
                    raise Busy(self._path) from None
                time.sleep(0.02)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()
