"""Who: the people of a corpus, one person, their mentions and spellings, as records read only when asked for.

Composes SQL on the tables of people; which people an answer is about is `people_chosen`'s, what is said of each
the store's summaries. Knows nothing of how people were found or linked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any

from nzn_cli.model.answers import (
    HolderRecord,
    MentionRecord,
    PeriodRecord,
    PersonRecord,
    ProfileRecord,
    SpellingRecord,
    Written,
)
from nzn_cli.model.settings import Filters, PeopleRequest
from nzn_cli.query.answer import Answer
from nzn_cli.query.evidence import MentionPlaces
from nzn_cli.query.filters import asks_sentences
from nzn_cli.query.office_holders import without_history
from nzn_cli.query.office_periods import days_of, periods
from nzn_cli.query.office_question import office_question
from nzn_cli.query.office_statements import Statement, evidence, span_of
from nzn_cli.query.order import sort_keys
from nzn_cli.query.people_chosen import MOST, Chosen, choose, named_people
from nzn_cli.query.view import View, listed, page_at

if TYPE_CHECKING:
    from nzn_cli.model.answers import Beside

_HEAD = "SELECT person, name, person_id, full_name FROM person WHERE person IN (SELECT value FROM json_each(?))"

# what an occurrence is told with; the joins start from the documents or from the people, whichever is chosen
_PAGE = page_at("m.char_start")
_MENTION = f"""SELECT d.id, p.name, p.person_id, m.text, m.source, m.char_start, m.char_end, {_PAGE}, m.written,
    d.doc, d.folder, d.path, d.body_line
    {{from_}}
    ORDER BY {{order}}, m.source <> 'metadata', m.char_start, m.entity, m.text, m.rowid"""
_DOC = 9  # where `doc` stands in it
_FROM_PEOPLE = """FROM person_name n CROSS JOIN entity e ON (e.name, e.sense) = (n.name, n.sense)
    AND e.kind = 'person' CROSS
    JOIN {table} d ON d.doc = e.doc
    CROSS JOIN mention m ON m.doc = e.doc AND m.entity = e.entity AND m.kind = e.kind CROSS
    JOIN person p ON p.person = n.person
    WHERE n.person IN (SELECT value FROM json_each(?)) AND {where}"""
_FROM_DOCUMENTS = """FROM {table} d CROSS JOIN entity e ON e.doc = d.doc AND e.kind = 'person'
    CROSS JOIN person_name n ON (n.name, n.sense) = (e.name, e.sense) CROSS JOIN mention m ON m.doc = e.doc
    AND m.entity = e.entity AND m.kind = e.kind
    CROSS JOIN person p ON p.person = n.person WHERE {where}"""
# in whole millionths, whose sum is the same in any order
_SCORE = "sum(CAST(round(m.score * 1000000) AS INTEGER))"
_SPELLING = """SELECT n.person, m.text, m.rule, n.rule, n.name, n.name = p.name, count(*), {score}, n.score
    FROM person_name n CROSS JOIN entity e ON (e.name, e.sense) = (n.name, n.sense) AND e.kind = 'person' CROSS
    JOIN {table} d ON d.doc = e.doc
    CROSS JOIN mention m ON m.doc = e.doc AND m.entity = e.entity AND m.kind = e.kind CROSS
    JOIN person p ON p.person = n.person
    WHERE n.person IN (SELECT value FROM json_each(?)) AND {where}
    GROUP BY n.person, m.text, m.rule, n.name"""
NEWEST = "d.start DESC, d.folder, d.path"
_MENTION_SORTS = {"date": "d.start", "person": "p.folded", "id": "d.id"}


def people(
    request: PeopleRequest, filters: Filters, view: View, fields: Sequence[str] | None = None
) -> Answer[PersonRecord]:
    """Return the people of the documents that `filters` let through, most documents first, then by name.

    `fields` are those that will be read (None: all); spellings are counted only for whom they are among.
    Everything that a record says is of those documents. Raises UsageError for a sort key or date that cannot be read,
    NothingFound (with the nearest) when a name is none of the corpus.
    """
    chosen = choose(request, filters, view)
    return Answer(_records(chosen, view, fields), chosen.total)


def holders(
    request: PeopleRequest, filters: Filters, view: View, fields: Sequence[str] | None = None
) -> Answer[HolderRecord]:
    """Return who holds `request.role` with the sentence that says so, most documents first.

    With `request.on`, who held it then, the best evidence first. Raises UsageError and NothingFound as `people` does.
    """
    chosen = choose(request, filters, view)
    told = fields is None or "evidence" in fields

    def records() -> Iterator[HolderRecord]:
        for number, each in _numbered(chosen, view, fields):
            held = chosen.held[number]
            first, last = span_of(held.statements)
            ids = [one.id for one in held.statements]
            says = evidence(held.best, view) if told else ""
            own = each._replace(documents=len(ids), document_ids=ids, first=first, last=last)
            yield HolderRecord(*own, says, held.best.id, held.best.date)

    return Answer(records(), chosen.total)


def office_periods(request: PeopleRequest, filters: Filters, view: View) -> Answer[PeriodRecord]:
    """Return the times in which people are told to hold `request.role`, the earliest first, each with its evidence.

    `gap_days` are the days before it in which nobody is told to. Raises UsageError and NothingFound as `people` does.
    """
    chosen = choose(request._replace(limit=None, offset=0, on=None), filters, view)
    found = {number: without_history(chosen.held[number].statements, view) for number in chosen.numbers()}
    parted = periods(office_question(request.role or ""), found, view)
    rows = [(*next(days_of([each])), number, each) for number, times in parted.items() for each in times]
    rows.sort(key=lambda row: row[:3])
    undated = [(number, each) for number, each in found.items() if each and span_of(each) == (None, None)]
    names = _names(list(found), view)

    def records() -> Iterator[PeriodRecord]:
        until: int | None = None
        for first, last, number, told in rows:
            gap = None if until is None else max(first - until - 1, 0)
            until = last if until is None else max(until, last)
            yield _period(names[number], told, gap, view)
        for number, told in undated:
            yield _period(names[number], told, None, view)

    stop = None if request.limit is None else request.offset + request.limit
    return Answer(islice(records(), request.offset, stop), lambda: len(rows) + len(undated))


def _period(name: tuple[str, str], told: Sequence[Statement], gap: int | None, view: View) -> PeriodRecord:
    best = max(told, key=lambda each: (each.fit, each.char_start is not None))
    ids = [each.id for each in reversed(told)]
    says = evidence(best, view)
    return PeriodRecord(*name, best.role, best.country, *span_of(told), gap, len(ids), ids, says, best.id)


def profile(request: PeopleRequest, filters: Filters, view: View) -> Answer[ProfileRecord]:
    """Return the person whom `request.name` means, with those named in the same documents; several when ambiguous.

    Raises NothingFound (with the nearest) when it means nobody.
    """
    chosen = choose(request, filters, view)

    def records() -> Iterator[ProfileRecord]:
        for number, record in _numbered(chosen, view):
            yield ProfileRecord(*record, with_=_beside(number, chosen, view))

    return Answer(records(), chosen.total)


def mentions(
    request: PeopleRequest, filters: Filters, view: View, fields: Sequence[str] | None = None
) -> Answer[MentionRecord]:
    """Return one record an occurrence, documents newest first, in each the metadata first, then by place.

    Texts are read only where `fields` (None: all) has the line or the sentence.
    """
    keys = sort_keys(request.sort, tuple(_MENTION_SORTS), "mentions")
    terms = [f"{_MENTION_SORTS[key]} {'DESC' if down else 'ASC'} NULLS LAST" for key, down in keys]
    order = ", ".join([*terms, NEWEST])
    chosen = choose(request._replace(limit=None, offset=0, sort=None), filters, view)
    found = chosen.scope
    sql, params = _FROM_DOCUMENTS, found.params
    if not chosen.everybody:
        sql, params = _FROM_PEOPLE, (listed(chosen.numbers()), *found.params)
    where = f"{found.sql} AND m.source = 'metadata'" if chosen.credited else found.sql
    from_ = sql.format(table=found.table, where=where)
    if asks_sentences(filters):
        from nzn_cli.query.about import in_sentences

        rows = view.store.rows(f"SELECT m.rowid, m.doc, m.char_start, m.char_end {from_}", params)
        params = (*params, listed(in_sentences(rows, filters, view)))
        from_ += " AND m.rowid IN (SELECT value FROM json_each(?))"
    limit = -1 if request.limit is None else min(request.limit, MOST)
    rows = view.store.rows(
        f"{_MENTION.format(from_=from_, order=order)} LIMIT ? OFFSET ?", (*params, limit, min(request.offset, MOST))
    )
    places = MentionPlaces(view.store, fields)
    read = partial(_mention, view=view, places=places)
    return Answer(map(read, places.announced(rows, _DOC)), lambda: _count(from_, params, view))


def mentions_in(docs: Sequence[int], view: View) -> Answer[MentionRecord]:
    """Return every occurrence of a person in these documents, in their order, by place; no lines, no sentences."""
    read = partial(_mention, view=view, places=MentionPlaces(view.store, ()))
    sql = _MENTION.format(from_=_FROM_DOCUMENTS.format(table="document", where="d.doc = ?"), order="d.doc")
    return Answer(read(row) for doc in docs for row in view.store.rows(sql, (doc,)))


def _mention(row: tuple[Any, ...], view: View, places: MentionPlaces) -> MentionRecord:
    id_, person, person_id, text, source, start, end, page, written, doc, folder, path, body_line = row
    return MentionRecord(
        id_, person, person_id, Written.of(text, written), source, start, end, page,
        view.path(folder, path), *places.of(doc, start, end, body_line),
    )  # fmt: skip


def explain(request: PeopleRequest, filters: Filters, view: View) -> Answer[SpellingRecord]:
    """Return each spelling of each chosen person, commonest first, with the rule and score that made it theirs.

    A spelling that needed two steps ("Mr Key" is John Key in its document, John Key is John Phillip Key) names both.
    """
    chosen = choose(request, filters, view)

    def records() -> Iterator[SpellingRecord]:
        for batch in _batches(chosen.numbers(), view):
            yield from _spellings(batch, chosen, view)

    return Answer(records())


def merge_lines(person: str, other: str, view: View) -> str:
    """Return the lines that, put into `.nzn.toml`, make `other` the same person as `person` (`who --merge A B`).

    Both are taken as the corpus knows them: every spelling joined with `other` goes along, and those that the settings
    state already stay. Raises NothingFound, with the nearest, for a name of nobody, UsageError for one person twice.
    """
    from nzn_cli.errors import UsageError

    kept, gone = (named_people(name, view) for name in (person, other))
    names = _names([*kept, *gone], view)
    for typed, found in ((person, kept), (other, gone)):
        if len(found) > 1:
            raise UsageError(f"{typed!r} is several people", f"one of {', '.join(names[each][0] for each in found)}")
    if kept == gone:
        raise UsageError(f"{person!r} and {other!r} are {names[kept[0]][0]} already")
    head = names[kept[0]][0]
    spellings = dict.fromkeys(name for folder in view.folders for name in folder.aliases.get(head, ()))
    rows = view.store.rows("SELECT name FROM person_name WHERE person = ? ORDER BY name", (gone[0],))
    spellings |= dict.fromkeys([names[gone[0]][0], *(row[0] for row in rows)])
    quoted = ", ".join(toml_quoted(name) for name in spellings if name != head)
    return f"[people.aliases]\n{toml_quoted(head)} = [{quoted}]\n"


def toml_quoted(text: str) -> str:
    """Return a text as a TOML string, whose escapes are those of JSON."""
    import json

    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _records(chosen: Chosen, view: View, fields: Sequence[str] | None) -> Iterator[PersonRecord]:
    for _, record in _numbered(chosen, view, fields):
        yield record


def _numbered(chosen: Chosen, view: View, fields: Sequence[str] | None = None) -> Iterator[tuple[int, PersonRecord]]:
    for batch in _batches(chosen.numbers(), view):
        yield from zip(batch, _person_records(batch, chosen, view, fields), strict=True)


def _person_records(
    batch: Sequence[int], chosen: Chosen, view: View, fields: Sequence[str] | None = None
) -> Iterator[PersonRecord]:
    """Yield the records of these people, in their order; spellings only if `fields` has them or is None.

    Of the roles those that were asked for come first.
    """
    from nzn_cli.names.roles import normalise_role

    heads = {row[0]: (row[1], row[2], row[3]) for row in view.store.rows(_HEAD, (listed(batch),))}
    spelled = fields is None or "variants" in fields
    summaries = view.store.person_summaries(batch, chosen.scope, chosen.credited, spelled)
    for number in batch:
        each = summaries[number]
        asked = chosen.held[number].roles if number in chosen.held else None
        roles = sorted(each.roles, key=lambda role: normalise_role(role.role)[0] not in asked) if asked else each.roles
        counts = (len(each.document_ids), each.document_ids, each.mentions, each.first, each.last)
        yield PersonRecord._make((*heads[number], each.variants, roles, each.credited, *counts))


def _batches(numbers: Sequence[int], view: View) -> Iterator[Sequence[int]]:
    size = view.store.at_once
    for start in range(0, len(numbers), size):
        yield numbers[start : start + size]


def _count(from_: str, params: Sequence[object], view: View) -> int:
    row = view.store.one(f"SELECT count(*) {from_}", params)
    return int(row[0]) if row else 0


def _beside(number: int, chosen: Chosen, view: View) -> list[Beside]:
    """Return who else is named in a person's documents, by how many of them, then by name."""
    from nzn_cli.model.answers import Beside

    found = chosen.scope
    sql = f"""SELECT p.name, shared FROM (
        SELECT o.person AS other, count(DISTINCT x.doc) AS shared FROM (
            SELECT DISTINCT e.doc FROM person_name n CROSS JOIN entity e
            ON (e.name, e.sense) = (n.name, n.sense) AND e.kind = 'person'
            CROSS JOIN {found.table} d ON d.doc = e.doc WHERE n.person = ? AND {found.sql}) s
        CROSS JOIN entity x ON x.doc = s.doc AND x.kind = 'person' CROSS JOIN person_name o
        ON (o.name, o.sense) = (x.name, x.sense)
        WHERE o.person <> ? {"AND x.credited" if chosen.credited else ""} GROUP BY o.person)
        JOIN person p ON p.person = other ORDER BY shared DESC, p.folded, p.name"""
    return [Beside(*row) for row in view.store.rows(sql, (number, *found.params, number))]


