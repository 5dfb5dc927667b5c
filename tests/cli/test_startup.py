"""What a start loads: the product is that little. By module list, not by milliseconds."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.nzn import ROOT

HEAVY = ("rich", "dateparser", "rapidfuzz", "pydantic", "frontmatter", "yaml", "jsonschema", "multiprocessing")
SCRIPT = """
import sys
sys.path.insert(0, {root!r})
import os
from nzn_cli.cli.run import run
code = run({words!r}, os.environ)
print("\\n".join(sys.modules), file=sys.stderr)
sys.exit(code)
"""


def _loaded(words: list[str], seeds: Path) -> set[str]:
    ran = subprocess.run(
        [sys.executable, "-c", SCRIPT.format(root=str(ROOT), words=words)],
        capture_output=True,
        text=True,
        env=os.environ | {"NZN_DIR": str(seeds)},
        check=False,
    )
    assert ran.returncode == 0, ran.stderr[-300:]
    return set(ran.stderr.split("\n"))


@pytest.fixture(scope="module")
def warm() -> Path:
    """Return the folder of the built-in documents with its index up to date."""
    seeds = ROOT / "seeds"
    for words in (["list"], ["who"], ["timeline"]):
        _loaded(words, seeds)
    return seeds


@pytest.mark.parametrize(
    "line",
    [
        "list --json",
        "list",
        "list --minister Peters --jsonl",
        "list --since 2018 --csv",
        "show 000 --json",
        "count --by year",
        "who --json",
        "timeline --jsonl",
        "grep NATO",
        "--help",
        "list --help",
        "help dates",
    ],
)
def test_a_warm_start_loads_nothing_heavy(line: str, warm: Path) -> None:
    loaded = _loaded(line.split(), warm)
    assert not {name for name in HEAVY if name in loaded}


def test_list_loads_its_own_command_only(warm: Path) -> None:
    loaded = _loaded(["list", "--json"], warm)
    commands = {name for name in loaded if name.startswith("nzn_cli.cli.commands.")}
    assert commands == {"nzn_cli.cli.commands.list"}
    rendered = {name.removeprefix("nzn_cli.render.") for name in loaded if name.startswith("nzn_cli.render.")}
    assert rendered == {"answers", "formats", "json_", "page", "plain", "safe"}
    assert (
        not {"nzn_cli.annotate.guard", "nzn_cli.annotate.people.find_people", "nzn_cli.annotate.dates.date_spans"}
        & loaded
    )
    assert not {"nzn_cli.documents.read", "nzn_cli.query.people", "nzn_cli.query.grep"} & loaded


def test_help_and_version_load_less(warm: Path) -> None:
    loaded = _loaded(["--help"], warm)
    assert "typer" not in loaded
    assert "nzn_cli.model.answers" not in loaded
    version = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "nzn_cli", "--version"],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=True,
    )
    assert "typer" not in version.stderr
    assert "nzn_cli.cli" not in version.stderr


def test_a_table_loads_rich_and_no_more_of_it_than_tables_need(warm: Path) -> None:
    loaded = _loaded(["list", "-O", "table"], warm)
    assert "rich.table" in loaded
    assert not {"rich.markdown", "rich.progress", "rich.traceback", "pygments", "markdown_it"} & loaded
