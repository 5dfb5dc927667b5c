"""Dated expressions in running text: a temporal grammar and its resolution. Pure: text in, spans out; never a clock."""

from nzn_cli.annotate.dates.find import VERSION, find_dates

__all__ = ["VERSION", "find_dates"]
