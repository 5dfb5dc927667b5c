"""Measures of words: how evenly one is spread, what goes with what, what one text has more of. Pure arithmetic.

Sources: Dunning 1993 (G²), Church and Hanks 1990 (MI), Church et al. 1991 (t), Rychlý 2008 (logDice), Gries 2008 (DP),
Rayson and Garside 2000 (keyness of two cells), Hardie 2014 (log ratio).
"""

from __future__ import annotations

from collections.abc import Iterable
from math import log, log2, sqrt

_NONE = 0.5  # what stands for a frequency of 0 where a ratio is taken


def keyness(frequency: int, other: int, words: int, other_words: int) -> float:
    """Return G² of two cells: a word's frequency in each of two corpora of so many words."""
    both, all_words = frequency + other, words + other_words
    cells = ((frequency, words * both / all_words), (other, other_words * both / all_words))
    return 2 * sum(seen * log(seen / expected) for seen, expected in cells if seen)


def log_ratio(frequency: int, other: int, words: int, other_words: int) -> float:
    """Return the binary logarithm of the ratio of relative frequencies; none at all counts as half of one."""
    return log2((frequency or _NONE) / words / ((other or _NONE) / other_words))


def log_likelihood(joint: int, first: int, second: int, words: int) -> float:
    """Return G² of the four cells of two words of `first` and `second` occurrences, `joint` of them together."""
    rows = ((joint, second - joint), (first - joint, words - first - second + joint))
    total = sum(map(sum, rows))
    found = 0.0
    for row in range(2):
        for column in range(2):
            seen = rows[row][column]
            expected = sum(rows[row]) * (rows[0][column] + rows[1][column]) / total
            found += seen * log(seen / expected) if seen > 0 and expected > 0 else 0.0
    return 2 * found


def mutual_information(joint: int, first: int, second: int, words: int) -> float:
    """Return MI: the binary logarithm of joint occurrences to those expected by chance."""
    return log2(joint * words / (first * second))


def t_score(joint: int, first: int, second: int, words: int) -> float:
    """Return t: joint occurrences above those expected by chance, in standard deviations of the joint."""
    return (joint - first * second / words) / sqrt(joint)


def log_dice(joint: int, first: int, second: int) -> float:
    """Return logDice: 14 for two words that never stand apart, one less for each halving."""
    return 14 + log2(2 * joint / (first + second))


def dispersion(parts: Iterable[tuple[int, int]], frequency: int, words: int) -> float:
    """Return DP, 0 where a word is spread as the text is, towards 1 where it stands in one small part.

    `parts` are those that have the word: its frequency there, and their length, of `words` in all.
    """
    apart, reached = 0.0, 0
    for seen, length in parts:
        apart += abs(seen / frequency - length / words)
        reached += length
    return (apart + (words - reached) / words) / 2
