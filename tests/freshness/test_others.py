"""Files of kinds that nzn does not read: counted with an index and without, and again when they change."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema

from nzn_cli.api import open_corpus
from nzn_cli.render.json_schema import schema
from nzn_cli.render.overview import overview_lines
from nzn_cli.render.page import Page
from nzn_cli.render.plain import plain
from tests.freshness.corpus import settings


def told(folder: Path, cache: Path, use_index: bool = True) -> list[tuple[str | None, int]]:
    with open_corpus(settings(folder, cache, use_index=use_index), cwd=str(folder)) as corpus:
        list(corpus.list())
        return [tuple(one) for one in corpus.overview().others]


def test_they_are_counted_by_ending(tmp_path: Path) -> None:
    folder, cache = tmp_path / "corpus", tmp_path / "cache"
    (folder / "sub").mkdir(parents=True)
    (folder / ".git").mkdir()
    (folder / ".gitignore").write_text("*.log\n")
    (folder / "a.md").write_text("Text.\n")
    for name in ("a.qqx", "b.QQX", "sub/c.zzy", "sub/LICENSE", "noise.log", ".hidden.qqx"):
        (folder / name).write_text("x")
    expected = [("qqx", 2), (None, 1), ("zzy", 1)]
    assert sorted(told(folder, cache), key=str) == sorted(expected, key=str)
    assert told(folder, cache) == told(folder, cache, use_index=False)
    (folder / "sub" / "d.zzy").write_text("x")
    (folder / "sub" / "LICENSE").unlink()
    assert told(folder, cache) == told(folder, cache, use_index=False) == [("qqx", 2), ("zzy", 2)]


def test_the_overview_says_so(tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name in ("a.md", "a.qqx", "b.qqx", "c.zzy"):
        (folder / name).write_text("Text.\n")
    with open_corpus(settings(folder, tmp_path / "cache"), cwd=str(folder)) as corpus:
        found = corpus.overview()
    assert not any(line.startswith("  kinds") for line in overview_lines(found, Page()))
    assert "  others      3 other files: 2 qqx, 1 zzy, not read\n" in list(overview_lines(found, Page()))
    jsonschema.validate(json.loads(json.dumps(plain(found))), schema("overview"))


def test_the_formats_of_documents_are_counted(tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name in ("a.md", "b.HTML", "c.htm", "d.txt.gz"):
        (folder / name).write_text("Text.\n")
    with open_corpus(settings(folder, tmp_path / "cache"), cwd=str(folder)) as corpus:
        found = corpus.overview()
    assert [tuple(one) for one in found.kinds] == [("html", 2), ("markdown", 1), ("text", 1)]
    assert "  kinds       2 html, 1 markdown, 1 text\n" in list(overview_lines(found, Page()))
