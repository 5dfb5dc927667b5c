"""The progress bar: on a terminal, for work that takes long, and never where NZN_PROGRESS=0 says so."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from nzn_cli.cli import progress_bar
from tests.cli.nzn import ROOT
from tests.console import play

# any work is long to a bar without patience
IMPATIENT = (
    "import os, sys; from nzn_cli.cli import progress_bar, run; progress_bar.PATIENCE = 0\n"
    "sys.exit(run.run(['list', '-O', 'ids'], os.environ))"
)


@pytest.mark.parametrize(
    ("variable", "bar"),
    [("-u NZN_PROGRESS", True), ("NZN_PROGRESS=1", True), ("NZN_PROGRESS=", True), ("NZN_PROGRESS=0", False)],
)
def test_a_variable_switches_the_bar_off(variable: str, bar: bool, tmp_path: Path) -> None:
    ids = [f"d{number:02}" for number in range(60)]
    for name in ids:
        (tmp_path / f"{name}.txt").write_text(f"Words of {name}.\n", "utf-8")
    env = {"PYTHONPATH": str(ROOT), "NZN_DIR": str(tmp_path), "NZN_CACHE_DIR": str(tmp_path / "cache")}
    shown = play(f'env {variable} {sys.executable} -c "{IMPATIENT}"', tmp_path, env=env)
    assert ("reading" in shown) is bar
    assert bar or shown.split("\n") == ids


@pytest.mark.parametrize(("count", "told"), [(250, "nzn: reading: 250 documents\n"), (150, "")])
def test_a_terminal_that_cannot_redraw_gets_lines_and_no_empty_ones(count: int, told: str, tmp_path: Path) -> None:
    for number in range(count):
        (tmp_path / f"d{number:03}.txt").write_text(f"Words of {number}.\n", "utf-8")
    env = {"PYTHONPATH": str(ROOT), "NZN_CACHE_DIR": str(tmp_path / "cache"), "TERM": "dumb"}
    shown = play(f"env -u NZN_PROGRESS {sys.executable} -m nzn_cli -d {tmp_path} count -O tsv", tmp_path, env=env)
    assert shown == f"{told}{count}"


def test_much_work_is_shown_from_its_start(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    late = progress_bar.Late()
    late.start("people", 10)
    assert capfd.readouterr().err == ""
    late.start("people", 5_000)
    assert "people" in capfd.readouterr().err
    late.finish()
