"""What was asked and by which settings: records only, built by `config` and the command line, passed down by `api`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from nzn_cli.model.records import NamedTuple


class Folder(NamedTuple):
    """One folder of documents and the rules that its `.nzn.toml` states."""

    path: str  # absolute
    builtin: bool = False  # the documents that come with the package
    keys: Mapping[str, tuple[str, ...]] = {}  # field ("date", "ministers", …) -> metadata keys in order of trust
    month_first: tuple[str, ...] = ("ms.date",)  # metadata keys whose 03/04/2018 is March
    day_first: bool = True
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()  # the formats that are read, by name or ending; () is all
    hidden: bool = False
    no_ignore: bool = False
    follow: bool = False
    facts: tuple[tuple[str, Mapping[str, Any]], ...] = ()  # (glob or stem, metadata given for it), source "config"
    aliases: Mapping[str, tuple[str, ...]] = {}  # person -> spellings that are that person
    not_same: tuple[tuple[str, ...], ...] = ()  # names that are different people
    what_aliases: Mapping[str, tuple[str, ...]] = {}  # organisation, agreement … -> names that mean it
    what_not_same: tuple[tuple[str, ...], ...] = ()  # names that mean different ones
    queries: Mapping[str, tuple[str, ...]] = {}  # saved queries: name -> words of a command line


class Settings(NamedTuple):
    """Everything that environment, settings files and shared options say."""

    folders: tuple[Folder, ...]
    cache_dir: str
    use_index: bool = True
    trust: bool = False  # the index is asked as it stands, without a look at the folders
    jobs: int = 0  # worker processes; 0 is one per core
    now: str | None = None  # ISO day that "last week" on the command line counts from; None is today
    dataset: str | None = None  # a folder or URI of Parquet that is asked in place of `folders`
    master: str | None = None  # the Spark that asks it; None is DuckDB, here
    unheeded: tuple[str, ...] = ()  # a sentence for each settings file that says what it may not


class Filters(NamedTuple):
    """Which documents: every field as typed; one option repeated is OR, across options AND.

    Where an answer is made of sentences (events, quotations, mentions), `about`, `person` and `organisation` are asked
    of the sentence unless `documents` is set.
    """

    since: str | None = None
    until: str | None = None
    on: str | None = None
    year: str | None = None
    about: tuple[str, ...] = ()  # patterns as `grep` reads them, all of which the text has
    minister: tuple[str, ...] = ()
    portfolio: tuple[str, ...] = ()
    person: tuple[str, ...] = ()
    organisation: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    site: tuple[str, ...] = ()
    all_of: bool = False  # every name of a repeated minister, portfolio, person or organisation
    documents: bool = False  # ask whole documents even where an answer is made of sentences
    only: tuple[str, ...] | None = None  # ids or paths; None is all
    where: tuple[str, ...] = ()
    has: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    glob: tuple[str, ...] = ()
    type: tuple[str, ...] = ()  # formats by name or ending
    type_not: tuple[str, ...] = ()
    unique: bool = False  # of documents that say the same, one
    no_inferred: bool = False
    sample: int | None = None  # so many of the documents, chosen by chance
    seed: int = 0  # what chance begins with: the same gives the same documents
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


class WordsRequest(NamedTuple):
    """What `words` is asked beside the filters."""

    words: tuple[str, ...] = ()  # those asked for; () is all
    near: str | None = None  # pattern whose neighbours are counted
    window: tuple[int, int] = (5, 5)  # words to its left and right
    ngrams: tuple[int, int] = (1, 1)  # runs of so many words, from the first number to the second
    least: int = 1  # occurrences that a record must have


class QuotesRequest(NamedTuple):
    """What `quotes` is asked beside the filters."""

    name: str | None = None
    kinds: tuple[str, ...] = ("direct", "mixed", "turn")
    unnamed: bool = False  # also speakers without a name
    role: str | None = None
    on: str | None = None  # with role: who held it then, and what they said then
    limit: int | None = None
    offset: int = 0
    sort: str | None = None


class DraftClaim(NamedTuple):
    """What a draft says that documents can bear out: words that it quotes, a name, an office, a date.

    `person` is who says the words, or holds the office; `start` and `end` are the days of a date.
    """

    kind: Literal["quote", "name", "office", "date"]
    text: str
    line: int  # of its file
    person: str | None = None
    start: str | None = None
    end: str | None = None
    sentence: str = ""


class WhatRequest(NamedTuple):
    """What `what` is asked beside the filters."""

    name: str | None = None
    kinds: tuple[str, ...] = ()  # () is all
    beside: tuple[str, ...] = ()
    limit: int | None = None
    offset: int = 0
    sort: str | None = None


class TimelineRequest(NamedTuple):
    """What `timeline` is asked beside the filters."""

    kinds: tuple[str, ...] = ("published", "mentioned")
    start: str | None = None
    end: str | None = None
    overlapping: bool = False  # with start or end: also what begins before or ends behind
    unresolved: bool = False
    future: bool = False
    limit: int | None = None
    offset: int = 0
    sort: str | None = None
