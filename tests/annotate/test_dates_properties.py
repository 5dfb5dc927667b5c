"""What holds for the dates of every text."""

from __future__ import annotations

import ast
import random
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from nzn_cli.annotate import dates
from nzn_cli.annotate.dates import find_dates
from nzn_cli.annotate.dates.parse import trigger_words
from nzn_cli.text.calendar import cover

OTHERS = (
    "the a of in on at last next this two 31 29 12 3 2018 1999 0000 9999 ago earlier later from now and to early late "
    "mid end May March Sunday p.m. 10 first third fiscal s th st İ ß ’ \u0301"
)
WORDS = st.sampled_from([*sorted(trigger_words()), *OTHERS.split(), "\n\n"])
GAPS = st.sampled_from([" ", " ", " ", "", ", ", ". ", "-", "/", "\n", "’"])
TEXTS = st.one_of(
    st.text(max_size=80), st.lists(st.tuples(WORDS, GAPS), max_size=14).map(lambda p: "".join(map("".join, p)))
)
PUBLISHED = st.one_of(
    st.none(),
    st.dates().map(str),
    st.sampled_from(["2007-10", "2001", "1998-03-01T10:00", "0001-01-01", "9999-12-31", "2020-02-30", "soon", ""]),
)


@settings(max_examples=400)
@given(TEXTS, PUBLISHED)
def test_spans_are_in_order_and_say_what_stands_there(text: str, published: str | None) -> None:
    end = 0
    for span in find_dates(text, published):
        assert end <= span.char_start < span.char_end <= len(text)
        assert text[span.char_start : span.char_end] == span.text
        end = span.char_end


@settings(max_examples=400)
@given(TEXTS, PUBLISHED)
@example("Rome grew in the first century.", None)
def test_start_is_not_after_end_and_a_resolved_date_says_from_what(text: str, published: str | None) -> None:
    for span in find_dates(text, published):
        assert (span.start is None) == (span.end is None)
        assert span.start is None or span.end is None or date.fromisoformat(span.start) <= date.fromisoformat(span.end)
        assert (span.anchor is None) == (span.anchor_source is None)
        assert span.rule


@settings(max_examples=200)
@given(TEXTS)
def test_without_publication_nothing_is_anchored_to_it(text: str) -> None:
    assert all(s.anchor_source != "publication" and not s.future for s in find_dates(text, None))


def test_no_reading_asks_a_clock() -> None:
    for module in Path(dates.__file__).parent.glob("*.py"):
        called = {
            n.func.attr
            for n in ast.walk(ast.parse(module.read_text()))
            if isinstance(n, ast.Call) and isinstance(n.func, ast.Attribute)
        }
        assert not called & {"today", "now", "utcnow", "time", "localtime", "gmtime", "fromtimestamp"}, module


@settings(max_examples=200)
@given(st.dates())
def test_a_day_covers_itself(day: date) -> None:
    assert cover(str(day)) == (str(day), str(day))


def test_a_long_line_is_read_in_good_time() -> None:
    letters = random.Random(7)
    line = "".join(letters.choice("may 12 second 19 of last ") for _ in range(200_000))
    find_dates(line, "2018-02-16")
    find_dates("1998-" * 40_000, "2018-02-16")
    find_dates("http://" + "2018/" * 40_000, "2018-02-16")


@pytest.mark.parametrize("text", ["2018-02-03T08:", "JAN\n", "It was on Nov.", "From 9am to", "A week from"])
def test_a_text_that_breaks_off_is_read_as_far_as_it_goes(text: str) -> None:
    assert all(span.text in text for span in find_dates(text, "2019-05-15"))
