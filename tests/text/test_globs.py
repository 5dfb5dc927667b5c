"""Globs: the same as the plain regular expression that each stands for, and never in more steps than they may take."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nzn_cli.text.globs import name_test, path_test

FAR = ["a"] * 40 + ["c"]


def expression(glob: str) -> str:
    """Return a glob as the regular expression that says what it means, and that backtracks without end."""
    out = ""
    at = 0
    while at < len(glob):
        at_start = at == 0 or glob[at - 1] == "/"
        if at_start and glob.startswith("**/", at):
            out, at = out + "(?:[^/]+/)*", at + 3
        elif at_start and glob[at:] == "**":
            out, at = out + ".+", at + 2
        elif glob[at] == "*":
            out, at = out + "[^/]*", at + 1
        elif glob[at] in "[{":
            end = glob.index("]" if glob[at] == "[" else "}", at) + 1
            inside = glob[at + 1 : end - 1]
            many = "|".join(expression(one) for one in inside.split(","))
            out, at = out + (f"(?!/)[{inside.replace('!', '^')}]" if glob[at] == "[" else f"(?:{many})"), end
        else:
            out, at = out + ("[^/]" if glob[at] == "?" else re.escape(glob[at])), at + 1
    return out


def holds(glob: str, path: str, braces: bool = False) -> bool:
    if "/" in glob or "/" in path:
        return path_test(glob, braces)(path.split("/"))
    return name_test(glob, braces)(path)


letters = st.sampled_from(["a", "b", "*", "*", "?", "[ab]", "[!a]", "[a-c]"])
words = st.lists(letters, min_size=1, max_size=6).map("".join).filter(lambda glob: "**" not in glob)
segments = st.one_of(st.just("**"), words)
names = st.text("abc", min_size=1, max_size=5)
paths = st.lists(names, min_size=1, max_size=5).map("/".join)


@given(glob=st.lists(segments, min_size=1, max_size=5).map("/".join), path=paths)
def test_a_glob_is_its_regular_expression(glob: str, path: str) -> None:
    assert holds(glob, path) is (re.fullmatch(expression(glob), path, re.DOTALL) is not None)


braced = st.lists(st.lists(st.sampled_from(["a", "b", "?"]), max_size=2).map("".join), min_size=1, max_size=3)
pieces = st.one_of(letters, braced.map(lambda many: "{" + ",".join(many) + "}"))


@given(glob=st.lists(pieces, min_size=1, max_size=6).map("".join).filter(lambda g: "**" not in g), path=names)
def test_braces_are_their_regular_expression(glob: str, path: str) -> None:
    assert holds(glob, path, braces=True) is (re.fullmatch(expression(glob), path, re.DOTALL) is not None)


@pytest.mark.parametrize(
    ("glob", "path", "expected"),
    [
        ("*a" * 12 + "b", "a" * 80, False),
        ("*a" * 12 + "b", "a" * 80 + "b", True),
        ("*[ab]" * 12 + "c", "a" * 80, False),
        ("*?" * 100, "a" * 99, False),
        ("*?" * 100, "a" * 100, True),
        ("**/" * 10 + "b", "/".join(FAR), False),
        ("**/" * 10 + "c", "/".join(FAR), True),
        ("**/a/" * 10 + "b", "/".join(FAR), False),
        ("**/a/" * 10 + "**/c", "/".join(FAR), True),
        ("**/*a*a*/" * 12 + "c", "/".join(["aaaa"] * 40), False),
        ("*a" * 50_000, "a" * 255, False),
        ("a/" * 50_000, "/".join(FAR), False),
        ("**/" * 30_000 + "c", "/".join(FAR), True),
        ("?" * 100_000, "a" * 255, False),
        ("[a-z]" * 20_000, "a" * 255, False),
    ],
)
def test_no_glob_takes_for_ever(glob: str, path: str, expected: bool) -> None:
    assert holds(glob, path) is expected


@pytest.mark.parametrize(
    ("glob", "path", "expected"),
    [
        ("{" * 500 + "a" + "}" * 500, "a", True),
        ("{a,b" * 500 + "}" * 500, "b" * 499 + "a", True),
        ("x{a,{b,c}d}*", "xcd9", True),
        ("x{a,{b,c}d}*", "xc9", False),
        ("{a/b,c}/d", "a/b/d", True),
        ("{a/b,c}/d", "c/d", True),
        ("{**,x}/d", "a/b/d", True),
        ("*{*,x}", "ab", True),
        ("a}", "a}", True),
        ("a,b", "a,b", True),
        (r"\{a\}", "{a}", True),
        ("{,a}b", "b", True),
    ],
)
def test_braces(glob: str, path: str, expected: bool) -> None:
    assert holds(glob, path, braces=True) is expected


def test_without_braces_they_are_letters() -> None:
    assert holds("{a,b}", "{a,b}")
    assert not holds("{a,b}", "a")


@pytest.mark.parametrize("glob", ["[a", "a\\", "[z-a]", "[[:odd:]]", "{a", "{a,b}" * 40, "{a,b}" * 12 + "c" * 900_000])
def test_what_is_no_glob_is_told(glob: str) -> None:
    with pytest.raises(ValueError, match=r"is|are|ends|stand"):
        path_test(glob, braces=True)
