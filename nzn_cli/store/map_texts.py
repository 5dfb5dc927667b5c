"""Bodies of many documents, fetched fast, and one piece of work done on each of them, on all cores."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from nzn_cli.parallel import MOST_PIECES, share_out
from nzn_cli.store.connect import opened

_SHARE = 256  # documents a process takes at a time
_WORTH = 3_000_000  # bytes of text below which a fork costs more than it brings


def texts(connection: sqlite3.Connection, docs: Sequence[int] | None = None) -> Iterator[tuple[int, bytes, str | None]]:
    """Yield (doc, UTF-8 text, edits) of `docs`, all when None, in ascending order."""
    if docs is None:
        yield from connection.execute("SELECT doc, CAST(text AS BLOB), edits FROM body ORDER BY doc")
        return
    for first, last, wanted in _ranges(docs):
        for row in connection.execute(
            "SELECT doc, CAST(text AS BLOB), edits FROM body WHERE doc BETWEEN ? AND ?", (first, last)
        ):
            if row[0] in wanted:
                yield row


def _ranges(docs: Sequence[int]) -> Iterator[tuple[int, int, set[int]]]:
    """Cut `docs` where a gap is wide enough that two reads cost less than one."""
    run: list[int] = []
    for doc in sorted(docs):
        if run and (doc - run[-1] > 4 or len(run) >= _SHARE):
            yield run[0], run[-1], set(run)
            run = []
        run.append(doc)
    if run:
        yield run[0], run[-1], set(run)


def map_texts(
    connection: sqlite3.Connection,
    work: Callable[[bytes, str | None], Any],
    docs: Sequence[int] | None,
    path: str | None,
    processes: int,
) -> dict[int, Any]:
    """Return doc -> `work(text, edits)` for `docs` (all when None), without those where it is None or empty or zero.

    `work` gives what `marshal` takes. `path` is the index that other processes open; None when only this one can.
    """
    docs = (
        sorted(docs) if docs is not None else [doc for (doc,) in connection.execute("SELECT doc FROM body ORDER BY 1")]
    )
    if path is None or processes < 2 or _bytes(connection, docs) < _WORTH:
        return {doc: result for doc, text, edits in texts(connection, docs) if (result := work(text, edits))}
    share = max(_SHARE, -(-len(docs) // MOST_PIECES))
    connections = {os.getpid(): connection}  # a connection is of the process that opened it

    def piece_done(piece: int) -> list[tuple[int, Any]]:
        process = os.getpid()
        if process not in connections:
            connections[process] = opened(path)
        part = docs[piece * share : (piece + 1) * share]
        return [
            (doc, result) for doc, text, edits in texts(connections[process], part) if (result := work(text, edits))
        ]

    return dict(share_out(piece_done, -(-len(docs) // share), processes))


def _bytes(connection: sqlite3.Connection, docs: Sequence[int]) -> int:
    """About how long the texts are, from the first of them."""
    sample = [len(text) for _, text, _ in texts(connection, docs[:: max(1, len(docs) // 16)][:16])]
    return sum(sample) * len(docs) // max(1, len(sample))
