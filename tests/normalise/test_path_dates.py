"""Dates in paths: of the file, its folders, and keys that hold an address."""

from __future__ import annotations

import pytest

from nzn_cli.model.settings import Folder
from nzn_cli.normalise.document import document_from_bytes
from nzn_cli.normalise.path_dates import file_date, path_date


@pytest.mark.parametrize(
    ("path", "date"),
    [
        ("2020/05/17/a.md", "2020-05-17"),
        ("2020/05/17.md", "2020-05-17"),
        ("notes/2020/May/17/a.md", "2020-05-17"),
        ("posts/2020-05-17-a-walk/index.md", "2020-05-17"),
        ("posts/2020-05-17 a walk/notes.md", "2020-05-17"),
        ("20200517/a.md", "2020-05-17"),
        ("2020/may/a.md", "2020-05"),
        ("2020/05.md", None),
        ("2020/05/10-things.md", "2020-05"),
    ],
)
def test_folders(path: str, date: str | None) -> None:
    assert file_date(path) == date


@pytest.mark.parametrize(
    ("path", "date"),
    [
        ("2020/05/17/A-walk-1.54.0", "2020-05-17"),
        ("/blog/2020/05/17/", "2020-05-17"),
        ("/2020/5/7/a-walk", "2020-05-07"),
        ("2020-05-17-a-walk", "2020-05-17"),
        ("2020-05-17", "2020-05-17"),
        ("https://example.org/2020/05/17?page=2020/06/18", "2020-05-17"),
        ("https://example.org/20200517/a", "2020-05-17"),
        ("https://2019.example.org/a", None),
        ("https://example.org/id/20200517", None),
        ("/2020/05/a.html", "2020-05"),
        ("/2020/05", None),
        ("the-best-of-2020-05-17", None),
        ("2020-22", None),
        ("2020/99/99/a", None),
    ],
)
def test_addresses(path: str, date: str | None) -> None:
    assert path_date(path) == date


@pytest.mark.parametrize(
    ("front", "path", "date", "source"),
    [
        ("path: 2020/05/17/a-walk", "a.md", "2020-05-17", "url"),
        ("permalink: /2020/05/17/a-walk/", "a.md", "2020-05-17", "url"),
        ("slug: 2020-05-17-a-walk", "a.md", "2020-05-17", "url"),
        ("aliases: [/about, /2020/05/17/a-walk.html]", "a.md", "2020-05-17", "url"),
        ("aliases: [/2020/05/17/a.html, /2020/06/18/a.html]", "a.md", None, None),
        ("url: /2020/05/17/a-walk", "2020-05-notes.md", "2020-05-17", "url"),
        ("url: /2020/05/17/a-walk", "2019-01-02-notes.md", "2019-01-02", "filename"),
        ("permalink: /2020/05/17/a-walk\ndate: 2018-01-02", "a.md", "2018-01-02", "frontmatter"),
    ],
)
def test_keys_that_hold_an_address(front: str, path: str, date: str | None, source: str | None) -> None:
    document = document_from_bytes(path, f"---\n{front}\n---\nText.".encode(), Folder("/corpus"))
    assert (document.date, document.date_source) == (date, source)
