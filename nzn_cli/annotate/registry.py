"""The annotators, one entry a kind: its name, what it is read from, its tables, its function, the code it is made of.

All else is derived from the entry: the tables of the index, per-document stamps, what a question needs, progress,
`index status`, the guard, the workers, what is forgotten with a document. Every start reads the declarations of tables,
so no annotator is imported here: functions are named "module:function" and loaded when a document is read.

A new kind is a folder beside `people` and `dates`, and an entry of `ANNOTATORS`.
"""

from __future__ import annotations

from nzn_cli.model.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any


class Table(NamedTuple):
    """A table of what annotators find: rows of a document, under its number in column `doc`, which comes first.

    A `shared` table holds rows of several kinds of entity: column `kind` comes second, and each annotator writes and
    forgets those of its own `entity` alone.
    """

    name: str
    columns: tuple[str, ...]  # in the order of a row, each as SQL declares it: "text TEXT NOT NULL"
    key: str = ""  # columns of the primary key, where there is one
    indexes: tuple[str, ...] = ()  # statements
    shared: bool = False
    linked: tuple[str, ...] = ()  # columns with a default that linking fills in; no annotator writes or reads them

    @property
    def sql(self) -> str:
        """Return the statements that make the table."""
        key = (f"PRIMARY KEY ({self.key})",) if self.key else ()
        columns = ", ".join((*(f"{column} NOT NULL" for column in self._owner()), *self.columns, *self.linked, *key))
        made = f"CREATE TABLE {self.name} ({columns}){' WITHOUT ROWID' if key else ''}"
        return "".join(f"{statement};\n" for statement in (made, *self.indexes))

    @property
    def insert(self) -> str:
        """Return the statement that writes a row: its owner, then its columns."""
        names = _names((*self._owner(), *self.columns))
        return f"INSERT INTO {self.name} ({names}) VALUES ({', '.join('?' * (names.count(',') + 1))})"

    @property
    def select(self) -> str:
        """Return the statement that reads the rows of an owner."""
        return f"SELECT {_names(self.columns)} FROM {self.name} WHERE {self._owned()}"

    @property
    def delete(self) -> str:
        """Return the statement that forgets the rows of an owner."""
        return f"DELETE FROM {self.name} WHERE {self._owned()}"

    def owner(self, doc: int, annotator: Annotator) -> tuple[int] | tuple[int, str]:
        """Return what the rows that an annotator finds in a document begin with."""
        return (doc, annotator.entity) if self.shared else (doc,)

    def _owner(self) -> tuple[str, ...]:
        return ("doc INTEGER", "kind TEXT") if self.shared else ("doc INTEGER",)

    def _owned(self) -> str:
        return "doc = ? AND kind = ?" if self.shared else "doc = ?"


def _names(columns: Iterable[str]) -> str:
    return ", ".join(column.split()[0] for column in columns)


class Annotator(NamedTuple):
    """One kind of annotation.

    `function` is pure and takes the values of `inputs` in their order. It returns a tuple: the rows of each table, and
    last the character from which on the text was not read, None where all of it was. Where it raises, those of
    `instead` are asked in turn; where all do, the document has no rows of this kind. It has a warning in either case.
    """

    name: str  # what questions need, progress and `index status` show
    inputs: tuple[str, ...]  # fields of `freshness.inputs.Inputs`, or names of annotators above: their rows, by table
    rooms: tuple[str, ...]  # folders and files of the package that its rows depend on: its version is their fingerprint
    tables: str  # "module:NAME" of a tuple of Table
    function: str  # "module:function"
    instead: tuple[str, ...] = ()
    entity: str = ""  # what `kind` says of its rows in shared tables
    linking: str = (
        ""  # "module:function" of (connection, settings, version): joins its names once all documents are read
    )
    linked_by: tuple[str, ...] = ()  # fields of Folder that say how
    cost: float = 3.0  # seconds of one processor for a million words, roughly: what bare `nzn` foretells


_LANGUAGE = ("annotate/registry.py", "annotate/rule_table.py", "normalise", "names", "text", "lexicons")

ANNOTATORS: tuple[Annotator, ...] = (
    Annotator(
        name="people",
        cost=4.0,
        inputs=("body", "credits", "title"),
        rooms=("annotate/people", "linking", *_LANGUAGE),
        tables="nzn_cli.annotate.people.people_tables:TABLES",
        function="nzn_cli.annotate.people.people_facts:people_of",
        instead=(
            "nzn_cli.annotate.people.people_facts:people_of_metadata",
            "nzn_cli.annotate.people.people_facts:credited_names",
        ),
        entity="person",
        linking="nzn_cli.store.persons:join",
        linked_by=("aliases", "not_same"),
    ),
    Annotator(
        name="dates",
        cost=2.2,
        inputs=("body", "date", "date_span", "day_first", "site"),
        rooms=("annotate/dates", *_LANGUAGE),
        tables="nzn_cli.annotate.dates.event_table:TABLES",
        function="nzn_cli.annotate.dates.date_facts:dates_in",
    ),
    Annotator(
        name="quotes",
        cost=3.8,
        inputs=("body", "people", "blocks"),
        rooms=("annotate/quotes", *_LANGUAGE),
        tables="nzn_cli.annotate.quotes.quotation_table:TABLES",
        function="nzn_cli.annotate.quotes.quote_facts:quotes_of",
    ),
    Annotator(
        name="organisations",
        cost=5.5,
        inputs=("body", "people"),
        rooms=("annotate/organisations", "annotate/people", "linking", *_LANGUAGE),
        tables="nzn_cli.annotate.organisations.organisation_tables:TABLES",
        function="nzn_cli.annotate.organisations.organisation_facts:organisations_of",
        entity="organisation",
        linking="nzn_cli.store.organisations:join",
        linked_by=("what_aliases", "what_not_same"),
    ),
)


def names() -> tuple[str, ...]:
    """Return the names of the annotators, each after those that it is read from."""
    return tuple(annotator.name for annotator in ANNOTATORS)


def by_name(name: str) -> Annotator | None:
    """Return the annotator of a name; None where there is none."""
    return next((annotator for annotator in ANNOTATORS if annotator.name == name), None)


def loaded(reference: str) -> Any:
    """Return what "module:name" names; raises ImportError or AttributeError."""
    import sys

    module, _, name = reference.partition(":")
    __import__(module)
    return getattr(sys.modules[module], name)


def tables_of(annotator: Annotator) -> tuple[Table, ...]:
    """Return the tables that an annotator writes, in the order of its rows."""
    tables: tuple[Table, ...] = loaded(annotator.tables)
    return tables


def tables_sql() -> str:
    """Return the statements that make the tables of all annotators."""
    tables = [table for annotator in ANNOTATORS for table in tables_of(annotator)]
    return "".join({table.name: table.sql for table in tables}.values())


def sources(annotator: Annotator) -> list[Annotator]:
    """Return an annotator with all that it is read from, the ultimate sources first."""
    found: dict[str, Annotator] = {}
    for name in annotator.inputs:
        above = by_name(name)
        if above is not None:
            found |= {each.name: each for each in sources(above)}
    return [*found.values(), annotator]


def with_sources(need: Iterable[str]) -> set[str]:
    """Return what a question needs, with what that is read from."""
    return {*need, *(each.name for name in need if (one := by_name(name)) for each in sources(one))}
