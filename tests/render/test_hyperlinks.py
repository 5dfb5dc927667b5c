"""Links to files: where they lead, in which formats, and where there are none."""

from __future__ import annotations

import pytest

from nzn_cli.errors import UsageError
from nzn_cli.render.answers import shape_of
from nzn_cli.render.hyperlinks import ALIASES, file_link, link_format
from nzn_cli.render.page import Page
from nzn_cli.render.table import table
from tests.render import records as r

PAGE = Page(80, terminal=True, colour=True, links=True, folder="/home/ann", host="desk")


@pytest.mark.parametrize(
    ("typed", "path", "line", "address"),
    [
        ("default", "stories/a.md", None, "file://desk/home/ann/stories/a.md"),
        ("file", "/tmp/a b.md", 3, "file://desk/tmp/a%20b.md"),
        ("vscode", "a.md", 7, "vscode://file/home/ann/a.md:7:1"),
        ("kitty", "a.md", 7, "file://desk/home/ann/a.md#7"),
        ("my+ed://open?at={path}&l={line}", "ā.md", None, "my+ed://open?at=/home/ann/%C4%81.md&l=1"),
        ("none", "a.md", None, None),
        ("", "a.md", None, None),
    ],
)
def test_links_lead_where_the_format_says(typed: str, path: str, line: int | None, address: str | None) -> None:
    assert file_link(path, PAGE._replace(link_format=link_format(typed)), line) == address


def test_a_page_of_a_pdf_is_linked() -> None:
    assert file_link("a.pdf", PAGE, 1, 12) == "file://desk/home/ann/a.pdf#page=12"
    assert file_link("a.md", PAGE, 1, 12) == "file://desk/home/ann/a.md"


@pytest.mark.parametrize("path", ["", "\\xff.md", "a\x1b]8;;b.md"])
def test_what_cannot_be_found_again_is_not_linked(path: str) -> None:
    assert file_link(path, PAGE) is None
    assert file_link("a.md", PAGE._replace(links=False)) is None


@pytest.mark.parametrize(
    "typed", ["foo", "vscode://file", "{path}", "x://{path}{oops}", "x://{path}\x1b[2J", "9x:{path}"]
)
def test_a_format_that_leads_nowhere_is_refused(typed: str) -> None:
    with pytest.raises(UsageError, match="is no format of links"):
        link_format(typed)


def test_every_name_of_a_format_is_one() -> None:
    assert all(link_format(name) == pattern for name, pattern in ALIASES.items())


def test_ids_of_a_table_lead_to_files_and_titles_to_their_addresses() -> None:
    shape = shape_of("list")
    text = "".join(table([r.BRIDGE], shape.columns, shape, PAGE))
    assert f"file://desk/home/ann/{r.BRIDGE.path}" in text
    assert str(r.BRIDGE.url) in text
    assert "\x1b]8" not in "".join(table([r.BRIDGE], shape.columns, shape, PAGE._replace(links=False)))


def test_lists_stand_whole_where_there_is_room() -> None:
    shape = shape_of("list")
    many = r.BRIDGE._replace(title="Short", ministers=["Ann One", "Bo Two", "Cy Three", "Di Four", "Ed Five"])
    assert "Di Four, Ed Five" in "".join(table([many], shape.columns, shape, Page(200)))
    assert "Di Four" not in "".join(table([many], shape.columns, shape, Page(60)))
