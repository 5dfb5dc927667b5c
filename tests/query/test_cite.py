"""What a draft says, checked against the documents: words, speakers, people, offices, days."""

from __future__ import annotations

import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nzn_cli.api import Corpus, open_corpus
from nzn_cli.errors import UsageError
from nzn_cli.model.answers import CiteRecord
from nzn_cli.model.settings import Filters, Folder, Settings
from nzn_cli.query.word_match import difference, finder, most_like, pieces_of, words_in

WALL = """---
title: Wall mended
date: 2018-02-16
---
Harbour Minister Ann Hale was at the wall today.

“The wall is mended, and the boats that lie
behind it are safe in every storm,” Ms Hale said, “but we have to keep an eye on the gate.”

“It was old,” said Tom Lind, “and nobody had looked at its foundations since the flood of 1953.”
"""
FERRY = """---
title: Ferry late
date: 2019-05-02
---
Mayor Tom Lind said: “The wall is mended, and the boats that lie behind it are safe in every storm.”
"""


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder = tmp_path_factory.mktemp("cite")
    (folder / "wall.md").write_text(WALL, "utf-8")
    (folder / "ferry.md").write_text(FERRY, "utf-8")
    settings = Settings((Folder(str(folder)),), str(tmp_path_factory.mktemp("cache")), jobs=1)
    return open_corpus(settings, cwd=str(folder))


def cited(corpus: Corpus, text: str, filters: Filters | None = None, **more: bool) -> list[CiteRecord]:
    return list(corpus.cite("draft.md", filters or Filters(), text=text, **more))


@pytest.mark.parametrize(
    ("draft", "status", "found"),
    [
        ('"The wall is mended," Ann Hale said.', "verbatim", "Ann Hale"),
        ("Ann Hale told us that ‘the boats that lie behind it are safe’ there.", "verbatim", "Ann Hale"),
        ('"The wall is mended … safe in every storm," Ann Hale said.', "verbatim", "Ann Hale"),
        ('"The wall [of the dock] is mended, and the boats," Ann Hale said.', "verbatim", "Ann Hale"),
        ('"Are safe in every storm, but we have to keep an eye on the gate," Ann Hale said.', "verbatim", "Ann Hale"),
        ('"The wall is mended, and the ships that lie behind it are safe," Ann Hale said.', "altered", "Ann Hale"),
        ('"Nobody had looked at its foundations," Ann Hale said.', "other_speaker", "Tom Lind"),
        ('"Nobody had looked at its foundations," Zoe Quill said.', "other_speaker", "Tom Lind"),
        ('"Nobody had looked at its foundations."', "verbatim", "Tom Lind"),
        ('"We shall plant nine hundred pear trees," Ann Hale said.', "nowhere", None),
    ],
)
def test_words_and_who_says_them(corpus: Corpus, draft: str, status: str, found: str | None) -> None:
    (one,) = cited(corpus, draft)
    assert (one.status, one.found_speaker) == (status, found)


def test_of_several_places_that_of_the_speaker(corpus: Corpus) -> None:
    words = "“The wall is mended, and the boats that lie behind it are safe in every storm,”"
    hale, lind = (cited(corpus, f"{words} said {name}.")[0] for name in ("Ann Hale", "Tom Lind"))
    assert [(one.id, one.status) for one in (hale, lind)] == [("wall", "verbatim"), ("ferry", "verbatim")]
    (late,) = cited(corpus, f"{words} said Ann Hale.", Filters(since="2019"))
    assert (late.id, late.status, late.found_speaker) == ("ferry", "other_speaker", "Tom Lind")


def test_where_it_stands(corpus: Corpus) -> None:
    (one,) = cited(corpus, "A line.\n\n“Nobody had looked at its foundation,” said Tom Lind.\n")
    assert (one.line, one.title, one.date, one.page) == (3, "Wall mended", "2018-02-16", None)
    assert one.difference == "nobody had looked at its [-foundation-]{+foundations+}"
    assert one.char_start is not None
    assert WALL.split("---\n")[2][one.char_start : one.char_end] == "nobody had looked at its foundations"


def test_people_offices_and_days(corpus: Corpus) -> None:
    draft = "Harbour Minister Tom Lind met Anne Hale on 16 February 2018.\n\nZoe Quill came on 3 March 2001.\n"
    found = {(one.kind, one.quote): (one.status, one.id) for one in cited(corpus, draft, names=True, dates=True)}
    assert found[("name", "Tom Lind")][0] == "verbatim"
    assert found[("office", "Harbour Minister")] == ("other_speaker", "wall")
    assert found[("name", "Anne Hale")] == ("altered", "wall")
    assert found[("date", "16 February 2018")] == ("verbatim", "wall")
    assert found[("name", "Zoe Quill")] == ("nowhere", None)
    assert found[("date", "3 March 2001")] == ("nowhere", None)
    assert [one.kind for one in cited(corpus, draft)] == []


def test_a_draft_of_any_kind_is_read_and_none_is_kept(corpus: Corpus, tmp_path: Path) -> None:
    page = tmp_path / "draft.html"
    page.write_text(
        "<html><body><article><p>&ldquo;The wall is mended,&rdquo; Ann Hale said.</p></article></body></html>"
    )
    assert [one.status for one in corpus.cite(str(page))] == ["verbatim"]
    assert sorted(one.id for one in corpus.list()) == ["ferry", "wall"]
    (tmp_path / "draft.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    with pytest.raises(UsageError, match="of no kind that nzn reads"):
        corpus.cite(str(tmp_path / "draft.png"))
    with pytest.raises(UsageError, match="cannot be read"):
        corpus.cite(str(tmp_path / "none.md"))


def test_short_words_are_verbatim_where_the_speaker_says_them(corpus: Corpus) -> None:
    (one,) = cited(corpus, "Ann Hale said the boats were “safe”.")
    assert (one.status, one.id) == ("verbatim", "wall")


WORDS = st.lists(st.text(string.ascii_lowercase, min_size=1, max_size=6), min_size=1, max_size=30)


@given(WORDS, WORDS, WORDS)
def test_words_of_a_text_stand_in_it(before: list[str], words: list[str], after: list[str]) -> None:
    text = " ".join(before) + ".\n“" + ", ".join(words).title() + "” " + " ".join(after)
    spans = finder(pieces_of(" ".join(words)))(text)
    assert spans
    assert all([word.plain for word in words_in(text[start:end])] == words for start, end in spans)
    like = most_like(words, words_in(text))
    assert like is not None
    assert like.ratio == 1


@given(WORDS, WORDS)
def test_a_difference_holds_both(ours: list[str], theirs: list[str]) -> None:
    shown = difference(" ".join(ours), " ".join(theirs)).replace("-]{+", "-] {+")
    pieces = shown.split()
    inside = ""
    kept: dict[str, list[str]] = {"[-": [], "{+": []}
    for piece in pieces:
        inside = piece[:2] if piece[:2] in kept else inside
        word = piece.removeprefix(inside).removesuffix("-]").removesuffix("+}") if inside else piece
        for sign, words in kept.items():
            if inside in ("", sign):
                words.append(word)
        inside = "" if piece[-2:] in ("-]", "+}") else inside
    assert kept == {"[-": ours, "{+": theirs}
