"""What one text names beside people: spans, kinds, bare heads, short forms. Every text here is made up."""

from __future__ import annotations

import re

import pytest

from nzn_cli.annotate.organisations import bodies_among_people
from nzn_cli.annotate.organisations.acronyms import definitions_of
from nzn_cli.annotate.organisations.bodies_among_people import RULES, BodyRule, bodies_among
from nzn_cli.annotate.organisations.context_rules import CUES, Cue, weight_around
from nzn_cli.annotate.organisations.find_names import find_names
from nzn_cli.annotate.organisations.organisation_facts import organisations_of

NOBODY: tuple[tuple[()], tuple[()], tuple[()]] = ((), (), ())


def named(text: str, people: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    spans = sorted(match.span() for name in people for match in re.finditer(re.escape(name), text))
    return [(text[one.start : one.end], one.kind) for one in find_names(text, spans).names]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "The Ministry of Roads, Farming and Housing met.",
            "Ministry of Roads, Farming and Housing",
            "organisation",
        ),
        (
            "It went to the Foreign Affairs, Farming and Trade Committee.",
            "Foreign Affairs, Farming and Trade Committee",
            "organisation",
        ),
        (
            "They sit on the council's Strategy, Policy and Roads Committee.",
            "Strategy, Policy and Roads Committee",
            "organisation",
        ),
        ("It is in the Health and Safety at Work Act 2015.", "Health and Safety at Work Act 2015", "law"),
        ("She heads the Infectious Diseases and HIV Unit at home.", "Infectious Diseases and HIV Unit", "organisation"),
        ("A ban by the Soil and Water Administration failed.", "Soil and Water Administration", "organisation"),
        ("Oil, said the Oil and Gas Corporation, is dear.", "Oil and Gas Corporation", "organisation"),
        ("They wrote to Freedonia's Transport Ministry.", "Transport Ministry", "organisation"),
        ("The Iraqi Parliament sat.", "Parliament", "organisation"),
        ("A note from the Prime Minister’s Office came.", "Prime Minister’s Office", "organisation"),
        ("He joined the Association of Lighthouse Staff.", "Association of Lighthouse Staff", "organisation"),
        ("The Workers' Party won.", "Workers' Party", "organisation"),
        ("Talks at the Court of Justice ended.", "Court of Justice", "organisation"),
        ("It sued Harrow & Finch over it.", "Harrow & Finch", "organisation"),
        ("The Wellington City Council voted.", "Wellington City Council", "organisation"),
        ("She was at Te Rūnanga o Motukawa, he said.", "Te Rūnanga o Motukawa", "organisation"),
        ("The Treaty of Motukawa was signed.", "Treaty of Motukawa", "agreement"),
        ("The Declaration on the Rights of Sailors Act holds.", "Declaration on the Rights of Sailors Act", "law"),
        ("The Women’s Roads Roundtable met.", "Women’s Roads Roundtable", "organisation"),
        ("A Trilateral Leaders’ Roundtable met.", "Trilateral Leaders’ Roundtable", "meeting"),
        ("The Roads Department and Ports Department met.", "Roads Department", "organisation"),
        ("The Lighthouse Protection Act 1931 holds.", "Lighthouse Protection Act 1931", "law"),
        ("The WHARF and Canals Act holds.", "WHARF and Canals Act", "law"),
        ("The Kitchen Investment and Jobs Act holds.", "Kitchen Investment and Jobs Act", "law"),
        ("The Lenders and Stockyards Act holds.", "Lenders and Stockyards Act", "law"),
        ("The Freedonians with Boats Act holds.", "Freedonians with Boats Act", "law"),
        ("The Justice in Schooling Act holds.", "Justice in Schooling Act", "law"),
        ("The Harbour Law and Inflation Reduction Act are two.", "Harbour Law", "law"),
        ("He wrote to the Office of the Special Counsel.", "Office of the Special Counsel", "organisation"),
        ("An Office of Public Roads Director spoke.", "Office of Public Roads", "organisation"),
        ("It met at the Democratic National Convention.", "Democratic National Convention", "meeting"),
        ("The Clean Canals Programme began.", "Clean Canals Programme", "programme"),
        ("In Operation Quiet Harbour they sailed.", "Operation Quiet Harbour", "mission"),
        ("The Motukawa Summit was short.", "Motukawa Summit", "meeting"),
        ("Money came from the World Lighthouse Programme.", "World Lighthouse Programme", "organisation"),
        ("They met at the Motukawa Economic Forum.", "Motukawa Economic Forum", "organisation"),
        ("Crews of the Freedonia-led Harbour Force left.", "Harbour Force", "organisation"),
        ("It was said by Radio New Zealand today.", "Radio New Zealand", "organisation"),
        ("The Costa Rican Red Cross came.", "Costa Rican Red Cross", "organisation"),
        ("A joke of Argentine Twitter it was.", "Twitter", "organisation"),
        ("Then the European Parliament sat.", "European Parliament", "organisation"),
        ("It was built by Harrow Motor Co. of Motukawa.", "Harrow Motor Co", "organisation"),
        ("It was built by Harrow Motor Co. Ltd of Motukawa.", "Harrow Motor Co. Ltd", "organisation"),
        ("They met Sunara, Inc. and left.", "Sunara, Inc", "organisation"),
        ("They met Sunara Wharf, LLC, in town.", "Sunara Wharf, LLC", "organisation"),
        ("They met Harrow Shipping Co., Ltd. in town.", "Harrow Shipping Co., Ltd", "organisation"),
        ("Then Sunara Tours closed.", "Sunara Tours", "organisation"),
        ("The Superior Harbour Court ruled.", "Superior Harbour Court", "organisation"),
        ("She leads the Centre for Roads and Clean Air, he said.", "Centre for Roads and Clean Air", "organisation"),
        (
            "The National Harbour and Farming Committee met.",
            "National Harbour and Farming Committee",
            "organisation",
        ),
        ("The former National Coast Service Director spoke.", "National Coast Service", "organisation"),
        ("The Mar del Plata City Council voted.", "Mar del Plata City Council", "organisation"),
        ("She asked the US Geological Survey.", "Geological Survey", "organisation"),
        ("They left the NATO-led force.", "NATO", "organisation"),
        ("The National Harbour Service rang.", "National Harbour Service", "organisation"),
        ("The World Lighthouse Union(WLU) met.", "World Lighthouse Union", "organisation"),
        ("Shares of the retailer Lighthouse Systems fell.", "Lighthouse Systems", "organisation"),
        ("The Motukawa Student Press Association met.", "Motukawa Student Press Association", "organisation"),
        (
            "An Association of Staff in Tertiary Education.",
            "Association of Staff in Tertiary Education",
            "organisation",
        ),
        ("In the NZ New Zealand Harbour Journal.", "New Zealand Harbour Journal", "organisation"),
        ("It was in the Sunday Star Times.", "Sunday Star Times", "organisation"),
        ("Attended Motukawa High School.", "Motukawa High School", "organisation"),
        ("The Board of Opticians and Gaugers met.", "Board of Opticians and Gaugers", "organisation"),
        ("They passed the Build Back Wharves Act.", "Build Back Wharves Act", "law"),
        ("The Motukawa Business Roundtable met.", "Motukawa Business Roundtable", "organisation"),
        ("Nurses of the Indian Health Service came.", "Indian Health Service", "organisation"),
        ("The Freedom to Sail Act passed.", "Freedom to Sail Act", "law"),
        ("Under Public Law 99-12 it is.", "Public Law 99-12", "law"),
        ("The American Federation of Lighthouses met.", "American Federation of Lighthouses", "organisation"),
        ("The American Department of Lighthouses met.", "Department of Lighthouses", "organisation"),
        ("He owns Motuwara Textiles in the north.", "Motuwara Textiles", "organisation"),
        ("The special harbour team (SHT) met. We saw SHT.", "SHT", "organisation"),
        ("A partner of HarbourLink from June.", "HarbourLink", "organisation"),
        ("It named Huawei, Samsung and Sunara as buyers.", "Sunara", "organisation"),
        ("Their captain and coach saw the winger score as Leinster won the match.", "Leinster", "organisation"),
        ("He bought it at Amazon last week.", "Amazon", "organisation"),
        (
            "The Food and Farming Research and Extension Institute met.",
            "Food and Farming Research and Extension Institute",
            "organisation",
        ),
        ("The Motukawa Oil and Gas Corporation met.", "Motukawa Oil and Gas Corporation", "organisation"),
        ("In the South Auckland Oil and Gas Board.", "South Auckland Oil and Gas Board", "organisation"),
        ("The Roads, Farming and Housing Committee met.", "Roads, Farming and Housing Committee", "organisation"),
        ("The Centre for Research on Energy and Water met.", "Centre for Research on Energy and Water", "organisation"),
        ("The Institute for People with Disabilities met.", "Institute for People with Disabilities", "organisation"),
        ("The United Nations Roads and Works Agency met.", "United Nations Roads and Works Agency", "organisation"),
        (
            "Staff of Zunara Shipbuilding & Marine Engineering left.",
            "Zunara Shipbuilding & Marine Engineering",
            "organisation",
        ),
        ("Staff of the KC Lingerie Limited left.", "KC Lingerie Limited", "organisation"),
        ("She rang the NGO Affairs Bureau.", "NGO Affairs Bureau", "organisation"),
        ("They saw the Islamist Harbour Justice Party win.", "Harbour Justice Party", "organisation"),
        ("Pupils of Harun bin Abdullah School came.", "Harun bin Abdullah School", "organisation"),
        ("The US National Security Council met.", "National Security Council", "organisation"),
        ("The Raitha Sangha met.", "Raitha Sangha", "organisation"),
        ("Run by the Administración Nacional de Canales now.", "Administración Nacional de Canales", "organisation"),
    ],
)
def test_a_name_is_found_by_its_head(text: str, name: str, kind: str) -> None:
    assert (name, kind) in named(text)


