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
from nzn_cli.annotate.dates.find_expressions import trigger_words
from nzn_cli.text.calendar import cover
from tests.growth import in_proportion

OTHERS = (
    "the a of in on at last next this two 31 29 12 3 2018 1999 0000 9999 ago earlier later from now and to early late "
    "mid end May March Sunday p.m. 10 first third fiscal s th st İ ß ’ \u0301 "
    "0 zero 0.0 -1 minus past coming previous following same that before after between until ended weekend week half "
    "year-ago Easter Christmas beginning start part rest couple ² ٣ ３ Q1 FY19 '94 2017/18 1979-71 17 1"
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
@example("It rained on the last 0 days, the past zero months and the next 0 weeks.", "2018-05-05")
@example("It rained at mid-weekend and in the middle of the Easter weekend.", "2018-05-05")
@example("It rained between May 2018 and March 2017, from 2018 to 1999, from 28 to 3 May.", "2018-05-05")
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


@pytest.mark.parametrize(
    "line",
    [
        "".join(random.Random(7).choices("may 12 second 19 of last ", k=200_000)),
        "1998-" * 40_000,
        "http://" + "2018/" * 40_000,
    ],
    ids=["words", "years", "address"],
)
def test_a_long_line_is_read_in_good_time(line: str) -> None:
    assert in_proportion(lambda length: find_dates(line[:length], "2018-02-16"), len(line))


@pytest.mark.parametrize("text", ["2018-02-03T08:", "JAN\n", "It was on Nov.", "From 9am to", "A week from"])
def test_a_text_that_breaks_off_is_read_as_far_as_it_goes(text: str) -> None:
    assert all(span.text in text for span in find_dates(text, "2019-05-15"))
