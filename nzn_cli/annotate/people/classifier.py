"""Is a candidate a person? Adds the weights of its signs; knows neither words nor documents."""

from __future__ import annotations

import functools
import math
import os
from collections.abc import Iterable

FILE = os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(__file__))), "lexicons", "people-weights.txt")


@functools.cache
def weights() -> dict[str, float]:
    """Return the weight of each sign, read once."""
    found = {}
    with open(FILE, encoding="utf-8") as file:
        for line in file:
            if not line.startswith("#"):
                sign, _, weight = line.rstrip("\n").rpartition("\t")
                found[sign] = float(weight)
    return found


def score(signs: Iterable[str]) -> float:
    """Return how sure it is, from 0 to 1, that a candidate with these signs is a person."""
    known = weights()
    total = math.fsum([known.get(sign, 0.0) for sign in signs])  # the same in whatever order
    return 1 / (1 + math.exp(-total)) if -50 < total < 50 else float(total > 0)
