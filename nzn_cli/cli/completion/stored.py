"""What is stored of a folder, for TAB: finds the index by a plate that says where it is, and only reads.

Where an index is depends on settings, rules and the code itself; working that out costs more than all else of a TAB.
So it is written down, once for each state of the cache folder, and believed as long as that folder did not change.
"""

from __future__ import annotations

import os

from nzn_cli.config.folders import PLATES, asked, cache_dir

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any


class Stored:
    """The index of the folders in use as it lies there; `find` works out where, at length."""

    def __init__(self, environ: Mapping[str, str], cwd: str, find: Callable[[list[str]], str | None]) -> None:
        self._environ = environ
        self._cwd = cwd
        self._find = find

    def rows(self, dirs: list[str], sql: str, parameters: tuple[str, ...] = ()) -> list[tuple[Any, ...]]:
        """Return the rows that `sql` gives; none where nothing is stored."""
        path = self._path([os.path.expanduser(name) for name in dirs])
        if path is None:
            return []
        try:  # sqlite3 without what it loads for dates
            from _sqlite3 import connect
        except ImportError:
            from sqlite3 import connect

        address = path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
        connection = connect(f"file:{address}?mode=ro", uri=True, timeout=0.2)
        try:
            return connection.execute(sql, parameters).fetchall()
        finally:
            connection.close()

    def _path(self, dirs: list[str]) -> str | None:
        names, _ = asked(dirs, self._environ, self._cwd)
        key = "\0".join(os.path.abspath(os.path.join(self._cwd, name)) for name in names)
        cache = cache_dir(self._environ)
        plate = os.path.join(cache, PLATES, _name(key))
        try:
            with open(plate, encoding="utf-8", errors="surrogateescape") as file:
                known, when, path = file.read().split("\n")
            if known == key and when == str(os.stat(cache).st_mtime_ns):
                return path
        except (OSError, ValueError):
            pass
        found = self._find(dirs)
        if found is not None and "\n" not in key + found:
            _write(plate, key, cache, found)
        return found


def _name(key: str) -> str:
    """Return a file name for the plate; two keys may share it, the plate itself says whose it is."""
    return key.replace(os.sep, "-").replace("\0", "-")[-60:].encode("ascii", "replace").decode().replace("?", "_")


def _write(plate: str, key: str, cache: str, path: str) -> None:
    try:
        os.makedirs(os.path.dirname(plate), mode=0o700, exist_ok=True)
        when = os.stat(cache).st_mtime_ns
        descriptor = os.open(plate, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)  # it names folders of the user's
        with open(descriptor, "w", encoding="utf-8", errors="surrogateescape") as file:
            file.write(f"{key}\n{when}\n{path}")
    except OSError:
        pass  # then the next TAB takes as long
