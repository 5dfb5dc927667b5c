"""The roles that a text gives to people, as written."""

from __future__ import annotations

import pytest

from nzn_cli.annotate.people import find_people
from nzn_cli.annotate.people.people_facts import people_of
from nzn_cli.annotate.people.role_bodies import organisation_in
from nzn_cli.annotate.people.role_spans import roles_of
from nzn_cli.annotate.people.role_words import country_in
from nzn_cli.model.annotations import PersonSpan


@pytest.mark.parametrize(
    ("text", "former"),
    [
        ("Ana Brunner was Director of Reef Watch.", True),
        ("Ana Brunner was appointed Director of Reef Watch.", False),
        ("Ana Brunner resigned as director of Reef Watch.", True),
        ("Previously, Ana Brunner served as director of Reef Watch.", True),
        ("Ana Brunner served as director of Reef Watch since May.", False),
        ("Ana Brunner serves as director of Reef Watch.", False),
        ("Former nominated MP Ana Brunner spoke.", True),
        ("He served under then-Reef Minister Ana Brunner.", True),
        ("She met ex-Reef Minister Ana Brunner.", True),
    ],
)
def test_who_was_something_is_it_no_longer(text: str, former: bool) -> None:
    assert [role.former for role in find_people(text).roles] == [former]


@pytest.mark.parametrize(
    ("label", "role"),
    [("ANA BRUNNER, PRIME MINISTER", "PRIME MINISTER"), ("ANA BRUNNER, MAYOR AND CHAIR OF REEFS", "MAYOR")],
)
def test_what_a_label_says_of_its_speaker_is_a_role(label: str, role: str) -> None:
    text = f"{label}: It is good.\n\nTHE REEF, WATCH: It is not.\n"
    found = find_people(text)
    assert [(m.text, m.source) for m in found.mentions] == [("ANA BRUNNER", "speaker")]
    assert found.roles[0].text == role


