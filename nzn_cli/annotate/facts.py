"""What a document's text and metadata say together of people and dates: rows ready for the index.

Pure and picklable, built on the extractors; `VERSION` changes whenever theirs or this file's answers do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date as day
from typing import NamedTuple

from nzn_cli.annotate.dates import VERSION as DATES_VERSION
from nzn_cli.annotate.dates import dates_in as dates_of_text
from nzn_cli.annotate.people import VERSION as PEOPLE_VERSION
from nzn_cli.annotate.people import find_people
from nzn_cli.annotate.people.offices import Held, offices_of
from nzn_cli.model.annotations import DateSpan, RoleSpan, TextPeople
from nzn_cli.model.answers import TextDates
from nzn_cli.model.documents import Credit
from nzn_cli.names.compatibility import SCORES, same_key
from nzn_cli.names.countries import country_named
from nzn_cli.names.name_key import NameKey, name_key, shelves
from nzn_cli.names.name_parts import parse_name
from nzn_cli.names.roles import normalise_role
from nzn_cli.normalise.byline import bylines
from nzn_cli.text.letterhead import HEAD, TAIL
from nzn_cli.text.written_dates import may_have_year

VERSION = f"1/{PEOPLE_VERSION}/{DATES_VERSION}"

_SURE = 0.9  # that an office means whom alone the document gives it
_COMPARED = (
    20_000  # names of a text with credited ones; after that a credited name means none that is written otherwise
)
_DAYS = 4  # over a long weekend


class EntityRow(NamedTuple):
    """A person of one document, as table `entity` has it."""

    entity: int
    name: str
    credited: bool
    mentions: int


class MentionRow(NamedTuple):
    """An occurrence of a person, as table `mention` has it; offsets are None in metadata."""

    entity: int
    source: str
    text: str
    char_start: int | None
    char_end: int | None
    rule: str
    score: float


_mention = MentionRow._make


class RoleRow(NamedTuple):
    """A role of a person, as table `role` has it."""

    entity: int
    text: str
    role: str
    country: str | None


class PeopleFacts(NamedTuple):
    """The people of one document; `stopped` is the character from which on its text was not read for all of them."""

    entities: tuple[EntityRow, ...]
    mentions: tuple[MentionRow, ...]
    roles: tuple[RoleRow, ...]
    stopped: int | None = None


def people_of(body: str, credited: Sequence[Credit] = ()) -> PeopleFacts:
    """Return the people of a document, those of the text first, then those whom the metadata alone names."""
    return people_facts(body, people_in(body, credited), credited)


def people_in(body: str, credited: Sequence[Credit] = ()) -> TextPeople:
    """Return the people of a text, told whom its metadata credits."""
    return find_people(body, tuple(credit.name for credit in credited))


def people_facts(body: str, found: TextPeople, credited: Sequence[Credit]) -> PeopleFacts:
    """Return the people of a document out of those of its text and those whom its metadata credits."""
    names = _Names(found.names)
    mentions = [_mention((m.entity, "text", m.text, *m[:2], *m[4:])) for m in found.mentions]
    roles = [RoleRow(r.entity, r.text, *_normalised(_held(body, r), r.country)) for r in found.roles]
    known = set()
    for credit in credited:
        entity = names.number(credit.name)
        known.add(entity)
        mentions.append(MentionRow(entity, "metadata", credit.text, None, None, "credit", 1.0))
        offices = credit.role.split("; ") if credit.role else []
        roles.extend(RoleRow(entity, office, *_normalised(office, None)) for office in offices)
    counts = [0] * len(names.names)
    for mention in mentions:
        counts[mention.entity] += 1
    meant, stopped = _by_office(body[: found.stopped], found, roles)
    mentions.extend(meant)
    # a name that was handed to the extractor and is nowhere written is no person of the document
    entities = tuple(EntityRow(i, name, i in known, counts[i]) for i, name in enumerate(names.names) if counts[i])
    stopped = found.stopped if stopped is None else stopped
    return PeopleFacts(entities, tuple(mentions), tuple(dict.fromkeys(roles)), stopped)


def credited_only(credited: Sequence[Credit]) -> PeopleFacts:
    """Return those whom metadata credits, each name for itself and without roles: what nothing can fail at."""
    names = list(dict.fromkeys(credit.name for credit in credited))
    mentions = [MentionRow(names.index(c.name), "metadata", c.text, None, None, "credit", 1.0) for c in credited]
    counts = Counter(mention.entity for mention in mentions)
    return PeopleFacts(tuple(EntityRow(i, n, True, counts[i]) for i, n in enumerate(names)), tuple(mentions), ())


def _by_office(body: str, found: TextPeople, roles: Sequence[RoleRow]) -> tuple[list[MentionRow], int | None]:
    """Return where the body means somebody by an office alone; no name, and so none of the counted mentions."""
    held = [Held(row.entity, row.role, row.country) for row in roles]
    taken = [(name.char_start, name.char_end) for name in found.mentions]
    taken += [(role.char_start, role.char_end) for role in found.roles]
    spans, stopped = offices_of(body, held, taken)
    rows = [MentionRow(s.entity, "office", body[s.start : s.end], s.start, s.end, "office", _SURE) for s in spans]
    return rows, stopped


class _Names:
    """The names of a document's people, and whom of them a credited name means."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = list(names)
        self._numbers = {name: number for number, name in reversed(list(enumerate(names)))}
        self._keys: list[NameKey] = []
        self._filed: dict[tuple[str, str], list[int]] = {}
        self._left = _COMPARED

    def number(self, name: str) -> int:
        """Return the number of the person whom a credited name means, of a new one where there is none."""
        if name not in self._numbers:
            self._numbers[name] = self._meant(name)
        return self._numbers[name]

    def _meant(self, name: str) -> int:
        for known in self.names[len(self._keys) :]:
            self._file(name_key(parse_name(known)))
        key = name_key(parse_name(name))
        likely = {number for shelf in shelves(key) for number in self._filed.get(shelf, ())}
        self._left -= len(likely)
        meant = [
            (SCORES[rule], -i)
            for i in (likely if self._left >= 0 else ())
            if (rule := same_key(key, self._keys[i])) is not None
        ]
        if meant:
            return -max(meant)[1]
        self.names.append(name)
        return len(self.names) - 1

    def _file(self, key: NameKey) -> None:
        for shelf in set(shelves(key)):
            self._filed.setdefault(shelf, []).append(len(self._keys))
        self._keys.append(key)


