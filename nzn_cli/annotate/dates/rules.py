"""The example of a rule of dates, beside the tables that all annotations share."""

from __future__ import annotations

from nzn_cli.annotate.rule_table import Rule, RuleTable, always
from nzn_cli.model.records import NamedTuple

__all__ = ["Example", "Rule", "RuleTable", "always"]


class Example(NamedTuple):
    """A text with its time expressions in [ ], and the value of each, or value/rule; "" where none is to be found."""

    marked: str
    found: str = ""
    published: str | None = "2019-05-15"  # a Wednesday
