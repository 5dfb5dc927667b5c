"""A few hundred mutated inputs of each kind are borne; `benchmarks/fuzz.py` reads as many as one has time for."""

from __future__ import annotations

import pytest

from tests.fuzz import CHECKS, inputs


@pytest.mark.parametrize("kind", CHECKS)
def test_mutated_inputs_are_borne(kind: str) -> None:
    for one in inputs(kind, 1, 300):
        CHECKS[kind](one)


def test_inputs_are_the_same_for_the_same_seed() -> None:
    assert list(inputs("bytes", 7, 5)) == list(inputs("bytes", 7, 5)) != list(inputs("bytes", 8, 5))