@pytest.mark.parametrize(
    ("text", "role", "country"),
    [
        ("Fisheries Minister Wiremu Hale spoke.", "Fisheries Minister", None),
        ("Danish Fisheries Minister Wiremu Hale spoke.", "Danish Fisheries Minister", "Danish"),
        ("Hosted by the Spanish Minister of Trade, Ana Brunner.", "Spanish Minister of Trade", "Spanish"),
        ("Ana Brunner, the Spanish Minister of Trade, spoke.", "Spanish Minister of Trade", "Spanish"),
        ("Samoa Secretary of State for Trade, Ana Brunner, spoke.", "Samoa Secretary of State for Trade", "Samoa"),
        ("South Korea Trade Minister Ana Brunner spoke.", "South Korea Trade Minister", "South Korea"),
        ("Wiremu Hale MP spoke.", "MP", None),
        ("The deputy commandant of the Harbour Police Unit (HPU), Mr Wiremu Hale, spoke.",
         "deputy commandant of the Harbour Police Unit", None),
        ("Torbay Deputy County Reef Officer (DCRO) Wiremu Hale spoke.", "Torbay Deputy County Reef Officer", None),
        ("The Special Rapporteur on the right to food, Ana Brunner, spoke.", "Special Rapporteur on the right to food",
         None),
        ("They met the NATO Deputy Secretary General, the Honourable Ms. Ana Brunner.", "NATO Deputy Secretary General",
         None),
        ("French Ambassador to Samoa Ana Brunner spoke.", "French Ambassador to Samoa", "French"),
        ("They named Ana Brunner as their deputy chief financial officer.", "deputy chief financial officer", None),
        ("Minister for Justice Ana Brunner spoke.", "Minister for Justice", None),
        ("They came: the Ambassador of Oman (H.E. Ana Brunner); others left.", "Ambassador of Oman", "Oman"),
        ("They met the Ambassador of Oman H.E Ana Brunner there.", "Ambassador of Oman", "Oman"),
        ("He met the Head of State, His Highness Afioga Wiremu Hale, there.", "Head of State", None),
        ("Torbay's Ambassador in the Pacific, Ana Brunner, spoke.", "Torbay's Ambassador in the Pacific", None),
        ("Ana Brunner was commissioned as High Commissioner to Samoa at the State House in Suva.",
         "High Commissioner to Samoa", None),
        ("Torbay Reef, Food Development and Tourism MEC Ana Brunner spoke.",
         "Torbay Reef, Food Development and Tourism MEC", None),
        ("They met deputy director-general of health Ana Brunner.", "deputy director-general of health", None),
        ("The reef task team convener Ana Brunner spoke.", "task team convener", None),
        ("Torbay Chief Minister Shri Wiremu Hale spoke.", "Torbay Chief Minister", None),
        ("The Minister for Reefs, Deputy Hale, spoke.", "Minister for Reefs", None),
        ("They met the Reef Party spokesperson on Health Wiremu Hale.", "Reef Party spokesperson on Health", None),
        ("Wiremu Hale TD spoke.", "TD", None),
        ("Ana Brunner, Minister of Reefs, Food Development and Reef Safety, spoke.",
         "Minister of Reefs, Food Development and Reef Safety", None),
        ("Ana Brunner, Minister of Reefs, Food Development, and Safety, spoke.",
         "Minister of Reefs, Food Development, and Safety", None),
        ("Ana Brunner, Minister of Reefs, Torbay and Samoa, spoke.", "Minister of Reefs", None),
        ("Magistrate Judge Ana Brunner spoke.", "Magistrate Judge", None),
        ("Ana Brunner, Torbay Environment and Climate Change Minister, spoke.",
         "Torbay Environment and Climate Change Minister", None),
        ("Ana Brunner, Member of Parliament for St. John's East, spoke.", "Member of Parliament for St. John's East",
         None),
        ("Ana Brunner, MP for Sea Cove–West Torbay, spoke.", "MP for Sea Cove–West Torbay", None),
        ("Ana Brunner, Q.C., MD, director of Reef Watch, spoke.", "director of Reef Watch", None),
        ("He designated Ana Brunner as his administration's reef secretary.", "reef secretary", None),
        ("The former chief presidential legal counsel Ana Brunner spoke.", "former chief presidential legal counsel",
         None),
        ("Secretary General Ana Brunner spoke.", "Secretary General", None),
        ("PANUI STATEMENT Fisheries Minister Wiremu Hale spoke.", "Fisheries Minister", None),
        ("They met Ana Brunner, a member of the Kurdish minority.", "member of the Kurdish minority", None),
        ("Ana Brunner, head of the Division of Reef Surgery and Tidal Therapy at Torbay School of Medicine, spoke.",
         "head of the Division of Reef Surgery and Tidal Therapy at Torbay School of Medicine", None),
        ("Ana Brunner, professor in the North Torbay Reef Treaty Organization and Samoan Commands, spoke.",
         "professor in the North Torbay Reef Treaty Organization", None),
        ("Ana Brunner, assistant professor in the Division of Reef Surgery and Tidal Therapy at Torbay School, spoke.",
         "assistant professor in the Division of Reef Surgery and Tidal Therapy at Torbay School", None),
        ("Chief Reef and Harbour Officer Ana Brunner spoke.", "Chief Reef and Harbour Officer", None),
        ("Ana Brunner, Chief Reef and Harbour Officer of Zvordak, spoke.", "Chief Reef and Harbour Officer of Zvordak",
         None),
        ("Labour MP Wiremu Hale spoke.", "Labour MP", None),
        ("She served in the Administration of Governor Ana Brunner.", "Governor", None),
        ("The Office of Former Mayor Ana Brunner agreed.", "Former Mayor", None),
        ("In Torbay, OH Mayor Ana Brunner spoke.", "Mayor", None),
        ("They met High Council for Reef Peace Chair Ana Brunner.", "High Council for Reef Peace Chair", None),
        ("The Prime Minister of Fiji, Ms Ana Brunner, spoke.", "Prime Minister of Fiji", "Fiji"),
        ("The Speaker of the House of Representatives, Ana Brunner, spoke.", "Speaker of the House of Representatives",
         None),
        ("She met Ana Brunner, Prime Minister of Fiji to thank her.", "Prime Minister of Fiji", "Fiji"),
        ("Ana Brunner is a teacher on, bringing together, many.", "teacher", None),
        ("She met Ana Brunner, an adviser to ministers.", "adviser to ministers", None),
        ("They met the then Secretary General Lord Ashgrove.", "Secretary General", None),
        ("UNESCO Director-General Ana Brunner spoke.", "UNESCO Director-General", None),
        ("Reef Council chief executive Wiremu Hale spoke.", "Reef Council chief executive", None),
        ("Minister of Food and Forestry Wiremu Hale spoke.", "Minister of Food and Forestry", None),
        ("Food and Forestry Minister Wiremu Hale spoke.", "Food and Forestry Minister", None),
        ("Wiremu Hale, director of Reef Watch, spoke.", "director of Reef Watch", None),
        ("It was Green Party co-leader Wiremu Hale who spoke.", "Green Party co-leader", None),
        ("The mayor, Wiremu Hale, spoke.", "mayor", None),
        ("The Torbay Reef and Lagoon Teachers' Association secretary Ana Brunner spoke.",
         "Torbay Reef and Lagoon Teachers' Association secretary", None),
        ("Fisheries Department official Wiremu Hale spoke.", "Fisheries Department official", None),
        ("Ana Brunner, a specialist in farming and reef law, spoke.", "specialist in farming and reef law", None),
        ("Former First Lady Ana Brunner spoke.", "Former First Lady", None),
        ("Former Prime Minister Ana Brunner spoke.", "Former Prime Minister", None),
        ("Police spokesman Wiremu Hale said so.", "Police spokesman", None),
        ("Q President Ana Brunner has said so.", "President", None),
        ("Has President Ana Brunner seen it?", "President", None),
        ("What’s President Ana Brunner doing?", "President", None),
        ("Joining President Ana Brunner were two.", "President", None),
        ("Founding Director Ana Brunner spoke.", "Founding Director", None),
        ("THANK YOU President Ana Brunner for coming.", "President", None),
        ("His Excellency President Ana Brunner spoke.", "President", None),
        ("It was the Presidents — of President Ana Brunner.", "President", None),
        ("**Bolstering Reefs and Adaptation –** President Ana Brunner spoke.", "President", None),
        ("The House and Senator Ana Brunner agreed.", "Senator", None),
        ("The Speaker and President Ana Brunner agreed.", "President", None),
        ("Ana Brunner, Director of Reefs (DOR), spoke.", "Director of Reefs", None),
        ("Ana Brunner, Assistant to the President for Reefs, spoke.", "Assistant to the President for Reefs", None),
        ("Assistant to the President for Reefs Ana Brunner spoke.", "Assistant to the President for Reefs", None),
        ("Labour MP for Mt Torlesse Wiremu Hale spoke.", "Labour MP for Mt Torlesse", None),
        ("Ana Brunner, spokesperson for the Reef Party Member of Parliament for Torbay, spoke.",
         "spokesperson for the Reef Party", None),
        ("The Speaker of the House of Representatives, Hon. Ana Brunner, spoke.",
         "Speaker of the House of Representatives", None),
        ("Ana Brunner is Secretary to the Minister of Trade and Official Languages.",
         "Secretary to the Minister of Trade and Official Languages", None),
        ("They met the Minister responsible for the Reefs, the Honourable Ana Brunner, today.",
         "Minister responsible for the Reefs", None),
        ("Zvordak Ambassador to Samoa, Ana Brunner; and others met.", "Zvordak Ambassador to Samoa", None),
        ("Prime Minister Tun Dr Wiremu Hale spoke.", "Prime Minister", None),
        ("Mayor, H.E. Wiremu Hale, spoke.", "Mayor", None),
        ("Ana Brunner becomes Chair of Reef Watch.", "Chair of Reef Watch", None),
        ("They named Ana Brunner as the firm's senior chair of Reefs.", "senior chair of Reefs", None),
        ("Ana Brunner is now Zvordak's chief reef officer and is well.", "Zvordak's chief reef officer", None),
        ("Ana Brunner is a member of the Reef Council for a term of two years.", "member of the Reef Council", None),
        ("Ana Brunner, First Minister of Fiji, spoke.", "First Minister of Fiji", "Fiji"),
        ("The current foreign secretary is Ana Brunner.", "foreign secretary", None),
        ("Yesterday the county manager, Ana Brunner, spoke.", "county manager", None),
        ("He served under then-Reef Minister Ana Brunner.", "Reef Minister", None),
        ("Ana Brunner, Nominee for Chair and Member of the Reef Council, spoke.",
         "Nominee for Chair and Member of the Reef Council", None),
        ("Security Adviser for the Vice President Ana Brunner spoke.", "Security Adviser for the Vice President", None),
        ("The now-Associate Judge, Ana Brunner, spoke.", "Associate Judge", None),
        ("She led the Office of U.S. Senator Ana Brunner.", "U.S. Senator", "U.S"),
        ("They met Prime Minister Ana Brunner, the King of Samoa, and Tom Moss.", "Prime Minister", None),
        ("She was a Clerk for Mayor Ana Brunner, Chief Clerk of Torbay, and judge.", "Mayor", None),
        ("A speech by President Ana Brunner from Samoa was good.", "President", None),
        ("Ana Brunner, Nominee to be a Member of the Reef Council, spoke.",
         "Nominee to be a Member of the Reef Council", None),
        ("Ana Brunner served as an officer in the Reef Corps between two schools.", "officer in the Reef Corps", None),
        ("Ana Brunner, head of ZRF providers, spoke.", "head of ZRF providers", None),
        ("South Australian Minister for Reefs Ana Brunner spoke.", "South Australian Minister for Reefs", None),
        ("Ana Brunner was the Deputy Reef manager.", "Deputy Reef manager", None),
        ("Ana Brunner, head of Zvordak's Reef business, spoke.", "head of Zvordak's Reef business",
         None),
        ("Zvordak's current general manager, Ana Brunner, spoke.", "current general manager", None),
        ("The firm said its chairman, Ana Brunner, would leave.", "chairman", None),
        ("Ana Brunner is a member of the Torbay Reef board.", "member of the Torbay Reef board", None),
        ("Ana Brunner was Chair of the Reef Board for a three year term.", "Chair of the Reef Board", None),
        ("Ana Brunner will serve as Vice Chair, and an Executive Director will manage it.", "Vice Chair", None),
        ("Ana Brunner is Chair of Torbay University's governing board.", "Chair", None),
        ("Ana Brunner, counsel for the Committee on Banking, Health, and Rural Affairs, spoke.",
         "counsel for the Committee on Banking, Health, and Rural Affairs", None),
        ("Pass Senator Ana Brunner's bill!", "Senator", None),
        ("Ana Brunner, Deputy Head of the U.S. Reef Agency, spoke.", "Deputy Head of the U.S. Reef Agency", "U.S"),
    ],
)  # fmt: skip
def test_role(text: str, role: str, country: str | None) -> None:
    assert [(r.text, r.country) for r in find_people(text).roles] == [(role, country)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("They met Prime Minister Hale of Samoa and President Brunner of the Republic of Korea.",
         [("Prime Minister", "Samoa", None), ("President", "Republic of Korea", None)]),
        ("They met Prime Minister Wiremu Hale (Samoa) in May.", [("Prime Minister", "Samoa", None)]),
        ("They met President Ana Brunner, of Fiji, in May.", [("President", "Fiji", None)]),
        ("They cite Prime Minister Ana Brunner of Samoa's ships.", [("Prime Minister", "Samoa", None)]),
        ("They met Foreign Minister Ana Brunner of New Zealand First.", [("Foreign Minister", None, None)]),
        ("Governor Wiremu Hale of Ohio met Mayor Ana Brunner of Torbay.",
         [("Governor", None, "Ohio"), ("Mayor", None, "Torbay")]),
        ("They met U.S. Senator Ana Brunner of Ohio.", [("U.S. Senator", "U.S", "Ohio")]),
        ("Professor Ana Brunner, from the University of Torbay, spoke.", [("Professor", None, "University of Torbay")]),
        ("Remarks by Prime Minister Ana Brunner of Samoa Before a Meeting", [("Prime Minister", "Samoa", None)]),
        ("Remarks by Prime Minister Ana Brunner of Samoa\n\nOval Office\n\n", [("Prime Minister", "Samoa", None)]),
        ("They met President Ana Brunner of the Administration.", [("President", None, None)]),
        ("They met Governor Ana Brunner (CA) and Director Wiremu Hale (D-OH).",
         [("Governor", None, None), ("Director", None, None)]),
        ("It is of Senator Ana Brunner from January on.", [("Senator", None, None)]),
        ("They met Professor Ana Brunner (Director of the Torbay Institute).", [("Professor", None, None)]),
        ("They met Professor Wiremu Hale of Torbay University and Professor Ana Brunner.",
         [("Professor", None, "Torbay University"), ("Professor", None, None)]),
    ],
)  # fmt: skip
def test_what_an_office_is_of_stands_behind_the_name(
    text: str, wanted: list[tuple[str, str | None, str | None]]
) -> None:
    found = [(r.text, r.country, r.organisation) for r in find_people(text).roles]
    assert [each for each in found if each[0][0].isupper()][: len(wanted)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("They met Senators Wiremu Hale, Ana Brunner, and Joan Carmody.",
         [(0, "Senators", None), (1, "Senators", None), (2, "Senators", None)]),
        ("They met Prime Ministers Wiremu Hale of Samoa and Ana Brunner of Fiji.",
         [(0, "Prime Ministers", "Samoa"), (1, "Prime Ministers", "Fiji")]),
        ("They met Senators Wiremu Hale and Ana Brunner. Joan Carmody left.",
         [(0, "Senators", None), (1, "Senators", None)]),
        ("They met Senator Wiremu Hale, Ana Brunner, and all.", [(0, "Senator", None)]),
    ],
)  # fmt: skip
def test_a_role_in_the_plural_is_that_of_all_who_are_listed(
    text: str, wanted: list[tuple[int, str, str | None]]
) -> None:
    assert [(r.entity, r.text, r.country) for r in find_people(text).roles] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ana Brunner lives in Torbay. She is currently Chair of the Reef Committee and a member of the Lagoon Board.",
         [("Ana Brunner", "Chair of the Reef Committee", False), ("Ana Brunner", "member of the Lagoon Board", False)]),
        ("Ana Brunner lives here. She was Head of the Reef Department from 2001. She previously served as a trustee of"
         " Reef Watch.",
         [("Ana Brunner", "Head of the Reef Department", True), ("Ana Brunner", "trustee of Reef Watch", True)]),
        ("Ana Brunner lives here, and she is Chair of Reef Watch. She was promoted to Senior Lecturer in October.",
         [("Ana Brunner", "Chair of Reef Watch", False), ("Ana Brunner", "Senior Lecturer", False)]),
        ("Ana Brunner left. He was Director of Reef Watch.", []),  # somebody else, by the name
        ("Ana Brunner met Wiremu Hale. He was Director of Reef Watch.", []),  # one of two
        ("Ana Brunner left. She is a lecturer.", []),  # of nothing
        ("Wiremu Hale was Director of Reef Watch.", [("Wiremu Hale", "Director of Reef Watch", True)]),
        ("Wiremu Hale is Director of Reef Watch.", [("Wiremu Hale", "Director of Reef Watch", False)]),
        ("It was Director Wiremu Hale.", [("Wiremu Hale", "Director", False)]),
        ("Ana Brunner left. She was a clerk under Wiremu Hale. He was Director of Reef Watch.", []),
        ("It rained. Her friends met Wiremu Hale at sea. He was Director of Reef Watch.", []),
        ("It rained. Later Wiremu Hale left. He was Director of Reef Watch.",
         [("Wiremu Hale", "Director of Reef Watch", True)]),
    ],
)  # fmt: skip
def test_roles_of_lives(text: str, wanted: list[tuple[str, str, bool]]) -> None:
    people = find_people(text)
    assert [(people.names[role.entity], role.text, role.former) for role in people.roles] == wanted


