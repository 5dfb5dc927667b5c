"""What a terminal shows, at four widths, with and without colour; and nothing of a document ever drives it."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from nzn_cli.model.answers import EventRecord
from nzn_cli.render import bars, concordance, findings, formats, hits, panels, passages, profile, spine, table
from nzn_cli.render.answers import shape_of
from nzn_cli.render.page import Page
from nzn_cli.render.safe import one_line, visible
from tests.render import records as r
from tests.render.snapshot import check

WIDTHS = (60, 80, 120, 200)
_ESCAPES = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;[^\x1b]*\x1b\\")


def _table(answer: str) -> Callable[[Page], Iterator[str]]:
    shape = shape_of(answer, r.BY_KEY.get(answer))
    return lambda page: table.table(r.BY_ANSWER[answer], shape.columns, shape, page)


def _show(page: Page) -> Iterator[str]:
    for record in r.SHOWN:
        yield panels.panel(record, page)
        marks = panels.marks(r.MENTIONS, r.EVENTS[:2]) if record.id == "bridge-2018" else ()
        yield from panels.body(record.body, page, marks)


SCREENS: dict[str, Callable[[Page], Iterator[str]]] = {
    "list": _table("list"),
    "who": _table("who"),
    "fields": _table("fields"),
    "show": _show,
    "grep": lambda page: hits.draw_hits(r.HITS, page, hits.Style(context=True)),
    "timeline": lambda page: spine.spine(r.EVENTS, page),
    "count": lambda page: bars.bars(r.COUNTS, page),
    "profile": lambda page: profile.profiles(r.PROFILES, page),
    "search": lambda page: passages.passages(r.SEARCHED, page),
    "check": lambda page: findings.findings(r.PROBLEMS, page),
}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("screen", SCREENS)
def test_screen_is_its_snapshot(screen: str, width: int) -> None:
    check(f"screens/{screen}-{width}.txt", "".join(SCREENS[screen](Page(width, terminal=True))))


@pytest.mark.parametrize("screen", SCREENS)
def test_coloured_screen_is_its_snapshot(screen: str) -> None:
    page = Page(80, terminal=True, colour=True, links=True)
    text = "".join(SCREENS[screen](page))
    check(f"screens/{screen}-80-colour.txt", text)
    assert "\x1b[" in text


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("screen", SCREENS)
def test_screen_fits_and_is_driven_by_nothing(screen: str, width: int) -> None:
    for colour in (False, True):
        text = "".join(SCREENS[screen](Page(width, terminal=True, colour=colour)))
        plain = _ESCAPES.sub("", text)
        assert max(map(_columns, plain.split("\n"))) <= width
        assert not any(unicodedata.category(c) in ("Cc", "Cf", "Cs") for c in plain if c != "\n")
        assert "[bold]markup[/bold]" in plain or screen in ("count", "profile", "search")


def _columns(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


def test_no_colour_is_not_one_escape() -> None:
    for draw in SCREENS.values():
        assert "\x1b" not in "".join(draw(Page(80, terminal=True)))


def test_ids_and_dates_stay_whole_at_any_width() -> None:
    long = r.BRIDGE._replace(id="a-long-id-of-24-letters-")
    for width in (60, 70, 80, 250):
        lines = "".join(table.table([long], shape_of("list").columns, shape_of("list"), Page(width))).split("\n")
        assert lines[1].startswith("a-long-id-of-24-letters-  2018-02-16  Harbour")


def test_ascii_terminal_gets_ascii() -> None:
    page = Page(60, terminal=True, unicode=False)
    text = "".join([*spine.spine(r.EVENTS[:3], page), *bars.bars(r.COUNTS, page)])
    assert set(text) - set("ōā“”") <= set(map(chr, range(32, 127))) | {"\n"}


def test_long_answers_come_in_blocks_of_the_same_widths() -> None:
    many = (r.BRIDGE._replace(id=f"d{n}", title=f"Title {n}") for n in range(table.BLOCK * 2 + 1))
    pieces = list(table.table(many, shape_of("list").columns, shape_of("list"), Page(80)))
    assert len(pieces) == 3
    assert pieces[1].split("\n")[0].index("Title") == pieces[0].split("\n")[1].index("Title")


def _events(count: int, year: str = "2018") -> list[EventRecord]:
    published: Any = r.EVENTS[2]
    days = [f"{year}-{n % 12 + 1:02}-01" for n in range(count)]
    return [published._replace(start=day, end=day) for day in days]


def test_dense_years_fold_into_counts() -> None:
    events = [*r.EVENTS[:1], *sorted(_events(300), key=lambda e: e.start or ""), *_events(1, "2019")]
    text = "".join(spine.spine(events, Page(80)))
    assert "● 300   nzn timeline --from 2018 --to 2018" in text
    assert text.count("\n") < 12
    within = "".join(spine.spine(events[1:-1], Page(80), fold="month"))
    assert "Mar" in within
    assert "● 25" in within
    assert "".join(spine.spine(events[1:-1], Page(80), fold="none")).count("●") == 301


def test_short_answers_are_never_folded() -> None:
    events = sorted(_events(60), key=lambda e: e.start or "")
    assert "--from 2018" not in "".join(spine.spine(events, Page(80)))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("\x1b[2J", "␛[2J"),
        ("a\r\nb\rc", "a\nb␍c"),
        ("\u202eabc", "<U+202E>abc"),
        ("\x9b31m", "\\x9b31m"),
        ("\udcff", "\\xff"),
        ("\ud800", "\\ud800"),
        ("[b]:smile:", "[b]:smile:"),
        ("macron ā", "macron ā"),
    ],
)
def test_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_one_line_is_one_line() -> None:
    assert one_line(" a\n\tb\u2028c ") == "a b c"


def test_piped_grep_is_ripgreps() -> None:
    style = hits.Style(context=True)
    lines = "".join(hits.piped(r.HITS[:2], style, Page())).splitlines()
    assert lines == [
        "stories/bridge-2018.md-7-A line before.",
        "stories/bridge-2018.md:8:The mayor opened the new bridge, and the bridge held.",
    ]
    only = "".join(hits.piped(r.HITS[:2], hits.Style(only_matching=True, numbers=False), Page())).splitlines()
    assert only == ["stories/bridge-2018.md:bridge"] * 2
    assert "".join(hits.piped(r.HITS[:1], hits.Style(null=True), Page())).startswith("stories/bridge-2018.md\0007-A")


def test_a_line_of_megabytes_is_not_in_every_record() -> None:
    line = "x" * 8000 + "bridge" + "y" * 9000
    hit = r.HITS[0]._replace(text=line, match="bridge", column=8001, before=["z" * 20_000, "short"], after=[])
    (text,) = formats.written("jsonl", [hit], formats.Layout(shape_of("grep")), Page())
    short = json.loads(text)
    assert len(text) < 6000
    assert short["text"].startswith("…xxx")
    assert "xbridgey" in short["text"]
    assert short["text"].endswith("… (17,006 characters)")
    assert short["before"][1] == "short"
    assert hits.shortened(hit._replace(before=[], text=line[:10_000])).text == line[:10_000]
    assert list(hits.piped([hit], hits.Style(), Page()))[-1].endswith(line + "\n")


def test_a_concordance_is_drawn_without_a_console(monkeypatch: pytest.MonkeyPatch) -> None:
    def console(page: Page) -> None:
        raise AssertionError("a console takes a thousand times longer than a line of text")

    monkeypatch.setattr("nzn_cli.render.console.console", console)
    (line,) = concordance.draw_concordance(r.LINES[:1], Page(width=120, colour=True))
    assert line.startswith("\x1b[36m2018-02-16  \x1b[0m")
    assert "\x1b[1;31mbridge\x1b[0m on Tuesday." in line
    assert line.endswith(" \x1b[2mbridge-20\x1b[0m\n")


def test_marks_stand_at_their_places() -> None:
    text = panels.with_signs(r.BODY, panels.marks(r.MENTIONS, r.EVENTS[:2]))
    assert (
        "«Hana Pōtae», opened the bridge on «Tuesday» ⟨2018-02-13⟩. It had been promised in «2015» ⟨2015⟩ and" in text
    )
