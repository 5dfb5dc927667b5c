"""Work on all cores: batches go round a ring of processes, a few at a time, and their answers come back in order.

The answer is the same for every number of workers, and memory is bounded by the few batches under way. A worker whose
parent was killed ends by itself; a worker that was killed leaves its batches to the parent.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess
    from queue import SimpleQueue

Batch = TypeVar("Batch")
Answer = TypeVar("Answer")
_UNDER_WAY = 2  # batches a worker has at a time: one in work, one waiting


class Crew(Generic[Batch, Answer]):
    """Workers that run `work`; with fewer than two, this process does. Use it in a `with` statement."""

    def __init__(self, work: Callable[[Batch], Answer], jobs: int) -> None:
        self._work = work
        self._members: list[tuple[BaseProcess, Connection]] = []
        if jobs > 1:
            self._hire(jobs)

    def _hire(self, jobs: int) -> None:
        import multiprocessing
        import sys

        context: Any = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
        for _ in range(jobs):
            try:
                ours, theirs = context.Pipe()
                # a forked worker holds copies of its forerunners' pipes: open, they would hide our end from them
                others = [pipe for _, pipe in self._members] + [ours] if sys.platform == "linux" else []
                process = context.Process(target=_labour, args=(self._work, theirs, others), daemon=True)
                process.start()
            except OSError:
                break
            theirs.close()
            self._members.append((process, ours))

    def __enter__(self) -> Crew[Batch, Answer]:
        return self

    def __exit__(self, *_: object) -> None:
        for process, pipe in self._members:
            pipe.close()
            process.terminate()
        for process, _pipe in self._members:
            process.join()

    def answers(self, batches: Iterable[Batch]) -> Iterator[tuple[Batch, Answer]]:
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

    def _send(self, member: int, batch: Batch) -> None:
        with suppress(OSError):  # it is gone; `_received` will see
            self._members[member][1].send(batch)

    def _received(self, member: int, batch: Batch) -> tuple[Batch, Answer]:
        try:
            answer: Answer = self._members[member][1].recv()
        except (EOFError, OSError):
            return batch, self._work(batch)
        if isinstance(answer, _Failure):
            return batch, self._work(batch)  # raises here what it raised there
        return batch, answer


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
