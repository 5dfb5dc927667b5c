"""A folder with a file of every kind: each answer has its page or part, and each kind is what it says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.nzn import nzn
from tests.mixed import write_mixed


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("papers")
    write_mixed(folder)
    return folder


def answer(folder: Path, *words: str) -> Any:
    return json.loads(nzn("-d", ".", *words, "--json", cwd=folder).out)


@pytest.mark.parametrize("index", [[], ["--no-index"]])
def test_a_phrase_is_found_in_every_kind(folder: Path, index: list[str]) -> None:
    found = [(one["path"], one["page"]) for one in answer(folder, "grep", "harbour bridge", *index)]
    assert sorted(found, key=str) == [
        ("book.epub", 2),
        ("letter.rtf", None),
        ("mail.eml", None),
        ("mail.eml/report.pdf", 1),
        ("minutes.docx", None),
        ("news.html", None),
        ("old.zip/2018/log.txt.gz", None),
        ("old.zip/2018/speech.txt", None),
        ("slides.pptx", 1),
        ("toll-copy.html", None),
        ("toll.md", None),
    ]


def test_people_events_and_words_have_their_page(folder: Path) -> None:
    pell = {one["id"]: one["page"] for one in answer(folder, "who", "Pell", "--mentions")}
    assert (pell["report"], pell["book"], pell["news"]) == (3, 2, None)
    events = [one for one in answer(folder, "timeline") if one["kind"] == "mentioned" and one["id"] == "report"]
    assert [(one["start"], one["page"]) for one in events] == [("2019-03-05", 2), ("2019-06-01", 3)]
    found = [(one["path"], one["page"]) for one in answer(folder, "search", "promised a toll")]
    assert found == [("mail.eml/report.pdf", 3)]
    assert [one["page"] for one in answer(folder, "search", "ministe* dollars")] == [3]
    assert answer(folder, "search", "%%", "-t", "pdf") == []


def test_those_to_whom_a_message_goes_are_people_of_it_and_did_not_write_it(folder: Path) -> None:
    people = {one["person"] for one in answer(folder, "who", "-g", "mail.eml")}
    assert people == {"Ann Hale", "Tom Bay", "Cara Lund", "Winona Pell"}
    assert [one["ministers"] for one in answer(folder, "list", "-g", "mail.eml")] == [["Ann Hale"]]


def test_what_is_no_text_and_what_is_there_twice_is_told(folder: Path) -> None:
    codes = {
        (one["path"], one["code"]) for one in answer(folder, "check") if one["code"] not in ("undated", "untitled")
    }
    assert codes == {("locked.pdf", "encrypted"), ("scan.pdf", "scanned"), ("toll.md", "duplicate-text")}
    assert "toll-copy" not in {one["id"] for one in answer(folder, "list", "--unique")}


def test_a_container_is_one_path(folder: Path) -> None:
    paths = nzn("-d", ".", "list", "-g", "{old.zip,mail.eml}/**", "-O", "paths", cwd=folder).out.split()
    assert sorted(paths) == ["mail.eml", "old.zip"]


def test_the_overview_counts_kinds(folder: Path) -> None:
    assert "3 pdf, 2 html, 2 text, 1 docx, 1 epub, 1 mail" in nzn("-d", ".", cwd=folder).out
