"""A cache folder that cannot be used costs time and no answer; only `index build` says why nothing is kept."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.nzn import nzn
from tests.freshness.corpus import write

ASKING = (
    "list --json",
    "who --json",
    "timeline --json",
    "search harbour --json",
    "grep harbour",
    "count --by month",
    "fields",
    "overview",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("uncached")
    write(folder, 40)
    return folder


@pytest.fixture(params=["file", "below a file", "device", "nowhere", "read-only", "full", "closed", "loop"])
def cache(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    kind, place = request.param, tmp_path / "cache"
    if kind in ("file", "below a file"):
        place.write_text("in the way")
    elif kind == "loop":
        place.symlink_to(place)
    elif kind in ("read-only", "full", "closed"):
        place.mkdir()
    if kind == "closed":
        if os.geteuid() == 0:
            pytest.skip("nothing is closed to root")
        place.chmod(0)
    mounted = {"read-only": ["-o", "ro"], "full": ["-o", "size=8k"]}.get(kind)
    if mounted:
        done = subprocess.run(["mount", "-t", "tmpfs", *mounted, "none", place], capture_output=True, check=False)
        if done.returncode:
            pytest.skip("nothing can be mounted here")
    yield {"below a file": place / "more", "device": Path("/dev/full"), "nowhere": Path("/proc/nzn")}.get(kind, place)
    if mounted:
        subprocess.run(["umount", place], check=True)
    if kind == "closed":
        place.chmod(0o700)


def test_every_answer_is_that_of_a_scan(folder: Path, cache: Path) -> None:
    env = {"NZN_DIR": str(folder), "NZN_CACHE_DIR": str(cache)}
    for command in ASKING:
        ran = nzn(*command.split(), env=env)
        assert ran == nzn(*command.split(), "--no-index", env=env), command
        assert (ran.code, ran.err) == (0, ""), command
        assert ran.out


def test_the_cache_itself_is_told_of(folder: Path, cache: Path) -> None:
    env = {"NZN_DIR": str(folder), "NZN_CACHE_DIR": str(cache)}
    status = nzn("index", "status", env=env)
    assert (status.code, status.err) == (0, "")
    assert "built\t\n" in status.out
    assert nzn("index", "clear", "--all", env=env).err == "nzn: 0 files removed\n"
    assert nzn("__complete", "zsh", "list", "--minister", "J", env=env) == (0, "values\n", "")
    built = nzn("index", "build", env=env)
    assert (built.code, built.out) == (2, "")
    assert "no index can be kept" in built.err
    assert str(cache) in built.err
