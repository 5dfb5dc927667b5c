"""What stands where: lines of `grep` once each, counted by --limit; sentences in every format; places of mentions."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.nzn import nzn, on_terminal

TEXT = """---
title: Weirs and weirs
date: 2019-03-08
note: a weir
other: a second weir
---
Hana Pōtae opened the long
weir on Tuesday; a weir is a dam.

No dam is a weir, said Ms Pōtae.
"""


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    """Return a folder with one document."""
    (tmp_path / "weirs.md").write_text(TEXT, "utf-8")
    return tmp_path


def test_a_line_stands_once(stories: Path) -> None:
    both = nzn("-d", ".", "grep", "-e", "long weir", "-e", "dam", cwd=stories).out
    assert both == "weirs.md:7:Hana Pōtae opened the long\nweir on Tuesday; a weir is a dam.\nweirs.md:10:" + (
        "No dam is a weir, said Ms Pōtae.\n"
    )
    shown = on_terminal("nzn -d . grep -e 'long weir' -e dam --color always", stories)
    assert shown.count("on Tuesday") == 1
    context = nzn("-d", ".", "grep", "-C1", "-e", "long weir", "-e", "dam", cwd=stories).out
    assert context.count("on Tuesday") == 1


def test_each_piece_of_metadata_is_a_line(stories: Path) -> None:
    found = nzn("-d", ".", "grep", "--in", "title,meta", "-i", "weir", cwd=stories).out.splitlines()
    assert found == [
        "weirs.md:Weirs and weirs",
        "weirs.md:title: Weirs and weirs",
        "weirs.md:note: a weir",
        "weirs.md:other: a second weir",
    ]


@pytest.mark.parametrize(("limit", "numbers"), [("1", [8, 8]), ("2", [8, 8, 10, 10]), ("3", [8, 8, 10, 10])])
def test_a_limit_of_grep_counts_lines(limit: str, numbers: list[int], stories: Path) -> None:
    ran = nzn("-d", ".", "grep", "-e", "dam", "-e", "a weir", "--limit", limit, "--json", cwd=stories)
    assert [hit["line"] for hit in json.loads(ran.out)] == numbers
    assert ("1 of 2 shown" in ran.err) is (limit == "1")
    rest = nzn("-d", ".", "grep", "-e", "dam", "-e", "a weir", "--offset", "1", cwd=stories).out
    assert rest.startswith("weirs.md:10:")


def test_counts_tell_date_and_title(stories: Path) -> None:
    for flags in ("-c", "-co"):
        (count,) = json.loads(nzn("-d", ".", "grep", flags, "dam", "--json", cwd=stories).out)
        assert (count["date"], count["title"], count["count"]) == ("2019-03-08", "Weirs and weirs", 2)
    assert nzn("-d", ".", "grep", "-c", "dam", cwd=stories).out == "weirs.md:2\n"


def test_the_sentence_of_an_event_is_in_every_format(stories: Path) -> None:
    sentence = "Hana Pōtae opened the long weir on Tuesday; a weir is a dam."
    at = ("-d", ".", "timeline", "--kind", "mentioned")
    assert nzn(*at, cwd=stories).out.rstrip("\n").split("\t")[-1] == sentence
    (row,) = csv.DictReader(io.StringIO(nzn(*at, "--csv", cwd=stories).out))
    assert row["sentence"] == sentence
    assert sentence in nzn(*at, "-O", "md", cwd=stories).out


def test_mentions_tell_where_they_stand(stories: Path) -> None:
    at = ("-d", ".", "who", "--mentions", "Pōtae")
    found = json.loads(nzn(*at, "--json", cwd=stories).out)
    assert [(one["path"], one["line"], one["text"]) for one in found] == [
        ("weirs.md", 7, "Hana Pōtae"),
        ("weirs.md", 10, "Ms Pōtae"),
    ]
    assert found[1]["sentence"] == "No dam is a weir, said Ms Pōtae."
    lines = TEXT.split("\n")
    assert all(one["text"] in lines[one["line"] - 1] for one in found)
    assert nzn(*at, "--fields", "path,line", cwd=stories).out == "weirs.md\t7\nweirs.md\t10\n"
