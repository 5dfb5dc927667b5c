"""TAB in real shells at a real terminal: names with spaces, apostrophes and macrons come out as they are."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.keyboard import SHELLS, Keyboard, need
from tests.cli.nzn import nzn

NAMES = ("Rt Hon Winston Peters", "Hon Nuala O'Hara", "Hon Hēnare Tāwhiri", "Hon Peter Dunn")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of four documents, its index built."""
    folder = tmp_path_factory.mktemp("corpus")
    for number, name in enumerate(NAMES):
        head = f'title: Story {number}\ndate: 2019-01-0{number + 1}\nministers: ["{name}"]\nsource: NZ Wire {number}\n'
        (folder / f"story-{number}.md").write_text(f"---\n{head}---\n{name} spoke.\n", "utf-8")
    (folder / ".nzn.toml").write_text('[queries]\nsummit = "--minister Peters"\n', "utf-8")
    assert nzn("who", cwd=folder).code == 0
    return folder


@pytest.fixture(scope="module", params=SHELLS)
def keyboard(
    request: pytest.FixtureRequest, corpus: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Keyboard]:
    need(request.param)
    board = Keyboard(request.param, corpus, tmp_path_factory.mktemp("home"))
    yield board
    board.close()


@pytest.mark.parametrize(
    ("line", "ids"),
    [
        ("nzn list --minister Win\t", ["story-0"]),
        ("nzn list --minister Tāw\t", ["story-2"]),
        ("nzn list --minister Taw\t", ["story-2"]),
        ("nzn list --minister Har\t", ["story-1"]),
        ("nzn list --minister 'Nuala O\t", ["story-1"]),
        ('nzn list --minister "Nuala O\t', ["story-1"]),
        ("nzn list --minister=Winst\t", ["story-0"]),
        ("nzn list --person Nual\t", ["story-1"]),
        ("nzn list --where sour\tNZ\\ Wire\\ 2\t", ["story-2"]),
        ("nzn list --where source=NZ\\ Wire\\ 3\t", ["story-3"]),
        ("nzn li\t --minis\tDunn\t", ["story-3"]),
        ("nzn list @su\t", ["story-0"]),
    ],
)
def test_tab_completes_and_the_command_understands(keyboard: Keyboard, line: str, ids: list[str]) -> None:
    if keyboard.shell == "fish" and "Taw" in line:
        pytest.skip("fish itself holds a and ā apart")
    shown = keyboard.ran(line + " --jsonl --fields id")
    assert [json.loads(part)["id"] for part in shown.split("\n") if part.lstrip("\r").startswith('{"id"')] == ids, shown


def test_tab_offers_ids_with_titles_where_the_shell_shows_them(keyboard: Keyboard) -> None:
    titles = [f"Story {number}" for number in range(4)] if keyboard.shell != "bash" else []
    shown = keyboard.shown("nzn show story-\t\t", ".*".join(["story-3", *titles[3:]]))
    assert all(text in shown for text in [f"story-{number}" for number in range(4)] + titles)


def test_tab_on_several_names_keeps_what_was_typed(keyboard: Keyboard) -> None:
    if keyboard.shell == "fish":
        pytest.skip("fish takes the one that begins so")
    assert "'Pete'" in keyboard.ran("nzn list --minister Pete\t -O ids")


@pytest.mark.parametrize(
    ("line", "ids"),
    [
        ("nzn -d $HERE list --minister Win\t", ["story-0"]),
        ('nzn -d "$HERE" list --minister Win\t', ["story-0"]),
        ("nzn -d $HERE/ list --person Nual\t", ["story-1"]),
        ("nzn -d $LINK list --minister Dunn\t", ["story-3"]),
    ],
)
def test_tab_knows_a_folder_by_a_variable_and_by_a_link(
    keyboard: Keyboard, corpus: Path, line: str, ids: list[str]
) -> None:
    link = corpus.parent / "link"
    if not link.is_symlink():
        link.symlink_to(corpus)
    assign = "set {} {}" if keyboard.shell == "fish" else "{}={}"
    for name, folder in (("HERE", corpus), ("LINK", link)):
        keyboard.ran(assign.format(name, folder) + "; cd /")
    shown = keyboard.ran(line + " --jsonl --fields id")
    assert [json.loads(part)["id"] for part in shown.split("\n") if part.lstrip("\r").startswith('{"id"')] == ids, shown
