"""What a program asks of a folder of documents: `open_corpus(settings)` gives a Corpus, each question is a method.

The command line holds no power that stands not here. Opens the index with just what a question needs, hands the
current folder down, and raises nothing but the errors of `nzn_cli.errors`. Knows no option, no stream and no colour.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from nzn_cli.model import Filters, GrepRequest, PeopleRequest, Settings, TimelineRequest
from nzn_cli.progress import Listener, Silent

if TYPE_CHECKING:
    from nzn_cli.model import (
        CountRecord,
        DocumentRecord,
        EventRecord,
        FieldRecord,
        Hit,
        HitCount,
        MentionRecord,
        PersonRecord,
        ProblemRecord,
        ProfileRecord,
        SearchRecord,
        ShowRecord,
        SkippedRecord,
        SpellingRecord,
        ValueRecord,
    )
    from nzn_cli.query.answer import Answer
    from nzn_cli.query.overview import Overview

EVERYTHING = Filters()


def open_corpus(settings: Settings, progress: Listener | None = None, cwd: str | None = None) -> Corpus:
    """Return the corpus of `settings.folders`; nothing is read before the first question.

    `progress` hears of long work; `cwd` is the folder that `path` of every record is relative to (default: the
    process's own).
    """
    return Corpus(settings, progress or Silent(), cwd)


class Corpus:
    """A folder of documents, or several, to put questions to. Close it, or use it in a `with` statement."""

    def __init__(self, settings: Settings, progress: Listener, cwd: str | None = None) -> None:
        self.settings = settings
        self._progress = progress

    def __enter__(self) -> Corpus:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the index."""

    # ---- documents ----

    def list(self, filters: Filters = EVERYTHING) -> Answer[DocumentRecord]:
        """Return the documents that `filters` let through, newest first, undated last, then by path.

        Raises UsageError for a filter that cannot be read, NothingFound (with `.nearest`) when a name filter matches
        no name of the corpus.
        """
        raise NotImplementedError

    def show(self, ids: Sequence[str]) -> Answer[ShowRecord]:
        """Return the documents that `ids` (ids, stems, unique prefixes, paths) name, in that order, with their bodies.

        Raises UsageError for an ambiguous or unknown one, with the candidates or the nearest as hint.
        """
        raise NotImplementedError

    def raw(self, ids: Sequence[str]) -> Answer[bytes]:
        """Return the bytes of the named documents' files as they stand on disk."""
        raise NotImplementedError

    def mentions_in(self, ids: Sequence[str]) -> Answer[MentionRecord]:
        """Return every occurrence of a person in the named documents, in order of place (`show --people`)."""
        raise NotImplementedError

    def events_in(self, ids: Sequence[str]) -> Answer[EventRecord]:
        """Return every dated expression of the named documents, in order of place (`show --dates`)."""
        raise NotImplementedError

    def search(self, words: str, filters: Filters = EVERYTHING) -> Answer[SearchRecord]:
        """Return the documents that hold all of `words`, best first; no text is a syntax error."""
        raise NotImplementedError

    def skipped(self) -> Answer[SkippedRecord]:
        """Return the files that were left out, and why."""
        raise NotImplementedError

    def warnings(self) -> tuple[int, int]:
        """Return how many documents have warnings, and how many warnings there are."""
        raise NotImplementedError

    # ---- lines ----

    def grep(self, request: GrepRequest, filters: Filters = EVERYTHING) -> Answer[Hit]:
        """Return one hit a match (with `invert`: one a line that does not match), documents in the order of `list`.

        Raises UsageError for a pattern that is no regular expression or that never comes to an end.
        """
        raise NotImplementedError

    def grep_counts(self, request: GrepRequest, filters: Filters = EVERYTHING) -> Answer[HitCount]:
        """Return how many lines match (`grep -c`) of every document with at least one."""
        raise NotImplementedError

    def grep_documents(
        self, request: GrepRequest, filters: Filters = EVERYTHING, without: bool = False
    ) -> Answer[DocumentRecord]:
        """Return the documents with a match (`grep -l`), or those without one (`grep -L`)."""
        raise NotImplementedError

    # ---- people ----

    def people(self, request: PeopleRequest | None = None, filters: Filters = EVERYTHING) -> Answer[PersonRecord]:
        """Return the people of the documents, by number of documents, then by name."""
        raise NotImplementedError

    def profile(self, request: PeopleRequest, filters: Filters = EVERYTHING) -> Answer[ProfileRecord]:
        """Return the person whom `request.name` means; several when the name is ambiguous.

        Raises NothingFound (with `.nearest`) when it means nobody.
        """
        raise NotImplementedError

    def mentions(self, request: PeopleRequest | None = None, filters: Filters = EVERYTHING) -> Answer[MentionRecord]:
        """Return one record an occurrence of a person (`who --mentions`)."""
        raise NotImplementedError

    def explain(self, request: PeopleRequest | None = None, filters: Filters = EVERYTHING) -> Answer[SpellingRecord]:
        """Return each spelling of each person with the rule and score that joined it (`who --explain`)."""
        raise NotImplementedError

    # ---- dates ----

    def timeline(self, request: TimelineRequest | None = None, filters: Filters = EVERYTHING) -> Answer[EventRecord]:
        """Return publications and dated events in one order, by start; unresolved ones last."""
        raise NotImplementedError

    def timeline_counts(
        self, by: str, request: TimelineRequest | None = None, filters: Filters = EVERYTHING
    ) -> Answer[CountRecord]:
        """Return how many events start in each day, month or year (`timeline --by`); `documents` counts events."""
        raise NotImplementedError

    # ---- the corpus as a whole ----

    def count(self, by: str | None = None, filters: Filters = EVERYTHING) -> Answer[CountRecord]:
        """Return how many documents there are, by year, month, minister, portfolio, person, site or any metadata key.

        Without `by` one record whose value is null. Years and months come in order of time, all else by number.
        """
        raise NotImplementedError

    def fields(self, filters: Filters = EVERYTHING) -> Answer[FieldRecord]:
        """Return the metadata keys, most used first."""
        raise NotImplementedError

    def values(self, key: str, filters: Filters = EVERYTHING) -> Answer[ValueRecord]:
        """Return the values of one metadata key, most used first (`fields KEY`).

        Raises NothingFound (with `.nearest`) when no document has that key.
        """
        raise NotImplementedError

    def check(self, filters: Filters = EVERYTHING) -> Answer[ProblemRecord]:
        """Return everything that is wrong with the documents, by path and line."""
        raise NotImplementedError

    def overview(self) -> Overview:
        """Return what bare `nzn` says of the corpus; reads what is stored, extracts neither people nor dates."""
        raise NotImplementedError

    # ---- the cache ----

    def index_status(self) -> dict[str, object]:
        """Return where the index stands and what it holds: path, bytes, documents, people, dates, search, built."""
        raise NotImplementedError

    def index_build(self) -> None:
        """Bring everything up to date: documents, people, dates and search."""
        raise NotImplementedError

    def index_clear(self, everything: bool = False) -> int:
        """Remove this corpus's index, or all of them; return how many files went."""
        raise NotImplementedError
