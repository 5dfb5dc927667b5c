"""Closed pipes, Ctrl-C, pagers, colours, odd encodings, faults: how a run ends and what it leaves on the streams."""

from __future__ import annotations

import array
import fcntl
import os
import signal
import subprocess
import termios
from pathlib import Path

import pytest

from nzn_cli.cli.terminal import Surroundings, coloured, page
from nzn_cli.cli.writing import pager
from tests.cli.nzn import NZN, ROOT, nzn, on_terminal
from tests.render.records import EVIL
from tests.waiting import GIVEN_UP, until


def _long(folder: Path, documents: int = 40) -> Path:
    for number in range(documents):
        (folder / f"d{number:02}.txt").write_text(f"Heading {number}\n\n" + "word " * 20_000, "utf-8")
    return folder


def _environ(**more: str) -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(ROOT)} | more


def test_a_closed_pipe_is_no_fault(tmp_path: Path) -> None:
    command = [*NZN, "-d", str(_long(tmp_path)), "show", "d00", "d01", "d02", "d03", "--body"]
    run = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=_environ())
    assert run.stdout is not None
    assert run.stderr is not None
    assert run.stdout.read(10) == b"Heading 0\n"
    run.stdout.close()
    assert run.stderr.read() == b""
    assert run.wait() == 0


def test_a_reader_that_is_gone_at_the_end_is_no_fault(seeds: Path) -> None:
    line = f"{' '.join(NZN)} -d {seeds} list 2>err | true; echo ${{PIPESTATUS[0]}}; cat err; rm err"
    ran = subprocess.run(["bash", "-c", line], capture_output=True, text=True, env=_environ(), check=False)
    assert ran.stdout == "0\n"


