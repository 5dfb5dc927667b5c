"""Publications and the dated events that texts mention, in one order, each event with its sentence as evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from operator import itemgetter
from typing import Any

from nzn_cli.errors import UsageError
from nzn_cli.model.annotations import DateSpan
from nzn_cli.model.answers import CountRecord, EventPart, EventRecord, Written
from nzn_cli.model.records import NamedTuple
from nzn_cli.model.settings import Filters, TimelineRequest
from nzn_cli.query.answer import Answer, limited
from nzn_cli.query.counts import sorted_counts
from nzn_cli.query.event_window import LENGTHS, Window, window
from nzn_cli.query.evidence import Evidence
from nzn_cli.query.filters import asks_sentences, forwards, needs, where
from nzn_cli.query.order import sort_keys
from nzn_cli.query.selection import Where
from nzn_cli.query.view import View, listed, page_at

KINDS = ("published", "mentioned")
# an event that lasts longer than a month is of its year, not of the month in which it starts
_YEAR, _MONTH = "substr(start, 1, 4)", "iif(substr(start, 1, 7) = substr(stop, 1, 7), substr(start, 1, 7), {longer})"
_SPANS = {"year": _YEAR, "month": _MONTH.format(longer=_YEAR)}
_SPANS["day"] = f"iif(start = stop, start, {_SPANS['month']})"
_SORTS = {name: name for name in ("start", "kind", "precision", "value", "text", "anchor", "rule", "id", "title")}
_SORTS |= {"end": "stop", "date": "start", "path": "folder, path"}

# field of the record -> where it stands of a publication, and of a mentioned event; what is null is filled in later
_FIELDS = {
    "kind": ("'published'", "'mentioned'"),
    "start": ("d.start", "e.start"),
    "end": ("d.stop", "e.stop"),
    "precision": ("d.date_precision", "e.precision"),
    "value": ("iif(d.date LIKE '____s', substr(d.date, 1, 3), d.date)", "e.value"),  # TIMEX3 has 192 for the 1920s
    "text": ("NULL", "e.text"),
    "sentence": ("NULL", "NULL"),
    "anchor": ("NULL", "e.anchor"),
    "anchor_source": ("NULL", "e.anchor_source"),
    "rule": ("NULL", "e.rule"),
    "rejected": ("NULL", "e.rejected"),
    "id": ("d.id", "d.id"),
    "title": ("d.title", "d.title"),
    "people": ("NULL", "NULL"),
    "char_start": ("NULL", "e.char_start"),
    "char_end": ("NULL", "e.char_end"),
    "parts": ("''", "e.parts"),
    "page": ("NULL", page_at("e.char_start")),
}
_PLACE = {
    "doc": ("d.doc", "d.doc"),
    "folder": ("d.folder", "d.folder"),
    "path": ("d.path", "d.path"),
    "place": ("0", "1"),
    "written": ("NULL", "e.written"),
}
_BOTH = _FIELDS | _PLACE
_ALWAYS = {"start", "end", "char_start", "folder", "path", "place"}  # what the order is made of
_EVIDENCE = {"char_end", "doc"}  # what sentences and people are found with
_ORDER = "start IS NULL, start, stop, place, folder, path, char_start"


class _Parts(NamedTuple):
    """The events of a request, as `WITH happened(…) AS (…)` with no more columns than asked for."""

    sql: str
    params: tuple[object, ...]
    names: tuple[str, ...]

    def ordered(self, by: str, shown: Sequence[str]) -> str:
        """Return what gives the events in an order: of each a null, then what of `names` is `shown`."""
        return f"{self.sql} SELECT {', '.join(['NULL', *map(_column, shown)])} FROM happened ORDER BY {by}"


def timeline_needs(request: TimelineRequest, filters: Filters, fields: Sequence[str] | None = None) -> frozenset[str]:
    """Return what the index must hold for a timeline whose records show `fields` (None: all)."""
    need = needs(filters)
    if "mentioned" not in request.kinds and not request.unresolved:
        return need
    return need | {"dates"} | ({"people"} if fields is None or "people" in fields else frozenset())


def timeline(
    request: TimelineRequest, filters: Filters, view: View, fields: Sequence[str] | None = None
) -> Answer[EventRecord]:
    """Return the events by start, unresolved ones last; sentences and people are read only where `fields` has them."""
    sort = request.sort or filters.sort
    parts = _parts(request, filters, view, None if sort else fields)
    if parts is None:
        return Answer(())
    shown = _shown(parts.names, fields)
    sql, params = parts.ordered(", ".join([*_sort(sort), _ORDER]), shown), parts.params
    limit = request.limit if request.limit is not None else filters.limit
    offset = request.offset or filters.offset
    if limit is not None or offset:  # SQLite sorts more slowly where it may have to stop
        sql += " LIMIT ? OFFSET ?"
        params = (*params, -1 if limit is None else min(limit, 1 << 62), min(offset, 1 << 62))
    rows = view.store.rows(sql, params)
    return Answer(_records(rows, shown, Evidence(view.store, fields)), lambda: _number(parts, view))


def with_evidence(event: EventRecord, view: View) -> EventRecord:
    """Return an event of a timeline with its sentence and the people in it."""
    if event.char_start is None or event.char_end is None:
        return event
    (doc,) = view.store.one("SELECT doc FROM document WHERE id = ?", (event.id,)) or (None,)
    if doc is None:
        return event
    sentence, people = Evidence(view.store, None).of(doc, event.char_start, event.char_end)
    return event._replace(sentence=sentence, people=people)


def timeline_counts(by: str, request: TimelineRequest, filters: Filters, view: View) -> Answer[CountRecord]:
    """Return how many events start in each day, month or year, in order of time; the unresolved have no value.

    An event that lasts longer than a day or month is counted under its month or year. Within a window every period of
    it has a record, and each event is of the one that it starts in: with `overlapping` the first, if it starts before.
    """
    if by not in _SPANS:
        raise UsageError(f"cannot count events by {by!r}", f"by one of {', '.join(_SPANS)}")
    parts = _parts(request, filters, view, ("start", "end"))
    if parts is None:
        return Answer(())
    counted = _counted(by, window(request, view), parts, view)
    records = [CountRecord(value, number) for value, number in counted.items()]
    limit = request.limit if request.limit is not None else filters.limit
    return limited(sorted_counts(records, request.sort or filters.sort, by), limit, request.offset or filters.offset)


def _counted(by: str, within: Window, parts: _Parts, view: View) -> dict[str | None, int]:
    """How many events each span of time has, in order of time."""
    span, params = _SPANS[by], parts.params
    if within.is_bounded:
        span, params = f"substr(max(start, ?), 1, {LENGTHS[by]})", (*parts.params, within.first or "")
    sql = f"{parts.sql} SELECT {span} AS span, count(*) FROM happened GROUP BY span ORDER BY span IS NULL, span"
    counted: dict[str | None, int] = dict(view.store.rows(sql, params))
    return within.filled(counted, by) if within.is_bounded else counted


def events_in(docs: Sequence[int], view: View, spans: Callable[[int], Sequence[DateSpan]]) -> Answer[EventRecord]:
    """Return the dated expressions of these documents, in order of place; `spans` reads one document's."""
    evidence = Evidence(view.store, ("sentence",))

    def records() -> Iterator[EventRecord]:
        for doc in docs:
            id_, title = view.store.one("SELECT id, title FROM document WHERE doc = ?", (doc,)) or ("", None)
            for span in sorted(spans(doc)):
                sentence, people = evidence.of(doc, span.char_start, span.char_end)
                yield EventRecord(
                    "mentioned", span.start, span.end, span.precision, span.value, span.text, sentence, span.anchor,
                    span.anchor_source, span.rule, span.rejected, id_, title, people, span.char_start, span.char_end,
                    _parts_of(span.parts),
                )  # fmt: skip

    return Answer(records())


