"""The dated expressions of a document as rows of table `event`: those of its text but for letterhead and furniture."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date as day
from functools import cache
from typing import Any

from nzn_cli.annotate.dates import dates_in as dates_of_text
from nzn_cli.annotate.dates.date_context import country_of_site
from nzn_cli.model.annotations import DateSpan, TextDates
from nzn_cli.normalise.byline import bylines
from nzn_cli.text.letterhead import HEAD, TAIL
from nzn_cli.text.written_dates import may_have_year

_LINE = 120  # characters of a line of page furniture
_DAYS = 4  # over a long weekend


def dates_of(
    body: str, date: str | None, date_span: tuple[int, int] | None, day_first: bool = True, site: str | None = None
) -> tuple[DateSpan, ...]:
    """Return the dated expressions of a body; dates of its letterhead, which are no events, are left out.

    `date` is the publication date, `date_span` where the body prints it; `day_first` reads 3/4/2018 as April;
    `site` is the host of the document's address.
    """
    return dates_in(body, date, date_span, day_first, site).spans


def dates_in(
    body: str, date: str | None, date_span: tuple[int, int] | None, day_first: bool = True, site: str | None = None
) -> TextDates:
    """Return what `dates_of` does, as rows of table `event`, and where it stopped if that was too much work."""
    found = dates_of_text(body, date, date_span, day_first, country_of_site(site))
    found = found._replace(spans=tuple(span for span in found.spans if not _in_furniture(body, span)))
    if date is None or not any(_in_letterhead(span, date, len(body)) for span in found.spans):
        return found
    printed = [(one.start, one.end) for one in bylines(body, day_first) if _near(one.value, date)]
    kept = (span for span in found.spans if not any(a <= span.char_start and span.char_end <= b for a, b in printed))
    return found._replace(spans=tuple(kept))


@cache
def _furniture() -> Any:
    return re.compile(
        r"\bvol(?:ume|\.)?\s*(?:\d+|[ivxlc]+)\b.{0,40}\b(?:no|number|issue|iss)\b\.?\s*\d|\bissn\b|\bisbn\b"
        r"|\bpage\s+\d+\s+of\s+\d|[|·•]\s*page\s+\d|^\W*page\s+\d+\W|\bissue\s+(?:no\.?\s*)?\d+\s*[|·•,–—-]"
        r"|^\W*(?:this\s+)?(?:page\s+)?(?:was\s+)?(?:last\s+)?(?:updated|modified|printed|downloaded|retrieved)\b",
        re.IGNORECASE,
    ).search


def _in_furniture(body: str, span: DateSpan) -> bool:
    """Whether a span stands in a masthead or in the head or foot of a page, a short line that is no sentence."""
    first = body.rfind("\n", max(0, span.char_start - _LINE), span.char_start) + 1
    last = body.find("\n", span.char_end, span.char_end + _LINE)
    first, last = first or max(0, span.char_start - _LINE), min(len(body), span.char_end + _LINE) if last < 0 else last
    line = body[first:last].strip()
    return len(line) < _LINE and line[-1:] not in (".", "!", "?") and bool(_furniture()(line))


def _in_letterhead(span: DateSpan, date: str, length: int) -> bool:
    """Whether a span stands where letterhead does and may be the publication's date: to read letterhead has a price."""
    if not (span.start and (span.char_start < HEAD or span.char_end > length - TAIL)):
        return False
    return abs(int(span.start[:4]) - int(date[:4])) < 2 and may_have_year(span.text)


def _near(printed: str, date: str) -> bool:
    """Whether a printed date is the publication's: a release that is put up days later keeps its own."""
    if len(printed) < 10 or len(date) < 10:
        return printed.startswith(date) or date.startswith(printed)
    return abs((day.fromisoformat(printed) - day.fromisoformat(date)).days) <= _DAYS


def date_not_before(spans: Sequence[DateSpan]) -> str | None:
    """Return the latest date, as precise as stated, that a text speaks of as past; None where it names none."""
    past = [
        (span.start, len(span.value), span.value[:10])
        for span in spans
        if span.start and not span.future and span.precision in ("day", "month", "year") and span.value[:4].isdecimal()
    ]
    return max(past)[2] if past else None
