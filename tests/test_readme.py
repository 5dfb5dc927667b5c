"""The README is true: each example prints what it shows, and the two commands stand alone in the first block."""

from __future__ import annotations

import re
import shutil
import tomllib
from pathlib import Path

import pytest

from nzn_cli.cli.topics import CODES
from nzn_cli.cli.verbs import SHOWN
from nzn_cli.config.settings_file import SECTIONS, read_file
from tests.console import UPDATE, agrees, fences, play, steps
from tests.mixed import write_mixed

README = Path(__file__).resolve().parent.parent / "README.md"


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README.read_text("utf-8"), re.M | re.S)


def test_first_block_is_the_two_commands() -> None:
    install, test = blocks("sh")[0].strip().split("\n")
    assert install.endswith("nzn list")
    assert "pytest" in test


@pytest.fixture(scope="module")
def beside(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that holds the documents as `seeds`, as a clone does, and a few of every kind as `papers`."""
    folder = tmp_path_factory.mktemp("clone")
    shutil.copytree(README.parent / "seeds", folder / "seeds")
    (folder / "papers").mkdir()
    write_mixed(folder / "papers")
    return folder


@pytest.mark.parametrize(("columns", "text"), fences(README.read_text("utf-8")))
def test_examples_print_what_they_show(columns: int, text: str, tmp_path: Path, beside: Path) -> None:
    folder = beside if "-d seeds" in text or "-d papers" in text else tmp_path
    for step in steps(text):
        shown = play(step.command, folder, columns)
        if UPDATE and "…" not in step.expected.split("\n") and not agrees(step.expected, shown):
            old = f"$ {step.command}\n" + (f"{step.expected}\n" if step.expected else "")
            README.write_text(README.read_text("utf-8").replace(old, f"$ {step.command}\n{shown}\n", 1), "utf-8")
            continue
        assert agrees(step.expected, shown), f"$ {step.command}\n{shown}"


def test_the_settings_shown_are_settings(tmp_path: Path) -> None:
    example = blocks("toml")[0]
    (tmp_path / ".nzn.toml").write_text(example, "utf-8")
    assert read_file(str(tmp_path / ".nzn.toml"))["day_first"] is False
    assert set(tomllib.loads(example)) == set(SECTIONS)


def test_the_program_shown_runs(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(README.parent)
    exec(blocks("python")[0], {})
    assert capsys.readouterr().out == "2024-04-04 Security cooperation in challenging world frontmatter\n"


def test_every_command_and_exit_code_is_told() -> None:
    text = README.read_text("utf-8")
    rows = dict(re.findall(r"^\| (\d+) \| (.*?) \|$", text, re.M))
    assert {int(code): told.replace("`", "") for code, told in rows.items()} == {
        code: told.replace("nzn check", "check") for code, told in CODES
    }
    for verb in SHOWN:
        assert f"| `{verb.name}`" in text, verb.name
