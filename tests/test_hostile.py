"""Rubbish in a folder never stops an answer, is never lost in silence, and never reaches the terminal as a command."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.console import play
from tests.hostile import lay
from tests.trials import HOSTILE_LINES
from tests.waiting import GIVEN_UP


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay(tmp_path_factory.mktemp("rubbish"))


def nzn(folder: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(["nzn", *words, "-d", str(folder)], capture_output=True, timeout=GIVEN_UP)


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "tsv", "md"])
@pytest.mark.parametrize("command", ["list", "who", "timeline", "check", "grep e"])
def test_every_format_answers(folder: Path, command: str, form: str) -> None:
    done = nzn(folder, *command.split(), "-O", form)
    assert done.returncode in (0, 1), done.stderr
    assert b"Traceback" not in done.stderr
    if form == "json":
        assert isinstance(json.loads(done.stdout), list)


@pytest.mark.parametrize("command", HOSTILE_LINES)
def test_every_command_answers_on_a_terminal(folder: Path, command: str, tmp_path: Path) -> None:
    words = command.replace("noise-bytes", "noise.md").replace("FOLDER", shlex.quote(str(folder)))
    shown = play(f"nzn -d '{folder}' {words}; echo \"exit $?\"", tmp_path)
    assert shown.rsplit("\n", 1)[-1] in ("exit 0", "exit 1"), shown[-2000:]
    assert "Traceback" not in shown
    assert not set(shown) & {"\x1b", "\x9b", "\x07", "\u202e"}, repr(shown[-2000:])


def test_nothing_is_lost(folder: Path) -> None:
    listed = {json.loads(line)["path"] for line in nzn(folder, "list", "--jsonl").stdout.splitlines()}
    skipped = {json.loads(line)["path"] for line in nzn(folder, "list", "--skipped", "--jsonl").stdout.splitlines()}
    names = {Path(p).name for p in listed} | {Path(p).name for p in skipped}
    on_disk = {p.name for p in folder.rglob("*") if p.suffix in (".md", ".txt")}
    shown = {name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace") for name in on_disk}
    assert {n.replace("\\xff\\xfe", "") for n in shown} <= {n.replace("\\xff\\xfe", "") for n in names}
    assert not listed & skipped


def test_warnings_are_counted_in_one_line(folder: Path) -> None:
    done = nzn(folder, "list", "--json", "--no-index")  # an index tells them once
    assert done.stderr.count(b"\n") == 1
    assert b"warning" in done.stderr


def test_a_bomb_is_bounded(folder: Path) -> None:
    bomb = next(r for r in json.loads(nzn(folder, "list", "--json").stdout) if r["path"].endswith("bomb.md"))
    assert bomb["warnings"]
    assert len(json.dumps(bomb)) < 100_000


def test_a_bad_regex_is_one_sentence(folder: Path) -> None:
    done = nzn(folder, "grep", "(unclosed")
    assert done.returncode == 2
    assert done.stderr.count(b"\n") <= 2
    assert b"(unclosed" in done.stderr


def test_a_regex_without_end_is_stopped(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a" * 60 + "b\n")
    impatient = (
        "import sys; from nzn_cli.__main__ import main; from nzn_cli.query import patience; patience.SECONDS = 0.1"
    )
    words = ["grep", r"(a|aa)+$", "-d", str(tmp_path)]
    done = subprocess.run(
        [sys.executable, "-c", f"{impatient}; sys.exit(main())", *words], capture_output=True, timeout=GIVEN_UP
    )
    assert done.returncode == 2
    assert b"(a|aa)+$" in done.stderr


def test_an_empty_folder(tmp_path: Path) -> None:
    for command in ("list", "who", "timeline", "check"):
        done = nzn(tmp_path, command, "--json")
        assert (done.returncode, json.loads(done.stdout)) == (0 if command == "check" else 1, [])


def test_no_folder(tmp_path: Path) -> None:
    done = nzn(tmp_path / "nowhere", "list")
    assert done.returncode == 2
    assert b"nowhere" in done.stderr
