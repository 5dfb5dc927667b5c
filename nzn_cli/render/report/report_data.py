"""The data of the page, out of records: rows as short as they can be, documents and people by their numbers.

`report.js` reads what is made here, by place. What a large folder has too much of is cut, and the page says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, islice
from typing import TYPE_CHECKING, Any

from nzn_cli.model.answers import Written
from nzn_cli.model.records import NamedTuple
from nzn_cli.render.report.network_layout import layout

if TYPE_CHECKING:
    from nzn_cli.model.answers import DocumentRecord, EventRecord, NamedRecord, PersonRecord, QuoteRecord

PEOPLE = NAMES = 2_000  # of most documents
EVENTS = 60_000
QUOTES = 12_000  # the newest
TEXTS = 3_000_000  # characters of all texts together, beyond which they stay where they are
_NODES, _EDGES = 48, 220  # of the network
_MOST_NAMED = 0.6  # of the documents: what is named in more, such as who publishes them, is everybody's company
_OWN = 2  # edges of a point that are drawn however weak they are
_WIDE, _HIGH = 1000, 700
_ROLES = 12


_Edge = tuple[int, int, int, set[str]]  # how many documents two points share, the two, and which these are


class Answers(NamedTuple):
    """What the page is made of: answers of the same documents, each in its own order."""

    title: str
    documents: Sequence[DocumentRecord]
    texts: Mapping[str, str] | None  # id -> text; None where they are too long together
    people: Iterable[PersonRecord]
    names: Iterable[NamedRecord]
    events: Iterable[EventRecord]
    quotes: Iterable[QuoteRecord]


class _Counted(NamedTuple):
    """The first rows of an answer, and how many it has."""

    rows: list[Any]
    total: int


def report_data(answers: Answers) -> dict[str, Any]:
    """Return the data of the page as JSON takes it."""
    numbers = {document.id: number for number, document in enumerate(answers.documents)}
    people, names = _first(answers.people, PEOPLE), _first(answers.names, NAMES)
    speakers = {person.person_id: number for number, person in enumerate(people.rows)}
    quotes, events = _first(answers.quotes, QUOTES), _nearest(answers.events, answers.documents)
    counted = {"people": people, "names": names, "events": events, "quotes": quotes}
    said = {"people": "people", "names": "organisations and more", "events": "dated events", "quotes": "quotations"}
    return {
        "title": answers.title,
        "docs": [_document(one) for one in answers.documents],
        "texts": None if answers.texts is None else [answers.texts.get(one.id, "") for one in answers.documents],
        "people": [_person(one, numbers) for one in people.rows],
        "names": [_name(one, numbers) for one in names.rows],
        "events": [_event(one, numbers) for one in events.rows],
        "quotes": [_quote(one, speakers, numbers) for one in quotes.rows],
        "network": _network(people.rows, names.rows, answers.documents),
        "totals": {key: each.total for key, each in counted.items()},
        "cut": [
            f"{len(each.rows):,} of {each.total:,} {said[key]}"
            for key, each in counted.items()
            if len(each.rows) < each.total
        ],
    }


def _first(records: Iterable[Any], most: int) -> _Counted:
    reading = iter(records)
    rows = list(islice(reading, most))
    return _Counted(rows, len(rows) + sum(1 for _ in reading))


def _nearest(events: Iterable[EventRecord], documents: Sequence[DocumentRecord]) -> _Counted:
    """Return the dated events in order of time; of too many those of the documents' own years, the shortest."""
    found = [one for one in events if one.start and one.end]
    if len(found) <= EVENTS:
        return _Counted(found, len(found))
    first, last = _span(one.date for one in documents)

    def rank(place: int) -> tuple[bool, int]:
        start, end = str(found[place].start), str(found[place].end)
        away = not first or not last or not first[:4] <= start[:4] <= last[:4]
        return away, 0 if start == end else 1 if start[:7] == end[:7] else 2

    kept = sorted(sorted(range(len(found)), key=rank)[:EVENTS])
    return _Counted([found[place] for place in kept], len(found))


def _document(one: DocumentRecord) -> list[Any]:
    return [one.id, one.title, one.date, one.url, one.path, list(one.ministers), one.words]


def _person(one: PersonRecord, numbers: Mapping[str, int]) -> list[Any]:
    roles = [
        [role.role, ", ".join(filter(None, (role.organisation, role.country))), role.former, role.first, role.last]
        for role in one.roles[:_ROLES]
    ]
    docs = [numbers[id_] for id_ in one.document_ids if id_ in numbers]
    return [one.person, one.full_name, roles, one.documents, one.mentions, one.first, one.last, docs]


def _name(one: NamedRecord, numbers: Mapping[str, int]) -> list[Any]:
    docs = [numbers[id_] for id_ in one.document_ids if id_ in numbers]
    return [one.name, one.kind, list(one.acronyms), one.documents, one.mentions, one.first, one.last, docs]


def _event(one: EventRecord, numbers: Mapping[str, int]) -> list[Any]:
    return [one.start, one.end, Written.read(one.text or ""), numbers[one.id], one.char_start, one.char_end]


def _quote(one: QuoteRecord, speakers: Mapping[str, int], numbers: Mapping[str, int]) -> list[Any]:
    person = speakers.get(one.person_id or "")
    spoken = one.speaker or one.speaker_text
    words = Written.read(one.text)
    return [person, spoken, one.role, one.kind, words, numbers[one.id], one.char_start, one.char_end, one.page]


def _network(
    people: Sequence[PersonRecord], names: Sequence[NamedRecord], documents: Sequence[DocumentRecord]
) -> dict[str, Any]:
    """Return those of most documents as points, and as edges the documents that two of them share."""
    dates = {one.id: one.date for one in documents}
    ranked = [("p", i, set(one.document_ids)) for i, one in enumerate(people[:_NODES])]
    ranked += [("n", i, set(one.document_ids)) for i, one in enumerate(names[:_NODES])]
    some = [node for node in ranked if _tells(len(node[2]), len(documents))]
    ranked = sorted(some, key=_rank)[:_NODES]
    shared = [
        (len(both), a, b, both)
        for (a, one), (b, other) in combinations(enumerate(ranked), 2)
        if (both := one[2] & other[2])
    ]
    shared.sort(key=lambda edge: (-edge[0], edge[1:3]))
    kept = _kept(shared)
    most = kept[0][0] if kept else 1
    places = layout(len(ranked), [(a, b, n / most) for n, a, b, _ in kept], _WIDE, _HIGH)
    return {
        "nodes": [[kind, i, *place] for (kind, i, _), place in zip(ranked, places, strict=True)],
        "edges": [[a, b, n, *_span(dates.get(id_) for id_ in both)] for n, a, b, both in kept],
    }


def _kept(shared: Sequence[_Edge]) -> list[_Edge]:
    """Return the strongest edges, and of every point its own strongest."""
    seen: Counter[int] = Counter()
    kept = []
    for place, edge in enumerate(shared):
        if place < _EDGES or min(seen[edge[1]], seen[edge[2]]) < _OWN:
            kept.append(edge)
            seen.update(edge[1:3])
    return kept


def _tells(named: int, documents: int) -> bool:
    """Return whether it tells anything with whom somebody is named: of few documents all do."""
    return documents < _NODES or 1 < named <= documents * _MOST_NAMED


def _rank(node: tuple[str, int, set[str]]) -> tuple[int, str, int]:
    return -len(node[2]), node[0], node[1]


def _span(dates: Iterable[str | None]) -> tuple[str | None, str | None]:
    known = sorted(date for date in dates if date)
    return (known[0], known[-1]) if known else (None, None)
