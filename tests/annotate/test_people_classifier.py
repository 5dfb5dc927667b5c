"""The score of a candidate depends on its features, and on nothing else."""

from __future__ import annotations

import random

from nzn_cli.annotate.people import score_candidates


def test_the_order_of_signs_makes_no_difference() -> None:
    """Signs come out of sets, whose order changes from run to run."""
    signs, chance = sorted(score_candidates.feature_weights()), random.Random(7)
    for _ in range(300):
        some = chance.sample(signs, 12)
        assert (
            score_candidates.score_features(some)
            == score_candidates.score_features(some[::-1])
            == score_candidates.score_features(sorted(some))
        )
