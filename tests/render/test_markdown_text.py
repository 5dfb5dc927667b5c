"""Markdown on a terminal: what it says is drawn, nothing of it is lost, nothing in it drives the terminal."""

from __future__ import annotations

import re

import pytest

from nzn_cli.render.page import Page
from nzn_cli.render.panels import Mark, shown_body
from nzn_cli.render.safe import one_line
from tests.render import records as r

TEXT = """# The weir

It *held*, **really**: see [the report](https://weir.example/r) and `dam.log`.

- one
- two

| who | what |
| --- | --- |
| Ann | dug |

<div>
Inside a tag <b>bold</b>
</div>

```
x = 1
```
"""


def _drawn(text: str = TEXT, path: str = "weir.md", width: int = 80, **page: bool) -> str:
    record = r.SHOWN[0]._replace(path=path, body=text)
    return "".join(shown_body(record, Page(width, terminal=True, **page)))


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_markdown_is_drawn_and_nothing_is_lost(width: int) -> None:
    shown = _drawn(width=width)
    assert max(map(len, shown.split("\n"))) <= width
    words = re.findall(r"\w+", TEXT)
    assert re.findall(r"\w+", shown) == words
    assert not any(sign in shown for sign in ("**", "| ---", "# The", "](", "```"))
    assert "<div>" in shown


def test_links_are_links_where_the_page_has_them() -> None:
    linked = _drawn(colour=True, links=True)
    assert "https://weir.example/r\x1b\\" in linked
    assert "(https://weir.example/r)" in _drawn()


def test_no_colour_is_no_escape_and_no_colour_is_hard_to_read() -> None:
    assert "\x1b" not in _drawn()
    coloured = _drawn(colour=True)
    assert not re.search(r"\x1b\[[\d;]*(?:33|93|37|97|40|107)m", coloured)


def test_a_text_that_is_marked_or_no_markdown_stands_as_it_is() -> None:
    assert "**really**" in _drawn(path="weir.txt")
    record = r.SHOWN[0]._replace(path="weir.md", body=TEXT)
    assert "**really**" in "".join(shown_body(record, Page(80, terminal=True), [Mark(2, 5, "person")]))


def test_nothing_in_it_drives_the_terminal() -> None:
    shown = _drawn("\x1b[2J [x](javascript:alert) [y](https://a.example/\x1b]8;;) \u202eabc\n", colour=True, links=True)
    assert "\x1b[2J" not in shown
    assert "\u202e" not in shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("A\u200b weir\u00ad\u200e", "A weir"),
        ("\ufeffA\u2060B", "AB"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\u202eabc", "<U+202E>abc"),
    ],
)
def test_what_has_no_shape_vanishes_from_a_line(text: str, shown: str) -> None:
    assert one_line(text) == shown
