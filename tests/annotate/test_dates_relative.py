"""Expressions that count from another date. Published Wednesday 15 May 2019, unless a test says otherwise."""

from __future__ import annotations

import pytest

from nzn_cli.annotate.dates import find_dates
from tests.annotate.dates_table import check, read


@pytest.mark.parametrize(
    ("marked", "values"),
    [
        ("She spoke on [Monday] and [Wednesday].", "2019-05-13 2019-05-15"),
        ("She will speak on [Monday].", "2019-05-20"),
        ("On [Friday], the committee will meet.", "2019-05-17"),
        ("He told reporters [Tuesday] that he will resign.", "2019-05-14"),
        ("The vote is scheduled for [Thursday].", "2019-05-16"),
        ("Friday's plan was dropped after [Monday]'s vote.".replace("Friday", "[Friday]", 1), "2019-05-10 2019-05-13"),
        ("She met them [last Friday] and returns [next Friday].", "2019-05-10 2019-05-24"),
        ("Talks resume on [Monday] and [Tuesday next week].", "2019-05-20 2019-05-21"),
        (
            "Talks resume [next Monday] or [Tuesday]; they met [Friday] and [Thursday].",
            "2019-05-20 2019-05-21 2019-05-10 2019-05-09",
        ),
        ("Sales fell from [November] to [February].", "2018-11 2019-02"),
        ("It happened on [Thursday last week].", "2019-05-09"),
        ("They met [Friday night] and [Tuesday morning].", "2019-05-10TNI 2019-05-14TMO"),
        ("It was on [Thursday 9th], they said.", "2019-05-09"),
    ],
)
def test_weekdays_follow_the_tense(marked: str, values: str) -> None:
    check(marked, values)


@pytest.mark.parametrize(
    ("marked", "values"),
    [
        ("Will Smith was here on [Monday].", "2019-05-13"),
        ("Theresa May was here on [Monday].", "2019-05-13"),
        ("It was said by Mr. Jones of the U.S. Army on [Monday].", "2019-05-13"),
        ("It was cold. In Rome on [Monday] he will speak.", "2019-05-20"),
        ("The talks had been due to end on [Monday].", "2019-05-13"),
        ("Until [Monday], they had said nothing. They have until [Monday] to answer.", "2019-05-13 2019-05-20"),
        ("It could be as early as [Monday].", "2019-05-20"),
        ("The march planned for [Tuesday] was banned; the next is planned for [Tuesday].", "2019-05-14 2019-05-21"),
        ("The papers are to be read on [Monday].", "2019-05-20"),
        ("Mayor to open school on [Monday]", "2019-05-20"),
        ("They are meeting on [Monday]; the blast next to the hall was on [Monday].", "2019-05-20 2019-05-13"),
    ],
)
def test_the_verb_that_governs_tells_the_tense(marked: str, values: str) -> None:
    check(marked, values)


def test_a_weekday_names_the_reading_that_came_second() -> None:
    _, _, (span,) = read("She spoke on [Monday].")
    assert (span.rule, span.rejected, span.anchor, span.anchor_source) == (
        "weekday-past", "2019-05-20", "2019-05-15", "publication",
    )  # fmt: skip
    _, _, (span,) = read("She spoke on [Wednesday].")
    assert (span.rule, span.rejected) == ("weekday-same", None)


@pytest.mark.parametrize(
    ("marked", "values"),
    [
        ("[Today], [yesterday], [tomorrow] and [tonight].", "2019-05-15 2019-05-14 2019-05-16 2019-05-15TNI"),
        ("[This morning], [last night], [yesterday afternoon].", "2019-05-15TMO 2019-05-14TNI 2019-05-14TAF"),
        ("[The day before yesterday] and [the day after tomorrow].", "2019-05-13 2019-05-17"),
        ("He left at [10 p.m. Monday] and rang at [noon on Tuesday].", "2019-05-13T22:00 2019-05-14T12:00"),
        ("It ended on [Monday at 10.30 am].", "2019-05-13T10:30"),
        ("She leaves at [4 in the afternoon].", "2019-05-15T16:00"),
        ("It fell at [2230 GMT Tuesday], not at [8 o'clock this morning].", "2019-05-14T22:30 2019-05-15T08:00"),
        ("Watch at [7:30 tonight].", "2019-05-15T19:30"),
        (
            "It fell at [10:35 a.m. (0735 GMT) Monday], at [9:00 a.m.] (0600 GMT) they said.",
            "2019-05-13T10:35 2019-05-13T09:00",
        ),
        ("They struck at [dawn Tuesday] and left by [mid-afternoon].", "2019-05-14TMO 2019-05-15TAF"),
        ("It will open from [9am] to [5pm on Friday].", "2019-05-17T09:00 2019-05-17T17:00"),
        ("It ends at [midnight GMT].", "2019-05-15T24:00"),
    ],
)
def test_days_and_hours(marked: str, values: str) -> None:
    check(marked, values)