def test_a_rank_behind_an_office_is_a_role_of_its_own() -> None:
    found = [role.text for role in find_people("Torbay Vice-Chancellor Professor Ana Brunner spoke.").roles]
    assert found == ["Torbay Vice-Chancellor", "Professor"]
    assert [role.text for role in find_people("Emeritus Professor Ana Brunner spoke.").roles] == ["Emeritus Professor"]
    found = [role.text for role in find_people("Chief of Reef Operations Vice Admiral Ana Brunner spoke.").roles]
    assert found == ["Chief of Reef Operations", "Vice Admiral"]
    found = [role.text for role in find_people("Chief of Reef Force Lieutenant-General Ana Brunner spoke.").roles]
    assert found == ["Chief of Reef Force", "Lieutenant-General"]


@pytest.mark.parametrize(
    ("role", "body"),
    [
        ("Reef Committee Ranking Member", "Reef Committee"),
        ("Reef Party Fisheries spokesperson", "Reef Party"),
        ("RTZ National President", "RTZ"),
        ("Department of Reefs director", "Department of Reefs"),
        ("New Zealand First leader", None),
        ("Minister for the Reef Council", None),
        ("chair of the Reef Council", "Reef Council"),
        ("Association of Reef Staff (ARS) National President", "Association of Reef Staff"),
        ("University of Reefs Students' Association President", "University of Reefs Students' Association"),
        ("Reef Party's Human Rights spokesperson", "Reef Party"),
        ("Reef House Press Secretary", "Reef House"),
        ("Press Secretary", None),
        ("Associated Reef Press Editor", "Associated Reef Press"),
        ("chair of the Board", None),
        ("Chair of the Reefs, Tides and Trade Committee", "Reefs, Tides and Trade Committee"),
        ("Chair of the Reef Committee, Torbay and Samoa", "Reef Committee"),
        ("Administration official", None),
        ("Special Adviser on Media and Tides", None),
        ("Navy Secretary", "Navy"),
        ("President of the Russian Federation", None),
        ("COVID-19 Response Coordinator", None),
        ("Member of Parliament for Te Reef", "Parliament"),
        ("Nominee for Director of the Reef Bureau", "Reef Bureau"),
        ("Chief of Police for the Reef Council", "Reef Council"),
        ("Director of Policy for the Reef Department", "Reef Department"),
        ("Chair of the Reef Committee on Tides", "Reef Committee on Tides"),
        ("member of the Reef Council on the Tides", "Reef Council on the Tides"),
        ("Chair of the Reef Center for Research on Tides", "Reef Center for Research on Tides"),
        ("lawyer at the Office of Care for Children with Needs", "Office of Care for Children with Needs"),
        ("Director of the Bureau of Reefs, Trade, and Health", "Bureau of Reefs, Trade, and Health"),
        ("Director of the Bureau of Reefs, Chair and Mayor", "Bureau of Reefs"),
        ("F-16 pilot", None),
        ("Chief of Staff of the Torbay Army", "Torbay Army"),
        ("Director of Press and Reef Affairs", None),
        ("head of NATO providers", None),
        ("Director of the Center for Security in Politics", None),
        ("Director of the Center for Security in Samoa", "Center for Security"),
        ("Reef Department Under Secretary", "Reef Department"),
        ("president of the Institute for Reef College Access", "Institute for Reef College Access"),
        ("Nominee for Under Secretary of the Reef Force", "Reef Force"),
    ],
)
def test_the_body_of_a_role_is_without_its_field_and_rank(role: str, body: str | None) -> None:
    assert organisation_in(role) == body


