"""Ctrl-C at any import, in a worker, before a pager, over a progress bar, at the very end: 130, and not a word.

The signal comes by a sign: a `sitecustomize` on the path sends it when a module is looked for, by whoever looks for it.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.nzn import NZN, ROOT, on_terminal

_SHIM = """
import os, signal, sys

def interrupt():
    if os.environ.pop("INTERRUPT", None) == "group":
        os.killpg(0, signal.SIGINT)
    else:
        os.kill(os.getpid(), signal.SIGINT)

class Watch:
    @staticmethod
    def find_spec(name, path=None, target=None):
        if "IMPORTS" in os.environ:
            with open(os.environ["IMPORTS"], "a") as file:
                print(name, file=file)
        if name == os.environ.get("AT") and (os.getpid() != me or "BY_WORKER" not in os.environ):
            interrupt()

def ended(code, end=os._exit):
    if os.environ.pop("AT", None) == "the end":
        interrupt()
    end(code)

me = os.getpid()
sys.meta_path.insert(0, Watch)
os._exit = ended
"""
_ENTRY = "import re, sys\nfrom nzn_cli.__main__ import main\nsys.exit(main())\n"  # as pip writes it


@pytest.fixture(autouse=True, scope="module")
def _heard() -> Iterator[None]:
    """Have runs hear SIGINT, even where the tests run in the background of a shell."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture(scope="module")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder for PYTHONPATH whose `sitecustomize` interrupts where AT says, and an `nzn` as pip makes one."""
    folder = tmp_path_factory.mktemp("shim")
    (folder / "sitecustomize.py").write_text(_SHIM, "utf-8")
    (folder / "nzn").write_text(_ENTRY, "utf-8")
    return folder


def _ran(shim: Path, command: list[str], **more: str) -> subprocess.CompletedProcess[bytes]:
    """Return how a run ended, once all that held its streams have ended."""
    environ = os.environ | {"PYTHONPATH": f"{shim}{os.pathsep}{ROOT}", "NZN_DIR": str(ROOT / "seeds")} | more
    return subprocess.run(command, env=environ, capture_output=True, start_new_session=True, check=False, timeout=120)


def _imports(shim: Path, command: list[str], log: Path, **more: str) -> list[str]:
    """Return what a run imports once the first line of `__main__` is reached."""
    assert _ran(shim, command, IMPORTS=str(log), **more).returncode == 0
    names = log.read_text("utf-8").split()
    ours = names.index("nzn_cli.__main__")
    assert names[ours - 1] == "nzn_cli"  # which loads nothing: so far Ctrl-C is the interpreter's
    return list(dict.fromkeys(names[ours + 1 :]))


@pytest.mark.parametrize("words", [["list", "-O", "table"], ["--help"], ["--version"], ["__complete", "zsh", "li"]])
@pytest.mark.parametrize("entry", ["module", "script"])
def test_at_any_import(entry: str, words: list[str], shim: Path, tmp_path: Path) -> None:
    command = [*NZN, *words] if entry == "module" else [sys.executable, str(shim / "nzn"), *words]
    caches = (str(tmp_path / str(number)) for number in range(1000))
    names = _imports(shim, command, tmp_path / "log", NZN_CACHE_DIR=next(caches))
    telling = {"typer", "sqlite3", "rich", "yaml", "nzn_cli.cli", "nzn_cli.cli.interrupt"}
    chosen = [name for place, name in enumerate(names) if name in telling or place % 12 == 0]
    assert "list" not in words or telling <= set(chosen)
    for name in chosen:
        ran = _ran(shim, command, AT=name, NZN_CACHE_DIR=next(caches))
        assert (ran.returncode, ran.stderr, ran.stdout) == (130, b"", b""), name


def test_at_the_very_end(shim: Path) -> None:
    ran = _ran(shim, [*NZN, "list"], AT="the end")
    assert (ran.returncode, ran.stderr) == (130, b"")
    assert len(ran.stdout.splitlines()) == 5


def test_in_a_worker(shim: Path, tmp_path: Path) -> None:
    for number in range(400):
        text = f"---\ndate: 2019-01-02\n---\nMinister Ana Bly met Bob Roe {number} times last year.\n"
        (tmp_path / f"d{number:03}.md").write_text(text * 2, "utf-8")
    more = {"NZN_DIR": str(tmp_path), "NZN_JOBS": "3", "BY_WORKER": "1", "NZN_CACHE_DIR": str(tmp_path / "cache")}
    for whom in ("group", "worker"):
        ran = _ran(shim, [*NZN, "who", "--json"], AT="frontmatter", INTERRUPT=whom, **more)
        assert ran.stderr == b""
        assert ran.returncode == (130 if whom == "group" else 0)


def test_not_where_it_is_to_be_ignored(shim: Path) -> None:
    line = ["bash", "-c", 'trap "" INT; exec "$@"', "bash", *NZN, "list", "-O", "ids"]
    ran = _ran(shim, line, AT="typer")
    assert (ran.returncode, ran.stderr, len(ran.stdout.splitlines())) == (0, b"", 5)


def test_a_library_leaves_ctrl_c_to_its_user() -> None:
    script = (
        "import signal, nzn_cli\n"
        f"with nzn_cli.open_corpus(nzn_cli.load_settings([{str(ROOT / 'seeds')!r}])) as corpus: list(corpus.people())\n"
        "assert signal.getsignal(signal.SIGINT) is signal.default_int_handler"
    )
    subprocess.run([sys.executable, "-c", script], env=os.environ | {"PYTHONPATH": str(ROOT)}, check=True)


def test_the_progress_bar_is_wiped_and_the_cursor_given_back(tmp_path: Path) -> None:
    script = tmp_path / "bar.py"
    script.write_text(
        "import os, signal, nzn_cli.__main__\n"
        "from nzn_cli.cli import interrupt, progress_bar\n"
        "interrupt.take_over()\n"
        "progress_bar.PATIENCE = 0\n"
        "bar = progress_bar.Late()\n"
        "bar.start('reading', 9)\n"
        "bar.advance(1)\n"
        "os.kill(os.getpid(), signal.SIGINT)\n"
        "print('went on')\n",
        "utf-8",
    )
    shown = on_terminal(f"{sys.executable} bar.py; echo ended $?", tmp_path)
    assert "reading" in shown
    assert shown.endswith("\r\x1b[2K\x1b[?25hended 130")


@pytest.mark.parametrize(
    ("pager", "code"),
    [
        # all is written, and nzn waits: the interrupt is the pager's alone
        ('text=$(cat); kill -INT $PPID; echo "$text" | head -n 1; echo PAGED', 0),
        # nzn is still writing: it ends, but not before the pager
        ('read -r line; kill -INT $PPID; echo "$line"; cat >/dev/null; echo PAGED', 130),
    ],
)
def test_a_pager_is_waited_for(pager: str, code: int, tmp_path: Path) -> None:
    for number in range(4):
        (tmp_path / f"d{number}.txt").write_text(f"Heading {number}\n\n" + "word " * 100_000, "utf-8")
    program = tmp_path / "pager"
    program.write_text(f"#!/bin/bash\n{pager}\n", "utf-8")
    program.chmod(0o755)
    env = {"NZN_DIR": str(tmp_path), "NZN_PAGER": str(program), "NZN_PROGRESS": "0"}
    shown = on_terminal("nzn show d0 d1 d2 d3 --body; echo ended $?", tmp_path, env=env)
    assert shown.split("\n") == ["Heading 0", "PAGED", f"ended {code}"]
