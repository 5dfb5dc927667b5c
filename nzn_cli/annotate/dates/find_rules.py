"""Tables of rules that find a time expression around a word of a window. Knows no kind of expression."""

from __future__ import annotations

from collections.abc import Callable

from nzn_cli.annotate.dates.rules import RuleTable
from nzn_cli.annotate.dates.time_expression import TimeExpression
from nzn_cli.annotate.dates.window import Window

Finder = Callable[[Window, int], TimeExpression | None]


class FindTable(RuleTable[[Window, int], Finder]):
    """A table asked about a word of a window; the outcome of the first row that holds finds the expression."""

    def find(self, w: Window, t: int) -> TimeExpression | None:
        """Return the expression around word `t` by the first row that holds; None where none does, or it is none."""
        outcome = self.match(w, t)
        return outcome(w, t) if outcome else None


def nothing(w: Window, t: int) -> None:
    """The outcome of a rule by which there is no time expression."""
