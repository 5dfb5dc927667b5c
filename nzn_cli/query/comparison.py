"""How a metadata value compares with one that was typed: as numbers, as dates, else as text. Pure; knows no table."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from typing import Any

from nzn_cli.errors import UsageError
from nzn_cli.model.records import NamedTuple
from nzn_cli.query.regex import compile_regex, smart_flags
from nzn_cli.text.folding import fold
from nzn_cli.text.letters import plain_letters
from nzn_cli.text.typed_dates import quick_when

_OPERATOR = r"(!=|!~|>=|<=|=|~|>|<)\s?"
_BEFORE = r"[^=!<>~]*+"  # the operator
_DATE = r"(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:[T ]\d\d:?\d\d.*)?"
_ORDER: dict[str, Callable[[Any, Any], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
}

Span = tuple[str, str]


class Expression(NamedTuple):
    """One `--where`: a metadata key, an operator and what to compare with."""

    key: str
    op: str
    value: str

    @property
    def negative(self) -> bool:
        """Whether documents answer that have no such value, or none that compares so."""
        return self.op.startswith("!")


def parse_expression(text: str) -> Expression:
    """Return the parts of `key=v`, `key!=v`, `key~regex`, `key>=v` and their like; raises UsageError."""
    found = re.match(f"({_BEFORE}){_OPERATOR}", text)
    key = found[1].strip() if found else ""
    if found is None or not key:
        raise UsageError(
            f"cannot read --where {text!r}",
            "write key=value, key!=value, key~regex, key>=value, key<=value, key>v or key<v",
        )
    return Expression(key, found[2], text[found.end() :])


def predicate(expression: Expression, now: str | None = None) -> Callable[[str], bool]:
    """Return whether one value compares as the expression says; of a negative one, what must not be the case."""
    op, wanted = expression.op.removeprefix("!"), expression.value
    if op == "~":
        return _pattern(plain_letters(wanted))
    number, span = _number(wanted), _span(wanted)
    if op == "=":
        return _equal(fold(wanted), number, span)
    return _ordered(_ORDER[op], op, wanted, number, span or quick_when(wanted, now))


def _pattern(wanted: str) -> Callable[[str], bool]:
    search = compile_regex(wanted, smart_flags(wanted), r"write \[ for a [ that is meant as it stands").search
    return lambda value: search(value) is not None


def _equal(folded: str, number: float | None, span: Span | None) -> Callable[[str], bool]:
    def same(value: str) -> bool:
        if fold(value) == folded or (number is not None and _number(value) == number):
            return True
        if span is None or (other := _span(value)) is None:
            return False
        return span[0] <= other[0] and other[1] <= span[1]

    return same


def _ordered(
    compare: Callable[[Any, Any], bool], op: str, wanted: str, number: float | None, span: Span | None
) -> Callable[[str], bool]:
    """A number is compared with numbers, a date with dates (by the days that both cover), a text with all as texts."""
    folded = fold(wanted)

    def holds(value: str) -> bool:
        if span is not None and (other := _span(value)) is not None:
            # "> 2018" is after the last day of 2018, ">= 2018" from its first day on
            if op in (">=", "<"):
                return compare(other[0], span[0])
            return compare(other[1], span[1])
        if number is not None:
            own = _number(value)
            return own is not None and compare(own, number)
        return span is None and compare(fold(value), folded)

    return holds


def _number(text: str) -> float | None:
    if not text.strip()[-1:].isdecimal():  # leaves out "nan", "inf" and the like
        return None
    try:
        return float(text)
    except ValueError:
        return None


def _span(text: str) -> Span | None:
    """First and last day of an ISO date, with or without a time of day."""
    found = re.fullmatch(_DATE, text.strip(), re.ASCII | re.DOTALL)
    return quick_when(found[1]) if found else None
