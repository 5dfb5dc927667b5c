"""Word statistics: reference values of the measures, and what is counted of small corpora."""

from __future__ import annotations

from pathlib import Path

import pytest

from nzn_cli.api import Corpus
from nzn_cli.errors import UsageError
from nzn_cli.model.settings import Filters, WordsRequest
from nzn_cli.query.word_statistics import (
    dispersion,
    keyness,
    log_dice,
    log_likelihood,
    log_ratio,
    mutual_information,
    t_score,
)
from nzn_cli.query.words import spark
from tests.cli.nzn import nzn

MILLION = 1_000_000
DUNNING = 14_307_668  # words of the corpus that the printed examples are of


@pytest.mark.parametrize(
    ("cells", "g2", "ratio"),
    [
        ((500, 100, MILLION, MILLION), 291.1032, 2.3219),
        ((10, 0, 1000, 1000), 13.8629, 4.3219),
        ((100, 200, 10_000, 40_000), 29.2365, 1.0),
    ],
)
def test_keyness_of_two_cells(cells: tuple[int, int, int, int], g2: float, ratio: float) -> None:
    assert keyness(*cells) == pytest.approx(g2, abs=5e-5)
    assert log_ratio(*cells) == pytest.approx(ratio, abs=5e-5)


def test_association() -> None:
    assert log_likelihood(150, 12_593, 932, DUNNING) == pytest.approx(1291.32, abs=0.005)
    assert t_score(8, 15_828, 4_675, DUNNING) == pytest.approx(0.999932, abs=5e-7)
    assert mutual_information(8, 15_828, 4_675, DUNNING) == pytest.approx(0.6293, abs=5e-5)
    assert log_dice(8, 389, 230) == pytest.approx(8.726204, abs=5e-7)
    assert log_dice(3, 3000, 3000) == pytest.approx(4.034216, abs=5e-7)
    assert log_dice(7, 7, 7) == 14


def test_dispersion() -> None:
    assert dispersion([(seen, 10) for seen in (1, 2, 3, 4, 5)], 15, 50) == pytest.approx(0.2)
    assert dispersion([(2, 10)] * 5, 10, 50) == pytest.approx(0)
    assert dispersion([(3, 10)], 3, 50) == pytest.approx(0.8)


def test_blocks() -> None:
    assert spark([0, 1, 4, 8]) == " ▁▄█"
    assert spark([]) == spark([0])[:0]


TEXTS = {
    "one": "---\ndate: 2018-02-16\n---\nThe sea wall is old. The Sea\nwall will fall, Māori say; the wall.\n",
    "two": "---\ndate: 2019-05-01\n---\nThe ferry and the sea. Rules-based order and rules.\n",
    "three": "The sea\n",
}


def test_words_are_counted(corpus: Corpus) -> None:
    found = {one.word: one for one in corpus.words()}
    assert (found["the"].frequency, found["the"].documents) == (6, 3)
    assert (found["wall"].frequency, found["wall"].documents) == (3, 1)
    assert found["maori"].frequency == 1
    assert found["rules"].frequency == 2
    assert [one.word for one in corpus.words(filters=Filters(limit=2))] == ["the", "sea"]
    assert [one.word for one in corpus.words(WordsRequest(words=("SEA", "absent")))] == ["sea"]
    assert found["wall"].dispersion > found["the"].dispersion


def test_runs_of_words_stay_in_a_document(corpus: Corpus) -> None:
    found = {one.word: one.frequency for one in corpus.words(WordsRequest(ngrams=(2, 3)))}
    assert found["sea wall"] == 2
    assert found["the sea"] == 4
    assert found["the sea wall"] == 2
    assert "wall the ferry" not in found
    assert "sea" not in found


def near(corpus: Corpus, pattern: str, filters: Filters | None = None, **asked: object) -> dict[str, tuple[int, int]]:
    found = corpus.collocates(WordsRequest(near=pattern, **asked), filters or Filters())  # type: ignore[arg-type]
    return {one.word: (one.joint, one.frequency) for one in found}


