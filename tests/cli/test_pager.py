"""A pager that cannot be started, fails or stops early costs the page, not the answer."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.nzn import ROOT, on_terminal


def _program(folder: Path, text: str, mode: int = 0o755) -> str:
    path = folder / "pager"
    path.write_text(text, "utf-8")
    path.chmod(mode)
    return str(path)


def _shown(line: str, folder: Path, pager: str, **more: str) -> list[str]:
    env = {"NZN_DIR": str(ROOT / "seeds"), "NZN_PAGER": pager, "NZN_PROGRESS": "0"} | more
    return on_terminal(f"nzn {line}; echo ended $?", folder, env=env).split("\n")


@pytest.fixture(scope="module")
def answer(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return what is shown without a pager."""
    return _shown("timeline", tmp_path_factory.mktemp("plain"), "cat")


@pytest.mark.parametrize("pager", ["nowhere-at-all", "/", "'", "'' x", ""])
def test_none_of_that_name(pager: str, answer: list[str], tmp_path: Path) -> None:
    assert _shown("timeline", tmp_path, pager) == answer


def test_one_that_may_not_be_run(answer: list[str], tmp_path: Path) -> None:
    assert _shown("timeline", tmp_path, _program(tmp_path, "#!/bin/cat\n", 0o644)) == answer


@pytest.mark.parametrize(
    ("text", "reason"), [("echo no interpreter\n", "Exec format error"), ("#!/nowhere/at/all\n", "No such file")]
)
def test_one_that_cannot_be_started(text: str, reason: str, answer: list[str], tmp_path: Path) -> None:
    said, *shown = _shown("timeline", tmp_path, pager := _program(tmp_path, text))
    assert said.startswith(f"nzn: the pager {pager} cannot be started: {reason}")
    assert shown == answer


def test_no_process_to_start_it_in(answer: list[str], tmp_path: Path) -> None:
    # no fork is left to this process, whoever runs the tests: it is refused as the system refuses it
    (tmp_path / "sitecustomize.py").write_text(
        "import _posixsubprocess, errno, os\n"
        "def refused(*_): raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))\n"
        "_posixsubprocess.fork_exec = refused\n",
        "utf-8",
    )
    said, *shown = _shown("timeline", tmp_path, "cat -u", PYTHONPATH=f"{tmp_path}{os.pathsep}{ROOT}", NZN_JOBS="1")
    assert said == "nzn: the pager cat cannot be started: Resource temporarily unavailable"
    assert shown == answer


@pytest.mark.parametrize(("text", "code"), [("exit 1", 1), ("exec 0<&-; exit 3", 3), ("no-such-program-anywhere", 127)])
@pytest.mark.parametrize("line", ["timeline", "list", "who --mentions -O tsv"])
def test_one_that_fails_at_once(line: str, text: str, code: int, tmp_path: Path) -> None:
    pager = _program(tmp_path, f"#!/bin/sh\n{text} 2>/dev/null\n")
    said, *shown = _shown(line, tmp_path, pager)
    assert said == f"nzn: the pager {pager} ended with {code}"
    assert shown == _shown(line, tmp_path, "cat")


def test_one_that_fails_before_a_long_answer(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("word " * 100_000 + "\n" + "last\n", "utf-8")
    pager = _program(tmp_path, "#!/bin/sh\nexit 1\n")
    said, *shown = _shown("show long --body", tmp_path, pager, NZN_DIR=str(tmp_path))
    assert said == f"nzn: the pager {pager} ended with 1"
    assert [line for line in shown if "last" in line]
    assert shown == _shown("show long --body", tmp_path, "cat", NZN_DIR=str(tmp_path))


@pytest.mark.parametrize("text", ["head -n 1", 'read -r line; echo "$line"; exec 0<&-; echo', "true"])
def test_one_that_stops_early_has_shown_enough(text: str, answer: list[str], tmp_path: Path) -> None:
    shown = _shown("timeline", tmp_path, _program(tmp_path, f"#!/bin/bash\n{text}\n"))
    assert [line for line in shown if line] == ([] if text == "true" else answer[:1]) + ["ended 0"]


def test_one_that_reads_much_and_fails_is_told_and_no_more(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text("word " * 10_000, "utf-8")
    pager = _program(tmp_path, "#!/bin/sh\ncat >/dev/null\nexit 1\n")
    shown = _shown("show a b c --body", tmp_path, pager, NZN_DIR=str(tmp_path))
    assert shown == [f"nzn: the pager {pager} ended with 1", "ended 0"]