def _held(body: str, role: RoleSpan) -> str:
    """Return the words of a role, and that it was of the past where the text says so: "the then Minister"."""
    before = body[max(0, role.char_start - 6) : role.char_start].lower()
    return f"then {role.text}" if before.split()[-1:] == ["then"] else role.text


def _normalised(text: str, country: str | None) -> tuple[str, str | None]:
    role, stated = normalise_role(text)
    return role, stated or (country_named(country) or country if country else None)


def dates_of(
    body: str, date: str | None, date_span: tuple[int, int] | None, day_first: bool = True
) -> tuple[DateSpan, ...]:
    """Return the dated expressions of a body; dates of its letterhead, which are no events, are left out.

    `date` is the publication date, `date_span` where the body prints it; `day_first` reads 3/4/2018 as April.
    """
    return dates_in(body, date, date_span, day_first).spans


def dates_in(body: str, date: str | None, date_span: tuple[int, int] | None, day_first: bool = True) -> TextDates:
    """Return what `dates_of` does, and where it stopped in a body that asks for too much work."""
    found = dates_of_text(body, date, date_span, day_first)
    if date is None or not any(_in_letterhead(span, date, len(body)) for span in found.spans):
        return found
    printed = [(one.start, one.end) for one in bylines(body, day_first) if _near(one.value, date)]
    kept = (span for span in found.spans if not any(a <= span.char_start and span.char_end <= b for a, b in printed))
    return found._replace(spans=tuple(kept))


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
