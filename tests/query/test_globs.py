"""-g means what it means to ripgrep: asked of ripgrep itself, where there is one."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nzn_cli.errors import UsageError
from nzn_cli.query.path_globs import lets_through

FILES = ["a.txt", "b.md", "foo.md", "foo/a.txt", "foo/bar/a.txt", "foo/bar/b.md", "bar/a.txt", "bar/foo/baz/b.md"]


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not shutil.which("rg"):
        pytest.skip("ripgrep is not installed")
    root = tmp_path_factory.mktemp("files")
    for name in FILES:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("text")
    return root


pieces = st.sampled_from(
    ["a", "foo", "bar", "baz", "*", "**", "?", "a*", "*.txt", "*.{md,txt}", "[ab]*", "[!f]*", "f?o", "{foo,bar}"]
)
globs = st.builds(
    lambda mark, first, parts: mark + first + "/".join(parts),
    st.sampled_from(["", "", "!"]),
    st.sampled_from(["", "", "/"]),
    st.lists(pieces, min_size=1, max_size=3),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.lists(globs, min_size=1, max_size=3))
def test_ripgrep_takes_the_same_files(tree: Path, typed: list[str]) -> None:
    command = ["rg", "--no-config", "--files", *(word for glob in typed for word in ("-g", glob))]
    listed = subprocess.run(command, cwd=tree, capture_output=True, check=False, text=True, timeout=20)
    assert listed.stderr == ""
    assert set(filter(lets_through(typed), FILES)) == set(listed.stdout.splitlines())


def test_a_folder_that_is_left_out_takes_along_what_is_in_it() -> None:
    through = lets_through(["!drafts", "drafts/b.md"])
    assert through("drafts.md") is False  # some glob asks for paths
    assert through("x/drafts/a.md") is False
    assert through("drafts/b.md") is False
    assert lets_through(["!drafts/"])("drafts/b.md") is False
    assert lets_through(["!drafts/"])("drafts") is True


def test_a_folder_with_a_slash_behind_it_is_all_that_is_in_it() -> None:
    assert lets_through(["blog/"])("x/blog/y/a.md") is True
    assert lets_through(["/blog/"])("x/blog/a.md") is False
    assert lets_through(["blog/"])("blog") is False


def test_many_levels_of_folders() -> None:
    deep = "a/" * 2000 + "b.md"
    assert lets_through(["!c"])(deep) is True
    assert lets_through(["!b.md"])(deep) is False


@pytest.mark.parametrize("glob", ["[z-a]", "[a", "{a,b", "x\\", "{a,b}" * 30])
def test_what_is_no_glob_is_a_usage_error(glob: str) -> None:
    with pytest.raises(UsageError, match="is no glob"):
        lets_through([glob])
