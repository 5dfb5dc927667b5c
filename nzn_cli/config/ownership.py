"""What is the user's own: a folder that nobody else may write to, and plain files. Follows no link, waits for no pipe.

What lies in the cache answers in place of the documents, so it is believed only where both are so.
"""

from __future__ import annotations

import errno
import os
import stat

_PLAIN = sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY"))
_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0)


def is_own_folder(path: str) -> bool:
    """Return whether `path` is a folder of the user's that nobody else may write to; who may, may plant files."""
    if os.name != "posix":
        return os.path.isdir(path)
    try:
        descriptor = os.open(path, _FOLDER)
    except OSError:
        return False
    try:
        status = os.fstat(descriptor)
    finally:
        os.close(descriptor)
    return stat.S_ISDIR(status.st_mode) and _is_users(status) and not status.st_mode & 0o022


def own_status(path: str) -> os.stat_result | None:
    """Return the status of a plain file of the user's, None where there is anything else or nothing.

    For files that SQLite may have open, in a folder that `is_own_folder`: to open and close one would take SQLite's
    locks away, and in such a folder nobody can change what a name means.
    """
    try:
        status = os.lstat(path)
    except OSError:
        return None
    return status if _is_own_file(status) else None


def open_own(path: str, flags: int) -> int:
    """Return a descriptor of a plain file of the user's, made with O_CREAT for the user alone.

    Raises OSError for anything else. O_TRUNC would come before the look: truncate what was opened.
    """
    descriptor = os.open(path, flags | _PLAIN, 0o600)
    if _is_own_file(os.fstat(descriptor)):
        return descriptor
    os.close(descriptor)
    raise PermissionError(errno.EPERM, "no file of yours", path)


def beginning(path: str, size: int) -> bytes:
    """Return the first `size` bytes of a plain file of the user's, nothing where it cannot be read."""
    try:
        descriptor = open_own(path, os.O_RDONLY)
        with os.fdopen(descriptor, "rb") as file:
            return file.read(size)
    except OSError:
        return b""


def _is_own_file(status: os.stat_result) -> bool:
    return stat.S_ISREG(status.st_mode) and _is_users(status)


def _is_users(status: os.stat_result) -> bool:
    return os.name != "posix" or status.st_uid == os.geteuid()
