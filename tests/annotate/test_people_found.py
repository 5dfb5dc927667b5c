"""Who is found in a text and who is not: one invented sentence per ability and per trap."""

from __future__ import annotations

import pytest

from nzn_cli.annotate.people import find_people
from nzn_cli.text.surface import surface


def names(text: str, *credited: str) -> list[str]:
    return list(find_people(text, credited).names)


def mentions(text: str, *credited: str) -> list[str]:
    return [m.text for m in find_people(text, credited).mentions]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Harbour pilot Joan Pettigrew said the tide was late.", ["Joan Pettigrew"]),
        ("President Ann Brunner Announces it. President Ann Brunner Re-designates it.", ["Ann Brunner"]),
        ("Readout of President Susan Brunner Call with Omar Haddad", ["Susan Brunner", "Omar Haddad"]),
        ("Congresswomen Susan Brunner and Minister-Designate Tom Reid met.", ["Susan Brunner", "Tom Reid"]),
        ("Ambassador to Israel Susan Hale said so.", ["Susan Hale"]),
        ("They met the chief executive of Zvordak Susan Hale today.", ["Susan Hale"]),
        ("John D. and Catherine T. Brunner said no.", ["John D. Brunner", "Catherine T. Brunner"]),
        ("Susan Hale & Ms. Ann Moss came, Bo Reid & Tom Moss too.", ["Susan Hale", "Ann Moss", "Bo Reid", "Tom Moss"]),
        ("They met Secretary of Reefs and Human Services Becerra today.", ["Becerra"]),
        ("Justice Sandra Day O'Dowd died. Bala Dan Abu spoke.", ["Sandra Day O'Dowd", "Bala Dan Abu"]),
        ("Mayor Michael R. Bloomberg met President Ann Hale Launching it.", ["Michael R. Bloomberg", "Ann Hale"]),
        ("Saint John Paul II died in Saint John.", ["John Paul II"]),
        ("They met Sergeant Earl D. Plumbly and April K. Brunner.", ["Earl D. Plumbly", "April K. Brunner"]),
        (
            "First Lady Susan came. President Hale and his wife, Dr. Hale, spoke. Dr. Hale left.",
            ["Lady Susan", "Hale", "Dr Hale"],
        ),
        ("The award went to Willem van der Kloof, a baker.", ["Willem van der Kloof"]),
        ("Tax Minister Ana-Sofia Reyes-Brunner said no.", ["Ana-Sofia Reyes-Brunner"]),
        ("Labour MP Niamh O'Dowd said the bus was full.", ["Niamh O'Dowd"]),
        ("Labour MP Niamh O’Dowd said the bus was full.", ["Niamh O’Dowd"]),
        ("Associate Minister Hēmi Rāwiri Pōtae told the hui.", ["Hēmi Rāwiri Pōtae"]),
        ("Novelist Zoë Brånn wrote it, said editor J. K. Allenby.", ["Zoë Brånn", "J. K. Allenby"]),
        ("Treasurer P.D. Whittle signed.", ["P.D. Whittle"]),
        ("Board chair VK Srinath Rao said so.", ["VK Srinath Rao"]),
        ("Captain Sefanaia Tuivaga thanked the crew.", ["Sefanaia Tuivaga"]),
        ("Lawmaker Park Seo-jun left, and Chan Wing-lok stayed.", ["Park Seo-jun", "Chan Wing-lok"]),
        ("Analyst Zhou Mingzhe, 41, disagreed.", ["Zhou Mingzhe"]),
        ("Sheikh Khalid bin Rashid Al-Mansouri opened the dam.", ["Khalid bin Rashid Al-Mansouri"]),
        ("Prime Minister Theresa April said hello.", ["Theresa April"]),
        ("Finance Minister Bill Hartnoll and Iris Hill spoke.", ["Bill Hartnoll", "Iris Hill"]),
        ("Ferdinand “Dodo” Aquilar, who sings, was born here.", ["Ferdinand “Dodo” Aquilar"]),
        ("They are Tom Baxter, Ruth Lindqvist and Omar Haddad.", ["Tom Baxter", "Ruth Lindqvist", "Omar Haddad"]),
        ("Nobel laureate Abidemi Falowo, the mayor of Osho, spoke.", ["Abidemi Falowo"]),
        ("The chair of the Reef Council, Peta Lomu, resigned.", ["Peta Lomu"]),
        ("The prize went to Will Hartnoll, who wept.", ["Will Hartnoll"]),
        ("It was signed by Dr Young and Mr Little.", ["Young", "Mr Little"]),
        ("Rosa “la gran dama” Quintero, 71, danced.", ["Rosa “la gran dama” Quintero"]),
        ("H E Marguerite Dufour, ambassador, left.", ["Marguerite Dufour"]),
        ("Broadcaster Georgina te Whetu said so.", ["Georgina te Whetu"]),
        ("Deputy Minister N.Sundaresan won. She said it was late.", ["N.Sundaresan"]),
        ("Éver Quintero, 30, was born in Lima.", ["Éver Quintero"]),
        ("The vote of Hassan Sheikh Warsame was lost.", ["Hassan Sheikh Warsame"]),
        ("Goalkeeper Nicolas PELLETIER saved it.", ["Nicolas Pelletier"]),
        ("Reef Watch met Dana Forsyth-led officials.", ["Dana Forsyth"]),
        ("Kelly O' Dowd spoke. Kelly O&#39;Dowd left, and Kelly O&rsquo;Dowd wept.", ["Kelly O'Dowd"]),
        ("The part of President Vrenzi in the talks was small. Then Rep. Park left.", ["Vrenzi", "Park"]),
        ("3. Ana Quintero (ESP)/Luis Ferreira (PRT) Reef Racer", ["Ana Quintero", "Luis Ferreira"]),
        ("On St. Brigid’s Day the bells of St Aidan rang for Ian St John.", ["Ian St John"]),
        ("It was launched by John A. Smythe, who wept.", ["John A. Smythe"]),
        ("Q. Who was it? A. John Hartnoll said so.", ["John Hartnoll"]),
        (
            "We saw Mary A. Hartnoll, Peter A Brunner and John I. Forsyth.",
            ["Mary A. Hartnoll", "Peter A Brunner", "John I. Forsyth"],
        ),
        (
            "Fisheries Minister Ron Young and Hon Oriwa Street met Dr Anna Read.",
            ["Ron Young", "Oriwa Street", "Anna Read"],
        ),
        ("It was Peter Sun, who wept, and Laura Bank, director of Reef Watch.", ["Peter Sun", "Laura Bank"]),
        ("The boat was sold to Anna Bridge in May. Ms Bridge named it.", ["Anna Bridge"]),
        ("They met in Anna Bridge and by Queen Victoria Street, and Martin Institute said so.", []),
        ("The Reef and Tides Bill was read. MP Bill Hartnoll spoke.", ["Bill Hartnoll"]),
        (
            "The member for Mount Albert David Hartnoll and the member for Lake Ann Omar Haddad met.",
            ["David Hartnoll", "Omar Haddad"],
        ),
        ("1. Ana Quintero\n2. Lucas Ferreira\n3. Hugo Paredes", ["Ana Quintero", "Lucas Ferreira", "Hugo Paredes"]),
    ],
)
def test_full_names(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Bill Hartnoll said that the Bill and the new Bill were his. Then Bill left.", ["Bill Hartnoll", "Bill"]),
        ("Ms Ann Baxter taught at Baxter. Ms Baxter left Baxter College.", ["Ms Ann Baxter", "Ms Baxter"]),
        ("Ann Davis came. She was at the University of Utopia, Davis, then.", ["Ann Davis"]),
        ("Ann Davis came. At the University of Utopia, Davis spoke.", ["Ann Davis", "Davis"]),
        ("Robbie Deans rang. Solicitors said it was late.", ["Robbie Deans"]),
        ("The member for Wharekiri Jim Hartnoll spoke.", ["Jim Hartnoll"]),
    ],
)
def test_what_is_called_after_a_person_is_none(text: str, wanted: list[str]) -> None:
    assert mentions(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "He said it. They met him on Monday, 4 March.",
        "RFC A was second, followed by RFC B. RFC A will meet RFC B in Group B.",
        "They met in Prince George’s County with the Minister-Counselor and a Senior Counselor.",
        "A farmer from Zelbo Kanti village wrote to the newspaper Zorra Tenta about the city of Urbo Novis.",
        "She was crowned Miss Freedom after the Fijians had left.",
        "The Ministry of Fisheries and the Bank of Otago met in Palmerston North.",
        "Ngāti Porou and Ngāi Tahu signed with Te Rūnanga o Te Rarawa.",
        "The Horn of Africa, the Cook Strait and Mount Aspiring are on the map.",
        "HMNZS Canterbury sailed from Devonport to Suva.",
        "The Resource Management Act and the Harris Report are on the table.",
        "Photo / Supplied",
        "Officials flew from New Zealand to Costa Rica, Sri Lanka and Timor Leste.",
        "In December and January the Government will review it.",
        "About Us\n\nContact Details\n\nPrivacy Statement",
        "Mr Speaker, I move that the House take note of the paper.",
        "Trains run at 11:30 A.M. EST from Wellington Station to Upper Hutt.",
        "Brussels and Strasbourg agreed; London did not.",
        "https://www.example.org/news/Minister-Opens-New-Bridge.html",
        "Write to [us](mailto:Susan.Carmody@example.org) or see www.example.org/authors/Susan/Carmody for more.",
        "The iPhone and the 18F API were there.",
        "Will the Minister resign? So it is said. Young people left.",
        "The Interior Minister met the Foreign Secretary at the Beehive.",
        "MPs, EVs and NGOs met at the UN. I said so. Q Good morning.",
        "The tour goes to Los Angeles, San Telmo and Santa Rosa.",
        "Green Party co-leaders and National's whips met in the Beehive.",
    ],
)
def test_no_people(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Mr Kettering said the ferry sank.", ["Mr Kettering"]),
        ("“It sank,” Dr. Amara Kettering said.", ["Dr. Amara Kettering"]),
        ("The Rt Hon Dorothy Vance spoke.", ["Rt Hon Dorothy Vance"]),
        ("Professor Sir Ian Mossman's work won.", ["Professor Sir Ian Mossman"]),
        ("Police Minister Ruth Tamihere spoke.", ["Ruth Tamihere"]),
        ("THE HON GRAHAM PELTIER MP\n\nMr Peltier said no.", ["HON GRAHAM PELTIER", "Mr Peltier"]),
        ("SECRETARY GENERAL HALVORSEN: Thank you.\n\nErik Halvorsen left.", ["HALVORSEN", "Erik Halvorsen"]),
    ],
)
def test_a_mention_takes_the_honorific_and_leaves_the_role(text: str, wanted: list[str]) -> None:
    assert mentions(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ruth Tamihere-led talks failed, Ruth Tamihere said.", {"Ruth Tamihere"}),
        ("Ruth Tamihere’s plan failed.", {"Ruth Tamihere"}),
        ("Talks with Ruth Tamihere failed. Tamihere said so.", {"Ruth Tamihere", "Tamihere"}),
    ],
)
def test_what_hangs_on_a_name_is_no_part_of_it(text: str, wanted: set[str]) -> None:
    assert set(mentions(text)) == wanted


