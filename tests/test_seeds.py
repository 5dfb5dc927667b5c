"""The five seed documents, end to end through the command line: what they say, and where they say it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.waiting import GIVEN_UP

GOLD = json.loads((Path(__file__).parent / "seeds.json").read_text("utf-8"))


def ask(*words: str) -> list[dict[str, Any]]:
    done = subprocess.run(["nzn", *words, "--jsonl"], capture_output=True, encoding="utf-8", timeout=GIVEN_UP)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture(scope="module")
def shown() -> dict[str, dict[str, Any]]:
    ids = [record["id"] for record in ask("list")]
    return {record["id"]: record for record in ask("show", *ids)}


@pytest.mark.parametrize("stem", GOLD["documents"])
def test_metadata_with_its_sources(stem: str, shown: dict[str, dict[str, Any]]) -> None:
    record = next(r for r in shown.values() if Path(r["path"]).stem == stem)
    assert {key: record[key] for key in GOLD["documents"][stem]} == GOLD["documents"][stem]


def test_nineteen_people_and_no_other() -> None:
    people = {p["person"].replace("’", "'"): p for p in ask("who")}
    assert sorted(people) == sorted(p["person"] for p in GOLD["people"])
    for wanted in GOLD["people"]:
        person = people[wanted["person"]]
        assert person["is_minister"] == wanted["in_metadata"]
        assert {d[:3] for d in person["document_ids"]} == set(wanted["documents"])


def test_spans_are_where_they_say(shown: dict[str, dict[str, Any]]) -> None:
    found = [m for m in ask("who", "--mentions") if m["source"] == "text"] + ask("timeline", "--kind", "mentioned")
    assert len(found) > 50
    for span in found:
        assert shown[span["id"]]["body"][span["char_start"] : span["char_end"]] == span["text"]


def test_dated_events() -> None:
    events = {(e["id"][:3], e["value"], e["start"], e["end"]) for e in ask("timeline", "--kind", "mentioned")}
    for wanted in GOLD["events"]:
        if not wanted.get("optional"):
            assert (wanted["document"], wanted["value"], wanted["start"], wanted["end"]) in events, wanted["text"]


def test_undated_story_stays_unresolved() -> None:
    events = [e for e in ask("timeline", "--unresolved") if e["id"].startswith("002")]
    assert len(events) >= len(GOLD["unresolved_events"])
    assert {e["start"] for e in events} == {None}
    assert not any("May" in e["text"] for e in events)


def test_a_date_given_beside_the_documents_resolves_them(tmp_path: Path, seeds: Path) -> None:
    for path in seeds.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / ".nzn.toml").write_text('[documents."002*"]\ndate = 2019-01-26\n')
    events = ask("timeline", "-d", str(tmp_path), "--kind", "mentioned")
    told = [(e["text"].lower(), e["start"], e["end"]) for e in events if e["id"].startswith("002")]
    assert any("this morning" in text and start == end == "2019-01-26" for text, start, end in told)
    assert any("end of last year" in text and start > "2018-06" and end == "2018-12-31" for text, start, end in told)
    assert any("early this year" in text and start == "2019-01-01" and end < "2019-07" for text, start, end in told)
    assert any("this year" in text and (start, end) == ("2019-01-01", "2019-12-31") for text, start, end in told)


def test_sixteen_quotations_with_their_speakers(shown: dict[str, dict[str, Any]]) -> None:
    quotes = ask("quotes", "--unnamed")
    found = [(q["id"][:3], q["speaker"], q["text"].strip('"')) for q in quotes]
    assert sorted(found) == sorted((q["document"], q["speaker"], q["text"]) for q in GOLD["quotes"])
    for quote in quotes:
        body = shown[quote["id"]]["body"]
        assert body[quote["char_start"] : quote["char_end"]] == quote["text"]
        assert body[quote["speaker_start"] : quote["speaker_end"]] == quote["speaker_text"]


def records_within(value: Any) -> list[dict[str, Any]]:
    """Return the objects of a JSON value, nested ones too."""
    nested = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    found = [record for each in nested for record in records_within(each)]
    return [value, *found] if isinstance(value, dict) else found


@pytest.mark.parametrize(
    "words",
    [
        ("who",),
        ("who", "Peters"),
        ("who", "--role", "Foreign Minister"),
        ("who", "--role", "Foreign Minister", "--over-time"),
        ("who", "--pairs"),
        ("what",),
        ("what", "NATO"),
        ("what", "--acronyms"),
        ("words",),
        ("words", "--near", "NATO"),
        ("count", "--by", "person"),
        ("count", "--by", "speaker"),
        ("fields",),
        ("fields", "title"),
    ],
    ids=" ".join,
)
def test_documents_is_a_number_everywhere_and_document_ids_are_that_many(words: tuple[str, ...]) -> None:
    told = [record for record in records_within(ask(*words)) if {"documents", "document_ids"} & record.keys()]
    assert told
    for record in told:
        assert isinstance(record["documents"], int)
        assert len(set(record.get("document_ids", range(record["documents"])))) == record["documents"]
