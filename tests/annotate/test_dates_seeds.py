"""The dated expressions of the five documents that come with the package."""

from __future__ import annotations

from pathlib import Path

import pytest

from nzn_cli.annotate.dates import find_dates

SEEDS = Path(__file__).parents[2] / "seeds"

Wanted = list[tuple[str, str, str | None, str | None]]
DOCUMENTS: list[tuple[str, str | None, Wanted]] = [
    (
        "000",
        "2018-02-16",
        [
            ("the past week", "P1W", "2018-02-10", "2018-02-16"),
            ("Tuesday", "2018-02-13", "2018-02-13", "2018-02-13"),
            ("Wednesday", "2018-02-14", "2018-02-14", "2018-02-14"),
            ("yesterday", "2018-02-15", "2018-02-15", "2018-02-15"),
            ("Wednesday", "2018-02-14", "2018-02-14", "2018-02-14"),
            ("last week", "2018-W06", "2018-02-05", "2018-02-11"),
        ],
    ),
    ("001", "2024-04-04", [("the coming months", "FUTURE_REF", None, None)]),
    (
        "002",
        None,
        [
            ("this morning", "XXXX-XX-XXTMO", None, None),
            ("the end of last year", "XXXX", None, None),
            ("early this year", "XXXX", None, None),
            ("this year", "XXXX", None, None),
        ],
    ),
    (
        "002",
        "2019-01-26",
        [
            ("this morning", "2019-01-26TMO", "2019-01-26", "2019-01-26"),
            ("the end of last year", "2018", "2018-09-01", "2018-12-31"),
            ("early this year", "2019", "2019-01-01", "2019-04-30"),
            ("this year", "2019", "2019-01-01", "2019-12-31"),
        ],
    ),
    (
        "003",
        "2018-09-12",
        [
            ("2001", "2001", "2001-01-01", "2001-12-31"),
            ("2012", "2012", "2012-01-01", "2012-12-31"),
            ("2014", "2014", "2014-01-01", "2014-12-31"),
            ("December 2014", "2014-12", "2014-12-01", "2014-12-31"),
        ],
    ),
    (
        "004",
        None,
        [
            ("Oct 2007", "2007-10", "2007-10-01", "2007-10-31"),
            ("2001", "2001", "2001-01-01", "2001-12-31"),
            ("September 2001", "2001-09", "2001-09-01", "2001-09-30"),
            ("November 2003", "2003-11", "2003-11-01", "2003-11-30"),
            ("April 2008", "2008-04", "2008-04-01", "2008-04-30"),
        ],
    ),
]


@pytest.mark.parametrize(("seed", "published", "wanted"), DOCUMENTS)
def test_events_of_a_seed(seed: str, published: str | None, wanted: Wanted) -> None:
    text = next(SEEDS.glob(seed + "*")).read_text(encoding="utf-8")
    body = text.split("---\n", 2)[2] if text.startswith("---") else text
    byline = "12 Sep. 2018 13:28"
    at = body.find(byline)
    found = find_dates(body, published, (at, at + len(byline)) if at >= 0 else None)
    assert [(s.text, s.value, s.start, s.end) for s in found] == wanted


def test_byline_is_read_as_one_time_where_it_is_not_left_out() -> None:
    text = next(SEEDS.glob("003*")).read_text(encoding="utf-8")
    assert find_dates(text, None)[0].value == "2018-09-12T13:28"