def test_a_full_disk_is_told(seeds: Path) -> None:
    if not os.path.exists("/dev/full"):
        pytest.skip("no /dev/full")
    with open("/dev/full", "w", encoding="utf-8") as full:
        ran = subprocess.run(
            [*NZN, "-d", str(seeds), "list"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            env=_environ(),
            check=False,
        )
    assert ran.returncode == 2
    assert "could not be written" in ran.stderr
    assert len(ran.stderr.splitlines()) == 1


def _unread(pipe: int) -> int:
    """Return how many bytes stand in a pipe."""
    waiting = array.array("i", [0])
    fcntl.ioctl(pipe, termios.FIONREAD, waiting)
    return waiting[0]


def test_ctrl_c_is_130_without_a_trace() -> None:
    run = subprocess.Popen(
        [*NZN, "show", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=_environ()
    )
    assert run.stdin is not None
    os.write(run.stdin.fileno(), b"000\n")
    until(lambda: run.poll() is not None or not _unread(run.stdin.fileno()), "a run that reads what it is given")
    run.send_signal(signal.SIGINT)
    assert run.wait(GIVEN_UP) == 130
    assert run.communicate() == (b"", b"")


def test_a_fault_is_one_line_and_70(tmp_path: Path) -> None:
    script = (
        "import sys; from nzn_cli.cli import run, app\n"
        "def broken(*_): raise ZeroDivisionError('by\\nzero')\n"
        "app.run_verb = broken\n"
        "sys.exit(run.run(['list'], {environ}))"
    )
    quiet = subprocess.run(
        [NZN[0], "-c", script.replace("{environ}", "{}")], capture_output=True, text=True, env=_environ(), check=False
    )
    assert quiet.returncode == 70
    assert quiet.stderr.splitlines() == [
        "nzn: a fault of nzn, not yours: ZeroDivisionError: by zero (NZN_DEBUG=1 shows where)"
    ]
    loud = subprocess.run(
        [NZN[0], "-c", script.replace("{environ}", "{'NZN_DEBUG': '1'}")],
        capture_output=True,
        text=True,
        env=_environ(),
        check=False,
    )
    assert loud.returncode == 70
    assert "Traceback" in loud.stderr


def _around(**environ: str) -> Surroundings:
    return Surroundings(environ, "/", out=True, err=True)


@pytest.mark.parametrize(
    ("environ", "when", "terminal", "colour"),
    [
        ({}, "auto", True, True),
        ({}, "auto", False, False),
        ({"NO_COLOR": "1"}, "auto", True, False),
        ({"NO_COLOR": ""}, "auto", True, True),
        ({"NO_COLOR": "1"}, "always", False, True),
        ({"FORCE_COLOR": "1"}, "auto", False, True),
        ({"FORCE_COLOR": "0"}, "auto", True, False),
        ({"CLICOLOR": "0"}, "auto", True, False),
        ({"CLICOLOR_FORCE": "1"}, "auto", False, True),
        ({"TERM": "dumb"}, "auto", True, False),
        ({}, "never", True, False),
    ],
)
def test_colour(environ: dict[str, str], when: str, terminal: bool, colour: bool) -> None:
    assert coloured({"TERM": "xterm"} | environ, when, terminal) is colour


def test_columns_and_links_come_from_the_environment() -> None:
    assert page(_around(COLUMNS="123", TERM="xterm"), None).width == 123
    for odd in ("rubbish", "²", "٣٣", "9" * 5_000):
        assert page(_around(COLUMNS=odd, VTE_VERSION=odd, TERM="xterm"), None).width >= 20
    assert page(_around(TERM="xterm", VTE_VERSION="6800"), None).links
    assert not page(_around(TERM="xterm", VTE_VERSION="6800", NO_COLOR="1"), None).links
    assert not page(_around(TERM="xterm"), None).links


def test_pager_comes_from_the_environment() -> None:
    assert pager(_around(PAGER="cat")) is None
    assert pager(_around(PAGER="")) is None
    assert pager(_around(TERM="dumb", PAGER="sh")) is None
    assert pager(_around(PAGER="false", NZN_PAGER="sh -c true")) == ["sh", "-c", "true"]
    assert pager(_around(PAGER="no-such-program-anywhere")) is None


def test_pager_gets_the_answer_on_a_terminal_only(seeds: Path, tmp_path: Path) -> None:
    env = {"NZN_DIR": str(seeds), "NZN_PAGER": "sed s/^/PAGED:/"}
    assert "PAGED:" in on_terminal("nzn list", tmp_path, env=env)
    assert "PAGED:" not in on_terminal("nzn list --no-pager", tmp_path, env=env)
    assert "PAGED:" not in on_terminal("nzn list | cat", tmp_path, env=env)
    assert "PAGED:" not in nzn("list", env=env).out


def test_a_pager_that_stops_early_is_no_fault(tmp_path: Path) -> None:
    shown = on_terminal(
        f"nzn -d {_long(tmp_path)} show d00 d01 d02 --body; echo ended $?", tmp_path, env={"NZN_PAGER": "head -n 1"}
    )
    assert shown.split("\n") == ["Heading 0", "ended 0"]


def test_colours_reach_a_terminal_and_no_pipe(seeds: Path, tmp_path: Path) -> None:
    env = {"NZN_DIR": str(seeds), "NO_COLOR": ""}
    assert "\x1b[1m" in on_terminal("nzn list", tmp_path, env=env)
    assert "\x1b" not in on_terminal("nzn list --color never", tmp_path, env=env)
    assert "\x1b" not in nzn("list", env=env).out
    assert "\x1b[1;31mSajjan\x1b[0m" in nzn("grep", "Sajjan", "--color", "always", env=env).out


@pytest.fixture(scope="module")
def harmful(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder whose names, titles, metadata and texts all mean harm."""
    folder = tmp_path_factory.mktemp("harmful")
    quoted = EVIL.replace("\\", "").replace("\x1b", "\\e").replace("\x07", "\\a").replace("\x9b", "\\x9B")
    quoted = quoted.replace("\t", "\\t").replace("\r", "\\r").replace('"', "")
    head = (
        f'---\ntitle: "{quoted}"\ndate: 2019-01-02\nministers: ["{quoted}", Hon Ann Bly]\n"{quoted}": "{quoted}"\n---\n'
    )
    text = f"Minister Ann Bly met Mr Bob Roe yesterday {EVIL} in May 2018.\n"
    (folder / "a\x1b[2Jb.md").write_text(head + text, "utf-8", newline="")
    (folder / "two\nlines.txt").write_text(text, "utf-8", newline="")
    with open(os.fsencode(folder) + b"/\xff.txt", "wb") as file:
        file.write(text.encode() + b"\x80\xff")
    return folder


@pytest.mark.parametrize(
    "line",
    [
        "nzn ",
        "nzn list",
        "nzn list --json",
        "nzn list --csv",
        "nzn list -O md",
        "nzn list -O tsv",
        "nzn list -O ids",
        "nzn list -O paths",
        "nzn show $(nzn list -O ids) --people --dates",
        "nzn show $(nzn list -O ids) --raw",
        "nzn show $(nzn list -O ids) -O md",
        "nzn grep yesterday",
        "nzn grep -c yesterday",
        "nzn grep -l yesterday",
        "nzn who",
        "nzn who bly",
        "nzn who --mentions",
        "nzn timeline",
        "nzn timeline -O ics",
        "nzn search yesterday",
        "nzn count --by minister",
        "nzn fields",
        "nzn check",
        "nzn list --minister nobody",
    ],
)
def test_nothing_of_a_document_drives_the_terminal(line: str, harmful: Path) -> None:
    line = line.replace("$(nzn ", f"$({' '.join(NZN)} ")
    shown = on_terminal(line, harmful, env={"NZN_DIR": str(harmful)})
    obeyed = set("".join(map(chr, (*range(32), *range(127, 160)))) + "\u202e\u202c") - {"\n", "\t", "\r"}
    assert not obeyed & set(shown), shown
    assert "Traceback" not in shown
    assert "fault" not in shown


def test_raw_paths_come_out_raw(harmful: Path) -> None:
    ran = subprocess.run(
        [*NZN, "-d", ".", "list", "-O", "paths", "-0"], cwd=harmful, capture_output=True, env=_environ(), check=False
    )
    assert sorted(ran.stdout.split(b"\0")[:-1]) == sorted(os.listdir(os.fsencode(harmful)))


def test_other_encodings_of_the_terminal_lose_nothing(seeds: Path) -> None:
    env = {"NZN_DIR": str(seeds), "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    ran = nzn("show", "000", "--body", env=env)
    assert ran.code == 0
    assert "Zealand’s" in ran.out
    shown = on_terminal("nzn timeline", seeds, env=env)
    assert shown.isascii()
    assert "fault" not in shown
