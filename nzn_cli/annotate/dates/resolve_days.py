"""What "today", "yesterday evening", "that night" and a clock time mean against their context."""

from __future__ import annotations

from datetime import timedelta

from nzn_cli.annotate.dates.date_context import DateContext
from nzn_cli.annotate.dates.resolve_rules import ResolveTable
from nzn_cli.annotate.dates.resolved_date import ResolvedDate
from nzn_cli.annotate.dates.rules import Example, Rule, always
from nzn_cli.annotate.dates.tense_context import TenseContext
from nzn_cli.annotate.dates.time_expression import TimeExpression


def resolve_day(expression: TimeExpression, context: DateContext, tense: TenseContext) -> ResolvedDate | None:
    """Return "today", "yesterday evening", "that night" and "the next morning"."""
    of_text = expression.base == "text"
    day = context.discourse.last_day() if of_text else context.document.day
    rule = "day-of-text" if of_text else "day"
    if day:
        value = (day + timedelta(expression.number or 0)).isoformat() + expression.time
        return ResolvedDate(value, rule, "day", expression.base or "publication")
    if expression.base and context.document.day and not expression.number:  # "that night" of no day that was spoken of
        return None
    return ResolvedDate("XXXX-XX-XX" + expression.time, rule, "day")


CLOCK_TIME = ResolveTable(
    "day of a clock time",
    Rule(
        "day-here", lambda e, c, t: c.day_here(),
        lambda e, c, t: ResolvedDate(f"{c.day_here()}{e.time}", "clock", "day", "text"),
        Example("On [10 June 2018] the fair was shut; rain came by [3.30 pm].", "2018-06-10 2018-06-10T15:30/clock"),
    ),
    Rule(
        "day-above", lambda e, c, t: c.discourse.heading(),
        lambda e, c, t: ResolvedDate(f"{c.discourse.heading()}{e.time}", "clock", "day", "text"),
        Example("[10 June 2018]\n\n[8.30 am] We set out.", "2018-06-10 2018-06-10T08:30/clock"),
    ),
    Rule(
        "of-a-year-past", lambda e, c, t: c.document.day and c.speaks_of_past() and t.is_past(), lambda e, c, t: None,
        Example("In [June 2010] the mill was shut at noon.", "2010-06"),
    ),
    Rule(
        "publication", lambda e, c, t: c.document.day,
        lambda e, c, t: ResolvedDate(f"{c.document.day}{e.time}", "clock", "day", "publication"),
        Example("The mill opens at [8.30 am].", "2019-05-15T08:30/clock"),
    ),
    Rule(
        "undated", always, lambda e, c, t: ResolvedDate("XXXX-XX-XX" + e.time, "clock", "day"),
        Example("The mill opens at [8.30 am].", "XXXX-XX-XXT08:30/clock", None),
    ),
)  # fmt: skip


def resolve_clock_time(expression: TimeExpression, context: DateContext, tense: TenseContext) -> ResolvedDate | None:
    """Return a clock time on the day last spoken of, else on publication day unless the text speaks of a year past."""
    return CLOCK_TIME.resolve(expression, context, tense)
