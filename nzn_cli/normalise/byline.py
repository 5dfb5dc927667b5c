"""Where a body prints its own publication date: a byline, a dateline, "Last updated".

A line counts that is a date and nothing else but a label, a place or an author; running text never does.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from nzn_cli.text.letterhead import Line, head_lines, label, phrases, tail_lines
from nzn_cli.text.written_dates import Written, all_written, may_have_year

_PUBLISHED, _BARE, _PLACED, _UPDATED = range(4)
_PICTURES = r"(?:\s*\[?!\[[^\]]*\]\([^)\s]*\)(?:\]\([^)\s]*\))?)+\s*"  # a logo before the date, linked or not


class Byline(NamedTuple):
    """A printed date: partial ISO, its second reading if it has one, its span in the body, its text."""

    value: str
    other: str | None
    start: int
    end: int
    text: str
    rank: int  # the lower the surer


def bylines(body: str, day_first: bool = True) -> list[Byline]:
    """Return the printed dates of a body, the surest first."""
    found = []
    prose = 0
    above = ""
    for place, line in enumerate(head_lines(body)):
        # a line that goes on from a long one is running text, wherever it was broken
        byline = _byline(line, day_first, place < 8) if line.first or len(above) < 60 else None
        above = line.text
        # below running text, a date on a line of its own is a table's or a chapter's
        if byline and (prose < 2 or byline.rank in (_PUBLISHED, _UPDATED)):
            found.append(byline)
        prose += len(line.text) > 100 or (line.text.endswith(".") and len(line.text) > 60)
    below = (_byline(line, day_first, False) for line in tail_lines(body))
    found.extend(byline for byline in below if byline and byline.rank != _BARE)
    return sorted(found, key=lambda byline: (byline.rank, byline.start))


def agreeing(found: list[Byline], date: str) -> Byline | None:
    """Return the first of the printed dates that says the same day, month or year as `date`."""
    return next((one for one in found if one.value.startswith(date) or date.startswith(one.value)), None)


def _byline(line: Line, day_first: bool, placed: bool) -> Byline | None:
    if len(line.raw) > 600 or not may_have_year(line.raw):
        return None
    pictured = re.match(_PICTURES, line.raw)
    at = pictured.end() if pictured else 0
    text = line.raw[at:]
    dates = []
    for written in all_written(text[:200], day_first):
        dates.append(written)
        if len(dates) > 2:
            return None
    for written in dates:
        rank = _rank(text, written, line, placed)
        if rank is not None and written.value:
            start, end = (line.start + at + place for place in (written.start, written.end))
            return Byline(written.value, written.other, start, end, text[written.start : written.end], rank)
    return None


def _rank(text: str, date: Written, line: Line, placed: bool) -> int | None:
    """How sure it is that the date of a line is the publication's; None if it is not."""
    before, after = text[: date.start], text[date.end :]
    words = label(re.split(r"[|•·]", before)[-1])
    rest = label(after)
    closed = _is_closed(rest, after)
    ends = closed or len(rest) < 30
    if words in phrases("updated") and ends:
        return _UPDATED
    if words in phrases("published") or words.endswith((" posted on", " published on")):
        sure = _BARE if words in phrases("kinds") else _PUBLISHED
        return sure if ends else None
    if closed and (not words or re.match(_AUTHOR, before)):
        return _BARE
    return _PLACED if placed and len(date.value) >= 10 and _is_placed(before, after, line.first and not words) else None


def _is_placed(before: str, after: str, opens: bool) -> bool:
    """Whether a place stands before a date, or a dateline goes on after one that `opens` its paragraph."""
    if _is_place(before):
        return not label(after) or _dateline(after)
    return opens and _dateline(after)


_AUTHOR = r"(?i)\W*(?:(?:posted|published|written|released)\s+)?by [^.!?]{3,60}$"


def _is_closed(rest: str, after: str) -> bool:
    """Whether nothing that is running text follows a date: nothing, an author, a kind of document, a mark."""
    by = rest.startswith(("by ", "posted by ")) and len(rest) < 60
    return not rest or by or rest in phrases("kinds") or bool(re.match(r"\s*[|•·]", after))


def _is_place(before: str) -> bool:
    """Whether what stands before a date can be where it was written: a few capitalised words."""
    words = re.findall(r"[^\W\d_][\w'.-]*", before)
    if not 1 <= len(words) <= 5 or re.search(r"[:;!?“\"]", before) or ("," not in before and len(words) > 3):
        return False
    return all(word[0].isupper() for word in words) or bool(re.fullmatch(r"\W*[A-Z][\w\s.'-]{2,30},\W*", before))


def _dateline(after: str) -> bool:
    """Whether the text after a date goes on as after a dateline: a dash, or an agency in brackets."""
    return bool(re.match(r"\s*(?:\([A-Z][A-Za-z ]{1,20}\)\s*)?(?:-{1,2}|–|—|/)\s*\S", after))
