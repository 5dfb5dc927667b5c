"""Every target is read by a program that others wrote: what it finds is what nzn answers."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from nzn_cli import load_settings, open_corpus
from nzn_cli.cli.options import TARGETS as CHOICES
from nzn_cli.model.settings import QuotesRequest
from nzn_cli.render.export.database import FULL_TEXT, VIEWS
from nzn_cli.render.export.tables import tables
from nzn_cli.render.export.targets import BY_NAME
from tests.render.export.made import FILES, export_all

KINDS = ("direct", "mixed", "indirect", "turn")


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from tests.conftest import SEEDS

    return export_all(SEEDS, tmp_path_factory.mktemp("exported"))


@pytest.fixture(scope="module")
def answers() -> dict[str, list[Any]]:
    from tests.conftest import SEEDS

    with open_corpus(load_settings([str(SEEDS)])) as corpus:
        return {
            "documents": list(corpus.texts()),
            "people": list(corpus.people()),
            "mentions": list(corpus.mentions()),
            "organisations": list(corpus.named_things()),
            "organisation_mentions": list(corpus.named_mentions()),
            "events": list(corpus.timeline()),
            "quotes": list(corpus.quotes(QuotesRequest(kinds=KINDS, unnamed=True))),
        }


def test_every_target_is_read_here() -> None:
    assert set(FILES) == set(BY_NAME)
    assert tuple(BY_NAME) == CHOICES


def test_sqlite(exported: Path, answers: dict[str, list[Any]]) -> None:
    base = sqlite3.connect(exported / FILES["db"])
    assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []
    for name, records in answers.items():
        assert base.execute(f"SELECT count(*) FROM {name}").fetchone() == (len(records),), name
    body = base.execute("SELECT body FROM documents WHERE id LIKE '000%'").fetchone()[0]
    start, end, text = base.execute(
        "SELECT char_start, char_end, text FROM quotes WHERE document_id LIKE '000%'"
    ).fetchone()
    assert " ".join(body[start:end].split()) == " ".join(text.split())
    for name, columns in FULL_TEXT.items():
        assert base.execute(f"SELECT count(*) FROM {name}_fts WHERE {columns[0]} MATCH 'nato'").fetchone()[0] > 0
    for name in VIEWS:
        assert base.execute(f"SELECT count(*) FROM {name}").fetchone()[0] > 0, name
    speakers = base.execute("SELECT person FROM speakers").fetchall()
    assert ("Winston Peters",) in speakers
    base.execute("VACUUM")
    found = (
        "SELECT id FROM documents WHERE rowid IN (SELECT rowid FROM documents_fts WHERE documents_fts MATCH 'pinotti')"
    )
    assert [row[0][:3] for row in base.execute(found)] == ["000"]
    base.close()


def test_metadata_for_datasette_tells_of_every_column(exported: Path) -> None:
    told = json.loads((exported / "corpus.metadata.json").read_text("utf-8"))["databases"]["corpus"]["tables"]
    base = sqlite3.connect(exported / FILES["db"])
    for table in tables():
        columns = [row[1] for row in base.execute(f"PRAGMA table_info({table.name})")]
        assert list(told[table.name]["columns"]) == columns
        assert set(told[table.name].get("facets", [])) <= set(columns)
    base.close()
    assert set(VIEWS) <= set(told)


def test_datasette(exported: Path) -> None:
    pytest.importorskip("datasette")
    from asyncio import run

    from datasette.app import Datasette

    async def rows() -> Any:
        served = Datasette(
            [str(exported / FILES["db"])], metadata=json.loads((exported / "corpus.metadata.json").read_text())
        )
        return (await served.client.get("/corpus/documents.json?_search=pinotti&_shape=array")).json()

    assert [row["id"][:3] for row in run(rows())] == ["000"]


def test_parquet(exported: Path, answers: dict[str, list[Any]]) -> None:
    reading = pytest.importorskip("pyarrow.parquet")
    for name, records in answers.items():
        found = reading.read_table(exported / FILES["parquet"] / f"{name}.parquet").to_pylist()
        assert len(found) == len(records), name
    people = reading.read_table(exported / FILES["parquet"] / "people.parquet").to_pylist()
    assert [(row["person"], row["variants"]) for row in people] == [
        (each.person, [variant._asdict() for variant in each.variants]) for each in answers["people"]
    ]
    events = reading.read_table(exported / FILES["parquet"] / "events.parquet").to_pylist()
    assert [row["start"] and row["start"].isoformat() for row in events] == [each.start for each in answers["events"]]


def test_duckdb(exported: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    folder = exported / FILES["parquet"]
    sql = f"""SELECT p.person, count(*) FROM '{folder}/quotes.parquet' q
        JOIN '{folder}/people.parquet' p USING (person_id) WHERE q.kind = 'direct' GROUP BY ALL"""
    assert "Winston Peters" in dict(duckdb.sql(sql).fetchall())


@pytest.mark.parametrize("name", ["gexf", "graphml"])
def test_networkx(name: str, exported: Path, answers: dict[str, list[Any]]) -> None:
    networkx = pytest.importorskip("networkx")
    graph = (networkx.read_gexf if name == "gexf" else networkx.read_graphml)(exported / FILES[name])
    assert len(graph) == len(answers["people"]) + len(answers["organisations"])
    clark, scheffer = "person:helen-clark", "person:jaap-de-hoop-scheffer"
    assert graph.edges[clark, scheffer]["weight"] == 1
    ron = graph.nodes["person:ron-mark"]
    assert (ron["label"], ron["kind"], ron["first"], ron["last"]) == ("Ron Mark", "person", "2018-02-16", "2018-02-16")
    assert not [edge for edge in graph.edges if edge[0] == edge[1]]


def test_bibtexparser(exported: Path, answers: dict[str, list[Any]]) -> None:
    bibtexparser = pytest.importorskip("bibtexparser")
    with open(exported / FILES["bib"], encoding="utf-8") as file:
        entries = {entry["ID"]: entry for entry in bibtexparser.load(file).entries}
    assert len(entries) == len(answers["documents"])
    peters = next(entry for key, entry in entries.items() if key.startswith("001"))
    assert (peters["author"], peters["year"], peters["month"], peters["day"]) == (
        "Peters, Winston",
        "2024",
        "April",
        "4",
    )


def test_citeproc(exported: Path) -> None:
    pytest.importorskip("citeproc")
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
    from citeproc.source.json import CiteProcJSON

    items = json.loads((exported / FILES["csl"]).read_text("utf-8"))
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
    for item in items:
        bibliography.register(Citation([CitationItem(item["id"])]))
    printed = [str(entry) for entry in bibliography.bibliography()]
    assert any(line.startswith("Peters, W. (2024) Security cooperation in challenging world") for line in printed)


def test_vega_lite(exported: Path) -> None:
    altair = pytest.importorskip("altair")
    chart = json.loads((exported / FILES["vega"]).read_text("utf-8"))
    altair.Chart.from_dict(chart, validate=True)
    assert chart["data"]["values"] == [
        {"value": "2018", "documents": 2},
        {"value": "2024", "documents": 1},
        {"value": "undated", "documents": 2},
    ]


def test_timelinejs_as_its_documentation_has_it(exported: Path, answers: dict[str, list[Any]]) -> None:
    timeline = json.loads((exported / FILES["timelinejs"]).read_text("utf-8"))
    dated = [event for event in answers["events"] if event.start]
    assert len(timeline["events"]) == len(dated)
    assert len({slide["unique_id"] for slide in timeline["events"]}) == len(dated)
    for slide, event in zip(timeline["events"], dated, strict=True):
        start = "-".join(f"{part:02d}" for part in slide["start_date"].values())
        assert event.start.startswith(start)
        assert set(slide) - {"end_date"} == {"start_date", "text", "group", "unique_id"}
        assert set(slide["text"]) == {"headline", "text"}


def test_notes_are_front_matter_and_every_link_leads_to_a_note(exported: Path, answers: dict[str, list[Any]]) -> None:
    import re

    import frontmatter

    notes = {path.stem: frontmatter.load(str(path)) for path in (exported / FILES["notes"]).rglob("*.md")}
    assert len(notes) == len(answers["people"]) + len(answers["documents"])
    links = [link for note in notes.values() for link in re.findall(r"\[\[([^\]|]+)", note.content)]
    assert len(links) > 50
    assert set(links) <= set(notes)
    assert notes["Ron Mark"]["aliases"] == ["Mr Mark", "Hon Ron Mark", "Ron Mark"]
    assert "> New Zealand makes a significant contribution" in notes["Ron Mark"].content
