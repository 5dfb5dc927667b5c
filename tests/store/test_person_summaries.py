"""What is told of a person's roles when many documents tell of them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from nzn_cli.names.roles import normalise_role, state_office_behind
from nzn_cli.store.person_roles import SeenRoles, _commonest_text, _without_slips, person_roles, spelled_as
from nzn_cli.store.person_summaries import Scope, person_summaries
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


def test_an_office_is_that_of_the_country_that_is_stated_far_oftener_than_others() -> None:
    def found(others: int) -> list[tuple[str | None, int]]:
        seen: SeenRoles = {
            ("President", None): {("President", None): [1, 2]},
            ("President", "Samoa"): {("President of Samoa", None): [3, 4, 5, 6, 7]},
            ("President", "Fiji"): {("President of Fiji", None): list(range(8, 8 + others))},
        }
        return [(role.country, role.documents) for role in person_roles(seen, set(), Dated())]

    assert found(1) == [("Samoa", 7), ("Fiji", 1)]
    assert found(2) == [("Samoa", 5), (None, 2), ("Fiji", 2)]


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


class Dated:
    """Documents whose place is their name."""

    def ids(self, places: Sequence[int]) -> list[str]:
        return [str(place) for place in places]

    def span(self, places: Sequence[int]) -> tuple[str | None, str | None]:
        return None, None


def shown(told: dict[str, int | list[int]]) -> list[tuple[str, str, bool, int]]:
    """Return text, role, whether it is of the past, and documents of roles that texts state, each with its places."""
    seen: SeenRoles = {}
    for at, (text, places) in enumerate(told.items()):
        role, country = normalise_role(text)
        found = [100 * at + n for n in range(places)] if isinstance(places, int) else places
        seen.setdefault((role, country), {})[text, None] = found
    return [(role.text, role.role, role.former, role.documents) for role in person_roles(seen, frozenset(), Dated())]


@pytest.mark.parametrize(
    ("told", "roles"),
    [
        ({"Reef Board Chair": 2, "Chair of the Reef Board": 1}, [("Reef Board Chair", "Reef Board Chair", False, 3)]),
        ({"Chair of the Reef Research Board": 2, "RRB chair": 1},
         [("Chair of the Reef Research Board", "Chair of the Reef Research Board", False, 3)]),
        ({"Secretary of Reefs": 2, "Department of Reefs Secretary": 1},
         [("Secretary of Reefs", "Secretary of Reefs", False, 3)]),
        ({"Adviser for Reef Technology": 2, "Adviser for Reef Technologies": 1},
         [("Adviser for Reef Technology", "Adviser for Reef Technology", False, 3)]),
        ({"Reef Security Adviser": 2, "Reef Security Adviser to the President": 1},
         [("Reef Security Adviser", "Reef Security Adviser", False, 3)]),
        ({"Senior Adviser": 2, "Senior Adviser to the President": 1},
         [("Senior Adviser", "Senior Adviser", False, 2),
          ("Senior Adviser to the President", "Senior Adviser to the President", False, 1)]),
        ({"Chair": 1, "Chair of the Reef Board": 2},
         [("Chair of the Reef Board", "Chair of the Reef Board", False, 3)]),
        ({"Chair": 3, "Chair of the Reef Board": 2},
         [("Chair", "Chair", False, 3), ("Chair of the Reef Board", "Chair of the Reef Board", False, 2)]),
        ({"Governor": [1, 2], "former Governor": [3]}, [("former Governor", "Governor", True, 3)]),
        ({"Governor": [4, 5], "former Governor": [3]},
         [("Governor", "Governor", False, 2), ("former Governor", "Governor", True, 1)]),
        ({"Governor": [1, 2, 6], "former Governor": [3]},
         [("Governor", "Governor", False, 3), ("former Governor", "Governor", True, 1)]),  # again
        ({"Governor": [1, 6], "former Governor of Torbay": [3]},
         [("former Governor of Torbay", "Governor of Torbay", True, 3)]),
        ({"Professor": [1], "former Professor of Reefs": [3]},
         [("Professor", "Professor", False, 1), ("former Professor of Reefs", "Professor of Reefs", True, 1)]),
    ],
)  # fmt: skip
def test_ways_of_telling_one_office_are_one(
    told: dict[str, int | list[int]], roles: list[tuple[str, str, bool, int]]
) -> None:
    assert shown(told) == roles


@pytest.mark.parametrize(
    ("role", "text", "spelled"),
    [
        ("Secretary of Defence", "Secretary of Defense", "Secretary of Defense"),
        ("Attorney-General", "Attorney General", "Attorney General"),
        ("Minister of Defence", "Defence Minister", "Minister of Defence"),
    ],
)
def test_a_role_is_shown_as_its_texts_spell_it(role: str, text: str, spelled: str) -> None:
    assert spelled_as(role, text) == spelled
