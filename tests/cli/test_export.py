"""Where an export goes: whole or not at all, over nothing that is there, and over no file that no export wrote."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from nzn_cli.cli.placing import MARK, placed_file, placed_folder
from nzn_cli.cli.run import run
from nzn_cli.errors import UsageError
from tests.cli.nzn import ROOT


def export(seeds: Path, *words: str | Path) -> int:
    return run(["-d", str(seeds), "export", *map(str, words)], os.environ)


def test_nothing_that_is_there_goes_without_force(
    seeds: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "a.bib"
    target.write_text("mine")
    assert export(seeds, target) == 2
    assert target.read_text() == "mine"
    assert "is there already" in capsys.readouterr().err
    assert export(seeds, target, "--force") == 0
    assert target.read_text().startswith("@misc")
    assert list(tmp_path.iterdir()) == [target]


def test_the_path_is_printed_and_the_rest_said_beside(
    seeds: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(seeds, tmp_path / "a.bib") == 0
    printed = capsys.readouterr()
    assert printed.out == f"{tmp_path / 'a.bib'}\n"
    assert printed.err == "nzn: 5 documents exported\n"


def test_nothing_found_writes_nothing(seeds: Path, tmp_path: Path) -> None:
    assert export(seeds, tmp_path / "a.bib", "--since", "2090") == 1
    assert list(tmp_path.iterdir()) == []


def test_filters_choose_what_is_exported(seeds: Path, tmp_path: Path) -> None:
    import sqlite3

    assert export(seeds, tmp_path / "a.db", "--minister", "Peters") == 0
    base = sqlite3.connect(tmp_path / "a.db")
    assert base.execute("SELECT count(*) FROM documents").fetchone() == (1,)
    # where the folder lies on this machine is nobody else's business
    assert base.execute("SELECT substr(path, 1, 10) FROM documents").fetchone() == ("seeds/001_",)
    assert base.execute("SELECT DISTINCT substr(document_id, 1, 3) FROM mentions").fetchall() == [("001",)]
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []
    base.close()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["a.xyz"], "does not say what to write"),
        (["a.json"], "does not say what to write"),
        (["a.gexf", "--limit", "2"], "--limit means nothing to gexf"),
        (["a.bib", "--by", "year"], "--by means nothing to bib"),
        (["a.bib", "--at-least", "2"], "--at-least means nothing to bib"),
        (["-", "--as", "db"], "cannot be written to standard output"),
        (["missing/a.bib"], "there is no folder"),
        ([".", "--as", "bib"], "is a folder"),
        (["a.bib", "--as", "bibtex"], "--as takes"),
        (["/dev/null", "--as", "bib", "--force"], "is no file that can be put in place"),
    ],
)
def test_what_cannot_be_is_one_sentence(
    words: list[str],
    says: str,
    seeds: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert export(seeds, *words) == 2
    assert says in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_force_writes_over_no_file_of_another_kind(seeds: Path, tmp_path: Path) -> None:
    story = tmp_path / "story.md"
    story.write_text("mine")
    assert export(seeds, story, "--as", "bib", "--force") == 2
    assert story.read_text() == "mine"


def test_notes_are_not_put_among_the_documents(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A text of Ann Lee.")
    assert export(tmp_path, tmp_path / "vault", "--as", "notes") == 2
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_a_folder_with_a_file_that_no_export_wrote_stays(seeds: Path, tmp_path: Path) -> None:
    vault = tmp_path / "vault"
    assert export(seeds, vault, "--as", "notes") == 0
    assert export(seeds, vault, "--as", "notes") == 2
    (vault / "people" / "gone.md").write_text("of before")
    assert export(seeds, vault, "--as", "notes", "--force") == 2
    assert (vault / "people" / "gone.md").exists()
    (vault / "people" / "gone.md").unlink()
    assert export(seeds, vault, "--as", "notes", "--force", "--minister", "Peters") == 0
    assert len(list((vault / "documents").iterdir())) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["vault"]


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    with placed_folder(str(tmp_path / "new"), force=False) as made:
        Path(made, "a").write_text("a")
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == [MARK, "a"]


def test_a_failure_leaves_what_was_there(tmp_path: Path) -> None:
    target = tmp_path / "a"
    target.write_text("before")

    def fail() -> None:
        with placed_file(str(target), force=True) as made:
            Path(made).write_text("half")
            raise OSError(28, "No space left on device")

    with pytest.raises(UsageError, match="No space left"):
        fail()
    assert target.read_text() == "before"
    assert list(tmp_path.iterdir()) == [target]


def test_what_comes_there_meanwhile_stays(tmp_path: Path) -> None:
    target = tmp_path / "a"

    def late() -> None:
        with placed_file(str(target), force=False) as made:
            Path(made).write_text("ours")
            target.write_text("theirs")

    with pytest.raises(UsageError, match="is there already"):
        late()
    assert target.read_text() == "theirs"


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "a").write_text("old")
    (tmp_path / "a").symlink_to("there/a")
    with placed_file(str(tmp_path / "a"), force=True) as made:
        Path(made).write_text("new")
    assert (tmp_path / "a").is_symlink()
    assert (tmp_path / "there" / "a").read_text() == "new"


INTERRUPTED = """
import signal, sys
from nzn_cli.cli import interrupt
from nzn_cli.cli.placing import placed_file
signal.signal(signal.SIGINT, lambda *_: None)
interrupt.take_over()
with placed_file(sys.argv[1], False) as made:
    open(made, "w").write("half")
    signal.raise_signal(signal.SIGINT)
"""


def test_ctrl_c_leaves_nothing_behind(tmp_path: Path) -> None:
    environ = os.environ | {"PYTHONPATH": str(ROOT)}
    ran = subprocess.run([sys.executable, "-c", INTERRUPTED, str(tmp_path / "a")], env=environ, check=False)
    assert ran.returncode == 130
    assert list(tmp_path.iterdir()) == []
