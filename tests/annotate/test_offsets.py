"""What annotators find in a surface, as the index and the answers hold it: offsets, texts and evidence of the body."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from nzn_cli.annotate.dates.event_table import TABLES
from nzn_cli.annotate.offsets import rows_on_body, rows_on_surface
from nzn_cli.api import open_corpus
from nzn_cli.model.settings import Filters, Folder, GrepRequest, Settings, TimelineRequest
from nzn_cli.text.surface import surface
from tests.cli.nzn import nzn

BODY = (
    "Minister Tama\u0304ti Hale-\nReid and **Ivy  Marsh** opened the har-\nbour on the 5<sup>th</sup> of\n"
    "[May](x.md) 2016. Ivy\nMarsh left on Fri\u00adday.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "notes"
    path.mkdir()
    (path / "a.md").write_text(f"---\ndate: 2016-05-12\ntags: [Ma\u0304ori]\n---\n{BODY}", encoding="utf-8")
    (path / "b.md").write_text("---\ndate: 2016-05-13\ntags: [M\u0101ori]\n---\nNothing.\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("use_index", [True, False])
def test_records_have_the_bodys_words_and_offsets(folder: Path, tmp_path: Path, use_index: bool) -> None:
    settings = Settings((Folder(str(folder)),), str(tmp_path / "cache"), use_index=use_index, jobs=1)
    with open_corpus(settings, cwd=str(folder)) as corpus:
        (body,) = [record.body for record in corpus.show(["a"])]
        records = [*corpus.mentions(), *corpus.timeline(TimelineRequest(kinds=("mentioned",)))]
        assert {str(record.text) for record in records} >= {
            "Ivy  Marsh",
            "Ivy\nMarsh",
            "5<sup>th</sup> of\n[May](x.md) 2016",
        }
        assert all(body[record.char_start : record.char_end] == record.text for record in records)
        people = {record.person: {each.text for each in record.variants} for record in corpus.people()}
        assert people["Ivy Marsh"] == {"Ivy Marsh"}
        assert not any("\n" in text for texts in people.values() for text in texts)
        events = {event.start: event.sentence for event in corpus.timeline(TimelineRequest(kinds=("mentioned",)))}
        assert (events["2016-05-05"] or "").endswith("opened the harbour on the 5th of May 2016.")
        assert [record.id for record in corpus.grep_documents(GrepRequest(("harbour on the 5th of may",)))] == ["a"]
        assert [record.id for record in corpus.search("friday harbour")] == ["a"]
        assert {record.value: record.documents for record in corpus.count("tags")} == {"M\u0101ori": 2}
        assert len(list(corpus.list(Filters(where=("tags=Ma\u0304ori",))))) == 2


def test_tables_print_the_surface_and_json_the_body(folder: Path) -> None:
    asked = ["-d", str(folder), "who", "--mentions"]
    printed = nzn(*asked, "--json").out
    assert "Ivy\nMarsh" in {record["text"] for record in json.loads(printed)}
    for way in ("tsv", "csv", "md"):
        assert "Ivy Marsh" in (text := nzn(*asked, "-O", way).out)
        assert "Ivy\\nMarsh" not in text
    rows = list(csv.DictReader(io.StringIO(nzn("-d", str(folder), "timeline", "--csv").out)))
    assert "5th of May 2016" in {row["text"] for row in rows}


def test_rows_come_back_as_an_annotator_found_them() -> None:
    (table,) = TABLES
    read = surface(BODY.strip())
    start = read.text.index("5th of")
    names = [column.split()[0] for column in table.columns]
    row = dict.fromkeys(names[:-1], "x") | {
        "char_start": start,
        "char_end": start + 15,
        "text": "5th of May 2016",
        "parts": f"{start} {start + 3} 2016-05-05;{start + 7} {start + 10} 2016-05",
    }
    (stored,) = rows_on_body(table, [tuple(row.values())], read)
    held = dict(zip(names, stored, strict=True))
    assert read.body[held["char_start"] : held["char_end"]] == held["written"] == "5<sup>th</sup> of\n[May](x.md) 2016"
    assert held["text"] == "5th of May 2016"
    first, second = ([int(n) for n in part.split()[:2]] for part in held["parts"].split(";"))
    assert [read.body[a:b] for a, b in (first, second)] == ["5<sup>th", "May"]
    assert rows_on_surface(table, [stored], read) == [tuple(row.values())]
