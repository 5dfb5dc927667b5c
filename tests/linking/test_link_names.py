"""People joined across a corpus: what is one, what stays apart, and that neither order nor chance decides."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nzn_cli.linking.link_names import LinkedEntity, NameUse, link


def joined(*names: str | NameUse, **user: object) -> list[LinkedEntity]:
    uses = [NameUse(name) if isinstance(name, str) else name for name in names]
    return link(uses, **user)  # type: ignore[arg-type]


def groups(people: list[LinkedEntity]) -> set[frozenset[str]]:
    return {frozenset(member.name for member in person.members) for person in people}


@pytest.mark.parametrize(
    "names",
    [
        ("Aroha Peterson", "Hon Aroha Peterson", "PETERSON, AROHA", "Āroha Peterson MP"),
        ("Tom O'Leary", "Hon Tom O’Leary", "Thomas O'Leary"),
        ("Matt Peterson", "Matthew Peterson", "Matthew J. Peterson", "Matthew James Peterson"),
        ("Aroha Foster-Hill", "Aroha Foster Hill", "A. Foster-Hill"),
        ("Will Peterson", "William Peterson", "Aroha William Peterson"),
        ("Aroha Peterson", "Peterson", "Ms Peterson"),
        ("Lee Wen Hao", "Mr Lee"),
        ("Peterson", "Mr Peterson"),
        ("Rami al-Haddad", "Rami Haddad", "Haddad"),
    ],
)
def test_one_person(names: tuple[str, ...]) -> None:
    assert groups(joined(*names)) == {frozenset(names)}


@pytest.mark.parametrize(
    "names",
    [
        ("Aroha Peterson", "Ngaio Peterson"),
        ("Jo Peterson", "John Peterson", "Jonathan Peterson"),
        ("Chris Peterson", "Christine Peterson", "Christopher Peterson"),
        ("A. Peterson", "Aroha Peterson", "Anahera Peterson"),
        ("Peterson", "Aroha Peterson", "Ngaio Peterson"),
        ("Lord Wexford", "Grace Wexford"),
        ("President Wexford", "Grace Wexford"),
        ("Mr Peterson", "Mrs Peterson"),
        ("Martin Rangi Peterson", "Marty Rangi Duncan"),
        ("Donald Peterson", "Donald Peterson Jr"),
        ("John Peterson", "John A. Peterson", "John B. Peterson"),
        ("Aroha van der Hale", "Aroha van den Hale"),
        ("Aroha Peterson", "Aroha Petersen"),
    ],
)
def test_apart(names: tuple[str, ...]) -> None:
    assert groups(joined(*names)) == {frozenset((name,)) for name in names}


def test_a_father_is_not_joined_to_his_son_through_a_third_name() -> None:
    names = (NameUse("Tama J. Duncan", 20), NameUse("Tama J. Duncan Jr", 18), NameUse("Tama Duncan", 3))
    assert frozenset(("Tama J. Duncan Jr",)) in groups(joined(*names))
    assert groups(joined(NameUse("Tama Duncan Jr", 9), NameUse("Tama Duncan", 2))) == {
        frozenset(("Tama Duncan Jr", "Tama Duncan"))
    }


def test_a_name_a_letter_off_is_a_slip_where_the_title_is_one() -> None:
    chair, mayor = (("Chair", None),), (("Mayor", None),)
    often, seldom = NameUse("Marta Hale", 30, roles=chair), NameUse("Merta Hale", 2, roles=chair)
    turned = NameUse("Matra Hale", 1, roles=chair)
    assert len(joined(often, seldom, turned)) == 1
    assert len(joined(often, seldom._replace(roles=mayor))) == 2
    assert len(joined(often, seldom._replace(documents=10))) == 2


def test_who_goes_by_another_name_is_not_called_by_the_middle_one() -> None:
    people = joined("Marty Walsham", "Martin Joseph Walsham", "Joe Walsham")
    assert groups(people) == {frozenset(("Marty Walsham", "Martin Joseph Walsham")), frozenset(("Joe Walsham",))}


def test_name_is_that_in_commonest_use_and_the_id_its_slug_the_fullest_beside_it() -> None:
    (person,) = joined(NameUse("Hon Matt Peterson", 3), NameUse("Matthew Peterson", 2), NameUse("Peterson", 20))
    assert (person.name, person.slug, person.fullest) == ("Matt Peterson", "matt-peterson", "Matthew Peterson")
    (person,) = joined(NameUse("Matt Peterson", 300), NameUse("Matthew John Peterson", 1))
    assert (person.name, person.fullest) == ("Matt Peterson", "Matt Peterson")  # once is a slip
    (person,) = joined(NameUse("Matt Peterson", 2), NameUse("Matthew Peterson", 2))
    assert (person.name, person.fullest) == ("Matthew Peterson", "Matthew Peterson")
    texts = (("MATTHEW J. PETERSON", 90), ("Matt Peterson", 7), ("Matthew J. Peterson", 5))
    (person,) = joined(NameUse("Matthew J. Peterson", 60, texts=texts), NameUse("Matt Peterson", 1))
    assert (person.name, person.fullest) == ("Matt Peterson", "Matthew J. Peterson")  # capitals tell nothing of use
    (person,) = joined("Lord Wexford")
    assert (person.name, person.slug) == ("Lord Wexford", "lord-wexford")


def test_ids_differ_where_slugs_do_not() -> None:
    people = joined(NameUse("Āna Rangi", 2), "Ana Rangi", not_same=[("Āna Rangi", "Ana Rangi")])
    assert [(person.name, person.slug) for person in people] == [
        ("Āna Rangi", "ana-rangi"),
        ("Ana Rangi", "ana-rangi-2"),
    ]


def test_each_name_has_its_rule() -> None:
    (person,) = joined(NameUse("Aroha Peterson", 5), NameUse("Hon Aroha Peterson", 2), "A. Peterson", "Peterson")
    rules = {member.name: (member.rule, member.score) for member in person.members}
    assert rules == {
        "Aroha Peterson": ("name", 1.0),
        "Hon Aroha Peterson": ("same", 1.0),
        "A. Peterson": ("initials", 0.8),
        "Peterson": ("surname alone", 0.6),
    }


def test_a_bare_surname_of_two_people_is_a_warning() -> None:
    people = {person.name: person for person in joined("Peterson", "Aroha Peterson", "Ngaio Peterson")}
    assert people["Peterson"].warnings == ("'Peterson' may be Aroha Peterson or Ngaio Peterson",)


def test_a_bare_surname_goes_to_who_holds_its_office() -> None:
    president = ("President", None)
    names = (
        NameUse("Aroha Peterson", 50, roles=(president,) * 30),
        NameUse("Ngaio Peterson", 40, roles=(("First Lady", None),)),
        NameUse("Peterson", 4, roles=(president,)),
        NameUse("President Peterson", 3),
    )
    assert frozenset(("Aroha Peterson", "Peterson", "President Peterson")) in groups(joined(*names))
    many = (*names[:2], NameUse("Peterson", 9, roles=(president,)))
    assert frozenset(("Peterson",)) in groups(joined(*many))  # most documents do not say so


def test_a_bare_surname_goes_to_who_is_named_far_more_often() -> None:
    assert len(joined(NameUse("Aroha Peterson", 500), NameUse("Ngaio Peterson", 4), "Peterson")) == 2
    assert len(joined(NameUse("Aroha Peterson", 12), NameUse("Ngaio Peterson", 4), "Peterson")) == 3


def test_a_given_name_alone_is_joined_by_office_or_where_it_is_rare() -> None:
    mayor = (("Mayor", None),)
    names = (NameUse("Jane Peterson", 5, roles=mayor), "Jane Duncan", NameUse("Jane", roles=mayor))
    assert frozenset(("Jane Peterson", "Jane")) in groups(joined(*names))
    assert len(joined("Jane Peterson", "Jane")) == 2
    assert len(joined("Ngaio Peterson", "Ngaio")) == 1
    assert len(joined("Ngaio Peterson", "Ngaio Duncan", "Ngaio")) == 3


def test_a_common_given_name_alone_means_who_is_named_far_more_often() -> None:
    names = ("Jane", NameUse("Jane Wexford", 40), NameUse("Jane Peterson", 3))
    assert frozenset(("Jane", "Jane Wexford")) in groups(joined(*names))
    assert frozenset(("Jane",)) in groups(joined("Jane", NameUse("Jane Wexford", 40), NameUse("Jane Peterson", 20)))


def test_an_office_in_short_is_that_office() -> None:
    chair = NameUse("Peterson", 3, roles=(("Chair", None),) * 3)
    in_full = NameUse("Aroha Peterson", 3, roles=(("Chair of the Reef Board", None),))
    deputy = NameUse("Ngaio Peterson", 3, roles=(("Deputy Chair of the Reef Board", None),))
    assert groups(joined(chair, in_full, deputy)) == {
        frozenset(("Peterson", "Aroha Peterson")),
        frozenset(("Ngaio Peterson",)),
    }


def test_who_held_an_office_once_is_known_by_it() -> None:
    alone = NameUse("Peterson", 3, roles=(("President", None),) * 3)
    once = NameUse("Aroha Peterson", 3, roles=(("Former President", None),))
    assert frozenset(("Peterson", "Aroha Peterson")) in groups(joined(alone, once, "Ngaio Peterson"))


def test_a_surname_that_stands_alone_often_means_the_best_known_bearer() -> None:
    others = [NameUse(f"{given} Peterson") for given in ("Ngaio", "Tom", "Grace", "Ana")]
    best = frozenset(("Peterson", "Aroha Peterson"))
    assert best in groups(joined(NameUse("Peterson", 30), NameUse("Aroha Peterson", 7), *others))
    assert best not in groups(joined(NameUse("Peterson", 3), NameUse("Aroha Peterson", 7), *others))


def test_one_word_that_may_be_several_people_stands_last() -> None:
    people = joined(NameUse("Peterson", 30), "Aroha Peterson", "Ngaio Peterson", NameUse("Pelorus", 9))
    assert [(person.name, person.alone) for person in people] == [
        ("Pelorus", False),
        ("Aroha Peterson", False),
        ("Ngaio Peterson", False),
        ("Peterson", True),
    ]


def test_father_and_son_are_one_only_in_one_office() -> None:
    mayor = (("Mayor", None),)
    assert len(joined(NameUse("Al Peterson", roles=mayor), NameUse("Al Peterson Jr.", roles=mayor))) == 1
    assert len(joined(NameUse("Al Peterson", roles=mayor), NameUse("Al Peterson Jr.", roles=(("Pilot", None),)))) == 2


def test_one_name_in_one_office_of_two_countries_is_a_warning() -> None:
    (person,) = joined(NameUse("Ana Rangi", 2, roles=(("Prime Minister", "Fiji"), ("Prime Minister", "Samoan"))))
    assert person.warnings == ("'Ana Rangi' is Prime Minister of Fiji and of Samoa: two people may share the name",)


def test_the_users_word_is_last() -> None:
    aliases = {"Aroha Duncan": ["Aroha Peterson", "the Boss"]}
    people = joined("Aroha Peterson", "Hon Aroha Duncan", "The Boss", "Ngaio Duncan", aliases=aliases)
    assert groups(people) == {
        frozenset(("Aroha Peterson", "Hon Aroha Duncan", "The Boss")),
        frozenset(("Ngaio Duncan",)),
    }
    assert next(person for person in people if len(person.members) > 1).name == "Aroha Duncan"
    assert len(joined("Matt Rangi", "Matthew Rangi", not_same=[("Matt Rangi", "Matthew Rangi")])) == 2
    assert len(joined("Ana Rangi", "Hon Ana Rangi", not_same=[("Ana Rangi", "Hon Ana Rangi")])) == 2
    assert len(joined("Matt Rangi", "Matthew Rangi", aliases={"Matt Rangi": ["Matty"], "Matthew Rangi": ["M"]})) == 2
    assert len(joined("Ana Rangi", "Rangi", not_same=[("Ana Rangi", "Rangi")])) == 2


GIVEN = ["Jo", "Joanne", "John", "J.", "Bill", "William", "Wu", "Hon Bill", "", "Mr", "Martin Joseph", "Marty", "Joe"]
SURNAMES = ["Peterson", "Foster-Hill", "Hill", "Peterson Jr", "Wu"]
NAMES = st.builds(lambda a, b: f"{a} {b}".strip(), st.sampled_from(GIVEN), st.sampled_from(SURNAMES))
USES = st.lists(
    st.builds(
        NameUse,
        NAMES,
        st.integers(1, 400),
        st.integers(0, 1),
        st.lists(st.sampled_from([("President", None), ("MP", "Fiji")]), max_size=2).map(tuple),
    ),
    max_size=12,
)


@settings(max_examples=200)
@given(USES, st.randoms())
def test_order_does_not_matter(uses: list[NameUse], random: object) -> None:
    shuffled = list(uses)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert link(shuffled) == link(uses)


@settings(max_examples=200)
@given(USES)
def test_every_name_is_in_one_person(uses: list[NameUse]) -> None:
    people = link(uses)
    held = [(member.name, member.sense) for person in people for member in person.members]
    assert sorted(held) == sorted({(use.name, use.sense) for use in uses})
    assert len({person.slug for person in people}) == len(people)


@settings(max_examples=200)
@given(USES, st.lists(NAMES, min_size=2, max_size=3, unique=True))
def test_aliases_and_distinctions_hold_whatever_the_rules_say(uses: list[NameUse], named: list[str]) -> None:
    uses = [*uses, *map(NameUse, named)]
    owner = {m.name: person.slug for person in link(uses, aliases={named[0]: named[1:]}) for m in person.members}
    assert len({owner[name] for name in named}) == 1
    people = link(uses, not_same=[named])
    owner = {m.name: person.slug for person in people for m in person.members}
    assert len({owner[name] for name in named}) == len(named)


@given(st.lists(st.text(max_size=12), max_size=8))
def test_never_raises(names: list[str]) -> None:
    people = link(map(NameUse, names), aliases=dict.fromkeys(names[:1], names), not_same=[names[1:3]])
    assert sorted(m.name for person in people for m in person.members) == sorted(set(names))


def test_a_crowd_of_one_surname_is_not_compared_all_with_all() -> None:
    names = [NameUse(f"John {a}{b}{c} Peterson") for a in "BCDFGHKLMN" for b in "aeiou" for c in "bcdfghklmnprstvw"]
    names += [NameUse(f"{name.name[:-8]}Duncan") for name in names]
    start = time.process_time()
    link(names)
    assert time.process_time() - start < 20  # two seconds where all pairs would take minutes


def test_an_honorific_of_the_other_gender_bars_a_surname() -> None:
    told = groups(joined("Dame Aroha Peterson", "Aroha Peterson", "Mr Peterson", "Ms Peterson", "Peterson"))
    assert told == {
        frozenset(("Dame Aroha Peterson", "Aroha Peterson", "Ms Peterson", "Peterson")),
        frozenset(("Mr Peterson",)),
    }


def test_what_a_surname_is_called_most_is_its_only_bearer() -> None:
    told = groups(joined("Aroha Peterson", "Mr Peterson", NameUse("Ms Peterson", 5)))
    assert told == {frozenset(("Aroha Peterson", "Ms Peterson")), frozenset(("Mr Peterson",))}


@pytest.mark.parametrize("names", [("Dorothy Peterson", "Mr Peterson"), ("Trevor Peterson", "Mrs Peterson")])
def test_a_given_name_of_one_sex_bars_the_honorific_of_the_other(names: tuple[str, ...]) -> None:
    assert groups(joined(*names)) == {frozenset((name,)) for name in names}


def test_junior_is_left_out_where_he_is_seldom_called_without() -> None:
    assert groups(joined(NameUse("Tom Rangi Hale Jr", 8), NameUse("Tom Rangi Hale", 3))) == {
        frozenset(("Tom Rangi Hale Jr", "Tom Rangi Hale"))
    }
    offices = (NameUse("Tom Hale Jr", 8, 0, (("Coach", None),)), NameUse("Tom Hale", 3, 0, (("Senator", None),)))
    assert len(joined(*offices)) == 2
    assert len(joined(NameUse("Tom Hale Jr", 8), NameUse("Tom Hale", 7))) == 2
    assert len(joined("Tom Hale Jr", "Tom Hale Sr")) == 2


@pytest.mark.parametrize(
    ("short", "whole", "rule"),
    [("Mara O.", "Mara O'Leary", "initial of surname"), ("Seo Min", "Seo Min Park", "given names alone")],
)
def test_a_short_full_name_is_the_one_person_meant(short: str, whole: str, rule: str) -> None:
    (person,) = joined(NameUse(short, 9), NameUse(whole, 3))
    assert {member.name: member.rule for member in person.members}[short] == rule
    assert len(joined(NameUse(short, 9), NameUse(whole, 3), NameUse(f"{whole}-Ryder", 3))) == 3


def test_a_short_full_name_that_may_hide_somebody_stays_alone() -> None:
    assert len(joined(NameUse("Mara O.", 1), NameUse("Mara O'Leary", 9))) == 2
    assert len(joined(NameUse("Mara O.", 5), NameUse("Mara O'Leary", 20), NameUse("Mara Osby", 1))) == 2
    assert len(joined(NameUse("Martin Paul", 9), NameUse("Martin Paul Hale", 9))) == 2


def test_a_given_name_alone_is_not_who_it_is_with_a_title() -> None:
    assert len(joined(NameUse("Thomas", 20), NameUse("Mr Thomas", 3))) == 2


def test_the_users_alias_of_a_surname_holds_with_a_courtesy_title_of_the_same_sex() -> None:
    aliases = {"Helen Hale": ["Hale"]}
    assert groups(joined("Helen Hale", "Hale", "Ms Hale", "Mr Hale", "Tom Hale", aliases=aliases)) == {
        frozenset(("Helen Hale", "Hale", "Ms Hale")),
        frozenset(("Mr Hale", "Tom Hale")),
    }


def test_half_of_a_surname_is_no_middle_name() -> None:
    names = (NameUse("Ann Parata Cole", 20), NameUse("Parata Cole", 9), NameUse("Ann Cole", 3))
    assert len(joined(*names)) == 1


def test_a_name_that_cannot_be_kept_apart_is_told() -> None:
    (person,) = joined("Aroha Peterson", not_same=[("Aroha Peterson", "Ms Peterson")])
    assert "cannot be kept apart" in person.warnings[0]


def test_a_name_behind_an_office_means_who_holds_it() -> None:
    speaker, premier = (("Speaker", None),), (("Prime Minister", None),)
    names = (
        NameUse("Tama Duncan", 9, roles=speaker * 5),
        NameUse("Rua Duncan", 7, roles=premier * 4),
        NameUse("Speaker Duncan", 3, roles=speaker * 3),
        NameUse("Prime Minister Duncan", 6, roles=premier * 6),
        NameUse("Captain Duncan", 2, roles=(("Captain", None),) * 2),
        NameUse("Duncan", 4),
    )
    assert groups(joined(*names)) == {
        frozenset(("Tama Duncan", "Speaker Duncan")),
        frozenset(("Rua Duncan", "Prime Minister Duncan")),
        frozenset(("Captain Duncan",)),
        frozenset(("Duncan",)),
    }


def test_a_surname_alone_follows_the_surname_behind_an_office() -> None:
    mayor = (("Mayor", None),)
    names = (
        NameUse("Tama Duncan", 9, roles=mayor * 5),
        NameUse("Rua Duncan", 7),
        NameUse("Mayor Duncan", 6, roles=mayor * 6),
        NameUse("Duncan", 4),
    )
    assert frozenset(("Tama Duncan", "Mayor Duncan", "Duncan")) in groups(joined(*names))
    assert frozenset(("Duncan",)) in groups(joined(*names[:3], NameUse("Duncan", 90)))


def test_an_office_means_the_one_bearer_who_is_met_often_and_holds_no_other() -> None:
    office = NameUse("Minister Duncan", roles=(("Minister", None),))
    assert len(joined(NameUse("Tama Duncan", 3), office)) == 1
    assert len(joined(NameUse("Tama Duncan", 2), office)) == 2
    assert len(joined(NameUse("Tama Duncan", 9, roles=(("Mayor", None),) * 5), office)) == 2
    assert len(joined(NameUse("Tama Duncan", 9), NameUse("Captain Duncan"))) == 2


def test_who_is_often_named_and_never_with_a_title_is_not_whom_it_means() -> None:
    title = (("Secretary", None),)
    names = (NameUse("Tama Duncan", 30), NameUse("Secretary Duncan", roles=title), NameUse("Duncan", roles=title))
    assert frozenset(("Tama Duncan",)) in groups(joined(*names))
    assert frozenset(("Tama Duncan", "Secretary Duncan")) in groups(joined(NameUse("Tama Duncan", 9), names[1]))
    known = NameUse("Tama Duncan", 30, roles=(("Secretary of Reefs", None),))
    assert frozenset(("Tama Duncan", "Secretary Duncan", "Duncan")) in groups(joined(known, *names[1:]))


def test_an_office_before_a_given_name() -> None:
    mayor = (("Mayor", None),)
    names = (NameUse("Jane Duncan", 9, roles=mayor * 4), "Jane Peterson", NameUse("Mayor Jane", 2, roles=mayor))
    assert frozenset(("Jane Duncan", "Mayor Jane")) in groups(joined(*names))
    assert len(joined(names[0]._replace(documents=1), names[2])) == 1
    assert len(joined(names[0]._replace(documents=1), "Ngaio Jane", names[2])) == 3  # that may be her surname


def test_names_side_by_side_in_a_text_are_two_people() -> None:
    names = (NameUse("Tama Duncan", 5), NameUse("Tama Rangi Duncan", 4))
    assert len(joined(*names)) == 1
    assert len(joined(*names, beside=[("Tama Duncan", "Tama Rangi Duncan")])) == 2
    assert len(joined(*names, beside=[("Tama Duncan", "Somebody Else")])) == 1


def test_a_short_form_is_whoevers_the_generation_is_told_of() -> None:
    assert len(joined(NameUse("Matt Duncan", 5), "Matthew R. Duncan Jr")) == 1
    assert len(joined(NameUse("Matthew R. Duncan", 5), "Matthew R. Duncan Jr")) == 2


def _told(name: str, documents: int, *roles: str) -> NameUse:
    return NameUse(name, documents, roles=tuple((role, None) for role in roles))


@pytest.mark.parametrize(
    ("bearers", "alone"),
    [
        # a Congresswoman is a representative, told by whatever title
        ((_told("Aroha Duncan", 2, "Representative"), "Ngaio Duncan"), _told("Congresswoman Duncan", 1)),
        # a family name that is no common one is its only bearer's behind an office too
        (("Aroha Whakatuki",), _told("Senator Whakatuki", 1, "Senator")),
        # the state's office before a company's
        (
            (_told("Aroha Duncan", 2, "President"), _told("Ngaio Duncan", 1, "Harbour Bank President")),
            _told("President Duncan", 3, "President"),
        ),
        ((_told("Ngaio Duncan", 1, "Harbour Bank President"),), _told("President Duncan", 1, "President")),
    ],
)
def test_an_office_before_a_surname_means_who_holds_it(bearers: tuple[str | NameUse, ...], alone: NameUse) -> None:
    first = bearers[0] if isinstance(bearers[0], str) else bearers[0].name
    assert frozenset((first, alone.name)) in groups(joined(*bearers, alone))


def test_an_office_before_a_common_surname_is_not_its_only_bearers() -> None:
    assert len(joined("Aroha Duncan", _told("Senator Duncan", 1, "Senator"))) == 2
    assert len(joined("Aroha Whakatuki", _told("President Whakatuki", 1, "President"))) == 2  # of any state


def test_a_son_is_his_name_without_junior_where_one_of_their_offices_is_one() -> None:
    father = _told("Tom Duncan", 9, *["Senator"] * 7)
    son = _told("Tom Duncan III", 2, "Senator", "Office of Ports Senator")
    assert len(joined(father, son)) == 1
    assert len(joined(father, _told("Tom Duncan III", 2, "Mayor"))) == 2


def test_who_is_president_of_a_company_is_not_the_president() -> None:
    bank = _told("Ngaio Duncan", 1, "Harbour Bank President")
    assert len(joined(bank, "Aroha Duncan", _told("President Duncan", 1, "President"))) == 3


def test_a_name_without_junior_is_somebody_elses_who_holds_other_offices() -> None:
    son = _told("Tom Duncan Jr", 4, "General")
    assert len(joined(son, _told("Tom Duncan", 1, "General of the Reef"))) == 1
    assert len(joined(son, _told("Tom Duncan", 1, "National Chair"))) == 2


def test_half_a_surname_is_no_given_name() -> None:
    whole = ("Aroha Whakatuki Duncan", "Whakatuki Duncan")
    assert groups(joined(*whole, "Whakatuki")) == {frozenset(whole), frozenset(("Whakatuki",))}


def test_who_has_another_first_name_is_not_called_by_the_middle_one() -> None:
    uses = (NameUse("Ted Duncan", 8), NameUse("Edward M. Duncan", 1), NameUse("Vincent Edward Duncan", 1))
    assert groups(joined(*uses)) == {
        frozenset(("Ted Duncan", "Edward M. Duncan")),
        frozenset(("Vincent Edward Duncan",)),
    }


def test_a_given_name_alone_is_not_that_of_somebody_who_is_hardly_named() -> None:
    assert len(joined(NameUse("Wexley", 4), NameUse("Wexley Duncan", 1))) == 1
    assert len(joined(NameUse("Wexley", 5), NameUse("Wexley Duncan", 1))) == 2


def test_how_a_person_is_addressed_in_the_texts_says_whose_a_surname_is() -> None:
    woman = NameUse("Wexley Duncan", 9, texts=(("MS. DUNCAN", 40), ("Wexley Duncan", 9)))
    found = groups(joined(woman, NameUse("Ms Duncan", 2), NameUse("Mr Duncan", 2)))
    assert found == {frozenset(("Wexley Duncan", "Ms Duncan")), frozenset(("Mr Duncan",))}


@pytest.mark.parametrize(
    ("bearers", "alone", "several"),
    [
        (("Aroha Duncan", "Ngaio Duncan"), NameUse("Ms Duncan", 2), True),
        (("Aroha Duncan", "Tom Wexford"), NameUse("Lord Duncan", 2), False),  # another Duncan
        ((_told("Aroha Duncan", 1, "Mayor"), _told("Ngaio Duncan", 1, "Mayor")), _told("Mayor Duncan", 2), True),
        ((_told("Aroha Duncan", 1, "Judge"), _told("Ngaio Duncan", 1, "Mayor")), _told("Pastor Duncan", 2), False),
        (("Aroha Duncan", "Ngaio Duncan"), NameUse("Duncan", 2), True),
    ],
)
def test_a_title_that_several_bear_means_nobody_in_particular(
    bearers: tuple[str | NameUse, ...], alone: NameUse, several: bool
) -> None:
    (each,) = [person for person in joined(*bearers, alone) if person.name == alone.name]
    assert each.several is several


def test_a_given_name_beside_an_office_that_many_hold_is_anybodys() -> None:
    names = (_told("Jane Peterson", 5, "Chair"), _told("Jane", 1, "Chair"))
    assert len(joined(*names)) == 2


def test_names_written_in_another_alphabet_are_spelt_in_several_ways() -> None:
    assert len(joined("Aleksey Orlenko", "Alexei Orlenko", "Alexey Orlenko")) == 1


def test_a_title_that_legislators_bear_by_turns_is_the_only_ones_of_that_name() -> None:
    names = (_told("Aroha Duncan", 2, "Representative"), _told("Chair Duncan", 1, "Chair"))
    assert len(joined(*names)) == 1
    assert len(joined(_told("Aroha Duncan", 2, "Pilot"), names[1])) == 2
    assert len(joined(*names, "Ngaio Duncan")) == 3


def test_one_office_told_in_full_makes_one_of_two_given_names() -> None:
    office = "Deputy Secretary of Reefs"
    one, other = _told("Wexley Duncan", 4, office), _told("Adawexe Duncan", 1, office)
    assert len(joined(one, other)) == 1
    assert len(joined(one, other, "Ngaio Duncan")) == 3  # who are a family
    assert len(joined(one, _told("Adawexe Duncan", 1, "Judge of Reefs"))) == 2
    judges = [_told(name, 1, "Judge of the Reef Court") for name in ("Wexley Duncan", "Adawexe Duncan")]
    assert len(joined(*judges)) == 2
    assert len(joined(one, _told("Adamoke Duncan", 1, office))) == 2  # who came after
    assert len(joined(_told("Mary Duncan", 4, office), _told("Thomas Duncan", 1, office))) == 2
    assert len(joined(one, other, beside=[("Wexley Duncan", "Adawexe Duncan")])) == 2


def test_a_common_surname_far_oftener_alone_than_its_one_bearer_is_named_is_not_theirs() -> None:
    apart, one = groups(joined(NameUse("Braun", 3), "Steve Braun")), groups(joined("Braun", "Steve Braun"))
    assert apart == {frozenset(("Braun",)), frozenset(("Steve Braun",))}
    assert one == {frozenset(("Braun", "Steve Braun"))}
    assert len(joined(NameUse("Raupatu", 3), "Steve Raupatu")) == 1  # few bear it


def test_a_surname_that_is_a_towns_or_oftener_a_given_name_is_not_its_one_bearers() -> None:
    for surname in ("Tulsa", "Noah", "Hague"):
        assert len(joined(NameUse(f"Thomas {surname}", 4), surname)) == 2
        assert len(joined(NameUse(f"Thomas {surname}", 20), surname)) == 1  # whom everybody knows
        assert len(joined(NameUse(f"Thomas {surname}", 4), f"Mr {surname}")) == 1


def test_an_initial_of_a_common_surname_is_not_who_is_known_by_other_offices() -> None:
    pilot, senator = _told("A. Brown", 1, "Pilot"), _told("Aroha Brown", 4, "Senator")
    assert len(joined(pilot, senator)) == 2
    assert len(joined("A. Brown", senator)) == 1
    assert len(joined(_told("A. Brown", 1, "Senator"), senator)) == 1
    assert len(joined(_told("A. Vrenzi", 1, "Pilot"), _told("Aroha Vrenzi", 4, "Senator"))) == 1  # few bear it


def test_who_is_called_by_a_middle_name_is_not_called_by_the_first_too() -> None:
    names = (NameUse("Irfaane Hale", 8), NameUse("Mohammed Irfaane Hale", 2), NameUse("Mohammed Hale", 3))
    assert frozenset(("Irfaane Hale", "Mohammed Hale")) not in {
        each & {"Irfaane Hale", "Mohammed Hale"} for each in groups(joined(*names))
    }
    assert len(joined(*names[:2])) == 1


def test_what_stands_before_a_particle_is_what_its_bearer_is_called() -> None:
    president = (("President", None),) * 3
    names = (NameUse("Rui Nuno Cabo da Hale", 9, roles=president), NameUse("Cabo da Hale", 2, roles=president))
    assert len(joined(*names, NameUse("President Cabo", 3))) == 1
    assert len(joined(NameUse("Ana Cabo Hale", 9, roles=president), "Cabo Hale", NameUse("President Cabo", 3))) == 2


def test_an_office_stands_before_no_given_name_that_is_a_surname_too() -> None:
    member = (("Representative", None),)
    assert len(joined("Representative Ryan", NameUse("Ryan Wexford", roles=member))) == 2
    assert len(joined("Mayor Pete", NameUse("Pete Wexford", roles=(("Mayor", None),)))) == 1


def test_an_honorific_of_one_text_among_many_tells_no_gender() -> None:
    holder = NameUse("Wes Peterson", 3, roles=(("Secretary of Reefs", None),) * 3)
    texts = (("Ms Peterson", 1), ("Secretary Peterson", 9))
    assert len(joined(NameUse("Secretary Peterson", 9, texts=texts), holder)) == 1
    assert len(joined(NameUse("Ms Peterson", 2), holder)) == 2


def test_words_before_a_name_are_not_shown() -> None:
    (person,) = joined(NameUse("Zvordak Susan Peterson", 4), NameUse("Susan Peterson", 12))
    assert person.name == "Susan Peterson"
    (person,) = joined(NameUse("Aroha Parata Cole", 4), NameUse("Parata Cole", 12))
    assert person.name == "Aroha Parata Cole"


def test_a_generation_alone_is_nobodys_who_has_none() -> None:
    assert groups(joined(NameUse("Rangi Paul", 30, 0, (("Senator", None),) * 30), "Paul II")) == {
        frozenset(("Rangi Paul",)),
        frozenset(("Paul II",)),
    }
    assert len(joined(NameUse("Queen Marama", 7, 0, (("Queen", None),) * 7), NameUse("Marama II", 9))) == 1


def test_who_alone_speaks_by_a_label_is_meant_by_it() -> None:
    label = (("MR. PETERSON", 9),)
    known = NameUse("Rangi Peterson", 9, texts=(("Rangi Peterson", 9), *label))
    people = joined(known, NameUse("Wiremu Peterson", 4), NameUse("Mr Peterson", 20, texts=label))
    assert frozenset(("Rangi Peterson", "Mr Peterson")) in groups(people)
    mr = NameUse("Mr Peterson", 20, texts=(("Mr Peterson", 20),))
    people = joined(known._replace(texts=mr.texts), NameUse("Wiremu Peterson", 4), mr)
    assert frozenset(("Mr Peterson",)) in groups(people)


def test_two_short_forms_of_one_name_with_other_offices_are_two_people() -> None:
    uses = [
        NameUse("Tina Peterson", 17, 0, (("Senator", None),) * 9),
        NameUse("Christina Peterson", 1, 0, (("Senator", None),)),
        NameUse("Chris Peterson", 10, 0, (("Mayor", None),) * 9),
    ]
    assert frozenset(("Chris Peterson",)) in groups(joined(*uses))


def test_of_two_short_forms_a_name_is_whose_office_it_holds() -> None:
    uses = [
        NameUse("Bob Peterson", 17, 0, (("Senator", None),) * 9),
        NameUse("Robert Peterson", 6, 0, (("Senator", None),)),
        NameUse("Rob Peterson", 3, 0, (("Mayor", None),) * 3),
    ]
    assert frozenset(("Bob Peterson", "Robert Peterson")) in groups(joined(*uses))


def test_an_initial_of_a_common_surname_is_not_who_is_told_less_often() -> None:
    uses = [NameUse("D. Taylor", 4), NameUse("David Taylor", 2)]
    assert groups(joined(*uses)) == {frozenset(("D. Taylor",)), frozenset(("David Taylor",))}
    assert len(joined(NameUse("D. Taylor", 2), NameUse("David Taylor", 4))) == 1


def test_like_names_of_other_offices_are_two_people() -> None:
    uses = [
        NameUse("Micheal Martin", 9, 0, (("Mayor", None),) * 4),
        NameUse("Michael C. Martin", 1, 0, (("Judge", None),)),
    ]
    assert len(joined(*uses)) == 2
    assert len(joined(*(use._replace(roles=()) for use in uses))) == 1


def test_a_middle_name_is_not_who_is_known_by_other_offices() -> None:
    uses = [
        NameUse("Mike Martin", 9, 0, (("Senator", None),) * 4),
        NameUse("Brian Michael Martin", 1, 0, (("Teacher", None),)),
    ]
    assert len(joined(*uses)) == 2
    assert len(joined(*(use._replace(roles=()) for use in uses))) == 1


def test_a_particle_behind_a_title_begins_a_surname() -> None:
    uses = [
        NameUse("Rangi Van Zvordak", 9, 0, (("Senator", None),) * 4),
        NameUse("Senator Van Zvordak", 5, 0, (("Senator", None),) * 5),
    ]
    assert len(joined(*uses)) == 1


def test_the_wife_in_a_few_of_many_texts_is_not_her_husband() -> None:
    texts = (("President Zvordak", 90), ("Mrs. Zvordak", 3), ("Mr. Zvordak", 1))
    uses = [
        NameUse("Thomas Zvordak", 90, 0, (("President", None),) * 80, texts),
        NameUse("Mrs Zvordak", 8, 0, (("President", None),) * 4, (("Mrs. Zvordak", 8),)),
    ]
    assert len(joined(*uses)) == 2


def test_a_mister_of_one_text_is_not_the_one_with_an_office_in_another() -> None:
    uses = [
        NameUse("Kevin Brady", 1, 0, (("Senator", None),)),
        NameUse("Senator Brady", 1, 0, (("Senator", None),)),
        NameUse("Tom Brady", 1),
        NameUse("Mr Brady", 1),
    ]
    assert frozenset(("Mr Brady",)) in groups(joined(*uses))


def test_who_is_oftenest_told_as_the_son_is_shown_so() -> None:
    texts = (("Rangi Peterson", 60),)
    (person,) = joined(
        NameUse("Rangi Peterson Jr", 60, texts=texts), NameUse("Rangi Peterson", 16, texts=(("Rangi Peterson", 16),))
    )
    assert person.name == "Rangi Peterson Jr"


def test_a_title_of_learning_is_whose_own_texts_have_it() -> None:
    dr = (("Dr. Zvordak", 40),)
    uses = [
        NameUse("Rangi Zvordak", 900, 0, (("President", None),) * 900),
        NameUse("Aroha Zvordak", 90, texts=(("Aroha Zvordak", 90), *dr)),
        NameUse("Dr Zvordak", 30, 0, (("President", None),) * 9, dr),
    ]
    assert frozenset(("Aroha Zvordak", "Dr Zvordak")) in groups(joined(*uses))
