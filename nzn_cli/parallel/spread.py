"""One piece of work done on many texts, on all cores: processes are forked from the one that asks, and gone after.

Knows how to fetch bodies fast; what is looked for in them is the caller's. Falls back to doing the work itself.
"""

from __future__ import annotations

import marshal
import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from typing import Any

Work = Callable[[bytes], Any]
Reopen = Callable[[], sqlite3.Connection]
_SHARE = 256  # documents a process takes at a time
_WORTH = 3_000_000  # bytes of text below which a fork costs more than it brings


def texts(connection: sqlite3.Connection, docs: Sequence[int] | None = None) -> Iterator[tuple[int, bytes]]:
    """Yield (doc, UTF-8 body) of `docs`, all when None, in ascending order."""
    if docs is None:
        yield from connection.execute("SELECT doc, CAST(text AS BLOB) FROM body ORDER BY doc")
        return
    for first, last, wanted in _ranges(docs):
        for row in connection.execute(
            "SELECT doc, CAST(text AS BLOB) FROM body WHERE doc BETWEEN ? AND ?", (first, last)
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


def spread(
    connection: sqlite3.Connection, work: Work, docs: Sequence[int] | None, reopen: Reopen | None, processes: int
) -> dict[int, Any]:
    """Return doc -> `work(body)` for `docs` (all when None), without those where it is None or empty or zero.

    `work` gives what `marshal` takes. `reopen` connects a process anew; None when only this one can read.
    """
    docs = (
        sorted(docs) if docs is not None else [doc for (doc,) in connection.execute("SELECT doc FROM body ORDER BY 1")]
    )
    if reopen is None or processes < 2 or not hasattr(os, "fork") or len(docs) < 2 or _bytes(connection, docs) < _WORTH:
        return _done(connection, work, docs)
    return _forked(connection, work, docs, reopen, processes)


def _bytes(connection: sqlite3.Connection, docs: Sequence[int]) -> int:
    """About how long the texts are, from the first of them."""
    sample = [len(text) for _, text in texts(connection, docs[:: max(1, len(docs) // 16)][:16])]
    return sum(sample) * len(docs) // max(1, len(sample))


def _done(connection: sqlite3.Connection, work: Work, docs: Sequence[int]) -> dict[int, Any]:
    return {doc: result for doc, text in texts(connection, docs) if (result := work(text))}


def _forked(
    connection: sqlite3.Connection, work: Work, docs: Sequence[int], reopen: Reopen, processes: int
) -> dict[int, Any]:
    shares = [[doc for at in range(k * _SHARE, len(docs), processes * _SHARE) for doc in docs[at : at + _SHARE]]
              for k in range(processes)]  # fmt: skip
    children = [_child(work, share, reopen) for share in shares[1:] if share]
    try:
        found = _done(connection, work, shares[0])
        for (_, pipe), share in zip(children, shares[1:], strict=False):
            answer = _heard(pipe)
            # a child that failed leaves its share to us, and we raise what it met
            found.update(_done(connection, work, share) if answer is None else answer)
        return found
    finally:
        for pid, pipe in children:
            pipe.close()
            _end(pid)


def _child(work: Work, share: Sequence[int], reopen: Reopen) -> tuple[int, Any]:
    ours, theirs = os.pipe()
    pid = os.fork()
    if pid:
        os.close(theirs)
        return pid, os.fdopen(ours, "rb")
    status = 1
    try:
        import signal

        signal.signal(signal.SIGINT, signal.SIG_DFL)
        answer = marshal.dumps(_done(reopen(), work, share))
        with os.fdopen(theirs, "wb") as pipe:
            pipe.write(answer)
        status = 0
    finally:
        os._exit(status)


def _heard(pipe: Any) -> dict[int, Any] | None:
    try:
        answer: dict[int, Any] = marshal.load(pipe)
    except (EOFError, ValueError, TypeError):
        return None
    return answer


def _end(pid: int) -> None:
    import signal

    try:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
    except OSError:
        pass
