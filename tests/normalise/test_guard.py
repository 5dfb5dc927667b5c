"""A fault in one extractor costs that extractor's facts alone, whoever asks, and the document says so."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from nzn_cli.annotate.guard import annotations_of
from nzn_cli.annotate.people.people_facts import PeopleFacts
from nzn_cli.annotate.registry import by_name
from nzn_cli.api import open_corpus
from nzn_cli.model.annotations import TextPeople
from nzn_cli.model.documents import Credit, Problem
from nzn_cli.model.settings import Folder, Settings
from nzn_cli.normalise.document import document_from_bytes

TEXT = """---
title: Harbour
date: 2018-05-05
minister: Hon Tom Bay
portfolio: Reefs
---
Ann Hale said on 3 April 2018 that the harbour was full.
"""
CREDITS = (Credit("Tom Bay", "Hon Tom Bay", "Minister of Reefs"), Credit("Ann Hale", "Ann Hale", None))


def _fails(*_: object, **__: object) -> None:
    raise KeyError("no such thing")


def _people_of(body: str, credited: tuple[Credit, ...]) -> tuple[PeopleFacts, tuple[Problem, ...]]:
    annotator = by_name("people")
    assert annotator
    rows, problems = annotations_of(annotator, (body, credited))
    return PeopleFacts(*rows), problems  # type: ignore[arg-type]


def test_who_is_credited_stays_when_the_people_of_the_text_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nzn_cli.annotate.people.people_facts.find_people", _fails)
    people, problems = _people_of(TEXT, CREDITS)
    assert [(e.name, e.credited, e.mentions) for e in people.entities] == [("Tom Bay", True, 1), ("Ann Hale", True, 1)]
    assert [role.role for role in people.roles] == ["Minister of Reefs"]
    assert [one.code for one in problems] == ["not-extracted"]
    assert "KeyError" in problems[0].message


@pytest.mark.parametrize("name", ["people_facts.offices_of", "role_rows.normalise_role", "people_facts.same_key"])
def test_who_is_credited_stays_when_what_is_made_of_the_people_fails(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"nzn_cli.annotate.people.{name}", _fails)
    people, problems = _people_of("Ann Hale and the Minister met Tom Carmody.", CREDITS)
    assert {"Tom Bay", "Ann Hale"} <= {entity.name for entity in people.entities if entity.credited}
    assert "not-extracted" in [one.code for one in problems]


def test_where_reading_stopped_is_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nzn_cli.annotate.people.people_facts.find_people", lambda *_: TextPeople((), (), (), 1_234))
    _, problems = _people_of("Ann Hale said.", ())
    assert [one.code for one in problems] == ["too-much-work"]
    assert "1,234" in problems[0].message


@pytest.mark.parametrize(
    ("place", "lost"),
    [
        ("nzn_cli.normalise.document.read_document", {"ministers"}),
        ("nzn_cli.normalise.document._title", {"title"}),
        ("nzn_cli.normalise.document.publication", {"date"}),
        ("nzn_cli.normalise.document.credits_of", {"ministers"}),
        ("nzn_cli.normalise.document.with_portfolios", set()),
        ("nzn_cli.normalise.document.portfolios_of", set()),
        ("nzn_cli.normalise.document._url", set()),
    ],
)
def test_a_fault_in_reading_costs_what_it_struck(place: str, lost: set[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(place, _fails)
    document = document_from_bytes("harbour.md", TEXT.encode(), Folder("/corpus"))
    assert "Ann Hale said on 3 April 2018" in document.body
    found = {"title": document.title == "Harbour", "date": document.date == "2018-05-05", "ministers": document.credits}
    assert {name for name, value in found.items() if not value} == lost
    assert [one.code for one in document.warnings].count("not-extracted") == 1


@pytest.mark.parametrize("kept", [True, False])
def test_a_warning_goes_with_the_code_that_was_at_fault(
    kept: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, cache = tmp_path / "corpus", tmp_path / "cache"
    folder.mkdir()
    (folder / "harbour.md").write_text(TEXT, encoding="utf-8")
    asked = Settings((Folder(str(folder)),), str(cache), use_index=kept)
    with monkeypatch.context() as patched:
        patched.setattr("nzn_cli.annotate.people.people_facts.find_people", _fails)
        patched.setattr("nzn_cli.freshness.update.version_of", lambda _: "older")
        with open_corpus(asked) as corpus:
            assert [person.person for person in corpus.people()] == ["Tom Bay"]
            assert [one.code for record in corpus.list() for one in record.warnings] == ["not-extracted"]
            assert [problem.code for problem in corpus.check()] == ["not-extracted"]
    if kept:
        _touch_marks(cache)
    with open_corpus(asked) as corpus:
        assert {person.person for person in corpus.people()} == {"Tom Bay", "Ann Hale"}
        assert [one.code for record in corpus.list() for one in record.warnings] == []


def _touch_marks(cache: Path) -> None:
    """Let the people of an index be those of other code."""
    import sqlite3

    [file] = cache.glob("*.db")
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE setting SET value = 'older' WHERE key = 'people'")


# ---- every answer ------------------------------------------------------------------------------------------------

_POISONED = """
import sys
import nzn_cli.annotate.dates.date_facts as dates, nzn_cli.annotate.people.people_facts as people
def fails(*rest):
    raise ValueError("no such thing")
setattr(people if {name!r} == "find_people" else dates, {name!r}, fails)
from nzn_cli.__main__ import main
sys.exit(main())
"""
ASKED = [
    ("find_people", "show --people harbour", "Ann Hale said on 3 April 2018"),
    ("find_people", "show harbour", "Ann Hale said on 3 April 2018"),
    ("find_people", "who --no-index -O json", "Tom Bay"),
    ("find_people", "who --mentions --no-index -O json", "Hon Tom Bay"),
    ("find_people", "who -O json", "Tom Bay"),
    ("find_people", "timeline -O json", "3 April 2018"),
    ("find_people", "list --person bay -O json", "Harbour"),
    ("dates_of_text", "show --dates harbour", "nzn failed at its dates"),
    ("dates_of_text", "show --dates undated", "nzn failed at its dates"),
    ("dates_of_text", "show --people --dates harbour", "nzn failed at its dates"),
    ("dates_of_text", "show undated", "Ann Hale spoke"),
    ("dates_of_text", "check -O json", "undated"),
    ("dates_of_text", "timeline --no-index -O json", "Harbour"),
    ("dates_of_text", "timeline -O json", "Harbour"),
    ("dates_of_text", "who -O json", "Ann Hale"),
]


@pytest.mark.parametrize(("name", "line", "expected"), ASKED)
def test_no_answer_ends_in_a_fault(name: str, line: str, expected: str, tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "harbour.md").write_text(TEXT, encoding="utf-8")
    (folder / "undated.md").write_text("# Bridge\n\nAnn Hale spoke on 3 April 2018 of it.\n", encoding="utf-8")
    root = str(Path(__file__).resolve().parents[2])
    surroundings = os.environ | {"PYTHONPATH": root, "NZN_CACHE_DIR": str(tmp_path / "cache")}
    command = [sys.executable, "-c", _POISONED.format(name=name), "-d", str(folder), *line.split()]
    done = subprocess.run(command, capture_output=True, text=True, env=surroundings, check=False, timeout=60)
    assert done.returncode == (1 if line.startswith("check") else 0), done.stderr
    assert expected in done.stdout
    if line.endswith("json"):
        assert json.loads(done.stdout)
