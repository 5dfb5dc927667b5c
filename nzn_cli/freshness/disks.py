"""Which disks keep the times of a folder: there, a folder whose times stand still holds the names that it held.

Every change of a folder's names sets its mtime and its ctime, says POSIX, and nobody can set a ctime back. Where files
come over a network or out of a program that may not be so; only file systems known to hold to it are believed.
"""

from __future__ import annotations

import os

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
