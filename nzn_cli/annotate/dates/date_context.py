"""What a time expression is read against: what is known of the document, and what its text has spoken of so far.

Never a clock: with nothing to count from, an expression stays unresolved.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property

from nzn_cli.annotate.dates.discourse import Discourse
from nzn_cli.annotate.dates.known_days import mentions_attacks
from nzn_cli.model.records import NamedTuple
from nzn_cli.text.calendar import cover
from nzn_cli.text.wordlists import sections

_EARSHOT = 1500  # characters after a day within which "at 3 pm" is of that day
_WEEK = 7
_SHORT_WAY = 80  # characters between "by the end of November" and what is planned "in December"


class DocumentDate(NamedTuple):
    """The publication date of a document, as precise as it is; numbers are 0 and days None where they are not known."""

    published: str | None = None
    year: int = 0
    month: int = 0
    day: date | None = None
    last_day: str = "9999"  # the last day that the publication date covers

    @property
    def middle(self) -> date:
        """The publication day, or the middle of the month or year where no day is known."""
        return self.day or date(self.year, self.month or 7, 15 if self.month else 1)


def document_date(published: str | None) -> DocumentDate:
    """Return what a partial ISO date says; nothing is known where it is None or no date."""
    stated = (published or "")[:10]
    if stated.endswith("0s"):
        return DocumentDate()  # of a decade no year is known
    last = cover(stated)[1] if stated[5:6] in ("Q", "W") else None
    stated = stated[:4] if last else stated  # a quarter or a week: what is counted from is its year
    try:
        year, month = int(stated[:4]), int(stated[5:7] or 0)
        day = date.fromisoformat(stated) if len(stated) == 10 else None
    except ValueError:
        return DocumentDate()
    if not (100 <= year <= 9000 and 0 <= month <= 12):
        return DocumentDate()
    value = stated if day else f"{year:04d}-{month:02d}" if month else f"{year:04d}"
    return DocumentDate(value, year, month, day, last or cover(value)[1])


def country_of_site(site: str | None) -> str:
    """Return the country of a host by the end of its name, as "nz" of "beehive.govt.nz"; "" where that tells none."""
    end = (site or "").rpartition(".")[2]
    domains = sections("countries-by-domain.txt")
    return next((country for country, ends in domains.items() if end in ends), "")


class DateContext:
    """The document that a time expression stands in (`document`, fixed) and what was read before it (`discourse`)."""

    def __init__(self, published: str | None, low: str = "", country: str = "") -> None:
        """Start from a publication date, a partial ISO date, or from nothing; `low` is the text in lower case.

        `country` is that of the site it was published on, for a text that names none.
        """
        self.document = document_date(published)
        self.discourse = Discourse(low)
        self._low = low
        self._country = country

    @cached_property
    def of_attacks(self) -> bool:
        """Whether the text speaks of 11 September 2001 as a day that everybody knows."""
        return mentions_attacks(self._low)

    @cached_property
    def southern(self) -> bool:
        """Whether the text is about the southern half of the world, where summer is in January."""
        places = sections("hemispheres.txt")
        south = sum(map(self._low.count, places["south"]))
        north = sum(map(self._low.count, places["north"]))
        return south > north or (south == north and self._country in places["south-countries"])

    @cached_property
    def country(self) -> str:
        """The country that the text is about, by its names and places, else that of its site; "" for none."""
        cues = sections("countries-by-cue.txt")
        named = {country: sum(map(self._low.count, names)) for country, names in cues.items()}
        most = max(named, key=lambda country: named[country])
        rest = max(count for country, count in named.items() if country != most)
        return most if named[most] > rest else self._country

    def day_here(self) -> date | None:
        """Return the day last spoken of, for a clock time; None for one that begins a line."""
        if self.document.day and self.discourse.start - self.discourse.end > _EARSHOT:
            return None
        return None if self.discourse.begins_line() else self.discourse.last_day()

    def day_ahead_in_paragraph(self) -> date | None:
        """Return the day last spoken of by its date where it is one of the next seven, in the same paragraph."""
        day, today = self.discourse.last_day(), self.document.day
        if not day or not today or not self.discourse.numbered or not self.discourse.same_paragraph():
            return None
        return day if 0 < (day - today).days <= _WEEK else None

    def speaks_of_past(self) -> bool:
        """Return whether the last date of this paragraph was a year or month before the one of publication."""
        last = self.discourse.last
        if not last or len(last) not in (4, 7) or not self.discourse.same_paragraph():
            return False
        return last < self.document.last_day[: len(last)]

    def month_ahead(self) -> tuple[int, int] | None:
        """Return year and month of a date still to come that stands just before, in the same sentence."""
        last = self.discourse.last
        if not last or not self.discourse.end or not self.discourse.same_sentence(_SHORT_WAY):
            return None
        month = last[5:7]
        return (int(last[:4]), int(month)) if month.isdecimal() and last > self.document.last_day[:7] else None

    def past_year_of_event(self) -> int | None:
        """Return the year that "in 2006" states just before, where it is before that of publication."""
        year = self.discourse.year_of_event()
        return year if year and year < self.document.year else None
