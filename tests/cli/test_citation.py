"""`-O citation`: a line to paste, with what the record lacks taken from its document."""

from __future__ import annotations

from pathlib import Path

import pytest

from nzn_cli.render.citation import written_date
from tests.cli.nzn import nzn

TEXT = """---
title: The weir holds
date: 2019-03-08
ministers: [Hon Hana Pōtae]
url: https://weir.example/1
---
It rained. The weir held on Tuesday, the engineers said. Nobody slept.

“It will hold for years,” Hana Pōtae said.
"""
SOURCE = "Hana Pōtae, “The weir holds”, 8 March 2019, https://weir.example/1\n"


@pytest.mark.parametrize(
    ("line", "cited"),
    [
        ("list", SOURCE),
        ("show weir", SOURCE),
        ("grep -w held", f"“The weir held on Tuesday, the engineers said.” {SOURCE}"),
        ("grep -e weir -e engineers", f"“The weir held on Tuesday, the engineers said.” {SOURCE}"),
        ("timeline --kind mentioned --on 2019", f"“The weir held on Tuesday, the engineers said.” {SOURCE}"),
        ("quotes", f"“It will hold for years” (Hana Pōtae) {SOURCE}"),
        ("search engineers", SOURCE),
    ],
)
def test_a_citation_is_a_line_to_paste(line: str, cited: str, tmp_path: Path) -> None:
    (tmp_path / "weir.md").write_text(TEXT, "utf-8")
    assert nzn("-d", ".", *line.split(), "-O", "citation", cwd=tmp_path).out == cited


def test_without_an_address_the_path_is_named(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("The weir held.\n", "utf-8")
    assert nzn("-d", ".", "grep", "held", "-O", "citation", cwd=tmp_path).out == (
        "“The weir held.” “The weir held”, undated, note.txt\n"
    )


def test_what_has_no_document_is_not_cited(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("The weir held.\n", "utf-8")
    assert "has no format 'citation'" in nzn("-d", ".", "count", "--by", "year", "-O", "citation", cwd=tmp_path).err


@pytest.mark.parametrize(
    ("date", "shown"),
    [
        ("2024-04-04", "4 April 2024"),
        ("2024-12", "December 2024"),
        ("2024", "2024"),
        (None, "undated"),
        ("2024-Q1", "2024-Q1"),
    ],
)
def test_dates_are_as_precise_as_they_are(date: str | None, shown: str) -> None:
    assert written_date(date) == shown
