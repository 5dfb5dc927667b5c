"""What is no person, and names that share a word."""

from __future__ import annotations

import pytest

from nzn_cli.annotate.people import find_people
from nzn_cli.annotate.people.role_words import country_in


@pytest.mark.parametrize(
    "text",
    [
        "N E W S   R E L E A S E\n\nR E E F  P A R T Y\n\nThe plan is good.",
        "HMS Ana Brunner and the RV Zvordak met MV Oriwa.",
        "Hurricane Brunner hit the coast.",
        "Canberra said it would act, and Darwin said nothing.",
        "The Pentagon said on Monday that it would help. Kremlin said no, Oxfam warned of it, and Likud won.",
        "Marama Harewoodâ spoke.",
        "They drove from Zvordak Canyon past Ana Brunner Parkway to the Brunner Speedway.",
        "The House passed Bill H.R. 1234, and they shouted Slava Ukraini.",
        "Hansard said so.",
        "They met President Bru- — the president, and Zvor-— they left.",
        "The trust, Te Zvor o Te Arawa, met. The mayor said Te Zvor was told. Te Zvor said no.",
        "They met at Anna Hospital, who wept.",
        "Viet Nam said it would act. They met Viet Nam on Monday.",
        "Dallas Mavericks won, McDonnell Douglas met Baker Hughes, and Médecins Sans Frontières warned of it.",
        "Dolores Brunner Bot replied.",
        "They work in Lincoln, D.C. and at home.",
        "Union Hall\nWashington, D.C.\nThe plan is good.",
        "Lincoln, D.C. is a place, and so is the restored Jackson, N.J. of old.",
        "Write to Reid.Susan@example.org soon.",
        "They moved from Ana Pradesh, a state of hills, to Copa Brunner and Lomas Zvordak.",
        "She is chief executive of Thai Zvordak Brunnair.",
        "Firms:\n\n- Zvordak announced a factory.\n- Qutla Zvordak announced another.\n- Brunner-Moss pledged more.",
        "She was a partner at Hale Brunner & Moss. They met the Zvordak Biotech and Qutla Technologies.",
        "News:\n\n- Guardian Bikes announced a plan.\n- Samoa-based Zvordak announced another.",
        "Biographies follow in Annex II. Al-Qa’ida did it, and seniors have Part D Brunner.",
        "They chose a candidate in North Shore, and the Chief of the Natural Products Branch left.",
        "They met at the Walter E. Brunner Convention Center and by the Susan Hale Bridge.",
        "She sang at the Reef and Roll Hall of Fame.",
        "The Reef-U.S. Steel deal was good, and so was the 4-H Council.",
        "The U.S.S. Ana Brunner sailed. Superstorm Ana hit Congregation Beth Brunner.",
        "The House passed H.J. Res. 87 and Bill S. 1234. They gave Ohioans and New Yorkers what Michiganders have.",
        "They met the Reef Conservancy and the Subcommittee. They flew to Cote d’Ivoire and South Dakota.",
        "Biographies of Attendants: she has a Juris Doctorate, an M.Phil and a D.Phil.",
        "Fine Gael said no, and Khyber Pakhtunkhwa and Saint-Gobain said so. They met at the Clarence Dock.",
    ],
)
def test_nobody(text: str) -> None:
    assert find_people(text).mentions == ()


def test_the_problem_with_the_minister_is_no_role() -> None:
    assert find_people("The problem with the minister is Ana Brunner.").roles == ()


def test_who_bears_a_body_s_name_is_somebody() -> None:
    assert find_people("Ana Brookings spoke. Brookings said no.").mentions[1].text == "Brookings"
    assert find_people("Ms Brookings said no.").names == ("Ms Brookings",)


def test_a_country_before_an_office_is_a_country() -> None:
    text = (
        "They joined France, coach Susan Hale said.\n\nFrance is kind. We stand with them and France.\n\nSo does France"
    )
    assert find_people(text).names == ("Susan Hale",)


def test_what_is_named_after_somebody_is_not_that_one() -> None:
    text = "Ana Brunner came. They thank the Brunner Foundation, Reef Fund, Brunner Institute and all at Brunner Tower."
    assert [m.text for m in find_people(text).mentions] == ["Ana Brunner"]