@pytest.mark.parametrize(
    "text",
    [
        "He was Chief Financial Officer.",
        "She sells Real Estate.",
        "We met in the South Court Auditorium.",
        "The end.\n\n© Motukawa Media\n",
        "© 2009 Motukawa Media Ltd",
        "Health Insurance is dear.",
        "Rain fell as Leinster slept.",
        "The captain and coach saw the winger in Leinster before the match.",
        "Trees of the Amazon fell.",
        "The law wants a Cumulative Impact Assessment (CIA) of it.",
        "It lies in Motuwara Prefecture, far off.",
        "Write to desk@HARROW.ORG or see id=HARROWID and so on.",
        "It came by Sunara Priority Mail International.",
        "Seats are for FREE at the shop.",
        "The Biden Administration agreed.",
        "Regulating Securities is hard.",
        "Australian Defence Minister Ann Hale spoke.",
        "The Harbour Festival opened on Monday.",
        "He lives in New Plymouth, near Mount Egmont.",
        "THE WEATHER IS FINE",
        "A COVID test, an MP and the GDP.",
    ],
)
def test_what_names_no_body(text: str) -> None:
    assert named(text, ("Ann Hale",)) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the Premier Harbour Holding Company (PHHC) met", "Premier Harbour Holding Company"),
        ("the Harbour Council for Quiet Canals (HCQC) met", "Harbour Council for Quiet Canals"),
        (
            "the Harbour Council of Quiet Canals (HCQC). At Harbour Council of Quiet Canals",
            "Harbour Council of Quiet Canals",
        ),
        (
            "the Lights and Locks (Harbour) Act. The Individuals with Boats Education Act (IBEA) held",
            "Individuals with Boats Education Act",
        ),
    ],
)
def test_the_initials_of_its_short_form_tell_where_a_name_begins_and_ends(text: str, name: str) -> None:
    assert [each for each, _ in named(text) if " " in each] == [name] * text.count(name)


