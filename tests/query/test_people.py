"""Who: people, one person, mentions, spellings, roles in time; the counts of a page agree with its details."""

from __future__ import annotations

import tomllib

import pytest

from nzn_cli.annotate.people.people_tables import ENTITY, MENTION
from nzn_cli.errors import NothingFound, UsageError
from nzn_cli.model.answers import Beside, PersonRecord, Role, Variant
from nzn_cli.model.settings import Filters, PeopleRequest
from nzn_cli.query.people import explain, mentions, mentions_in, merge_lines, people, profile
from nzn_cli.query.view import View
from nzn_cli.store import person_summaries
from tests.query.tables import document, view

EVERYTHING = Filters()
NO_TEXT = ("id", "person", "text")  # the documents of these tests have rows of mentions and no texts
AROHA, AROHA_JANE, PETERSON, BO, TOM = "Aroha Peterson", "Aroha Jane Peterson", "Peterson", "Bo Li", "Tom O'Leary"

# (document, name in it, credited, roles, mentions as (text, rule))
ENTITIES = [
    (
        1,
        AROHA,
        1,
        [("Fisheries Minister", "Minister of Fisheries", None)],
        [("Aroha Peterson", "name"), ("Ms Peterson", "surname")],
    ),
    (1, BO, 0, [], [("Bo Li", "name")]),
    (
        2,
        AROHA_JANE,
        0,
        [("New Zealand Fisheries Minister", "Minister of Fisheries", "New Zealand")],
        [("Aroha Jane Peterson", "name")],
    ),
    (2, TOM, 0, [("Fisheries Minister of Fiji", "Minister of Fisheries", "Fijian")], [("Tom O’Leary", "name")]),
    (3, PETERSON, 0, [], [("Peterson", "name")]),
    (3, BO, 0, [("MP", "MP", None)], [("Bo Li", "name"), ("Li", "surname")]),
    (4, BO, 0, [("Minister of Fisheries", "Minister of Fisheries", None)], [("Bo Li", "name")]),
]
PERSONS = [
    (
        1,
        "aroha-jane-peterson",
        AROHA_JANE,
        [(AROHA, "middle name left out", 0.95), (AROHA_JANE, "name", 1.0), (PETERSON, "surname alone", 0.6)],
    ),
    (2, "bo-li", BO, [(BO, "name", 1.0)]),
    (3, "tom-oleary", TOM, [(TOM, "name", 1.0)]),
]


@pytest.fixture
def corpus() -> View:
    documents = [
        document("a.txt", date="2018-02-16", ministers=(AROHA,)),
        document("b.txt", date="2018-09"),
        document("c.txt", date="2020-01-05"),
        document("d.txt"),
    ]
    seen = view(documents)
    run = seen.store.connection.execute
    numbers: dict[int, int] = {}
    for doc, name, credited, roles, texts in ENTITIES:
        entity = numbers[doc] = numbers.get(doc, -1) + 1
        run(ENTITY.insert, (doc, "person", entity, name, credited, len(texts) + credited))
        for place, (text, rule) in enumerate(texts):
            at = 100 * entity + 10 * place
            run(MENTION.insert, (doc, "person", entity, "text", text, at, at + len(text), rule, 0.9, None))
        if credited:
            run(MENTION.insert, (doc, "person", entity, "metadata", f"Hon {name}", None, None, "credit", 1.0, None))
        for role in roles:
            run("INSERT INTO role VALUES (?,?,?,?,?,NULL,0,NULL,NULL)", (doc, entity, *role))
    for number, person_id, name, names in PERSONS:
        for each in names:
            run("INSERT INTO person_name VALUES (?,0,?,?,?)", (each[0], number, *each[1:]))
        run("INSERT INTO person VALUES (?,?,?,?,0,0,0,NULL,NULL,0,?,0)", (number, person_id, name, name.lower(), name))
    run("""UPDATE person SET (is_minister, documents, mentions, first, last) = (SELECT max(e.credited),
        count(DISTINCT e.doc), sum(e.mentions), min(d.date), max(d.date) FROM person_name n
        JOIN entity e ON (e.name, e.sense) = (n.name, n.sense) JOIN document d ON d.doc = e.doc
        WHERE n.person = person.person)""")
    return seen


