"""A sweep that begins before anybody asks: beside us, while the command line is still being read.

A run of nzn loads for longer than a sweep takes. What was begun is believed only of the very file that is opened
afterwards, as it was then; whatever goes wrong, nothing is heard and the sweep is made as if nothing had begun.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from nzn_cli.freshness import place as files
from nzn_cli.freshness import snapshot
from nzn_cli.freshness.compare import Changes, changes
from nzn_cli.model.records import NamedTuple
from nzn_cli.model.settings import Folder, Settings
from nzn_cli.store.connect import opened, processes

if TYPE_CHECKING:
    from typing import BinaryIO

_WORTH = 48_000_000  # bytes of an index below which a process of its own costs more than the sweep

_NOTICED, _OVER = b"!", b"."  # what is told before what was found
_ALONE = 30_000  # files that one process has looked at by the time that the parser is loaded


class _Begun(NamedTuple):
    path: str
    state: str
    folder: Folder
    pid: int
    pipe: BinaryIO


_begun: list[_Begun] = []
_found: dict[tuple[str, str], Changes] = {}  # what was heard, until it is used


def swept(connection: sqlite3.Connection, settings: Settings, noticed: Callable[[], object] | None = None) -> Changes:
    """Return what differs between the listing of an open index and the disk.

    Beside a process that is busy and wants to hear what is `noticed`, a short sweep leaves it a core of its own.
    """
    places = snapshot.load(connection, names=False)
    alone = noticed is not None and sum(len(place.signatures) for place in places) < _ALONE * snapshot.WIDTH
    roots = [folder.path for folder in settings.folders]
    return changes(places, roots, 1 if alone else processes(settings), noticed)


def begin(settings: Settings) -> None:
    """Begin a sweep of the index of `settings.folders` where that is worth it; what it finds is `heard`."""
    if not settings.use_index or not hasattr(os, "fork") or processes(settings) < 2:
        return
    with suppress(OSError):
        index = files.place(settings)
        if os.stat(index.path).st_size < _WORTH or not files.is_whole(index):
            return
        state = files.state(index)
        ours, theirs = os.pipe()
        pid = os.fork()
        if not pid:
            _work(index.path, settings, theirs)
        os.close(theirs)
        _begun.append(_Begun(index.path, state, settings.folders[0], pid, os.fdopen(ours, "rb")))


def is_begun(path: str, state: str) -> bool:
    """Return whether a sweep of this index in this state is under way."""
    return any((begun.path, begun.state) == (path, state) for begun in _begun)


def is_over() -> bool:
    """Return whether there is nothing to wait for."""
    import select

    pipes = [begun.pipe for begun in _begun]
    return len(select.select(pipes, (), (), 0)[0]) == len(pipes)


def heard(path: str, state: str) -> Changes | None:
    """Return what was found by the sweep that was begun, None where none was of this index in this state.

    Waits for it. It is told once, as long as nothing changed; a change is told until the index was seen to.
    """
    while _begun:
        begun = _begun.pop()
        told = _told(begun)
        if told is not None:
            _found[begun.path, begun.state] = told
    found = _found.get((path, state))
    if not found:
        _found.clear()
    return found


def _told(begun: _Begun) -> Changes | None:
    import marshal

    try:
        with begun.pipe:
            while begun.pipe.read(1) == _NOTICED:
                _make_ready(begun.folder)
            found: tuple[Any, ...] = marshal.load(begun.pipe)
    except (EOFError, ValueError, TypeError):
        return None
    finally:
        with suppress(ChildProcessError):
            os.waitpid(begun.pid, 0)
    return Changes(*found)


def _make_ready(folder: Folder) -> None:
    """Load what is needed to read documents while the sweep goes on: something will have to be read."""
    from nzn_cli.freshness import update as update
    from nzn_cli.normalise.from_bytes import document_from_bytes

    document_from_bytes("ready.md", b"---\ntitle: Ready\n---\nReady on 1 May 2020.\n", folder)


def _work(path: str, settings: Settings, pipe: int) -> None:
    """Sweep and tell, in a process that ends here; it holds no stream of ours, so that nobody waits for its end."""
    status = 1
    try:
        import marshal

        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nowhere, stream)
        found = marshal.dumps(tuple(swept(opened(path), settings, lambda: os.write(pipe, _NOTICED))))
        with os.fdopen(pipe, "wb") as file:
            file.write(_OVER + found)
        status = 0
    finally:
        os._exit(status)
