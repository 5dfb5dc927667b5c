"""Work on all cores: the one place where processes are made.

Two ways, and both give the same answer for every number of processes. `share_out` forks for a short work whose pieces
are at hand: whoever is free takes the next. `Crew` keeps workers for a long one whose batches come one after another.
Where neither is safe, the asking process does it all: a fork in a program with threads may copy a lock that nobody
opens any more, and a worker that is spawned runs the main module of the program anew, which only ours is made for.

Must not know what the work is.
"""

from __future__ import annotations

import os
import sys
from collections import deque
from contextlib import suppress

from nzn_cli.model.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess
    from queue import SimpleQueue
    from typing import Any, BinaryIO, TypeVar

    Batch = TypeVar("Batch")

MOST_PIECES = 256  # the number of one goes through a pipe as a byte
_UNDER_WAY = 2  # batches a worker has at a time: one in work, one waiting
_KILL = 9  # SIGKILL, without the import of `signal`


def may_fork() -> bool:
    """Return whether this process can be copied: the system forks, and no other thread is running."""
    return hasattr(os, "fork") and len(sys._current_frames()) == 1


class _Child(NamedTuple):
    pid: int
    pipe: BinaryIO


def share_out(work: Callable[[int], list[Any]], pieces: int, processes: int) -> list[Any]:
    """Return what `work` finds in the pieces 0 to `pieces` - 1 (at most MOST_PIECES), in their order.

    `work` may be a closure and returns what `marshal` takes. What it raises is raised here; what a process that died
    had taken is done again here. The asking process is one of the `processes`.
    """
    if processes < 2 or pieces < 2 or not may_fork():
        return [found for piece in range(pieces) for found in work(piece)]
    try:
        claims, filled = os.pipe()
    except OSError:
        return share_out(work, pieces, 1)
    os.write(filled, bytes(range(pieces)))
    os.close(filled)
    children = [child for _ in range(min(processes, pieces) - 1) if (child := _child(work, claims))]
    try:
        done = _taken(work, claims)
        for child in children:
            done |= _received(child)
        return [found for piece in range(pieces) for found in (done[piece] if piece in done else work(piece))]
    finally:
        os.close(claims)
        for child in children:
            _end(child)


def _taken(work: Callable[[int], list[Any]], claims: int) -> dict[int, list[Any]]:
    """Take pieces as long as there are any."""
    done = {}
    while piece := os.read(claims, 1):
        done[piece[0]] = work(piece[0])
    return done


def _child(work: Callable[[int], list[Any]], claims: int) -> _Child | None:
    try:
        ours, theirs = os.pipe()
    except OSError:
        return None
    try:
        pid = os.fork()
    except OSError:
        os.close(ours)
        os.close(theirs)
        return None
    if pid:
        os.close(theirs)
        return _Child(pid, os.fdopen(ours, "rb"))
    status = 1
    try:
        import marshal
        import signal

        signal.signal(signal.SIGINT, signal.SIG_DFL)
        answer = marshal.dumps(_taken(work, claims))
        with os.fdopen(theirs, "wb") as pipe:
            pipe.write(answer)
        status = 0
    finally:
        os._exit(status)


def _received(child: _Child) -> dict[int, list[Any]]:
    import marshal

    try:
        answer: dict[int, list[Any]] = marshal.load(child.pipe)
    except (EOFError, ValueError, TypeError):
        return {}
    return answer


def _end(child: _Child) -> None:
    child.pipe.close()
    with suppress(OSError):
        os.kill(child.pid, _KILL)
        os.waitpid(child.pid, 0)


# ---- work that may hang, or take its process with it ------------------------------------------------------------


class Lost(Exception):
    """Work that did not come to its end, and why."""


def done_apart(work: Callable[[], Any], seconds: float) -> Any:
    """Return what `work` returns, which pickle takes; raises Lost where it takes longer, or ends its process.

    It is done in a copy of this process. A worker of a crew ends itself in its place: whoever waits for it does its
    batch again, here. Where no copy can be made, nothing guards it.
    """
    if _is_worker():
        return _done_or_ended(work, seconds)
    if not may_fork():
        return work()
    try:
        ours, theirs = os.pipe()
        pid = os.fork()
    except OSError:
        return work()
    if not pid:
        _work_for(theirs, work)
    os.close(theirs)
    try:
        answer = _answer(ours, seconds)
    finally:
        os.close(ours)
        with suppress(OSError):
            os.kill(pid, _KILL)
        with suppress(OSError):
            os.waitpid(pid, 0)
    if isinstance(answer, Exception):
        raise answer
    return answer


def _is_worker() -> bool:
    processes = sys.modules.get("multiprocessing")
    return processes is not None and processes.parent_process() is not None


def _done_or_ended(work: Callable[[], Any], seconds: float) -> Any:
    """Do work in a process that ends where it takes longer: the watch runs even while foreign code holds all else."""
    import faulthandler

    with open(os.devnull, "w") as nowhere:
        faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)
        try:
            return work()
        finally:
            faulthandler.cancel_dump_traceback_later()