def _parts(request: TimelineRequest, filters: Filters, view: View, fields: Sequence[str] | None) -> _Parts | None:
    """The events asked for, with no more of them read than `fields` and their order need."""
    unknown = [kind for kind in request.kinds if kind not in KINDS]
    if unknown:
        raise UsageError(f"{unknown[0]!r} is no kind of event", f"--kind {' or '.join(KINDS)}")
    forwards(request.start, request.end, "--from --to", view)
    found, names = where(filters, view), _wanted(fields)
    selects: list[tuple[str, tuple[object, ...]]] = []
    if "published" in request.kinds and not request.unresolved and not request.future:
        dated = _published(found, request, filters, view)
        selects.append((f"SELECT {_read(0, names)} FROM {dated.table} d WHERE {dated.sql}", dated.params))
    if "mentioned" in request.kinds or request.unresolved:
        join = "CROSS JOIN" if found.everything else "JOIN"  # without statistics SQLite would start from documents
        events = _events(found, request, filters, view)
        sql = f"SELECT {_read(1, names)} FROM event e {join} {events.table} d ON d.doc = e.doc WHERE {events.sql}"
        selects.append((sql, events.params))
    if not selects:
        return None
    union = " UNION ALL ".join(sql for sql, _ in selects)
    sql = f"WITH happened({', '.join(map(_column, names))}) AS ({union})"
    return _Parts(sql, tuple(param for _, params in selects for param in params), names)


