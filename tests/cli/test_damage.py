"""Flipped bits in an index that its seal still calls whole: every command ends as it would, never as a fault of nzn."""

from __future__ import annotations

import json
import os
import random
import sqlite3
import sys
import warnings
from pathlib import Path

import pytest

import nzn_cli.cli.app  # noqa: F401  loaded once, before the forks
from nzn_cli.__main__ import _answered
from nzn_cli.cli.verbs import SHOWN
from tests.freshness.corpus import write

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="each command runs in a fork")
ROUNDS = int(os.environ.get("NZN_FLIPS", "40"))
AT_A_TIME = 3  # commands asked of one damaged index
COMMANDS = (
    "list --json",
    "list --since 2019-03-05",
    "list -O table",
    "who",
    "who --json",
    "who Vandermeer",
    "who --mentions --jsonl",
    "who --explain",
    "quotes --json",
    "kwic harbour --json",
    "words --near harbour --json",
    "cite none.md",
    "export - --as csl",
    "what",
    "what --acronyms --json",
    "timeline",
    "timeline --json",
    "search harbour --json",
    "grep -n harbour",
    "grep -c met",
    "count",
    "count --by month --json",
    "fields --json",
    "fields minister",
    "check --json",
    "show doc3 --json",
    "show doc3 --dates",
    "show doc3 --raw",
    "index status",
    "overview",
    "__complete zsh list --minister J",
)


class Cache:
    """The one index of a folder, that can be damaged so that its seal does not tell."""

    def __init__(self, folder: Path, cache: Path) -> None:
        self.environ = {"NZN_DIR": str(folder), "NZN_CACHE_DIR": str(cache)}
        for command in ("index build", "__complete zsh list --minister J"):
            assert asked(command, self.environ)[0] == 0
        [self.path] = cache.glob("*.db")
        self._seal = self.path.with_suffix(".seal")
        self._held = self.path.read_bytes(), self._seal.read_bytes(), self.path.stat()

    def restore(self, draw: random.Random | None = None, flips: int = 0) -> bytes:
        """Lay the index as it was but for some bits; return its bytes."""
        data, seal, status = self._held
        spoilt = bytearray(data)
        for _ in range(flips if draw else 0):
            spoilt[draw.randrange(len(spoilt))] ^= 1 << draw.randrange(8)  # type: ignore[union-attr]
        self.path.write_bytes(spoilt)
        self._seal.write_bytes(seal)
        self.seal_in_time(status)
        for path in (self.path, self._seal):
            path.chmod(0o600)
        return bytes(spoilt)

    def seal_in_time(self, status: os.stat_result | None = None) -> None:
        """Give the file the time that its seal names."""
        held = status or self._held[2]
        os.utime(self.path, ns=(held.st_atime_ns, held.st_mtime_ns))


def asked(command: str, environ: dict[str, str]) -> tuple[int, str]:
    """Return exit code and all that is said of a command that runs in a fork."""
    ours, theirs = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        pid = os.fork()
    if not pid:
        code = 99
        try:
            os.environ.update(environ)
            for stream in (1, 2):
                os.dup2(theirs, stream)
            sys.stdin, sys.stdout, sys.stderr = open(os.devnull), open(1, "w"), open(2, "w")  # noqa: SIM115
            code = _answered(command.split())
            sys.stdout.flush()
            sys.stderr.flush()
        finally:
            os._exit(code)
    os.close(theirs)
    with os.fdopen(ours, "rb") as pipe:
        said = pipe.read()
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), said.decode("utf-8", "replace")


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Cache:
    top = tmp_path_factory.mktemp("damaged")
    write(top / "corpus", 30)
    return Cache(top / "corpus", top / "cache")


def test_every_command_is_asked() -> None:
    silent = {"schema", "completion", "help", "init", "cluster"}  # these ask no index
    silent |= {"report", "mcp"}  # and these put the questions of others: all that they ask is asked here
    assert {verb.name for verb in SHOWN} - silent <= {command.split()[0] for command in COMMANDS}