@pytest.mark.parametrize(
    ("role", "country"),
    [
        ("Prime Minister of Tonga", "Tonga"),
        ("Tongan Prime Minister", "Tongan"),
        ("Member of Parliament for Te Tai Tonga", None),  # an electorate
        ("Minister of Trade of Japan", "Japan"),
        ("Mayor of Auckland", None),
        ("Governor of Ohio", None),
        ("CEO of Google", None),
        ("Christian Reef Party leader", None),
        ("Professor of French", None),
        ("lecturer of English at Reef College", None),
        ("Minister of Māori Affairs", None),
        ("Tibetan leader", "Tibetan"),
        ("Special Envoy for Samoa", None),
        ("Chair of the Reef Committee on Samoa", None),
        ("Director of the Office of Samoan Affairs", None),
        ("member of the Samoa Study Group", None),
        ("Senator of Georgia", None),
        ("member of the Samoan Reef Society", None),
    ],
)
def test_the_country_of_a_role_is_no_part_of_a_longer_name(role: str, country: str | None) -> None:
    assert country_in(role) == country


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("As Deputy Mayor of Torbay, Ms Ann Hale spoke.", [("Deputy Mayor of Torbay", False)]),
        (
            "A former director of Reef Watch and head of the Reef School, Ann Hale spoke.",
            [("director of Reef Watch", True), ("head of the Reef School", True)],
        ),
        ("As a result of the plan, Ann Hale spoke.", []),
        ("I, ANN B. HALE JR., Mayor of the town, sign.", [("Mayor of the town", False)]),
        (
            "Ann Hale won. She was promoted to Senior Lecturer in 1976, Associate Professor in 1984 and Dean in 1986.",
            [("Senior Lecturer", False), ("Associate Professor", False), ("Dean", False)],
        ),
        ("The lecture was by Ann Hale, a specialist in tides and said to be good.", [("specialist in tides", False)]),
        ("Watch Secretary Hale speak. Ann Hale came.", [("Secretary", False)]),
    ],
)
def test_roles_that_open_a_sentence_and_lists_with_years(text: str, roles: list[tuple[str, bool]]) -> None:
    assert [(role.text, role.former) for role in find_people(text).roles] == roles


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("He met the Envoy for Samoa and Tonga, General Tom Hale.", ["Envoy for Samoa and Tonga", "General"]),
        (
            "Hosted by the Prime Minister, Minister of State and Minister of Reefs of Samoa, Mr Tom Hale.",
            ["Prime Minister", "Minister of State", "Minister of Reefs of Samoa"],
        ),
        (
            "They met Ana Brunner and Chief of the Reef Force, General Tom Hale, there.",
            ["Chief of the Reef Force", "General"],
        ),
        ("Chief of the Reef Force, General Tom Hale spoke.", ["Chief of the Reef Force", "General"]),
        ("Torbay Director General and spokesman Tom Hale spoke.", ["Torbay Director General", "spokesman"]),
        ("Reef Force spokesperson Col. Tom Hale spoke.", ["Reef Force spokesperson", "Col."]),
        ("Lt. Gen. Tom Hale spoke.", ["Lt. Gen."]),
        ("They met councillors Ann Hale and Tom Moss.", ["councillors", "councillors"]),
        ("On behalf of the Secretary of the Navy, Admiral Tom Hale spoke.", ["Admiral"]),
        ("They met the president, Justice Tom Hale, and others.", ["Justice"]),
        ("They met the Secretary of the Navy, Admiral Tom Hale, and others.", ["Admiral"]),
        ("Before joining the Attorney General's Office, Judge Tom Hale taught.", ["Judge"]),
        ("With this Executive Order, the Hale camp won. Tom Hale left.", []),
        ("It rained. With the Secretary of the Navy, Admiral Tom Hale, spoke.", ["Secretary of the Navy", "Admiral"]),
        ("They met Ana Brunner, the head of the fleet, General Tom Hale and all.", ["head of the fleet", "General"]),
    ],
)
def test_the_roles_to_which_a_name_is_apposed(text: str, roles: list[str]) -> None:
    assert [role.text for role in find_people(text).roles] == roles


