"""What is on disk and what a document is: records only, from the standard library only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from nzn_cli.model.records import NamedTuple

Source = Literal["frontmatter", "config", "filename", "text", "url", "file"]
DatePrecision = Literal["day", "week", "month", "quarter", "year", "decade", "approximate"]
PlaceKind = Literal["page", "slide", "chapter", "part"]
KeyField = Literal["title", "date", "url", "ministers", "portfolios"]  # what a metadata key can stand for


class Problem(NamedTuple):
    """One thing that is wrong with one document."""

    code: str
    line: int | None
    message: str
    hint: str | None


class Places(NamedTuple):
    """Where the parts of a text begin: `starts[n]` is the first character of page (slide, chapter, part) n + 1."""

    kind: PlaceKind
    starts: tuple[int, ...]


class RawDocument(NamedTuple):
    """A document as it stands on disk, split but without meaning."""

    path: str  # relative to its folder, "/" between parts, undecodable bytes as surrogates
    encoding: str
    meta: Mapping[str, Any]  # as the front matter gives it
    body: str  # LF line ends; blank lines at both ends cut
    body_line: int  # line of the file (from 1) on which the body starts
    problems: tuple[Problem, ...]
    key_lines: Mapping[str, int] = {}  # line of the file on which each top-level key of `meta` stands
    places: Places | None = None  # of a text that has pages or their like


class Skipped(NamedTuple):
    """A file that was left out, and why."""

    path: str
    reason: str


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
    places: Places | None = None
    addressed: tuple[Credit, ...] = ()  # to whom a message goes: people of it, who did not write it


class Warned(NamedTuple):
    """A warning inside a document's record."""

    code: str
    line: int | None
    message: str
    hint: str | None
