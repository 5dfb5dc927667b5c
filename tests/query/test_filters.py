"""Filters: as SQL they let through what a plain reading of them in Python does."""

from __future__ import annotations

import fnmatch
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nzn_cli.errors import NothingFound, UsageError
from nzn_cli.model.documents import Document
from nzn_cli.model.settings import Filters
from nzn_cli.query.document_records import documents
from nzn_cli.query.filters import needs, where
from nzn_cli.text.calendar import cover
from nzn_cli.text.folding import fold
from nzn_cli.text.typed_dates import parse_when
from tests.query.tables import NOW, document, person, view

RIVER = document(
    "water/river.md",
    title="Café by the River",
    date="2018-09-12",
    ministers=("Aroha Ngata", "Tom O'Brien"),
    portfolios=("Water", "Local Government"),
    url="https://www.water.example/1",
    site="water.example",
    meta={"type": "speech", "stars": 5, "tags": ["Wet", "cold"], "updated": "2019-01-02 10:00:00"},
)
LAKE = document(
    "water/lake.txt",
    title="The lake",
    title_source="text",
    date="2018-09",
    date_source="filename",
    ministers=("Bo Ngata",),
    site="lakes.example.org",
    url="https://lakes.example.org/x",
    url_source="text",
    meta={"type": "note", "stars": 12, "empty": ""},
)
HILL = document("hill.md", title="A hill", date="2017", portfolios=("Land",), meta={"Type": "speech", "stars": "many"})
BARE = document("notes/bare.txt")
ALL = (RIVER, LAKE, HILL, BARE)


def found(filters: Filters) -> list[str]:
    return [record.path for record in documents(filters, view(ALL))]


NAMES = {"r": RIVER.path, "l": LAKE.path, "h": HILL.path, "b": BARE.path}


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(), "rlhb"),
        (Filters(since="2018-09-20"), "l"),  # its month reaches beyond the 20th
        (Filters(until="2018-09-11"), "lh"),
        (Filters(since="2018", until="2018"), "rl"),
        (Filters(on="2018-09-12"), "rl"),
        (Filters(on="2017-05"), "h"),
        (Filters(since="9 years ago"), "rlh"),
        (Filters(minister=("Ngata",)), "rl"),
        (Filters(minister=("ngata aroha",)), "r"),
        (Filters(minister=("Hon Tom O’Brien",)), "r"),
        (Filters(minister=("Bo", "O'Brien")), "rl"),
        (Filters(minister=("Bo",), title=("river",)), ""),
        (Filters(portfolio=("government",)), "r"),
        (Filters(site=("example",)), "rl"),
        (Filters(site=("water.example",)), "r"),
        (Filters(title=("cafe  BY",)), "r"),
        (Filters(title=("lake", "hill")), "lh"),
        (Filters(where=("type=SPEECH",)), "r"),
        (Filters(where=("stars=5.0",)), "r"),
        (Filters(where=("stars>=5",)), "rl"),
        (Filters(where=("stars<12",)), "r"),
        (Filters(where=("stars!=5",)), "lhb"),
        (Filters(where=("type~^sp",)), "r"),
        (Filters(where=("type!~^sp",)), "lhb"),
        (Filters(where=("tags=wet",)), "r"),
        (Filters(where=("updated>2018",)), "r"),
        (Filters(where=("updated=2019-01",)), "r"),
        (Filters(where=("updated>2019",)), ""),
        (Filters(where=("updated>='8 years ago'".replace("'", ""),)), "r"),
        (Filters(where=("date<2018",)), "h"),
        (Filters(where=("title~^the",)), "l"),
        (Filters(where=("minister=Bo Ngata",)), "l"),
        (Filters(where=("path~txt$",)), "lb"),
        (Filters(where=("words=0",)), "rlhb"),
        (Filters(has=("date",)), "rlh"),
        (Filters(no=("date",)), "b"),
        (Filters(no=("minister",)), "hb"),
        (Filters(has=("url",), no=("portfolios",)), "l"),
        (Filters(has=("tags",)), "r"),
        (Filters(no=("tags",)), "lhb"),
        (Filters(no=("empty",)), "rlhb"),
        (Filters(no=("no-such-key",)), "rlhb"),
        (Filters(has=("STARS",)), "rlh"),
        (Filters(glob=("*.md",)), "rh"),
        (Filters(glob=("!*.md",)), "lb"),
        (Filters(glob=("water/**",)), "rl"),
        (Filters(glob=("/*.md",)), "h"),
        (Filters(glob=("./*.md",)), "h"),
        (Filters(glob=("water/",)), "rl"),
        (Filters(glob=("[!w]*/**",)), "b"),
        (Filters(glob=("**/lake.*", "!**/*.txt")), ""),
        (Filters(glob=("*.{md,txt}", "!lake*")), "rhb"),
        (Filters(no_inferred=True), "rhbl"),
        (Filters(no_inferred=True, since="2018"), "r"),
        (Filters(no_inferred=True, title=("lake",)), ""),
        (Filters(no_inferred=True, no=("title",)), "bl"),
        (Filters(no_inferred=True, site=("example",)), "r"),
        (Filters(no_inferred=True, where=("title=the lake",)), ""),
        (Filters(sort="title"), "hrlb"),
        (Filters(sort="title-"), "lrhb"),
        (Filters(sort="date+"), "hlrb"),
        (Filters(sort="stars"), "rlhb"),
        (Filters(sort="stars-,path"), "lrhb"),
        (Filters(sort=",".join(["stars-", "path"] * 5000)), "lrhb"),
        (Filters(sort="path", limit=2), "hb"),
        (Filters(sort="path", limit=2, offset=1), "bl"),
        (Filters(offset=3), "b"),
        (Filters(limit=0), ""),
    ],
)
def test_what_a_filter_lets_through_and_in_what_order(filters: Filters, expected: str) -> None:
    assert found(filters) == [NAMES[letter] for letter in expected]


