"""A dataset holds the rows of an index of the same folder, whatever happened on the way to it."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path
from typing import Any

import pytest

from nzn_cli.api import build_dataset
from nzn_cli.cluster import build_dataset as building
from nzn_cli.dataset.layout import read_version, tables
from nzn_cli.errors import FolderError, LinkingFault
from nzn_cli.linking import fuller_names
from nzn_cli.model.answers import BuildRecord, SkippedRecord
from tests.cluster.rows_of_tables import dataset_rows, index_rows

LONG_AGO = 1_500_000_000
RELEASE = """---
title: Talks of the Harbour Board, part {n}
date: 2018-06-{day:02}
minister: Hon Ada Marsh
---
Harbour Minister Ada Marsh met Otto Brandt, President of the Lakes Union (LU), on Tuesday.

"We shall meet again on 4 July {n}," said Ms Marsh. Chris and Christine Hale of the LU were there.
"""


def written(folder: Path, path: str, text: str | bytes, later: int = 0) -> None:
    """Write a document of long ago."""
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    os.utime(file, (LONG_AGO + later, LONG_AGO + later))


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    """Return a folder of a few releases, in order and out of it."""
    folder = tmp_path / "stories"
    for n in range(12):
        written(folder, f"{2000 + n % 3}/release {n}.md", RELEASE.format(n=2000 + n, day=n + 1))
    written(folder, "broken.md", "---\ntitle: [of no\n---\nTalks in Oslo on 3 May 2017, said Otto Brandt.")
    written(folder, "empty.txt", "")
    written(folder, "noise.txt", b"\x00\x01\x02" * 40)
    written(folder, "broken.pdf", b"%PDF-1.4 and no more")
    written(folder, ".ignore", "*.log.txt\n")
    written(folder, "kept.log.txt", "Left out.")
    with zipfile.ZipFile(folder / "more.zip", "w") as packed:
        packed.writestr("inside/one.txt", "Ada Marsh spoke on 5 June 2018.")
    os.utime(folder / "more.zip", (LONG_AGO, LONG_AGO))
    return folder


NAMESAKES = "The talks were led by {title} Robin Vale on 3 May 2018. {title} Robin Vale of Oslo spoke."


def test_holds_what_linking_fills_in(session: Any, tmp_path: Path) -> None:
    folder, target = tmp_path / "stories", tmp_path / "dataset"
    for n, title in enumerate(["Mr", "Ms"] * 3):
        written(folder, f"{title} {n}.txt", NAMESAKES.format(title=title))
    build_dataset(str(folder), str(target), session)
    assert dataset_rows(target) == index_rows(folder, tmp_path / "cache")
    written(folder, "Ms 7.txt", NAMESAKES.format(title="Ms"))
    assert build_dataset(str(folder), str(target), session).read == 1
    rows = dataset_rows(target)
    assert rows == index_rows(folder, tmp_path / "cache")
    sense = [column.name for column in tables()["entity"].columns].index("sense")
    assert {row[sense] for row in rows["entity"]} == {"0", "1"}


def test_holds_what_an_index_holds_and_is_brought_up_to_date(session: Any, stories: Path, tmp_path: Path) -> None:
    target = tmp_path / "dataset"
    first = build_dataset(str(stories), str(target), session)
    assert (first.version, first.documents, first.skipped) == (1, 16, [])
    assert first.warned == 3
    assert dataset_rows(target) == index_rows(stories, tmp_path / "cache")

    written(stories, "2001/release 1.md", RELEASE.format(n=1066, day=9), later=9)
    written(stories, "2001/anew.md", RELEASE.format(n=1848, day=3).replace("Otto Brandt", "Otto K. Brandt"))
    (stories / "2002" / "release 2.md").unlink()
    os.utime(stories / "2000" / "release 0.md", (LONG_AGO + 9, LONG_AGO + 9))  # another time, the same content
    second = build_dataset(str(stories), str(target), session)
    assert (second.version, second.documents, second.read, second.gone) == (2, 16, 3, 1)
    assert dataset_rows(target) == index_rows(stories, tmp_path / "cache")
    third = build_dataset(str(stories), str(target), session)
    assert (third.version, third.read, third.gone) == (3, 0, 0)
    assert dataset_rows(target) == index_rows(stories, tmp_path / "cache")


def test_a_build_that_ends_early_leaves_the_last_version_and_the_next_one_ends_right(
    session: Any, stories: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "dataset"
    build_dataset(str(stories), str(target), session)
    before, rows = read_version(str(target)), dataset_rows(target)
    written(stories, "anew.md", RELEASE.format(n=1848, day=3))
    with monkeypatch.context() as patch:
        patch.setattr(building.LinkedIndex, "link", killed)
        with pytest.raises(KeyboardInterrupt):
            build_dataset(str(stories), str(target), session)
    assert read_version(str(target)) == before
    assert dataset_rows(target) == rows
    assert build_dataset(str(stories), str(target), session).read == 1
    assert dataset_rows(target) == index_rows(stories, tmp_path / "cache")
    version = read_version(str(target))
    assert version is not None
    named = {part for parts in version.parts.values() for part in parts}
    assert before is not None
    kept = {part for parts in before.parts.values() for part in parts}
    there = {str(file.relative_to(target)) for file in target.rglob("*.parquet")}
    assert named <= there <= named | kept


def killed(_: object) -> None:
    """End as a driver does that is stopped."""
    raise KeyboardInterrupt


def test_a_fault_in_joining_one_kind_costs_that_kind_alone(
    session: Any, stories: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> object:
        raise TypeError("no order between these")

    target = tmp_path / "dataset"
    with monkeypatch.context() as patch:
        (name, _), *more = fuller_names.PASSES
        patch.setattr(fuller_names, "PASSES", ((name, failing), *more))
        with pytest.raises(LinkingFault, match="organisations could not be joined"):
            build_dataset(str(stories), str(target), session)
    version = read_version(str(target))
    assert version is not None
    assert version.unlinked == {"organisations": "TypeError: no order between these"}
    rows, expected = dataset_rows(target), index_rows(stories, tmp_path / "cache")
    assert {table for table in expected if rows[table] != expected[table]} == {
        "organisation",
        "organisation_entity",
        "organisation_name",
    }
    assert build_dataset(str(stories), str(target), session).read == 0
    assert dataset_rows(target) == expected


def test_a_uri_is_read_by_spark(session: Any, stories: Path, tmp_path: Path) -> None:
    for name in (".ignore", "kept.log.txt", "empty.txt"):  # Spark lists no file of 0 bytes
        (stories / name).unlink()
    target = tmp_path / "dataset"
    uri, into = stories.as_uri(), target.as_uri()
    first = build_dataset(uri, into, session)
    assert first.skipped == [SkippedRecord("more.zip", "what it holds is read in a folder only")]
    (stories / "more.zip").unlink()
    assert dataset_rows(target) == index_rows(stories, tmp_path / "cache")
    written(stories, "2001/release 1.md", RELEASE.format(n=1066, day=9), later=9)
    second = build_dataset(uri, into, session)
    assert (second.version, second.documents, second.read, second.skipped) == (2, 14, 1, [])
    assert dataset_rows(target) == index_rows(stories, tmp_path / "cache")


def test_what_is_too_large_is_told_and_no_other_file_is_harmed(session: Any, tmp_path: Path) -> None:
    folder, target = tmp_path / "stories", tmp_path / "dataset"
    written(folder, "a.txt", "Ada Marsh spoke on 5 June 2018.")
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(3_000_000)
    first: BuildRecord = build_dataset(str(folder), str(target), session, largest=2)
    assert (first.documents, first.skipped) == (1, [SkippedRecord("huge.txt", "it is larger than 2 MB")])
    with pytest.raises(FolderError, match="holds other files"):
        build_dataset(str(folder), str(folder), session)
