"""`nzn show --edit`: the user's editor, at the line that was named, or where the text starts."""

from __future__ import annotations

from pathlib import Path

import pytest

from nzn_cli.cli.editor import with_line
from tests.cli.nzn import nzn


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    """Return a folder with two documents and an editor that writes down how it was called."""
    (tmp_path / "weir.md").write_text("---\ntitle: Weir\n---\n\nThe weir holds.\n", "utf-8")
    (tmp_path / "a weir 2019.txt").write_text("It held in 2019.\n", "utf-8")
    editor = tmp_path / "my ed"
    editor.write_text('#!/bin/sh\necho "$@" >> called.log\n', "utf-8")
    editor.chmod(0o755)
    return tmp_path


@pytest.mark.parametrize(
    ("words", "called"),
    [
        (["weir"], "-x +5 {}/weir.md"),
        (["weir:5"], "-x +5 {}/weir.md"),
        (["weir.md:5:The weir holds."], "-x +5 {}/weir.md"),
        (["a weir 2019.txt:1:It"], "-x +1 {}/a weir 2019.txt"),
        (["weir", "a weir 2019"], "-x +5 {0}/weir.md\n-x +1 {0}/a weir 2019.txt"),
    ],
)
def test_the_editor_opens_at_the_line(words: list[str], called: str, stories: Path) -> None:
    ran = nzn("-d", ".", "show", *words, "--edit", cwd=stories, env={"EDITOR": f"'{stories}/my ed' -x", "VISUAL": ""})
    assert (ran.code, ran.out) == (0, "")
    assert (stories / "called.log").read_text("utf-8") == called.format(stories) + "\n"


@pytest.mark.parametrize(
    ("word", "editor", "said"),
    [
        ("nobody", "true", "no document is called 'nobody'"),
        ("nobody:3", "true", "no document is called 'nobody'"),
        ("weir", "no-such-program", "'no-such-program' cannot be found"),
        ("weir", "'unclosed", "cannot be found"),
    ],
)
def test_what_cannot_be_edited_is_told(word: str, editor: str, said: str, stories: Path) -> None:
    ran = nzn("-d", ".", "show", word, "--edit", cwd=stories, env={"VISUAL": editor})
    assert ran.code == 2
    assert said in ran.err


def test_an_editor_that_fails_ends_with_one(stories: Path) -> None:
    assert nzn("-d", ".", "show", "weir", "--edit", cwd=stories, env={"VISUAL": "false"}).code == 1


@pytest.mark.parametrize(
    ("program", "words"),
    [
        ("vim", ["+3", "a.md"]),
        ("/usr/bin/nano", ["+3", "a.md"]),
        ("code", ["--goto", "a.md:3"]),
        ("hx", ["a.md:3"]),
        ("mate", ["--line", "3", "a.md"]),
    ],
)
def test_each_editor_takes_the_line_its_own_way(program: str, words: list[str]) -> None:
    assert with_line(program, "a.md", 3) == words