def _spellings(batch: Sequence[int], chosen: Chosen, view: View) -> Iterator[SpellingRecord]:
    from nzn_cli.names.name_parts import strip_honorifics
    from nzn_cli.text.folding import fold

    found = chosen.scope
    where = f"{found.sql} AND m.source = 'metadata'" if chosen.credited else found.sql
    sql = _SPELLING.format(table=found.table, where=where, score=_SCORE)
    seen: dict[int, dict[str, list[tuple[int, str, float]]]] = {}
    for number, text, in_text, joined, name, same, count, score, join_score in view.store.rows(
        sql, (listed(batch), *found.params)
    ):
        if same or joined in ("name", "same"):
            rule = in_text
        else:
            rule = joined if fold(strip_honorifics(text)) == fold(name) else f"{in_text}, {joined}"
        at = seen.setdefault(number, {}).setdefault(text, [])
        at.append((count, rule, min(score / count / 1e6, join_score)))
    names = _names(batch, view)
    for number in batch:
        rows = sorted(seen.get(number, {}).items(), key=lambda item: (-sum(use[0] for use in item[1]), item[0]))
        for text, uses in rows:
            count, (_, rule, score) = sum(use[0] for use in uses), max(uses, key=lambda use: (use[0], use[2], use[1]))
            yield SpellingRecord(*names[number], text, count, rule, round(score, 3))


def _names(batch: Sequence[int], view: View) -> dict[int, tuple[str, str]]:
    sql = "SELECT person, name, person_id FROM person WHERE person IN (SELECT value FROM json_each(?))"
    return {row[0]: (row[1], row[2]) for row in view.store.rows(sql, (listed(batch),))}
