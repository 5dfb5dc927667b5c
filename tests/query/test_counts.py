"""Counts, fields and the overview of a small corpus."""

from __future__ import annotations

import pytest

from nzn_cli.errors import NothingFound, UsageError
from nzn_cli.model.answers import CountRecord, FieldRecord
from nzn_cli.model.settings import Filters
from nzn_cli.query.counts import count, count_needs, values
from nzn_cli.query.fields import fields
from nzn_cli.query.overview import overview
from nzn_cli.query.view import View
from tests.query.tables import document, person, problem, view


@pytest.fixture(scope="module")
def corpus() -> View:
    late = problem("date-unreadable")._replace(message="day: someday is no date that can be read")
    made = view(
        [
            document(
                "a.md", title="Rain over the hills", date="2018-05-01", ministers=("Ann Lee", "Bo Moe"),
                site="x.example", url="https://x.example/1",
                meta={"kind": "speech", "tags": ["wet", "cold"], "day": "2018-05-01"},
            ),
            document("b.md", title="Sun", date="2018", ministers=("Ann Lee",), meta={"kind": "note", "tags": "wet"}),
            document(
                "c.md", date="2017-03-02", date_source="text", portfolios=("Water",), warnings=(late,),
                meta={"kind": "note", "day": "someday", "stars": 3, "draft": True, "more": {"x": 1}, "none": None},
            ),
            document("d.md"),
        ]
    )  # fmt: skip
    person(made, "Ann Lee", [(1, "Ann Lee", 1), (2, "Ms Lee", 1)])
    person(made, "Cy Noe", [(1, "Cy Noe", 0)])
    return made


@pytest.mark.parametrize(
    ("by", "counts"),
    [
        (None, [(None, 4)]),
        ("year", [("2017", 1), ("2018", 2), (None, 1)]),
        (
            "month",
            [("2017-03", 1)]
            + [(f"2017-{month:02d}", 0) for month in range(4, 13)]
            + [("2018", 1)]
            + [(f"2018-0{month}", 0) for month in range(1, 5)]
            + [("2018-05", 1), (None, 1)],
        ),
        ("minister", [("Ann Lee", 2), ("Bo Moe", 1)]),
        ("portfolio", [("Water", 1)]),
        ("site", [("x.example", 1)]),
        ("person", [("Ann Lee", 2), ("Cy Noe", 1)]),
        ("kind", [("note", 2), ("speech", 1)]),
        ("Kind", [("note", 2), ("speech", 1)]),
        ("tags", [("wet", 2), ("cold", 1)]),
        ("stars", [("3", 1)]),
        ("encoding", [("utf-8", 4)]),
    ],
)
def test_documents_by_key(corpus: View, by: str | None, counts: list[tuple[str | None, int]]) -> None:
    assert list(count(by, Filters(), corpus)) == counts


def test_filters_order_and_limit(corpus: View) -> None:
    assert list(count("year", Filters(minister=("lee",)), corpus)) == [("2018", 2)]
    assert list(count("kind", Filters(since="2018"), corpus)) == [("note", 1), ("speech", 1)]
    assert list(count("year", Filters(no_inferred=True), corpus)) == [("2018", 2), (None, 2)]
    assert list(count("kind", Filters(sort="documents"), corpus)) == [("speech", 1), ("note", 2)]
    assert list(count("year", Filters(sort="year-"), corpus))[:2] == [("2018", 2), ("2017", 1)]
    answer = count("year", Filters(limit=1, offset=1), corpus)
    assert (list(answer), answer.total()) == ([CountRecord("2018", 2)], 3)


def test_one_number_has_no_order(corpus: View) -> None:
    with pytest.raises(UsageError, match="--sort needs --by"):
        count(None, Filters(sort="documents"), corpus)


@pytest.mark.parametrize(
    ("sort", "keys"),
    [
        ("key", ["day", "draft", "kind", "more", "none", "stars", "tags"]),
        ("problems-,key-", ["day", "tags", "stars", "none", "more", "kind", "draft"]),
        ("documents,distinct-,key", ["draft", "more", "stars", "none", "day", "tags", "kind"]),
    ],
)
def test_fields_in_an_order_that_was_asked_for(corpus: View, sort: str, keys: list[str]) -> None:
    assert [record.key for record in fields(Filters(sort=sort), corpus)] == keys
    assert [record.key for record in fields(Filters(sort=sort, limit=1, offset=2), corpus)] == keys[2:3]


