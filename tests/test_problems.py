"""Every code stands once in the table, is said somewhere, and says something whole."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

import nzn_cli
from nzn_cli.model.problems import CODES, problem

SOURCES = "\n".join(path.read_text() for path in Path(nzn_cli.__file__).parent.rglob("*.py"))


@pytest.mark.parametrize("code", CODES)
def test_a_code_is_used_and_whole(code: str) -> None:
    assert len(re.findall(f'"{code}"', SOURCES)) > 1, "declared, but never said"
    fields = {name for text in CODES[code] if text for _, name, _, _ in Formatter().parse(text) if name}
    one = problem(code, 3, **dict.fromkeys(fields, "{x}"))
    assert (one.code, one.line) == (code, 3)
    assert one.message.count("{x}") + (one.hint or "").count("{x}") >= len(fields)
    assert "\n" not in one.message


def test_no_other_code_is_said() -> None:
    said = set(re.findall(r'problem\(\s*"([a-z-]+)"', SOURCES))
    assert said <= CODES.keys()
