"""Nothing in a document breaks what it is exported to, means anything there, or leaves the folder."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from nzn_cli.render.export.notes import FileNames, file_name
from nzn_cli.render.export.targets import BY_NAME
from tests.hostile import lay
from tests.render.export.made import FILES, export_all, made_source, write
from tests.render.records import BRIDGE, COUNTS, DOCUMENTS, EVENTS, EVIL, HARM, PEOPLE, SHOWN

MARKUP = 'x" & <b>\x00\x0b\ufffe\U0001f600</b> \\ { } % $ # _ ~ ^ [[y|z]] ]] } @misc{a, ]]> -->'
PATHS = ("../../etc/passwd", "/etc/passwd", "..", ".", "", "a/b", "a\\b", "CON", "nul.txt", "x" * 500, "\udcff", "a\0b")


@pytest.fixture(params=sorted(FILES))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def texts(path: Path) -> str:
    files = sorted(path.rglob("*.md")) if path.is_dir() else [path]
    return "".join(file.read_text("utf-8") for file in files)


def test_every_target_takes_what_means_harm(name: str, tmp_path: Path) -> None:
    if name == "parquet":
        pytest.importorskip("pyarrow")
    path = write(name, made_source(), tmp_path)
    assert path.exists()
    if not BY_NAME[name].by_itself and name != "parquet":
        assert not set(texts(path)) & {"\x1b", "\x9b", "\x07", "\u202e"}


def test_every_target_takes_a_folder_of_everything_that_goes_wrong(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    networkx = pytest.importorskip("networkx")
    (tmp_path / "rubbish").mkdir()
    (tmp_path / "out").mkdir()
    folder = export_all(lay(tmp_path / "rubbish"), tmp_path / "out")
    assert sorted(path.name for path in folder.iterdir()) == sorted([*FILES.values(), "corpus.metadata.json"])
    base = sqlite3.connect(folder / FILES["db"])
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []
    documents = base.execute("SELECT count(*) FROM documents").fetchone()[0]
    base.close()
    assert documents > 20
    assert len(json.loads((folder / FILES["csl"]).read_text("utf-8"))) == documents
    json.loads((folder / FILES["timelinejs"]).read_text("utf-8"))
    json.loads((folder / FILES["vega"]).read_text("utf-8"))
    networkx.read_gexf(folder / FILES["gexf"])
    networkx.read_graphml(folder / FILES["graphml"])


def test_a_graph_is_one_document_of_xml_whatever_a_name_holds(tmp_path: Path) -> None:
    networkx = pytest.importorskip("networkx")
    people = [PEOPLE[0]._replace(person=MARKUP, person_id='a"&<b>'), PEOPLE[1]]
    source = made_source(people=lambda fields=None: people)
    for name, read in (("gexf", networkx.read_gexf), ("graphml", networkx.read_graphml)):
        graph = read(write(name, source, tmp_path))
        assert 'person:a"&<b>' in graph
        assert graph.nodes['person:a"&<b>']["label"].startswith('x" & <b>')


def test_an_entry_of_bibtex_ends_where_it_ends(tmp_path: Path) -> None:
    bibtexparser = pytest.importorskip("bibtexparser")
    listed = [
        BRIDGE._replace(title=MARKUP, url="https://example.org/{a}?b=%20#c d", ministers=["Smith and Sons", "Ann Lee"]),
        BRIDGE._replace(id="bridge 2018", date="1920s"),
        BRIDGE._replace(id="bridge/2018", date="2018-Q1"),
    ]
    path = write("bib", made_source(listed=lambda: listed), tmp_path)
    entries = bibtexparser.loads(path.read_text("utf-8")).entries
    assert [entry["ID"] for entry in entries] == ["bridge-2018", "bridge-2018-2", "bridge-2018-3"]
    assert entries[0]["url"] == "https://example.org/%7Ba%7D?b=%20#c%20d"
    assert entries[0]["author"].endswith(" and Lee, Ann")
    assert entries[0]["author"].count(" and ") == 2
    assert entries[0]["author"].startswith("{")
    assert entries[1]["year"] == "1920s"
    text = path.read_text("utf-8")
    assert text.count("{") == text.count("}")


def test_csl_has_dates_as_precise_as_they_are(tmp_path: Path) -> None:
    listed = [BRIDGE._replace(date=date) for date in ("2018-02-16", "2018-02", "2018", "2018-W06", "1920s", None)]
    items = json.loads(write("csl", made_source(listed=lambda: listed), tmp_path).read_text("utf-8"))
    assert [item.get("issued") for item in items] == [
        {"date-parts": [[2018, 2, 16]]},
        {"date-parts": [[2018, 2]]},
        {"date-parts": [[2018]]},
        {"literal": "2018-W06"},
        {"literal": "1920s"},
        None,
    ]


def test_nothing_runs_in_a_timeline(tmp_path: Path) -> None:
    evil = '<img src=x onerror="alert(1)">'
    events = [EVENTS[1]._replace(sentence=evil, title=evil, people=[evil])]
    headings = [BRIDGE._replace(url='https://example.org/"onmouseover="x')]
    source = made_source(events=lambda: events, headings=lambda: headings, name=evil)
    text = write("timelinejs", source, tmp_path).read_text("utf-8")
    assert "<img" not in text
    assert "onmouseover" not in text
    script = made_source(events=lambda: events, headings=lambda: [BRIDGE._replace(url="javascript:alert(1)")])
    (tmp_path / FILES["timelinejs"]).unlink()
    assert "javascript:" not in write("timelinejs", script, tmp_path).read_text("utf-8")


def test_front_matter_of_a_note_is_read_back_whatever_it_holds(tmp_path: Path) -> None:
    import frontmatter

    person = PEOPLE[0]._replace(person="../../escape", variants=[PEOPLE[0].variants[0]._replace(text=MARKUP)])
    documents = [BRIDGE._replace(title="../../up"), *DOCUMENTS[1:]]
    source = made_source(
        people=lambda fields=None: [person, PEOPLE[1]], headings=lambda: documents, listed=lambda: documents
    )
    folder = write("notes", source, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [FILES["notes"]]
    notes = [frontmatter.load(str(path)) for path in folder.rglob("*.md")]
    assert len(notes) == 5
    aliases = next(note["aliases"] for note in notes if note.get("person_id") == person.person_id)
    assert aliases[0].startswith('x" & <b>')
    assert "\U0001f600" in aliases[0]


@pytest.mark.parametrize("text", PATHS)
def test_no_name_leaves_its_folder(text: str) -> None:
    found = FileNames().name(text, "instead")
    assert not set(found) & set('/\\:*?"<>|#^[]\0')
    assert found.strip(". ") == found != ""
    assert len(found.encode()) <= 140
    assert found.casefold() not in ("con", "nul.txt")


def test_no_name_is_anothers_on_any_system() -> None:
    names = FileNames()
    given = [names.name(text, "i") for text in ("Ann Lee", "ann lee", "Ann/Lee", "A\u0301n", "\u00c1n", "?", "i")]
    assert len({each.casefold() for each in given}) == len(given)
    assert file_name("Ann: Lee?") == "Ann Lee"


def test_a_person_without_a_row_is_null_in_the_tables(tmp_path: Path) -> None:
    from tests.render.records import MENTIONS

    mentions = [MENTIONS[0]._replace(person_id="joe"), MENTIONS[1]]
    base = sqlite3.connect(write("db", made_source(mentions=lambda: mentions), tmp_path))
    found = base.execute("SELECT person_id, person FROM mentions").fetchall()
    assert found == [(None, "Hana Pōtae"), ("hana-potae", "Hana Pōtae")]
    base.close()


def test_a_text_that_no_encoding_holds_is_made_visible(tmp_path: Path) -> None:
    shown = [SHOWN[0], SHOWN[1]._replace(path="bad\udcff.txt", title="a\udcffb")]
    base = sqlite3.connect(write("db", made_source(documents=lambda: shown), tmp_path))
    assert base.execute("SELECT path, title FROM documents WHERE id = 'harm'").fetchone() == ("bad\\xff.txt", "a\\xffb")
    assert base.execute("SELECT body FROM documents WHERE id = 'harm'").fetchone() == (EVIL,)
    base.close()


def test_a_graph_at_least(tmp_path: Path) -> None:
    networkx = pytest.importorskip("networkx")
    graph = networkx.read_graphml(write("graphml", made_source(at_least=2), tmp_path))
    assert sorted(graph) == ["organisation:bridge-safety-board", "person:hana-potae"]
    assert len(graph.edges) == 0  # they share one


def test_a_chart_counts_what_was_asked(tmp_path: Path) -> None:
    chart = json.loads(write("vega", made_source(by="a.b[c]", counts=lambda: COUNTS), tmp_path).read_text("utf-8"))
    assert chart["encoding"]["y"] == {"field": "value", "type": "nominal", "sort": None, "title": "a.b[c]"}
    assert HARM.title is not None
