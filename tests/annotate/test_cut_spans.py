"""Spans that are but a part of a longer name: each rule by its example, and what each must leave alone."""

from __future__ import annotations

import pytest

from nzn_cli.annotate.organisations import cut_spans
from nzn_cli.annotate.organisations.cut_spans import RULES, CutRule, is_cut
from nzn_cli.annotate.organisations.find_names import find_names
from nzn_cli.annotate.organisations.name_grammar import NameSpan


def cut(example: str) -> bool:
    start, end = example.index("["), example.index("]") - 1
    return is_cut(
        example.replace("[", "").replace("]", ""),
        NameSpan(start, end, "organisation", "head"),
        frozenset(),
        frozenset(),
    )


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_a_rule_says_that_its_example_is_cut_and_no_other_does(rule: CutRule, monkeypatch: pytest.MonkeyPatch) -> None:
    assert cut(rule.example)
    others = tuple(one for one in cut_spans._COMPILED if one[0].id != rule.id)
    monkeypatch.setattr(cut_spans, "_COMPILED", others)
    assert not cut(rule.example)


@pytest.mark.parametrize(
    "example",
    [
        "the [Harbour Council] Chair",
        "Prior to [Harbour Workers Alliance] she",
        "Director for [Harbour Council] she",
        "The [Harbour Council] met",
        "by Freedonia and [Harbour Council] now",
        "the [Quiet School] in town",
        "the [Harbour Department] Headquarters",
        "He sued [Sunara Holdings Inc] and left",
    ],
)
def test_what_is_whole(example: str) -> None:
    assert not cut(example)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He ran the National Buoys and Lights Administration now.", "National Buoys and Lights Administration"),
        ("Money of the State and Local Harbours Fund came.", "State and Local Harbours Fund"),
        ("The Freedonian Board met the American Rope and Chain Institute.", "American Rope and Chain Institute"),
        ("The Federal Rope, Chain, and Anchor Act holds.", "Federal Rope, Chain, and Anchor Act"),
        (
            "The Senate Housing, Roads, and Harbour Affairs Committee met.",
            "Senate Housing, Roads, and Harbour Affairs Committee",
        ),
        ("At the U.S.-Chile Harbour Summit they met.", "U.S.-Chile Harbour Summit"),
        ("The U.S.-Chile Rope and Chain Commission met.", "U.S.-Chile Rope and Chain Commission"),
        ("The AI Rope and Chain Board met.", "AI Rope and Chain Board"),
        ("It told the Office on Thirst Against Farmers so.", "Office on Thirst Against Farmers"),
        ("The Bureau for Access to Justice met.", "Bureau for Access to Justice"),
        ("A Declaration for the Future of the Harvest came.", "Declaration for the Future of the Harvest"),
        ("The Fund to Fight Rust, Thirst and Hunger paid.", "Fund to Fight Rust, Thirst and Hunger"),
        ("The Council on the Arts and the Crops met.", "Council on the Arts and the Crops"),
        ("He leads the College of Boats and Limnology.", "College of Boats and Limnology"),
        ("An Association of Ports for Teacher Training met.", "Association of Ports for Teacher Training"),
        ("The Committee to Protect Journalists spoke.", "Committee to Protect Journalists"),
        ("The Major Ports Forum met.", "Major Ports Forum"),
        ("The President’s Advisory Council on Boats met.", "President’s Advisory Council on Boats"),
        ("The Victim Harbour Centre is shut.", "Victim Harbour Centre"),
        ("An Ustinov-Hale Lights and Roads Act holds.", "Ustinov-Hale Lights and Roads Act"),
        ("The Guarding Freedonians from Boats Act holds.", "Guarding Freedonians from Boats Act"),
        ("The Women in the Harbour Fund paid.", "Women in the Harbour Fund"),
        ("They were Working in the Harbour Project.", "Harbour Project"),
        ("The American Council on Education met.", "American Council on Education"),
        ("The Council on Port Cooperation in Chad met.", "Council on Port Cooperation in Chad"),
        ("The Federal Consortium for Fast Boats met.", "Federal Consortium for Fast Boats"),
        ("The Council on Roads, Ports, and Boats for Sailors met.", "Council on Roads, Ports, and Boats for Sailors"),
        ("The Heirs’ Boats Program began.", "Heirs’ Boats Program"),
        ("The Declaration on Rules and Rights at Work holds.", "Declaration on Rules and Rights at Work"),
        ("The Quiet Band of Zvordak Indians met.", "Quiet Band of Zvordak Indians"),
        ("The Agreement on Trade in Boats ended.", "Agreement on Trade in Boats"),
        ("The Venezuelan Tren de Aragua left.", "Tren de Aragua"),
        (
            "The American Federation of State, Port and City Workers met.",
            "American Federation of State, Port and City Workers",
        ),
        ("He left the 93rd Mountain Division in May.", "93rd Mountain Division"),
        ("They ended the Build Back Harbours Agenda.", "Build Back Harbours Agenda"),
        ("She praised the Every Child Swims Act there.", "Every Child Swims Act"),
        ("The Superior Court of Motukawa sat.", "Superior Court of Motukawa"),
        ("The District of Columbia Harbour Court sat.", "District of Columbia Harbour Court"),
        ("She led the Excellence in Sailing Foundation.", "Excellence in Sailing Foundation"),
        ("The Harbour Task Force on Safer Lights met.", "Harbour Task Force on Safer Lights"),
        ("The Harbour Task Force to Mend Lights met.", "Harbour Task Force to Mend Lights"),
        ("The Council of Advisors on Lights and Locks met.", "Council of Advisors on Lights and Locks"),
        ("He left the Motukawa College of Maritime Justice in May.", "Motukawa College of Maritime Justice"),
        ("The Public Defender Service for Motukawa won.", "Public Defender Service for Motukawa"),
        ("The National Trust for Quiet Harbours won.", "National Trust for Quiet Harbours"),
        ("The Financial Literacy and Education Commission met.", "Financial Literacy and Education Commission"),
        ("The Homeland Security and Harbour Affairs Committee met.", "Homeland Security and Harbour Affairs Committee"),
        ("The Conference of Harbour Masters met.", "Conference of Harbour Masters"),
        ("Born at the University of Hawai‘i that year.", "University of Hawai‘i"),
    ],
)
def test_a_name_is_read_whole(text: str, name: str) -> None:
    assert name in [text[one.start : one.end] for one in find_names(text, []).names]


def test_what_goes_on_with_the_name_of_a_person_is_cut() -> None:
    text = "It went to the Ann B. Hale Foreign Scholarship Board, and to the Scholarship Board."
    start = text.index("Ann")
    assert [one.start for one in find_names(text, [(start, start + len("Ann B. Hale"))]).names] == [
        text.rindex("Schol")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Waiariki MP spoke to the Clutha-Southland MP.",
        "They fund Harbour Treatment Programs and USAID Missions.",
        "Go to HarbourSafety.gov now, as HarbourSafety.gov says.",
        "Articles II and XVII hold.",
        "A United States Circuit Judge in Miami & St. Paul it is.",
        "The Motukawa plant closed.",
        "Under section 3 of the Act to Chad it is.",
        "Talks of U.S.-France by U.S.-France went on.",
        "A first (LTD) in the Lights Treaty Rights.",
    ],
)
def test_what_only_looks_like_a_name(text: str) -> None:
    found = [text[one.start : one.end] for one in find_names(text, []).names if one.kind]
    assert found in ([], ["USAID"])
