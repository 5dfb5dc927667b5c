"""Block quotations of Markdown, HTML and mail: who speaks them, told before, within or below."""

from __future__ import annotations

from typing import Any

import pytest

from nzn_cli.annotate.quotes.block_rules import BLOCKS
from nzn_cli.annotate.rule_table import Rule
from tests.annotate.quoted import said_in_blocks

HALE, LIND = "Ann Hale", "Tom Lind"


@pytest.mark.parametrize("rule", BLOCKS.rows, ids=lambda rule: rule.id)
def test_the_example_of_a_block_is_read_as_it_says(rule: Rule[Any, bool], monkeypatch: pytest.MonkeyPatch) -> None:
    text, speaker = rule.example
    found = said_in_blocks(text)
    assert found[-1][0] == speaker
    monkeypatch.setattr(BLOCKS, "rows", tuple(row for row in BLOCKS.rows if row is not rule))
    assert said_in_blocks(text) != found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The mayor Ann Hale said:\n\n> We won the vote, and will win it\n> again.\n>\n> It was close.\n\nTom left.",
            [(HALE, "We won the vote, and will win it again."), (HALE, "It was close.")],
        ),
        ("Harbour Minister Ann Hale came. The Minister said:\n\n> “We won.”", [(HALE, "We won.")]),
        ("<blockquote>We won the vote.</blockquote>\n\n— Ann Hale", [(HALE, "We won the vote.")]),
        ("> “We won,” Ann Hale said.", [(HALE, "We won")]),
        ("Ann Hale and Tom Lind met.\n\n> We won the vote.\n\nTom Lind left.", [(None, "We won the vote.")]),
        ("> “We won.” Ann Hale, the mayor\n\nTom Lind left.", [(HALE, "We won.")]),
        ("> We won. — Ann Hale (@hale) May 3, 2004\n\nTom Lind left.", [(HALE, "We won.")]),
        ("> We won.\n>   - Ann Hale, the mayor of hale.gov on the vote\n\nTom left.", [(HALE, "We won.")]),
        ("“We won,” Tom Lind said.\n\n> “We did.”", [(LIND, "We won"), (None, "We did.")]),
        ("Ann Hale left.\n\n> **Last week:**\n>\n> - Mend the wall.\n> - Paint it.", []),
        ("A spokesman said:\n\n> We won the vote.", [("A spokesman", "We won the vote.")]),
        ("Ann Hale met Tom Lind at the gate of the hall.", []),
    ],
)
def test_who_speaks_a_block(text: str, found: list[tuple[str | None, str]]) -> None:
    assert said_in_blocks(text) == found


def test_quoted_mail_is_its_authors() -> None:
    text = (
        "On Mon, 3 May 2004 at 10:15, Ann Hale <ann@hale.org>\nwrote:\n> I think that the wall will hold.\n"
        "> On Sun, Tom Lind wrote:\n>> Will it hold\n>> for us?\n> For a year.\n\nYes.\n\n> And more.\n\n-- \nBo Reid"
    )
    assert said_in_blocks(text) == [
        (HALE, "I think that the wall will hold."),
        (LIND, "Will it hold for us?"),
        (HALE, "For a year."),
        (HALE, "And more."),
    ]
