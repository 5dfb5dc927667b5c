"""A command line that is wrong ends with 2, one clear sentence, the offending part, and what would be right."""

from __future__ import annotations

from pathlib import Path

import pytest

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


def test_a_folder_in_the_place_of_a_command(tmp_path: Path) -> None:
    (tmp_path / "stories").mkdir()
    assert "nzn -d stories list" in nzn("stories", cwd=tmp_path).err
