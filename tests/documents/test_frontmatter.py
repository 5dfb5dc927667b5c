"""Where front matter ends, and what is read out of it when it is broken."""

from __future__ import annotations

from typing import Any

import pytest

from nzn_cli.documents.read import read_document
from nzn_cli.model.documents import RawDocument


def read(text: str) -> RawDocument:
    return read_document("a.md", text.encode())


def codes(document: RawDocument) -> list[tuple[str, int | None]]:
    return [(problem.code, problem.line) for problem in document.problems]


@pytest.mark.parametrize(
    ("text", "meta", "body", "line"),
    [
        ("---\ntitle: A\n---\nBody\n", {"title": "A"}, "Body", 4),
        ("---\ntitle: A\n...\nBody", {"title": "A"}, "Body", 4),
        ("---  \ntitle: A\n---\t\n\n \n  Body\n\n\n", {"title": "A"}, "  Body", 6),
        ("\n\n---\ntitle: A\n---\nBody", {"title": "A"}, "Body", 6),
        ('+++\ntitle = "A"\ndate = 2018-05-06\n+++\nBody', {"title": "A", "date": "2018-05-06"}, "Body", 5),
        ("---\n---\nBody", {}, "Body", 3),
        ("---\n# nothing but a comment\n---\nBody", {}, "Body", 4),
        ("---\ntitle: A\n---", {"title": "A"}, "", 3),
        ("No front matter\n---\nat all: x\n---\n", {}, "No front matter\n---\nat all: x\n---", 1),
        ("----\ntitle: A\n----\nBody", {}, "----\ntitle: A\n----\nBody", 1),
        ("--- title: A\n---\n", {}, "--- title: A\n---", 1),
        ("---\n\nRunning text.\n\n---\n\nMore.", {}, "---\n\nRunning text.\n\n---\n\nMore.", 1),
        ("---", {}, "---", 1),
        ("---\nOne line that is text\n", {}, "---\nOne line that is text", 1),
        ("\ufeff---\ntitle: A\n---\nBody", {"title": "A"}, "Body", 4),
        ("---\r\ntitle: A\r\n---\r\nBody\r\n", {"title": "A"}, "Body", 4),
    ],
)
def test_whole(text: str, meta: dict[str, Any], body: str, line: int) -> None:
    document = read(text)
    assert (document.meta, document.body, document.body_line, document.problems) == (meta, body, line, ())


@pytest.mark.parametrize(
    ("text", "meta", "body", "problems"),
    [
        (
            "---\ntitle: NATO: New Zealand joins\ndate: 2018-03-04\n---\nBody",
            {"title": "NATO: New Zealand joins", "date": "2018-03-04"},
            "Body",
            [("front-matter-invalid", 2)],
        ),
        (
            '---\ntitle: \'open\ntags:\n- a\n- "b"\nby: [x, y]\n# note\n---\nBody',
            {"title": "'open", "tags": ["a", "b"], "by": ["x", "y"]},
            "Body",
            [("front-matter-invalid", 2)],
        ),
        ("+++\ntitle = open\n+++\nBody", {"title": "open"}, "Body", [("front-matter-invalid", 2)]),
        ("---\ntitle: A\n\nBody\nmore", {"title": "A"}, "Body\nmore", [("front-matter-unclosed", 1)]),
        (
            "---\ntitle: A\ntags:\n  - b\n- c\ndate: 2018\nBody at once.\nNext: more",
            {"title": "A", "tags": ["b", "c"], "date": "2018"},
            "Body at once.\nNext: more",
            [("front-matter-unclosed", 1)],
        ),
        (
            "---\ntitle: A\ndate: 2018\n\nBody.\n\n---\n\nAfter a rule.",
            {"title": "A", "date": "2018"},
            "Body.\n\n---\n\nAfter a rule.",
            [("front-matter-unclosed", 1)],
        ),
        ("---\n- one\n- two\n---\nBody", {}, "---\n- one\n- two\n---\nBody", [("front-matter-not-mapping", 2)]),
        ("---\njust text\n---\nBody", {}, "---\njust text\n---\nBody", [("front-matter-not-mapping", 2)]),
        ("---\na: 1\nb: 2\na: 3\n---\n", {"a": 3, "b": 2}, "", [("duplicate-key", 4)]),
        ("---\n? [a, b]\n: c\nd: e\n---\n", {"d": "e"}, "", [("odd-key", 2)]),
        ("---\na: b\n--- more\nc: d\n---\nBody", {"a": "b --- more", "c": "d"}, "Body", [("front-matter-invalid", 3)]),
    ],
)
def test_broken(text: str, meta: dict[str, Any], body: str, problems: list[tuple[str, int]]) -> None:
    document = read(text)
    assert (document.meta, document.body, codes(document)) == (meta, body, problems)