def test_the_total_counts_what_the_limit_cut() -> None:
    answer = documents(Filters(limit=1, title=("lake", "hill")), view(ALL))
    assert len(list(answer)) == 1
    assert answer.total() == 2


@pytest.mark.parametrize(
    ("filters", "near"),
    [
        (Filters(minister=("Aroha Nagata",)), "Aroha Ngata"),
        (Filters(portfolio=("Watr",)), "Water"),
        (Filters(where=("tgas=wet",)), "tags"),
        (Filters(has=("star",)), "stars"),
    ],
)
def test_a_name_that_is_none_comes_back_with_the_nearest(filters: Filters, near: str) -> None:
    with pytest.raises(NothingFound) as error:
        found(filters)
    assert near in error.value.nearest
    assert near in (error.value.hint or "")


@pytest.mark.parametrize(
    ("filters", "part"),
    [
        (Filters(since="the day"), "the day"),
        (Filters(where=("nonsense",)), "nonsense"),
        (Filters(where=("title~(",)), "character 1"),
        (Filters(sort="titel"), "titel"),
        (Filters(sort=",".join(f"k{n}" for n in range(10_000))), "10,000"),
        (Filters(glob=("[z-a]",)), "[z-a]"),
    ],
)
def test_what_cannot_be_read_is_a_usage_error_that_names_it(filters: Filters, part: str) -> None:
    with pytest.raises(UsageError) as error:
        found(filters)
    assert part in error.value.message
    assert error.value.hint


def test_a_person_is_found_by_any_spelling_and_accent_in_the_documents() -> None:
    corpus = view(ALL)
    person(corpus, "Zoë Quill", [(1, "Zoë Quill", 0), (2, "Ms Quill", 1)])
    person(corpus, "Bo Ngata", [(3, "Bo Ngata", 0)])
    quill = documents(Filters(person=("zoe QUILL",)), corpus)
    assert [record.path for record in quill] == [RIVER.path, LAKE.path]
    stated = documents(Filters(person=("quill",), no_inferred=True), corpus)
    assert [record.path for record in stated] == [LAKE.path]
    with pytest.raises(NothingFound) as error:
        list(documents(Filters(person=("Zoe Quilt",)), corpus))
    assert error.value.nearest == ("Zoë Quill",)
    assert needs(Filters(person=("x",))) == {"documents", "people"}
    assert needs(Filters()) == {"documents"}


