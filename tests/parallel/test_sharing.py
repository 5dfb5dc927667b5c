"""Work shared among processes: all of it is done once, whatever becomes of the others."""

from __future__ import annotations

import multiprocessing
import os
from select import select

import pytest

from nzn_cli.parallel.sharing import MOST, shared
from tests.waiting import GIVEN_UP


@pytest.mark.parametrize("processes", [1, 2, 4])
@pytest.mark.parametrize("pieces", [0, 1, 3, MOST])
def test_every_piece_is_done(pieces: int, processes: int) -> None:
    assert shared(lambda piece: [piece, -piece], pieces, processes) == [n for p in range(pieces) for n in (p, -p)]


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

    assert shared(work, 60, 4) == list(range(60))
    os.close(died)
    os.close(dying)


def test_without_processes_it_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise BlockingIOError("no more processes")

    monkeypatch.setattr(os, "fork", refuse)
    assert shared(lambda piece: [piece], 20, 3) == list(range(20))


def test_several_processes_take_part() -> None:
    together = multiprocessing.get_context("fork").Barrier(2)
    met: list[bool] = []  # every process has its own

    def work(_: int) -> list[int]:
        if not met:
            together.wait(GIVEN_UP)
            met.append(True)
        return [os.getpid()]

    assert len(set(shared(work, 40, 2))) == 2
