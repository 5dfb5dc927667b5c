"""A crew answers in order, in bounded memory, and outlives its workers."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator

import pytest

from nzn_cli.parallel.workers import Crew


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
    told = """
from nzn_cli.parallel.workers import Crew
with Crew(bytes.upper, 2) as crew:
    batches = [bytes([97 + n]) * 3_000_000 for n in range(8)]
    assert list(crew.answers(batches)) == [(batch, batch.upper()) for batch in batches]
"""
    # in a process of its own, which can be ended should each side wait for the other
    subprocess.run([sys.executable, "-c", told], check=True, timeout=120)


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
