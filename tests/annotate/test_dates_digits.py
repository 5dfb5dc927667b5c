"""Digits that are none of 0 to 9, and numbers that no calendar holds: nothing raises, nothing else is lost."""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path

import pytest

import nzn_cli
from nzn_cli.annotate.dates import find_dates
from nzn_cli.annotate.dates.date_facts import dates_of
from nzn_cli.model.settings import Folder
from nzn_cli.normalise.document import document_from_bytes
from nzn_cli.normalise.path_dates import file_date
from nzn_cli.text.folding import ascii_digits
from nzn_cli.text.written_dates import all_written

ODD = [c for c in map(chr, range(0x80, sys.maxunicode + 1)) if c.isnumeric() or c.isdigit() or c.isdecimal()]
PLACES = (
    "{0} May {0}{0}{0}{0} and 1{0} May or May {0}{0}, May 1{0}, 2018, the {0}th of May 20{0}8.",
    "It was 5{0} weeks ago, {0} weeks ago, in {0}{0} years and the last {0} days.",
    "At {0}am, {0}:30 pm, 1{0}:{0}{0}, 10:{0}0 and {0}{0}{0}{0} GMT on Monday {0}, from {0} o'clock.",
    "2018-0{0}-{0}{0}, {0}{0}/{0}{0}/2018, 5/{0}/2018, {0}.5.18, 2018-05-05T{0}{0}:{0}{0}, 20{0}{0}-05-05.",
    "The {0}{0}s, the '{0}0s, 19{0}0s, FY{0}{0}, FY20{0}{0}, Q{0} 2018, 201{0}/1{0}, the {0}{0}th century, '{0}{0}.",
    "$1,{0}00 in {0}2018 and 2018{0}, {0}. May, 1, {0} May, the {0}rd day of May, {0} in the morning.",
)


@pytest.mark.parametrize("place", PLACES)
def test_an_odd_digit_costs_no_date_beside_it(place: str) -> None:
    for odd in ODD:
        text = f"{place.format(odd)}\n\nThey met on 3 June 2018."
        found = find_dates(text, "2018-07-01")
        assert "2018-06-03" in [span.value for span in found], (odd, hex(ord(odd)))
        for span in found:
            assert text[span.char_start : span.char_end] == span.text
            assert span.value.isascii()
            assert not span.start or (span.start.isascii() and span.start <= (span.end or "")), (odd, span)


@pytest.mark.parametrize("odd", ["²", "①", "٣", "３", "३", "𝟛"])
def test_an_odd_digit_is_no_number(odd: str) -> None:
    values = [(span.text, span.value) for span in find_dates(f"See note {odd} May 2018 or 5{odd} weeks ago.", None)]
    assert values == [("May 2018", "2018-05")]


def test_odd_digits_are_made_letters_of_the_same_length() -> None:
    assert ascii_digits("1٣２³x") == "1xx³x"
    text = "".join(ODD)
    assert len(ascii_digits(text)) == len(text)
    assert not re.search(r"\d", ascii_digits(text))


@pytest.mark.parametrize("odd", [c for c in ODD if c.isdigit()][::7])
def test_what_is_printed_named_or_stated_with_odd_digits(odd: str) -> None:
    for text in (
        f"{odd} May 2018",
        f"201{odd}-05-05",
        f"5/{odd}/2018",
        f"1{odd} May 2018, 1{odd}:00",
        f"May {odd}, 2018",
    ):
        assert all(one.value.isascii() for one in all_written(text))
        for data in (text, f"---\ndate: {text}\n---\nA text.", f"---\ndate: {odd}\n---\n{text}\n\n{text}"):
            date = document_from_bytes(f"{text.replace('/', ' ')}.md", data.encode(), Folder("/corpus")).date
            assert date is None or date.isascii()
    for name in (f"201{odd}-05-0{odd}_x.md", f"20{odd}80505.md", f"2018/0{odd}/x.md", f"{odd} May 2018.md"):
        date = file_date(name)
        assert date is None or date.isascii()
        dates_of("On 3 May 2018.", date, None)


@pytest.mark.parametrize("time", ["T10:ab", "Tab:10", "T뀳袺:10", "T10:²²", "T10:99", "T99:00", "T10:5", "T٣٣:٣٣"])
def test_what_follows_a_day_is_its_time_only_where_a_clock_shows_it(time: str) -> None:
    assert [span.value for span in find_dates(f"It is of 2018-05-05{time} or so.", None)] == ["2018-05-05"]


NUMBERS = ("0", "00", "000", "0000", "9" * 4, "9" * 5, "9" * 20, "9" * 5_000, "1e400", "-1", "0.0", "1" + "0" * 400)


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("published", [None, "0100-01-01", "2018-05-05", "2018-05", "2018", "9000-12-31"])
def test_numbers_that_no_calendar_holds(number: str, published: str | None) -> None:
    units = "hours days weeks fortnights weekends months quarters years decades centuries"
    lines = [f"{number} {unit} ago, the last {number} {unit}, in {number} {unit}" for unit in units.split()]
    lines += [f"{number} {unit} later, the next {number} {unit}, {number} {unit} from now" for unit in units.split()]
    lines += [
        f"{number} May 2018, May {number}, 2018, 5 May {number}, May {number}, the {number}th of May.",
        f"2018-{number}-05, 2018-05-{number}, {number}-05-05, {number}/{number}/{number}, 5.{number}.2018.",
        f"{number}am, {number}:30, 10:{number} pm, {number} GMT, Monday {number}, the {number}th century, {number}s.",
        f"FY{number}, Q{number} 2018, 2018/{number}, 2018-{number}, fiscal {number}, the year {number}, '{number}.",
    ]
    text = ". ".join(lines)
    for span in find_dates(text, published):
        assert text[span.char_start : span.char_end] == span.text
        assert not span.start or span.start <= (span.end or "")
    for one in lines:
        assert all(not span.start or span.start <= (span.end or "") for span in find_dates(one, published))
        for data in (f"---\ndate: {one}\n---\n", f"+++\ndate = {number}\n+++\n", f"---\ndate: {number}\n---\n{one}"):
            document_from_bytes("a.md", data.encode(), Folder("/corpus"))


@pytest.mark.parametrize("day", ["x", "⅓", "²", "a1"])
def test_what_stands_in_the_place_of_a_day_after_a_weekday_is_no_number(day: str) -> None:
    found = find_dates(f"They met on Monday {day}/5/2018 and on 4 May 2018.", "2018-05-09")
    assert found[-1].text == "4 May 2018"


def test_no_digit_is_asked_for_that_int_refuses() -> None:
    """`isdigit` is true of ² and ①: `isdecimal` says what int() reads, of a text whose digits are 0 to 9."""
    for module in Path(nzn_cli.__file__).parent.rglob("*.py"):
        named = [n.attr for n in ast.walk(ast.parse(module.read_text())) if isinstance(n, ast.Attribute)]
        assert not {"isdigit", "isnumeric"}.intersection(named), module