def names(corpus: View, request: PeopleRequest, filters: Filters = EVERYTHING) -> list[str]:
    return [record.person for record in people(request, filters, corpus)]


def test_everybody_by_documents_then_name(corpus: View) -> None:
    aroha, bo, tom = people(PeopleRequest(), EVERYTHING, corpus)
    assert (bo.person, tom.person) == (BO, TOM)
    assert aroha == PersonRecord(
        AROHA_JANE,
        "aroha-jane-peterson",
        AROHA_JANE,
        [
            Variant("Aroha Jane Peterson", 1),
            Variant("Aroha Peterson", 1),
            Variant("Hon Aroha Peterson", 1),
            Variant("Ms Peterson", 1),
            Variant("Peterson", 1),
        ],
        [
            Role(
                "New Zealand Fisheries Minister",
                "Minister of Fisheries",
                "New Zealand",
                None,
                False,
                False,
                "2018-02-16",
                "2018-09",
                2,
                ["b", "a"],
            )
        ],
        True,
        3,
        ["c", "b", "a"],
        5,
        "2018-02-16",
        "2020-01-05",
    )
    assert bo.document_ids == ["c", "a", "d"]
    assert (bo.mentions, bo.first, bo.last, bo.is_minister) == (4, "2018-02-16", "2020-01-05", False)


def test_one_word_that_may_be_several_people_stands_last(corpus: View) -> None:
    corpus.store.connection.execute("UPDATE person SET alone = 1 WHERE name = ?", (BO,))
    assert names(corpus, PeopleRequest())[-1] == BO


def test_limit_offset_and_total(corpus: View) -> None:
    page = people(PeopleRequest(limit=1, offset=1), EVERYTHING, corpus)
    assert [record.person for record in page] == [BO]
    assert page.total() == 3


def test_a_page_reads_the_details_of_its_people_alone(corpus: View) -> None:
    asked: list[str] = []
    corpus.store.connection.set_trace_callback(asked.append)
    assert len(list(people(PeopleRequest(limit=1), EVERYTHING, corpus))) == 1
    assert all("json_each" in sql or "FROM person p" in sql for sql in asked if "SELECT" in sql)
    assert not any("mention" in sql and "json_each('[1]')" not in sql for sql in asked if "JOIN mention" in sql)


def test_filters_count_only_their_documents(corpus: View) -> None:
    assert names(corpus, PeopleRequest(), Filters(since="2018-08", until="2018-10")) == [AROHA_JANE, TOM]
    (aroha, *_) = people(PeopleRequest(), Filters(until="2018-03"), corpus)
    assert (aroha.documents, aroha.document_ids, aroha.mentions, aroha.last) == (1, ["a"], 3, "2018-02-16")
    assert [variant.text for variant in aroha.variants] == ["Aroha Peterson", "Hon Aroha Peterson", "Ms Peterson"]
    assert names(corpus, PeopleRequest(on="2018-09-12")) == [AROHA_JANE, TOM]


@pytest.mark.parametrize(
    ("request_", "filters"), [(PeopleRequest(ministers=True), EVERYTHING), (PeopleRequest(), Filters(no_inferred=True))]
)
def test_metadata_alone(corpus: View, request_: PeopleRequest, filters: Filters) -> None:
    (aroha,) = people(request_, filters, corpus)
    assert (aroha.variants, aroha.mentions, aroha.document_ids) == ([Variant("Hon Aroha Peterson", 1)], 1, ["a"])
    assert [mention.source for mention in mentions(request_, filters, corpus)] == ["metadata"]


def test_sort(corpus: View) -> None:
    assert names(corpus, PeopleRequest(sort="person-")) == [TOM, BO, AROHA_JANE]
    assert names(corpus, PeopleRequest(sort="last,person"), Filters(since="2018")) == [TOM, AROHA_JANE, BO]
    with pytest.raises(UsageError):
        people(PeopleRequest(sort="colour"), EVERYTHING, corpus)


