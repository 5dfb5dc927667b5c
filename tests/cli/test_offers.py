"""Every command that nzn prints does something in the folder where it was printed: each is taken out and run there."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from nzn_cli.cli.verbs import SHOWN, verb_of
from tests.cli.nzn import nzn, on_terminal

# what a reader puts in the place of a word in capitals
FILLED = {
    "ID": "weir",
    "NAME": "Pōtae",
    "ROLE": "minister",
    "KEY": "year",
    "N": "2",
    "DATE": "2019",
    "PATTERN": "weir",
    "WORD": "wei",
    "DIR": ".",
    "COMMAND": "list",
    "TOPIC": "query",
    "-word": "weir",
}
_VERBS = "|".join(verb.name for verb in SHOWN)
_OFFER = re.compile(rf"\bnzn(?: -d (?:'[^']*'|\S+)| --hidden| --no-ignore| -L)*(?: (?:{_VERBS})\b[^;:?\n]*)?")
_PROSE = {"shows", "finds", "lists", "the", "says", "reads", "has", "have", "or", "takes", "needs", "tells", "of"}


def offers(said: str) -> list[list[str]]:
    """Return the words of each command that a text offers, as far as they are words of a command."""
    found = []
    for match in _OFFER.finditer(said):
        for part in re.split(r", (?=nzn )| or (?=nzn )", match[0]):
            words = shlex.split(part.rstrip(",. "))[1:]
            end = next((place for place, word in enumerate(words) if word in _PROSE), len(words))
            words = [FILLED.get(word.rstrip(","), word.rstrip(",")) for word in words[:end]]
            if any(verb_of(word) for word in words) or "-d" in words:
                found.append(words)
    return found


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("nzn: no\n     nzn list shows the ids", [["list"]]),
        ("nzn -d 'our stories' grep -i finds words", [["-d", "our stories", "grep", "-i"]]),
        ("nzn show ID --edit or nzn show ID --web?", [["show", "weir", "--edit"], ["show", "weir", "--web"]]),
        ("nzn list --minister A, nzn list --person A, or nzn search A", [
            ["list", "--minister", "A"], ["list", "--person", "A"], ["search", "A"]]),
        ("nzn list has no option --count", [["list"]]),
        ("nzn: 3 of 9 shown; --limit cuts the rest", []),
    ],
)  # fmt: skip
def test_offers_are_taken_out_of_sentences(said: str, words: list[list[str]]) -> None:
    assert offers(said) == words


@pytest.fixture(scope="module")
def parent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with one of stories, whose name a shell must quote; the built-in documents hold none of it."""
    parent = tmp_path_factory.mktemp("parent")
    folder = parent / "our stories"
    folder.mkdir()
    head = "---\ntitle: The weir holds\nministers: [Hon Hana Pōtae]\nportfolios: [Rivers]\ndate: 2019-03-01\n"
    text = '---\n\nMinister Hana Pōtae said the weir at Raglan held on Tuesday. "It will hold", she said.\n'
    (folder / "weir.md").write_text(f"{head}url: https://weir.example/1\n{text}", "utf-8")
    (folder / "dam.md").write_text(f"{head}weight: [1\n{text}", "utf-8")
    (folder / "undated.md").write_text("A text about a dam.\n", "utf-8")
    (folder / ".hidden.md").write_text(f"{head}{text}", "utf-8")
    return parent


# what is typed behind the folder, in a pipe and on a terminal
LINES = [
    "",
    "--hidden -L",
    "list",
    "list --minister Potea",
    "list --person Nobody",
    "list --has nosuch",
    "list --since 2090",
    "list 2019",
    "list Pōtae",
    "list @nosuch",
    "list --count",
    "list --open",
    "list --ignore-case",
    "list --by year",
    "timeline --since 2090",
    "timeline Pōtae",
    "who nobody",
    "who --since 2090",
    "who --over-time",
    "who --merge Pōtae",
    "who --role nosuch",
    "quotes --about zebra",
    "what nothing",
    "what --since 2090",
    "grep zebra",
    "grep",
    "search zebra",
    "show",
    "show nobody",
    "show weir --people --json",
    "count --since 2090",
    "count --sort value",
    "fields --since 2090",
    "fields a b",
    "check",
    "Pōtae",
    "2019",
    "weir.md",
    "tmeline",
    "meetings",
    "reindex",
]  # fmt: skip


def _run(words: list[str], parent: Path, env: dict[str, str]) -> None:
    ran = nzn(*words, cwd=parent, env=env | {"EDITOR": "true", "BROWSER": "true"}, stdin=b"weir\n")
    if ran.code == 2 and "needs" in ran.err and len(words) == 3:
        return  # the name of a command whose argument is left to the reader
    assert ran.code in (0, 1), f"{words}: {ran.err}"
    assert "fault" not in ran.err


@pytest.mark.parametrize("line", LINES)
def test_what_is_offered_works_where_it_was_offered(line: str, parent: Path) -> None:
    env = {"NZN_CACHE_DIR": str(parent / "cache"), "BROWSER": "true"}
    words = ["-d", "our stories", *shlex.split(line)]
    ran = nzn(*words, cwd=parent, env=env)
    shown = on_terminal(f"nzn {shlex.join(words)}", parent, 200, env)
    said = ran.err + shown + (ran.out if not line or line.startswith("-") else "")
    hints = re.sub(r"(?m)^nzn: nzn [\w-]+ (?=has|takes|needs)", "nzn: ", said)  # whom a sentence is about
    for offered in {tuple(words) for words in offers(hints)}:
        _run(list(offered), parent, env)
        if not {"help", "schema", "completion"} & {*offered}:
            assert "our stories" in offered, offered


def test_a_folded_timeline_offers_its_parts_in_the_same_folder(tmp_path: Path) -> None:
    folder = tmp_path / "days"
    folder.mkdir()
    for number in range(260):
        day = f"20{10 + number % 2}-{number % 12 + 1:02}-{number % 28 + 1:02}"
        (folder / f"d{number}.md").write_text(f"---\ntitle: D{number}\ndate: {day}\n---\nText.\n", "utf-8")
    shown = on_terminal("nzn -d days timeline", tmp_path, 120)
    found = offers(shown)
    assert ["-d", "days", "timeline", "--from", "2010", "--to", "2010"] in found
    for words in found:
        assert nzn(*words, cwd=tmp_path).code == 0
