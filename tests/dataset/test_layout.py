"""What a dataset is made of, and that no version file leads out of it."""

from __future__ import annotations

import json
import os

import pytest

from nzn_cli.dataset.layout import (
    VERSION_FILE,
    index_path,
    is_part,
    next_version,
    parsed_version,
    read_version,
    row_number,
    stored_path,
    tables,
    version_text,
    write_version,
)
from nzn_cli.errors import FolderError

FIRST = next_version(
    None,
    {"document": ["document/v000001/part-0.parquet"], "person": ["person/v000001/part-0.parquet"]},
    code="c",
    source="/papers",
    settings={"day_first": False, "keys": {"date": ["when"]}},
)


def test_tables_are_those_of_the_index_but_for_what_is_the_index_s_own():
    names = set(tables())
    assert {"document", "value", "body", "credit", "mention", "event", "quotation", "person", "organisation"} <= names
    assert not names & {"setting", "snapshot", "segment", "posting", "annotation", "search_text"}
    assert [column.name for column in tables()["file"].columns] == ["doc", "path", "size", "time", "content"]
    assert "id" not in [column.name for column in tables()["document"].columns]


def test_a_table_without_a_key_has_numbered_rows():
    assert tables()["mention"].numbered
    assert not tables()["document"].numbered
    assert not tables()["person_name"].numbered
    assert row_number(7, 2) > row_number(7, 1) > row_number(6, 4_000_000)


def test_a_version_is_read_as_it_was_written(tmp_path):
    write_version(str(tmp_path), FIRST)
    assert read_version(str(tmp_path)) == parsed_version(version_text(FIRST), "x")
    assert read_version(str(tmp_path)).parts["document"] == ("document/v000001/part-0.parquet",)
    assert read_version(str(tmp_path / "nowhere")) is None
    assert [path.name for path in tmp_path.iterdir()] == [VERSION_FILE]


def test_facts_add_up_and_what_depends_on_all_is_replaced():
    new = {"document": ["document/v000002/a.parquet"], "person": ["person/v000002/a.parquet"]}
    second = next_version(FIRST, new, code="c", source="/papers", settings={}, dead=[4])
    assert second.number == 2
    assert second.parts["document"] == ("document/v000001/part-0.parquet", "document/v000002/a.parquet")
    assert second.parts["person"] == ("person/v000002/a.parquet",)
    assert next_version(second, {}, code="c", source="/papers", settings={}, dead=[2]).dead == (2, 4)


@pytest.mark.parametrize(
    "name",
    ["../a.parquet", "/etc/a.parquet", "a/../../b.parquet", "a*.parquet", "s3://b/a.parquet", "a.csv", "", 3],
)
def test_a_part_lies_below_the_dataset(name):
    assert not is_part(name)
    stated = json.loads(version_text(FIRST)) | {"parts": {"document": [name]}}
    with pytest.raises(FolderError, match="no part of it"):
        parsed_version(json.dumps(stated), "target")


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", "null", '{"format": 1}', "[" * 100_000])
def test_what_is_no_version_file_is_said_to_be_none(text):
    with pytest.raises(FolderError, match="no version file"):
        parsed_version(text, "target")


def test_another_format_or_table_is_refused():
    stated = json.loads(version_text(FIRST))
    with pytest.raises(FolderError, match="another nzn"):
        parsed_version(json.dumps(stated | {"format": 2}), "target")
    with pytest.raises(FolderError, match="a table that no dataset has"):
        parsed_version(json.dumps(stated | {"parts": {"x; DROP": []}}), "target")


@pytest.mark.parametrize("path", ["a/b.md", b"a/\xff.md", "\U0010ffffab", "é.md"])
def test_a_path_comes_back(path):
    assert os.fsencode(index_path(stored_path(path))) == os.fsencode(path)
