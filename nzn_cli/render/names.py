"""Bare ids and paths, one a line (or NUL-ended), for the next command of a pipe."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any


def ids(records: Iterable[Any], end: str = "\n") -> Iterator[str]:
    """Yield the id of each record, each id once."""
    return _once((record.id for record in records), end)


def paths(records: Iterable[Any], end: str = "\n") -> Iterator[str]:
    """Yield the path of each record, each path once; undecodable bytes stay surrogates, so that they come out raw."""
    return _once((record.path for record in records), end)


def _once(names: Iterable[str], end: str) -> Iterator[str]:
    seen: set[str] = set()
    for name in names:
        if name not in seen:
            seen.add(name)
            yield name + end
