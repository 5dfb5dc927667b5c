"""Every rule of dates: its example is read as it says, and without the rule it is not."""

from __future__ import annotations

import importlib
import pkgutil
from typing import Any

import pytest

from nzn_cli.annotate import dates
from nzn_cli.annotate.dates.date_facts import dates_of
from nzn_cli.annotate.dates.rules import Example, Rule, RuleTable
from tests.annotate.dates_table import ends_of


def _tables() -> list[RuleTable[Any, Any]]:
    modules = [importlib.import_module(f"{dates.__name__}.{m.name}") for m in pkgutil.iter_modules(dates.__path__)]
    held = [value for module in modules for value in vars(module).values() if isinstance(value, RuleTable)]
    return list({id(table): table for table in held}.values())


TABLES = _tables()
ROWS = [pytest.param(table, rule, id=f"{table.name}: {rule.id}") for table in TABLES for rule in table.rows]


def _found(example: Example) -> list[tuple[str, str]]:
    """Return text and value of what is found in an example, with the rule's name where the example gives one."""
    text = example.marked.replace("[", "").replace("]", "")
    wanted = example.found.split()
    spans = dates_of(text, example.published, None)
    ends = [(*end, span.rule) for span in spans for end in ends_of(text, span)]
    named = ["/" in value for value in wanted] + [False] * len(ends)
    return [
        (end, f"{value}/{rule}" if is_named else value)
        for (end, value, rule), is_named in zip(ends, named, strict=False)
    ]


def _wanted(example: Example) -> list[tuple[str, str]]:
    marked = [piece.partition("]")[0] for piece in example.marked.split("[")[1:]]
    return list(zip(marked, example.found.split(), strict=True))


@pytest.mark.parametrize(("table", "rule"), ROWS)
def test_the_example_of_a_rule_is_read_as_it_says(table: RuleTable[Any, Any], rule: Rule[Any, Any]) -> None:
    assert _found(rule.example) == _wanted(rule.example)


@pytest.mark.parametrize(("table", "rule"), ROWS)
def test_without_a_rule_its_example_is_not_read_so(
    table: RuleTable[Any, Any], rule: Rule[Any, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(table, "rows", tuple(row for row in table.rows if row is not rule))
    assert _found(rule.example) != _wanted(rule.example)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_rules_of_a_table_have_names_of_their_own(table: RuleTable[Any, Any]) -> None:
    names = [rule.id for rule in table.rows]
    assert names
    assert len(names) == len(set(names))


def test_tables_have_names_of_their_own() -> None:
    names = [table.name for table in TABLES]
    assert len(names) == len(set(names))
