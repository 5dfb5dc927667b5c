"""A folder with all kinds of files at once: every command answers, with the page where there are pages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.nzn import nzn
from tests.documents.formats.made import pdf

PAGE = """<!DOCTYPE html><html><head><title>Harbour bridge opens | The Bell</title>
<meta property="article:published_time" content="2019-05-04T07:00:00+12:00"><meta name="author" content="Ann Person">
</head><body><nav><a href="/">Home</a></nav><article><h1>Harbour bridge opens</h1>
<p>The harbour bridge was opened on Saturday by Bob Other, who had waited for it for two years.</p>
<p>It cost more than anybody in the town had thought, and it will be paid for by a toll.</p></article></body></html>"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.md").write_text("---\ntitle: A note\ndate: 2018-06-15\n---\n\nThe harbour bridge is late.\n")
    (tmp_path / "b.html").write_text(PAGE)
    pages = [
        ["The board met."],
        ["On 12 May 2018 the harbour bridge was", "inspected by Cara Jones.", '"It is sound," said Ms Jones.'],
    ]
    (tmp_path / "c.pdf").write_bytes(pdf(pages, "/Title (The report) /CreationDate (D:20180520)"))
    (tmp_path / "d.qqx").write_text("x")
    return tmp_path


def test_all_commands_answer(folder: Path) -> None:
    listed = json.loads(nzn("-d", ".", "list", "--json", cwd=folder).out)
    assert [(one["id"], one["date"], one["title"]) for one in listed] == [
        ("b", "2019-05-04", "Harbour bridge opens"),
        ("a", "2018-06-15", "A note"),
        ("c", "2018-05-20", "The report"),
    ]
    hits = json.loads(nzn("-d", ".", "grep", "harbour bridge", "--json", cwd=folder).out)
    assert {(one["id"], one["page"]) for one in hits} == {("a", None), ("b", None), ("c", 2)}
    events = json.loads(nzn("-d", ".", "timeline", "--kind", "mentioned", "--json", cwd=folder).out)
    assert [(one["id"], one["start"], one["page"]) for one in events] == [
        ("c", "2018-05-12", 2),
        ("b", "2019-05-04", None),
    ]
    mentions = json.loads(nzn("-d", ".", "who", "jones", "--mentions", "--json", cwd=folder).out)
    assert {(one["id"], one["person"], one["page"]) for one in mentions} == {("c", "Cara Jones", 2)}
    quotes = json.loads(nzn("-d", ".", "quotes", "jones", "--json", cwd=folder).out)
    assert [(one["id"], one["text"], one["page"]) for one in quotes] == [("c", "It is sound", 2)]
    assert [one["id"] for one in json.loads(nzn("-d", ".", "search", "toll", "--json", cwd=folder).out)] == ["b"]


def test_grep_in_a_pipe_prints_the_page(folder: Path) -> None:
    assert nzn("-d", ".", "grep", "inspected", cwd=folder).out == "c.pdf:p2:inspected by Cara Jones.\n"


def test_a_page_and_its_note_are_twins(folder: Path) -> None:
    long = (
        "The bridge was opened on **Saturday** by Bob Other, who had waited for it for two years, and it is blue now."
    )
    (folder / "e.md").write_text(f"{long}\n")
    (folder / "f.html").write_text(f"<title>Other</title><article><p>{long.replace('**', '')}</p></article>")
    found = json.loads(nzn("-d", ".", "check", "--json", cwd=folder).out)
    assert [one["path"] for one in found if one["code"] == "duplicate-text"] == ["f.html"]
    ids = nzn("-d", ".", "list", "--unique", "-O", "ids", cwd=folder).out.split()
    assert sorted(ids) == ["a", "b", "c", "e"]
    assert len(nzn("-d", ".", "list", "-O", "ids", cwd=folder).out.split()) == 5


def test_kinds_are_chosen(folder: Path) -> None:
    assert nzn("-d", ".", "list", "-t", "html", "-t", "md", "-O", "ids", cwd=folder).out == "b\na\n"
    assert nzn("-d", ".", "list", "-T", "pdf", "-O", "ids", cwd=folder).out == "b\na\n"
    unknown = nzn("-d", ".", "list", "-t", "doc", cwd=folder)
    assert (unknown.code, "did you mean docx?" in unknown.err) == (2, True)
    (folder / ".nzn.toml").write_text('[files]\nformats = ["text", "markdown"]\n')
    assert nzn("-d", ".", "list", "-O", "ids", cwd=folder).out == "a\n"
    assert "others      3 other files: 1 html, 1 pdf, 1 qqx, not read" in nzn("-d", ".", cwd=folder).out
    (folder / ".nzn.toml").write_text('[files]\nformats = ["doc"]\n')
    assert "files.formats names no format with 'doc'" in nzn("-d", ".", "list", cwd=folder).err


def test_a_locked_or_scanned_file_is_told(folder: Path) -> None:
    (folder / "g.pdf").write_bytes(pdf([["x"]], encrypted=True))
    (folder / "h.pdf").write_bytes(pdf([[], []]))
    found = json.loads(nzn("-d", ".", "check", "--json", cwd=folder).out)
    told = {(one["path"], one["code"], one["message"]) for one in found}
    assert ("g.pdf", "encrypted", "the file is locked with a password") in told
    assert ("h.pdf", "scanned", "2 pages without text: scanned") in told
