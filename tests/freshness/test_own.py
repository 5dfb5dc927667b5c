"""An index that others may have planted or changed is not believed: the answer is that of a scan, and comes at once."""

from __future__ import annotations

import os
import sqlite3
import stat
from pathlib import Path

import pytest

from nzn_cli.freshness import place
from nzn_cli.freshness.open_index import open_store, stored_store
from nzn_cli.freshness.status import index_build
from nzn_cli.progress import Silent
from tests.cli.nzn import nzn
from tests.freshness.corpus import ALL, article, contents, indexed, scanned, settings, write

pytestmark = pytest.mark.skipif(os.name != "posix", reason="files have no owners here")
STRANGER = 12_345
ROOT_ONLY = pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root gives files away")
# a view that never comes to an end, in the place of a table
ENDLESS = """
DROP TABLE document;
CREATE VIEW document AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
    SELECT i AS doc, 0 AS folder, 'a' AS path, 'a' AS id, 'planted' AS title, '2020' AS start FROM n;
"""
TRIGGER = "CREATE TRIGGER planted AFTER INSERT ON body BEGIN UPDATE body SET text = 'planted'; END"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "corpus", 6)
    return tmp_path / "corpus"


@pytest.fixture
def cache(folder: Path, tmp_path: Path) -> Path:
    """Return a cache folder with an index that says what no document says."""
    index_build(settings(folder, tmp_path / "cache"), Silent())
    changed(folder, tmp_path / "cache", "UPDATE document SET title = 'planted'; UPDATE value SET value = 'Jo Planted'")
    return tmp_path / "cache"


def changed(folder: Path, cache: Path, script: str) -> None:
    """Put a script to an index and seal it again, as whoever plants one would."""
    chosen = settings(folder, cache)
    index = place.place(chosen)
    connection = sqlite3.connect(index.path)
    connection.executescript(script)
    connection.close()
    place.seal_whole(index, chosen)


def environment(folder: Path, cache: Path) -> dict[str, str]:
    return {"NZN_CACHE_DIR": str(cache), "NZN_DIR": str(folder)}


def offered(folder: Path, cache: Path) -> str:
    return nzn("__complete", "zsh", "list", "--minister", "J", env=environment(folder, cache)).out


def not_believed(folder: Path, cache: Path) -> None:
    """Assert that nobody asks the index."""
    assert stored_store(settings(folder, cache)) is None
    with open_store(settings(folder, cache), ALL, Silent()) as store:
        assert not store.is_kept
        assert contents(store) == scanned(folder, cache)
    listed = nzn("list", "--json", env=environment(folder, cache))
    assert listed == nzn("list", "--json", "--no-index", env=environment(folder, cache))
    assert "planted" not in nzn(env=environment(folder, cache)).out
    assert "Planted" not in offered(folder, cache)


def test_what_is_planted_would_be_seen(folder: Path, cache: Path) -> None:
    assert "planted" in nzn("list", "--json", env=environment(folder, cache)).out
    assert "Planted" in offered(folder, cache)


@ROOT_ONLY
@pytest.mark.parametrize("what", ["db", "seal", "both", "folder", "all"])
def test_what_belongs_to_somebody_else(folder: Path, cache: Path, what: str) -> None:
    index = place.place(settings(folder, cache))
    given = {"db": [index.path], "seal": [index.seal], "both": [index.path, index.seal], "folder": [str(cache)]}
    for name in given.get(what, [index.path, index.seal, str(cache)]):
        os.chown(name, STRANGER, STRANGER)
    before = {path: (path.stat().st_uid, path.read_bytes()) for path in cache.iterdir() if path.suffix != ".lock"}
    not_believed(folder, cache)
    assert {path: (path.stat().st_uid, path.read_bytes()) for path in before} == before


@ROOT_ONLY
@pytest.mark.parametrize("what", ["lock", "db-journal"])
def test_what_is_written_beside_an_index_is_the_users_own(folder: Path, cache: Path, what: str) -> None:
    stem = place.place(settings(folder, cache)).path.removesuffix("db")
    Path(stem + what).touch()
    os.chown(stem + what, STRANGER, STRANGER)
    (folder / "doc0.md").write_text(article(0, "Ruth Abel spoke."), encoding="utf-8")
    with open_store(settings(folder, cache), ALL, Silent()) as store:
        assert not store.is_kept
        assert contents(store) == scanned(folder, cache)
    assert os.stat(stem + what).st_uid == STRANGER


def test_another_user_believes_none_of_it(folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: STRANGER)
    assert stored_store(settings(folder, cache)) is None
    with open_store(settings(folder, cache), ALL, Silent()) as store:
        assert not store.is_kept
        assert contents(store) == scanned(folder, cache)


@pytest.mark.parametrize("mode", [0o770, 0o707, 0o777, 0o1777])
def test_a_folder_that_others_may_write_to(folder: Path, cache: Path, mode: int) -> None:
    cache.chmod(mode)
    not_believed(folder, cache)
    assert stat.S_IMODE(cache.stat().st_mode) == mode


@pytest.mark.parametrize("script", [ENDLESS, TRIGGER, "CREATE TABLE more (thing)"])
@pytest.mark.parametrize("state", ["whole", "part", "edited"])
def test_tables_that_are_not_those_of_an_index(folder: Path, cache: Path, script: str, state: str) -> None:
    changed(folder, cache, script)
    assert "Planted" not in offered(folder, cache)
    if state == "part":
        place.seal_part(place.place(settings(folder, cache)), settings(folder, cache))
    elif state == "edited":
        (folder / "doc0.md").write_text(article(0, "Ruth Abel spoke."), encoding="utf-8")
    assert "planted" not in nzn(env=environment(folder, cache)).out
    assert indexed(folder, cache) == scanned(folder, cache)


def test_an_index_with_all_that_nzn_puts_in_is_expected(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nzn_cli.freshness.snapshot._TICK", -1_000_000_000)  # files just written are believed, too
    index_build(settings(folder, tmp_path / "cache"), Silent())
    index = place.place(settings(folder, tmp_path / "cache"))
    state = place.state(index)
    assert nzn("search", "harbour", env=environment(folder, tmp_path / "cache")).code == 0
    assert "Jane Doe" in offered(folder, tmp_path / "cache")
    assert place.state(index) == state