def test_what_the_seal_calls_whole_is_believed(cache: Cache) -> None:
    cache.restore()
    connection = sqlite3.connect(cache.path)
    connection.execute("UPDATE document SET title = 'spoilt'")
    connection.commit()
    connection.close()
    cache.seal_in_time()
    assert "spoilt" in asked("list", cache.environ)[1]


@pytest.mark.parametrize("number", range(ROUNDS))
def test_flipped_bits_are_no_fault(cache: Cache, number: int) -> None:
    draw = random.Random(number)
    flips = (1, 10, 100, 400)[number % 4]
    for command in draw.sample(COMMANDS, AT_A_TIME):
        cache.restore(draw, flips)
        code, said = asked(command, cache.environ)
        assert code in (0, 1, 2), (command, said)
        assert "Traceback" not in said


ROWS = (
    ("UPDATE document SET meta = '{\"title\"x'", "list --json"),
    ("UPDATE document SET meta = 7, words = 'many'", "list --json"),
    ("UPDATE document SET title = x'ff00', folder = 9", "list --json"),
    ("UPDATE document SET title = CAST(x'ff00' AS TEXT)", "list"),
    ("UPDATE document SET warnings = '[[1]]'", "check --json"),
    ("UPDATE document SET ministers = 'x'", "list --json"),
    ("UPDATE body SET text = x'35'", "show doc3 --json"),
    ("UPDATE body SET text = NULL WHERE doc = 3", "grep -n harbour"),
    ("UPDATE event SET char_start = 'a'", "timeline --json"),
    ("UPDATE event SET text = x'00', char_end = 'x'", "timeline --json"),
    ("UPDATE person_summary SET summary = '{', variants = '['", "who --json"),
    ("UPDATE person SET documents = 'x', mentions = x'01'", "who --json"),
    ("UPDATE snapshot SET signatures = x'01'", "list --json"),
    ("UPDATE snapshot SET folder = 'x'", "list --json"),
    ("UPDATE snapshot SET identity = 5, files = 6", "list --json"),
    ("UPDATE setting SET value = x'00'", "list --json"),
    ("UPDATE posting SET numbers = x'ff'", "grep -n harbour"),
)


@pytest.mark.parametrize(("script", "command"), ROWS)
def test_rows_that_nzn_never_writes_cost_the_index_not_the_answer(cache: Cache, script: str, command: str) -> None:
    right = asked(f"{command} --no-index", cache.environ)
    assert right[0] == 0
    cache.restore()
    connection = sqlite3.connect(cache.path)
    connection.execute("PRAGMA ignore_check_constraints = ON")
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute("UPDATE sqlite_master SET sql = replace(sql, ' NOT NULL', '')")
    connection.commit()
    connection.close()
    connection = sqlite3.connect(cache.path)
    connection.execute(script)
    connection.execute("PRAGMA writable_schema = ON")
    for name, sql in cache_schema(cache):
        connection.execute("UPDATE sqlite_master SET sql = ? WHERE name = ?", (sql, name))
    connection.commit()
    connection.close()
    cache.seal_in_time()
    for _ in range(2):
        assert asked(command, cache.environ) == right


def cache_schema(cache: Cache) -> list[tuple[str, str]]:
    """Return the statements that the tables were made with."""
    connection = sqlite3.connect(":memory:")
    connection.deserialize(cache._held[0])
    found = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    connection.close()
    return found


def test_json_that_was_begun_is_ended_by_the_right_records(cache: Cache) -> None:
    cache.restore()
    connection = sqlite3.connect(cache.path)
    connection.execute("UPDATE document SET meta = '{' WHERE path LIKE '%doc7.md'")
    connection.commit()
    connection.close()
    cache.seal_in_time()
    code, said = asked("list --json", cache.environ)
    assert (code, len(json.loads(said))) == (0, 30)