@pytest.mark.parametrize(
    "text",
    [
        "The Certificate of University Preparation (CUP) is new.",
        "The National Security Adviser (NSA) spoke.",
        "The Iraqi Harbour Forces (IHF) met.",
        "Teach Information and Communication Technology (ICT) there.",
    ],
)
def test_initials_make_no_body_of_an_office_a_degree_or_a_country(text: str) -> None:
    long = text[text.index(" ") + 1 : text.index(" (")]
    assert long not in [name for name, kind in named(text) if kind] or "Iraqi" in text


def test_people_are_none() -> None:
    assert named("Ann Forum met the Harbour Board.", ("Ann Forum",)) == [("Harbour Board", "organisation")]


@pytest.mark.parametrize("cue", CUES, ids=[cue.id for cue in CUES])
def test_a_cue_speaks_for_its_example_and_nothing_else_does(cue: Cue, monkeypatch: pytest.MonkeyPatch) -> None:
    from nzn_cli.annotate.organisations import context_rules

    start, end = cue.example.index("["), cue.example.index("]") - 1
    text = cue.example.replace("[", "").replace("]", "")
    assert weight_around(text, start, end, cue.letters is True) * cue.weight > 0
    monkeypatch.setattr(context_rules, "CUES", tuple(one for one in CUES if one.id != cue.id))
    context_rules._compiled.cache_clear()
    assert weight_around(text, start, end, cue.letters is True) != cue.weight
    monkeypatch.undo()
    context_rules._compiled.cache_clear()


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_a_body_among_people_is_told_by_its_rule_alone(rule: BodyRule, monkeypatch: pytest.MonkeyPatch) -> None:
    start, end = rule.example.index("["), rule.example.index("]") - 1
    text = rule.example.replace("[", "").replace("]", "")
    people = ([(0, text[start:end], False, 1)], [(0, "text", text[start:end], start, end, "name", 1.0)], [])
    assert bodies_among(text, people) == {0}
    left = tuple(one for one in RULES if one is not rule)
    monkeypatch.setattr(bodies_among_people, "RULES", left)
    bodies_among_people._compiled.cache_clear()
    assert bodies_among(text, people) == set()
    monkeypatch.undo()
    bodies_among_people._compiled.cache_clear()


