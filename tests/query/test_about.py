"""Patterns and names asked of documents and of sentences, ids from elsewhere, chance and the opposite order."""

from __future__ import annotations

from pathlib import Path

import pytest

from nzn_cli.api import Corpus
from nzn_cli.errors import NothingFound, UsageError
from nzn_cli.model.settings import Filters, PeopleRequest, TimelineRequest
from tests.cli.nzn import nzn

TEXTS = {
    "harbour": "---\ntitle: Ann Hale at the harbour\ndate: 2018-02-16\nministers: [Hon Ann Hale]\n---\n"
    "Ann Hale met Tom Lind on 12 February 2018 to speak of the sea\nwall. Tom Lind left on 13 February 2018.\n\n"
    "The Harbour Board sat on 14 February 2018.\n",
    "ferry": "---\ntitle: Ferry\ndate: 2018-03-02\nministers: [Hon Tom Lind, Hon Ann Hale]\n---\n"
    "The ferry will sail on 5 March 2018, said Tom Lind. “It’s late,” said Ann Hale on 1 March 2018.\n",
    "empty": "---\ntitle: Nothing\ndate: 2019\n---\n",
}


@pytest.mark.parametrize(
    ("about", "ids"),
    [
        (("sea wall",), ["harbour"]),  # over a line's end, as grep reads it
        (("FERRY",), []),
        (("ferry",), ["ferry"]),
        (("it's",), ["ferry"]),
        (("tom lind", "f[a-z]+ry w"), ["ferry"]),
        ((r"\bhale\b",), ["ferry", "harbour"]),
        (("(?=x)y",), []),
        (("",), ["ferry", "harbour"]),
    ],
)
def test_documents_whose_text_has_every_pattern(corpus: Corpus, about: tuple[str, ...], ids: list[str]) -> None:
    assert [record.id for record in corpus.list(Filters(about=about))] == ids
    assert [record.documents for record in corpus.count(None, Filters(about=about))] == [len(ids)]


def test_what_is_no_pattern_is_refused(corpus: Corpus) -> None:
    with pytest.raises(UsageError, match="no regular expression"):
        list(corpus.list(Filters(about=("(",))))
    with pytest.raises(UsageError, match="does not come to an end"):
        list(corpus.list(Filters(about=(r"(\w+\s?)+[^\w\s.]+$",))))


def days(corpus: Corpus, **filters: object) -> list[str]:
    asked = TimelineRequest(kinds=("mentioned",))
    return [str(event.start)[5:] for event in corpus.timeline(asked, Filters(**filters))]  # type: ignore[arg-type]


def test_events_are_asked_of_their_sentence(corpus: Corpus) -> None:
    assert days(corpus, about=("sea wall",)) == ["02-12"]
    assert days(corpus, person=("Hale",)) == ["02-12", "03-01"]
    assert days(corpus, person=("Hale", "Lind"), all_of=True) == ["02-12"]
    assert days(corpus, organisation=("Harbour Board",)) == ["02-14"]
    assert days(corpus, person=("Hale",), documents=True) == ["02-12", "02-13", "02-14", "03-01", "03-05"]


def test_publications_are_asked_of_their_title(corpus: Corpus) -> None:
    def titles(**filters: object) -> list[str | None]:
        asked = TimelineRequest(kinds=("published",))
        return [event.title for event in corpus.timeline(asked, Filters(**filters))]  # type: ignore[arg-type]

    assert titles(person=("Hale",)) == ["Ann Hale at the harbour"]
    assert titles(about=("ferry",)) == ["Ferry"]
    assert titles(organisation=("Harbour Board",)) == []
    assert titles(person=("Hale",), documents=True) == ["Ann Hale at the harbour", "Ferry"]


def test_mentions_are_asked_of_their_sentence(corpus: Corpus) -> None:
    def mentions(name: str | None, **filters: object) -> list[str]:
        return [
            f"{each.id} {each.text}"
            for each in corpus.mentions(PeopleRequest(name=name), Filters(**filters))  # type: ignore[arg-type]
        ]

    assert mentions("Lind", person=("Hale",)) == ["harbour Tom Lind"]
    assert mentions(None, about=("late",)) == ["ferry Ann Hale"]
    assert len(mentions("Lind", person=("Hale",), documents=True)) == 4


