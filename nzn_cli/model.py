"""The records that the rooms hand to one another: data only, from the standard library only.

Dates in records are ISO texts as long as they are precise ("2018-09-12", "2007-10", "2001"). Offsets count characters
of a document's body. Records that end in an answer (`nzn schema COMMAND`) stand in the second half of this file.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from nzn_cli.records import NamedTuple

Source = Literal["frontmatter", "config", "filename", "text", "url"]
DatePrecision = Literal["day", "month", "year"]
KeyField = Literal["title", "date", "url", "ministers", "portfolios"]  # what a metadata key can stand for
EventPrecision = Literal["day", "week", "month", "quarter", "season", "year", "decade", "interval", "vague"]


# ---- settings: built by `config`, passed down by `api` ----------------------------------------------------------


class Folder(NamedTuple):
    """One folder of documents and the rules that its `.nzn.toml` states."""

    path: str  # absolute
    builtin: bool = False  # the documents that come with the package
    keys: Mapping[str, tuple[str, ...]] = {}  # field ("date", "ministers", …) -> metadata keys in order of trust
    month_first: tuple[str, ...] = ("ms.date",)  # metadata keys whose 03/04/2018 is March
    day_first: bool = True
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    hidden: bool = False
    no_ignore: bool = False
    follow: bool = False
    facts: tuple[tuple[str, Mapping[str, Any]], ...] = ()  # (glob or stem, metadata given for it), source "config"
    aliases: Mapping[str, tuple[str, ...]] = {}  # person -> spellings that are that person
    not_same: tuple[tuple[str, ...], ...] = ()  # names that are different people
    queries: Mapping[str, tuple[str, ...]] = {}  # saved queries: name -> words of a command line


class Settings(NamedTuple):
    """Everything that environment, settings files and shared options say."""

    folders: tuple[Folder, ...]
    cache_dir: str
    use_index: bool = True
    jobs: int = 0  # worker processes; 0 is one per core
    now: str | None = None  # ISO day that "last week" on the command line counts from; None is today


# ---- documents: what is on disk ---------------------------------------------------------------------------------


class Problem(NamedTuple):
    """One thing that is wrong with one document."""

    code: str
    line: int | None
    message: str
    hint: str | None


class RawDocument(NamedTuple):
    """A document as it stands on disk, split but without meaning."""

    path: str  # relative to its folder, "/" between parts, undecodable bytes as surrogates
    encoding: str
    meta: Mapping[str, Any]  # as the front matter gives it
    body: str  # LF line ends; blank lines at both ends cut
    body_line: int  # line of the file (from 1) on which the body starts
    problems: tuple[Problem, ...]
    key_lines: Mapping[str, int] = {}  # line of the file on which each top-level key of `meta` stands


class Skipped(NamedTuple):
    """A file that was left out, and why."""

    path: str
    reason: str


# ---- extract: what a text says ----------------------------------------------------------------------------------


class DateSpan(NamedTuple):
    """A dated expression; `text` is the body from `char_start` to `char_end`."""

    char_start: int
    char_end: int
    text: str
    value: str  # TIMEX3
    start: str | None  # first day covered
    end: str | None  # last day covered
    precision: EventPrecision
    anchor: str | None
    anchor_source: Literal["publication", "text"] | None
    rule: str
    rejected: str | None
    future: bool = False  # spoken of as still to come at publication


class PersonSpan(NamedTuple):
    """One occurrence of a person's name, honorific included; `entity` numbers the person within the document."""

    char_start: int
    char_end: int
    text: str
    entity: int
    rule: str
    score: float


class RoleSpan(NamedTuple):
    """A role that the text gives to a person of the document, as written."""

    entity: int
    text: str
    country: str | None
    char_start: int
    char_end: int


class TextPeople(NamedTuple):
    """The people of one text; `names[i]` is entity i's fullest name, with a title only where no given name is known."""

    names: tuple[str, ...]
    mentions: tuple[PersonSpan, ...]
    roles: tuple[RoleSpan, ...]


