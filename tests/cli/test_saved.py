"""Saved queries that name others: followed, each once; what cannot be used is refused by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.nzn import Ran, nzn

_SAVED = """
[queries]
harbour = "--minister Pōtae"
recent = "@harbour --since 2019"
newest = ["list", "@recent", "--limit", "1"]
two = "@recent @harbour --limit 2 --sort date"
typed = "--limit 3 --offset 1"
itself = "@itself --since 2019"
ring = "--limit 3 @round"
round = "@about"
about = "@ring"
lost = "@harbour @nowhere"
word = "Pōtae"
other = "timeline --kind published"
folder = "--since 2019 -d elsewhere"
dir = "--dir=elsewhere"
hidden = "--hidden"
ignored = "--no-ignore"
links = "@links-of"
links-of = "-L"
cache = "--no-index"
help = "--since 2019 -h"
unknown = "--sicne 2019"
number = "@few --since 2019"
few = "--limit few"
date = "--since someday"
empty = "--minister"
nothing = []
kind = "--kind published"
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("saved")
    for number, (minister, year) in enumerate([("Pōtae", 2018), ("Pōtae", 2019), ("Pōtae", 2020), ("Ward", 2020)]):
        text = f"---\ntitle: T{number}\ndate: {year}-01-01\nministers: [Hon Hana {minister}]\n---\nText.\n"
        (folder / f"d{number}.md").write_text(text, "utf-8")
    (folder / ".nzn.toml").write_text(_SAVED, "utf-8")
    chain = "".join(f'q{number} = "@q{number + 1} @q{number + 1}"\n' for number in range(60)) + 'q60 = "--limit 1"\n'
    (folder / "deep").mkdir()
    (folder / "deep" / ".nzn.toml").write_text("[queries]\n" + chain, "utf-8")
    return folder


def _ids(*words: str, cwd: Path) -> list[str]:
    ran = nzn(*words, "-O", "ids", cwd=cwd)
    assert ran.code == 0, ran.err
    return ran.out.split()


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (["list", "@recent"], ["d2", "d1"]),
        (["list", "@newest"], ["d2"]),
        (["list", "@nothing", "@newest"], ["d2"]),
        (["list", "@two"], ["d1", "d2"]),
        (["list", "@recent", "@newest"], ["d2"]),
        (["list", "@newest", "--limit", "2"], ["d2", "d1"]),
        (["list", "@recent", "--since", "2018"], ["d2", "d1", "d0"]),
        (["list", "@typed", "--offset", "0"], ["d2", "d3", "d1"]),
        (["timeline", "@recent", "--kind", "published"], ["d1", "d2"]),
    ],
)
def test_followed(words: list[str], ids: list[str], folder: Path) -> None:
    assert _ids(*words, cwd=folder) == ids


def test_counted(folder: Path) -> None:
    assert nzn("count", "@recent", cwd=folder).out == "2\n"
    assert nzn("check", "@recent", cwd=folder) == (0, "", "")


def test_as_many_as_there_are(folder: Path) -> None:
    ran = nzn("list", "@q0", cwd=folder / "deep")
    assert (ran.code, ran.out) == (1, "")
    assert "no documents" in ran.err


def _refused(ran: Ran) -> str:
    assert (ran.code, ran.out) == (2, "")
    assert len(ran.err.splitlines()) <= 2
    return ran.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("list @itself", ["@itself names itself"]),
        ("list @ring", ["@ring names itself: @ring, @round, @about, @ring"]),
        ("list @about", ["@about names itself: @about, @ring, @round, @about"]),
        ("list @lost", ["@lost", "no query is saved as @nowhere"]),
        ("list @word", ["@word", "takes no 'Pōtae'"]),
        ("list @other", ["@other is one of nzn timeline", "nzn timeline @other"]),
        ("list @folder", ["@folder", "-d", "command line"]),
        ("list @dir", ["@dir", "-d", "command line"]),
        ("list @hidden", ["@hidden", "--hidden", "command line"]),
        ("list @ignored", ["@ignored", "--no-ignore", "command line"]),
        ("timeline @links", ["@links-of", "-L", "command line"]),
        ("count @cache", ["@cache", "--no-index", "command line"]),
        ("list @help", ["@help", "-h"]),
        ("list @unknown", ["@unknown", "--sicne", "--since"]),
        ("list @number", ["@few", "--limit", "'few'"]),
        ("list @empty", ["@empty", "--minister needs a value"]),
        ("list @kind", ["@kind", "--kind", "nzn quotes, nzn what, nzn timeline have it"]),
    ],
)
def test_refused_by_name(words: str, told: list[str], folder: Path) -> None:
    err = _refused(nzn(*words.split(), cwd=folder))
    assert [part for part in told if part not in err] == [], err


def test_tab_offers_them_with_what_they_say(folder: Path) -> None:
    ran = nzn("__complete", "zsh", "list", "@re", cwd=folder)
    assert ran.out.splitlines()[1:] == ["@recent\t@harbour --since 2019"]
