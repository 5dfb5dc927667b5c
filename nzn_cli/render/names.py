"""Bare ids and paths, one a line (or NUL-ended), for the next command of a pipe."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from typing import Any

from nzn_cli.model.file_formats import INSIDE


def ids(records: Iterable[Any], end: str = "\n") -> Iterator[str]:
    """Yield the id of each record, each id once."""
    return _once((record.id for record in records), end)


def paths(records: Iterable[Any], end: str = "\n") -> Iterator[str]:
    """Yield the path of each record, each path once; undecodable bytes stay surrogates, so that they come out raw.

    What takes paths opens files: of a member of a container it is given the container's.
    """
    return _once((_file(record.path) for record in records), end)


def _file(path: str) -> str:
    found = re.search(INSIDE, path) if "/" in path else None
    return path[: found.end() - 1] if found and not os.path.isdir(path[: found.end()]) else path


def _once(names: Iterable[str], end: str) -> Iterator[str]:
    seen: set[str] = set()
    for name in names:
        if name is not None and name not in seen:  # what stands in no document has none
            seen.add(name)
            yield name + end
