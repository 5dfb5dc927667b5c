"""The README is true: each example prints what it shows, and the two commands stand alone in the first block."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.console import UPDATE, agrees, fences, play, steps

README = Path(__file__).resolve().parent.parent / "README.md"


def test_first_block_is_the_two_commands() -> None:
    block = re.search(r"^```sh\n(.*?)^```$", README.read_text("utf-8"), re.M | re.S)
    assert block is not None
    install, test = block[1].strip().split("\n")
    assert install.endswith("nzn list")
    assert "pytest" in test


@pytest.mark.parametrize(("columns", "text"), fences(README.read_text("utf-8")))
def test_examples_print_what_they_show(columns: int, text: str, tmp_path: Path) -> None:
    for step in steps(text):
        shown = play(step.command, tmp_path, columns)
        if UPDATE and "…" not in step.expected.split("\n") and not agrees(step.expected, shown):
            whole = README.read_text("utf-8")
            README.write_text(
                whole.replace(f"$ {step.command}\n{step.expected}", f"$ {step.command}\n{shown}"), "utf-8"
            )
            continue
        assert agrees(step.expected, shown), f"$ {step.command}\n{shown}"
