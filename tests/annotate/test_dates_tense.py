"""What tells whether a weekday or month is over or to come. Published Wednesday 15 May 2019."""

from __future__ import annotations

import pytest

from tests.annotate.dates_table import check, read


@pytest.mark.parametrize(
    ("marked", "values"),
    [
        ("They were to meet again [Friday]; the others were to have left [Monday].", "2019-05-17 2019-05-13"),
        ("Parliament votes [Friday].", "2019-05-17"),
        ("The envoy, who flies out [Friday], came [Monday].", "2019-05-17 2019-05-13"),
        ("Villagers go to the polls [Sunday].", "2019-05-19"),
        ("The law takes effect in [July].", "2019-07"),
        ("[Sunday] is polling day.", "2019-05-19"),
        ("A fair is being held in town starting [Monday].", "2019-05-20"),
        ("From [Monday], fares will rise; from [Monday], they fell.", "2019-05-20 2019-05-13"),
        ("So, [Monday], you're going to see three of them.", "2019-05-20"),
        ("The plan, unveiled [Friday], would cut jobs.", "2019-05-10"),
        ("The union has called a strike for [Friday].", "2019-05-17"),
        ("The case was adjourned to [Monday].", "2019-05-20"),
        ("The hearing had been set for [Monday].", "2019-05-13"),
        ("They talked until [midnight Monday].", "2019-05-13T24:00"),
        ("The plan that both agreed to on [Monday] is good.", "2019-05-13"),
        ("The bridge reopens [Monday]; schools are closed [Friday].", "2019-05-20 2019-05-17"),
        ("Police are appealing for witnesses to a crash [Sunday].", "2019-05-12"),
        ("No alarm could stop the blaze that crept through the mill [Friday].", "2019-05-10"),
        ("Neither brother could be reached [Friday].", "2019-05-10"),
        ("The fair is open through [Sunday]; the road was not clear until [Sunday].", "2019-05-19 2019-05-12"),
        ("The parade began as planned [Saturday].", "2019-05-11"),
        ("On [Friday], Mayor John Hale Jr. will open the bridge.", "2019-05-17"),
        ("The office announced a team to attend the games in Oslo on [Saturday].", "2019-05-18"),
        ("The office [today] announced its team for a fair in Oslo on [Saturday].", "2019-05-15 2019-05-18"),
        ("He announced his retirement to reporters on [Saturday].", "2019-05-11"),
        ("I do hereby proclaim [Monday] a day of thanks.", "2019-05-20"),
        ("The city sent a band to the festival opening on [Saturday].", "2019-05-18"),
        ("Media preview on [Friday at 8 a.m.]", "2019-05-17T08:00"),
        ("We ask you to vote for her on [Saturday].", "2019-05-18"),
        ("The talks resume with a dinner on [Saturday].", "2019-05-18"),
        ("They let the talks resume [Saturday].", "2019-05-11"),
        ("The team plays Boston on [Saturday].", "2019-05-18"),
        ("The talks, which began [Monday], end [Friday].", "2019-05-13 2019-05-17"),
        ("It rose towards the end [Friday].", "2019-05-10"),
        ("We will hear of it as part of a coordinated statement on [Saturday].", "2019-05-18"),
        ("What is new is that, on [Saturday], we had to stop.", "2019-05-11"),
        ("It would help, he said… The talk on [Saturday] was of rain.", "2019-05-11"),
    ],
)
def test_a_weekday_follows_what_is_said_of_it(marked: str, values: str) -> None:
    check(marked, values)


@pytest.mark.parametrize(
    ("marked", "values"),
    [
        ("[Friday]'s meeting in Rome will decide.", "2019-05-17"),
        ("Ahead of [Sunday]'s vote, shops were shut.", "2019-05-19"),
        ("While preparing for [Sunday]'s race, he fell.", "2019-05-19"),
        ("She will miss [Sunday]'s race.", "2019-05-19"),
        ("Officials fear trouble at [Sunday]'s race.", "2019-05-19"),
        ("She won [Sunday]'s race.", "2019-05-12"),
    ],
)
def test_what_belongs_to_a_weekday_is_over_unless_awaited(marked: str, values: str) -> None:
    check(marked, values)


@pytest.mark.parametrize(
    ("marked", "values"),
    [
        (
            "The council will, for the third time in as many years, meet the unions at the hall on [Tuesday].",
            "2019-05-21",
        ),
        ("The limit is projected to be reached on [Tuesday].", "2019-05-21"),
        ("Entries close on [Tuesday].", "2019-05-14"),
        ("Entries are open until [Tuesday].", "2019-05-21"),
    ],
)
def test_the_weekday_that_was_yesterday_is_to_come_where_the_sentence_is_sure_of_it(marked: str, values: str) -> None:
    check(marked, values)


@pytest.mark.parametrize(
    ("marked", "values"),
    [
        ("A day of rest [this Monday], they say, will be kept.", "2019-05-20"),
        ("She was ill [this Monday].", "2019-05-13"),
        ("She was ill [this Sunday].", "2019-05-12"),
        ("Come [this Friday].", "2019-05-17"),
        ("We meet [this coming Friday] and [next Friday].", "2019-05-17 2019-05-24"),
    ],
)
def test_this_weekday_is_of_this_week_unless_the_tense_says_otherwise(marked: str, values: str) -> None:
    check(marked, values)


@pytest.mark.parametrize(
    ("marked", "values"),
    [
        ("The envoy has been missing since [June].", "2018-06"),
        ("In [June], the council signed the deal.", "2018-06"),
        ("The bridge was opened in [June].", "2018-06"),
        ("They announced the sale of the mill in [June].", "2019-06"),
        ("He was poor. Then in [June], he sold the mill.", "2018-06"),
        ("It hurts the mill if a new board is chosen or was elected in [June].", "2019-06"),
        ("Starting in [October], pumps owned by the state must be blue.", "2019-10"),
        ("We met ahead of the talks in [October].", "2018-10"),
        ("The mill held a grand opening in [October].", "2018-10"),
        ("Talks ahead of the summit in [October] go on.", "2019-10"),
        ("The judge said a fight begins when the case is heard in [August].", "2019-08"),
    ],
)
def test_the_next_month_is_to_come_unless_its_own_verb_is_past(marked: str, values: str) -> None:
    check(marked, values)


def test_a_month_just_over_is_meant_unless_the_sentence_says_will() -> None:
    check("House sales starts in [April] fell 5%.", "2019-04")
    check("The rule will lapse in [April].", "2020-04")


def test_goods_for_delivery_in_a_month_are_to_come() -> None:
    check("The [December] contract rose. Wheat for [March] delivery fell.", "2019-12 2020-03")


def test_later_than_no_date_is_not_later_than_the_text() -> None:
    _, _, (years, days) = read("[Twenty years later] he was running the shop; [two days later] he sold it.")
    assert (years.value, years.start, years.future) == ("XXXX", None, False)
    assert (days.value, days.start, days.future) == ("XXXX-XX-XX", None, False)


def test_a_number_of_years_later_is_not_beyond_the_text() -> None:
    check("Founded in [1969], the school is open [today], [50 years later].", "1969 2019-05-15 2019")


def test_what_is_planned_follows_what_is_planned_before_it() -> None:
    check("The aim: a draft by [the end of June], the rest in [August].", "2019-06 2019-08")
    check("They adopted it [last June] and dropped it in [August].", "2018-06 2018-08")


def test_a_meeting_ahead_of_a_weekday_is_before_it() -> None:
    check("A word now, ahead of the figures on [Friday].", "2019-05-17")
