"""A kind of annotation is an entry of the registry: a toy one in this file has a table, an answer, and all the rest."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from nzn_cli.annotate import registry
from nzn_cli.annotate.registry import Annotator, Table, loaded, tables_of
from nzn_cli.freshness import annotations, stamps
from nzn_cli.freshness.inputs import Inputs
from nzn_cli.freshness.open_index import open_store
from nzn_cli.freshness.status import index_build, index_status
from nzn_cli.model.settings import Folder, Settings
from nzn_cli.progress import Silent
from nzn_cli.store.store import Store
from tests.waiting import tick

# ---- the annotator: words in capitals -----------------------------------------------------------------------------

TABLES = (
    Table("shout", ("char_start INTEGER NOT NULL", "word TEXT NOT NULL"), indexes=("CREATE INDEX s ON shout (word)",)),
)


class Shouts(NamedTuple):
    """What `shouts_of` finds: rows of table `shout`, and where it stopped."""

    words: tuple[tuple[int, str], ...]
    stopped: int | None = None


def shouts_of(body: str, title: str | None) -> Shouts:
    """Return the words in capitals of a body, without those of its title; reads a body of poison up to it."""
    if "POISON" in body:
        raise ValueError("no such thing")
    found = tuple((m.start(), m[0]) for m in re.finditer(r"\b[A-Z]{3,}\b", body) if m[0] not in (title or ""))
    return Shouts(found, 40 if "ENDLESS" in body else None)


SHOUTS = Annotator(
    name="shouts",
    inputs=("body", "title"),
    rooms=("text",),
    tables=f"{__name__}:TABLES",
    function=f"{__name__}:shouts_of",
)


def loudest(store: Store) -> list[tuple[str, int]]:
    """Return each word in capitals with the number of its documents, the commonest first."""
    sql = (
        "SELECT word, count(DISTINCT doc) AS n FROM shout JOIN document USING (doc) GROUP BY word ORDER BY n DESC, word"
    )
    return [(word, number) for word, number in store.rows(sql)]


# ---- one that is read from it -------------------------------------------------------------------------------------

ECHO_TABLES = (Table("echo", ("word TEXT NOT NULL",)),)


def echoes_of(shouts: tuple[tuple[Any, ...], ...]) -> tuple[list[tuple[str]], None]:
    """Return the words in capitals, in small letters."""
    [words] = shouts
    return [(word.lower(),) for _, word in words], None


ECHOES = Annotator("echoes", ("shouts",), ("text",), f"{__name__}:ECHO_TABLES", f"{__name__}:echoes_of")


# ---- what is derived from the entry -------------------------------------------------------------------------------

ALL = frozenset({"documents", "people", "dates", "shouts"})


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return a folder of documents, with the toy annotator in the registry and all times old enough to be believed."""
    monkeypatch.setattr(registry, "ANNOTATORS", (*registry.ANNOTATORS, SHOUTS))
    monkeypatch.setattr("nzn_cli.freshness.snapshot._TICK", -1_000_000_000)
    for number in range(9):
        write(tmp_path / "corpus", number, "HARBOUR and QUAY" if number % 2 else "HARBOUR")
    return tmp_path / "corpus"


def write(folder: Path, number: int, text: str) -> None:
    folder.mkdir(exist_ok=True)
    said = (
        f"---\ntitle: Report {number}\nminister: Jane Doe\n---\nPeter Hale saw it on {number + 1} May 2018: {text}.\n"
    )
    (folder / f"doc{number}.md").write_text(said, encoding="utf-8")


def settings(folder: Path, **more: Any) -> Settings:
    return Settings((Folder(str(folder)),), str(folder.parent / "cache"), **({"jobs": 1} | more))


def asked(folder: Path, need: frozenset[str] = ALL, **more: Any) -> dict[str, Any]:
    """Return what an index or a scan answers, and what is stored of other kinds."""
    with open_store(settings(folder, **more), need, Silent()) as store:
        assert store.is_kept == more.get("use_index", True)
        found = {
            "loudest": loudest(store),
            "people": sorted(store.rows("SELECT id, name, mentions FROM entity JOIN document USING (doc)")),
            "dates": sorted(store.rows("SELECT id, value FROM event JOIN document USING (doc)")),
            "warnings": sorted(store.rows("SELECT id, warnings FROM document WHERE warnings <> '[]'")),
        }
    tick(folder.parent)
    return found


