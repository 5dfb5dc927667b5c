"""What is to be done about documents, told of very many in little memory; what was done is not done again."""

from __future__ import annotations

import sys
import time
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nzn_cli.freshness import build
from nzn_cli.freshness.open_index import open_store
from nzn_cli.freshness.read_batch import Task
from nzn_cli.freshness.scan import Found
from nzn_cli.freshness.snapshot import UNSURE, WIDTH
from nzn_cli.freshness.work import StoredFile, StoredFiles, work_for
from nzn_cli.progress import Silent
from tests.freshness.corpus import settings, write
from tests.freshness.kills import cut_off, steps_of

PATHS = st.sampled_from(["a.md", "b.md", "c/d.md", "c-e.md", "\udcff.md"])
SIGNATURES = st.sampled_from([UNSURE, b"1" * WIDTH, b"2" * WIDTH])
FILES = st.dictionaries(st.tuples(st.integers(0, 1), PATHS), SIGNATURES)


@given(FILES, FILES)
def test_work_makes_the_index_hold_what_was_found(
    before: dict[tuple[int, str], bytes], now: dict[tuple[int, str], bytes]
) -> None:
    stored = {key: StoredFile(n, signature, b"c%d" % n) for n, (key, signature) in enumerate(before.items(), 1)}
    found = [Found(*key, signature) for key, signature in now.items()]
    work = work_for(found, stored, range(1, len(stored) + 1), len(stored) + 1)
    tasks = list(work.read)
    assert len(work.read) == len(tasks)
    assert work.gone == [stored[key].doc for key in before if key not in now]
    changed = {key for key, signature in now.items() if signature == UNSURE or before.get(key) != signature}
    assert [(task.folder, task.path) for task in tasks] == sorted(changed)
    for task in tasks:
        known = stored.get((task.folder, task.path))
        assert task.signature == now[task.folder, task.path]
        assert (task.content, task.doc) == ((known.content, known.doc) if known else (None, task.doc))
    new = [task.doc for task in tasks if (task.folder, task.path) not in stored]
    assert new == list(range(len(stored) + 1, len(stored) + 1 + len(new)))


def test_the_work_of_very_many_is_small() -> None:
    found = [Found(0, f"{number // 1000:03}/text-{number:07}.md", b"s" * WIDTH) for number in range(50_000)]
    tracemalloc.start()
    held = [Task(number, *one[:3], 0) for number, one in enumerate(found)]
    plain, _ = tracemalloc.get_traced_memory()
    held.clear()
    tracemalloc.reset_peak()
    work = work_for(found, {}, (), 1)
    small, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(work.read) == 50_000
    assert small < plain / 2


def test_files_of_the_index_are_found_by_their_paths(tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    write(folder, 9)
    with open_store(settings(folder, tmp_path / "cache"), frozenset({"documents"}), Silent()) as store:
        files = StoredFiles(store.connection)
        assert len(files) == 9 == len(list(files.docs()))
        assert sorted(files) == sorted((0, str(path.relative_to(folder))) for path in folder.rglob("*.md"))
        assert {file.doc for file in files.values()} == set(files.docs())
        assert files.get((0, "nowhere.md")) is None
        assert len(files.members_of(0, "part1")) == len(list((folder / "part1").iterdir()))


def test_ids_are_the_same_whatever_share_is_compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "corpus"
    write(folder, 12)
    (folder / "new").mkdir()
    (folder / "new" / "doc3.md").write_text("The same stem.", encoding="utf-8")
    ids = []
    for share in (1, 5, 4_000):
        monkeypatch.setattr(build, "_SHARE", share)
        with open_store(settings(folder, tmp_path / f"cache{share}"), frozenset({"documents"}), Silent()) as store:
            ids.append(sorted(store.rows("SELECT path, id FROM document")))
    assert ids[0] == ids[1] == ids[2]
    assert len({one for _, one in ids[0]}) == 13


class Told(Silent):
    """Hears how much is to be done of what."""

    def __init__(self) -> None:
        self.started: dict[str, int] = {}

    def start(self, what: str, total: int) -> None:
        self.started[what] = total


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked in the midst of a test")
def test_a_first_run_that_was_stopped_goes_on_where_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    later = time.time_ns() + 3_600_000_000_000
    monkeypatch.setattr("time.time_ns", lambda: later)  # the files are old enough to be believed
    for name, value in {"build._FEW": 0, "annotations._FEW": 0, "read_batch.BATCH": 2, "annotations._BATCH": 2}.items():
        monkeypatch.setattr(f"nzn_cli.freshness.{name}", value)
    folder, cache = tmp_path / "corpus", tmp_path / "cache"
    write(folder, 20)
    chosen = settings(folder, cache, jobs=1)
    need = frozenset({"documents", "people"})

    def work() -> None:
        open_store(chosen, need, Silent()).close()

    steps = steps_of(work, tmp_path / "cache")
    commits = [number for number, step in enumerate(steps) if step.startswith("COMMIT")]
    read, left = [], []
    for at in commits:
        for path in cache.iterdir():
            path.unlink()
        assert cut_off(work, cache, at)
        told = Told()
        open_store(chosen, need, told).close()
        read.append(told.started.get("reading", 0))
        left.append(told.started.get("people", 0))
    assert read[0] in range(18, 21)  # nothing, or one batch, was there
    assert (sorted(read, reverse=True), read[-1]) == (read, 0)
    assert (sorted(left, reverse=True), left[-1] < 5) == (left, True)
    assert min(len(set(read)), len(set(left))) > 5
