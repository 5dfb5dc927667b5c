"""A command line that is wrong ends with 2, one clear sentence, the offending part, and what would be right."""

from __future__ import annotations

from pathlib import Path

import pytest

from nzn_cli.cli.verbs import SHOWN, Verb
from tests.cli.nzn import nzn


@pytest.mark.parametrize(
    ("line", "offending", "right"),
    [
        ("lst", "'lst'", "nzn list"),
        ("tmeline", "'tmeline'", "nzn timeline"),
        ("people", "'people'", "nzn who"),
        ("xyzzy", "'xyzzy'", "list, show, grep"),
        ("list --jsno", "--jsno", "--json"),
        ("list --minster Peters", "--minster", "--minister"),
        ("list --ignore-case", "--ignore-case", "nzn grep has it"),
        ("--jsno", "--jsno", "--json"),
        ("list --limit ten", "'ten'", "--limit 10"),
        ("list --limit -1", "'-1'", "--limit 10"),
        ("list --limit", "--limit", "--limit N"),
        ("list --json=yes", "--json", "takes no value"),
        ("list --color alway", "'alway'", "always"),
        ("list -O jsn", "'jsn'", "json"),
        ("list -O ics", "'ics'", "jsonl"),
        ("list --json --csv", "json and csv", "ask for one"),
        ("list --fields id,titel", "'titel'", "title"),
        ("list --fields ,", "--fields", "title"),
        ("list Peters", "'Peters'", "--minister"),
        ("list @nosuch", "@nosuch", "saved"),
        ("show", "ID", "nzn show 000"),
        ("grep", "pattern", "nzn grep"),
        ("grep -i -s x", "-i, -s and -S", "choose one"),
        ("grep --in bdy x", "'bdy'", "body"),
        ("grep -f /nowhere/at/all", "/nowhere/at/all", "cannot be read"),
        ("timeline --kind mentoned", "'mentoned'", "mentioned"),
        ("timeline --by wek", "'wek'", "day, month or year"),
        ("who --mentions --explain", "--mentions", "choose one"),
        ("index biuld", "'biuld'", "build"),
        ("schema lst", "'lst'", "list"),
        ("completion fsh", "'fsh'", "fish"),
        ("help tiemline", "'tiemline'", "timeline"),
        ("-d /nowhere/at/all list", "/nowhere/at/all", "-d DIR"),
        ("search", "WORDS", "nzn search"),
        ("fields a b", "'b'", "--help"),
    ],
)
def test_mistake(line: str, offending: str, right: str, tmp_path: Path) -> None:
    ran = nzn(*line.split(), cwd=tmp_path)
    assert ran.code == 2
    assert ran.out == ""
    assert ran.err.startswith("nzn: ")
    assert "Traceback" not in ran.err
    assert len(ran.err.splitlines()) <= 2
    assert offending in ran.err
    assert right in ran.err


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("stories", "to ask that folder: nzn -d stories list"),
        ("my stories", "to ask that folder: nzn -d 'my stories' list"),
        ("lists", "to ask that folder: nzn -d lists list; or did you mean nzn list?"),
        ("tmeline", "to ask that folder: nzn -d tmeline list; or did you mean nzn timeline?"),
        ("people", "to ask that folder: nzn -d people list; or did you mean nzn who?"),
        ("grep.d", "to ask that folder: nzn -d grep.d list; or did you mean nzn grep?"),
    ],
)
def test_a_folder_in_the_place_of_a_command(name: str, hint: str, tmp_path: Path) -> None:
    (tmp_path / name).mkdir()
    assert nzn(name, cwd=tmp_path) == (2, "", f"nzn: there is no command {name!r}\n     {hint}\n")


@pytest.mark.parametrize("verb", SHOWN, ids=lambda verb: verb.name)
def test_a_folder_comes_before_a_command_of_nearly_its_name(verb: Verb, tmp_path: Path) -> None:
    near = verb.name + "s"
    assert f"nzn {verb.name}?" in nzn(near, cwd=tmp_path).err
    (tmp_path / near).mkdir()
    hint = nzn(near, cwd=tmp_path).err.splitlines()[1]
    assert hint.strip() == f"to ask that folder: nzn -d {near} list; or did you mean nzn {verb.name}?"
