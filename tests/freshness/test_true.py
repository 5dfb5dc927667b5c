"""Whatever happens to the documents, the index answers as a scan does, and reads again only what changed."""

from __future__ import annotations

import os
from array import array
from pathlib import Path

import pytest

from nzn_cli.annotate import registry
from nzn_cli.api import open_corpus
from nzn_cli.errors import FolderError
from nzn_cli.freshness import compare, read_batch, snapshot
from nzn_cli.freshness.open_index import open_store, stored_store
from nzn_cli.model.annotations import TextDates
from nzn_cli.model.settings import Filters, Folder, Settings
from nzn_cli.progress import Silent
from nzn_cli.store import person_summaries
from tests.freshness.corpus import ALL, article, indexed, scanned, settings, write

DOCUMENTS = frozenset({"documents"})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "corpus", 12)
    return tmp_path / "corpus"


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def believing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Signatures are believed although the files were written just now, so that a test need not wait."""
    monkeypatch.setattr(snapshot, "_TICK", -1_000_000_000)


@pytest.fixture
def doubting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Signatures are not believed, however long a test takes to come to them."""
    monkeypatch.setattr(snapshot, "_TICK", 3_600_000_000_000)


def same(folder: Path, cache: Path) -> None:
    assert indexed(folder, cache) == scanned(folder, cache)


