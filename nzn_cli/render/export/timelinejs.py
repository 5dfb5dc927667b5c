"""The timeline as TimelineJS reads it: one slide a publication or dated event, each with its sentence.

TimelineJS takes text for HTML: all that comes from a document is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import Any

from nzn_cli.model.answers import EventRecord, Written
from nzn_cli.render.export.source import Source
from nzn_cli.render.json_ import text_of
from nzn_cli.render.safe import one_line

_LINK = re.compile(r"https?://[^\s\"'<>\\]+", re.I)
_HOW_MUCH = {"year": 1, "month": 2}  # parts of a date that are known; of all else three


def timelinejs(source: Source) -> Iterator[str]:
    """Yield the timeline; what has no date is left out."""
    links = {each.id: each.url for each in source.headings() if each.url and _LINK.fullmatch(each.url)}
    title = {"text": {"headline": _html(source.name)}}
    yield f'{{"title": {text_of(title)},\n"events": [' + "\n"
    before = ""
    for event in source.events():
        if event.start and event.end:
            yield before + text_of(_slide(event, links.get(event.id)))
            before = ",\n"
    yield "\n]}\n"


def _slide(event: EventRecord, link: str | None) -> dict[str, Any]:
    parts = _HOW_MUCH.get(event.precision or "", 3)
    title = event.title or event.id
    # a publication is its title, an event its sentence
    headline = title if event.kind == "published" else event.sentence or Written.read(event.text or "")
    below = [] if event.kind == "published" else [_html(title)]
    if event.people:
        below.append(_html(", ".join(event.people)))
    if link:
        below.append(f'<a href="{escape(link)}">{_html(link)}</a>')
    slide: dict[str, Any] = {"start_date": _date(event.start or "", parts)}
    if event.end != event.start and parts == 3:
        slide["end_date"] = _date(event.end or "", parts)
    place = "published" if event.char_start is None else f"{event.char_start}-{event.char_end}"
    return slide | {
        "text": {"headline": _html(headline), "text": "".join(f"<p>{each}</p>" for each in below)},
        "group": event.kind,
        "unique_id": re.sub(r"[^A-Za-z0-9_-]", "-", f"{event.id}-{place}"),
    }


def _date(day: str, parts: int) -> dict[str, int]:
    return dict(zip(("year", "month", "day"), map(int, day.split("-")[:parts]), strict=False))


def _html(text: str) -> str:
    return escape(one_line(text))
