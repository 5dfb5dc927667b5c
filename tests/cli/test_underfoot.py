"""Whose documents answer: those of the folder underfoot are offered, and every refusal names those that were asked."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from nzn_cli.config.settings_file import SECTIONS, read_file
from nzn_cli.config.starter import EXAMPLE
from tests.cli.nzn import nzn

BUILTIN = "the documents that come with nzn"


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    """Return a folder with one document and a folder below it."""
    (tmp_path / "stories" / "below").mkdir(parents=True)
    text = "---\ntitle: Weir\ndate: 2019-03-01\nministers: [Hon Hana Pōtae]\n---\nHana Pōtae spoke.\n"
    (tmp_path / "stories" / "weir.md").write_text(text, "utf-8")
    return tmp_path / "stories"


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("list",), "nzn -d . list"),
        ((), "nzn -d ."),
        (("--json", "list", "--title", "two words"), "nzn -d . --json list --title 'two words'"),
        (("who", "turia"), "nzn -d . who turia"),
        (("show", "weir"), "nzn -d . show weir"),
    ],
)
def test_the_folder_underfoot_is_offered_with_the_words_that_were_typed(
    words: tuple[str, ...], offered: str, stories: Path
) -> None:
    said = nzn(*words, cwd=stories).err.splitlines()
    assert said[0] == f"nzn: {BUILTIN} are asked; those of this folder: {offered}"


@pytest.mark.parametrize("name", ["README.md", "readme.txt", "LICENSE.txt", "CHANGELOG.md", "CONTRIBUTING.md", ".a.md"])
def test_papers_of_a_project_are_no_documents_of_it(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("Text.\n", "utf-8")
    assert nzn("list", cwd=tmp_path).err == ""
    (tmp_path / "page.html").write_text("<p>Text.</p>\n", "utf-8")
    assert "nzn -d . list" in nzn("list", cwd=tmp_path).err


def test_documents_below_are_not_underfoot(stories: Path) -> None:
    assert nzn("list", cwd=stories.parent).err == ""


@pytest.mark.parametrize("words", [("-d", "@seeds"), ("-d", "."), ("-q",)])
def test_who_chose_is_not_told(words: tuple[str, ...], stories: Path) -> None:
    assert "are asked" not in nzn(*words, "list", cwd=stories).err
    assert "are asked" not in nzn("list", cwd=stories, env={"NZN_DIR": "@seeds"}).err


def test_the_built_in_documents_have_a_name(stories: Path) -> None:
    (stories / ".nzn.toml").write_text("", "utf-8")
    assert nzn("list", "-O", "ids", cwd=stories).out == "weir\n"
    assert len(nzn("list", "-d", "@seeds", "-O", "ids", cwd=stories).out.splitlines()) == 5
    assert len(nzn("list", "-d", "@seeds", "-d", ".", "-O", "ids", cwd=stories).out.splitlines()) == 6
    assert BUILTIN in nzn("-d", "@seeds", cwd=stories).out


@pytest.mark.parametrize(
    ("words", "refusal"),
    [
        ("list --minister turia", "no minister is named 'turia' in {}"),
        ("who turia", "no person is named 'turia' in {}"),
        ("what turia", "no organisation is named 'turia' in {}"),
        ("list --has turia", "no document has the metadata key 'turia' in {}"),
        ("show turia", "no document is called 'turia' in {}"),
        ("who --role turia", "no role is 'turia' in {}"),
    ],
)
def test_a_refusal_names_the_corpus_that_was_asked(words: str, refusal: str, stories: Path) -> None:
    asked = {
        ("-d", "@seeds"): BUILTIN,
        ("-d", "stories"): "stories",
        ("-d", "stories", "-d", "@seeds"): f"stories, {BUILTIN}",
    }
    for folder, name in asked.items():
        said = nzn(*folder, *words.split(), cwd=stories.parent).err
        assert said.splitlines()[0] == "nzn: " + refusal.format(name)
    said = nzn(*words.split(), cwd=stories, env={"NZN_DIR": str(stories)}).err
    assert said.splitlines()[0] == "nzn: " + refusal.format(stories)


def test_init_makes_a_folder_the_one_that_is_asked(stories: Path) -> None:
    made = nzn("init", cwd=stories)
    assert (made.code, made.out) == (0, ".nzn.toml\n")
    for folder in (stories, stories / "below"):
        assert nzn("list", "-O", "ids", cwd=folder) == (0, "weir\n", "")
    again = nzn("init", cwd=stories)
    assert (again.code, again.out) == (2, "")
    assert "is there already" in again.err


@pytest.mark.parametrize("words", [("init", "stories"), ("-d", "stories", "init"), ("init", "-d", "stories")])
def test_init_takes_a_folder(words: tuple[str, ...], stories: Path) -> None:
    assert nzn(*words, cwd=stories.parent).out == "stories/.nzn.toml\n"
    assert nzn("list", "-O", "ids", cwd=stories).out == "weir\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("init nowhere", "there is no folder"),
        ("init stories -d .", "one folder"),
        ("init -d @seeds", "a folder of yours"),
        ("init stories/weir.md", "cannot be written"),
    ],
)
def test_init_refuses(words: str, said: str, stories: Path) -> None:
    refused = nzn(*words.split(), cwd=stories.parent)
    assert (refused.code, refused.out) == (2, "")
    assert said in refused.err


def test_what_init_shows_in_comments_may_stand_there(stories: Path) -> None:
    assert nzn("init", cwd=stories).code == 0
    path = stories / ".nzn.toml"
    assert read_file(str(path)) == {}
    lines = path.read_text("utf-8").splitlines()
    path.write_text("\n".join(line.removeprefix("# ") for line in lines[3:]), "utf-8")
    assert read_file(str(path))
    assert set(tomllib.loads(EXAMPLE)) == set(SECTIONS)
