"""What a program asks of a folder of documents: `open_corpus(settings)` gives a Corpus, each question is a method.

The command line holds no power that stands not here. Opens the index with just what a question needs, hands the
current folder down, and raises nothing but the errors of `nzn_cli.errors`. Knows no option, no stream and no colour.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from nzn_cli.model.settings import (
    Filters,
    Folder,
    GrepRequest,
    PeopleRequest,
    QuotesRequest,
    Settings,
    TimelineRequest,
    WhatRequest,
    WordsRequest,
)
from nzn_cli.opening import DOCUMENTS, DocumentDates, Opening, bytes_of
from nzn_cli.progress import Listener, Silent

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pyspark.sql import SparkSession

    from nzn_cli.model.answers import (
        AcronymRecord,
        BuildRecord,
        CiteRecord,
        CollocateRecord,
        ConcordanceLine,
        CountRecord,
        DocumentRecord,
        DoubtRecord,
        EventRecord,
        FieldRecord,
        Hit,
        HitCount,
        HolderRecord,
        IndexRecord,
        KeywordRecord,
        MentionRecord,
        NamedMentionRecord,
        NamedProfileRecord,
        NamedRecord,
        NameSpellingRecord,
        Overview,
        PairRecord,
        PeriodRecord,
        PersonRecord,
        ProblemRecord,
        ProfileRecord,
        QuoteRecord,
        SearchRecord,
        ShowRecord,
        SkippedRecord,
        SpellingRecord,
        TrendRecord,
        ValueRecord,
        WordRecord,
    )
    from nzn_cli.query.answer import Answer
    from nzn_cli.query.view import View

EVERYTHING = Filters()


def places_of(patterns: Sequence[str]) -> Callable[[str], list[tuple[int, int]]]:
    """Return a function that finds in a text where any of `patterns`, read as `grep` reads them, matches.

    Raises UsageError for a pattern that is no regular expression.
    """
    from nzn_cli.query.quotes import places_of

    return places_of(patterns)


def reversed_sort(sort: str) -> str:
    """Return the `sort` whose order is the opposite; what has no value stays last in both."""
    from nzn_cli.query.order import reversed_sort

    return reversed_sort(sort)


def sqlite_version() -> str:
    """Return the version of the SQLite that indexes are kept by."""
    from sqlite3 import sqlite_version

    return sqlite_version


def line_of(hit: Hit) -> tuple[str | int | None, ...]:
    """Return what the matches of one line have in common: what `limit` counts in `grep`."""
    from nzn_cli.query.grep import line_of

    return line_of(hit)


def is_uri(place: str) -> bool:
    """Return whether documents or a dataset are named by a URI and not by the path of a folder."""
    from nzn_cli.dataset.layout import is_uri

    return is_uri(place)


def spark_session(master: str | None = None, conf: Mapping[str, str] = {}, show_progress: bool = False) -> SparkSession:
    """Return a Spark session for `build_dataset`: on `master`, with settings of Spark; the caller stops it.

    Raises UsageError where PySpark or Java is missing, or Spark does not start.
    """
    from nzn_cli.cluster.spark_session import open_session

    return open_session(master, conf, show_progress)


def build_dataset(
    source: str, target: str, session: SparkSession, *, folder: Folder | None = None, largest: int | None = None
) -> BuildRecord:
    """Bring the dataset `target` up to date with the documents of `source`; each is a folder's path or a URI.

    `session` is any Spark session, a notebook's too, on whose machines nzn is installed; `folder` has the rules by
    which documents are read (default: what the folder's `.nzn.toml` says), `largest` the megabytes above which a file
    is skipped. A build that ends before its end leaves the dataset as it was. Raises FolderError.
    """
    from nzn_cli.cluster.build_dataset import LARGEST, build
    from nzn_cli.config.load import load_settings

    if folder is None:
        folder = Folder("") if is_uri(source) else load_settings((source,)).folders[0]
    place = source.rstrip("/") if is_uri(source) else folder.path
    return build(session, place, folder, target, LARGEST if largest is None else largest * 1_000_000)


def open_corpus(
    settings: Settings, progress: Listener | None = None, cwd: str | None = None, spark: SparkSession | None = None
) -> Corpus:
    """Return the corpus of `settings.folders`; nothing is read before the first question.

    `progress` hears of long work; `cwd` is the folder that `path` of every record is relative to (default: the
    process's own; of a dataset where its documents were). `spark` asks where `settings` name a dataset.
    """
    return Corpus(settings, progress or Silent(), cwd, spark)


class Corpus:
    """A folder of documents, or several, to put questions to. Close it, or use it in a `with` statement.

    It answers from the files as they were when it was first asked; `refresh` lets it look again. Answers are read as
    they are iterated, so that they must be used before the corpus is closed.
    """

    def __init__(
        self, settings: Settings, progress: Listener, cwd: str | None = None, spark: SparkSession | None = None
    ) -> None:
        self.settings = settings
        self._opening = Opening(settings, progress, cwd, spark)
        self._ask = self._opening.ask

    def __enter__(self) -> Corpus:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the index."""
        self._opening.close()

    def refresh(self) -> None:
        """Look at the files again before the next question; answers given before end with this."""
        self._opening.close()

    # ---- documents ----

    def list(self, filters: Filters = EVERYTHING, fields: Sequence[str] | None = None) -> Answer[DocumentRecord]:
        """Return the documents that `filters` let through, newest first, undated last, then by path.

        With `fields` no others are read, and those are empty. Raises UsageError for a filter that cannot be read,
        NothingFound (with `.nearest`) when a name filter matches no name of the corpus.
        """
        from nzn_cli.query.document_records import documents
        from nzn_cli.query.filters import needs

        return self._opening.ask(needs(filters), lambda view: documents(filters, view, fields))

    def show(self, ids: Sequence[str], dates: bool = False) -> Answer[ShowRecord]:
        """Return the documents that `ids` (ids, stems, unique prefixes, paths) name, in that order, with their bodies.

        With `dates` their warnings tell also what goes wrong where `events_in` reads them.
        Raises UsageError for an ambiguous or unknown one, with the candidates or the nearest as hint.
        """
        from nzn_cli.query.document_records import show_records
        from nzn_cli.query.resolve_ids import resolve

        def question(view: View) -> Answer[ShowRecord]:
            dated = DocumentDates(view)
            return show_records(resolve(ids, view), view, dated.not_before, dated.problems if dates else None)

        return self._ask(DOCUMENTS, question)

    def texts(self, filters: Filters = EVERYTHING) -> Answer[ShowRecord]:
        """Return the documents that `filters` let through as `show` gives them, in the order of `list`."""
        from nzn_cli.query.document_records import texts
        from nzn_cli.query.filters import needs

        return self._ask(needs(filters), lambda view: texts(filters, view, DocumentDates(view).not_before))

    def raw(self, ids: Sequence[str]) -> Answer[bytes]:
        """Return the bytes of the named documents' files as they stand on disk."""
        from nzn_cli.query.answer import Answer
        from nzn_cli.query.document_records import place_of
        from nzn_cli.query.resolve_ids import resolve

        return self._ask(DOCUMENTS, lambda view: Answer(bytes_of(place_of(doc, view)) for doc in resolve(ids, view)))

    def text_places(self, ids: Sequence[str]) -> Answer[tuple[str, int]]:
        """Return where the named documents' texts stand: absolute path, and the line (from 1) on which each starts."""
        from nzn_cli.query.answer import Answer
        from nzn_cli.query.document_records import text_place
        from nzn_cli.query.resolve_ids import resolve

        return self._ask(DOCUMENTS, lambda view: Answer(text_place(doc, view) for doc in resolve(ids, view)))

    def mentions_in(self, ids: Sequence[str]) -> Answer[MentionRecord]:
        """Return every occurrence of a person in the named documents, in order of place (`show --people`)."""
        from nzn_cli.query.people import mentions_in
        from nzn_cli.query.resolve_ids import resolve

        return self._ask(DOCUMENTS | {"people"}, lambda view: mentions_in(resolve(ids, view), view))

    def events_in(self, ids: Sequence[str]) -> Answer[EventRecord]:
        """Return every dated expression of the named documents, in order of place (`show --dates`).

        Only the named documents are read for it; `people` stay empty.
        """
        from nzn_cli.query.resolve_ids import resolve
        from nzn_cli.query.timeline import events_in

        return self._ask(DOCUMENTS, lambda view: events_in(resolve(ids, view), view, DocumentDates(view).dates))

    def search(
        self, words: str, filters: Filters = EVERYTHING, fields: Sequence[str] | None = None
    ) -> Answer[SearchRecord]:
        """Return the documents that hold all of `words`, best first; no text is a syntax error."""
        from nzn_cli.query.search import search, search_needs

        return self._ask(search_needs(words, filters), lambda view: search(words, filters, view, fields))

    def skipped(self) -> Answer[SkippedRecord]:
        """Return the files that were left out, and why, by path."""
        from nzn_cli.documents.walk import skipped
        from nzn_cli.model.answers import SkippedRecord
        from nzn_cli.query.answer import Answer
        from nzn_cli.query.view import shown_path

        found = [
            SkippedRecord(shown_path(folder.path, one.path, self._opening.cwd), one.reason)
            for folder in self.settings.folders
            for one in skipped(folder)
        ]
        return Answer(sorted(found))

    def warnings(self) -> tuple[int, int]:
        """Return how many documents have warnings, and how many warnings there are."""
        from nzn_cli.store.store import warned

        return self._opening.value(DOCUMENTS, lambda view: warned(view.store.connection))

    def new_warnings(self) -> tuple[int, int]:
        """Return the same where it is another than before this run brought the index up to date; else (0, 0)."""
        before = self._opening.warned_before
        found = (0, 0) if before is None else self.warnings()
        return (0, 0) if found == before else found

    def unread_folders(self) -> int:
        """Return how many folders could not be read, so that their documents are missing."""
        from nzn_cli.query.document_records import unread_folders

        return unread_folders(self._opening.view(DOCUMENTS))

    # ---- lines ----

    def grep(self, request: GrepRequest, filters: Filters = EVERYTHING) -> Answer[Hit]:
        """Return one hit a match (with `invert`: one a line that does not match), documents in the order of `list`.

        A phrase that goes over a line's end has both lines as `text`. Raises UsageError for a pattern that is no
        regular expression or that never comes to an end.
        """
        from nzn_cli.query.grep import grep, grep_needs

        return self._ask(grep_needs(filters), lambda view: grep(request, filters, view))

    def grep_counts(
        self,
        request: GrepRequest,
        filters: Filters = EVERYTHING,
        matches: bool = False,
        fields: Sequence[str] | None = None,
    ) -> Answer[HitCount]:
        """Return how many lines match (`grep -c`), or how many `matches` there are, of every document with any.

        With `fields` date and title are null unless they are among them.
        """
        from nzn_cli.query.grep import grep_counts, grep_needs

        return self._ask(grep_needs(filters), lambda view: grep_counts(request, filters, view, matches, fields))

    def grep_documents(
        self,
        request: GrepRequest,
        filters: Filters = EVERYTHING,
        without: bool = False,
        fields: Sequence[str] | None = None,
    ) -> Answer[DocumentRecord]:
        """Return the documents with a match (`grep -l`), or those without one (`grep -L`)."""
        from nzn_cli.query.grep import grep_documents, grep_needs

        return self._ask(grep_needs(filters), lambda view: grep_documents(request, filters, view, without, fields))

    def concordance(
        self,
        request: GrepRequest,
        filters: Filters = EVERYTHING,
        width: int = 60,
        fields: Sequence[str] | None = None,
    ) -> Answer[ConcordanceLine]:
        """Return one line a match with `width` characters on each side (`kwic`), documents in the order of `list`.

        `filters.sort` takes 1R to 9R and 1L to 9L, too. Speakers are read only where `fields` has them (None: all).
        """
        from nzn_cli.query.concordance import concordance, concordance_needs

        need = concordance_needs(filters, fields)
        return self._ask(need, lambda view: concordance(request, filters, view, width, fields))

    # ---- words ----

    def words(self, request: WordsRequest | None = None, filters: Filters = EVERYTHING) -> Answer[WordRecord]:
        """Return how often each word, or run of words, stands in the documents, the commonest first."""
        from nzn_cli.query.words import words, words_needs

        asked = request or WordsRequest()
        return self._ask(words_needs(asked, filters), lambda view: words(asked, filters, view))

    def collocates(self, request: WordsRequest, filters: Filters = EVERYTHING) -> Answer[CollocateRecord]:
        """Return the words near matches of `request.near`, those that belong most to them (logDice) first."""
        from nzn_cli.query.words import collocates, words_needs

        return self._ask(words_needs(request, filters), lambda view: collocates(request, filters, view))

    def keywords(self, others: Filters, request: WordsRequest, filters: Filters) -> Answer[KeywordRecord]:
        """Return the words that documents have more of than `others`, the surest (G²) first, then those with less."""
        from nzn_cli.query.words import keywords, words_needs

        need = words_needs(request, filters) | words_needs(request, others)
        return self._ask(need, lambda view: keywords(request, filters, others, view))

    def word_trends(
        self, by: str, request: WordsRequest | None = None, filters: Filters = EVERYTHING
    ) -> Answer[TrendRecord]:
        """Return how often each word stands in the documents of each year or month, the commonest first."""
        from nzn_cli.query.words import trends, words_needs

        asked = request or WordsRequest()
        return self._ask(words_needs(asked, filters), lambda view: trends(by, asked, filters, view))

    # ---- people ----

    def people(
        self,
        request: PeopleRequest | None = None,
        filters: Filters = EVERYTHING,
        fields: Sequence[str] | None = None,
    ) -> Answer[PersonRecord]:
        """Return the people of the documents, by number of documents, then by name.

        `fields` are those that will be read (None: all of them); the others may be empty.
        """
        from nzn_cli.query.filters import needs
        from nzn_cli.query.people import people

        return self._ask(
            needs(filters) | {"people"}, lambda view: people(request or PeopleRequest(), filters, view, fields)
        )

    def holders(
        self, request: PeopleRequest, filters: Filters = EVERYTHING, fields: Sequence[str] | None = None
    ) -> Answer[HolderRecord]:
        """Return who holds `request.role`; with `request.on` who held it then, the best evidence first.

        Sentences are read only where `fields` has `evidence`. Raises NothingFound where no document states the role.
        """
        from nzn_cli.query.filters import needs
        from nzn_cli.query.people import holders

        return self._ask(needs(filters) | {"people"}, lambda view: holders(request, filters, view, fields))

    def office_periods(self, request: PeopleRequest, filters: Filters = EVERYTHING) -> Answer[PeriodRecord]:
        """Return the times in which people are told to hold `request.role`, the earliest first."""
        from nzn_cli.query.filters import needs
        from nzn_cli.query.people import office_periods

        return self._ask(needs(filters) | {"people"}, lambda view: office_periods(request, filters, view))

    def profile(self, request: PeopleRequest, filters: Filters = EVERYTHING) -> Answer[ProfileRecord]:
        """Return the person whom `request.name` means; several when the name is ambiguous.

        Raises NothingFound (with `.nearest`) when it means nobody.
        """
        from nzn_cli.query.filters import needs
        from nzn_cli.query.people import profile

        return self._ask(needs(filters) | {"people"}, lambda view: profile(request, filters, view))

    def mentions(
        self,
        request: PeopleRequest | None = None,
        filters: Filters = EVERYTHING,
        fields: Sequence[str] | None = None,
    ) -> Answer[MentionRecord]:
        """Return one record an occurrence of a person (`who --mentions`).

        Texts are read only where `fields` (None: all) has the line or the sentence.
        """
        from nzn_cli.query.filters import needs
        from nzn_cli.query.people import mentions

        return self._ask(
            needs(filters) | {"people"}, lambda view: mentions(request or PeopleRequest(), filters, view, fields)
        )

    def pairs(self, request: PeopleRequest | None = None, filters: Filters = EVERYTHING) -> Answer[PairRecord]:
        """Return who is named with whom, in most documents first (`who --pairs`)."""
        from nzn_cli.query.filters import needs
        from nzn_cli.query.people_pairs import pairs

        return self._ask(needs(filters) | {"people"}, lambda view: pairs(request or PeopleRequest(), filters, view))

    def doubtful(self, request: PeopleRequest | None = None, filters: Filters = EVERYTHING) -> Answer[DoubtRecord]:
        """Return pairs of people who may be one, with the lines of settings that join them (`who --doubtful`)."""
        from nzn_cli.query.filters import needs
        from nzn_cli.query.people_pairs import doubtful

        return self._ask(needs(filters) | {"people"}, lambda view: doubtful(request or PeopleRequest(), filters, view))

    def unassigned(self) -> tuple[int, int]:
        """Return how many names may mean several people, and so have no row of their own, and how often they stand."""
        from nzn_cli.query.people_pairs import unassigned

        return self._opening.value(DOCUMENTS | {"people"}, unassigned)

    def explain(self, request: PeopleRequest | None = None, filters: Filters = EVERYTHING) -> Answer[SpellingRecord]:
        """Return each spelling of each person with the rule and score that joined it (`who --explain`)."""
        from nzn_cli.query.filters import needs
        from nzn_cli.query.people import explain

        return self._ask(needs(filters) | {"people"}, lambda view: explain(request or PeopleRequest(), filters, view))

    def merge_lines(self, person: str, other: str) -> str:
        """Return the lines for `.nzn.toml` that make `other` the same person as `person` (`who --merge`).

        Raises NothingFound (with `.nearest`) for a name of nobody, UsageError for one of several people.
        """
        from nzn_cli.query.people import merge_lines

        return self._opening.value(DOCUMENTS | {"people"}, lambda view: merge_lines(person, other, view))

    # ---- dates ----

    def timeline(
        self,
        request: TimelineRequest | None = None,
        filters: Filters = EVERYTHING,
        fields: Sequence[str] | None = None,
        later: bool = False,
    ) -> Answer[EventRecord]:
        """Return publications and dated events in one order, by start; unresolved ones last.

        Sentences and people are read only where `fields` has them; with `later` they will be asked of `with_evidence`.
        """
        from nzn_cli.query.timeline import timeline, timeline_needs

        asked = request or TimelineRequest()
        need = timeline_needs(asked, filters, None if later else fields)
        return self._ask(need, lambda view: timeline(asked, filters, view, fields))

    def wider_events(self, request: TimelineRequest, filters: Filters = EVERYTHING) -> int:
        """Return how many events share a day with a window but begin before or end behind it; 0 without a window."""
        from nzn_cli.query.timeline import timeline_needs, wider_events

        need = timeline_needs(request, filters, ("start",))
        return self._opening.value(need, lambda view: wider_events(request, filters, view))

    def with_evidence(self, event: EventRecord) -> EventRecord:
        """Return an event of `timeline` with its sentence and the people in it."""
        from nzn_cli.query.timeline import with_evidence

        return self._opening.value(DOCUMENTS | {"dates", "people"}, lambda view: with_evidence(event, view))

    def timeline_counts(
        self, by: str, request: TimelineRequest | None = None, filters: Filters = EVERYTHING
    ) -> Answer[CountRecord]:
        """Return how many events start in each day, month or year (`timeline --by`); `documents` counts events."""
        from nzn_cli.query.timeline import timeline_counts, timeline_needs

        asked = request or TimelineRequest()
        return self._ask(
            timeline_needs(asked, filters, ("start",)), lambda view: timeline_counts(by, asked, filters, view)
        )

    # ---- quotations ----

    def quotes(
        self,
        request: QuotesRequest | None = None,
        filters: Filters = EVERYTHING,
        fields: Sequence[str] | None = None,
    ) -> Answer[QuoteRecord]:
        """Return who said what, newest documents first, in each by place.

        Only what `fields` has is read of the texts (None: all). Raises UsageError for a pattern, kind or date that
        cannot be read, NothingFound (with the nearest) for a name or role of nobody.
        """
        from nzn_cli.query.filters import needs
        from nzn_cli.query.quotes import QUOTES, quotes

        return self._ask(
            needs(filters) | QUOTES, lambda view: quotes(request or QuotesRequest(), filters, view, fields)
        )

    def quotes_in(self, ids: Sequence[str]) -> Answer[QuoteRecord]:
        """Return every quotation of the named documents, in order of place (`show --quotes`)."""
        from nzn_cli.query.quotes import QUOTES, quotes_in
        from nzn_cli.query.resolve_ids import resolve

        return self._ask(DOCUMENTS | QUOTES, lambda view: quotes_in(resolve(ids, view), view))

    def cite(
        self,
        draft: str,
        filters: Filters = EVERYTHING,
        names: bool = False,
        dates: bool = False,
        text: str | None = None,
    ) -> Answer[CiteRecord]:
        """Return each quotation of the file `draft` with where it stands in the documents, in the draft's order.

        With `names` also each person and office that it names, with `dates` each day; `text` stands for what is in the
        file. The draft is no document of the corpus. Raises UsageError where it cannot be read.
        """
        from nzn_cli.drafts import draft_claims
        from nzn_cli.query.cite import cite, cite_needs

        kinds = ("quote", *(("name", "office") if names else ()), *(("date",) if dates else ()))
        claims = draft_claims(draft, kinds, self.settings, text)
        return self._ask(cite_needs(kinds, filters), lambda view: cite(claims, filters, view))

    # ---- organisations and what else is named ----

    def named_things(
        self, request: WhatRequest | None = None, filters: Filters = EVERYTHING, fields: Sequence[str] | None = None
    ) -> Answer[NamedRecord]:
        """Return the organisations, agreements, laws, programmes, missions and meetings of the documents.

        Those of most documents first; `fields` are those that will be read (None: all). Raises NothingFound (with
        `.nearest`) for a name of nothing.
        """
        from nzn_cli.query.what import named_things, what_needs

        return self._ask(
            what_needs(filters), lambda view: named_things(request or WhatRequest(), filters, view, fields)
        )

    def named_profiles(self, request: WhatRequest, filters: Filters = EVERYTHING) -> Answer[NamedProfileRecord]:
        """Return what `request.name` means, with what and whom its documents name; several when ambiguous."""
        from nzn_cli.query.what import named_profiles, what_needs

        return self._ask(what_needs(filters) | {"people"}, lambda view: named_profiles(request, filters, view))

    def named_mentions(
        self, request: WhatRequest | None = None, filters: Filters = EVERYTHING
    ) -> Answer[NamedMentionRecord]:
        """Return one record an occurrence of what the documents name (`what --mentions`)."""
        from nzn_cli.query.what import named_mentions, what_needs

        return self._ask(what_needs(filters), lambda view: named_mentions(request or WhatRequest(), filters, view))

    def named_mentions_in(self, ids: Sequence[str]) -> Answer[NamedMentionRecord]:
        """Return every occurrence of what the named documents name, in order of place (`show --what`)."""
        from nzn_cli.query.resolve_ids import resolve
        from nzn_cli.query.what import named_mentions_in

        return self._ask(DOCUMENTS | {"organisations"}, lambda view: named_mentions_in(resolve(ids, view), view))

    def name_spellings(
        self, request: WhatRequest | None = None, filters: Filters = EVERYTHING
    ) -> Answer[NameSpellingRecord]:
        """Return each way of writing each name with the rule and score that joined it (`what --explain`)."""
        from nzn_cli.query.what import name_spellings, what_needs

        return self._ask(what_needs(filters), lambda view: name_spellings(request or WhatRequest(), filters, view))

    def acronyms(self, request: WhatRequest | None = None, filters: Filters = EVERYTHING) -> Answer[AcronymRecord]:
        """Return the short forms of the documents and what they stand for, by short form (`what --acronyms`)."""
        from nzn_cli.query.glossary import acronyms
        from nzn_cli.query.what import what_needs

        return self._ask(what_needs(filters), lambda view: acronyms(request or WhatRequest(), filters, view))

    # ---- the corpus as a whole ----

    def count(self, by: str | None = None, filters: Filters = EVERYTHING) -> Answer[CountRecord]:
        """Return how many documents there are, by year, month, minister, portfolio, person, site or any metadata key.

        Without `by` one record whose value is null. Years and months come in order of time, the undated last under
        null; all else by number.
        """
        from nzn_cli.query.counts import count, count_needs

        return self._ask(count_needs(by, filters), lambda view: count(by, filters, view))

    def fields(self, filters: Filters = EVERYTHING) -> Answer[FieldRecord]:
        """Return the metadata keys, most used first."""
        from nzn_cli.query.fields import fields
        from nzn_cli.query.filters import needs

        return self._ask(needs(filters), lambda view: fields(filters, view))

    def values(self, key: str, filters: Filters = EVERYTHING) -> Answer[ValueRecord]:
        """Return the values of one metadata key, most used first (`fields KEY`).

        Raises NothingFound (with `.nearest`) when no document has that key.
        """
        from nzn_cli.query.counts import count_needs, values

        return self._ask(count_needs(key, filters), lambda view: values(key, filters, view))

    def check(self, filters: Filters = EVERYTHING) -> Answer[ProblemRecord]:
        """Return everything that is wrong with the documents, by path and line."""
        from nzn_cli.query.check import check
        from nzn_cli.query.filters import needs

        return self._ask(needs(filters), lambda view: check(filters, view, DocumentDates(view).not_before))

    def overview(self) -> Overview:
        """Return what bare `nzn` says of the corpus; reads what is stored, extracts neither people nor dates."""
        from nzn_cli.freshness.status import unread_kinds
        from nzn_cli.query.overview import overview

        found = self._opening.stored_value(DOCUMENTS, overview)
        return found._replace(unread=unread_kinds(self.settings))

    # ---- the cache ----

    def index_status(self) -> IndexRecord:
        """Return where the index stands and what it holds; neither sweeps nor builds."""
        from nzn_cli.freshness.status import index_status

        return index_status(self._placed())

    def index_build(self) -> None:
        """Bring everything up to date: documents, people, dates and search."""
        from nzn_cli.freshness.status import index_build

        self.refresh()
        index_build(self.settings, self._opening.progress)

    def index_import(self) -> None:
        """Make a local index of the dataset that is asked, which answers everything; raises NznError where none can be.

        It is asked from then on, until the dataset has another version.
        """
        from nzn_cli.dataset.imported import import_dataset
        from nzn_cli.errors import FolderError

        self.refresh()
        if self.settings.dataset is None:
            raise FolderError("this is no dataset", "nzn index import TARGET")
        import_dataset(self.settings, self._opening.progress)

    def index_export(self, target: str) -> int:
        """Write the documents of one folder with all that is known of them as a dataset; return its version."""
        from nzn_cli.annotate import registry
        from nzn_cli.dataset.write import write_corpus

        with self._opening.view(DOCUMENTS.union(registry.names())).store as store:
            version = write_corpus(store.connection, self.settings, target)
        self.refresh()
        return version

    def index_clear(self, everything: bool = False) -> int:
        """Remove this corpus's index, or all of them; return how many went."""
        from nzn_cli.freshness.status import index_clear

        self.refresh()
        return index_clear(self._placed(), everything)

    def _placed(self) -> Settings:
        """Return settings by which the index is found, that of a dataset too."""
        if self.settings.dataset is None:
            return self.settings
        from nzn_cli.dataset.imported import placed

        return placed(self.settings)