# ---- corpus: what a document is ---------------------------------------------------------------------------------


class Credit(NamedTuple):
    """A person whom the metadata credits: the name without honorifics, and the string as it stands there."""

    name: str
    text: str
    role: str | None  # from portfolios or a role in the same string


class Document(NamedTuple):
    """A normalised document, each value with its source; the body travels beside it."""

    path: str
    title: str | None
    title_source: Source | None
    date: str | None
    date_precision: DatePrecision | None
    date_source: Source | None
    date_span: tuple[int, int] | None  # where the body prints its own publication date (byline, "Last updated")
    url: str | None
    url_source: Source | None
    site: str | None
    credits: tuple[Credit, ...]
    ministers_source: Source | None
    portfolios: tuple[str, ...]
    portfolios_source: Source | None
    words: int
    encoding: str
    meta: Mapping[str, Any]  # JSON values only, untouched strings
    warnings: tuple[Problem, ...]
    body: str
    body_line: int


# ---- query: what was asked --------------------------------------------------------------------------------------


class Filters(NamedTuple):
    """Which documents: every field as typed; one option repeated is OR, across options AND."""

    since: str | None = None
    until: str | None = None
    on: str | None = None
    minister: tuple[str, ...] = ()
    portfolio: tuple[str, ...] = ()
    person: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    site: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    has: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    glob: tuple[str, ...] = ()
    no_inferred: bool = False
    sort: str | None = None
    limit: int | None = None
    offset: int = 0


class GrepRequest(NamedTuple):
    """What `grep` looks for."""

    patterns: tuple[str, ...]
    all_of: bool = False
    fixed: bool = False
    word: bool = False
    case: Literal["smart", "ignore", "sensitive"] = "smart"
    literal: bool = False
    lines: bool = False
    invert: bool = False
    fields: tuple[str, ...] = ("body",)
    before: int = 0
    after: int = 0
    max_count: int | None = None
    only: tuple[str, ...] = ()  # ids or paths


class PeopleRequest(NamedTuple):
    """What `who` is asked beside the filters."""

    name: str | None = None
    ministers: bool = False
    role: str | None = None
    on: str | None = None  # with role: who held it then
    beside: tuple[str, ...] = ()
    limit: int | None = None
    offset: int = 0
    sort: str | None = None


class TimelineRequest(NamedTuple):
    """What `timeline` is asked beside the filters."""

    kinds: tuple[str, ...] = ("published", "mentioned")
    start: str | None = None
    end: str | None = None
    unresolved: bool = False
    future: bool = False
    limit: int | None = None
    offset: int = 0
    sort: str | None = None


# ---- answers: one JSON object each ------------------------------------------------------------------------------


class Warned(NamedTuple):
    """A warning inside a document's record."""

    code: str
    line: int | None
    message: str
    hint: str | None


class DocumentRecord(NamedTuple):
    """One row of `list`."""

    id: str
    path: str
    title: str | None
    title_source: Source | None
    date: str | None
    date_precision: DatePrecision | None
    date_source: Source | None
    url: str | None
    url_source: Source | None
    site: str | None
    ministers: list[str]
    ministers_source: Source | None
    portfolios: list[str]
    portfolios_source: Source | None
    words: int
    encoding: str
    meta: dict[str, Any]
    warnings: list[Warned]


class ShowRecord(NamedTuple):
    """One document of `show`: the list record, its body, and the latest date that an undated text speaks of as past."""

    id: str
    path: str
    title: str | None
    title_source: Source | None
    date: str | None
    date_precision: DatePrecision | None
    date_source: Source | None
    url: str | None
    url_source: Source | None
    site: str | None
    ministers: list[str]
    ministers_source: Source | None
    portfolios: list[str]
    portfolios_source: Source | None
    words: int
    encoding: str
    meta: dict[str, Any]
    warnings: list[Warned]
    body: str
    date_not_before: str | None


