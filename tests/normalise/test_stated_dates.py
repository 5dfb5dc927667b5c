"""Dates of metadata as people keep them: links, lists, parts of a date, and about."""

from __future__ import annotations

from typing import Any

import pytest

from nzn_cli.model.settings import Folder
from nzn_cli.normalise import stated_dates
from nzn_cli.normalise.document import document_from_bytes
from nzn_cli.normalise.stated_dates import FORMS, PartForm, stated_date
from nzn_cli.text.calendar import cover
from nzn_cli.text.written_dates import read_written


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_form_reads_its_example(form: PartForm, monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_written(form.example) is None
    found = stated_date(form.example)
    assert found is not None
    assert (found.value, found.precision) == (form.reading, form.precision)
    cover(found.value)
    monkeypatch.setattr(stated_dates, "FORMS", tuple(one for one in FORMS if one is not form))
    without = stated_date(form.example)
    assert without is None or without.value != found.value or without.precision != found.precision


@pytest.mark.parametrize(
    ("value", "date", "precision"),
    [
        ("[[2020-05-17]]", "2020-05-17", "day"),
        ("[[2020-05-17|Sunday]]", "2020-05-17", "day"),
        ("[[daily/2020-05-17#Notes|Sunday]]", "2020-05-17", "day"),
        ("[[a walk|17 May 2020]]", "2020-05-17", "day"),
        ("[[2020-05-17 Sunday]]", "2020-05-17", "day"),
        ("[[2020-05-17]] 14:30", "2020-05-17", "day"),
        ("[Sunday](2020-05-17.md)", "2020-05-17", "day"),
        ("[17 May 2020](https://example.org/a_(b))", "2020-05-17", "day"),
        ([["2020-05-17|Sunday"]], "2020-05-17", "day"),
        (["[[2020-05-17]]", "[[2020-05-18]]"], "2020-05-17", "day"),
        ([[["2020-05-17"]], [["2020-05-18"]]], "2020-05-17", "day"),
        (["soon", "2020-05-17"], "2020-05-17", "day"),
        ("[[2020-05-17]], [[2020-05-18]]", "2020-05-17", "day"),
        ({"year": 2020, "month": 5, "day": 7}, "2020-05-07", "day"),
        ({"year": 2020, "month": "May"}, "2020-05", "month"),
        ({"date-parts": [[2020, 5, 7]]}, "2020-05-07", "day"),
        ({"published": "2020-05-17", "by": "Ann"}, "2020-05-17", "day"),
        ("c. 1920", "1920", "approximate"),
        ("ca 1920", "1920", "approximate"),
        ("Circa May 1920", "1920-05", "approximate"),
        ("about 17 May 1920", "1920-05-17", "approximate"),
        ("1920?", "1920", "approximate"),
        ("2020-05~", "2020-05", "approximate"),
        ("[1920?]", "1920", "approximate"),
        ("[1920]", "1920", "year"),
        ("1920 (approx.)", "1920", "approximate"),
        ("c. 2020-Q2", "2020-Q2", "approximate"),
    ],
)
def test_as_people_keep_them(value: Any, date: str, precision: str) -> None:
    found = stated_date(value)
    assert found is not None
    assert (found.value, found.precision) == (date, precision)


@pytest.mark.parametrize("value", ["2020-W60", "2020-02-30~", {"year": 2020, "month": 13}, "c. 2020-02-31"])
def test_no_day_of_the_calendar(value: Any) -> None:
    found = stated_date(value)
    assert found is not None
    assert found.value == ""


@pytest.mark.parametrize(
    "value", ["[[soon]]", "before 1920", "circa", "c.", "1920-1925", {"a": 1}, [], "[[a|b]]", True]
)
def test_what_states_no_date(value: Any) -> None:
    assert stated_date(value) is None


@pytest.mark.parametrize(
    ("front", "code"),
    [("date: c. 1920", None), ("date: 2021-Q1", None), ("date: 2021-W60", "date-impossible")],
)
def test_a_part_of_a_date_is_no_reason_to_warn(front: str, code: str | None) -> None:
    document = document_from_bytes("a.md", f"---\n{front}\n---\nText.".encode(), Folder("/corpus"))
    assert [one.code for one in document.warnings] == ([code] if code else [])
