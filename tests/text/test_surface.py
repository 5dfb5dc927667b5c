"""The surface of a text: what a reader reads, and the way back to the text."""

from __future__ import annotations

import json
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from nzn_cli.text.surface import line_surface, surface, unpacked
from tests.growth import in_proportion

READ = [
    # letters
    ("Mere Pa\u0304ora met Zoe\u0308", "Mere Pāora met Zoë"),
    ("a min\u00adis\u00adter of\u200bfice\ufeff", "a minister office"),
    ("the o\ufb03ce \ufb01led it", "the office filed it"),
    ("\uff21\uff22 12\u00a0km\u3000north", "AB 12 km north"),
    ("e\u00ad\u0301tude", "étude"),
    ("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"),
    # blanks
    ("one   two", "one two"),
    ("one \u00a0 two", "one two"),
    ("Present: Ann Hale  Tom Reid\tIvy Marsh Lee", "Present: Ann Hale\tTom Reid\tIvy Marsh Lee"),
    ("Minister of Works  Ann Hale", "Minister of Works Ann Hale"),
    # line ends
    ("They left the\nharbour at noon.", "They left the harbour at noon."),
    ("He saw Ann\nHale and Tom\nReid at sea.", "He saw Ann Hale and Tom Reid at sea."),
    ("> He wrote to Ann\n> Hale and left.", "He wrote to Ann Hale and left."),
    ("> one\n>\n> two", "one\n\ntwo"),
    ("> quoted\nan answer", "quoted\nan answer"),
    ("Ann Hale\nMinister of Works\nWellington", "Ann Hale\nMinister of Works\nWellington"),
    ("Plan for the port\nThe minister today opened the new port at Bluff and left.",) * 2,
    ("They all said they would\n— and so they did —\n– go.", "They all said they would — and so they did — – go."),
    ("a note <!-- of nobody --> here", "a note here"),
    ("Ann Hale, who sells boats\nTom Reid, who buys them\nIvy Lee, a smith\nBo Moe, who has none.",) * 2,
    ("- one\n- two\n  more\n- three", "- one\n- two more\n- three"),
    ("# Head\nand text", "# Head\nand text"),
    ("| Ann | Hale |\n| Tom | Reid |", "| Ann | Hale |\n| Tom | Reid |"),
    ("a line  \nof verse", "a line  \nof verse"),
    ("Date: 1 May\nTo: all staff who are there.", "Date: 1 May\nTo: all staff who are there."),
    ("```\nx =\ny*z*\n```", "```\nx =\ny*z*\n```"),
    # words that are cut
    ("an inde-\npendent view", "an independent view"),
    ("a long-\nterm view", "a long-term view"),
    ("the sea-wall and the sea-\nwall", "the sea-wall and the sea-wall"),
    ("pre-\nand post-war", "pre- and post-war"),
    ("Ann Hale-\nReid left", "Ann Hale-Reid left"),
    ("in 2016-\n17 it was", "in 2016-17 it was"),
    ("an agree\u00ad\nment", "an agreement"),
    ("> an inde-\n> pendent view", "an independent view"),
    # markup
    ("on **12 May** 2016", "on 12 May 2016"),
    ("_so_ it is, a_b_c and *there*", "so it is, a_b_c and there"),
    ("2 * 3 * 4 and 5*6*7 and *note", "2 * 3 * 4 and 5*6*7 and *note"),
    ("see [12 May](notes/a_b_.md) 2016", "see 12 May 2016"),
    ("see ![a port](p.jpg), [![x](y)](z), [b][1]\n\n[1]: http://x.org", "see a port, x, b\n\n[1]: http://x.org"),
    ("[sic] [x][y]", "[sic] [x][y]"),
    ("[[Ann Hale]] and [[p/12|a page]]", "Ann Hale and a page"),
    ("so it was.[^1]\n\n[^1]: A note.", "so it was.\n\nA note."),
    ("the 5<sup>th</sup> of<br>May, Vec<T>", "the 5th of\tMay, Vec<T>"),
    ("R&amp;D, &nbsp;AT&T &unknown; &#39;x&#x27;", "R&D, AT&T &unknown; 'x'"),
    (r"\$5 and \*so\*", "$5 and *so*"),
    ("http://x.org/_a_ and `*b*`", "http://x.org/_a_ and `*b*`"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "read"), READ)
