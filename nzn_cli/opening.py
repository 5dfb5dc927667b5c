"""Opens the index for a question with just what it needs, and puts the question again where the index is damaged.

The other half of `api`, which alone uses it. Knows no question.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from nzn_cli.errors import LinkingFault, UsageError
from nzn_cli.model.settings import Folder, Settings
from nzn_cli.progress import Listener

if TYPE_CHECKING:
    from nzn_cli.dataset.dataset_store import Opened
    from nzn_cli.model.annotations import DateSpan
    from nzn_cli.model.documents import Problem
    from nzn_cli.query.answer import Answer
    from nzn_cli.query.view import View
    from nzn_cli.store.store import Store

DOCUMENTS = frozenset({"documents"})

T = TypeVar("T")


class Opening:
    """The stores that are open; the last one answers, earlier ones are kept for answers that still read them."""

    def __init__(self, settings: Settings, progress: Listener, cwd: str | None, spark: Any = None) -> None:
        self.settings = settings
        self.progress = progress
        self._cwd = cwd
        self._spark = spark  # a session of the caller's
        self._stores: list[tuple[frozenset[str], Store]] = []  # with what each holds
        self._use_index = settings.use_index
        self._source: Folder | None = None  # of a dataset, where its documents were: paths are relative to it
        self._unlinked: Mapping[str, str] = {}  # kinds of a dataset that cannot be asked -> why

    @property
    def cwd(self) -> str:
        """Return the folder that paths of records are relative to."""
        if self._cwd is None:
            import os

            self._cwd = os.getcwd()
        return self._cwd

    def close(self) -> None:
        """Close what is open."""
        while self._stores:
            self._stores.pop()[1].close()

    @property
    def warned_before(self) -> tuple[int, int] | None:
        """Return what `warned` was before an index was brought up to date in this run; None where none was."""
        return next((store.warned_before for _, store in self._stores if store.warned_before is not None), None)

    def around(self, store: Store) -> View:
        """Return what questions are put to."""
        from nzn_cli.query.view import View

        folders, cwd = self.settings.folders, self.cwd
        if self._source is not None:
            folders, cwd = (self._source,), self._source.path
        return View(store, folders, cwd, self.settings.now)

    def view(self, need: frozenset[str]) -> View:
        """Return a view of the open store if it holds what is needed, else of one that does."""
        held = self._stores[-1][0] if self._stores else frozenset[str]()
        damaged = bool(self._stores) and self._stores[-1][1].is_kept and not self._use_index
        if self.settings.dataset is not None:
            self._open_dataset(need)
        elif not self._stores or damaged or not need <= held:
            from nzn_cli.freshness.open_index import open_store

            settings = self.settings._replace(use_index=self._use_index)
            self._stores.append((need | held, open_store(settings, need | held, self.progress)))
        return self.around(self._stores[-1][1])

    def _open_dataset(self, need: frozenset[str]) -> None:
        if not self._stores:
            store, self._source, self._unlinked = self._asked_with()
            self._stores.append((frozenset(), store))
        for kind in sorted(need & self._unlinked.keys()):
            raise LinkingFault(kind, self._unlinked[kind])

    def _asked_with(self) -> Opened:
        """Return the dataset opened: by Spark where one is named, else here."""
        if self._spark is not None or self.settings.master is not None:
            from nzn_cli.cluster.ask_dataset import ask_on_spark
            from nzn_cli.cluster.spark_session import open_session

            session = self._spark or open_session(self.settings.master, {}, False)
            return ask_on_spark(session, self.settings.dataset or "", self._spark is None)
        from nzn_cli.dataset.imported import open_dataset

        return open_dataset(self.settings)

    def ask(self, need: frozenset[str], question: Callable[[View], Answer[T]]) -> Answer[T]:
        """Put a question; where the stored index turns out to be damaged, put it again to one of our own."""
        answer = self.value(need, question)
        store = self._stores[-1][1]
        return self._safe(_sound(answer) if store.is_kept else answer, need, question, store)

    def value(self, need: frozenset[str], question: Callable[[View], T]) -> T:
        """Put a question whose answer is complete when it is given, likewise."""
        view = self.view(need)
        try:
            return question(view)
        except Exception as error:
            return self._again(need, question, view.store, error)

    def stored_value(self, need: frozenset[str], question: Callable[[View], T]) -> T:
        """Put a question to what is stored, as it is; where there is nothing that answers, as any other question."""
        from nzn_cli.freshness.open_index import is_damage, stored_store

        kept = self.settings.dataset is None and not self._stores and self._use_index
        if kept and (stored := stored_store(self.settings)) is not None:
            with stored:
                try:
                    return question(self.around(stored))
                except Exception as error:
                    if not is_damage(error):
                        raise
        return self.value(need, question)

    def _again(self, need: frozenset[str], question: Callable[[View], T], store: Store, error: Exception) -> T:
        """Put a question to an index of our own if `error` may be the fault of `store`, which is removed then.

        SQLite sees not all damage: a row may hold what no row of ours would. A fault of ours is raised here again.
        """
        from nzn_cli.freshness.open_index import discard, is_damage

        if not store.is_kept or not is_damage(error):
            raise error
        first, self._use_index = self._use_index, False
        answer = question(self.view(need))
        if first:
            discard(self.settings)
        return answer

    def _safe(
        self,
        answer: Answer[T],
        need: frozenset[str],
        question: Callable[[View], Answer[T]],
        store: Store,
    ) -> Answer[T]:
        """Return an answer of `store`; where it breaks, an index of our own goes on."""
        from nzn_cli.query.answer import Answer

        def records() -> Iterator[T]:
            nonlocal answer
            try:
                yield from answer
            except Exception as error:
                given = answer.printed_count
                answer = self._again(need, question, store, error)
                yield from islice(answer, given, None)

        def counted() -> int:
            try:
                return answer.total()
            except Exception as error:
                return self._again(need, lambda view: question(view).total(), store, error)

        return Answer(records(), counted)


def _sound(answer: Answer[T]) -> Answer[T]:
    """Return an answer that raises TypeError at a record of which a value is not of the kind that its class declares.

    One flipped bit makes a text of a row into bytes or a number, and neither SQLite nor a query takes offence. Records
    of the same kinds are looked at once: 0.5 µs a record.
    """
    from nzn_cli.query.answer import Answer

    def records() -> Iterator[T]:
        seen = set()
        for record in answer:
            kinds = tuple(map(type, record)) if isinstance(record, tuple) else ()
            if kinds not in seen:
                _require_kinds(record)
                seen.add(kinds)
            yield record

    return Answer(records(), answer.total)


def _require_kinds(record: Any) -> None:
    for name, declared in getattr(type(record), "__annotations__", {}).items():
        value = getattr(record, name)
        if declared.startswith(("int", "float", "bool")):
            right = isinstance(value, (int, float))
        elif "[" in declared and not declared.startswith("Literal"):
            right = not isinstance(value, (str, bytes, int, float))
        else:
            right = isinstance(value, str)
        if not right and value is not None:  # what was not read is None
            raise TypeError(f"{name} of a {type(record).__name__} cannot be {value!r}")


class DocumentDates:
    """The dated expressions of single documents, read as the index would: for questions that are about a few."""

    def __init__(self, view: View) -> None:
        self._store = view.store
        self._folders = view.folders

    def dates(self, doc: int) -> Sequence[DateSpan]:
        """Return the dated expressions of a document."""
        return self._read(doc)[0]

    def problems(self, doc: int) -> Sequence[Problem]:
        """Return what went wrong when the dated expressions of a document were read."""
        return self._read(doc)[1]

    def _read(self, doc: int) -> tuple[Sequence[DateSpan], Sequence[Problem]]:
        from nzn_cli.annotate.guard import annotations_of
        from nzn_cli.annotate.registry import by_name
        from nzn_cli.freshness.inputs import stored_inputs
        from nzn_cli.model.annotations import DateSpan
        from nzn_cli.model.answers import Written

        if (dates := by_name("dates")) is None:
            return (), ()
        (events,), problems = annotations_of(dates, stored_inputs(self._store.connection, dates, doc, self._folders))
        spans = [DateSpan(*event) for *event, _ in events]
        return [
            span._replace(text=Written.of(span.text, event[-1])) for span, event in zip(spans, events, strict=True)
        ], problems

    def not_before(self, doc: int) -> str | None:
        """Return the latest date that the text of an undated document speaks of as past."""
        from nzn_cli.annotate.dates.date_facts import date_not_before

        return date_not_before(self.dates(doc))


def bytes_of(path: str) -> bytes:
    """Return what a file holds, or a member of a container; raises UsageError where it cannot be read."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except NotADirectoryError:
        return _member(path)
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}") from None


def _member(path: str) -> bytes:
    from nzn_cli.documents.containers import member_bytes, split_member
    from nzn_cli.documents.formats.zipped import Damaged

    try:
        split = split_member(path)
        if split is None:
            raise FileNotFoundError(2, "no such file")
        return member_bytes(*split)
    except (Damaged, OSError) as error:
        raise UsageError(f"{path} cannot be read: {getattr(error, 'strerror', None) or error}") from None
