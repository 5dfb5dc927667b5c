"""The calendar by the letter of RFC 5545: lines of at most 75 octets, CRLF, escapes, exclusive ends, stable bytes."""

from __future__ import annotations

import pytest

from nzn_cli.render.ics import calendar
from tests.render.records import EVENTS


def _lines(text: str) -> list[str]:
    assert text.endswith("\r\n")
    return text.replace("\r\n ", "").split("\r\n")[:-1]


def test_calendar_holds_what_has_a_day() -> None:
    text = "".join(calendar(EVENTS))
    lines = _lines(text)
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-1] == "END:VCALENDAR"
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 3
    assert "DTSTART;VALUE=DATE:20180213" in lines
    assert "DTEND;VALUE=DATE:20180214" in lines
    assert len({line for line in lines if line.startswith("UID:")}) == 3
    assert text == "".join(calendar(EVENTS))


def test_lines_are_short_and_whole_characters() -> None:
    long = EVENTS[1]._replace(sentence="ā" * 300 + "; , \\ \n end", title="T" * 200)
    data = "".join(calendar([long])).encode()
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert "\\; \\, \\\\ \\n end" in data.decode().replace("\r\n ", "")
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_nothing_is_an_empty_calendar() -> None:
    assert _lines("".join(calendar([]))) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//nzn//timeline//EN",
        "CALSCALE:GREGORIAN",
        "END:VCALENDAR",
    ]


def test_the_last_day_of_all_has_no_end() -> None:
    assert "DTEND" not in "".join(calendar([EVENTS[0]._replace(start="9999-12-31", end="9999-12-31")]))


def test_a_library_of_calendars_reads_it() -> None:
    icalendar = pytest.importorskip("icalendar")
    events = icalendar.Calendar.from_ical("".join(calendar(EVENTS))).walk("VEVENT")
    starts = [event.decoded("dtstart").isoformat() for event in events]
    assert starts == ["2015-01-01", "2018-02-13", "2018-02-16"]
    assert events[0]["summary"] == f"2015 – {EVENTS[0].title}"
