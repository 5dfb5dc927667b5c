"""Metadata keeps what the author wrote, and no metadata can take the machine's time or memory."""

from __future__ import annotations

import json
import time
import tracemalloc
from collections.abc import Callable
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from nzn_cli.documents.metadata import Metadata, Refused, load_toml, load_yaml
from nzn_cli.documents.read import read_document
from nzn_cli.model.settings import Folder
from nzn_cli.normalise.document import document_from_bytes


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2018-02-30", "2018-02-30"),
        ("2018-09-12 13:28:00 -0400", "2018-09-12 13:28:00 -0400"),
        ("12:30", "12:30"),
        ("NO", "NO"),
        ("yes", "yes"),
        ("on", "on"),
        ("true", True),
        ("False", False),
        ("~", None),
        ("", None),
        ("12", 12),
        ("-3", -3),
        ("1.5", 1.5),
        ("1.10", "1.10"),
        ("007", "007"),
        ("1_000", "1_000"),
        ("0x1F", "0x1F"),
        ("+1", "+1"),
        (".nan", ".nan"),
        ("1e999", "1e999"),
        ("123456789012345678901234567890", "123456789012345678901234567890"),
        ('"12"', "12"),
        ("'no'", "no"),
        ("!!str 12", "12"),
        ("!!python/object:os.system x", "x"),
        ("[a, 'b', 3]", ["a", "b", 3]),
        ("{a: {b: c}}", {"a": {"b": "c"}}),
        ("|\n  one\n  two\n", "one\ntwo\n"),
        (">-\n  one\n  two\n", "one two"),
        ('"Jill\\_Biden\\\n  \\ folded"', "Jill\u00a0Biden folded"),
        ("=", "="),
    ],
)
def test_a_yaml_value_is_what_was_written(text: str, value: Any) -> None:
    assert load_yaml(f"key: {text}\n").value == {"key": value}


def test_aliases_and_merges() -> None:
    text = "base: &b {x: 1, y: 2}\ncopy: *b\nmine:\n  <<: *b\n  y: 3\nboth:\n  <<: [*b, {z: 4, x: 0}]\n"
    assert load_yaml(text).value == {
        "base": {"x": 1, "y": 2},
        "copy": {"x": 1, "y": 2},
        "mine": {"x": 1, "y": 3},
        "both": {"x": 1, "y": 2, "z": 4},
    }


def test_toml_values() -> None:
    text = 'a = 1979-05-27T07:32:00+12:00\nb = 07:32:00\nc = inf\nd = [1, 2.5, true]\n[e]\nf = "g"\n'
    value = load_toml(text).value
    assert value == {
        "a": "1979-05-27T07:32:00+12:00",
        "b": "07:32:00",
        "c": "inf",
        "d": [1, 2.5, True],
        "e": {"f": "g"},
    }


words = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=12)
values = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | words,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words, inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(words, values, max_size=6))
def test_what_pyyaml_writes_is_read_back(value: dict[str, Any]) -> None:
    assert load_yaml(yaml.safe_dump(value, allow_unicode=True)).value == value


def refusal(load: Callable[[str], Metadata], text: str) -> Refused | None:
    try:
        load(text)
    except Refused as refused:
        return refused
    return None


@given(st.text(max_size=200), st.sampled_from([load_yaml, load_toml]))
def test_any_text_is_read_or_refused(text: str, load: Callable[[str], Metadata]) -> None:
    refused = refusal(load, text)
    assert refused is None or (refused.reason and 0 <= refused.line <= text.count("\n") + 1)


def bomb(levels: int) -> str:
    lines = ["a0: &a0 [x,x,x,x,x,x,x,x,x]"]
    lines += [f"a{i}: &a{i} [{','.join([f'*a{i - 1}'] * 9)}]" for i in range(1, levels)]
    return "\n".join(lines)


def merges(levels: int) -> str:
    lines = ["m0: &m0 {a: 1, b: 2, c: 3, d: 4}"]
    lines += [f"m{i}: &m{i} {{<<: [{','.join([f'*m{i - 1}'] * 9)}], k{i}: 1}}" for i in range(1, levels)]
    return "\n".join(lines)


