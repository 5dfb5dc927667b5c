"""Bytes become text, and what was lost on the way is said."""

from __future__ import annotations

import pytest

from nzn_cli.documents.decode import decode, is_binary

TEXT = "Kōrero “quoted” – 5 €\nsecond line"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8-sig"),
        (TEXT.encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16"),
        (TEXT.encode("utf-32"), "utf-32"),
        (b"", "utf-8"),
    ],
)
def test_encoding_is_recorded(data: bytes, encoding: str) -> None:
    text, found, problems = decode(data)
    assert (found, problems) == (encoding, ())
    assert text == (TEXT if data else "")


def test_windows_text() -> None:
    text, encoding, problems = decode("one\ncafé “x” – €".encode("cp1252"))
    assert (text, encoding) == ("one\ncafé “x” – €", "cp1252")
    assert [(p.code, p.line) for p in problems] == [("not-utf8", 2)]


def test_bytes_that_cp1252_leaves_open_are_counted() -> None:
    text, encoding, problems = decode(b"caf\xe9 \x81\x9d")
    assert (text, encoding) == ("café \ufffd\ufffd", "cp1252")
    assert [p.code for p in problems] == ["not-utf8", "bad-bytes"]


def test_one_broken_byte_does_not_turn_the_rest_into_cp1252() -> None:
    text, encoding, problems = decode("Māori, whānau, kōrero\n".encode() + b"caf\xe9")
    assert (text, encoding) == ("Māori, whānau, kōrero\ncafé", "utf-8")
    assert [(p.code, p.line) for p in problems] == [("bad-bytes", 2)]


@pytest.mark.parametrize(
    ("data", "text"),
    [(b"a\r\nb\r\n", "a\nb\n"), (b"a\rb\r", "a\nb\n"), (b"a\rb\nc", "a\rb\nc"), (b"a\r\r\nb", "a\r\nb")],
)
def test_line_ends(data: bytes, text: str) -> None:
    assert decode(data).text == text


def test_half_a_utf16_character_is_told() -> None:
    assert [p.code for p in decode(TEXT.encode("utf-16")[:-1]).problems] == ["bad-bytes"]


@pytest.mark.parametrize(
    ("data", "binary"),
    [(b"text", False), (b"a\0b", True), ("text".encode("utf-16"), False), (b"x" * 9000 + b"\0", False), (b"", False)],
)
def test_binary(data: bytes, binary: bool) -> None:
    assert is_binary(data) is binary
