"""The tables of options and verbs are sound, and what is generated from them is up to date."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from nzn_cli.cli import app, man
from nzn_cli.cli.arguments import arranged, awaits_value, valued
from nzn_cli.cli.completion.shells import FILES, script
from nzn_cli.cli.help_text import of_verb, overall
from nzn_cli.cli.options import FORMAT_NAMES, HELP, SHARED
from nzn_cli.cli.run import run
from nzn_cli.cli.topics import CODES, topic
from nzn_cli.cli.verbs import SHELLS, SHOWN, TOPICS, VERBS, Verb
from nzn_cli.render.formats import FORMATS
from tests.cli.nzn import ROOT, nzn
from tests.render.snapshot import UPDATE

# ripgrep's letters keep ripgrep's long names; -d and -j are the two exceptions
RIPGREP = {
    "-e": "--regexp",
    "-f": "--file",
    "-i": "--ignore-case",
    "-s": "--case-sensitive",
    "-S": "--smart-case",
    "-w": "--word-regexp",
    "-F": "--fixed-strings",
    "-v": "--invert-match",
    "-l": "--files-with-matches",
    "-c": "--count",
    "-o": "--only-matching",
    "-A": "--after-context",
    "-B": "--before-context",
    "-C": "--context",
    "-m": "--max-count",
    "-q": "--quiet",
    "-0": "--null",
    "-n": "--line-number",
    "-N": "--no-line-number",
    "-g": "--glob",
    "-t": "--type",
    "-T": "--type-not",
    "-L": "--follow",
    "-h": "--help",
    "-V": "--version",
}
OURS = {"-d": "--dir", "-j": "--json", "-O": "--format", "-k": "--sort"}


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_letters_are_ripgreps(verb: Verb) -> None:
    for option in (*verb.options, HELP):
        letters = [flag for flag in option.flags if not flag.startswith("--")]
        for letter in letters:
            assert (RIPGREP | OURS)[letter] == option.flags[-1]


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_no_flag_stands_twice(verb: Verb) -> None:
    flags = [flag for option in (*verb.options, HELP) for flag in option.flags]
    assert len(flags) == len(set(flags))


def test_a_flag_takes_a_value_everywhere_or_nowhere() -> None:
    without = {flag for verb in VERBS for option in verb.options if not option.takes_value for flag in option.flags}
    assert not without & valued()


def test_formats_are_those_of_render() -> None:
    assert tuple(FORMATS) == FORMAT_NAMES


@pytest.mark.parametrize("verb", SHOWN, ids=lambda verb: verb.name)
def test_typer_knows_every_option_and_no_other(verb: Verb) -> None:
    declared = {flag for option in (*verb.options, HELP) for flag in option.flags}
    command = app.typer_command(verb)
    known = {flag for param in command.params for flag in param.opts if flag.startswith("-")}
    assert known | set(HELP.flags) == declared


@pytest.mark.parametrize("verb", SHOWN, ids=lambda verb: verb.name)
def test_help_shows_every_option_and_examples_first(verb: Verb) -> None:
    text = of_verb(verb)
    assert text.index("Examples:") < text.index("Usage:")
    for option in verb.options:
        assert option.flags[-1] in text
    assert max(map(len, text.split("\n"))) <= 100
    assert nzn(verb.name, "--help").out == text == nzn("help", verb.name).out


@pytest.mark.parametrize("verb", SHOWN, ids=lambda verb: verb.name)
def test_short_help_has_the_options_of_the_command_alone(verb: Verb) -> None:
    text = of_verb(verb, short=True)
    shown = set(re.findall(r"(?m)^  (?:-\w, |    )?(--[\w-]+)", text[text.index("Usage:") :]))
    assert shown == {option.flags[-1] for option in verb.own}
    assert text.startswith(of_verb(verb)[: of_verb(verb).index("Usage:")])
    assert nzn(verb.name, "-h").out == text


@pytest.mark.parametrize("verb", SHOWN, ids=lambda verb: verb.name)
def test_help_has_no_format_that_is_refused(verb: Verb, capfd: pytest.CaptureFixture[str]) -> None:
    if verb.option("--format") is None:
        return
    text = " ".join(of_verb(verb).split())
    offered = re.search(r"how to print it: ([\w, ]+?) -j", text)
    for name in FORMAT_NAMES if offered else ():
        run([verb.name, *(["000"] if verb.name in ("show", "grep", "search") else []), "-O", name], os.environ)
        refused = "has no format" in capfd.readouterr().err
        assert not refused or name not in offered[1].split(", "), name  # type: ignore[index]


def test_help_of_all() -> None:
    text = overall()
    assert text == nzn("--help").out == nzn("help").out
    short = overall(short=True)
    assert short == nzn("-h").out
    assert short[: short.index("nzn COMMAND -h")] == text[: text.index("Options of every")]
    assert all(f"  {verb.name} " in text for verb in SHOWN)
    assert all(option.flags[-1] in text for option in SHARED)


@pytest.mark.parametrize("name", TOPICS)
def test_topics(name: str) -> None:
    assert nzn("help", name).out == topic(name)
    assert max(map(len, topic(name).split("\n"))) <= 79


def test_settings_that_help_shows_are_settings(tmp_path: Path) -> None:
    from nzn_cli.config.load import load_settings

    lines = [line[2:] for line in topic("config").split("\n") if line.startswith("  ")]
    (tmp_path / ".nzn.toml").write_text("\n".join(lines), "utf-8")
    folder = load_settings([str(tmp_path)], {}, str(tmp_path)).folders[0]
    assert folder.queries == {"summit": ("--minister", "Ardern")}
    assert folder.day_first is False
    assert folder.facts
    assert folder.aliases
    assert folder.not_same


def test_topic_of_exit_codes_names_them_all() -> None:
    assert [code for code, _ in CODES] == [0, 1, 2, 3, 70, 130]
    assert all(f"{code}  " in topic("exit-codes") for code, _ in CODES)


def test_topic_of_the_environment_names_every_variable_of_ours() -> None:
    sources = "".join(path.read_text("utf-8") for path in (ROOT / "nzn_cli").rglob("*.py"))
    read = set(re.findall(r'"(NZN_[A-Z_]+)"', sources))
    assert "NZN_PROGRESS" in read
    assert read == set(re.findall(r"NZN_[A-Z_]+", topic("environment")))
    assert read <= set(re.findall(r"NZN_[A-Z_]+", (ROOT / "README.md").read_text("utf-8")))


def _kept(path: Path, text: str) -> None:
    if UPDATE:
        path.write_text(text, "utf-8")
    assert path.read_text("utf-8") == text


@pytest.mark.parametrize("shell", SHELLS)
def test_completions_are_what_the_command_prints(shell: str) -> None:
    assert nzn("completion", shell).out == script(shell)
    _kept(ROOT / "completions" / FILES[shell], script(shell))


def test_man_page_is_up_to_date_and_whole() -> None:
    page = man.page()
    _kept(ROOT / "nzn_cli" / "man" / "nzn.1", page)
    for verb in SHOWN:
        assert f"nzn {verb.name}" in page
        for option in verb.options:
            assert option.flags[-1].replace("-", "\\-") in page


def test_version() -> None:
    from nzn_cli import __version__

    assert f'version = "{__version__}"' in (ROOT / "pyproject.toml").read_text("utf-8")
    for words in (("--version",), ("-V",), ("--no-pager", "-V"), ("-V", "list")):
        assert nzn(*words) == (0, f"nzn {__version__}\n", "")


@pytest.mark.parametrize("words", [("--version", "-v"), ("-v", "--version"), ("-V", "-v")])
def test_version_with_what_a_report_should_name(words: tuple[str, ...], tmp_path: Path) -> None:
    ran = nzn(*words, env={"NZN_CACHE_DIR": str(tmp_path)})
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert [line.split()[0] for line in lines] == ["nzn", "Python", "SQLite", "cache"]
    assert lines[3] == f"cache {tmp_path}"


@pytest.mark.parametrize(
    ("words", "command", "rest"),
    [
        (["list", "-j"], "list", ("-j",)),
        (["-d", "x", "list", "-j"], "list", ("-d", "x", "-j")),
        (["-dx", "--json", "list"], "list", ("-dx", "--json")),
        (["-jd", "list", "list"], "list", ("-jd", "list")),
        (["--dir=x", "who", "list"], "who", ("--dir=x", "list")),
        (["--minister", "list", "list"], "list", ("--minister", "list")),
        (["-d", "x"], None, ("-d", "x")),
        ([], None, ()),
    ],
)
def test_options_before_the_command_move_behind_it(
    words: list[str], command: str | None, rest: tuple[str, ...]
) -> None:
    line = arranged(words)
    assert (line.command, line.rest) == (command, rest)


def test_letters_in_a_row_end_in_one_that_wants_a_value() -> None:
    assert awaits_value("-jd", valued())
    assert not awaits_value("-jdx", valued())
    assert not awaits_value("-jq", valued())
    assert not awaits_value("--dir=x", valued())
