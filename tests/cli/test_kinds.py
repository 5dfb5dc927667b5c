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
