"""Trouble with the cache is never the user's: the answer is that of a scan, and the next command finds all well."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from nzn_cli.annotate.dates.date_facts import dates_in
from nzn_cli.api import open_corpus
from nzn_cli.errors import NznError
from nzn_cli.freshness import place as files
from nzn_cli.freshness.lock import Lock
from nzn_cli.freshness.open_index import open_store, stored_store
from nzn_cli.freshness.status import index_build, index_clear, index_status
from nzn_cli.progress import Silent
from nzn_cli.search import full_text
from tests.freshness.corpus import ALL, article, contents, indexed, scanned, settings, write
from tests.waiting import GIVEN_UP

ROUNDS = int(os.environ.get("NZN_KILLS", "6"))  # the benchmark machine runs 100
_IMPORTS = """
import os, signal, sys
from nzn_cli.freshness.open_index import open_store
from nzn_cli.model.settings import Folder, Settings
from nzn_cli.progress import Silent
"""
_ASKING = """
need = frozenset({"documents", "people", "dates"})
with open_store(Settings((Folder(sys.argv[1]),), sys.argv[2], jobs=2), need, Silent()) as store:
    print(*store.one("SELECT count(*), sum(length(id)) FROM document"), *store.one("SELECT count(*) FROM event"))
"""
PROGRAM = _IMPORTS + _ASKING
# kills its process, or its group with all workers, at the n-th call, at the latest when all is done
DYING = f"""{_IMPORTS}
calls, last, group, own = 0, int(sys.argv[3]), sys.argv[4] == "group", os.getpid()
def count(*_):
    global calls
    calls += 1
    if calls == last and os.getpid() == own:
        die()
def die():
    os.killpg(0, signal.SIGKILL) if group else os.kill(own, signal.SIGKILL)
