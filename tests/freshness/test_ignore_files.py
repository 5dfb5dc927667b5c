"""An ignore file that comes, goes or changes, wherever it lies: the index knows at once what is a document."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from nzn_cli.freshness import snapshot
from tests.freshness.corpus import article, indexed, scanned

DOCUMENTS = frozenset({"documents"})
PLACES = ["", "one/", "one/two/", "one/two/three/"]
NAMES = [".ignore", ".gitignore"]


@pytest.fixture(params=["times of folders tell", "names are looked at"])
def folder(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a repository with three documents in each of four folders, one in the other."""
    monkeypatch.setattr(snapshot, "_TICK", -1_000_000_000)  # times are believed although they are young
    device = frozenset([tmp_path.stat().st_dev] if request.param.startswith("times") else [])
    monkeypatch.setattr(snapshot, "keeping", lambda: device)
    folder = tmp_path / "corpus"
    for number, place in enumerate(PLACES):
        (folder / place).mkdir(parents=True, exist_ok=True)
        for letter in "abc":
            (folder / place / f"{letter}.md").write_text(article(number), encoding="utf-8")
    (folder / ".git").mkdir()
    return folder


def listed(folder: Path) -> set[str]:
    """Return what the index lists, which is what a scan finds."""
    cache = folder.parent / "cache"
    found = indexed(folder, cache, DOCUMENTS)
    assert found == scanned(folder, cache, DOCUMENTS)
    return {row[0] for row in found["document"]}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("place", PLACES)
def test_it_comes_is_edited_renamed_and_goes(folder: Path, place: str, name: str) -> None:
    every = listed(folder)
    here = {path for path in every if path.startswith(place)}
    rules = folder / place / name

    def without(letter: str) -> set[str]:
        return every - {path for path in here if path.endswith(f"{letter}.md")}

    rules.write_text("a.md\n")
    assert listed(folder) == without("a")
    rules.write_text("b.md\n")  # of the same size
    assert listed(folder) == without("b")
    rules.rename(folder / place / "kept")
    assert listed(folder) == every
    (folder / place / "kept").rename(rules)
    assert listed(folder) == without("b")
    other = folder / place / ".git" / "info" if name == ".ignore" and not place else None
    if other:
        other.mkdir()
        (other / "exclude").write_text("c.md\n")
        assert listed(folder) == without("b") & without("c")
        (other / "exclude").unlink()
    rules.unlink()
    assert listed(folder) == every


@pytest.mark.parametrize("name", NAMES)
def test_it_is_renamed_into_the_other_kind(folder: Path, name: str) -> None:
    (folder / "one" / name).write_text("a.md\n")
    without = listed(folder)
    (other,) = set(NAMES) - {name}
    (folder / "one" / name).rename(folder / "one" / other)
    assert listed(folder) == without
    (folder / "one" / name).write_text("!a.md\n")  # .ignore has the last word
    assert ("one/a.md" in listed(folder)) == (name == ".ignore")


OTHER_EDITS: dict[str, Callable[[Path], object]] = {
    "a document is edited": lambda folder: (folder / "one/two/b.md").write_text(article(9), encoding="utf-8"),
    "one beside it is edited": lambda folder: (folder / "one/b.md").write_text(article(9), encoding="utf-8"),
    "what it leaves out is edited": lambda folder: (folder / "one/a.md").write_text(article(9), encoding="utf-8"),
    "what it leaves out goes": lambda folder: (folder / "one/a.md").unlink(),
    "a folder above it gets a document": lambda folder: (folder / "new.md").write_text(article(9), encoding="utf-8"),
    "a folder below it comes": lambda folder: shutil.copytree(folder / "one/two", folder / "one/more"),
    "a folder below it goes": lambda folder: shutil.rmtree(folder / "one/two"),
    "a document comes in from outside": lambda folder: (folder / "a.md").rename(folder / "one/moved.md"),
}


@pytest.mark.parametrize("edit", OTHER_EDITS)
def test_it_comes_and_goes_beside_another_edit(folder: Path, edit: str) -> None:
    before = listed(folder)
    OTHER_EDITS[edit](folder)
    (folder / "one/.ignore").write_text("a.md\nmoved.md\n")
    after = listed(folder)
    assert not {path for path in after if path.startswith("one/") and path.endswith(("a.md", "moved.md"))}
    assert after != before
    (folder / "one/b.md").write_text(article(7), encoding="utf-8")
    (folder / "one/.ignore").unlink()
    assert listed(folder) > after


def test_it_comes_with_its_folder_and_goes_with_it(folder: Path) -> None:
    every = listed(folder)
    shutil.copytree(folder / "one/two", folder / "fresh/inner")
    (folder / "fresh/inner/.ignore").write_text("three/\na.md\n")
    assert listed(folder) == every | {"fresh/inner/b.md", "fresh/inner/c.md"}
    (folder / "fresh").rename(folder / "moved")
    assert listed(folder) == every | {"moved/inner/b.md", "moved/inner/c.md"}
    shutil.rmtree(folder / "moved")
    assert listed(folder) == every


def test_a_repository_begins_and_ends_below(folder: Path) -> None:
    shutil.rmtree(folder / ".git")
    (folder / "one/.gitignore").write_text("a.md\n")
    every = listed(folder)
    assert "one/a.md" in every  # no repository, no rules of git
    (folder / "one/.git").mkdir()
    assert listed(folder) == every - {"one/a.md", "one/two/a.md", "one/two/three/a.md"}
    (folder / "one/.git").rmdir()
    assert listed(folder) == every