def test_every_one_of_several_names(corpus: Corpus) -> None:
    def ids(**filters: object) -> list[str]:
        return [record.id for record in corpus.list(Filters(**filters))]  # type: ignore[arg-type]

    assert ids(minister=("Hale", "Lind")) == ["ferry", "harbour"]
    assert ids(minister=("Hale", "Lind"), all_of=True) == ["ferry"]
    assert ids(person=("Hale", "Lind"), all_of=True) == ["ferry", "harbour"]
    with pytest.raises(NothingFound):
        ids(person=("Hale", "Nobody"), all_of=True)


def test_a_year_is_a_year(corpus: Corpus) -> None:
    assert [record.id for record in corpus.list(Filters(year="2019"))] == ["empty"]
    for wrong in ("19", "20190", "2019-01"):
        with pytest.raises(UsageError, match="--year"):
            list(corpus.list(Filters(year=wrong)))


def test_chance_is_the_same_for_the_same_number(corpus: Corpus) -> None:
    drawn = [[record.id for record in corpus.list(Filters(sample=2, seed=seed))] for seed in range(12)]
    assert all(len(ids) == 2 for ids in drawn)
    assert len({tuple(ids) for ids in drawn}) == 3
    for seed, ids in enumerate(drawn):
        (first,) = corpus.list(Filters(sample=1, seed=seed))
        assert first.id in ids
    assert [record.id for record in corpus.list(Filters(sample=9))] == ["empty", "ferry", "harbour"]


@pytest.mark.parametrize(
    ("words", "stdin", "code", "out"),
    [
        ("list -O ids -", b"ferry\n", 0, "ferry\n"),
        ("count -", b"ferry.md\nharbour.md\n", 0, "2\n"),
        ("count -", b"", 1, ""),
        ("count -", b"nowhere\n", 2, ""),
        ("who --limit 1 --fields person -", b"ferry\0harbour.md\0", 0, "Ann Hale\n"),
        ("who lind - --fields documents", b"harbour\n", 0, "1\n"),
        ("timeline - --kind published --fields id", b"ferry\n", 0, "ferry\n"),
        ("fields date - --fields value", b"empty\n", 0, "2019\n"),
        ("grep -c Lind -", b"harbour\n", 0, "harbour.md:2\n"),
        ("grep -c Lind -", b"", 1, ""),
        ("search hale - -O ids", b"harbour\n", 0, "harbour\n"),
        ("quotes --fields id -", b"harbour\n", 1, ""),
        ("list -O ids --json -", b"", 2, ""),
    ],
)
def test_a_lone_dash_reads_ids_in_every_command_that_takes_filters(
    folder: Path, words: str, stdin: bytes, code: int, out: str
) -> None:
    ran = nzn("-d", ".", *words.split(), cwd=folder, stdin=stdin)
    assert (ran.code, ran.out) == (code, out), ran.err


@pytest.mark.parametrize(
    ("words", "out"),
    [
        ("list --reverse", "harbour ferry empty"),
        ("list --reverse --limit 1", "harbour"),
        ("list --sort title --reverse", "empty ferry harbour"),
        ("list --sort -date", "empty ferry harbour"),
        ("list --sort date- --reverse", "harbour ferry empty"),
        ("timeline --kind published --reverse", "empty ferry harbour"),
        ("search hale --reverse --sort date", "ferry harbour"),
    ],
)
def test_the_opposite_order(folder: Path, words: str, out: str) -> None:
    assert nzn("-d", ".", *words.split(), "-O", "ids", cwd=folder).out.split() == out.split()


def test_an_answer_that_has_one_order_says_so(folder: Path) -> None:
    ran = nzn("-d", ".", "who", "--pairs", "--reverse", cwd=folder)
    assert ran.code == 2
    assert "--reverse" in ran.err


def test_what_lasts_longer_than_the_window_is_counted_in_one_line(folder: Path) -> None:
    ran = nzn("-d", ".", "timeline", "--from", "2019-02", "--to", "2019-03", cwd=folder)
    assert (ran.code, ran.out) == (1, "")
    assert "1 more that lasts longer than the window; --overlapping shows them" in ran.err
    assert nzn("-d", ".", "timeline", "--from", "2019-02", "--to", "2019-03", "--overlapping", cwd=folder).code == 0
