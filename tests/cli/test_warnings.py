"""What is told once: warnings when they are new, what is not read yet while it is not; what `check` counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from nzn_cli.api import Corpus
from nzn_cli.model.answers import ProblemRecord, UnreadKind
from nzn_cli.render.findings import findings
from nzn_cli.render.overview import overview_lines
from nzn_cli.render.page import Page
from tests.cli.nzn import ROOT, nzn

BROKEN = "---\ntitle: one\ntitle: two\n---\nText.\n"


def test_warnings_are_told_once_an_index(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(BROKEN, "utf-8")
    (tmp_path / "b.md").write_text("Text.\n", "utf-8")
    at = ("-d", str(tmp_path))
    told = f"nzn: 1 warning in 1 document; nzn -d {tmp_path} check lists them\n"
    assert nzn(*at, "list").err == told
    for line in ("list", "who", "timeline", "grep Text"):
        assert nzn(*at, *line.split()).err == ""
    (tmp_path / "b.md").write_text("Other text.\n", "utf-8")
    assert nzn(*at, "list").err == ""
    (tmp_path / "b.md").write_text(BROKEN, "utf-8")
    assert nzn(*at, "list").err == told.replace("1 warning in 1 document", "2 warnings in 2 documents")
    assert nzn(*at, "list").err == ""
    assert nzn(*at, "list", "--strict").code == 3
    assert nzn(*at, "list", "--no-index").err.startswith("nzn: 2 warnings")
    (tmp_path / "b.md").unlink()
    assert nzn(*at, "list").err == told


def test_check_counts_first() -> None:
    codes = ["undated", "untitled", "undated"]
    records = [ProblemRecord(f"d{n}.md", None, code, "wrong", None) for n, code in enumerate(codes)]
    shown = "".join(findings(records, Page(80))).split("\n")
    assert shown[:4] == ["2  undated", "1  untitled", "", "d0.md"]
    assert list(findings([], Page(80))) == []


def test_index_build_reads_every_kind(tmp_path: Path) -> None:
    env = {"NZN_DIR": str(ROOT / "seeds"), "NZN_CACHE_DIR": str(tmp_path)}
    assert nzn("list", env=env).code == 0
    built = nzn("index", "build", "--json", "--fields", "x", env=env)
    assert built.code == 0
    assert '"quotes": true' in built.out
    assert "false" not in built.out


def test_bare_nzn_says_what_is_not_read_and_how_long_it_takes(
    monkeypatch: pytest.MonkeyPatch, seeds: Path, tmp_path: Path
) -> None:
    monkeypatch.setenv("NZN_CACHE_DIR", str(tmp_path / "cache"))  # that of the run may hold an index of the seeds
    from nzn_cli.api import open_corpus
    from nzn_cli.config.load import load_settings

    with open_corpus(load_settings([str(seeds)])) as corpus:
        assert isinstance(corpus, Corpus)
        list(corpus.list())
        found = corpus.overview()
        assert {"people", "dates", "quotes", "organisations", "search"} <= {one.kind for one in found.unread}
        corpus.index_build()
        assert corpus.overview().unread == []
    page = Page(80, command="nzn -d stories")
    assert "not read" not in "".join(overview_lines(found, page))
    slow = found._replace(unread=[UnreadKind("surface", 30.0), UnreadKind("people", 52.0)])
    lines = "".join(overview_lines(slow, page))
    assert "  not read    texts, people\n" in lines
    assert "about 80 seconds in all, when first asked for; now: nzn -d stories index build\n" in lines
    slower = found._replace(unread=[UnreadKind("people", 600.0)])
    assert "about 10 minutes" in "".join(overview_lines(slower, page))
