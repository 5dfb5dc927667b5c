"""Pieces and batches are all done once, in order and in bounded memory, whatever becomes of processes and threads."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from select import select
from threading import Event, Thread

import pytest

from nzn_cli.parallel import MOST_PIECES, Crew, Lost, done_apart, may_fork, share_out
from tests.waiting import GIVEN_UP


def double(number: int) -> int:
    return 2 * number


def fail(number: int) -> int:
    return 1 // (number - 3)


@pytest.mark.parametrize("jobs", [1, 3])
def test_answers_come_in_order(jobs: int) -> None:
    with Crew(double, jobs) as crew:
        assert list(crew.answers(range(50))) == [(number, 2 * number) for number in range(50)]


def test_no_more_batches_are_taken_than_are_under_way() -> None:
    taken = 0

    def batches() -> Iterator[int]:
        nonlocal taken
        for number in range(40):
            taken += 1
            yield number

    with Crew(double, 2) as crew:
        for done, _ in enumerate(crew.answers(batches()), 1):
            assert taken <= done + 4


def test_batches_and_answers_may_be_larger_than_what_a_pipe_holds() -> None:
    program = """
from nzn_cli.parallel import Crew
with Crew(bytes.upper, 2) as crew:
    batches = [bytes([97 + n]) * 3_000_000 for n in range(8)]
    assert list(crew.answers(batches)) == [(batch, batch.upper()) for batch in batches]
"""
    # in a process of its own, which can be ended should each side wait for the other
    subprocess.run([sys.executable, "-c", program], check=True, timeout=120)


def test_what_a_worker_raises_is_raised_here() -> None:
    with Crew(fail, 2) as crew, pytest.raises(ZeroDivisionError):
        list(crew.answers(range(8)))


def test_a_worker_that_is_killed_leaves_its_work_to_us() -> None:
    with Crew(double, 2) as crew:
        answers = crew.answers(range(30))
        assert next(answers) == (0, 0)
        pid = crew._members[1][0].pid
        assert pid
        os.kill(pid, signal.SIGKILL)
        assert [answer for _, answer in answers] == [2 * number for number in range(1, 30)]


@pytest.mark.parametrize("processes", [1, 2, 4])
@pytest.mark.parametrize("pieces", [0, 1, 3, MOST_PIECES])
def test_every_piece_is_done(pieces: int, processes: int) -> None:
    assert share_out(lambda piece: [piece, -piece], pieces, processes) == [n for p in range(pieces) for n in (p, -p)]


def test_what_a_dying_process_took_is_done_again() -> None:
    own = os.getpid()
    died, dying = os.pipe()
    waiting = [died]

    def work(piece: int) -> list[int]:
        if os.getpid() != own and piece % 3 == 0:
            os.write(dying, b"!")
            os._exit(9)
        if os.getpid() == own and waiting:
            assert select([waiting.pop()], [], [], GIVEN_UP)[0]
        return [piece]

    assert share_out(work, 60, 4) == list(range(60))
    os.close(died)
    os.close(dying)


def test_without_processes_it_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise BlockingIOError("no more processes")

    monkeypatch.setattr(os, "fork", refuse)
    assert share_out(lambda piece: [piece], 20, 3) == list(range(20))


def test_several_processes_take_part() -> None:
    together = multiprocessing.get_context("fork").Barrier(2)
    met: list[bool] = []  # every process has its own

    def work(_: int) -> list[int]:
        if not met:
            together.wait(GIVEN_UP)
            met.append(True)
        return [os.getpid()]

    assert len(set(share_out(work, 40, 2))) == 2


@pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing is forked here")
def test_a_program_with_threads_is_never_forked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A forked copy would hold for ever whatever lock the other thread had at that moment."""
    monkeypatch.setattr("nzn_cli.parallel.may_fork", may_fork)  # as it is, and not as `conftest` has it
    done = Event()
    thread = Thread(target=done.wait)
    thread.start()
    try:
        assert not may_fork()
        assert set(share_out(lambda piece: [os.getpid()], 9, 3)) == {os.getpid()}
        with Crew(double, 2) as crew:
            assert list(crew.answers(range(5))) == [(number, 2 * number) for number in range(5)]
    finally:
        done.set()
        thread.join()


def test_a_program_of_somebody_else_is_not_run_anew_by_its_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where workers are spawned, they run the main module first: a script without a guard would call us again."""
    monkeypatch.setattr("nzn_cli.parallel.may_fork", lambda: False)
    monkeypatch.delitem(sys.modules, "nzn_cli.__main__", raising=False)
    with Crew(double, 2) as crew:
        assert crew._members == []
    monkeypatch.setitem(sys.modules, "nzn_cli.__main__", sys)
    with Crew(double, 2) as crew:
        assert len(crew._members) == 2
        assert list(crew.answers(range(5))) == [(number, 2 * number) for number in range(5)]


def test_a_program_of_one_thread_is_forked() -> None:
    program = "from nzn_cli.parallel import may_fork; import os; assert may_fork() == hasattr(os, 'fork')"
    subprocess.run([sys.executable, "-c", program], check=True)


# ---- work apart -----------------------------------------------------------------------------------------------------


def end_me() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize(
    ("work", "reason"), [(signal.pause, "took longer than 0.05 seconds"), (end_me, "ended with its process")]
)
def test_work_that_never_comes_to_its_end_is_lost(work: Callable[[], None], reason: str) -> None:
    with pytest.raises(Lost, match=reason):
        done_apart(work, 0.05 if work is signal.pause else GIVEN_UP)


def test_work_apart_gives_what_it_returns_and_raises() -> None:
    assert done_apart(partial(bytes, 3_000_000), GIVEN_UP) == bytes(3_000_000)
    with pytest.raises(ZeroDivisionError):
        done_apart(partial(fail, 3), GIVEN_UP)


def pause_or_double(number: int) -> int:
    """Hang in a worker on one number, be lost apart, and double all others."""
    if number != 3:
        return 2 * number
    try:
        return int(done_apart(signal.pause, 0.05) or 0)
    except Lost:
        return -1


def test_a_worker_that_hangs_leaves_its_batch_to_who_waits() -> None:
    with Crew(pause_or_double, 2) as crew:
        assert [answer for _, answer in crew.answers(range(6))] == [0, 2, 4, -1, 8, 10]
