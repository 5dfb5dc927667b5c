"""Where block quotations stand in a surface."""

from __future__ import annotations

import pytest

from nzn_cli.text.block_quotations import block_quotations
from nzn_cli.text.surface import surface, unpacked


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("One.\n\n> Two\n> and three.\n>\n> Four.\n\nFive.", [("Two and three.\n\nFour.", 1)]),
        ("> One.\n>> Two.\n> > Three.\n> Four.", [("One.", 1), ("Two.\nThree.", 2), ("Four.", 1)]),
        ("> One.\n\n> Two.", [("One.", 1), ("Two.", 1)]),
        ("Nil.\n\n > One *is* &gt; two.\nThree.", [("One is > two.", 1)]),
        ("One <blockquote>two</blockquote> three", [("two", 1)]),
        ("<blockquote>\n\nOne.\n\nTwo.\n\n</blockquote>", [("\n\nOne.\n\nTwo.\n\n", 1)]),
        ("One > two\n\n```\n> three\n```\n>\n", []),
        ("</blockquote> One. <blockquote> Two.", []),
        ("", []),
    ],
)
def test_block_quotations(body: str, found: list[tuple[str, int]]) -> None:
    read = surface(body)
    assert [(read.text[one.start : one.end], one.depth) for one in block_quotations(read)] == found
    kept = unpacked(read.lines, read.packed())
    assert block_quotations(kept) == block_quotations(read)