def test_offices_before_and_have_the_body_behind_them() -> None:
    def bodies(text: str) -> list[tuple[str, str | None]]:
        return [(role.text, role.organisation) for role in find_people(text).roles]

    assert bodies("Ana Brunner, chair and CEO of the Reef Council, spoke.") == [
        ("chair", "Reef Council"), ("CEO of the Reef Council", "Reef Council")
    ]  # fmt: skip
    assert bodies("Ana Brunner, chair and chief executive of Reef Watch, spoke.") == [
        ("chair", "Reef Watch"), ("chief executive of Reef Watch", "Reef Watch")
    ]  # fmt: skip
    assert bodies("Ana Brunner, Reef Whip and member of the Reef Council, spoke.")[0][1] is None
    assert bodies("Ana Brunner, director of its Reef Institute, spoke.")[0][1] == "Reef Institute"
    assert bodies("Ana Brunner, Torbay's coroner and head of the Reef Council, spoke.")[0][1] is None
    assert bodies("Ana Brunner, judge and member of the Reef Council, and mayor of Torbay, spoke.")[1:] == [
        ("member of the Reef Council", "Reef Council"), ("mayor of Torbay", None)
    ]  # fmt: skip


def test_a_role_for_which_one_is_named_is_not_the_next_ones() -> None:
    people = find_people("They named Wiremu Hale for Reef Minister, Ana Brunner for chair.")
    assert "Ana Brunner" not in {people.names[role.entity] for role in people.roles}