@pytest.mark.parametrize(
    "text",
    [
        "Ann Hale, the member for Toorak, spoke. Tom Moss, member for Zvordak, left.",  # electorates
        "Under Mark Zvordak's leadership, police left.",
        "They had VHF sets and SUVs.",
        "It met in the Hunter Council Chamber.",
        "According to Joe, it is so. The retailer Joe grew.",  # a given name
        "According to Title 42, it is so. Title 42 announced it.",
        "According to New Chad, it is so. The retailer New Chad grew.",
        "Of Travel Bans and National Roads Powers Act 1931.",  # two, of which the first is no name
        "The PLLC said so. An AMR probe began.",
        "The NAAB[P] said so.",  # a word that a transcript mends
    ],
)
def test_seats_leaders_and_things_are_no_bodies(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize("text", ["Tess Sunara, a retailer's daughter, left.", "Sunara, the group's chair, left."])
def test_whoever_works_for_a_body_is_none(text: str) -> None:
    end = text.index(",")
    people = ([(0, text[:end], False, 1)], [(0, "text", text[:end], 0, end, "name", 1.0)], [])
    assert bodies_among(text, people) == set()


def test_whoever_has_a_role_is_no_body() -> None:
    text = "The charity Sunara grew."
    people = ([(0, "Sunara", False, 1)], [(0, "text", "Sunara", 12, 18, "name", 1.0)], [(0,)])
    assert bodies_among(text, people) == set()


def test_a_name_without_a_head_is_told_by_what_stands_around_it() -> None:
    text = "Shares in Zunara fell. Zunara executives met."
    assert named(text) == [("Zunara", "organisation")] * 2
    assert named("They walked to Zunara and slept.") == []


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("the Harbour Safety Board (HSB) met", "HSB", "Harbour Safety Board"),
        ("the HSB (Harbour Safety Board) met", "HSB", "Harbour Safety Board"),
        ("the Board of Harbours, Canals and Locks (BHCL) met", "BHCL", "Board of Harbours, Canals and Locks"),
        ("a narrow shipping lane (NSL) opened", "NSL", "narrow shipping lane"),
        ("of the Association of Lock Keepers, ALK, he said", "ALK", "Association of Lock Keepers"),
        ("HSB - Harbour Safety Board\n\nNews", "HSB", "Harbour Safety Board"),
        ("HSB stands for Harbour Safety Board.", "HSB", "Harbour Safety Board"),
        ("the Harbour Safety Board, known as HSB, met", "HSB", "Harbour Safety Board"),
        ("Individual Harbour Safety Package (HSP) of work", "HSP", "Individual Harbour Safety Package"),
        ("Motukawa Lock Keepers Association, LockKeepersMotukawa for short", "", ""),
        ("the Director of the Harbour Office (Director) said so", "", ""),
        ("told the Columbus Harbour Gazette (Columbus) of it", "", ""),
        ("the Export and Import Bank of Motukawa (Exim) lent it", "Exim", "Export and Import Bank of Motukawa"),
        ("the National Board of Water Roads (DIRANA) met", "DIRANA", "National Board of Water Roads"),
        ("many Lock Keepers (LKs) met", "LKs", "Lock Keepers"),
        ("he won (twice) in May (UTC)", "", ""),
        ("Senator Ann Hale (D-CA) spoke", "", ""),
        ("They came to the Harbour House (Inaudible) and left.", "", ""),
        ("They came to the Harbour House. (Laughs.) At the Harbour House (Laughs.) they left.", "", ""),
    ],
)
def test_short_forms_are_found_where_a_text_defines_them(text: str, short: str, long: str) -> None:
    headed = [match.span() for match in re.finditer(r"[A-Z]\w+(?: (?:of |Water )?[A-Z]\w+)+", text)]
    found = [(one.short, one.long) for one in definitions_of(text, headed)]
    assert found == ([(short, long)] if short else [])


