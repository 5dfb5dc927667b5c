"""The records that end in an answer (`nzn schema COMMAND`). Dates are ISO texts as long as they are precise."""

from __future__ import annotations

from typing import Any, Literal

from nzn_cli.model.annotations import EventPrecision
from nzn_cli.model.documents import DatePrecision, Source, Warned
from nzn_cli.model.records import NamedTuple


class Written(str):
    """What stands in a body, with what a reader reads there: `surface` is what tables, CSV and Markdown print."""

    __slots__ = ("surface",)
    surface: str

    @staticmethod
    def read(text: str) -> str:
        """Return what a reader reads of a text of a record."""
        return text.surface if isinstance(text, Written) else text

    @staticmethod
    def of(surface: str, written: str | None) -> str:
        """Return what is `written` where it is not its own surface, else the surface."""
        if written is None:
            return surface
        made = Written(written)
        made.surface = surface
        return made


NamedKind = Literal["organisation", "agreement", "law", "programme", "mission", "meeting"]


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
    page: int | None = None


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
    page: int | None = None


class HitCount(NamedTuple):
    """How many lines of one document match."""

    id: str
    path: str
    date: str | None
    title: str | None
    count: int  # type: ignore[assignment]  # the name of the key in every answer


class ConcordanceLine(NamedTuple):
    """One match with the words on both sides; offsets are of the match in the body."""

    id: str
    path: str
    date: str | None
    title: str | None
    page: int | None
    line: int | None
    left: str
    match: str
    right: str
    char_start: int
    char_end: int
    speaker: str | None


class WordRecord(NamedTuple):
    """One word, or one run of several, of the texts."""

    word: str
    frequency: int
    documents: int
    dispersion: float


class CollocateRecord(NamedTuple):
    """One word that stands near a pattern."""

    word: str
    joint: int
    frequency: int
    documents: int
    log_dice: float
    g2: float
    mi: float
    t: float


class KeywordRecord(NamedTuple):
    """One word that some documents have more of, or less, than others."""

    word: str
    frequency: int
    other_frequency: int
    per_million: float
    other_per_million: float
    g2: float
    log_ratio: float


class TrendPoint(NamedTuple):
    """How often a word stands in the documents of a year or month."""

    value: str
    frequency: int
    per_million: float


class TrendRecord(NamedTuple):
    """One word over time."""

    word: str
    frequency: int
    documents: int
    trend: list[TrendPoint]
    spark: str


class Variant(NamedTuple):
    """A spelling of a person, verbatim, with how often it stands."""

    text: str
    count: int  # type: ignore[assignment]  # the name of the key in every answer


class Role(NamedTuple):
    """A role of a person: as written, normalised, and when and where it was seen."""

    text: str
    role: str
    country: str | None
    organisation: str | None
    former: bool
    seldom: bool  # told so seldom, beside what else is told of the person or the office, that it may be a slip
    first: str | None
    last: str | None
    documents: int
    document_ids: list[str]


class PersonRecord(NamedTuple):
    """One row of `who`."""

    person: str
    person_id: str
    full_name: str
    variants: list[Variant]
    roles: list[Role]
    is_minister: bool
    documents: int
    document_ids: list[str]
    mentions: int
    first: str | None
    last: str | None


class HolderRecord(NamedTuple):
    """`who --role`: a person who holds or held an office; `documents`, `first` and `last` are those that say so."""

    person: str
    person_id: str
    full_name: str
    variants: list[Variant]
    roles: list[Role]
    is_minister: bool
    documents: int
    document_ids: list[str]
    mentions: int
    first: str | None
    last: str | None
    evidence: str
    evidence_id: str
    evidence_date: str | None


class PeriodRecord(NamedTuple):
    """`who --role --over-time`: a time in which a person is told to hold an office."""

    person: str
    person_id: str
    role: str
    country: str | None
    first: str | None
    last: str | None
    gap_days: int | None
    documents: int
    document_ids: list[str]
    evidence: str
    evidence_id: str


class Beside(NamedTuple):
    """A person named in the same documents as another."""

    person: str
    documents: int


class ProfileRecord(NamedTuple):
    """`who NAME`: one person, with those named beside."""

    person: str
    person_id: str
    full_name: str
    variants: list[Variant]
    roles: list[Role]
    is_minister: bool
    documents: int
    document_ids: list[str]
    mentions: int
    first: str | None
    last: str | None
    # `with` is a Python keyword: the record's key is "with" in every output (render maps `with_` to it)
    with_: list[Beside]


class PairRecord(NamedTuple):
    """`who --pairs`: two people who are named in the same documents."""

    a: str
    b: str
    documents: int
    document_ids: list[str]
    first: str | None
    last: str | None