class SearchRecord(NamedTuple):
    """One document of `search`, best first; a higher `score` is better."""

    id: str
    path: str
    title: str | None
    title_source: Source | None
    date: str | None
    date_precision: DatePrecision | None
    date_source: Source | None
    url: str | None
    url_source: Source | None
    site: str | None
    ministers: list[str]
    ministers_source: Source | None
    portfolios: list[str]
    portfolios_source: Source | None
    words: int
    encoding: str
    meta: dict[str, Any]
    warnings: list[Warned]
    score: float
    snippet: str


class Hit(NamedTuple):
    """One match of `grep`; offsets are null outside the body."""

    id: str
    path: str
    date: str | None
    title: str | None
    field: str
    line: int | None
    column: int | None
    char_start: int | None
    char_end: int | None
    match: str
    pattern: str
    text: str
    before: list[str]
    after: list[str]


class HitCount(NamedTuple):
    """How many lines of one document match."""

    id: str
    path: str
    count: int  # type: ignore[assignment]  # the name of the key in every answer


class Variant(NamedTuple):
    """A spelling of a person, verbatim, with how often it stands."""

    text: str
    count: int  # type: ignore[assignment]  # the name of the key in every answer


class Role(NamedTuple):
    """A role of a person: as written, normalised, and when and where it was seen."""

    text: str
    role: str
    country: str | None
    first: str | None
    last: str | None
    documents: list[str]


class PersonRecord(NamedTuple):
    """One row of `who`."""

    person: str
    person_id: str
    variants: list[Variant]
    roles: list[Role]
    is_minister: bool
    documents: list[str]
    mentions: int
    first: str | None
    last: str | None


class Beside(NamedTuple):
    """A person named in the same documents as another."""

    person: str
    documents: int


class ProfileRecord(NamedTuple):
    """`who NAME`: one person, with those named beside."""

    person: str
    person_id: str
    variants: list[Variant]
    roles: list[Role]
    is_minister: bool
    documents: list[str]
    mentions: int
    first: str | None
    last: str | None
    # `with` is a Python keyword: the record's key is "with" in every output (render maps `with_` to it)
    with_: list[Beside]


class SpellingRecord(NamedTuple):
    """`who --explain`: one spelling of a person, and why it was joined."""

    person: str
    person_id: str
    text: str
    count: int  # type: ignore[assignment]  # the name of the key in every answer
    rule: str
    score: float


class MentionRecord(NamedTuple):
    """`who --mentions`: one occurrence of a person."""

    id: str
    person: str
    person_id: str
    text: str
    source: Literal["metadata", "text", "office"]  # office: no name stands there, and it is not counted
    char_start: int | None
    char_end: int | None


class EventRecord(NamedTuple):
    """One row of `timeline`."""

    kind: Literal["published", "mentioned"]
    start: str | None
    end: str | None
    precision: EventPrecision | None
    value: str | None
    text: str | None
    sentence: str | None
    anchor: str | None
    anchor_source: Literal["publication", "text"] | None
    rule: str | None
    rejected: str | None
    id: str
    title: str | None
    people: list[str]
    char_start: int | None
    char_end: int | None


class CountRecord(NamedTuple):
    """`count`: `value` is printed under the name of the key that was counted by."""

    value: str | None
    documents: int


class FieldRecord(NamedTuple):
    """`fields`: one metadata key."""

    key: str
    types: list[str]
    documents: int
    distinct: int
    examples: list[str]
    problems: int


class ValueRecord(NamedTuple):
    """`fields KEY`: one value of a metadata key."""

    value: str
    documents: int


class ProblemRecord(NamedTuple):
    """`check`: one thing that is wrong."""

    path: str
    line: int | None
    code: str
    message: str
    hint: str | None


class IndexRecord(NamedTuple):
    """`index status`: where the index stands, and which answers it holds already."""

    path: str
    bytes: int
    documents: int
    built: str | None
    people: bool
    dates: bool
    search: bool


class SkippedRecord(NamedTuple):
    """`list --skipped`: a file left out, and why."""

    path: str
    reason: str
