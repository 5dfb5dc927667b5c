"""Headings as links: of the web, or of a PDF's page."""

from __future__ import annotations

from pathlib import Path

import pytest

from nzn_cli.render.heading import heading_address
from tests.render.records import HITS

HIT = HITS[0]


@pytest.mark.parametrize(
    ("path", "page", "address"),
    [
        ("/a/report.pdf", 12, "file:///a/report.pdf#page=12"),
        ("/a/a b.PDF", 1, "file:///a/a%20b.PDF#page=1"),
        ("/a/report.pdf", None, None),
        ("/a/mail.eml/report.pdf", 3, None),
        ("/a/book.epub", 2, None),
    ],
)
def test_a_page_of_a_pdf_is_linked(path: str, page: int | None, address: str | None) -> None:
    assert heading_address(HIT._replace(path=path, page=page)) == address


def test_a_path_is_linked_from_where_one_stands() -> None:
    assert heading_address(HIT._replace(path="a.pdf", page=2)) == f"{(Path.cwd() / 'a.pdf').as_uri()}#page=2"
