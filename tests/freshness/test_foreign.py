"""The cache folder may be full of other people's files: nzn touches none of them, and the folder stays as it was."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
from pathlib import Path
from typing import Any

import pytest

from nzn_cli.freshness import place
from nzn_cli.freshness.open_index import open_store
from nzn_cli.freshness.status import index_build, index_clear, index_status
from nzn_cli.progress import Silent
from tests.cli.nzn import nzn
from tests.freshness.corpus import ALL, contents, indexed, scanned, settings, write

KEY = "0123456789abcdef0123456789abcdef"
OLD = 1_500_000_000
COMMANDS = (
    "list",
    "index status",
    "who",
    "timeline",
    "index build",
    "search harbour",
    "__complete zsh list --minister J",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "corpus", 6)
    return tmp_path / "corpus"


def lay(cache: Path, outside: Path) -> None:
    """Fill a folder with files of other programs, some under names such as nzn gives."""
    cache.mkdir()
    outside.mkdir()
    (outside / "linked.db").write_bytes(b"theirs, elsewhere")
    for name in ("yarn.lock", "state.db-journal", "notes.seal", f"{KEY}.seal", f"{KEY}.lock", f"{KEY}.seal.4242"):
        (cache / name).write_text(f"of another program: {name}\n")
    other = KEY[::-1]
    for name in ("places.db", f"{KEY}.db", f"{other[:-1]}.db", f"{other.upper()}.db"):
        connection = sqlite3.connect(cache / name)
        connection.executescript("CREATE TABLE precious (thing); INSERT INTO precious VALUES (1)")
        connection.close()
    (cache / f"{KEY}.db-journal").write_bytes(b"")
    (cache / "empty.lock").write_bytes(b"")
    (cache / f"{other}.lock").write_bytes(b"")
    (cache / f"{other}.db").symlink_to(outside / "linked.db")
    (cache / f"{other}.seal").symlink_to("nowhere")
    (cache / f"{'a' * 32}.db").mkdir()
    (cache / f"{'b' * 32}.lock").mkdir()
    os.mkfifo(cache / f"{'c' * 32}.seal")
    os.mkfifo(cache / f"{'c' * 32}.db")
    below = cache / "below"
    below.mkdir(mode=0o755)
    (below / f"{KEY}.db").write_text("deep")
    (cache / "tab").mkdir(mode=0o755)
    (cache / "tab" / "notes").write_text("kept in a folder called tab")
    for path in _all(cache):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() else 0o644)
        os.utime(path, (OLD, OLD), follow_symlinks=False)


def _all(cache: Path) -> list[Path]:
    return sorted(cache.rglob("*"))


def photographed(cache: Path, names: list[Path]) -> dict[str, Any]:
    """Return what each path is: kind, mode, time and content."""
    found = {}
    for path in names:
        status = path.lstat()
        held = os.readlink(path) if path.is_symlink() else path.read_bytes() if path.is_file() else b""
        found[str(path)] = (oct(status.st_mode), status.st_mtime_ns, status.st_uid, held)
    return found


@pytest.mark.parametrize("mode", [0o755, 0o775, 0o1777])
def test_not_one_foreign_file_is_touched(folder: Path, tmp_path: Path, mode: int) -> None:
    cache, outside = tmp_path / "cache", tmp_path / "outside"
    lay(cache, outside)
    cache.chmod(mode)
    names = [*_all(cache), outside / "linked.db"]
    before = photographed(cache, names)
    env = {"NZN_CACHE_DIR": str(cache), "NZN_DIR": str(folder)}
    for command in (*COMMANDS, "index clear", "list", COMMANDS[-1], "index clear --all"):
        ran = nzn(*command.split(), env=env)
        assert ran.code in (0, 2 if command == "index build" else 0), (command, ran)
        assert stat.S_IMODE(cache.stat().st_mode) == mode, command
        assert photographed(cache, names) == before, command
    assert _all(cache) == [name for name in names if name.is_relative_to(cache)]


def test_a_link_below_the_cache_folder(folder: Path, tmp_path: Path) -> None:
    project, home = tmp_path / "project", tmp_path / "home"
    lay(project, tmp_path / "outside")
    home.mkdir()
    (home / "nzn").symlink_to(project)
    before = photographed(project, _all(project))
    env = {"XDG_CACHE_HOME": str(home), "NZN_DIR": str(folder)}
    for command in (*COMMANDS, "index clear --all"):
        assert nzn(*command.split(), env=env).code == 0
    assert photographed(project, _all(project)) == before


def test_a_folder_that_nzn_makes_is_the_users_alone(folder: Path, tmp_path: Path) -> None:
    env = {"NZN_CACHE_DIR": str(tmp_path / "made" / "cache"), "NZN_DIR": str(folder)}
    assert nzn("list", env=env).code == 0
    assert stat.S_IMODE((tmp_path / "made" / "cache").stat().st_mode) == 0o700


@pytest.mark.parametrize("how", ["build", "status", "clear"])
def test_among_foreign_files_nzn_still_tidies_its_own(folder: Path, tmp_path: Path, how: str) -> None:
    cache = tmp_path / "cache"
    lay(cache, tmp_path / "outside")
    names = _all(cache)
    write(tmp_path / "gone", 3)
    indexed(tmp_path / "gone", cache)
    left = place.place(settings(tmp_path / "gone", cache))
    Path(f"{left.seal}-new").write_bytes(Path(left.seal).read_bytes())  # of one who was killed
    shutil.rmtree(tmp_path / "gone")
    if how == "build":
        indexed(folder, cache)
    elif how == "status":
        index_status(settings(folder, cache))
    else:
        index_clear(settings(folder, cache))
    key = Path(left.path).stem
    assert not [path.name for path in _all(cache) if path.name.startswith(key)]
    assert set(names) <= set(_all(cache))


def test_what_a_kill_leaves_is_tidied_when_it_is_old(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    write(tmp_path / "gone", 3)
    indexed(tmp_path / "gone", cache)
    left = place.place(settings(tmp_path / "gone", cache))
    for name in (left.path, left.seal):
        os.unlink(name)
    index_status(settings(folder, cache))
    assert os.path.exists(left.lock)  # somebody may just have taken it
    os.utime(left.lock, (OLD, OLD))
    index_status(settings(folder, cache))
    assert not os.path.exists(left.lock)


# ---- in the very place of an index ------------------------------------------------------------------------------


def _text(path: Path, _: Path) -> None:
    path.write_text("of another program")


def _database(path: Path, _: Path) -> None:
    connection = sqlite3.connect(path)
    connection.executescript(
        "CREATE TABLE document (doc, path, title); INSERT INTO document VALUES (1, 'a', 'planted')"
    )
    connection.close()


def _link(path: Path, outside: Path) -> None:
    outside.write_text("of another program, elsewhere")
    path.symlink_to(outside)


def _dangling(path: Path, outside: Path) -> None:
    path.symlink_to(outside)


def _fifo(path: Path, _: Path) -> None:
    os.mkfifo(path)


def _folder(path: Path, _: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize("ending", ["db", "db-journal", "seal", "seal-new", "lock"])
@pytest.mark.parametrize("plant", [_text, _database, _link, _dangling, _fifo, _folder])
def test_what_stands_in_the_place_of_an_index_stays_and_the_answer_is_right(
    folder: Path, tmp_path: Path, plant: Any, ending: str
) -> None:
    cache, outside = tmp_path / "cache", tmp_path / "outside"
    cache.mkdir()
    chosen = settings(folder, cache)
    index = place.place(chosen)
    planted = Path(index.path.removesuffix("db") + ending)
    plant(planted, outside)
    before = photographed(cache, [planted])
    plain = plant in (_text, _database)  # then the index takes another name
    for _ in range(2):
        with open_store(chosen, ALL, Silent()) as store:
            assert store.is_kept == plain
            assert contents(store) == scanned(folder, cache)
        assert len([name for name in os.listdir(cache) if name.endswith(".seal")]) == plain + (ending == "seal")
    ran = nzn("index", "build", env={"NZN_CACHE_DIR": str(cache), "NZN_DIR": str(folder)})
    assert ran.code == (0 if plain else 2)
    assert planted.name in ran.err or ending == "lock" or plain
    index_status(chosen)
    assert index_clear(chosen) == plain
    index_clear(chosen, everything=True)
    assert photographed(cache, [planted]) == before
    assert outside.exists() == (plant is _link)
    assert {path.name for path in cache.iterdir()} <= {planted.name, Path(index.lock).name}


def test_a_link_that_leads_to_an_index_is_not_followed(folder: Path, tmp_path: Path) -> None:
    cache, other = tmp_path / "cache", tmp_path / "other"
    chosen = settings(folder, cache)
    index_build(chosen, Silent())
    index = place.place(chosen)
    other.mkdir()
    for name in (index.path, index.seal):
        shutil.move(name, other)
        os.symlink(other / Path(name).name, name)
    before = photographed(other, _all(other))
    (folder / "doc0.md").write_text("Another text.", encoding="utf-8")
    with open_store(chosen, ALL, Silent()) as store:
        assert not store.is_kept
        assert contents(store) == scanned(folder, cache)
    index_clear(chosen, everything=True)
    assert photographed(other, _all(other)) == before
    assert os.path.islink(index.path)


# ---- TAB ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def plated(folder: Path, tmp_path: Path) -> tuple[dict[str, str], Path]:
    """Return the environment of a TAB that left a plate, and the plate."""
    env = {"NZN_CACHE_DIR": str(tmp_path / "cache"), "NZN_DIR": str(folder)}
    assert nzn("list", env=env).code == 0
    assert "Jane Doe" in nzn("__complete", "zsh", "list", "--minister", "J", env=env).out
    [plate] = (tmp_path / "cache" / "tab").iterdir()
    return env, plate


@pytest.mark.parametrize("plant", [_text, _link, _dangling, _fifo, _folder])
def test_what_stands_in_the_place_of_a_plate_stays(
    plated: tuple[dict[str, str], Path], tmp_path: Path, plant: Any
) -> None:
    env, plate = plated
    plate.unlink()
    plant(plate, tmp_path / "outside")
    before = photographed(plate.parent, [plate])
    for _ in range(2):
        assert "Jane Doe" in nzn("__complete", "zsh", "list", "--minister", "J", env=env).out
    assert nzn("index", "clear", "--all", env=env).code == 0
    assert photographed(plate.parent, [plate]) == before
    assert (tmp_path / "outside").exists() == (plant is _link)


def test_a_plate_leads_nowhere_but_into_the_cache_folder(
    plated: tuple[dict[str, str], Path], folder: Path, tmp_path: Path
) -> None:
    env, plate = plated
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(tmp_path / "cache", elsewhere)
    [database] = elsewhere.glob("*.db")
    connection = sqlite3.connect(database)
    connection.execute("UPDATE value SET value = 'Jack Planted', folded = 'jack planted' WHERE kind = 'minister'")
    connection.commit()
    connection.close()
    plate.write_text(plate.read_text().replace(str(tmp_path / "cache"), str(elsewhere)))
    offered = nzn("__complete", "zsh", "list", "--minister", "J", env=env).out
    assert "Jane Doe" in offered
    assert "Planted" not in offered