def _work_for(pipe: int, work: Callable[[], Any]) -> None:
    status = 1
    try:
        import pickle
        import signal

        signal.signal(signal.SIGINT, signal.SIG_DFL)
        try:
            answer = work()
        except Exception as error:
            answer = error
        with os.fdopen(pipe, "wb") as out:
            pickle.dump(answer, out, pickle.HIGHEST_PROTOCOL)
        status = 0
    finally:
        os._exit(status)


def _answer(pipe: int, seconds: float) -> Any:
    import pickle
    from select import select
    from time import monotonic

    pieces: list[bytes] = []
    until = monotonic() + seconds
    while (left := until - monotonic()) > 0 and select([pipe], [], [], left)[0]:
        piece = os.read(pipe, 1 << 20)
        if not piece:
            try:
                return pickle.loads(b"".join(pieces))
            except (EOFError, pickle.UnpicklingError):
                raise Lost("ended with its process") from None
        pieces.append(piece)
    raise Lost(f"took longer than {seconds:g} seconds")


class Crew:
    """Workers that run `work` on batches, a few at a time; use it in a `with` statement.

    Memory is bounded by the few batches under way. A worker whose parent was killed ends by itself; a worker that was
    killed leaves its batches to the parent. With fewer than two `jobs`, the asking process works alone.
    """

    def __init__(self, work: Callable[[Any], Any], jobs: int) -> None:
        self._work = work
        self._members: list[tuple[BaseProcess, Connection]] = []
        if jobs > 1 and (method := _start_method()) is not None:
            self._hire(jobs, method)

    def _hire(self, jobs: int, method: str) -> None:
        import multiprocessing

        context: Any = multiprocessing.get_context(method)
        for _ in range(jobs):
            try:
                ours, theirs = context.Pipe()
                # a forked worker holds copies of its forerunners' pipes: open, they would hide our end from them
                others = [pipe for _, pipe in self._members] + [ours] if method == "fork" else []
                process = context.Process(target=_labour, args=(self._work, theirs, others), daemon=True)
                process.start()
            except OSError:
                break
            theirs.close()
            self._members.append((process, ours))

    def __enter__(self) -> Crew:
        return self

    def __exit__(self, *_: object) -> None:
        for process, pipe in self._members:
            pipe.close()
            process.terminate()
        for process, _pipe in self._members:
            process.join()

    def answers(self, batches: Iterable[Batch]) -> Iterator[tuple[Batch, Any]]:
        """Yield each batch with its answer, in order."""
        if not self._members:
            for batch in batches:
                yield batch, self._work(batch)
            return
        under_way: deque[tuple[int, Batch]] = deque()
        for number, batch in enumerate(batches):
            if len(under_way) == _UNDER_WAY * len(self._members):
                yield self._received(*under_way.popleft())
            member = number % len(self._members)
            self._send(member, batch)
            under_way.append((member, batch))
        while under_way:
            yield self._received(*under_way.popleft())

    def _send(self, member: int, batch: object) -> None:
        with suppress(OSError):  # it is gone; `_received` will see
            self._members[member][1].send(batch)

    def _received(self, member: int, batch: Batch) -> tuple[Batch, Any]:
        try:
            answer = self._members[member][1].recv()
        except (EOFError, OSError):
            return batch, self._work(batch)
        if isinstance(answer, _Failure):
            return batch, self._work(batch)  # raises here what it raised there
        return batch, answer


def _start_method() -> str | None:
    """Return how workers are started, None where they cannot be: the same on every Python, whose defaults changed."""
    if sys.platform == "linux" and may_fork():
        return "fork"
    ours = __name__.replace("parallel", "__main__")
    started = getattr(sys.modules.get("__main__"), "__spec__", None)  # by `python -m`, else by the installed command
    return "spawn" if ours in sys.modules or (started is not None and started.name == ours) else None


class _Failure:
    """What a worker sends in place of an answer when its work raised."""


_END = object()


def _take_in(pipe: Connection, waiting: SimpleQueue[Any]) -> None:
    try:
        with suppress(EOFError, OSError):
            while True:
                waiting.put(pipe.recv())
    finally:
        waiting.put(_END)


def _labour(work: Callable[[Any], Any], pipe: Connection, others: list[Connection]) -> None:
    import gc
    import signal
    from queue import SimpleQueue
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to the whole group; the parent says when to stop
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    for other in others:
        other.close()
    gc.freeze()
    gc.set_threshold(50_000, 50, 50)
    # What is sent here is taken in while there is work: were both sides to send more than a pipe holds, each would wait
    # for the other for ever.
    waiting: SimpleQueue[Any] = SimpleQueue()
    Thread(target=_take_in, args=(pipe, waiting), daemon=True).start()
    while (batch := waiting.get()) is not _END:
        try:
            answer = work(batch)
        except Exception:
            answer = _Failure()
        try:
            pipe.send(answer)
        except OSError:
            return
