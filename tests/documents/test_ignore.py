"""Ignore files mean what they mean to git: asked of git itself, where there is one."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nzn_cli.documents.ignore import Patterns, parse
from nzn_cli.documents.walk import walk
from nzn_cli.model.settings import Folder

FILES = [
    "a.txt",
    "b.md",
    "a b.txt",
    "x[1].txt",
    "foo/a.txt",
    "foo/bar/a.txt",
    "foo/bar/b.md",
    "bar/a.txt",
    "bar/foo/baz/b.md",
    "baz/a.txt",
    "Foo/a.txt",
    "foo/ab.txt",
    "sub/foo/a.txt",
]


def matched(line: str, path: str, folder: bool = False) -> bool:
    patterns = Patterns(".gitignore", "", 0, parse([line]))
    found = patterns.match(path, path.rpartition("/")[2], folder)
    return found is not None and not found.negated


@pytest.mark.parametrize(
    ("line", "path", "folder", "expected"),
    [
        ("*.txt", "a/b.txt", False, True),
        ("/*.txt", "a/b.txt", False, False),
        ("/*.txt", "b.txt", False, True),
        ("b/", "a/b", True, True),
        ("b/", "a/b", False, False),
        ("a/b", "c/a/b", False, False),
        ("**/b", "a/c/b", False, True),
        ("a/**", "a/c/b", False, True),
        ("a/**", "a", True, False),
        ("a/**/b", "a/b", False, True),
        ("a/**/b", "a/c/d/b", False, True),
        ("a**b", "axxb", False, True),
        ("a**b/c", "ax/yb/c", False, False),
        ("# note", "# note", False, False),
        (r"\# note", "# note", False, True),
        (r"\!x", "!x", False, True),
        ("x ", "x", False, True),
        ("x\\ ", "x ", False, True),
        ("[a-c].txt", "b.txt", False, True),
        ("[!a-c].txt", "b.txt", False, False),
        ("[]x].txt", "].txt", False, True),
        ("[[:digit:]].txt", "7.txt", False, True),
        ("[a", "[a", False, False),
        ("a?c", "a/c", False, False),
        ("[^a]", "/", False, False),
        ("", "a", False, False),
        ("/", "a", False, False),
        ("x\\", "x", False, False),
        ("ā.txt", "ā.txt", False, True),
    ],
)
def test_one_pattern(line: str, path: str, folder: bool, expected: bool) -> None:
    assert matched(line, path, folder) is expected


def test_the_last_pattern_decides() -> None:
    patterns = Patterns(".ignore", "", 0, parse(["*.txt", "!keep.txt", "keep.*"]))
    found = patterns.match("keep.txt", "keep.txt", False)
    assert found is not None
    assert (found.line, found.negated) == (3, False)


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not shutil.which("git"):
        pytest.skip("git is not installed")
    root = tmp_path_factory.mktemp("repository")
    for name in FILES:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("text")
    subprocess.run(["git", "init", "-q", str(root)], check=True)
    return root


pieces = st.sampled_from(
    [
        "a",
        "b",
        "foo",
        "bar",
        "baz",
        "*",
        "**",
        "?",
        "a*",
        "*.txt",
        "*.md",
        "[ab]",
        "[!f]*",
        "f?o",
        "a.txt",
        "a b",
        "\\a",
        "*a*t",
        "[ab]*?*t",
    ]
)
patterns = st.builds(
    lambda mark, first, parts, last: mark + first + "/".join(parts) + last,
    st.sampled_from(["", "", "", "!"]),
    st.sampled_from(["", "", "/"]),
    st.lists(pieces, min_size=1, max_size=3),
    st.sampled_from(["", "", "/", " "]),
)


@settings(max_examples=150)
@given(top=st.lists(patterns, max_size=4), below=st.lists(patterns, max_size=3))
def test_git_takes_the_same_files(tree: Path, top: list[str], below: list[str]) -> None:
    (tree / ".gitignore").write_text("\n".join(top) + "\n")
    (tree / "foo" / ".gitignore").write_text("\n".join(below) + "\n")
    listed = subprocess.run(
        ["git", "-C", str(tree), "ls-files", "-o", "-z", "--exclude-standard"],
        capture_output=True,
        check=True,
        env={**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "XDG_CONFIG_HOME": os.devnull},
    )
    wanted = {os.fsdecode(name) for name in listed.stdout.split(b"\0") if name and not name.endswith(b".gitignore")}
    assert {entry.path for entry in walk(Folder(str(tree)))} == wanted
