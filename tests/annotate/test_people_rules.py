"""Every rule of people: its example is read as it says, and without the rule it is not."""

from __future__ import annotations

import importlib
import pkgutil
import re
from typing import Any

import pytest

from nzn_cli.annotate import people
from nzn_cli.annotate.people import candidates, features, find_people
from nzn_cli.annotate.rule_table import Rule, RuleTable
from nzn_cli.model.annotations import RoleSpan, TextPeople


def _tables() -> list[RuleTable[Any, Any]]:
    modules = [importlib.import_module(f"{people.__name__}.{m.name}") for m in pkgutil.iter_modules(people.__path__)]
    held = [value for module in modules for value in vars(module).values() if isinstance(value, RuleTable)]
    return list({id(table): table for table in held}.values())


TABLES = _tables()
ROWS = [pytest.param(table, rule, id=f"{table.name}: {rule.id}") for table in TABLES for rule in table.rows]


def _plain(example: str) -> str:
    return re.sub(r"@[^}]*(?=})", "", example).translate(dict.fromkeys(map(ord, "[]{}")))


def _people(example: str) -> TextPeople:
    """Return the people of an example, of which nothing is remembered from before."""
    for cached in (candidates.plan, features.of_words, features.of_known):
        cached.cache_clear()
    return find_people(_plain(example))


def _marked(example: str) -> str:
    """Return an example with what is found in it: mentions in [ ], roles in { }, what they are of behind @."""
    found, text = _people(example), _plain(example)
    marks = [(m.char_start, "[") for m in found.mentions] + [(m.char_end, "]") for m in found.mentions]
    marks += [(r.char_start, "{") for r in found.roles] + [(r.char_end, f"{_place(r)}}}") for r in found.roles]
    for at, mark in sorted(marks, reverse=True):
        text = text[:at] + mark + text[at:]
    return text


def _place(role: RoleSpan) -> str:
    """Return what a role is of where its own words do not say it."""
    return "".join(f"@{of}" for of in (role.country, role.organisation) if of and of not in role.text)


@pytest.mark.parametrize(("table", "rule"), ROWS)
def test_the_example_of_a_rule_is_read_as_it_says(table: RuleTable[Any, Any], rule: Rule[Any, Any]) -> None:
    assert _marked(rule.example) == rule.example


@pytest.mark.parametrize(("table", "rule"), ROWS)
def test_without_a_rule_its_example_is_not_read_so(
    table: RuleTable[Any, Any], rule: Rule[Any, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(table, "rows", tuple(row for row in table.rows if row is not rule))
    assert _marked(rule.example) != rule.example


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_rules_of_a_table_have_names_of_their_own(table: RuleTable[Any, Any]) -> None:
    names = [rule.id for rule in table.rows]
    assert names
    assert len(names) == len(set(names))


def test_tables_have_names_of_their_own() -> None:
    names = [table.name for table in TABLES]
    assert len(names) == len(set(names))
