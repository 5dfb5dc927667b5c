"""Processes that are cut off at the n-th thing that they write, and what a corpus answers afterwards.

The places are found from outside: every statement that goes through `sqlite3`, every row of one that takes many, and
every file below the cache folder that is opened to be written, renamed or removed. No function of nzn is named.
"""

from __future__ import annotations

import itertools
import os
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

from nzn_cli import Corpus, GrepRequest, NznError, open_corpus
from nzn_cli.model.settings import Folder, Settings

_FEWER = {  # what is done between two commits, so that a small corpus has many of them
    "nzn_cli.freshness.read_batch.BATCH": 2,
    "nzn_cli.freshness.annotations._BATCH": 2,
    "nzn_cli.search.full_text._SHARE": 2,
    "nzn_cli.store.person_summaries._MANY": 1,
    "nzn_cli.search.inverted_index._FLUSH": 2_000,
    "nzn_cli.search.inverted_index._SEGMENTS": 3,
}
KILL, CTRL_C = int(signal.SIGKILL), int(signal.SIGINT)


# ---- the process that is cut off --------------------------------------------------------------------------------


class Trap:
    """Counts the steps of this process, sends it a signal before one of them, and notes what each was to do."""

    def __init__(self, cache: Path, at: int, sent: int, log: int) -> None:
        self._cache, self._at, self._sent, self._log = str(cache), at, sent, log
        self._process, self._count = os.getpid(), 0

    def step(self, what: str) -> None:
        """Hear of what is about to be done."""
        if os.getpid() != self._process:
            return  # a worker
        self._count += 1
        if self._at == self._count - 1:
            os.kill(self._process, self._sent)
        os.write(self._log, f"{' '.join(what.split())[:70]}\n".encode())

    def heard(self, event: str, details: tuple[Any, ...]) -> None:
        """Hear of what the interpreter is about to do to files."""
        if event == "open":
            writes = isinstance(details[2], int) and bool(details[2] & (os.O_WRONLY | os.O_RDWR))
        else:
            writes = event in ("os.rename", "os.remove")
        if writes and not isinstance(details[0], int) and os.fsdecode(details[0]).startswith(self._cache):
            self.step(f"{event} {Path(os.fsdecode(details[0])).suffix}")

    def connection(self) -> type[sqlite3.Connection]:
        """Return the class of connections that are listened to."""
        step = self.step

        class Watched(sqlite3.Connection):
            def execute(self, sql: str, *parameters: Any) -> sqlite3.Cursor:
                step(sql)
                return super().execute(sql, *parameters)

            def executemany(self, sql: str, rows: Iterable[Any]) -> sqlite3.Cursor:  # type: ignore[override]
                return super().executemany(sql, (row for row in rows if step(sql) is None))

            def executescript(self, sql: str) -> sqlite3.Cursor:
                step(sql)
                return super().executescript(sql)

        return Watched


def steps_of(work: Callable[[], object], cache: Path) -> list[str]:
    """Do `work` in a process of its own, to its end; return what it did."""
    status, steps = _ended(work, cache, -1, KILL)
    assert status == 0, status
    return steps


def cut_off(work: Callable[[], object], cache: Path, at: int, sent: int = KILL) -> bool:
    """Do `work` in a process of its own that gets a signal before its step `at`; return whether it ended by that."""
    status, _ = _ended(work, cache, at, sent)
    return status == (130 << 8 if sent == CTRL_C else sent)


def _ended(work: Callable[[], object], cache: Path, at: int, sent: int) -> tuple[int, list[str]]:
    with tempfile.TemporaryFile() as log:
        process = os.fork()
        if not process:
            _labour(work, Trap(cache, at, sent, log.fileno()))
        _, status = os.waitpid(process, 0)
        log.seek(0)
        return status, log.read().decode().splitlines()


def _labour(work: Callable[[], object], trap: Trap) -> None:
    status = 1
    try:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        connect, watched = sqlite3.connect, trap.connection()
        sqlite3.connect = lambda *args, **named: connect(*args, **named, factory=watched)  # type: ignore[assignment]
        # what is committed once a second in life is committed at every chance
        time.monotonic = itertools.count(0.0, 2.0).__next__
        sys.addaudithook(trap.heard)
        work()
        status = 0
    except KeyboardInterrupt:
        status = 130
    finally:
        os._exit(status)


