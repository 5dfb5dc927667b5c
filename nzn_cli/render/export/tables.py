"""The tables of a corpus as databases hold them: columns, their types and meanings, and the rows of each from records.

The one declaration of the schema that `.db` and Parquet share. Columns are the fields of the records of `model`, and
mean what those mean; only what is called or held otherwise stands here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from operator import attrgetter
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from nzn_cli.model import answers
from nzn_cli.model.records import NamedTuple
from nzn_cli.render.answers import meaning
from nzn_cli.render.export.source import Source
from nzn_cli.render.safe import readable_bytes

VERSION = 1  # of the schema: one more where a column or table goes or means something else, not where one comes

ColumnType = Literal["text", "integer", "real", "boolean", "day", "list", "records", "object"]
_PLAIN: dict[Any, ColumnType] = {str: "text", int: "integer", float: "real", bool: "boolean"}


class Column(NamedTuple):
    """One column: `item` is the record class of a column of records."""

    name: str
    type: ColumnType
    null: bool
    meaning: str
    references: str = ""  # table whose key this is
    item: Any = None


class Table(NamedTuple):
    """One table; `rows` yields the values of its columns, records and lists among them as they are."""

    name: str
    meaning: str
    key: str  # column whose values are unique; "" for none
    columns: tuple[Column, ...]
    rows: Callable[[Source], Iterator[tuple[Any, ...]]]

    def column(self, name: str) -> Column:
        """Return the column of that name."""
        return next(column for column in self.columns if column.name == name)


def column_type(hint: Any) -> tuple[ColumnType, bool, Any]:
    """Return how a field of that annotation is held, whether it may be null, and of records their class."""
    parts = [part for part in get_args(hint) if part is not NoneType]
    null = NoneType in get_args(hint)
    if get_origin(hint) is list:
        item = parts[0]
        return ("list", False, None) if item is str else ("records", False, item)
    if get_origin(hint) is Literal:
        return "text", False, None
    if null:
        return (*column_type(parts[0])[:1], True, None)
    return ("object" if get_origin(hint) is dict else _PLAIN[hint]), False, None


def _columns(
    record: type[Any], dropped: tuple[str, ...], renamed: dict[str, str], links: dict[str, str], nulls: tuple[str, ...]
) -> tuple[Column, ...]:
    hints = get_type_hints(record)
    made = []
    for field in getattr(record, "_fields", ()):
        if field in dropped:
            continue
        name = renamed.get(field, field)
        kind, null, item = column_type(hints[field])
        if record is answers.EventRecord and field in ("start", "end"):
            kind = "day"
        told = meaning(record.__name__, field)
        made.append(Column(name, kind, null or name in nulls, told, links.get(name, ""), item))
    return tuple(made)


def _clean(value: Any) -> Any:
    """Return a value with every text as UTF-8 can hold it."""
    if isinstance(value, str):
        return readable_bytes(value)
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return value._make(map(_clean, value))  # type: ignore[attr-defined]
    if isinstance(value, (list, tuple)):
        return [_clean(part) for part in value]
    if isinstance(value, dict):
        return {_clean(key): _clean(part) for key, part in value.items()}
    return value


def _day(text: str | None) -> date | None:
    """Return an ISO text as a day, None where it is no whole day."""
    return date.fromisoformat(text) if text and len(text) == 10 and text[5].isdecimal() else None


def _table(
    name: str,
    told: str,
    record: type[Any],
    ask: Callable[[Source], Iterable[Any]],
    key: str = "",
    dropped: tuple[str, ...] = (),
    renamed: dict[str, str] | None = None,
    links: dict[str, str] | None = None,
    nulls: tuple[str, ...] = (),
) -> Table:
    columns = _columns(record, dropped, renamed or {}, links or {}, nulls)
    back = {new: old for old, new in (renamed or {}).items()}
    read = attrgetter(*(back.get(column.name, column.name) for column in columns))
    days = [place for place, column in enumerate(columns) if column.type == "day"]
    person = next((place for place, column in enumerate(columns) if column.references == "people"), None)

    def rows(source: Source) -> Iterator[tuple[Any, ...]]:
        known = None if person is None else {each.person_id for each in source.people(("person_id",))}
        for each in ask(source):
            row = [_clean(value) for value in read(each)]
            for place in days:
                row[place] = _day(row[place])
            if known is not None and person is not None and row[person] not in known:
                row[person] = None
            yield tuple(row)

    return Table(name, told, key, columns, rows)


_ID = {"id": "document_id"}
_OF = {"document_id": "documents"}
_NOBODY = ("person_id",)  # a lone word that may be several people's ("Joe" of ten documents) has no row of `people`


def _documents() -> Table:
    """Return the table of documents: those of `show`, with the day of a date that is precise to it."""
    plain = _table("documents", "one row a document", answers.ShowRecord, lambda s: s.documents(), "id")
    at = [column.name for column in plain.columns].index("date")
    day = Column("day", "day", True, "publication date where it is known to the day")
    columns = (*plain.columns[: at + 1], day, *plain.columns[at + 1 :])

    def rows(source: Source) -> Iterator[tuple[Any, ...]]:
        for row in plain.rows(source):
            yield (*row[: at + 1], _day(row[at]), *row[at + 1 :])

    return plain._replace(columns=columns, rows=rows)


def _roles() -> Table:
    """Return the table of roles: those of each person."""
    columns = _columns(answers.Role, (), {}, {}, ())
    person = Column("person_id", "text", False, "whose role it is", "people")

    def rows(source: Source) -> Iterator[tuple[Any, ...]]:
        for each in source.people():
            for role in each.roles:
                yield (each.person_id, *_clean(tuple(role)))

    return Table("roles", "one row a role that documents give to a person", "", (person, *columns), rows)


def tables() -> tuple[Table, ...]:
    """Return the tables, each after those that it refers to."""
    person = {**_OF, "person_id": "people"}
    return (
        _documents(),
        _table(
            "people",
            "one row a person, however spelled",
            answers.PersonRecord,
            lambda s: s.people(),
            "person_id",
            ("roles", "document_ids"),
        ),
        _roles(),
        _table(
            "mentions",
            "one row an occurrence of a person",
            answers.MentionRecord,
            lambda s: s.mentions(),
            renamed=_ID,
            links=person,
            nulls=_NOBODY,
        ),
        _table(
            "organisations",
            "one row a body, agreement, law, programme, mission or meeting",
            answers.NamedRecord,
            lambda s: s.organisations(),
            "name_id",
            ("defined", "document_ids"),
        ),
        _table(
            "organisation_mentions",
            "one row an occurrence of what stands in organisations",
            answers.NamedMentionRecord,
            lambda s: s.organisation_mentions(),
            dropped=("name", "kind"),
            renamed=_ID,
            links={**_OF, "name_id": "organisations"},
        ),
        _table(
            "events",
            "one row a publication, or a date that a text speaks of",
            answers.EventRecord,
            lambda s: s.events(),
            dropped=("title",),
            renamed=_ID,
            links=_OF,
        ),
        _table(
            "quotes",
            "one row a quotation",
            answers.QuoteRecord,
            lambda s: s.quotes(),
            dropped=("title", "date"),
            renamed=_ID,
            links=person,
            nulls=_NOBODY,
        ),
    )