def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that grows by the path of every file that is read."""
    read: list[str] = []
    plain = read_batch._bytes
    monkeypatch.setattr(read_batch, "_bytes", lambda path: (read.append(path), plain(path))[1])
    return read


def test_an_index_that_is_trusted_is_not_compared_until_it_is_built(folder: Path, cache: Path) -> None:
    trusting = Settings((Folder(str(folder)),), str(cache), trust=True)

    def count() -> int:
        with open_corpus(trusting) as corpus:
            return len(list(corpus.list(Filters())))

    before = count()  # where there is no index, one is built
    (folder / "another.md").write_text(article(90))
    assert count() == before
    with open_corpus(trusting) as corpus:
        corpus.index_build()
    assert count() == before + 1


def test_first_and_second_answer_are_those_of_a_scan(folder: Path, cache: Path) -> None:
    same(folder, cache)
    same(folder, cache)
    assert len(indexed(folder, cache)["document"]) == 12


def test_nothing_is_read_again_when_nothing_changed(
    folder: Path, cache: Path, believing: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    indexed(folder, cache)
    read = counted(monkeypatch)
    indexed(folder, cache)
    assert read == []


@pytest.mark.usefixtures("believing")
def test_only_an_edited_file_is_read_again(folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    indexed(folder, cache)
    edited = folder / "part1/doc1.md"
    edited.write_text(article(1, "Ruth Abel spoke on 2 June 2020."), encoding="utf-8")
    read = counted(monkeypatch)
    found = indexed(folder, cache)
    assert read == [str(edited)]
    assert found == scanned(folder, cache)
    assert any("Ruth Abel" in row for row in found["entity"])


@pytest.mark.usefixtures("believing")
def test_an_added_file_is_found_in_old_and_new_folders(folder: Path, cache: Path) -> None:
    indexed(folder, cache)
    (folder / "part1/new.md").write_text(article(50), encoding="utf-8")
    (folder / "part1/deep/deeper").mkdir(parents=True)
    (folder / "part1/deep/deeper/doc1.md").write_text(article(51), encoding="utf-8")
    found = indexed(folder, cache)
    assert len(found["document"]) == 14
    assert found == scanned(folder, cache)


@pytest.mark.usefixtures("believing")
def test_a_deleted_file_and_a_deleted_folder_are_gone(folder: Path, cache: Path) -> None:
    indexed(folder, cache)
    (folder / "doc0.md").unlink()
    for path in (folder / "part2").iterdir():
        path.unlink()
    (folder / "part2").rmdir()
    found = indexed(folder, cache)
    assert 0 < len(found["document"]) < 11
    assert found == scanned(folder, cache)


@pytest.mark.usefixtures("believing")
def test_a_renamed_file_keeps_its_facts(folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    indexed(folder, cache)
    (folder / "doc0.md").rename(folder / "part1/other-name.md")

    def refuse(*_: object) -> None:
        raise AssertionError("extracted again")

    monkeypatch.setattr("nzn_cli.freshness.annotations.annotations_of", refuse)
    found = indexed(folder, cache)
    monkeypatch.undo()
    assert any(row[0] == "part1/other-name.md" for row in found["event"])
    assert found == scanned(folder, cache)


@pytest.mark.usefixtures("believing")
def test_two_files_that_swap_names_are_told_apart(folder: Path, cache: Path) -> None:
    indexed(folder, cache)
    one, two, spare = folder / "doc0.md", folder / "doc4.md", folder / "spare"
    one.rename(spare)
    two.rename(one)
    spare.rename(two)
    same(folder, cache)


@pytest.mark.usefixtures("doubting")
def test_a_rewrite_of_the_same_size_in_the_same_tick_is_seen(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # a disk whose ctime has stopped
    packed, statuses = snapshot.packed, compare._statuses

    def stopped(path: bytes, names: list[bytes], person_summaries: bool) -> array[int]:
        assert not person_summaries
        numbers = statuses(path, names, person_summaries)
        numbers[2::4] = array("q", bytes(8 * len(names)))
        return numbers

    monkeypatch.setattr(snapshot, "packed", lambda size, mtime, ctime, ino: packed(size, mtime, 0, ino))
    monkeypatch.setattr("nzn_cli.freshness.snapshot.keeping", frozenset)
    monkeypatch.setattr(compare, "_statuses", stopped)
    path = folder / "doc0.md"
    status = path.stat()
    indexed(folder, cache)
    path.write_text(path.read_text(encoding="utf-8").replace("harbour", "airport"), encoding="utf-8")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert any("airport" in row[1] for row in indexed(folder, cache)["body"])


def test_a_file_replaced_by_a_folder_of_its_name(folder: Path, cache: Path, believing: None) -> None:
    indexed(folder, cache)
    (folder / "doc0.md").unlink()
    (folder / "doc0.md").mkdir()
    (folder / "doc0.md/inner.md").write_text(article(60), encoding="utf-8")
    same(folder, cache)


@pytest.mark.usefixtures("believing")
def test_what_is_ignored_follows_the_ignore_file(folder: Path, cache: Path) -> None:
    assert len(indexed(folder, cache)["document"]) == 12
    (folder / ".ignore").write_text("part1/\n")
    few = indexed(folder, cache)
    assert len(few["document"]) < 12
    (folder / ".ignore").write_text("part2/\n")
    same(folder, cache)
    (folder / ".ignore").unlink()
    assert len(indexed(folder, cache)["document"]) == 12


@pytest.mark.usefixtures("believing")
def test_an_ignore_file_above_the_folder_counts(tmp_path: Path, folder: Path, cache: Path) -> None:
    indexed(folder, cache)
    (tmp_path / ".ignore").write_text("doc0.md\n")
    found = indexed(folder, cache)
    assert len(found["document"]) == 11
    assert found == scanned(folder, cache)


@pytest.mark.usefixtures("believing")
def test_a_link_that_led_nowhere_becomes_a_document(tmp_path: Path, folder: Path, cache: Path) -> None:
    (folder / "link.md").symlink_to(tmp_path / "later.md")
    assert len(indexed(folder, cache, follow=True)["document"]) == 12
    (tmp_path / "later.md").write_text(article(70), encoding="utf-8")
    found = indexed(folder, cache, follow=True)
    assert len(found["document"]) == 13
    assert found == scanned(folder, cache, follow=True)
    same(folder, cache)
    assert len(indexed(folder, cache)["document"]) == 12


@pytest.mark.usefixtures("believing")
def test_a_document_that_becomes_a_link_is_none(tmp_path: Path, folder: Path, cache: Path) -> None:
    assert len(indexed(folder, cache)["document"]) == 12
    (folder / "doc0.md").rename(tmp_path / "moved.md")
    (folder / "doc0.md").symlink_to(tmp_path / "moved.md")
    assert len(indexed(folder, cache)["document"]) == 11
    same(folder, cache)


@pytest.mark.usefixtures("believing")
def test_a_binary_file_is_no_document_until_it_is_text(folder: Path, cache: Path) -> None:
    (folder / "odd.txt").write_bytes(b"\0\1\2")
    assert len(indexed(folder, cache)["document"]) == 12
    (folder / "odd.txt").write_text("Now a text.\n")
    assert len(indexed(folder, cache)["document"]) == 13
    (folder / "odd.txt").write_bytes(b"\0\1\2")
    same(folder, cache)


def test_names_that_are_not_utf8(folder: Path, cache: Path) -> None:
    with open(os.fsencode(folder) + b"/caf\xe9.md", "w") as file:
        file.write(article(80))
    same(folder, cache)
    same(folder, cache)


def test_settings_of_the_folder_have_an_index_of_their_own(folder: Path, cache: Path) -> None:
    (folder / ".hidden.md").write_text(article(90), encoding="utf-8")
    plain = Settings((Folder(str(folder)),), str(cache))
    hidden = Settings((Folder(str(folder), hidden=True),), str(cache))
    for chosen, count in ((plain, 12), (hidden, 13), (plain, 12)):
        with open_store(chosen, DOCUMENTS, Silent()) as store:
            assert store.one("SELECT count(*) FROM document") == (count,)


def test_two_folders_are_one_corpus(folder: Path, tmp_path: Path, cache: Path) -> None:
    write(tmp_path / "second", 12)
    both = Settings((Folder(str(folder)), Folder(str(tmp_path / "second"))), str(cache))
    with open_store(both, DOCUMENTS, Silent()) as store:
        ids = [row[0] for row in store.rows("SELECT id FROM document")]
    assert len(set(ids)) == 24


@pytest.mark.usefixtures("believing")
def test_a_document_that_moves_to_a_folder_of_other_rules_is_read_by_those(
    folder: Path, tmp_path: Path, cache: Path
) -> None:
    write(tmp_path / "second", 1)
    (folder / "moves.md").write_text(article(90, "It was signed on 03/04/2018."), encoding="utf-8")
    both = Settings((Folder(str(folder)), Folder(str(tmp_path / "second"), day_first=False)), str(cache), jobs=1)
    found = []
    for _ in range(2):
        with open_store(both, ALL, Silent()) as store:
            found += store.rows("SELECT start FROM event WHERE text = '03/04/2018'")
        if (folder / "moves.md").exists():
            (folder / "moves.md").rename(tmp_path / "second/moves.md")
    assert found == [("2018-04-03",), ("2018-03-04",)]


def test_aliases_join_again_without_extracting(folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    indexed(folder, cache)
    monkeypatch.setattr("nzn_cli.freshness.annotations.annotations_of", None)
    told = Folder(str(folder), aliases={"Jane Doe": ("Peter Vandermeer",)})
    with open_store(Settings((told,), str(cache)), ALL, Silent()) as store:
        assert store.one("SELECT count(*) FROM person") == (1,)


@pytest.mark.usefixtures("believing")
def test_summaries_of_people_are_stored_again_after_an_edit(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(person_summaries, "_MANY", 1)
    indexed(folder, cache)
    (folder / "doc0.md").rename(folder / "renamed.md")
    with open_store(settings(folder, cache), ALL, Silent()) as store:
        stored = person_summaries.stored_person_summaries([1, 2], store.rows)
        assert [stored[1], stored[2]] == list(
            person_summaries.person_summaries([1, 2], person_summaries.Scope(), store.rows)
        )
        assert any("renamed" in told.document_ids for told in stored.values())


def test_facts_are_found_again_by_other_code(folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = indexed(folder, cache)
    others = [
        one._replace(rooms=("annotate/dates", "errors.py")) if one.name == "dates" else one
        for one in registry.ANNOTATORS
    ]
    monkeypatch.setattr(registry, "ANNOTATORS", tuple(others))
    monkeypatch.setattr("nzn_cli.annotate.dates.date_facts.dates_in", lambda *_: TextDates(()))
    after = indexed(folder, cache)
    assert before["event"]
    assert after["event"] == []
    assert after["entity"] == before["entity"]


def test_the_answer_does_not_depend_on_the_number_of_workers(tmp_path: Path) -> None:
    write(tmp_path / "corpus", 300)
    one = indexed(tmp_path / "corpus", tmp_path / "one", jobs=1)
    three = indexed(tmp_path / "corpus", tmp_path / "three", jobs=3)
    assert one == three


def test_a_folder_that_is_gone_is_an_error_even_when_indexed(folder: Path, cache: Path) -> None:
    indexed(folder, cache)
    folder.rename(folder.with_name("moved"))
    with pytest.raises(FolderError):
        open_store(settings(folder, cache), DOCUMENTS, Silent())


def test_what_is_stored_is_read_without_a_look(folder: Path, cache: Path) -> None:
    assert stored_store(settings(folder, cache)) is None
    indexed(folder, cache)
    (folder / "doc0.md").unlink()
    store = stored_store(settings(folder, cache))
    assert store is not None
    with store:
        assert store.one("SELECT count(*) FROM document") == (12,)


def test_dates_and_people_are_extracted_only_when_needed(folder: Path, cache: Path) -> None:
    found = indexed(folder, cache, DOCUMENTS)
    assert found["event"] == found["entity"] == []
    assert indexed(folder, cache, DOCUMENTS | {"dates"})["event"]


@pytest.mark.usefixtures("doubting")
def test_young_signatures_settle(folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    indexed(folder, cache)
    monkeypatch.setattr(snapshot, "_TICK", -1_000_000_000)  # as if they had grown older
    indexed(folder, cache)
    monkeypatch.undo()
    read = counted(monkeypatch)
    indexed(folder, cache)
    assert read == []


@pytest.mark.usefixtures("believing")
def test_people_are_joined_again_only_when_names_or_their_use_changed(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    indexed(folder, cache)
    path = folder / "doc0.md"
    plain = path.read_text(encoding="utf-8")
    monkeypatch.setattr("nzn_cli.store.persons.link", None)
    path.write_text(plain.replace("2019-03", "2011-03") + "A word more.\n", encoding="utf-8")
    found = indexed(folder, cache)
    monkeypatch.undo()
    monkeypatch.setattr(snapshot, "_TICK", -1_000_000_000)
    assert found == scanned(folder, cache)
    assert found["person"][0][6:8] == ("2011-03-01", "2019-03-12")
    path.write_text(plain + "\nAlso Ruth Abel, said Ruth Abel.\n", encoding="utf-8")
    same(folder, cache)


def test_two_machines_with_one_folder_keep_an_index_each_and_write_nothing_into_it(
    folder: Path, tmp_path: Path, believing: None
) -> None:
    here, there = tmp_path / "cache of one", tmp_path / "cache of another"
    before = {path: path.stat() for path in (folder, *folder.rglob("*"))}
    assert indexed(folder, here) == indexed(folder, there)
    assert {path: path.stat().st_mtime_ns for path in (folder, *folder.rglob("*"))} == {
        path: status.st_mtime_ns for path, status in before.items()
    }
    (folder / "part1/doc1.md").write_text(article(1, "Ruth Abel spoke on 2 June 2020."), encoding="utf-8")
    (folder / "doc4.md").unlink()  # by either of them
    found = indexed(folder, here)
    assert found == indexed(folder, there) == scanned(folder, here)
    assert len(found["document"]) == 11
