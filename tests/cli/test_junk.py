"""Whatever is typed, tens of thousands of letters long: an answer or one sentence, no fault, not for ever."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from nzn_cli.cli.options import Option
from nzn_cli.cli.run import run
from nzn_cli.cli.verbs import VERBS, Verb
from tests.cli.nzn import ROOT

LONG = 50_000  # a command line holds 128 KB a word; a pattern is compiled in proportion
JUNK = {
    "one word": "a" * LONG,
    "digits": "9" * LONG,
    "brackets": "[" * LONG,
    "parentheses": "(" * (LONG // 2) + ")" * (LONG // 2),
    "braces": "{" * 500 + "a" + "}" * 500,
    "many braces": "{a,b}" * (LONG // 5),
    "stars": "*a" * (LONG // 2),
    "keys": ",".join(f"k{number}" for number in range(10_000)),
    "one key": "title," * (LONG // 6),
    "a comparison": "title=" + "x" * LONG,
    "a large number": "words>=" + "9" * LONG,
    "groups": "title~" + "(" * (LONG // 2) + ")" * (LONG // 2),
    "optional letters": "title~" + "(a?)" * (LONG // 4),
    "operators": "=<>!~" * (LONG // 5),
    "blanks": "x" + " " * LONG + "y",
    "names": "Ab " * (LONG // 3),
    "folders": "a/" * (LONG // 2),
    "lines": "a\n" * (LONG // 2),
    "no text": os.fsdecode(b"\xff\xfe" * (LONG // 2)),
    "odd letters": "é\u202e𝟘²" * (LONG // 4),
    "a number": "18446744073709551616",
}
ARGUMENTS = {"show": ["000"], "grep": ["the"], "search": ["the"], "schema": ["list"], "completion": ["bash"]}
READS = ("--dir", "--file")  # a name of 100,000 letters is one that the system refuses


FEW = ("one word", "digits", "keys", "one key", "no text", "a number")  # for what is a number or one of a few words


def _valued() -> list[tuple[Verb, Option]]:
    """Every option that takes a value, once, and those again that each verb reads in its own way."""
    found: dict[str, tuple[Verb, Option]] = {}
    for verb in VERBS:
        for option in verb.options:
            own = f"{verb.name} " if option.name in ("sort", "fields", "by", "in") else ""
            if option.takes_value and option.flags[-1] not in READS:
                found.setdefault(own + option.flags[-1], (verb, option))
    return list(found.values())


@pytest.fixture(autouse=True)
def _elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What is given the name of a file to write writes it there; what would never end is stopped soon."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("nzn_cli.query.patience.SECONDS", 0.5)


def ended(line: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    """Run nzn on the seeds; fail for a fault, and for a sentence that is none."""
    code = run(line, os.environ | {"NZN_DIR": str(ROOT / "seeds")})
    error = capfd.readouterr().err
    assert code in (0, 1, 2), error[:300]
    assert len(error) < 2500
    assert "Traceback" not in error


@pytest.mark.parametrize(("verb", "option"), _valued(), ids=lambda one: getattr(one, "name", ""))
def test_of_options(verb: Verb, option: Option, capfd: pytest.CaptureFixture[str]) -> None:
    read = option.name in ("sort", "fields", "near") and verb.name != "list"
    few = option.kind == "number" or option.choices or read
    for junk in [JUNK[name] for name in FEW] if few else JUNK.values():
        ended([verb.name, *ARGUMENTS.get(verb.name, []), f"{option.flags[-1]}={junk}"], capfd)


@pytest.mark.parametrize("name", [verb.name for verb in VERBS if verb.arguments])
def test_of_arguments(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    for junk in JUNK.values():
        ended([name, "--", junk], capfd)


def test_of_several_options_at_once(capfd: pytest.CaptureFixture[str]) -> None:
    for flag in ("--minister", "--person", "--title", "--glob", "--has", "--no", "--site", "--portfolio"):
        ended(["list", *(f"{flag}=title{number}" for number in range(3000))], capfd)
    for number in (499, 3000):
        ended(["list", *["--where=title!=x", "--no=nothing", "--title=a"] * number], capfd)
        ended(["list", *["--no=nothing"] * number], capfd)
        ended(["list", *["--title=a"] * number], capfd)


@pytest.mark.parametrize(
    "line",
    [
        "list", "grep the", "grep -c the", "grep -l the", "search the", "who", "who peters", "who --mentions",
        "who --explain", "timeline", "timeline --by year", "count", "count --by year", "fields", "fields title",
        "check",
    ],
)  # fmt: skip
def test_every_order_is_obeyed_or_refused(line: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run([*line.split(), "--sort", "no-such-key"], os.environ | {"NZN_DIR": str(ROOT / "seeds")}) == 2
    assert "sort" in capfd.readouterr().err