@pytest.mark.parametrize(
    "front",
    [
        f"---\n{bomb(20)}\n---\n",
        f"---\n{merges(40)}\n---\n",
        "---\na: &a [*a]\n---\n",
        "---\na: " + "[" * 200_000 + "\n---\n",
        "---\na: " + "{a: " * 200_000 + "\n---\n",
        "---\n" + "\n".join(" " * i + "a:" for i in range(900)) + "\n---\n",
        "---\n" + "? " * 300_000 + "\n---\n",
        "---\na: [" + "x," * 500_000 + "]\n---\n",
        "---\n" + "".join(f"k{i}: v\n" for i in range(100_000)) + "---\n",
        "+++\na = " + "[" * 200_000 + "\n+++\n",
        "+++\n" + "a." * 200_000 + "b = 1\n+++\n",
        "+++\na = '" + "x" * 2_000_000 + "'\n+++\n",
    ],
    ids=[
        "bomb",
        "merges",
        "self",
        "lists",
        "maps",
        "steps",
        "questions",
        "values",
        "keys",
        "toml lists",
        "dots",
        "toml",
    ],
)
def test_too_much_is_refused_soon_and_with_little_memory(front: str) -> None:
    tracemalloc.start()
    start = time.process_time()
    document = read_document("a.md", (front + "Body.").encode())
    seconds, memory = time.process_time() - start, tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert document.problems[0].code in ("front-matter-too-large", "front-matter-invalid")
    assert document.body.endswith("Body.")
    assert seconds < 10
    assert memory < 100 * len(front) + 50_000_000


def test_a_megabyte_of_one_value_is_taken() -> None:
    document = read_document("a.md", b"---\ntitle: A\nnotes: '" + b"x" * 1_000_000 + b"'\n---\nBody")
    assert (document.meta["title"], len(document.meta["notes"]), document.problems) == ("A", 1_000_000, ())


def test_a_thousand_values_of_toml_are_taken_and_a_flood_of_them_is_read_line_by_line() -> None:
    taken = read_document("a.md", ("+++\n" + "".join(f"k{n} = {n}\n" for n in range(1_000)) + "+++\nBody").encode())
    assert (len(taken.meta), taken.problems) == (1_000, ())
    flood = read_document("a.md", ("+++\n" + "".join(f"k{n} = {n}\n" for n in range(30_000)) + "+++\nBody").encode())
    assert [problem.code for problem in flood.problems] == ["front-matter-too-large"]
    assert flood.meta["k7"] == "7"


def test_of_merged_mappings_the_first_counts_and_the_own_keys_most() -> None:
    lines = ["a: &a {x: 1, y: 1}", "b: &b {y: 2, z: 2}", "c:", "  <<: *a", "  x: 0", "  <<: *b", "  <<: [*b, *a]"]
    document = read_document("a.md", "\n".join(["---", *lines, "---", "Body"]).encode())
    assert document.meta["c"] == {"x": 0, "y": 1, "z": 2}


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("9223372036854775807", 9223372036854775807),
        ("9223372036854775808", "9223372036854775808"),
        ("1" + "0" * 40, "1" + "0" * 40),
        ("0x" + "f" * 5_000, "0x" + "f" * 5_000),
    ],
)
def test_a_number_of_more_than_64_bits_is_the_text_of_it(written: str, read: object) -> None:
    document = document_from_bytes("a.md", f"+++\nid = {written}\ndate = {written}\n+++\nBody".encode(), Folder("/c"))
    assert document.meta["id"] == read
    assert json.dumps(document.meta)
    assert [problem.code for problem in document.warnings] == ["date-unreadable"]


def test_a_line_of_blanks_in_toml_is_looked_at_once() -> None:
    front = "+++\ntitle = 'A'\n" + " " * 400_000 + "\n+++\nBody"  # its square is a minute
    assert read_document("a.md", front.encode()).meta == {"title": "A"}