def test_role_and_who_held_it_then(corpus: View) -> None:
    assert names(corpus, PeopleRequest(role="Fisheries Minister")) == [AROHA_JANE, BO, TOM]
    assert names(corpus, PeopleRequest(role="minister for fisheries", on="2018-05-01")) == [AROHA_JANE]
    assert names(corpus, PeopleRequest(role="fisheries", on="2018-09-30")) == [AROHA_JANE, TOM]
    assert names(corpus, PeopleRequest(role="Fisheries Minister", on="2019")) == [AROHA_JANE, TOM]
    assert names(corpus, PeopleRequest(role="Fijian Fisheries Minister")) == [TOM]
    assert names(corpus, PeopleRequest(role="Fisheries Minister", limit=1, offset=1)) == [BO]
    (bo,) = people(PeopleRequest(name="Li", role="Fisheries Minister"), EVERYTHING, corpus)
    assert [role.role for role in bo.roles] == ["Minister of Fisheries", "MP"]
    with pytest.raises(NothingFound) as caught:
        people(PeopleRequest(role="Ministre of Fisheries"), EVERYTHING, corpus)
    assert caught.value.hint == "near: Minister of Fisheries"


def test_country_is_one_however_the_role_has_it(corpus: View) -> None:
    (tom,) = people(PeopleRequest(name="O'Leary"), EVERYTHING, corpus)
    assert [role.country for role in tom.roles] == ["Fiji"]


def test_named_beside(corpus: View) -> None:
    records = people(PeopleRequest(beside=("Li",)), EVERYTHING, corpus)
    beside = {record.person: record.document_ids for record in records}
    assert beside == {AROHA_JANE: ["c", "a"]}
    assert names(corpus, PeopleRequest(beside=("Li",), role="Fisheries Minister")) == [AROHA_JANE]


@pytest.mark.parametrize(
    "name", ["peterson", "Peterson, Aroha", "aroha-jane-peterson", "Hon Aroha Peterson", "A. Peterson"]
)
def test_profile(corpus: View, name: str) -> None:
    (aroha,) = profile(PeopleRequest(name=name), EVERYTHING, corpus)
    assert aroha.person == AROHA_JANE
    assert aroha.with_ == [Beside(BO, 2), Beside(TOM, 1)]


@pytest.mark.parametrize("name", ["Petersen", "Arroha Peterson"])
def test_profile_of_nobody_names_the_nearest(corpus: View, name: str) -> None:
    with pytest.raises(NothingFound) as caught:
        profile(PeopleRequest(name=name), EVERYTHING, corpus)
    assert caught.value.nearest == (AROHA_JANE,)


def test_mentions_newest_document_first_then_by_place(corpus: View) -> None:
    found = [
        (m.id, m.person, m.text, m.source, m.char_start) for m in mentions(PeopleRequest(), EVERYTHING, corpus, NO_TEXT)
    ]
    assert found[:4] == [
        ("c", AROHA_JANE, "Peterson", "text", 0),
        ("c", BO, "Bo Li", "text", 100),
        ("c", BO, "Li", "text", 110),
        ("b", AROHA_JANE, "Aroha Jane Peterson", "text", 0),
    ]
    assert found[5][:4] == ("a", AROHA_JANE, "Hon Aroha Peterson", "metadata")
    assert [m.text for m in mentions_in([3, 2], corpus)] == [
        "Peterson",
        "Bo Li",
        "Li",
        "Aroha Jane Peterson",
        "Tom O’Leary",
    ]
    page = mentions(PeopleRequest(name="Li", limit=2, offset=1), EVERYTHING, corpus, NO_TEXT)
    assert [m.text for m in page] == ["Li", "Bo Li"]
    assert page.total() == 4


