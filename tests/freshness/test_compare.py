"""The comparison of snapshot and disk: what it need not look at, and what it must."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from nzn_cli.api import open_corpus
from nzn_cli.freshness import compare, snapshot
from nzn_cli.freshness.open_index import open_store
from nzn_cli.freshness.snapshot import TELLING
from nzn_cli.model.settings import Settings
from nzn_cli.progress import Silent
from nzn_cli.query import document_records
from tests.freshness.corpus import article, indexed, scanned, settings, write

DOCUMENTS = frozenset({"documents"})


@pytest.fixture(autouse=True)
def believing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Signatures are believed although the files were written just now, so that a test need not wait."""
    monkeypatch.setattr(snapshot, "_TICK", -1_000_000_000)


@pytest.fixture(params=("telling", "silent"))
def kept(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Return the settings of a corpus with an index, on a disk that keeps times of folders and on one that does not."""
    write(tmp_path / "corpus", 12)
    device = frozenset([tmp_path.stat().st_dev] if request.param == "telling" else [])
    monkeypatch.setattr(snapshot, "keeping", lambda: device)
    indexed(tmp_path / "corpus", tmp_path / "cache", DOCUMENTS)
    return settings(tmp_path / "corpus", tmp_path / "cache", jobs=2)


def place_of(chosen: Settings) -> list[snapshot.Place]:
    with open_store(chosen, DOCUMENTS, Silent()) as store:
        return [place for place in snapshot.load(store.connection) if place.folder >= 0]


def root(chosen: Settings) -> Path:
    return Path(chosen.folders[0].path)


def same(chosen: Settings) -> None:
    folder, cache = root(chosen), Path(chosen.cache_dir)
    assert indexed(folder, cache, DOCUMENTS) == scanned(folder, cache, DOCUMENTS)


def test_a_rewrite_that_keeps_size_and_mtime_is_seen(kept: Settings) -> None:
    path = root(kept) / "part1/doc1.md"
    status = path.stat()
    path.write_text(path.read_text(encoding="utf-8").replace("harbour", "airport"), encoding="utf-8")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    with open_store(kept, DOCUMENTS, Silent()) as store:
        assert store.one("SELECT count(*) FROM body WHERE text LIKE '%airport%'") == (1,)


def test_a_folder_whose_mtime_was_set_back_is_listed(kept: Settings) -> None:
    status = (root(kept) / "part1").stat()
    (root(kept) / "part1/new.md").write_text(article(40), encoding="utf-8")
    os.utime(root(kept) / "part1", ns=(status.st_atime_ns, status.st_mtime_ns))
    same(kept)


def test_replaced_and_exchanged_files_are_seen(kept: Settings) -> None:
    here = root(kept) / "part1"
    (here / "fresh").write_text(article(41), encoding="utf-8")
    os.replace(here / "fresh", here / "doc1.md")
    (here / "doc7.md").rename(here / "spare")
    (here / "doc10.md").rename(here / "doc7.md")
    (here / "spare").rename(here / "doc10.md")
    same(kept)


def test_names_are_looked_at_only_where_times_do_not_tell(kept: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    places = place_of(kept)
    listed: list[bytes] = []
    plain = os.listdir
    monkeypatch.setattr(compare.os, "listdir", lambda path: (listed.append(path), plain(path))[1])
    assert not compare.changes(places, [str(root(kept))], 1)
    assert len(listed) == sum(len(place.identity) != TELLING for place in places)


def test_what_links_lead_to_is_told_by_no_folder(tmp_path: Path, kept: Settings) -> None:
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "text.md").write_text(article(50, name), encoding="utf-8")
    (tmp_path / "current").symlink_to("old")
    (root(kept) / "part1/link.md").symlink_to(tmp_path / "current/text.md")
    following = settings(root(kept), Path(kept.cache_dir), follow=True)
    assert any(place.path == b"part1/" and len(place.identity) < TELLING for place in place_of(following))
    (tmp_path / "current").unlink()
    (tmp_path / "current").symlink_to("new")
    folder, cache = root(kept), Path(kept.cache_dir)
    found = indexed(folder, cache, DOCUMENTS, follow=True)
    assert found == scanned(folder, cache, DOCUMENTS, follow=True)
    assert len(found["document"]) == 13
    same(kept)


def test_devices_are_read_from_the_table_of_mounts() -> None:
    assert snapshot._device("36 35 98:0 / /mnt rw,noatime shared:1 - ext4 /dev/root rw\n") == os.makedev(98, 0)
    assert snapshot._device("36 35 0:45 / /mnt rw - fuse.sshfs host: rw\n") is None
    assert snapshot._device("36 35 0:45 / /mnt rw - nfs4 host:/ rw\n") is None


def test_an_index_that_breaks_within_an_answer_loses_no_record(kept: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_corpus(kept) as corpus:
        whole = list(corpus.list())
    selected, broken = document_records.selected, []

    def breaking(rows: Any) -> Any:
        yield from (next(rows) for _ in range(5))
        broken.append(True)
        raise sqlite3.DatabaseError("database disk image is malformed")

    monkeypatch.setattr(
        document_records, "selected", lambda *asked: selected(*asked) if broken else breaking(selected(*asked))
    )
    with open_corpus(kept) as corpus:
        assert list(corpus.list()) == whole
    assert broken


@pytest.mark.parametrize("processes", [2, 4])
def test_pieces_find_what_the_whole_finds(kept: Settings, monkeypatch: pytest.MonkeyPatch, processes: int) -> None:
    places, here = place_of(kept), root(kept)
    (here / "part1/doc1.md").write_text(article(61), encoding="utf-8")
    (here / "part2/doc5.md").write_text(article(62), encoding="utf-8")
    (here / "doc0.md").unlink()
    whole = compare.changes(places, [str(here)], 1)
    assert whole.folders
    assert sum(map(len, whole.edited.values())) == 2
    monkeypatch.setattr(compare, "_FORK", 0)
    assert compare.changes(places, [str(here)], processes) == whole
    for pieces in range(1, 30):
        cut = compare._pieces(places, pieces)
        files = {(unit[0], number) for piece in cut for unit in piece for number in range(unit[1], unit[2])}
        assert len(cut) == pieces
        assert len(files) == sum(unit[2] - unit[1] for piece in cut for unit in piece) == 12
