"""What an export reads: each question a function, so that records are read when they are written and never all held."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from nzn_cli.model.answers import (
    CountRecord,
    DocumentRecord,
    EventRecord,
    MentionRecord,
    NamedMentionRecord,
    NamedRecord,
    PersonRecord,
    QuoteRecord,
    ShowRecord,
)
from nzn_cli.model.records import NamedTuple


class Source(NamedTuple):
    """The questions whose answers are exported, each with the filters in it."""

    name: str  # what the corpus is called
    documents: Callable[[], Iterable[ShowRecord]]
    headings: Callable[[], Iterable[DocumentRecord]]  # with id, title, date and url alone
    listed: Callable[[], Iterable[DocumentRecord]]  # in the order that was asked for, between offset and limit
    people: Callable[..., Iterable[PersonRecord]]  # may be given the fields that are read
    mentions: Callable[[], Iterable[MentionRecord]]
    events: Callable[[], Iterable[EventRecord]]
    quotes: Callable[[], Iterable[QuoteRecord]]  # of every kind, speakers without a name among them
    quotes_by_speaker: Callable[[], Iterable[QuoteRecord]]  # of speakers with a name, those of one together
    organisations: Callable[[], Iterable[NamedRecord]]
    organisation_mentions: Callable[[], Iterable[NamedMentionRecord]]
    at_least: int  # documents that a node or edge of a graph stands in
    by: str  # the key that is counted by
    counts: Callable[[], Iterable[CountRecord]]
