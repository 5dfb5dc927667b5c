"""A calendar of the timeline (RFC 5545): one all-day event for each event with a date. The same bytes every time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from nzn_cli.render.safe import visible

_HEAD = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//nzn//timeline//EN", "CALSCALE:GREGORIAN")


def calendar(records: Iterable[Any]) -> Iterator[str]:
    """Yield a calendar; events that could not be resolved have no day and stay out."""
    yield from map(_folded, _HEAD)
    for record in records:
        if record.start and record.end:
            yield from map(_folded, _event(record))
    yield _folded("END:VCALENDAR")


def _event(record: Any) -> Iterator[str]:
    start, last = date.fromisoformat(record.start), date.fromisoformat(record.end)
    place = "published" if record.char_start is None else f"{record.char_start}-{record.char_end}"
    yield "BEGIN:VEVENT"
    yield f"UID:{_escaped(record.id)}-{place}@nzn"
    yield f"DTSTAMP:{start:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{start:%Y%m%d}"
    if last < date.max:
        yield f"DTEND;VALUE=DATE:{last + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(_summary(record))}"
    yield f"DESCRIPTION:{_escaped(_description(record))}"
    yield f"CATEGORIES:{record.kind.upper()}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _summary(record: Any) -> str:
    title: str = record.title or record.id
    return title if record.kind == "published" else f"{record.text} – {title}"


def _description(record: Any) -> str:
    parts = [record.sentence or "", f"{record.title or ''} ({record.id})".strip()]
    if record.anchor:
        parts.append(f"resolved by {record.rule} against {record.anchor}")
    return "\n".join(part for part in parts if part)


def _escaped(text: str) -> str:
    text = visible(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return text.replace("\n", "\\n").replace("\t", " ")


def _folded(line: str) -> str:
    """Return the line cut into pieces of at most 75 octets, no character torn."""
    pieces, size, piece = [], 0, ""
    for char in line:
        octets = len(char.encode())
        if size + octets > 75:
            pieces.append(piece)
            piece, size = " ", 1
        piece += char
        size += octets
    return "\r\n".join([*pieces, piece]) + "\r\n"
