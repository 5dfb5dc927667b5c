"""Which code filled an index: a text that changes whenever the code that reads or extracts does.

Made of the sources' names, sizes and times, so that no import is needed to ask and no version number can be forgotten.
"""

from __future__ import annotations

import os
import sys

from nzn_cli.store.digest import digest

PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
READING = ("documents", "normalise", "names", "text", "lexicons", "store", "freshness", "search", "model")


def fingerprint(parts: tuple[str, ...]) -> str:
    """Return what tells this state of some rooms or files of the package from any other."""
    sources = [f"{path} {size} {time}" for part in parts for path, size, time in _sources(os.path.join(PACKAGE, part))]
    return digest("\n".join([f"{sys.version_info[:2]}", *sorted(sources)]).encode())


def content_fingerprint(parts: tuple[str, ...]) -> str:
    """Return the same of what the sources hold, which is equal on every machine; it takes some milliseconds."""
    found = []
    for path, _, _ in sorted(source for part in parts for source in _sources(os.path.join(PACKAGE, part))):
        with open(path, "rb") as file:
            found.append(f"{os.path.relpath(path, PACKAGE)} {digest(file.read())}")
    return digest("\n".join([f"{sys.version_info[:2]}", *found]).encode())


def _sources(path: str) -> list[tuple[str, int, int]]:
    try:
        with os.scandir(path) as entries:
            inside = [(entry, entry.stat()) for entry in entries if entry.name != "__pycache__"]
    except NotADirectoryError:
        status = os.stat(path)
        return [(path, status.st_size, status.st_mtime_ns)]
    except OSError:
        return []  # packed into an archive: the version in its name must do
    found = []
    for entry, status in inside:
        if entry.is_dir():
            found += _sources(entry.path)
        elif not entry.name.endswith((".pyc", "~", ".swp")):
            found.append((entry.path, status.st_size, status.st_mtime_ns))
    return found