def test_a_regular_expression_without_end_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nzn_cli.query.patience.SECONDS", 0.2)
    corpus = view([document("a.txt", title="a" * 40 + "b")])
    with pytest.raises(UsageError, match="does not come to an end"):
        where(Filters(where=("title~(a|aa)+$",)), corpus)


# ---- a plain reading of the same filters ----


def _values(each: Document, key: str) -> list[str]:
    own = each.meta.get(key, [])
    values = [str(value) for value in (own if isinstance(own, list) else [own])]
    return values + ([each.title] if key == "title" and each.title else [])


def _days(text: str | None) -> tuple[str, str]:
    return cover(text) if text else ("9", "0")


def _reads(filters: Filters) -> Callable[[Document], bool]:
    def lets_through(each: Document) -> bool:
        start, stop = _days(each.date)
        tests = [
            filters.since is None or stop >= parse_when(filters.since, NOW)[0],
            filters.until is None or (start <= parse_when(filters.until, NOW)[1] and each.date is not None),
            not filters.title or any(fold(title) in fold(each.title or "") for title in filters.title),
            not filters.minister or any(word in c.name.split() for word in filters.minister for c in each.credits),
            not filters.glob or any(fnmatch.fnmatch(each.path, glob) for glob in filters.glob),
            *(bool(each.date if key == "date" else _values(each, key)) for key in filters.has),
            *(not (each.date if key == "date" else _values(each, key)) for key in filters.no),
        ]
        for text in filters.where:
            key, negative, wanted = text.partition("!=") if "!=" in text else text.partition("=")
            same = any(fold(value) == fold(wanted) for value in _values(each, key))
            tests.append(not same if negative == "!=" else same)
        return all(tests)

    return lets_through


WORDS = ("Rain", "Öl", "öl", "sun", "O'Neil")
documents_ = st.lists(
    st.builds(
        lambda **fields: fields,
        title=st.none() | st.sampled_from(WORDS),
        date=st.none() | st.sampled_from(["2017", "2018", "2018-02", "2018-02-03", "2018-03-01"]),
        ministers=st.lists(st.sampled_from(["Ann Lee", "Bo Lee", "Cy Moe"]), max_size=2, unique=True).map(tuple),
        meta=st.dictionaries(st.just("kind"), st.sampled_from(WORDS), max_size=1),
        suffix=st.sampled_from(["md", "txt"]),
    ),
    min_size=1,
    max_size=8,
)
filters_ = st.builds(
    lambda **fields: Filters(**fields),
    since=st.none() | st.sampled_from(["2018", "2018-02-03", "2018-02"]),
    until=st.none() | st.sampled_from(["2018-02-03", "2018-02", "2018"]),
    title=st.lists(st.sampled_from(["ra", "ol", "'n"]), max_size=2).map(tuple),
    minister=st.lists(st.sampled_from(["Lee", "Moe"]), max_size=2).map(tuple),
    where=st.lists(st.sampled_from(["kind=OL", "kind!=rain", "title!=sun"]), max_size=2).map(tuple),
    has=st.lists(st.sampled_from(["date", "kind"]), max_size=1).map(tuple),
    no=st.lists(st.sampled_from(["date", "kind"]), max_size=1).map(tuple),
    glob=st.lists(st.sampled_from(["*.md", "*.txt"]), max_size=1).map(tuple),
)


@given(documents_, filters_)
@settings(max_examples=100)
def test_sql_and_a_plain_reading_agree(fields: list[dict[str, Any]], filters: Filters) -> None:
    corpus = [document(f"{place}.{each.pop('suffix')}", **each) for place, each in enumerate(map(dict, fields))]
    lets_through = _reads(filters)
    try:
        answer = {record.path for record in documents(filters, view(corpus))}
    except NothingFound:
        answer = set()
    assert answer == {each.path for each in corpus if lets_through(each)}
