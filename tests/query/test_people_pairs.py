"""Pairs: who is named with whom, and who may be one person."""

from __future__ import annotations

import tomllib

import pytest

from nzn_cli.annotate.people.people_tables import ROLE
from nzn_cli.model.answers import PairRecord
from nzn_cli.model.settings import Filters, PeopleRequest
from nzn_cli.query import people_pairs
from nzn_cli.query.people import people, profile
from nzn_cli.query.people_pairs import doubtful, pairs, unassigned
from nzn_cli.query.view import View
from tests.query.tables import document, person, view

EVERYTHING = Filters()


@pytest.fixture
def corpus() -> View:
    seen = view([document("a.txt", date="2018-02-16"), document("b.txt", date="2018-09"), document("c.txt")])
    person(seen, "Aroha Hale", [(1, "Aroha Hale", 0), (2, "Aroha Hale", 0), (3, "Aroha Hale", 0)])
    person(seen, "Hale", [(2, "Hale", 0)])
    person(seen, "Bo Li", [(1, "Bo Li", 0), (2, "Bo Li", 0)])
    person(seen, "Aroah Hale", [(3, "Aroah Hale", 0)])
    return seen


def test_pairs_by_documents_with_their_dates(corpus: View) -> None:
    found = list(pairs(PeopleRequest(), EVERYTHING, corpus))
    assert found[0] == PairRecord("Aroha Hale", "Bo Li", 2, ["b", "a"], "2018-02-16", "2018-09")
    assert {(each.a, each.b) for each in found[1:]} == {
        ("Aroha Hale", "Hale"),
        ("Hale", "Bo Li"),
        ("Aroha Hale", "Aroah Hale"),
    }
    of_one = pairs(PeopleRequest(name="Bo Li", limit=1), Filters(until="2018-03"), corpus)
    assert [(each.a, each.b, each.document_ids) for each in of_one] == [("Aroha Hale", "Bo Li", ["a"])]


def test_a_list_of_names_is_no_company(corpus: View, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people_pairs, "_CROWD", 2)
    assert [each.document_ids for each in pairs(PeopleRequest(name="Li"), EVERYTHING, corpus)] == [["a"]]


def test_with_twice_is_both(corpus: View) -> None:
    beside = people(PeopleRequest(beside=("Bo Li", "hale")), EVERYTHING, corpus)
    assert list(beside) == []
    beside = people(PeopleRequest(beside=("Bo Li", "aroha hale")), EVERYTHING, corpus)
    assert [(each.person, each.document_ids) for each in beside] == [("Hale", ["b"])]


def test_one_word_means_all_who_bear_it_who_is_so_called_first(corpus: View) -> None:
    found = profile(PeopleRequest(name="hale"), EVERYTHING, corpus)
    assert [each.person for each in found] == ["Hale", "Aroha Hale", "Aroah Hale"]
    assert [each.person for each in profile(PeopleRequest(name="Aroha Hale"), EVERYTHING, corpus)] == ["Aroha Hale"]


def test_who_may_be_one_with_the_lines_that_say_so(corpus: View) -> None:
    (each,) = doubtful(PeopleRequest(), EVERYTHING, corpus)
    assert (each.person, each.other, each.rule, each.shares) == (
        "Aroha Hale",
        "Aroah Hale",
        "a letter off",
        "1 document",
    )
    assert tomllib.loads(each.lines) == {"people": {"aliases": {"Aroha Hale": ["Aroah Hale"]}}}
    run = corpus.store.connection.execute
    run("DELETE FROM entity WHERE doc = 3 AND name = 'Aroha Hale'")
    assert list(doubtful(PeopleRequest(), EVERYTHING, corpus)) == []
    for doc, name in ((1, "Aroha Hale"), (3, "Aroah Hale")):
        number = run("SELECT entity FROM entity WHERE doc = ? AND name = ?", (doc, name)).fetchone()[0]
        run(ROLE.insert, (doc, number, "Mayor", "Mayor", None, None, 0, None, None))
    assert [each.shares for each in doubtful(PeopleRequest(), EVERYTHING, corpus)] == ["Mayor"]


def test_a_word_that_may_be_several_peoples_is_shown_where_asked_for(corpus: View) -> None:
    corpus.store.connection.execute("UPDATE person SET alone = 1, several = 1, documents = 2 WHERE name = 'Hale'")
    for filters in (EVERYTHING, Filters(until="2018-10")):
        assert "Hale" not in [each.person for each in people(PeopleRequest(), filters, corpus)]
    assert next(iter(people(PeopleRequest(name="Hale"), EVERYTHING, corpus))).person == "Hale"
    assert unassigned(corpus)[0] == 1
