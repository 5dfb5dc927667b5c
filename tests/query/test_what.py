"""`what` on the documents that come with nzn: each row that they give, its kind, its documents, its spellings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from nzn_cli.api import Corpus, open_corpus
from nzn_cli.errors import NothingFound, UsageError
from nzn_cli.model.settings import Filters, Folder, Settings, WhatRequest

# name -> kind, documents by the first figures of their ids, short forms, further spellings
SEEDS = {
    "North Atlantic Treaty Organisation": ("organisation", "000 001 002 003 004", "NATO Nato", ("NATO", "Nato")),
    "International Security Assistance Force": ("organisation", "003 004", "ISAF", ("ISAF",)),
    "Individual Partnership and Cooperation Programme": (
        *("programme", "000 003", "IPCP"),
        ("IPCP", "Individual Partnership Cooperation Programme"),
    ),
    "Individual Tailored Cooperation Package": ("programme", "004", "TCP", ("TCP",)),
    "Provincial Reconstruction Team": ("organisation", "003 004", "PRT", ("PRT",)),
    "Stabilisation Force": ("organisation", "003 004", "SFOR", ("SFOR", "Stabilization Force")),
    "Individually Tailored Partnership Programme": ("programme", "001", "", ()),
    "Resolute Support Mission": ("mission", "003", "", ()),
    "Euro-Atlantic Partnership Council": ("organisation", "004", "", ()),
    "Partnership for Peace": ("programme", "004", "", ()),
    "Mediterranean Dialogue": ("programme", "004", "", ()),
    "Istanbul Cooperation Initiative": ("programme", "004", "", ()),
    "Ocean Shield": ("mission", "003", "", ()),
    "World Economic Forum": ("organisation", "002", "", ()),
    "Global Coalition": ("organisation", "002", "", ()),
    "Taliban": ("organisation", "002", "", ()),
    "ISIS": ("organisation", "000 002", "", ("Isis",)),
    "European Commission": ("organisation", "001", "", ()),
    "EU": ("organisation", "001 002 004", "", ()),
    "NZ Defence Force": ("organisation", "002", "", ("Defence Force",)),
    "Bucharest Summit": ("meeting", "004", "", ()),
    "Partnership Interoperability Initiative": ("programme", "003", "", ()),
    "Interoperability Platform": ("programme", "003", "", ()),
}
# what else the texts name
OTHERS = {
    "Cabinet",
    "Defeat-ISIS Defence Ministers’ Meeting",
    "Iraqi Security Forces",
    "NATO Foreign Ministers Meeting",
    "Government (Iraq)",
    "Defence Ministers’ Meeting",
}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    seeds = str(Path(__file__).resolve().parents[2] / "seeds")
    cache = str(tmp_path_factory.mktemp("cache"))
    with open_corpus(Settings((Folder(seeds),), cache, jobs=1)) as opened:
        yield opened


def test_every_name_of_the_seeds_and_nothing_invented(corpus: Corpus) -> None:
    found = {one.name: one for one in corpus.named_things()}
    assert found.keys() - SEEDS.keys() <= OTHERS
    for name, (kind, documents, shorts, spellings) in SEEDS.items():
        one = found[name]
        told = {variant.text for variant in one.variants}
        assert (one.kind, " ".join(sorted(id_[:3] for id_ in one.document_ids))) == (kind, documents)
        assert set(shorts.split()) <= set(one.acronyms)
        assert set(spellings) <= told


def test_by_whichever_name(corpus: Corpus) -> None:
    for typed in ("NATO", "nato", "north atlantic treaty", "north-atlantic-treaty-organisation"):
        (one,) = corpus.named_profiles(WhatRequest(name=typed))
        assert one.name == "North Atlantic Treaty Organisation"
    assert "Jens Stoltenberg" in [beside.person for beside in one.people]
    assert "Ocean Shield" in [beside.name for beside in one.with_]
    with pytest.raises(NothingFound):
        list(corpus.named_profiles(WhatRequest(name="Harbour Board")))


def test_kinds_company_order_and_pages(corpus: Corpus) -> None:
    missions = corpus.named_things(WhatRequest(kinds=("mission",)))
    assert [one.name for one in missions] == ["Ocean Shield", "Resolute Support Mission"]
    beside = corpus.named_things(WhatRequest(beside=("Taliban",), kinds=("organisation",)))
    assert "World Economic Forum" in [one.name for one in beside]
    asked = WhatRequest(sort="name-", limit=2)
    page = corpus.named_things(asked)
    assert [one.name for one in page] == ["World Economic Forum", "Taliban"]
    assert page.total() >= len(SEEDS)
    with pytest.raises(UsageError):
        corpus.named_things(WhatRequest(kinds=("harbour",)))
    with pytest.raises(UsageError):
        list(corpus.named_things(WhatRequest(sort="colour")))


def test_documents_by_what_they_name(corpus: Corpus) -> None:
    filters = Filters(organisation=("ISAF",))
    assert sorted(one.id[:3] for one in corpus.list(filters)) == ["003", "004"]
    assert "North Atlantic Treaty Organisation" in [one.name for one in corpus.named_things(None, filters)]
    counts = {one.value: one.documents for one in corpus.count("organisation")}
    assert counts["North Atlantic Treaty Organisation"] == 5
    assert "Helen Clark" in [one.person for one in corpus.people(None, filters)]


def test_mentions_stand_where_they_say(corpus: Corpus) -> None:
    bodies = {one.id: one.body for one in corpus.show([one.id for one in corpus.list()])}
    found = list(corpus.named_mentions())
    assert found
    assert all(bodies[one.id][one.char_start : one.char_end].split() == one.text.split() for one in found)


def test_the_glossary(corpus: Corpus) -> None:
    found = {one.short: one for one in corpus.acronyms()}
    assert found["ISAF"].long == "International Security Assistance Force"
    assert found["TCP"].long == "Individual Tailored Cooperation Package"
    assert (found["IPCP"].kind, found["IPCP"].documents) == ("programme", 1)
    body = next(iter(corpus.show([found["PRT"].document_ids[0]]))).body
    assert body[found["PRT"].char_start : found["PRT"].char_end] == "PRT"


def test_why_spellings_are_one(corpus: Corpus) -> None:
    rows = {one.text: one for one in corpus.name_spellings(WhatRequest(name="SFOR"))}
    assert rows["Stabilization Force"].rule == "spelling"
    rows = {one.text: one for one in corpus.name_spellings(WhatRequest(name="IPCP"))}
    assert rows["Individual Partnership Cooperation Programme"].rule == "small words"


def test_letters_of_a_corpus_undefined_in_conflict_and_by_the_nearest_definition(tmp_path: Path) -> None:
    texts = {
        "2001-01-01": "The Harbour Safety Board (HSB) met. A Special Wetland Zone (SWZ) was drawn.",
        "2001-02-01": "HSB met again, said the MLK. They saw the SWZ.",
        "2009-01-01": "The Hill Sheep Bureau (HSB) met.",
        "2009-02-01": "The chair of HSB left.",
    }
    for day, text in texts.items():
        (tmp_path / f"{day}.md").write_text(f"---\ntitle: T\ndate: {day}\n---\n{text}\n")
    aliases = {"Harbour Safety Board": ("Safety Board of the Harbour Front",)}
    folder = Folder(str(tmp_path), what_aliases=aliases, what_not_same=(("Hill Sheep Bureau", "HSB"),))
    for one, sheep in ((Folder(str(tmp_path)), 2), (folder, 1)):
        with open_corpus(Settings((one,), str(tmp_path / f"cache{sheep}"), jobs=1)) as opened:
            glossary = {(row.short, row.long) for row in opened.acronyms()}
            rows = {row.name: row.documents for row in opened.named_things()}
        assert {("HSB", "Harbour Safety Board"), ("HSB", "Hill Sheep Bureau"), ("MLK", None)} <= glossary
        assert ("SWZ", "Special Wetland Zone") in glossary
        assert (rows["Harbour Safety Board"], rows["Hill Sheep Bureau"]) == (2, sheep)


def test_letters_that_a_text_uses_for_a_name_hold_in_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The Harbour Wharves Act holds. They read the HWA again.\n")
    (tmp_path / "b.txt").write_text("Under the HWA it is allowed.\n")
    with open_corpus(Settings((Folder(str(tmp_path)),), str(tmp_path / "cache"), jobs=1)) as opened:
        assert [(row.name, row.kind, row.documents) for row in opened.named_things()] == [
            ("Harbour Wharves Act", "law", 2)
        ]