@pytest.fixture
def worked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of the annotators that were asked of a document by this process, as they come."""
    names: list[str] = []
    plain = annotations.annotations_of

    def counted(annotator: Annotator, inputs: Any) -> Any:
        names.append(annotator.name)
        return plain(annotator, inputs)

    monkeypatch.setattr(annotations, "annotations_of", counted)
    return names


@pytest.mark.parametrize("jobs", [1, 3])
def test_built_with_workers_an_index_answers_as_a_scan_does(folder: Path, jobs: int) -> None:
    found = asked(folder, jobs=jobs)
    assert found["loudest"] == [("HARBOUR", 9), ("QUAY", 4)]
    assert found == asked(folder, use_index=False)


def test_progress_and_status_know_it(folder: Path) -> None:
    heard: list[tuple[str, int]] = []

    class Listening(Silent):
        def start(self, what: str, total: int) -> None:
            heard.append((what, total))

    index_build(settings(folder), Listening())
    assert ("shouts", 9) in heard
    status = index_status(settings(folder))
    assert (status.people, status.dates) == (True, True)
    with open_store(settings(folder), frozenset({"documents"}), Silent()) as store:
        assert stamps.missing_kinds(store.connection, settings(folder), stamps.kinds()) == set()


def test_only_what_a_question_needs_is_made(folder: Path, worked: list[str]) -> None:
    found = asked(folder, frozenset({"documents", "shouts"}))
    assert set(worked) == {"shouts"}
    assert found["loudest"]
    assert found["people"] == found["dates"] == []


def test_an_edit_updates_the_document_that_was_edited(folder: Path, worked: list[str]) -> None:
    before = asked(folder)
    worked.clear()
    write(folder, 0, "LIGHTHOUSE")
    found = asked(folder)
    assert sorted(worked) == ["dates", "people", "shouts"]
    assert found["loudest"] == [("HARBOUR", 8), ("QUAY", 4), ("LIGHTHOUSE", 1)]
    assert (found["people"], found["dates"]) == (before["people"], before["dates"])
    assert found == asked(folder, use_index=False)


def test_what_it_is_not_read_from_may_change(folder: Path, worked: list[str]) -> None:
    asked(folder)
    worked.clear()
    path = folder / "doc1.md"
    path.write_text(
        path.read_text(encoding="utf-8").replace("minister: Jane Doe", "minister: Ann Lee"), encoding="utf-8"
    )
    asked(folder)
    assert worked == ["people"]
    path.write_text(path.read_text(encoding="utf-8").replace("title: Report 1", "title: QUAY"), encoding="utf-8")
    assert asked(folder)["loudest"] == [("HARBOUR", 9), ("QUAY", 3)]
    assert worked == ["people", "people", "shouts"]


def test_what_was_found_goes_with_its_document_and_stays_with_its_text(folder: Path, worked: list[str]) -> None:
    asked(folder)
    worked.clear()
    (folder / "doc1.md").unlink()
    (folder / "doc3.md").rename(folder / "renamed.md")
    found = asked(folder)
    assert worked == []
    assert found["loudest"] == [("HARBOUR", 8), ("QUAY", 3)]
    assert found == asked(folder, use_index=False)
    with open_store(settings(folder), ALL, Silent()) as store:
        kept = store.rows("SELECT count(*) FROM (SELECT doc FROM shout UNION SELECT doc FROM annotation)")
        assert list(kept) == [(8,)]


def test_other_code_of_its_own_makes_it_again_and_nothing_else(
    folder: Path, worked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = asked(folder)
    worked.clear()
    other = SHOUTS._replace(rooms=("text", "errors.py"), function=f"{__name__}:nothing_of")
    monkeypatch.setattr(registry, "ANNOTATORS", (*registry.ANNOTATORS[:-1], other))
    found = asked(folder)
    assert worked == ["shouts"] * 9
    assert found["loudest"] == []
    assert (found["people"], found["dates"]) == (before["people"], before["dates"])


def nothing_of(*_: object) -> Shouts:
    """Return what an annotator finds that was edited to find nothing."""
    return Shouts(())


def test_a_fault_in_it_costs_its_own_rows_of_that_document(folder: Path) -> None:
    before = asked(folder)
    write(folder, 0, "POISON")
    for more in ({}, {"use_index": False}):
        found = asked(folder, **more)
        assert found["loudest"] == [("HARBOUR", 8), ("QUAY", 4)]
        assert (found["people"], found["dates"]) == (before["people"], before["dates"])
        [(id_, warnings)] = found["warnings"]
        assert id_ == "doc0"
        assert [(one[0], "its shouts" in one[2]) for one in json.loads(warnings)] == [("not-extracted", True)]


def test_where_it_stopped_is_a_warning(folder: Path) -> None:
    write(folder, 0, "ENDLESS")
    [(_, warnings)] = asked(folder)["warnings"]
    assert [(one[0], "its shouts are those of the first 40" in one[2]) for one in json.loads(warnings)] == [
        ("too-much-work", True)
    ]


def test_an_annotation_may_be_read_from_another(
    folder: Path, worked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(registry, "ANNOTATORS", (*registry.ANNOTATORS, ECHOES))
    need = frozenset({"documents", "echoes"})

    def echoes(**more: Any) -> list[tuple[str, int]]:
        with open_store(settings(folder, **more), need, Silent()) as store:
            return list(store.rows("SELECT word, count(*) FROM echo GROUP BY word ORDER BY word"))

    assert echoes() == [("harbour", 9), ("quay", 4)]
    assert set(worked) == {"shouts", "echoes"}
    write(folder, 0, "LIGHTHOUSE")
    assert echoes() == [("harbour", 8), ("lighthouse", 1), ("quay", 4)] == echoes(use_index=False)
    # what is read from other code's findings is made again with them
    other = SHOUTS._replace(rooms=("text", "errors.py"), function=f"{__name__}:nothing_of")
    monkeypatch.setattr(registry, "ANNOTATORS", (*registry.ANNOTATORS[:-2], other, ECHOES))
    assert echoes() == []


# ---- the entries that are there -----------------------------------------------------------------------------------


@pytest.mark.parametrize("annotator", registry.ANNOTATORS, ids=lambda one: one.name)
def test_an_entry_names_what_is_there(annotator: Annotator) -> None:
    assert all(callable(loaded(name)) for name in (annotator.function, *annotator.instead))
    assert not annotator.linking or callable(loaded(annotator.linking))
    assert not annotator.linked_by or set(annotator.linked_by) <= set(Folder._fields)
    above = registry.names()[: registry.names().index(annotator.name)]
    assert set(annotator.inputs) <= {*Inputs._fields, *above}
    assert tables_of(annotator)
    for table in tables_of(annotator):
        assert annotator.entity or not table.shared


@pytest.mark.parametrize("annotator", registry.ANNOTATORS, ids=lambda one: one.name)
def test_the_version_of_an_entry_is_of_all_the_code_that_makes_its_rows(annotator: Annotator) -> None:
    from grimp import build_graph

    from nzn_cli.freshness.fingerprint import READING

    graph = build_graph("nzn_cli")
    named = (annotator.function, *annotator.instead, annotator.tables, annotator.linking)
    functions = {name.partition(":")[0] for name in named if name}
    used = {up for module in functions for up in (module, *graph.find_upstream_modules(module))}
    rooms = {room.removesuffix(".py").replace("/", ".") for room in (*annotator.rooms, *READING)}
    outside = {name.removeprefix("nzn_cli.") for name in used - {"nzn_cli", "nzn_cli.annotate"}}
    assert {name for name in outside if not any(f"{name}.".startswith(f"{room}.") for room in rooms)} == set()


def test_entities_of_two_kinds_lie_in_one_table_and_each_annotator_forgets_its_own() -> None:
    import sqlite3

    from nzn_cli.annotate.people.people_tables import ENTITY

    people = registry.ANNOTATORS[0]
    bodies = people._replace(name="organisations", entity="organisation")
    connection = sqlite3.connect(":memory:")
    connection.executescript(ENTITY.sql)
    for annotator, name in ((people, "Ann Hale"), (bodies, "Harbour Board")):
        connection.execute(ENTITY.insert, (*ENTITY.owner(7, annotator), 0, name, 0, 1))
    assert list(connection.execute(ENTITY.select, ENTITY.owner(7, bodies))) == [(0, "Harbour Board", 0, 1)]
    connection.execute(ENTITY.delete, ENTITY.owner(7, people))
    assert list(connection.execute("SELECT kind, name FROM entity")) == [("organisation", "Harbour Board")]