def test_a_word_of_the_document_in_lower_case_speaks_against_a_name() -> None:
    told = "The talk was by Fossick Blenning, who laughed."
    (alone,) = find_people(told).mentions
    (beside,) = find_people(told + " You may fossick here, and a blenning is what you find.").mentions
    assert beside.score < alone.score


def test_a_place_with_a_human_name_is_a_place() -> None:
    assert names("The town of San Pablo is near Santa Marta in Colombia.") == []


def test_an_organisation_with_a_human_name_is_no_person() -> None:
    assert names("The Henrietta Barnes Foundation and Barnes University gave money.") == []


def test_a_surname_alone_counts_once_the_document_names_the_person() -> None:
    text = "Fisheries Minister Wiremu Hale opened the port. The rain stopped when Hale left."
    assert mentions(text) == ["Wiremu Hale", "Hale"]


def test_a_surname_that_is_a_common_word_counts_where_the_full_name_stands() -> None:
    text = "Lawmaker Park Seo-jun resigned. The vote was late, Park said. They met in Albert Park."
    assert mentions(text) == ["Park Seo-jun", "Park"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Esteban Hale Vrenzi left. They had told Hale.", "Hale"),
        ("Jacky So Yun-bok left. Nobody told So.", "So"),
        ("Susan Park left.\n\nPark was told on Monday.", "Park"),
        ("Susan Osaka left. The cup was made by Osaka.", "Osaka"),
    ],
    ids=("first-of-two-family-names", "family-name-in-the-middle", "word-before-a-verb", "place"),
)
def test_which_word_of_a_full_name_stands_for_it(text: str, wanted: str) -> None:
    assert mentions(text)[1:] == [wanted]


