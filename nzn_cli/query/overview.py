"""What bare `nzn` says: the corpus in a few figures, and commands to try made from that very corpus."""

from __future__ import annotations

from typing import NamedTuple


class Overview(NamedTuple):
    """The corpus in a few figures; `credited` are (name, documents), `examples` words of a command line after `nzn`."""

    folders: tuple[str, ...]
    builtin: bool
    documents: int
    undated: int
    first: str | None
    last: str | None
    credited: tuple[tuple[str, int], ...]
    examples: tuple[tuple[str, ...], ...]