sys.setprofile(count)
{_ASKING}
sys.setprofile(None)
print(calls, flush=True)
die()
"""


def started(program: str, *words: object) -> subprocess.Popen[bytes]:
    """Start a process that asks for everything."""
    command = [sys.executable, "-c", program, *map(str, words)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "corpus", 12)
    return tmp_path / "corpus"


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def answer(folder: Path, cache: Path) -> tuple[bool, dict[str, list[object]]]:
    """Return whether the index was kept, and what it holds."""
    with open_store(settings(folder, cache), ALL, Silent()) as store:
        return store.is_kept, contents(store)


def test_a_file_where_the_cache_folder_should_be(folder: Path, cache: Path) -> None:
    cache.write_text("in the way")
    assert answer(folder, cache) == (False, scanned(folder, cache))


def test_a_cache_folder_that_cannot_be_written(folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = indexed(folder, cache)
    plain = os.open

    def refusing(path: str, flags: int, *more: int, **named: int) -> int:
        if str(path).startswith(str(cache)) and flags & (os.O_WRONLY | os.O_RDWR):
            raise PermissionError(path)
        return plain(path, flags, *more, **named)

    monkeypatch.setattr(os, "open", refusing)
    assert answer(folder, cache)[1] == before
    (folder / "doc0.md").write_text(article(0, "Ruth Abel spoke."), encoding="utf-8")
    kept, found = answer(folder, cache)
    assert not kept
    assert any("Ruth Abel" in row for row in found["entity"])


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_cache_folder(folder: Path, cache: Path) -> None:
    cache.mkdir()
    cache.chmod(0o500)
    assert answer(folder, cache) == (False, scanned(folder, cache))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    place = tmp_path / "small"
    place.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "none", place], capture_output=True, check=False)
    if made.returncode:
        pytest.skip("no tmpfs can be mounted here")
    yield place
    subprocess.run(["umount", place], check=True)


def test_a_full_disk(tmp_path: Path, small_disk: Path) -> None:
    folder = tmp_path / "corpus"
    write(folder, 200)
    for _ in range(2):
        kept, found = answer(folder, small_disk)
        assert not kept
        assert len(found["document"]) == 200
    assert not list(small_disk.glob("*.db"))


def spoil(path: Path, draw: random.Random) -> None:
    """Damage a file in one of the ways that files are damaged."""
    data = bytearray(path.read_bytes())
    at = draw.randrange(max(1, len(data)))
    how = draw.randrange(4)
    if how == 0:
        data = data[:at]
    elif how == 1:
        data[at : at + 5000] = draw.randbytes(min(5000, len(data) - at))
    elif how == 2:
        data = bytearray(draw.randbytes(draw.randrange(20_000)))
    else:
        data[at : at + 1] = bytes([data[at] ^ 255]) if data else b""
    path.write_bytes(data)


def test_junk_in_every_file_of_the_cache(folder: Path, cache: Path) -> None:
    draw = random.Random(5)
    expected = scanned(folder, cache)
    for _ in range(25):
        assert answer(folder, cache) == (True, expected)
        for path in cache.iterdir():
            if draw.random() < 0.6:
                spoil(path, draw)
    assert answer(folder, cache) == (True, expected)


def test_folders_and_links_where_files_should_be(folder: Path, cache: Path) -> None:
    expected = indexed(folder, cache)
    for path in list(cache.iterdir()):
        path.unlink()
        path.mkdir()
    assert answer(folder, cache)[1] == expected


def test_an_index_that_is_damaged_while_it_is_unfinished(folder: Path, cache: Path) -> None:
    expected = indexed(folder, cache)
    index = files.place(settings(folder, cache))
    files.seal_part(index, settings(folder, cache))
    data = bytearray(Path(index.path).read_bytes())
    data[20_000:60_000] = bytes(40_000)
    Path(index.path).write_bytes(data)
    assert answer(folder, cache) == (True, expected)


def test_an_unfinished_index_of_before_a_restart_is_not_believed(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    indexed(folder, cache)
    index = files.place(settings(folder, cache))
    files.seal_part(index, settings(folder, cache))
    assert files.is_part(index)
    monkeypatch.setattr(files, "_boot", lambda: "another")
    assert not files.is_part(index)


def test_kill_at_any_moment_of_a_build(tmp_path: Path, cache: Path) -> None:
    folder = tmp_path / "corpus"
    write(folder, 300)
    expected = scanned(folder, cache)
    draw = random.Random(9)
    said, _ = started(DYING, folder, tmp_path / "other", 0, "alone").communicate()
    calls = int(said.split()[-1])
    for number in range(ROUNDS):
        if number % 3 == 0:
            shutil.rmtree(cache, ignore_errors=True)
        process = started(DYING, folder, cache, draw.randint(1, calls), "group" if number % 2 else "alone")
        assert process.communicate()[1] == b""
        assert process.returncode == -signal.SIGKILL
        if number % 3 == 2:
            assert indexed(folder, cache) == expected
    assert indexed(folder, cache) == expected


def test_ctrl_c_keeps_what_was_read(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "corpus"
    write(folder, 60)
    chosen = settings(folder, cache, jobs=1)
    monkeypatch.setattr("nzn_cli.freshness.read_batch.BATCH", 10)
    monkeypatch.setattr("nzn_cli.store.commits._OFTEN", 0.0)

    class Impatient(Silent):
        def advance(self, done: int) -> None:
            self.seen = getattr(self, "seen", 0) + done
            if self.seen > 30:
                raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        open_store(chosen, frozenset({"documents"}), Impatient())
    assert stored_store(chosen) is None
    monkeypatch.undo()
    told: list[int] = []

    class Listening(Silent):
        def start(self, what: str, total: int) -> None:
            told.append(total)

    monkeypatch.setattr("nzn_cli.freshness.snapshot._TICK", -1_000_000_000)
    with open_store(chosen, frozenset({"documents"}), Listening()) as store:
        assert store.one("SELECT count(*) FROM document") == (60,)
        assert store.one("SELECT count(*) FROM file WHERE words IS NULL") == (0,)


def test_a_document_that_finds_a_fault_of_ours_is_listed_with_a_warning(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from nzn_cli.freshness import read_batch

    plain = read_batch.document_from_bytes
    monkeypatch.setattr(
        read_batch, "document_from_bytes", lambda path, *more: plain(path, *more) if path != "doc0.md" else 1 // 0
    )
    with open_store(settings(folder, cache), frozenset({"documents"}), Silent()) as store:
        assert store.one("SELECT count(*) FROM document") == (12,)
        (warnings,) = store.one("SELECT warnings FROM document WHERE path = 'doc0.md'") or ("",)
        assert "fault of nzn" in warnings


def test_eight_at_once_on_a_cold_cache(tmp_path: Path, cache: Path) -> None:
    folder = tmp_path / "corpus"
    write(folder, 150)
    processes = [started(PROGRAM, folder, cache) for _ in range(8)]
    answers = [process.communicate(timeout=GIVEN_UP) for process in processes]
    assert {said for said, _ in answers} == {answers[0][0]}
    assert {error for _, error in answers} == {b""}
    assert answers[0][0].split()[0] == b"150"
    assert len(list(cache.glob("*.db"))) == 1


def test_one_who_waits_too_long_scans(folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = settings(folder, cache)
    cache.mkdir()
    monkeypatch.setattr("nzn_cli.freshness.open_index._PATIENCE", 0.1)
    with Lock(files.place(chosen).lock, 1):
        assert answer(folder, cache) == (False, scanned(folder, cache))
    assert answer(folder, cache)[0]


def test_the_cache_is_the_users_alone(folder: Path, cache: Path) -> None:
    indexed(folder, cache)
    assert stat.S_IMODE(cache.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in cache.iterdir()} == {0o600}


def test_status_build_and_clear(folder: Path, cache: Path, tmp_path: Path) -> None:
    chosen = settings(folder, cache)
    assert index_status(chosen).documents == 0
    index_build(chosen, Silent())
    status = index_status(chosen)
    assert (status.documents, status.people, status.dates, status.search) == (12, True, True, True)
    write(tmp_path / "second", 3)
    indexed(tmp_path / "second", cache)
    assert index_clear(chosen) == 1
    assert index_clear(chosen) == 0
    assert index_clear(chosen, everything=True) == 1
    assert list(cache.iterdir()) == []


@pytest.mark.parametrize("what", ["build", "update", "status", "clear"])
def test_indexes_of_folders_that_are_gone_go_by_themselves(
    folder: Path, cache: Path, tmp_path: Path, what: str
) -> None:
    write(tmp_path / "second", 3)
    if what != "build":
        indexed(folder, cache)
    indexed(tmp_path / "second", cache)
    shutil.rmtree(tmp_path / "second")
    if what == "status":
        index_status(settings(folder, cache))
    elif what == "clear":
        index_clear(settings(folder, cache))
    else:
        (folder / "new.md").write_text(article(77), encoding="utf-8")
        indexed(folder, cache)
    assert len(list(cache.glob("*.db"))) == (what != "clear")


def test_a_text_that_breaks_an_extractor_costs_only_its_own_facts(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "corpus"
    write(folder, 3)
    (folder / "poison.md").write_text("A poisoned text of 4 May 2018, said Mr Jones.", encoding="utf-8")

    def failing(body: str, *rest: object) -> object:
        if "poisoned" in body:
            raise ValueError("no such thing")
        return dates_in(body, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr("nzn_cli.annotate.dates.date_facts.dates_in", failing)
    for _ in range(2):
        with open_store(settings(folder, cache, jobs=1), ALL, Silent()) as store:
            [(warnings,)] = store.rows("SELECT warnings FROM document WHERE path = 'poison.md'")
            assert [warning[0] for warning in json.loads(warnings)] == ["not-extracted"]
            assert store.one("SELECT count(*) FROM event") == (3,)


def test_a_text_that_breaks_the_extractor_of_dates_is_shown_without_them(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> object:
        raise ValueError("no such thing")

    with open_corpus(settings(folder, cache)) as corpus:
        ids = [record.id for record in corpus.list()][:2]
        assert list(corpus.events_in(ids))
        monkeypatch.setattr("nzn_cli.annotate.dates.date_facts.dates_in", failing)
        assert list(corpus.events_in(ids)) == []
        assert [record.id for record in corpus.show(ids)] == ids


# ---- an SQLite without full-text search ------------------------------------------------------------------------


@pytest.fixture
def wordless(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(full_text, "_PROBE", full_text._PROBE.replace("fts5", "fts5x"))
    monkeypatch.setattr(full_text, "TABLE", full_text.TABLE.replace("fts5", "fts5x"))


@pytest.mark.usefixtures("wordless")
@pytest.mark.parametrize("use_index", [True, False])
def test_without_full_text_search_a_search_ends_in_a_sentence_and_harms_nothing(
    folder: Path, cache: Path, use_index: bool
) -> None:
    with open_corpus(settings(folder, cache, use_index=use_index)) as corpus:
        with pytest.raises(NznError, match="FTS5"):
            corpus.search("harbour")
        assert len(list(corpus.list())) == 12
    before = indexed(folder, cache)
    state = files.state(files.place(settings(folder, cache)))
    with pytest.raises(NznError, match="FTS5"), open_corpus(settings(folder, cache)) as corpus:
        corpus.search("harbour")
    assert files.is_whole(files.place(settings(folder, cache)))
    assert files.state(files.place(settings(folder, cache))) == state
    assert indexed(folder, cache) == before == scanned(folder, cache)


@pytest.mark.usefixtures("wordless")
def test_without_full_text_search_all_else_is_built(folder: Path, cache: Path) -> None:
    index_build(settings(folder, cache), Silent())
    status = index_status(settings(folder, cache))
    assert (status.documents, status.people, status.dates, status.search) == (12, True, True, False)


def test_an_index_with_search_opened_where_there_is_none(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    index_build(settings(folder, cache), Silent())
    connection = sqlite3.connect(files.place(settings(folder, cache)).path)
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute("UPDATE sqlite_master SET sql = replace(sql, 'fts5', 'fts5x') WHERE name = 'search_text'")
    connection.commit()
    connection.close()
    files.seal_whole(files.place(settings(folder, cache)), settings(folder, cache))
    request.getfixturevalue("wordless")
    with pytest.raises(NznError, match="FTS5"), open_corpus(settings(folder, cache)) as corpus:
        list(corpus.search("harbour"))
    (folder / "doc0.md").write_text(article(70), encoding="utf-8")
    assert indexed(folder, cache) == scanned(folder, cache)