def test_what_a_reader_reads(body: str, read: str) -> None:
    assert surface(body).text.rstrip() == read


def test_what_stands_on_one_line_is_read_on_one_line() -> None:
    assert line_surface(" A **plan**\nfor\u00a0 R&amp;D ") == "A plan for R&D"
    assert line_surface("plan") == "plan"


def test_a_span_is_mapped_without_the_markup_round_it() -> None:
    body = "On **12 May** 2016 [Ann Ha-\nle](x) left."
    read = surface(body)
    at = read.text.index("12 May 2016")
    start, end = read.to_body(at, at + 11)
    assert body[start:end] == "12 May** 2016"
    assert read.from_body(start, end) == (at, at + 11)
    at = read.text.index("Ann Hale")
    start, end = read.to_body(at, at + 8)
    assert body[start:end] == "Ann Ha-\nle"


# fmt: off
PIECES = [
    "a", "Ann Hale", "long-", "inde-", "pendent", " ", "  ", "\n", "\n\n", "> ", "- ", "*", "**", "_", "[", "](x)",
    "[[", "]]", "#",
    "|", "&amp;", "<b>", "</b>", "<br>", "\\", "`", "```", "\u00ad", "\u200b", "\u00a0", "\ufb01", "e\u0301", "\u0301",
    "[^1]", ".",
    ",", "2016", "\t", "<a\nhref='x'>", "\u1100", "\u1161", "\u212b", "]", "<!-- x -->", "— ", "[[a|b]]",
]
# fmt: on
BODIES = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))


@given(BODIES)
@example("x inde-\npendent\n\nnext")
@example("inde-\npen-\ndent x")
@example("a-\nb  c")
def test_the_map_is_exact_and_monotone(body: str) -> None:
    read = surface(body)
    assert read.body == body
    assert read.lines.count("\n") == body.count("\n")
    assert len(read.text) == len(read.lines)
    spans = [read.to_body(at, at + 1) for at in range(len(read.text))]
    assert all(0 <= start <= end <= len(body) for start, end in spans)
    assert all(before[1] <= after[0] or before == after for before, after in pairwise(spans))
    packed = read.packed()
    flat = [] if packed is None else json.loads(packed)[1:]
    edited, at = set(), 0
    for gap, length in zip(flat[::3], flat[1::3], strict=True):
        edited |= set(range(at + gap, at + gap + length))
        at += gap + length
    for at in set(range(len(read.lines))) - edited:
        start, end = spans[at]
        assert body[start:end] == read.lines[at]
        assert read.from_body(start, end) == (at, at + 1)
    kept = unpacked(read.lines, packed)
    assert (kept.text, kept.body) == (read.text, body)


@given(st.text(max_size=60))
def test_letters_are_composed(body: str) -> None:
    assert unicodedata.is_normalized("NFC", surface(body).text) or "`" in body


WORD = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9,.;:'\"?!()-]{0,8}[A-Za-z0-9.]", fullmatch=True)
PLAIN = st.lists(st.lists(WORD, min_size=1, max_size=12).map(" ".join), max_size=5).map("\n\n".join)


@given(PLAIN)
def test_plain_text_of_one_line_a_paragraph_is_its_own_surface(body: str) -> None:
    assert surface(body).is_same
    assert surface(body).text == body


@pytest.mark.parametrize(
    "piece",
    [
        "*a ",
        "[",
        "[a](",
        "](x) ",
        "`",
        "<b ",
        "a-\nb ",
        "> ",
        "_a*b ",
        "&a",
        "\\",
        "[[a|",
        "e\u0301\u00ad",
        "  \t",
        "A\nb\n",
    ],
)
def test_the_work_is_linear(piece: str) -> None:
    assert in_proportion(lambda size: surface((piece * size)[:size]).packed(), 400_000)
