"""Runs nzn the two ways that users do: into a pipe, and in a terminal of a given width."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from tests.console import play

ROOT = Path(__file__).resolve().parent.parent.parent
NZN = [sys.executable, "-m", "nzn_cli"]


class Ran(NamedTuple):
    """What a run left: exit code, standard output, standard error."""

    code: int
    out: str
    err: str


def nzn(*words: str, cwd: Path | None = None, env: dict[str, str] | None = None, stdin: bytes = b"") -> Ran:
    """Return what `nzn words` prints into pipes."""
    surroundings = os.environ | {"PYTHONPATH": str(ROOT)} | (env or {})
    done = subprocess.run([*NZN, *words], cwd=cwd, env=surroundings, input=stdin, capture_output=True, check=False)
    return Ran(done.returncode, done.stdout.decode("utf-8", "surrogateescape"), done.stderr.decode())


def on_terminal(line: str, cwd: Path, columns: int = 80, env: dict[str, str] | None = None) -> str:
    """Return what the command line shows on a terminal, standard error among it."""
    surroundings = {"PYTHONPATH": str(ROOT)} | (env or {})
    return play(line.replace("nzn ", f"{sys.executable} -m nzn_cli ", 1), cwd, columns, surroundings)