def test_fields_have_no_other_order(corpus: View) -> None:
    with pytest.raises(UsageError, match="cannot sort keys by 'titel'"):
        fields(Filters(sort="titel"), corpus)


def test_values_in_an_order_that_was_asked_for(corpus: View) -> None:
    assert [record.value for record in values("kind", Filters(sort="value-"), corpus)] == ["speech", "note"]
    assert [record.value for record in values("kind", Filters(sort="documents"), corpus)] == ["speech", "note"]


def test_what_has_no_value_is_last_in_any_order(corpus: View) -> None:
    assert [record.value for record in count("year", Filters(sort="value-"), corpus)] == ["2018", "2017", None]
    assert [record.value for record in count("year", Filters(sort="year"), corpus)] == ["2017", "2018", None]


def test_an_unknown_key_is_told_with_the_nearest(corpus: View) -> None:
    with pytest.raises(NothingFound) as error:
        count("kinds", Filters(), corpus)
    assert error.value.nearest == ("kind",)
    with pytest.raises(UsageError):
        count("kind", Filters(sort="size"), corpus)
    assert count_needs("person", Filters()) == {"documents", "people"}
    assert count_needs("kind", Filters()) == {"documents"}


def test_values_of_a_key(corpus: View) -> None:
    assert list(values("tags", Filters(), corpus)) == [("wet", 2), ("cold", 1)]
    assert list(values("year", Filters(), corpus)) == [("2017", 1), ("2018", 2)]


def test_fields_tell_types_examples_and_problems(corpus: View) -> None:
    found = {record.key: record for record in fields(Filters(), corpus)}
    assert next(iter(found)) == "kind"
    assert found["kind"] == FieldRecord("kind", ["string"], 3, 2, ["note", "speech"], 0)
    assert found["tags"] == FieldRecord("tags", ["list", "string"], 2, 2, ["wet", "cold"], 0)
    assert found["day"] == FieldRecord("day", ["date", "string"], 2, 2, ["2018-05-01", "someday"], 1)
    assert [found[key].types for key in ("stars", "draft", "more", "none")] == [
        ["integer"],
        ["boolean"],
        ["mapping"],
        ["null"],
    ]
    assert [(r.key, r.documents) for r in fields(Filters(title=("sun",)), corpus)] == [("kind", 1), ("tags", 1)]
    assert len(list(fields(Filters(limit=2), corpus))) == 2


def test_the_overview_gives_figures_and_commands_of_this_corpus(corpus: View) -> None:
    found = overview(corpus)
    assert (found.documents, found.undated, found.first, found.last) == (4, 1, "2017-03-02", "2018-05-01")
    assert found.credited == [("Ann Lee", 2), ("Bo Moe", 1)]
    assert found.examples == [
        ["list", "--minister", "Lee"],
        ["show", "a"],
        ["grep", "-i", "hills"],
        ["timeline", "--from", "2018", "--to", "2018"],
    ]
    empty = overview(view([]))
    assert (empty.documents, empty.examples, empty.others) == (0, [], [])
    assert len(overview(view([document("x.md", title="On it")])).examples) >= 3


@pytest.mark.parametrize(
    ("by", "counted"),
    [
        ("year", [("1920s", 1), ("2018", 3)]),
        ("month", [("1920s", 1), ("2018", 2), ("2018-05", 1)]),
        ("day", [("1920s", 1), ("2018", 2), ("2018-05-01", 1)]),
    ],
)
def test_a_part_of_a_date_is_counted_as_precise_as_it_is(by: str, counted: list[tuple[str, int]]) -> None:
    dates = {"a": "2018-05-01", "b": "2018-Q2", "c": "2018-W20", "d": "1920s"}
    found = count(by, Filters(), view([document(f"{name}.md", date=date) for name, date in dates.items()]))
    assert [(one.value, one.documents) for one in found] == counted
