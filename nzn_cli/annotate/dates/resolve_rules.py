"""Tables of rules that resolve a time expression against its context. Knows no kind of expression."""

from __future__ import annotations

from collections.abc import Callable

from nzn_cli.annotate.dates.date_context import DateContext
from nzn_cli.annotate.dates.resolved_date import ResolvedDate
from nzn_cli.annotate.dates.rules import RuleTable
from nzn_cli.annotate.dates.tense_context import TenseContext
from nzn_cli.annotate.dates.time_expression import TimeExpression

Resolver = Callable[[TimeExpression, DateContext, TenseContext], ResolvedDate | None]


class ResolveTable(RuleTable[[TimeExpression, DateContext, TenseContext], Resolver]):
    """A table whose outcomes resolve the expression that a row's test holds of."""

    def resolve(self, expression: TimeExpression, context: DateContext, tense: TenseContext) -> ResolvedDate | None:
        """Return what the expression means by the first row that holds; None where none does, or it is no date."""
        outcome = self.match(expression, context, tense)
        return outcome(expression, context, tense) if outcome else None