def test_explain_names_every_step(corpus: View) -> None:
    told = {
        s.text: (s.person, s.count, s.rule, s.score)
        for s in explain(PeopleRequest(name="peterson"), EVERYTHING, corpus)
    }
    assert told == {
        "Aroha Jane Peterson": (AROHA_JANE, 1, "name", 0.9),
        "Aroha Peterson": (AROHA_JANE, 1, "middle name left out", 0.9),
        "Hon Aroha Peterson": (AROHA_JANE, 1, "middle name left out", 0.95),
        "Ms Peterson": (AROHA_JANE, 1, "surname, middle name left out", 0.9),
        "Peterson": (AROHA_JANE, 1, "surname alone", 0.6),
    }


def test_merge_lines_are_settings_that_join(corpus: View) -> None:
    lines = merge_lines("aroha", "O'Leary", corpus)
    assert tomllib.loads(lines) == {"people": {"aliases": {AROHA_JANE: [TOM]}}}
    folder = corpus.folders[0]._replace(aliases={TOM: ("T. O'L.",)})
    lines = merge_lines("Tom O'Leary", "peterson", corpus._replace(folders=(folder,)))
    assert tomllib.loads(lines)["people"]["aliases"] == {TOM: ["T. O'L.", AROHA_JANE, AROHA, PETERSON]}
    with pytest.raises(UsageError):
        merge_lines("aroha", "Peterson", corpus)


def test_an_office_of_a_state_asked_for_by_itself_is_no_companys(corpus: View) -> None:
    run = corpus.store.connection.execute
    run("INSERT INTO role VALUES (1,1,'Vice President','Vice President',NULL,NULL,0,NULL,NULL)")
    of_watch = "Vice President of Reef Watch"
    run("INSERT INTO role VALUES (2,1,?,?,NULL,NULL,0,NULL,NULL)", (of_watch, of_watch))
    assert names(corpus, PeopleRequest(role="vice president")) == [BO]
    assert names(corpus, PeopleRequest(role="Reef Watch vice president")) == [TOM]
    run("DELETE FROM role WHERE role = 'Vice President'")
    assert names(corpus, PeopleRequest(role="vice president")) == [TOM]


def test_an_office_is_evidence_and_no_spelling(corpus: View) -> None:
    row = (3, "person", 1, "office", "the Member", 104, 114, "office", 0.9, None)
    corpus.store.connection.execute(MENTION.insert, row)
    request = PeopleRequest(name="Bo Li")
    (bo,) = people(request, EVERYTHING, corpus)
    assert (bo.mentions, [variant.text for variant in bo.variants]) == (4, ["Bo Li", "Li"])
    assert [(m.text, m.source) for m in mentions(request, EVERYTHING, corpus, NO_TEXT)][:3] == [
        ("Bo Li", "text"),
        ("the Member", "office"),
        ("Li", "text"),
    ]
    told = {s.text: (s.count, s.rule) for s in explain(request, EVERYTHING, corpus)}
    assert told["the Member"] == (1, "office")


@pytest.mark.parametrize(
    "request_",
    [PeopleRequest(), PeopleRequest(name="peterson"), PeopleRequest(role="minister"), PeopleRequest(ministers=True)],
)
@pytest.mark.parametrize("filters", [EVERYTHING, Filters(since="2018-06"), Filters(no_inferred=True)])
def test_a_stored_summary_is_what_is_summarised_anew(
    corpus: View, monkeypatch: pytest.MonkeyPatch, request_: PeopleRequest, filters: Filters
) -> None:
    anew = list(people(request_, filters, corpus))
    plain = list(people(request_, filters, corpus, ("person", "roles")))
    monkeypatch.setattr(person_summaries, "_MANY", 2)
    person_summaries.store_person_summaries(corpus.store.connection)
    assert corpus.store.one("SELECT count(*) FROM person_summary") == (2,)
    assert list(people(request_, filters, corpus)) == anew
    assert list(people(request_, filters, corpus, ("person", "roles"))) == plain


def test_a_stored_summary_is_read(corpus: View, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(person_summaries, "_MANY", 1)
    person_summaries.store_person_summaries(corpus.store.connection)
    anew = list(people(PeopleRequest(), EVERYTHING, corpus))
    monkeypatch.setattr("nzn_cli.store.person_summaries.person_summaries", None)
    assert list(people(PeopleRequest(), EVERYTHING, corpus)) == anew
