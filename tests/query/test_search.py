"""Search: what words mean, the order, the passage; and no text is ever an error."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nzn_cli.errors import NothingFound
from nzn_cli.model.settings import Filters
from nzn_cli.query.search import search, search_needs
from nzn_cli.query.view import View
from nzn_cli.search.full_text import TABLE
from nzn_cli.text.search_words import Term, terms
from tests.query.tables import document, view

LATE = f"Rain fell on the hills.\n\n{'Dry. ' * 200}O’Brien ran."


@pytest.fixture(scope="module")
def corpus() -> View:
    made = view(
        [
            document("a.md", title="Floods", date="2018-05-01", body=LATE),
            document(
                "b.md", title="Hills", date="2019", body="No rain here. The NZ-NATO talks.", ministers=("Ann Lee",)
            ),
            document("c.md", title="Tools", body="In C++ and AT&T syntax by the R team.", meta={"kind": "code"}),
            document(
                "d.md", title="Letters", date="2018", body="Plan C: rainfall, café, naïve.", meta={"kind": "note"}
            ),
        ]
    )
    made.store.connection.executescript(TABLE)
    made.store.connection.execute(
        "INSERT INTO search_text (rowid, title, body) SELECT doc, title, body FROM searchable"
    )
    return made


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("rain", "ba"),
        ("RAIN hills", "ba"),  # the title counts for more
        ('"rain fell"', "a"),
        ('"fell rain"', ""),
        ("rain -fell", "b"),
        ('rain -"no rain"', "a"),
        ("rain*", "bda"),
        ('"rain fe"*', "a"),
        ("NZ-NATO", "b"),
        ("nato nz", "b"),
        ("o'brien", "a"),
        ("O’Brien’", "a"),
        ("cafe", "d"),
        ("C++", "c"),
        ("c", "cd"),
        ("AT&T", "c"),
        ("++", "c"),
        ("title:hills", "b"),
        ("body:hills", "a"),
        ("-title:hills rain", "a"),
        ("minister:lee", "b"),
        ("rain -minister:lee", "a"),
        ("kind:code", "c"),
        ("kind:code team", "c"),
        ("-kind:code c", "d"),
        ("date:2018", "ad"),
        ("date:2018.. rain", "ba"),
        ("date:..2018-04", "d"),
        ("date:2018-06..2019", "bd"),
        ("rain date:2018..2018", "a"),
        ("date:whenever", ""),
        ("unknown:rain", ""),
        ("plan:", "d"),
        ("-rain", "cd"),
        ("-kind:nothing", "badc"),
        ("", ""),
        ("   ", ""),
        ('"', ""),
        ("AND", "c"),
        ("rain OR", ""),
        ("NEAR(rain, 2)", ""),
        ("rain)", "ba"),
        ("{title}:rain", ""),
        ("^rain", ""),
        ("\0rain\0", "ba"),
        ("\udcff", ""),
    ],
)
def test_what_words_mean(corpus: View, words: str, ids: str) -> None:
    answer = search(words, Filters(), corpus)
    found = [record.id for record in answer]
    assert "".join(found) == ids or (set(found) == set(ids) and words in ("rain*", "-rain", "-kind:nothing", "c"))
    assert answer.total() == len(ids)


def test_scores_fall_and_the_passage_holds_what_was_asked(corpus: View) -> None:
    records = list(search("rain", Filters(), corpus))
    assert records[0].score > records[1].score > 0
    assert records[0].snippet == "No rain here. The NZ-NATO talks."
    [late] = search("ran", Filters(), corpus)
    assert late.snippet.endswith("O’Brien ran.")
    assert "\n" not in late.snippet
    [literal] = search("++", Filters(), corpus)
    assert "C++" in literal.snippet


def test_filters_limits_and_order_hold_here_too(corpus: View) -> None:
    assert [record.id for record in search("rain", Filters(since="2019"), corpus)] == ["b"]
    assert [record.id for record in search("rain", Filters(sort="title"), corpus)] == ["a", "b"]
    answer = search("rain", Filters(limit=1, offset=1), corpus)
    assert [record.id for record in answer] == ["a"]
    assert answer.total() == 2


def test_a_name_that_is_none_is_told(corpus: View) -> None:
    with pytest.raises(NothingFound) as error:
        search("minister:leee", Filters(), corpus)
    assert error.value.nearest == ("Ann Lee",)


def test_only_a_person_needs_people() -> None:
    assert search_needs("rain date:2018", Filters()) == {"documents", "search"}
    assert search_needs("person:lee", Filters()) == {"documents", "search", "people"}


def test_words_are_taken_apart() -> None:
    assert terms('a -b "c d" e* -title:"f g"* “h i”') == [
        Term("a"),
        Term("b", excluded=True),
        Term("c d", phrase=True),
        Term("e", prefix=True),
        Term("f g", phrase=True, prefix=True, excluded=True, field="title"),
        Term("h i", phrase=True),
    ]


PIECES = st.sampled_from(
    ["rain", '"', "-", "*", ":", "date:", "kind:", "title:", "(", ")", "^", "+", "AND", "NOT", "..", " "]
)


@given(st.text(max_size=40) | st.lists(PIECES | st.text(max_size=3), max_size=12).map("".join))
@settings(max_examples=300)
def test_no_text_is_an_error(corpus: View, words: str) -> None:
    try:
        answer = search(words, Filters(), corpus)
    except NothingFound:
        return
    assert len(list(answer)) == answer.total()


def test_many_words_are_no_error(corpus: View) -> None:
    assert [record.id for record in search("rain " * 3000, Filters(), corpus)] == ["b", "a"]
    assert list(search(" ".join(f"w{number}" for number in range(3000)), Filters(), corpus)) == []
