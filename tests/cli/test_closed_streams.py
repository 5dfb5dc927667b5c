"""Streams that are closed, full or of the wrong kind: no trace, no message among the data, no file in their place."""

from __future__ import annotations

import os
import sqlite3
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import pytest

from nzn_cli.cli.options import FORMAT_NAMES
from nzn_cli.cli.verbs import VERBS
from tests.cli.nzn import NZN, ROOT, on_terminal

# a line for every verb of the table: what it is called with
ARGUMENTS = {
    "show": "000",
    "grep": "NATO",
    "search": "training",
    "completion": "bash",
    "overview": "",
    "init": "nowhere",
}
LINES = {verb.name: f"{verb.name} {ARGUMENTS.get(verb.name, '')}".strip() for verb in VERBS} | {
    "overview": "",
    "version": "--version",
    "help of one": "list --help",
    "help of all": "--help",
    "raw": "show 000 --raw",
    "built": "index build",
    "mistake": "lst",
    "tab": "__complete zsh list --minister P",
}
FORMATS = [f"list -O {name}" for name in FORMAT_NAMES if name != "ics"] + ["timeline -O ics", "list -O paths -0"]
CLOSED = (">&-", "2>&-", "<&-", "<&- >&- 2>&-")
FULL = pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full")


class Ended(NamedTuple):
    """Exit code and streams of a run."""

    code: int
    out: bytes
    err: bytes


def _ran(line: str, streams: str, cache: Path) -> Ended:
    """Return how `nzn line` ended in a shell that did `streams` to it."""
    environ = os.environ | {"PYTHONPATH": str(ROOT), "NZN_DIR": str(ROOT / "seeds"), "NZN_CACHE_DIR": str(cache)}
    ran = subprocess.run(
        ["bash", "-c", f"{' '.join(NZN)} {line} {streams}"], env=environ, capture_output=True, check=False, input=b""
    )
    return Ended(ran.returncode, ran.stdout, ran.stderr)


def _all(lines: list[str], streams: str, cache: Path) -> dict[str, Ended]:
    with ThreadPoolExecutor(2) as pool:
        return dict(zip(lines, pool.map(lambda line: _ran(line, streams, cache), lines), strict=True))


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def whole(cache: Path) -> dict[str, Ended]:
    """Return how every line ends with all its streams open."""
    lines = [*LINES.values(), *FORMATS]
    for line in ("index build", "__complete zsh list --minister P"):
        _ran(line, "", cache)
    return _all(lines, "", cache)


@pytest.mark.parametrize("streams", CLOSED)
def test_closed(streams: str, whole: dict[str, Ended], cache: Path) -> None:
    for line, ended in _all(list(whole), streams, cache).items():
        assert ended.code == whole[line].code, line
        assert ended.out == (b"" if ">&-" in streams.replace("2>&-", "") else whole[line].out), line
        assert ended.err == (b"" if "2>&-" in streams else whole[line].err), line


@FULL
def test_full_standard_output(whole: dict[str, Ended], cache: Path) -> None:
    for line, ended in _all(list(whole), ">/dev/full", cache).items():
        if not whole[line].out or line == LINES["tab"]:
            assert ended == whole[line]._replace(out=b""), line
            continue
        assert ended.code == 2, line
        assert ended.err == b"nzn: the answer could not be written: No space left on device\n", line


@FULL
def test_full_standard_error(whole: dict[str, Ended], cache: Path) -> None:
    for line, ended in _all(list(whole), "2>/dev/full", cache).items():
        assert ended == whole[line]._replace(err=b""), line
    assert _ran("list", ">/dev/full 2>/dev/full", cache) == (2, b"", b"")


def test_what_cannot_be_written_to_or_read_from(cache: Path) -> None:
    ended = _ran("list", "</dev/null 1</dev/null", cache)
    assert (ended.code, ended.err) == (2, b"nzn: the answer could not be written: Bad file descriptor\n")
    for line in ("show -", "grep -f -"):
        ended = _ran(line, "0>/dev/null", cache)
        assert (ended.code, ended.err) == (2, b"nzn: standard input cannot be read: Bad file descriptor\n")


def test_patterns_on_standard_input_may_hold_any_byte(cache: Path) -> None:
    ended = _ran("grep -F -c -f -", r"< <(printf 'NATO\n\xff\n')", cache)
    assert (ended.code, ended.err) == (0, b"")
    assert len(ended.out.splitlines()) == 5


@pytest.mark.parametrize("streams", CLOSED)
def test_nothing_is_printed_into_a_new_index(streams: str, tmp_path: Path) -> None:
    for line in ("list", "who", "timeline --json", "list --limit 1"):
        _ran(line, streams, tmp_path)
    (index,) = tmp_path.glob("*.db")
    assert sqlite3.connect(index).execute("PRAGMA integrity_check").fetchone() == ("ok",)
    for line in ("list", "who", "timeline --json"):
        assert _ran(line, "", tmp_path) == _ran(f"{line} --no-index", "", tmp_path)


@pytest.mark.parametrize("line", LINES.values())
def test_on_a_terminal(line: str, whole: dict[str, Ended], cache: Path) -> None:
    env = {"NZN_DIR": str(ROOT / "seeds"), "NZN_CACHE_DIR": str(cache)}
    code, said = whole[line].code, whole[line].err.decode()
    shown = on_terminal(f"nzn {line}; echo ended $?", ROOT, env=env)
    assert shown.endswith(f"ended {code}")
    for streams, expected in (
        ("2>&-", shown.replace(said, "")),
        (">&-", f"{said}ended {code}"),
        ("<&- >&- 2>&-", f"ended {code}"),
    ):
        assert on_terminal(f"nzn {line} {streams}; echo ended $?", ROOT, env=env) == expected, streams
