"""Named things joined across documents: spelling, short forms by the nearest definition, countries, settings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nzn_cli.linking.fuller_names import PASSES
from nzn_cli.linking.link_organisations import LinkedOrganisation, OrganisationUse, link_organisations
from nzn_cli.linking.short_forms import Expansion


def use(doc: int, name: str, day: int = -1, short: str = "", country: str | None = None) -> OrganisationUse:
    return OrganisationUse(doc, 0, name, "organisation", country, day, short)


def shown(found: list[LinkedOrganisation]) -> dict[str, list[int]]:
    return {one.name: sorted(member[0] for member in one.members) for one in found}


def test_one_row_however_it_is_spelled() -> None:
    names = ("Harbour Organisation", "Harbor Organization", "The Harbour Organisation", "Harbour Organisation Ltd")
    assert len(link_organisations([use(n, name) for n, name in enumerate(names)])) == 1
    assert len(link_organisations([use(1, "Ministry of Roads"), use(2, "Roads Ministry")])) == 1
    students = ("Harbour Students' Association", "Harbour Students Association", "Harbour Student's Association")
    assert len(link_organisations([use(n, name) for n, name in enumerate(students)])) == 1


def test_a_university_of_a_place_is_that_of_the_place_but_where_there_are_two() -> None:
    assert len(link_organisations([use(1, "University of Otago"), use(2, "Otago University")])) == 1
    assert len(link_organisations([use(1, "University of Miami"), use(2, "Miami University")])) == 2


def test_a_rule_and_a_score_say_why() -> None:
    (one,) = link_organisations([use(1, "Board of Roads"), use(2, "Board for Roads"), use(3, "Board of Roads")])
    assert [(rule, score) for _, _, rule, score in one.members] == [("same", 1.0), ("small words", 0.9), ("same", 1.0)]


def test_a_short_form_means_what_the_nearest_document_says() -> None:
    uses = [
        use(1, "Harbour Safety Board", 100, "HSB"),
        use(2, "Hill Sheep Bureau", 900, "HSB"),
        use(3, "HSB", 150),
        use(4, "HSB", 880),
    ]
    found = link_organisations(uses)
    assert shown(found) == {"Harbour Safety Board": [1, 3], "Hill Sheep Bureau": [2, 4]}
    assert {member[2] for one in found for member in one.members} == {"same", "nearest"}


def test_letters_of_one_day_may_stand_for_one_name_with_a_country_and_without() -> None:
    countries = (None, "New Zealand", "Australia")
    found = link_organisations([use(n, "Supreme Court", 5, "SC", country) for n, country in enumerate(countries)])
    assert sorted(n for one in found for n, *_ in one.members) == [0, 1, 2]


def test_one_definition_holds_for_all() -> None:
    (one,) = link_organisations([use(1, "Harbour Safety Board", 5, "HSB"), use(2, "HSB")])
    assert one.shorts == ("HSB",)


def test_well_known_letters_need_no_definition() -> None:
    found = link_organisations([use(1, "NATO"), use(2, "North Atlantic Treaty Organisation")])
    assert len(found) == 1


def test_countries_keep_bodies_of_one_name_apart() -> None:
    found = link_organisations([use(1, "Supreme Court", country="Peru"), use(2, "Supreme Court", country="Chile")])
    assert shown(found) == {"Supreme Court (Peru)": [1], "Supreme Court (Chile)": [2]}


def test_a_country_that_is_left_out_is_meant() -> None:
    found = link_organisations([use(1, "New Zealand Harbour Guard"), use(2, "Harbour Guard")])
    assert len(found) == 1
    uses = [use(1, "New Zealand Defence Force"), use(2, "Defence Force", country="New Zealand")]
    assert len(link_organisations(uses)) == 1
    assert len(link_organisations([uses[0], use(2, "Defence Force", country="Chile")])) == 2


def test_what_a_party_is_called_for_short_is_the_party() -> None:
    found = link_organisations([use(1, "Labour"), use(2, "Labour Party"), use(3, "Freedonia Labour Party")])
    assert {len(one.members) for one in found} <= {1, 2}
    (one,) = link_organisations([use(1, "Labour"), use(2, "New Zealand Labour Party")])
    assert (one.name, one.shorts) == ("New Zealand Labour Party", ())
    (alone,) = link_organisations([use(1, "Labour")])
    assert alone.name == "Labour"


def test_two_parties_of_one_short_name_stay_apart_from_it() -> None:
    names = ("Labour", "New Zealand Labour Party", "Australia Labour Party")
    assert len(link_organisations([use(n, name) for n, name in enumerate(names)])) == 3


def test_a_place_that_is_left_out_is_meant_where_one_alone_has_it() -> None:
    uses = [use(1, "Harbour University"), use(2, "Harbour University of Wellington")]
    assert {member[2] for one in link_organisations(uses) for member in one.members} == {"same", "place left out"}
    technical = [use(1, "Harbour University"), use(2, "Harbour University of Technology")]
    assert len(link_organisations(technical)) == 2
    assert len(link_organisations([*uses, use(3, "Harbour University of Melbourne")])) == 3


def test_two_names_that_and_joins_are_no_row_where_the_second_mostly_stands_alone() -> None:
    alone = [use(doc, "Clean Water Initiative") for doc in range(1, 4)]
    (one,) = link_organisations([*alone, use(9, "Open Roads Partnership and Clean Water Initiative")])
    assert (one.name, len(one.members)) == ("Clean Water Initiative", 4)


def test_a_state_s_body_without_its_country_is_no_row_where_the_home_has_none() -> None:
    home = [use(1, "Chile Rail"), use(2, "Chile Post"), use(3, "Chile Steel")]
    abroad = [use(4, "Ministry of Health", country="Peru"), *(use(doc, "Ministry of Health") for doc in (5, 6, 7))]
    assert {one.country for one in link_organisations([*home, *abroad])} == {None, "Peru"}
    assert len(link_organisations([*home, *abroad])) == 4


def test_a_firm_that_is_spelled_like_letters_is_not_what_they_stand_for() -> None:
    letters = [use(1, "Supplementary Nutrition Aid Programme", 1, "SNAP"), use(2, "SNAP"), use(3, "Snap Inc")]
    assert [len(one.members) for one in link_organisations(letters)] == [2, 1]


def test_settings_have_the_last_word() -> None:
    uses = [use(1, "Ministry of Works"), use(2, "MOW"), use(3, "Harbour Board", 1, "HB"), use(4, "HB")]
    found = link_organisations(uses, {"Ministry of Works": ["MOW"]}, [("Harbour Board", "HB")])
    assert shown(found) == {"Ministry of Works": [1, 2], "Harbour Board": [3], "HB": [4]}


def test_ids_are_unique() -> None:
    found = link_organisations([use(1, "Harbour Board"), use(2, "Harbour-Board!"), use(3, "Other")])
    assert len({one.slug for one in found}) == len(found)


def test_letters_alone_are_a_body_where_another_document_says_so() -> None:
    letters = OrganisationUse(3, 0, "HSB", "", None, 1, "")
    assert link_organisations([letters]) == []
    (one,) = link_organisations([letters, use(1, "Harbour Safety Board", 5, "HSB")])
    assert (one.kind, len(one.members)) == ("organisation", 2)
    (one,) = link_organisations([letters, use(1, "HSB")])
    assert (one.kind, len(one.members)) == ("organisation", 2)


def test_a_body_of_the_country_that_most_are_of_needs_no_country() -> None:
    home = [
        use(1, "Chile Rail"),
        use(2, "Chile Post"),
        use(3, "Supreme Court", country="Chile"),
        use(4, "Supreme Court"),
    ]
    assert [len(one.members) for one in link_organisations(home)] == [2, 1, 1]
    abroad = [*home[:2], use(3, "Supreme Court", country="Peru"), use(4, "Supreme Court")]
    assert [len(one.members) for one in link_organisations(abroad)] == [1, 1, 1, 1]


# the name that leaves something out, the fuller one, others of the corpus
LEFT_OUT = {
    "country": ("Chile Export-Import Bank", "Export-Import Bank of Chile", ()),
    "country left out": ("Harbour Board", "Chile Harbour Board", ()),
    "office left out": ("Harbours and Roads", "Department of Harbours and Roads", ()),
    "called": ("Labour", "New Zealand Labour Party", ()),
    "owner left out": ("Harbour Policy Council", "Green Palace Harbour Policy Council", ("Green Palace",)),
    "place left out": ("Harbour University", "Harbour University of Wellington", ()),
    "year left out": ("Harbour Levies Act", "Harbour Levies Act of 1950", ()),
    "words left out": ("Records Agency", "National Archives and Records Agency", ()),
    "end left out": ("Committee on Harbour Investment", "Committee on Harbour Investment in the Weston Islands", ()),
    "beginning left out": ("Water Jobs Plan", "Weston Water Jobs Plan", ()),
}


@pytest.mark.parametrize("rule", LEFT_OUT)
def test_what_leaves_something_out_means_the_one_fuller_name(rule: str) -> None:
    short, fuller, others = LEFT_OUT[rule]
    uses = [use(1, short), *(use(n, fuller) for n in (2, 3, 4)), *(use(n, name) for n, name in enumerate(others, 5))]
    found = link_organisations(uses)
    assert len(found) == 1 + len(others)
    assert rule in {member[2] for member in found[0].members}


def test_each_rule_that_leaves_something_out_has_its_example() -> None:
    assert LEFT_OUT.keys() == {rule for rule, _ in PASSES}


@pytest.mark.parametrize(
    ("short", "fuller"),
    [
        ("University of Weston", "North Weston University"),
        ("Tertiary Harbour Union", "National Tertiary Harbour Union"),
        ("Weston Company", "Weston University"),
        ("Harbour Rights Act", "Joan Weston Harbour Rights Act"),
    ],
)
def test_names_that_are_more_than_another_are_others(short: str, fuller: str) -> None:
    assert len(link_organisations([use(1, short), use(2, fuller)])) == 2


@pytest.mark.parametrize(
    ("part", "fuller"),
    [
        ("Weston Harbour Treaty", "Weston Harbour Treaty Organization"),  # is whole
        ("Committee on Harbour Fish", "Committee on Harbour Fish of Chile"),  # of a country
        ("National Water Association", "Weston National Water Association"),
        ("Water Association", "Journal of the Water Association"),
        ("Green Palace", "Green Palace Water Policy Council"),  # has it
        ("New Weston", "New Weston Harbour Fund"),  # a place
        ("Harbour State University", "Middle Harbour State University"),
    ],
)
def test_a_name_that_is_whole_is_no_part_of_another(part: str, fuller: str) -> None:
    found = shown(link_organisations([use(1, part), *(use(n, fuller) for n in (2, 3, 4))]))
    assert found == {part: [1], fuller: [2, 3, 4]}


@pytest.mark.parametrize(
    ("part", "fuller"),
    [
        ("Water Fund", ("Weston Water Fund", "Easton Water Fund")),
        ("Office of the Assistant", ("Office of the Assistant Registrar", "Office of the Assistant Surveyor")),
    ],
)
def test_a_part_of_several_names_is_no_row_of_many_documents(part: str, fuller: tuple[str, str]) -> None:
    others = [use(n, name) for n, name in enumerate(fuller * 2, 10)]
    assert part not in shown(link_organisations([*(use(n, part) for n in range(3)), *others]))
    assert part in shown(link_organisations([*(use(n, part) for n in range(2)), *others]))  # two may speak of one
    stated = link_organisations([*(use(n, part) for n in range(3)), *others], aliases={part: ()})
    assert shown(stated)[part] == [0, 1, 2]


def test_a_name_that_and_joins_to_a_body_is_not_that_body_s_own() -> None:
    whole = "Harbour Care & Harbour Services"
    uses = [use(1, "Harbour Care"), *(use(n, "Harbour Services") for n in range(10, 13))]
    found = link_organisations([*uses, *(use(n, whole) for n in (2, 3, 4))])
    assert [one.name for one in found] == [whole]


@pytest.mark.parametrize("name", ["Holy See", "The Australian", "Bank of China"])
def test_what_is_called_as_a_country_or_after_it_is_a_row(name: str) -> None:
    assert shown(link_organisations([use(n, name) for n in range(3)])) == {name: [0, 1, 2]}


def test_letters_tell_how_their_long_form_is_written() -> None:
    whole = "Harbour and Space Trust"
    letters = [OrganisationUse(n, 0, "HST", "organisation", None, -1, "HST", whole) for n in range(4)]
    found = link_organisations([*letters, *(use(n, "Space Trust") for n in range(10, 13))])
    assert [one.name for one in found] == [whole]


def test_another_country_is_not_meant_by_a_court_without_one() -> None:
    home = [use(n, name) for n, name in enumerate(("Chile Rail", "Chile Post", "Chile Harbour Board"))]
    found = link_organisations([*home, use(7, "High Court", country="Peru"), use(8, "High Court")])
    assert shown(found)["High Court (Peru)"] == [7]


def test_what_only_says_of_what_sort_a_thing_is_is_no_row_of_many_documents() -> None:
    sorts = ("Action Plan", "Advisory Council", "School of Law", "Federal Government", "U.S. Mission")
    for name in (*sorts, "Center of Excellence", "Fiscal Year 2023", "Federated States of Micronesia"):
        assert link_organisations([use(n, name) for n in range(3)]) == []
        assert len(link_organisations([use(n, name) for n in range(2)])) == 1  # two may speak of one
    for name in ("Harbour Action Plan", "National Guard", "Supreme Court", "Society for Community Roads"):
        assert len(link_organisations([use(n, name) for n in range(3)])) == 1
    assert link_organisations([use(1, "CXOs")]) == []


def test_letters_that_stand_for_no_name_are_none() -> None:
    uses = [use(1, "HSD"), use(2, "HSB")]
    assert {one.name for one in link_organisations(uses)} == {"HSD", "HSB"}
    for long in ("harbour safety drill", "Director of Harbour Safety", "Harbour Safety Credit"):
        (one,) = link_organisations(uses, expansions=[Expansion(4, "HSD", long)])
        assert one.name == "HSB"
    found = link_organisations(uses, expansions=[Expansion(4, "HSB", "Harbour Safety Board's")])
    assert {one.name: one.shorts for one in found} == {"HSD": (), "Harbour Safety Board": ("HSB",)}


def test_a_document_that_names_by_letters_alone_tells_the_name() -> None:
    spelled = OrganisationUse(1, 0, "HSB", "organisation", None, 3, "HSB", "Harbour Safety Board")
    (one,) = link_organisations([spelled, use(2, "Harbour Safety Board"), use(3, "HSB")])
    assert (one.name, len(one.members)) == ("Harbour Safety Board", 3)


def test_long_forms_of_the_same_letters_that_are_nearly_one_are_one() -> None:
    uses = [use(1, "Center for Harbour Safety", 1, "CHS"), use(2, "Centers for Harbour Safety", 2, "CHS")]
    (one,) = link_organisations(uses)
    assert {member[2] for member in one.members} == {"same", "same letters"}
    apart = [use(1, "Department of Harbours", 1, "DOH"), use(2, "Department of Hills", 2, "DOH")]
    assert len(link_organisations(apart)) == 2
    countries = [use(1, "Ministry of Defence", 1, "MOD", "Chile"), use(2, "Ministry of Defence", 2, "MOD", "Peru")]
    assert len(link_organisations(countries)) == 2


def test_the_commonest_name_is_shown_and_no_part_of_one() -> None:
    uses = [*(use(n, "Harbour Board") for n in range(30)), use(31, "Chile Harbour Board")]
    found = link_organisations([*uses, use(32, "Chile Harbour Board"), use(33, "Chile Harbour Board")])
    assert [one.name for one in found] == ["Chile Harbour Board"]


def test_what_stands_once_in_every_document_is_page_furniture() -> None:
    pages = [use(n, "Harbour Page Company")._replace(mentions=1) for n in range(60)]
    assert link_organisations([*pages, *(use(n, "Harbour Board", day=n) for n in range(3))])[0].name == "Harbour Board"
    assert len(link_organisations(pages[:40])) == 1
    assert len(link_organisations([one._replace(mentions=3) for one in pages])) == 1


_WORDS = st.sampled_from(["Harbour", "Hill", "Safety", "New Zealand", "Board", "Ministry", "Court", "Act", "of", "HSB"])
_COUNTRIES = st.sampled_from([None, "New Zealand", "Australia"])
_NAMES = st.lists(_WORDS, min_size=1, max_size=5).map(" ".join)
_DAYS, _SHORTS = st.integers(-1, 1), st.sampled_from(["", "", "HSB", "HC"])
_USES = st.lists(st.tuples(_NAMES, st.sampled_from(["organisation", "law", ""]), _COUNTRIES, _DAYS, _SHORTS, _NAMES))
_EXPANSIONS = st.lists(st.builds(Expansion, _DAYS, st.sampled_from(["HSB", "HC"]), _NAMES), max_size=3)


@given(_USES, _EXPANSIONS)
def test_whatever_documents_say_each_use_is_in_one_row_at_most_in_any_order(
    said: list[tuple[str, str, str | None, int, str, str]], expansions: list[Expansion]
) -> None:
    uses = [OrganisationUse(doc, 0, *each) for doc, each in enumerate(said)]
    found = link_organisations(uses, expansions=expansions)
    placed = [member[0] for one in found for member in one.members]
    assert len(placed) == len(set(placed)) <= len(uses)
    assert link_organisations(uses[::-1], expansions=expansions[::-1]) == found
