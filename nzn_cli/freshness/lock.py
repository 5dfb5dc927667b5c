"""One writer at a time: a lock that the system takes back when its holder dies, waited for up to a bound."""

from __future__ import annotations

import errno
import os
import sqlite3
import time
from contextlib import suppress
from types import TracebackType

from nzn_cli.config.ownership import open_own, own_status
from nzn_cli.freshness.place import APPLICATION, is_database


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
        made = self._made()
        self._connection = sqlite3.connect(self._path, timeout=0, isolation_level=None)
        if made:
            self._mark()
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

    def _made(self) -> bool:
        """Make the file unless it is there; raises OSError where there is something that is not nzn's."""
        with suppress(FileExistsError):
            os.close(open_own(self._path, os.O_CREAT | os.O_EXCL | os.O_RDWR))
            return True
        if is_database(self._path):
            os.utime(self._path)  # so that nobody takes it for one that was left behind
            return False
        status = own_status(self._path)
        if status and not status.st_size:
            return False  # another process is making it
        raise FileExistsError(errno.EEXIST, "is not nzn's, and in the way of a lock", self._path)

    def _mark(self) -> None:
        """Say inside whose file it is; one that is empty locks as well."""
        with suppress(sqlite3.OperationalError):
            for pragma in ("page_size = 512", "synchronous = OFF", "journal_mode = MEMORY"):
                self._connection.execute(f"PRAGMA {pragma}")
            self._connection.execute(f"PRAGMA application_id = {APPLICATION}")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()
