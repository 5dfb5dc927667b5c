"""Every example of every --help does what its comment says, on the documents that come with nzn."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from nzn_cli.cli.help_text import OVERALL
from nzn_cli.cli.recipes import RECIPES
from nzn_cli.cli.topics import topic
from nzn_cli.cli.verbs import SHOWN
from tests.cli.keyboard import program

EXAMPLES = sorted({example.line for verb in SHOWN for example in verb.examples} | {example.line for example in OVERALL})
# what finds nothing or finds fault on the built-in documents, as its comment says or allows
CODES = {"nzn check": 1}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a home with the folder that the examples name; the cache of one is there for the next."""
    home = tmp_path_factory.mktemp("home")
    shutil.copytree(Path(__file__).resolve().parent.parent.parent / "seeds", home / "stories")
    return home


@pytest.mark.parametrize("line", EXAMPLES)
def test_example(line: str, home: Path) -> None:
    if "jq" in line and shutil.which("jq") is None:
        assert os.environ.get("NZN_CI") != "1"
        pytest.skip("jq is not installed")
    if line.startswith("nzn cluster"):
        pytest.importorskip("pyspark")
    if line.startswith(("nzn index export", "nzn index import")):
        pytest.importorskip("duckdb")
        pytest.importorskip("sqlglot")
    environ = os.environ | {
        "HOME": str(home),
        "PATH": f"{program(home)}{os.pathsep}{os.environ['PATH']}",
        "XDG_CACHE_HOME": str(home / "cache"),
    }
    ran = subprocess.run(["bash", "-c", line], cwd=home, env=environ, capture_output=True, text=True, check=False)
    assert ran.returncode == CODES.get(line, 0), ran.stderr
    assert ran.stdout or line.startswith("nzn index clear")
    assert "fault" not in ran.stderr


TASKS = {recipe.line for recipe in RECIPES}


@pytest.mark.parametrize("line", sorted(TASKS))
def test_task(line: str, home: Path) -> None:
    """A task of other documents finds nothing in these, and is understood."""
    environ = os.environ | {
        "HOME": str(home),
        "PATH": f"{program(home)}{os.pathsep}{os.environ['PATH']}",
        "XDG_CACHE_HOME": str(home / "cache"),
    }
    ran = subprocess.run(["bash", "-c", line], cwd=home, env=environ, capture_output=True, text=True, check=False)
    assert ran.returncode in (0, 1), ran.stderr
    assert bool(ran.stdout) == (ran.returncode == 0)


LINES = [line.strip() for line in topic("recipes").split("\n") if line.startswith("  nzn ")]


@pytest.mark.parametrize("line", [line for line in LINES if line not in TASKS and not re.search("fzf|datasette", line)])
def test_recipe(line: str, home: Path) -> None:
    test_example(line, home)


def test_matches_are_places_to_vim(home: Path) -> None:
    if shutil.which("vim") is None:
        pytest.skip("vim is not installed")
    program(home)
    said = """-c 'redir! > place' -c 'echo expand("%:t") line(".")' -c qa"""
    line = f"vim -Nu NONE -es -q <({home}/bin/nzn -d stories grep -w ISAF) {said} </dev/null"
    environ = os.environ | {"HOME": str(home), "XDG_CACHE_HOME": str(home / "cache")}
    subprocess.run(["bash", "-c", line], cwd=home, env=environ, capture_output=True, check=False)
    assert (home / "place").read_text("utf-8").split() == ["003_d540749bced65822.txt", "23"]
