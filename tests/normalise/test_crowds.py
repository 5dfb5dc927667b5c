"""Names of which many are alike are joined across a corpus in linear time, and the same whatever their order."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from nzn_cli.linking.link_names import NameUse, link
from tests.floods import word
from tests.work import grows


def _doubled(number: int) -> str:
    return "".join(c * (2 if number >> i & 1 else 1) for i, c in enumerate("abelindaverity"))


TITLES = ("President", "Senator", "Lord", "Sir", "Professor", "Captain", "General", "Bishop", "Judge", "Governor")
CROWDS: dict[str, Callable[[int], list[str]]] = {
    "one surname": lambda n: [f"{word(n)} Hale"],
    "one surname, alone too": lambda n: [f"{word(n)} Hale", "Hale", "Mr Hale", "Ms Hale", "President Hale"],
    "one given name": lambda n: [f"Ann {word(n)}", "Ann"],
    "one rare given name": lambda n: [f"Xibalo {word(n)}", "Xibalo"],
    "initials of surnames": lambda n: [f"Xibalo {word(n)}", f"Xibalo {word(n)[0]}."],
    "initials": lambda n: [f"{word(n)} Hale", f"{chr(65 + n % 26)} Hale"],
    "initials and middle names": lambda n: [f"A {word(n)} Hale", f"A{word(n).lower()} Hale"],
    "middle names": lambda n: [f"Ann {word(n)} Hale"],
    "called by a middle name": lambda n: [f"{word(n)} Xibalo Hale", f"{word(n)} {word(n * 7 + 1)} Hale", "Xibalo Hale"],
    "beginnings": lambda n: [f"Anna{word(n).lower()} Hale"],
    "beginnings, many surnames": lambda n: [f"Anna{word(n).lower()} Ha{word(n % 50).lower()}"],
    "halves of surnames": lambda n: [f"Ann {word(n)}-Hale"],
    "titles": lambda n: [f"President {word(n)}", word(n), f"Mr {word(n)}"],
    "many titles": lambda n: [" ".join(t for i, t in enumerate(TITLES) if n >> i & 1) + " Hale", f"{word(n)} Hale"],
    "nicknames": lambda n: [f'Ann "{word(n)}" Hale', f"{word(n)} Hale"],
    "one slug": lambda n: ["Ann " + "Hale" * 20 + word(n)],
    "doubled letters": lambda n: [f"{_doubled(n).title()} Hale"],
    "doubled letters and initials": lambda n: [f"{_doubled(n).title()} Hale", f"{chr(65 + n % 26)} {word(n)} Hale"],
    "either order": lambda n: [f"{word(n)} Hale", f"Hale {word(n)}"],
}


FEW_ALIKE = {"beginnings, many surnames"}  # a hundred of a kind, which are compared each with each until they are many


@pytest.mark.parametrize("name", CROWDS)
def test_twice_the_names_are_no_more_than_twice_the_work(name: str) -> None:
    def joining(size: int) -> Callable[[], object]:
        return partial(link, [NameUse(one, 1 + n % 3) for n in range(size) for one in CROWDS[name](n)])

    assert grows(joining, 2_000 if name in FEW_ALIKE else 300) < 2.6


def test_a_crowd_is_joined_the_same_in_any_order() -> None:
    uses = [NameUse(name, 1 + n % 3) for n in range(300) for name in (f"A {word(n)} Hale", f"A{word(n).lower()} Hale")]
    assert link(uses) == link(reversed(uses))


def test_the_short_of_one_name_is_found_in_a_crowd() -> None:
    uses = [NameUse(f"Xibalo {word(n)}") for n in range(2_000)]
    persons = link([*uses, NameUse("Seo Min Park", 5), NameUse("Seo Min", 2)])
    assert ("Seo Min", "given names alone") in [(m.name, m.rule) for p in persons for m in p.members]
