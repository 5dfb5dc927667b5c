"""No text holds the extractor of dates up: what is looked at is counted, and grows with the text and no faster."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from nzn_cli.annotate.dates import date_spans, dates_in
from nzn_cli.annotate.dates.discourse import Discourse
from nzn_cli.annotate.dates.find_expressions import trigger_words
from nzn_cli.annotate.dates.resolve_expressions import resolve_expression
from nzn_cli.annotate.dates.resolved_date import ResolvedDate
from nzn_cli.annotate.dates.time_expression import TimeExpression
from nzn_cli.annotate.dates.window import Window

FLOODS = (
    "10am ", "10 a.m. ", "1pm-", "1-", "1/", "12:30 ", "2018-", "2018-05-05 ", "5/5/2018 ", "'94 ", "90s ", "1s ",
    "Q1 ",
    "2230 GMT ", "May ", "May, ", "5 May 2018 ", "5-7 May ", "11 September ", "Monday ", "Monday-", "Mon. 5 ", "today ",
    "this morning ", "in a year ", "two years ago ", "the past 3 days ", "year-end ", "the summer of ", "Christmas ",
    "first Monday in ", "held at 10am, ", "every day at noon, ", "the quarter ended ", "1999-2000 ",
    f"{'!' * 600}10am", f"{'…' * 90} 10 a.m. ",
)  # fmt: skip
LEADS = ("", "In 2010 they met on 7 May 2018. It was ")  # what later expressions may count from, for ever


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Count the places that are looked at, and the expressions whose words around are read.

    A quarter of what is free makes a flood of a text a quarter as long, and the test as strict.
    """
    monkeypatch.setattr(date_spans, "FREE", date_spans.FREE // 4)
    counts: Counter[str] = Counter()

    def cut(*given: Any) -> Window:
        counts["places"] += 1
        return Window(*given)

    def resolved(expression: TimeExpression, *given: Any) -> ResolvedDate | None:
        counts["expressions"] += 1
        return resolve_expression(expression, *given)

    monkeypatch.setattr(date_spans, "Window", cut)
    monkeypatch.setattr(date_spans, "resolve_expression", resolved)
    return counts


@pytest.mark.parametrize("lead", LEADS)
@pytest.mark.parametrize("flood", FLOODS)
def test_a_flood_is_read_in_part(flood: str, lead: str, work: Counter[str]) -> None:
    text = lead + flood * (50_000 // len(flood))
    found = dates_in(text, "2018-05-05")
    assert found.stopped is not None
    assert found.stopped <= len(text)
    assert all(span.char_end <= found.stopped for span in found.spans)
    assert 0 < work["expressions"] + work["places"] <= 2 * (date_spans.FREE + len(text) // date_spans.CHARACTERS)
    assert dates_in(text, "2018-05-05") == found  # it stops at the same place each time


def test_what_is_read_of_a_flood_is_read_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "They met on 3 May and left on Monday. " * 1_000
    found = dates_in(text, "2018-05-05")
    assert found.stopped is not None
    monkeypatch.setattr(date_spans, "FREE", 1_000_000)
    whole = dates_in(text, "2018-05-05")
    assert whole.stopped is None
    assert whole.spans[: len(found.spans)] == found.spans


@pytest.mark.parametrize("word", sorted(trigger_words()))
def test_each_word_of_the_grammar_may_be_a_flood(word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(date_spans, "FREE", date_spans.FREE // 4)
    for unit in (f"{word} ", f"{word.title()}, ", f"1 {word}-"):
        text = unit * (5_000 // len(unit))
        assert all(text[s.char_start : s.char_end] == s.text for s in dates_in(text, "2018-05-05").spans)


def test_what_is_dense_with_dates_is_read_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(date_spans, "FREE", date_spans.FREE // 5)
    log = "2018-05-05 10:30:15 the pump was started by hand, as asked\n" * 3_000
    diary = (
        "On Monday, 7 May, she rose at 6 a.m. and wrote until noon. In June she left for the coast, it is said. " * 8
    )
    for text in (log, diary, f"{diary}{log}"):
        found = dates_in(text, "2018-05-05")
        assert found.stopped is None
        assert found.spans


def test_paragraphs_are_looked_for_once() -> None:
    """What is far behind an expression is not cut out of the text again for each that follows."""

    class Text(str):
        cut = 0

        def __getitem__(self, key: object) -> str:
            piece = super().__getitem__(key)  # type: ignore[index]
            Text.cut += len(piece)
            return piece

    low = Text("in 2010 it was held at 10am, " + "held at 10am, " * 3_000)
    discourse = Discourse(low)
    discourse.remember(ResolvedDate("2010", "year", "year"), 3, 7)
    for start in range(20, len(low), 14):
        discourse.look_at(start)
        assert discourse.same_paragraph()
        assert not discourse.same_sentence(80) or start < 100
        discourse.year_of_event()
    assert Text.cut < 20 * len(low)
