"""Check: a document's own warnings, and what shows only when documents are compared."""

from __future__ import annotations

import pytest

from nzn_cli.errors import UsageError
from nzn_cli.freshness.snapshot import Place, save
from nzn_cli.model.settings import Filters, Folder
from nzn_cli.query.check import check
from nzn_cli.query.filters import where
from nzn_cli.query.spellings import lone_spellings
from nzn_cli.query.view import View
from tests.query.tables import document, problem, view

LONG = "The river rose in the night and the bridge was closed until the morning, when the water had gone down again."
URL = "https://x.example/1"
SPOKEN = {3: "2008-04"}


@pytest.fixture(scope="module")
def corpus() -> View:
    return view(
        [
            document("a.md", title="A", date="2018", url=URL, body=LONG, portfolios=("Foreign Affairs",)),
            document(
                "b.md", title="B", date="2027-01-01", url=URL, body=LONG.replace(" ", "\n"),
                portfolios=("Foreign Affairs",), warnings=(problem("odd", 7), problem("bad", 2)),
            ),
            document("c.md", title="C", body="Short.", portfolios=("Foreign Afairs",)),
            document("d.md", date="2018", body="Short."),
        ]
    )  # fmt: skip


def test_everything_wrong_is_told_by_path_and_line(corpus: View) -> None:
    found = [(record.path, record.line, record.code) for record in check(Filters(), corpus, SPOKEN.get)]
    assert found == [
        ("b.md", None, "date-future"),
        ("b.md", None, "duplicate-url"),
        ("b.md", None, "duplicate-text"),
        ("b.md", 2, "bad"),
        ("b.md", 7, "odd"),
        ("c.md", None, "undated"),
        ("c.md", None, "lone-spelling"),
        ("d.md", None, "untitled"),
    ]


def test_messages_name_the_other_document_and_what_the_text_speaks_of(corpus: View) -> None:
    told = {record.code: record for record in check(Filters(), corpus, SPOKEN.get)}
    assert "a.md" in told["duplicate-url"].message
    assert "a.md" in told["duplicate-text"].message
    assert "2008-04" in told["undated"].message
    assert "'Foreign Affairs'" in told["lone-spelling"].message
    assert "2008" not in next(r for r in check(Filters(), corpus) if r.code == "undated").message


def test_filters_and_limit(corpus: View) -> None:
    assert {record.path for record in check(Filters(title=("c",)), corpus)} == {"c.md"}
    assert len(list(check(Filters(limit=2), corpus))) == 2
    assert list(check(Filters(title=("a",)), corpus)) == []


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("code", "bad date-future duplicate-text duplicate-url lone-spelling odd undated untitled"),
        ("path-", "untitled undated lone-spelling date-future duplicate-url duplicate-text bad odd"),
        ("line-,code", "odd bad date-future duplicate-text duplicate-url lone-spelling undated untitled"),
    ],
)
def test_problems_in_an_order_that_was_asked_for(corpus: View, sort: str, expected: str) -> None:
    assert [record.code for record in check(Filters(sort=sort), corpus)] == expected.split()
    assert [record.code for record in check(Filters(sort=sort, limit=2), corpus)] == expected.split()[:2]


def test_problems_have_no_other_order(corpus: View) -> None:
    with pytest.raises(UsageError, match="cannot sort problems by 'titel'"):
        check(Filters(sort="titel"), corpus)


def test_folders_that_cannot_be_read_stand_in_their_place() -> None:
    made = view([document("a.md", body="Short."), document("c.md", body="Short.")])
    place = Place(0, b"b/", b"", None, b"", b"", b"", "permission denied")
    save(made.store.connection, [place, place._replace(path=b"d/", unread="")])
    assert [(record.path, record.code) for record in check(Filters(), made) if record.code != "untitled"] == [
        ("a.md", "undated"),
        ("b", "unreadable-folder"),
        ("c.md", "undated"),
    ]


def test_facts_that_settings_give_for_no_document_are_told() -> None:
    made = view([document("sub/a1.md", title="A", date="2018")])
    facts = (("a*", {}), ("a1.md", {}), ("sub/a1.md", {}), ("b*", {}))
    told = list(check(Filters(), made._replace(folders=(Folder("/corpus", facts=facts),))))
    assert [(record.path, record.code) for record in told] == [(".nzn.toml", "config-unmatched")]
    assert "b*" in told[0].message


@pytest.mark.parametrize(
    ("usual", "once", "told"),
    [
        ("Foreign Affairs", "Foreign Afairs", True),
        ("Foreign Affairs", "foreign affairs", True),
        ("Foreign Affairs", "Foreign Afafirs", True),
        ("Foreign Affairs", "Foreign Affaires", True),
        ("Foreign Affairs", "Foreign Trade", False),
        ("Budget 2018", "Budget 2019", False),
        ("Māori", "Maori", True),
        ("War", "Wat", False),
    ],
)
def test_a_lone_spelling_is_one_slip_from_the_usual_one(usual: str, once: str, told: bool) -> None:
    made = view([document(f"{n}.md", portfolios=(usual,)) for n in range(3)] + [document("x.md", portfolios=(once,))])
    found = list(lone_spellings(where(Filters(), made), made))
    assert found == ([(4, once, usual)] if told else [])


def test_keys_whose_values_differ_anyway_have_no_spelling() -> None:
    made = view([document(f"{n}.md", meta={"name": f"paper{'abcdef'[n]}", "kind": "speech"}) for n in range(6)])
    assert list(lone_spellings(where(Filters(), made), made)) == []


def test_values_of_shared_keys_have_one() -> None:
    documents = [document(f"{n}.md", meta={"kind": "speech"}) for n in range(5)]
    made = view([*documents, document("x.md", meta={"kind": "speach"})])
    assert list(lone_spellings(where(Filters(), made), made)) == [(6, "speach", "speech")]