def test_no_role_ends_within_a_word() -> None:
    lists = ", ".join(f"chair of the {word} Reef Council" for word in ("Torbay", "Fijian", "Oriwa", "Zvordak") * 3)
    for text in (f"Ana Brunner, {lists}, spoke.", f"Ana Brunner left. She is {lists}."):
        roles = find_people(text).roles
        assert len(roles) > 2
        assert all(role.text.startswith("chair of the ") and role.text.endswith(" Reef Council") for role in roles)


def test_each_role_belongs_to_its_person() -> None:
    text = "Tax Minister Wiremu Hale and the Spanish Minister of Trade, Ana Brunner, met mayor Joan Carmody."
    people = find_people(text)
    found = [(people.names[r.entity], r.text) for r in people.roles]
    assert found == [
        ("Wiremu Hale", "Tax Minister"),
        ("Ana Brunner", "Spanish Minister of Trade"),
        ("Joan Carmody", "mayor"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Minister left. Wiremu Hale said so.",
        "Wiremu Hale said the director was late.",
        "Mr Hale said so.",
        "The mayor met the director.",
        "Wiremu Hale, Department of Justice, said so.",
        "Wiremu Hale, MD, said so.",
        "As she met with Wiremu Hale, the mayor of Torbay took the stage.",
        "She spoke with Wiremu Hale, the President and others of it.",
        "Prior to joining the Department of Justice, Wiremu Hale worked here.",
        "Wiremu Hale is the first Samoan judge ever to serve there.",
        "When I was the Member for Torbay Wiremu Hale came.",
        "I am the mayor of Torbay, Wiremu Hale said.",
        "She spoke with Wiremu Hale, the President, the Vice President, and others.",
        "We heard Wiremu Hale.\n\nQ Wiremu, a Reef Party spokesman said no.",
        "She met Wiremu Hale, awarded Honorary Doctor of Laws, today.",
        "Wiremu Hale is the right leader at the right time.",
        "I said I would be no mayor, Wiremu.",
        "So, in a meeting with the mayor of Torbay, Wiremu Hale agreed.",
        "She served under Wiremu Hale, first as Chief of Staff.",
        "She met Wiremu Hale, Senators Di- — she said.",
        "She was appointed by Wiremu Hale as Deputy Director of Reefs.",
        "You heard the President, Wiremu Hale, and others.",
        "He led Wiremu Hale's team. He was a member of the Reef Council.",
        '"She is wise," Wiremu Hale says. He was Professor of Reefs at Torbay College.',
        "We heard Wiremu Hale.\n\nQ As you know, Wiremu, reef directors do not speak.",
        "Wiremu Hale, there's a lawyer in Torbay.",
        "Wiremu Hale, alongside fellow heads of state, spoke.",
        "Wiremu Hale, Reef General Assembly address.",
        "At the residence of the Head of State of Samoa, His Excellency Mr. Wiremu Hale spoke.",
    ],
)
def test_no_role(text: str) -> None:
    assert find_people(text).roles == ()


