"""Spark answers as the index does, record for record."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from nzn_cli.api import Corpus, open_corpus
from nzn_cli.config.load import load_settings
from nzn_cli.model.settings import Filters, GrepRequest, PeopleRequest, TimelineRequest, WhatRequest
from tests.dataset.made import dataset_of, write_tricky

pytest.importorskip("pyspark")

QUESTIONS: list[Callable[[Corpus], Iterable[Any]]] = [
    lambda corpus: corpus.list(),
    lambda corpus: corpus.list(Filters(title=("bridge 3",), no_inferred=True, sort="words-in,title-")),
    lambda corpus: corpus.list(Filters(person=("pell",), about=("toll",), limit=3, offset=1)),
    lambda corpus: corpus.fields(),
    lambda corpus: corpus.count("month"),
    lambda corpus: corpus.count("person"),
    lambda corpus: corpus.count("minister"),
    lambda corpus: corpus.people(),
    lambda corpus: corpus.profile(PeopleRequest("pell")),
    lambda corpus: corpus.mentions(PeopleRequest("Öztürk")),
    lambda corpus: corpus.explain(),
    lambda corpus: corpus.pairs(),
    lambda corpus: corpus.holders(PeopleRequest(role="Minister")),
    lambda corpus: corpus.timeline(TimelineRequest(start="2021-05", end="2021-06", overlapping=True)),
    lambda corpus: corpus.timeline_counts("month"),
    lambda corpus: corpus.quotes(),
    lambda corpus: corpus.named_things(),
    lambda corpus: corpus.named_profiles(WhatRequest("HB")),
    lambda corpus: corpus.grep_counts(GrepRequest(("harbour board",))),
    lambda corpus: corpus.grep_documents(GrepRequest(("pell",), literal=True)),
]


def test_each_question_is_answered_alike(session: Any, tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    write_tricky(folder)
    target = dataset_of(folder, tmp_path / "target")
    with (
        open_corpus(load_settings([str(folder)]), cwd=str(folder)) as index,
        open_corpus(load_settings([str(target)]), spark=session) as spark,
    ):
        for ask in QUESTIONS:
            assert list(ask(spark)) == list(ask(index))
