"""Pieces of a short work shared among forked processes: whoever is free takes the next one, so that nobody waits long.

Knows nothing of the work. What a process that died had taken is done again by the one that asked.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any, BinaryIO

from nzn_cli.model.records import NamedTuple

MOST = 256  # pieces: the number of one goes through a pipe as a byte

Work = Callable[[int], list[Any]]  # number of a piece -> what was found, as `marshal` takes it


class _Child(NamedTuple):
    pid: int
    pipe: BinaryIO


def shared(work: Work, pieces: int, processes: int) -> list[Any]:
    """Return what `work` finds in all pieces (at most MOST), in any order; `processes` do it, this one among them."""
    if processes < 2 or not hasattr(os, "fork"):
        return [found for piece in range(pieces) for found in work(piece)]
    try:
        claims, filled = os.pipe()
    except OSError:
        return shared(work, pieces, 1)
    os.write(filled, bytes(range(pieces)))
    os.close(filled)
    children = [child for _ in range(processes - 1) if (child := _child(work, claims))]
    done = _taken(work, claims)
    os.close(claims)
    for child in children:
        done |= _heard(child)
    return [found for piece in range(pieces) for found in (done[piece] if piece in done else work(piece))]


def _taken(work: Work, claims: int) -> dict[int, list[Any]]:
    """Take pieces as long as there are any."""
    done = {}
    while piece := os.read(claims, 1):
        done[piece[0]] = work(piece[0])
    return done


def _child(work: Work, claims: int) -> _Child | None:
    try:
        ours, theirs = os.pipe()
        pid = os.fork()
    except OSError:
        return None
    if pid:
        os.close(theirs)
        return _Child(pid, os.fdopen(ours, "rb"))
    status = 1
    try:
        import marshal

        answer = marshal.dumps(_taken(work, claims))
        with os.fdopen(theirs, "wb") as pipe:
            pipe.write(answer)
        status = 0
    finally:
        os._exit(status)


def _heard(child: _Child) -> dict[int, list[Any]]:
    import marshal

    try:
        with child.pipe:
            answer: dict[int, list[Any]] = marshal.load(child.pipe)
    except (EOFError, ValueError, TypeError):
        return {}
    finally:
        os.waitpid(child.pid, 0)
    return answer
