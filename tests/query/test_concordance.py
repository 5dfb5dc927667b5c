"""A concordance of a million matches: what is asked of the index, and how the order of their words is found."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from nzn_cli.api import open_corpus
from nzn_cli.config.load import load_settings
from nzn_cli.model.settings import Filters, GrepRequest
from nzn_cli.query.concordance import _Speakers


@pytest.mark.parametrize("matches", [3, 300])
def test_matches_of_one_document_are_one_question(
    tmp_path: Path, matches: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("“The sea rose,” said Ms Hana Pōtae. " * matches)
    with open_corpus(load_settings([str(tmp_path)])) as corpus:
        assert len(list(corpus.concordance(GrepRequest(("sea",))))) == matches  # reads the texts
    statements: list[str] = []
    connect = sqlite3.connect

    def listening(*given: Any, **named: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*given, **named)
        connection.set_trace_callback(statements.append)
        return connection

    monkeypatch.setattr(sqlite3, "connect", listening)
    with open_corpus(load_settings([str(tmp_path)])) as corpus:
        found = list(corpus.concordance(GrepRequest(("sea",))))
    assert [line.speaker for line in found] == ["Hana Pōtae"] * matches
    assert 0 < len(statements) < 100


def test_the_innermost_quotation_that_holds_a_match_says_who_speaks() -> None:
    quotations = [(0, 100, "a"), (5, 30, "b"), (10, 20, "c"), (40, 50, "d"), (120, 130, "e")]
    speakers = _Speakers(quotations)
    for first in range(140):
        for last in range(first + 1, min(first + 15, 140)):
            around = [name for start, end, name in quotations if start <= first and last <= end]
            assert speakers.at(first, last) == (around[-1] if around else None)


@pytest.mark.parametrize(
    ("sort", "matches"),
    [
        ("1L", ["sea4", "sea1", "sea3", "sea2"]),
        ("2L-", ["sea2", "sea3", "sea1", "sea4"]),
        ("2R", ["sea3", "sea1", "sea2", "sea4"]),
    ],
)
def test_words_beside_a_match_are_counted_from_it(tmp_path: Path, sort: str, matches: list[str]) -> None:
    lines = ("Old o’er-the sea1, cold dark.", "Tall the sea2; mid-day ebb.", "Red _so sea3 x an'l.", "All sea4")
    for number, line in enumerate(lines):
        (tmp_path / f"{number}.txt").write_text(line)
    with open_corpus(load_settings([str(tmp_path)])) as corpus:
        found = corpus.concordance(GrepRequest((r"sea\d",)), Filters(sort=sort))
        assert [line.match for line in found] == matches
