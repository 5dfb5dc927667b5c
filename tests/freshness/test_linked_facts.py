"""An edit that says the same of people and organisations links nothing anew, any other does; the answer is a scan's."""

from __future__ import annotations

from pathlib import Path

import pytest

from nzn_cli.freshness import linked_facts
from nzn_cli.store import organisations, persons
from tests.freshness.corpus import ALL, indexed, scanned

EVERY = ALL | {"organisations"}
HEAD = "---\ndate: 2018-06-{day:02}\n---\n\n"
TEXTS = {
    "mr": "Mr Sam Rangi won. Mr Rangi met Peter Vandermeer.\n",
    "ms": "Ms Sam Rangi won. Ms Rangi smiled at the Mayor of Napier, Ann Pell.\n",
    "bank": "The Tuvok Development Bank (TDB) was founded. Chris Hale wrote to Christopher Hale spoke.\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "corpus").mkdir()
    for day, (name, text) in enumerate(TEXTS.items(), 1):
        _write(tmp_path / "corpus", name, text, day)
    return tmp_path / "corpus"


def _write(folder: Path, name: str, text: str, day: int) -> None:
    (folder / f"{name}.md").write_text(HEAD.format(day=day) + text, encoding="utf-8")


@pytest.fixture
def linked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that grows by the kind that is linked."""
    found: list[str] = []
    for name, module in (("people", persons), ("organisations", organisations)):
        join = module.join
        monkeypatch.setattr(module, "join", lambda *given, name=name, join=join: (found.append(name), join(*given)))
    return found


def _same(folder: Path, cache: Path, linked: list[str]) -> list[str]:
    """Return what is linked for an answer that is the same as a scan's."""
    linked.clear()
    found = indexed(folder, cache, EVERY)
    kinds = list(linked)
    assert found == scanned(folder, cache, EVERY)
    return kinds


BOTH = ["people", "organisations"]


@pytest.mark.parametrize(
    ("name", "day", "old", "new", "kinds"),
    [
        ("ms", 2, "won", "won the race", []),  # and is still not he of that name
        ("bank", 3, "The Tuvok", "It is said that the Tuvok", []),
        ("ms", 2, "won", "won the race, and the Mayor of Napier with her", ["people"]),
        ("ms", 2, "Ms", "Mr", ["people"]),
        ("mr", 1, "Vandermeer", "Vandermere", ["people"]),
        ("ms", 2, "Mayor of Napier", "Mayor of Nelson", ["people"]),
        ("bank", 3, " wrote to ", " and ", ["people"]),
        ("bank", 3, "Bank", "Fund", ["organisations"]),
        ("bank", 3, "(TDB) ", "", ["organisations"]),
        ("ms", 9, "won", "won", BOTH),  # of another date
    ],
)
def test_an_edit_links_anew_where_it_says_otherwise(
    folder: Path, tmp_path: Path, linked: list[str], name: str, day: int, old: str, new: str, kinds: list[str]
) -> None:
    assert _same(folder, tmp_path / "cache", linked) == BOTH
    _write(folder, name, TEXTS[name].replace(old, new), day)
    assert _same(folder, tmp_path / "cache", linked) == kinds


def test_edits_are_remembered_until_a_kind_is_asked_for(folder: Path, tmp_path: Path, linked: list[str]) -> None:
    cache = tmp_path / "cache"
    _same(folder, cache, linked)
    for text in ("Another Person won.\n", TEXTS["ms"].replace("won", "lost")):
        _write(folder, "ms", text, 2)
        indexed(folder, cache, frozenset({"documents"}))
    assert _same(folder, cache, linked) == []
    _write(folder, "ms", TEXTS["ms"].replace("Pell", "Bell"), 2)
    indexed(folder, cache, ALL)
    _write(folder, "ms", TEXTS["ms"], 2)
    assert _same(folder, cache, linked) == ["people"]


def test_where_a_document_comes_or_goes_all_is_linked(folder: Path, tmp_path: Path, linked: list[str]) -> None:
    _same(folder, tmp_path / "cache", linked)
    _write(folder, "new", "Nothing.\n", 5)
    assert _same(folder, tmp_path / "cache", linked) == BOTH
    (folder / "new.md").unlink()
    assert _same(folder, tmp_path / "cache", linked) == BOTH


def test_of_many_edits_none_is_remembered(
    folder: Path, tmp_path: Path, linked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(linked_facts, "_MOST", 1)
    _same(folder, tmp_path / "cache", linked)
    for day, name in enumerate(("mr", "ms"), 1):
        _write(folder, name, TEXTS[name].replace("won", "lost"), day)
    assert _same(folder, tmp_path / "cache", linked) == BOTH
