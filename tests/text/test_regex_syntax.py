"""What `re` keeps to itself: read where it is there, and every answer of grep the same where it is not."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from nzn_cli.search.required_literals import AllOf, finder, requirements
from nzn_cli.text.regex_syntax import op, parsed
from tests.cli.nzn import ROOT

LACKING = """
import re
import sys
for name in {lacking!r}:
    sys.modules[name] = None
from nzn_cli.cli.run import run
sys.exit(run(sys.argv[1:], {{**__import__("os").environ}}))
"""
LINES = (
    ["grep", "NATO"],
    ["grep", "-i", "training mission"],
    ["grep", r"\d{4}", "--in", "title,body"],
    ["grep", "-c", r"[A-Z]\w+ (Mark|Peters)"],
    ["grep", "-l", "-e", "Iraq", "-e", "Afghan\\w*", "--all-of"],
)


def test_an_expression_is_parsed_as_re_does() -> None:
    found = parsed("(?i)a")
    assert found is not None
    assert (found.items[0][0] is op.LITERAL, found.flags & 2) == (True, 2)
    assert parsed("(") is None


@pytest.mark.parametrize("parser", [None, SimpleNamespace()], ids=["no module", "no function"])
def test_without_the_parser_nothing_is_ruled_out(parser: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "re._parser", parser)
    assert parsed("NATO") is None
    assert requirements("NATO") == AllOf(())
    assert finder("NATO") is None


@pytest.mark.parametrize("lacking", [["re._parser"], ["re._parser", "re._constants"]], ids=str)
@pytest.mark.parametrize("line", LINES, ids=" ".join)
def test_grep_reads_everything_and_is_right(line: list[str], lacking: list[str], seeds: Path) -> None:
    environ = os.environ | {"NZN_DIR": str(seeds), "PYTHONPATH": str(ROOT)}
    ran = [
        subprocess.run(
            [sys.executable, "-c", LACKING.format(lacking=names), *line, "--json"],
            env=environ,
            capture_output=True,
            check=True,
        ).stdout
        for names in ([], lacking)
    ]
    assert len(ran[0]) > 10
    assert ran[0] == ran[1]
