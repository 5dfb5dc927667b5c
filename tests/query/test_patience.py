"""No expression backtracks without end: long runs of anything, in any field and on any line, are read in time."""

from __future__ import annotations

import json

import pytest

from nzn_cli.model.settings import Folder
from nzn_cli.normalise.document import document_from_bytes
from tests.growth import in_proportion

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
    "10am" + " " * 180,
    "10:30" + "\t" * 180 + "(",
    "May 7, " + " " * 170,
    "10.30 pm gmt +" + " " * 150,
    "7" + " " * 180 + "of",
    "monday" + " " * 180,
]


def read(text: str) -> None:
    document_from_bytes(f"{text[:200]}.md", text.encode(), Folder("/corpus"))


@pytest.mark.parametrize("unit", UNITS)
def test_a_field_of_a_hundred_thousand(unit: str) -> None:
    def fields(length: int) -> None:
        text = json.dumps(unit * (length // len(unit)) + " \u00df!")
        keys = ("title", "date", "url", "ministers", "portfolios")
        read("---\n" + "".join(f"{key}: {text}\n" for key in keys) + "---\n")

    assert in_proportion(fields, 100_000)


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("length", [110, 190, 590, 2_900, 100_000])
def test_long_lines(unit: str, length: int) -> None:
    def lines(length: int) -> None:
        line = unit * (length // len(unit))
        read("\n".join([line + "!"] * 8) + "\n\n" + "\n\n".join([line] * 6))

    assert in_proportion(lines, length)


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize(
    "form", ["---\nkey: {0}\n{0}: {0}\n---\n{0}", "+++\nkey = {0}\n{0} = {0}\n+++\n{0}"], ids=["yaml", "toml"]
)
def test_front_matter_that_is_none(unit: str, form: str) -> None:
    assert in_proportion(lambda length: read(form.format(unit * (length // len(unit)))), 50_000)
