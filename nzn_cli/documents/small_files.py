"""A file of rules or settings, read whole: never waited for, and never larger than such a file may be."""

from __future__ import annotations

import errno
import os
import stat

MOST = 4_000_000  # bytes

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def small_file(path: str) -> bytes | None:
    """Return what a file holds, or None where it is none (a folder, a FIFO, a device).

    Raises OSError where it cannot be read, with EFBIG where it is larger than MOST.
    """
    descriptor = os.open(path, _FLAGS)  # a FIFO without a writer would otherwise be waited for
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            return None
        data = bytearray()
        while len(data) <= MOST and (piece := os.read(descriptor, 1 << 20)):
            data += piece
    finally:
        os.close(descriptor)
    if len(data) > MOST:
        raise OSError(errno.EFBIG, f"larger than {MOST // 1_000_000} MB")
    return bytes(data)
