"""The snapshot of a corpus as the last scan left it: folders of the disk, the files in them, and their signatures.

Knows how it is stored and what a signature is; how it is compared with the disk is `compare`'s business.
"""

from __future__ import annotations

import os
import time
from array import array
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from nzn_cli.model.records import NamedTuple

if TYPE_CHECKING:
    import sqlite3

# Every change of a folder's names sets its mtime and its ctime, says POSIX, and nobody can set a ctime back. Where
# files come over a network or out of a program that may not be so; only systems known to hold to it are believed.
_KEEPING = frozenset(("ext2", "ext3", "ext4", "xfs", "f2fs", "jfs", "tmpfs", "overlay"))


def keeping() -> frozenset[int]:
    """Return the devices, as `st_dev` has them, of file systems that keep the times of folders."""
    try:
        with open("/proc/self/mountinfo", encoding="utf-8", errors="replace") as file:
            return frozenset(device for line in file if (device := _device(line)) is not None)
    except (OSError, ValueError):
        return frozenset()


def _device(line: str) -> int | None:
    """Return the device of a line of mountinfo: number, parent, major:minor, …, a dash, the type of file system."""
    mounted, _, kind = line.partition(" - ")
    if kind.split(" ", 1)[0] not in _KEEPING:
        return None
    major, minor = mounted.split(" ", 3)[2].split(":")
    return os.makedev(int(major), int(minor))


WIDTH = 32  # bytes of a signature
TELLING = 32  # bytes of the identity of a folder whose times tell of every change, as its files' ctimes do
UNSURE = bytes(WIDTH)  # the signature of what must be looked at again: no file has it
RULES = -1  # `folder` of the rows that stand for ignore files; their path is absolute
# A file that changes within one tick of the clock after it was read, at the same size, has the same signature. So one
# is believed only when it was older than this when it was taken (FAT counts in steps of two seconds; clocks of a
# server and its client differ).
_TICK = 2_000_000_000


class Place(NamedTuple):
    """One folder of the disk: `names` is all that is in it (None: it cannot be listed), `files` the documents."""

    folder: int  # position in Settings.folders
    path: bytes  # relative to that folder, b"" or b"a/b/"
    identity: bytes
    names: bytes | None  # joined with NUL, as the disk gave them; empty where `identity` tells and it was not loaded
    files: bytes  # joined with NUL
    signatures: bytes  # WIDTH bytes a file
    odd: bytes  # where links are followed: what is neither file nor folder and was left out, as `odd_text` has it
    unread: str = ""  # why it, or a document in it, could not be looked at
    others: str = ""  # how many files of other kinds are in it, by their endings, as JSON; "" for none


class Clock:
    """Tells which signatures are too young to be believed; made before the first is taken."""

    def __init__(self) -> None:
        self._until = time.time_ns() - _TICK
        self._keeping: frozenset[int] | None = None

    def signature(self, size: int, mtime_ns: int, ctime_ns: int, ino: int) -> bytes:
        """Return the signature of a file, UNSURE when it is too young."""
        stamp = ctime_ns if os.name == "posix" else mtime_ns  # elsewhere ctime is the time of birth
        return packed(size, mtime_ns, ctime_ns, ino) if stamp < self._until else UNSURE

    def identity(self, status: os.stat_result, plain: bool) -> bytes:
        """Return the identity of a folder, empty when it is too young; `plain` says that no document in it is a link.

        Such a one tells of every change where the disk keeps times.
        """
        if self.signature(0, status.st_mtime_ns, status.st_ctime_ns, 1) == UNSURE:
            return b""
        if self._keeping is None:
            self._keeping = keeping()
        return folder_identity(status, plain and status.st_dev in self._keeping)


def folder_identity(status: os.stat_result, telling: bool) -> bytes:
    """Return what changes when anything comes into a folder or leaves it, or another one takes its place.

    Where it is not `telling`, the names must be looked at too.
    """
    numbers = (status.st_dev, status.st_ino, status.st_mtime_ns, status.st_ctime_ns)[: 4 if telling else 3]
    return array("Q", [number & (1 << 64) - 1 for number in numbers]).tobytes()


def packed(*numbers: int) -> bytes:
    """Return a signature as bytes."""
    try:
        return array("q", numbers).tobytes()
    except OverflowError:
        return array("Q", [number & 0xFFFFFFFFFFFFFFFF for number in numbers]).tobytes()


def status_signature(status: os.stat_result) -> bytes:
    """Return the signature of a file as it is now."""
    return packed(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


def counted(others: Mapping[str, int]) -> str:
    """Return `others` of a place from how many files have which ending."""
    import json

    return json.dumps(dict(sorted(others.items()))) if others else ""


def load(connection: sqlite3.Connection, names: bool = True) -> list[Place]:
    """Return the stored snapshot, by folder and path; without `names`, those that `compare` needs not are empty."""
    column = "names" if names else f"iif(length(identity) = {TELLING}, x'', names)"
    read = f"folder, path, identity, {column}, files, signatures, odd, unread, others"
    sql = f"SELECT {read} FROM snapshot ORDER BY folder, path"
    return [Place(*row) for row in connection.execute(sql)]


def save(connection: sqlite3.Connection, places: Iterable[Place]) -> None:
    """Store places, each in the stead of the one of its path."""
    connection.executemany("INSERT OR REPLACE INTO snapshot VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", places)


def forget(connection: sqlite3.Connection, places: Iterable[Place]) -> None:
    """Remove places that are gone."""
    connection.executemany(
        "DELETE FROM snapshot WHERE folder = ? AND path = ?", ((place.folder, place.path) for place in places)
    )


def file_names(place: Place) -> list[bytes]:
    """Return the names of the documents of a place."""
    return place.files.split(b"\0") if place.files else []
