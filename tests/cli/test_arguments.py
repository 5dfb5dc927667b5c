"""The words of a command line, before Typer reads them."""

from __future__ import annotations

import pytest

from nzn_cli.cli.arguments import valued, values_of
from nzn_cli.cli.command_line import CommandLine
from nzn_cli.cli.options import DIR
from nzn_cli.cli.verbs import BY_NAME
from nzn_cli.errors import UsageError


@pytest.mark.parametrize(
    ("words", "dirs"),
    [
        (["-d", "a", "--dir", "b", "--dir=c", "-de"], ["a", "b", "c", "e"]),
        (["-jd", "a", "--title", "-d", "x"], ["a"]),
        (["list", "-d", "a"], ["a"]),  # a verb that ends with the letter of an option waits for nothing
        (["--", "-d", "a"], []),
        (["-d"], []),
    ],
)
def test_values_of_an_option(words: list[str], dirs: list[str]) -> None:
    assert values_of(DIR, words, valued()) == dirs


def _limited(number: str) -> CommandLine:
    return CommandLine(BY_NAME["list"], {"limit": number})


@pytest.mark.parametrize("typed", ["7", "0007", "0" * 5_000 + "7"])
def test_a_number_may_have_zeros_before_it(typed: str) -> None:
    assert _limited(typed).number("limit") == 7


def test_a_number_that_int_refuses_is_more_than_there_is_of_anything() -> None:
    assert (_limited("9" * 5_000).number("limit") or 0) > 10**15


@pytest.mark.parametrize("typed", ["²", "٣", "-1", "1.5", ""])
def test_what_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(UsageError, match="takes a number"):
        _limited(typed)