def test_rows_join_what_means_the_same() -> None:
    text = (
        "The Harbour Safety Board (HSB) met. HSB members voted. The Board left. The Ministry of Roads came; "
        "the Roads Ministry paid. The Ministry went. The XQB rose."
    )
    facts = organisations_of(text, NOBODY)
    names = [name for _, name, _, _ in facts.entities]
    assert names[:2] == ["Harbour Safety Board", "Ministry of Roads"]
    heads = [(entity, words) for entity, source, words, *_ in facts.mentions if source == "head"]
    assert heads == [(0, "Board"), (1, "Ministry")]
    assert ("HSB", "Harbour Safety Board", 0) in [row[:3] for row in facts.acronyms]
    assert ("XQB", None) in [row[:2] for row in facts.acronyms]
    assert all(text[start:end] == words for _, _, words, start, end, _, _ in facts.mentions)


@pytest.mark.parametrize(
    "text",
    [
        "NEW YORK, March 3 - Shares of the bank fell.",  # a dateline
        "By JOAN HOLLOWELL\n\nThe bank fell.",  # a name in capitals
        "MARKET STAYS CALM DESPITE FIRE\n\nShares rose.",  # a heading
        "It was a VERY bad year.",  # a word
        "It began in FEBRUARY, in the ASSOCIATION.",  # a month, a word that ends names
        "Shares of Orlen Mills <ORM> and Bates <BTS.L> fell.",  # symbols of shares
    ],
)
def test_words_in_capitals_are_no_short_forms(text: str) -> None:
    assert organisations_of(text, NOBODY).acronyms == []


def test_short_forms_beside_one_another_stay() -> None:
    found = organisations_of("The XQB paid. The QTV XQB deal was off; a WVZ expert came.", NOBODY).acronyms
    assert [row[0] for row in found] == ["XQB", "QTV", "WVZ"]


@pytest.mark.parametrize(
    "text",
    [
        "The Harrow Herald (Miami, FL) is new.",
        "He left Motukawa University (B.A.) then.",
        "The Regional Manager (Motukawa) spoke.",
    ],
)
def test_a_place_or_a_degree_behind_a_name_is_no_short_form_of_it(text: str) -> None:
    spans = [(one.start, one.end) for one in find_names(text, []).names]
    assert definitions_of(text, spans) == []


def test_a_well_known_name_is_whole_beside_one_of_a_state() -> None:
    text = "The Motukawa Supreme Court sat. So did the Supreme Court."
    assert len(organisations_of(text, NOBODY).entities) == 2


def test_bodies_of_two_countries_stay_apart() -> None:
    facts = organisations_of("Peru's Supreme Court ruled. The Supreme Court of Chile waits.", NOBODY)
    assert sorted(str(country) for _, _, country in facts.named) == ["Chile", "Peru"]


def test_text_without_end_is_read_in_linear_time() -> None:
    for piece in ("Ministry of ", "A", "(AB) ", "Board, Board and ", "of the ", "X & ", "Aa Bb, "):
        organisations_of(piece * 2_000, NOBODY)


@pytest.mark.parametrize("text", ["It is in Fairfax County today.", "They sailed the Amazon River at dawn."])
def test_a_well_known_name_before_a_word_of_land_is_a_place(text: str) -> None:
    assert find_names(text, ()).names == []
