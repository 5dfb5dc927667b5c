"""The words of a command line, before Typer reads them."""

from __future__ import annotations

import pytest

from nzn_cli.cli.arguments import valued, values_of
from nzn_cli.cli.options import DIR


@pytest.mark.parametrize(
    ("words", "dirs"),
    [
        (["-d", "a", "--dir", "b", "--dir=c", "-de"], ["a", "b", "c", "e"]),
        (["-jd", "a", "--title", "-d", "x"], ["a"]),
        (["--", "-d", "a"], []),
        (["-d"], []),
    ],
)
def test_values_of_an_option(words: list[str], dirs: list[str]) -> None:
    assert values_of(DIR, words, valued()) == dirs