@pytest.mark.parametrize(("text", "line"), [("", 1), ("\n \n", 3), ("---\n---\n", 3)])
def test_nothing_at_all(text: str, line: int) -> None:
    document = read(text)
    assert (document.meta, document.body, document.body_line) == ({}, "", line)
    assert codes(document) == [("empty", None)]


def test_a_colon_in_a_title_is_explained() -> None:
    (problem,) = read("---\ntitle: One: two\n---\n").problems
    assert "mapping values are not allowed" in problem.message
    assert problem.hint == 'put the value in quotes: title: "One: two"'


def test_body_starts_on_its_line_after_broken_front_matter() -> None:
    text = "---\ntitle: a: b\n\nFirst line.\n\n---\nlast"
    document = read(text)
    assert text.split("\n")[document.body_line - 1] == "First line."
    assert document.body.startswith("First line.")


@pytest.mark.parametrize(
    ("text", "meta", "body", "line"),
    [
        ('{\n  "title": "A",\n  "date": "2018-05-06"\n}\n\nBody', {"title": "A", "date": "2018-05-06"}, "Body", 6),
        ('\n{"title": "A", "tags": ["b"]}\nBody', {"title": "A", "tags": ["b"]}, "Body", 3),
        (';;;\n"title": "A",\n"date": "2018"\n;;;\nBody', {"title": "A", "date": "2018"}, "Body", 5),
        (';;;\n{"title": "A"}\n;;;\nBody', {"title": "A"}, "Body", 4),
        ('---json\n{"title": "A"}\n---\nBody', {"title": "A"}, "Body", 4),
        ('---toml\ntitle = "A"\n---\nBody', {"title": "A"}, "Body", 4),
        ("--- yaml\ntitle: A\n---\nBody", {}, "--- yaml\ntitle: A\n---\nBody", 1),
        ("% A\n  b\n% C; D\n% 2018\n\nBody", {"title": "A b", "author": ["C", "D"], "date": "2018"}, "Body", 6),
        ("% A\n%\n% 2018\n\nBody", {"title": "A", "date": "2018"}, "Body", 5),
        ("% A\n% Ann\n  Bob\n\nBody", {"title": "A", "author": ["Ann", "Bob"]}, "Body", 5),
        ("% A\nBody", {}, "% A\nBody", 1),
        ("% A\n% B\n% C\n% D\n\nBody", {}, "% A\n% B\n% C\n% D\n\nBody", 1),
        ("%% A\n\nBody", {}, "%% A\n\nBody", 1),
        ("{{ include }}\nBody", {}, "{{ include }}\nBody", 1),
        ("{: .wide}\nBody", {}, "{: .wide}\nBody", 1),
        ('{"a": 1}\n{"a": 2}', {}, '{"a": 1}\n{"a": 2}', 1),
        ('{"a": 1} is how it begins', {}, '{"a": 1} is how it begins', 1),
        ("{}\nBody", {}, "{}\nBody", 1),
    ],
)  # fmt: skip
def test_other_front_matter(text: str, meta: dict[str, Any], body: str, line: int) -> None:
    document = read(text)
    assert (document.meta, document.body, document.body_line, document.problems) == (meta, body, line, ())


@pytest.mark.parametrize(
    ("text", "meta", "problems"),
    [
        ('{\n "a": "A",\n "b": "2018",\n}\n\nBody', {"a": "A", "b": "2018"}, [("front-matter-invalid", 4)]),
        (";;;\ntitle: A\n;;;\nBody", {}, [("front-matter-invalid", 2)]),
        (';;;\n"title": A,\n;;;\nBody', {"title": "A"}, [("front-matter-invalid", 2)]),
        ('{"a": "b",\n "a": "c"}\nBody', {"a": "c"}, [("duplicate-key", 1)]),
    ],
)  # fmt: skip
def test_broken_json(text: str, meta: dict[str, Any], problems: list[tuple[str, int]]) -> None:
    document = read(text)
    assert (document.meta, codes(document)) == (meta, problems)


@pytest.mark.parametrize("flood", ['{"a": ' + "[" * 100_000, '{"a": [' + "1," * 300_000 + "1]}\nBody", "{" * 100_000])
def test_floods_of_json_are_refused(flood: str) -> None:
    assert read(flood).meta == {}


def test_lines_of_keys_of_json_and_title_blocks() -> None:
    assert read('{\n "title": "A",\n "tags": [\n  "x"],\n "date": 1}\nB').key_lines == {
        "title": 2,
        "tags": 3,
        "date": 5,
    }
    assert read("% A\n  b\n% C\n% 2018\n\nB").key_lines == {"title": 1, "author": 3, "date": 4}


def test_lines_of_keys() -> None:
    assert read("---\ntitle: A\n\ntags:\n  - x\ndate: 2018\n---\n").key_lines == {"title": 2, "tags": 4, "date": 6}
    assert read('\n+++\ntitle = "A"\n[params]\nx = 1\n+++\n').key_lines == {"title": 3, "params": 4}