@pytest.mark.parametrize(
    ("marked", "values"),
    [
        ("[Last week], [this week], [next week].", "2019-W19 2019-W20 2019-W21"),
        ("[Last month], [this month], [next month].", "2019-04 2019-05 2019-06"),
        ("[Last year], [this year], [next year], [this decade].", "2018 2019 2020 201"),
        ("He went away over [the weekend].", "2019-W19-WE"),
        ("It will be seen [next weekend].", "2019-W21-WE"),
        ("It came in [October] and [last July].", "2018-10 2018-07"),
        ("It will come in [October].", "2019-10"),
        ("Degrees were promised at the [June] graduation; one came in [July].", "2019-06 2018-07"),
        ("It came on [12 February]; it ends on [28 June].", "2019-02-12 2019-06-28"),
        ("It began in [October last year].", "2018-10"),
        ("It fell in [the March quarter] and [this quarter].", "2019-Q1 2019-Q2"),
        ("They came [last summer].", "2018-SU"),
        ("[Two weeks ago], [six weeks ago], [10 days ago].", "2019-05-01 2019-W14 2019-05-05"),
        ("[Three months ago], [almost four years ago], [a decade ago].", "2019-02 2015 2009"),
        ("It is due [two weeks from now].", "2019-05-29"),
        ("[Half a century ago], [two and a half years ago], [a year and a half ago].", "1969 2016-11 2017-11"),
        ("[A year ago today], [ten years ago Tuesday], [two years ago this month].", "2018-05-15 2009-05-14 2017-05"),
        ("It opens [a week from Friday] and will be done by [spring].", "2019-05-24 2019-SP"),
        ("It cost $3m in [the last financial year]; I said this [last week].", "2018 2019-W19"),
        ("At [year-end 1988] it had $2 billion.", "1988-12-31"),
        ("It was sold [a week ago Friday] and opened [the day after Christmas].", "2019-05-10 2018-12-26"),
        ("He came [last July 4], in [the spring of last year].", "2018-07-04 2018-SP"),
        ("It will be repaid in [five years].", "2024"),
    ],
)
def test_units_and_counts(marked: str, values: str) -> None:
    check(marked, values)


@pytest.mark.parametrize(
    ("text", "value", "start", "end"),
    [
        ("over the past week", "P1W", "2019-05-09", "2019-05-15"),
        ("over this last fortnight", "P2W", "2019-05-02", "2019-05-15"),
        ("in the past three months", "P3M", "2019-02-16", "2019-05-15"),
        ("over the next three years", "P3Y", "2019-05-16", "2022-05-15"),
        ("in early 2023", "2023", "2023-01-01", "2023-04-30"),
        ("at the end of last year", "2018", "2018-09-01", "2018-12-31"),
        ("in mid-June 2018", "2018-06", "2018-06-11", "2018-06-20"),
        ("later this month", "2019-05", "2019-05-15", "2019-05-31"),
        ("earlier this year", "2019", "2019-01-01", "2019-05-15"),
        ("in the late 1980s", "198", "1987-01-01", "1989-12-31"),
        ("the year ended 30 June 2018", "2018", "2017-07-01", "2018-06-30"),
        ("the year to June 2018", "2018", "2017-07-01", "2018-06-30"),
        ("in the 2018/19 financial year", "FY2019", "2018-07-01", "2019-06-30"),
    ],
)
def test_first_and_last_day_of_stretches_and_vague_parts(text: str, value: str, start: str, end: str) -> None:
    span = find_dates(f"It grew {text}.", "2019-05-15")[0]
    assert (span.value, span.start, span.end) == (value, start, end)


@pytest.mark.parametrize("place", ["New Zealand", "Dunedin", "a Māori meeting house", "Melbourne"])
def test_seasons_turn_round_in_the_south(place: str) -> None:
    (north,) = find_dates("Storms hit Ohio in the summer of 2017.", None)
    (south,) = find_dates(f"Storms hit {place} in the summer of 2017.", None)
    assert (north.start, north.end) == ("2017-06-01", "2017-08-31")
    assert (south.start, south.end) == ("2017-12-01", "2018-02-28")


