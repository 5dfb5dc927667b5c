"""Wherever a run is cut off, the next one answers as a scan does: the long form is tests/benchmarks/kills.py."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import pytest

from nzn_cli.annotate import registry
from nzn_cli.model.annotations import TextDates
from tests.freshness.kills import CTRL_C, KILL, STAGES, Place, Stage, many_commits, prepared

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are forked in the midst of a test")
SHORT = [name for name in STAGES if "everything" not in name]  # its parts are there
CTRL = ["first: documents", "first: search", "update: documents edited", "update: people"]


@pytest.fixture(autouse=True)
def _many_commits() -> Iterator[None]:
    with many_commits():
        yield


@pytest.mark.parametrize("name", SHORT)
def test_a_kill_at_every_commit_and_between_them(name: str, tmp_path: Path) -> None:
    ready = prepared(Place(tmp_path), STAGES[name])
    commits = ready.commits()
    between = [(at + after) // 2 for at, after in zip([0, *commits], commits, strict=False)]
    places = sorted({*commits, *between})
    assert len(commits) >= 2
    for number, at in enumerate(places):
        assert ready.kill(at), ready.steps[at]
        assert ready.answers(number) == ready.right, f"killed before {ready.steps[at]} ({at})"
        assert ready.place.documents() == len(ready.right["list"])


@pytest.mark.parametrize("name", CTRL)
def test_ctrl_c_after_every_commit(name: str, tmp_path: Path) -> None:
    ready = prepared(Place(tmp_path), STAGES[name])
    places = ready.commits()[1::2]
    assert places
    for number, at in enumerate(places):
        assert ready.kill(at, CTRL_C), ready.steps[at]
        assert ready.answers(number) == ready.right, f"cut off before {ready.steps[at]} ({at})"


def test_a_run_that_is_cut_off_twice(tmp_path: Path) -> None:
    ready = prepared(Place(tmp_path), STAGES["update: everything"])
    for at in ready.commits()[1::6]:
        assert ready.kill(at)
        for again in (3, 9):
            assert ready.kill_again(again), (ready.steps[at], again)
        assert ready.answers(at) == ready.right, ready.steps[at]


def test_other_code_that_was_cut_off_and_goes_again(tmp_path: Path) -> None:
    """An extractor is edited, run, cut off, and edited back: nothing that it found stays."""

    def by_other_code(place: Place) -> None:
        other = tuple(
            one._replace(rooms=("annotate/dates", "errors.py")) if one.name == "dates" else one
            for one in registry.ANNOTATORS
        )
        with (
            mock.patch.object(registry, "ANNOTATORS", other),
            mock.patch("nzn_cli.annotate.dates.date_facts.dates_in", return_value=TextDates(())),
        ):
            place.ask("timeline")

    ready = prepared(Place(tmp_path), Stage(Place.build, lambda _: None, by_other_code))
    for at in ready.commits():
        assert ready.kill(at)
        assert ready.answers() == ready.right, f"killed before {ready.steps[at]} ({at})"


def test_nothing_is_killed_where_there_is_no_such_step(tmp_path: Path) -> None:
    ready = prepared(Place(tmp_path), STAGES["joining"])
    assert not ready.kill(len(ready.steps), KILL)
    assert not ready.kill(len(ready.steps), CTRL_C)
