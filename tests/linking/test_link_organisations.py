"""Named things joined across documents: spelling, short forms by the nearest definition, countries, settings."""

from __future__ import annotations

from nzn_cli.linking.link_organisations import LinkedOrganisation, OrganisationUse, link_organisations


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
