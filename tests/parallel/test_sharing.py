"""Work shared among processes: all of it is done once, whatever becomes of the others."""

from __future__ import annotations

import os

import pytest

from nzn_cli.parallel.sharing import MOST, shared


@pytest.mark.parametrize("processes", [1, 2, 4])
@pytest.mark.parametrize("pieces", [0, 1, 3, MOST])
def test_every_piece_is_done(pieces: int, processes: int) -> None:
    assert shared(lambda piece: [piece, -piece], pieces, processes) == [n for p in range(pieces) for n in (p, -p)]


def test_what_a_dying_process_took_is_done_again() -> None:
    own = os.getpid()

    def work(piece: int) -> list[int]:
        if os.getpid() != own and piece % 3 == 0:
            os._exit(9)
        return [piece]

    assert shared(work, 60, 4) == list(range(60))


def test_without_processes_it_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise BlockingIOError("no more processes")

    monkeypatch.setattr(os, "fork", refuse)
    assert shared(lambda piece: [piece], 20, 3) == list(range(20))


def test_several_processes_take_part() -> None:
    def work(_: int) -> list[int]:
        deadline = os.times().elapsed + 0.01
        while os.times().elapsed < deadline:
            pass
        return [os.getpid()]

    assert len(set(shared(work, 40, 2))) == 2
