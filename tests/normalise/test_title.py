"""The heading that a text gives itself: no masthead, no words of a picture, no byline, no first words of its prose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nzn_cli.normalise.title import clean, find_title

TEXT = "\n\nThe ministers met in the harbour town and spoke of the weather. They agreed on little else.\n"


@pytest.mark.parametrize(
    "body",
    [
        "# Harbour bridge opens" + TEXT,
        "# Harbour bridge opens #" + TEXT,
        "Harbour bridge opens\n====================" + TEXT,
        "Harbour bridge\nopens\n======" + TEXT,
        "Harbour bridge opens\n---\n" + TEXT,
        "## Harbour bridge opens" + TEXT,
        "Harbour bridge opens" + TEXT,
        "\u00a0Harbour  bridge\u00a0opens " + TEXT,
        "**Harbour bridge opens**" + TEXT,
        "<h1>Harbour bridge opens</h1>" + TEXT,
        "# [Harbour bridge opens](https://example.org/bridge)" + TEXT,
        "Harbour bridge opens.\n\nMore was said. And more." + TEXT,
        "Title: Harbour bridge opens\nDate: 12 September 2018" + TEXT,
        "Harbour bridge opens\n12 September 2018" + TEXT,
        "Harbour bridge opens\nBy Jane Doe" + TEXT,
        "MEDIA RELEASE\n\n12 September 2018\n\nHarbour bridge opens" + TEXT,
        "Media Release: Port Company\n\nHarbour bridge opens" + TEXT,
        "![A bridge](bridge.jpg)\n\n# Harbour bridge opens" + TEXT,
        "Photo: the bridge at dawn\n\nHarbour bridge opens" + TEXT,
        "The bridge at dawn. Photo / Supplied\n\nHarbour bridge opens" + TEXT,
        "The bridge at dawn (Getty Images)\n\nHarbour bridge opens" + TEXT,
        "Home > News > Bridges\n\nHarbour bridge opens" + TEXT,
        "[Home](/) [News](/news)\n\nHarbour bridge opens" + TEXT,
        "<!-- draft -->\n<div class='x'>\n\nHarbour bridge opens" + TEXT,
        "{{< figure src='x' >}}\n\nHarbour bridge opens" + TEXT,
        "https://example.org/bridge\n\nHarbour bridge opens" + TEXT,
        "* * *\n\nHarbour bridge opens" + TEXT,
        "BTO - Bridges and Tunnels Office\n\nHarbour bridge opens" + TEXT,
        "Bridges and Tunnels Office (BTO)\n\nHarbour bridge opens" + TEXT,
        "Ministry of Bridges\n\nHarbour bridge opens" + TEXT,
        "Harbour Daily Herald\n\nHarbour bridge opens" + TEXT,
        "www.bridges.example.org\n\nHarbour bridge opens" + TEXT,
        "# Media release\n\n# Harbour bridge opens" + TEXT,
        "5:30 pm\n\nHarbour bridge opens" + TEXT,
        "```\n# not this\n```\n\n# Harbour bridge opens" + TEXT,
        "Hon Jane Doe\nMinister of Bridges\n\n12 September 2018\nMEDIA STATEMENT\n\nHarbour bridge opens" + TEXT,
        "THE HON JANE DOE MP\nMINISTER FOR BRIDGES\n\nHarbour bridge opens" + TEXT,
        "Office of the Mayor\n\nHarbour bridge opens" + TEXT,
        "Politics\n\nHarbour bridge opens" + TEXT,
        "# Harbour bridge opens | Bridges and Tunnels Office" + TEXT,
        "Harbour bridge opens | bridges.example" + TEXT,
        "Bridges.govt.nz\nThe official website of the bridges\n\nHarbour bridge opens\n\n12 September 2018" + TEXT,
        "Harbour bridge opens - Harbour Daily\n\nHarbour bridge opens\n\nAnd stays so" + TEXT,
        "Harbour bridge opens\nJane Doe\n12 September 2018" + TEXT,
        "3 minutes to read\n\nHarbour bridge opens" + TEXT,
        "Contact: Jane Doe\nPhone: 04 817 8700\n\nHarbour bridge opens" + TEXT,
    ],
)
def test_own_heading(body: str) -> None:
    assert find_title(body) == "Harbour bridge opens"


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("Is the bridge safe?" + TEXT, "Is the bridge safe?"),
        ("St Mary’s Bridge Co." + TEXT, "St Mary’s Bridge Co."),
        ("Budget 2018" + TEXT, "Budget 2018"),
        ("Newsletter 29 July 2005\n=====" + TEXT, "Newsletter 29 July 2005"),
        ("# Speech: \\*Bridges\\* &amp; tunnels" + TEXT, "Speech: *Bridges* & tunnels"),
        ("Speech: a harbour for all" + TEXT, "Speech: a harbour for all"),
        ("Relations with the harbour\n\nKey areas of cooperation" + TEXT, "Relations with the harbour"),
        ("Ministry of Bridges" + TEXT, "Ministry of Bridges"),
        ("Harbour bridge opens to\nall traffic on Monday" + TEXT, "Harbour bridge opens to all traffic on Monday"),
        ("One short line", "One short line"),
        ("Minister for Bridges welcomes report" + TEXT, "Minister for Bridges welcomes report"),
        ("Hon Jane Doe" + TEXT, "Hon Jane Doe"),
        ("Yes | No" + TEXT, "Yes | No"),
    ],
)
def test_other_headings(body: str, title: str) -> None:
    assert find_title(body) == title


@pytest.mark.parametrize(
    "body",
    [
        "",
        "\n\n",
        TEXT,
        "A first line that is broken\nwhere the column ends, as was done\nin old mail, and goes on.\n",
        "- one\n- two\n- three\n",
        "12 September 2018",
        "word " * 400_000,
        "*" * 2900 + "\n\n",
        "![](a.jpg)",
        "Dear friends,\n\nI write to you today. It is late." + TEXT,
    ],
)
def test_no_heading(body: str) -> None:
    assert find_title(body) is None


@given(st.text(max_size=300) | st.text(alphabet="#*_[]()<>=-`\\ \nab.1", max_size=200))
def test_any_text(body: str) -> None:
    title = find_title(body)
    assert title is None or (title.strip() and "\n" not in title)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("**a** _b_ [c](d) ![e](f) <i>g</i>", "a b c e g"),
        ("snake_case_name 2*3*4", "snake_case_name 2*3*4"),
        (r"\[x\] \# y", "[x] # y"),
        ("a &lt;b&gt; &copy", "a <b> ©"),
        ("***both***", "both"),
    ],
)
def test_clean(text: str, plain: str) -> None:
    assert clean(text) == plain
