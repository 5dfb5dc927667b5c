"""A regular expression as Python itself parses it: what `re` keeps to itself and may rename or take away.

Whoever reads it must be right without it: `parsed` gives None then, and an operation unknown here equals none that is.
"""

from __future__ import annotations

import re
from importlib import import_module
from typing import Any, NamedTuple


class Parsed(NamedTuple):
    """An expression as (operation, value) pairs, and the flags that hold, those written into it among them."""

    items: list[tuple[Any, Any]]
    flags: int


class _Operations:
    """The operations of parsed expressions by their names in `re`; one that this Python lacks is its bare name."""

    def __getattr__(self, name: str) -> Any:
        try:
            found = getattr(import_module("re._constants"), name)
        except (ImportError, AttributeError):
            found = name
        setattr(self, name, found)
        return found


op = _Operations()


def parsed(pattern: str, flags: int = 0) -> Parsed | None:
    """Return the parsed expression; None for none, one too large, or where this Python does not show it."""
    try:
        found = import_module("re._parser").parse(pattern, flags)
        return Parsed(list(found), found.state.flags)
    except (ImportError, AttributeError, re.error, RecursionError, OverflowError):
        return None
