"""The corpus as a Python user has it: every question on files, what is opened for it, and a damaged index."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from nzn_cli.api import Corpus, open_corpus
from nzn_cli.errors import NothingFound, UsageError
from nzn_cli.freshness import open_index
from nzn_cli.model.settings import Filters, Folder, GrepRequest, Settings, TimelineRequest
from nzn_cli.query import document_records
from tests.trials import QUESTIONS


@pytest.fixture
def settings(seeds: Path, tmp_path: Path) -> Settings:
    return Settings((Folder(str(seeds)),), str(tmp_path / "cache"), jobs=1, now="2026-06-10")


@pytest.fixture
def corpus(settings: Settings, seeds: Path) -> Any:
    with open_corpus(settings, cwd=str(seeds.parent)) as opened:
        yield opened


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_question_has_an_answer_and_the_same_without_an_index(
    corpus: Corpus, settings: Settings, seeds: Path, name: str
) -> None:
    records = list(QUESTIONS[name](corpus))
    assert records or name == "doubtful"  # of the seeds, nobody may be somebody else
    with open_corpus(settings._replace(use_index=False), cwd=str(seeds.parent)) as scanning:
        assert list(QUESTIONS[name](scanning)) == records


def test_paths_are_seen_from_the_current_folder(settings: Settings, seeds: Path) -> None:
    for cwd, path in ((seeds.parent, "seeds/000_"), (seeds, "000_"), (seeds / "elsewhere", f"{seeds}/000_")):
        with open_corpus(settings, cwd=str(cwd)) as opened:
            [record] = opened.show(["000"])
            assert record.path.startswith(path)


def test_show_tells_the_body_and_when_an_undated_text_cannot_be_older(corpus: Corpus, seeds: Path) -> None:
    dated, undated = corpus.show(["000", "004"])
    assert dated.body in (seeds / f"{dated.id}.txt").read_text(encoding="utf-8")
    assert (dated.date_not_before, undated.date_not_before) == (None, "2008-04")
    assert next(corpus.raw([dated.id])) == (seeds / f"{dated.id}.txt").read_bytes()


def test_only_the_fields_asked_for_are_read(corpus: Corpus) -> None:
    [record] = corpus.list(Filters(minister=("Peters",)), fields=("id", "title"))
    assert (record.id[:3], record.title, record.meta, record.date) == (
        "001", "Security cooperation in challenging world", {}, None,
    )  # fmt: skip


def test_an_error_comes_with_the_question_and_not_with_the_first_record(corpus: Corpus) -> None:
    with pytest.raises(NothingFound) as error:
        corpus.list(Filters(minister=("Petters",)))
    assert error.value.nearest == ("Winston Peters",)
    for ask in (
        lambda: corpus.show(["nowhere"]),
        lambda: corpus.grep(GrepRequest(("(",))),
        lambda: corpus.timeline(TimelineRequest(start="whenever")),
        lambda: corpus.list(Filters(where=("x",))),
    ):
        with pytest.raises(UsageError):
            ask()


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[frozenset[str]]:
    """Return what each opening of the index was for."""
    asked: list[frozenset[str]] = []
    real = open_index.open_store

    def counting(settings: Settings, need: frozenset[str], progress: Any) -> Any:
        asked.append(need)
        return real(settings, need, progress)

    monkeypatch.setattr(open_index, "open_store", counting)
    return asked


def test_a_question_opens_the_index_with_no_more_than_it_needs(corpus: Corpus, opened: list[frozenset[str]]) -> None:
    list(corpus.list())
    list(corpus.grep(GrepRequest(("NATO",))))
    list(corpus.show(["004"]))
    list(corpus.events_in(["000"]))
    list(corpus.check())
    corpus.warnings()
    corpus.overview()
    assert opened == [{"documents"}, {"documents", "surface"}]
    list(corpus.timeline(TimelineRequest(), fields=("start", "text")))
    list(corpus.people())
    assert opened[2:] == [{"documents", "surface", "dates"}, {"documents", "surface", "dates", "people"}]


def test_the_overview_builds_nothing_where_something_is_stored(
    corpus: Corpus, settings: Settings, opened: list[frozenset[str]]
) -> None:
    first = corpus.overview()
    assert first.documents == 5
    opened.clear()
    with open_corpus(settings) as again:
        assert again.overview() == first
    assert opened == []


def test_a_change_is_seen_after_a_refresh(tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "a.txt").write_text("One.")
    with open_corpus(Settings((Folder(str(folder)),), str(tmp_path / "cache"))) as corpus:
        assert len(list(corpus.list())) == 1
        (folder / "b.txt").write_text("Two.")
        assert len(list(corpus.list())) == 1
        corpus.refresh()
        assert len(list(corpus.list())) == 2


def test_an_index_that_breaks_in_the_middle_of_an_answer_loses_no_record(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = [record.id for record in corpus.list()]
    corpus.refresh()
    selected, broken = document_records.selected, []

    def breaking(rows: Any) -> Any:
        yield from (next(rows), next(rows))
        broken.append(True)
        raise sqlite3.DatabaseError("database disk image is malformed")

    def once(*asked: Any) -> Any:
        return selected(*asked) if broken else breaking(selected(*asked))

    # the rest of the stored answer is gone
    monkeypatch.setattr(document_records, "selected", once)
    assert [record.id for record in corpus.list()] == whole
    assert broken


def test_files_left_out_are_told_with_their_path(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / "b.txt").write_bytes(b"\0\1\2")
    (tmp_path / ".hidden.md").write_text("Three.")
    with open_corpus(Settings((Folder(str(tmp_path)),), str(tmp_path / "cache")), cwd=str(tmp_path)) as corpus:
        skipped = list(corpus.skipped())
        assert [each.path for each in skipped] == [".hidden.md", "b.txt"]
        assert all(each.reason for each in skipped)
        assert corpus.warnings() == (0, 0)


def test_an_event_names_who_is_meant_by_an_office(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "---\ntitle: Nurses\ndate: 2024-03-01\n---\nForeign Minister Winona Pell met nurses.\n\n"
        "The Foreign Minister will speak in Suva on 5 March 2024.\n",
        encoding="utf-8",
    )
    settings = Settings((Folder(str(tmp_path)),), str(tmp_path / "cache"), jobs=1, now="2026-06-10")
    with open_corpus(settings, cwd=str(tmp_path)) as corpus:
        (event,) = corpus.timeline(TimelineRequest(kinds=("mentioned",)))
        assert event.people == ["Winona Pell"]
        assert [mention.source for mention in corpus.mentions()] == ["text", "office"]
        assert [person.mentions for person in corpus.people()] == [1]