class DoubtRecord(NamedTuple):
    """`who --doubtful`: two people who may be one, and the lines of settings that make them one."""

    person: str
    person_id: str
    other: str
    other_id: str
    rule: str
    documents: int
    shares: str
    lines: str


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
    source: Literal["metadata", "text", "speaker", "title", "office"]  # see table `mention`
    char_start: int | None
    char_end: int | None
    page: int | None = None
    path: str = ""
    line: int | None = None
    sentence: str | None = None


class EventPart(NamedTuple):
    """One end of a range, as it stands in the text."""

    char_start: int
    char_end: int
    value: str


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
    parts: list[EventPart]
    page: int | None = None


class QuoteRecord(NamedTuple):
    """One row of `quotes`: `text` is the body from `char_start` to `char_end`."""

    id: str
    date: str | None
    title: str | None
    speaker: str | None
    person_id: str | None
    role: str | None
    speaker_text: str | None
    speaker_start: int | None
    speaker_end: int | None
    speaker_rule: str
    kind: Literal["direct", "mixed", "indirect", "turn"]
    text: str
    char_start: int
    char_end: int
    cue: str | None
    cue_start: int | None
    cue_end: int | None
    sentence: str | None
    page: int | None
    score: float


class CiteRecord(NamedTuple):
    """One row of `cite`: what a draft says, and where it stands in the documents."""

    kind: Literal["quote", "name", "office", "date"]
    quote: str
    line: int
    status: Literal["verbatim", "altered", "other_speaker", "nowhere"]
    speaker: str | None
    found_speaker: str | None
    id: str | None
    title: str | None
    date: str | None
    page: int | None
    char_start: int | None
    char_end: int | None
    difference: str | None


class Expansion(NamedTuple):
    """A document that says what a short form stands for."""

    short: str
    long: str
    id: str


class NamedRecord(NamedTuple):
    """One row of `what`: a body, agreement, law, programme, mission or meeting."""

    name: str
    name_id: str
    kind: NamedKind
    acronyms: list[str]
    variants: list[Variant]
    defined: list[Expansion]
    documents: int
    document_ids: list[str]
    mentions: int
    first: str | None
    last: str | None


class BesideName(NamedTuple):
    """What is named in the same documents as another."""

    name: str
    documents: int


class NamedProfileRecord(NamedTuple):
    """`what NAME`: one of them, with what is named beside it and the people whose roles are of it."""

    name: str
    name_id: str
    kind: NamedKind
    acronyms: list[str]
    variants: list[Variant]
    defined: list[Expansion]
    documents: int
    document_ids: list[str]
    mentions: int
    first: str | None
    last: str | None
    with_: list[BesideName]
    people: list[Beside]


class NamedMentionRecord(NamedTuple):
    """`what --mentions`: one occurrence; `head` is a bare "the Ministry"."""

    id: str
    name: str
    name_id: str
    kind: NamedKind
    text: str
    source: Literal["text", "head"]
    char_start: int | None
    char_end: int | None


class NameSpellingRecord(NamedTuple):
    """`what --explain`: one way of writing a name, and why it was joined."""

    name: str
    name_id: str
    text: str
    count: int  # type: ignore[assignment]  # the name of the key in every answer
    rule: str
    score: float


class AcronymRecord(NamedTuple):
    """`what --acronyms`: a short form and what it stands for, null where no document says so."""

    short: str
    long: str | None
    name_id: str | None
    kind: NamedKind | None
    documents: int
    document_ids: list[str]
    char_start: int
    char_end: int


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
    quotes: bool
    organisations: bool
    search: bool


class SkippedRecord(NamedTuple):
    """`list --skipped`: a file left out, and why."""

    path: str
    reason: str


class BuildRecord(NamedTuple):
    """`cluster build`: what was brought into a dataset."""

    path: str  # of the dataset
    version: int
    documents: int
    read: int
    gone: int
    warned: int
    skipped: list[SkippedRecord]


class KindOfFile(NamedTuple):
    """Files of one kind; `kind` is the name of their format, of those that are not read their ending or null."""

    kind: str | None
    files: int


class UnreadKind(NamedTuple):
    """What is not read of the documents yet, and how many seconds the first question for it will take, roughly."""

    kind: str
    seconds: float


class Overview(NamedTuple):
    """Bare `nzn`: the corpus in a few figures, and commands to try on it, each as its words after `nzn`."""

    folders: list[str]
    builtin: bool
    documents: int
    undated: int
    first: str | None
    last: str | None
    credited: list[Beside]
    kinds: list[KindOfFile]
    others: list[KindOfFile]
    unread: list[UnreadKind]
    examples: list[list[str]]
