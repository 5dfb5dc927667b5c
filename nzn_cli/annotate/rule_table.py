"""Rules of language as rows of a table: an id, a test, an outcome, and an example that is the rule's own test.

Knows no language. The first row whose test holds gives the answer: the order of a table is part of what it says.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Set
from functools import lru_cache
from typing import Any, Generic, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
_WORDS_HELD = 8192  # words of which a table holds the rows: texts have more, but these come again and again


class Rule(Generic[P, R]):
    """One row: where `test` holds of what a table is asked about, `outcome` is the answer.

    `words` are those, or the kinds of those, at which the rule can hold at all, in a table that is asked word by word.
    `example` is a text with its right answer, as the tests of the annotation mark it.
    """

    __slots__ = ("example", "id", "outcome", "test", "words")

    def __init__(
        self, name: str, test: Callable[P, object], outcome: R, example: Any, words: Container[str] | None = None
    ) -> None:
        """Take the row as it is written."""
        self.id, self.test, self.outcome, self.example, self.words = name, test, outcome, example, words


class RuleTable(Generic[P, R]):
    """The rows of one kind of decision, in the order in which they are tried."""

    def __init__(self, name: str, *rows: Rule[P, R]) -> None:
        """Take the rows; `name` is what the table decides."""
        self.name = name
        self.rows = rows

    @property
    def rows(self) -> tuple[Rule[P, R], ...]:
        """The rows; they may be set, as a test does that takes one away."""
        return self._rows

    @rows.setter
    def rows(self, rows: tuple[Rule[P, R], ...]) -> None:
        self._rows = rows
        self._tests = tuple((row.test, row.outcome) for row in rows)
        words = [row.words for row in rows if row.words is not None]
        listed = frozenset[str]().union(*(held for held in words if isinstance(held, Set)))
        formed = {id(held): held for held in words if not isinstance(held, Set)}
        self._held = (listed, *formed.values())
        self.at_word = lru_cache(_WORDS_HELD)(self._at_word)

    def match(self, *asked: P.args, **named: P.kwargs) -> R | None:
        """Return the outcome of the first row whose test holds, or None."""
        for test, outcome in self._tests:
            if test(*asked):  # type: ignore[call-arg]  # rows are asked by place alone
                return outcome
        return None

    def matches(self, *asked: P.args, **named: P.kwargs) -> list[R]:
        """Return the outcomes of all rows whose tests hold, in the order of the rows."""
        return [outcome for test, outcome in self._tests if test(*asked)]  # type: ignore[call-arg]

    def _at_word(self, word: str) -> tuple[tuple[Callable[P, object], R], ...]:
        """Return the tests and outcomes of the rows that can hold at a word; of most words there are none."""
        if not any(word in held for held in self._held):
            return ()
        return tuple((row.test, row.outcome) for row in self._rows if row.words is not None and word in row.words)


def always(*_: Any) -> bool:
    """The test of a last row, which holds where no other did."""
    return True
