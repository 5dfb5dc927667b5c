"""Every format on every answer, as snapshots; JSON against the answer's own schema; and what each format promises."""

from __future__ import annotations

import csv
import io
import json

import jsonschema
import pytest

from nzn_cli.errors import UsageError
from nzn_cli.render.answers import ANSWERS, meaning, named_fields, shape_of
from nzn_cli.render.delimited import csv_cell, tsv_cell
from nzn_cli.render.formats import FORMATS, Layout, formats_for, written
from nzn_cli.render.json_schema import names, schema
from nzn_cli.render.page import Page
from tests.render.records import BY_ANSWER, BY_KEY
from tests.render.snapshot import check

CASES = [(answer, name) for answer in ANSWERS for name in formats_for(shape_of(answer, BY_KEY.get(answer)))]


def _text(answer: str, name: str, width: int = 80, fields: str | None = None) -> str:
    shape = shape_of(answer, BY_KEY.get(answer))
    order = Layout(shape, named_fields(shape, fields) if fields else None)
    return "".join(written(name, BY_ANSWER[answer], order, Page(width)))


def test_every_answer_has_records_to_show() -> None:
    assert set(BY_ANSWER) == set(ANSWERS)


@pytest.mark.parametrize(("answer", "name"), CASES)
def test_format_is_its_snapshot(answer: str, name: str) -> None:
    check(f"formats/{answer}.{name}", _text(answer, name))


@pytest.mark.parametrize("answer", ANSWERS)
def test_json_validates_against_the_schema(answer: str) -> None:
    records = json.loads(_text(answer, "json"))
    assert len(records) == len(BY_ANSWER[answer])
    for of in (answer, ANSWERS[answer].command):
        jsonschema.validate(records, schema(of), cls=jsonschema.Draft202012Validator)


@pytest.mark.parametrize("answer", ANSWERS)
def test_jsonl_is_json_a_line_at_a_time(answer: str) -> None:
    lines = _text(answer, "jsonl").splitlines()
    assert [json.loads(line) for line in lines] == json.loads(_text(answer, "json"))


def test_no_records_is_an_empty_array() -> None:
    assert "".join(written("json", [], Layout(shape_of("list")), Page())) == "[]\n"


@pytest.mark.parametrize("name", names())
def test_schema_is_a_schema_and_tells_every_field(name: str) -> None:
    found = schema(name)
    jsonschema.Draft202012Validator.check_schema(found)
    assert '"description": ""' not in json.dumps(found)


def test_schema_of_something_else_is_refused() -> None:
    with pytest.raises(UsageError):
        schema("nothing")


@pytest.mark.parametrize("answer", ANSWERS)
def test_every_field_has_a_meaning(answer: str) -> None:
    shape = shape_of(answer, BY_KEY.get(answer))
    for field in shape.fields:
        assert meaning(shape.record.__name__, "value" if field == "value" else shape.key(field))


def test_json_prints_letters_and_hides_what_terminals_obey() -> None:
    text = _text("list", "json")
    assert "Pōtae" in text
    assert "\x9b" not in text
    assert "\u202e" not in text
    assert json.loads(text)[2]["title"] == BY_ANSWER["list"][2].title
    assert json.loads(text)[2]["path"] == "bad\\xff\nname.txt"


def test_csv_reads_back_and_runs_nothing() -> None:
    rows = list(csv.DictReader(io.StringIO(_text("list", "csv"))))
    assert list(rows[0]) == list(shape_of("list").keys)
    assert rows[0]["ministers"] == "Hana Pōtae; Liam O'Brien"
    assert rows[2]["ministers"] == "'=cmd()"
    assert rows[2]["title"][0] == "'"


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-cmd", "'-cmd"),
        ("+cmd", "'+cmd"),
        ("-5", "-5"),
        ("+5.25", "+5.25"),
        ("-", "'-"),
        ("\tx", "'\tx"),
        ("plain, with comma", '"plain, with comma"'),
        ('say "x"', '"say ""x"""'),
        (None, ""),
        (-3, "-3"),
    ],
)
def test_csv_cells(text: object, cell: str) -> None:
    assert csv_cell(text) == cell


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("a\tb\nc\\d\re", "a\\tb\\nc\\\\d\\re"),
        (["a", "b"], "a; b"),
        (None, ""),
        ("\x1b[31m", "\\x1b[31m"),
    ],
)
def test_tsv_cells(value: object, cell: str) -> None:
    assert tsv_cell(value) == cell


def test_tsv_has_one_line_a_record_and_the_columns_of_the_table() -> None:
    lines = _text("list", "tsv").splitlines()
    assert len(lines) == 3
    assert {line.count("\t") for line in lines} == {len(shape_of("list").columns) - 1}


def test_fields_choose_and_order() -> None:
    assert json.loads(_text("list", "json", fields="path,id"))[0] == {
        "path": "stories/bridge-2018.md",
        "id": "bridge-2018",
    }
    assert _text("list", "tsv", fields="meta.desk,id").splitlines()[0] == "city\tbridge-2018"
    assert list(json.loads(_text("who-name", "json"))[0])[-1] == "with"


def test_a_field_that_there_is_none_of_names_the_nearest() -> None:
    with pytest.raises(UsageError) as refused:
        named_fields(shape_of("list"), "id,titel")
    assert "'titel'" in refused.value.message
    assert refused.value.hint == "did you mean title?"


def test_a_format_that_cannot_show_the_answer_is_refused() -> None:
    for answer, name in (("who", "ids"), ("list", "ics"), ("timeline", "paths")):
        with pytest.raises(UsageError):
            "".join(written(name, [], Layout(shape_of(answer)), Page()))


def test_count_prints_its_value_under_the_key() -> None:
    assert json.loads(_text("count", "json"))[0] == {"year": "2018", "documents": 12}


def test_every_format_is_told() -> None:
    assert all(FORMATS.values())
