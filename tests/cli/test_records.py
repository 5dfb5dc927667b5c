"""Our records are what typing.NamedTuple makes, only cheaper to define."""

from __future__ import annotations

import copy
import pickle
import typing
from collections.abc import Mapping

import pytest

from nzn_cli.model.records import NamedTuple


class Ours(NamedTuple):
    """A record."""

    name: str
    number: int = 3
    more: Mapping[str, int] = {}

    @property
    def twice(self) -> int:
        """Return the number twice."""
        return self.number * 2


class Theirs(typing.NamedTuple):
    """The same by the book."""

    name: str
    number: int = 3
    more: Mapping[str, int] = {}


def test_same_as_the_book() -> None:
    ours, theirs = Ours("a", number=5), Theirs("a", number=5)
    assert ours == theirs == ("a", 5, {})
    assert repr(ours) == repr(theirs).replace("Theirs", "Ours")
    assert ours._asdict() == theirs._asdict()
    assert Ours._fields == Theirs._fields == Ours.__match_args__
    assert Ours._field_defaults == Theirs._field_defaults
    assert Ours._make(["x", 1, {}]) == Theirs._make(["x", 1, {}])
    assert ours._replace(name="b") == ("b", 5, {})
    assert typing.get_type_hints(Ours) == typing.get_type_hints(Theirs)
    assert ours.twice == 10
    assert not hasattr(ours, "__dict__")


def test_copies_and_travels() -> None:
    ours = Ours("a")
    assert pickle.loads(pickle.dumps(ours)) == copy.deepcopy(ours) == ours
    assert type(pickle.loads(pickle.dumps(ours))) is Ours


def test_wrong_fields_are_refused() -> None:
    class Small(NamedTuple):
        one: int

    for made in (lambda: Small(), lambda: Small(1, 2), lambda: Small(two=1), lambda: Small(1)._replace(two=1)):
        with pytest.raises(TypeError):
            made()  # type: ignore[no-untyped-call]
    with pytest.raises(TypeError):
        Small._make([])
