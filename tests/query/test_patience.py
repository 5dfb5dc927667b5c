"""No expression backtracks without end: long runs of anything, in any field and on any line, are read in time."""

from __future__ import annotations

import json
import time

import pytest

from nzn_cli.model.settings import Folder
from nzn_cli.normalise.from_bytes import document_from_bytes

UNITS = [
    " ",
    "a",
    "a ",
    "-",
    "*",
    "_",
    "*a",
    "**a ",
    "[",
    "[]",
    "[a](",
    "<",
    "<a",
    "\\",
    "&",
    "&a;",
    "a@",
    "a@a.",
    "@",
    ".",
    "a.",
    "/",
    "//",
    "https://",
    "https://a",
    "2018-",
    "2018-09-12 ",
    "12 ",
    "1/",
    "12:30 ",
    "Sept ",
    "may ",
    "#",
    "# ",
    "=",
    "(",
    "((a",
    "a,",
    "a, b ",
    "and ",
    "by ",
    "A ",
    "AB-",
    "|",
    "a | ",
    ">",
    "a > ",
    "\t",
    "\xa0",
    "'",
    '"',
    "`",
    "{",
    "{{<",
    "!",
    "![",
    "–",
    "ministers, ",
    "Hon ",
    "0",
    "00",
    "Photo ",
    "photo/",
]


def seconds(text: str) -> float:
    start = time.process_time()
    document_from_bytes(f"{text[:200]}.md", text.encode(), Folder("/corpus"))
    return time.process_time() - start


@pytest.mark.parametrize("unit", UNITS)
def test_a_field_of_a_hundred_thousand(unit: str) -> None:
    text = json.dumps(unit * (100_000 // len(unit)) + " \u00df!")
    keys = ("title", "date", "url", "ministers", "portfolios")
    assert seconds("---\n" + "".join(f"{key}: {text}\n" for key in keys) + "---\n") < 3


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("length", [110, 190, 590, 2_900, 100_000])
def test_long_lines(unit: str, length: int) -> None:
    line = unit * (length // len(unit))
    assert seconds("\n".join([line + "!"] * 8) + "\n\n" + "\n\n".join([line] * 6)) < 3


@pytest.mark.parametrize("unit", UNITS)
def test_front_matter_that_is_none(unit: str) -> None:
    run = unit * (50_000 // len(unit))
    assert seconds(f"---\nkey: {run}\n{run}: {run}\n---\n{run}") < 3
    assert seconds(f"+++\nkey = {run}\n{run} = {run}\n+++\n{run}") < 3