@pytest.mark.parametrize("text", ["They had a bar called Ana Hartnoll.", "They had a ship named Ana Hartnoll."])
def test_a_thing_may_be_called_after_somebody(text: str) -> None:
    assert not mentions(text)


def test_who_is_called_so_is_a_person() -> None:
    assert mentions("They had a daughter named Qutla Vrenzi.") == ["Qutla Vrenzi"]


def test_the_words_beside_a_name_tell_on_either_side_of_a_list() -> None:
    listed = "The winners are Amzad Zvordak Vrenzi, Motasim Zelbo, Kamal Hale and Susan Carmody."
    assert "Amzad Zvordak Vrenzi" in names(listed)


def test_the_neighbours_of_a_list_help_a_strange_name() -> None:
    alone = "It was near Qutla Vrenzi, the town."
    listed = "Those honoured are Qutla Vrenzi, Susan Carmody, David Lund and Peter Graham."
    assert "Qutla Vrenzi" not in names(alone)
    assert "Qutla Vrenzi" in names(listed)
    roster = "The squad: Susan Carmody (Reef United), Zelbo Varkanty (Bay City), Peter Graham (Reef United)."
    assert "Zelbo Varkanty" in names(roster)
    assert "Zelbo Varkanty" not in names("The squad: Zelbo Varkanty (Bay City).")