def test_neighbours_are_counted_once_and_in_their_document(corpus: Corpus) -> None:
    assert near(corpus, "sea", window=(0, 1)) == {"wall": (2, 3), "rules": (1, 2)}
    assert near(corpus, "sea", window=(1, 0)) == {"the": (4, 6)}
    assert near(corpus, "sea wall", window=(1, 1)) == {"the": (2, 6), "is": (1, 1), "will": (1, 1)}
    assert near(corpus, "wall", window=(9, 9))["the"] == (3, 6)
    assert near(corpus, "absent") == {}
    assert near(corpus, "sea", Filters(year="2019"), window=(0, 1)) == {"rules": (1, 2)}
    assert near(corpus, "sea", least=2, window=(0, 1)) == {"wall": (2, 3)}


def test_the_index_counts_as_the_texts_do(corpus: Corpus) -> None:
    by_texts = {one.word: one.frequency for one in corpus.words()}
    for word, (_, frequency) in near(corpus, "a", window=(9, 9)).items():
        assert frequency == by_texts[word]


def test_keywords_of_one_year_beside_another(corpus: Corpus) -> None:
    found = list(corpus.keywords(Filters(year="2019"), WordsRequest(), Filters(year="2018")))
    assert (found[0].word, found[0].frequency, found[0].other_frequency) == ("wall", 3, 0)
    assert found[0].log_ratio > 0 > found[-1].log_ratio
    assert list(corpus.keywords(Filters(year="1999"), WordsRequest(), Filters())) == []


def test_trends(corpus: Corpus) -> None:
    (sea,) = corpus.word_trends("year", WordsRequest(words=("sea",)))
    assert [(one.value, one.frequency) for one in sea.trend] == [("2018", 2), ("2019", 1)]
    assert sea.frequency == 3
    with pytest.raises(UsageError, match="by 'day'"):
        corpus.word_trends("day")


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ("words --near sea --by year", "--near and --by"),
        ("words --near sea --window five", "--window takes"),
        ("words --near sea --window 0,0", "--window takes"),
        ("words --ngrams 3..2", "--ngrams takes"),
        ("words --ngrams 0", "--ngrams takes"),
        ("words --near (", "no regular expression"),
        ("words --versus @nosuch", "@nosuch"),
        ("words --versus --yaer", "--yaer"),
        ("words --sort size", "size"),
        ("kwic", "PATTERN"),
        ("kwic sea --sort 0R", "0R"),
        ("kwic sea --width 0", "--width"),
    ],
)
def test_what_cannot_be_read_is_said(folder: Path, words: str, complaint: str) -> None:
    ran = nzn("-d", ".", *words.split(), cwd=folder)
    assert (ran.code, ran.out) == (2, "")
    assert complaint in ran.err


def test_compared_with_other_options(folder: Path) -> None:
    ran = nzn(
        "-d", ".", "words", "--year", "2018", "--versus", "--year 2019", "--fields", "word", "--limit", "1", cwd=folder
    )
    assert ran.out == "wall\n"


@pytest.mark.parametrize(
    ("words", "out"),
    [
        (
            "wall --fields left,match,right --width 8",
            "The sea \twall\t is old.\nThe Sea \twall\t will fa\nay; the \twall\t.\n",
        ),
        ("wall --fields line", "4\n5\n5\n"),
        ("SEA --fields id", ""),
        ("sea --sort 1L,1R --fields id", "two\none\none\nthree\n"),
        ("sea --sort 1R- --fields id", "one\none\ntwo\nthree\n"),
        ("sea --sort date --fields id --limit 3", "one\none\ntwo\n"),
        ("sea --sort 1R,date --limit 1 --fields right --width 9", ". Rules-b\n"),
        ("sea --reverse --limit 1 --fields id", "one\n"),
        ("wall three --fields id", ""),
        ("'sea wall' --fields match", "sea wall\nSea wall\n"),
    ],
)
def test_a_concordance(folder: Path, words: str, out: str) -> None:
    import shlex

    ran = nzn("-d", ".", "kwic", *shlex.split(words), cwd=folder)
    assert ran.out == out, ran.err


def test_who_speaks_is_read_where_it_is_asked_for(seeds: Path) -> None:
    ran = nzn("-d", str(seeds), "kwic", "welcome contributions", "--fields", "speaker,match")
    assert ran.out == "Jens Stoltenberg\twelcome contributions\n"


def test_a_line_of_grep_counts_once(folder: Path) -> None:
    ran = nzn("-d", ".", "grep", "-i", "the", "--limit", "2", cwd=folder)
    assert ran.out.splitlines() == [
        "two.md:4:The ferry and the sea. Rules-based order and rules.",
        "one.md:4:The sea wall is old. The Sea",
    ]
    assert "2 of 4 shown" in ran.err
