"""Word, OpenDocument, presentations, books and RTF: text, shapes, properties, places, and what is damaged."""

from __future__ import annotations

import pytest

from nzn_cli.documents.read import read_document
from nzn_cli.model.documents import RawDocument
from tests.documents.formats.made import docx, epub, odt, packed, paragraph, pptx


def read(name: str, data: bytes) -> RawDocument:
    return read_document(name, data)


def test_word() -> None:
    item = '<w:numPr><w:ilvl w:val="{}"/></w:numPr>'
    cells = "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in ("Year", "Cost"))
    body = (
        paragraph("The bridge", '<w:pStyle w:val="berschrift1"/>')
        + "<w:p><w:r><w:t>It was </w:t></w:r><w:del><w:r><w:delText>never</w:delText></w:r></w:del>"
        '<w:ins><w:r><w:t>soon</w:t></w:r></w:ins><w:r><w:t> open</w:t><w:footnoteReference w:id="2"/><w:t>.</w:t></w:r></w:p>'
        + paragraph("steel", item.format(0))
        + paragraph("from far", item.format(1))
        + f"<w:tbl><w:tr>{cells}</w:tr><w:tr>{cells}</w:tr></w:tbl>"
        + paragraph("")
        + paragraph("What next", '<w:outlineLvl w:val="1"/>')
    )
    notes = f'<w:footnote w:id="2">{paragraph("See the report.")}</w:footnote>'
    document = read("a.docx", docx(body, "A plan", "Ann Person", "2018-05-12T10:30:00Z", notes))
    assert document.meta == {"title": "A plan", "author": "Ann Person", "file_created": "2018-05-12T10:30:00Z"}
    assert document.body == (
        "# The bridge\n\nIt was soon open[^2].\n\n- steel\n  - from far\n\n| Year | Cost |\n| --- | --- |\n| Year | Cost |"
        "\n\n## What next\n\n[^2]: See the report."
    )


def test_open_document() -> None:
    body = (
        "<text:tracked-changes><text:deletion><text:p>never</text:p></text:deletion></text:tracked-changes>"
        '<text:h text:outline-level="2">The bridge</text:h>'
        "<text:p>It is<text:s/>open<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Soon."
        "</text:p></text:note-body></text:note>.<text:line-break/>Come.</text:p>"
        "<text:list><text:list-item><text:p>steel</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>"
        "<table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>"
    )
    meta = "<dc:title>A plan</dc:title><meta:initial-creator>Ann</meta:initial-creator><meta:creation-date>2018-05-12</meta:creation-date>"
    document = read("a.odt", odt(body, meta))
    assert document.meta == {"title": "A plan", "author": "Ann", "file_created": "2018-05-12"}
    assert (
        document.body == "## The bridge\n\nIt is open[^1].\nCome.\n\n- steel\n\n| a | b |\n| --- | --- |\n\n[^1]: Soon."
    )


def test_slides_are_in_the_order_of_the_presentation() -> None:
    document = read("a.pptx", pptx([["The bridge", "It opens."], ["What next", "More."]], "Talk"))
    assert document.meta == {"title": "Talk"}
    assert document.body == "# The bridge\n\nIt opens.\n\n# What next\n\nMore."
    assert document.places == ("slide", (0, document.body.index("# What")))


def test_chapters_of_a_book() -> None:
    meta = "<dc:title>The bridge</dc:title><dc:creator>Ann Person</dc:creator><dc:date>2018</dc:date>"
    document = read(
        "a.epub", epub(["<img src=cover.jpg>", "<h1>One</h1><p>It began.</p>", "<p>It ended. <a>Next</a></p>"], meta)
    )
    assert document.meta == {"title": "The bridge", "author": "Ann Person", "date": "2018"}
    assert document.body == "# One\n\nIt began.\n\nIt ended. Next"
    assert document.places == ("chapter", (0, document.body.index("It ended")))


def test_rtf() -> None:
    data = (
        rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\info{\title The bridge}{\author Ann}{\creatim\yr2018\mo5\dy12\hr10}}"
        rb"{\*\generator X}\pard It\'92s \b open\b0 : \u257?\{caf\'e9\}\par Two\line lines {\pict 0011}{\field{\*\fldinst HYPERLINK}"
        rb"{\fldrslt here}}\par}"
    )
    document = read("a.rtf", data)
    assert document.meta == {"title": "The bridge", "author": "Ann", "file_created": "2018-05-12"}
    assert document.body == "It’s open: ā{café}\n\nTwo\nlines here"


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.docx", b"nothing", "file is not a zip file"),
        ("a.docx", packed({"x": "y"}), "it holds no text"),
        ("a.docx", packed({"word/document.xml": "<w:document"}), "word/document.xml is no XML"),
        (
            "a.docx",
            packed({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
            "word/document.xml declares entities",
        ),
        ("a.docx", packed({"word/document.xml": " " * 5_000_000}), "word/document.xml is too large when unpacked"),
        ("a.odt", packed({}), "it holds no text"),
        ("a.pptx", packed({}), "it holds no slides"),
        ("a.epub", packed({}), "it holds no book"),
        ("a.rtf", b"nothing", "it does not begin as one"),
    ],
)
def test_what_is_damaged_is_told(name: str, data: bytes, reason: str) -> None:
    document = read(name, data)
    (problem,) = document.problems
    assert (document.body, problem.code) == ("", "format-broken")
    assert reason in problem.message


def test_a_file_under_a_wrong_ending_is_what_it_begins_as() -> None:
    assert read("a.docx", rb"{\rtf1 Text.}").body == "Text."
