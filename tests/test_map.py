"""The map of the package is true: every file that it names is there, and every room has a door and a row."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "nzn_cli"
MAP = (PACKAGE / "README.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`([\w/]+(?:\.py|\.txt|/))`", MAP)))
ROOMS = sorted({path.parent.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py")} - {"."})


@pytest.mark.parametrize("name", NAMED)
def test_what_the_map_names_is_there(name: str) -> None:
    root = PACKAGE.parent if name.startswith("tests/") else PACKAGE
    assert (root / name).exists()


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_has_a_row_and_a_door(room: str) -> None:
    assert f"| `{room}/` |" in MAP
    door = ast.get_docstring(ast.parse((PACKAGE / room / "__init__.py").read_text(encoding="utf-8")))
    assert door is not None
    assert len(door) > 40


def test_the_map_names_many() -> None:
    assert len(NAMED) > 60
