"""The house as its files stand: which import which, what they are called, and who alone may speak SQL."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.cli.nzn import ROOT

FILES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted((ROOT / "nzn_cli").rglob("*.py"))
}
VERB_ROOMS = ("cli/commands", "query", "render")  # what is called, asked and shown by one name
PARALLEL = {
    frozenset({"model/answers.py", "render/answers.py"}): "the records of answers, and how each is shown",
    frozenset({"model/annotations.py", "freshness/annotations.py"}): "the records of annotations, and their update",
    frozenset({"guard.py", "annotate/guard.py"}): "the guard, and the annotators with it round them",
    frozenset({"store/schema.py", "cli/commands/schema.py"}): "tables of SQLite, and the command named for JSON Schema",
}


def imported(path: Path) -> Iterator[str]:
    """Yield the modules of the package that a file imports at any time; what types alone need is left out."""
    tree = ast.parse(path.read_text("utf-8"))
    typed = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        for statement in node.body
        for inner in ast.walk(statement)
    }
    for node in ast.walk(tree):
        if id(node) in typed:
            continue
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names if each.name in FILES)
        elif isinstance(node, ast.ImportFrom) and node.module in FILES:
            for each in node.names:
                below = f"{node.module}.{each.name}"
                yield below if below in FILES else node.module


IMPORTS = {module: sorted(set(imported(path)) - {module}) for module, path in FILES.items()}


def ring(imports: Mapping[str, list[str]]) -> list[str]:
    """Return modules that import each other in a ring, in order; empty when there is none."""
    done: set[str] = set()

    def follow(module: str, trail: list[str]) -> list[str]:
        if module in trail:
            return trail[trail.index(module) :]
        if module in done:
            return []
        for other in imports.get(module, []):
            if found := follow(other, [*trail, module]):
                return found
        done.add(module)
        return []

    return next((found for module in imports if (found := follow(module, []))), [])


def test_no_modules_form_a_ring() -> None:
    assert ring(IMPORTS) == []


def test_a_ring_is_seen() -> None:
    assert ring({"a": ["b"], "b": ["c", "d"], "c": [], "d": ["b"]}) == ["b", "d"]


def test_no_two_files_have_one_name_without_a_reason() -> None:
    named: dict[str, list[str]] = defaultdict(list)
    for path in FILES.values():
        if path.name != "__init__.py":
            named[path.name].append(path.relative_to(ROOT / "nzn_cli").as_posix())
    twice = {
        name: places
        for name, places in named.items()
        if len(places) > 1
        and frozenset(places) not in PARALLEL
        and not all(place.removesuffix(f"/{name}") in VERB_ROOMS for place in places)
    }
    assert twice == {}


def test_query_asks_the_stores_public_door_alone() -> None:
    below = ("store", "search", "freshness", "annotate", "linking", "normalise", "documents")
    asked = {
        other
        for module, others in IMPORTS.items()
        if module.startswith("nzn_cli.query")
        for other in others
        if other.split(".")[1] in below
    }
    assert asked == {"nzn_cli.store.store"}


OWN_DATABASE = "nzn_cli.render.export.database"  # an export that is one


@pytest.mark.parametrize("room", ["cli", "render"])
def test_no_sql_and_no_database_above_query(room: str) -> None:
    for module, path in FILES.items():
        if module.startswith(f"nzn_cli.{room}.") and module != OWN_DATABASE:
            text = path.read_text("utf-8")
            assert not any(word in text for word in ("sqlite3", "SELECT ", "INSERT ", "PRAGMA ")), module


# what the glossary has a word for, or what says of itself only that it is over
NO_NAMES = {"asked", "built", "called", "compiled", "drawn", "given", "heard"}
NO_NAMES |= {"near", "offered", "read", "shown", "swept", "taken", "told"}


def test_a_public_name_says_what_comes_back_or_what_is_done() -> None:
    bare = [
        f"{module}.{node.name}"
        for module, path in FILES.items()
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name.lower() in NO_NAMES
    ]
    assert bare == []