def test_the_neighbours_of_a_list_help_a_strange_name_that_says_where_it_is_from() -> None:
    text = "The prize went to Ann Hale of the Reef School, Qutla Zvordak from Torbay, and Peter Brunner of Omaha."
    assert names(text) == ["Ann Hale", "Qutla Zvordak", "Peter Brunner"]


def test_a_name_runs_over_the_line_end_of_a_hard_wrapped_text() -> None:
    text = (
        "The committee met on the coast to hear what the harbour board and the mayor, Susan\n"
        "Carmody, had to say about the wharf, which has been closed to every vessel since the\n"
        "storm of last winter broke two of its piles and sank the small ferry that was moored.\n"
        "Carmody said that the work would start soon.\n"
    )
    people = find_people(surface(text).text)
    assert people.names == ("Susan Carmody",)
    assert [m.text for m in people.mentions] == ["Susan Carmody", "Carmody"]


def test_short_lines_stay_apart() -> None:
    assert names(surface("Contact\nSusan Carmody\nDavid Lund\nWellington").text) == ["Susan Carmody", "David Lund"]


def test_a_strange_word_before_a_name_that_stands_elsewhere_is_cut_off() -> None:
    text = "Wellington skipper Susan Carmody spoke.\n\nQuorbit Susan Carmody said no."
    assert mentions(text) == ["Susan Carmody", "Susan Carmody"]


def test_emphasis_that_is_not_taken_away_is_no_part_of_a_name() -> None:
    assert mentions("_Susan Carmody is the mayor of the town._") == ["Susan Carmody"]


def test_what_was_done_to_somebody_is_no_part_of_the_name() -> None:
    assert mentions("Susan Carmody spoke. They FOIA’ed Carmody twice.") == ["Susan Carmody", "Carmody"]


def test_emphasis_is_no_part_of_a_name() -> None:
    text = surface("The mayor, _Susan Carmody_, and **David Lund** spoke.").text
    assert mentions(text) == ["Susan Carmody", "David Lund"]


