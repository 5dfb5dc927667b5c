"""Mail: headers, the best text, quoted replies, and messages that are broken."""

from __future__ import annotations

import pytest

from nzn_cli.documents.formats.mail import quoted, read_mail
from nzn_cli.model.documents import RawDocument
from nzn_cli.model.settings import Folder
from nzn_cli.normalise.document import document_from_bytes

HEAD = "From: Ann Person <ann@example.org>\r\nTo: Bob <bob@example.org>, cara@example.org\r\nSubject: The =?utf-8?q?caf=C3=A9?=\r\n"


def read(text: str) -> RawDocument:
    return read_mail("a.eml", text.encode())


def test_headers_and_text() -> None:
    document = read(HEAD + "Date: Sat, 12 May 2018 10:30:00 +1200\r\n\r\nIt opens.\r\n\r\n> When?\r\n")
    assert document.meta == {
        "subject": "The café",
        "from": "Ann Person <ann@example.org>",
        "to": ["Bob <bob@example.org>", "cara@example.org"],
        "date": "Sat, 12 May 2018 10:30:00 +1200",
    }
    assert document.body == "It opens.\n\n> When?"
    normal = document_from_bytes(
        "a.eml", f"{HEAD}Date: Sat, 12 May 2018 10:30:00 +1200\r\n\r\nIt opens.".encode(), Folder("/c")
    )
    assert (normal.title, normal.date, [one.name for one in normal.credits]) == (
        "The café",
        "2018-05-12",
        ["Ann Person"],
    )


@pytest.mark.parametrize(
    ("parts", "body"),
    [
        (["text/html\r\n\r\n<p>Page</p>", "text/plain\r\n\r\nPlain"], "Plain"),
        (["text/html; charset=utf-8\r\n\r\n<p>It is <b>open</b></p><ul><li>now</li></ul>"], "It is open\n\n- now"),
        (["text/plain\r\n\r\n", "text/html\r\n\r\n<p>Page</p>"], "Page"),
        (["text/plain\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nNo", "text/plain\r\n\r\nYes"], "Yes"),
        (["text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nSXQgaXMgY2Fmw6k="], "It is café"),
        (["text/plain; format=flowed\r\n\r\nIt is \r\nopen.\r\n> Is \r\n> it?"], "It is open.\n> Is it?"),
        (["image/png\r\n\r\nxx"], ""),
    ],
)
def test_the_best_text(parts: list[str], body: str) -> None:
    inside = "".join(f"--x\r\nContent-Type: {part}\r\n" for part in parts)
    document = read(f"{HEAD}MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n{inside}--x--\r\n")
    assert document.body == body


@pytest.mark.parametrize(
    ("text", "result"),
    [
        (
            "Yes.\n\n-----Original Message-----\nFrom: Bob\n\nIs it?",
            "Yes.\n\n> -----Original Message-----\n> From: Bob\n>\n> Is it?",
        ),
        ("Yes.\nFrom: Bob <b@c.d>\nSent: today\nIs it?", "Yes.\n\n> From: Bob <b@c.d>\n> Sent: today\n> Is it?"),
        ("From: here\nto there", "From: here\nto there"),
        ("No quotation.", "No quotation."),
    ],
)
def test_what_others_wrote_is_quoted(text: str, result: str) -> None:
    assert quoted(text) == result


@pytest.mark.parametrize(
    "text",
    [
        "no headers at all",
        "\n\nText",
        "Subject: =?x?q?",
        "Date: \0\nFrom: <<>>,,\n\nText",
        "Content-Type: multipart/mixed\n\nText",
        "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nx\n" * 9_000,
        'Content-Type: text/plain; charset="a\0b"\n\nCaf\u00e9',
        "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(3_000)),
    ],
)
def test_a_broken_message_is_answered(text: str) -> None:
    assert isinstance(read(text).body, str)


@pytest.mark.parametrize("header", ["(" * 3_000, "a/b; " + "../" * 9_000, "a" * 90_000, "text/plain; x=" + '"' * 9_000])
@pytest.mark.parametrize("name", ["Content-Type", "Subject", "To"])
def test_a_header_of_any_length_is_read(name: str, header: str) -> None:
    document = read(f"{name}: {header}\nX: y\n\nIt opens.")
    assert len(str(document.meta)) < 25_000
