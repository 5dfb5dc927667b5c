"""Whatever the bytes are, there is a document; nothing of its text is lost."""

from __future__ import annotations

import json
import os
import signal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from nzn_cli.documents import read
from nzn_cli.documents.formats.choose import format_of
from nzn_cli.documents.read import read_document, unreadable

fences = st.sampled_from(["---\n", "+++\n", "---\r\n", "...\n", "---", "\n", "key: value\n", "key = 'v'\n", "- item\n"])
texts = st.lists(fences | st.text(max_size=30), max_size=12).map("".join)


@given(st.binary(max_size=300) | texts.map(lambda text: text.encode("utf-8", "surrogatepass")))
@example(b"---\n--- ")
@example(b"\xff\xfe\x00")
def test_any_bytes_are_a_document(data: bytes) -> None:
    document = read_document("a.md", data)
    json.dumps(document.meta, allow_nan=False).encode()
    assert document.body_line >= 1
    assert document.body == document.body.rstrip()
    assert all(problem.message for problem in document.problems)


@given(texts)
def test_the_body_stands_where_it_says(text: str) -> None:
    document = read_document("a.md", text.encode())
    lines = (text.replace("\r\n", "\n") if "\n" in text else text.replace("\r", "\n")).split("\n")
    if document.body and not text.startswith("\ufeff"):
        assert lines[document.body_line - 1].startswith(document.body.split("\n")[0])


@given(texts)
def test_every_line_is_metadata_or_body(text: str) -> None:
    text = "Some first line that is no fence\n" + text
    document = read_document("a.md", text.encode())
    assert document.meta == {}
    assert document.body.split() == text.replace("\r\n", "\n").split()


def test_a_line_of_two_megabytes() -> None:
    document = read_document("a.txt", b"word " * 400_000)
    assert (len(document.body), document.body_line) == (1_999_999, 1)


def test_a_file_that_cannot_be_read() -> None:
    document = unreadable("a.txt", PermissionError(13, "Permission denied"))
    assert (document.body, document.problems[0].code) == ("", "unreadable")
    assert document.problems[0].message == "the file cannot be read: permission denied"


@pytest.mark.parametrize(("reader", "reason"), [("pause", "took longer"), ("end", "ended with its process")])
def test_a_foreign_reader_that_hangs_or_ends_is_a_warning(
    reader: str, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    readers = {"pause": lambda *_: signal.pause(), "end": lambda *_: os.kill(os.getpid(), signal.SIGKILL)}
    monkeypatch.setattr(read, "reader_of", lambda _: readers[reader])
    chosen = format_of("a.pdf")._replace(seconds=1 if reader == "pause" else 60)
    monkeypatch.setattr(read, "format_of", lambda *_: chosen)
    (problem,) = read_document("a.pdf", b"%PDF-").problems
    assert problem.code == "format-broken"
    assert reason in problem.message


def test_a_large_page_is_read_apart_and_a_small_one_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "done_apart", lambda work, _: work()._replace(encoding="apart"))
    page = b"<p>The bridge is open to all who come by foot.</p>"
    assert read_document("a.html", page).encoding == "utf-8"
    assert read_document("a.html", page * 10_000).encoding == "apart"
    assert read_document("a.pdf", b"%PDF-").encoding == "apart"