def test_a_place_that_is_a_name_in_the_text_is_a_person() -> None:
    assert [m.text for m in find_people("Marama Darwin came. Darwin said so.").mentions] == ["Marama Darwin", "Darwin"]


def test_two_given_names_share_the_surname_behind_them() -> None:
    people = find_people("They met Wiremu and Ana Brunner in May.")
    assert [(m.text, people.names[m.entity]) for m in people.mentions] == [
        ("Wiremu", "Wiremu Brunner"),
        ("Ana Brunner", "Ana Brunner"),
    ]


@pytest.mark.parametrize("name", ["Wm. Brunner", "Chas. Brunner"])
def test_short_given_names_with_a_dot(name: str) -> None:
    assert find_people(f"They met {name} in May.").names == (name,)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Ana Brunner, director of Reef Watch and chair of the Reef Council, spoke.",
         [("director of Reef Watch", "Reef Watch"), ("chair of the Reef Council", "Reef Council")]),
        ("Ana Brunner, a Torbay-based marine biologist, spoke.", [("Torbay-based marine biologist", None)]),
        ("The Governor of the Reef Bank (RB), Dr Ana Brunner, spoke.", [("Governor of the Reef Bank", "Reef Bank")]),
        ("Rep. Ana Brunner met Emeritus Professor Wiremu Hale.", [("Rep.", None), ("Emeritus Professor", None)]),
        ("First Lady Ana Brunner came.", [("First Lady", None)]),
        ("Ana Brunner is a strong leader with a plan.", []),
        ("Ana Brunner was an architect with the Reef Trust.", [("architect with the Reef Trust", "Reef Trust")]),
        ("Ana Brunner, Adviser for Cyber and Reef Technologies, spoke.",
         [("Adviser for Cyber and Reef Technologies", None)]),
        ("Ana Brunner, Counsel on the House of Representatives Committee, spoke.",
         [("Counsel on the House of Representatives Committee", "House of Representatives Committee")]),
        ("NY Mayor Ana Brunner came.", [("NY Mayor", None)]),
        ("Former RRB Director Ana Brunner came.", [("Former RRB Director", "RRB")]),
        ("Where's Representative Brunner?", [("Representative", None)]),
        ("Ana Brunner, Ambassador Extraordinary and Plenipotentiary to the Republic of Chad, spoke.",
         [("Ambassador Extraordinary and Plenipotentiary to the Republic of Chad", None)]),
        ("Ana Brunner, Director of the Reef Institute's network, spoke.",
         [("Director of the Reef Institute's network", "Reef Institute")]),
        ("Ana Brunner, Ambassador Extraordinary and Plenipotentiary to Samoa, spoke.",
         [("Ambassador Extraordinary and Plenipotentiary to Samoa", None)]),
        ("Sheikh Ana Brunner came.", []),
        ("Ana Brunner has informed the President.", []),
        ("They see Ana Brunner as the head of a gang.", []),
        ("Mayor Ana Brunner, director of Reef Watch, Tom Carmody, spoke.",
         [("Mayor", None), ("director of Reef Watch", "Reef Watch")]),
    ],
)  # fmt: skip
def test_roles_with_the_body_that_they_are_of(text: str, roles: list[tuple[str, str | None]]) -> None:
    assert [(role.text, role.organisation) for role in find_people(text).roles] == roles


@pytest.mark.parametrize(
    ("role", "country"),
    [
        ("member of the Committee on Indian Affairs", None),
        ("Indian Minister", "Indian"),
        ("Ambassador to Samoa", None),
        ("Samoan Ambassador to the Dominican Republic", "Samoan"),
    ],
)
def test_the_country_that_a_role_states(role: str, country: str | None) -> None:
    assert country_in(role) == country


def test_who_works_for_a_firm_is_somebody_and_the_firm_is_nobody() -> None:
    assert find_people("Charles Brunner analyst Nic Hale said so.").names == ("Nic Hale",)


def test_an_office_right_behind_a_name_is_no_part_of_it() -> None:
    assert find_people("It began with H.E Adrian Hale High Commissioner of Samoa.").names == ("Adrian Hale",)