def test_a_country_is_part_of_a_body_that_has_one_word_beside_it() -> None:
    def roles(text: str) -> list[tuple[str, str | None]]:
        return [(role.role, role.country) for role in people_of(text).roles]

    assert roles("Samoa Post chair Ana Brunner spoke.") == [("Samoa Post Chair", "Samoa")]
    assert roles("Samoa Reef Bank chair Ana Brunner spoke.") == [("Reef Bank Chair", "Samoa")]


def test_a_former_this_and_that_is_neither() -> None:
    def former(text: str) -> list[bool]:
        return [role.former for role in find_people(text).roles]

    assert former("Ana Brunner, a former mayor and chair of Reef Watch, spoke.") == [True, True]
    assert former("Ana Brunner, a former mayor and the chair of Reef Watch, spoke.") == [True, False]


def test_what_was_held_under_a_party_is_of_the_past() -> None:
    roles = find_people("Torbay Mayor and former Reef-led government Cabinet Minister Ana Brunner spoke.").roles
    assert [(role.text, role.former) for role in roles] == [("government Cabinet Minister", True)]


def test_offsets_give_the_role() -> None:
    text = "On Monday the Danish Fisheries Minister Wiremu Hale spoke."
    (role,) = find_people(text).roles
    assert text[role.char_start : role.char_end] == role.text