def _published(found: Where, request: TimelineRequest, filters: Filters, view: View) -> Where:
    """Return the selection of documents that were published in the window."""
    dated = window(request, view).narrowed(found.also("d.start IS NOT NULL"), "d")
    if not asks_sentences(filters):
        return dated
    from nzn_cli.query.about import titled

    return dated.also("d.doc IN (SELECT value FROM json_each(?))", listed(titled(dated, filters, view)))


def _events(found: Where, request: TimelineRequest, filters: Filters, view: View) -> Where:
    """Return the selection of events that the texts speak of, in the documents found."""
    events = window(request, view).narrowed(found, "e")
    if request.unresolved:
        events = events.also("e.start IS NULL")
    if request.future:
        events = events.also("(e.future OR e.start > d.stop)")
    if not asks_sentences(filters):
        return events
    from nzn_cli.query.about import in_sentences

    sql = f"""SELECT e.rowid, e.doc, e.char_start, e.char_end FROM event e JOIN {events.table} d ON d.doc = e.doc
        WHERE {events.sql}"""
    held = in_sentences(view.store.rows(sql, events.params), filters, view)
    return events.also("e.rowid IN (SELECT value FROM json_each(?))", listed(held))


def _wanted(fields: Sequence[str] | None) -> tuple[str, ...]:
    """Return the names of what is read for records that show `fields` (None: all)."""
    if fields is None:
        return tuple(_BOTH)
    wanted = _ALWAYS.union(fields, _EVIDENCE if {"sentence", "people"}.intersection(fields) else ())
    wanted |= {"written"} if "text" in wanted else set()
    return tuple(name for name in _BOTH if name in wanted)


def _shown(names: Sequence[str], fields: Sequence[str] | None) -> tuple[str, ...]:
    """Return what of the names read is part of a record, or needed for its evidence; the rest puts it in its place."""
    wanted = set(_FIELDS if fields is None else fields)
    if wanted & {"sentence", "people"}:
        wanted |= _EVIDENCE | {"char_start"}
    if "text" in wanted:
        wanted |= {"written"}
    return tuple(name for name in names if name in wanted)


def _column(name: str) -> str:
    return "stop" if name == "end" else name


def _read(kind: int, names: Sequence[str]) -> str:
    return ", ".join(_BOTH[name][kind] for name in names)


def wider_events(request: TimelineRequest, filters: Filters, view: View) -> int:
    """Return how many events share a day with the window of `request` but begin before or end behind it."""
    if request.overlapping or (request.start is None and request.end is None):
        return 0
    both = [_parts(asked, filters, view, ()) for asked in (request._replace(overlapping=True), request)]
    every, inside = (0 if parts is None else _number(parts, view) for parts in both)
    return every - inside


def _sort(sort: str | None) -> list[str]:
    terms = []
    for key, down in sort_keys(sort, tuple(_SORTS), "events"):
        terms += [f"{column} {'DESC' if down else 'ASC'} NULLS LAST" for column in _SORTS[key].split(", ")]
    return terms


def _number(parts: _Parts, view: View) -> int:
    row = view.store.one(f"{parts.sql} SELECT count(*) FROM happened", parts.params)
    return int(row[0]) if row else 0


def _records(rows: Iterator[tuple[Any, ...]], names: Sequence[str], evidence: Evidence) -> Iterator[EventRecord]:
    """Return records of rows that hold a null and then what is named; sentences and people where they are wanted."""
    made = EventRecord._make
    place = {name: number for number, name in enumerate(names, 1)}
    before, after = (
        itemgetter(*(place.get(name, 0) for name in part))
        for part in (EventRecord._fields[:13], ("char_start", "char_end", "parts", "page"))
    )
    text, written = EventRecord._fields.index("text"), place.get("written", 0)
    if not evidence.wanted:
        for row in rows:
            head, (first, last, parts, page) = before(row), after(row)
            if row[written] is not None:
                head = (*head[:text], Written.of(head[text], row[written]), *head[text + 1 :])
            yield made((*head, [], first, last, _parts_of(parts), page))
        return
    doc = place["doc"]
    for row in evidence.announced(rows, doc):
        head, (first, last, parts, page) = before(row), after(row)
        head = (*head[:text], Written.of(head[text], row[written]), *head[text + 1 :])
        sentence, people = (None, []) if last is None else evidence.of(row[doc], first, last)
        yield made((*head[:6], sentence, *head[7:], people, first, last, _parts_of(parts), page))


def _parts_of(written: str | None) -> list[EventPart]:
    """Return the ends of a range as column `parts` holds them."""
    if not written:
        return []
    ends = (end.split(" ") for end in written.split(";"))
    return [EventPart(int(start), int(end), value) for start, end, value in ends]
