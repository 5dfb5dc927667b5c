"""A folder that cannot be read is told as a file is, with an index and without, until it can be."""

from __future__ import annotations

import ctypes
import errno
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from nzn_cli.api import open_corpus
from nzn_cli.freshness import snapshot
from nzn_cli.model.answers import ProblemRecord
from nzn_cli.model.settings import Filters
from tests.cli.nzn import NZN, ROOT, Ran
from tests.freshness.corpus import article, indexed, scanned, settings, write

_DROP, _OVERRIDE, _SEARCH = 24, 1, 2  # of prctl: a right of root's to read what the modes of files forbid


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "corpus", 12)
    return tmp_path / "corpus"


@pytest.fixture
def close(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Return what closes a folder to this process, whoever it runs as."""
    monkeypatch.setattr(snapshot, "_TICK", -1_000_000_000)

    def closing(folder: Path) -> None:
        status = folder.stat()
        os.utime(folder, ns=(status.st_atime_ns, status.st_mtime_ns))  # closing it changes its ctime

        def refusing(plain: Callable[..., Any]) -> Callable[..., Any]:
            def asked(path: Any, *more: Any, **named: Any) -> Any:
                if os.fsdecode(path).rstrip("/") == str(folder):
                    raise PermissionError(errno.EACCES, "Permission denied", path)
                return plain(path, *more, **named)

            return asked

        for name in ("scandir", "listdir"):
            monkeypatch.setattr(os, name, refusing(getattr(os, name)))

    return closing


def told(folder: Path, cache: Path, use_index: bool) -> tuple[list[ProblemRecord], int]:
    with open_corpus(settings(folder, cache, use_index=use_index), cwd=str(folder)) as corpus:
        found = [one for one in corpus.check() if one.code == "unreadable-folder"]
        assert [one for one in corpus.check(Filters(title=("report",))) if one.code == "unreadable-folder"] == []
        return found, corpus.unread_folders()


@pytest.mark.parametrize("indexed_before", [False, True])
def test_a_folder_that_is_closed_is_told_until_it_is_open(
    folder: Path, tmp_path: Path, close: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch, indexed_before: bool
) -> None:
    cache = tmp_path / "cache"
    if indexed_before:
        assert len(indexed(folder, cache)["document"]) == 12
    close(folder / "part1")
    for _ in range(2):
        for use_index in (True, False):
            (problem,), number = told(folder, cache, use_index)
            assert (problem.path, problem.line, problem.message, number) == (
                "part1", None, "the folder cannot be read: permission denied", 1,
            )  # fmt: skip
    assert indexed(folder, cache) == scanned(folder, cache)
    assert len(indexed(folder, cache)["document"]) == 9
    monkeypatch.undo()
    monkeypatch.setattr(snapshot, "_TICK", -1_000_000_000)
    for use_index in (True, False):
        assert told(folder, cache, use_index) == ([], 0)
    assert len(indexed(folder, cache)["document"]) == 12


# ---- with the rights of somebody who is not root -----------------------------------------------------------------


def _without_the_rights_of_root() -> None:
    if os.geteuid() == 0:
        libc = ctypes.CDLL(None)
        libc.prctl(_DROP, _OVERRIDE, 0, 0, 0)
        libc.prctl(_DROP, _SEARCH, 0, 0, 0)


def humble(*words: str) -> Ran:
    """Run nzn as one to whom the modes of files apply."""
    done = subprocess.run(
        [*NZN, *words],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
        text=True,
        preexec_fn=_without_the_rights_of_root,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def mode(folder: Path) -> Iterator[Callable[[int], None]]:
    """Return what changes the mode of one folder of the corpus; it is open again afterwards."""
    if os.name != "posix" or (os.geteuid() == 0 and sys.platform != "linux"):
        pytest.skip("no modes, or a root who cannot lay down rights")
    yield (folder / "part1").chmod
    (folder / "part1").chmod(0o700)


@pytest.mark.parametrize("closed", [0o000, 0o400])
@pytest.mark.parametrize("how", [(), ("--no-index",)])
def test_commands_count_it_and_end_strictly(
    folder: Path, mode: Callable[[int], None], closed: int, how: tuple[str, ...]
) -> None:
    at = ("-d", str(folder), *how)
    assert humble(*at, "list", "--strict").code == 0
    mode(closed)
    for _ in range(2):
        ran = humble(*at, "list")
        assert (ran.code, len(ran.out.splitlines())) == (0, 9)
        assert ran.err == f"nzn: 1 folder cannot be read; nzn -d {folder} check lists them\n"
        assert humble(*at, "list", "--strict").code == 3
        assert humble(*at, "count", "-q", "--strict").code == 3
        ran = humble(*at, "check", "-j")
        assert ran.code == 1
        assert '"code":"unreadable-folder"' in ran.out.replace(" ", "")
    mode(0o700)
    (folder / "part1" / "new.md").write_text(article(50), encoding="utf-8")
    ran = humble(*at, "list", "--strict")
    assert (ran.code, ran.err, len(ran.out.splitlines())) == (0, "", 13)