# ---- a corpus, what is asked of it, and what is done to it ------------------------------------------------------

Question = Callable[[Corpus], Iterable[Any]]
QUESTIONS: dict[str, Question] = {
    "list": lambda c: c.list(),
    "who": lambda c: c.people(),
    "timeline": lambda c: c.timeline(),
    "search": lambda c: c.search("harbour"),
    "grep": lambda c: c.grep(GrepRequest(("lighthouse|quay",))),
    "search for what was edited": lambda c: c.search("lighthouse"),
    "who --mentions": lambda c: c.mentions(),
    "who --explain": lambda c: c.explain(),
    "count year": lambda c: c.count("year"),
    "count person": lambda c: c.count("person"),
    "fields": lambda c: c.fields(),
    "check": lambda c: c.check(),
}


class Place:
    """A corpus with an index."""

    def __init__(self, top: Path) -> None:
        self.folder, self.cache, self._saved = top / "corpus", top / "cache", top / "saved"

    def settings(self, use_index: bool = True, aliases: bool = False) -> Settings:
        """Return the settings; with `aliases` two people are one."""
        same = {"Jane Doe": ("Peter Vandermeer",)} if aliases else {}
        folder = Folder(str(self.folder), aliases=same)
        return Settings((folder,), str(self.cache), use_index, jobs=1, now="2026-06-10")

    def make(self) -> None:
        """Write the corpus."""
        for number in range(9):
            self.write(f"part{number % 3}/doc{number}.md", number)
        self.write("same.md", 100)

    def edit(self) -> None:
        """Write new texts into documents, and touch one."""
        self.write("part0/doc0.md", 0, "Ruth Abel spoke at the lighthouse on 2 June 2020.")
        self.write("part1/doc4.md", 4, "Peter Vandermeer and Ruth Abel saw the lighthouse in May 2021.")
        self.write("part1/doc1.md", 1, "It was shut.")
        (self.folder / "part2/doc5.md").touch()

    def add(self) -> None:
        """Add documents: two of a name, so that the id of one that was there is another."""
        self.write("part2/same.md", 102)
        for number in range(5):
            self.write(f"part1/new{number}.md", 110 + number, "Hana Okoro opened the lighthouse.")

    def rename(self) -> None:
        """Give documents other names, one of them the stem of another."""
        (self.folder / "part2/doc2.md").rename(self.folder / "part0/renamed.md")
        (self.folder / "part1/doc1.md").rename(self.folder / "part0/same.md")

    def take_away(self) -> None:
        """Delete a document, make one a file of bytes, and leave one out."""
        (self.folder / "part1/doc7.md").unlink()
        (self.folder / "part0/doc3.md").write_bytes(b"\0\1\2")
        (self.folder / "part2/.ignore").write_text("doc8.md\n")

    def change(self) -> None:
        """Do all that is done to a corpus."""
        self.edit()
        self.rename()
        self.take_away()
        self.add()

    def write(self, name: str, number: int, text: str = "All was quiet at the quay.") -> None:
        """Write a document; the number tells its title and its day."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            f"---\ntitle: Report {number} on fishing\ndate: 2019-03-{number % 28 + 1:02}\nminister: Jane Doe\n---\n"
            f"Jane Doe met Peter Vandermeer of the harbour board on {number % 28 + 1} May 2018.\n\n{text}\n",
            encoding="utf-8",
        )

    def save(self) -> None:
        """Keep the index as it is."""
        shutil.rmtree(self._saved, ignore_errors=True)
        if self.cache.exists():
            shutil.copytree(self.cache, self._saved)

    def restore(self) -> None:
        """Put the index back as it was saved."""
        shutil.rmtree(self.cache, ignore_errors=True)
        if self._saved.exists():
            shutil.copytree(self._saved, self.cache)

    def ask(self, *questions: str, **more: bool) -> dict[str, list[str]]:
        """Return the answers to some questions, asked in that order, as texts."""
        with open_corpus(self.settings(**more)) as corpus:
            return {question: _answer(QUESTIONS[question], corpus) for question in questions}

    def build(self, **more: bool) -> None:
        """Bring everything up to date."""
        with open_corpus(self.settings(**more)) as corpus:
            corpus.index_build()

    def documents(self) -> int:
        """Return how many documents the index says it holds, without a look at the folder."""
        with open_corpus(self.settings()) as corpus:
            return corpus.index_status().documents


def _answer(question: Question, corpus: Corpus) -> list[str]:
    try:
        return [repr(record) for record in question(corpus)]
    except NznError as error:
        return [repr(error)]


class Stage(NamedTuple):
    """A piece of work that may be cut off: what was done before, what is done to the corpus then, and the work."""

    before: Callable[[Place], object]
    done: Callable[[Place], object]
    work: Callable[[Place], object]
    aliases: bool = False


def _nothing(_place: Place) -> None:
    """Leave all as it is."""


def _asked(*questions: str, **more: bool) -> Callable[[Place], object]:
    return lambda place: place.ask(*questions, **more)


STAGES = {
    "first: documents": Stage(_nothing, _nothing, _asked("list")),
    "first: people": Stage(_asked("list"), _nothing, _asked("who")),
    "first: dates": Stage(_asked("list"), _nothing, _asked("timeline")),
    "first: search": Stage(_asked("list"), _nothing, _asked("search")),
    "first: everything": Stage(_nothing, _nothing, Place.build),
    "update: documents edited": Stage(Place.build, Place.edit, _asked("list")),
    "update: documents added": Stage(Place.build, Place.add, _asked("list")),
    "update: documents renamed": Stage(Place.build, Place.rename, _asked("list")),
    "update: documents gone": Stage(Place.build, Place.take_away, _asked("list")),
    "update: people": Stage(Place.build, Place.edit, _asked("who")),
    "update: dates": Stage(Place.build, Place.edit, _asked("timeline")),
    "update: search": Stage(Place.build, Place.edit, _asked("search")),
    "update: everything": Stage(Place.build, Place.change, Place.build),
    "joining": Stage(Place.build, _nothing, _asked("who", aliases=True), True),
}


class Prepared(NamedTuple):
    """A stage that is ready to be cut off: the steps that it takes, and the right answers."""

    place: Place
    stage: Stage
    steps: list[str]
    right: dict[str, list[str]]

    def kill(self, at: int, sent: int = KILL) -> bool:
        """Cut the stage off before its step `at`; return whether that happened."""
        self.place.restore()
        return self.kill_again(at, sent)

    def kill_again(self, at: int, sent: int = KILL) -> bool:
        """Cut off the run that follows one that was cut off."""
        return cut_off(lambda: self.stage.work(self.place), self.place.cache, at, sent)

    def answers(self, first: int = 0) -> dict[str, list[str]]:
        """Return what the index answers now, asked in an order that `first` chooses."""
        names = list(QUESTIONS)
        first %= len(names)
        return self.place.ask(*names[first:], *names[:first], aliases=self.stage.aliases)

    def commits(self) -> list[int]:
        """Return the steps that end a transaction, and those after them."""
        at = [number for number, step in enumerate(self.steps) if step.startswith("COMMIT")]
        return sorted({*at, *(number + 1 for number in at if number + 1 < len(self.steps))})


def prepared(place: Place, stage: Stage) -> Prepared:
    """Return a stage that is ready to be cut off."""
    place.make()
    stage.before(place)
    stage.done(place)
    place.save()
    right = place.ask(*QUESTIONS, use_index=False, aliases=stage.aliases)
    return Prepared(place, stage, steps_of(lambda: stage.work(place), place.cache), right)


@contextmanager
def many_commits() -> Iterator[None]:
    """Let little be done between two commits, and let the times of files be believed although they were just set."""
    later = time.time_ns() + 3_600_000_000_000
    with ExitStack() as patches:
        patches.enter_context(mock.patch("time.time_ns", return_value=later))
        for name, value in _FEWER.items():
            patches.enter_context(mock.patch(name, value))
        yield
