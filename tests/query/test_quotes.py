"""Who said what, asked: kinds, names, roles, patterns, order, and what is counted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nzn_cli.api import Corpus, open_corpus, places_of
from nzn_cli.errors import NothingFound, UsageError
from nzn_cli.model.settings import Filters, Folder, QuotesRequest, Settings

FIRST = """---
title: Wall mended
date: 2018-02-16
ministers:
  - Hon Ann Hale
---
Harbour Minister Ann Hale was at the wall today.

“The wall is mended,” Ms Hale said.

“It was old,” said Tom Lind. A spokesman for the dock said that “boats are safe in the dock”.

Ms Hale said boats would come back.
"""
SECOND = """---
title: Ferry late
date: 2019-05-02
---
“The ferry will sail,” Harbour Minister Ann Hale said.

Tom Lind said: “It will be\nlate.”
"""


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder = tmp_path_factory.mktemp("quotes")
    (folder / "wall.md").write_text(FIRST, "utf-8")
    (folder / "ferry.md").write_text(SECOND, "utf-8")
    settings = Settings((Folder(str(folder)),), str(tmp_path_factory.mktemp("cache")), jobs=1)
    return open_corpus(settings, cwd=str(folder))


def said(corpus: Corpus, filters: Filters | None = None, **asked: object) -> list[tuple[str | None, str]]:
    found = corpus.quotes(QuotesRequest(**asked), filters or Filters())  # type: ignore[arg-type]
    return [(one.speaker, " ".join(one.text.split())) for one in found]


def test_newest_documents_first_in_each_by_place(corpus: Corpus) -> None:
    assert said(corpus) == [
        ("Ann Hale", "The ferry will sail"),
        ("Tom Lind", "It will be late."),
        ("Ann Hale", "The wall is mended"),
        ("Tom Lind", "It was old"),
    ]


def test_speakers_without_a_name_when_asked(corpus: Corpus) -> None:
    (one,) = (one for one in corpus.quotes(QuotesRequest(unnamed=True)) if one.speaker is None)
    assert (one.speaker_text, one.kind, one.person_id, one.role) == ("A spokesman for the dock", "direct", None, None)


def test_reported_speech_when_asked(corpus: Corpus) -> None:
    assert said(corpus, kinds=("indirect",)) == [("Ann Hale", "boats would come back")]
    with pytest.raises(UsageError, match="no kind of quotation"):
        said(corpus, kinds=("loud",))


def test_of_one_person(corpus: Corpus) -> None:
    assert said(corpus, name="lind") == [("Tom Lind", "It will be late."), ("Tom Lind", "It was old")]
    with pytest.raises(NothingFound):
        said(corpus, name="Mustafa")


def test_of_an_office_in_a_year(corpus: Corpus) -> None:
    asked = {"role": "harbour minister", "on": "2018"}
    assert said(corpus, Filters(on="2018"), **asked) == [("Ann Hale", "The wall is mended")]


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("mended", ["The wall is mended"]),
        ("Lind", ["It will be late.", "It was old"]),
        ("be late", ["It will be late."]),
        ("harbour", ["The ferry will sail"]),
    ],
)
def test_about_is_of_the_words_or_their_sentence(corpus: Corpus, pattern: str, found: list[str]) -> None:
    assert [words for _, words in said(corpus, Filters(about=(pattern,)))] == found


def test_every_pattern_must_be_there(corpus: Corpus) -> None:
    assert said(corpus, Filters(about=("ferry", "Hale"))) == [("Ann Hale", "The ferry will sail")]
    assert said(corpus, Filters(about=("ferry", "Lind"))) == []


def test_a_name_is_asked_of_the_sentence_and_of_the_document_when_said(corpus: Corpus) -> None:
    assert [speaker for speaker, _ in said(corpus, Filters(person=("Lind",)))] == ["Tom Lind"] * 2
    assert len(said(corpus, Filters(person=("Lind",), documents=True))) == 4
    assert said(corpus, Filters(person=("Lind", "Hale"), all_of=True)) == []
    assert len(said(corpus, Filters(about=("late",), documents=True))) == 2


def test_a_part_of_the_answer_knows_the_whole(corpus: Corpus) -> None:
    for filters in (Filters(), Filters(about=(".",))):
        answer = corpus.quotes(QuotesRequest(limit=1, offset=1), filters)
        assert [one.text.split()[0] for one in answer] == ["It"]
        assert answer.total() == 4


def test_order_by_speaker(corpus: Corpus) -> None:
    assert [speaker for speaker, _ in said(corpus, sort="speaker-,date")] == ["Tom Lind"] * 2 + ["Ann Hale"] * 2


def test_records_say_where_all_of_it_stands(corpus: Corpus) -> None:
    for one in corpus.quotes(QuotesRequest(kinds=("direct", "mixed", "indirect"), unnamed=True)):
        (document,) = corpus.show([one.id])
        assert document.body[one.char_start : one.char_end] == one.text
        assert one.speaker_start is None or document.body[one.speaker_start : one.speaker_end] == one.speaker_text
        assert one.cue_start is None or document.body[one.cue_start : one.cue_end] == one.cue
        assert one.text in (one.sentence or "") or "\n" in one.text


def test_count_by_speaker_is_of_documents(corpus: Corpus) -> None:
    assert [(one.value, one.documents) for one in corpus.count("speaker")] == [("Ann Hale", 2), ("Tom Lind", 2)]
    assert [one.documents for one in corpus.count("speaker", Filters(on="2018"))] == [1, 1]


def test_quotes_of_a_document(corpus: Corpus) -> None:
    assert [one.kind for one in corpus.quotes_in(["wall"])] == ["direct", "direct", "direct"]


def test_places_are_those_of_the_text() -> None:
    assert places_of(["it's", "Wall"])("It’s the Wall; it’s old") == [(0, 4), (9, 13), (15, 19)]
    with pytest.raises(UsageError):
        places_of(["("])


def test_workers_change_nothing(tmp_path: Path) -> None:
    for number in range(12):
        (tmp_path / f"{number:02}.md").write_text((FIRST, SECOND)[number % 2], "utf-8")
    answers = []
    for jobs in (1, 2):
        settings = Settings((Folder(str(tmp_path)),), str(tmp_path / "none"), jobs=jobs, use_index=False)
        with open_corpus(settings, cwd=str(tmp_path)) as asked:
            answers.append(json.dumps([tuple(one) for one in asked.quotes(QuotesRequest(unnamed=True))]))
    assert answers[0] == answers[1]
