"""What a user types, matched with names: whole words in any order, and what is near when nothing matches."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nzn_cli.names.name_matching import matches, name_words, nearest

NAMES = ["Ngaio Peterson", "Tom O'Leary", "Hōne Tūrei-Smith", "Lord Wexford", "Peter Duncan"]


@pytest.mark.parametrize(
    ("query", "name", "found"),
    [
        ("peterson", "Rt Hon Ngaio Peterson", True),
        ("peterson ngaio", "Ngaio Peterson", True),
        ("Hon Ngaio Peterson", "Ngaio Peterson", True),
        ("Peterson, Ngaio", "Ngaio Peterson", True),
        ("Peter", "Ngaio Peterson", False),
        ("ngaio duncan", "Ngaio Peterson", False),
        ("oleary", "Tom O’Leary", True),
        ("o'leary", "Tom O’Leary", True),
        ("O’LEARY", "Tom O'Leary", True),
        ("turei", "Hōne Tūrei-Smith", True),
        ("Turei-Smith", "Hōne Tūrei-Smith", True),
        ("smith", "Hōne Tūrei-Smith", True),
        ("wexford", "Lord Wexford", True),
        ("", "Ngaio Peterson", False),
    ],
)
def test_matches(query: str, name: str, found: bool) -> None:
    assert matches(query, name) is found


def test_nearest_are_few_and_best_first() -> None:
    assert nearest("Petersen", NAMES, 3) == ["Ngaio Peterson", "Peter Duncan"]
    assert nearest("Tom Olery", NAMES, 1) == ["Tom O'Leary"]
    assert nearest("Xqzw", NAMES, 3) == []
    assert nearest("", NAMES, 3) == []


@given(st.lists(st.sampled_from(["Ana", "Rangi", "O'Leary", "Tūrei"]), min_size=2, max_size=4, unique=True))
def test_a_name_matches_itself_in_any_order(words: list[str]) -> None:
    assert matches(" ".join(reversed(words)), " ".join(words))
    assert name_words(" ".join(words)) == name_words(" ".join(words).upper())


def test_matching_loads_no_heavy_library() -> None:
    matching = "from nzn_cli.names.name_matching import matches; matches('a', 'A B')"
    ask = f"import sys; {matching}; print('rapidfuzz' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", ask], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "False"
