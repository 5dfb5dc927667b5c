"""PDF: pages, running heads, cut words, metadata, and what is damaged, locked or scanned."""

from __future__ import annotations

import pytest

from nzn_cli.documents.formats.pdf import paragraphs, read_pdf, without_heads
from nzn_cli.model.documents import RawDocument
from tests.documents.formats.made import Placed, pdf

LONG = "The harbour board met again on Tuesday and heard the engineers of the bridge"


def read(data: bytes) -> RawDocument:
    return read_pdf("a.pdf", data)


def test_text_metadata_and_pages() -> None:
    info = "/Title (The bridge) /Author (Ann Person) /CreationDate (D:20180512103000Z)"
    document = read(pdf([["First page."], ["Second page,", "two lines."]], info))
    assert document.meta == {"title": "The bridge", "author": "Ann Person", "file_created": "2018-05-12T10:30:00"}
    assert document.body == "First page.\n\nSecond page,\ntwo lines."
    assert document.places == ("page", (0, 13))
    assert document.body[13:].startswith("Second page")
    assert document.problems == ()


def test_running_heads_and_page_numbers_go() -> None:
    pages = [["Harbour Board 2018", f"What page {n} says.", f"Page {n} of 5"] for n in range(1, 6)]
    assert read(pdf(pages)).body == "\n\n".join(f"What page {n} says." for n in range(1, 6))
    assert without_heads([["1", "Text 7", "more"], ["One of a kind"]]) == [["Text 7", "more"], ["One of a kind"]]


def test_a_page_without_text_is_told_and_counted() -> None:
    document = read(pdf([["One."], [], ["Three."], []]))
    assert document.places == ("page", (0, 4, 6, 12))
    (problem,) = document.problems
    assert (problem.code, problem.message) == ("scanned", "2 pages without text: scanned")


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ([LONG, "and went home.", "Then it met again."], f"{LONG}\nand went home.\n\nThen it met again."),
        (["A heading", LONG, LONG], f"A heading\n\n{LONG}\n{LONG}"),
        ([LONG, "- one", "- two"], f"{LONG}\n\n- one\n\n- two"),
        ([f"{LONG} manage-", "ment of it"], f"{LONG} manage-\nment of it"),
        ([], ""),
    ],
)
def test_paragraphs(lines: list[str], text: str) -> None:
    assert paragraphs(lines) == text


@pytest.mark.parametrize(
    ("info", "meta"),
    [
        ("/Title (Microsoft Word - plan.doc)", {}),
        ("/Title (Microsoft Word - The plan)", {"title": "The plan"}),
        ("/Title (untitled) /Keywords (a, b)", {"keywords": "a, b"}),
        ("/CreationDate (D:20180512)", {"file_created": "2018-05-12"}),
        ("/CreationDate (soon)", {"file_created": "soon"}),
    ],
)
def test_what_no_author_wrote_is_no_metadata(info: str, meta: dict[str, str]) -> None:
    assert read(pdf([["Text."]], info)).meta == meta


def test_xmp_is_read_where_it_is_not_packed() -> None:
    packet = (
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:title><rdf:Alt><rdf:li>A &amp; B</rdf:li></rdf:Alt></dc:title>'
        b"<xmp:CreateDate>2018-05-12T10:30:00Z</xmp:CreateDate></x:xmpmeta>"
    )
    document = read(pdf([["Text."]]) + b"\n% " + packet)
    assert document.meta == {"title": "A & B", "file_created": "2018-05-12T10:30:00"}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.4 and nothing more", "format-broken"),
        (pdf([["Text."]])[:300], "format-broken"),
        (pdf([["Text."]], encrypted=True), "encrypted"),
    ],
)
def test_what_cannot_be_read_is_a_warning(data: bytes, code: str) -> None:
    document = read(data)
    assert (document.body, [one.code for one in document.problems]) == ("", [code])


def _two_columns(left: str, right: str, across: bool) -> list[Placed]:
    title = [(72, 740, "The harbour of the town and all that was built in it, a report to the council in two parts")]
    ones = [(72, 700 - 12 * n, f"{left} {n}") for n in range(10)]
    others = [(320, 700 - 12 * n, f"{right} {n}") for n in range(10)]
    rows = [one for pair in zip(ones, others, strict=True) for one in pair] if across else ones + others
    return [*title, *rows, (72, 500, "What stands below both of them, and is as wide as the page again, ends here.")]


@pytest.mark.parametrize("across", [True, False])
def test_two_columns_are_read_one_after_the_other(across: bool) -> None:
    left, right = "on the left the board met and heard of the bridge", "on the right the town had its own plan for it"
    body = read(pdf([_two_columns(left, right, across)])).body
    lines = [line for line in body.split("\n") if line]
    assert lines[1:-1] == [f"{left} {n}" for n in range(10)] + [f"{right} {n}" for n in range(10)]
    assert lines[0].startswith("The harbour")
    assert lines[-1].startswith("What stands")


def test_a_table_of_two_columns_is_read_by_its_rows() -> None:
    body = read(pdf([_two_columns("item", "cost", True)])).body
    assert "item 3 cost 3" in body
