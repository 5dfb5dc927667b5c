"""A dataset answers as the index does that it was made of, record for record."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nzn_cli.api import Corpus, open_corpus
from nzn_cli.config.load import load_settings
from nzn_cli.errors import NznError
from nzn_cli.model.settings import (
    Filters,
    GrepRequest,
    PeopleRequest,
    QuotesRequest,
    TimelineRequest,
    WhatRequest,
)
from tests.cli.nzn import nzn
from tests.dataset.made import dataset_of, write_tricky
from tests.mixed import write_mixed

pytest.importorskip("duckdb")
pytest.importorskip("sqlglot")

Pair = tuple[Corpus, Corpus]


@pytest.fixture(scope="module", params=["seeds", "tricky", "mixed"])
def pair(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    """Return the corpus of a folder and that of a dataset made of it; both speak of paths as the folder has them."""
    folder, target = tmp_path_factory.mktemp("papers"), tmp_path_factory.mktemp("target")
    if request.param == "seeds":
        shutil.copytree(Path(__file__).parent.parent.parent / "seeds", folder, dirs_exist_ok=True)
    else:
        {"tricky": write_tricky, "mixed": write_mixed}[request.param](folder)
    dataset_of(folder, target)
    with (
        open_corpus(load_settings([str(folder)]), cwd=str(folder)) as index,
        open_corpus(load_settings([str(target)])) as dataset,
    ):
        yield index, dataset


def outcome(ask: Callable[[Corpus], Iterable[Any]], corpus: Corpus) -> Any:
    try:
        return list(ask(corpus))
    except NznError as error:
        return type(error), str(error)


def same(ask: Callable[[Corpus], Iterable[Any]], pair: Pair) -> Any:
    found, expected = outcome(ask, pair[1]), outcome(ask, pair[0])
    assert found == expected
    return found


FILTERS = [
    Filters(),
    Filters(since="2021", until="2021-05-07"),
    Filters(year="2021", sort="title,words-"),
    Filters(title=("bridge", "'"), sort="id-"),
    Filters(title=("",)),
    Filters(minister=("pell",), no_inferred=True),
    Filters(minister=("Pell", "O'Brien"), all_of=True),
    Filters(person=("pell",), sort="words-in"),
    Filters(organisation=("harbour board",)),
    Filters(about=("harbour", "toll")),
    Filters(about=("bridge",), person=("Öztürk",)),
    Filters(where=("words-in > 10",), has=("title",)),
    Filters(where=("path ~ Über",)),
    Filters(no=("title",)),
    Filters(no=("minister",), sort="words-in-"),
    Filters(sort="words-in,minister-"),
    Filters(glob=("*.md", "!U*")),
    Filters(unique=True),
    Filters(sample=5, seed=2),
    Filters(limit=3, offset=2),
    Filters(offset=1 << 70),
    Filters(person=("nobody at all",)),
    Filters(site=("example.org",)),
]
QUESTIONS: dict[str, Callable[[Corpus, Filters], Iterable[Any]]] = {
    "list": lambda corpus, filters: corpus.list(filters),
    "texts": lambda corpus, filters: corpus.texts(filters),
    "fields": lambda corpus, filters: corpus.fields(filters._replace(sort=None)),
    "who": lambda corpus, filters: corpus.people(None, filters._replace(sort=None)),
    "who --ministers": lambda corpus, filters: corpus.people(PeopleRequest(ministers=True, sort="first-"), filters),
    "who pell": lambda corpus, filters: corpus.profile(PeopleRequest("pell"), filters._replace(sort=None)),
    "who --mentions": lambda corpus, filters: corpus.mentions(None, filters._replace(sort=None)),
    "who --explain": lambda corpus, filters: corpus.explain(None, filters._replace(sort=None)),
    "who --pairs": lambda corpus, filters: corpus.pairs(None, filters._replace(sort=None)),
    "who --role": lambda corpus, filters: corpus.holders(PeopleRequest(role="Minister"), filters._replace(sort=None)),
    "timeline": lambda corpus, filters: corpus.timeline(None, filters._replace(sort=None)),
    "timeline --from": lambda corpus, filters: corpus.timeline(
        TimelineRequest(start="2021-05", end="2021-06", overlapping=True, sort="text-"), filters
    ),
    "timeline --by": lambda corpus, filters: corpus.timeline_counts("month", None, filters._replace(sort=None)),
    "timeline --unresolved": lambda corpus, filters: corpus.timeline(
        TimelineRequest(unresolved=True), filters._replace(sort=None)
    ),
    "quotes": lambda corpus, filters: corpus.quotes(QuotesRequest(unnamed=True), filters._replace(sort=None)),
    "quotes pell": lambda corpus, filters: corpus.quotes(QuotesRequest("pell"), filters._replace(sort=None)),
    "what": lambda corpus, filters: corpus.named_things(None, filters._replace(sort=None)),
    "what HB": lambda corpus, filters: corpus.named_profiles(WhatRequest("HB"), filters._replace(sort=None)),
    "what --mentions": lambda corpus, filters: corpus.named_mentions(None, filters._replace(sort=None)),
    "what --explain": lambda corpus, filters: corpus.name_spellings(None, filters._replace(sort=None)),
    "grep -c": lambda corpus, filters: corpus.grep_counts(GrepRequest(("harbour board",)), filters),
    "grep -l": lambda corpus, filters: corpus.grep_documents(GrepRequest(("pell",), literal=True), filters),
    "grep": lambda corpus, filters: corpus.grep(GrepRequest(("bridge",), fields=("title", "body")), filters),
}
COUNTS = (
    "year",
    "month",
    "day",
    "minister",
    "person",
    "organisation",
    "speaker",
    "site",
    "title",
    "words",
    "tags",
    "x",
)


@pytest.mark.parametrize("name", QUESTIONS)
def test_each_question_is_answered_alike_under_filters(name: str, pair: Pair) -> None:
    place = sorted(QUESTIONS).index(name)  # every filter is put to `list`, and to one question in five
    for filters in FILTERS if name == "list" else [Filters(), *FILTERS[place % 5 :: 5]]:
        same(lambda corpus, filters=filters: QUESTIONS[name](corpus, filters), pair)


@pytest.mark.parametrize("by", COUNTS)
def test_documents_are_counted_alike(by: str, pair: Pair) -> None:
    for filters in (Filters(), Filters(year="2021"), Filters(no_inferred=True), Filters(sort="documents,value-")):
        same(lambda corpus, filters=filters: corpus.count(by, filters), pair)
        same(lambda corpus, filters=filters: corpus.values(by, filters._replace(sort=None)), pair)


def test_a_document_is_shown_alike_with_all_that_is_in_it(pair: Pair) -> None:
    ids = [record.id for record in pair[0].list()]
    for ask in (Corpus.show, Corpus.mentions_in, Corpus.events_in, Corpus.quotes_in, Corpus.named_mentions_in):
        same(lambda corpus, ask=ask: ask(corpus, ids), pair)
    same(lambda corpus: corpus.show(["no such document"]), pair)


@settings(max_examples=25)
@given(data=st.data())
def test_any_filters_give_the_same(data: st.DataObject, pair: Pair) -> None:
    day = st.none() | st.sampled_from(("2021-05-03", "2021", "1990s", "May 2021"))
    filters = Filters(
        since=data.draw(day),
        until=data.draw(day),
        title=tuple(data.draw(st.lists(st.sampled_from(("bridge", "3", "%", "_", "'", "Ü")), max_size=2))),
        person=tuple(data.draw(st.lists(st.sampled_from(("pell", "Öztürk", "O'Brien")), max_size=2))),
        no_inferred=data.draw(st.booleans()),
        all_of=data.draw(st.booleans()),
        limit=data.draw(st.none() | st.integers(0, 9)),
        offset=data.draw(st.integers(0, 9)),
    )
    name = data.draw(st.sampled_from(sorted(QUESTIONS)))
    same(lambda corpus: QUESTIONS[name](corpus, filters), pair)


def test_the_command_line_prints_the_same_bytes(tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    write_tricky(folder)
    target = dataset_of(folder, tmp_path / "it's [a] *target*")
    for words in (("list",), ("who", "pell"), ("count", "--by", "month"), ("quotes", "--limit", "3"), ("what", "HB")):
        here, there = nzn("-d", ".", *words, "--json", cwd=folder), nzn("-d", str(target), *words, "--json")
        assert there == here
        assert there.code == 0