@pytest.mark.parametrize(
    "text",
    [
        "Voters should judge Wiremu Hale's plan.",
        "Our readers judge Wiremu Hale's plan.",
        "They want to coach Wiremu Hale's team.",
        "They may not chair Wiremu Hale's board.",
        "Dr Wiremu Hale, Senior Research at the reef, spoke.",
    ],
)
def test_no_role_in_what_is_done(text: str) -> None:
    assert find_people(text).roles == ()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It helps coach Wiremu Hale.", [("Wiremu Hale", "coach")]),
        ("According to judge Wiremu Hale it stands.", [("Wiremu Hale", "judge")]),
        ("Ana Brunner, Reef Watch spokesman Wiremu Hale said.", [("Wiremu Hale", "Reef Watch spokesman")]),
        ("Ana Brunner, director of Reef Watch, Wiremu Hale said.", [("Ana Brunner", "director of Reef Watch")]),
        (
            "Ana Brunner, adviser to President Wiremu Hale, left.",
            [("Ana Brunner", "adviser"), ("Wiremu Hale", "President")],
        ),
        ("New Zealand First leader Rt Hon Wiremu Hale spoke.", [("Wiremu Hale", "New Zealand First leader")]),
        ("NZ First deputy leader Wiremu Hale spoke.", [("Wiremu Hale", "NZ First deputy leader")]),
        ("Wiremu Hale, Senior Research Fellow, spoke.", [("Wiremu Hale", "Senior Research Fellow")]),
        ("She told the press President Wiremu Hale was late.", [("Wiremu Hale", "President")]),
        ("Our national President Wiremu Hale spoke.", [("Wiremu Hale", "national President")]),
        ("I thank Wiremu Hale, Secretary General, and all.", [("Wiremu Hale", "Secretary General")]),
    ],
)
def test_whose_role(text: str, wanted: list[tuple[str, str]]) -> None:
    people = find_people(text)
    assert [(people.names[role.entity], role.text) for role in people.roles] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Hale, Secretary Zvordak and all.", []),  # the next of a list, whom nobody found
        ("Hale, Secretary General of Reef Watch.", ["Secretary General of Reef Watch"]),
    ],
)
def test_an_office_and_a_surname_are_somebody_else(text: str, wanted: list[str]) -> None:
    mention = PersonSpan(0, 4, "Hale", 0, "surname", 0.9)
    assert [role.text for role in roles_of(text, [mention])] == wanted
