"""A dataset that somebody else made, or broke, is refused in a sentence; nothing outside it is read."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from nzn_cli.dataset.layout import VERSION_FILE
from tests.cli.nzn import nzn
from tests.dataset.made import dataset_of

pytest.importorskip("duckdb")
pytest.importorskip("sqlglot")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("papers")
    (folder / "a.md").write_text("---\ntitle: Bridge\ndate: 2021-05-03\n---\nMinister Winona Pell said “yes”.\n")
    return dataset_of(folder, tmp_path_factory.mktemp("target"))


@pytest.fixture
def target(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "target"))


def refused(target: Path, *words: str) -> str:
    done = nzn("-d", str(target), *(words or ("list", "--json")))
    assert done.code == 2, done
    assert done.out in ("", "[\n]\n")
    assert "fault" not in done.err
    assert "Traceback" not in done.err
    return done.err


def changed(target: Path, **values: object) -> None:
    path = target / VERSION_FILE
    path.write_text(json.dumps(json.loads(path.read_text()) | values))


@pytest.mark.parametrize("part", ["../other.parquet", "/etc/passwd.parquet", "document/*.parquet", "x'; DROP.parquet"])
def test_no_part_lies_elsewhere(target: Path, part: str) -> None:
    changed(target, parts={"document": [part]})
    assert "no part of it" in refused(target)


def test_a_kind_that_could_not_be_joined_has_no_answers_and_others_have(target: Path) -> None:
    changed(target, unlinked={"people": "TypeError: no order"})
    asked = nzn("-d", str(target), "who", "--json")
    assert asked.code == 70
    assert "people could not be joined across documents" in asked.err
    assert "TypeError: no order" in asked.err
    assert nzn("-d", str(target), "list", "--json").code == 0
    changed(target, unlinked=[])
    assert "no version file" in refused(target)


def test_a_part_that_is_cut_off_is_named(target: Path) -> None:
    [part] = target.glob("document/*/*.parquet")
    part.write_bytes(part.read_bytes()[:-40])
    assert "table document cannot be read" in refused(target)


def test_a_part_that_is_gone_is_named(target: Path) -> None:
    [part] = target.glob("document/*/*.parquet")
    part.unlink()
    assert "table document cannot be read" in refused(target)


def test_a_table_of_other_columns_is_named(target: Path) -> None:
    [part], [other] = target.glob("document/*/*.parquet"), target.glob("person_warning/*/*.parquet")
    shutil.copy(other, part)
    assert "table document cannot be read" in refused(target)


def test_sql_in_a_name_is_a_name(target: Path) -> None:
    done = nzn("-d", str(target), "who", "x'; DROP VIEW document; --")
    assert done.code == 1
    assert nzn("-d", str(target), "count").out.strip() == "1"


def test_settings_of_other_kinds_do_not_count(target: Path) -> None:
    changed(target, settings={"day_first": "no", "path": "/", "keys": 3, "unknown": {}})
    assert nzn("-d", str(target), "count").out.strip() == "1"


def test_what_needs_an_index_says_so_and_names_the_way(target: Path) -> None:
    assert "index import" in refused(target, "search", "bridge")


def test_a_dataset_is_asked_by_itself(target: Path) -> None:
    assert "asked by itself" in nzn("-d", str(target), "-d", "@seeds", "list").err


def test_a_dataset_below_a_uri_is_asked_alike(target: Path) -> None:
    here, there = nzn("-d", str(target), "list", "--json"), nzn("-d", target.as_uri(), "list", "--json")
    assert there == here
    assert here.code == 0
    nowhere = nzn("-d", (target / "nowhere").as_uri(), "list")
    assert (nowhere.code, "holds no dataset" in nowhere.err) == (2, True)


def test_an_imported_version_answers_all_until_there_is_another(target: Path, tmp_path: Path) -> None:
    env = {"NZN_CACHE_DIR": str(tmp_path / "cache")}
    expected = nzn("-d", str(target), "who", "--json", env=env).out
    assert nzn("index", "import", str(target), env=env).code == 0
    assert nzn("-d", str(target), "search", "yes", "--json", env=env).code == 0
    assert nzn("-d", str(target), "who", "--json", env=env).out == expected
    assert nzn("-d", str(target), "grep", "yes", "-c", env=env).code == 0
    changed(target, number=2)
    assert nzn("-d", str(target), "search", "yes", env=env).code == 2
    assert nzn("-d", str(target), "who", "--json", env=env).out == expected


def test_an_imported_version_of_a_uri_is_told_and_cleared_as_that_of_a_folder(target: Path, tmp_path: Path) -> None:
    env = {"NZN_CACHE_DIR": str(tmp_path / "cache")}
    documents = nzn("-d", str(target), "count", env=env).out.strip()
    for place in (str(target), target.as_uri()):
        assert f"documents\t{documents}\n" in nzn("-d", place, "index", "import", env=env).out
        assert f"documents\t{documents}\n" in nzn("-d", place, "index", "status", env=env).out
        assert nzn("-d", place, "index", "clear", env=env).code == 0
        assert "documents\t0\n" in nzn("-d", place, "index", "status", env=env).out


def test_an_index_is_written_as_a_dataset(tmp_path: Path) -> None:
    assert nzn("-d", "@seeds", "index", "export", str(tmp_path / "news")).code == 0
    assert nzn("-d", str(tmp_path / "news"), "count").out.strip() == "5"
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "mine.txt").write_text("mine")
    assert nzn("-d", "@seeds", "index", "export", str(tmp_path / "letters")).code == 2
