"""Where a rule of dates ends: the sentence just inside, and the one just outside."""

from __future__ import annotations

import pytest

from tests.annotate.dates_table import check


@pytest.mark.parametrize(
    ("marked", "values", "published"),
    [
        # a report of the first two months of a year is on the one before
        ("For [the full year] profit rose to $3 million.", "2018", "2019-02-28"),
        ("For [the full year] profit rose to $3 million.", "2019", "2019-03-01"),
        # a quarter ahead is one of the next two, over the new year too
        ("Sales will rise in [the third quarter].", "2019-Q3", "2019-02-15"),
        ("Sales will rise in [the fourth quarter].", "2018-Q4", "2019-02-15"),
        ("Sales will rise in [the first quarter].", "2020-Q1", "2019-12-15"),
        ("Sales will rise in [the second quarter].", "2020-Q2", "2019-12-15"),
        # a holiday needs a year, its own or that of the document
        ("They met on [Christmas].", "XXXX-XX-XX", None),
        ("They met on [Christmas 2017].", "2017-12-25", None),
        # what starts on a day is ahead; an opening is a thing
        ("The talks, beginning [Friday], are off.", "2019-05-17", "2019-05-15"),
        ("A grand opening on [Friday] drew many.", "2019-05-10", "2019-05-15"),
        # the name of a plan is no day, the possessive of a day is one
        ("It began with the Tomorrow's Hospitals plan.", "", "2019-05-15"),
        ("We await [tomorrow]'s Parliament vote.", "2019-05-16", "2019-05-15"),
        # early in the week, what has been of "this weekend" is over
        ("[This weekend] has been quiet.", "2019-W19-WE", "2019-05-13"),
        ("[This weekend] the team plays away.", "2019-W20-WE", "2019-05-13"),
        ("It was quiet [this weekend]; it has been so.", "2019-W20-WE", "2019-05-13"),
        ("[This weekend] has been quiet.", "2019-W20-WE", "2019-05-16"),
    ],
)
def test_where_a_rule_ends(marked: str, values: str, published: str | None) -> None:
    check(marked, values, published)
