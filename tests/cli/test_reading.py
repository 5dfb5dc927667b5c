"""What is not printed is not read: bodies and people of an answer's documents stay where they are."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from nzn_cli.api import open_corpus
from nzn_cli.cli.run import run
from nzn_cli.config.load import load_settings
from nzn_cli.model.answers import EventRecord
from nzn_cli.query.evidence import Evidence
from nzn_cli.render.answers import shape_of
from nzn_cli.render.delimited import tsv
from nzn_cli.render.page import Page
from nzn_cli.render.spine import LONG, READ, spine
from nzn_cli.store.person_summaries import _Details
from nzn_cli.store.store import Store
from tests.cli.nzn import ROOT


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[int]:
    """Return the documents whose bodies were read, after everything was stored."""
    environ = os.environ | {"NZN_DIR": str(ROOT / "seeds"), "NZN_CACHE_DIR": str(tmp_path)}
    for name in ("NZN_DIR", "NZN_CACHE_DIR"):
        monkeypatch.setenv(name, environ[name])
    for words in (["timeline", "--json"], ["search", "NATO"], ["list"], ["grep", "-l", "NATO"]):
        assert run(words, os.environ) == 0
    read: list[int] = []
    surface = Store.surface
    monkeypatch.setattr(Store, "surface", lambda store, doc: read.append(doc) or surface(store, doc))
    return read


@pytest.mark.parametrize("line", ["timeline --fields start,id", "timeline --jsonl --fields start,id", "list"])
def test_what_is_not_printed_is_not_read(
    line: str, unread: list[int], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Evidence, "of", lambda *_: pytest.fail("evidence was read"))
    capsys.readouterr()
    assert run(line.split(), os.environ) == 0
    assert capsys.readouterr().out
    assert not unread


def test_evidence_is_read_of_what_is_printed(unread: list[int]) -> None:
    assert run(["timeline", "--jsonl"], os.environ) == 0
    assert unread


def _event(day: int) -> EventRecord:
    values = dict.fromkeys(EventRecord._fields) | {"kind": "mentioned", "text": "then", "id": "a", "people": []}
    start = f"{2001 if day else 2000}-01-{max(day % 28, 1):02d}"
    return EventRecord(**values | {"start": start, "end": start, "precision": "day"})  # type: ignore[arg-type]


def test_folded_events_are_never_told() -> None:
    told: list[EventRecord] = []

    def tell(event: EventRecord) -> EventRecord:
        told.append(event)
        return event._replace(sentence="It began then.")

    drawn = "".join(spine(map(_event, range(LONG * 2)), Page(80), "year", tell))
    assert "It began «then»." in drawn
    assert len(told) == 1
    assert set(READ) < set(EventRecord._fields)


def test_lines_with_something_to_escape_stand_among_plain_ones() -> None:
    titles = ["plain", "tab\there", "no\u00a0break", "back\\slash", "x" * 9]
    events = [_event(1)._replace(title=title) for title in titles]
    written = "".join(tsv(events, shape_of("timeline").columns, shape_of("timeline")))
    assert [line.split("\t")[4] for line in written.splitlines()] == [
        "plain", "tab\\there", "no\u00a0break", "back\\\\slash", "x" * 9,
    ]  # fmt: skip


def test_who_counts_no_spellings_that_are_not_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(_: object) -> None:
        raise AssertionError

    with open_corpus(load_settings([str(ROOT / "seeds")])) as corpus:
        whole = list(corpus.people())
        monkeypatch.setattr(_Details, "variants", never)
        some = list(corpus.people(fields=("person", "roles", "documents", "mentions")))
        assert [record._replace(variants=[]) for record in whole] == some
