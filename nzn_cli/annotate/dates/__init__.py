"""Time expressions in running text: a grammar that finds them, rules that resolve them. Pure, and never asks a clock.

A trigger word opens a window; a `find_*` file reads what is said around it; the `resolve_*` file of the same name says
what that means, given the `DateContext` and what tense says. Rules of language are rows of tables (`rules`).
"""

from nzn_cli.annotate.dates.date_spans import VERSION, dates_in, find_dates

__all__ = ["VERSION", "dates_in", "find_dates"]
