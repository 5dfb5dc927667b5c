"""The timeline: one order, overlap, evidence, people of the sentence."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nzn_cli.annotate.people.people_tables import MENTION
from nzn_cli.errors import UsageError
from nzn_cli.model.annotations import DateSpan
from nzn_cli.model.answers import EventRecord
from nzn_cli.model.settings import Filters, TimelineRequest
from nzn_cli.query.timeline import events_in, timeline, timeline_counts, timeline_needs, wider_events
from nzn_cli.query.view import View
from tests.query.tables import document, person, view

BODY = "Ann Lee left on Tuesday.\n\nIn 2015 Bo Moe came. Rain is due next week, says\nAnn Lee. Soon it ends."


def span(text: str, value: str, start: str | None, end: str | None, **fields: Any) -> DateSpan:
    at = fields.pop("at", None)
    at = BODY.index(text) if at is None else at
    precision = {4: "year", 7: "month", 10: "day"}.get(len(value), "week")
    given = {"anchor": "2018-02-16", "anchor_source": "publication", "rule": "weekday", "rejected": None} | fields
    return DateSpan(at, at + len(text), text, value, start, end, precision, **given)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def corpus() -> View:
    made = view(
        [
            document("a.md", title="A", date="2018-02-16", body=BODY, ministers=("Ann Lee",)),
            document("b.md", title="B", date="2016", body=BODY),
            document("c.md", title="C", body=BODY),
        ],
        [
            (1, span("on Tuesday", "2018-02-13", "2018-02-13", "2018-02-13")),
            (1, span("2015", "2015", "2015-01-01", "2015-12-31")),
            (1, span("next week", "2018-W08", "2018-02-19", "2018-02-25", future=True)),
            (3, span("on Tuesday", "XXXX-WXX-2", None, None)),
        ],
    )
    for number, name in enumerate(("Ann Lee", "Bo Moe")):
        person(made, name, [(1, name, 0)])
        at = -1
        while (at := BODY.find(name, at + 1)) >= 0:
            row = (1, "person", number, "text", name, at, at + len(name), "full", 1.0, None)
            made.store.connection.execute(MENTION.insert, row)
    return made


def seen(corpus: View, request: TimelineRequest, filters: Filters | None = None) -> list[str]:
    return [event.text or f"{event.kind} {event.title}" for event in timeline(request, filters or Filters(), corpus)]


ASKED = [
    (TimelineRequest(), ["2015", "published B", "on Tuesday", "published A", "next week", "on Tuesday"]),
    (TimelineRequest(kinds=("published",)), ["published B", "published A"]),
    (TimelineRequest(kinds=("mentioned",)), ["2015", "on Tuesday", "next week", "on Tuesday"]),
    (TimelineRequest(start="2015-06", end="2015-07"), []),
    (TimelineRequest(start="2015-06", end="2015-07", overlapping=True), ["2015"]),
    (TimelineRequest(start="2015", end="2016"), ["2015", "published B"]),
    (TimelineRequest(start="2018-02-20"), []),
    (TimelineRequest(start="2018-02-20", overlapping=True), ["next week"]),
    (TimelineRequest(end="2016-01-01"), ["2015"]),
    (TimelineRequest(end="2016-01-01", overlapping=True), ["2015", "published B"]),
    (TimelineRequest(end="2015-12-30"), []),
    (TimelineRequest(unresolved=True), ["on Tuesday"]),
    (TimelineRequest(unresolved=True, kinds=("published",)), ["on Tuesday"]),
    (TimelineRequest(future=True), ["next week"]),
    (TimelineRequest(limit=1, offset=1), ["published B"]),
    (
        TimelineRequest(sort="title-,start"),
        ["on Tuesday", "published B", "2015", "on Tuesday", "published A", "next week"],
    ),
]


@pytest.mark.parametrize(("request_", "texts"), ASKED)
def test_what_is_asked_comes_in_order(corpus: View, request_: TimelineRequest, texts: list[str]) -> None:
    assert seen(corpus, request_) == texts


def test_filters_choose_the_documents(corpus: View) -> None:
    assert seen(corpus, TimelineRequest(), Filters(title=("b",))) == ["published B"]
    assert seen(corpus, TimelineRequest(), Filters(limit=2)) == ["2015", "published B"]
    assert timeline(TimelineRequest(limit=2), Filters(), corpus).total() == 6


def test_an_event_carries_its_sentence_and_the_people_named_in_it(corpus: View) -> None:
    by_text = {event.text: event for event in timeline(TimelineRequest(), Filters(title=("a",)), corpus)}
    assert by_text["on Tuesday"].sentence == "Ann Lee left on Tuesday."
    assert by_text["on Tuesday"].people == ["Ann Lee"]
    assert by_text["2015"].people == ["Bo Moe"]
    assert by_text["next week"].sentence == "Rain is due next week, says Ann Lee."
    assert by_text["next week"].people == ["Ann Lee"]
    assert by_text[None] == EventRecord(
        "published", "2018-02-16", "2018-02-16", "day", "2018-02-16", None, None,
        None, None, None, None, "a", "A", [], None, None, [],
    )  # fmt: skip


def test_without_the_field_no_sentence_is_read(corpus: View) -> None:
    events = list(timeline(TimelineRequest(kinds=("mentioned",)), Filters(), corpus, fields=("start", "text")))
    assert {event.sentence for event in events} == {None}


@pytest.mark.parametrize("fields", [(), ("start",), ("people",), ("title", "char_start")])
def test_the_order_is_the_same_whatever_is_shown(corpus: View, fields: tuple[str, ...]) -> None:
    whole = list(timeline(TimelineRequest(), Filters(), corpus))
    shown = list(timeline(TimelineRequest(), Filters(), corpus, fields))
    assert len(shown) == len(whole)
    assert [[getattr(one, name) for name in fields] for one in shown] == [
        [getattr(one, name) for name in fields] for one in whole
    ]


def test_events_of_a_document_stand_in_order_of_place(corpus: View) -> None:
    spans = {
        1: [span("2015", "2015", "2015-01-01", "2015-12-31"), span("on Tuesday", "2018-02-13", None, None)],
        3: [span("next week", "2018-W08", None, None)],
    }
    events = list(events_in([3, 1], corpus, spans.__getitem__))
    assert [(event.id, event.text) for event in events] == [("c", "next week"), ("a", "on Tuesday"), ("a", "2015")]
    assert events[1].sentence == "Ann Lee left on Tuesday."


@pytest.mark.parametrize(
    ("by", "counts"),
    [
        ("year", [("2015", 1), ("2016", 1), ("2018", 3), (None, 1)]),
        ("month", [("2015", 1), ("2016", 1), ("2018-02", 3), (None, 1)]),
        ("day", [("2015", 1), ("2016", 1), ("2018-02", 1), ("2018-02-13", 1), ("2018-02-16", 1), (None, 1)]),
    ],
)
def test_counts_by_span(corpus: View, by: str, counts: list[tuple[str | None, int]]) -> None:
    assert list(timeline_counts(by, TimelineRequest(), Filters(), corpus)) == counts


def test_only_what_is_shown_is_needed() -> None:
    assert timeline_needs(TimelineRequest(kinds=("published",)), Filters()) == {"documents"}
    assert timeline_needs(TimelineRequest(), Filters()) == {"documents", "dates", "people"}
    assert timeline_needs(TimelineRequest(), Filters(), ("start",)) == {"documents", "dates"}


@pytest.mark.parametrize(
    "request_", [TimelineRequest(kinds=("said",)), TimelineRequest(sort="size"), TimelineRequest(start="whenever")]
)
def test_what_cannot_be_read_is_a_usage_error(corpus: View, request_: TimelineRequest) -> None:
    with pytest.raises(UsageError) as error:
        seen(corpus, request_)
    assert error.value.hint


days = st.dates().map(lambda day: day.isoformat())
spans = st.tuples(days, days).map(lambda pair: (min(pair), max(pair)))


@given(st.lists(spans, max_size=8), spans)
@settings(max_examples=60)
def test_a_window_lets_through_what_is_inside_and_what_overlaps_when_asked(
    events: list[tuple[str, str]], asked: tuple[str, str]
) -> None:
    made = view([document("a.md", body="x")], [(1, span("x", "2000", first, last, at=0)) for first, last in events])
    window = TimelineRequest(start=asked[0], end=asked[1])
    inside, overlapping = (
        [(event.start, event.end) for event in timeline(request, Filters(), made)]
        for request in (window, window._replace(overlapping=True))
    )
    assert inside == sorted(each for each in events if asked[0] <= each[0] and each[1] <= asked[1])
    assert overlapping == sorted(each for each in events if each[0] <= asked[1] and asked[0] <= each[1])
    assert wider_events(window, Filters(), made) == len(overlapping) - len(inside)


def test_every_period_of_a_window_has_a_row(corpus: View) -> None:
    def counted(by: str, **asked: Any) -> list[tuple[str | None, int]]:
        return [(one.value, one.documents) for one in timeline_counts(by, TimelineRequest(**asked), Filters(), corpus)]

    assert counted("month", start="2018-01", end="2018-04") == [
        ("2018-01", 0), ("2018-02", 3), ("2018-03", 0), ("2018-04", 0)
    ]  # fmt: skip
    assert counted("year", start="2014", end="2016") == [("2014", 0), ("2015", 1), ("2016", 1)]
    assert counted("day", start="2015-06-01", end="2015-06-02", overlapping=True) == [
        ("2015-06-01", 1), ("2015-06-02", 0)
    ]  # fmt: skip
    assert counted("year", start="2018-02-16")[0] == ("2018", 2)
    assert counted("month", start="2020", end="2020")[-1] == ("2020-12", 0)


def test_what_overlaps_is_of_a_window(corpus: View) -> None:
    with pytest.raises(UsageError, match="--overlapping"):
        list(timeline(TimelineRequest(overlapping=True), Filters(), corpus))
