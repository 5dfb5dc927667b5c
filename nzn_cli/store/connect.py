"""The index as it is stored, opened to be asked: without a look at the folders, and without what sweeps and builds."""

from __future__ import annotations

import os
import sqlite3

from nzn_cli.model.settings import Settings
from nzn_cli.store import schema

_MOST = 8  # each worker holds some tens of megabytes
_PRAGMAS = ("PRAGMA mmap_size = 2000000000", "PRAGMA cache_size = -16000", "PRAGMA cell_size_check = ON")


def opened(path: str, pragmas: tuple[str, ...] = _PRAGMAS) -> sqlite3.Connection:
    """Return an open index with the tables of one, by default to be asked and not written; raises sqlite3.Error."""
    connection = connected(path, ("PRAGMA trusted_schema = OFF", *pragmas))
    try:
        if not schema.is_expected(connection):
            raise sqlite3.DatabaseError("malformed: not the tables of an index")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def connected(path: str, pragmas: tuple[str, ...]) -> sqlite3.Connection:
    """Return a connection that `pragmas` were put to; raises sqlite3.Error."""
    connection = sqlite3.connect(path, timeout=5.0, isolation_level=None, cached_statements=200)
    try:
        for pragma in pragmas:
            connection.execute(pragma)
    except sqlite3.Error:
        connection.close()
        raise
    except UnicodeDecodeError as error:  # SQLite names what is damaged, and that is no text any more
        connection.close()
        raise sqlite3.DatabaseError("malformed") from error
    return connection


def processes(settings: Settings) -> int:
    """Return how many processes may work for us: as many as were asked for, else one a core within reason."""
    if settings.jobs > 0:
        return settings.jobs
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores, _MOST)