def test_the_south_is_where_most_of_the_text_is() -> None:
    (span,) = find_dates("America and Canada met New Zealand in the summer of 2017.", None)
    assert (span.start, span.end) == ("2017-06-01", "2017-08-31")


def test_this_winter_may_have_begun_last_year() -> None:
    check("Much is to be done in [this winter] of doubt.", "2020-WI", "2021-01-20")
    check("[This winter] was cold.", "2020-WI", "2021-03-20")
    check("[This winter] will be cold.", "2021-WI", "2021-10-20")


@pytest.mark.parametrize(
    ("marked", "values"),
    [
        ("In [2010] he left. [Two years later] he was back, and [the following year] he died.", "2010 2012 2013"),
        (
            "He came on [3 March 2015]. [The next day] he left; [three days later] he rang.",
            "2015-03-03 2015-03-04 2015-03-07",
        ),
        ("He came on [3 March 2015] and left [the same day], [that night].", "2015-03-03 2015-03-03 2015-03-03TNI"),
        ("He came in [December 2014]; [the following month] he left.", "2014-12 2015-01"),
        (
            "He rang on [3 March 2015]. [The day before], he wrote; [the night before], he slept.",
            "2015-03-03 2015-03-02 2015-03-01TNI",
        ),
        ("They met in [September 2001] and again in [November].", "2001-09 2001-11"),
        ("He spoke [last Friday]. On [the previous Monday] he had been ill.", "2019-05-10 2019-05-06"),
    ],
)
def test_what_counts_from_the_text(marked: str, values: str) -> None:
    check(marked, values)


def test_the_anchor_is_the_date_last_spoken_of() -> None:
    _, _, (_, later) = read("In [2010] he left. [Two years later] he was back.", None)
    assert (later.value, later.anchor, later.anchor_source, later.rule) == ("2012", "2010", "text", "later")


@pytest.mark.parametrize(
    ("marked", "values"),
    [
        ("Profit rose in [the third quarter] from [a year earlier].", "2018-Q3 2017-Q3"),
        ("In [the March quarter] it lost more than in [the year-ago period].", "2019-Q1 2018-Q1"),
        ("[First-quarter] sales fell; in [the latest quarter] they rose.", "2019-Q1 2019-Q1"),
        ("[A year ago] he was unknown.", "2018"),
    ],
)
def test_periods_of_a_report(marked: str, values: str) -> None:
    check(marked, values)


@pytest.mark.parametrize(
    ("marked", "values"),
    [
        ("[This morning] and [yesterday].", "XXXX-XX-XXTMO XXXX-XX-XX"),
        ("On [Tuesday], [last week], in [October], on [30 June].", "XXXX-WXX-2 XXXX-WXX XXXX-10 XXXX-06-30"),
        ("At [the end of last year] and [early this year].", "XXXX XXXX"),
        ("[Two weeks ago] and [last summer].", "XXXX-WXX XXXX-SU"),
    ],
)
def test_without_a_date_nothing_is_resolved(marked: str, values: str) -> None:
    check(marked, values, None)
    _, _, found = read(marked, None)
    assert all(s.start is None and s.end is None and s.anchor is None for s in found)


def test_a_partial_publication_date_resolves_what_it_can() -> None:
    check("[Last year], [last month], on [Tuesday], in [March].", "2006 2007-09 XXXX-WXX-2 2007-03", "2007-10")
    check("[Last year] and [last month].", "2006 XXXX-XX", "2007")


def test_what_is_still_to_come_is_marked() -> None:
    _, _, found = read("He spoke on [Monday], speaks [today] and will speak [tomorrow].")
    assert [s.future for s in found] == [False, False, True]


def test_blanks_and_lines_are_no_hindrance() -> None:
    text = "He came last\n    Friday, in the\n  third   quarter, on Jan.   15 and a year\n   ago    today."
    assert [s.value for s in find_dates(text, "2019-05-15")] == ["2019-05-10", "2018-Q3", "2019-01-15", "2018-05-15"]


def test_a_time_far_from_any_day_is_of_the_day_of_publication() -> None:
    check(f"He came on [3 March 2015]. {'It was cold and wet. ' * 80}Ring at [3 pm].", "2015-03-03 2019-05-15T15:00")


def test_a_time_on_a_line_of_its_own_is_no_event() -> None:
    check("The Hall\n\n11:49 A.M. EDT\n\nMR. ROE: Hello [today].\n\nEND 12:09 P.M. EEST", "2019-05-15")