def test_a_name_known_to_everybody_needs_no_given_name() -> None:
    assert "Shakespeare" in names("A season of plays by Shakespeare opens.")
    assert names("A season of plays by Vrenzik opens.") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Reef Party Leader Rodney Seek said they seek nothing. Mr Seek went on.", ["Rodney Seek"]),
        ("In the committee, Monica Bends argued that it bends.", ["Monica Bends"]),
        ("They met George Bush in the bush.", ["George Bush"]),
        ("They met Philip Field in the field.", ["Philip Field"]),
        ("Then Rodney Seek Sold the House", []),
        ("They visited the Monica Complex and the Monica Nutrition offices.", []),
    ],
)
def test_a_common_word_is_a_surname_after_a_given_name(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Dr Gives told.", []),
        ("Dr Brooks told us.", ["Brooks"]),
        ("At Trinity Church Richard Hale spoke.", ["Richard Hale"]),
        ("Moonrise Symphony won.", []),
        ("HarvestMaster told staff.", []),
        ("Law firm Russell McVeagh said so.", []),
        ("Napier Coroner, Wiremu Hale, said so.", ["Wiremu Hale"]),
        ("It was Tom O´Dowd who sang.", ["Tom O´Dowd"]),
    ],
)
def test_firms_churches_and_verbs(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("April Brunner and August Reid met Dean Carmody.", ("April Brunner", "August Reid", "Dean Carmody")),
        ("The search for April Brunner went on.", ("April Brunner",)),
        ("Earl Brunner spoke.", ("Earl Brunner",)),
        ("Chief Justice Earl Brunner spoke.", ("Earl Brunner",)),
        ("Will Brunner won the prize.", ("Will Brunner",)),
        ("In April Brunner said no.", ("Brunner",)),
        ("On 5 May Brunner said no.", ("Brunner",)),
        ("By late May Brunner said no.", ("Brunner",)),
        ("Between March and April Brunner said no.", ("Brunner",)),
        ("In May Susan Carmody said no.", ("Susan Carmody",)),
        ("They heard the Dean Brunner said so.", ("Brunner",)),
        ("Will Susan Carmody go?", ("Susan Carmody",)),
    ],
)
def test_a_month_or_title_is_a_given_name_where_no_date_or_office_stands(text: str, names: tuple[str, ...]) -> None:
    assert find_people(text).names == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ministers Hale and Reid spoke.", ("Hale", "Reid")),
        ("Senators Hale, Bond and Reid spoke.", ("Hale", "Bond", "Reid")),
        ("Ministers Ann Hale and Tom Reid spoke.", ("Ann Hale", "Tom Reid")),
        ("O'Hale, Patrick J.; Reid, Ann; and Brunner, Susan T.", ("Patrick J. O'Hale", "Ann Reid", "Susan T. Brunner")),
        ("The book by Brunner, Susan T. was read.", ("Susan T. Brunner",)),
        ("John Mark I died. John Mark II travelled.", ("John Mark I", "John Mark II")),
        ("Queen Anna I died. Queen Anna II travelled.", ("Anna I", "Anna II")),
        ("King Henry VIII died. King Henry VII had died.", ("Henry VIII", "Henry VII")),
        ("Pliny the Elder wrote. Pliny the Younger wrote too.", ("Pliny the Elder", "Pliny the Younger")),
        ("Ann Hale I like.", ("Ann Hale",)),
        ("They met Susan Brunner, Patrick J. Reid and Ann Hale.", ("Susan Brunner", "Patrick J. Reid", "Ann Hale")),
    ],
)
def test_what_the_form_of_a_text_makes_a_name(text: str, names: tuple[str, ...]) -> None:
    assert find_people(text).names == names


def test_given_names_share_a_surname_where_a_line_begins() -> None:
    assert find_people("Notice\n\nBill and Ann Hale left.").names == ("Bill Hale", "Ann Hale")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ana Mary Brunner spoke. AMB said no.", ["Ana Mary Brunner", "AMB"]),
        ("Ana Mary Brunner spoke. The AMB said no, and AB did.", ["Ana Mary Brunner"]),
        ("Ana Mary Brunner and Alf Max Bell spoke. AMB said no.", ["Ana Mary Brunner", "Alf Max Bell"]),
        ("Q: Who is it, Ana Hale?\n\nAH: I am.\n\nQ: And?\n\nAH: No.\n", ["Ana Hale", "AH", "AH"]),
    ],
)
def test_initials_mean_whose_alone_they_are(text: str, wanted: list[str]) -> None:
    people = find_people(text)
    assert [mention.text for mention in people.mentions] == wanted
    assert {mention.entity for mention in people.mentions if mention.text.isupper()} <= {0}


@pytest.mark.parametrize("name", ["Zura Vrendashvili", "Abdulvren Zvordak", "Habibullah Vrenzi", "Zvordak Vrenkovich"])
def test_words_formed_as_names_are_names(name: str) -> None:
    assert find_people(f"It was {name}, who wept.").names == (name,)


def test_eyewitnesses_and_campuses_are_no_part_of_a_name() -> None:
    text = "Ana Brunner spoke. Eyewitness Tom Hale, a president of Vren State University-Long Beach, left."
    assert find_people(text).names == ("Ana Brunner", "Tom Hale")
