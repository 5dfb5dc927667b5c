"""The verdict on a candidate depends on its signs, and on nothing else."""

from __future__ import annotations

import random

from nzn_cli.extract.people import verdict


def test_the_order_of_signs_makes_no_difference() -> None:
    """Signs come out of sets, whose order changes from run to run."""
    signs, chance = sorted(verdict.weights()), random.Random(7)
    for _ in range(300):
        some = chance.sample(signs, 12)
        assert verdict.score(some) == verdict.score(some[::-1]) == verdict.score(sorted(some))
