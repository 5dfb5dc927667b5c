"""What is told of a person's roles when many documents tell of them."""

from __future__ import annotations

import pytest

from nzn_cli.names.roles import state_office_behind
from nzn_cli.store.person_summaries import Scope, _commonest_text, _without_slips, person_summaries
from tests.query.test_offices import corpus, said


@pytest.mark.parametrize(
    ("role", "office"),
    [
        ("Summit President", "President"),
        ("Reform Council Vice President", "Vice President"),
        ("Lake District Prime Minister", "Prime Minister"),
        ("Vice President", None),
        ("Former President", None),
        ("President", None),
        ("Minister of Lakes", None),
        ("Acting King", "King"),
    ],
)
def test_the_office_behind_other_words(role: str, office: str | None) -> None:
    assert state_office_behind(role) == office


def test_a_slip_beside_many_is_the_office_itself() -> None:
    seen = {
        ("President", "Chile"): {"President": list(range(30))},
        ("Summit President", None): {"Summit President": [31]},
        ("Summit President", "Peru"): {"Peruvian Summit President": [32]},
        ("Senator", None): {"Senator": [40]},
    }
    assert _without_slips(seen) == {
        ("President", "Chile"): {"President": list(range(30)), "Summit President": [31]},
        ("Summit President", "Peru"): {"Peruvian Summit President": [32]},
        ("Senator", None): {"Senator": [40]},
    }


def test_one_of_a_few_is_no_slip() -> None:
    seen = {("President", None): {"President": [1, 2, 3]}, ("Council President", None): {"Council President": [4]}}
    assert len(_without_slips(seen)) == 2


def test_what_may_be_a_slip_is_marked_and_comes_last() -> None:
    mayor = [said(f"2004-01-{day:02}", "Ann Hale", "Mayor") for day in range(1, 21)]
    rows = [*mayor, said("2004-03-01", "Ann Hale", "Pilot"), said("2004-04-01", "Ann Hale", "Judge")]
    connection = corpus(*rows, said("2004-05-01", "Ann Hale", "Judge")).store.connection
    connection.execute("INSERT INTO seldom_role VALUES (1, 'Mayor')")
    (summary,) = person_summaries([1], Scope(), connection.execute)
    assert [(role.role, role.documents, role.seldom) for role in summary.roles] == [
        ("Judge", 2, False),
        ("Mayor", 20, True),  # another's
        ("Pilot", 1, True),  # once beside twenty
    ]


@pytest.mark.parametrize(
    ("role", "texts", "shown"),
    [
        ("Senator", ["Senators", "SENATOR"], "SENATOR"),
        ("Senator", ["U.S. Senators", "Sen"], "Sen"),
        ("Senator", ["Senators"], "Senator"),
        ("Former Senator", ["former Senators"], "Senator"),
        ("Minister of Foreign Affairs", ["Minister of Foreign Affairs"], "Minister of Foreign Affairs"),
    ],
)
def test_a_role_of_several_is_shown_as_that_of_each(role: str, texts: list[str], shown: str) -> None:
    assert _commonest_text(role, {(text, None): [1] for text in texts}) == shown