def test_the_byline_is_no_event() -> None:
    text = "Wednesday, 15 May 2019, 2:18 pm\n\nShe spoke yesterday."
    assert [s.text for s in find_dates(text, "2019-05-15", (0, 31))] == ["yesterday"]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Road deaths fell for the first time in [800 years].", "1219-05-16"),
        ("This is the biggest change in [twenty years].", "1999-05-16"),
        ("It was the worst drought in [a decade].", "2009-05-16"),
        ("Her visit will be the only one by a minister in [three years].", "2016-05-16"),
        ("It is the most significant reform in [two decades].", "1999-05-16"),
    ],
)
def test_a_record_looks_back(text: str, start: str) -> None:
    _, (wanted,), (span,) = read(text)
    assert (span.text, span.start, span.end, span.rule, span.future) == (
        wanted, start, "2019-05-15", "interval-past", False,
    )  # fmt: skip


def test_the_most_in_a_day_is_no_stretch_of_time() -> None:
    check("It was the highest toll in a day.", "")
    check("It will be the most that we have made in a year.", "")


def test_what_will_be_done_in_years_looks_ahead_although_it_is_the_first() -> None:
    check("The first schools will open in [two years].", "2021")


def test_a_part_of_the_last_century_is_of_the_calendars() -> None:
    _, (wanted,), (span,) = read("At [the beginning of the last century], mills closed.", "2006-03-05")
    assert (span.text, span.value, span.start, span.end) == (wanted, "19", "1900-01-01", "1932-12-31")


@pytest.mark.parametrize(
    "text",
    ["A study found that Year 5 pupils read well.", "It shows that year 9 grew.", "I teach that Year 7."],
)
def test_a_class_at_school_is_no_year_spoken_of(text: str) -> None:
    assert find_dates(text, "2006-03-05") == ()


@pytest.mark.parametrize(
    "text",
    [
        "He heard noise at 11.00 p.m. a few nights in a row.",
        "In those times pubs closed at 6pm.",
        "The ferry leaves at 7.15 a.m. every weekday.",
        "Clubs shut at 10pm.",
    ],
)
def test_a_time_of_many_days_is_of_none(text: str) -> None:
    assert find_dates(text, "2006-03-05") == ()


def test_a_time_told_of_a_year_past_is_not_of_publication() -> None:
    check("The ship sank in [1917]. A boat had come at 6pm and left.", "1917")


def test_a_time_of_one_day_stays() -> None:
    check("On [Friday] shops closed at [6pm]. It was a wet day.", "2019-05-10 2019-05-10T18:00")
    check("Police were called at [4.30 a.m.] and left; polls closed at [7pm].", "2019-05-15T04:30 2019-05-15T19:00")


@pytest.mark.parametrize("count", ["0 days", "0 weeks", "zero years", "00 months", "0 centuries", "0 hours"])
def test_no_days_are_no_interval(count: str) -> None:
    check(f"It rained in the last {count}, the past {count} and the next {count}, and on [3 May 2019].", "2019-05-03")


@pytest.mark.parametrize(
    ("marked", "values"),
    [
        ("The ship sank [100 years ago next month] and was found [ten years ago last week].", "1919-06 2009-W19"),
        ("It sailed on [26 November 2011] and landed [the following August].", "2011-11-26 2012-08"),
        ("It was begun in [2010] and done by [the following June].", "2010 2011-06"),
        ("It ended in [June 2016]; it had begun in [the previous August].", "2016-06 2015-08"),
        ("The lease was renewed to [December]. The term was extended to [Monday].", "2019-12 2019-05-20"),
        ("It began in [June 2010] and ended in [the following winter].", "2010-06 2010-WI"),
        ("They rejected the plan on [Friday] and went home.", "2019-05-10"),
        ("The law comes into force on [Monday].", "2019-05-20"),
        ("We meet in [a week's time], and they in [two months' time].", "2019-05-22 2019-07"),
        ("Fans gear up for [Sunday]'s final and await [Friday]'s draw.", "2019-05-19 2019-05-17"),
        ("The figures from [January] through [March] were poor.", "2019-01 2019-03"),
    ],
)
def test_what_stands_beside_a_date_says_which_is_meant(marked: str, values: str) -> None:
    check(marked, values)


@pytest.mark.parametrize("time", ["06:23 local time", "06:23 GMT", "06:23"])
def test_figures_with_a_zone_or_behind_at_are_a_clock_time(time: str) -> None:
    check(f"The mill shook at [{time}].", "2019-05-15T06:23")
